#include <gsl/gsl_cdf.h>
#include <string.h>

#include "base/memory.h"
#include "stats/permutation.h"

/* ---- replicates */

/* Sum of n values drawn from the sample, each less `centre`. */
static double draw_sum(bsh__random *random, bsh__sample sample, double centre)
{
    double sum = 0;
    for (size_t i = 0; i < sample.n; ++i) {
        sum += sample.values[bsh__random_below(random, (uint32_t) sample.n)] - centre;
    }
    return sum;
}

/* Sums of deviations: a replicate that equals the estimate then differs from it by rounding of
 * the deviations only, which adding the estimate takes away. */
void bsh__resample_means(bsh__replicates *replicates, bsh__sample a, bsh__sample b,
                         bsh__random_key key)
{
    double const mean_a = bsh__mean(a);
    double const mean_b = bsh__mean(b);
    replicates->estimate = mean_a - mean_b;
    for (size_t i = 0; i < replicates->n; ++i) {
        bsh__random random;
        bsh__random_begin(&random, key, i);
        double const off_a = draw_sum(&random, a, mean_a) / (double) a.n;
        double const off_b = draw_sum(&random, b, mean_b) / (double) b.n;
        replicates->values[i] = replicates->estimate + (off_a - off_b);
    }
}

/* The k-th value, from 0, of those drawn: the sample is in order, so that counting how often
 * each was drawn sorts them. */
static double nth_drawn(bsh__sample sample, const uint32_t *n_drawn, size_t k)
{
    size_t i = 0;
    size_t n_passed = n_drawn[0];
    while (n_passed <= k) {
        n_passed += n_drawn[++i];
    }
    return sample.values[i];
}

static double draw_median(bsh__random *random, bsh__sample sample, uint32_t *n_drawn)
{
    memset(n_drawn, 0, sample.n * sizeof *n_drawn);
    for (size_t i = 0; i < sample.n; ++i) {
        ++n_drawn[bsh__random_below(random, (uint32_t) sample.n)];
    }
    double const upper = nth_drawn(sample, n_drawn, sample.n / 2);
    return sample.n % 2 == 1 ? upper
                             : nth_drawn(sample, n_drawn, sample.n / 2 - 1) / 2 + upper / 2;
}

bool bsh__resample_medians(bsh__replicates *replicates, bsh__sample a, bsh__sample b,
                           bsh__random_key key, const bsh_allocator *allocator)
{
    size_t const    n_most = a.n > b.n ? a.n : b.n;
    uint32_t *const n_drawn = bsh__allocate(allocator, n_most, sizeof *n_drawn);
    if (n_drawn == NULL) {
        return false;
    }
    replicates->estimate = bsh__quantile(a, .5) - bsh__quantile(b, .5);
    for (size_t i = 0; i < replicates->n; ++i) {
        bsh__random random;
        bsh__random_begin(&random, key, i);
        double const median_a = draw_median(&random, a, n_drawn);
        replicates->values[i] = median_a - draw_median(&random, b, n_drawn);
    }
    bsh__release(allocator, n_drawn);
    return true;
}

/* ---- intervals */

static void leave_empty(bsh__bootstrap *out, bsh_test_status status)
{
    double const none = (double) NAN;
    *out = (bsh__bootstrap){status, none, none, none, none, none, none, none, none, none};
}

void bsh__percentiles(bsh__bootstrap *out, const bsh__replicates *replicates, double conf_level)
{
    leave_empty(out, BSH_TEST_TOO_FEW);
    if (replicates->n == 0) {
        return;
    }
    bsh__sort_values(replicates->values, replicates->n);
    bsh__sample const sorted = {replicates->values, replicates->n};
    out->status = BSH_TEST_OK;
    out->estimate = replicates->estimate;
    out->percentile_low = bsh__quantile(sorted, (1 - conf_level) / 2);
    out->percentile_high = bsh__quantile(sorted, (1 + conf_level) / 2);
}

/* Share of replicates under the estimate, as a normal quantile; those equal to it count half.
 */
static double median_bias(const bsh__replicates *sorted)
{
    size_t n_less = 0;
    while (n_less < sorted->n && sorted->values[n_less] < sorted->estimate) {
        ++n_less;
    }
    size_t n_not_more = n_less;
    while (n_not_more < sorted->n && sorted->values[n_not_more] <= sorted->estimate) {
        ++n_not_more;
    }
    double const twice = (double) n_less + (double) n_not_more;
    return gsl_cdf_ugaussian_Pinv(twice / 2 / (double) sorted->n);
}

typedef struct powers {
    double squares, cubes;
} powers;

/* The jackknife of a mean in closed form: leaving a value out moves it by (value - mean)/(n-1),
 * so that the influence of the value is (value - mean)/n. */
