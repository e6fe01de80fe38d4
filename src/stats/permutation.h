/* Permutation of labels, and the bootstrap. */
#ifndef BSH_STATS_PERMUTATION_H
#define BSH_STATS_PERMUTATION_H

#include "stats/random.h"
#include "stats/sample.h"

/* Draws of labels or of articles. */
typedef struct bsh__resampling {
    unsigned             n_draws;
    bsh__random_key      key;
    const bsh_allocator *allocator;
} bsh__resampling;

typedef enum bsh__permuted {
    BSH__PERMUTE_DIFF,
    BSH__PERMUTE_WELCH,
    BSH__PERMUTE_BRUNNER
} bsh__permuted;

/* All C(N, n1) labellings where there are at most 100,000 of them, else n_draws drawn ones.
 *
 * statistic  of A against B: difference of means; Welch's t; Brunner & Munzel's (studentised
 *            permutation: Neubert & Brunner 2007).  The last is infinite where the samples are
 *            completely separated: it counts as further out than any number and as far as
 *            another infinity, p is exact, and `statistic` is NaN
 * p          share of labellings with a statistic as far from 0, as high (p_greater), as low
 *            (p_less); (b + 1)/(B + 1) where they were drawn.  What differs by 1e-9 of the
 *            statistic or less is as far: equal sums come out with other last digits
 * status     TOO_FEW: under 2 values in an outlet; NO_VARIANCE: each is constant (Welch), all
 *            values are equal (Brunner)
 * time       O(n) a labelling: 9,999 of two outlets of 10,000 articles take about .2 s */
typedef struct bsh__permutation {
    bsh_test_status status;
    double          statistic, n_permutations, p, p_greater, p_less;
    bool            is_exact;
} bsh__permutation;
bsh_status bsh__permute(bsh__permutation *out, bsh__sample a, bsh__sample b, bsh__permuted what,
                        const bsh__resampling *resampling, bsh_error *err);

/* Westfall & Young 1993: one set of label permutations for all measures at once, Welch |t|.
 * p_raw, p_single_step, p_step_down: n_measures each; any may be NULL; untestable ones NaN
 *           (under 2 values in an outlet, or constant in each)
 * A labelling that leaves a measure under 2 values in an outlet counts against that measure. */
typedef struct bsh__max_t {
    double *abs_t, *p_raw, *p_single_step, *p_step_down;
    double  n_permutations;
    bool    is_exact;
} bsh__max_t;

/* A row a measure, a column an article; the first n_a of a row are A's; NaN = missing. */
typedef struct bsh__measures {
    const double *values;
    size_t        n_measures, n_a, n_b;
} bsh__measures;
bsh_status bsh__max_t_adjust(bsh__max_t *out, const bsh__measures *measures,
                             const bsh__resampling *resampling, bsh_error *err);

/* Bootstrap inside each outlet: mean difference (BCa and percentile), median difference
 * (percentile alone: a jackknifed median gives no acceleration).
 *
 * status  TOO_FEW: under 8 articles in an outlet; NO_VARIANCE: each is constant; DEGENERATE: no
 *         BCa interval, for all replicates lie on one side of the estimate (the percentile
 *         interval is given)
 * alpha_low, alpha_high  the shares of replicates below the ends of the BCa interval */
enum { BSH__BOOTSTRAP_LEAST = 8 };
typedef struct bsh__bootstrap {
    bsh_test_status status;
    double          estimate, z0, a, alpha_low, alpha_high, ci_low, ci_high, percentile_low,
        percentile_high;
} bsh__bootstrap;
bsh_status bsh__bootstrap_mean(bsh__bootstrap *out, bsh__sample a, bsh__sample b,
                               const bsh__resampling *resampling, double conf_level,
                               bsh_error *err);
bsh_status bsh__bootstrap_median(bsh__bootstrap *out, bsh__sample a, bsh__sample b,
                                 const bsh__resampling *resampling, double conf_level,
                                 bsh_error *err);

/* Its parts, without the rule of 8 articles: replicates of the difference of means, of medians
 * (false without memory), and intervals from them (they are sorted in place): BCa with the
 * acceleration of the difference of means (Efron 1987), and percentile, which leaves the fields
 * of BCa NaN. */
typedef struct bsh__replicates {
    double *values;
    size_t  n;
    double  estimate; /* of the samples themselves */
} bsh__replicates;
void bsh__resample_means(bsh__replicates *replicates, bsh__sample a, bsh__sample b,
                         bsh__random_key key);
bool bsh__resample_medians(bsh__replicates *replicates, bsh__sample a, bsh__sample b,
                           bsh__random_key key, const bsh_allocator *allocator);
void bsh__bca(bsh__bootstrap *out, const bsh__replicates *replicates, bsh__sample a,
              bsh__sample b, double conf_level);
void bsh__percentiles(bsh__bootstrap *out, const bsh__replicates *replicates,
                      double conf_level);

#endif
