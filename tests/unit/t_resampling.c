#include "tests/t.h"

#include "stats/permutation.h"
#include "tests/allocator.h"

static bsh_error             error;
static const bsh__random_key key_1 = {{1, 2}};
static const bsh__random_key key_2 = {{1, 3}};

static const bsh_allocator *memory(void)
{
    static test_allocator plenty;
    test_allocator_init(&plenty, 0);
    return &plenty.allocator;
}

static bsh__resampling draws(unsigned n_draws, bsh__random_key key)
{
    return (bsh__resampling){n_draws, key, memory()};
}

/* Relative. */
static void assert_close(double value, double expected, double tolerance)
{
    assert_true(fabs(value - expected) <= tolerance * fabs(expected));
}

static void assert_within(double value, double low, double high)
{
    assert_true(value >= low && value <= high);
}

#define SAMPLE(values) ((bsh__sample){values, sizeof(values) / sizeof(values)[0]})

/* ---- permutations */

static const double fk_a[] = {8.64, 9.87, 10.91, 11.42, 12.05, 13.77, 14.28};
static const double fk_b[] = {11.88, 12.61, 13.9, 14.02, 15.03, 16.45};
static const double tied_a[] = {1, 2, 2, 3, 3, 5};
static const double tied_b[] = {2, 3, 4, 4, 5, 5, 6};
static const double threes[] = {3, 3, 3, 3};
static const double fives[] = {5, 5, 5};

static bsh__permutation permuted(bsh__sample a, bsh__sample b, bsh__permuted what)
{
    bsh__resampling const how = draws(9999, key_1);
    bsh__permutation      result;
    assert_int_equal(bsh__permute(&result, a, b, what, &how, &error), BSH_OK);
    return result;
}

/* Case permutation_diff_exact/fk_a_vs_fk_b of the reference cases. */
static void means_are_permuted_exactly(void **state)
{
    (void) state;
    bsh__permutation const result = permuted(SAMPLE(fk_a), SAMPLE(fk_b), BSH__PERMUTE_DIFF);
    assert_int_equal(result.status, BSH_TEST_OK);
    assert_true(result.is_exact && result.n_permutations == 1716);
    assert_close(result.statistic, -2.4188095238095215, 1e-12);
    assert_close(result.p, 0.04020979020979021, 1e-14);
    assert_close(result.p_greater, 0.9813519813519813, 1e-14);
    assert_close(result.p_less, 0.019230769230769232, 1e-14);
}

/* Case permutation_welch_exact/fk_a_vs_fk_b. */
static void welch_t_is_permuted_exactly(void **state)
{
    (void) state;
    bsh__permutation const result = permuted(SAMPLE(fk_a), SAMPLE(fk_b), BSH__PERMUTE_WELCH);
    assert_close(result.statistic, -2.3837443261876365, 1e-12);
    assert_close(result.p, 0.038461538461538464, 1e-14);
    assert_close(result.p_less, 0.019230769230769232, 1e-14);
}

/* Statistics and counts of all 1,716 labellings in fractions, by ranks. */
static void brunner_munzel_is_permuted_exactly(void **state)
{
    (void) state;
    bsh__permutation const plain = permuted(SAMPLE(fk_a), SAMPLE(fk_b), BSH__PERMUTE_BRUNNER);
    assert_close(plain.statistic, -2.826504985805369, 1e-13);
    assert_close(plain.p, 58. / 1716, 1e-14);
    assert_close(plain.p_greater, 1688. / 1716, 1e-14);
    assert_close(plain.p_less, 29. / 1716, 1e-14);
    bsh__permutation const tied =
        permuted(SAMPLE(tied_a), SAMPLE(tied_b), BSH__PERMUTE_BRUNNER);
    assert_close(tied.statistic, -2.1033219281984756, 1e-13);
    assert_close(tied.p, 141. / 1716, 1e-14);
    assert_close(tied.p_greater, 1666. / 1716, 1e-14);
    assert_close(tied.p_less, 77. / 1716, 1e-14);
}

