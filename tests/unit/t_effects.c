/* References: values "of R" are those of tests/tools/stat-oracles.json (R 4.2.2); values "of
 * the series" were summed up with 60 to 120 decimal digits from the series of incomplete betas
 * (Lenth 1989); the others follow from another function, or are said where they stand. */
#include "tests/t.h"

#include "stats/adjust.h"
#include "stats/effect_sizes.h"
#include "stats/group_tests.h"
#include "stats/share_root.h"
#include "stats/tails.h"
#include "tests/allocator.h"

static bsh_error error;

static void assert_near(double value, double expected, double relative)
{
    assert_true(fabs(value - expected) <= relative * fabs(expected));
}

static double const few_a[] = {8.64, 9.87, 10.91, 11.42, 12.05, 13.77, 14.28};
static double const few_b[] = {11.88, 12.61, 13.9, 14.02, 15.03, 16.45};
static double const fives[] = {5, 5, 5, 5, 5, 5};
static double const two[] = {10, 14.5};
static double const three_a[] = {8.1, 9.9, 12.4};
static double const three_b[] = {13.3, 15.2, 17.8};

static bsh__sample const a = {few_a, 7};
static bsh__sample const b = {few_b, 6};
static bsh__sample const constant = {fives, 6};
static bsh__sample const one = {two, 1};

/* ---- p values of many tests */

enum { N_P = 9 };
static double const p_values[N_P] = {0.001,        0.001, 0.3, 0.049,       0.8,
                                     (double) NAN, 1,     0,   (double) NAN};

static void assert_adjusted(bsh_adjust method, const double *expected)
{
    double out[N_P];
    memcpy(out, p_values, sizeof out);
    assert_int_equal(bsh__adjust_p(out, out, N_P, method, NULL, &error), BSH_OK);
    for (size_t i = 0; i < N_P; ++i) {
        if (isnan(p_values[i])) {
            assert_true(isnan(out[i]));
        } else {
            assert_near(out[i], expected[i], 1e-14);
        }
    }
}

static void p_values_are_adjusted_as_by_r_without_counting_missing_ones(void **state)
{
    (void) state;
    assert_adjusted(BSH_ADJUST_NONE, p_values);
    assert_adjusted(BSH_ADJUST_BONFERRONI,
                    (double[N_P]){0.007, 0.007, 1, 0.343, 1, 0, 1, 0, 0});
    assert_adjusted(BSH_ADJUST_HOLM, (double[N_P]){0.006, 0.006, 0.9, 0.196, 1, 0, 1, 0, 0});
    assert_adjusted(BSH_ADJUST_HOCHBERG,
                    (double[N_P]){0.005, 0.005, 0.9, 0.196, 1, 0, 1, 0, 0});
    assert_adjusted(BSH_ADJUST_BH, (double[N_P]){0.007 / 3, 0.007 / 3, 0.42, 0.08575,
                                                 0.8 * 7 / 6, 0, 1, 0, 0});
    assert_adjusted(BSH_ADJUST_BY,
                    (double[N_P]){0.00605, 0.00605, 1, 0.2223375, 1, 0, 1, 0, 0});
}

static void a_single_p_value_stays_as_it_is(void **state)
{
    (void) state;
    for (bsh_adjust method = BSH_ADJUST_NONE; method <= BSH_ADJUST_BY; ++method) {
        double const p = 1e-290;
        double       out = 2;
        assert_int_equal(bsh__adjust_p(&out, &p, 1, method, NULL, &error), BSH_OK);
        assert_true(out == p);
        assert_int_equal(bsh__adjust_p(NULL, NULL, 0, method, NULL, &error), BSH_OK);
    }
}

static void max_t_needs_more_than_p_values(void **state)
{
    (void) state;
    double const p = 0.5;
    double       out = 2;
    assert_int_equal(bsh__adjust_p(&out, &p, 1, BSH_ADJUST_MAXT, NULL, &error), BSH_E_USAGE);
}