static powers influence(bsh__sample sample)
{
    double const mean = bsh__mean(sample);
    double const n = (double) sample.n;
    powers       sum = {0, 0};
    for (size_t i = 0; i < sample.n; ++i) {
        double const u = (sample.values[i] - mean) / n;
        sum.squares += u * u;
        sum.cubes += u * u * u;
    }
    return sum;
}

static double acceleration(bsh__sample a, bsh__sample b)
{
    powers const of_a = influence(a);
    powers const of_b = influence(b);
    double const error = sqrt(of_a.squares + of_b.squares);
    return (of_a.cubes - of_b.cubes) / (error * error * error) / 6;
}

/* The acceleration is 1/6 at most, so that the divisor is positive but for 6 standard errors.
 */
static double bca_level(const bsh__bootstrap *at, double z)
{
    double const shifted = at->z0 + z;
    double const stretch = 1 - at->a * shifted;
    return stretch > 0 ? gsl_cdf_ugaussian_P(at->z0 + shifted / stretch) : (double) NAN;
}

static void find_levels(bsh__bootstrap *out, double conf_level)
{
    double const z = gsl_cdf_ugaussian_Qinv((1 - conf_level) / 2);
    out->alpha_low = bca_level(out, -z);
    out->alpha_high = bca_level(out, z);
    if (!isfinite(out->z0) || isnan(out->alpha_low) || isnan(out->alpha_high)) {
        out->status = BSH_TEST_DEGENERATE;
        out->z0 = out->alpha_low = out->alpha_high = (double) NAN;
    }
}

void bsh__bca(bsh__bootstrap *out, const bsh__replicates *replicates, bsh__sample a,
              bsh__sample b, double conf_level)
{
    bsh__percentiles(out, replicates, conf_level);
    if (out->status != BSH_TEST_OK || a.n < 2 || b.n < 2) {
        out->status = BSH_TEST_TOO_FEW;
        return;
    }
    if (bsh__is_constant(a) && bsh__is_constant(b)) {
        out->status = BSH_TEST_NO_VARIANCE;
        return;
    }
    out->z0 = median_bias(replicates);
    out->a = acceleration(a, b);
    find_levels(out, conf_level);
    if (out->status == BSH_TEST_OK) {
        bsh__sample const sorted = {replicates->values, replicates->n};
        out->ci_low = bsh__quantile(sorted, out->alpha_low);
        out->ci_high = bsh__quantile(sorted, out->alpha_high);
    }
}

/* ---- the whole way */

static bsh_test_status testable(bsh__sample a, bsh__sample b)
{
    if (a.n < BSH__BOOTSTRAP_LEAST || b.n < BSH__BOOTSTRAP_LEAST) {
        return BSH_TEST_TOO_FEW;
    }
    return bsh__is_constant(a) && bsh__is_constant(b) ? BSH_TEST_NO_VARIANCE : BSH_TEST_OK;
}

bsh_status bsh__bootstrap_mean(bsh__bootstrap *out, bsh__sample a, bsh__sample b,
                               const bsh__resampling *resampling, double conf_level,
                               bsh_error *err)
{
    leave_empty(out, testable(a, b));
    if (out->status != BSH_TEST_OK) {
        return BSH_OK;
    }
    const bsh_allocator *const allocator = resampling->allocator;
    bsh__replicates            replicates = {
                   .values = bsh__allocate(allocator, resampling->n_draws, sizeof(double)),
                   .n = resampling->n_draws};
    if (replicates.values == NULL) {
        return bsh__fail_memory(err);
    }
    bsh__resample_means(&replicates, a, b, resampling->key);
    bsh__bca(out, &replicates, a, b, conf_level);
    bsh__release(allocator, replicates.values);
    return BSH_OK;
}

bsh_status bsh__bootstrap_median(bsh__bootstrap *out, bsh__sample a, bsh__sample b,
                                 const bsh__resampling *resampling, double conf_level,
                                 bsh_error *err)
{
    leave_empty(out, testable(a, b));
    if (out->status != BSH_TEST_OK) {
        return BSH_OK;
    }
    const bsh_allocator *const allocator = resampling->allocator;
    bsh__replicates            replicates = {
                   .values = bsh__allocate(allocator, resampling->n_draws, sizeof(double)),
                   .n = resampling->n_draws};
    bool const has_memory =
        replicates.values != NULL &&
        bsh__resample_medians(&replicates, a, b, resampling->key, allocator);
    if (has_memory) {
        bsh__percentiles(out, &replicates, conf_level);
    }
    bsh__release(allocator, replicates.values);
    return has_memory ? BSH_OK : bsh__fail_memory(err);
}
