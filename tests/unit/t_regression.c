#include "tests/t.h"

#include "stats/regression.h"
#include "tests/allocator.h"

static bsh_error error;

static const bsh_allocator *memory(void)
{
    static test_allocator plenty;
    test_allocator_init(&plenty, 0);
    return &plenty.allocator;
}

/* Relative. */
static void assert_close(double value, double expected, double tolerance)
{
    assert_true(fabs(value - expected) <= tolerance * fabs(expected));
}

/* Case length_adjusted/30 of the reference cases (matrix formulas in R). */
enum { N = 30 };
static const double   y30[N] = {42.497, 43.623, 36.099, 42.553, 38.658, 44.317, 47.086, 40.925,
                                34.252, 43.849, 38.478, 46.042, 41.751, 39.905, 38.876, 33.374,
                                46.132, 43.224, 44.13,  46.068, 38.269, 42.415, 44.662, 43.278,
                                44.354, 50.145, 37.905, 38.519, 40.139, 47.971};
static const double   words30[N] = {224, 453, 759, 198,  761, 418,  119, 557, 1426, 516,
                                    558, 110, 389, 1032, 668, 1157, 236, 460, 297,  244,
                                    466, 565, 146, 173,  241, 190,  452, 923, 277,  144};
static const uint32_t clusters30[N] = {3, 2, 7, 4, 3, 5, 7, 6, 5, 8, 5, 5, 6, 5, 7,
                                       6, 8, 4, 5, 8, 5, 1, 7, 6, 2, 5, 4, 6, 5, 6};

/* The outlets take turns. */
static void fill_cases(bsh__case *cases, double offset)
{
    for (unsigned i = 0; i < N; ++i) {
        cases[i] = (bsh__case){y30[i] + offset, words30[i], clusters30[i], i % 2 == 1};
    }
}

static bsh__length_fit fit_of(const bsh__case *cases, size_t n, bool has_clusters)
{
    bsh__length_fit fit;
    assert_int_equal(bsh__length_adjusted(&fit, cases, n, has_clusters, memory(), &error),
                     BSH_OK);
    return fit;
}

static void length_is_adjusted_as_by_matrix_formulas(void **state)
{
    (void) state;
    bsh__case cases[N];
    fill_cases(cases, 0);
    bsh__length_fit const fit = fit_of(cases, N, true);
    assert_int_equal(fit.status, BSH_TEST_OK);
    assert_close(fit.coef[0], 68.75424872083613, 1e-12);
    assert_close(fit.coef[1], 2.145985874026122, 1e-12);
    assert_close(fit.coef[2], -4.695857134951439, 1e-12);
    assert_close(fit.se[0], 3.3521736116474514, 1e-12);
    assert_close(fit.t[1], 2.809539349578193, 1e-12);
    assert_close(fit.p[0], 5.372915736045076e-18, 1e-9);
    assert_close(fit.se_hc3[0], 4.042309816450925, 1e-12);
    assert_close(fit.p_hc3[1], 0.013580128418362378, 1e-9);
    assert_close(fit.se_cr1[2], 0.35695574462275215, 1e-12);
    assert_close(fit.t_cr1[1], 2.4933274606412352, 1e-12);
    assert_close(fit.p_cr1[1], 0.04139446265605512, 1e-9);
    assert_close(fit.sigma, 2.091750784447249, 1e-12);
    assert_close(fit.r2, 0.7457933291821002, 1e-12);
    assert_true(fit.df == 27 && fit.n_clusters == 8);
}

