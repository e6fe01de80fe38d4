#include "stats/group_tests.h"

#include <gsl/gsl_cdf.h>
#include <string.h>

#include "base/memory.h"
#include "stats/ranks.h"

/* All groups ranked together. */
typedef struct ranked_groups {
    double *values, *ranks;
    size_t *order;
    size_t  n;
    double  tie_sum;
    bool    is_constant;
} ranked_groups;

static void free_ranked(ranked_groups *ranked, const bsh_allocator *allocator)
{
    bsh__release(allocator, ranked->values);
    bsh__release(allocator, ranked->ranks);
    bsh__release(allocator, ranked->order);
}

static void fill_ranked(ranked_groups *ranked, const bsh__sample *groups, size_t n_groups)
{
    size_t n = 0;
    for (size_t g = 0; g < n_groups; ++g) {
        memcpy(ranked->values + n, groups[g].values, groups[g].n * sizeof *ranked->values);
        n += groups[g].n;
    }
    ranked->tie_sum = bsh__mid_ranks(ranked->ranks, ranked->values, n, ranked->order);
    ranked->is_constant =
        ranked->values[ranked->order[0]] == ranked->values[ranked->order[n - 1]];
}

/* To be freed also where it fails. */
static bsh_status rank_groups(ranked_groups *ranked, const bsh__sample *groups, size_t n_groups,
                              const bsh_allocator *allocator, bsh_error *err)
{
    *ranked = (ranked_groups){0};
    for (size_t g = 0; g < n_groups; ++g) {
        ranked->n += groups[g].n;
    }
    ranked->values = bsh__allocate(allocator, ranked->n, sizeof *ranked->values);
    ranked->ranks = bsh__allocate(allocator, ranked->n, sizeof *ranked->ranks);
    ranked->order = bsh__allocate(allocator, ranked->n, sizeof *ranked->order);
    if (ranked->values == NULL || ranked->ranks == NULL || ranked->order == NULL) {
        return bsh__fail_memory(err);
    }
    fill_ranked(ranked, groups, n_groups);
    return BSH_OK;
}

/* A group of one value is enough, an empty one is not. */
static bool are_enough(const bsh__sample *groups, size_t n_groups)
{
    bool are = n_groups >= 2;
    for (size_t g = 0; g < n_groups; ++g) {
        are = are && groups[g].n > 0;
    }
    return are;
}

/* Sums of halves under 2^53: exact. */
static double sum_of(const double *values, size_t n)
{
    double sum = 0;
    for (size_t i = 0; i < n; ++i) {
        sum += values[i];
    }
    return sum;
}

/* ---- Kruskal & Wallis 1952 */

/* By distances from the mean rank: R^2/n less 3 (N + 1) would lose digits. */
static double sum_of_squares(const ranked_groups *ranked, const bsh__sample *groups,
                             size_t n_groups)
{
    double const  middle = ((double) ranked->n + 1) / 2;
    const double *ranks = ranked->ranks;
    double        squares = 0;
    for (size_t g = 0; g < n_groups; ++g) {
        double const n = (double) groups[g].n;
        double const distance = sum_of(ranks, groups[g].n) / n - middle;
        squares += n * distance * distance;
        ranks += groups[g].n;
    }
    return squares;
}

/* Of a rank, times N / (N - 1); (N^3 - N) / 12 is what it is without ties. */
static double variance_of(const ranked_groups *ranked)
{
    double const n = (double) ranked->n;
    return (n * (n * n - 1) - ranked->tie_sum) / (12 * (n - 1));
}

static void set_kruskal(bsh__kruskal *out, const ranked_groups *ranked,
                        const bsh__sample *groups, size_t n_groups)
{
    if (ranked->is_constant) {
        out->status = BSH_TEST_NO_VARIANCE;
        return;
    }
    double const n = (double) ranked->n;
    double const k = (double) n_groups;
    out->status = BSH_TEST_OK;
    out->h = sum_of_squares(ranked, groups, n_groups) / variance_of(ranked);
    out->df = k - 1;
    out->p = gsl_cdf_chisq_Q(out->h, out->df);
    out->epsilon2 = out->h / (n - 1);
    out->eta2_h = ranked->n > n_groups ? (out->h - k + 1) / (n - k) : (double) NAN;
}