/* 2 of C(11, 5), and 1 of C(12, 3) where the mirrored labelling is none. */
static void complete_separation_has_an_exact_p(void **state)
{
    (void) state;
    static const double low[] = {1, 2, 3, 4, 5};
    static const double high[] = {6, 7, 8, 9, 10, 11};
    static const double three_high[] = {20, 21, 22};
    static const double nine[] = {1, 2, 3, 3, 4, 5, 6, 7, 8};
    bsh__permutation    result = permuted(SAMPLE(low), SAMPLE(high), BSH__PERMUTE_BRUNNER);
    assert_int_equal(result.status, BSH_TEST_OK);
    assert_true(isnan(result.statistic));
    assert_close(result.p, 2. / 462, 1e-14);
    assert_close(result.p_less, 1. / 462, 1e-14);
    assert_close(result.p_greater, 1, 1e-14);
    result = permuted(SAMPLE(three_high), SAMPLE(nine), BSH__PERMUTE_BRUNNER);
    assert_close(result.p, 1 / 220., 1e-14);
    assert_close(result.p_greater, 1. / 220, 1e-14);
    result = permuted(SAMPLE(threes), SAMPLE(fives), BSH__PERMUTE_BRUNNER);
    assert_int_equal(result.status, BSH_TEST_OK);
    assert_close(result.p, 1. / 35, 1e-14);
}

static void sides_exchanged_change_the_sign_alone(void **state)
{
    (void) state;
    static const bsh__permuted all[] = {BSH__PERMUTE_DIFF, BSH__PERMUTE_WELCH,
                                        BSH__PERMUTE_BRUNNER};
    for (unsigned i = 0; i < 3; ++i) {
        bsh__permutation const one = permuted(SAMPLE(tied_a), SAMPLE(tied_b), all[i]);
        bsh__permutation const other = permuted(SAMPLE(tied_b), SAMPLE(tied_a), all[i]);
        assert_close(one.statistic, -other.statistic, 1e-14);
        assert_true(one.p == other.p);
        assert_true(one.p_less == other.p_greater && one.p_greater == other.p_less);
    }
}

static void permutation_of_too_little_is_not_given(void **state)
{
    (void) state;
    static const double one[] = {4};
    bsh__permutation    result = permuted(SAMPLE(one), SAMPLE(tied_b), BSH__PERMUTE_DIFF);
    assert_int_equal(result.status, BSH_TEST_TOO_FEW);
    assert_true(isnan(result.p) && isnan(result.n_permutations));
    result = permuted(SAMPLE(tied_b), (bsh__sample){NULL, 0}, BSH__PERMUTE_BRUNNER);
    assert_int_equal(result.status, BSH_TEST_TOO_FEW);
    result = permuted(SAMPLE(threes), SAMPLE(fives), BSH__PERMUTE_WELCH);
    assert_int_equal(result.status, BSH_TEST_NO_VARIANCE);
    assert_true(isnan(result.p) && isnan(result.statistic));
    result = permuted(SAMPLE(threes), SAMPLE(threes), BSH__PERMUTE_BRUNNER);
    assert_int_equal(result.status, BSH_TEST_NO_VARIANCE);
    result = permuted(SAMPLE(threes), SAMPLE(threes), BSH__PERMUTE_DIFF);
    assert_int_equal(result.status, BSH_TEST_OK);
    assert_true(result.p == 1 && result.p_less == 1 && result.statistic == 0);
}

/* Ten and ten: 184,756 labellings, so that they are drawn.  The p of all of them, by an
 * enumeration in fractions, is in `exact`; 9,999 draws miss it by 4 standard errors at most. */
static void drawn_labellings_come_near_all_of_them(void **state)
{
    (void) state;
    static const double        a[] = {1, 3, 4, 4, 6, 8, 9, 11, 12, 15};
    static const double        b[] = {4, 7, 8, 10, 10, 13, 14, 16, 18, 25};
    static const bsh__permuted all[] = {BSH__PERMUTE_DIFF, BSH__PERMUTE_WELCH,
                                        BSH__PERMUTE_BRUNNER};
    static const double        exact[] = {8560. / 184756, 8560. / 184756, 7950. / 184756};
    for (unsigned i = 0; i < 3; ++i) {
        bsh__permutation const result = permuted(SAMPLE(a), SAMPLE(b), all[i]);
        double const           reach = 4 * sqrt(exact[i] * (1 - exact[i]) / 9999);
        assert_true(!result.is_exact && result.n_permutations == 9999);
        assert_within(result.p, exact[i] - reach, exact[i] + reach);
        assert_true(permuted(SAMPLE(a), SAMPLE(b), all[i]).p == result.p);
    }
    bsh__permutation      other;
    bsh__resampling const how = draws(9999, key_2);
    (void) bsh__permute(&other, SAMPLE(a), SAMPLE(b), BSH__PERMUTE_DIFF, &how, &error);
    assert_true(other.p != permuted(SAMPLE(a), SAMPLE(b), BSH__PERMUTE_DIFF).p);
}

