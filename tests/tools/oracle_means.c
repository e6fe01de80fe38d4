#include "stats/adjust.h"
#include "stats/anova.h"
#include "stats/describe_sample.h"
#include "stats/t_tests.h"
#include "tests/tools/oracle_case.h"

static double level_of(oracle_case *c)
{
    return oracle_option(c, "conf_level", 0.95);
}

/* ---- description */

static void describe(oracle_case *c)
{
    bsh__sample const sample = oracle_sample(c, "data");
    bsh_description   out;
    bsh__describe(&out, sample, oracle_missing(c, "data"), level_of(c));
#define PUT(id) oracle_put(c, #id, out.id);
    BSH_DESCRIPTION_MAP(PUT)
#undef PUT
    oracle_put(c, "var", out.var);
    oracle_put(c, "mad_raw", out.mad_raw);
    oracle_put(c, "skew_gsl", bsh__skew_gsl(sample));
    oracle_put(c, "kurtosis_gsl", bsh__kurtosis_gsl(sample));
}

static void merge_moments(oracle_case *c)
{
    size_t             n;
    const bsh__sample *shards = oracle_samples(c, "shards", &n);
    bsh__moments       all = {0};
    for (size_t i = 0; i < n; ++i) {
        bsh__moments shard;
        bsh__moments_of(&shard, shards[i]);
        bsh__moments_merge(&all, &shard);
    }
    oracle_put(c, "n", all.n);
    oracle_put(c, "mean", all.mean);
    oracle_put(c, "m2", all.m2);
    oracle_put(c, "m3", all.m3);
    oracle_put(c, "m4", all.m4);
}

static void ratio_of_totals(oracle_case *c)
{
    size_t        n;
    const double *num = oracle_numbers(c, "num", &n);
    const double *den = oracle_numbers(c, "den", &n);
    bsh__ratio    out;
    bsh__ratio_of_totals(&out, num, den, n, level_of(c));
    oracle_put_status(c, "status", out.status);
    oracle_put(c, "ratio_of_totals", out.ratio_of_totals);
    oracle_put(c, "mean_of_ratios", out.mean_of_ratios);
    oracle_put(c, "se_linear", out.se_linear);
    oracle_put(c, "se_jackknife", out.se_jackknife);
    oracle_put(c, "ci_low", out.ci_low);
    oracle_put(c, "ci_high", out.ci_high);
}

/* ---- differences */

static void put_difference(oracle_case *c, const bsh__difference *out)
{
    oracle_put_status(c, "status", out->status);
    oracle_put(c, "t", out->t);
    oracle_put(c, "df", out->df);
    oracle_put(c, "p", out->p);
    oracle_put(c, "diff", out->diff);
    oracle_put(c, "se", out->se);
    oracle_put(c, "ci_low", out->ci_low);
    oracle_put(c, "ci_high", out->ci_high);
}

static void welch_t(oracle_case *c)
{
    bsh__difference out;
    bsh__welch_t(&out, oracle_sample(c, "a"), oracle_sample(c, "b"), level_of(c));
    put_difference(c, &out);
}

static void student_t(oracle_case *c)
{
    bsh__difference out;
    bsh__student_t(&out, oracle_sample(c, "a"), oracle_sample(c, "b"), level_of(c));
    put_difference(c, &out);
}

static void yuen_t(oracle_case *c)
{
    bsh__difference out;
    bsh__yuen_t(&out, oracle_sample(c, "a"), oracle_sample(c, "b"),
                oracle_option(c, "trim", 0.2), level_of(c));
    put_difference(c, &out);
}

static void tost_welch(oracle_case *c)
{
    bsh__equivalence out;
    bsh__tost_welch(&out, oracle_sample(c, "a"), oracle_sample(c, "b"), oracle_number(c, "low"),
                    oracle_number(c, "high"));
    oracle_put_status(c, "status", out.status);
    oracle_put(c, "t_low", out.t_low);
    oracle_put(c, "p_low", out.p_low);
    oracle_put(c, "t_high", out.t_high);
    oracle_put(c, "p_high", out.p_high);
    oracle_put(c, "df", out.df);
    oracle_put(c, "p", out.p);
    oracle_put(c, "ci90_low", out.ci90_low);
    oracle_put(c, "ci90_high", out.ci90_high);
}

/* The article is the one value of the sample a. */
static void crawford_howell(oracle_case *c)
{
    bsh__sample const article = oracle_sample(c, "a");
    bsh__crawford     out;
    bsh__crawford_howell(&out, article.n > 0 ? article.values[0] : (double) NAN,
                         oracle_sample(c, "b"));
    oracle_put_status(c, "status", out.status);
    oracle_put(c, "t", out.t);
    oracle_put(c, "df", out.df);
    oracle_put(c, "p", out.p);
    oracle_put(c, "percentile", out.percentile);
    oracle_put(c, "z", out.z);
}

