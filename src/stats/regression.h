/* Length and clusters. */
#ifndef BSH_STATS_REGRESSION_H
#define BSH_STATS_REGRESSION_H

#include "stats/sample.h"

/* A case of a regression; cases in a fixed order.  One without words (words not above 0) has no
 * ln(words) and is left out of the fits on length. */
typedef struct bsh__case {
    double   y, words;
    uint32_t cluster; /* number of its cluster; equal numbers, same cluster */
    bool     is_b;
} bsh__case;

/* Least squares of y on 1, is_b, ln(words); [0] intercept, [1] is_b, [2] ln words.  The
 * difference A - B is -coef[1].  HC3: MacKinnon & White 1985; CR1 with t on G - 1 df; p values
 * are two-sided.
 *
 * status  TOO_FEW: under 2 cases in an outlet; NO_VARIANCE: y, or words, is constant in each
 *         outlet; DEGENERATE: a case decides a coefficient alone, so that HC3 is not defined
 *         (its fields are NaN, the others are given), or the fit has no residuals
 * CR1 fields and n_clusters are NaN without clusters; with fewer than two, the fields alone. */
typedef struct bsh__length_fit {
    bsh_test_status status;
    double coef[3], se[3], t[3], p[3], se_hc3[3], t_hc3[3], p_hc3[3], se_cr1[3], t_cr1[3],
        p_cr1[3];
    double df, r2, sigma, n_clusters;
} bsh__length_fit;
bsh_status bsh__length_adjusted(bsh__length_fit *out, const bsh__case *cases, size_t n,
                                bool has_clusters, const bsh_allocator *allocator,
                                bsh_error *err);

/* The same line by Tukey's bisquare with c = 4.685, from least squares by reweighting; the
 * scale is median |residual| / .6745 (Huber 1981; Holland & Welsch 1977).  DEGENERATE: an
 * outlet has no case left with a weight, or the weights come to no rest. */
bsh_status bsh__robust_length_adjusted(double coef[3], bsh_test_status *status,
                                       const bsh__case *cases, size_t n,
                                       const bsh_allocator *allocator, bsh_error *err);

/* Least squares of y on 1, is_b alone, with CR1 se: the difference A - B of clustered articles.
 * TOO_FEW: an outlet has fewer than 2 cases or 2 clusters; NO_VARIANCE: y is constant in each
 * outlet; DEGENERATE: the residuals of every cluster sum to 0 (diff, df and counts are given).
 */
typedef struct bsh__clustered {
    bsh_test_status status;
    double          diff, se, t, df, p, ci_low, ci_high, n_clusters_a, n_clusters_b;
} bsh__clustered;
bsh_status bsh__cluster_difference(bsh__clustered *out, const bsh__case *cases, size_t n,
                                   double conf_level, const bsh_allocator *allocator,
                                   bsh_error *err);

/* Intraclass correlation by one-way analysis of variance (Donner 1986).  design_effect is
 * 1 + (m - 1) icc with m = n/G cases a cluster; weighted with m = sum of squared sizes / n.
 * TOO_FEW: fewer than two clusters, or no cluster of two. */
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
