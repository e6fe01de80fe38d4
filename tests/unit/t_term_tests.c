/* Reference values: where nothing else is said, computed with 50 decimal digits from the
 * definitions (Python, decimal), tails summed term by term. */
#include "tests/t.h"

#include "stats/term_tests.h"
#include "stats/two_by_two.h"

static void assert_close(double value, double expected, double relative)
{
    if (!(fabs(value - expected) <= relative * fabs(expected))) {
        fail_msg("%.17g instead of %.17g", value, expected);
    }
}

static bsh__keyness keyness_of(double count_a, double count_b, double tokens_a, double tokens_b)
{
    bsh__keyness           k;
    bsh__word_counts const counts = {count_a, count_b, tokens_a, tokens_b, 0, 0};
    bsh__keyness_of(&k, &counts, BSH__KEYNESS_FISHER | BSH__KEYNESS_FISHER_ODDS, .95);
    return k;
}

/* ---- Fisher */

static void assert_fisher(const double counts[4], double p, double p_greater, double p_less)
{
    bsh__fisher           f;
    bsh__two_by_two const table = {counts[0], counts[1], counts[2] - counts[0],
                                   counts[3] - counts[1]};
    bsh__fisher_test(&f, &table);
    assert_close(f.p, p, 1e-11);
    assert_close(f.p_greater, p_greater, 1e-11);
    assert_close(f.p_less, p_less, 1e-11);
}

static void fisher_is_exact_in_small_tables(void **state)
{
    (void) state;
    assert_fisher((double[]){9, 15, 20, 30}, 0.7789550972073566, 0.7370178444862844,
                  0.4773287279187032);
    assert_fisher((double[]){3, 0, 1000, 1200}, 0.09376061152635913, 0.09376061152635913, 1);
    assert_fisher((double[]){0, 25, 50000, 80000}, 9.27162548125698e-06, 1,
                  5.346128306211589e-06);
    assert_fisher((double[]){150, 60, 100000, 120000}, 3.25852780856289e-14,
                  2.239123778327253e-14, 0.9999999999999927);
    // every word of A is the term
    assert_fisher((double[]){12, 3, 12, 3}, 1, 1, 1);
    assert_fisher((double[]){0, 0, 12, 3}, 1, 1, 1);
}

static void fisher_is_right_at_six_billion_words(void **state)
{
    (void) state;
    assert_fisher((double[]){3100, 2900, 3e9, 3e9}, 0.01019100374581181, 0.005095501872905903,
                  0.9952719242388696);
    assert_fisher((double[]){3200, 2700, 3.1e9, 2.9e9}, 7.892516850967969e-05,
                  4.054608473481641e-05, 0.9999636463824186);
    assert_fisher((double[]){30000, 31000, 3e9, 3e9}, 5.233692453675617e-05, 0.9999747214505168,
                  2.616846226837808e-05);
    assert_fisher((double[]){55, 9, 2e9, 4e9}, 4.461226056874594e-18, 4.461226056874594e-18, 1);
    assert_fisher((double[]){1, 0, 5, 3e9}, 1.666666663888889e-09, 1.666666663888889e-09, 1);
}

static void fisher_keeps_p_down_to_1e_300(void **state)
{
    (void) state;
    assert_fisher((double[]){40, 10, 40, 5e6}, 9.213835240735475e-211, 9.213835240735475e-211,
                  1);
    assert_fisher((double[]){255, 2, 4000, 50000}, 7.712946273027666e-288,
                  7.712946273027666e-288, 1);
    // the true value is 1e-444
    bsh__keyness const k = keyness_of(390, 2, 4000, 50000);
    assert_true(k.fisher_p == 0);
    assert_true(k.fisher_p_less == 1);
}

