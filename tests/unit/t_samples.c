#include "tests/t.h"

#include <gsl/gsl_errno.h>

#include "stats/describe_sample.h"
#include "tests/sample_values.h"

/* Where no other source is named, reference values are R 4.2.2's (t.test, var.test,
 * oneway.test, anova, car::leveneTest), as in tests/tools/stat-oracles.json. */

/* ---- samples */

static void sorting_makes_one_zero_of_two(void **state)
{
    (void) state;
    double values[] = {3, 0.0, -0.0, -2};
    bsh__sort_values(values, 4);
    assert_exactly(values[0], -2);
    assert_false(signbit(values[1]) || signbit(values[2]));
    assert_exactly(values[3], 3);
}

static void quantiles_of_equal_values_are_that_value(void **state)
{
    (void) state;
    numbers           room;
    bsh__sample const sample = SAMPLE(room, 1.1, 1.1, 1.1, 1.1, 1.1, 1.1);
    for (double share = 0; share <= 1; share += 0.0625) {
        assert_exactly(bsh__quantile(sample, share), 1.1);
    }
    assert_none(bsh__quantile((bsh__sample){NULL, 0}, 0.5));
}

/* By hand: type 7 of n values stands at share (n - 1). */
static void quantiles_lie_between_their_neighbours(void **state)
{
    (void) state;
    numbers           room;
    bsh__sample const sample = SAMPLE(room, 10, 20, 40, 80);
    assert_exactly(bsh__quantile(sample, 0), 10);
    assert_exactly(bsh__quantile(sample, 0.25), 17.5);
    assert_exactly(bsh__quantile(sample, 0.5), 30);
    assert_exactly(bsh__quantile(sample, 1), 80);
}

static void the_variance_of_equal_values_is_nothing(void **state)
{
    (void) state;
    numbers     room;
    bsh__sample sample = SAMPLE(room, 0.1, 0.1, 0.1);
    assert_exactly(bsh__mean(sample), 0.1);
    assert_exactly(bsh__variance(sample), 0);
    assert_true(bsh__is_constant(sample));
    sample.n = 1;
    assert_none(bsh__variance(sample));
    sample.n = 0;
    assert_none(bsh__variance(sample));
    assert_true(bsh__is_constant(sample));
}

/* By hand: mean 2, squared deviations 1 + 4 + 1 over 3. */
static void an_offset_of_a_billion_costs_no_digit_of_the_variance(void **state)
{
    (void) state;
    numbers           room;
    bsh__sample const sample = SAMPLE(room, 1e9 + 1, 1e9 + 4, 1e9 + 1, 1e9 + 2);
    assert_value(bsh__mean(sample), 1e9 + 2);
    assert_value(bsh__variance(sample), 2);
}

/* Neighbours of 1e15 are an eighth apart: the mean of a third more is off by .04. */
static void a_mean_between_two_doubles_does_not_widen_the_variance(void **state)
{
    (void) state;
    numbers           room;
    bsh__sample const sample = SAMPLE(room, 1e15, 1e15, 1e15 + 1);
    assert_value(bsh__variance(sample), 1.0 / 3);
}

static void trimming_takes_the_same_number_from_both_ends(void **state)
{
    (void) state;
    numbers           room;
    bsh__sample const sample = SAMPLE(room, 1, 2, 3, 4, 5, 6, 7, 8, 9);
    bsh__sample const kept = bsh__trimmed(sample, 0.25);
    assert_int_equal(kept.n, 5);
    assert_exactly(kept.values[0], 3);
    assert_int_equal(bsh__trimmed(sample, 0).n, 9);
    assert_int_equal(bsh__trimmed(sample, 0.1).n, 9);
    assert_int_equal(bsh__trimmed(sample, 0.5).n, 0);
    assert_int_equal(bsh__trimmed(sample, (double) NAN).n, 0);
}

static void handler_of_this_test(const char *reason, const char *file, int line, int code)
{
    fail_msg("%s %s %d %d", reason, file, line, code);
}

static void the_error_handler_of_the_host_comes_back(void **state)
{
    (void) state;
    gsl_error_handler_t *const before = gsl_set_error_handler(handler_of_this_test);
    bsh__gsl_begin();
    bsh__gsl_begin();
    gsl_error("not to be heard", __FILE__, __LINE__, GSL_EDOM);
    bsh__gsl_end();
    gsl_error("nor inside the outer one", __FILE__, __LINE__, GSL_EDOM);
    bsh__gsl_end();
    assert_ptr_equal(gsl_set_error_handler(before), handler_of_this_test);
}

static void names_are_those_of_the_outputs(void **state)
{
    (void) state;
    assert_string_equal(bsh_test_status_name(BSH_TEST_OK), "ok");
    assert_string_equal(bsh_test_status_name(BSH_TEST_DF_BELOW_2), "df_below_2");
    assert_string_equal(bsh_test_status_name(BSH_TEST_STATUS_COUNT), "");
    assert_string_equal(bsh_adjust_name(BSH_ADJUST_HOLM), "holm");
    assert_string_equal(bsh_adjust_name(BSH_ADJUST_COUNT), "");
}

