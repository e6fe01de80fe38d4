/* The tables of `compare`: a row a test, a row a pair, a row a measure and corpus, a row a
 * corpus. */
#include <broadsheet/views.h>

#include "base/status.h"

#include <math.h>
#include <string.h>

#define REAL_COLUMN(name) {.id = #name, .decimals = -1},

/* Numbers of a pair in the wide table, in its order: those of bsh_pair_summary by name. */
#define PAIR_MAP(X)                                                                            \
    X(mean_a)                                                                                  \
    X(mean_b)                                                                                  \
    X(sd_a)                                                                                    \
    X(sd_b)                                                                                    \
    X(median_a) X(median_b) X(diff) X(diff_ci_low) X(diff_ci_high) X(welch_p) X(welch_p_adj)   \
        X(hedges_g) X(g_ci_low) X(g_ci_high) X(p_superior) X(ps_ci_low) X(ps_ci_high) X(mw_p)  \
            X(mw_p_adj) X(bm_p) X(bm_p_adj) X(shift) X(shift_ci_low) X(shift_ci_high)          \
                X(length_adj_diff) X(length_adj_p)

static const bsh_column long_columns[] = {
    {.id = "measure", .is_left = true},
    {.id = "unit", .is_left = true},
    {.id = "a", .is_left = true},
    {.id = "b", .is_left = true},
    {.id = "n_a"},
    {.id = "n_b"},
    {.id = "missing_a"},
    {.id = "missing_b"},
    {.id = "method", .is_left = true},
    {.id = "statistic", .decimals = -1},
    {.id = "df1", .decimals = -1},
    {.id = "df2", .decimals = -1},
    {.id = "p", .decimals = -1},
    {.id = "p_adj", .decimals = -1},
    {.id = "p_adj_method", .is_left = true},
    {.id = "estimate_name", .is_left = true},
    {.id = "estimate", .decimals = -1},
    {.id = "ci_low", .decimals = -1},
    {.id = "ci_high", .decimals = -1},
    {.id = "ci_level", .decimals = -1},
    {.id = "status", .is_left = true},
    {.id = "note", .is_left = true},
};
static const bsh_table_kind long_kind = {"comparisons", "broadsheet.result/1", long_columns,
                                         sizeof long_columns / sizeof long_columns[0]};

static const bsh_column wide_columns[] = {
    {.id = "measure", .is_left = true},
    {.id = "unit", .is_left = true},
    {.id = "a", .is_left = true},
    {.id = "b", .is_left = true},
    {.id = "n_a"},
    {.id = "n_b"},
    PAIR_MAP(REAL_COLUMN) //
    {.id = "status", .is_left = true},
    {.id = "note", .is_left = true},
};
static const bsh_table_kind wide_kind = {"comparisons", "broadsheet.pair/1", wide_columns,
                                         sizeof wide_columns / sizeof wide_columns[0]};

static const bsh_column     describe_columns[] = {{.id = "measure", .is_left = true},
                                                  {.id = "corpus", .is_left = true},
                                                  BSH_DESCRIPTION_MAP(REAL_COLUMN)};
static const bsh_table_kind describe_kind = {
    "describe", "broadsheet.description/1", describe_columns,
    sizeof describe_columns / sizeof describe_columns[0]};

#define MARK_COLUMN(name, mark, label) {.id = "mark_" mark "_share", .decimals = -1},
static const bsh_column corpora_columns[] = {
    {.id = "corpus", .is_left = true},
    {.id = "articles"},
    {.id = "words"},
    {.id = "tested"},
    {.id = "short"},
    {.id = "other_language"},
    {.id = "decoded"},
    {.id = "median_words", .decimals = -1},
    BSH_MARK_MAP(MARK_COLUMN) //
    {.id = "repairs_per_100", .decimals = -1},
    {.id = "left_out_share", .decimals = -1},
    {.id = "decoded_share", .decimals = -1},
    {.id = "blocks"},
    {.id = "without_block"},
    {.id = "clusters"},
    {.id = "without_cluster"},
};
static const bsh_table_kind corpora_kind = {"corpora", "broadsheet.corpus/1", corpora_columns,
                                            sizeof corpora_columns / sizeof corpora_columns[0]};

/* ---- cells */

