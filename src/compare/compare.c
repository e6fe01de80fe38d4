/* The comparison: every measure, all corpora, every pair. */
#include <string.h>

#include "compare/comparison_parts.h"
#include "stats/describe_sample.h"

void bsh_compare_options_init(bsh_compare_options *options)
{
    *options = (bsh_compare_options){
        .size = sizeof *options,
        .alpha = .05,
        .conf_level = .95,
        .adjust = BSH_ADJUST_HOLM,
        .seed = 1,
        .n_draws = 9999,
    };
}

bsh_status bsh_compare_options_check(const bsh_compare_options *options, bsh_error *err)
{
    uint64_t requested;
    if (!(options->alpha > 0 && options->alpha < 1) ||
        !(options->conf_level > 0 && options->conf_level < 1)) {
        return bsh__fail(err, BSH_E_USAGE, 0, "alpha and confidence level lie between 0 and 1");
    }
    if (options->has_equivalence &&
        !(options->equivalence_low < options->equivalence_high &&
          isfinite(options->equivalence_low) && isfinite(options->equivalence_high))) {
        return bsh__fail(err, BSH_E_USAGE, 0,
                         "equivalence: two numbers, the lower bound comes first");
    }
    return bsh__requested_parse(&requested, options, err);
}

/* ---- one pair */

static void begin_summary(bsh_pair_summary *summary, const bsh__pairing *pairing)
{
    const bsh_comparison *const  comparison = pairing->comparison;
    size_t const                 at = pairing->measure * comparison->n_corpora;
    const bsh_description *const a = &comparison->descriptions[at + pairing->a];
    const bsh_description *const b = &comparison->descriptions[at + pairing->b];
    double *const                numbers[] = {
                       &summary->diff,
                       &summary->diff_ci_low,
                       &summary->diff_ci_high,
                       &summary->welch_p,
                       &summary->welch_p_adj,
                       &summary->hedges_g,
                       &summary->g_ci_low,
                       &summary->g_ci_high,
                       &summary->p_superior,
                       &summary->ps_ci_low,
                       &summary->ps_ci_high,
                       &summary->mw_p,
                       &summary->mw_p_adj,
                       &summary->bm_p,
                       &summary->bm_p_adj,
                       &summary->shift,
                       &summary->shift_ci_low,
                       &summary->shift_ci_high,
                       &summary->length_adj_diff,
                       &summary->length_adj_p,
                       &summary->ratio_a,
                       &summary->ratio_b,
                       &summary->shown_p,
                       &summary->shown_p_adj,
                       &summary->percentile,
                       &summary->crawford_p,
    };
    *summary = (bsh_pair_summary){
        .measure = pairing->measure,
        .a = pairing->a,
        .b = pairing->b,
        .n_a = pairing->sample_a.n,
        .n_b = pairing->sample_b.n,
        .mean_a = a->mean,
        .mean_b = b->mean,
        .sd_a = a->sd,
        .sd_b = b->sd,
        .median_a = a->median,
        .median_b = b->median,
        .shown_method = "",
        .notes = pairing->notes,
    };
    for (size_t i = 0; i < sizeof numbers / sizeof numbers[0]; ++i) {
        *numbers[i] = (double) NAN;
    }
}

static bsh_status compare_pair(bsh_comparison *comparison, const bsh__samples *samples,
                               size_t measure, size_t a, size_t b, bsh_error *err)
{
    bsh_pair_summary summary;
    bsh__pairing     pairing = {
            .comparison = comparison,
            .samples = samples,
            .measure = measure,
            .a = a,
            .b = b,
            .sample_a = bsh__sample_of(samples, measure, a),
            .sample_b = bsh__sample_of(samples, measure, b),
            .summary = &summary,
    };
    if (bsh__instrument_differs(&comparison->corpora[a], &comparison->corpora[b],
                                comparison->selection.measures[measure])) {
        pairing.notes |= 1U << BSH_NOTE_INSTRUMENT_DIFFERS;
    }
    begin_summary(&summary, &pairing);
    BSH_TRY(bsh__note_length(&pairing, err));
    BSH_TRY(bsh__compare_pair(&pairing, err));
    BSH_TRY(bsh__compare_length(&pairing, err));
    BSH_TRY(bsh__compare_totals(&pairing, err));
    if (comparison->options.has_blocks) {
        BSH_TRY(bsh__compare_blocks(&pairing, err));
    }
    if (comparison->options.has_clusters) {
        BSH_TRY(bsh__compare_clusters(&pairing, err));
    }
    BSH_TRY(bsh__compare_requested(&pairing, err));
    bsh_pair_summary *const added = bsh__vec_push(&comparison->pairs);
    if (added == NULL) {
        return bsh__fail_memory(err);
    }
    *added = summary;
    return BSH_OK;
}

/* ---- pairs */

static size_t corpus_named(const bsh_comparison *comparison, const char *name)
{
    size_t corpus = 0;
    while (corpus < comparison->n_corpora &&
           strcmp(comparison->corpora[corpus].name, name) != 0) {
        ++corpus;
    }
    return corpus;
}

/* The corpora of pair after pair: 0-1, 0-2, 1-2 ...; with a baseline each with it, as B. */
static bsh_status compare_pairs(bsh_comparison *comparison, const bsh__samples *samples,
                                size_t measure, bsh_error *err)
{
    size_t const n = comparison->n_corpora;
    bool const   has_baseline = comparison->options.baseline != NULL;
    size_t const baseline =
        has_baseline ? corpus_named(comparison, comparison->options.baseline) : n;
    for (size_t a = 0; a < n; ++a) {
        for (size_t b = has_baseline ? 0 : a + 1; b < n; ++b) {
            if (a != b && (!has_baseline || b == baseline)) {
                BSH_TRY(compare_pair(comparison, samples, measure, a, b, err));
            }
        }
    }
    return BSH_OK;
}

