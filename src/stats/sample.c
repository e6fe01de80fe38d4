#include "stats/sample.h"

#include <gsl/gsl_sort.h>
#include <string.h>

static const char *const status_names[] = {
#define STATUS_NAME(name, id) id,
    BSH_TEST_STATUS_MAP(STATUS_NAME)
#undef STATUS_NAME
};

static const char *const adjust_names[] = {
#define ADJUST_NAME(name, id) id,
    BSH_ADJUST_MAP(ADJUST_NAME)
#undef ADJUST_NAME
};

const char *bsh_test_status_name(bsh_test_status status)
{
    return (unsigned) status < BSH_TEST_STATUS_COUNT ? status_names[status] : "";
}

const char *bsh_adjust_name(bsh_adjust adjust)
{
    return (unsigned) adjust < BSH_ADJUST_COUNT ? adjust_names[adjust] : "";
}

bsh_adjust bsh_adjust_find(const char *name)
{
    unsigned adjust = 0;
    while (adjust < BSH_ADJUST_COUNT && strcmp(adjust_names[adjust], name) != 0) {
        ++adjust;
    }
    return (bsh_adjust) adjust;
}

void bsh__sort_values(double *values, size_t n)
{
    for (size_t i = 0; i < n; ++i) {
        values[i] += 0.0; // -0 and 0 are one value, and must sort as one
    }
    gsl_sort(values, 1, n);
}

/* The second pass takes back what rounding left of the first: the mean of three times .1 is .1.
 */
double bsh__mean(bsh__sample sample)
{
    if (sample.n == 0) {
        return 0;
    }
    double sum = 0;
    for (size_t i = 0; i < sample.n; ++i) {
        sum += sample.values[i];
    }
    double const about = sum / (double) sample.n;
    double       rest = 0;
    for (size_t i = 0; i < sample.n; ++i) {
        rest += sample.values[i] - about;
    }
    return about + rest / (double) sample.n;
}

double bsh__squared_deviations(bsh__sample sample, double mean)
{
    double squares = 0;
    double rest = 0;
    for (size_t i = 0; i < sample.n; ++i) {
        double const deviation = sample.values[i] - mean;
        squares += deviation * deviation;
        rest += deviation;
    }
    return sample.n == 0 ? 0 : squares - rest * rest / (double) sample.n;
}

/* A mean that is off by a rounding would give constant values a variance of 1e-33. */
double bsh__variance(bsh__sample sample)
{
    if (sample.n < 2) {
        return (double) NAN;
    }
    return bsh__is_constant(sample)
               ? 0
               : bsh__squared_deviations(sample, bsh__mean(sample)) / (double) (sample.n - 1);
}

/* gsl_stats_quantile_from_sorted_data weighs both neighbours, and .7 times .1 plus .3 times .1
 * is not .1: constant values would get quartiles and an iqr of their own. */
double bsh__quantile(bsh__sample sample, double share)
{
    if (sample.n == 0) {
        return (double) NAN;
    }
    double const place = share * (double) (sample.n - 1);
    size_t const below = (size_t) place;
    double const value = sample.values[below];
    return below + 1 < sample.n
               ? value + (place - (double) below) * (sample.values[below + 1] - value)
               : value;
}

bsh__sample bsh__trimmed(bsh__sample sample, double trim)
{
    if (!(trim >= 0 && trim < 0.5)) {
        return (bsh__sample){sample.values, 0};
    }
    size_t const n_cut = (size_t) (trim * (double) sample.n);
    return n_cut == 0 ? sample : (bsh__sample){sample.values + n_cut, sample.n - 2 * n_cut};
}

bool bsh__is_constant(bsh__sample sample)
{
    return sample.n == 0 || sample.values[0] == sample.values[sample.n - 1];
}