/* "*" for all corpora together; empty for none. */
static void add_corpus(bsh_table *table, const bsh_comparison *comparison, size_t corpus)
{
    size_t                          n = 0;
    const bsh_corpus_summary *const corpora = bsh_comparison_corpora(comparison, &n);
    if (corpus == BSH_ALL_CORPORA) {
        bsh_table_words(table, "*");
    } else {
        bsh_table_words(table, corpus < n ? corpora[corpus].name : NULL);
    }
}

static void add_measure(bsh_table *table, const bsh_comparison *comparison, size_t measure)
{
    const bsh_measure *const of = bsh_comparison_selection(comparison)->measures[measure];
    bsh_table_words(table, of->id);
    bsh_table_words(table, of->unit);
}

static void add_notes(bsh_table *table, unsigned notes)
{
    bsh_table_list(table);
    for (unsigned i = 0; i < BSH_NOTE_COUNT; ++i) {
        if ((notes >> i & 1U) != 0) {
            const char *const name = bsh_note_name((bsh_note) i);
            bsh_table_item(table, (bsh_string){name, strlen(name)});
        }
    }
}

/* A count of the second corpus: there may be none. */
static void add_count_if(bsh_table *table, bool is_there, uint64_t count)
{
    if (is_there) {
        bsh_table_integer(table, count);
    } else {
        bsh_table_empty(table);
    }
}

/* ---- a row a test */

static void add_numbers(bsh_table *table, const bsh_result *result)
{
    bool const has_estimate_name =
        result->estimate_name != NULL && result->estimate_name[0] != '\0';
    bsh_table_words(table, result->method);
    bsh_table_real(table, result->statistic);
    bsh_table_real(table, result->df1);
    bsh_table_real(table, result->df2);
    bsh_table_real(table, result->p);
    bsh_table_real(table, result->p_adj);
    bsh_table_words(table,
                    isfinite(result->p_adj) ? bsh_adjust_name(result->p_adj_method) : NULL);
    bsh_table_words(table, has_estimate_name ? result->estimate_name : NULL);
    bsh_table_real(table, result->estimate);
    bsh_table_real(table, result->ci_low);
    bsh_table_real(table, result->ci_high);
    bsh_table_real(table, result->ci_level);
}

static bsh_status add_result(bsh_table *table, const bsh_comparison *comparison,
                             const bsh_result *result, bsh_error *err)
{
    bool const has_b = result->b < BSH_NO_CORPUS;
    bsh_table_row_begin(table);
    add_measure(table, comparison, result->measure);
    add_corpus(table, comparison, result->a);
    add_corpus(table, comparison, has_b ? result->b : BSH_NO_CORPUS);
    bsh_table_integer(table, result->n_a);
    add_count_if(table, has_b, result->n_b);
    bsh_table_integer(table, result->missing_a);
    add_count_if(table, has_b, result->missing_b);
    add_numbers(table, result);
    bsh_table_words(table, bsh_test_status_name(result->status));
    add_notes(table, result->notes);
    return bsh_table_row_end(table, err);
}

static bsh_status add_results(bsh_table *table, const bsh_comparison *comparison,
                              bsh_error *err)
{
    size_t                  n = 0;
    const bsh_result *const results = bsh_comparison_results(comparison, &n);
    for (size_t i = 0; i < n; ++i) {
        BSH_TRY(add_result(table, comparison, &results[i], err));
    }
    return BSH_OK;
}

/* ---- a row a pair */

static bsh_status add_pair(bsh_table *table, const bsh_comparison *comparison,
                           const bsh_pair_summary *pair, bsh_error *err)
{
    bsh_table_row_begin(table);
    add_measure(table, comparison, pair->measure);
    add_corpus(table, comparison, pair->a);
    add_corpus(table, comparison, pair->b);
    bsh_table_integer(table, pair->n_a);
    bsh_table_integer(table, pair->n_b);
#define ADD_NUMBER(name) bsh_table_real(table, pair->name);
    PAIR_MAP(ADD_NUMBER)
#undef ADD_NUMBER
    bsh_table_words(table, bsh_test_status_name(pair->status));
    add_notes(table, pair->notes);
    return bsh_table_row_end(table, err);
}

static bsh_status add_pairs(bsh_table *table, const bsh_comparison *comparison, bsh_error *err)
{
    size_t                        n = 0;
    const bsh_pair_summary *const pairs = bsh_comparison_pairs(comparison, &n);
    for (size_t i = 0; i < n; ++i) {
        BSH_TRY(add_pair(table, comparison, &pairs[i], err));
    }
    return BSH_OK;
}

/* ---- a row a measure and corpus */

