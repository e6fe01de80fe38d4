#include "tests/unit/given_rows.h"

#include "stats/tails.h"

/* Tests of several outlets at once, tests on request, and which p is shown.  The numbers are
 * those of R 4.2.2 in the reference file (cases .../four, .../fk_a_vs_fk_b, friedman/no_ties).
 */

static const double ledger[] = {9.87, 11.42, 12.05, 8.64, 13.77, 10.91, 14.28};
static const double chronicle[] = {12.61, 15.03, 11.88, 13.9, 16.45, 14.02};

static const double first[] = {9.74, 10.11, 10.13, 9.92, 9.29, 11.62, 10.3, 9.94, 8.9};
static const double second[] = {13.62, 9.25,  11.4, 11.93, 7.4,   13.9,
                                11.6,  11.72, 8.99, 10.49, 10.74, 9.32};
static const double third[] = {12.16, 12.65, 15.34, 13.11, 13.19, 15.57, 13.69};
static const double fourth[] = {6.34,  10.61, 8.21,  11.14, 14.78, 12.73, 12.6, 9.81,
                                11.09, 14.12, 11.46, 6.23,  9.28,  13.49, 13.38};

#define COUNT_OF(values) (sizeof(values) / sizeof(values)[0])

static bsh_compare_options options_with_tests(const char *tests)
{
    bsh_compare_options options;
    bsh_compare_options_init(&options);
    options.tests = tests;
    return options;
}

static bsh_rows *four_outlets(void)
{
    bsh_rows *const rows = new_rows("asl");
    add_articles(rows, "first", first, COUNT_OF(first));
    add_articles(rows, "second", second, COUNT_OF(second));
    add_articles(rows, "third", third, COUNT_OF(third));
    add_articles(rows, "fourth", fourth, COUNT_OF(fourth));
    return rows;
}

static bsh_rows *two_outlets(void)
{
    bsh_rows *const rows = new_rows("asl");
    add_articles(rows, "ledger", ledger, COUNT_OF(ledger));
    add_articles(rows, "chronicle", chronicle, COUNT_OF(chronicle));
    return rows;
}

/* A result of a method for a pair. */
static const bsh_result *find_pair(const bsh_comparison *comparison, const char *method,
                                   size_t a, size_t b)
{
    size_t                  n = 0;
    const bsh_result *const results = bsh_comparison_results(comparison, &n);
    const bsh_result       *found = NULL;
    for (size_t i = 0; i < n; ++i) {
        if (strcmp(results[i].method, method) == 0 && results[i].a == a && results[i].b == b) {
            assert_null(found);
            found = &results[i];
        }
    }
    assert_non_null(found);
    return found;
}

/* ---- all together */

static void four_outlets_get_the_results_of_reference(void **state)
{
    (void) state;
    bsh_compare_options const options = options_with_tests("anova,levene,brown_forsythe");
    bsh_comparison *const     c = compare_with(four_outlets(), &options);
    const bsh_result *const welch = find_pair(c, "welch_anova", BSH_ALL_CORPORA, BSH_NO_CORPUS);
    assert_close(welch->statistic, 13.761054541601853);
    assert_close(welch->df1, 3);
    assert_close(welch->df2, 18.96508604181917);
    assert_true(fabs(welch->p - 5.3030342838957506e-05) < 1e-12);
    assert_int_equal(welch->n_a, 43);
    assert_int_equal(welch->n_b, 0);
    assert_string_equal(welch->estimate_name, "");
    const bsh_result *const ranks = find(c, "kruskal_wallis");
    assert_close(ranks->statistic, 12.240516460283914);
    assert_close(ranks->df1, 3);
    assert_close(ranks->p, 0.006603066606930132);
    assert_close(ranks->estimate, 0.29144086810199793);
    const bsh_result *const classic = find(c, "anova");
    assert_close(classic->statistic, 4.89264119725785);
    assert_close(classic->df2, 39);
    assert_close(classic->estimate, 0.27344432514567363);
    assert_string_equal(classic->estimate_name, "eta2");
    assert_close(find_pair(c, "levene", BSH_ALL_CORPORA, BSH_NO_CORPUS)->p,
                 0.015414885846337444);
    assert_close(find_pair(c, "brown_forsythe", BSH_ALL_CORPORA, BSH_NO_CORPUS)->statistic,
                 3.6400233052576887);
    bsh_comparison_destroy(c);
}

