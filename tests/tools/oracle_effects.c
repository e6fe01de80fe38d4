#include "oracle.h"

#include <stdlib.h>

#include "base/memory.h"
#include "stats/adjust.h"

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

const oracle_kind oracle_effects[] = {{"p_adjust", run_p_adjust}, {NULL, NULL}};
