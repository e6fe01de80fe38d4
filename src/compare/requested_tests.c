/* Tests on request: --tests LIST. */
#include <string.h>

#include "base/edit_distance.h"
#include "compare/comparison_parts.h"
#include "stats/anova.h"
#include "stats/effect_sizes.h"
#include "stats/group_tests.h"
#include "stats/permutation.h"
#include "stats/rank_tests.h"
#include "stats/t_tests.h"

/* Share that Yuen's means drop at each end; the power of MDE; the scale of the JZS prior. */
static const double yuen_trim = .2;
static const double mde_power = .8;
static const double jzs_scale = 0.70710678118654752440;

static double level_of(const bsh__pairing *pairing)
{
    return pairing->comparison->options.conf_level;
}

static bsh_status push(const bsh__pairing *pairing, const bsh_result *result, bsh_error *err)
{
    return bsh__result_push(pairing->comparison, result, err);
}

/* ---- differences of means */

static bsh_status add_difference(bsh__pairing *pairing, const char *method,
                                 const bsh__difference *test, bsh_error *err)
{
    bsh_result result = bsh__result_blank(pairing, method, "diff");
    result.status = test->status;
    result.statistic = test->t;
    result.df1 = test->df;
    result.p = test->p;
    bsh__result_estimate(&result, test->diff, test->ci_low, test->ci_high, level_of(pairing));
    return push(pairing, &result, err);
}

static bsh_status add_student(bsh__pairing *pairing, bsh_error *err)
{
    bsh__difference test;
    bsh__student_t(&test, pairing->sample_a, pairing->sample_b, level_of(pairing));
    return add_difference(pairing, "student_t", &test, err);
}

static bsh_status add_yuen(bsh__pairing *pairing, bsh_error *err)
{
    bsh__difference test;
    bsh__yuen_t(&test, pairing->sample_a, pairing->sample_b, yuen_trim, level_of(pairing));
    return add_difference(pairing, "yuen_t", &test, err);
}

static bsh_status add_tost(bsh__pairing *pairing, bsh_error *err)
{
    const bsh_compare_options *const options = &pairing->comparison->options;
    bsh__equivalence                 test;
    bsh_result                       result = bsh__result_blank(pairing, "tost_welch", "diff");
    if (!options->has_equivalence) {
        return BSH_OK;
    }
    bsh__tost_welch(&test, pairing->sample_a, pairing->sample_b, options->equivalence_low,
                    options->equivalence_high);
    result.status = test.status;
    result.statistic = test.p == test.p_low ? test.t_low : test.t_high;
    result.df1 = test.df;
    result.p = test.p;
    bsh__result_estimate(&result, pairing->summary->diff, test.ci90_low, test.ci90_high, .9);
    return push(pairing, &result, err);
}

/* ---- effects */

static bsh_status add_effect(bsh__pairing *pairing, const char *method, bsh_test_status status,
                             double estimate, bsh_error *err)
{
    bsh_result result = bsh__result_blank(pairing, method, method);
    result.status = status;
    result.estimate = estimate;
    if (status == BSH_TEST_OK && !isfinite(estimate)) {
        result.status = BSH_TEST_NO_VARIANCE; // Glass's delta by a B that is constant
    }
    return push(pairing, &result, err);
}

static bsh_status add_glass(bsh__pairing *pairing, bsh_error *err)
{
    bsh__standardized effect;
    bsh__hedges_g(&effect, pairing->sample_a, pairing->sample_b, level_of(pairing));
    return add_effect(pairing, "glass_delta_b", effect.status, effect.glass_delta_b, err);
}

static bsh_status add_g_av(bsh__pairing *pairing, bsh_error *err)
{
    bsh__standardized effect;
    bsh__hedges_g(&effect, pairing->sample_a, pairing->sample_b, level_of(pairing));
    return add_effect(pairing, "g_av", effect.status, effect.g_av, err);
}

static bsh_status add_cohens_d(bsh__pairing *pairing, bsh_error *err)
{
    bsh__standardized effect;
    bsh_result        result = bsh__result_blank(pairing, "cohens_d", "cohens_d");
    bsh__hedges_g(&effect, pairing->sample_a, pairing->sample_b, level_of(pairing));
    result.status = effect.status;
    bsh__result_estimate(&result, effect.cohens_d, effect.d_ci_low, effect.d_ci_high,
                         level_of(pairing));
    return push(pairing, &result, err);
}