/* Normal equations in 50 decimal digits; in doubles X'X would leave none of the variance. */
static void values_near_a_thousand_million_keep_their_digits(void **state)
{
    (void) state;
    static const double y[] = {3, 8, 1, 9, 4, 7, 2, 6, 12, 5};
    static const double words[] = {120, 300, 80, 450, 200, 310, 90, 250, 700, 180};
    bsh__case           cases[10];
    for (unsigned i = 0; i < 10; ++i) {
        cases[i] = (bsh__case){1e9 + y[i], words[i], 0, i >= 5};
    }
    bsh__length_fit const fit = fit_of(cases, 10, false);
    assert_close(fit.coef[0], 999999979.791327, 1e-14);
    assert_close(fit.coef[1], 0.22880002171107397, 1e-12);
    assert_close(fit.coef[2], 4.796012654772307, 1e-12);
    assert_close(fit.se[1], 0.4415387146772848, 1e-12);
    assert_close(fit.se_hc3[1], 0.5021164427603362, 1e-12);
    assert_true(isnan(fit.n_clusters) && isnan(fit.se_cr1[1]) && isnan(fit.p_cr1[1]));
}

static void one_cluster_gives_no_clustered_error(void **state)
{
    (void) state;
    bsh__case cases[N];
    fill_cases(cases, 0);
    for (unsigned i = 0; i < N; ++i) {
        cases[i].cluster = 4;
    }
    bsh__length_fit const fit = fit_of(cases, N, true);
    assert_int_equal(fit.status, BSH_TEST_OK);
    assert_true(fit.n_clusters == 1 && isnan(fit.se_cr1[1]) && isfinite(fit.se_hc3[1]));
}

static void articles_without_words_are_left_out_of_the_fit(void **state)
{
    (void) state;
    bsh__case cases[N + 1];
    fill_cases(cases, 0);
    cases[N] = (bsh__case){0, 0, 1, true};
    bsh__length_fit const fit = fit_of(cases, N + 1, true);
    assert_close(fit.coef[1], 2.145985874026122, 1e-12);
    assert_true(fit.df == 27);
}

static void fit_of_too_little_is_not_given(void **state)
{
    (void) state;
    bsh__case cases[N];
    fill_cases(cases, 0);
    assert_int_equal(fit_of(cases, 0, true).status, BSH_TEST_TOO_FEW);
    assert_int_equal(fit_of(cases, 1, true).status, BSH_TEST_TOO_FEW);
    assert_int_equal(fit_of(cases, 3, true).status, BSH_TEST_TOO_FEW); // 2 of A, 1 of B
    assert_true(isnan(fit_of(cases, 3, true).coef[1]));
    assert_int_equal(fit_of(cases, 4, true).status, BSH_TEST_OK);
    for (unsigned i = 0; i < N; ++i) {
        cases[i].words = cases[i].is_b ? 300 : 400;
    }
    assert_int_equal(fit_of(cases, N, true).status, BSH_TEST_NO_VARIANCE);
    fill_cases(cases, 0);
    for (unsigned i = 0; i < N; ++i) {
        cases[i].y = cases[i].is_b ? .1 : .3;
    }
    assert_int_equal(fit_of(cases, N, true).status, BSH_TEST_NO_VARIANCE);
}

static void fit_without_residuals_has_no_test(void **state)
{
    (void) state;
    bsh__case cases[N];
    fill_cases(cases, 0);
    for (unsigned i = 0; i < N; ++i) {
        cases[i].y = 2 * log(cases[i].words) + (cases[i].is_b ? 5 : 0);
    }
    bsh__length_fit const fit = fit_of(cases, N, true);
    assert_int_equal(fit.status, BSH_TEST_DEGENERATE);
    assert_close(fit.coef[1], 5, 1e-12);
    assert_true(isnan(fit.t[1]) && isnan(fit.p_hc3[1]));
}

/* The one article of another length alone decides the slope. */
static void article_that_decides_alone_has_no_hc3(void **state)
{
    (void) state;
    static const bsh__case cases[] = {{3, 200, 0, false}, {5, 200, 0, false},
                                      {4, 300, 0, true},  {9, 300, 0, true},
                                      {6, 300, 0, true},  {8, 700, 0, false}};
    bsh__length_fit const  fit = fit_of(cases, 6, false);
    assert_int_equal(fit.status, BSH_TEST_DEGENERATE);
    assert_true(isfinite(fit.se[1]) && isnan(fit.se_hc3[1]) && isnan(fit.p_hc3[1]));
}