/* ---- description */

static void a_sample_is_described(void **state)
{
    (void) state;
    numbers         room;
    bsh_description out;
    bsh__describe(&out,
                  SAMPLE(room, 0, 0, 0, 0, 12.5, 18.2, 22.1, 0, 31, 7.7, 0, 14.9, 25, 0, 3.3),
                  4, 0.95);
    assert_exactly(out.n, 15);
    assert_exactly(out.missing, 4);
    assert_value(out.sum, 134.7);
    assert_value(out.mean, 8.98);
    assert_value(out.sd, 10.83804146777188);
    assert_value(out.se, 2.798370274012392);
    assert_value(out.mean_ci_low, 2.9780926884333256);
    assert_value(out.mean_ci_high, 14.981907311566676);
    assert_exactly(out.min, 0);
    assert_exactly(out.p10, 0);
    assert_value(out.q3, 16.55);
    assert_value(out.p90, 23.84);
    assert_value(out.p95, 26.8);
    assert_exactly(out.max, 31);
    assert_value(out.mad, 4.892587321068486);
    assert_value(out.trimmed_mean_20, 6.288888888888889);
    assert_value(out.cv, 1.206908849417804);
    assert_value(out.skew_G1, 0.8304301523027579);
    assert_value(out.kurtosis_G2, -0.6967447096578309);
}

static void nothing_is_said_of_no_values(void **state)
{
    (void) state;
    bsh_description out;
    bsh__describe(&out, (bsh__sample){NULL, 0}, 3, 0.95);
    assert_exactly(out.n, 0);
    assert_exactly(out.missing, 3);
    assert_none(out.sum);
    assert_none(out.mean);
    assert_none(out.median);
    assert_none(out.mad);
    assert_none(out.trimmed_mean_20);
    assert_none(out.var);
}

static void one_value_has_a_middle_and_no_spread(void **state)
{
    (void) state;
    numbers         room;
    bsh_description out;
    bsh__describe(&out, SAMPLE(room, 42.5), 0, 0.95);
    assert_exactly(out.mean, 42.5);
    assert_exactly(out.p95, 42.5);
    assert_exactly(out.mad, 0);
    assert_none(out.sd);
    assert_none(out.mean_ci_low);
    assert_none(out.cv);
    assert_none(out.skew_G1);
}

static void skewness_needs_three_values_and_kurtosis_four(void **state)
{
    (void) state;
    numbers         room;
    bsh_description out;
    bsh__describe(&out, SAMPLE(room, 8.1, 12.4, 9.9), 0, 0.95);
    assert_value(out.skew_G1, 0.4805525074652472);
    assert_none(out.kurtosis_G2);
    bsh__describe(&out, SAMPLE(room, 0.1, 0.7, 0.1), 0, 0.95);
    assert_value(out.skew_G1, 1.7320508075688772); // sqrt(3), by hand
    bsh__describe(&out, SAMPLE(room, 10, 14.5), 0, 0.95);
    assert_none(out.skew_G1);
    assert_value(out.sd, 3.181980515339464); // 4.5 / sqrt(2)
}

static void equal_values_have_spread_nothing_and_no_shape(void **state)
{
    (void) state;
    numbers         room;
    bsh_description out;
    bsh__describe(&out, SAMPLE(room, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1), 0, 0.95);
    assert_exactly(out.mean, 0.1);
    assert_exactly(out.sd, 0);
    assert_exactly(out.iqr, 0);
    assert_exactly(out.mad, 0);
    assert_exactly(out.mean_ci_low, 0.1);
    assert_exactly(out.mean_ci_high, 0.1);
    assert_none(out.skew_G1);
    assert_none(out.kurtosis_G2);
}

static void a_mean_of_zero_has_no_coefficient_of_variation(void **state)
{
    (void) state;
    numbers         room;
    bsh_description out;
    bsh__describe(&out, SAMPLE(room, -1, 1, -2, 2), 0, 0.95);
    assert_exactly(out.mean, 0);
    assert_none(out.cv);
}

/* By sorting the deviations, which the code does not. */
static double plain_median_deviation(bsh__sample sample, double median)
{
    numbers room;
    for (size_t i = 0; i < sample.n; ++i) {
        room.values[i] = fabs(sample.values[i] - median);
    }
    return bsh__quantile(sample_of(&room, room.values, sample.n), 0.5);
}

static void the_median_deviation_is_that_of_sorted_deviations(void **state)
{
    (void) state;
    uint32_t draw = 7;
    for (size_t n = 1; n < MOST_VALUES; ++n) {
        numbers room;
        for (size_t i = 0; i < n; ++i) {
            draw = draw * 1664525u + 1013904223u;
            room.values[i] = (double) (draw >> 24) / (n % 3 == 0 ? 64 : 1);
        }
        bsh__sort_values(room.values, n);
        bsh__sample const sample = {room.values, n};
        bsh_description   out;
        bsh__describe(&out, sample, 0, 0.95);
        assert_exactly(out.mad_raw, plain_median_deviation(sample, out.median));
    }
}

