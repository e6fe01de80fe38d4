/* Tests on ranks of two outlets. */
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

/* Exact also with ties, by counting label assignments over doubled mid-ranks; for n1 + n2 up to
 * BSH__EXACT_MOST.  Needs memory. */
enum { BSH__EXACT_MOST = 100 };
bsh_status bsh__mann_whitney_exact(bsh__mann_whitney *out, bsh__sample a, bsh__sample b,
                                   const bsh_allocator *allocator, bsh_error *err);
void       bsh__mann_whitney_normal(bsh__mann_whitney *out, bsh__sample a, bsh__sample b);

typedef struct bsh__brunner {
    bsh_test_status status;
    double statistic, df, p, p_superior, se, ci_low, ci_high, ci_logit_low, ci_logit_high;
} bsh__brunner;
void bsh__brunner_munzel(bsh__brunner *out, bsh__sample a, bsh__sample b, double conf_level);

typedef struct bsh__superior {
    bsh_test_status status;
    double          p_superior, cliff_delta, newcombe_ci_low, newcombe_ci_high;
    double          cliff_var, cliff_ci_low, cliff_ci_high; /* Cliff 1993; Feng & Cliff 2004 */
    double          cles_normal;
} bsh__superior;
void bsh__superiority(bsh__superior *out, bsh__sample a, bsh__sample b, double conf_level);

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

typedef struct bsh__kolmogorov {
    bsh_test_status status;
    double          d, p_exact, p_asymptotic; /* p_exact NaN where n1 n2 > 10,000 */
    bool            ties_between;
} bsh__kolmogorov;
bsh_status bsh__ks2(bsh__kolmogorov *out, bsh__sample a, bsh__sample b,
                    const bsh_allocator *allocator, bsh_error *err);

#endif
