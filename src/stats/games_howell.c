#include "stats/group_tests.h"

#include <gsl/gsl_math.h>

#include "stats/share_root.h"
#include "stats/tails.h"

typedef struct ranges {
    double k, df;
} ranges;

static double upper_tail(const void *payload, double q)
{
    const ranges *const of = payload;
    return bsh__studentized_range_q(q, of->k, of->df);
}

/* The q that is passed with probability `tail`.  For two means it is sqrt(2) times Student's;
 * from there the bound over all pairs (Bonferroni) is near for small tails. */
static double range_quantile(double tail, const ranges *of)
{
    double const n_pairs = of->k * (of->k - 1) / 2;
    double const t = bsh__student_t_quantile(tail / (2 * n_pairs), of->df);
    double const slope = -M_SQRT1_2 / sqrt(1 + t * t / (2 * of->df));
    return bsh__share_root(upper_tail, of, tail, M_SQRT2 * t, slope);
}

/* One of the two groups of a pair. */
typedef struct group {
    double mean, variance_of_mean, df;
} group;

static group describe_group(bsh__sample sample)
{
    double const n = (double) sample.n;
    return (group){bsh__mean(sample), bsh__variance(sample) / n, n - 1};
}

static double satterthwaite(const group *i, const group *j)
{
    double const sum = i->variance_of_mean + j->variance_of_mean;
    double const share_i = i->variance_of_mean / sum;
    double const share_j = j->variance_of_mean / sum;
    return 1 / (share_i * share_i / i->df + share_j * share_j / j->df);
}

static bsh__games_pair no_pair(bsh_test_status status)
{
    double const none = (double) NAN;
    return (bsh__games_pair){status, none, none, none, none, none, none, none};
}

/* No p and no interval under 2 df, where tables of the studentised range begin. */
static bsh__games_pair compare_pair(const group *i, const group *j, double k, double conf_level)
{
    bsh__games_pair pair = no_pair(BSH_TEST_NO_VARIANCE);
    pair.diff = i->mean - j->mean;
    pair.se = sqrt((i->variance_of_mean + j->variance_of_mean) / 2);
    if (!(pair.se > 0)) {
        pair.se = (double) NAN;
        return pair;
    }
    pair.df = satterthwaite(i, j);
    pair.q = fabs(pair.diff) / pair.se;
    pair.status = pair.df < 2 ? BSH_TEST_DF_BELOW_2 : BSH_TEST_OK;
    if (pair.status == BSH_TEST_OK) {
        ranges const of = {k, pair.df};
        double const reach = range_quantile(1 - conf_level, &of) * pair.se;
        pair.p = bsh__studentized_range_q(pair.q, k, pair.df);
        pair.ci_low = pair.diff - reach;
        pair.ci_high = pair.diff + reach;
    }
    return pair;
}

static bool has_too_few(const bsh__sample *groups, size_t n_groups)
{
    for (size_t i = 0; i < n_groups; ++i) {
        if (groups[i].n < 2) {
            return true;
        }
    }
    return n_groups < 2;
}

void bsh__games_howell(bsh_test_status *status, bsh__games_pair *pairs,
                       const bsh__sample *groups, size_t n_groups, double conf_level)
{
    bool const too_few = has_too_few(groups, n_groups);
    *status = too_few ? BSH_TEST_TOO_FEW : BSH_TEST_OK;
    size_t at = 0;
    for (size_t i = 0; i < n_groups; ++i) {
        for (size_t j = i + 1; j < n_groups; ++j) {
            group const first = describe_group(groups[i]);
            group const second = describe_group(groups[j]);
            pairs[at++] = too_few
                              ? no_pair(BSH_TEST_TOO_FEW)
                              : compare_pair(&first, &second, (double) n_groups, conf_level);
        }
    }
}