bsh_status bsh__kruskal_wallis(bsh__kruskal *out, const bsh__sample *groups, size_t n_groups,
                               const bsh_allocator *allocator, bsh_error *err)
{
    double const none = (double) NAN;
    *out = (bsh__kruskal){BSH_TEST_TOO_FEW, none, none, none, none, none};
    if (!are_enough(groups, n_groups)) {
        return BSH_OK;
    }
    allocator = bsh__allocator(allocator);
    ranked_groups    ranked;
    bsh_status const status = rank_groups(&ranked, groups, n_groups, allocator, err);
    if (status == BSH_OK) {
        set_kruskal(out, &ranked, groups, n_groups);
    }
    free_ranked(&ranked, allocator);
    return status;
}

/* ---- Dunn 1964 */

/* The pair of two of n_groups, in the order 0-1, 0-2, 1-2 ... as the header has it. */
static size_t pair_of(size_t i, size_t j, size_t n_groups)
{
    return i * (2 * n_groups - i - 1) / 2 + (j - i - 1);
}

static void set_mean_ranks(bsh__dunn_pair *pairs, const ranked_groups *ranked,
                           const bsh__sample *groups, size_t n_groups)
{
    const double *ranks = ranked->ranks;
    for (size_t g = 0; g < n_groups; ++g) {
        double const mean = sum_of(ranks, groups[g].n) / (double) groups[g].n;
        for (size_t i = 0; i < g; ++i) {
            pairs[pair_of(i, g, n_groups)].mean_rank_j = mean;
        }
        for (size_t j = g + 1; j < n_groups; ++j) {
            pairs[pair_of(g, j, n_groups)].mean_rank_i = mean;
        }
        ranks += groups[g].n;
    }
}

static void set_dunn(bsh__dunn_pair *pairs, const ranked_groups *ranked,
                     const bsh__sample *groups, size_t n_groups)
{
    double const variance = variance_of(ranked);
    set_mean_ranks(pairs, ranked, groups, n_groups);
    for (size_t i = 0; i < n_groups; ++i) {
        for (size_t j = i + 1; j < n_groups; ++j) {
            bsh__dunn_pair *const pair = &pairs[pair_of(i, j, n_groups)];
            double const          share = 1 / (double) groups[i].n + 1 / (double) groups[j].n;
            pair->z = (pair->mean_rank_i - pair->mean_rank_j) / sqrt(variance * share);
            pair->p = bsh__normal_two_sided(pair->z);
        }
    }
}

bsh_status bsh__dunn(bsh_test_status *status, bsh__dunn_pair *pairs, const bsh__sample *groups,
                     size_t n_groups, const bsh_allocator *allocator, bsh_error *err)
{
    double const none = (double) NAN;
    *status = BSH_TEST_TOO_FEW;
    for (size_t pair = 0; n_groups >= 2 && pair < n_groups * (n_groups - 1) / 2; ++pair) {
        pairs[pair] = (bsh__dunn_pair){none, none, none, none};
    }
    if (!are_enough(groups, n_groups)) {
        return BSH_OK;
    }
    allocator = bsh__allocator(allocator);
    ranked_groups    ranked;
    bsh_status const outcome = rank_groups(&ranked, groups, n_groups, allocator, err);
    if (outcome == BSH_OK) {
        *status = ranked.is_constant ? BSH_TEST_NO_VARIANCE : BSH_TEST_OK;
        if (!ranked.is_constant) {
            set_dunn(pairs, &ranked, groups, n_groups);
        }
    }
    free_ranked(&ranked, allocator);
    return outcome;
}
