#include "stats/anova.h"

#include <float.h>

#include "stats/tails.h"

/* ---- groups as they are taken in, one after the other */

typedef struct group_moments {
    double n, mean, squares;
} group_moments;

typedef struct partition {
    double n_groups, n, mean; /* of all values so far */
    double between, within;   /* sums of squares */
} partition;

/* The pairwise update of Chan, Golub & LeVeque 1983: no grand mean is needed beforehand. */
static void take_in(partition *all, group_moments group)
{
    double const n = all->n + group.n;
    double const step = group.mean - all->mean;
    all->between += step * step * all->n * (group.n / n);
    all->mean += step * (group.n / n);
    all->within += group.squares;
    all->n = n;
    ++all->n_groups;
}

static void begin(bsh__anova_result *out)
{
    double const none = (double) NAN;
    *out = (bsh__anova_result){BSH_TEST_TOO_FEW, none, none, none, none, none, none};
}

static bool has_fewer(const bsh__sample *groups, size_t n_groups, size_t n_least)
{
    for (size_t i = 0; i < n_groups; ++i) {
        if (groups[i].n < n_least) {
            return true;
        }
    }
    return n_groups < 2;
}

static void put_f(bsh__anova_result *out, double f, double df1, double df2)
{
    double const p = bsh__f_q(f, df1, df2);
    if (!isfinite(f) || isnan(p)) {
        out->status = BSH_TEST_NO_VARIANCE;
        return;
    }
    out->status = BSH_TEST_OK;
    out->f = f;
    out->df1 = df1;
    out->df2 = df2;
    out->p = p;
}

static void put_ratio(bsh__anova_result *out, const partition *all)
{
    double const df1 = all->n_groups - 1;
    double const df2 = all->n - all->n_groups;
    put_f(out, all->between / df1 / (all->within / df2), df1, df2);
}

/* ---- means */

void bsh__anova(bsh__anova_result *out, const bsh__sample *groups, size_t n_groups)
{
    begin(out);
    partition all = {0};
    for (size_t i = 0; i < n_groups; ++i) {
        bsh__sample const group = groups[i];
        double const      n = (double) group.n;
        take_in(&all, (group_moments){n, bsh__mean(group),
                                      n < 2 ? 0 : bsh__variance(group) * (n - 1)});
    }
    if (has_fewer(groups, n_groups, 1) || all.n <= all.n_groups) {
        return;
    }
    put_ratio(out, &all);
    if (out->status == BSH_TEST_OK) {
        double const total = all.between + all.within;
        double const error = all.within / out->df2;
        out->eta2 = all.between / total;
        out->omega2 = (all.between - out->df1 * error) / (total + error);
    }
}

/* The weight of a mean: 1 over its variance; infinite if the group is constant. */
static double weight_of(bsh__sample group)
{
    return (double) group.n / bsh__variance(group);
}

/* Welch 1951. */
void bsh__welch_anova(bsh__anova_result *out, const bsh__sample *groups, size_t n_groups)
{
    begin(out);
    if (has_fewer(groups, n_groups, 2)) {
        return;
    }
    partition weights = {0}; // whose n is the sum of the weights
    for (size_t i = 0; i < n_groups; ++i) {
        take_in(&weights, (group_moments){weight_of(groups[i]), bsh__mean(groups[i]), 0});
    }
    double unevenness = 0;
    for (size_t i = 0; i < n_groups; ++i) {
        double const rest = 1 - weight_of(groups[i]) / weights.n;
        unevenness += rest * rest / (double) (groups[i].n - 1);
    }
    double const k = (double) n_groups;
    double const pairs = k * k - 1;
    double const divisor = 1 + 2 * (k - 2) / pairs * unevenness;
    put_f(out, weights.between / (k - 1) / divisor, k - 1, pairs / (3 * unevenness));
}

/* ---- spreads */

/* Mean and squares of the distances |x - centre|, in two passes. */
static group_moments distances(bsh__sample group, double centre)
{
    double const n = (double) group.n;
    double       sum = 0;
    for (size_t i = 0; i < group.n; ++i) {
        sum += fabs(group.values[i] - centre);
    }
    double const about = sum / n;
    double       squares = 0;
    double       rest = 0;
    for (size_t i = 0; i < group.n; ++i) {
        double const deviation = fabs(group.values[i] - centre) - about;
        squares += deviation * deviation;
        rest += deviation;
    }
    return (group_moments){n, about + rest / n, squares - rest * rest / n};
}

/* What distances that are equal may differ by, from rounding alone: two values are as far from
 * their mean, but .1 and .4 are .15 and .15000000000000002 away from it, an F of 1e30. */
static double squares_of_rounding(bsh__sample group)
{
    double const size = fmax(fabs(group.values[0]), fabs(group.values[group.n - 1]));
    double const rounding = 4 * DBL_EPSILON * size;
    return (double) group.n * rounding * rounding;
}

typedef double centre_of(bsh__sample group);

static void test_spreads(bsh__anova_result *out, const bsh__sample *groups, size_t n_groups,
                         centre_of *centre)
{
    begin(out);
    if (has_fewer(groups, n_groups, 2)) {
        return;
    }
    partition all = {0};
    double    rounding = 0;
    for (size_t i = 0; i < n_groups; ++i) {
        take_in(&all, distances(groups[i], centre(groups[i])));
        rounding += squares_of_rounding(groups[i]);
    }
    if (all.within <= rounding) {
        out->status = BSH_TEST_NO_VARIANCE;
        return;
    }
    put_ratio(out, &all);
}

static double median_of(bsh__sample group)
{
    return bsh__quantile(group, 0.5);
}

void bsh__levene(bsh__anova_result *out, const bsh__sample *groups, size_t n_groups)
{
    test_spreads(out, groups, n_groups, bsh__mean);
}

void bsh__brown_forsythe(bsh__anova_result *out, const bsh__sample *groups, size_t n_groups)
{
    test_spreads(out, groups, n_groups, median_of);
}

/* Each side by its own tail: R's var.test takes 1 - P, which for a ratio of 4278 at 9 and 9 df
 * gives 5.995e-15 in place of 6.035e-15, and 0 a little further out. */
void bsh__f_var(bsh__variance_ratio *out, bsh__sample a, bsh__sample b, double conf_level)
{
    double const none = (double) NAN;
    *out = (bsh__variance_ratio){BSH_TEST_TOO_FEW, none, none, none, none, none, none};
    if (a.n < 2 || b.n < 2) {
        return;
    }
    double const ratio = bsh__variance(a) / bsh__variance(b);
    if (!isnormal(ratio)) {
        out->status = BSH_TEST_NO_VARIANCE;
        return;
    }
    double const tail = (1 - conf_level) / 2;
    out->status = BSH_TEST_OK;
    out->ratio = ratio;
    out->df1 = (double) (a.n - 1);
    out->df2 = (double) (b.n - 1);
    out->p = fmin(
        1, 2 * fmin(bsh__f_q(ratio, out->df1, out->df2), bsh__f_p(ratio, out->df1, out->df2)));
    out->ci_low = ratio / bsh__f_quantile(tail, out->df1, out->df2);
    out->ci_high = ratio * bsh__f_quantile(tail, out->df2, out->df1);
}
