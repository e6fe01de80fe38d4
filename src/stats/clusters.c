#include <gsl/gsl_statistics_double.h>

#include "base/memory.h"
#include "stats/cases.h"
#include "stats/regression.h"
#include "stats/tails.h"

/* ---- the difference of two outlets, errors related inside a cluster */

/* The cases as they are summed: those of A, then those of B, each by cluster. */
typedef struct outlets {
    bsh__sample  a, b; /* y, by cluster; parts of `y` */
    bsh__member *members;
    double      *y;
    size_t       n_clusters_a, n_clusters_b;
} outlets;

static size_t gather(outlets *out, const bsh__case *cases, size_t n, size_t first, bool is_b)
{
    size_t end = first;
    for (size_t i = 0; i < n; ++i) {
        if (cases[i].is_b == is_b) {
            out->members[end++] = (bsh__member){i, cases[i].cluster};
        }
    }
    bsh__sort_members(out->members + first, end - first);
    for (size_t i = first; i < end; ++i) {
        out->y[i] = cases[out->members[i].index].y;
    }
    return end;
}

static void order_outlets(outlets *out, const bsh__case *cases, size_t n)
{
    size_t const n_a = gather(out, cases, n, 0, false);
    (void) gather(out, cases, n, n_a, true);
    out->a = (bsh__sample){out->y, n_a};
    out->b = (bsh__sample){out->y + n_a, n - n_a};
    out->n_clusters_a = bsh__n_clusters(out->members, n_a);
    out->n_clusters_b = bsh__n_clusters(out->members + n_a, n - n_a);
}

static bool all_equal(bsh__sample sample)
{
    size_t i = 1;
    while (i < sample.n && sample.values[i] == sample.values[0]) {
        ++i;
    }
    return i >= sample.n;
}

/* Residuals over the cases of the outlet: what a case moves the difference by.  Members are
 * then sorted anew, for a cluster may have cases in both outlets. */
static void make_scores(outlets *at)
{
    size_t const n = at->a.n + at->b.n;
    for (size_t i = 0; i < n; ++i) {
        at->y[i] /= i < at->a.n ? (double) at->a.n : -(double) at->b.n;
        at->members[i].index = i;
    }
    bsh__sort_members(at->members, n);
}

typedef struct squares {
    double of_sums, of_sums_of_sizes; /* over clusters: (sum)^2, (sum of absolute values)^2 */
    size_t n_clusters;
} squares;

static squares square_clusters(const outlets *at, size_t n)
{
    squares total = {0, 0, 0};
    for (size_t i = 0; i < n;) {
        size_t const end = i + bsh__cluster_size(at->members + i, n - i);
        double       sum = 0;
        double       size = 0;
        for (; i < end; ++i) {
            sum += at->y[at->members[i].index];
            size += fabs(at->y[at->members[i].index]);
        }
        total.of_sums += sum * sum;
        total.of_sums_of_sizes += size * size;
        ++total.n_clusters;
    }
    return total;
}

/* Where the residuals of every cluster cancel out, rounding leaves some 1e-16 of them. */
static void infer(bsh__clustered *out, squares total, double n, double conf_level)
{
    double const g = (double) total.n_clusters;
    out->df = g - 1;
    if (total.of_sums <= 1e-24 * total.of_sums_of_sizes) {
        out->status = BSH_TEST_DEGENERATE;
        return;
    }
    out->se = sqrt(g / (g - 1) * (n - 1) / (n - 2) * total.of_sums);
    out->t = out->diff / out->se;
    out->p = bsh__student_t_two_sided(out->t, out->df);
    double const reach = bsh__student_t_quantile((1 - conf_level) / 2, out->df) * out->se;
    out->ci_low = out->diff - reach;
    out->ci_high = out->diff + reach;
    out->status = BSH_TEST_OK;
}

static void compare_outlets(bsh__clustered *out, outlets *at, double conf_level)
{
    out->n_clusters_a = (double) at->n_clusters_a;
    out->n_clusters_b = (double) at->n_clusters_b;
    bool const           are_constant = all_equal(at->a) && all_equal(at->b);
    bsh__long_mean const mean_a = bsh__centre(at->y, at->a.n);
    bsh__long_mean const mean_b = bsh__centre(at->y + at->a.n, at->b.n);
    if (at->a.n > 0 && at->b.n > 0) {
        out->diff = bsh__long_difference(mean_a, mean_b);
    }
    if (at->n_clusters_a < 2 || at->n_clusters_b < 2) {
        out->status = BSH_TEST_TOO_FEW;
    } else if (are_constant) {
        out->status = BSH_TEST_NO_VARIANCE;
    } else {
        size_t const n = at->a.n + at->b.n;
        make_scores(at);
        infer(out, square_clusters(at, n), (double) n, conf_level);
    }
}