/* ---- robust */

/* MASS::rlm with psi.bisquare, run to its rest (case robust_length_adjusted/30). */
static void robust_fit_is_that_of_the_field(void **state)
{
    (void) state;
    bsh__case       cases[N];
    double          coef[3];
    bsh_test_status status;
    fill_cases(cases, 0);
    assert_int_equal(bsh__robust_length_adjusted(coef, &status, cases, N, memory(), &error),
                     BSH_OK);
    assert_int_equal(status, BSH_TEST_OK);
    assert_close(coef[0], 67.82046402628556, 1e-7);
    assert_close(coef[1], 2.6323037201295345, 1e-7);
    assert_close(coef[2], -4.546494923566483, 1e-7);
}

static void outliers_do_not_move_the_robust_fit(void **state)
{
    (void) state;
    bsh__case       cases[N];
    double          coef[3];
    bsh_test_status status;
    fill_cases(cases, 0);
    for (unsigned i = 0; i < N; ++i) {
        cases[i].y = 2 * log(cases[i].words) + (cases[i].is_b ? 5 : 0) + (i % 3) * .01;
    }
    cases[4].y = 1e6;
    cases[11].y = -1e6;
    assert_int_equal(bsh__robust_length_adjusted(coef, &status, cases, N, memory(), &error),
                     BSH_OK);
    assert_int_equal(status, BSH_TEST_OK);
    assert_true(fabs(coef[1] - 5) < .02 && fabs(coef[2] - 2) < .02);
}

static void robust_fit_of_too_little_is_not_given(void **state)
{
    (void) state;
    bsh__case       cases[N];
    double          coef[3];
    bsh_test_status status;
    fill_cases(cases, 0);
    (void) bsh__robust_length_adjusted(coef, &status, cases, 3, memory(), &error);
    assert_int_equal(status, BSH_TEST_TOO_FEW);
    assert_true(isnan(coef[0]) && isnan(coef[1]) && isnan(coef[2]));
    for (unsigned i = 0; i < N; ++i) {
        cases[i].y = 7;
    }
    (void) bsh__robust_length_adjusted(coef, &status, cases, N, memory(), &error);
    assert_int_equal(status, BSH_TEST_NO_VARIANCE);
}

/* ---- clusters */

static bsh__clustered difference_of(const bsh__case *cases, size_t n)
{
    bsh__clustered result;
    assert_int_equal(bsh__cluster_difference(&result, cases, n, .95, memory(), &error), BSH_OK);
    return result;
}

/* By hand: residuals over n sum to -.75, .75, 1.25, -1.25 in the clusters; the variance is 4/3
 * 7/6 4.25; p of t with 3 df in closed form (by arc tangent). */
static void clustered_difference_is_that_by_hand(void **state)
{
    (void) state;
    static const bsh__case cases[] = {{1, 0, 7, false}, {2, 0, 1, true},  {2, 0, 7, false},
                                      {2, 0, 1, true},  {4, 0, 3, false}, {6, 0, 2, true},
                                      {5, 0, 3, false}, {8, 0, 2, true}};
    bsh__clustered const   result = difference_of(cases, 8);
    assert_int_equal(result.status, BSH_TEST_OK);
    assert_close(result.diff, -1.5, 1e-14);
    assert_close(result.se, 2.571208103423585, 1e-13);
    assert_close(result.t, -0.583383351196948, 1e-13);
    assert_close(result.p, 0.6005965121691526, 1e-10);
    assert_close(result.ci_high, -1.5 + 3.182446305284263 * 2.571208103423585, 1e-9);
    assert_close(result.ci_low, -1.5 - 3.182446305284263 * 2.571208103423585, 1e-9);
    assert_true(result.df == 3 && result.n_clusters_a == 2 && result.n_clusters_b == 2);
}

