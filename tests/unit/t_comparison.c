#include "tests/unit/given_rows.h"

/* Two small outlets and what R 4.2.2 says of them (cases .../fk_a_vs_fk_b of the reference
 * file). */
static const double ledger[] = {9.87, 11.42, 12.05, 8.64, 13.77, 10.91, 14.28};
static const double chronicle[] = {12.61, 15.03, 11.88, 13.9, 16.45, 14.02};
/* Three groups of the same file. */
static const double first[] = {9.74, 10.11, 10.13, 9.92, 9.29, 11.62, 10.3, 9.94, 8.9};
static const double second[] = {13.62, 9.25,  11.4, 11.93, 7.4,   13.9,
                                11.6,  11.72, 8.99, 10.49, 10.74, 9.32};
static const double third[] = {12.16, 12.65, 15.34, 13.11, 13.19, 15.57, 13.69};
/* Sixteen pairs of the same file. */
static const double pairs_a[] = {22.06, 19.55, 20.26, 17.38, 22.01, 16.66, 17.3, 19.32,
                                 21.97, 18.6,  18.97, 16.74, 25.48, 27.74, 18.8, 17.41};
static const double pairs_b[] = {27.02, 28.82, 25.52, 19.67, 21.32, 26.26, 24.87, 22.15,
                                 17.8,  22.85, 27.9,  15.46, 27.18, 21.45, 23.99, 23.38};

enum { N_LEDGER = 7, N_CHRONICLE = 6, N_PAIRS = 16 };

static bsh_comparison *compare_two(const double *a, size_t n_a, const double *b, size_t n_b)
{
    bsh_rows *const rows = new_rows("asl");
    add_articles(rows, "ledger", a, n_a);
    add_articles(rows, "chronicle", b, n_b);
    return compare(rows);
}

/* ---- the default block */

static void two_outlets_get_the_results_of_reference(void **state)
{
    (void) state;
    bsh_comparison *const c = compare_two(ledger, N_LEDGER, chronicle, N_CHRONICLE);
    assert_close(find(c, "welch_t")->p, 0.036286294148523);
    assert_close(find(c, "welch_t")->estimate, -2.4188095238095233);
    assert_close(find(c, "welch_t")->ci_high, -0.18510888979503948);
    assert_close(find(c, "mann_whitney_exact")->p, 0.05128205128205128);
    assert_close(find(c, "mann_whitney_exact")->statistic, 7);
    assert_close(find(c, "cliff_delta")->estimate, -0.6666666666666667);
    assert_close(find(c, "cliff_delta")->ci_low, 2 * 0.02954922630785666 - 1);
    assert_close(find(c, "hodges_lehmann")->estimate, -2.54);
    assert_close(find(c, "hodges_lehmann")->ci_low, -5.16);
    assert_close(find(c, "brunner_munzel")->p, 0.017335693938351722);
    assert_true(fabs(find(c, "hedges_g")->ci_low + 2.321756864238762) < 3e-6);
    bsh_comparison_destroy(c);
}

/* Few articles: the p that is shown counts labellings, of which there are C(13,7) = 1716. */
static void small_outlets_show_a_permutation_p(void **state)
{
    (void) state;
    bsh_comparison *const         c = compare_two(ledger, N_LEDGER, chronicle, N_CHRONICLE);
    const bsh_pair_summary *const pair = pair_at(c, 0);
    double const                  n_labellings = pair->shown_p * 1716;
    assert_string_equal(pair->shown_method, "brunner_munzel_permutation");
    assert_true(fabs(n_labellings - round(n_labellings)) < 1e-9);
    assert_true(pair->shown_p > 0.01 && pair->shown_p < 0.06);
    bsh_comparison_destroy(c);
}

static void outlets_of_ten_show_brunner_and_munzels_p(void **state)
{
    (void) state;
    bsh_comparison *const         c = compare_two(pairs_a, N_PAIRS, pairs_b, N_PAIRS);
    const bsh_pair_summary *const pair = pair_at(c, 0);
    assert_string_equal(pair->shown_method, "brunner_munzel");
    assert_true(pair->shown_p == pair->bm_p);
    bsh_comparison_destroy(c);
}