static bsh_status try_to_adjust(const bsh_allocator *allocator)
{
    double out[N_P];
    return bsh__adjust_p(out, p_values, N_P, BSH_ADJUST_HOLM, allocator, &error);
}

static void adjusting_without_memory_fails(void **state)
{
    (void) state;
    assert_int_equal(test_allocator_try(try_to_adjust), 2);
}

/* ---- noncentral t */

static void both_tails_of_the_noncentral_t_are_those_of_the_series(void **state)
{
    (void) state;
    static const struct {
        double t, df, noncentrality, p, q;
    } cases[] = {
        {2.5, 3, 1, 0.82418375920048689, 0.17581624079951311},
        {-1, 10, 2, 0.0018164334104296491, 0.99818356658957035},
        {20, 100, 40, 4.0976670265745473e-28, 1},
        {60, 20, 40, 0.98354167944227496, 0.01645832055772504},
        {1, 1, 0.5, 0.59274773644002936, 0.40725226355997064},
        {-45, 400, -40, 0.0038080708176246694, 0.99619192918237533},
        {3, 5000, 10, 1.3075059145680624e-12, 0.99999999999869249},
        {12, 1, -3, 0.99997460225207546, 2.5397747924539732e-5},
        {13.624777771384021, 8, -25, 1, 6.7536247260864739e-153},
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; ++i) {
        assert_near(bsh__noncentral_t_p(cases[i].t, cases[i].df, cases[i].noncentrality),
                    cases[i].p, 1e-12);
        assert_near(bsh__noncentral_t_q(cases[i].t, cases[i].df, cases[i].noncentrality),
                    cases[i].q, 1e-12);
    }
}

static void without_noncentrality_it_is_students_t(void **state)
{
    (void) state;
    static const double dfs[] = {1, 1.5, 2, 3.7, 4, 12.3, 100, 2e5};
    for (size_t i = 0; i < sizeof dfs / sizeof dfs[0]; ++i) {
        for (double t = -3; t < 1e4; t = t < 2 ? t + 0.7 : t * 4) {
            double const q = bsh__student_t_q(t, dfs[i]);
            double const got = bsh__noncentral_t_q(t, dfs[i], 0);
            assert_true(fabs(got - q) <= 1e-11 * q + 1e-300);
            assert_true(bsh__noncentral_t_p(-t, dfs[i], 0) == got);
        }
    }
}

static void at_zero_it_is_the_normal_distribution(void **state)
{
    (void) state;
    assert_near(bsh__noncentral_t_p(0, 5, 2), erfc(M_SQRT2) / 2, 1e-14);
    assert_near(bsh__noncentral_t_p(1e-300, 5, 2), erfc(M_SQRT2) / 2, 1e-14);
    assert_near(bsh__noncentral_t_q(-1e-300, 5, -2), erfc(M_SQRT2) / 2, 1e-14);
}

/* ---- standardised differences */

static bsh__standardized effect_of(bsh__sample first, bsh__sample second)
{
    bsh__standardized effect;
    bsh__hedges_g(&effect, first, second, 0.95);
    return effect;
}

static void hedges_g_is_that_of_r(void **state)
{
    (void) state;
    bsh__standardized const effect = effect_of(a, b);
    assert_int_equal(effect.status, BSH_TEST_OK);
    assert_near(effect.cohens_d, -1.3040411987430813, 1e-13);
    assert_near(effect.j, 0.9299598099757785, 1e-14);
    assert_near(effect.hedges_g, -1.2127059053837024, 1e-13);
    assert_near(effect.d_ci_low, -2.4966206489065734, 1e-9);
    assert_near(effect.d_ci_high, -0.06445063556592973, 1e-8);
    assert_near(effect.g_ci_low, -2.321756864238762, 1e-9);
    assert_near(effect.g_ci_high, -0.059936500803710165, 1e-8);
    assert_near(effect.se_large, 0.5694275044351653, 1e-13);
    assert_near(effect.ci_large_low, -2.328763305883148, 1e-13);
    assert_near(effect.ci_large_high, -0.09664850488425669, 1e-12);
    assert_near(effect.d_av, -1.315900938961499, 1e-13);
    assert_near(effect.df_av, 10.867213048732427, 1e-13);
    assert_near(effect.g_av, -1.2225777726730807, 1e-13);
    assert_near(effect.glass_delta_b, -1.4721341999636317, 1e-13);
}

