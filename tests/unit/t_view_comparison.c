#include "tests/written.h"

#include "tests/allocator.h"
#include "tests/unit/fake_comparison.h"

#include <broadsheet/views.h>

static const bsh_corpus_summary corpora[] = {
    {.name = "=ledger",
     .n_articles = 214,
     .n_words = 121480,
     .n_tested = 208,
     .n_short = 6,
     .n_decoded = 2,
     .n_other_language = 1,
     .median_words = 510.5,
     .mark_shares = {0.25, 0.75, 0, 0, 0, 0},
     .repairs_per_100 = 1.5,
     .left_out_share = 0.125,
     .decoded_share = 0.0078125,
     .n_blocks = 40,
     .n_without_block = 3},
    {.name = "chronicle",
     .n_articles = 187,
     .n_words = 92115,
     .n_tested = 187,
     .median_words = 470,
     .mark_shares = {1, 0, 0, 0, 0, 0},
     .repairs_per_100 = (double) NAN,
     .n_blocks = 41},
};

static bsh_comparison two_corpora(void)
{
    bsh_comparison comparison = fake_comparison("flesch,quote_density");
    comparison.corpora = corpora;
    comparison.n_corpora = 2;
    comparison.options.has_blocks = true;
    return comparison;
}

static void assert_csv(bsh_table *table, const char *expected)
{
    assert_written("csv", table, NULL, expected);
    bsh_table_destroy(table);
}

#define LONG_HEADER                                                                            \
    "measure,unit,a,b,n_a,n_b,missing_a,missing_b,method,statistic,df1,df2,p,p_adj,"           \
    "p_adj_method,estimate_name,estimate,ci_low,ci_high,ci_level,status,note\n"

static void a_test_is_a_row(void **state)
{
    (void) state;
    bsh_comparison comparison = two_corpora();
    bsh_result     results[] = {
            fake_result(0, 0, 1, "welch_t"), fake_result(0, 0, 1, "brunner_munzel"),
            fake_result(1, BSH_ALL_CORPORA, BSH_NO_CORPUS, "kruskal_wallis"),
            fake_result(1, 1, BSH_NO_CORPUS, "shapiro"), fake_result(1, 0, 1, "tost_welch")};
    results[0].n_a = 208;
    results[0].n_b = 187;
    results[0].missing_b = 2;
    results[0].statistic = -2.5;
    results[0].df1 = 390.25;
    results[0].p = 0.0128;
    results[0].p_adj = 0.0256;
    results[0].estimate_name = "diff";
    results[0].estimate = -8.75;
    results[0].ci_low = -10.5;
    results[0].ci_high = -7;
    results[0].ci_level = 0.95;
    results[0].p_adj_method = BSH_ADJUST_HOLM;
    results[0].notes = 1U << BSH_NOTE_LENGTH_CONFOUNDED | 1U << BSH_NOTE_INSTRUMENT_DIFFERS;
    results[1].status = BSH_TEST_DEGENERATE;
    results[4].ci_low = -0.5;
    results[4].ci_high = 0.5;
    results[4].ci_level = 0.9;
    comparison.results = results;
    comparison.n_results = 5;
    bsh_table *table = NULL;
    assert_int_equal(bsh_comparison_table(&table, &comparison, false, NULL, NULL), BSH_OK);
    assert_csv(table, LONG_HEADER
               "flesch,points,'=ledger,chronicle,208,187,0,2,welch_t,-2.5,390.25,,0.0128,"
               "0.0256,holm,diff,-8.75,-10.5,-7,0.95,ok,length_confounded "
               "instrument_differs\n"
               "flesch,points,'=ledger,chronicle,0,0,0,0,brunner_munzel,,,,,,,,,,,,"
               "degenerate,\n"
               "quote_density,0..1,*,,0,,0,,kruskal_wallis,,,,,,,,,,,,ok,\n"
               "quote_density,0..1,chronicle,,0,,0,,shapiro,,,,,,,,,,,,ok,\n"
               "quote_density,0..1,'=ledger,chronicle,0,0,0,0,tost_welch,,,,,,,,,-0.5,0.5,"
               "0.9,ok,\n");
}

