#include "stats/group_tests.h"

#include <gsl/gsl_cdf.h>
#include <string.h>

#include "base/memory.h"
#include "stats/ranks.h"
#include "stats/tails.h"

/* ---- paired t */

static void set_t(bsh__pairs *out, bsh__sample differences, double conf_level)
{
    double const n = (double) differences.n;
    double const deviation = sqrt(bsh__variance(differences));
    out->mean_diff = bsh__mean(differences);
    if (bsh__is_constant(differences)) {
        out->t_status = BSH_TEST_NO_VARIANCE;
        return;
    }
    double const se = deviation / sqrt(n);
    out->t_status = BSH_TEST_OK;
    out->t = out->mean_diff / se;
    out->df = n - 1;
    out->t_p = bsh__student_t_two_sided(out->t, out->df);
    double const half = bsh__student_t_quantile((1 - conf_level) / 2, out->df) * se;
    out->ci_low = out->mean_diff - half;
    out->ci_high = out->mean_diff + half;
    out->d_z = out->mean_diff / deviation;
}

/* ---- sign test: 2 P(X <= fewer of the signs), X binomial with 1/2 */

static void set_sign(bsh__pairs *out, size_t n_positive, size_t n)
{
    size_t const fewer = n_positive < n - n_positive ? n_positive : n - n_positive;
    double const p = 2 * bsh__beta_share((double) (n - fewer), (double) fewer + 1, .5, .5);
    out->sign_pos = (double) n_positive;
    out->sign_p = p < 1 ? p : 1;
}

/* ---- signed ranks (Wilcoxon 1945) of the differences that are not 0 */

typedef struct signed_ranks {
    bsh__sample differences; /* not 0, ascending */
    double      v, v_most, sigma;
    bool        ties;
} signed_ranks;

enum { EXACT_BELOW = 50 };
enum { SUMS_MOST = EXACT_BELOW * (EXACT_BELOW - 1) / 2 + 1 };

/* How many of the 2^n choices of signs have each sum of positive ranks 0 ... n (n + 1)/2: whole
 * numbers under 2^50, exact. */
static void count_signs(double counts[SUMS_MOST], size_t n)
{
    memset(counts, 0, SUMS_MOST * sizeof *counts);
    counts[0] = 1;
    for (size_t rank = 1; rank <= n; ++rank) {
        for (size_t sum = rank * (rank + 1) / 2; sum >= rank; --sum) {
            counts[sum] += counts[sum - rank];
        }
    }
}

static double exact_p(const double *counts, double v, double v_most, size_t n)
{
    double const shorter = v < v_most - v ? v : v_most - v;
    double       below = 0;
    for (size_t sum = 0; (double) sum <= shorter; ++sum) {
        below += counts[sum];
    }
    double const p = ldexp(below, 1 - (int) n);
    return p < 1 ? p : 1;
}

static void set_normal_p(bsh__pairs *out, const signed_ranks *ranks)
{
    double const from_mean = ranks->v - ranks->v_most / 2;
    double const correction = from_mean > 0 ? -.5 : .5;
    out->signed_rank_p_normal =
        bsh__normal_two_sided(from_mean == 0 ? 0 : (from_mean + correction) / ranks->sigma);
}

/* ---- the pseudo-median: of the means of all pairs i <= j (Hodges & Lehmann 1963) */

/* Sums, which are twice the means.  They grow with i and j, so for the next i the last j that
 * is near enough is never after that of the last one. */
static uint64_t count_sums(const void *set, double value)
{
    const bsh__sample *const of = set;
    uint64_t                 count = 0;
    size_t                   end = of->n;
    for (size_t i = 0; i < of->n; ++i) {
        while (end > i && of->values[i] + of->values[end - 1] > value) {
            --end;
        }
        count += end > i ? end - i : 0;
    }
    return count;
}

static double kth_mean(const bsh__sample *of, uint64_t k)
{
    double const low = 2 * of->values[0];
    double const high = 2 * of->values[of->n - 1];
    return bsh__kth_smallest(count_sums, of, k, low, high) / 2;
}

/* The smallest sum q with P(V <= q) >= alpha/2, at least 1. */
static double exact_k(const double *counts, size_t n, double conf_level)
{
    double const wanted = ldexp((1 - conf_level) / 2 * (1 - 1e-12), (int) n);
    double       below = counts[0];
    size_t       k = 0;
    while (below < wanted) {
        below += counts[++k];
    }
    return k > 0 ? (double) k : 1;
}

