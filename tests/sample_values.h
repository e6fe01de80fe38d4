/* Samples for tests, written in any order, and how exactly a number has to be met. */
#ifndef BSH_TESTS_SAMPLE_VALUES_H
#define BSH_TESTS_SAMPLE_VALUES_H

#include <math.h>

#include "stats/sample.h"
#include "tests/t.h"

#define MOST_VALUES 64

typedef struct numbers {
    double values[MOST_VALUES];
} numbers;

static inline bsh__sample sample_of(numbers *room, const double *values, size_t n)
{
    assert_true(n <= MOST_VALUES);
    memmove(room->values, values, n * sizeof *values);
    bsh__sort_values(room->values, n);
    return (bsh__sample){room->values, n};
}

#define SAMPLE(room, ...)                                                                      \
    sample_of(&(room), (const double[]){__VA_ARGS__},                                          \
              sizeof((const double[]){__VA_ARGS__}) / sizeof(double))

static inline void assert_close(double value, double expected, double relative)
{
    if (!(fabs(value - expected) <= relative * fabs(expected))) {
        fail_msg("got %.17g, want %.17g", value, expected);
    }
}

static inline void assert_value(double value, double expected)
{
    assert_close(value, expected, 1e-12);
}

static inline void assert_exactly(double value, double expected)
{
    assert_close(value, expected, 0);
}

static inline void assert_none(double value)
{
    assert_true(isnan(value));
}

static const double harbour[] = {9.87, 11.42, 12.05, 8.64, 13.77, 10.91, 14.28};
static const double valley[] = {12.61, 15.03, 11.88, 13.9, 16.45, 14.02};

typedef struct pair {
    numbers     room_a, room_b;
    bsh__sample a, b;
} pair;

static inline void fill_pair(pair *out)
{
    out->a = sample_of(&out->room_a, harbour, 7);
    out->b = sample_of(&out->room_b, valley, 6);
}

#endif