static void a_against_b_mirrors_b_against_a(void **state)
{
    (void) state;
    bsh__standardized const there = effect_of(a, b);
    bsh__standardized const back = effect_of(b, a);
    assert_true(there.hedges_g == -back.hedges_g);
    assert_true(there.g_ci_low == -back.g_ci_high && there.g_ci_high == -back.g_ci_low);
    bsh__standardized const same = effect_of(a, a);
    assert_true(same.hedges_g == 0 && same.g_ci_low == -same.g_ci_high);
}

/* 60 values around 10.5 and 55 around 15, the data sets "apart" of the reference cases: R gives
 * no interval for the noncentrality of -43, the series does. */
static void outlets_far_apart_have_an_interval_too(void **state)
{
    (void) state;
    double first[60];
    double second[55];
    for (size_t i = 0; i < 60; ++i) {
        first[i] = (double) ((i + 1) * 37 % 101) / 50 + 10;
    }
    for (size_t i = 0; i < 55; ++i) {
        second[i] = (double) ((i + 1) * 41 % 103) / 51 + 14;
    }
    bsh__sort_values(first, 60);
    bsh__sort_values(second, 55);
    bsh__standardized const effect =
        effect_of((bsh__sample){first, 60}, (bsh__sample){second, 55});
    assert_near(effect.cohens_d, -7.004765586668419, 1e-12);
    assert_near(effect.d_ci_low, -7.9846575994891069, 1e-11);
    assert_near(effect.d_ci_high, -6.0193368657132525, 1e-11);
}

static void what_spread_and_size_do_not_define_is_not_given(void **state)
{
    (void) state;
    assert_int_equal(effect_of(constant, constant).status, BSH_TEST_NO_VARIANCE);
    assert_int_equal(effect_of(a, (bsh__sample){NULL, 0}).status, BSH_TEST_TOO_FEW);
    bsh__standardized const few = effect_of(one, a);
    assert_int_equal(few.status, BSH_TEST_TOO_FEW);
    assert_true(isnan(few.cohens_d) && isnan(few.j) && isnan(few.g_ci_low));
    bsh__standardized const half = effect_of(a, constant);
    assert_int_equal(half.status, BSH_TEST_OK);
    assert_true(isfinite(half.hedges_g) && isfinite(half.g_ci_high));
    assert_true(isnan(half.glass_delta_b) && half.df_av == 6);
    bsh__standardized const pair = effect_of((bsh__sample){two, 2}, constant);
    assert_true(pair.df_av == 1 && pair.g_av == 0);
}

static void a_shift_or_a_unit_changes_no_effect(void **state)
{
    (void) state;
    static const struct {
        double unit, shift, relative;
    } cases[] = {{1, 1e9, 1e-6}, {1e-12, 0, 1e-12}, {1e150, 0, 1e-12}, {1e-150, 0, 1e-12}};
    double const g = effect_of(a, b).hedges_g;
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; ++i) {
        double first[7];
        double second[6];
        for (size_t k = 0; k < 7; ++k) {
            first[k] = few_a[k] * cases[i].unit + cases[i].shift;
            second[k % 6] = few_b[k % 6] * cases[i].unit + cases[i].shift;
        }
        assert_near(effect_of((bsh__sample){first, 7}, (bsh__sample){second, 6}).hedges_g, g,
                    cases[i].relative);
    }
}

/* ---- what can be detected */

static void the_detectable_difference_is_that_of_r(void **state)
{
    (void) state;
    bsh__detectable found;
    bsh__mde(&found, 2, 2, 0.8, 0.05);
    assert_true(found.status == BSH_TEST_OK && found.df == 2);
    assert_near(found.mde_d, 5.653489266192281, 1e-9);
    assert_near(found.mde_d_normal, 2.801585218112968, 1e-13);
    bsh__mde(&found, 200, 1000, 0.8, 0.05);
    assert_near(found.mde_d, 0.21718374824710965, 1e-9);
    bsh__mde(&found, 1, 5, 0.8, 0.05);
    assert_true(found.status == BSH_TEST_TOO_FEW && isnan(found.mde_d));
}

