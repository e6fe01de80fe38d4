/* References: values "of R" are those of tests/tools/stat-oracles.json (R 4.2.2); the others
 * are counted here another way, or follow from another test. */
#include "tests/t.h"

#include "stats/group_tests.h"
#include "stats/rank_tests.h"
#include "tests/allocator.h"

static bsh_error error;

static void assert_near(double value, double expected, double relative)
{
    assert_true(fabs(value - expected) <= relative * fabs(expected));
}

static double const few_a[] = {8.64, 9.87, 10.91, 11.42, 12.05, 13.77, 14.28};
static double const few_b[] = {11.88, 12.61, 13.9, 14.02, 15.03, 16.45};
static double const fives[] = {5, 5, 5, 5, 5, 5};
static double const high[] = {42.5};

static bsh__sample const plain[] = {{few_a, 7}, {few_b, 6}};
static bsh__sample const with_constant[] = {{few_a, 7}, {fives, 6}, {few_b, 6}};
static bsh__sample const with_one[] = {{few_a, 7}, {high, 1}, {few_b, 6}};
static bsh__sample const all_equal[] = {{fives, 6}, {fives, 4}};
static bsh__sample const with_none[] = {{few_a, 7}, {high, 0}, {few_b, 6}};

/* ---- Kruskal-Wallis */

static bsh__kruskal kruskal_of(const bsh__sample *groups, size_t n)
{
    bsh__kruskal result;
    assert_int_equal(bsh__kruskal_wallis(&result, groups, n, NULL, &error), BSH_OK);
    return result;
}

static void kruskal_wallis_is_that_of_r(void **state)
{
    (void) state;
    bsh__kruskal const result = kruskal_of(with_constant, 3);
    assert_true(result.status == BSH_TEST_OK && result.df == 2);
    assert_near(result.h, 14.047058823529419, 1e-13);
    assert_near(result.p, 0.0008906763751742993, 1e-12);
    assert_near(result.epsilon2, 0.7803921568627454, 1e-13);
    assert_near(result.eta2_h, 0.7529411764705887, 1e-13);
    assert_near(kruskal_of(with_one, 3).h, 6.06666666666667, 1e-13);
}

static void two_groups_give_the_square_of_mann_whitneys_z(void **state)
{
    (void) state;
    bsh__mann_whitney pair;
    bsh__mann_whitney_normal(&pair, plain[0], plain[1]);
    bsh__kruskal const result = kruskal_of(plain, 2);
    assert_near(result.h, pair.z_no_cc * pair.z_no_cc, 1e-13);
    assert_near(result.p, pair.p_no_cc, 1e-12);
}

/* The upper tail of chi-square with 2 df is exp(-H/2): under 1e-100 for three separated groups
 * of 200. */
static void far_tails_keep_their_digits(void **state)
{
    (void) state;
    double values[600];
    for (size_t i = 0; i < 600; ++i) {
        values[i] = (double) i;
    }
    bsh__sample const  groups[] = {{values, 200}, {values + 200, 200}, {values + 400, 200}};
    bsh__kruskal const result = kruskal_of(groups, 3);
    assert_true(result.p < 1e-100);
    assert_near(result.p, exp(-result.h / 2), 1e-10);
}

static void groups_without_values_or_variance_are_not_tested(void **state)
{
    (void) state;
    bsh__kruskal result = kruskal_of(all_equal, 2);
    assert_true(result.status == BSH_TEST_NO_VARIANCE && isnan(result.h) && isnan(result.p));
    result = kruskal_of(with_none, 3);
    assert_true(result.status == BSH_TEST_TOO_FEW && isnan(result.h));
    assert_int_equal(kruskal_of(plain, 1).status, BSH_TEST_TOO_FEW);
    assert_int_equal(kruskal_of(plain, 0).status, BSH_TEST_TOO_FEW);
    bsh__sample const ones[] = {{few_a, 1}, {few_b, 1}};
    result = kruskal_of(ones, 2);
    assert_true(result.status == BSH_TEST_OK && isnan(result.eta2_h));
    assert_near(result.h, 1, 1e-15);
}

/* ---- Dunn */

static void dunns_pairs_are_those_of_r(void **state)
{
    (void) state;
    bsh_test_status status = BSH_TEST_TOO_FEW;
    bsh__dunn_pair  pairs[3];
    assert_int_equal(bsh__dunn(&status, pairs, with_constant, 3, NULL, &error), BSH_OK);
    assert_int_equal(status, BSH_TEST_OK);
    assert_true(pairs[0].mean_rank_i == 11 && pairs[0].mean_rank_j == 3.5);
    assert_true(pairs[1].mean_rank_i == 11 && pairs[2].mean_rank_i == 3.5);
    assert_near(pairs[2].mean_rank_j, 46.0 / 3, 1e-14);
    double const z[] = {2.4332366193051023, -1.4058700467096148, -3.699455750604234};
    double const p[] = {0.014964518061397668, 0.1597627172378856, 0.00021606230560105528};
    for (size_t i = 0; i < 3; ++i) {
        assert_near(pairs[i].z, z[i], 1e-13);
        assert_near(pairs[i].p, p[i], 1e-12);
    }
}