static void pairs_after_a_test_of_all_keep_their_order(void **state)
{
    (void) state;
    bsh_compare_options const options = options_with_tests("dunn,games_howell");
    bsh_comparison *const     c = compare_with(four_outlets(), &options);
    assert_close(find_pair(c, "dunn", 0, 2)->statistic, -3.4315148947613343);
    assert_close(find_pair(c, "dunn", 1, 2)->p, 0.009610402273125093);
    assert_close(find_pair(c, "dunn", 2, 3)->statistic, 2.420885688223297);
    assert_close(find_pair(c, "dunn", 2, 3)->estimate, 35.714285714285715 - 21.8);
    assert_int_equal(find_pair(c, "dunn", 2, 3)->n_b, COUNT_OF(fourth));
    const bsh_result *const games = find_pair(c, "games_howell", 0, 2);
    assert_close(games->statistic, 9.383240695539845);
    assert_close(games->df1, 9.040945129549593);
    assert_close(games->estimate, -3.6784126984127);
    assert_true(fabs(games->ci_low + 5.407546539202091) < 1e-7);
    assert_close(games->ci_level, .95);
    assert_close(find_pair(c, "games_howell", 1, 3)->estimate, -0.1546666666666674);
    assert_int_equal(find_pair(c, "games_howell", 1, 3)->n_a, COUNT_OF(second));
    assert_int_equal(games->status, BSH_TEST_OK);
    bsh_comparison_destroy(c);
}

/* Rows of pairs that stand before those of the pairs themselves are of the same pairs. */
static void every_pair_keeps_its_adjusted_p(void **state)
{
    (void) state;
    bsh_compare_options const options = options_with_tests("dunn,games_howell,shapiro");
    bsh_comparison *const     c = compare_with(four_outlets(), &options);
    for (size_t i = 0; i < 6; ++i) {
        const bsh_pair_summary *const pair = pair_at(c, i);
        assert_true(pair->welch_p_adj == find_pair(c, "welch_t", pair->a, pair->b)->p_adj);
        assert_true(pair->welch_p_adj >= pair->welch_p);
        assert_false(isnan(pair->mw_p_adj) || isnan(pair->shown_p_adj));
    }
    bsh_comparison_destroy(c);
}

static void a_hundred_articles_are_counted_exactly(void **state)
{
    (void) state;
    for (size_t n = 100; n <= 101; ++n) {
        bsh_rows *const rows = new_rows("asl");
        for (size_t i = 0; i < n; ++i) {
            double const value = (double) (i * 37 % 101);
            add_article(rows, i % 2 == 0 ? "ledger" : "post", &value);
        }
        bsh_comparison *const c = compare(rows);
        assert_int_equal(find(c, "mann_whitney_exact") != NULL, n == 100);
        assert_int_equal(find(c, "mann_whitney_normal") != NULL, n == 101);
        bsh_comparison_destroy(c);
    }
}

/* Of seven authors there are six degrees of freedom, for the difference at equal length too. */
static void length_is_taken_out_by_clusters(void **state)
{
    (void) state;
    bsh_rows *const     rows = new_rows("asl");
    bsh_compare_options options = options_with_tests(NULL);
    options.has_clusters = true;
    for (size_t i = 0; i < COUNT_OF(second); ++i) {
        char              author[8] = {'w', (char) ('a' + i % 7), 0};
        const char *const names[3] = {i % 3 == 0 ? "ledger" : "post", NULL, author};
        assert_int_equal(bsh__rows_add_values(rows, names, 300 + 41 * i, &second[i], &error),
                         BSH_OK);
    }
    bsh_comparison *const   c = compare_with(rows, &options);
    const bsh_result *const length = find(c, "length_adjusted");
    double const            se = length->estimate / length->statistic;
    assert_close(length->df1, 6);
    assert_close(length->ci_high, length->estimate + fabs(se) * 2.4469118511449692); // t, 6 df
    bsh_comparison_destroy(c);
}

static void missing_values_of_all_are_counted_together(void **state)
{
    (void) state;
    bsh_rows *const rows = four_outlets();
    double const    none = (double) NAN;
    add_article(rows, "first", &none);
    add_article(rows, "third", &none);
    bsh_comparison *const   c = compare(rows);
    const bsh_result *const ranks = find(c, "kruskal_wallis");
    assert_int_equal(ranks->n_a, 43);
    assert_int_equal(ranks->missing_a, 2);
    assert_int_equal(ranks->missing_b, 0);
    assert_close(ranks->statistic, 12.240516460283914);
    bsh_comparison_destroy(c);
}

