#include "tests/t.h"

#include <math.h>

#include "stats/tails.h"

/* Reference values: the incomplete beta function in 40 digits by mpmath. */

static void assert_close(double value, double expected, double relative)
{
    if (!(fabs(value - expected) <= relative * fabs(expected))) {
        fail_msg("got %.17g, want %.17g", value, expected);
    }
}

typedef struct t_tail {
    double t, df, q;
} t_tail;

static const t_tail t_tails[] = {
    {2, 1, 0.14758361765043327418},         {0.5, 2.7, 0.32747353099788073818},
    {1.2, 7, 0.13458596841360323089},       {2.5, 30, 0.0090578245340333470509},
    {12, 31, 1.7389634002098701757e-13},    {20, 57.3, 8.0228935846632657512e-28},
    {20, 100, 4.9971339306684779667e-37},   {31, 100, 2.1632623472581168842e-53},
    {2, 2e5, 0.0227508068368634498},        {36.5, 5177.93, 4.4620924866026812566e-260},
    {1e60, 1.5, 3.7708524320162466378e-91}, {1e8, 31, 9.2861074615796177274e-227},
};

static void tails_of_t_are_right_to_the_last_digits(void **state)
{
    (void) state;
    for (size_t i = 0; i < sizeof t_tails / sizeof t_tails[0]; ++i) {
        t_tail const want = t_tails[i];
        assert_close(bsh__student_t_q(want.t, want.df), want.q, 2e-13);
        assert_close(bsh__student_t_q(-want.t, want.df), 1 - want.q, 2e-16);
        assert_close(bsh__student_t_two_sided(want.t, want.df), 2 * want.q, 2e-13);
        assert_close(bsh__student_t_two_sided(-want.t, want.df), 2 * want.q, 2e-13);
    }
}

/* The tail of Cauchy's distribution is 1 / (pi t) out here. */
static void t_beyond_the_square_root_of_a_double_has_its_tail(void **state)
{
    (void) state;
    double const pi = 3.14159265358979323846;
    assert_close(bsh__student_t_q(1e99, 1), 1e-99 / pi, 1e-13);
    assert_close(bsh__student_t_q(1e120, 1), 1e-120 / pi, 1e-13);
    assert_close(bsh__student_t_q(1e200, 1), 1e-200 / pi, 1e-13);
    assert_true(bsh__student_t_q((double) INFINITY, 3) == 0);
    assert_true(bsh__student_t_q(-(double) INFINITY, 3) == 1);
    assert_true(bsh__student_t_q(0, 3) == 0.5);
    assert_true(bsh__student_t_two_sided(0, 2.5) == 1);
}

typedef struct f_tail {
    double f, df1, df2, q, p;
} f_tail;

static const f_tail f_tails[] = {
    {0.01, 3, 7.7, 0.99850703335383286044, 0.0014929666461671395554},
    {1, 5, 5, 0.5, 0.5},
    {3.5, 2, 91, 0.034323922017433672316, 0.96567607798256632768},
    {4278.020715474209, 9, 9, 3.017721011141097651e-15, 0.99999999999999698228},
    {1.2, 1e5, 1e5, 8.6212181630056226619e-183, 1.0},
    {1.01, 1e7, 1e7, 4.5052311343245163637e-56, 1.0},
    {30, 49, 1000, 8.724884644708626052e-162, 1.0},
    {2, 1000, 1e5, 4.9175812102982480869e-68, 1.0},
    {700, 1, 1e5, 1.0156844465343511344e-153, 1.0},
};

