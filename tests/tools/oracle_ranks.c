#include "tests/tools/oracle.h"

#include <stdlib.h>

#include "base/memory.h"
#include "stats/adjust.h"
#include "stats/group_tests.h"
#include "stats/rank_tests.h"

static double const conf_level = .95;

/* ---- two samples */

static void put_u(oracle_case *c, const bsh__mann_whitney *result)
{
    oracle_put_status(c, "status", result->status);
    oracle_put(c, "u", result->u);
    oracle_put(c, "u_b", result->u_b);
    oracle_put(c, "p", result->p);
    oracle_put(c, "ties", result->ties);
}

static void run_mann_whitney_exact(oracle_case *c)
{
    bsh__mann_whitney result;
    if (bsh__mann_whitney_exact(&result, oracle_sample(c, "a"), oracle_sample(c, "b"), NULL,
                                NULL) != BSH_OK) {
        return;
    }
    put_u(c, &result);
    oracle_put(c, "p_less", result.p_less);
    oracle_put(c, "p_greater", result.p_greater);
    oracle_put(c, "p_min_no_ties", result.p_min_no_ties);
}

static void run_mann_whitney_normal(oracle_case *c)
{
    bsh__mann_whitney result;
    bsh__mann_whitney_normal(&result, oracle_sample(c, "a"), oracle_sample(c, "b"));
    put_u(c, &result);
    oracle_put(c, "sigma", result.sigma);
    oracle_put(c, "z", result.z);
    oracle_put(c, "z_no_cc", result.z_no_cc);
    oracle_put(c, "p_no_cc", result.p_no_cc);
    oracle_put(c, "log10_p", result.log10_p);
}

static void run_brunner_munzel(oracle_case *c)
{
    bsh__brunner result;
    bsh__brunner_munzel(&result, oracle_sample(c, "a"), oracle_sample(c, "b"),
                        oracle_option(c, "conf_level", conf_level));
    oracle_put_status(c, "status", result.status);
    oracle_put(c, "statistic", result.statistic);
    oracle_put(c, "df", result.df);
    oracle_put(c, "p", result.p);
    oracle_put(c, "p_superior", result.p_superior);
    oracle_put(c, "se", result.se);
    oracle_put(c, "ci_low", result.ci_low);
    oracle_put(c, "ci_high", result.ci_high);
    oracle_put(c, "ci_logit_low", result.ci_logit_low);
    oracle_put(c, "ci_logit_high", result.ci_logit_high);
}

static void run_superiority(oracle_case *c)
{
    bsh__superior result;
    bsh__superiority(&result, oracle_sample(c, "a"), oracle_sample(c, "b"),
                     oracle_option(c, "conf_level", conf_level));
    oracle_put_status(c, "status", result.status);
    oracle_put(c, "p_superior", result.p_superior);
    oracle_put(c, "cliff_delta", result.cliff_delta);
    oracle_put(c, "newcombe_ci_low", result.newcombe_ci_low);
    oracle_put(c, "newcombe_ci_high", result.newcombe_ci_high);
    oracle_put(c, "cliff_var", result.cliff_var);
    oracle_put(c, "cliff_ci_low", result.cliff_ci_low);
    oracle_put(c, "cliff_ci_high", result.cliff_ci_high);
    oracle_put(c, "cles_normal", result.cles_normal);
}

static void run_hodges_lehmann(oracle_case *c)
{
    bsh__location_shift result;
    if (bsh__hodges_lehmann(&result, oracle_sample(c, "a"), oracle_sample(c, "b"),
                            oracle_option(c, "conf_level", conf_level), NULL, NULL) != BSH_OK) {
        return;
    }
    oracle_put_status(c, "status", result.status);
    oracle_put(c, "shift", result.shift);
    if (result.has_exact) {
        oracle_put(c, "ci_exact_k", result.ci_exact_k);
        oracle_put(c, "ci_exact_low", result.ci_exact_low);
        oracle_put(c, "ci_exact_high", result.ci_exact_high);
        oracle_put(c, "ci_exact_level", result.ci_exact_level);
        oracle_put(c, "ci_exact_reaches_level", result.ci_exact_reaches_level);
    }
    oracle_put(c, "ci_normal_k", result.ci_normal_k);
    oracle_put(c, "ci_normal_low", result.ci_normal_low);
    oracle_put(c, "ci_normal_high", result.ci_normal_high);
}