static void a_power_below_alpha_needs_no_difference(void **state)
{
    (void) state;
    bsh__detectable found;
    bsh__mde(&found, 20, 20, 0.05, 0.1);
    assert_true(found.mde_d == 0 && found.mde_d_normal == 0);
}

/* ---- roots */

static double step_at(const void *payload, double x)
{
    return x < *(const double *) payload ? 0 : 1;
}

static double normal_above(const void *payload, double x)
{
    return erfc(*(const double *) payload * (x - 1e4)) / 2;
}

/* A start ten thousand deviations off, where the share is 1 in every digit. */
static void a_root_is_found_from_afar(void **state)
{
    (void) state;
    double const steepness = M_SQRT1_2;
    assert_near(bsh__share_root(normal_above, &steepness, 0.025, 0, -1),
                1e4 + 1.959963984540054, 1e-12);
    double const edge = -37.25;
    assert_near(bsh__share_root(step_at, &edge, 0.5, 1e3, 1), edge, 1e-9);
}

/* ---- studentised range */

static void two_means_have_students_t(void **state)
{
    (void) state;
    for (double q = 0.25; q < 60; q *= 2) {
        assert_near(bsh__studentized_range_q(q, 2, 7.3),
                    bsh__student_t_two_sided(q * M_SQRT1_2, 7.3), 1e-11);
    }
    assert_true(bsh__studentized_range_q(0, 3, 5) == 1);
}

/* The first three: quadrature checked against R and SciPy (the reference cases); the others: a
 * trapezoidal sum over ln s and z in long double with steps of .02 and .05. */
static void the_range_of_several_means_is_that_of_other_quadratures(void **state)
{
    (void) state;
    static const struct {
        double q, k, df, tail;
    } cases[] = {
        {3.5, 3, 10, 0.07710331083841242},    {5.5, 6, 12.5, 0.01929058059301931},
        {8, 10, 8, 0.008989945377901523},     {0.05, 3, 7, 0.99931114642916457},
        {40, 4, 25, 9.8903467019807537e-20},  {6, 100, 12, 0.26608301808851128},
        {3.7, 3, 8000, 0.024176785110204042}, {5, 1000, 50, 0.98707031563553151},
        {3.3, 3, 2.5, 0.21758451153022739},
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; ++i) {
        assert_near(bsh__studentized_range_q(cases[i].q, cases[i].k, cases[i].df),
                    cases[i].tail, 1e-12);
    }
}

/* ---- Games-Howell */

static void games_howell_is_that_of_r(void **state)
{
    (void) state;
    bsh__sample const groups[] = {a, constant, b};
    bsh_test_status   status;
    bsh__games_pair   pairs[3];
    bsh__games_howell(&status, pairs, groups, 3, 0.95);
    assert_int_equal(status, BSH_TEST_OK);
    assert_near(pairs[0].q, 12.190137150988148, 1e-12);
    assert_near(pairs[0].p, 0.0003295425222862831, 1e-9);
    assert_true(pairs[0].df == 6);
    assert_near(pairs[1].diff, -2.4188095238095233, 1e-13);
    assert_near(pairs[1].se, 0.717508416441507, 1e-13);
    assert_near(pairs[1].df, 10.98634623651705, 1e-13);
    assert_near(pairs[1].p, 0.08527247530374216, 1e-9);
    assert_near(pairs[1].ci_low, -5.159900424238231, 1e-9);
    assert_near(pairs[1].ci_high, 0.32228137661918455, 1e-8);
    assert_near(pairs[2].p, 9.841101571803158e-05, 1e-9);
}

