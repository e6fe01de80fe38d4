#include "stats/rank_tests.h"

#include <gsl/gsl_math.h>
#include <stdlib.h>

#include "base/memory.h"
#include "stats/ranks.h"

/* Both distributions as whole numbers: |i n_b - j n_a| after i values of A and j of B. */
static uint64_t gap(uint64_t i, uint64_t n_a, uint64_t j, uint64_t n_b)
{
    uint64_t const of_a = i * n_b;
    uint64_t const of_b = j * n_a;
    return of_a > of_b ? of_a - of_b : of_b - of_a;
}

/* The largest gap; a run of equal values is passed as one. */
static uint64_t largest_gap(bool *ties, bsh__sample a, bsh__sample b)
{
    uint64_t     largest = 0;
    bsh__tie_run run = {0};
    *ties = false;
    while (bsh__next_tie_run(&run, a, b)) {
        uint64_t const here = gap(run.less_a + run.n_a, a.n, run.less_b + run.n_b, b.n);
        largest = here > largest ? here : largest;
        *ties = *ties || run.n_a + run.n_b > 1;
    }
    return largest;
}

/* ---- exact */

/* Ways to lay the labels of i values of A and j of B, by j: those whose gap has been as large
 * as the observed one, and the others. */
typedef struct paths {
    double     *touching, *other;
    const bool *ends; /* whether a run of equal values ends after so many of both */
    uint64_t    largest;
} paths;

static void mark_ends(bool *ends, bsh__sample a, bsh__sample b)
{
    bsh__tie_run run = {0};
    while (bsh__next_tie_run(&run, a, b)) {
        ends[run.less_a + run.n_a + run.less_b + run.n_b] = true;
    }
}

static void next_row(paths *of, size_t i, size_t n_a, size_t n_b)
{
    for (size_t j = 0; j <= n_b; ++j) {
        of->touching[j] += j > 0 ? of->touching[j - 1] : 0;
        of->other[j] += j > 0 ? of->other[j - 1] : 0;
        if (of->ends[i + j] && gap(i, n_a, j, n_b) >= of->largest) {
            of->touching[j] += of->other[j];
            of->other[j] = 0;
        }
    }
}

/* The paths that touch are summed themselves: p goes down to 1e-34, and 1 less the rest would
 * be 0 from 1e-16. */
static double share_of_touching(paths *of, size_t n_a, size_t n_b)
{
    of->other[0] = 1;
    for (size_t i = 0; i <= n_a; ++i) {
        next_row(of, i, n_a, n_b);
    }
    return of->touching[n_b] / (of->touching[n_b] + of->other[n_b]);
}

enum { EXACT_MOST = 10000 }; // n_a n_b; C(200, 100) = 9e58 paths fit a double

static bsh_status set_exact(bsh__kolmogorov *out, bsh__sample a, bsh__sample b,
                            uint64_t largest, const bsh_allocator *allocator, bsh_error *err)
{
    size_t const n_counts = b.n + 1;
    double      *counts = bsh__allocate_zeroed(allocator, 2 * n_counts, sizeof *counts);
    bool        *ends = bsh__allocate_zeroed(allocator, a.n + b.n + 1, sizeof *ends);
    bool const   has_memory = counts != NULL && ends != NULL;
    if (has_memory) {
        mark_ends(ends, a, b);
        paths of = {counts, counts + n_counts, ends, largest};
        out->p_exact = share_of_touching(&of, a.n, b.n);
    }
    bsh__release(allocator, ends);
    bsh__release(allocator, counts);
    return has_memory ? BSH_OK : bsh__fail_memory(err);
}

/* ---- Kolmogorov's limit */

/* 2 sum (-1)^(k-1) exp(-2 k^2 x^2), for x >= 1: 5 terms. */
static double alternating_series(double x)
{
    double sum = 0;
    double sign = 1;
    for (double k = 1; k <= 5; ++k) {
        sum += sign * exp(-2 * k * k * x * x);
        sign = -sign;
    }
    return 2 * sum;
}

/* 1 - sqrt(2 pi)/x sum exp(-(2k-1)^2 pi^2 / (8 x^2)), the same function by Jacobi's theta
 * identity, for 0 < x < 1, where the other needs the more terms the smaller x is. */
static double dual_series(double x)
{
    double sum = 0;
    for (double odd = 1; odd <= 9; odd += 2) {
        sum += exp(-odd * odd * M_PI * M_PI / (8 * x * x));
    }
    return 1 - sqrt(2 * M_PI) / x * sum;
}

static double limit_tail(double x)
{
    if (x == 0) {
        return 1;
    }
    return x < 1 ? dual_series(x) : alternating_series(x);
}

bsh_status bsh__ks2(bsh__kolmogorov *out, bsh__sample a, bsh__sample b,
                    const bsh_allocator *allocator, bsh_error *err)
{
    double const none = (double) NAN;
    *out = (bsh__kolmogorov){BSH_TEST_TOO_FEW, none, none, none, false};
    if (a.n < 2 || b.n < 2) {
        return BSH_OK;
    }
    uint64_t const largest = largest_gap(&out->ties_between, a, b);
    double const   pairs = (double) a.n * (double) b.n;
    out->status = BSH_TEST_OK;
    out->d = (double) largest / pairs;
    out->p_asymptotic = limit_tail((double) largest / sqrt(pairs * (double) (a.n + b.n)));
    return pairs <= EXACT_MOST ? set_exact(out, a, b, largest, bsh__allocator(allocator), err)
                               : BSH_OK;
}