static bsh_status add_cles(bsh__pairing *pairing, bsh_error *err)
{
    bsh__superior superior;
    bsh__superiority(&superior, pairing->sample_a, pairing->sample_b, level_of(pairing));
    bool const            is_testable = pairing->sample_a.n >= 2 && pairing->sample_b.n >= 2;
    bsh_test_status const status = is_testable ? superior.status : BSH_TEST_TOO_FEW;
    return add_effect(pairing, "cles_normal", status, superior.cles_normal, err);
}

static bsh_status add_cliff_interval(bsh__pairing *pairing, bsh_error *err)
{
    bsh__superior superior;
    bsh_result    result = bsh__result_blank(pairing, "cliff_ci", "cliff_delta");
    bsh__superiority(&superior, pairing->sample_a, pairing->sample_b, level_of(pairing));
    result.status = superior.status;
    bsh__result_estimate(&result, superior.cliff_delta, superior.cliff_ci_low,
                         superior.cliff_ci_high, level_of(pairing));
    return push(pairing, &result, err);
}

static bsh_status add_bayes(bsh__pairing *pairing, bsh_error *err)
{
    bsh__bayes test;
    bsh_result result = bsh__result_blank(pairing, "bf_jzs", "log10_bf10");
    bsh__bf_jzs(&test, pairing->sample_a, pairing->sample_b, jzs_scale);
    result.status = test.status;
    result.statistic = test.t;
    result.df1 = test.df;
    result.estimate = test.log10_bf10;
    return push(pairing, &result, err);
}

static bsh_status add_mde(bsh__pairing *pairing, bsh_error *err)
{
    bsh__detectable test;
    bsh_result      result = bsh__result_blank(pairing, "mde", "mde_d");
    bsh__mde(&test, pairing->sample_a.n, pairing->sample_b.n, mde_power,
             pairing->comparison->options.alpha);
    result.status = test.status;
    result.df1 = test.df;
    result.estimate = test.mde_d;
    return push(pairing, &result, err);
}

/* ---- distributions and spreads */

static bsh_status add_ks(bsh__pairing *pairing, bsh_error *err)
{
    bsh__kolmogorov test;
    bsh_result      result = bsh__result_blank(pairing, "ks2", "");
    BSH_TRY(bsh__ks2(&test, pairing->sample_a, pairing->sample_b,
                     pairing->comparison->allocator, err));
    result.status = test.status;
    result.statistic = test.d;
    result.p = isnan(test.p_exact) ? test.p_asymptotic : test.p_exact;
    return push(pairing, &result, err);
}

static bsh_status add_spread(bsh__pairing *pairing, const char *method,
                             const bsh__anova_result *test, bsh_error *err)
{
    bsh_result result = bsh__result_blank(pairing, method, "");
    result.status = test->status;
    result.statistic = test->f;
    result.df1 = test->df1;
    result.df2 = test->df2;
    result.p = test->p;
    return push(pairing, &result, err);
}

static bsh_status add_levene(bsh__pairing *pairing, bsh_error *err)
{
    bsh__sample const groups[2] = {pairing->sample_a, pairing->sample_b};
    bsh__anova_result test;
    bsh__levene(&test, groups, 2);
    return add_spread(pairing, "levene", &test, err);
}

static bsh_status add_brown(bsh__pairing *pairing, bsh_error *err)
{
    bsh__sample const groups[2] = {pairing->sample_a, pairing->sample_b};
    bsh__anova_result test;
    bsh__brown_forsythe(&test, groups, 2);
    return add_spread(pairing, "brown_forsythe", &test, err);
}

static bsh_status add_f(bsh__pairing *pairing, bsh_error *err)
{
    bsh__variance_ratio test;
    bsh_result          result = bsh__result_blank(pairing, "f_var", "variance_ratio");
    bsh__f_var(&test, pairing->sample_a, pairing->sample_b, level_of(pairing));
    result.status = test.status;
    result.statistic = test.ratio;
    result.df1 = test.df1;
    result.df2 = test.df2;
    result.p = test.p;
    bsh__result_estimate(&result, test.ratio, test.ci_low, test.ci_high, level_of(pairing));
    return push(pairing, &result, err);
}

/* ---- resampling */

static bsh_status add_permutation(bsh__pairing *pairing, const char *method, bsh__permuted what,
                                  bsh_error *err)
{
    const bsh_comparison *const comparison = pairing->comparison;
    bsh__resampling const how = {comparison->options.n_draws, bsh__pairing_key(pairing, method),
                                 comparison->allocator};
    bsh__permutation      test;
    bsh_result            result = bsh__result_blank(pairing, method, "");
    BSH_TRY(bsh__permute(&test, pairing->sample_a, pairing->sample_b, what, &how, err));
    result.status = test.status;
    result.statistic = test.statistic;
    result.p = test.p;
    result.notes |=
        test.status == BSH_TEST_OK && !test.is_exact ? 1U << BSH_NOTE_PERMUTATION : 0;
    return push(pairing, &result, err);
}

