#include "stats/group_tests.h"

#include <gsl/gsl_cdf.h>
#include <gsl/gsl_math.h>
#include <gsl/gsl_poly.h>

#include "base/memory.h"

enum { MOST_VALUES = 5000 };

/* Royston's polynomials (Applied Statistics 44, 1995, AS R94), lowest power first. */
static const double largest_weight[] = {0, 0.221157, -0.147981, -2.07119, 4.434685, -2.706056};
static const double next_weight[] = {0, 0.042981, -0.293762, -1.752461, 5.682633, -3.582633};
static const double bound_to_11[] = {-2.273, 0.459};
static const double mean_to_11[] = {0.544, -0.39978, 0.025054, -0.0006714};
static const double deviation_to_11[] = {1.3822, -0.77857, 0.062767, -0.0020322};
static const double mean_from_12[] = {-1.5861, -0.31082, -0.083751, 0.0038915};
static const double deviation_from_12[] = {-0.4803, -0.082676, 0.0030302};

#define POLYNOMIAL(powers, x)                                                                  \
    gsl_poly_eval(powers, (int) (sizeof(powers) / sizeof *(powers)), x)

/* The weights of the upper half, the largest value first: expected normal order statistics
 * (Blom 1958), the outer one or two corrected, the others scaled so that all squares add up to
 * 1.  `weights` has n / 2 places. */
static void set_weights(double *weights, size_t n)
{
    double const size = (double) n;
    size_t const half = n / 2;
    if (n == 3) {
        weights[0] = M_SQRT1_2;
        return;
    }
    double squares = 0;
    for (size_t i = 0; i < half; ++i) {
        weights[i] = gsl_cdf_ugaussian_Qinv(((double) i + 0.625) / (size + 0.25));
        squares += 2 * weights[i] * weights[i];
    }
    double const root = 1 / sqrt(size);
    double const outer[] = {
        weights[0] / sqrt(squares) + POLYNOMIAL(largest_weight, root),
        weights[1] / sqrt(squares) + POLYNOMIAL(next_weight, root),
    };
    size_t const n_outer = n > 5 ? 2 : 1;
    double       rest = 1;
    for (size_t i = 0; i < n_outer; ++i) {
        squares -= 2 * weights[i] * weights[i];
        rest -= 2 * outer[i] * outer[i];
        weights[i] = outer[i];
    }
    for (size_t i = n_outer; i < half; ++i) {
        weights[i] *= sqrt(rest / squares);
    }
}

/* 1 - W: W is near 1 for most samples, and its distance from 1 is what is tested. */
static double distance_from_one(const double *weights, bsh__sample sample)
{
    double const mean = bsh__mean(sample);
    double const deviations = sqrt(bsh__squared_deviations(sample, mean));
    double       weighted = 0;
    double       squares = 0;
    for (size_t i = 0; i < sample.n / 2; ++i) {
        weighted += weights[i] * (sample.values[sample.n - 1 - i] - sample.values[i]);
        squares += 2 * weights[i] * weights[i];
    }
    double const correlation = weighted / deviations / sqrt(squares);
    return fmax((1 - correlation) * (1 + correlation), 0);
}

/* Three values: W lies between 3/4 and 1, and its distribution is known. */
static double p_of_three(double w)
{
    return fmax(6 / M_PI * (asin(sqrt(w)) - asin(sqrt(0.75))), 0);
}

/* Royston fitted samples of up to 5,000.  Beyond, his curves reject too rarely: of 500 normal
 * samples of 30,000 values .8 % had p < .05, of 200 of 100,000 values none. */
static double p_of(double distance, size_t n)
{
    double const size = (double) n;
    if (n > MOST_VALUES) {
        return (double) NAN;
    }
    if (n == 3) {
        return p_of_three(1 - distance);
    }
    double value = log(distance);
    double mean = POLYNOMIAL(mean_from_12, log(size));
    double log_deviation = POLYNOMIAL(deviation_from_12, log(size));
    if (n <= 11) {
        value = -log(POLYNOMIAL(bound_to_11, size) - value);
        mean = POLYNOMIAL(mean_to_11, size);
        log_deviation = POLYNOMIAL(deviation_to_11, size);
    }
    return gsl_cdf_ugaussian_Q((value - mean) / exp(log_deviation));
}

bsh_status bsh__shapiro(bsh__normality *out, bsh__sample sample, const bsh_allocator *allocator,
                        bsh_error *err)
{
    *out = (bsh__normality){BSH_TEST_OK, (double) NAN, (double) NAN};
    if (sample.n < 3) {
        out->status = BSH_TEST_TOO_FEW;
        return BSH_OK;
    }
    if (bsh__is_constant(sample)) {
        out->status = BSH_TEST_NO_VARIANCE;
        return BSH_OK;
    }
    const bsh_allocator *const memory = bsh__allocator(allocator);
    double *const              weights = bsh__allocate(memory, sample.n / 2, sizeof *weights);
    if (weights == NULL) {
        return bsh__fail_memory(err);
    }
    set_weights(weights, sample.n);
    double const distance = distance_from_one(weights, sample);
    bsh__release(memory, weights);
    out->w = 1 - distance;
    out->p = p_of(distance, sample.n);
    return BSH_OK;
}