static void a_pair_is_a_row_of_the_wide_table(void **state)
{
    (void) state;
    bsh_comparison   comparison = two_corpora();
    bsh_pair_summary pairs[] = {fake_pair(0, 0, 1), fake_pair(1, 0, 1)};
    pairs[0] = (bsh_pair_summary){
        .b = 1,
        .mean_a = 1.5,
        .mean_b = 2.5,
        .sd_a = 3.5,
        .sd_b = 4.5,
        .median_a = 5.5,
        .median_b = 6.5,
        .diff = 7.5,
        .diff_ci_low = 8.5,
        .diff_ci_high = 9.5,
        .welch_p = 10.5,
        .welch_p_adj = 11.5,
        .hedges_g = 12.5,
        .g_ci_low = 13.5,
        .g_ci_high = 14.5,
        .p_superior = 15.5,
        .ps_ci_low = 16.5,
        .ps_ci_high = 17.5,
        .mw_p = 18.5,
        .mw_p_adj = 19.5,
        .bm_p = 20.5,
        .bm_p_adj = 21.5,
        .shift = 22.5,
        .shift_ci_low = 23.5,
        .shift_ci_high = 24.5,
        .length_adj_diff = 25.5,
        .length_adj_p = 26.5,
    };
    pairs[1].status = BSH_TEST_TOO_FEW;
    pairs[1].notes = 1U << BSH_NOTE_FEW_ARTICLES;
    comparison.pairs = pairs;
    comparison.n_pairs = 2;
    bsh_table *table = NULL;
    assert_int_equal(bsh_comparison_table(&table, &comparison, true, NULL, NULL), BSH_OK);
    assert_csv(table, "measure,unit,a,b,n_a,n_b,mean_a,mean_b,sd_a,sd_b,median_a,median_b,diff,"
                      "diff_ci_low,diff_ci_high,welch_p,welch_p_adj,hedges_g,g_ci_low,"
                      "g_ci_high,p_superior,ps_ci_low,ps_ci_high,mw_p,mw_p_adj,bm_p,bm_p_adj,"
                      "shift,shift_ci_low,shift_ci_high,length_adj_diff,length_adj_p,status,"
                      "note\n"
                      "flesch,points,'=ledger,chronicle,0,0,1.5,2.5,3.5,4.5,5.5,6.5,7.5,8.5,"
                      "9.5,10.5,11.5,12.5,13.5,14.5,15.5,16.5,17.5,18.5,19.5,20.5,21.5,22.5,"
                      "23.5,24.5,25.5,26.5,ok,\n"
                      "quote_density,0..1,'=ledger,chronicle,0,0,,,,,,,,,,,,,,,,,,,,,,,,,,,"
                      "too_few,few_articles\n");
}

static void notes_are_an_array_in_json(void **state)
{
    (void) state;
    bsh_comparison comparison = two_corpora();
    bsh_result     result = fake_result(0, 0, 1, "welch_t");
    result.notes = 1U << BSH_NOTE_CANNOT_REACH_ALPHA;
    comparison.results = &result;
    comparison.n_results = 1;
    bsh_table *table = NULL;
    assert_int_equal(bsh_comparison_table(&table, &comparison, false, NULL, NULL), BSH_OK);
    assert_written("jsonl", table, NULL,
                   "{\"schema\":\"broadsheet.result/1\",\"measure\":\"flesch\","
                   "\"unit\":\"points\",\"a\":\"=ledger\",\"b\":\"chronicle\",\"n_a\":0,"
                   "\"n_b\":0,\"missing_a\":0,\"missing_b\":0,\"method\":\"welch_t\","
                   "\"statistic\":null,\"df1\":null,\"df2\":null,\"p\":null,\"p_adj\":null,"
                   "\"p_adj_method\":null,\"estimate_name\":null,\"estimate\":null,"
                   "\"ci_low\":null,\"ci_high\":null,\"ci_level\":null,\"status\":\"ok\","
                   "\"note\":[\"cannot_reach_alpha\"]}\n");
    bsh_table_destroy(table);
}