static bsh_status compare_measure(bsh_comparison *comparison, const bsh__samples *samples,
                                  size_t measure, bsh_error *err)
{
    bsh__pairing all = {
        .comparison = comparison,
        .samples = samples,
        .measure = measure,
        .a = BSH_ALL_CORPORA,
        .b = BSH_NO_CORPUS,
    };
    if (comparison->n_corpora > 2) {
        for (size_t corpus = 0; corpus < comparison->n_corpora; ++corpus) {
            all.sample_a.n += bsh__sample_of(samples, measure, corpus).n;
        }
        BSH_TRY(bsh__compare_groups(&all, err));
    }
    BSH_TRY(bsh__compare_each_corpus(&all, err));
    return compare_pairs(comparison, samples, measure, err);
}

static void describe_all(bsh_comparison *comparison, const bsh__samples *samples)
{
    for (size_t measure = 0; measure < samples->n_measures; ++measure) {
        for (size_t corpus = 0; corpus < samples->n_corpora; ++corpus) {
            bsh__describe(&comparison->descriptions[measure * samples->n_corpora + corpus],
                          bsh__sample_of(samples, measure, corpus),
                          bsh__missing_of(samples, measure, corpus),
                          comparison->options.conf_level);
        }
    }
}

static bsh_status compare_all(bsh_comparison *comparison, const bsh__samples *samples,
                              bsh_error *err)
{
    BSH_TRY(bsh__summarize_corpora(comparison, samples, err));
    describe_all(comparison, samples);
    for (size_t measure = 0; measure < samples->n_measures; ++measure) {
        BSH_TRY(compare_measure(comparison, samples, measure, err));
    }
    return bsh__adjust_families(comparison, samples, err);
}

/* ---- making */

static bsh_status check(const bsh_comparison *comparison, bsh_error *err)
{
    const bsh_compare_options *const options = &comparison->options;
    if (comparison->n_corpora < 2) {
        return bsh__fail(err, BSH_E_USAGE, 0, "compare: needs two corpora or more, has %zu",
                         comparison->n_corpora);
    }
    if (options->baseline != NULL &&
        corpus_named(comparison, options->baseline) == comparison->n_corpora) {
        return bsh__fail(err, BSH_E_USAGE, 0, "baseline \"%.100s\" is no corpus of these",
                         options->baseline);
    }
    return BSH_OK;
}

static const char *copy_text(bsh_comparison *comparison, const char *text)
{
    return text == NULL ? NULL : bsh__arena_copy(&comparison->texts, text, strlen(text));
}

static bsh_status set_up(bsh_comparison *comparison, const bsh_rows *rows, bsh_error *err)
{
    bsh_compare_options *const options = &comparison->options;
    size_t const               n = bsh_rows_n_corpora(rows);
    size_t const               n_measures = rows->selection.n_measures;
    const char *const          baseline = copy_text(comparison, options->baseline);
    const char *const          tests = copy_text(comparison, options->tests);
    comparison->corpora =
        bsh__allocate_zeroed(comparison->allocator, n + 1, sizeof *comparison->corpora);
    comparison->descriptions = bsh__allocate(comparison->allocator, n * n_measures + 1,
                                             sizeof *comparison->descriptions);
    if ((baseline == NULL && options->baseline != NULL) ||
        (tests == NULL && options->tests != NULL) || comparison->corpora == NULL ||
        comparison->descriptions == NULL) {
        return bsh__fail_memory(err);
    }
    options->baseline = baseline;
    options->tests = tests;
    for (; comparison->n_corpora < n; ++comparison->n_corpora) {
        const char *const name = bsh_rows_corpus_name(rows, comparison->n_corpora);
        comparison->corpora[comparison->n_corpora].name = copy_text(comparison, name);
        if (comparison->corpora[comparison->n_corpora].name == NULL) {
            return bsh__fail_memory(err);
        }
    }
    BSH_TRY(bsh_compare_options_check(options, err));
    BSH_TRY(bsh__requested_parse(&comparison->requested, options, err));
    return check(comparison, err);
}

static bsh_status fill(bsh_comparison *comparison, const bsh_rows *rows, bsh_error *err)
{
    bsh__samples samples;
    BSH_TRY(set_up(comparison, rows, err));
    BSH_TRY(bsh__samples_create(&samples, rows, comparison->allocator, err));
    bsh__gsl_begin();
    bsh_status const status = compare_all(comparison, &samples, err);
    bsh__gsl_end();
    bsh__samples_free(&samples);
    return status;
}

bsh_status bsh_compare(bsh_comparison **out, const bsh_rows *rows,
                       const bsh_compare_options *options, bsh_error *err)
{
    *out = NULL;
    const bsh_allocator *const allocator = bsh__allocator(options->allocator);
    bsh_comparison *const comparison = bsh__allocate_zeroed(allocator, 1, sizeof *comparison);
    if (comparison == NULL) {
        return bsh__fail_memory(err);
    }
    comparison->allocator = allocator;
    comparison->selection = rows->selection;
    comparison->options = *options;
    bsh__arena_init(&comparison->texts, allocator);
    bsh__vec_init(&comparison->results, allocator, sizeof(bsh_result));
    bsh__vec_init(&comparison->pairs, allocator, sizeof(bsh_pair_summary));
    bsh_status const status = fill(comparison, rows, err);
    if (status != BSH_OK) {
        bsh_comparison_destroy(comparison);
        return status;
    }
    *out = comparison;
    return BSH_OK;
}
