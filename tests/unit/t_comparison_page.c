#include "tests/t.h"

#include "tests/unit/fake_comparison.h"

#include "cli/comparison_page.h"

static const cli_style usual = {.width = 79};
static const cli_style plain = {.width = 79, .is_ascii = true};

/* Two corpora of 40 articles and two measures; each test changes what it is about. */
typedef struct fixture {
    bsh_comparison     comparison;
    bsh_corpus_summary corpora[2];
    bsh_description    descriptions[4];
    bsh_pair_summary   pairs[2];
} fixture;

static void fill_pair(bsh_pair_summary *pair, double median_a, double median_b)
{
    pair->n_a = pair->n_b = 40;
    pair->mean_a = pair->median_a = median_a;
    pair->mean_b = pair->median_b = median_b;
    pair->diff = pair->shift = median_a - median_b;
    pair->shift_ci_low = pair->shift - 2;
    pair->shift_ci_high = pair->shift + 2;
    pair->p_superior = 0.27;
    pair->ps_ci_low = 0.2;
    pair->ps_ci_high = 0.35;
    pair->shown_p = pair->shown_p_adj = 0.0004;
    pair->shown_method = "brunner_munzel";
}

static void set_up(fixture *f)
{
    *f = (fixture){.comparison = fake_comparison("flesch,quote_density")};
    f->corpora[0] = (bsh_corpus_summary){.name = "ledger",
                                         .n_articles = 42,
                                         .n_words = 21480,
                                         .n_tested = 40,
                                         .n_short = 2,
                                         .median_words = 500};
    f->corpora[1] = (bsh_corpus_summary){.name = "chronicle",
                                         .n_articles = 40,
                                         .n_words = 19115,
                                         .n_tested = 40,
                                         .n_decoded = 1,
                                         .median_words = 440};
    f->pairs[0] = fake_pair(0, 0, 1);
    f->pairs[1] = fake_pair(1, 0, 1);
    fill_pair(&f->pairs[0], 45, 53.9);
    fill_pair(&f->pairs[1], 0.173, 0.298);
    f->pairs[1].shown_p_adj = 0.2;
    f->descriptions[0].median = 45;
    f->descriptions[1].median = 53.9;
    f->descriptions[2].median = 0.173;
    f->descriptions[3].median = 0.298;
    f->comparison.corpora = f->corpora;
    f->comparison.n_corpora = 2;
    f->comparison.descriptions = f->descriptions;
    f->comparison.pairs = f->pairs;
    f->comparison.n_pairs = 2;
    f->comparison.n_adjusted = 2;
}

/* The page as text; to be freed. */
static char *page_of(const fixture *f, const cli_style *style)
{
    bsh_options options;
    char       *text = NULL;
    size_t      n = 0;
    FILE *const out = open_memstream(&text, &n);
    assert_non_null(out);
    bsh_options_init(&options);
    cli_comparison_page(out, style, &f->comparison, &options);
    assert_int_equal(fclose(out), 0);
    return text;
}

static void assert_says(const fixture *f, const char *words)
{
    char *const page = page_of(f, &usual);
    if (strstr(page, words) == NULL) {
        fail_msg("no \"%s\" in\n%s", words, page);
    }
    free(page);
}

static void assert_silent(const fixture *f, const char *words)
{
    char *const page = page_of(f, &usual);
    if (strstr(page, words) != NULL) {
        fail_msg("\"%s\" in\n%s", words, page);
    }
    free(page);
}

static void assert_page(const fixture *f, const cli_style *style, const char *expected)
{
    char *const page = page_of(f, style);
    assert_string_equal(page, expected);
    free(page);
}

static void two_corpora_are_a_table_with_sentences(void **state)
{
    (void) state;
    fixture f;
    set_up(&f);
    assert_page(
        &f, &usual,
        "ledger         42 articles      21,480 words\n"
        "  2 under 100 words, left out of the tests\n"
        "chronicle      40 articles      19,115 words\n"
        "  1 with a guessed or damaged encoding\n"
        "\n"
        "                                                     higher in│higher in\n"
        "                     ledger chronicle   shift     δ  chronicle│ledger\n"
        "                         (median)                   −1········┼········+1\n"
        "Flesch reading ease    45.0      53.9    −8.9  −.46     ├●─┤  │            ***\n"
        "Words in quotes, %     17.3      29.8   −12.5  −.46     ├●─┤  │            ·\n"
        "\n"
        "Read as: take one article of each; by Flesch reading ease the chronicle one is\n"
        "  easier 73 times in 100.\n"
        "Flesch reading ease: chronicle higher by 8.9 points (95 % CI 6.9 to 10.9)\n"
        "No clear difference: Words in quotes\n"
        "\n"
        "*** p<.001 ** p<.01 * p<.05 · not significant; Brunner–Munzel, Holm over 2\n"
        "tests (measures × pairs), articles taken as independent units. Differences are\n"
        "ledger minus chronicle. shift: Hodges–Lehmann; δ: Cliff’s delta with its 95 %\n"
        "interval. Seed 1.\n");
}

