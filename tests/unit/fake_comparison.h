/* A comparison filled by hand, behind the functions that look at one: for tests of what is made
 * of it, tables and pages.  To be included once in a program. */
#ifndef BSH_TESTS_FAKE_COMPARISON_H
#define BSH_TESTS_FAKE_COMPARISON_H

#include "tests/t.h"

#include <broadsheet/comparison.h>

#include <math.h>

struct bsh_comparison {
    bsh_selection             selection;
    bsh_compare_options       options;
    const bsh_corpus_summary *corpora;
    size_t                    n_corpora;
    const bsh_description    *descriptions; /* a measure after the other, a row a corpus */
    const bsh_result         *results;
    size_t                    n_results;
    const bsh_pair_summary   *pairs;
    size_t                    n_pairs;
    size_t                    n_adjusted;
};

const bsh_selection *bsh_comparison_selection(const bsh_comparison *comparison)
{
    return &comparison->selection;
}

const bsh_compare_options *bsh_comparison_options(const bsh_comparison *comparison)
{
    return &comparison->options;
}

const bsh_corpus_summary *bsh_comparison_corpora(const bsh_comparison *comparison, size_t *n)
{
    *n = comparison->n_corpora;
    return comparison->corpora;
}

const bsh_description *bsh_comparison_describe(const bsh_comparison *comparison, size_t measure,
                                               size_t corpus)
{
    return &comparison->descriptions[measure * comparison->n_corpora + corpus];
}

const bsh_result *bsh_comparison_results(const bsh_comparison *comparison, size_t *n)
{
    *n = comparison->n_results;
    return comparison->results;
}

const bsh_pair_summary *bsh_comparison_pairs(const bsh_comparison *comparison, size_t *n)
{
    *n = comparison->n_pairs;
    return comparison->pairs;
}

size_t bsh_comparison_n_adjusted(const bsh_comparison *comparison)
{
    return comparison->n_adjusted;
}

const char *bsh_test_id(size_t index)
{
    return index == 0 ? "yuen_t" : NULL;
}

const char *bsh_note_name(bsh_note note)
{
#define FAKE_NOTE_NAME(name, id) id,
    static const char *const names[] = {BSH_NOTE_MAP(FAKE_NOTE_NAME)};
#undef FAKE_NOTE_NAME
    return names[note];
}

/* An empty comparison of the measures of a list, at the usual settings. */
static inline bsh_comparison fake_comparison(const char *measures)
{
    bsh_comparison comparison = {
        .options = {.alpha = 0.05,
                    .conf_level = 0.95,
                    .adjust = BSH_ADJUST_HOLM,
                    .seed = 1,
                    .n_draws = 9999},
    };
    assert_int_equal(bsh_selection_parse(&comparison.selection, measures, BSH_SET_KEY, NULL),
                     BSH_OK);
    return comparison;
}

/* A test, and a pair, that have no numbers yet. */
static inline bsh_result fake_result(size_t measure, size_t a, size_t b, const char *method)
{
    double const none = (double) NAN;
    return (bsh_result){.measure = measure,
                        .a = a,
                        .b = b,
                        .method = method,
                        .estimate_name = "",
                        .statistic = none,
                        .df1 = none,
                        .df2 = none,
                        .p = none,
                        .p_adj = none,
                        .estimate = none,
                        .ci_low = none,
                        .ci_high = none,
                        .ci_level = none};
}

static inline bsh_pair_summary fake_pair(size_t measure, size_t a, size_t b)
{
    double const none = (double) NAN;
    return (bsh_pair_summary){
        .measure = measure,
        .a = a,
        .b = b,
        .mean_a = none,
        .mean_b = none,
        .sd_a = none,
        .sd_b = none,
        .median_a = none,
        .median_b = none,
        .diff = none,
        .diff_ci_low = none,
        .diff_ci_high = none,
        .welch_p = none,
        .welch_p_adj = none,
        .hedges_g = none,
        .g_ci_low = none,
        .g_ci_high = none,
        .p_superior = none,
        .ps_ci_low = none,
        .ps_ci_high = none,
        .mw_p = none,
        .mw_p_adj = none,
        .bm_p = none,
        .bm_p_adj = none,
        .shift = none,
        .shift_ci_low = none,
        .shift_ci_high = none,
        .length_adj_diff = none,
        .length_adj_p = none,
        .ratio_a = none,
        .ratio_b = none,
        .percentile = none,
        .crawford_p = none,
        .shown_p = none,
        .shown_p_adj = none,
        .shown_method = "",
    };
}

#endif