static void the_order_of_articles_changes_no_bit(void **state)
{
    (void) state;
    bsh_comparison *const forward = compare_two(ledger, N_LEDGER, chronicle, N_CHRONICLE);
    double                ledger_backward[N_LEDGER];
    double                chronicle_backward[N_CHRONICLE];
    for (size_t i = 0; i < N_LEDGER; ++i) {
        ledger_backward[i] = ledger[N_LEDGER - 1 - i];
    }
    for (size_t i = 0; i < N_CHRONICLE; ++i) {
        chronicle_backward[i] = chronicle[N_CHRONICLE - 1 - i];
    }
    bsh_comparison *const backward =
        compare_two(ledger_backward, N_LEDGER, chronicle_backward, N_CHRONICLE);
    size_t                  n = 0;
    size_t                  n_backward = 0;
    const bsh_result *const one = bsh_comparison_results(forward, &n);
    const bsh_result *const other = bsh_comparison_results(backward, &n_backward);
    assert_int_equal(n, n_backward);
    for (size_t i = 0; i < n; ++i) {
        assert_memory_equal(&one[i].p, &other[i].p, sizeof(double));
        assert_memory_equal(&one[i].estimate, &other[i].estimate, sizeof(double));
        assert_memory_equal(&one[i].statistic, &other[i].statistic, sizeof(double));
    }
    bsh_comparison_destroy(forward);
    bsh_comparison_destroy(backward);
}

/* ---- too little, or nothing, to compare */

static void one_article_each_has_a_difference_and_no_test(void **state)
{
    (void) state;
    double const          a = 20;
    double const          b = 14.5;
    bsh_comparison *const c = compare_two(&a, 1, &b, 1);
    assert_close(pair_at(c, 0)->diff, 5.5);
    assert_true(isnan(pair_at(c, 0)->shown_p));
    assert_int_equal(pair_at(c, 0)->status, BSH_TEST_TOO_FEW);
    assert_int_equal(find(c, "welch_t")->status, BSH_TEST_TOO_FEW);
    assert_null(find(c, "crawford_howell"));
    bsh_comparison_destroy(c);
}

/* crawford_howell/n1_vs_fk_b: the article 42.5 against six. */
static void one_article_against_an_outlet_gets_its_place(void **state)
{
    (void) state;
    double const          article = 42.5;
    bsh_comparison *const c = compare_two(&article, 1, chronicle, N_CHRONICLE);
    assert_close(find(c, "crawford_howell")->statistic, 16.069282224368397);
    assert_close(find(c, "crawford_howell")->p, 1.7000757843107726e-05);
    assert_close(pair_at(c, 0)->percentile, 100);
    bsh_comparison_destroy(c);
    bsh_comparison *const turned = compare_two(chronicle, N_CHRONICLE, &article, 1);
    assert_close(find(turned, "crawford_howell")->statistic, -16.069282224368397);
    bsh_comparison_destroy(turned);
}

static void constants_give_a_status_and_no_p(void **state)
{
    (void) state;
    double const          five[] = {5, 5, 5, 5};
    double const          seven[] = {7, 7, 7};
    bsh_comparison *const equal = compare_two(five, 4, five, 3);
    assert_int_equal(pair_at(equal, 0)->status, BSH_TEST_NO_VARIANCE);
    assert_true(isnan(pair_at(equal, 0)->shown_p));
    bsh_comparison_destroy(equal);
    bsh_comparison *const apart = compare_two(five, 4, seven, 3);
    assert_int_equal(find(apart, "welch_t")->status, BSH_TEST_NO_VARIANCE);
    /* Of C(7,4) labellings this one alone separates them: A with all the sevens has a five. */
    assert_close(pair_at(apart, 0)->shown_p, 1.0 / 35);
    bsh_comparison_destroy(apart);
}

static void three_against_three_cannot_reach_alpha(void **state)
{
    (void) state;
    double const          low[] = {1, 2, 3};
    double const          high[] = {4, 5, 6};
    bsh_comparison *const c = compare_two(low, 3, high, 3);
    assert_close(pair_at(c, 0)->shown_p, .1);
    assert_true(has_note(pair_at(c, 0)->notes, BSH_NOTE_CANNOT_REACH_ALPHA));
    bsh_comparison_destroy(c);
}