static void a_page_in_ascii_is_ascii(void **state)
{
    (void) state;
    fixture f;
    set_up(&f);
    f.corpora[0].name = "caf\xC3\xA9\x1B[31m";
    char *const page = page_of(&f, &plain);
    assert_non_null(strstr(page, "[o"));
    assert_non_null(strstr(page, "delta: Cliff's delta"));
    for (const char *at = page; *at != '\0'; ++at) {
        bool const is_of_name = strncmp(at, "\xC3\xA9", 2) == 0 || *at == '\xA9';
        assert_true(is_of_name || *at == '\n' || (*at >= ' ' && *at <= '~'));
    }
    free(page);
}

static void a_measure_that_rises_with_difficulty_is_turned_round(void **state)
{
    (void) state;
    fixture f;
    set_up(&f);
    f.comparison.selection = fake_comparison("flesch_kincaid,quote_density").selection;
    assert_says(&f, "by Flesch-Kincaid grade the ledger one is\n  easier 73 times in 100.");
    assert_says(&f, "Flesch-Kincaid grade: chronicle higher by 8.9 grades (95 % CI ");
}

static void chances_are_never_rounded_to_certainty(void **state)
{
    (void) state;
    fixture f;
    set_up(&f);
    f.pairs[0].p_superior = 0.001;
    assert_says(&f, "99 times in 100");
    f.pairs[0].p_superior = 0;
    assert_says(&f, "easier every time.");
    f.pairs[0].p_superior = 0.55;
    f.pairs[0].shift = 0.001;
    assert_says(&f, "Flesch reading ease: ledger higher 55 times in 100\n");
}

static void no_sentence_is_made_of_few_articles(void **state)
{
    (void) state;
    fixture f;
    set_up(&f);
    f.pairs[0].n_b = f.pairs[1].n_b = f.corpora[1].n_tested = 19;
    assert_silent(&f, "Read as");
    assert_silent(&f, "higher by");
    assert_silent(&f, "No clear difference");
    assert_says(&f, "No sentences: they are made from 20 articles each upward.\n");
}

static void no_sentence_is_made_where_the_instrument_differs(void **state)
{
    (void) state;
    fixture f;
    set_up(&f);
    f.pairs[0].notes = f.pairs[1].notes = 1U << BSH_NOTE_INSTRUMENT_DIFFERS;
    f.corpora[0].left_out_share = 0.2345;
    f.corpora[1].left_out_share = 0.09;
    f.corpora[0].mark_shares[BSH_MARK_NONE] = 0.5;
    f.corpora[0].mark_shares[BSH_MARK_CURLY_DOUBLE] = 0.5;
    f.corpora[1].mark_shares[BSH_MARK_CURLY_DOUBLE] = 0.75;
    f.corpora[1].mark_shares[BSH_MARK_STRAIGHT_DOUBLE] = 0.25;
    f.corpora[0].repairs_per_100 = 7.25;
    f.corpora[1].repairs_per_100 = 1;
    assert_silent(&f, "Read as");
    assert_silent(&f, "higher by");
    assert_says(&f, "no sentence is made of\n  them: all measures\n"
                    "  articles that quote in curly double marks: 100 % of ledger, 75 % of "
                    "chronicle\n"
                    "  articles that quote in straight double marks: 0 % of ledger, 25 % of\n"
                    "    chronicle\n"
                    "  quotation marks repaired: 7.2 per 100 quotes of ledger, 1.0 per 100 "
                    "quotes of\n    chronicle\n"
                    "  words left out: 23 % of ledger, 9.0 % of chronicle\n\n");
}

static void what_is_not_significant_is_no_clear_difference(void **state)
{
    (void) state;
    fixture f;
    set_up(&f);
    f.pairs[0].shown_p_adj = 0.05;
    assert_silent(&f, "Read as");
    assert_says(&f, "No clear difference: Flesch reading ease; Words in quotes\n");
    assert_silent(&f, "no difference");
}