static bsh_status add_permutation_diff(bsh__pairing *pairing, bsh_error *err)
{
    return add_permutation(pairing, "permutation_diff", BSH__PERMUTE_DIFF, err);
}

static bsh_status add_permutation_welch(bsh__pairing *pairing, bsh_error *err)
{
    return add_permutation(pairing, "permutation_welch", BSH__PERMUTE_WELCH, err);
}

static bsh_status add_bootstrap(bsh__pairing *pairing, const char *method, const char *estimate,
                                const bsh__bootstrap *test, bsh_error *err)
{
    bsh_result result = bsh__result_blank(pairing, method, estimate);
    bool const is_mean = strcmp(estimate, "diff") == 0;
    result.status = test->status;
    result.notes |= test->status == BSH_TEST_TOO_FEW ? 1U << BSH_NOTE_FEW_ARTICLES : 0;
    bsh__result_estimate(&result, test->estimate, is_mean ? test->ci_low : test->percentile_low,
                         is_mean ? test->ci_high : test->percentile_high, level_of(pairing));
    return push(pairing, &result, err);
}

static bsh_status add_bca(bsh__pairing *pairing, bsh_error *err)
{
    const bsh_comparison *const comparison = pairing->comparison;
    bsh__resampling const       how = {comparison->options.n_draws,
                                       bsh__pairing_key(pairing, "bootstrap_bca"),
                                       comparison->allocator};
    bsh__bootstrap              test;
    BSH_TRY(bsh__bootstrap_mean(&test, pairing->sample_a, pairing->sample_b, &how,
                                level_of(pairing), err));
    return add_bootstrap(pairing, "bootstrap_bca", "diff", &test, err);
}

static bsh_status add_bootstrap_median(bsh__pairing *pairing, bsh_error *err)
{
    const bsh_comparison *const comparison = pairing->comparison;
    const char *const           method = "bootstrap_percentile_median";
    bsh__resampling const how = {comparison->options.n_draws, bsh__pairing_key(pairing, method),
                                 comparison->allocator};
    bsh__bootstrap        test;
    BSH_TRY(bsh__bootstrap_median(&test, pairing->sample_a, pairing->sample_b, &how,
                                  level_of(pairing), err));
    return add_bootstrap(pairing, method, "median_diff", &test, err);
}

/* ---- one corpus */

static bsh_status add_shapiro(bsh__pairing *pairing, bsh_error *err)
{
    bsh__normality test;
    bsh_result     result = bsh__result_blank(pairing, "shapiro", "");
    BSH_TRY(bsh__shapiro(&test, pairing->sample_a, pairing->comparison->allocator, err));
    result.status = test.status;
    result.statistic = test.w;
    result.p = test.p;
    return push(pairing, &result, err);
}

/* ---- the table */

/* `pair` runs for each pair, `corpus` for each corpus alone; a test without either belongs to
 * all corpora together, or to another file. */
static const struct requested {
    const char *id;
    const char *label;
    bsh_status (*pair)(bsh__pairing *pairing, bsh_error *err);
    bsh_status (*corpus)(bsh__pairing *pairing, bsh_error *err);
} tests[] = {
    {"student_t", "Student's t, equal variances", add_student, NULL},
    {"yuen_t", "Yuen's t on trimmed means (.2)", add_yuen, NULL},
    {"cohens_d", "Cohen's d with interval", add_cohens_d, NULL},
    {"g_av", "g by the average variance", add_g_av, NULL},
    {"glass_delta_b", "Glass's delta by the spread of B", add_glass, NULL},
    {"cles_normal", "P(A>B) if both were normal", add_cles, NULL},
    {"cliff_ci", "Cliff's own interval of delta", add_cliff_interval, NULL},
    {"ks2", "Kolmogorov-Smirnov", add_ks, NULL},
    {"levene", "Levene, spreads about the mean", add_levene, NULL},
    {"brown_forsythe", "Brown-Forsythe, spreads about the median", add_brown, NULL},
    {"f_var", "ratio of variances", add_f, NULL},
    {"permutation_diff", "permutation of the mean difference", add_permutation_diff, NULL},
    {"permutation_welch", "permutation of Welch's t", add_permutation_welch, NULL},
    {"bootstrap_bca", "bootstrap of the mean difference, BCa", add_bca, NULL},
    {"bootstrap_percentile_median", "bootstrap of the median difference", add_bootstrap_median,
     NULL},
    {"tost_welch", "equivalence within --equivalence LOW,HIGH", add_tost, NULL},
    {"bf_jzs", "JZS Bayes factor", add_bayes, NULL},
    {"mde", "smallest effect found with power .8", add_mde, NULL},
    {"robust_length_adjusted", "length-adjusted, bisquare fit", NULL, NULL},
    {"shapiro", "Shapiro-Wilk, each corpus", NULL, add_shapiro},
    {"anova", "classic ANOVA, three corpora or more", NULL, NULL},
    {"dunn", "Dunn, pairs after Kruskal-Wallis", NULL, NULL},
    {"games_howell", "Games-Howell, pairs after Welch's ANOVA", NULL, NULL},
};