/* Every number of every row is finite or not given, whatever the data. */
static void assert_no_infinity(const bsh_comparison *c)
{
    size_t                  n = 0;
    const bsh_result *const results = bsh_comparison_results(c, &n);
    for (size_t i = 0; i < n; ++i) {
        const bsh_result *const r = &results[i];
        double const numbers[] = {r->statistic, r->df1, r->df2, r->p, r->p_adj, r->estimate};
        for (size_t k = 0; k < sizeof numbers / sizeof numbers[0]; ++k) {
            assert_true(isnan(numbers[k]) || isfinite(numbers[k]));
        }
        assert_true(isnan(r->p) || (r->p >= 0 && r->p <= 1));
        assert_true(isnan(r->ci_low) == isnan(r->ci_high));
        assert_true(isnan(r->ci_low) || r->ci_low <= r->ci_high);
    }
}

static void degenerate_data_of_every_size_are_survived(void **state)
{
    (void) state;
    static const double values[][4] = {
        {1, 1, 1, 1}, {1, 2, 3, 4}, {0, 0, 0, 1}, {1e300, -1e300, 0, 1}, {1e-300, 0, 0, 2e-300},
    };
    for (size_t i = 0; i < 5; ++i) {
        for (size_t k = 0; k < 5; ++k) {
            for (size_t n_a = 0; n_a <= 4; ++n_a) {
                bsh_rows *const rows = new_rows("asl");
                assert_int_equal(bsh_rows_corpus(rows, "ledger", &error), BSH_OK);
                assert_int_equal(bsh_rows_corpus(rows, "chronicle", &error), BSH_OK);
                add_articles(rows, "ledger", values[i], n_a);
                add_articles(rows, "chronicle", values[k], 4 - n_a / 2);
                bsh_compare_options options;
                bsh_compare_options_init(&options);
                options.tests = "all";
                bsh_comparison *const c = compare_with(rows, &options);
                assert_no_infinity(c);
                bsh_comparison_destroy(c);
            }
        }
    }
}

static void missing_values_are_dropped_and_counted(void **state)
{
    (void) state;
    bsh_rows *const rows = new_rows("asl");
    double const    none = (double) NAN;
    add_articles(rows, "ledger", ledger, N_LEDGER);
    add_article(rows, "ledger", &none);
    add_articles(rows, "chronicle", chronicle, N_CHRONICLE);
    bsh_comparison *const c = compare(rows);
    assert_int_equal(find(c, "welch_t")->n_a, N_LEDGER);
    assert_int_equal(find(c, "welch_t")->missing_a, 1);
    assert_close(find(c, "welch_t")->p, 0.036286294148523);
    bsh_comparison_destroy(c);
}

/* ---- families */

/* Holm over three tests: the smallest p times 3, the next times 2. */
static void holm_goes_over_all_measures_and_pairs(void **state)
{
    (void) state;
    bsh_rows *const rows = new_rows("asl,flesch,lix");
    for (size_t i = 0; i < N_CHRONICLE; ++i) {
        double const a[3] = {ledger[i], ledger[i] * 2, chronicle[i]};
        double const b[3] = {chronicle[i], chronicle[i] * 2 + 9, chronicle[i] + .1};
        add_article(rows, "ledger", a);
        add_article(rows, "chronicle", b);
    }
    bsh_comparison *const         c = compare(rows);
    size_t                        n = 0;
    double                        p[3] = {0};
    double                        adjusted[3] = {0};
    const bsh_pair_summary *const pairs = bsh_comparison_pairs(c, &n);
    assert_int_equal(n, 3);
    for (size_t i = 0; i < n; ++i) {
        p[i] = pairs[i].welch_p;
        adjusted[i] = pairs[i].welch_p_adj;
    }
    assert_true(p[1] < p[0] && p[0] < p[2]);
    assert_close(adjusted[1], 3 * p[1]);
    assert_close(adjusted[0], 2 * p[0]);
    assert_close(adjusted[2], p[2]);
    assert_int_equal(bsh_comparison_n_adjusted(c), 3);
    bsh_comparison_destroy(c);
}