static void an_undefined_row_says_why(void **state)
{
    (void) state;
    fixture f;
    set_up(&f);
    f.pairs[1] = fake_pair(1, 0, 1);
    f.pairs[1].n_a = 40;
    f.pairs[1].n_b = 38;
    f.pairs[1].status = BSH_TEST_NO_VARIANCE;
    f.pairs[1].median_a = f.pairs[1].median_b = 0;
    f.descriptions[2].median = f.descriptions[3].median = 0;
    assert_says(&f, "Words in quotes, %     0.00      0.00       ·     ·           │\n"
                    "· Words in quotes: all values are equal, so no test is possible\n"
                    "Articles with a value: Words in quotes 40 of 40 and 38 of 40.\n");
}

static void ratios_are_shown_where_they_differ(void **state)
{
    (void) state;
    fixture f;
    set_up(&f);
    f.pairs[1].ratio_a = 0.1734;
    f.pairs[1].ratio_b = 0.298;
    assert_silent(&f, "ratio of totals");
    f.pairs[1].ratio_a = 0.19;
    assert_says(&f,
                "Words in quotes, %: mean of ratios 17.3 and 29.8 (each article counts the\n"
                "  same), ratio of totals 19.0 and 29.8 (each word does).\n");
}

static void confounding_by_length_is_told_with_what_is_left(void **state)
{
    (void) state;
    fixture f;
    set_up(&f);
    f.pairs[1].notes = 1U << BSH_NOTE_LENGTH_CONFOUNDED;
    f.pairs[1].length_adj_diff = -0.004;
    f.pairs[1].length_adj_p = 0.4199;
    f.pairs[1].welch_p = 1e-9;
    assert_says(&f, "note: articles of ledger are longer (median 500 words, chronicle 440), "
                    "and\n  these measures go with length. Difference of means at equal "
                    "length, p not\n  adjusted:\n  Words in quotes: −0.4, p = .420 (as it is: "
                    "−12.5, p < .001)\n");
}

static void the_smallest_reachable_p_is_told(void **state)
{
    (void) state;
    fixture f;
    set_up(&f);
    for (size_t i = 0; i < 2; ++i) {
        f.pairs[i].n_a = f.corpora[0].n_tested = 7;
        f.pairs[i].n_b = f.corpora[1].n_tested = 5;
        f.pairs[i].shown_method = "brunner_munzel_permutation";
    }
    assert_says(&f, "\nnote: 7 and 5 articles: exact test used; the smallest reachable p is "
                    "0.0025,\n  before it is adjusted\n\n");
    f.pairs[1].n_a = f.pairs[1].n_b = 3;
    assert_says(&f, "note: 3 and 3 articles: exact test used; the smallest reachable p is 0.1, "
                    "so\n  none can be below 0.05\n");
    f.pairs[0].notes = 1U << BSH_NOTE_PERMUTATION;
    assert_says(&f, "note: 7 and 5 articles: labels of articles permuted 9,999 times; the "
                    "smallest\n  reachable p is 0.0001, before it is adjusted\n");
}

static void few_clusters_are_told(void **state)
{
    (void) state;
    fixture f;
    set_up(&f);
    f.comparison.options.has_clusters = true;
    f.corpora[0].n_clusters = 9;
    f.corpora[1].n_clusters = 20;
    f.pairs[0].notes = 1U << BSH_NOTE_FEW_CLUSTERS;
    f.pairs[0].shown_method = f.pairs[1].shown_method = "cluster_robust";
    assert_says(&f, "note: 9 clusters in ledger and 20 in chronicle; with fewer than 10 the p "
                    "comes\n  out too low too often\n");
    assert_says(&f, "t with cluster-robust errors");
    assert_silent(&f, "independent");
}

static void the_estimate_beside_a_paired_p_is_the_paired_one(void **state)
{
    (void) state;
    fixture    f;
    bsh_result paired = fake_result(0, 0, 1, "paired_t");
    set_up(&f);
    paired.estimate_name = "diff";
    paired.estimate = -5;
    paired.ci_low = -6;
    paired.ci_high = -4;
    f.pairs[0].shown_method = f.pairs[1].shown_method = "paired_t";
    f.comparison.options.has_blocks = true;
    f.comparison.results = &paired;
    f.comparison.n_results = 1;
    assert_says(&f,
                "Flesch reading ease: chronicle higher by 5.0 points (95 % CI 4.0 to 6.0)\n");
    assert_says(&f, "paired t over blocks, Holm over\n2 tests");
}

