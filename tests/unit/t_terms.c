#include "tests/t.h"

#include "corpus/terms_add.h"
#include "tests/allocator.h"

static bsh_error error;

static bsh_terms *new_terms(void)
{
    bsh_terms *terms = NULL;
    assert_int_equal(bsh_terms_create(&terms, NULL, &error), BSH_OK);
    return terms;
}

static void count(bsh_terms *terms, const char *term, uint64_t n)
{
    bsh_string const text = {term, strlen(term)};
    assert_int_equal(bsh__terms_count(terms, text, n, &error), BSH_OK);
}

static void begin(bsh_terms *terms, uint64_t seq)
{
    assert_int_equal(bsh__terms_begin_article(terms, seq, &error), BSH_OK);
}

static const bsh_term_row *rows_of(bsh_terms *terms, size_t n_expected)
{
    const bsh_term_row *rows = NULL;
    size_t              n = 0;
    assert_int_equal(bsh_terms_rows(terms, &rows, &n, &error), BSH_OK);
    assert_int_equal(n, n_expected);
    return rows;
}

static void assert_term(const bsh_term_row *row, const char *term)
{
    assert_int_equal(row->term.n_bytes, strlen(term));
    assert_memory_equal(row->term.data, term, strlen(term));
}

static void assert_near(double value, double expected)
{
    assert_true(value > expected - 5e-11 && value < expected + 5e-11);
}

/* Gries' corpus of five parts: v = 1..5, s = 9, 10, 10, 10, 11 (formula-examples:
 * gries_dpnorm). */
static void add_gries(bsh_terms *terms, uint64_t first, uint64_t last)
{
    static const uint64_t sizes[] = {9, 10, 10, 10, 11};
    for (uint64_t i = first; i <= last; ++i) {
        begin(terms, i);
        count(terms, "ferry", i + 1);
        count(terms, "other", sizes[i] - i - 1);
    }
}

static void the_dispersion_of_gries_example_is_his(void **state)
{
    (void) state;
    bsh_terms *const terms = new_terms();
    add_gries(terms, 0, 4);
    const bsh_term_row *const rows = rows_of(terms, 2);
    assert_term(&rows[1], "ferry");
    assert_int_equal(rows[1].count, 15);
    assert_int_equal(rows[1].docs, 5);
    assert_true(rows[1].has_dp_norm);
    assert_near(rows[1].dp_norm, 0.2195121951);
    assert_near(rows[1].per_million, 300000);
    assert_int_equal(bsh_terms_words(terms), 50);
    assert_int_equal(bsh_terms_articles(terms), 5);
    bsh_terms_destroy(terms);
}

static void articles_without_words_are_no_parts(void **state)
{
    (void) state;
    bsh_terms *const terms = new_terms();
    begin(terms, 7);
    add_gries(terms, 0, 4);
    begin(terms, 8);
    const bsh_term_row *const rows = rows_of(terms, 2);
    assert_near(rows[1].dp_norm, 0.2195121951);
    assert_int_equal(bsh_terms_articles(terms), 7);
    bsh_terms_destroy(terms);
}

static void dispersion_runs_from_even_to_all_in_one(void **state)
{
    (void) state;
    bsh_terms *const terms = new_terms();
    for (uint64_t i = 0; i < 3; ++i) {
        begin(terms, i);
        count(terms, "the", 3 * (i + 1));
        count(terms, i == 0 ? "only" : "rest", 7 * (i + 1));
    }
    const bsh_term_row *const rows = rows_of(terms, 3);
    assert_term(&rows[1], "the");
    assert_true(rows[1].dp_norm == 0);
    assert_term(&rows[2], "only"); // in the smallest part alone: the most uneven there is
    assert_near(rows[2].dp_norm, 1);
    bsh_terms_destroy(terms);
}

static void one_article_has_no_dispersion(void **state)
{
    (void) state;
    bsh_terms *const terms = new_terms();
    add_gries(terms, 2, 2);
    assert_false(rows_of(terms, 2)[0].has_dp_norm);
    bsh_terms_destroy(terms);
}

