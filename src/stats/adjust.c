#include "stats/adjust.h"

#include <string.h>

#include <gsl/gsl_sort.h>

#include "base/memory.h"

/* What the p value of rank `rank` (from 1, the smallest) of n is multiplied by. */
static double factor(bsh_adjust method, size_t rank, size_t n, double harmonic)
{
    double const tests = (double) n;
    switch (method) {
    case BSH_ADJUST_BONFERRONI:
        return tests;
    case BSH_ADJUST_HOLM:
    case BSH_ADJUST_HOCHBERG:
        return (double) (n + 1 - rank);
    case BSH_ADJUST_BH:
        return tests / (double) rank;
    case BSH_ADJUST_BY:
        return harmonic * tests / (double) rank;
    default:
        return 1;
    }
}

/* 1 + 1/2 + ... + 1/n, the small terms first. */
static double harmonic_number(size_t n)
{
    double sum = 0;
    for (size_t i = n; i > 0; --i) {
        sum += 1 / (double) i;
    }
    return sum;
}

/* Steps down from the smallest: none may be less than the one before it. */
static void step_down(double *out, const double *p, const size_t *order, size_t n)
{
    double most = 0;
    for (size_t rank = 1; rank <= n; ++rank) {
        size_t const i = order[rank - 1];
        most = fmax(most, factor(BSH_ADJUST_HOLM, rank, n, 0) * p[i]);
        out[i] = fmin(1, most);
    }
}

/* Steps up from the largest: none may be more than the one after it. */
static void step_up(double *out, const double *p, const size_t *order, size_t n,
                    bsh_adjust method)
{
    double const harmonic = method == BSH_ADJUST_BY ? harmonic_number(n) : 0;
    double       least = 1;
    for (size_t rank = n; rank > 0; --rank) {
        size_t const i = order[rank - 1];
        least = fmin(least, factor(method, rank, n, harmonic) * p[i]);
        out[i] = least;
    }
}

static size_t count_testable(const double *p, size_t n)
{
    size_t n_testable = 0;
    for (size_t i = 0; i < n; ++i) {
        n_testable += isnan(p[i]) ? 0 : 1;
    }
    return n_testable;
}

static void each_by_itself(double *out, const double *p, size_t n, bsh_adjust method)
{
    double const by = factor(method, 1, count_testable(p, n), 0);
    for (size_t i = 0; i < n; ++i) {
        out[i] = isnan(p[i]) ? p[i] : fmin(1, by * p[i]);
    }
}

/* values: the testable ones, closed up, because a NaN has no place in an order. */
static void adjust_closed_up(double *values, size_t *order, size_t n, bsh_adjust method)
{
    gsl_sort_index(order, values, 1, n);
    if (method == BSH_ADJUST_HOLM) {
        step_down(values, values, order, n);
    } else {
        step_up(values, values, order, n, method);
    }
}

static void adjust_in_order(double *out, const double *p, size_t n, bsh_adjust method,
                            double *values, size_t *order)
{
    size_t n_testable = 0;
    for (size_t i = 0; i < n; ++i) {
        values[n_testable] = p[i];
        n_testable += isnan(p[i]) ? 0 : 1;
    }
    adjust_closed_up(values, order, n_testable, method);
    size_t next = 0;
    for (size_t i = 0; i < n; ++i) {
        out[i] = isnan(p[i]) ? p[i] : values[next++];
    }
}

bsh_status bsh__adjust_p(double *out, const double *p, size_t n, bsh_adjust method,
                         const bsh_allocator *allocator, bsh_error *err)
{
    if (method == BSH_ADJUST_MAXT || (unsigned) method >= BSH_ADJUST_COUNT) {
        return bsh__fail(err, BSH_E_USAGE, 0, "p values alone cannot be adjusted by %s",
                         bsh_adjust_name(method));
    }
    if (method == BSH_ADJUST_NONE || method == BSH_ADJUST_BONFERRONI || n == 0) {
        each_by_itself(out, p, n, method);
        return BSH_OK;
    }
    const bsh_allocator *const memory = bsh__allocator(allocator);
    // One more value, for the write after the last testable one.
    double *const values = bsh__allocate(memory, n + 1, sizeof *values);
    size_t *const order = bsh__allocate(memory, n, sizeof *order);
    bool const    has_memory = values != NULL && order != NULL;
    if (has_memory) {
        adjust_in_order(out, p, n, method, values, order);
    }
    bsh__release(memory, order);
    bsh__release(memory, values);
    return has_memory ? BSH_OK : bsh__fail_memory(err);
}