/* ---- moments and ratios */

static void moments_of_parts_are_moments_of_the_whole(void **state)
{
    (void) state;
    numbers      room;
    bsh__moments whole;
    bsh__moments_of(&whole, sample_of(&room, harbour, 7));
    bsh__moments merged = {0};
    bsh__moments part;
    bsh__moments_of(&part, SAMPLE(room, 9.87, 11.42));
    bsh__moments_merge(&merged, &part);
    assert_memory_equal(&merged, &part, sizeof merged);
    bsh__moments_of(&part, SAMPLE(room, 12.05));
    bsh__moments_merge(&merged, &part);
    bsh__moments_of(&part, (bsh__sample){NULL, 0});
    bsh__moments_merge(&merged, &part);
    bsh__moments_of(&part, SAMPLE(room, 8.64, 13.77, 10.91, 14.28));
    bsh__moments_merge(&merged, &part);
    assert_exactly(merged.n, 7);
    assert_value(merged.mean, whole.mean);
    assert_value(merged.m2, whole.m2);
    assert_value(merged.m3, whole.m3);
    assert_value(merged.m4, whole.m4);
}

/* By hand: the mean is 3, the deviations -2, -1, 3. */
static void moments_are_sums_of_powers(void **state)
{
    (void) state;
    numbers      room;
    bsh__moments out;
    bsh__moments_of(&out, SAMPLE(room, 1, 2, 6));
    assert_exactly(out.mean, 3);
    assert_exactly(out.m2, 14);
    assert_exactly(out.m3, 18);
    assert_exactly(out.m4, 98);
    bsh__moments nothing = {0};
    bsh__moments_merge(&nothing, &(bsh__moments){0});
    assert_exactly(nothing.mean, 0);
}

/* Errors in fractions, by hand: R = 13/19, the mean of ratios 7/10. */
static void a_ratio_of_totals_is_no_mean_of_ratios(void **state)
{
    (void) state;
    static const double num[] = {1, 2, 3, 7};
    static const double den[] = {2, 2, 5, 10};
    bsh__ratio          out;
    bsh__ratio_of_totals(&out, num, den, 4, 0.95);
    assert_int_equal(out.status, BSH_TEST_OK);
    assert_value(out.ratio_of_totals, 13.0 / 19);
    assert_value(out.mean_of_ratios, 0.7);
    assert_value(out.se_linear, 0.05216785555614232);
    assert_value(out.se_jackknife, 0.047906530466350336);
    double const reach = 3.182446305283710 * 0.05216785555614232; // t(.975, 3) of tables
    assert_value(out.ci_low, 13.0 / 19 - reach);
    assert_value(out.ci_high, 13.0 / 19 + reach);
}

static void one_case_has_a_ratio_without_error(void **state)
{
    (void) state;
    static const double num[] = {1};
    static const double den[] = {4};
    bsh__ratio          out;
    bsh__ratio_of_totals(&out, num, den, 1, 0.95);
    assert_int_equal(out.status, BSH_TEST_TOO_FEW);
    assert_exactly(out.ratio_of_totals, 0.25);
    assert_none(out.se_linear);
    bsh__ratio_of_totals(&out, num, den, 0, 0.95);
    assert_int_equal(out.status, BSH_TEST_TOO_FEW);
    assert_none(out.ratio_of_totals);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(sorting_makes_one_zero_of_two),
        cmocka_unit_test(quantiles_of_equal_values_are_that_value),
        cmocka_unit_test(quantiles_lie_between_their_neighbours),
        cmocka_unit_test(the_variance_of_equal_values_is_nothing),
        cmocka_unit_test(an_offset_of_a_billion_costs_no_digit_of_the_variance),
        cmocka_unit_test(a_mean_between_two_doubles_does_not_widen_the_variance),
        cmocka_unit_test(trimming_takes_the_same_number_from_both_ends),
        cmocka_unit_test(the_error_handler_of_the_host_comes_back),
        cmocka_unit_test(names_are_those_of_the_outputs),
        cmocka_unit_test(a_sample_is_described),
        cmocka_unit_test(nothing_is_said_of_no_values),
        cmocka_unit_test(one_value_has_a_middle_and_no_spread),
        cmocka_unit_test(skewness_needs_three_values_and_kurtosis_four),
        cmocka_unit_test(equal_values_have_spread_nothing_and_no_shape),
        cmocka_unit_test(a_mean_of_zero_has_no_coefficient_of_variation),
        cmocka_unit_test(the_median_deviation_is_that_of_sorted_deviations),
        cmocka_unit_test(moments_of_parts_are_moments_of_the_whole),
        cmocka_unit_test(moments_are_sums_of_powers),
        cmocka_unit_test(a_ratio_of_totals_is_no_mean_of_ratios),
        cmocka_unit_test(one_case_has_a_ratio_without_error),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