static void fisher_is_the_same_with_corpora_exchanged(void **state)
{
    (void) state;
    bsh__keyness const one = keyness_of(41, 90, 30000, 52000);
    bsh__keyness const other = keyness_of(90, 41, 52000, 30000);
    assert_close(one.fisher_p, other.fisher_p, 1e-13);
    assert_close(one.fisher_p_less, other.fisher_p_greater, 1e-13);
    assert_close(one.fisher_or_cmle, 1 / other.fisher_or_cmle, 1e-4);
    assert_close(one.log_ratio, -other.log_ratio, 1e-14);
    assert_true(one.sign == -1 && other.sign == 1);
}

/* Two draws, one of them of A: the equations of estimate and limits are quadratic. */
static void odds_are_the_roots_of_their_equations(void **state)
{
    (void) state;
    bsh__conditional_odds odds;
    bsh__two_by_two const table = {1, 1, 119, 149};
    bsh__fisher_odds(&odds, &table, .95, 0);
    assert_close(odds.odds_ratio, 1.2510499791855512, 1e-13);
    assert_close(odds.ci_low, .015819534541799475, 1e-13);
    assert_close(odds.ci_high, 98.936289578222616, 1e-13);
    // fisher.test of R 4.2.2
    bsh__fisher_odds(&odds, &table, .95, BSH__ODDS_AS_R);
    assert_close(odds.odds_ratio, 1.2510434690310792, 1e-10);
    assert_close(odds.ci_low, 0.01582681767857685, 1e-10);
    assert_close(odds.ci_high, 98.8624167569856, 1e-10);
}

static void odds_of_an_absent_side_are_zero_or_infinite(void **state)
{
    (void) state;
    bsh__keyness const none = keyness_of(0, 7, 5000, 6000);
    assert_true(none.fisher_or_cmle == 0 && none.fisher_or_ci_low == 0);
    assert_true(none.fisher_or_ci_high > .8 && none.fisher_or_ci_high < .9);
    bsh__keyness const all = keyness_of(7, 0, 6000, 5000);
    assert_true(isinf(all.fisher_or_cmle) && isinf(all.fisher_or_ci_high));
    assert_close(all.fisher_or_ci_low, 1 / none.fisher_or_ci_high, 1e-3);
    assert_true(isinf(all.percent_diff));
    assert_true(none.percent_diff == -100);
}

/* ---- G2 */

/* The sum of O ln(O/E) has an error of 1e-6 here. */
static void g2_of_nearly_equal_rates_keeps_its_digits(void **state)
{
    (void) state;
    bsh__keyness k = keyness_of(3000010, 3000000, 1.5e9, 1.5e9);
    assert_close(k.g2, 1.6700039022654993e-05, 1e-13);
    assert_close(k.g2_two_cell, 1.6666638888942902e-05, 1e-13);
    k = keyness_of(2000000001, 2000000000, 4e9, 4e9);
    assert_close(k.g2, 5.0000000000000003e-10, 1e-13);
    assert_close(k.g2_two_cell, 2.4999999993750001e-10, 1e-13);
    k = keyness_of(2000000003, 2000000001, 4000000007, 4000000009); // products over 2^53
    assert_close(k.g2, 4.4999999879999996e-09, 1e-13);
    assert_close(k.g2_two_cell, 2.2499999962500001e-09, 1e-13);
    k = keyness_of(1000, 3, 1001, 900);
    assert_close(k.g2, 2573.5138548755467, 1e-13);
    assert_close(k.g2_two_cell, 1246.383720866042, 1e-13);
}

static void equal_rates_have_no_g2(void **state)
{
    (void) state;
    bsh__keyness const k = keyness_of(30, 90, 50000, 150000);
    assert_true(k.sign == 0 && k.g2 == 0 && k.g2_p == 1 && k.g2_log10_p == 0);
    assert_true(k.chi2_yates == 0 && k.chi2_yates_p == 1 && k.log_ratio == 0);
}

static void the_logarithm_of_p_goes_on_where_p_ends(void **state)
{
    (void) state;
    bsh__keyness const near = keyness_of(500, 50, 100000, 120000);
    assert_close(near.g2_log10_p, log10(near.g2_p), 1e-12);
    bsh__keyness const far = keyness_of(3e6, 2.9e6, 1.5e9, 1.6e9);
    assert_true(far.g2_p == 0);
    assert_close(far.g2_log10_p, -3111.4537126108457, 1e-9); // of R, by its logarithm
}