/* No drawn labelling reaches it: 1/(B + 1), not 0. */
static void drawn_p_is_never_0(void **state)
{
    (void) state;
    double values[60];
    for (unsigned i = 0; i < 60; ++i) {
        values[i] = i;
    }
    bsh__sample const a = {values, 30};
    bsh__sample const b = {values + 30, 30};
    assert_close(permuted(a, b, BSH__PERMUTE_WELCH).p, 1e-4, 1e-14);
    assert_close(permuted(a, b, BSH__PERMUTE_BRUNNER).p, 1e-4, 1e-14);
    assert_close(permuted(a, b, BSH__PERMUTE_DIFF).p_less, 1e-4, 1e-14);
}

/* Near 1e9 and near 0, in fractions: squares less the square of the mean lose every digit. */
static void variance_far_from_the_median_keeps_its_digits(void **state)
{
    (void) state;
    double a[30];
    double b[40];
    for (unsigned i = 0; i < 30; ++i) {
        a[i] = 1e9 + i * i % 17;
    }
    for (unsigned i = 0; i < 40; ++i) {
        b[i] = i * 7 % 13;
    }
    bsh__sort_values(a, 30);
    bsh__sort_values(b, 40);
    assert_close(permuted(SAMPLE(a), SAMPLE(b), BSH__PERMUTE_WELCH).statistic,
                 823807033.3942755, 1e-9);
    assert_close(permuted(SAMPLE(b), SAMPLE(a), BSH__PERMUTE_WELCH).statistic,
                 -823807033.3942755, 1e-9);
}

/* ---- max-T */

static const double three_measures[3][12] = {
    {-1.01, -0.09, -0.34, -0.99, 0.18, 1.09, 3.49, 0.07, 2.29, -1.3, 2, 2.15},
    {-1.26, -0.27, 0.43, -1.16, -0.07, 0.75, 0.79, -0.41, -0.13, -2.05, -0.54, 1.04},
    {1.76, -0.29, -0.25, -0.26, -0.07, 0.99, -1.77, -1.89, 0, 0.59, -0.14, -1.03}};

static void step_down(bsh__max_t *out, const double *values, size_t n_measures, size_t n_a,
                      size_t n_b)
{
    bsh__measures const   measures = {values, n_measures, n_a, n_b};
    bsh__resampling const how = draws(9999, key_1);
    assert_int_equal(bsh__max_t_adjust(out, &measures, &how, &error), BSH_OK);
}

/* Case max_t/three_measures: all 924 labellings in R. */
static void step_down_is_that_of_all_labellings(void **state)
{
    (void) state;
    static const double raw[] = {0.07142857142857142, 0.9372294372294372, 0.1038961038961039};
    static const double single[] = {0.15367965367965367, 1, 0.23376623376623376};
    static const double step[] = {0.15367965367965367, 0.9372294372294372, 0.19264069264069264};
    double              p[4][3];
    bsh__max_t          result = {p[0], p[1], p[2], p[3], 0, false};
    step_down(&result, three_measures[0], 3, 6, 6);
    assert_true(result.is_exact && result.n_permutations == 924);
    assert_close(p[0][0], 2.1071416396371054, 1e-12);
    for (unsigned i = 0; i < 3; ++i) {
        assert_close(p[1][i], raw[i], 1e-14);
        assert_close(p[2][i], single[i], 1e-14);
        assert_close(p[3][i], step[i], 1e-14);
    }
}