bsh_status bsh__cluster_difference(bsh__clustered *out, const bsh__case *cases, size_t n,
                                   double conf_level, const bsh_allocator *allocator,
                                   bsh_error *err)
{
    double const none = (double) NAN;
    *out = (bsh__clustered){
        BSH_TEST_TOO_FEW, none, none, none, none, none, none, none, none, none};
    outlets    at = {.members = bsh__allocate(allocator, n + 1, sizeof *at.members),
                     .y = bsh__allocate(allocator, n + 1, sizeof *at.y)};
    bool const has_memory = at.members != NULL && at.y != NULL;
    if (has_memory) {
        order_outlets(&at, cases, n);
        compare_outlets(out, &at, conf_level);
    }
    bsh__release(allocator, at.members);
    bsh__release(allocator, at.y);
    return has_memory ? BSH_OK : bsh__fail_memory(err);
}

/* ---- intraclass correlation */

typedef struct sums_of_squares {
    double between, within, of_sizes;
    size_t n_clusters;
} sums_of_squares;

static sums_of_squares partition(const bsh__member *members, const double *y, size_t n)
{
    sums_of_squares sums = {0, 0, 0, 0};
    double const    mean = bsh__mean((bsh__sample){y, n});
    for (size_t i = 0; i < n; ++sums.n_clusters) {
        bsh__sample const cluster = {y + i, bsh__cluster_size(members + i, n - i)};
        double const      size = (double) cluster.n;
        double const      of_cluster = bsh__mean(cluster);
        sums.between += size * (of_cluster - mean) * (of_cluster - mean);
        sums.within += all_equal(cluster) ? 0 : bsh__squared_deviations(cluster, of_cluster);
        sums.of_sizes += size * size;
        i += cluster.n;
    }
    return sums;
}

static void correlate(bsh__intraclass *out, const bsh__member *members, const double *y,
                      size_t n)
{
    sums_of_squares const sums = partition(members, y, n);
    double const          size = (double) n;
    double const          g = (double) sums.n_clusters;
    if (sums.n_clusters < 2 || sums.n_clusters == n) {
        out->status = BSH_TEST_TOO_FEW;
        return;
    }
    out->n0 = (size - sums.of_sizes / size) / (g - 1);
    if (all_equal((bsh__sample){y, n})) {
        out->status = BSH_TEST_NO_VARIANCE;
        return;
    }
    out->ms_between = sums.between / (g - 1);
    out->ms_within = sums.within / (size - g);
    out->icc =
        (out->ms_between - out->ms_within) / (out->ms_between + (out->n0 - 1) * out->ms_within);
    out->design_effect = 1 + (size / g - 1) * out->icc;
    out->design_effect_weighted = 1 + (sums.of_sizes / size - 1) * out->icc;
    out->status = BSH_TEST_OK;
}

bsh_status bsh__icc(bsh__intraclass *out, const double *y, const uint32_t *clusters, size_t n,
                    const bsh_allocator *allocator, bsh_error *err)
{
    double const none = (double) NAN;
    *out = (bsh__intraclass){BSH_TEST_TOO_FEW, none, none, none, none, none, none};
    bsh__member *const members = bsh__allocate(allocator, n + 1, sizeof *members);
    double *const      by_cluster = bsh__allocate(allocator, n + 1, sizeof *by_cluster);
    bool const         has_memory = members != NULL && by_cluster != NULL;
    if (has_memory) {
        for (size_t i = 0; i < n; ++i) {
            members[i] = (bsh__member){i, clusters[i]};
        }
        bsh__sort_members(members, n);
        for (size_t i = 0; i < n; ++i) {
            by_cluster[i] = y[members[i].index];
        }
        correlate(out, members, by_cluster, n);
    }
    bsh__release(allocator, members);
    bsh__release(allocator, by_cluster);
    return has_memory ? BSH_OK : bsh__fail_memory(err);
}

/* ---- rank correlation */

bsh_status bsh__spearman(double *out, const double *x, const double *y, size_t n,
                         const bsh_allocator *allocator, bsh_error *err)
{
    *out = (double) NAN;
    if (n < 3 || all_equal((bsh__sample){x, n}) || all_equal((bsh__sample){y, n})) {
        return BSH_OK;
    }
    double *const work = bsh__allocate(allocator, n, 2 * sizeof *work);
    if (work == NULL) {
        return bsh__fail_memory(err);
    }
    *out = gsl_stats_spearman(x, 1, y, 1, n, work);
    bsh__release(allocator, work);
    return BSH_OK;
}