/* formula-examples: a = 3, b = 0 of 1000 and 1200 words (Python and R). */
static void ratios_take_a_half_for_zero(void **state)
{
    (void) state;
    bsh__keyness const k = keyness_of(3, 0, 1000, 1200);
    assert_true(k.has_zero_count);
    assert_close(k.log_ratio, log2(3. / 1000 / (.5 / 1200)), 1e-14);
    assert_close(k.g2_two_cell, 4.7307441622, 1e-10);
    assert_close(k.g2_williams, 4.0527035379, 1e-10);
    assert_close(k.chi2_yates, 1.7384817681, 1e-10);
    assert_close(k.bic, -2.9654684772, 1e-10);
    assert_close(k.ell, 0.0069331101, 1e-8);
    assert_true(isnan(k.log_odds_dirichlet)); // no prior
}

static void what_is_undefined_is_not_given(void **state)
{
    (void) state;
    bsh__keyness k = keyness_of(0, 0, 500, 700);
    assert_int_equal(k.status, BSH_TEST_ABSENT);
    assert_true(isnan(k.g2) && isnan(k.fisher_p) && k.per_million_a == 0);
    k = keyness_of(5, 0, 500, 0);
    assert_int_equal(k.status, BSH_TEST_TOO_FEW);
    assert_true(isnan(k.log_ratio) && isnan(k.per_million_b) && k.per_million_a == 1e4);
    k = keyness_of(5, 7, 5, 7);
    assert_int_equal(k.status, BSH_TEST_NO_VARIANCE);
    assert_true(isnan(k.chi2) && k.per_million_b == 1e6);
    k = keyness_of(1, 1, 120, 150);
    assert_int_equal(k.status, BSH_TEST_OK);
    assert_true(isnan(k.ell)); // an expected count under 1
}

/* Monroe's example in formula-examples: alpha 2.1 of 1000. */
static void log_odds_take_a_prior(void **state)
{
    (void) state;
    bsh__keyness           k;
    bsh__word_counts const counts = {150, 60, 100000, 120000, 2.1, 1000};
    bsh__keyness_of(&k, &counts, 0, .95);
    assert_close(k.log_odds_dirichlet, 1.0774559599, 1e-10);
    assert_close(k.log_odds_dirichlet_z, 7.1548445359, 1e-10);
    assert_true(isnan(k.fisher_p) && isnan(k.fisher_or_cmle)); // not asked for
}

/* ---- tables, shares, dispersion */

static void empty_rows_and_columns_of_a_table_do_not_count(void **state)
{
    (void) state;
    bsh__table_test plain, gaps;
    bsh__chi2_table(&plain, (double[]){10, 25, 14, 4}, 2, 2);
    bsh__chi2_table(&gaps, (double[]){10, 0, 25, 0, 0, 0, 14, 0, 4}, 3, 3);
    assert_true(plain.df == 1 && gaps.df == 1);
    assert_true(plain.chi2 == gaps.chi2 && plain.g2 == gaps.g2);
    assert_close(plain.chi2, 53 * pow(10 * 4 - 25 * 14, 2) / (35. * 18 * 24 * 29), 1e-14);
    assert_close(gaps.cramers_v, sqrt(plain.chi2 / 53), 1e-14);
}

static void a_table_of_one_row_or_nothing_is_not_tested(void **state)
{
    (void) state;
    bsh__table_test t;
    bsh__chi2_table(&t, (double[]){10, 25, 0, 0}, 2, 2);
    assert_int_equal(t.status, BSH_TEST_NO_VARIANCE);
    assert_true(isnan(t.chi2) && isnan(t.df));
    bsh__chi2_table(&t, (double[]){0, 0, 0, 0}, 2, 2);
    assert_int_equal(t.status, BSH_TEST_TOO_FEW);
    bsh__chi2_table(&t, NULL, 0, 0);
    assert_int_equal(t.status, BSH_TEST_TOO_FEW);
}