/* A measure beside that nobody can test changes nothing; missing values are left out. */
static void untestable_measures_are_left_out(void **state)
{
    (void) state;
    double     values[4][12];
    double     p[4];
    double     raw[4];
    bsh__max_t result = {NULL, raw, NULL, p, 0, false};
    memcpy(values, three_measures, sizeof three_measures);
    for (unsigned i = 0; i < 12; ++i) {
        values[1][i] = i < 6 ? .1 : .7; // constant in each outlet
        values[3][i] = i < 5 ? (double) NAN : i;
    }
    values[2][3] = values[2][7] = (double) NAN;
    step_down(&result, values[0], 4, 6, 6);
    assert_true(isnan(p[1]) && isnan(raw[1]) && isnan(p[3]) && isnan(raw[3]));
    assert_close(raw[0], 0.07142857142857142, 1e-14);
    assert_true(p[0] >= raw[0] && p[2] >= raw[2] && p[2] <= 1);
    step_down(&result, values[0], 4, 1, 6);
    assert_true(isnan(p[0]) && isnan(result.n_permutations));
}

/* One measure: Welch's t by permutation; also where the smaller outlet is the second. */
static void max_t_of_one_measure_is_its_permutation(void **state)
{
    (void) state;
    double     p;
    double     pooled[13];
    bsh__max_t result = {NULL, NULL, NULL, &p, 0, false};
    memcpy(pooled, fk_a, sizeof fk_a);
    memcpy(pooled + 7, fk_b, sizeof fk_b);
    step_down(&result, pooled, 1, 7, 6);
    assert_close(p, 0.038461538461538464, 1e-14);
}

/* Every labelling has the one 5 on a side, |t| = 1; of the weaker measure 38 of 70 labellings
 * reach the .686 it has. */
static void weaker_measure_has_no_smaller_p(void **state)
{
    (void) state;
    static const double values[2][8] = {{0, 5, 0, 0, 0, 0, 0, 0}, {3, 0, 4, 0, 1, 1, 4, 5}};
    double              p[3][2];
    bsh__max_t          result = {p[0], p[1], NULL, p[2], 0, false};
    step_down(&result, values[0], 2, 4, 4);
    assert_close(p[0][1], 0.6859943405700353, 1e-12);
    assert_close(p[1][1], 38. / 70, 1e-14);
    assert_true(p[1][0] == 1 && p[2][0] == 1 && p[2][1] == 1);
}

/* ---- bootstrap */

static const double eight[] = {3, 5, 8, 9, 14, 21, 22, 40.5};
static const double nine[] = {1, 2, 2, 4, 7, 9, 11, 12, 13};

/* The formula once more in another language, with a jackknife that leaves each value out. */
static void bca_is_that_of_the_jackknife(void **state)
{
    (void) state;
    enum { N = 199 };
    double          values[N];
    double const    estimate = 15.3125 - 61. / 9;
    bsh__bootstrap  result;
    bsh__replicates replicates = {values, N, estimate};
    for (unsigned i = 0; i < N; ++i) {
        double const scattered = i * 37 % 199;
        values[i] = estimate + (scattered - 96) / 16 + scattered / 40 * (scattered / 40) / 8;
    }
    bsh__bca(&result, &replicates, SAMPLE(eight), SAMPLE(nine), .95);
    assert_int_equal(result.status, BSH_TEST_OK);
    assert_close(result.z0, -0.1581077938013064, 1e-9);
    assert_close(result.a, 0.051229000453462195, 1e-12);
    assert_close(result.alpha_low, 0.019280029859528203, 1e-9);
    assert_close(result.alpha_high, 0.966149148000603, 1e-9);
    assert_close(result.ci_low, 2.77446275746711, 1e-9);
    assert_close(result.ci_high, 17.34979874822013, 1e-9);
    assert_close(result.percentile_low, 2.8460151909722216, 1e-12);
    assert_close(result.percentile_high, 17.51193706597222, 1e-12);
}

static void replicates_on_one_side_give_no_bca_interval(void **state)
{
    (void) state;
    double          values[] = {5, 4, 3, 2, 1};
    bsh__bootstrap  result;
    bsh__replicates replicates = {values, 5, 9};
    bsh__bca(&result, &replicates, SAMPLE(eight), SAMPLE(nine), .95);
    assert_int_equal(result.status, BSH_TEST_DEGENERATE);
    assert_true(isnan(result.ci_low) && isnan(result.z0) && isnan(result.alpha_high));
    assert_close(result.percentile_low, 1.1, 1e-12);
}

