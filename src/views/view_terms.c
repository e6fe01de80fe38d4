/* The table of `terms`: one row a term, most frequent first. */
#include <broadsheet/views.h>

#include "base/status.h"

static const bsh_column columns[] = {
    {.id = "term", .is_left = true},      {.id = "n"},    {.id = "count"},
    {.id = "per_million", .decimals = 1}, {.id = "docs"}, {.id = "dp_norm", .decimals = 3},
};

static const bsh_table_kind kind = {"terms", NULL, columns, sizeof columns / sizeof columns[0]};

static bsh_status add_term(bsh_table *table, const bsh_term_row *term, bsh_error *err)
{
    bsh_table_row_begin(table);
    bsh_table_text(table, term->term);
    bsh_table_integer(table, 1); /* n: words in the term */
    bsh_table_integer(table, term->count);
    bsh_table_real(table, term->per_million);
    bsh_table_integer(table, term->docs);
    if (term->has_dp_norm) {
        bsh_table_real(table, term->dp_norm);
    } else {
        bsh_table_empty(table);
    }
    return bsh_table_row_end(table, err);
}

static bsh_status add_terms(bsh_table *table, bsh_terms *terms, size_t most, uint64_t min_count,
                            bsh_error *err)
{
    const bsh_term_row *rows = NULL;
    size_t              n = 0;
    BSH_TRY(bsh_terms_rows(terms, &rows, &n, err));
    for (size_t i = 0; i < n && (most == 0 || i < most); ++i) {
        if (rows[i].count < min_count) {
            break;
        }
        BSH_TRY(add_term(table, &rows[i], err));
    }
    return BSH_OK;
}

bsh_status bsh_terms_table(bsh_table **out, bsh_terms *terms, size_t most, uint64_t min_count,
                           const bsh_allocator *allocator, bsh_error *err)
{
    BSH_TRY(bsh_table_create(out, &kind, allocator, err));
    bsh_status const status = add_terms(*out, terms, most, min_count, err);
    if (status != BSH_OK) {
        bsh_table_destroy(*out);
        *out = NULL;
    }
    return status;
}