static void max_t_lies_under_holm_for_welchs_t(void **state)
{
    (void) state;
    bsh_compare_options options;
    bsh_compare_options_init(&options);
    options.adjust = BSH_ADJUST_MAXT;
    bsh_rows *const rows = new_rows("asl,flesch");
    for (size_t i = 0; i < N_CHRONICLE; ++i) {
        double const a[2] = {ledger[i], ledger[i] * 2};
        double const b[2] = {chronicle[i], chronicle[i] * 2};
        add_article(rows, "ledger", a);
        add_article(rows, "chronicle", b);
    }
    bsh_comparison *const c = compare_with(rows, &options);
    /* The second measure is the first one twice: there is one test, not two. */
    assert_int_equal(find(c, "welch_t")->p_adj_method, BSH_ADJUST_MAXT);
    assert_close(pair_at(c, 0)->welch_p_adj, pair_at(c, 1)->welch_p_adj);
    assert_true(pair_at(c, 0)->welch_p_adj < 2 * pair_at(c, 0)->welch_p);
    bsh_comparison_destroy(c);
}

/* ---- three outlets */

static bsh_rows *three_outlets(void)
{
    bsh_rows *const rows = new_rows("asl");
    add_articles(rows, "first", first, sizeof first / sizeof first[0]);
    add_articles(rows, "second", second, sizeof second / sizeof second[0]);
    add_articles(rows, "third", third, sizeof third / sizeof third[0]);
    return rows;
}

static void three_outlets_are_tested_together_and_in_pairs(void **state)
{
    (void) state;
    bsh_comparison *const c = compare(three_outlets());
    assert_true(find(c, "kruskal_wallis")->a == BSH_ALL_CORPORA);
    assert_true(find(c, "kruskal_wallis")->b == BSH_NO_CORPUS);
    assert_int_equal(find(c, "welch_anova")->status, BSH_TEST_OK);
    assert_int_equal(pair_at(c, 0)->b, 1);
    assert_int_equal(pair_at(c, 1)->b, 2);
    assert_int_equal(pair_at(c, 2)->a, 1);
    bsh_comparison_destroy(c);
}

static void a_baseline_is_the_second_of_every_pair(void **state)
{
    (void) state;
    bsh_compare_options options;
    bsh_compare_options_init(&options);
    options.baseline = "second";
    bsh_comparison *const         c = compare_with(three_outlets(), &options);
    size_t                        n = 0;
    const bsh_pair_summary *const pairs = bsh_comparison_pairs(c, &n);
    assert_int_equal(n, 2);
    assert_int_equal(pairs[0].a, 0);
    assert_int_equal(pairs[0].b, 1);
    assert_int_equal(pairs[1].a, 2);
    assert_int_equal(pairs[1].b, 1);
    bsh_comparison_destroy(c);
}

static void what_cannot_be_compared_is_refused(void **state)
{
    (void) state;
    bsh_comparison     *c = NULL;
    bsh_compare_options options;
    bsh_compare_options_init(&options);
    bsh_rows *const rows = three_outlets();
    options.baseline = "fourth";
    assert_int_equal(bsh_compare(&c, rows, &options, &error), BSH_E_USAGE);
    options.baseline = NULL;
    options.tests = "student";
    assert_int_equal(bsh_compare(&c, rows, &options, &error), BSH_E_USAGE);
    assert_non_null(strstr(error.message, "student_t"));
    bsh_rows_destroy(rows);
}

/* ---- designs */

static void add_designed(bsh_rows *rows, const char *corpus, const char *block,
                         const char *cluster, double value)
{
    const char *const names[3] = {corpus, block, cluster};
    assert_int_equal(bsh__rows_add_values(rows, names, 500, &value, &error), BSH_OK);
}

/* paired/px_py; each event's average of A comes from two articles that lie around it. */
static void articles_of_the_same_event_are_paired(void **state)
{
    (void) state;
    bsh_compare_options options;
    bsh_compare_options_init(&options);
    options.has_blocks = true;
    bsh_rows *const rows = new_rows("asl");
    for (size_t i = 0; i < N_PAIRS; ++i) {
        char event[8] = {'e', (char) ('a' + i), 0};
        add_designed(rows, "ledger", event, NULL, pairs_a[i] + 1);
        add_designed(rows, "ledger", event, NULL, pairs_a[i] - 1);
        add_designed(rows, "chronicle", event, NULL, pairs_b[i]);
    }
    add_designed(rows, "ledger", "alone", NULL, 99);
    add_designed(rows, "chronicle", NULL, NULL, 77);
    bsh_comparison *const         c = compare_with(rows, &options);
    const bsh_result *const       t = find(c, "paired_t");
    const bsh_pair_summary *const pair = pair_at(c, 0);
    assert_int_equal(t->n_a, N_PAIRS);
    assert_close(t->statistic, -2.945571539768685);
    assert_close(t->p, 0.01002321861353261);
    assert_close(t->ci_low, -5.966927685331894);
    assert_close(find(c, "signed_rank_exact")->p, 0.013092041015625003);
    assert_close(find(c, "sign_test")->p, 0.07681274414062504);
    assert_string_equal(pair->shown_method, "paired_t");
    assert_true(pair->shown_p == t->p);
    bsh_comparison_destroy(c);
}

