#include "tests/unit/given_rows.h"

/* What was measured with: the note is set from 20 points of main marks, 5 repairs in 100
 * pieces, and 10 points of words left out or of articles decoded oddly. */

/* One kind of articles of a corpus: all alike but for their values. */
typedef struct kind {
    size_t   n;
    bsh_mark mark;
    uint64_t words; /* of an article; 0: 500 */
    uint64_t excluded, pieces, repairs;
    bool     is_decoded_oddly;
} kind;

static void add_kind(bsh_rows *rows, const char *corpus, const kind *k)
{
    for (size_t i = 0; i < k->n; ++i) {
        double const values[2] = {10 + (double) (i * 7 % 5), .1 + .01 * (double) (i % 3)};
        add_article(rows, corpus, values);
        bsh__article *const added =
            (bsh__article *) rows->articles.items + rows->articles.n - 1;
        added->mark = k->mark;
        added->words = k->words == 0 ? added->words : k->words;
        added->words_excluded = k->excluded;
        added->pieces = k->pieces;
        added->repairs = k->repairs;
        added->is_decoded_oddly = k->is_decoded_oddly;
    }
}

/* The notes of sentence length and of quote density: two kinds in each corpus. */
typedef struct notes {
    bool on_length, on_quotes;
} notes;

static bsh_comparison *compare_kinds(const kind a[2], const kind b[2])
{
    bsh_rows *const rows = new_rows("asl,quote_density");
    for (size_t i = 0; i < 2; ++i) {
        add_kind(rows, "ledger", &a[i]);
        add_kind(rows, "post", &b[i]);
    }
    return compare(rows);
}

static notes notes_of(const kind a[2], const kind b[2])
{
    bsh_comparison *const comparison = compare_kinds(a, b);
    notes const set = {has_note(pair_at(comparison, 0)->notes, BSH_NOTE_INSTRUMENT_DIFFERS),
                       has_note(pair_at(comparison, 1)->notes, BSH_NOTE_INSTRUMENT_DIFFERS)};
    size_t      n = 0;
    const bsh_result *const results = bsh_comparison_results(comparison, &n);
    for (size_t i = 0; i < n; ++i) {
        assert_int_equal(has_note(results[i].notes, BSH_NOTE_INSTRUMENT_DIFFERS),
                         results[i].measure == 0 ? set.on_length : set.on_quotes);
    }
    bsh_comparison_destroy(comparison);
    return set;
}

static void assert_notes(const kind a[2], const kind b[2], bool on_length, bool on_quotes)
{
    notes const set = notes_of(a, b);
    notes const turned = notes_of(b, a);
    assert_int_equal(set.on_length, on_length);
    assert_int_equal(set.on_quotes, on_quotes);
    assert_int_equal(turned.on_length, on_length);
    assert_int_equal(turned.on_quotes, on_quotes);
}

/* .6 - .4 is under .2 in binary. */
static void main_marks_differ_from_20_points(void **state)
{
    (void) state;
    kind const a[2] = {{.n = 12, .mark = BSH_MARK_CURLY_DOUBLE},
                       {.n = 8, .mark = BSH_MARK_STRAIGHT_DOUBLE}};
    kind const b[2] = {{.n = 8, .mark = BSH_MARK_CURLY_DOUBLE},
                       {.n = 12, .mark = BSH_MARK_STRAIGHT_DOUBLE}};
    kind const nearer[2] = {{.n = 9, .mark = BSH_MARK_CURLY_DOUBLE},
                            {.n = 11, .mark = BSH_MARK_STRAIGHT_DOUBLE}};
    assert_notes(a, b, false, true);
    assert_notes(a, nearer, false, false);
}

/* The last mark counts as the first does. */
static void other_marks_are_marks_too(void **state)
{
    (void) state;
    kind const a[2] = {{.n = 10, .mark = BSH_MARK_CURLY_DOUBLE}, {.n = 0}};
    kind const b[2] = {{.n = 8, .mark = BSH_MARK_CURLY_DOUBLE},
                       {.n = 2, .mark = BSH_MARK_OTHER}};
    assert_notes(a, b, false, true);
}