/* Two outlets have no test of all; what is asked for runs for the pair. */
static void two_outlets_have_no_test_of_all(void **state)
{
    (void) state;
    bsh_compare_options const options = options_with_tests("all");
    bsh_comparison *const     c = compare_with(two_outlets(), &options);
    assert_null(find(c, "welch_anova"));
    assert_null(find(c, "kruskal_wallis"));
    assert_null(find(c, "anova"));
    assert_null(find(c, "dunn"));
    assert_null(find(c, "games_howell"));
    assert_null(find(c, "tost_welch")); // without bounds
    bsh_comparison_destroy(c);
}

static void blocks_of_three_outlets_are_ranked(void **state)
{
    (void) state;
    static const double rows_of[][3] = {
        {7.1, 12, 19.4},  {11.8, 10, 14.9},  {9.9, 10, 15.9},    {11.1, 18.1, 8.4},
        {11.2, 12.7, 17}, {12.5, 16, 11.1},  {14.4, 13.1, 15.4}, {13.5, 5.4, 4.6},
        {12.5, 12.9, 13}, {9.8, 15.9, 15.7}, {11.9, 14.3, 11.4}, {6.1, 11.9, 12.6},
    };
    static const char *const corpora[] = {"ledger", "post", "tide"};
    bsh_rows *const          rows = new_rows("asl");
    bsh_compare_options      options = options_with_tests(NULL);
    options.has_blocks = true;
    for (size_t i = 0; i < COUNT_OF(rows_of); ++i) {
        char event[8] = {'e', (char) ('a' + i), 0};
        for (size_t k = 0; k < 3; ++k) {
            const char *const names[3] = {corpora[k], event, NULL};
            assert_int_equal(bsh__rows_add_values(rows, names, 500, &rows_of[i][k], &error),
                             BSH_OK);
        }
    }
    const char *const lonely[3] = {"post", "alone", NULL};
    assert_int_equal(bsh__rows_add_values(rows, lonely, 500, &rows_of[0][0], &error), BSH_OK);
    bsh_comparison *const   c = compare_with(rows, &options);
    const bsh_result *const test = find(c, "friedman");
    assert_int_equal(test->n_a, 12);
    assert_close(test->statistic, 3.1666666666666665);
    assert_close(test->df1, 2);
    assert_close(test->p, 0.20528965757990927);
    assert_close(test->estimate, 0.13194444444444445);
    assert_false(has_note(test->notes, BSH_NOTE_FEW_BLOCKS));
    assert_false(has_note(find(c, "paired_t")->notes, BSH_NOTE_FEW_BLOCKS));
    bsh_comparison_destroy(c);
}

static void under_10_blocks_are_few(void **state)
{
    (void) state;
    for (size_t n_blocks = 9; n_blocks <= 10; ++n_blocks) {
        bsh_rows *const     rows = new_rows("asl");
        bsh_compare_options options = options_with_tests(NULL);
        options.has_blocks = true;
        for (size_t i = 0; i < n_blocks; ++i) {
            char              event[8] = {'e', (char) ('a' + i), 0};
            const char *const a[3] = {"ledger", event, NULL};
            const char *const b[3] = {"post", event, NULL};
            double const      other = first[i % 9] + second[i];
            assert_int_equal(bsh__rows_add_values(rows, a, 500, &second[i], &error), BSH_OK);
            assert_int_equal(bsh__rows_add_values(rows, b, 500, &other, &error), BSH_OK);
        }
        bsh_comparison *const c = compare_with(rows, &options);
        bool const            are_few = n_blocks == 9;
        assert_int_equal(find(c, "paired_t")->n_a, n_blocks);
        assert_int_equal(has_note(find(c, "paired_t")->notes, BSH_NOTE_FEW_BLOCKS), are_few);
        assert_int_equal(has_note(find(c, "sign_test")->notes, BSH_NOTE_FEW_BLOCKS), are_few);
        assert_int_equal(has_note(pair_at(c, 0)->notes, BSH_NOTE_FEW_BLOCKS), are_few);
        bsh_comparison_destroy(c);
    }
}

/* ---- on request */

