#include "stats/rank_tests.h"

#include <gsl/gsl_cdf.h>

#include "base/memory.h"
#include "stats/ranks.h"

/* ---- the n_a n_b differences, which are never stored */

typedef struct differences {
    bsh__sample a, b;
} differences;

/* Differences grow with a and shrink with b, also after rounding: for the next a, the first b
 * that is near enough is never before that of the last one. */
static uint64_t count_differences(const void *set, double value)
{
    const differences *const of = set;
    uint64_t                 count = 0;
    size_t                   j = 0;
    for (size_t i = 0; i < of->a.n; ++i) {
        while (j < of->b.n && of->a.values[i] - of->b.values[j] > value) {
            ++j;
        }
        count += of->b.n - j;
    }
    return count;
}

static double kth_difference(const differences *of, uint64_t k)
{
    return bsh__kth_smallest(count_differences, of, k,
                             of->a.values[0] - of->b.values[of->b.n - 1],
                             of->a.values[of->a.n - 1] - of->b.values[0]);
}

static double median_difference(const differences *of)
{
    uint64_t const n = (uint64_t) of->a.n * of->b.n;
    double const   lower = kth_difference(of, (n + 1) / 2);
    return n % 2 == 1 ? lower : lower / 2 + kth_difference(of, n / 2 + 1) / 2;
}

/* From the k-th smallest to the k-th largest. */
static void set_interval(double *low, double *high, const differences *of, double k)
{
    uint64_t const n = (uint64_t) of->a.n * of->b.n;
    *low = kth_difference(of, (uint64_t) k);
    *high = kth_difference(of, n + 1 - (uint64_t) k);
}

/* ---- exact */

/* k and level from the distribution of U without ties: k is the smallest q with P(U <= q) >=
 * alpha / 2, at least 1; the slack keeps a q whose P is alpha / 2 but for rounding. */
static void set_exact_k(bsh__location_shift *out, const bsh__choices *choices,
                        double conf_level)
{
    double const wanted = (1 - conf_level) / 2 * (1 - 1e-12);
    double       below = 0; // P(U <= k - 1)
    double       up_to = choices->counts[0] / choices->total;
    size_t       k = 0;
    while (k == 0 || (up_to < wanted && k + 1 < choices->n_counts)) {
        ++k;
        below = up_to;
        up_to += choices->counts[k] / choices->total;
    }
    out->ci_exact_k = (double) k;
    out->ci_exact_level = 1 - 2 * below;
    out->ci_exact_reaches_level = out->ci_exact_level >= conf_level - 1e-12;
}

enum { EXACT_BELOW = 50 }; // values in each sample

static bsh_status set_exact(bsh__location_shift *out, const differences *of, double conf_level,
                            const bsh_allocator *allocator, bsh_error *err)
{
    uint32_t scores[2 * EXACT_BELOW];
    for (uint32_t i = 0; i < 2 * EXACT_BELOW; ++i) {
        scores[i] = i;
    }
    bsh__choices     choices;
    size_t const     n_chosen = of->a.n < of->b.n ? of->a.n : of->b.n;
    bsh_status const status =
        bsh__count_choices(&choices, scores, of->a.n + of->b.n, n_chosen, allocator, err);
    if (status == BSH_OK) {
        set_exact_k(out, &choices, conf_level);
        set_interval(&out->ci_exact_low, &out->ci_exact_high, of, out->ci_exact_k);
        out->has_exact = true;
    }
    bsh__choices_free(&choices, allocator);
    return status;
}

/* ---- normal */

static void set_normal(bsh__location_shift *out, const differences *of, double conf_level)
{
    bsh__two_ranked ranked;
    bsh__rank_two(&ranked, of->a, of->b);
    if (ranked.is_constant) {
        return;
    }
    double const z = gsl_cdf_ugaussian_Qinv((1 - conf_level) / 2);
    double const middle = (double) of->a.n * (double) of->b.n / 2;
    double const sigma = bsh__u_sigma(&ranked, of->a.n, of->b.n);
    out->ci_normal_k = fmax(1, ceil(middle - z * sigma - .5));
    set_interval(&out->ci_normal_low, &out->ci_normal_high, of, out->ci_normal_k);
}

bsh_status bsh__hodges_lehmann(bsh__location_shift *out, bsh__sample a, bsh__sample b,
                               double conf_level, const bsh_allocator *allocator,
                               bsh_error *err)
{
    double const none = (double) NAN;
    *out = (bsh__location_shift){
        BSH_TEST_TOO_FEW, none, none, none, none, none, false, none, none, none, false};
    if (a.n < 2 || b.n < 2) {
        return BSH_OK;
    }
    differences const of = {a, b};
    out->status = BSH_TEST_OK;
    out->shift = median_difference(&of);
    set_normal(out, &of, conf_level);
    bool const is_small = a.n < EXACT_BELOW && b.n < EXACT_BELOW;
    return is_small ? set_exact(out, &of, conf_level, bsh__allocator(allocator), err) : BSH_OK;
}