/* ---- several outlets */

static void put_pair(oracle_case *c, size_t pair, const bsh__difference *out, double p_holm)
{
    oracle_put_status_in(c, "pairs", pair, "status", out->status);
    oracle_put_in(c, "pairs", pair, "t", out->t);
    oracle_put_in(c, "pairs", pair, "df", out->df);
    oracle_put_in(c, "pairs", pair, "p", out->p);
    oracle_put_in(c, "pairs", pair, "diff", out->diff);
    oracle_put_in(c, "pairs", pair, "se", out->se);
    oracle_put_in(c, "pairs", pair, "ci_low", out->ci_low);
    oracle_put_in(c, "pairs", pair, "ci_high", out->ci_high);
    oracle_put_in(c, "pairs", pair, "p_holm", p_holm);
}

typedef struct pair_tests {
    bsh__difference tests[64];
    double          p[64], p_holm[64];
    size_t          n;
} pair_tests;

static void test_pairs(oracle_case *c, pair_tests *out, const bsh__sample *groups, size_t n)
{
    for (size_t i = 0; i < n; ++i) {
        for (size_t j = i + 1; j < n && out->n < 64; ++j) {
            bsh__welch_t(&out->tests[out->n], groups[i], groups[j], level_of(c));
            out->p[out->n] = out->tests[out->n].p;
            oracle_put_in(c, "pairs", out->n, "i", (double) i);
            oracle_put_in(c, "pairs", out->n, "j", (double) j);
            ++out->n;
        }
    }
}

static void pairwise_welch(oracle_case *c)
{
    size_t             n;
    const bsh__sample *groups = oracle_samples(c, "groups", &n);
    for (size_t i = 0; i < n; ++i) {
        if (groups[i].n < 2) {
            oracle_put_status(c, "status", BSH_TEST_TOO_FEW);
            return;
        }
    }
    pair_tests all = {.n = 0};
    test_pairs(c, &all, groups, n);
    if (bsh__adjust_p(all.p_holm, all.p, all.n, BSH_ADJUST_HOLM, bsh__allocator(NULL), NULL) !=
        BSH_OK) {
        return;
    }
    oracle_put_status(c, "status", BSH_TEST_OK);
    for (size_t i = 0; i < all.n; ++i) {
        put_pair(c, i, &all.tests[i], all.p_holm[i]);
    }
}

typedef void groups_test(bsh__anova_result *out, const bsh__sample *groups, size_t n_groups);

/* Cases of two outlets name them a and b, cases of more have "groups". */
static void run_groups(oracle_case *c, groups_test *test)
{
    bsh__anova_result out;
    if (json_object_get(c->body, "groups") != NULL) {
        size_t             n;
        const bsh__sample *groups = oracle_samples(c, "groups", &n);
        test(&out, groups, n);
    } else {
        bsh__sample const pair[] = {oracle_sample(c, "a"), oracle_sample(c, "b")};
        test(&out, pair, 2);
    }
    oracle_put_status(c, "status", out.status);
    oracle_put(c, "f", out.f);
    oracle_put(c, "df1", out.df1);
    oracle_put(c, "df2", out.df2);
    oracle_put(c, "p", out.p);
    oracle_put(c, "eta2", out.eta2);
    oracle_put(c, "omega2", out.omega2);
}

static void welch_anova(oracle_case *c)
{
    run_groups(c, bsh__welch_anova);
}

static void anova(oracle_case *c)
{
    run_groups(c, bsh__anova);
}

static void levene(oracle_case *c)
{
    run_groups(c, bsh__levene);
}

static void brown_forsythe(oracle_case *c)
{
    run_groups(c, bsh__brown_forsythe);
}

static void f_var(oracle_case *c)
{
    bsh__variance_ratio out;
    bsh__f_var(&out, oracle_sample(c, "a"), oracle_sample(c, "b"), level_of(c));
    oracle_put_status(c, "status", out.status);
    oracle_put(c, "ratio", out.ratio);
    oracle_put(c, "df1", out.df1);
    oracle_put(c, "df2", out.df2);
    oracle_put(c, "p", out.p);
    oracle_put(c, "ci_low", out.ci_low);
    oracle_put(c, "ci_high", out.ci_high);
}

const oracle_kind oracle_means[] = {
    {"describe", describe},
    {"merge_moments", merge_moments},
    {"ratio_of_totals", ratio_of_totals},
    {"welch_t", welch_t},
    {"student_t", student_t},
    {"yuen_t", yuen_t},
    {"tost_welch", tost_welch},
    {"crawford_howell", crawford_howell},
    {"pairwise_welch", pairwise_welch},
    {"welch_anova", welch_anova},
    {"anova", anova},
    {"levene", levene},
    {"brown_forsythe", brown_forsythe},
    {"f_var", f_var},
    {NULL, NULL},
};