static void tests_on_request_get_the_results_of_reference(void **state)
{
    (void) state;
    static const struct {
        const char *method;
        double      statistic, df1, p, estimate, ci_low; /* 0: not given */
    } expected[] = {
        {"student_t", -2.3439280774081634, 11, 0.03890182273674165, -2.4188095238095233,
         -4.69010953437978},
        {"yuen_t", -2.008798450466392, 6.930448172361934, 0.08492428063548982,
         -2.2860000000000014, -4.982411676657179},
        {"tost_welch", -0.572389596348274, 10.986346236517047, 0.7107085581598341,
         -2.4188095238095233, -4.241319315326721},
        {"glass_delta_b", 0, 0, 0, -1.4721341999636317, 0},
        {"g_av", 0, 0, 0, -1.2225777726730807, 0},
        {"cohens_d", 0, 0, 0, -1.3040411987430813, -2.4966206489065734},
        {"cles_normal", 0, 0, 0, 0.1760606662787166, 0},
        {"cliff_ci", 0, 0, 0, -0.6666666666666667, -0.9075894643175952},
        {"ks2", 0.5714285714285714, 0, 0.14685314685314685, 0, 0},
        {"levene", 0.3653102665732324, 1, 0.557832305322232, 0, 0},
        {"brown_forsythe", 0.3108648991255541, 1, 0.5883162551055736, 0, 0},
        {"f_var", 1.5031011879993912, 6, 0.6714596298584143, 1.5031011879993912,
         0.21541493438283008},
        {"permutation_diff", -2.4188095238095215, 0, 0.04020979020979021, 0, 0},
        {"permutation_welch", -2.3837443261876365, 0, 0.038461538461538464, 0, 0},
        {"bf_jzs", -2.3439280774081634, 11, 0, 0.3239346757569721, 0},
    };
    bsh_compare_options options = options_with_tests("all");
    options.has_equivalence = true;
    options.equivalence_low = -1.838;
    options.equivalence_high = 1.838;
    bsh_comparison *const c = compare_with(two_outlets(), &options);
    for (size_t i = 0; i < COUNT_OF(expected); ++i) {
        const bsh_result *const result = find(c, expected[i].method);
        double const numbers[] = {result->statistic, result->df1, result->p, result->estimate,
                                  result->ci_low};
        double const wanted[] = {expected[i].statistic, expected[i].df1, expected[i].p,
                                 expected[i].estimate, expected[i].ci_low};
        assert_int_equal(result->status, BSH_TEST_OK);
        for (size_t k = 0; k < COUNT_OF(numbers); ++k) {
            assert_true(wanted[k] == 0 ? isnan(numbers[k])
                                       : fabs(numbers[k] - wanted[k]) < 3e-6);
        }
    }
    assert_close(find(c, "tost_welch")->ci_level, .9);
    assert_int_equal(find(c, "shapiro")->b, BSH_NO_CORPUS);
    bsh_comparison_destroy(c);
}

static void bounds_ask_for_the_test_of_equivalence(void **state)
{
    (void) state;
    static const double bad[][2] = {{1, 1}, {2, 1}, {-INFINITY, 2}, {-2, INFINITY}, {NAN, 1}};
    bsh_compare_options options = options_with_tests("tost_welch");
    assert_int_equal(bsh_compare_options_check(&options, &error), BSH_E_USAGE);
    assert_string_equal(error.message, "tost_welch needs bounds: --equivalence LOW,HIGH");
    options.has_equivalence = true;
    for (size_t i = 0; i < COUNT_OF(bad); ++i) {
        options.equivalence_low = bad[i][0];
        options.equivalence_high = bad[i][1];
        assert_int_equal(bsh_compare_options_check(&options, &error), BSH_E_USAGE);
    }
    options.tests = NULL;
    options.equivalence_low = -1.838;
    options.equivalence_high = 1.838;
    bsh_comparison *const c = compare_with(two_outlets(), &options);
    assert_close(find(c, "tost_welch")->p, 0.7107085581598341);
    assert_null(find(c, "student_t"));
    bsh_comparison_destroy(c);
}

