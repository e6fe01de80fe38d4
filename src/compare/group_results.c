/* Tests of all corpora together, for three or more. */
#include "compare/comparison_parts.h"
#include "stats/anova.h"
#include "stats/group_tests.h"

static const bsh__sample *samples_of(const bsh__pairing *all)
{
    return &all->samples->samples[all->measure * all->samples->n_corpora];
}

static bsh_status add_anova(bsh__pairing *all, const char *method,
                            const bsh__anova_result *test, bsh_error *err)
{
    bsh_result result = bsh__result_blank(all, method, isnan(test->eta2) ? "" : "eta2");
    result.status = test->status;
    result.statistic = test->f;
    result.df1 = test->df1;
    result.df2 = test->df2;
    result.p = test->p;
    result.estimate = test->eta2;
    return bsh__result_push(all->comparison, &result, err);
}

static bsh_status add_kruskal(bsh__pairing *all, bsh_error *err)
{
    bsh__kruskal test;
    BSH_TRY(bsh__kruskal_wallis(&test, samples_of(all), all->samples->n_corpora,
                                all->comparison->allocator, err));
    bsh_result result = bsh__result_blank(all, "kruskal_wallis", "epsilon2");
    result.status = test.status;
    result.statistic = test.h;
    result.df1 = test.df;
    result.p = test.p;
    result.estimate = test.epsilon2;
    return bsh__result_push(all->comparison, &result, err);
}

typedef void anova_function(bsh__anova_result *out, const bsh__sample *groups, size_t n_groups);

static bsh_status add_requested_anovas(bsh__pairing *all, bsh_error *err)
{
    static const struct {
        const char     *test;
        anova_function *run;
    } tests[] = {
        {"anova", bsh__anova},
        {"levene", bsh__levene},
        {"brown_forsythe", bsh__brown_forsythe},
    };
    for (size_t i = 0; i < sizeof tests / sizeof tests[0]; ++i) {
        if (bsh__is_requested(all->comparison, tests[i].test)) {
            bsh__anova_result test;
            tests[i].run(&test, samples_of(all), all->samples->n_corpora);
            BSH_TRY(add_anova(all, tests[i].test, &test, err));
        }
    }
    return BSH_OK;
}

/* ---- every pair, with one variance or one ranking for all */

static bsh__pairing pair_of(const bsh__pairing *all, size_t a, size_t b)
{
    bsh__pairing pair = *all;
    pair.a = a;
    pair.b = b;
    pair.sample_a = bsh__sample_of(all->samples, all->measure, a);
    pair.sample_b = bsh__sample_of(all->samples, all->measure, b);
    return pair;
}

static bsh_status push_dunn(const bsh__pairing *all, bsh_test_status status,
                            const bsh__dunn_pair *pairs, bsh_error *err)
{
    size_t at = 0;
    for (size_t a = 0; a < all->samples->n_corpora; ++a) {
        for (size_t b = a + 1; b < all->samples->n_corpora; ++b, ++at) {
            bsh__pairing const pair = pair_of(all, a, b);
            bsh_result         result = bsh__result_blank(&pair, "dunn", "mean_rank_diff");
            result.status = status;
            if (status == BSH_TEST_OK) {
                result.statistic = pairs[at].z;
                result.p = pairs[at].p;
                result.estimate = pairs[at].mean_rank_i - pairs[at].mean_rank_j;
            }
            BSH_TRY(bsh__result_push(all->comparison, &result, err));
        }
    }
    return BSH_OK;
}

static bsh_status add_dunn(bsh__pairing *all, size_t n_pairs, bsh_error *err)
{
    const bsh_allocator *const allocator = all->comparison->allocator;
    bsh_test_status            status;
    bsh__dunn_pair *const      pairs = bsh__allocate_zeroed(allocator, n_pairs, sizeof *pairs);
    if (pairs == NULL) {
        return bsh__fail_memory(err);
    }
    bsh_status outcome =
        bsh__dunn(&status, pairs, samples_of(all), all->samples->n_corpora, allocator, err);
    if (outcome == BSH_OK) {
        outcome = push_dunn(all, status, pairs, err);
    }
    bsh__release(allocator, pairs);
    return outcome;
}

static bsh_status push_games(const bsh__pairing *all, bsh_test_status status,
                             const bsh__games_pair *pairs, bsh_error *err)
{
    size_t at = 0;
    for (size_t a = 0; a < all->samples->n_corpora; ++a) {
        for (size_t b = a + 1; b < all->samples->n_corpora; ++b, ++at) {
            bsh__pairing const pair = pair_of(all, a, b);
            bsh_result         result = bsh__result_blank(&pair, "games_howell", "diff");
            result.status = status != BSH_TEST_OK ? status : pairs[at].status;
            if (result.status == BSH_TEST_OK) {
                result.statistic = pairs[at].q;
                result.df1 = pairs[at].df;
                result.p = pairs[at].p;
                bsh__result_estimate(&result, pairs[at].diff, pairs[at].ci_low,
                                     pairs[at].ci_high, all->comparison->options.conf_level);
            }
            BSH_TRY(bsh__result_push(all->comparison, &result, err));
        }
    }
    return BSH_OK;
}

static bsh_status add_games(bsh__pairing *all, size_t n_pairs, bsh_error *err)
{
    const bsh_allocator *const allocator = all->comparison->allocator;
    bsh_test_status            status;
    bsh__games_pair *const     pairs = bsh__allocate_zeroed(allocator, n_pairs, sizeof *pairs);
    if (pairs == NULL) {
        return bsh__fail_memory(err);
    }
    bsh__games_howell(&status, pairs, samples_of(all), all->samples->n_corpora,
                      all->comparison->options.conf_level);
    bsh_status const outcome = push_games(all, status, pairs, err);
    bsh__release(allocator, pairs);
    return outcome;
}

bsh_status bsh__compare_groups(bsh__pairing *all, bsh_error *err)
{
    bsh__anova_result welch;
    size_t const      n = all->samples->n_corpora;
    size_t const      n_pairs = n * (n - 1) / 2;
    bsh__welch_anova(&welch, samples_of(all), n);
    BSH_TRY(add_anova(all, "welch_anova", &welch, err));
    BSH_TRY(add_kruskal(all, err));
    BSH_TRY(add_requested_anovas(all, err));
    if (bsh__is_requested(all->comparison, "dunn")) {
        BSH_TRY(add_dunn(all, n_pairs, err));
    }
    if (bsh__is_requested(all->comparison, "games_howell")) {
        BSH_TRY(add_games(all, n_pairs, err));
    }
    return all->comparison->options.has_blocks ? bsh__compare_blocks_of_all(all, err) : BSH_OK;
}
