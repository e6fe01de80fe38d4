#include "tests/t.h"

#include "stats/anova.h"
#include "stats/t_tests.h"
#include "tests/sample_values.h"

/* Where no other source is named, reference values are R 4.2.2's (t.test, var.test,
 * oneway.test, anova, car::leveneTest), as in tests/tools/stat-oracles.json. */

typedef struct four_groups {
    numbers     rooms[4];
    bsh__sample groups[4];
} four_groups;

static void fill_four(four_groups *out)
{
    out->groups[0] =
        SAMPLE(out->rooms[0], 9.74, 10.11, 10.13, 9.92, 9.29, 11.62, 10.3, 9.94, 8.9);
    out->groups[1] = SAMPLE(out->rooms[1], 13.62, 9.25, 11.4, 11.93, 7.4, 13.9, 11.6, 11.72,
                            8.99, 10.49, 10.74, 9.32);
    out->groups[2] = SAMPLE(out->rooms[2], 12.16, 12.65, 15.34, 13.11, 13.19, 15.57, 13.69);
    out->groups[3] = SAMPLE(out->rooms[3], 6.34, 10.61, 8.21, 11.14, 14.78, 12.73, 12.6, 9.81,
                            11.09, 14.12, 11.46, 6.23, 9.28, 13.49, 13.38);
}

static void four_outlets_are_compared_at_once(void **state)
{
    (void) state;
    four_groups four;
    fill_four(&four);
    bsh__anova_result out;
    bsh__welch_anova(&out, four.groups, 4);
    assert_int_equal(out.status, BSH_TEST_OK);
    assert_value(out.f, 13.761054541601853);
    assert_exactly(out.df1, 3);
    assert_value(out.df2, 18.96508604181917);
    assert_close(out.p, 5.3030342838957506e-05, 1e-11);
    assert_none(out.eta2);
    bsh__anova(&out, four.groups, 4);
    assert_value(out.f, 4.89264119725785);
    assert_value(out.p, 0.005555538082107456);
    assert_value(out.eta2, 0.27344432514567363);
    assert_value(out.omega2, 0.21357657395626722);
    bsh__levene(&out, four.groups, 4);
    assert_value(out.f, 3.91991798040862);
    assert_value(out.p, 0.015414885846337444);
    assert_none(out.omega2);
    bsh__brown_forsythe(&out, four.groups, 4);
    assert_value(out.f, 3.6400233052576887);
    assert_exactly(out.df2, 39);
}

/* Of two groups F is t squared, with the same p. */
static void two_outlets_give_the_square_of_t(void **state)
{
    (void) state;
    pair two;
    fill_pair(&two);
    bsh__sample const groups[] = {two.a, two.b};
    bsh__anova_result all;
    bsh__difference   difference;
    bsh__welch_anova(&all, groups, 2);
    bsh__welch_t(&difference, two.a, two.b, 0.95);
    assert_value(all.f, difference.t * difference.t);
    assert_value(all.df2, difference.df);
    assert_value(all.p, difference.p);
    bsh__anova(&all, groups, 2);
    bsh__student_t(&difference, two.a, two.b, 0.95);
    assert_value(all.f, difference.t * difference.t);
    assert_value(all.p, difference.p);
}

typedef void groups_test(bsh__anova_result *out, const bsh__sample *groups, size_t n_groups);

static groups_test *const groups_tests[] = {bsh__welch_anova, bsh__levene, bsh__brown_forsythe,
                                            bsh__anova};

static void assert_no_f(const bsh__anova_result *out, bsh_test_status status)
{
    assert_int_equal(out->status, status);
    assert_none(out->f);
    assert_none(out->df1);
    assert_none(out->df2);
    assert_none(out->p);
    assert_none(out->eta2);
}

static void outlets_without_values_are_too_few(void **state)
{
    (void) state;
    pair two;
    fill_pair(&two);
    bsh__sample const with_none[] = {two.a, {NULL, 0}};
    bsh__sample const with_one[] = {two.a, {two.b.values, 1}};
    bsh__sample const ones[] = {{two.a.values, 1}, {two.b.values, 1}};
    for (size_t i = 0; i < 4; ++i) {
        bsh__anova_result out;
        groups_tests[i](&out, with_none, 2);
        assert_no_f(&out, BSH_TEST_TOO_FEW);
        groups_tests[i](&out, ones, 2);
        assert_no_f(&out, BSH_TEST_TOO_FEW);
        groups_tests[i](&out, with_none, 1);
        assert_no_f(&out, BSH_TEST_TOO_FEW);
        groups_tests[i](&out, with_none, 0);
        assert_no_f(&out, BSH_TEST_TOO_FEW);
        groups_tests[i](&out, with_one, 2);
        assert_int_equal(out.status, i < 3 ? BSH_TEST_TOO_FEW : BSH_TEST_OK);
    }
}