static void a_slip_in_the_name_of_a_test_is_told(void **state)
{
    (void) state;
    bsh_compare_options options = options_with_tests("ks2,levine");
    assert_int_equal(bsh_compare_options_check(&options, &error), BSH_E_USAGE);
    assert_string_equal(error.message, "unknown test \"levine\"; did you mean levene?  "
                                       "(broadsheet help tests lists all)");
    options.tests = "foo";
    assert_int_equal(bsh_compare_options_check(&options, &error), BSH_E_USAGE);
    assert_string_equal(error.message,
                        "unknown test \"foo\"  (broadsheet help tests lists all)");
}

/* Bootstrap intervals need 8 articles in each outlet. */
static void few_articles_have_no_bootstrap(void **state)
{
    (void) state;
    for (size_t n = 7; n <= 8; ++n) {
        bsh_compare_options const options =
            options_with_tests("bootstrap_bca,bootstrap_percentile_median");
        bsh_rows *const rows = new_rows("asl");
        add_articles(rows, "first", first, n);
        add_articles(rows, "second", second, COUNT_OF(second));
        bsh_comparison *const   c = compare_with(rows, &options);
        const bsh_result *const mean = find(c, "bootstrap_bca");
        const bsh_result *const median = find(c, "bootstrap_percentile_median");
        assert_int_equal(has_note(mean->notes, BSH_NOTE_FEW_ARTICLES), n == 7);
        assert_int_equal(isnan(mean->ci_low), n == 7);
        assert_int_equal(isnan(median->ci_low), n == 7);
        assert_int_equal(mean->status, n == 7 ? BSH_TEST_TOO_FEW : BSH_TEST_OK);
        bsh_comparison_destroy(c);
    }
}

/* C(21,9) labellings are too many to go through. */
static void drawn_permutations_are_noted(void **state)
{
    (void) state;
    bsh_compare_options const options = options_with_tests("permutation_welch");
    bsh_rows *const           rows = new_rows("asl");
    add_articles(rows, "first", first, COUNT_OF(first));
    add_articles(rows, "second", second, COUNT_OF(second));
    bsh_comparison *const c = compare_with(rows, &options);
    assert_true(has_note(find(c, "permutation_welch")->notes, BSH_NOTE_PERMUTATION));
    assert_true(has_note(find(c, "brunner_munzel_permutation")->notes, BSH_NOTE_PERMUTATION));
    assert_true(has_note(pair_at(c, 0)->notes, BSH_NOTE_PERMUTATION));
    bsh_comparison_destroy(c);
    bsh_comparison *const few = compare_with(two_outlets(), &options);
    assert_false(has_note(find(few, "permutation_welch")->notes, BSH_NOTE_PERMUTATION));
    assert_false(has_note(pair_at(few, 0)->notes, BSH_NOTE_PERMUTATION));
    bsh_comparison_destroy(few);
}

/* ---- the p that is shown */

static bsh_comparison *compare_showing(bsh_rows *rows, bsh_summary_p shown)
{
    bsh_compare_options options = options_with_tests(NULL);
    options.summary_p = shown;
    return compare_with(rows, &options);
}

static void another_p_is_shown_where_it_is_asked_for(void **state)
{
    (void) state;
    bsh_comparison *const   welch = compare_showing(two_outlets(), BSH_SUMMARY_WELCH);
    bsh_comparison *const   ranks = compare_showing(two_outlets(), BSH_SUMMARY_MW);
    const bsh_pair_summary *pair = pair_at(welch, 0);
    assert_string_equal(pair->shown_method, "welch_t");
    assert_close(pair->shown_p, 0.036286294148523);
    assert_close(pair->shown_p_adj, 0.036286294148523);
    pair = pair_at(ranks, 0);
    assert_string_equal(pair->shown_method, "mann_whitney_exact");
    assert_close(pair->shown_p, 0.05128205128205128);
    bsh_comparison_destroy(welch);
    bsh_comparison_destroy(ranks);
}

/* Outlets of constants that differ have a permutation p, but no Welch's t: the status of the
 * summary is that of the p it shows. */
