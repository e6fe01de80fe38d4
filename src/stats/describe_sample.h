/* Description of a sample, and of a sample in parts. */
#ifndef BSH_STATS_DESCRIBE_SAMPLE_H
#define BSH_STATS_DESCRIBE_SAMPLE_H

#include <broadsheet/comparison.h>

#include "stats/sample.h"

/* Fills every field of bsh_description (broadsheet/comparison.h says what they are); those that
 * are not defined are NaN: all of them for n == 0, sd for n == 1 ... */
void bsh__describe(bsh_description *out, bsh__sample sample, size_t n_missing,
                   double conf_level);

/* GSL's own skewness and kurtosis, for the test cases. */
double bsh__skew_gsl(bsh__sample sample);
double bsh__kurtosis_gsl(bsh__sample sample);

/* Moments about the mean, which can be merged (Chan, Golub & LeVeque 1983; Pebay 2008). */
typedef struct bsh__moments {
    double n, mean, m2, m3, m4;
} bsh__moments;
void bsh__moments_of(bsh__moments *out, bsh__sample sample);
void bsh__moments_merge(bsh__moments *into, const bsh__moments *other);

/* Ratio of totals: sum of num over sum of den, den > 0; cases in any fixed order. */
typedef struct bsh__ratio {
    bsh_test_status status;
    double          ratio_of_totals, mean_of_ratios, se_linear, se_jackknife, ci_low, ci_high;
} bsh__ratio;
void bsh__ratio_of_totals(bsh__ratio *out, const double *num, const double *den, size_t n,
                          double conf_level);

#endif
