#include "stats/rank_tests.h"

#include "base/memory.h"
#include "stats/ranks.h"

static void clear(bsh__mann_whitney *out)
{
    double const none = (double) NAN;
    *out = (bsh__mann_whitney){BSH_TEST_TOO_FEW,
                               none,
                               none,
                               none,
                               none,
                               none,
                               none,
                               none,
                               none,
                               none,
                               none,
                               none,
                               false,
                               false};
}

/* Whether there is something to test. */
static bool begin(bsh__mann_whitney *out, bsh__two_ranked *ranked, bsh__sample a, bsh__sample b)
{
    clear(out);
    if (a.n < 2 || b.n < 2) {
        return false;
    }
    bsh__rank_two(ranked, a, b);
    out->u = ranked->u_a;
    out->u_b = ranked->u_b;
    out->ties = ranked->tie_sum > 0;
    out->status = ranked->is_constant ? BSH_TEST_NO_VARIANCE : BSH_TEST_OK;
    return !ranked->is_constant;
}

/* ---- exact */

/* A value's rank among both samples as a whole number: what is chosen from, n_chosen at a time.
 */
typedef struct scored {
    uint32_t *scores; /* of both samples, ascending */
    size_t    n, n_chosen;
    uint64_t  all;      /* their sum */
    uint64_t  observed; /* the sum of those that the smaller sample has */
    bool      is_a;     /* the smaller sample is A */
} scored;

static uint32_t divisor_of(uint32_t x, uint32_t y)
{
    while (y != 0) {
        uint32_t const rest = x % y;
        x = y;
        y = rest;
    }
    return x;
}

/* Doubled mid-ranks less the first, by their common divisor: without ties the sums are half as
 * many, with two values only they are 0 ... n_chosen. */
static void score(scored *out, bsh__sample a, bsh__sample b)
{
    uint32_t     divisor = 0;
    uint32_t     first = 0;
    size_t       n = 0;
    bsh__tie_run run = {0};
    while (bsh__next_tie_run(&run, a, b)) {
        size_t const   length = run.n_a + run.n_b;
        uint32_t const doubled = (uint32_t) (2 * (run.less_a + run.less_b) + length + 1);
        first = n == 0 ? doubled : first;
        divisor = divisor_of(doubled - first, divisor);
        out->observed += (doubled - first) * (uint64_t) (out->is_a ? run.n_a : run.n_b);
        for (size_t i = 0; i < length; ++i) {
            out->scores[n++] = doubled - first;
        }
    }
    for (size_t i = 0; i < n; ++i) {
        out->scores[i] /= divisor;
        out->all += out->scores[i];
    }
    out->observed /= divisor;
}

/* How far n times a sum is from n times the mean of all sums: whole numbers, so that the other
 * tail begins exactly where it is as far. */
static uint64_t distance(const scored *scores, uint64_t sum)
{
    uint64_t const of_sum = sum * scores->n;
    uint64_t const of_mean = scores->all * scores->n_chosen;
    return of_sum > of_mean ? of_sum - of_mean : of_mean - of_sum;
}

/* Each tail is summed by itself, never as 1 less the rest: p goes down to 1e-29 and beyond. */
static void sum_tails(bsh__mann_whitney *out, const scored *scores, const bsh__choices *choices)
{
    uint64_t const far = distance(scores, scores->observed);
    double         below = 0;
    double         above = 0;
    double         either = 0;
    for (size_t i = 0; i < choices->n_counts; ++i) {
        uint64_t const sum = choices->least + i;
        double const   count = choices->counts[i];
        below += sum <= scores->observed ? count : 0;
        above += sum >= scores->observed ? count : 0;
        either += distance(scores, sum) >= far ? count : 0;
    }
    out->p = either / choices->total;
    out->p_less = (scores->is_a ? below : above) / choices->total;
    out->p_greater = (scores->is_a ? above : below) / choices->total;
}

/* 2 / C(n, n_chosen). */
static double least_p(size_t n, size_t n_chosen)
{
    double p = 2;
    for (size_t i = 1; i <= n_chosen; ++i) {
        p *= (double) i / (double) (n - n_chosen + i);
    }
    return p < 1 ? p : 1;
}

bsh_status bsh__mann_whitney_exact(bsh__mann_whitney *out, bsh__sample a, bsh__sample b,
                                   const bsh_allocator *allocator, bsh_error *err)
{
    bsh__two_ranked ranked;
    if (!begin(out, &ranked, a, b)) {
        return BSH_OK;
    }
    allocator = bsh__allocator(allocator);
    scored scores = {NULL, a.n + b.n, a.n < b.n ? a.n : b.n, 0, 0, a.n < b.n};
    scores.scores = bsh__allocate(allocator, scores.n, sizeof *scores.scores);
    if (scores.scores == NULL) {
        return bsh__fail_memory(err);
    }
    score(&scores, a, b);
    bsh__choices     choices;
    bsh_status const status =
        bsh__count_choices(&choices, scores.scores, scores.n, scores.n_chosen, allocator, err);
    if (status == BSH_OK) {
        sum_tails(out, &scores, &choices);
        out->p_min_no_ties = least_p(scores.n, scores.n_chosen);
        out->is_exact = true;
    }
    bsh__choices_free(&choices, allocator);
    bsh__release(allocator, scores.scores);
    return status;
}

/* ---- normal */

void bsh__mann_whitney_normal(bsh__mann_whitney *out, bsh__sample a, bsh__sample b)
{
    bsh__two_ranked ranked;
    if (!begin(out, &ranked, a, b)) {
        return;
    }
    double const from_mean = (ranked.u_a - ranked.u_b) / 2;
    double const correction = from_mean > 0 ? -.5 : .5;
    out->sigma = bsh__u_sigma(&ranked, a.n, b.n);
    out->z = from_mean == 0 ? 0 : (from_mean + correction) / out->sigma;
    out->z_no_cc = from_mean / out->sigma;
    out->p = bsh__normal_two_sided(out->z);
    out->p_no_cc = bsh__normal_two_sided(out->z_no_cc);
    out->log10_p = bsh__normal_two_sided_log10(out->z);
}