static void the_status_shown_is_that_of_the_p_shown(void **state)
{
    (void) state;
    static const double fives[] = {5, 5, 5, 5};
    static const double sevens[] = {7, 7, 7};
    bsh_comparison     *c = NULL;
    for (unsigned i = 0; i < 3; ++i) {
        bsh_rows *const rows = new_rows("asl");
        add_articles(rows, "ledger", fives, 4);
        add_articles(rows, "post", sevens, 3);
        c = compare_showing(rows, i == 0   ? BSH_SUMMARY_WELCH
                                  : i == 1 ? BSH_SUMMARY_MW
                                           : BSH_SUMMARY_BM);
        const bsh_pair_summary *const pair = pair_at(c, 0);
        const bsh_result *const       shown = find(c, pair->shown_method);
        assert_int_equal(pair->status, i == 0 ? BSH_TEST_NO_VARIANCE : BSH_TEST_OK);
        assert_int_equal(pair->status, shown->status);
        assert_true(pair->shown_p == shown->p || (isnan(pair->shown_p) && isnan(shown->p)));
        assert_int_equal(isnan(pair->shown_p), i == 0);
        bsh_comparison_destroy(c);
    }
}

/* 3 against 3: Mann & Whitney's exact p is .1 at the least, Welch's knows no such bound. */
static void the_notes_shown_are_those_of_the_p_shown(void **state)
{
    (void) state;
    static const double low[] = {1, 2, 3};
    static const double high[] = {4, 5, 6.5};
    for (unsigned i = 0; i < 2; ++i) {
        bsh_rows *const rows = new_rows("asl");
        add_articles(rows, "ledger", low, 3);
        add_articles(rows, "post", high, 3);
        bsh_comparison *const c =
            compare_showing(rows, i == 0 ? BSH_SUMMARY_WELCH : BSH_SUMMARY_MW);
        assert_int_equal(has_note(pair_at(c, 0)->notes, BSH_NOTE_CANNOT_REACH_ALPHA), i == 1);
        bsh_comparison_destroy(c);
    }
}

static void ten_articles_are_enough_for_brunner_and_munzel(void **state)
{
    (void) state;
    for (size_t n = 9; n <= 10; ++n) {
        bsh_rows *const rows = new_rows("asl");
        add_articles(rows, "second", second, n);
        add_articles(rows, "fourth", fourth, 10);
        bsh_comparison *const c = compare(rows);
        assert_string_equal(pair_at(c, 0)->shown_method,
                            n == 9 ? "brunner_munzel_permutation" : "brunner_munzel");
        bsh_comparison_destroy(c);
    }
}

/* ---- ratios of totals */

/* Articles of 100 words and more, so and so many of them quoted. */
static void add_quoted(bsh_rows *rows, const char *corpus, const double *quoted,
                       const double *words, size_t n)
{
    for (size_t i = 0; i < n; ++i) {
        double const density = quoted[i] / words[i];
        add_article(rows, corpus, &density);
        double *const numbers = (double *) rows->numbers.items + rows->numbers.n - 1;
        *numbers = words[i];
    }
}

/* R = sum of quoted over sum of words, and sqrt(n/(n-1) sum (quoted - R words)^2) / sum of
 * words, n of them. */
static double ratio_and_error(const double *quoted, const double *words, size_t n,
                              double *error_of)
{
    double num = 0;
    double den = 0;
    double squares = 0;
    for (size_t i = 0; i < n; ++i) {
        num += quoted[i];
        den += words[i];
    }
    for (size_t i = 0; i < n; ++i) {
        squares += pow(quoted[i] - num / den * words[i], 2);
    }
    *error_of = sqrt((double) n / (double) (n - 1) * squares) / den;
    return num / den;
}

static void each_word_counts_the_same_in_ratios_of_totals(void **state)
{
    (void) state;
    static const double quoted_a[] = {10, 60, 33, 81, 12};
    static const double words_a[] = {100, 200, 150, 900, 400};
    static const double quoted_b[] = {50, 44, 90};
    static const double words_b[] = {120, 300, 310};
    double const        none = (double) NAN;
    bsh_rows *const     rows = new_rows("quote_density");
    add_quoted(rows, "ledger", quoted_a, words_a, 5);
    add_article(rows, "ledger", &none);
    add_quoted(rows, "post", quoted_b, words_b, 3);
    bsh_comparison *const   c = compare(rows);
    const bsh_result *const result = find(c, "ratio_of_totals");
    double                  se_a;
    double                  se_b;
    double const            a = ratio_and_error(quoted_a, words_a, 5, &se_a);
    double const            b = ratio_and_error(quoted_b, words_b, 3, &se_b);
    double const            df =
        pow(se_a * se_a + se_b * se_b, 2) / (pow(se_a, 4) / 4 + pow(se_b, 4) / 2); // of Welch
    double const reach = sqrt(se_a * se_a + se_b * se_b) * bsh__student_t_quantile(.025, df);
    assert_int_equal(result->status, BSH_TEST_OK);
    assert_close(result->estimate, a - b);
    assert_close(pair_at(c, 0)->ratio_b, b);
    assert_close(result->ci_high - result->ci_low, 2 * reach);
    assert_close((result->ci_high + result->ci_low) / 2, a - b);
    assert_true(isnan(result->p));
    bsh_comparison_destroy(c);
}

