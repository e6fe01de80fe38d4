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

#endif
