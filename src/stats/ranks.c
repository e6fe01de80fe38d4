#include "stats/ranks.h"

#include <gsl/gsl_math.h>
#include <gsl/gsl_sf_erf.h>
#include <gsl/gsl_sort.h>
#include <string.h>

/* ---- two sorted samples */

static size_t run_length(bsh__sample sample, size_t first, double value)
{
    size_t end = first;
    while (end < sample.n && sample.values[end] == value) {
        ++end;
    }
    return end - first;
}

bool bsh__next_tie_run(bsh__tie_run *run, bsh__sample a, bsh__sample b)
{
    size_t const i = run->less_a + run->n_a;
    size_t const j = run->less_b + run->n_b;
    if (i >= a.n && j >= b.n) {
        return false;
    }
    bool const   is_of_a = j >= b.n || (i < a.n && a.values[i] <= b.values[j]);
    double const value = is_of_a ? a.values[i] : b.values[j];
    *run = (bsh__tie_run){i, j, run_length(a, i, value), run_length(b, j, value)};
    return true;
}

static double placement_of_a(const bsh__tie_run *run)
{
    return (double) run->less_b + (double) run->n_b / 2;
}

static double placement_of_b(const bsh__tie_run *run)
{
    return (double) run->less_a + (double) run->n_a / 2;
}

static void sum_runs(bsh__two_ranked *out, bsh__sample a, bsh__sample b)
{
    bsh__tie_run run = {0};
    while (bsh__next_tie_run(&run, a, b)) {
        double const n_a = (double) run.n_a;
        double const n_b = (double) run.n_b;
        double const n = n_a + n_b;
        out->u_a += n_a * placement_of_a(&run);
        out->u_b += n_b * placement_of_b(&run);
        out->tie_sum += n * (n * n - 1);
        out->n_tied_pairs += n_a * n_b;
        out->is_constant = run.n_a == a.n && run.n_b == b.n;
    }
}

static void sum_squares(bsh__two_ranked *out, bsh__sample a, bsh__sample b)
{
    double const mean_a = out->u_a / (double) a.n;
    double const mean_b = out->u_b / (double) b.n;
    bsh__tie_run run = {0};
    while (bsh__next_tie_run(&run, a, b)) {
        double const from_a = placement_of_a(&run) - mean_a;
        double const from_b = placement_of_b(&run) - mean_b;
        out->squares_a += (double) run.n_a * from_a * from_a;
        out->squares_b += (double) run.n_b * from_b * from_b;
    }
}

/* Placements of a separated sample are all 0 or all n: their mean is exact, and so is the 0 of
 * their squares, by which the degenerate case is told. */
void bsh__rank_two(bsh__two_ranked *out, bsh__sample a, bsh__sample b)
{
    *out = (bsh__two_ranked){0};
    sum_runs(out, a, b);
    sum_squares(out, a, b);
}

double bsh__u_sigma(const bsh__two_ranked *ranked, size_t n_a, size_t n_b)
{
    double const n1 = (double) n_a;
    double const n2 = (double) n_b;
    double const n = n1 + n2;
    return ranked->is_constant ? 0
                               : sqrt(n1 * n2 / 12 * (n + 1 - ranked->tie_sum / (n * (n - 1))));
}

/* ---- values in any order */

double bsh__mid_ranks(double *ranks, const double *values, size_t n, size_t *order)
{
    gsl_sort_index(order, values, 1, n);
    double tie_sum = 0;
    size_t end = 0;
    for (size_t first = 0; first < n; first = end) {
        while (end < n && values[order[end]] == values[order[first]]) {
            ++end;
        }
        double const length = (double) (end - first);
        for (size_t i = first; i < end; ++i) {
            ranks[order[i]] = (double) first + (length + 1) / 2;
        }
        tie_sum += length * (length * length - 1);
    }
    return tie_sum;
}

/* ---- the normal distribution */

double bsh__normal_two_sided(double z)
{
    return erfc(fabs(z) / M_SQRT2);
}

double bsh__normal_two_sided_log10(double z)
{
    return z == 0 ? 0 : gsl_sf_log_erfc(fabs(z) / M_SQRT2) / M_LN10;
}

/* ---- the k-th smallest */

#define SIGN_BIT (UINT64_C(1) << 63)

/* Doubles in their order as whole numbers in the same order. */
static uint64_t key_of(double value)
{
    uint64_t bits = 0;
    memcpy(&bits, &value, sizeof bits);
    return (bits & SIGN_BIT) != 0 ? ~bits : bits | SIGN_BIT;
}

static double value_of(uint64_t key)
{
    uint64_t const bits = (key & SIGN_BIT) != 0 ? key ^ SIGN_BIT : ~key;
    double         value = 0;
    memcpy(&value, &bits, sizeof value);
    return value;
}

double bsh__kth_smallest(bsh__count_up_to *count, const void *set, uint64_t k, double low,
                         double high)
{
    uint64_t below = key_of(low);
    uint64_t above = key_of(high);
    while (below < above) {
        uint64_t const middle = below + (above - below) / 2;
        if (count(set, value_of(middle)) >= k) {
            above = middle;
        } else {
            below = middle + 1;
        }
    }
    return value_of(above) + 0.0; // the first key that is 0 is -0
}