/* One value of 1e6 among ninety-nine of 0 or 1: the acceleration is at its bound of 1/6, and
 * the interval leans to the outlier's side. */
static void outlier_accelerates_the_interval(void **state)
{
    (void) state;
    double         values[100];
    bsh__bootstrap result;
    for (unsigned i = 0; i < 100; ++i) {
        values[i] = i < 50 ? 0 : i < 99 ? 1 : 1e6;
    }
    bsh__resampling const how = draws(999, key_1);
    assert_int_equal(
        bsh__bootstrap_mean(&result, SAMPLE(values), SAMPLE(nine), &how, .95, &error), BSH_OK);
    assert_int_equal(result.status, BSH_TEST_OK);
    assert_within(result.a, .16, 1. / 6);
    assert_true(result.ci_high > result.percentile_high);
}

/* Standard error of the resampled means: sqrt(sum of squared deviations / n^2, both outlets).
 */
static void resampled_means_scatter_as_they_should(void **state)
{
    (void) state;
    enum { N = 20000 };
    double         *values = calloc(N, sizeof *values);
    bsh__replicates replicates = {values, N, 0};
    double const    of_a = bsh__squared_deviations(SAMPLE(eight), 15.3125) / 64;
    double const    of_b = bsh__squared_deviations(SAMPLE(nine), 61. / 9) / 81;
    bsh__resample_means(&replicates, SAMPLE(eight), SAMPLE(nine), key_1);
    bsh__sample const drawn = {values, N};
    double const      error_of_mean = sqrt((of_a + of_b) / N);
    assert_close(replicates.estimate, 15.3125 - 61. / 9, 1e-14);
    assert_within(bsh__mean(drawn) - replicates.estimate, -4 * error_of_mean,
                  4 * error_of_mean);
    bsh__sort_values(values, N);
    assert_close(bsh__variance(drawn), of_a + of_b, .05);
    free(values);
}

/* The median of 9 drawn from 9 is at most the k-th value with the probability that 5 or more of
 * 9 tosses of k/9 succeed; of 8, both middle ones count. */
static void resampled_medians_have_the_binomial_distribution(void **state)
{
    (void) state;
    enum { N = 20000 };
    static const double twenties[] = {20, 20, 20, 20, 20, 20, 20, 20};
    static const double below[] = {0.14484580602550426, 0.3655069053407755, 0.6344930946592244};
    static const double steps[] = {1, 2, 3, 4, 5, 6, 7, 8, 9};
    double             *values = calloc(N, sizeof *values);
    bsh__replicates     replicates = {values, N, 0};
    assert_true(
        bsh__resample_medians(&replicates, SAMPLE(steps), SAMPLE(twenties), key_1, memory()));
    assert_true(replicates.estimate == -15);
    for (unsigned k = 0; k < 3; ++k) {
        double n_below = 0;
        for (unsigned i = 0; i < N; ++i) {
            n_below += values[i] <= k + 3 - 20. ? 1 : 0;
        }
        double const reach = 4 * sqrt(N * below[k] * (1 - below[k]));
        assert_within(n_below - N * below[k], -reach, reach);
    }
    free(values);
}

static void middle_of_an_even_number_is_halved(void **state)
{
    (void) state;
    static const double tens[] = {10, 10, 10, 10, 10, 30, 30, 30, 30, 30};
    static const double zeros[] = {0, 0, 0};
    double              values[400];
    bsh__replicates     replicates = {values, 400, 0};
    unsigned            n_halved = 0;
    assert_true(
        bsh__resample_medians(&replicates, SAMPLE(tens), SAMPLE(zeros), key_1, memory()));
    for (unsigned i = 0; i < 400; ++i) {
        assert_true(values[i] == 10 || values[i] == 20 || values[i] == 30);
        n_halved += values[i] == 20 ? 1 : 0;
    }
    assert_within(n_halved, 98 - 35, 98 + 35); // five of ten: C(10, 5)/1024 = .246
}

static bsh__bootstrap bootstrapped(bsh__sample a, bsh__sample b, bool is_median)
{
    bsh__resampling const how = draws(999, key_1);
    bsh__bootstrap        result;
    bsh_status const      status = is_median
                                       ? bsh__bootstrap_median(&result, a, b, &how, .95, &error)
                                       : bsh__bootstrap_mean(&result, a, b, &how, .95, &error);
    assert_int_equal(status, BSH_OK);
    return result;
}