static void one_article_each_has_no_test(void **state)
{
    (void) state;
    fixture f;
    set_up(&f);
    for (size_t i = 0; i < 2; ++i) {
        f.corpora[i] = (bsh_corpus_summary){
            .name = f.corpora[i].name, .n_articles = 1, .n_words = 480, .n_tested = 1};
    }
    assert_page(&f, &usual,
                "ledger          1 article          480 words\n"
                "chronicle       1 article          480 words\n"
                "\n"
                "                             ledger  chronicle  difference\n"
                "Flesch reading ease            45.0       53.9        −8.9\n"
                "Words in quotes, %             17.3       29.8       −12.5\n"
                "\n"
                "one article each: no test is possible\n");
}

static void one_article_has_a_place_in_an_outlet(void **state)
{
    (void) state;
    fixture f;
    set_up(&f);
    f.corpora[0].n_tested = 1;
    f.pairs[0].percentile = 12.5;
    f.pairs[0].sd_b = 6.5;
    f.pairs[0].crawford_p = 0.18;
    assert_says(&f,
                "                          (article)   (median)\n"
                "Flesch reading ease            45.0       53.9          12    −1.37     "
                ".180\n"
                "Words in quotes, %             17.3       29.8           ·        ·        "
                "·\n");
    assert_says(&f, "percentile: of 100 articles of chronicle, so many lie below the one of "
                    "ledger");
    assert_silent(&f, "***");
}

static void three_corpora_are_tested_together_first(void **state)
{
    (void) state;
    fixture            f;
    bsh_corpus_summary corpora[3];
    bsh_description    descriptions[6] = {0};
    bsh_result         test = fake_result(0, BSH_ALL_CORPORA, BSH_NO_CORPUS, "kruskal_wallis");
    set_up(&f);
    corpora[0] = f.corpora[0];
    corpora[1] = f.corpora[1];
    corpora[2] = f.corpora[1];
    corpora[2].name = "mail";
    for (size_t i = 0; i < 6; ++i) {
        descriptions[i].median = i < 3 ? 45 + (double) i : 0.25;
    }
    test.statistic = 12.34;
    test.df1 = 2;
    test.p = 0.002;
    test.p_adj = 0.004;
    f.comparison.corpora = corpora;
    f.comparison.n_corpora = 3;
    f.comparison.descriptions = descriptions;
    f.comparison.results = &test;
    f.comparison.n_results = 1;
    assert_says(&f,
                "\nmedian               ledger chronicle   mail       H  df      p\n"
                "Flesch reading ease    45.0      46.0   47.0    12.3   2   .004  **\n"
                "Words in quotes, %     25.0      25.0   25.0\n"
                "H: Kruskal–Wallis over all corpora together; p adjusted over the measures:\n"
                "Holm.\n\nledger against chronicle\n");
    assert_says(&f, "Differences are\nthe first-named minus the second.");
}

static void tests_asked_for_are_printed(void **state)
{
    (void) state;
    fixture    f;
    bsh_result results[] = {fake_result(0, 0, 1, "yuen_t"), fake_result(0, 0, 1, "welch_t"),
                            fake_result(1, 0, 1, "yuen_t")};
    set_up(&f);
    results[0].statistic = -2.5;
    results[0].p = 0.0125;
    results[0].estimate = -8.123456;
    results[2].status = BSH_TEST_TOO_FEW;
    f.comparison.results = results;
    f.comparison.n_results = 3;
    assert_says(&f, "\nledger - chronicle             statistic      p    estimate\n"
                    "Flesch reading ease\n"
                    "  yuen_t                            −2.5   .013      −8.123\n"
                    "Words in quotes\n"
                    "  yuen_t                        too few articles\n");
}

/* ---- marks */

struct bsh_keyness {
    const bsh_key_term *terms;
    size_t              n;
};

const bsh_key_term *bsh_keyness_terms(const bsh_keyness *keyness, size_t *n)
{
    *n = keyness->n;
    return keyness->terms;
}

static void assert_marks(const bsh_keyness *keyness, const cli_style *style,
                         const char *expected)
{
    char       *text = NULL;
    size_t      n = 0;
    FILE *const out = open_memstream(&text, &n);
    assert_non_null(out);
    cli_marks_lines(out, style, keyness, "ledger", "chronicle");
    assert_int_equal(fclose(out), 0);
    assert_string_equal(text, expected);
    free(text);
}

