/* Length and clusters. */
#ifndef BSH_STATS_REGRESSION_H
#define BSH_STATS_REGRESSION_H

#include "stats/sample.h"

/* A case of a regression; cases in a fixed order. */
typedef struct bsh__case {
    double   y, words;
    uint32_t cluster; /* number of its cluster; equal numbers, same cluster */
    bool     is_b;
} bsh__case;

/* Least squares of y on 1, is_b, ln(words); [0] intercept, [1] is_b, [2] ln words.  The
 * difference A - B is -coef[1].  HC3: MacKinnon & White 1985; CR1 with t on G - 1 df. */
typedef struct bsh__length_fit {
    bsh_test_status status;
    double coef[3], se[3], t[3], p[3], se_hc3[3], t_hc3[3], p_hc3[3], se_cr1[3], t_cr1[3],
        p_cr1[3];
    double df, r2, sigma, n_clusters;
} bsh__length_fit;
bsh_status bsh__length_adjusted(bsh__length_fit *out, const bsh__case *cases, size_t n,
                                bool has_clusters, const bsh_allocator *allocator,
                                bsh_error *err);
bsh_status bsh__robust_length_adjusted(double coef[3], bsh_test_status *status,
                                       const bsh__case *cases, size_t n, bsh_error *err);

/* Least squares of y on 1, is_b alone, with CR1 se: the difference A - B of clustered articles.
 */
typedef struct bsh__clustered {
    bsh_test_status status;
    double          diff, se, t, df, p, ci_low, ci_high, n_clusters_a, n_clusters_b;
} bsh__clustered;
bsh_status bsh__cluster_difference(bsh__clustered *out, const bsh__case *cases, size_t n,
                                   double conf_level, const bsh_allocator *allocator,
                                   bsh_error *err);

typedef struct bsh__intraclass {
    bsh_test_status status;
    double          ms_between, ms_within, n0, icc, design_effect, design_effect_weighted;
} bsh__intraclass;
bsh_status bsh__icc(bsh__intraclass *out, const double *y, const uint32_t *clusters, size_t n,
                    const bsh_allocator *allocator, bsh_error *err);

/* Spearman's rank correlation; NaN where a side is constant or n < 3. */
bsh_status bsh__spearman(double *out, const double *x, const double *y, size_t n,
                         const bsh_allocator *allocator, bsh_error *err);

#endif