static void constant_outlets_have_no_variance(void **state)
{
    (void) state;
    numbers           room_a;
    numbers           room_b;
    bsh__sample const a = SAMPLE(room_a, 0.1, 0.1, 0.1);
    bsh__sample const b = SAMPLE(room_b, 0.7, 0.7, 0.7, 0.7);
    bsh__sample const groups[] = {a, b};
    bsh__sample const same[] = {a, a};
    for (size_t i = 0; i < 4; ++i) {
        bsh__anova_result out;
        groups_tests[i](&out, groups, 2);
        assert_no_f(&out, BSH_TEST_NO_VARIANCE);
        groups_tests[i](&out, same, 2);
        assert_no_f(&out, BSH_TEST_NO_VARIANCE);
    }
}

/* Only Welch's weights cannot do with one constant outlet among others. */
static void one_constant_outlet_is_enough_for_welch_to_refuse(void **state)
{
    (void) state;
    numbers room;
    pair    two;
    fill_pair(&two);
    bsh__sample const groups[] = {two.a, SAMPLE(room, 5, 5, 5, 5, 5, 5), two.b};
    bsh__anova_result out;
    bsh__welch_anova(&out, groups, 3);
    assert_no_f(&out, BSH_TEST_NO_VARIANCE);
    bsh__anova(&out, groups, 3);
    assert_value(out.f, 55.17006692514869);
    assert_close(out.p, 6.616513453466769e-08, 1e-11);
    bsh__levene(&out, groups, 3);
    assert_value(out.f, 5.191715750162613);
}

/* Two values are as far from their mean: what differs is rounding. */
static void spreads_of_two_values_have_no_variance(void **state)
{
    (void) state;
    numbers           room_a;
    numbers           room_b;
    bsh__sample const groups[] = {SAMPLE(room_a, 0.1, 0.4), SAMPLE(room_b, 0.2, 0.7, 0.2, 0.7)};
    bsh__anova_result out;
    bsh__levene(&out, groups, 2);
    assert_no_f(&out, BSH_TEST_NO_VARIANCE);
    bsh__brown_forsythe(&out, groups, 2);
    assert_no_f(&out, BSH_TEST_NO_VARIANCE);
}

static void variances_are_compared_by_their_ratio(void **state)
{
    (void) state;
    pair two;
    fill_pair(&two);
    bsh__variance_ratio out;
    bsh__f_var(&out, two.a, two.b, 0.95);
    assert_int_equal(out.status, BSH_TEST_OK);
    assert_value(out.ratio, 1.5031011879993912);
    assert_value(out.p, 0.6714596298584143);
    assert_value(out.ci_low, 0.21541493438283008);
    assert_value(out.ci_high, 8.999916254184866);
    bsh__variance_ratio other;
    bsh__f_var(&other, two.b, two.a, 0.95);
    assert_value(other.ratio, 1 / out.ratio);
    assert_value(other.p, out.p);
    assert_value(other.ci_low, 1 / out.ci_high);
}

/* 40 digits by mpmath from the exact ratio of variances; R's var.test takes 1 - P and says
 * 5.9952e-15 for the first order of the outlets. */
static void far_tails_of_variances_are_the_same_from_both_sides(void **state)
{
    (void) state;
    numbers           room_a;
    numbers           room_b;
    bsh__sample const a = SAMPLE(room_a, 10, 11, 12, 10.5, 11.5, 12.5, 9.5, 10.2, 11.7, 250);
    bsh__sample const b =
        SAMPLE(room_b, 13, 14, 12.8, 13.6, 14.4, 15.1, 12.1, 13.3, 14.9, 15.8);
    bsh__variance_ratio out;
    bsh__f_var(&out, a, b, 0.95);
    assert_value(out.p, 6.0354420222821929663e-15);
    bsh__f_var(&out, b, a, 0.95);
    assert_value(out.p, 6.0354420222821929663e-15);
}

static void a_ratio_of_variances_needs_two_that_vary(void **state)
{
    (void) state;
    numbers room;
    pair    two;
    fill_pair(&two);
    bsh__sample const   constant = SAMPLE(room, 5, 5, 5);
    bsh__variance_ratio out;
    bsh__f_var(&out, two.a, constant, 0.95);
    assert_int_equal(out.status, BSH_TEST_NO_VARIANCE);
    bsh__f_var(&out, constant, two.a, 0.95);
    assert_int_equal(out.status, BSH_TEST_NO_VARIANCE);
    bsh__f_var(&out, constant, constant, 0.95);
    assert_int_equal(out.status, BSH_TEST_NO_VARIANCE);
    assert_none(out.ratio);
    bsh__f_var(&out, (bsh__sample){two.a.values, 1}, two.b, 0.95);
    assert_int_equal(out.status, BSH_TEST_TOO_FEW);
    assert_none(out.p);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(four_outlets_are_compared_at_once),
        cmocka_unit_test(two_outlets_give_the_square_of_t),
        cmocka_unit_test(outlets_without_values_are_too_few),
        cmocka_unit_test(constant_outlets_have_no_variance),
        cmocka_unit_test(one_constant_outlet_is_enough_for_welch_to_refuse),
        cmocka_unit_test(spreads_of_two_values_have_no_variance),
        cmocka_unit_test(variances_are_compared_by_their_ratio),
        cmocka_unit_test(far_tails_of_variances_are_the_same_from_both_sides),
        cmocka_unit_test(a_ratio_of_variances_needs_two_that_vary),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
