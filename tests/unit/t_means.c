#include "tests/t.h"

#include "stats/t_tests.h"
#include "tests/sample_values.h"

/* Where no other source is named, reference values are R 4.2.2's (t.test, var.test,
 * oneway.test, anova, car::leveneTest), as in tests/tools/stat-oracles.json. */

static void welch_takes_each_outlet_by_its_own_variance(void **state)
{
    (void) state;
    pair two;
    fill_pair(&two);
    bsh__difference out;
    bsh__welch_t(&out, two.a, two.b, 0.95);
    assert_int_equal(out.status, BSH_TEST_OK);
    assert_value(out.t, -2.3837443261876365);
    assert_value(out.df, 10.986346236517047);
    assert_value(out.p, 0.036286294148523);
    assert_value(out.diff, -2.4188095238095233);
    assert_value(out.se, 1.0147101336484217);
    assert_value(out.ci_low, -4.652510157824007);
    assert_value(out.ci_high, -0.18510888979503948);
}

static void student_pools_the_variances(void **state)
{
    (void) state;
    pair two;
    fill_pair(&two);
    bsh__difference out;
    bsh__student_t(&out, two.a, two.b, 0.95);
    assert_int_equal(out.status, BSH_TEST_OK);
    assert_value(out.t, -2.3439280774081634);
    assert_exactly(out.df, 11);
    assert_value(out.p, 0.03890182273674165);
    assert_value(out.ci_low, -4.69010953437978);
}

static void yuen_forgets_the_outlier(void **state)
{
    (void) state;
    numbers           room_a;
    numbers           room_b;
    bsh__sample const a = SAMPLE(room_a, 10, 11, 12, 10.5, 11.5, 12.5, 9.5, 10.2, 11.7, 250);
    bsh__sample const b =
        SAMPLE(room_b, 13, 14, 12.8, 13.6, 14.4, 15.1, 12.1, 13.3, 14.9, 15.8);
    bsh__difference out;
    bsh__yuen_t(&out, a, b, 0.2, 0.95); // the formula of Yuen 1974 written in R
    assert_int_equal(out.status, BSH_TEST_OK);
    assert_value(out.t, -4.316885040271054);
    assert_value(out.df, 9.98873450524784);
    assert_value(out.p, 0.0015245094462285962);
    assert_value(out.diff, -2.716666666666667);
    bsh__difference untrimmed;
    bsh__difference welch;
    bsh__yuen_t(&untrimmed, a, b, 0, 0.95);
    bsh__welch_t(&welch, a, b, 0.95);
    assert_value(untrimmed.t, welch.t);
    assert_value(untrimmed.df, welch.df);
}

static void yuen_of_equal_kept_values_has_no_variance(void **state)
{
    (void) state;
    numbers           room_a;
    numbers           room_b;
    bsh__sample const a = SAMPLE(room_a, 0, 0.1, 0.1, 0.1, 7);
    bsh__sample const b = SAMPLE(room_b, 0.3, 0.3, 0.3, 0.3, 0.3, 9);
    bsh__difference   out;
    bsh__yuen_t(&out, a, b, 0.2, 0.95);
    assert_int_equal(out.status, BSH_TEST_NO_VARIANCE);
    assert_value(out.diff, -0.2);
    assert_none(out.p);
    bsh__yuen_t(&out, a, b, 0.45, 0.95); // keeps one value of five
    assert_int_equal(out.status, BSH_TEST_TOO_FEW);
    assert_value(out.diff, -0.2);
    assert_none(out.p);
}

typedef void difference_test(bsh__difference *out, bsh__sample a, bsh__sample b,
                             double conf_level);

static void yuen_of_a_fifth(bsh__difference *out, bsh__sample a, bsh__sample b,
                            double conf_level)
{
    bsh__yuen_t(out, a, b, 0.2, conf_level);
}

static difference_test *const difference_tests[] = {bsh__welch_t, bsh__student_t,
                                                    yuen_of_a_fifth};

static void assert_no_test(const bsh__difference *out, bsh_test_status status)
{
    assert_int_equal(out->status, status);
    assert_none(out->t);
    assert_none(out->df);
    assert_none(out->p);
    assert_none(out->se);
    assert_none(out->ci_low);
    assert_none(out->ci_high);
}

static void one_article_has_a_difference_and_no_test(void **state)
{
    (void) state;
    numbers           room_a;
    numbers           room_b;
    bsh__sample const a = SAMPLE(room_a, 42.5);
    bsh__sample const b = SAMPLE(room_b, 1, 2, 3);
    for (size_t i = 0; i < 3; ++i) {
        bsh__difference out;
        difference_tests[i](&out, a, b, 0.95);
        assert_no_test(&out, BSH_TEST_TOO_FEW);
        assert_exactly(out.diff, 40.5);
        difference_tests[i](&out, b, (bsh__sample){NULL, 0}, 0.95);
        assert_no_test(&out, BSH_TEST_TOO_FEW);
        assert_none(out.diff);
    }
}

