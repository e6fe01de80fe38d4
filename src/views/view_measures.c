/* The table of `measures`: one row a measure. */
#include <broadsheet/views.h>

#include "base/status.h"

static const bsh_column columns[] = {
    {.id = "id", .is_left = true},
    {.id = "label", .is_left = true},
    {.id = "unit", .is_left = true},
    {.id = "family", .is_left = true},
    {.id = "direction", .is_left = true},
    {.id = "min_words"},
    {.id = "min_sentences"},
    {.id = "languages", .is_left = true},
    {.id = "low", .decimals = -1},
    {.id = "high", .decimals = -1},
    {.id = "formula", .is_left = true},
    {.id = "source", .is_left = true},
};

static const bsh_table_kind kind = {"measures", NULL, columns,
                                    sizeof columns / sizeof columns[0]};

static void add_range(bsh_table *table, const bsh_measure *measure)
{
    if (measure->low < measure->high) {
        bsh_table_real(table, measure->low);
        bsh_table_real(table, measure->high);
    } else {
        bsh_table_empty(table);
        bsh_table_empty(table);
    }
}

static bsh_status add_measure(bsh_table *table, const bsh_measure *measure, bsh_error *err)
{
    const char *const direction = bsh_direction_name(measure->direction);
    bsh_table_row_begin(table);
    bsh_table_words(table, measure->id);
    bsh_table_words(table, measure->label);
    bsh_table_words(table, measure->unit);
    bsh_table_words(table, measure->family);
    bsh_table_words(table, *direction != '\0' ? direction : NULL);
    bsh_table_integer(table, measure->min_words);
    bsh_table_integer(table, measure->min_sentences);
    bsh_table_words(table, measure->languages == BSH_LANGUAGE_EN ? "en" : "any");
    add_range(table, measure);
    bsh_table_words(table, measure->formula);
    bsh_table_words(table, measure->source);
    return bsh_table_row_end(table, err);
}

static bsh_status add_measures(bsh_table *table, const bsh_selection *selection, bsh_error *err)
{
    for (size_t i = 0; i < selection->n_measures; ++i) {
        BSH_TRY(add_measure(table, selection->measures[i], err));
    }
    return BSH_OK;
}

bsh_status bsh_measures_table(bsh_table **out, const bsh_selection *selection,
                              const bsh_allocator *allocator, bsh_error *err)
{
    BSH_TRY(bsh_table_create(out, &kind, allocator, err));
    bsh_status const status = add_measures(*out, selection, err);
    if (status != BSH_OK) {
        bsh_table_destroy(*out);
        *out = NULL;
    }
    return status;
}
