/* The table of `keyness`: one row a term and pair of corpora. */
#include <broadsheet/key_views.h>

#include "base/status.h"

#include <math.h>
#include <string.h>

/* Notes: a log ratio whose zero count stands as .5; a term in too few articles to be of the
 * family whose p are adjusted. */
static const char *note_of(const bsh_key_term *term)
{
    bool const is_rare = !isnan(term->welch_p) && isnan(term->p_adj);
    return term->has_zero_count ? (is_rare ? "zero_count few_docs" : "zero_count")
                                : (is_rare ? "few_docs" : NULL);
}

static const bsh_column fixed[] = {
    {.id = "term", .is_left = true},
    {.id = "n"},
    {.id = "a", .is_left = true},
    {.id = "b", .is_left = true},
    {.id = "count_a"},
    {.id = "count_b"},
    {.id = "tokens_a"},
    {.id = "tokens_b"},
    {.id = "per_million_a", .decimals = 1},
    {.id = "per_million_b", .decimals = 1},
    {.id = "docs_a"},
    {.id = "docs_b"},
    {.id = "dp_norm_a", .decimals = 3},
    {.id = "dp_norm_b", .decimals = 3},
    {.id = "welch_p", .decimals = 3},
    {.id = "p_adj", .decimals = 3},
    {.id = "log_ratio", .decimals = 2},
    {.id = "log_ratio_ci_low", .decimals = 2},
    {.id = "log_ratio_ci_high", .decimals = 2},
    {.id = "g2", .decimals = 1},
    {.id = "status", .is_left = true},
    {.id = "note", .is_left = true},
};

enum { N_FIXED = sizeof fixed / sizeof fixed[0] };

bsh_status bsh_key_terms_table(bsh_table **out, bsh_key_statistics statistics,
                               const bsh_allocator *allocator, bsh_error *err)
{
    bsh_column  columns[N_FIXED + BSH_MOST_KEY_STATISTICS];
    const char *name = NULL;
    size_t      n = N_FIXED;
    memcpy(columns, fixed, sizeof fixed);
    for (size_t i = 0; (name = bsh_key_statistic_name(i)) != NULL; ++i) {
        if ((statistics >> i & 1) != 0) {
            columns[n++] = (bsh_column){.id = name, .decimals = 3};
        }
    }
    bsh_table_kind const kind = {"terms", "broadsheet.term/1", columns, n};
    return bsh_table_create(out, &kind, allocator, err);
}

static void add_counts(bsh_table *table, const bsh_keyness *keyness, const bsh_key_term *term)
{
    bsh_table_integer(table, term->count_a);
    bsh_table_integer(table, term->count_b);
    bsh_table_integer(table, bsh_keyness_tokens(keyness, false));
    bsh_table_integer(table, bsh_keyness_tokens(keyness, true));
    bsh_table_real(table, term->per_million_a);
    bsh_table_real(table, term->per_million_b);
    bsh_table_integer(table, term->docs_a);
    bsh_table_integer(table, term->docs_b);
    bsh_table_real(table, term->dp_norm_a);
    bsh_table_real(table, term->dp_norm_b);
}

static void add_tests(bsh_table *table, const bsh_key_term *term)
{
    bsh_table_real(table, term->welch_p);
    bsh_table_real(table, term->p_adj);
    bsh_table_real(table, term->log_ratio);
    bsh_table_real(table, term->log_ratio_ci_low);
    bsh_table_real(table, term->log_ratio_ci_high);
    bsh_table_real(table, term->g2);
    bsh_table_words(table, bsh_test_status_name(term->status));
    bsh_table_words(table, note_of(term));
}

static void add_statistics(bsh_table *table, const bsh_keyness *keyness,
                           const bsh_key_term *term, bsh_key_statistics statistics)
{
    double values[BSH_MOST_KEY_STATISTICS];
    size_t n = 0;
    if (statistics == 0) {
        return;
    }
    bsh_key_statistics_of(values, keyness, term, statistics);
    for (bsh_key_statistics rest = statistics; rest != 0; rest &= rest - 1) {
        bsh_table_real(table, values[n++]);
    }
}

static bsh_status add_term(bsh_table *table, const bsh_keyness *keyness,
                           const bsh_key_term *term, const bsh_key_view *view, bsh_error *err)
{
    bsh_table_row_begin(table);
    bsh_table_text(table, term->term);
    bsh_table_integer(table, 1); /* n: words in the term */
    bsh_table_words(table, view->a);
    bsh_table_words(table, view->b);
    add_counts(table, keyness, term);
    add_tests(table, term);
    add_statistics(table, keyness, term, view->statistics);
    return bsh_table_row_end(table, err);
}

bsh_status bsh_key_terms_add(bsh_table *table, const bsh_keyness *keyness,
                             const bsh_key_view *view, bsh_error *err)
{
    size_t                    n = 0;
    const bsh_key_term *const terms = bsh_keyness_terms(keyness, &n);
    for (size_t i = 0; i < n && (view->most == 0 || i < view->most); ++i) {
        if (view->is_key_only && !terms[i].is_key) {
            break; // key terms come first
        }
        BSH_TRY(add_term(table, keyness, &terms[i], view, err));
    }
    return BSH_OK;
}
