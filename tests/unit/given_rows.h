/* Rows of articles with numbers that a test gives. */
#ifndef BSH_TESTS_GIVEN_ROWS_H
#define BSH_TESTS_GIVEN_ROWS_H

#include "tests/t.h"

#include <broadsheet/comparison.h>
#include <math.h>

#include "compare/row_parts.h"

static bsh_error error;

static bsh_rows *new_rows(const char *measures)
{
    bsh_selection selection;
    bsh_rows     *rows = NULL;
    assert_int_equal(bsh_selection_parse(&selection, measures, BSH_SET_KEY, &error), BSH_OK);
    assert_int_equal(bsh_rows_create(&rows, &selection, NULL, &error), BSH_OK);
    return rows;
}

/* An article of 500 words with one measure, or with those of `values`. */
static void add_article(bsh_rows *rows, const char *corpus, const double *values)
{
    const char *const names[3] = {corpus, NULL, NULL};
    assert_int_equal(bsh__rows_add_values(rows, names, 500, values, &error), BSH_OK);
}

static inline void add_articles(bsh_rows *rows, const char *corpus, const double *values,
                                size_t n)
{
    for (size_t i = 0; i < n; ++i) {
        add_article(rows, corpus, &values[i]);
    }
}

static inline void assert_close(double value, double expected)
{
    assert_true(fabs(value - expected) <= 1e-9 * fabs(expected) + 1e-12);
}

/* ---- what is made of them; the rows are given away */

static inline bsh_comparison *compare_with(bsh_rows *rows, const bsh_compare_options *options)
{
    bsh_comparison *comparison = NULL;
    assert_int_equal(bsh_compare(&comparison, rows, options, &error), BSH_OK);
    bsh_rows_destroy(rows);
    return comparison;
}

static inline bsh_comparison *compare(bsh_rows *rows)
{
    bsh_compare_options options;
    bsh_compare_options_init(&options);
    return compare_with(rows, &options);
}

/* The first result of a method; NULL: there is none. */
static inline const bsh_result *find(const bsh_comparison *comparison, const char *method)
{
    size_t                  n = 0;
    const bsh_result *const results = bsh_comparison_results(comparison, &n);
    for (size_t i = 0; i < n; ++i) {
        if (strcmp(results[i].method, method) == 0) {
            return &results[i];
        }
    }
    return NULL;
}

static inline const bsh_pair_summary *pair_at(const bsh_comparison *comparison, size_t index)
{
    size_t                        n = 0;
    const bsh_pair_summary *const pairs = bsh_comparison_pairs(comparison, &n);
    assert_true(index < n);
    return &pairs[index];
}

static inline bool has_note(unsigned notes, bsh_note note)
{
    return (notes >> note & 1) != 0;
}

#endif
