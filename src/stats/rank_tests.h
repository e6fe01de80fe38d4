/* Tests on ranks of two outlets.  O(n) for sorted samples, but where counts are exact.  A
 * sample of fewer than 2 values is TOO_FEW (superiority needs 1 of each).  A conf_level is
 * in 0..1. */
#ifndef BSH_STATS_RANK_TESTS_H
#define BSH_STATS_RANK_TESTS_H

#include "stats/sample.h"

typedef struct bsh__mann_whitney {
    bsh_test_status status;
    double          u, u_b, p, p_less, p_greater;        /* u of A */
    double          p_min_no_ties;                       /* exact: 2/C(n1+n2,n1), at most 1 */
    double          sigma, z, z_no_cc, p_no_cc, log10_p; /* normal */
    bool            ties, is_exact;
} bsh__mann_whitney;

/* Mann & Whitney 1947.  Exact also with ties, by counting label assignments over doubled
 * mid-ranks: p = P(|U - mean| >= |u - mean|), with all its digits.  It is the one to print for
 * n1 + n2 up to BSH__EXACT_MOST (1 ms); BSH_E_LIMIT over BSH__CHOICES_MOST (ranks.h).  Normal:
 * with correction for ties and continuity; log10_p goes on where p is 0.  All values equal:
 * NO_VARIANCE. */
enum { BSH__EXACT_MOST = 100 };
bsh_status bsh__mann_whitney_exact(bsh__mann_whitney *out, bsh__sample a, bsh__sample b,
                                   const bsh_allocator *allocator, bsh_error *err);
void       bsh__mann_whitney_normal(bsh__mann_whitney *out, bsh__sample a, bsh__sample b);

/* Brunner & Munzel 2000; positive where A is larger.  Completely separated samples, and all
 * values equal: DEGENERATE, with p_superior.  The logit interval stays within 0..1. */
typedef struct bsh__brunner {
    bsh_test_status status;
    double statistic, df, p, p_superior, se, ci_low, ci_high, ci_logit_low, ci_logit_high;
} bsh__brunner;
void bsh__brunner_munzel(bsh__brunner *out, bsh__sample a, bsh__sample b, double conf_level);

/* P(A > B) + P(A = B)/2, Cliff's delta.  Newcombe's interval (2006, method 5) is there also for
 * separated samples; the others need 2 values of each, Cliff's |delta| < 1, cles_normal a
 * variance. */
typedef struct bsh__superior {
    bsh_test_status status;
    double          p_superior, cliff_delta, newcombe_ci_low, newcombe_ci_high;
    double          cliff_var, cliff_ci_low, cliff_ci_high; /* Cliff 1993; Feng & Cliff 2004 */
    double          cles_normal;
} bsh__superior;
void bsh__superiority(bsh__superior *out, bsh__sample a, bsh__sample b, double conf_level);

/* Hodges & Lehmann 1963: median of all differences A - B; interval from the k-th smallest to
 * the k-th largest (Bauer 1972).  The limits are differences themselves, bit for bit.  O(n)
 * memory and O(n1 + n2) time for each of at most 64 counts.  All values equal: no normal
 * interval. */
typedef struct bsh__location_shift {
    bsh_test_status status;
    double          shift, ci_exact_k, ci_exact_low, ci_exact_high, ci_exact_level;
    bool            ci_exact_reaches_level;
    double          ci_normal_k, ci_normal_low, ci_normal_high;
    bool            has_exact; /* n1, n2 < 50: the exact interval is the one to print */
} bsh__location_shift;
bsh_status bsh__hodges_lehmann(bsh__location_shift *out, bsh__sample a, bsh__sample b,
                               double conf_level, const bsh_allocator *allocator,
                               bsh_error *err);

/* Smirnov's two-sample test; exact by lattice paths (with ties: Schroeer & Trenkler 1995), and
 * Kolmogorov's limit without continuity term. */
typedef struct bsh__kolmogorov {
    bsh_test_status status;
    double          d, p_exact, p_asymptotic; /* p_exact NaN where n1 n2 > 10,000 */
    bool            ties_between;             /* equal values in the samples taken together */
} bsh__kolmogorov;
bsh_status bsh__ks2(bsh__kolmogorov *out, bsh__sample a, bsh__sample b,
                    const bsh_allocator *allocator, bsh_error *err);

#endif