static void constants_have_a_difference_and_no_test(void **state)
{
    (void) state;
    numbers           room_a;
    numbers           room_b;
    bsh__sample const a = SAMPLE(room_a, 5, 5, 5);
    bsh__sample const b = SAMPLE(room_b, 7, 7, 7, 7);
    for (size_t i = 0; i < 3; ++i) {
        bsh__difference out;
        difference_tests[i](&out, a, b, 0.95);
        assert_no_test(&out, BSH_TEST_NO_VARIANCE);
        assert_exactly(out.diff, -2);
    }
}

static void one_constant_outlet_is_tested_by_the_other(void **state)
{
    (void) state;
    numbers           room_a;
    numbers           room_b;
    bsh__difference   out;
    bsh__sample const a = SAMPLE(room_a, 5, 5, 5, 5, 5, 5);
    bsh__welch_t(&out, a, SAMPLE(room_b, 5, 5, 6, 4, 5, 5.5, 4.5), 0.95);
    assert_int_equal(out.status, BSH_TEST_OK);
    assert_exactly(out.t, 0);
    assert_value(out.df, 6);
    assert_exactly(out.p, 1);
    assert_value(out.ci_high, 0.5969853635077513);
}

/* The same numbers in another unit: squares of 1e-200 and 1e200 are beyond a double. */
static void the_unit_of_a_measure_is_no_matter_or_no_variance(void **state)
{
    (void) state;
    static const double scales[] = {1e-250, 1e-120, 1, 1e120, 1e250};
    for (size_t i = 0; i < 5; ++i) {
        pair two;
        fill_pair(&two);
        for (size_t j = 0; j < 7; ++j) {
            two.room_a.values[j] *= scales[i];
            two.room_b.values[j] *= j < 6 ? scales[i] : 1;
        }
        bsh__difference out;
        bsh__welch_t(&out, two.a, two.b, 0.95);
        if (i == 0 || i == 4) {
            assert_no_test(&out, BSH_TEST_NO_VARIANCE);
        } else {
            assert_int_equal(out.status, BSH_TEST_OK);
            assert_value(out.t, -2.3837443261876365);
            assert_value(out.df, 10.986346236517047);
            assert_value(out.ci_low / scales[i], -4.652510157824007);
        }
    }
}

static void equivalence_is_the_larger_of_two_one_sided_tests(void **state)
{
    (void) state;
    pair two;
    fill_pair(&two);
    bsh__equivalence out;
    bsh__tost_welch(&out, two.a, two.b, -0.9191, 0.9191);
    assert_int_equal(out.status, BSH_TEST_OK);
    assert_value(out.t_low, -1.477968410956212);
    assert_value(out.p_low, 0.9162486229925684);
    assert_value(out.t_high, -3.2895202414190607);
    assert_value(out.p_high, 0.00361114030361889);
    assert_exactly(out.p, out.p_low);
    assert_value(out.ci90_low, -4.241319315326721);
    assert_value(out.ci90_high, -0.5962997322923255);
    bsh__tost_welch(&out, two.a, (bsh__sample){NULL, 0}, -1, 1);
    assert_int_equal(out.status, BSH_TEST_TOO_FEW);
    assert_none(out.p);
    assert_none(out.t_low);
}

/* By hand: mean 4, sd 2, n 5; with 4 degrees of freedom the p value has a closed form. */
static void one_article_is_placed_in_an_outlet(void **state)
{
    (void) state;
    numbers           room;
    bsh__sample const outlet = SAMPLE(room, 2, 2, 4, 6, 6);
    bsh__crawford     out;
    bsh__crawford_howell(&out, 6, outlet);
    assert_int_equal(out.status, BSH_TEST_OK);
    assert_exactly(out.percentile, 80);
    assert_value(out.z, 1);
    assert_value(out.t, 1 / sqrt(1.2));
    assert_exactly(out.df, 4);
    double const t = 1 / sqrt(1.2);
    double const share = t / sqrt(t * t + 4); // P(|T| < t) = share (3 - share^2) / 2
    assert_value(out.p, 1 - share * (3 - share * share) / 2);
    bsh__crawford_howell(&out, 2, SAMPLE(room, 2, 2));
    assert_int_equal(out.status, BSH_TEST_NO_VARIANCE);
    assert_exactly(out.percentile, 50);
    assert_none(out.z);
    bsh__crawford_howell(&out, 3, SAMPLE(room, 2));
    assert_int_equal(out.status, BSH_TEST_TOO_FEW);
    assert_none(out.p);
    bsh__crawford_howell(&out, 3, (bsh__sample){NULL, 0});
    assert_none(out.percentile);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(welch_takes_each_outlet_by_its_own_variance),
        cmocka_unit_test(student_pools_the_variances),
        cmocka_unit_test(yuen_forgets_the_outlier),
        cmocka_unit_test(yuen_of_equal_kept_values_has_no_variance),
        cmocka_unit_test(one_article_has_a_difference_and_no_test),
        cmocka_unit_test(constants_have_a_difference_and_no_test),
        cmocka_unit_test(one_constant_outlet_is_tested_by_the_other),
        cmocka_unit_test(the_unit_of_a_measure_is_no_matter_or_no_variance),
        cmocka_unit_test(equivalence_is_the_larger_of_two_one_sided_tests),
        cmocka_unit_test(one_article_is_placed_in_an_outlet),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
