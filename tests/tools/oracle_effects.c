#include "oracle.h"

#include <stdlib.h>

#include "base/memory.h"
#include "stats/adjust.h"
#include "stats/effect_sizes.h"

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

const oracle_kind oracle_effects[] = {
    {"p_adjust", run_p_adjust}, {"hedges_g", run_hedges_g}, {"mde", run_mde}, {NULL, NULL}};
