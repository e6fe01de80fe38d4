/* Adjusted p values: each method is a family of its own over all measures and pairs. */
#include <string.h>

#include "compare/comparison_parts.h"
#include "stats/adjust.h"
#include "stats/permutation.h"

/* Methods that stand in one family, each by the beginning of its name. */
static const char *const families[] = {"welch_t",        "mann_whitney", "brunner_munzel",
                                       "paired_t",       "signed_rank",  "cluster_robust",
                                       "kruskal_wallis", "welch_anova",  "friedman"};

static bool is_of_family(const bsh_result *result, const char *family)
{
    bool const is_permutation = strcmp(result->method, "brunner_munzel_permutation") == 0;
    return !is_permutation && strncmp(result->method, family, strlen(family)) == 0;
}

/* Westfall & Young's method needs the data and is for Welch's t alone; the others take Holm's.
 */
static bsh_adjust method_of(const bsh_comparison *comparison)
{
    return comparison->options.adjust == BSH_ADJUST_MAXT ? BSH_ADJUST_HOLM
                                                         : comparison->options.adjust;
}

static bsh_status adjust_results(bsh_comparison *comparison, const char *family, double *p,
                                 bsh_error *err)
{
    bsh_result *const results = comparison->results.items;
    size_t            n = 0;
    for (size_t i = 0; i < comparison->results.n; ++i) {
        if (is_of_family(&results[i], family)) {
            p[n++] = results[i].p;
        }
    }
    BSH_TRY(bsh__adjust_p(p, p, n, method_of(comparison), comparison->allocator, err));
    n = 0;
    for (size_t i = 0; i < comparison->results.n; ++i) {
        if (is_of_family(&results[i], family)) {
            results[i].p_adj = p[n++];
            results[i].p_adj_method = method_of(comparison);
        }
    }
    return BSH_OK;
}

/* The p of the summary is one family too: permutation stands in for Brunner & Munzel's t. */
static bsh_status adjust_shown(bsh_comparison *comparison, double *p, bsh_error *err)
{
    bsh_pair_summary *const pairs = comparison->pairs.items;
    size_t const            n = comparison->pairs.n;
    comparison->n_adjusted = 0;
    for (size_t i = 0; i < n; ++i) {
        p[i] = pairs[i].shown_p;
        comparison->n_adjusted += isnan(p[i]) ? 0 : 1;
    }
    BSH_TRY(bsh__adjust_p(p, p, n, method_of(comparison), comparison->allocator, err));
    for (size_t i = 0; i < n; ++i) {
        pairs[i].shown_p_adj = p[i];
    }
    return BSH_OK;
}

static double *adjusted_of_pair(bsh_pair_summary *pair, const char *method)
{
    return strcmp(method, "welch_t") == 0                                 ? &pair->welch_p_adj
           : strncmp(method, "mann_whitney", strlen("mann_whitney")) == 0 ? &pair->mw_p_adj
           : strcmp(method, "brunner_munzel") == 0                        ? &pair->bm_p_adj
                                                                          : NULL;
}

/* Results stand in the order of their pairs, so each is looked for from the pair of the last
 * one on: from the first on it would be 3e10 comparisons for 100 corpora. */
static bsh_pair_summary *summary_of(bsh_comparison *comparison, const bsh_result *result,
                                    size_t *at)
{
    bsh_pair_summary *const pairs = comparison->pairs.items;
    size_t const            n = result->b == BSH_NO_CORPUS ? 0 : comparison->pairs.n;
    for (size_t i = 0; i < n; ++i) {
        bsh_pair_summary *const pair = &pairs[(*at + i) % n];
        if (pair->measure == result->measure && pair->a == result->a && pair->b == result->b) {
            *at = (*at + i) % n;
            return pair;
        }
    }
    return NULL;
}

/* The row of a permutation has the adjusted p of the family that is shown; max-T's p is shown
 * where Welch's is asked for. */
static void copy_to_pair(bsh_comparison *comparison, bsh_pair_summary *pair, bsh_result *result)
{
    bool const is_shown = strcmp(result->method, pair->shown_method) == 0;
    bool const is_max_t =
        comparison->options.adjust == BSH_ADJUST_MAXT && strcmp(result->method, "welch_t") == 0;
    double *const adjusted = adjusted_of_pair(pair, result->method);
    if (is_max_t) {
        result->p_adj = pair->welch_p_adj;
        result->p_adj_method = BSH_ADJUST_MAXT;
    } else if (adjusted != NULL) {
        *adjusted = result->p_adj;
    }
    if (is_shown && strcmp(result->method, "brunner_munzel_permutation") == 0) {
        result->p_adj = pair->shown_p_adj;
        result->p_adj_method = method_of(comparison);
    }
    if (is_shown && is_max_t && !isnan(result->p_adj)) {
        pair->shown_p_adj = result->p_adj;
    }
}

