#include "oracle.h"

#include <stdlib.h>

#include "base/memory.h"
#include "stats/adjust.h"
#include "stats/effect_sizes.h"
#include "stats/group_tests.h"

static void adjust_by(oracle_case *c, bsh_adjust method)
{
    size_t              n = 0;
    const double *const p = oracle_numbers(c, "p", &n);
    double *const       adjusted = malloc((n + 1) * sizeof *adjusted);
    if (adjusted != NULL &&
        bsh__adjust_p(adjusted, p, n, method, bsh__allocator(NULL), NULL) == BSH_OK) {
        oracle_put_list(c, bsh_adjust_name(method), adjusted, n);
    }
    free(adjusted);
}

static void run_p_adjust(oracle_case *c)
{
    for (bsh_adjust method = BSH_ADJUST_BONFERRONI; method <= BSH_ADJUST_BY; ++method) {
        adjust_by(c, method);
    }
}

static void run_hedges_g(oracle_case *c)
{
    bsh__standardized effect;
    bsh__hedges_g(&effect, oracle_sample(c, "a"), oracle_sample(c, "b"),
                  oracle_option(c, "conf_level", 0.95));
    oracle_put_status(c, "status", effect.status);
    oracle_put(c, "cohens_d", effect.cohens_d);
    oracle_put(c, "j", effect.j);
    oracle_put(c, "hedges_g", effect.hedges_g);
    oracle_put(c, "g_ci_low", effect.g_ci_low);
    oracle_put(c, "g_ci_high", effect.g_ci_high);
    oracle_put(c, "d_ci_low", effect.d_ci_low);
    oracle_put(c, "d_ci_high", effect.d_ci_high);
    oracle_put(c, "se_large", effect.se_large);
    oracle_put(c, "ci_large_low", effect.ci_large_low);
    oracle_put(c, "ci_large_high", effect.ci_large_high);
    oracle_put(c, "d_av", effect.d_av);
    oracle_put(c, "df_av", effect.df_av);
    oracle_put(c, "g_av", effect.g_av);
    oracle_put(c, "glass_delta_b", effect.glass_delta_b);
}

static void run_mde(oracle_case *c)
{
    bsh__detectable found;
    bsh__mde(&found, (size_t) oracle_number(c, "n_a"), (size_t) oracle_number(c, "n_b"),
             oracle_option(c, "power", 0.8), oracle_option(c, "alpha", 0.05));
    oracle_put_status(c, "status", found.status);
    oracle_put(c, "df", found.df);
    oracle_put(c, "mde_d", found.mde_d);
    oracle_put(c, "mde_d_normal", found.mde_d_normal);
}

static void run_ptukey(oracle_case *c)
{
    oracle_put(c, "upper_tail",
               bsh__studentized_range_q(oracle_number(c, "q"), oracle_number(c, "k"),
                                        oracle_number(c, "df")));
}

static void put_games_pair(oracle_case *c, size_t at, const bsh__games_pair *pair)
{
    oracle_put_status_in(c, "pairs", at, "status", pair->status);
    oracle_put_in(c, "pairs", at, "diff", pair->diff);
    oracle_put_in(c, "pairs", at, "se", pair->se);
    oracle_put_in(c, "pairs", at, "t", pair->diff / pair->se / sqrt(2));
    oracle_put_in(c, "pairs", at, "q", pair->q);
    oracle_put_in(c, "pairs", at, "df", pair->df);
    oracle_put_in(c, "pairs", at, "p", pair->p);
    oracle_put_in(c, "pairs", at, "ci_low", pair->ci_low);
    oracle_put_in(c, "pairs", at, "ci_high", pair->ci_high);
}

static void put_games_pairs(oracle_case *c, const bsh__games_pair *pairs, size_t n_groups)
{
    size_t at = 0;
    for (size_t i = 0; i < n_groups; ++i) {
        for (size_t j = i + 1; j < n_groups; ++j, ++at) {
            oracle_put_in(c, "pairs", at, "i", (double) i);
            oracle_put_in(c, "pairs", at, "j", (double) j);
            put_games_pair(c, at, &pairs[at]);
        }
    }
}

static void run_games_howell(oracle_case *c)
{
    size_t                   n = 0;
    bsh_test_status          status;
    const bsh__sample *const groups = oracle_samples(c, "groups", &n);
    bsh__games_pair *const   pairs = malloc((n * n + 1) * sizeof *pairs);
    if (pairs == NULL) {
        return;
    }
    bsh__games_howell(&status, pairs, groups, n, oracle_option(c, "conf_level", 0.95));
    oracle_put_status(c, "status", status);
    put_games_pairs(c, pairs, n);
    free(pairs);
}

static void run_bf_jzs(oracle_case *c)
{
    bsh__bayes test;
    bsh__bf_jzs(&test, oracle_sample(c, "a"), oracle_sample(c, "b"),
                oracle_option(c, "rscale", sqrt(2) / 2));
    oracle_put_status(c, "status", test.status);
    oracle_put(c, "t", test.t);
    oracle_put(c, "df", test.df);
    oracle_put(c, "rscale", test.rscale);
    oracle_put(c, "bf10", test.bf10);
    oracle_put(c, "log10_bf10", test.log10_bf10);
}

static void run_shapiro(oracle_case *c)
{
    bsh__normality test;
    if (bsh__shapiro(&test, oracle_sample(c, "data"), bsh__allocator(NULL), NULL) == BSH_OK) {
        oracle_put_status(c, "status", test.status);
        oracle_put(c, "w", test.w);
        oracle_put(c, "p", test.p);
    }
}

const oracle_kind oracle_effects[] = {
    {"p_adjust", run_p_adjust},
    {"hedges_g", run_hedges_g},
    {"mde", run_mde},
    {"ptukey", run_ptukey},
    {"games_howell", run_games_howell},
    {"bf_jzs", run_bf_jzs},
    {"shapiro", run_shapiro},
    {NULL, NULL},
};