static void tails_of_f_are_right_to_the_last_digits(void **state)
{
    (void) state;
    for (size_t i = 0; i < sizeof f_tails / sizeof f_tails[0]; ++i) {
        f_tail const want = f_tails[i];
        assert_close(bsh__f_q(want.f, want.df1, want.df2), want.q, 1e-12);
        assert_close(bsh__f_p(want.f, want.df1, want.df2), want.p, 1e-12);
        assert_close(bsh__f_p(1 / want.f, want.df2, want.df1), want.q, 1e-12);
    }
    assert_true(bsh__f_q(0, 3, 4) == 1);
    assert_true(bsh__f_p(0, 3, 4) == 0);
    assert_true(bsh__f_q((double) INFINITY, 3, 4) == 0);
    assert_true(bsh__f_q(1e300, 1e5, 1) > 0);
}

static void quantiles_of_t_are_where_the_tail_is_p(void **state)
{
    (void) state;
    assert_close(bsh__student_t_quantile(0.025, 1), 12.706204736174703938, 1e-14);
    assert_close(bsh__student_t_quantile(0.025, 12.34), 2.1721732968097831722, 1e-14);
    assert_close(bsh__student_t_quantile(0.005, 5177.93), 2.5767791530613554648, 1e-14);
    assert_close(bsh__student_t_quantile(0.05, 2e5), 1.6448612458327157543, 1e-14);
    assert_close(bsh__student_t_quantile(1e-20, 1), 31830988618379068900.0, 1e-14);
    assert_close(bsh__student_t_quantile(0.3, 3), 0.58438972743981870658, 1e-14);
    assert_close(bsh__student_t_quantile(0.7, 3), -0.58438972743981870658, 1e-14);
    assert_close(bsh__student_t_quantile(0.4999, 30), 0.00025276002539339363682, 1e-14);
    assert_true(bsh__student_t_quantile(0.5, 3) == 0);
}

static void quantiles_of_f_are_where_the_tail_is_p(void **state)
{
    (void) state;
    assert_close(bsh__f_quantile(0.025, 9, 9), 4.0259941582829793525, 1e-14);
    assert_close(bsh__f_quantile(0.975, 3, 7.5), 0.068589384910052508919, 1e-13);
    assert_close(bsh__f_quantile(0.025, 1, 1e5), 5.0240375072409381087, 1e-14);
    assert_close(bsh__f_quantile(0.5, 2, 30), 0.70941184230940076837, 1e-14);
}

static void quantiles_lead_back_to_their_tail(void **state)
{
    (void) state;
    static const double dfs[] = {1, 1.5, 4, 29.7, 1000, 2e5};
    for (size_t i = 0; i < 36; ++i) {
        double const df1 = dfs[i % 6];
        double const df2 = dfs[i / 6];
        for (double p = 0.97; p > 1e-60; p *= p > 0.01 ? 0.5 : 1e-9) {
            double const f = bsh__f_quantile(p, df1, df2);
            assert_close(bsh__f_q(f, df1, df2), p, 1e-9);
        }
    }
}

static void what_is_no_number_stays_none(void **state)
{
    (void) state;
    assert_true(isnan(bsh__student_t_q((double) NAN, 3)));
    assert_true(isnan(bsh__student_t_two_sided(1, (double) NAN)));
    assert_true(isnan(bsh__student_t_q(1, 0)));
    assert_true(isnan(bsh__student_t_quantile(0, 3)));
    assert_true(isnan(bsh__student_t_quantile(1, 3)));
    assert_true(isnan(bsh__student_t_quantile(0.1, -1)));
    assert_true(isnan(bsh__student_t_quantile((double) NAN, 3)));
    assert_true(isnan(bsh__f_q((double) NAN, 3, 3)));
    assert_true(isnan(bsh__f_quantile(2, 3, 3)));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(tails_of_t_are_right_to_the_last_digits),
        cmocka_unit_test(t_beyond_the_square_root_of_a_double_has_its_tail),
        cmocka_unit_test(tails_of_f_are_right_to_the_last_digits),
        cmocka_unit_test(quantiles_of_t_are_where_the_tail_is_p),
        cmocka_unit_test(quantiles_of_f_are_where_the_tail_is_p),
        cmocka_unit_test(quantiles_lead_back_to_their_tail),
        cmocka_unit_test(what_is_no_number_stays_none),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
