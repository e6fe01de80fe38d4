/* Tests of several means and of spreads. */
#ifndef BSH_STATS_ANOVA_H
#define BSH_STATS_ANOVA_H

#include "stats/sample.h"

typedef struct bsh__anova_result {
    bsh_test_status status;
    double          f, df1, df2, p, eta2, omega2; /* the last two of the classic one only */
} bsh__anova_result;

/* Of k >= 2 groups: by each group's own variance (Welch 1951), which needs 2 values in each and
 * none constant; the classic one, which needs a value in each and one more. */
void bsh__welch_anova(bsh__anova_result *out, const bsh__sample *groups, size_t n_groups);
void bsh__anova(bsh__anova_result *out, const bsh__sample *groups, size_t n_groups);

/* ANOVA of the distances from each group's mean (Levene 1960), median (Brown & Forsythe 1974);
 * 2 values in each.  no_variance also if distances differ by nothing but rounding. */
void bsh__levene(bsh__anova_result *out, const bsh__sample *groups, size_t n_groups);
void bsh__brown_forsythe(bsh__anova_result *out, const bsh__sample *groups, size_t n_groups);

/* F test of variance a over variance b, two-sided; assumes normal values. */
typedef struct bsh__variance_ratio {
    bsh_test_status status;
    double          ratio, df1, df2, p, ci_low, ci_high;
} bsh__variance_ratio;
void bsh__f_var(bsh__variance_ratio *out, bsh__sample a, bsh__sample b, double conf_level);

#endif