static double normal_k(const signed_ranks *ranks, double conf_level)
{
    double const z = gsl_cdf_ugaussian_Qinv((1 - conf_level) / 2);
    return fmax(1, ceil(ranks->v_most / 2 - z * ranks->sigma - .5));
}

static void set_pseudo_median(bsh__pairs *out, const signed_ranks *ranks, double k)
{
    const bsh__sample *const of = &ranks->differences;
    uint64_t const           n = (uint64_t) ranks->v_most;
    out->pseudo_median = kth_mean(of, (n + 1) / 2) / 2 + kth_mean(of, n / 2 + 1) / 2;
    out->pm_ci_low = kth_mean(of, (uint64_t) k);
    out->pm_ci_high = kth_mean(of, n + 1 - (uint64_t) k);
}

static void set_signed_ranks(bsh__pairs *out, const signed_ranks *ranks, double conf_level)
{
    size_t const n = ranks->differences.n;
    out->v = ranks->v;
    out->rank_biserial = (2 * ranks->v - ranks->v_most) / ranks->v_most;
    set_normal_p(out, ranks);
    if (n >= EXACT_BELOW || ranks->ties) {
        set_pseudo_median(out, ranks, normal_k(ranks, conf_level));
        return;
    }
    double counts[SUMS_MOST];
    count_signs(counts, n);
    out->signed_rank_p_exact = exact_p(counts, ranks->v, ranks->v_most, n);
    set_pseudo_median(out, ranks, exact_k(counts, n, conf_level));
}

/* ---- all of it */

/* The rank sum of the positive ones is that of one sample beside another, the negative ones
 * with their signs turned round. */
static void rank_signed(signed_ranks *out, bsh__sample positive, bsh__sample turned)
{
    bsh__two_ranked ranked;
    bsh__rank_two(&ranked, positive, turned);
    double const n = (double) (positive.n + turned.n);
    double const n_positive = (double) positive.n;
    out->v = ranked.u_a + n_positive * (n_positive + 1) / 2;
    out->v_most = n * (n + 1) / 2;
    out->sigma = sqrt(n * (n + 1) * (2 * n + 1) / 24 - ranked.tie_sum / 48);
    out->ties = ranked.tie_sum > 0;
}

/* `differences` ascending; the zeros among them are dropped.  `turned` is room for as many. */
static void set_ranks_and_signs(bsh__pairs *out, double *differences, double *turned, size_t n,
                                double conf_level)
{
    size_t n_negative = 0;
    while (n_negative < n && differences[n_negative] < 0) {
        turned[n - 1 - n_negative] = -differences[n_negative];
        ++n_negative;
    }
    size_t first_positive = n_negative;
    while (first_positive < n && differences[first_positive] == 0) {
        ++first_positive;
    }
    size_t const n_positive = n - first_positive;
    size_t const n_left = n_negative + n_positive;
    out->n_zero = (double) (n - n_left);
    if (n_left == 0) {
        return;
    }
    memmove(differences + n_negative, differences + first_positive,
            n_positive * sizeof *differences);
    signed_ranks ranks = {.differences = {differences, n_left}};
    rank_signed(&ranks, (bsh__sample){differences + n_negative, n_positive},
                (bsh__sample){turned + (n - n_negative), n_negative});
    set_signed_ranks(out, &ranks, conf_level);
    set_sign(out, n_positive, n_left);
}

static void clear(bsh__pairs *out, size_t n)
{
    double const none = (double) NAN;
    *out = (bsh__pairs){BSH_TEST_TOO_FEW,
                        BSH_TEST_TOO_FEW,
                        (double) n,
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
                        none,
                        none,
                        none,
                        none,
                        none,
                        none};
}

bsh_status bsh__paired(bsh__pairs *out, const double *pairs, size_t n, double conf_level,
                       const bsh_allocator *allocator, bsh_error *err)
{
    clear(out, n);
    if (n < 2) {
        return BSH_OK;
    }
    allocator = bsh__allocator(allocator);
    double *const differences = bsh__allocate(allocator, n, 2 * sizeof *differences);
    if (differences == NULL) {
        return bsh__fail_memory(err);
    }
    for (size_t i = 0; i < n; ++i) {
        differences[i] = pairs[2 * i] - pairs[2 * i + 1];
    }
    bsh__sort_values(differences, n);
    out->status = BSH_TEST_OK;
    set_t(out, (bsh__sample){differences, n}, conf_level);
    set_ranks_and_signs(out, differences, differences + n, n, conf_level);
    bsh__release(allocator, differences);
    return BSH_OK;
}