/* In exact fractions: the variance is 10431/8750. */
static void cluster_in_both_outlets_is_one(void **state)
{
    (void) state;
    static const bsh__case cases[] = {{1, 0, 1, false}, {2, 0, 1, false}, {4, 0, 2, false},
                                      {5, 0, 2, false}, {2, 0, 1, true},  {2, 0, 3, true},
                                      {6, 0, 2, true},  {8, 0, 2, true},  {3, 0, 3, true}};
    bsh__clustered const   result = difference_of(cases, 9);
    assert_close(result.diff, -1.2, 1e-14);
    assert_close(result.se, sqrt(10431. / 8750), 1e-13);
    assert_true(result.df == 2 && result.n_clusters_a == 2 && result.n_clusters_b == 3);
}

static void clustered_difference_of_too_little_is_not_given(void **state)
{
    (void) state;
    bsh__case cases[] = {{1, 0, 1, false}, {2, 0, 1, false}, {4, 0, 2, true}, {5, 0, 3, true}};
    assert_int_equal(difference_of(cases, 0).status, BSH_TEST_TOO_FEW);
    assert_true(isnan(difference_of(cases, 0).diff));
    assert_int_equal(difference_of(cases, 4).status, BSH_TEST_TOO_FEW); // one cluster of A
    assert_close(difference_of(cases, 4).diff, -3, 1e-14);
    assert_true(isnan(difference_of(cases, 4).se));
    cases[1].cluster = 9;
    assert_int_equal(difference_of(cases, 4).status, BSH_TEST_OK);
    cases[1].y = 1;
    cases[3].y = 4;
    assert_int_equal(difference_of(cases, 4).status, BSH_TEST_NO_VARIANCE);
}

static void clusters_that_cancel_out_are_degenerate(void **state)
{
    (void) state;
    static const bsh__case cases[] = {{.1, 0, 1, false}, {.5, 0, 1, false}, {.2, 0, 2, false},
                                      {.4, 0, 2, false}, {1.1, 0, 3, true}, {1.7, 0, 3, true},
                                      {1.3, 0, 4, true}, {1.5, 0, 4, true}};
    bsh__clustered const   result = difference_of(cases, 8);
    assert_int_equal(result.status, BSH_TEST_DEGENERATE);
    assert_true(isnan(result.se) && isnan(result.p));
}

/* Case icc/30 of the reference cases (R). */
static void intraclass_correlation_is_that_of_anova(void **state)
{
    (void) state;
    bsh__intraclass result;
    assert_int_equal(bsh__icc(&result, y30, clusters30, N, memory(), &error), BSH_OK);
    assert_int_equal(result.status, BSH_TEST_OK);
    assert_close(result.ms_between, 7.849667356349199, 1e-12);
    assert_close(result.ms_within, 18.626274604797977, 1e-12);
    assert_close(result.n0, 3.523809523809524, 1e-13);
    assert_close(result.icc, -0.19644250437918054, 1e-12);
    assert_close(result.design_effect, 0.4597831129572535, 1e-12);
    assert_close(result.design_effect_weighted, 0.14874914769021774, 1e-11);
}

static void intraclass_correlation_of_edges(void **state)
{
    (void) state;
    static const double   y[] = {.1, .1, .3, .3, .3, .7};
    static const double   constant[] = {.1, .1, .1, .1, .1, .1};
    static const uint32_t pairs[] = {1, 1, 2, 2, 2, 3};
    static const uint32_t singles[] = {1, 2, 3, 4, 5, 6};
    static const uint32_t one[] = {1, 1, 1, 1, 1, 1};
    bsh__intraclass       result;
    (void) bsh__icc(&result, y, pairs, 6, memory(), &error);
    assert_int_equal(result.status, BSH_TEST_OK);
    assert_true(result.icc == 1 && result.ms_within == 0);
    (void) bsh__icc(&result, y, singles, 6, memory(), &error);
    assert_int_equal(result.status, BSH_TEST_TOO_FEW);
    (void) bsh__icc(&result, y, one, 6, memory(), &error);
    assert_int_equal(result.status, BSH_TEST_TOO_FEW);
    (void) bsh__icc(&result, y, one, 0, memory(), &error);
    assert_int_equal(result.status, BSH_TEST_TOO_FEW);
    (void) bsh__icc(&result, constant, pairs, 6, memory(), &error);
    assert_int_equal(result.status, BSH_TEST_NO_VARIANCE);
    assert_true(isnan(result.icc) && isnan(result.design_effect));
}