/* Half of the articles of one outlet have no quotes: those that have them have the same mark.
 */
static void articles_without_quotes_have_no_mark_to_differ_by(void **state)
{
    (void) state;
    kind const a[2] = {{.n = 20, .mark = BSH_MARK_CURLY_DOUBLE}, {.n = 0}};
    kind const b[2] = {{.n = 10, .mark = BSH_MARK_CURLY_DOUBLE},
                       {.n = 10, .mark = BSH_MARK_NONE}};
    kind const none[2] = {{.n = 20, .mark = BSH_MARK_NONE}, {.n = 0}};
    assert_notes(a, b, false, false);
    assert_notes(a, none, false, false);
}

static void repairs_differ_from_5_in_100_pieces(void **state)
{
    (void) state;
    kind const a[2] = {{.n = 10, .mark = BSH_MARK_OTHER, .pieces = 100, .repairs = 7},
                       {.n = 0}};
    kind const b[2] = {{.n = 10, .mark = BSH_MARK_OTHER, .pieces = 100, .repairs = 2},
                       {.n = 0}};
    kind const nearer[2] = {{.n = 9, .mark = BSH_MARK_OTHER, .pieces = 100, .repairs = 2},
                            {.n = 1, .mark = BSH_MARK_OTHER, .pieces = 100, .repairs = 3}};
    kind const none[2] = {{.n = 10, .mark = BSH_MARK_OTHER}, {.n = 0}};
    assert_notes(a, b, false, true);
    assert_notes(a, nearer, false, false);
    assert_notes(a, none, false, false); // no pieces, so no rate
}

/* .3 - .2 is under .1 in binary. */
static void words_left_out_differ_from_10_points(void **state)
{
    (void) state;
    kind const a[2] = {{.n = 10, .words = 700, .excluded = 300}, {.n = 0}};
    kind const b[2] = {{.n = 10, .words = 800, .excluded = 200}, {.n = 0}};
    kind const nearer[2] = {{.n = 9, .words = 800, .excluded = 200},
                            {.n = 1, .words = 790, .excluded = 210}};
    assert_notes(a, b, true, true);
    assert_notes(a, nearer, false, false);
}

/* The same shares, of articles. */
static void oddly_decoded_articles_differ_from_10_points(void **state)
{
    (void) state;
    kind const a[2] = {{.n = 3, .is_decoded_oddly = true}, {.n = 7}};
    kind const b[2] = {{.n = 2, .is_decoded_oddly = true}, {.n = 8}};
    kind const nearer[2] = {{.n = 4, .is_decoded_oddly = true}, {.n = 15}};
    assert_notes(a, b, true, true);
    assert_notes(a, nearer, false, false);
}

static void the_shares_of_a_corpus_are_told(void **state)
{
    (void) state;
    kind const                      a[2] = {{.n = 3,
                                             .mark = BSH_MARK_CURLY_SINGLE,
                                             .excluded = 500,
                                             .pieces = 20,
                                             .repairs = 3,
                                             .is_decoded_oddly = true},
                                            {.n = 1, .mark = BSH_MARK_NONE}};
    kind const                      b[2] = {{.n = 2}, {.n = 0}};
    bsh_comparison *const           comparison = compare_kinds(a, b);
    size_t                          n = 0;
    const bsh_corpus_summary *const corpora = bsh_comparison_corpora(comparison, &n);
    assert_int_equal(n, 2);
    assert_int_equal(corpora[0].n_articles, 4);
    assert_int_equal(corpora[0].n_tested, 4);
    assert_int_equal(corpora[0].n_words, 2000);
    assert_int_equal(corpora[0].n_decoded, 3);
    assert_close(corpora[0].decoded_share, .75);
    assert_close(corpora[0].left_out_share, 1500.0 / 3500);
    assert_close(corpora[0].repairs_per_100, 15);
    assert_close(corpora[0].mark_shares[BSH_MARK_CURLY_SINGLE], .75);
    assert_close(corpora[0].mark_shares[BSH_MARK_NONE], .25);
    assert_close(corpora[0].median_words, 500);
    assert_true(isnan(corpora[1].repairs_per_100));
    assert_close(corpora[1].decoded_share, 0);
    bsh_comparison_destroy(comparison);
}