static void fewer_than_eight_articles_have_no_bootstrap(void **state)
{
    (void) state;
    bsh__sample const seven = {nine, 7};
    for (unsigned is_median = 0; is_median < 2; ++is_median) {
        bsh__bootstrap const few = bootstrapped(SAMPLE(eight), seven, is_median != 0);
        assert_int_equal(few.status, BSH_TEST_TOO_FEW);
        assert_true(isnan(few.estimate) && isnan(few.percentile_low));
        bsh__bootstrap const enough = bootstrapped(SAMPLE(eight), SAMPLE(nine), is_median != 0);
        assert_int_equal(enough.status, BSH_TEST_OK);
        assert_true(enough.percentile_low < enough.estimate &&
                    enough.estimate < enough.percentile_high);
        assert_true(isnan(enough.ci_low) == (is_median != 0));
    }
}

static void constant_outlets_have_no_bootstrap(void **state)
{
    (void) state;
    static const double ones[] = {.1, .1, .1, .1, .1, .1, .1, .1};
    bsh__bootstrap      result = bootstrapped(SAMPLE(ones), SAMPLE(ones), false);
    assert_int_equal(result.status, BSH_TEST_NO_VARIANCE);
    assert_true(isnan(result.ci_low) && isnan(result.percentile_low));
    result = bootstrapped(SAMPLE(ones), SAMPLE(nine), false);
    assert_int_equal(result.status, BSH_TEST_OK);
}

/* ---- memory */

static bsh_status do_everything(const bsh_allocator *allocator)
{
    bsh__permutation      permutation;
    bsh__bootstrap        bootstrap;
    double                p[3];
    bsh__max_t            max_t = {p, NULL, NULL, NULL, 0, false};
    bsh__resampling const how = {99, key_1, allocator};
    bsh__measures const   measures = {three_measures[0], 3, 6, 6};
    BSH_TRY(bsh__permute(&permutation, SAMPLE(fk_a), SAMPLE(fk_b), BSH__PERMUTE_BRUNNER, &how,
                         &error));
    BSH_TRY(bsh__max_t_adjust(&max_t, &measures, &how, &error));
    BSH_TRY(bsh__bootstrap_mean(&bootstrap, SAMPLE(eight), SAMPLE(nine), &how, .95, &error));
    return bsh__bootstrap_median(&bootstrap, SAMPLE(eight), SAMPLE(nine), &how, .95, &error);
}

static void memory_may_run_out_anywhere(void **state)
{
    (void) state;
    assert_int_equal(test_allocator_try(do_everything), 14);
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(means_are_permuted_exactly),
        cmocka_unit_test(welch_t_is_permuted_exactly),
        cmocka_unit_test(brunner_munzel_is_permuted_exactly),
        cmocka_unit_test(complete_separation_has_an_exact_p),
        cmocka_unit_test(sides_exchanged_change_the_sign_alone),
        cmocka_unit_test(permutation_of_too_little_is_not_given),
        cmocka_unit_test(drawn_labellings_come_near_all_of_them),
        cmocka_unit_test(drawn_p_is_never_0),
        cmocka_unit_test(variance_far_from_the_median_keeps_its_digits),
        cmocka_unit_test(step_down_is_that_of_all_labellings),
        cmocka_unit_test(untestable_measures_are_left_out),
        cmocka_unit_test(max_t_of_one_measure_is_its_permutation),
        cmocka_unit_test(weaker_measure_has_no_smaller_p),
        cmocka_unit_test(bca_is_that_of_the_jackknife),
        cmocka_unit_test(replicates_on_one_side_give_no_bca_interval),
        cmocka_unit_test(outlier_accelerates_the_interval),
        cmocka_unit_test(resampled_means_scatter_as_they_should),
        cmocka_unit_test(resampled_medians_have_the_binomial_distribution),
        cmocka_unit_test(middle_of_an_even_number_is_halved),
        cmocka_unit_test(fewer_than_eight_articles_have_no_bootstrap),
        cmocka_unit_test(constant_outlets_have_no_bootstrap),
        cmocka_unit_test(memory_may_run_out_anywhere),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
