/* Tests on ranks of several outlets, of blocks and of pairs. */
#ifndef BSH_STATS_GROUP_TESTS_H
#define BSH_STATS_GROUP_TESTS_H

#include "stats/sample.h"

/* Kruskal & Wallis 1952.  Groups of one value count; an empty one, or fewer than 2 groups:
 * TOO_FEW.  epsilon2 = H/(N - 1); eta2_h = (H - k + 1)/(N - k), NaN for N = k. */
typedef struct bsh__kruskal {
    bsh_test_status status;
    double          h, df, p, epsilon2, eta2_h;
} bsh__kruskal;
bsh_status bsh__kruskal_wallis(bsh__kruskal *out, const bsh__sample *groups, size_t n_groups,
                               const bsh_allocator *allocator, bsh_error *err);

/* Dunn 1964: every pair i < j in the order 0-1, 0-2, 1-2 ... of n_groups (n_groups - 1) / 2. */
typedef struct bsh__dunn_pair {
    double mean_rank_i, mean_rank_j, z, p;
} bsh__dunn_pair;
bsh_status bsh__dunn(bsh_test_status *status, bsh__dunn_pair *pairs, const bsh__sample *groups,
                     size_t n_groups, const bsh_allocator *allocator, bsh_error *err);

/* Games & Howell 1976, pairs in the same order; each has a status of its own: NO_VARIANCE (diff
 * alone is given) or DF_BELOW_2 (all but p and the interval).  q = |diff| / se, so that Welch's
 * t is diff / (se sqrt 2). */
typedef struct bsh__games_pair {
    bsh_test_status status;
    double          diff, se, df, q, p, ci_low, ci_high;
} bsh__games_pair;
void bsh__games_howell(bsh_test_status *status, bsh__games_pair *pairs,
                       const bsh__sample *groups, size_t n_groups, double conf_level);

/* P(Q > q) of the studentised range of k means, k >= 2, df >= 1.  Relative error under 1e-10
 * down to 1e-300.  Half a millisecond. */
double bsh__studentized_range_q(double q, double k, double df);

/* Friedman 1937 with ties.  rows: n_rows x n_columns, a row a block, at least 2 x 2. */
typedef struct bsh__friedman_result {
    bsh_test_status status;
    double          chi2, df, p, kendall_w;
} bsh__friedman_result;
bsh_status bsh__friedman(bsh__friedman_result *out, const double *rows, size_t n_rows,
                         size_t n_columns, const bsh_allocator *allocator, bsh_error *err);

/* Pairs: a[i] with b[i], finite; the order of the pairs changes no digit.
 * t_status        NO_VARIANCE if all differences are equal: then t ... d_z are NaN
 * n_zero          differences of 0, which signed ranks and signs leave out (all 0: both NaN)
 * v               sum of the ranks of the positive differences (Wilcoxon 1945); its exact p for
 *                 fewer than 50 differences without ties
 * pseudo_median   median of the means of all pairs i <= j of differences that are not 0, with
 *                 the interval that goes with the exact p, or else with the normal one
 * rank_biserial   (positive less negative rank sum) over both
 * sign_pos, sign_p  positive differences; sign test, exact */
typedef struct bsh__pairs {
    bsh_test_status status, t_status;
    double          n_pairs, mean_diff, t, df, t_p, ci_low, ci_high, d_z;
    double n_zero, v, signed_rank_p_exact, signed_rank_p_normal, pseudo_median, pm_ci_low,
        pm_ci_high, rank_biserial;
    double sign_pos, sign_p;
} bsh__pairs;
bsh_status bsh__paired(bsh__pairs *out, const double *pairs, size_t n, double conf_level,
                       const bsh_allocator *allocator, bsh_error *err);

/* Royston 1995, AS R94.  p is NaN for more than 5,000 values, for which it was not fitted; w is
 * given. */
typedef struct bsh__normality {
    bsh_test_status status;
    double          w, p;
} bsh__normality;
bsh_status bsh__shapiro(bsh__normality *out, bsh__sample sample, const bsh_allocator *allocator,
                        bsh_error *err);

#endif