static void run_ks2(oracle_case *c)
{
    bsh__kolmogorov result;
    if (bsh__ks2(&result, oracle_sample(c, "a"), oracle_sample(c, "b"), NULL, NULL) != BSH_OK) {
        return;
    }
    oracle_put_status(c, "status", result.status);
    oracle_put(c, "d", result.d);
    oracle_put(c, "p_exact", result.p_exact);
    oracle_put(c, "p_asymptotic", result.p_asymptotic);
    oracle_put(c, "ties_between", result.ties_between);
}

/* ---- groups, blocks, pairs */

static void run_kruskal_wallis(oracle_case *c)
{
    size_t                   n = 0;
    const bsh__sample *const groups = oracle_samples(c, "groups", &n);
    bsh__kruskal             result;
    if (bsh__kruskal_wallis(&result, groups, n, NULL, NULL) != BSH_OK) {
        return;
    }
    oracle_put_status(c, "status", result.status);
    oracle_put(c, "h", result.h);
    oracle_put(c, "df", result.df);
    oracle_put(c, "p", result.p);
    oracle_put(c, "epsilon2", result.epsilon2);
    oracle_put(c, "eta2_h", result.eta2_h);
}

enum { GROUPS_MOST = 20, PAIRS_MOST = GROUPS_MOST * (GROUPS_MOST - 1) / 2 };

static void put_adjusted(oracle_case *c, const bsh__dunn_pair *pairs, size_t n_pairs,
                         const char *field, bsh_adjust method)
{
    double p[PAIRS_MOST] = {0};
    for (size_t pair = 0; pair < n_pairs; ++pair) {
        p[pair] = pairs[pair].p;
    }
    if (bsh__adjust_p(p, p, n_pairs, method, bsh__allocator(NULL), NULL) != BSH_OK) {
        return;
    }
    for (size_t pair = 0; pair < n_pairs; ++pair) {
        oracle_put_in(c, "pairs", pair, field, p[pair]);
    }
}

static void put_pairs(oracle_case *c, const bsh__dunn_pair *pairs, size_t n_groups)
{
    size_t pair = 0;
    for (size_t i = 0; i < n_groups; ++i) {
        for (size_t j = i + 1; j < n_groups; ++j, ++pair) {
            oracle_put_in(c, "pairs", pair, "i", (double) i);
            oracle_put_in(c, "pairs", pair, "j", (double) j);
            oracle_put_in(c, "pairs", pair, "mean_rank_i", pairs[pair].mean_rank_i);
            oracle_put_in(c, "pairs", pair, "mean_rank_j", pairs[pair].mean_rank_j);
            oracle_put_in(c, "pairs", pair, "z", pairs[pair].z);
            oracle_put_in(c, "pairs", pair, "p", pairs[pair].p);
        }
    }
    put_adjusted(c, pairs, pair, "p_holm", BSH_ADJUST_HOLM);
    put_adjusted(c, pairs, pair, "p_bh", BSH_ADJUST_BH);
}

static void run_dunn(oracle_case *c)
{
    size_t                   n = 0;
    const bsh__sample *const groups = oracle_samples(c, "groups", &n);
    bsh__dunn_pair           pairs[PAIRS_MOST];
    bsh_test_status          status = BSH_TEST_OK;
    if (n > GROUPS_MOST || bsh__dunn(&status, pairs, groups, n, NULL, NULL) != BSH_OK) {
        return;
    }
    oracle_put_status(c, "status", status);
    if (status == BSH_TEST_OK) {
        put_pairs(c, pairs, n);
    }
}