/* Every author writes the same article five times: there are as many facts as authors, and the
 * robust se is that of the authors' means, times sqrt(G/(G-1) (N-1)/(N-2)) against n-1 ones. */
static void articles_of_one_author_count_as_one_fact(void **state)
{
    (void) state;
    bsh_compare_options options;
    bsh_compare_options_init(&options);
    options.has_clusters = true;
    bsh_rows *const rows = new_rows("asl");
    for (size_t i = 0; i < N_PAIRS; ++i) {
        char a[8] = {'a', (char) ('a' + i), 0};
        char b[8] = {'b', (char) ('a' + i), 0};
        for (unsigned k = 0; k < 5; ++k) {
            add_designed(rows, "ledger", NULL, a, pairs_a[i]);
            add_designed(rows, "chronicle", NULL, b, pairs_b[i]);
        }
    }
    bsh_comparison *const   c = compare_with(rows, &options);
    const bsh_result *const robust = find(c, "cluster_robust");
    double const            n_clusters = 2 * N_PAIRS;
    double const            n = 5 * n_clusters;
    bsh_comparison *const   authors = compare_two(pairs_a, N_PAIRS, pairs_b, N_PAIRS);
    const bsh_result *const welch = find(authors, "welch_t");
    double const            welch_se = welch->estimate / welch->statistic;
    double const            squares = welch_se * welch_se * (N_PAIRS - 1) / N_PAIRS;
    double const            cr1 = n_clusters / (n_clusters - 1) * (n - 1) / (n - 2);
    assert_close(robust->estimate / robust->statistic, sqrt(squares * cr1));
    assert_close(robust->df1, n_clusters - 1);
    assert_string_equal(pair_at(c, 0)->shown_method, "cluster_robust");
    assert_close(find(c, "icc")->estimate, 1);
    bsh_comparison_destroy(authors);
    bsh_comparison_destroy(c);
}

static void few_authors_are_warned_of(void **state)
{
    (void) state;
    bsh_compare_options options;
    bsh_compare_options_init(&options);
    options.has_clusters = true;
    bsh_rows *const rows = new_rows("asl");
    for (size_t i = 0; i < N_LEDGER; ++i) {
        add_designed(rows, "ledger", NULL, i < 3 ? "Ana Roe" : "Ulf Berg", ledger[i]);
        add_designed(rows, "chronicle", NULL, i < 3 ? "Tom Lee" : "Ida Holm", ledger[i] + 1);
    }
    bsh_comparison *const c = compare_with(rows, &options);
    assert_true(has_note(find(c, "cluster_robust")->notes, BSH_NOTE_FEW_CLUSTERS));
    bsh_comparison_destroy(c);
}

/* ---- length */

/* A ratio that falls with length and nothing else: outlets of unequal length differ in it until
 * length is taken out. */
static void a_measure_that_follows_length_is_confounded(void **state)
{
    (void) state;
    bsh_rows *const rows = new_rows("ttr");
    for (unsigned i = 0; i < 12; ++i) {
        const char *const a[3] = {"ledger", NULL, NULL};
        const char *const b[3] = {"chronicle", NULL, NULL};
        uint64_t const    short_words = 300 + 20 * i;
        uint64_t const    long_words = 600 + 40 * i;
        double const      noise = i % 2 == 0 ? .004 : -.004;
        double const      of_short = 1.5 - .15 * log((double) short_words) + noise;
        double const      of_long = 1.5 - .15 * log((double) long_words) + noise;
        assert_int_equal(bsh__rows_add_values(rows, a, short_words, &of_short, &error), BSH_OK);
        assert_int_equal(bsh__rows_add_values(rows, b, long_words, &of_long, &error), BSH_OK);
    }
    bsh_comparison *const         c = compare(rows);
    const bsh_pair_summary *const pair = pair_at(c, 0);
    assert_true(has_note(pair->notes, BSH_NOTE_LENGTH_CONFOUNDED));
    assert_true(pair->diff > .09 && pair->welch_p < .001);
    assert_true(fabs(pair->length_adj_diff) < .01 && pair->length_adj_p > .05);
    bsh_comparison_destroy(c);
}