/* Newcombe 1998, example (a): 56/70 and 48/80, method 10: .0524 to .3339. */
static void shares_have_newcombes_interval(void **state)
{
    (void) state;
    bsh__proportions p;
    bsh__two_proportions(&p, 56, 70, 48, 80, .95);
    assert_close(p.diff, .2, 1e-14);
    assert_close(p.newcombe_low, .0524, 1e-3);
    assert_close(p.newcombe_high, .3339, 1e-3);
    bsh__two_proportions(&p, 0, 20, 20, 20, .95);
    assert_true(p.p_a_ci_low == 0 && p.p_b_ci_high == 1 && p.newcombe_low == -1);
    bsh__two_proportions(&p, 0, 0, 3, 20, .95);
    assert_int_equal(p.status, BSH_TEST_TOO_FEW);
    assert_true(isnan(p.diff) && p.p_b == .15);
}

static void dispersion_of_an_even_term_is_exactly_none(void **state)
{
    (void) state;
    bsh__dispersed d;
    bsh__dispersion(&d, (double[]){3, 30, 0, 9}, (double[]){70, 700, 0, 210}, 4);
    assert_int_equal(d.status, BSH_TEST_OK);
    assert_true(d.dp == 0 && d.dp_norm == 0 && d.kld == 0 && d.idf == 0);
    assert_true(d.range == 3 && d.f == 42);
}

/* Gries' corpus of five parts: v = 1..5, s = 9, 10, 10, 10, 11 (formula-examples). */
static void dispersion_of_gries_example_is_his(void **state)
{
    (void) state;
    bsh__dispersed d;
    bsh__dispersion(&d, (double[]){1, 2, 3, 4, 5}, (double[]){9, 10, 10, 10, 11}, 5);
    assert_close(d.dp, .18, 1e-14);
    assert_close(d.dp_norm, 0.2195121951, 1e-9);
}

static void dispersion_needs_two_parts_and_the_term(void **state)
{
    (void) state;
    bsh__dispersed d;
    bsh__dispersion(&d, (double[]){3, 0}, (double[]){70, 0}, 2);
    assert_int_equal(d.status, BSH_TEST_TOO_FEW);
    assert_true(isnan(d.dp_norm) && isnan(d.juilland_d));
    bsh__dispersion(&d, (double[]){0, 0}, (double[]){70, 90}, 2);
    assert_int_equal(d.status, BSH_TEST_ABSENT);
    bsh__dispersion(&d, NULL, NULL, 0);
    assert_int_equal(d.status, BSH_TEST_ABSENT);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(fisher_is_exact_in_small_tables),
        cmocka_unit_test(fisher_is_right_at_six_billion_words),
        cmocka_unit_test(fisher_keeps_p_down_to_1e_300),
        cmocka_unit_test(fisher_is_the_same_with_corpora_exchanged),
        cmocka_unit_test(odds_are_the_roots_of_their_equations),
        cmocka_unit_test(odds_of_an_absent_side_are_zero_or_infinite),
        cmocka_unit_test(g2_of_nearly_equal_rates_keeps_its_digits),
        cmocka_unit_test(equal_rates_have_no_g2),
        cmocka_unit_test(the_logarithm_of_p_goes_on_where_p_ends),
        cmocka_unit_test(ratios_take_a_half_for_zero),
        cmocka_unit_test(what_is_undefined_is_not_given),
        cmocka_unit_test(log_odds_take_a_prior),
        cmocka_unit_test(empty_rows_and_columns_of_a_table_do_not_count),
        cmocka_unit_test(a_table_of_one_row_or_nothing_is_not_tested),
        cmocka_unit_test(shares_have_newcombes_interval),
        cmocka_unit_test(dispersion_of_an_even_term_is_exactly_none),
        cmocka_unit_test(dispersion_of_gries_example_is_his),
        cmocka_unit_test(dispersion_needs_two_parts_and_the_term),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
