/* Standardised differences and the noncentral t distribution behind their intervals. */
#ifndef BSH_STATS_EFFECT_SIZES_H
#define BSH_STATS_EFFECT_SIZES_H

#include "stats/sample.h"

/* P(T <= t) and P(T > t) of the noncentral t distribution, df >= 1.  Relative error under 1e-12
 * for whole df, under 1e-11 for others, in both tails down to 1e-300. */
double bsh__noncentral_t_p(double t, double df, double noncentrality);
double bsh__noncentral_t_q(double t, double df, double noncentrality);

/* Student's t of two samples, NaN where the status is not OK. */
bsh_test_status bsh__student_statistic(double *t, bsh__sample a, bsh__sample b);

/* Differences of means in units of a standard deviation (Hedges 1981).
 * cohens_d              the unit is the pooled deviation; j corrects its bias: hedges_g = j d
 * g_ci_*, d_ci_*        by the noncentral t distribution
 * se_large, ci_large_*  of hedges_g, by the normal approximation for large samples
 * d_av, g_av            the unit is the root of the mean variance; df_av its df
 * glass_delta_b         the unit is the deviation of B; NaN if that is 0 */
typedef struct bsh__standardized {
    bsh_test_status status;
    double          cohens_d, j, hedges_g, g_ci_low, g_ci_high, d_ci_low, d_ci_high, se_large,
        ci_large_low, ci_large_high, d_av, df_av, g_av, glass_delta_b;
} bsh__standardized;
void bsh__hedges_g(bsh__standardized *out, bsh__sample a, bsh__sample b, double conf_level);

/* The standardised difference that n_a and n_b articles show with this power in a two-sided
 * test at alpha, by the noncentral t and by the normal distribution; 0 if power <= alpha. */
typedef struct bsh__detectable {
    bsh_test_status status;
    double          df, mde_d, mde_d_normal;
} bsh__detectable;
void bsh__mde(bsh__detectable *out, size_t n_a, size_t n_b, double power, double alpha);

/* JZS Bayes factor of a difference against none: Cauchy prior of scale rscale on the
 * standardised difference (Rouder et al. 2009), from Student's t.  bf10 is NaN where only its
 * logarithm fits a double. */
typedef struct bsh__bayes {
    bsh_test_status status;
    double          t, df, rscale, bf10, log10_bf10;
} bsh__bayes;
void bsh__bf_jzs(bsh__bayes *out, bsh__sample a, bsh__sample b, double rscale);

#endif