/* The values differ, and so do the lengths, but inside an outlet length has no say. */
static void outlets_of_unequal_length_alone_confound_nothing(void **state)
{
    (void) state;
    bsh_rows *const rows = new_rows("flesch");
    for (unsigned i = 0; i < 12; ++i) {
        const char *const a[3] = {"ledger", NULL, NULL};
        const char *const b[3] = {"chronicle", NULL, NULL};
        double const      low = 40 + i * 7 % 12;
        double const      high = 80 + i * 7 % 12;
        assert_int_equal(bsh__rows_add_values(rows, a, 300 + i, &low, &error), BSH_OK);
        assert_int_equal(bsh__rows_add_values(rows, b, 600 + i, &high, &error), BSH_OK);
    }
    bsh_comparison *const c = compare(rows);
    assert_false(has_note(pair_at(c, 0)->notes, BSH_NOTE_LENGTH_CONFOUNDED));
    bsh_comparison_destroy(c);
}

/* ---- on request */

static void tests_on_request_are_added_and_no_others(void **state)
{
    (void) state;
    bsh_compare_options options;
    bsh_compare_options_init(&options);
    options.tests = "ks2,student_t";
    bsh_rows *const rows = new_rows("asl");
    add_articles(rows, "ledger", ledger, N_LEDGER);
    add_articles(rows, "chronicle", chronicle, N_CHRONICLE);
    bsh_comparison *const c = compare_with(rows, &options);
    assert_non_null(find(c, "ks2"));
    assert_non_null(find(c, "student_t"));
    assert_null(find(c, "levene"));
    bsh_comparison_destroy(c);
}

/* The seed alone decides drawn numbers. */
static void another_seed_draws_other_permutations(void **state)
{
    (void) state;
    double p[3];
    for (unsigned i = 0; i < 3; ++i) {
        bsh_compare_options options;
        bsh_compare_options_init(&options);
        options.tests = "permutation_welch";
        options.seed = i == 2 ? 7 : 1;
        bsh_rows *const rows = new_rows("asl");
        add_articles(rows, "ledger", pairs_a, N_PAIRS);
        add_articles(rows, "chronicle", pairs_b, N_PAIRS);
        bsh_comparison *const c = compare_with(rows, &options);
        p[i] = find(c, "permutation_welch")->p;
        bsh_comparison_destroy(c);
    }
    assert_true(p[0] == p[1]);
    assert_true(p[0] != p[2]);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(two_outlets_get_the_results_of_reference),
        cmocka_unit_test(small_outlets_show_a_permutation_p),
        cmocka_unit_test(outlets_of_ten_show_brunner_and_munzels_p),
        cmocka_unit_test(the_order_of_articles_changes_no_bit),
        cmocka_unit_test(one_article_each_has_a_difference_and_no_test),
        cmocka_unit_test(one_article_against_an_outlet_gets_its_place),
        cmocka_unit_test(constants_give_a_status_and_no_p),
        cmocka_unit_test(three_against_three_cannot_reach_alpha),
        cmocka_unit_test(degenerate_data_of_every_size_are_survived),
        cmocka_unit_test(missing_values_are_dropped_and_counted),
        cmocka_unit_test(holm_goes_over_all_measures_and_pairs),
        cmocka_unit_test(max_t_lies_under_holm_for_welchs_t),
        cmocka_unit_test(three_outlets_are_tested_together_and_in_pairs),
        cmocka_unit_test(a_baseline_is_the_second_of_every_pair),
        cmocka_unit_test(what_cannot_be_compared_is_refused),
        cmocka_unit_test(articles_of_the_same_event_are_paired),
        cmocka_unit_test(articles_of_one_author_count_as_one_fact),
        cmocka_unit_test(few_authors_are_warned_of),
        cmocka_unit_test(a_measure_that_follows_length_is_confounded),
        cmocka_unit_test(outlets_of_unequal_length_alone_confound_nothing),
        cmocka_unit_test(tests_on_request_are_added_and_no_others),
        cmocka_unit_test(another_seed_draws_other_permutations),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