static void a_measure_of_a_corpus_is_described_in_a_row(void **state)
{
    (void) state;
    bsh_comparison  comparison = two_corpora();
    bsh_description descriptions[4] = {0};
    descriptions[0].n = 208;
    descriptions[0].missing = 2;
    descriptions[0].kurtosis_G2 = -0.5;
    descriptions[1].mean = (double) NAN;
    descriptions[3].sum = 3.25;
    comparison.descriptions = descriptions;
    bsh_table *table = NULL;
    assert_int_equal(bsh_describe_table(&table, &comparison, NULL, NULL), BSH_OK);
    assert_csv(table, "measure,corpus,n,missing,sum,mean,sd,se,mean_ci_low,mean_ci_high,min,"
                      "p05,p10,q1,median,q3,p90,p95,max,iqr,mad,trimmed_mean_20,cv,skew_G1,"
                      "kurtosis_G2\n"
                      "flesch,'=ledger,208,2,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,-0.5\n"
                      "flesch,chronicle,0,0,0,,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0\n"
                      "quote_density,'=ledger,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0\n"
                      "quote_density,chronicle,0,0,3.25,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,"
                      "0\n");
}

static void a_corpus_is_a_row(void **state)
{
    (void) state;
    bsh_comparison const comparison = two_corpora();
    bsh_table           *table = NULL;
    assert_int_equal(bsh_corpora_table(&table, &comparison, NULL, NULL), BSH_OK);
    assert_csv(table,
               "corpus,articles,words,tested,short,other_language,decoded,median_words,"
               "mark_none_share,mark_curly_double_share,mark_curly_single_share,"
               "mark_straight_double_share,mark_straight_single_share,mark_other_share,"
               "repairs_per_100,left_out_share,decoded_share,blocks,without_block,clusters,"
               "without_cluster\n"
               "'=ledger,214,121480,208,6,1,2,510.5,0.25,0.75,0,0,0,0,1.5,0.125,0.0078125,40,"
               "3,,\n"
               "chronicle,187,92115,187,0,0,0,470,1,0,0,0,0,0,,0,0,41,0,,\n");
}

static void every_allocation_may_fail(void **state)
{
    (void) state;
    bsh_comparison comparison = two_corpora();
    bsh_result     result = fake_result(0, 0, 1, "welch_t");
    test_allocator memory;
    bsh_status     status = BSH_E_NOMEM;
    result.notes = 3;
    comparison.results = &result;
    comparison.n_results = 1;
    test_allocator_init(&memory, 0);
    for (long fail_at = 1; status != BSH_OK; ++fail_at) {
        bsh_table *table = NULL;
        bsh_error  err = {0};
        memory.n_calls = 0;
        memory.fail_at = fail_at;
        status = bsh_comparison_table(&table, &comparison, false, &memory.allocator, &err);
        assert_int_equal(err.status, status);
        assert_true(status == BSH_OK || (status == BSH_E_NOMEM && table == NULL));
        assert_true(status == BSH_E_NOMEM || fail_at > 3);
        bsh_table_destroy(table);
        assert_int_equal(memory.n_live, 0);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_test_is_a_row),
        cmocka_unit_test(a_pair_is_a_row_of_the_wide_table),
        cmocka_unit_test(notes_are_an_array_in_json),
        cmocka_unit_test(a_measure_of_a_corpus_is_described_in_a_row),
        cmocka_unit_test(a_corpus_is_a_row),
        cmocka_unit_test(every_allocation_may_fail),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