static void copy_to_pairs(bsh_comparison *comparison)
{
    bsh_result *const results = comparison->results.items;
    size_t            at = 0;
    for (size_t i = 0; i < comparison->results.n; ++i) {
        bsh_pair_summary *const pair = summary_of(comparison, &results[i], &at);
        if (pair != NULL) {
            copy_to_pair(comparison, pair, &results[i]);
        }
    }
}

/* ---- max-T */

static void fill_matrix(double *values, const bsh__samples *samples, size_t a, size_t b)
{
    size_t const corpora[2] = {a, b};
    for (size_t measure = 0; measure < samples->n_measures; ++measure) {
        for (unsigned side = 0; side < 2; ++side) {
            size_t const corpus = corpora[side];
            for (size_t i = samples->starts[corpus]; i < samples->starts[corpus + 1]; ++i) {
                *values++ = bsh__rows_value(samples->rows, samples->articles[i], measure);
            }
        }
    }
}

/* fmin would make 1 of a p that is not given. */
static double at_most_one(double p)
{
    return p > 1 ? 1 : p;
}

/* One set of permutations a pair; over the pairs the smallest p times their number.  The pairs
 * of a measure stand together, n_pairs of them, in the same order for each. */
static void set_max_t(bsh_comparison *comparison, size_t pair, const double *p, size_t n_pairs)
{
    bsh_pair_summary *const pairs = comparison->pairs.items;
    for (size_t measure = 0; measure < comparison->selection.n_measures; ++measure) {
        pairs[measure * n_pairs + pair].welch_p_adj =
            at_most_one(p[measure] * (double) n_pairs);
    }
}

static bsh_status adjust_pair_by_max_t(bsh_comparison *comparison, const bsh__samples *samples,
                                       size_t index, size_t n_pairs, bsh_error *err)
{
    const bsh_pair_summary *const pair =
        (const bsh_pair_summary *) comparison->pairs.items + index;
    size_t const          n_a = samples->starts[pair->a + 1] - samples->starts[pair->a];
    size_t const          n_b = samples->starts[pair->b + 1] - samples->starts[pair->b];
    size_t const          n = samples->n_measures;
    bsh__pairing const    pairing = {.comparison = comparison, .a = pair->a, .b = pair->b};
    bsh__resampling const how = {comparison->options.n_draws,
                                 bsh__pairing_key(&pairing, "max_t"), comparison->allocator};
    double *const         values =
        bsh__allocate(comparison->allocator, n * (n_a + n_b + 1) + 1, sizeof(double));
    if (values == NULL) {
        return bsh__fail_memory(err);
    }
    double *const p = values + n * (n_a + n_b);
    bsh__max_t    max_t = {.p_step_down = p};
    fill_matrix(values, samples, pair->a, pair->b);
    bsh__measures const measures = {values, n, n_a, n_b};
    bsh_status const    status = bsh__max_t_adjust(&max_t, &measures, &how, err);
    if (status == BSH_OK) {
        set_max_t(comparison, index, p, n_pairs);
    }
    bsh__release(comparison->allocator, values);
    return status;
}

static bsh_status adjust_by_max_t(bsh_comparison *comparison, const bsh__samples *samples,
                                  bsh_error *err)
{
    size_t const n_pairs =
        samples->n_measures == 0 ? 0 : comparison->pairs.n / samples->n_measures;
    for (size_t i = 0; i < n_pairs; ++i) {
        BSH_TRY(adjust_pair_by_max_t(comparison, samples, i, n_pairs, err));
    }
    return BSH_OK;
}

bsh_status bsh__adjust_families(bsh_comparison *comparison, const bsh__samples *samples,
                                bsh_error *err)
{
    double *const p =
        bsh__allocate(comparison->allocator, comparison->results.n + 1, sizeof(double));
    bsh_status status = p == NULL ? bsh__fail_memory(err) : BSH_OK;
    for (size_t i = 0; status == BSH_OK && i < sizeof families / sizeof families[0]; ++i) {
        status = adjust_results(comparison, families[i], p, err);
    }
    if (status == BSH_OK && comparison->options.adjust == BSH_ADJUST_MAXT) {
        status = adjust_by_max_t(comparison, samples, err);
    }
    if (status == BSH_OK) {
        status = adjust_shown(comparison, p, err);
    }
    if (status == BSH_OK) {
        copy_to_pairs(comparison);
    }
    if (p != NULL) {
        bsh__release(comparison->allocator, p);
    }
    return status;
}