static void each_pair_says_what_is_wrong_with_it(void **state)
{
    (void) state;
    bsh__sample const groups[] = {{two, 2}, {three_a, 3}, {three_b, 3}, constant, constant};
    bsh_test_status   status;
    bsh__games_pair   pairs[10];
    bsh__games_howell(&status, pairs, groups, 5, 0.95);
    assert_int_equal(status, BSH_TEST_OK);
    assert_int_equal(pairs[0].status, BSH_TEST_DF_BELOW_2);
    assert_near(pairs[0].df, 1.631473861632252, 1e-13);
    assert_true(isfinite(pairs[0].q) && isnan(pairs[0].p) && isnan(pairs[0].ci_low));
    assert_int_equal(pairs[4].status, BSH_TEST_OK);
    assert_int_equal(pairs[9].status, BSH_TEST_NO_VARIANCE);
    assert_true(pairs[9].diff == 0 && isnan(pairs[9].q) && isnan(pairs[9].se));
}

static void a_group_of_one_leaves_no_pair(void **state)
{
    (void) state;
    bsh__sample const groups[] = {a, one, b};
    bsh_test_status   status;
    bsh__games_pair   pairs[3];
    bsh__games_howell(&status, pairs, groups, 3, 0.95);
    assert_int_equal(status, BSH_TEST_TOO_FEW);
    assert_true(pairs[1].status == BSH_TEST_TOO_FEW && isnan(pairs[1].diff));
}

/* ---- Bayes factor */

static void the_bayes_factor_is_that_of_r(void **state)
{
    (void) state;
    bsh__bayes there;
    bsh__bayes back;
    bsh__bf_jzs(&there, a, b, M_SQRT1_2);
    bsh__bf_jzs(&back, b, a, M_SQRT1_2);
    assert_true(there.status == BSH_TEST_OK && there.df == 11);
    assert_near(there.t, -2.3439280774081634, 1e-13);
    assert_near(there.bf10, 2.1083110052662866, 1e-10);
    assert_near(there.log10_bf10, 0.3239346757569721, 1e-9);
    assert_true(back.t == -there.t && back.bf10 == there.bf10);
    bsh__bf_jzs(&there, a, a, M_SQRT1_2);
    assert_near(there.bf10, 0.4458951009958341, 1e-10);
    bsh__bf_jzs(&there, constant, constant, M_SQRT1_2);
    assert_true(there.status == BSH_TEST_NO_VARIANCE && isnan(there.bf10));
    bsh__bf_jzs(&there, one, a, M_SQRT1_2);
    assert_true(there.status == BSH_TEST_TOO_FEW && isnan(there.df));
}

/* 300 values near 0 and 300 near 1, spread .001: only the logarithm fits. */
static void evidence_beyond_a_double_has_its_logarithm(void **state)
{
    (void) state;
    enum { N = 300 };
    double low[N];
    double high[N];
    for (size_t i = 0; i < N; ++i) {
        low[i] = (double) i * 1e-5;
        high[i] = 1 + low[i];
    }
    bsh__bayes test;
    bsh__bf_jzs(&test, (bsh__sample){low, N}, (bsh__sample){high, N}, M_SQRT1_2);
    assert_int_equal(test.status, BSH_TEST_OK);
    assert_true(isnan(test.bf10) && test.log10_bf10 > 1500 && test.log10_bf10 < 1900);
}

/* ---- Shapiro-Wilk */

static bsh__normality normality_of(bsh__sample sample)
{
    bsh__normality test;
    assert_int_equal(bsh__shapiro(&test, sample, NULL, &error), BSH_OK);
    return test;
}

static void normality_is_tested_as_by_r(void **state)
{
    (void) state;
    assert_near(normality_of(a).w, 0.9689156184793536, 1e-9);
    assert_near(normality_of(a).p, 0.8905292915447728, 1e-8);
    assert_near(normality_of((bsh__sample){three_a, 3}).w, 0.9912437455325231, 1e-12);
    assert_near(normality_of((bsh__sample){three_a, 3}).p, 0.8210233361973278, 1e-12);
    double const shares[] = {0, 0, 0, 0, 0, 0, 0, 3.3, 7.7, 12.5, 14.9, 18.2, 22.1, 25, 31};
    assert_near(normality_of((bsh__sample){shares, 15}).w, 0.8152022704576531, 1e-9);
    assert_near(normality_of((bsh__sample){shares, 15}).p, 0.005799968987775879, 1e-8);
}