/* Five groups of ranks 1, 2, ... 5: the differences of ranks tell the pairs. */
static void dunns_pairs_come_in_order(void **state)
{
    (void) state;
    double const      values[] = {10, 20, 30, 40, 50};
    bsh__sample const groups[] = {
        {values, 1}, {values + 1, 1}, {values + 2, 1}, {values + 3, 1}, {values + 4, 1}};
    bsh_test_status status = BSH_TEST_TOO_FEW;
    bsh__dunn_pair  pairs[10];
    assert_int_equal(bsh__dunn(&status, pairs, groups, 5, NULL, &error), BSH_OK);
    size_t pair = 0;
    for (int i = 1; i <= 5; ++i) {
        for (int j = i + 1; j <= 5; ++j, ++pair) {
            assert_true(pairs[pair].mean_rank_i == i && pairs[pair].mean_rank_j == j);
            assert_near(pairs[pair].z, (i - j) / sqrt(5), 1e-14); // variance 5 * 6/12 * 2
        }
    }
}

static void dunn_says_why_there_is_no_test(void **state)
{
    (void) state;
    bsh_test_status status = BSH_TEST_OK;
    bsh__dunn_pair  pairs[3];
    assert_int_equal(bsh__dunn(&status, pairs, all_equal, 2, NULL, &error), BSH_OK);
    assert_true(status == BSH_TEST_NO_VARIANCE && isnan(pairs[0].z) && isnan(pairs[0].p));
    assert_int_equal(bsh__dunn(&status, pairs, with_none, 3, NULL, &error), BSH_OK);
    assert_true(status == BSH_TEST_TOO_FEW && isnan(pairs[2].z));
    assert_int_equal(bsh__dunn(&status, pairs, plain, 0, NULL, &error), BSH_OK);
    assert_int_equal(status, BSH_TEST_TOO_FEW);
}

/* ---- Friedman */

static bsh__friedman_result friedman_of(const double *rows, size_t n_rows, size_t n_columns)
{
    bsh__friedman_result result;
    assert_int_equal(bsh__friedman(&result, rows, n_rows, n_columns, NULL, &error), BSH_OK);
    return result;
}

static void friedman_with_ties_is_that_of_r(void **state)
{
    (void) state;
    static double const rows[] = {4, 5, 3, 2, 6, 3, 9, 6, 5, 1, 5, 1, 4, 6, 4, 6, 4, 2, 4, 10,
                                  4, 4, 5, 7, 4, 4, 1, 5, 6, 3, 4, 4, 3, 5, 3, 4, 8, 3, 3, 1};
    bsh__friedman_result const result = friedman_of(rows, 10, 4);
    assert_true(result.status == BSH_TEST_OK && result.df == 3);
    assert_near(result.chi2, 0.9101123595505618, 1e-13);
    assert_near(result.p, 0.8229868035252328, 1e-12);
    assert_near(result.kendall_w, 0.030337078651685393, 1e-13);
}

/* (plus - minus)^2 / (plus + minus), a tie counting nowhere. */
static void friedman_of_two_columns_is_the_sign_test(void **state)
{
    (void) state;
    double const rows[] = {1, 2, 1, 3, 5, 4, 1, 2, 7, 7, 0, 9};
    assert_near(friedman_of(rows, 6, 2).chi2, 9.0 / 5, 1e-14);
}

static void equal_orders_agree_wholly(void **state)
{
    (void) state;
    double const rows[] = {1, 2, 3, 10, 20, 30, -3, -2, -1};
    assert_near(friedman_of(rows, 3, 3).kendall_w, 1, 1e-14);
}

static void friedman_says_why_there_is_no_test(void **state)
{
    (void) state;
    double const         rows[] = {1, 1, 2, 2};
    bsh__friedman_result result = friedman_of(rows, 2, 2);
    assert_true(result.status == BSH_TEST_NO_VARIANCE && isnan(result.chi2));
    assert_int_equal(friedman_of(rows, 1, 4).status, BSH_TEST_TOO_FEW);
    assert_int_equal(friedman_of(rows, 4, 1).status, BSH_TEST_TOO_FEW);
    assert_int_equal(friedman_of(rows, 0, 0).status, BSH_TEST_TOO_FEW);
}

/* ---- pairs */