static void marks_are_a_line_a_corpus(void **state)
{
    (void) state;
    static const bsh_key_term terms[] = {
        {.term = {"mum", 3}, .log_ratio = -3.4, .is_key = true},
        {.term = {"council", 7}, .log_ratio = 3.1, .is_key = true},
        {.term = {"te\x1Bnder", 7}, .log_ratio = 7.0, .is_key = true},
        {.term = {"ferry", 5}, .log_ratio = 9.0},
    };
    bsh_keyness keyness = {terms, 4};
    assert_marks(&keyness, &usual,
                 "\nMarks ledger     council 8.6×  te␛nder 128×\n"
                 "Marks chronicle  mum 10.6×\n");
    assert_marks(&keyness, &plain,
                 "\nMarks ledger     council 8.6x  te\\x1bnder 128x\n"
                 "Marks chronicle  mum 10.6x\n");
    keyness.n = 1;
    assert_marks(&keyness, &usual, "\nMarks ledger     no term\nMarks chronicle  mum 10.6×\n");
    keyness = (bsh_keyness){&terms[3], 1};
    assert_marks(&keyness, &usual, "");
}

static void the_signs_of_marks_are_explained(void **state)
{
    (void) state;
    char       *text = NULL;
    size_t      n = 0;
    FILE *const out = open_memstream(&text, &n);
    assert_non_null(out);
    cli_marks_legend(out, &plain, .01);
    assert_int_equal(fclose(out), 0);
    assert_non_null(
        strstr(text, "\nx: times as frequent as in the other, by p < .01 of Welch's"));
    assert_non_null(strstr(text, "*: not in the other at all"));
    free(text);
}

static void too_few_blocks_are_not_called_too_few_articles(void **state)
{
    (void) state;
    fixture f;
    set_up(&f);
    f.comparison.options.has_blocks = true;
    f.pairs[0].shown_p = f.pairs[0].shown_p_adj = (double) NAN;
    f.pairs[1].shown_p = f.pairs[1].shown_p_adj = (double) NAN;
    f.pairs[0].status = f.pairs[1].status = BSH_TEST_TOO_FEW;
    assert_says(&f, "too few blocks have articles of both");
    assert_silent(&f, "too few articles");
}

static void marks_end_where_the_line_does(void **state)
{
    (void) state;
    bsh_key_term terms[12];
    for (size_t i = 0; i < 12; ++i) {
        terms[i] =
            (bsh_key_term){.term = {"neighbourhood", 13}, .log_ratio = 2, .is_key = true};
    }
    bsh_keyness const keyness = {terms, 12};
    assert_marks(&keyness, &usual,
                 "\nMarks ledger     neighbourhood 4.0×  neighbourhood 4.0×  neighbourhood "
                 "4.0×\nMarks chronicle  no term\n");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(two_corpora_are_a_table_with_sentences),
        cmocka_unit_test(a_page_in_ascii_is_ascii),
        cmocka_unit_test(a_measure_that_rises_with_difficulty_is_turned_round),
        cmocka_unit_test(chances_are_never_rounded_to_certainty),
        cmocka_unit_test(no_sentence_is_made_of_few_articles),
        cmocka_unit_test(no_sentence_is_made_where_the_instrument_differs),
        cmocka_unit_test(what_is_not_significant_is_no_clear_difference),
        cmocka_unit_test(an_undefined_row_says_why),
        cmocka_unit_test(ratios_are_shown_where_they_differ),
        cmocka_unit_test(confounding_by_length_is_told_with_what_is_left),
        cmocka_unit_test(the_smallest_reachable_p_is_told),
        cmocka_unit_test(few_clusters_are_told),
        cmocka_unit_test(the_estimate_beside_a_paired_p_is_the_paired_one),
        cmocka_unit_test(one_article_each_has_no_test),
        cmocka_unit_test(one_article_has_a_place_in_an_outlet),
        cmocka_unit_test(three_corpora_are_tested_together_first),
        cmocka_unit_test(tests_asked_for_are_printed),
        cmocka_unit_test(marks_are_a_line_a_corpus),
        cmocka_unit_test(the_signs_of_marks_are_explained),
        cmocka_unit_test(too_few_blocks_are_not_called_too_few_articles),
        cmocka_unit_test(marks_end_where_the_line_does),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