static void run_friedman(oracle_case *c)
{
    size_t               n_rows = 0;
    size_t               n_columns = 0;
    const double *const  rows = oracle_matrix(c, "rows", &n_rows, &n_columns);
    bsh__friedman_result result;
    if (bsh__friedman(&result, rows, n_rows, n_columns, NULL, NULL) != BSH_OK) {
        return;
    }
    oracle_put_status(c, "status", result.status);
    oracle_put(c, "chi2", result.chi2);
    oracle_put(c, "df", result.df);
    oracle_put(c, "p", result.p);
    oracle_put(c, "kendall_w", result.kendall_w);
}

static void put_paired_t(oracle_case *c, const bsh__pairs *result)
{
    oracle_put_status(c, "status", result->status);
    oracle_put_status(c, "t_status", result->t_status);
    oracle_put(c, "n_pairs", result->n_pairs);
    oracle_put(c, "mean_diff", result->mean_diff);
    oracle_put(c, "t", result->t);
    oracle_put(c, "df", result->df);
    oracle_put(c, "t_p", result->t_p);
    oracle_put(c, "ci_low", result->ci_low);
    oracle_put(c, "ci_high", result->ci_high);
    oracle_put(c, "d_z", result->d_z);
}

static void put_signed_ranks(oracle_case *c, const bsh__pairs *result)
{
    oracle_put(c, "n_zero", result->n_zero);
    oracle_put(c, "v", result->v);
    oracle_put(c, "rank_biserial", result->rank_biserial);
    oracle_put(c, "signed_rank_p_exact", result->signed_rank_p_exact);
    oracle_put(c, "signed_rank_p_normal", result->signed_rank_p_normal);
    oracle_put(c, "pseudo_median", result->pseudo_median);
    oracle_put(c, "pm_ci_low", result->pm_ci_low);
    oracle_put(c, "pm_ci_high", result->pm_ci_high);
    oracle_put(c, "sign_pos", result->sign_pos);
    oracle_put(c, "sign_p", result->sign_p);
}

/* The pairs without a missing value, a and b in turn; NULL if there is no memory. */
static double *complete_pairs(oracle_case *c, size_t *n_pairs)
{
    size_t              n = 0;
    size_t              n_b = 0;
    const double *const a = oracle_numbers(c, "a", &n);
    const double *const b = oracle_numbers(c, "b", &n_b);
    n = n < n_b ? n : n_b;
    double *const pairs = calloc(n + 1, 2 * sizeof *pairs);
    *n_pairs = 0;
    for (size_t i = 0; pairs != NULL && i < n; ++i) {
        pairs[2 * *n_pairs] = a[i];
        pairs[2 * *n_pairs + 1] = b[i];
        *n_pairs += !isnan(a[i]) && !isnan(b[i]);
    }
    return pairs;
}

static void run_paired(oracle_case *c)
{
    size_t        n = 0;
    double *const pairs = complete_pairs(c, &n);
    bsh__pairs    result;
    if (pairs != NULL &&
        bsh__paired(&result, pairs, n, oracle_option(c, "conf_level", conf_level), NULL,
                    NULL) == BSH_OK) {
        put_paired_t(c, &result);
        put_signed_ranks(c, &result);
    }
    free(pairs);
}

const oracle_kind oracle_ranks[] = {{"mann_whitney_exact", run_mann_whitney_exact},
                                    {"mann_whitney_normal", run_mann_whitney_normal},
                                    {"brunner_munzel", run_brunner_munzel},
                                    {"superiority", run_superiority},
                                    {"hodges_lehmann", run_hodges_lehmann},
                                    {"ks2", run_ks2},
                                    {"kruskal_wallis", run_kruskal_wallis},
                                    {"dunn", run_dunn},
                                    {"friedman", run_friedman},
                                    {"paired", run_paired},
                                    {NULL, NULL}};