static void merging_in_any_order_gives_the_same(void **state)
{
    (void) state;
    bsh_terms *const first = new_terms();
    bsh_terms *const second = new_terms();
    bsh_terms *const merged = new_terms();
    add_gries(first, 0, 1);
    add_gries(second, 2, 4);
    assert_int_equal(bsh_terms_merge(merged, second, &error), BSH_OK);
    assert_int_equal(bsh_terms_merge(merged, first, &error), BSH_OK);
    const bsh_term_row *const rows = rows_of(merged, 2);
    assert_int_equal(rows[1].count, 15);
    assert_int_equal(rows[1].docs, 5);
    assert_near(rows[1].dp_norm, 0.2195121951);
    assert_int_equal(bsh_terms_words(merged), 50);
    assert_int_equal(bsh_terms_articles(merged), 5);
    bsh_terms_destroy(first);
    bsh_terms_destroy(second);
    bsh_terms_destroy(merged);
}

static void rows_are_by_count_then_by_bytes(void **state)
{
    (void) state;
    static const char *const words[] = {"ferry", "fer", "éclair", "zoo", "Zoo", "apt"};
    bsh_terms *const         terms = new_terms();
    begin(terms, 0);
    for (size_t i = 0; i < 6; ++i) {
        count(terms, words[i], 1);
    }
    count(terms, "zoo", 1);
    static const char *const  expected[] = {"zoo", "Zoo", "apt", "fer", "ferry", "éclair"};
    const bsh_term_row *const rows = rows_of(terms, 6);
    for (size_t i = 0; i < 6; ++i) {
        assert_term(&rows[i], expected[i]);
    }
    assert_int_equal(rows[0].docs, 1);
    bsh_terms_destroy(terms);
}

static void many_terms_are_all_found_again(void **state)
{
    (void) state;
    bsh_terms *const terms = new_terms();
    for (unsigned round = 0; round < 2; ++round) {
        begin(terms, round);
        for (unsigned i = 0; i < 5000; ++i) {
            char word[8] = {(char) ('a' + i % 26), (char) ('a' + i / 26 % 26),
                            (char) ('a' + i / 676), '\0'};
            count(terms, word, 1);
        }
    }
    const bsh_term_row *const rows = rows_of(terms, 5000);
    for (size_t i = 0; i < 5000; ++i) {
        assert_int_equal(rows[i].count, 2);
        assert_int_equal(rows[i].docs, 2);
    }
    bsh_terms_destroy(terms);
}

static void no_words_give_no_rows(void **state)
{
    (void) state;
    bsh_terms *const terms = new_terms();
    (void) rows_of(terms, 0);
    begin(terms, 0);
    (void) rows_of(terms, 0);
    bsh_terms_destroy(terms);
    bsh_terms_destroy(NULL);
}

/* ---- out of memory */

static bsh_status count_all(const bsh_allocator *allocator)
{
    bsh_terms          *terms = NULL;
    const bsh_term_row *rows = NULL;
    size_t              n = 0;
    bsh_status          status = bsh_terms_create(&terms, allocator, &error);
    if (status == BSH_OK) {
        status = bsh__terms_begin_article(terms, 0, &error);
    }
    for (char c = 'a'; status == BSH_OK && c <= 'z'; ++c) {
        status = bsh__terms_count(terms, (bsh_string){&c, 1}, 1, &error);
    }
    if (status == BSH_OK) {
        status = bsh_terms_rows(terms, &rows, &n, &error);
    }
    bsh_terms_destroy(terms);
    return status;
}

static void running_out_of_memory_is_an_ordinary_error(void **state)
{
    (void) state;
    assert_true(test_allocator_try(count_all) > 5);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_dispersion_of_gries_example_is_his),
        cmocka_unit_test(articles_without_words_are_no_parts),
        cmocka_unit_test(dispersion_runs_from_even_to_all_in_one),
        cmocka_unit_test(one_article_has_no_dispersion),
        cmocka_unit_test(merging_in_any_order_gives_the_same),
        cmocka_unit_test(rows_are_by_count_then_by_bytes),
        cmocka_unit_test(many_terms_are_all_found_again),
        cmocka_unit_test(no_words_give_no_rows),
        cmocka_unit_test(running_out_of_memory_is_an_ordinary_error),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
