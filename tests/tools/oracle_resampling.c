#include "tests/tools/oracle.h"

#include "base/memory.h"
#include "stats/permutation.h"
#include "stats/regression.h"

/* ---- length and clusters */

/* The cases of a regression; NULL without memory.  Free with bsh__release. */
static bsh__case *read_cases(oracle_case *c, bool has_clusters, size_t *n)
{
    size_t              n_outlets = 0;
    size_t              n_words = 0;
    size_t              n_clusters = 0;
    const double *const y = oracle_numbers(c, "y", n);
    const double *const outlet_is_b = oracle_numbers(c, "outlet_is_b", &n_outlets);
    const double *const words = oracle_numbers(c, "words", &n_words);
    const double *const clusters =
        has_clusters ? oracle_numbers(c, "cluster", &n_clusters) : NULL;
    if (n_outlets != *n || n_words != *n) {
        return NULL;
    }
    bsh__case *const cases = bsh__allocate_zeroed(bsh__allocator(NULL), *n + 1, sizeof *cases);
    size_t           n_used = 0;
    for (size_t i = 0; cases != NULL && i < *n; ++i) {
        if (!isnan(y[i]) && !isnan(words[i])) {
            cases[n_used++] =
                (bsh__case){y[i], words[i], n_clusters == *n ? (uint32_t) clusters[i] : 0,
                            outlet_is_b[i] > 0};
        }
    }
    *n = n_used;
    return cases;
}

static void run_length_adjusted(oracle_case *c)
{
    size_t           n = 0;
    bsh__case *const cases = read_cases(c, true, &n);
    bsh__length_fit  fit;
    if (cases != NULL &&
        bsh__length_adjusted(&fit, cases, n, true, bsh__allocator(NULL), NULL) == BSH_OK) {
        oracle_put_status(c, "status", fit.status);
        oracle_put_list(c, "coef", fit.coef, 3);
        oracle_put_list(c, "se", fit.se, 3);
        oracle_put_list(c, "t", fit.t, 3);
        oracle_put_list(c, "p", fit.p, 3);
        oracle_put_list(c, "se_hc3", fit.se_hc3, 3);
        oracle_put_list(c, "t_hc3", fit.t_hc3, 3);
        oracle_put_list(c, "p_hc3", fit.p_hc3, 3);
        oracle_put_list(c, "se_cr1", fit.se_cr1, 3);
        oracle_put_list(c, "t_cr1", fit.t_cr1, 3);
        oracle_put_list(c, "p_cr1", fit.p_cr1, 3);
        oracle_put(c, "df", fit.df);
        oracle_put(c, "r2", fit.r2);
        oracle_put(c, "sigma", fit.sigma);
        oracle_put(c, "n_clusters", fit.n_clusters);
    }
    bsh__release(bsh__allocator(NULL), cases);
}

static void run_robust_length_adjusted(oracle_case *c)
{
    size_t           n = 0;
    bsh__case *const cases = read_cases(c, false, &n);
    double           coef[3];
    bsh_test_status  status;
    if (cases != NULL && bsh__robust_length_adjusted(coef, &status, cases, n,
                                                     bsh__allocator(NULL), NULL) == BSH_OK) {
        oracle_put_status(c, "status", status);
        oracle_put_list(c, "coef", coef, 3);
    }
    bsh__release(bsh__allocator(NULL), cases);
}

static void run_icc(oracle_case *c)
{
    size_t              n = 0;
    size_t              n_clusters = 0;
    const double *const y = oracle_numbers(c, "y", &n);
    const double *const numbers = oracle_numbers(c, "cluster", &n_clusters);
    uint32_t *const     clusters = bsh__allocate(bsh__allocator(NULL), n + 1, sizeof *clusters);
    bsh__intraclass     result;
    for (size_t i = 0; clusters != NULL && n == n_clusters && i < n; ++i) {
        clusters[i] = (uint32_t) numbers[i];
    }
    if (clusters != NULL && n == n_clusters &&
        bsh__icc(&result, y, clusters, n, bsh__allocator(NULL), NULL) == BSH_OK) {
        oracle_put_status(c, "status", result.status);
        oracle_put(c, "ms_between", result.ms_between);
        oracle_put(c, "ms_within", result.ms_within);
        oracle_put(c, "n0", result.n0);
        oracle_put(c, "icc", result.icc);
        oracle_put(c, "design_effect", result.design_effect);
        oracle_put(c, "design_effect_weighted", result.design_effect_weighted);
    }
    bsh__release(bsh__allocator(NULL), clusters);
}

const oracle_kind oracle_resampling[] = {
    {"length_adjusted", run_length_adjusted},
    {"robust_length_adjusted", run_robust_length_adjusted},
    {"icc", run_icc},
    {NULL, NULL},
};