enum { N_TESTS = sizeof tests / sizeof tests[0] };

const char *bsh_test_id(size_t index)
{
    return index < N_TESTS ? tests[index].id : NULL;
}

const char *bsh_test_label(size_t index)
{
    return index < N_TESTS ? tests[index].label : NULL;
}

static size_t test_named(const char *name, size_t n_bytes)
{
    size_t index = 0;
    while (index < N_TESTS &&
           (strncmp(tests[index].id, name, n_bytes) != 0 || tests[index].id[n_bytes] != '\0')) {
        ++index;
    }
    return index;
}

bool bsh__is_requested(const bsh_comparison *comparison, const char *test)
{
    return (comparison->requested >> test_named(test, strlen(test)) & 1) != 0;
}

static bsh_status unknown_test(const char *name, size_t n_bytes, bsh_error *err)
{
    char given[64] = "";
    memcpy(given, name, n_bytes < sizeof given - 1 ? n_bytes : sizeof given - 1);
    const char *const nearest = bsh__nearest_name(given, bsh_test_id);
    return bsh__fail(err, BSH_E_USAGE, 0,
                     "unknown test \"%s\"%s%s%s  (broadsheet help tests lists all)", given,
                     nearest == NULL ? "" : "; did you mean ", nearest == NULL ? "" : nearest,
                     nearest == NULL ? "" : "?");
}

/* Bounds ask for the test of equivalence; without them it cannot be made, and `all` does
 * without it. */
bsh_status bsh__requested_parse(uint64_t *out, const bsh_compare_options *options,
                                bsh_error *err)
{
    size_t const tost = test_named("tost_welch", strlen("tost_welch"));
    *out = options->has_equivalence ? (uint64_t) 1 << tost : 0;
    for (const char *at = options->tests; at != NULL && *at != '\0';) {
        size_t const n_bytes = strcspn(at, ",");
        size_t const index = test_named(at, n_bytes);
        bool const   is_all = n_bytes == strlen("all") && strncmp(at, "all", n_bytes) == 0;
        if (index == N_TESTS && !is_all) {
            return unknown_test(at, n_bytes, err);
        }
        if (index == tost && !options->has_equivalence) {
            return bsh__fail(err, BSH_E_USAGE, 0,
                             "tost_welch needs bounds: --equivalence LOW,HIGH");
        }
        *out |= is_all ? ((uint64_t) 1 << N_TESTS) - 1 : (uint64_t) 1 << index;
        at += n_bytes + (at[n_bytes] == ',');
    }
    return BSH_OK;
}

bsh_status bsh__compare_requested(bsh__pairing *pairing, bsh_error *err)
{
    for (size_t i = 0; i < N_TESTS; ++i) {
        if ((pairing->comparison->requested >> i & 1) != 0 && tests[i].pair != NULL) {
            BSH_TRY(tests[i].pair(pairing, err));
        }
    }
    return BSH_OK;
}

bsh_status bsh__compare_each_corpus(bsh__pairing *all, bsh_error *err)
{
    for (size_t i = 0; i < N_TESTS; ++i) {
        if ((all->comparison->requested >> i & 1) == 0 || tests[i].corpus == NULL) {
            continue;
        }
        for (size_t corpus = 0; corpus < all->samples->n_corpora; ++corpus) {
            bsh__pairing one = *all;
            one.a = corpus;
            one.sample_a = bsh__sample_of(all->samples, all->measure, corpus);
            BSH_TRY(tests[i].corpus(&one, err));
        }
    }
    return BSH_OK;
}