/* ---- rank correlation */

/* Pearson's correlation of mid-ranks, in fractions. */
static void rank_correlation_has_mid_ranks(void **state)
{
    (void) state;
    static const double x[] = {1, 2, 2, 4, 9, 7};
    static const double y[] = {3, 3, 1, 8, 6, 8};
    static const double down[] = {-1, -2, -2, -40, -900, -70};
    static const double constant[] = {5, 5, 5, 5, 5, 5};
    double              rho;
    assert_int_equal(bsh__spearman(&rho, x, y, 6, memory(), &error), BSH_OK);
    assert_close(rho, 0.6717166132798487, 1e-13);
    assert_int_equal(bsh__spearman(&rho, x, down, 6, memory(), &error), BSH_OK);
    assert_close(rho, -1, 1e-13);
    (void) bsh__spearman(&rho, x, constant, 6, memory(), &error);
    assert_true(isnan(rho));
    (void) bsh__spearman(&rho, x, y, 2, memory(), &error);
    assert_true(isnan(rho));
}

/* ---- memory */

static bsh_status do_everything(const bsh_allocator *allocator)
{
    bsh__case       cases[N];
    bsh__length_fit fit;
    bsh__clustered  clustered;
    bsh__intraclass intraclass;
    double          coef[3];
    bsh_test_status status;
    fill_cases(cases, 0);
    BSH_TRY(bsh__length_adjusted(&fit, cases, N, true, allocator, &error));
    BSH_TRY(bsh__robust_length_adjusted(coef, &status, cases, N, allocator, &error));
    BSH_TRY(bsh__cluster_difference(&clustered, cases, N, .95, allocator, &error));
    BSH_TRY(bsh__icc(&intraclass, y30, clusters30, N, allocator, &error));
    return bsh__spearman(&coef[0], y30, words30, N, allocator, &error);
}

static void memory_may_run_out_anywhere(void **state)
{
    (void) state;
    assert_int_equal(test_allocator_try(do_everything), 10);
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(length_is_adjusted_as_by_matrix_formulas),
        cmocka_unit_test(values_near_a_thousand_million_keep_their_digits),
        cmocka_unit_test(one_cluster_gives_no_clustered_error),
        cmocka_unit_test(articles_without_words_are_left_out_of_the_fit),
        cmocka_unit_test(fit_of_too_little_is_not_given),
        cmocka_unit_test(fit_without_residuals_has_no_test),
        cmocka_unit_test(article_that_decides_alone_has_no_hc3),
        cmocka_unit_test(robust_fit_is_that_of_the_field),
        cmocka_unit_test(outliers_do_not_move_the_robust_fit),
        cmocka_unit_test(robust_fit_of_too_little_is_not_given),
        cmocka_unit_test(clustered_difference_is_that_by_hand),
        cmocka_unit_test(cluster_in_both_outlets_is_one),
        cmocka_unit_test(clustered_difference_of_too_little_is_not_given),
        cmocka_unit_test(clusters_that_cancel_out_are_degenerate),
        cmocka_unit_test(intraclass_correlation_is_that_of_anova),
        cmocka_unit_test(intraclass_correlation_of_edges),
        cmocka_unit_test(rank_correlation_has_mid_ranks),
        cmocka_unit_test(memory_may_run_out_anywhere),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