static void every_cause_is_told(void **state)
{
    (void) state;
    kind const a[2] = {{.n = 10, .mark = BSH_MARK_CURLY_DOUBLE, .pieces = 10}, {.n = 0}};
    kind const b[2] = {{.n = 10,
                        .mark = BSH_MARK_OTHER,
                        .excluded = 500,
                        .pieces = 10,
                        .repairs = 2,
                        .is_decoded_oddly = true},
                       {.n = 0}};
    bsh_comparison *const           comparison = compare_kinds(a, b);
    size_t                          n = 0;
    const bsh_corpus_summary *const corpora = bsh_comparison_corpora(comparison, &n);
    unsigned const                  marks = 1U << BSH_MARK_CURLY_DOUBLE | 1U << BSH_MARK_OTHER;
    assert_int_equal(bsh_instrument_causes(&corpora[0], &corpora[1]),
                     marks | BSH_CAUSE_REPAIRS | BSH_CAUSE_LEFT_OUT | BSH_CAUSE_DECODING);
    assert_int_equal(bsh_instrument_causes(&corpora[0], &corpora[0]), 0);
    bsh_comparison_destroy(comparison);
}

/* ---- length */

/* Articles of ascending lengths, the middle one of `words`. */
static void add_lengths(bsh_rows *rows, const char *corpus, uint64_t words,
                        const double *values, size_t n)
{
    const char *const names[3] = {corpus, NULL, NULL};
    for (size_t i = 0; i < n; ++i) {
        assert_int_equal(
            bsh__rows_add_values(rows, names, words + i - n / 2, &values[i], &error), BSH_OK);
    }
}

static bool is_confounded(uint64_t words_a, uint64_t words_b, const double *values, size_t n)
{
    bsh_rows *const rows = new_rows("ttr");
    add_lengths(rows, "ledger", words_a, values, n);
    add_lengths(rows, "post", words_b, values, n);
    bsh_comparison *const comparison = compare(rows);
    bool const is_noted = has_note(pair_at(comparison, 0)->notes, BSH_NOTE_LENGTH_CONFOUNDED);
    bsh_comparison_destroy(comparison);
    return is_noted;
}

/* 1.1 * 100 is over 110 in binary.  Spearman's correlation of five ranks with 1 2 3 4 5 is 1
 * less 6/120 of the squares of their distances. */
static void length_confounds_from_10_percent_and_a_correlation_of_3(void **state)
{
    (void) state;
    static const double rising[] = {.1, .2, .3, .4, .5};
    static const double at_limit[] = {.1, .5, .2, .4, .3};    // squares of 14: .3
    static const double under_limit[] = {.3, .4, .1, .2, .5}; // of 16: .2
    static const double falling[] = {.2, .5, .3, .4, .1};     // of 26: -.3
    assert_true(is_confounded(100, 110, rising, 5));
    assert_true(is_confounded(110, 100, rising, 5));
    assert_false(is_confounded(100, 109, rising, 5));
    assert_true(is_confounded(100, 200, at_limit, 5));
    assert_true(is_confounded(100, 200, falling, 5));
    assert_false(is_confounded(100, 200, under_limit, 5));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(main_marks_differ_from_20_points),
        cmocka_unit_test(other_marks_are_marks_too),
        cmocka_unit_test(articles_without_quotes_have_no_mark_to_differ_by),
        cmocka_unit_test(repairs_differ_from_5_in_100_pieces),
        cmocka_unit_test(words_left_out_differ_from_10_points),
        cmocka_unit_test(oddly_decoded_articles_differ_from_10_points),
        cmocka_unit_test(the_shares_of_a_corpus_are_told),
        cmocka_unit_test(every_cause_is_told),
        cmocka_unit_test(length_confounds_from_10_percent_and_a_correlation_of_3),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