static void normality_needs_three_values_and_some_spread(void **state)
{
    (void) state;
    assert_int_equal(normality_of((bsh__sample){two, 2}).status, BSH_TEST_TOO_FEW);
    assert_true(isnan(normality_of((bsh__sample){two, 2}).w));
    assert_int_equal(normality_of(constant).status, BSH_TEST_NO_VARIANCE);
    double const edge[] = {0, 0, 1}; // W is as low as it can be, 3/4
    assert_near(normality_of((bsh__sample){edge, 3}).w, 0.75, 1e-14);
    assert_true(normality_of((bsh__sample){edge, 3}).p < 1e-7);
    double const even[] = {1, 2, 3};
    assert_true(normality_of((bsh__sample){even, 3}).w == 1);
    assert_near(normality_of((bsh__sample){even, 3}).p, 1, 1e-7);
}

static void above_5000_values_there_is_no_p(void **state)
{
    (void) state;
    static double values[5001];
    for (size_t i = 0; i < 5001; ++i) {
        values[i] = (double) i;
    }
    assert_true(normality_of((bsh__sample){values, 5000}).p < 1e-30);
    assert_true(isnan(normality_of((bsh__sample){values, 5001}).p));
    assert_true(normality_of((bsh__sample){values, 5001}).w > 0.9);
}

static bsh_status try_to_test_normality(const bsh_allocator *allocator)
{
    bsh__normality test;
    return bsh__shapiro(&test, a, allocator, &error);
}

static void testing_normality_without_memory_fails(void **state)
{
    (void) state;
    assert_int_equal(test_allocator_try(try_to_test_normality), 1);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(p_values_are_adjusted_as_by_r_without_counting_missing_ones),
        cmocka_unit_test(a_single_p_value_stays_as_it_is),
        cmocka_unit_test(max_t_needs_more_than_p_values),
        cmocka_unit_test(adjusting_without_memory_fails),
        cmocka_unit_test(both_tails_of_the_noncentral_t_are_those_of_the_series),
        cmocka_unit_test(without_noncentrality_it_is_students_t),
        cmocka_unit_test(at_zero_it_is_the_normal_distribution),
        cmocka_unit_test(hedges_g_is_that_of_r),
        cmocka_unit_test(a_against_b_mirrors_b_against_a),
        cmocka_unit_test(outlets_far_apart_have_an_interval_too),
        cmocka_unit_test(what_spread_and_size_do_not_define_is_not_given),
        cmocka_unit_test(a_shift_or_a_unit_changes_no_effect),
        cmocka_unit_test(the_detectable_difference_is_that_of_r),
        cmocka_unit_test(a_power_below_alpha_needs_no_difference),
        cmocka_unit_test(a_root_is_found_from_afar),
        cmocka_unit_test(two_means_have_students_t),
        cmocka_unit_test(the_range_of_several_means_is_that_of_other_quadratures),
        cmocka_unit_test(games_howell_is_that_of_r),
        cmocka_unit_test(each_pair_says_what_is_wrong_with_it),
        cmocka_unit_test(a_group_of_one_leaves_no_pair),
        cmocka_unit_test(the_bayes_factor_is_that_of_r),
        cmocka_unit_test(evidence_beyond_a_double_has_its_logarithm),
        cmocka_unit_test(normality_is_tested_as_by_r),
        cmocka_unit_test(normality_needs_three_values_and_some_spread),
        cmocka_unit_test(above_5000_values_there_is_no_p),
        cmocka_unit_test(testing_normality_without_memory_fails),
    };
    bsh__gsl_begin();
    int const n_failed = cmocka_run_group_tests(tests, NULL, NULL);
    bsh__gsl_end();
    return n_failed;
}