static bsh__pairs paired_of(const double *a, const double *b, size_t n)
{
    enum { MOST = 100 };
    double     pairs[2 * MOST];
    bsh__pairs result;
    assert_true(n <= MOST);
    for (size_t i = 0; i < n; ++i) {
        pairs[2 * i] = a[i];
        pairs[2 * i + 1] = b[i];
    }
    assert_int_equal(bsh__paired(&result, pairs, n, .95, NULL, &error), BSH_OK);
    return result;
}

static void pairs_are_those_of_r(void **state)
{
    (void) state;
    static double const x[] = {22.06, 19.55, 20.26, 17.38, 22.01, 16.66, 17.3, 19.32,
                               21.97, 18.6,  18.97, 16.74, 25.48, 27.74, 18.8, 17.41};
    static double const y[] = {27.02, 28.82, 25.52, 19.67, 21.32, 26.26, 24.87, 22.15,
                               17.8,  22.85, 27.9,  15.46, 27.18, 21.45, 23.99, 23.38};
    bsh__pairs const    result = paired_of(x, y, 16);
    assert_true(result.status == BSH_TEST_OK && result.t_status == BSH_TEST_OK);
    assert_near(result.t, -2.945571539768685, 1e-12);
    assert_near(result.t_p, 0.01002321861353261, 1e-11);
    assert_near(result.ci_low, -5.966927685331894, 1e-11);
    assert_near(result.ci_high, -0.956822314668106, 1e-10);
    assert_near(result.d_z, -0.7363928849421713, 1e-12);
    assert_true(result.n_zero == 0 && result.v == 21 && result.sign_pos == 4);
    assert_near(result.sign_p, 0.07681274414062504, 1e-12);
    assert_near(result.signed_rank_p_exact, 0.013092041015625003, 1e-12);
    assert_near(result.signed_rank_p_normal, 0.016196477928903243, 1e-11);
    assert_near(result.pseudo_median, -3.83, 1e-13);
    assert_near(result.pm_ci_low, -6.215, 1e-13);
    assert_near(result.pm_ci_high, -0.775, 1e-12);
    assert_near(result.rank_biserial, -0.6911764705882353, 1e-13);
}

static void ties_have_the_normal_p_only(void **state)
{
    (void) state;
    static double const x[] = {14, 3, 11, 8, 5,  14, 10, 9, 10, 8,
                               8,  6, 14, 7, 12, 13, 8,  7, 10, 7};
    static double const y[] = {17, 2, 15, 5, 4,  15, 14, 10, 7,  9,
                               5,  4, 18, 6, 11, 14, 11, 6,  11, 7};
    bsh__pairs const    result = paired_of(x, y, 20);
    assert_true(result.n_zero == 1 && result.v == 80.5 && result.sign_pos == 9);
    assert_near(result.signed_rank_p_normal, 0.5656380191314254, 1e-11);
    assert_true(isnan(result.signed_rank_p_exact) && result.sign_p == 1);
    assert_true(result.pm_ci_low <= result.pseudo_median);
    assert_true(result.pseudo_median <= result.pm_ci_high);
}

/* All 2^9 choices of signs. */
static void exact_signed_ranks_are_counted(void **state)
{
    (void) state;
    double const zeros[9] = {0};
    for (unsigned signs = 0; signs < 1U << 9; signs += 7) {
        double differences[9];
        double v = 0, n_far = 0;
        for (unsigned i = 0; i < 9; ++i) {
            differences[i] = (signs >> i & 1) == 1 ? i + 1 : -(double) (i + 1);
            v += (signs >> i & 1) == 1 ? i + 1 : 0;
        }
        for (unsigned other = 0; other < 1U << 9; ++other) {
            double sum = 0;
            for (unsigned i = 0; i < 9; ++i) {
                sum += (other >> i & 1) == 1 ? i + 1 : 0;
            }
            n_far += fabs(sum - 22.5) >= fabs(v - 22.5);
        }
        bsh__pairs const result = paired_of(differences, zeros, 9);
        assert_true(result.v == v);
        assert_near(result.signed_rank_p_exact, n_far / 512, 1e-14);
    }
}

static void forty_nine_pairs_are_exact_and_fifty_are_not(void **state)
{
    (void) state;
    double       differences[50];
    double const zeros[50] = {0};
    for (size_t i = 0; i < 50; ++i) {
        differences[i] = (double) (i + 1);
    }
    bsh__pairs const exact = paired_of(differences, zeros, 49);
    assert_near(exact.signed_rank_p_exact, ldexp(1, -48), 1e-14);
    assert_near(exact.sign_p, ldexp(1, -48), 1e-12);
    assert_true(exact.rank_biserial == 1 && exact.pseudo_median == 25);
    bsh__pairs const normal = paired_of(differences, zeros, 50);
    assert_true(isnan(normal.signed_rank_p_exact) && normal.signed_rank_p_normal < 1e-8);
    assert_true(normal.pseudo_median == 25.5);
}

