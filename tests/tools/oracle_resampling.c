#include "tests/tools/oracle.h"

#include <string.h>

#include "base/memory.h"
#include "stats/permutation.h"
#include "stats/regression.h"

/* ---- permutations */

static const bsh__random_key any_key = {{1, 2}};

static bsh__resampling any_resampling(void)
{
    return (bsh__resampling){9999, any_key, bsh__allocator(NULL)};
}

static void run_permutation(oracle_case *c, bsh__permuted what)
{
    bsh__resampling const how = any_resampling();
    bsh__permutation      result;
    if (bsh__permute(&result, oracle_sample(c, "a"), oracle_sample(c, "b"), what, &how, NULL) ==
        BSH_OK) {
        oracle_put_status(c, "status", result.status);
        oracle_put(c, "statistic", result.statistic);
        oracle_put(c, "n_permutations", result.n_permutations);
        oracle_put(c, "p", result.p);
        oracle_put(c, "p_greater", result.p_greater);
        oracle_put(c, "p_less", result.p_less);
    }
}

static void run_permutation_diff(oracle_case *c)
{
    run_permutation(c, BSH__PERMUTE_DIFF);
}

static void run_permutation_welch(oracle_case *c)
{
    run_permutation(c, BSH__PERMUTE_WELCH);
}

static void run_max_t(oracle_case *c)
{
    size_t              n_measures = 0;
    size_t              n = 0;
    const double *const values = oracle_matrix(c, "measures", &n_measures, &n);
    size_t const        n_a = (size_t) oracle_number(c, "n_a");
    double *const out = bsh__allocate(bsh__allocator(NULL), n_measures + 1, 4 * sizeof *out);
    bsh__max_t result = {out,  out + n_measures, out + 2 * n_measures, out + 3 * n_measures, 0,
                         false};
    bsh__measures const   measures = {values, n_measures, n_a, n - n_a};
    bsh__resampling const how = any_resampling();
    if (out != NULL && n_a <= n &&
        bsh__max_t_adjust(&result, &measures, &how, NULL) == BSH_OK) {
        oracle_put_list(c, "abs_t", result.abs_t, n_measures);
        oracle_put_list(c, "p_raw", result.p_raw, n_measures);
        oracle_put_list(c, "p_single_step", result.p_single_step, n_measures);
        oracle_put_list(c, "p_step_down", result.p_step_down, n_measures);
        oracle_put(c, "n_permutations", result.n_permutations);
    }
    bsh__release(bsh__allocator(NULL), out);
}

/* ---- bootstrap */

static void put_bootstrap(oracle_case *c, const bsh__bootstrap *result)
{
    oracle_put_status(c, "status", result->status);
    oracle_put(c, "estimate", result->estimate);
    oracle_put(c, "z0", result->z0);
    oracle_put(c, "a", result->a);
    oracle_put(c, "alpha_low", result->alpha_low);
    oracle_put(c, "alpha_high", result->alpha_high);
    oracle_put(c, "ci_low", result->ci_low);
    oracle_put(c, "ci_high", result->ci_high);
    oracle_put(c, "percentile_low", result->percentile_low);
    oracle_put(c, "percentile_high", result->percentile_high);
}

static void run_bca_from_replicates(oracle_case *c)
{
    size_t              n = 0;
    const double *const given = oracle_numbers(c, "replicates", &n);
    bsh__replicates replicates = {bsh__allocate(bsh__allocator(NULL), n + 1, sizeof *given), n,
                                  oracle_number(c, "theta0")};
    if (replicates.values != NULL) {
        bsh__bootstrap result;
        memcpy(replicates.values, given, n * sizeof *given);
        bsh__bca(&result, &replicates, oracle_sample(c, "a"), oracle_sample(c, "b"),
                 oracle_option(c, "conf_level", .95));
        put_bootstrap(c, &result);
    }
    bsh__release(bsh__allocator(NULL), replicates.values);
}

/* As many replicates as the reference drew; by the parts, which have no rule of 8 articles. */
static void run_bootstrap(oracle_case *c, bool is_median)
{
    size_t const      n = (size_t) oracle_option(c, "replicates", 100000);
    bsh__sample const a = oracle_sample(c, "a");
    bsh__sample const b = oracle_sample(c, "b");
    double const      level = oracle_option(c, "conf_level", .95);
    bsh__replicates replicates = {bsh__allocate(bsh__allocator(NULL), n, sizeof(double)), n, 0};
    bsh__bootstrap  result;
    if (replicates.values != NULL && is_median &&
        bsh__resample_medians(&replicates, a, b, any_key, bsh__allocator(NULL))) {
        bsh__percentiles(&result, &replicates, level);
        put_bootstrap(c, &result);
    } else if (replicates.values != NULL && !is_median) {
        bsh__resample_means(&replicates, a, b, any_key);
        bsh__bca(&result, &replicates, a, b, level);
        put_bootstrap(c, &result);
    }
    bsh__release(bsh__allocator(NULL), replicates.values);
}

static void run_bca_monte_carlo(oracle_case *c)
{
    run_bootstrap(c, false);
}

static void run_bootstrap_median(oracle_case *c)
{
    run_bootstrap(c, true);
}

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
    {"permutation_diff_exact", run_permutation_diff},
    {"permutation_welch_exact", run_permutation_welch},
    {"max_t_exact", run_max_t},
    {"bca_from_replicates", run_bca_from_replicates},
    {"bca_monte_carlo", run_bca_monte_carlo},
    {"bootstrap_percentile_median", run_bootstrap_median},
    {"length_adjusted", run_length_adjusted},
    {"robust_length_adjusted", run_robust_length_adjusted},
    {"icc", run_icc},
    {NULL, NULL},
};
