#include "stats/describe_sample.h"

#include <gsl/gsl_statistics_double.h>

#include "stats/tails.h"

static bsh_description undefined_description(void)
{
#define UNDEFINED(id) .id = (double) NAN,
    return (bsh_description){BSH_DESCRIPTION_MAP(UNDEFINED).var = (double) NAN,
                             .mad_raw = (double) NAN};
#undef UNDEFINED
}

/* The absolute deviations from the median ascend to both sides of the middle: taken in order
 * from there, the middle one comes after half of the steps, and nothing needs sorting. */
static double median_deviation(bsh__sample sample, double median)
{
    size_t n_left = sample.n / 2; // not taken, below
    size_t right = sample.n / 2;  // first not taken, above
    double before = 0;
    double last = 0;
    for (size_t i = 0; i <= sample.n / 2; ++i) {
        double const below =
            n_left == 0 ? (double) INFINITY : median - sample.values[n_left - 1];
        double const above =
            right == sample.n ? (double) INFINITY : sample.values[right] - median;
        before = last;
        last = fmin(below, above);
        n_left -= below < above;
        right += below >= above;
    }
    return sample.n % 2 == 1 ? last : before + (last - before) / 2;
}

static void describe_places(bsh_description *out, bsh__sample sample)
{
    out->min = sample.values[0];
    out->p05 = bsh__quantile(sample, 0.05);
    out->p10 = bsh__quantile(sample, 0.1);
    out->q1 = bsh__quantile(sample, 0.25);
    out->median = bsh__quantile(sample, 0.5);
    out->q3 = bsh__quantile(sample, 0.75);
    out->p90 = bsh__quantile(sample, 0.9);
    out->p95 = bsh__quantile(sample, 0.95);
    out->max = sample.values[sample.n - 1];
    out->iqr = out->q3 - out->q1;
    out->mad_raw = median_deviation(sample, out->median);
    out->mad = 1.4826022185056018 * out->mad_raw;
    out->trimmed_mean_20 = bsh__mean(bsh__trimmed(sample, 0.2));
}

static double sum_of(bsh__sample sample)
{
    double sum = 0;
    for (size_t i = 0; i < sample.n; ++i) {
        sum += sample.values[i];
    }
    return sum;
}

static void describe_spread(bsh_description *out, bsh__sample sample, double conf_level)
{
    double const n = (double) sample.n;
    out->var = bsh__variance(sample);
    out->sd = sqrt(out->var);
    out->se = out->sd / sqrt(n);
    double const reach = out->se * bsh__student_t_quantile((1 - conf_level) / 2, n - 1);
    out->mean_ci_low = out->mean - reach;
    out->mean_ci_high = out->mean + reach;
    if (isnormal(out->mean)) {
        out->cv = out->sd / out->mean;
    }
}

/* Joanes & Gill 1998: G1 and G2 from the moments of (x - mean) / sd, sd with n - 1. */
static void describe_shape(bsh_description *out, bsh__sample sample)
{
    double const n = (double) sample.n;
    if (sample.n >= 3) {
        out->skew_G1 = n * n / ((n - 1) * (n - 2)) * bsh__skew_gsl(sample);
    }
    if (sample.n >= 4) {
        double const fourth = n * (bsh__kurtosis_gsl(sample) + 3);
        double const pairs = (n - 2) * (n - 3);
        out->kurtosis_G2 = (n * (n + 1) / (n - 1) * fourth - 3 * (n - 1) * (n - 1)) / pairs;
    }
}

void bsh__describe(bsh_description *out, bsh__sample sample, size_t n_missing,
                   double conf_level)
{
    *out = undefined_description();
    out->n = (double) sample.n;
    out->missing = (double) n_missing;
    if (sample.n == 0) {
        return;
    }
    out->sum = sum_of(sample);
    out->mean = bsh__mean(sample);
    describe_places(out, sample);
    if (sample.n >= 2) {
        describe_spread(out, sample, conf_level);
        describe_shape(out, sample);
    }
}

/* GSL gives NaN silently for n < 2 and for constant values: so do these, on purpose. */
double bsh__skew_gsl(bsh__sample sample)
{
    double const variance = bsh__variance(sample);
    return isnormal(variance) ? gsl_stats_skew_m_sd(sample.values, 1, sample.n,
                                                    bsh__mean(sample), sqrt(variance))
                              : (double) NAN;
}

double bsh__kurtosis_gsl(bsh__sample sample)
{
    double const variance = bsh__variance(sample);
    return isnormal(variance) ? gsl_stats_kurtosis_m_sd(sample.values, 1, sample.n,
                                                        bsh__mean(sample), sqrt(variance))
                              : (double) NAN;
}