/* 2 against 3, apart: 1 of C(5,2) = 10 labellings is as far out on either side. */
static void two_articles_are_enough_for_labels_to_be_exchanged(void **state)
{
    (void) state;
    static const double low[] = {1, 2};
    static const double high[] = {4, 5, 6.5};
    for (unsigned i = 0; i < 2; ++i) {
        bsh_rows *const rows = new_rows("asl");
        add_articles(rows, "ledger", i == 0 ? low : high, i == 0 ? 2 : 3);
        add_articles(rows, "post", i == 0 ? high : low, i == 0 ? 3 : 2);
        bsh_comparison *const c = compare(rows);
        assert_string_equal(pair_at(c, 0)->shown_method, "brunner_munzel_permutation");
        assert_close(pair_at(c, 0)->shown_p, .2);
        assert_true(has_note(pair_at(c, 0)->notes, BSH_NOTE_CANNOT_REACH_ALPHA));
        bsh_comparison_destroy(c);
    }
}

static void blocks_that_are_equal_have_no_signs(void **state)
{
    (void) state;
    bsh_rows *const     rows = new_rows("asl");
    bsh_compare_options options = options_with_tests(NULL);
    options.has_blocks = true;
    for (size_t i = 0; i < 6; ++i) {
        char              event[8] = {'e', (char) ('a' + i), 0};
        const char *const a[3] = {"ledger", event, NULL};
        const char *const b[3] = {"post", event, NULL};
        assert_int_equal(bsh__rows_add_values(rows, a, 500, &second[i], &error), BSH_OK);
        assert_int_equal(bsh__rows_add_values(rows, b, 500, &second[i], &error), BSH_OK);
    }
    bsh_comparison *const c = compare_with(rows, &options);
    assert_int_equal(find(c, "sign_test")->status, BSH_TEST_NO_VARIANCE);
    assert_int_equal(find(c, "paired_t")->status, BSH_TEST_NO_VARIANCE);
    assert_true(isnan(pair_at(c, 0)->shown_p));
    const bsh_result *const ranks = find(c, "signed_rank_exact") != NULL
                                        ? find(c, "signed_rank_exact")
                                        : find(c, "signed_rank_normal");
    assert_int_equal(ranks->status, BSH_TEST_NO_VARIANCE);
    bsh_comparison_destroy(c);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(four_outlets_get_the_results_of_reference),
        cmocka_unit_test(pairs_after_a_test_of_all_keep_their_order),
        cmocka_unit_test(every_pair_keeps_its_adjusted_p),
        cmocka_unit_test(a_hundred_articles_are_counted_exactly),
        cmocka_unit_test(length_is_taken_out_by_clusters),
        cmocka_unit_test(missing_values_of_all_are_counted_together),
        cmocka_unit_test(two_outlets_have_no_test_of_all),
        cmocka_unit_test(blocks_of_three_outlets_are_ranked),
        cmocka_unit_test(under_10_blocks_are_few),
        cmocka_unit_test(tests_on_request_get_the_results_of_reference),
        cmocka_unit_test(bounds_ask_for_the_test_of_equivalence),
        cmocka_unit_test(a_slip_in_the_name_of_a_test_is_told),
        cmocka_unit_test(few_articles_have_no_bootstrap),
        cmocka_unit_test(drawn_permutations_are_noted),
        cmocka_unit_test(another_p_is_shown_where_it_is_asked_for),
        cmocka_unit_test(the_status_shown_is_that_of_the_p_shown),
        cmocka_unit_test(the_notes_shown_are_those_of_the_p_shown),
        cmocka_unit_test(each_word_counts_the_same_in_ratios_of_totals),
        cmocka_unit_test(two_articles_are_enough_for_labels_to_be_exchanged),
        cmocka_unit_test(blocks_that_are_equal_have_no_signs),
        cmocka_unit_test(ten_articles_are_enough_for_brunner_and_munzel),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