static bsh_status add_description(bsh_table *table, const bsh_comparison *comparison,
                                  size_t measure, size_t corpus, bsh_error *err)
{
    const bsh_description *const of = bsh_comparison_describe(comparison, measure, corpus);
    bsh_table_row_begin(table);
    bsh_table_words(table, bsh_comparison_selection(comparison)->measures[measure]->id);
    add_corpus(table, comparison, corpus);
#define ADD_FIELD(name) bsh_table_real(table, of->name);
    BSH_DESCRIPTION_MAP(ADD_FIELD)
#undef ADD_FIELD
    return bsh_table_row_end(table, err);
}

static bsh_status add_descriptions(bsh_table *table, const bsh_comparison *comparison,
                                   bsh_error *err)
{
    size_t n_corpora = 0;
    (void) bsh_comparison_corpora(comparison, &n_corpora);
    for (size_t i = 0; i < bsh_comparison_selection(comparison)->n_measures; ++i) {
        for (size_t k = 0; k < n_corpora; ++k) {
            BSH_TRY(add_description(table, comparison, i, k, err));
        }
    }
    return BSH_OK;
}

/* ---- a row a corpus */

static bsh_status add_summary(bsh_table *table, const bsh_comparison *comparison,
                              const bsh_corpus_summary *corpus, bsh_error *err)
{
    const bsh_compare_options *const options = bsh_comparison_options(comparison);
    bsh_table_row_begin(table);
    bsh_table_words(table, corpus->name);
    bsh_table_integer(table, corpus->n_articles);
    bsh_table_integer(table, corpus->n_words);
    bsh_table_integer(table, corpus->n_tested);
    bsh_table_integer(table, corpus->n_short);
    bsh_table_integer(table, corpus->n_other_language);
    bsh_table_integer(table, corpus->n_decoded);
    bsh_table_real(table, corpus->median_words);
    for (unsigned i = 0; i < BSH_MARK_COUNT; ++i) {
        bsh_table_real(table, corpus->mark_shares[i]);
    }
    bsh_table_real(table, corpus->repairs_per_100);
    bsh_table_real(table, corpus->left_out_share);
    bsh_table_real(table, corpus->decoded_share);
    add_count_if(table, options->has_blocks, corpus->n_blocks);
    add_count_if(table, options->has_blocks, corpus->n_without_block);
    add_count_if(table, options->has_clusters, corpus->n_clusters);
    add_count_if(table, options->has_clusters, corpus->n_without_cluster);
    return bsh_table_row_end(table, err);
}

static bsh_status add_summaries(bsh_table *table, const bsh_comparison *comparison,
                                bsh_error *err)
{
    size_t                          n = 0;
    const bsh_corpus_summary *const corpora = bsh_comparison_corpora(comparison, &n);
    for (size_t i = 0; i < n; ++i) {
        BSH_TRY(add_summary(table, comparison, &corpora[i], err));
    }
    return BSH_OK;
}

/* ---- whole tables */

typedef bsh_status add_rows(bsh_table *table, const bsh_comparison *comparison, bsh_error *err);

/* An empty table of a kind, then the rows; destroyed again if they fail. */
static bsh_status make(bsh_table **out, const bsh_table_kind *kind, add_rows *add,
                       const bsh_comparison *comparison, const bsh_allocator *allocator,
                       bsh_error *err)
{
    BSH_TRY(bsh_table_create(out, kind, allocator, err));
    bsh_status const status = add(*out, comparison, err);
    if (status != BSH_OK) {
        bsh_table_destroy(*out);
        *out = NULL;
    }
    return status;
}

bsh_status bsh_comparison_table(bsh_table **out, const bsh_comparison *comparison, bool is_wide,
                                const bsh_allocator *allocator, bsh_error *err)
{
    return is_wide ? make(out, &wide_kind, add_pairs, comparison, allocator, err)
                   : make(out, &long_kind, add_results, comparison, allocator, err);
}

bsh_status bsh_describe_table(bsh_table **out, const bsh_comparison *comparison,
                              const bsh_allocator *allocator, bsh_error *err)
{
    return make(out, &describe_kind, add_descriptions, comparison, allocator, err);
}

bsh_status bsh_corpora_table(bsh_table **out, const bsh_comparison *comparison,
                             const bsh_allocator *allocator, bsh_error *err)
{
    return make(out, &corpora_kind, add_summaries, comparison, allocator, err);
}
