#include "tests/unit/given_rows.h"

/* What a comparison says of values that are missing, or too alike to be tested. */

static bsh_comparison *compare_clusters(bsh_rows *rows)
{
    bsh_compare_options options;
    bsh_compare_options_init(&options);
    options.has_clusters = true;
    return compare_with(rows, &options);
}

static void a_test_of_all_outlets_counts_what_all_miss(void **state)
{
    (void) state;
    const char *const names[] = {"ledger", "chronicle", "echo"};
    double const      none = (double) NAN;
    bsh_rows *const   rows = new_rows("asl");
    for (unsigned corpus = 0; corpus < 3; ++corpus) {
        const double values[] = {11.5, 12.25 + corpus, 14};
        add_articles(rows, names[corpus], values, 3);
        for (unsigned i = 0; i < corpus; ++i) {
            add_article(rows, names[corpus], &none);
        }
    }
    bsh_comparison *const c = compare(rows);
    assert_int_equal(find(c, "kruskal_wallis")->n_a, 9);
    assert_int_equal(find(c, "kruskal_wallis")->missing_a, 3);
    assert_int_equal(find(c, "welch_anova")->missing_a, 3);
    bsh_comparison_destroy(c);
}

static void add_ratio(bsh_rows *rows, const char *corpus, double ratio, uint64_t words)
{
    bsh_input const input = {.name = "given values", .corpus = corpus};
    bsh_row        *row;
    assert_int_equal(bsh__row_create_empty(&row, 1, &input, NULL, &error), BSH_OK);
    row->article.words = words;
    row->article.is_tested = true;
    row->values[0] = ratio;
    row->denominators[0] = (double) words;
    assert_int_equal(bsh_rows_add(rows, row, &error), BSH_OK);
    bsh_row_destroy(row);
}

/* 1.37 of 531 words is no double: the residuals of the articles are some 1e-13, not 0. */
static void ratios_that_never_vary_have_no_interval(void **state)
{
    (void) state;
    bsh_rows *const rows = new_rows("asw");
    for (unsigned i = 0; i < 9; ++i) {
        add_ratio(rows, "ledger", 1.5, 501 + 41 * i);
        add_ratio(rows, "chronicle", 1.37, 531 + 37 * i);
    }
    bsh_comparison *const   c = compare(rows);
    const bsh_result *const ratio = find(c, "ratio_of_totals");
    assert_int_equal(ratio->status, BSH_TEST_NO_VARIANCE);
    assert_close(ratio->estimate, .13);
    assert_true(isnan(ratio->ci_low) && isnan(ratio->ci_high) && isnan(ratio->ci_level));
    bsh_comparison_destroy(c);
}

static void add_written(bsh_rows *rows, const char *corpus, const char *author, unsigned i)
{
    static const double values[] = {12.61, 15.03, 11.88, 13.9, 16.45, 14.02};
    const char *const   names[3] = {corpus, NULL, author};
    assert_int_equal(bsh__rows_add_values(rows, names, 400 + 90 * i, &values[i], &error),
                     BSH_OK);
}

/* With one author for both outlets there was a p of nothing and "ok", with one for each a p
 * though the author cannot be told from the outlet. */
static void an_outlet_of_one_author_has_no_test_at_equal_length(void **state)
{
    (void) state;
    for (unsigned has_two = 0; has_two < 2; ++has_two) {
        bsh_rows *const rows = new_rows("asl");
        for (unsigned i = 0; i < 6; ++i) {
            add_written(rows, "ledger", "Ana Roe", i);
            add_written(rows, "chronicle", has_two ? "Ulf Berg" : "Ana Roe", 5 - i);
        }
        bsh_comparison *const   c = compare_clusters(rows);
        const bsh_result *const length = find(c, "length_adjusted");
        assert_int_equal(length->status, BSH_TEST_TOO_FEW);
        assert_int_equal(find(c, "cluster_robust")->status, BSH_TEST_TOO_FEW);
        assert_true(isfinite(length->estimate));
        assert_true(isnan(length->p) && isnan(length->df1) && isnan(length->statistic));
        assert_true(isnan(length->ci_low) && isnan(length->ci_level));
        bsh_comparison_destroy(c);
    }
}

static bsh_comparison *compare_blocks(unsigned n)
{
    bsh_compare_options options;
    bsh_compare_options_init(&options);
    options.has_blocks = true;
    bsh_rows *const rows = new_rows("asl");
    for (unsigned i = 0; i < n; ++i) {
        char const        event[2] = {(char) ('a' + i), 0};
        const char *const a[3] = {"ledger", event, NULL};
        const char *const b[3] = {"chronicle", event, NULL};
        double const      value = 12;
        double const      other = 13 + i;
        assert_int_equal(bsh__rows_add_values(rows, a, 500, &value, &error), BSH_OK);
        assert_int_equal(bsh__rows_add_values(rows, b, 500, &other, &error), BSH_OK);
    }
    return compare_with(rows, &options);
}

/* Of 2^3 signs two are as extreme as these: p .25 at least, and a level of .75 at most.  Six
 * differences are the fewest with an interval of 95 %, one has none. */
static void few_events_make_no_interval_of_95_percent(void **state)
{
    (void) state;
    static const unsigned sizes[] = {2, 3, 5, 6};
    static const double   levels[] = {.5, .75, .9375, .95};
    for (unsigned i = 0; i < 4; ++i) {
        bool const              is_short = i < 3;
        bsh_comparison *const   c = compare_blocks(sizes[i]);
        const bsh_result *const ranks = find(c, "signed_rank_exact");
        assert_close(ranks->p, ldexp(1, 1 - (int) sizes[i]));
        assert_close(ranks->ci_level, levels[i]);
        assert_int_equal(has_note(ranks->notes, BSH_NOTE_LEVEL_NOT_REACHED), is_short);
        assert_int_equal(has_note(ranks->notes, BSH_NOTE_CANNOT_REACH_ALPHA), is_short);
        assert_int_equal(has_note(find(c, "sign_test")->notes, BSH_NOTE_CANNOT_REACH_ALPHA),
                         is_short);
        bsh_comparison_destroy(c);
    }
    bsh_comparison *const none = compare_blocks(1);
    assert_int_equal(find(none, "sign_test")->status, BSH_TEST_TOO_FEW);
    assert_false(has_note(find(none, "sign_test")->notes, BSH_NOTE_CANNOT_REACH_ALPHA));
    bsh_comparison_destroy(none);
}

static void constants_have_no_normal_share_for_want_of_variance(void **state)
{
    (void) state;
    double const        value = 12;
    bsh_compare_options options;
    bsh_compare_options_init(&options);
    options.tests = "cles_normal";
    bsh_rows *const rows = new_rows("asl");
    for (unsigned i = 0; i < 3; ++i) {
        add_article(rows, "ledger", &value);
        add_article(rows, "chronicle", &value);
    }
    bsh_comparison *const c = compare_with(rows, &options);
    assert_int_equal(find(c, "cles_normal")->status, BSH_TEST_NO_VARIANCE);
    bsh_comparison_destroy(c);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_test_of_all_outlets_counts_what_all_miss),
        cmocka_unit_test(ratios_that_never_vary_have_no_interval),
        cmocka_unit_test(an_outlet_of_one_author_has_no_test_at_equal_length),
        cmocka_unit_test(few_events_make_no_interval_of_95_percent),
        cmocka_unit_test(constants_have_no_normal_share_for_want_of_variance),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
