#include "stats/describe.h"

#include <math.h>

#include <gsl/gsl_statistics_uint.h>

_Static_assert(sizeof(unsigned) == sizeof(uint32_t),
               "GSL's statistics of unsigned int are used");

double bsh__deviation(const uint32_t *values, size_t n)
{
    return n < 2 ? (double) NAN : gsl_stats_uint_sd(values, 1, n);
}

static size_t count_up_to(const uint32_t *values, size_t n, uint32_t limit)
{
    size_t n_up_to = 0;
    for (size_t i = 0; i < n; ++i) {
        n_up_to += values[i] <= limit;
    }
    return n_up_to;
}

/* The value at `rank` (from 0) of the sorted sample: the least one that rank + 1 values do not
 * exceed, found by halving the range. */
static uint32_t value_at_rank(const uint32_t *values, size_t n, size_t rank)
{
    uint32_t least = 0;
    uint32_t most = 0;
    for (size_t i = 0; i < n; ++i) {
        most = values[i] > most ? values[i] : most;
    }
    while (least < most) {
        uint32_t const middle = least + (most - least) / 2;
        if (count_up_to(values, n, middle) > rank) {
            most = middle;
        } else {
            least = middle + 1;
        }
    }
    return least;
}

double bsh__median(const uint32_t *values, size_t n)
{
    if (n == 0) {
        return (double) NAN;
    }
    uint32_t const lower = value_at_rank(values, n, (n - 1) / 2);
    uint32_t const upper = n % 2 == 1 ? lower : value_at_rank(values, n, n / 2);
    return ((double) lower + (double) upper) / 2.0;
}
