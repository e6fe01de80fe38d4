/* Standardised differences and the noncentral t distribution behind their intervals. */
#ifndef BSH_STATS_EFFECT_SIZES_H
#define BSH_STATS_EFFECT_SIZES_H

#include "stats/sample.h"

/* P(T <= t) and P(T > t) of the noncentral t distribution. */
double bsh__noncentral_t_p(double t, double df, double noncentrality);
double bsh__noncentral_t_q(double t, double df, double noncentrality);

typedef struct bsh__standardized {
    bsh_test_status status;
    double          cohens_d, j, hedges_g, g_ci_low, g_ci_high, d_ci_low, d_ci_high, se_large,
        ci_large_low, ci_large_high, d_av, df_av, g_av, glass_delta_b;
} bsh__standardized;
void bsh__hedges_g(bsh__standardized *out, bsh__sample a, bsh__sample b, double conf_level);

typedef struct bsh__detectable {
    bsh_test_status status;
    double          df, mde_d, mde_d_normal;
} bsh__detectable;
void bsh__mde(bsh__detectable *out, size_t n_a, size_t n_b, double power, double alpha);

/* JZS Bayes factor, Cauchy scale rscale (Rouder et al. 2009). */
typedef struct bsh__bayes {
    bsh_test_status status;
    double          t, df, rscale, bf10, log10_bf10;
} bsh__bayes;
void bsh__bf_jzs(bsh__bayes *out, bsh__sample a, bsh__sample b, double rscale);

#endif