/* Means of pairs i <= j of 1, 2, 4, 8, -16, sorted by hand: -16 -7.5 -7 -6 -4 1 1.5 2 2.5 3 4
 * 4.5 5 6 8; five pairs cannot reach 95 %, so the interval is all of it. */
static void the_pseudo_median_is_that_of_all_means(void **state)
{
    (void) state;
    double const     differences[] = {4, -16, 1, 8, 2, 0};
    double const     zeros[6] = {0};
    bsh__pairs const result = paired_of(differences, zeros, 6);
    assert_true(result.n_zero == 1 && result.pseudo_median == 2);
    assert_true(result.pm_ci_low == -16 && result.pm_ci_high == 8);
}

static void the_order_of_pairs_changes_no_digit(void **state)
{
    (void) state;
    double const     x[] = {.1, .7, .35, .2, .9};
    double const     y[] = {.3, .2, .15, .8, .15};
    double const     x_turned[] = {.9, .2, .35, .7, .1};
    double const     y_turned[] = {.15, .8, .15, .2, .3};
    bsh__pairs const result = paired_of(x, y, 5);
    bsh__pairs const turned = paired_of(x_turned, y_turned, 5);
    assert_true(result.t == turned.t && result.mean_diff == turned.mean_diff);
    assert_true(result.v == turned.v && result.ci_low == turned.ci_low);
}

static void pairs_without_differences_say_so(void **state)
{
    (void) state;
    bsh__pairs const equal = paired_of(few_a, few_a, 7);
    assert_true(equal.status == BSH_TEST_OK && equal.t_status == BSH_TEST_NO_VARIANCE);
    assert_true(equal.mean_diff == 0 && equal.n_zero == 7 && isnan(equal.t_p));
    assert_true(isnan(equal.v) && isnan(equal.sign_p) && isnan(equal.pseudo_median));
    double const     sevens[] = {7, 7, 7, 7, 7, 7};
    bsh__pairs const constant = paired_of(sevens, fives, 6);
    assert_true(constant.t_status == BSH_TEST_NO_VARIANCE && constant.mean_diff == 2);
    assert_near(constant.sign_p, 2.0 / 64, 1e-14);
    assert_true(constant.v == 21 && constant.rank_biserial == 1);
    assert_true(constant.pseudo_median == 2 && isnan(constant.signed_rank_p_exact));
    bsh__pairs const one = paired_of(few_a, few_b, 1);
    assert_true(one.status == BSH_TEST_TOO_FEW && one.n_pairs == 1 && isnan(one.mean_diff));
    assert_int_equal(paired_of(few_a, few_b, 0).status, BSH_TEST_TOO_FEW);
}

/* ---- out of memory */

static bsh_status test_all(const bsh_allocator *allocator)
{
    bsh__kruskal         kruskal;
    bsh_test_status      status = BSH_TEST_OK;
    bsh__dunn_pair       pairs[3];
    bsh__friedman_result blocks;
    bsh__pairs           paired;
    BSH_TRY(bsh__kruskal_wallis(&kruskal, plain, 2, allocator, &error));
    BSH_TRY(bsh__dunn(&status, pairs, with_one, 3, allocator, &error));
    BSH_TRY(bsh__friedman(&blocks, few_a, 3, 2, allocator, &error));
    return bsh__paired(&paired, few_a, 3, .95, allocator, &error);
}

static void running_out_of_memory_is_an_ordinary_error(void **state)
{
    (void) state;
    assert_int_equal(test_allocator_try(test_all), 9);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(kruskal_wallis_is_that_of_r),
        cmocka_unit_test(two_groups_give_the_square_of_mann_whitneys_z),
        cmocka_unit_test(far_tails_keep_their_digits),
        cmocka_unit_test(groups_without_values_or_variance_are_not_tested),
        cmocka_unit_test(dunns_pairs_are_those_of_r),
        cmocka_unit_test(dunns_pairs_come_in_order),
        cmocka_unit_test(dunn_says_why_there_is_no_test),
        cmocka_unit_test(friedman_with_ties_is_that_of_r),
        cmocka_unit_test(friedman_of_two_columns_is_the_sign_test),
        cmocka_unit_test(equal_orders_agree_wholly),
        cmocka_unit_test(friedman_says_why_there_is_no_test),
        cmocka_unit_test(pairs_are_those_of_r),
        cmocka_unit_test(ties_have_the_normal_p_only),
        cmocka_unit_test(exact_signed_ranks_are_counted),
        cmocka_unit_test(forty_nine_pairs_are_exact_and_fifty_are_not),
        cmocka_unit_test(the_pseudo_median_is_that_of_all_means),
        cmocka_unit_test(the_order_of_pairs_changes_no_digit),
        cmocka_unit_test(pairs_without_differences_say_so),
        cmocka_unit_test(running_out_of_memory_is_an_ordinary_error),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
