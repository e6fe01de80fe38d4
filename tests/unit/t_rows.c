#include "tests/unit/given_rows.h"

#include <broadsheet.h>
#include <stdio.h>

#include "corpus/record.h"

/* ---- rows of documents */

static bsh_selection select_measures(const char *measures)
{
    bsh_selection selection;
    assert_int_equal(bsh_selection_parse(&selection, measures, BSH_SET_KEY, &error), BSH_OK);
    return selection;
}

static bsh_options default_options(void)
{
    bsh_options options;
    bsh_options_init(&options);
    return options;
}

typedef struct analysed {
    bsh_analyzer       *analyzer;
    const bsh_document *document;
} analysed;

static analysed analyse_bytes(const bsh_options *options, const char *text)
{
    analysed a = {NULL, NULL};
    assert_int_equal(bsh_analyzer_create(&a.analyzer, options, &error), BSH_OK);
    assert_int_equal(bsh_analyze(a.analyzer, text, strlen(text), &a.document, &error), BSH_OK);
    return a;
}

/* The row of an article; yours. */
static bsh_row *row_of_text(const char *text, const char *measures, const bsh_options *options)
{
    bsh_selection const selection = select_measures(measures);
    bsh_input const     input = {.id = "d0001", .name = "a.txt", .corpus = "ledger"};
    analysed const      a = analyse_bytes(options, text);
    bsh_row            *row = NULL;
    assert_int_equal(bsh_row_create(&row, &selection, options, &input, a.document, &error),
                     BSH_OK);
    bsh_analyzer_destroy(a.analyzer);
    return row;
}

/* Eleven words in two sentences, five of them quoted. */
static const char harbour[] =
    "The fog came in at noon. "
    "\xe2\x80\x9cNobody sails in this weather,\xe2\x80\x9d she said.\n";

static void a_document_gives_its_counts_and_values(void **state)
{
    (void) state;
    bsh_options const options = default_options();
    bsh_row *const    row = row_of_text(harbour, "asl,quote_density,mtld,flesch", &options);
    assert_int_equal(row->article.words, 13);
    assert_int_equal(row->article.pieces, 1);
    assert_int_equal(row->article.words_excluded, 0);
    assert_int_equal(row->article.mark, BSH_MARK_CURLY_DOUBLE);
    assert_string_equal(row->corpus, "ledger");
    assert_int_equal(row->n_measures, 4);
    assert_true(fabs(row->values[0] - 6.5) < 1e-12); // in the order of the registry
    assert_true(row->denominators[0] == 2);
    assert_true(isnan(row->denominators[1]) && row->denominators[3] == 13);
    bsh_row_destroy(row);
}

/* The share of quotes is one of all words, so all words weigh it, whichever --quotes leaves. */
static void quotes_that_are_set_aside_keep_their_ratio_of_totals(void **state)
{
    (void) state;
    bsh_options options = default_options();
    options.quotes = BSH_QUOTES_EXCLUDE;
    bsh_row *const row = row_of_text(harbour, "asl,quote_density", &options);
    assert_int_equal(row->article.words, 8);
    assert_true(row->denominators[1] == 13);
    assert_true(fabs(row->values[1] - 5.0 / 13) < 1e-12);
    assert_true(row->denominators[0] == 2);
    bsh_row_destroy(row);
}

static void short_articles_are_left_out_of_tests(void **state)
{
    (void) state;
    static const struct {
        const char *text;
        unsigned    min_words;
        bool        is_tested;
    } cases[] = {{harbour, 13, true}, {harbour, 14, false}, {harbour, 0, true}, {"", 0, false}};
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; ++i) {
        bsh_options options = default_options();
        options.min_words = cases[i].min_words;
        bsh_row *const  row = row_of_text(cases[i].text, "asl", &options);
        bsh_rows *const rows = new_rows("asl");
        assert_int_equal(bsh_rows_add(rows, row, &error), BSH_OK);
        assert_int_equal(bsh_rows_is_tested(rows, 0), cases[i].is_tested);
        bsh_row_destroy(row);
        bsh_rows_destroy(rows);
    }
}

static void odd_decoding_of_every_kind_is_noted(void **state)
{
    (void) state;
    static const struct {
        const char *text;
        bool        is_odd;
    } cases[] = {
        {"The caf\xc3\xa9 was shut.\n", false},
        {"The caf\xe9 was shut.\n", true},            // guessed
        {"The ferry\x01 sails. It is late.\n", true}, // control
        {"A caf\xc3\x83\xc2\xa9, two caf\xc3\x83\xc2\xa9s, no caf\xc3\x83\xc2\xa9.\n",
         true}, // mojibake
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; ++i) {
        bsh_options const options = default_options();
        bsh_row *const    row = row_of_text(cases[i].text, "asl", &options);
        assert_int_equal(row->article.is_decoded_oddly, cases[i].is_odd);
        bsh_row_destroy(row);
    }
    bsh_options options = default_options();
    options.encoding = "UTF-8";
    bsh_row *const row = row_of_text("The caf\xe9 was shut.\n", "asl", &options);
    assert_true(row->article.is_decoded_oddly); // replaced
    bsh_row_destroy(row);
}

static void another_language_is_noted(void **state)
{
    (void) state;
    bsh_options options = default_options();
    for (unsigned i = 0; i < 2; ++i) {
        options.language = i == 0 ? "en" : "de";
        bsh_row *const row = row_of_text(harbour, "asl", &options);
        assert_int_equal(row->article.is_other_language, i);
        bsh_row_destroy(row);
    }
}

/* ---- main marks */

#define CURLY(text)  "\xe2\x80\x9c" text "\xe2\x80\x9d"
#define SINGLE(text) "\xe2\x80\x98" text "\xe2\x80\x99"

static void the_mark_of_most_quotes_is_the_main_one(void **state)
{
    (void) state;
    static const struct {
        const char *text;
        bsh_mark    mark;
    } cases[] = {
        {"Nobody said a word.\n", BSH_MARK_NONE},
        {CURLY("It is late today,") " she said.\n", BSH_MARK_CURLY_DOUBLE},
        {SINGLE("It is late today,") " she said.\n", BSH_MARK_CURLY_SINGLE},
        {"\"It is late today,\" she said.\n", BSH_MARK_STRAIGHT_DOUBLE},
        {"'It is late today,' she said.\n", BSH_MARK_STRAIGHT_SINGLE},
        {"\xc2\xabIt is late today,\xc2\xbb she said.\n", BSH_MARK_OTHER},
        {"\"It is late today,\" she said. " CURLY("It is fog,") " he said. " CURLY(
             "It will lift soon,") " she said.\n",
         BSH_MARK_CURLY_DOUBLE},
        {CURLY("They called it " SINGLE("a scandal of our time") " and left,") " she said.\n",
         BSH_MARK_CURLY_DOUBLE},
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; ++i) {
        bsh_options const options = default_options();
        bsh_row *const    row = row_of_text(cases[i].text, "asl", &options);
        assert_string_equal(bsh_mark_name(row->article.mark), bsh_mark_name(cases[i].mark));
        bsh_row_destroy(row);
    }
}

static void marks_are_found_by_their_names(void **state)
{
    (void) state;
    for (unsigned i = 0; i < BSH_MARK_COUNT; ++i) {
        assert_int_equal(bsh_mark_find(bsh_mark_name((bsh_mark) i)), i);
        assert_true(bsh_mark_label((bsh_mark) i)[0] != '\0');
    }
    assert_int_equal(bsh_mark_find("curly"), BSH_MARK_NONE);
    assert_int_equal(bsh_mark_find(""), BSH_MARK_NONE);
    assert_string_equal(bsh_mark_name(BSH_MARK_COUNT), "");
    assert_string_equal(bsh_mark_label(BSH_MARK_COUNT), "");
}

/* ---- rows of records */

/* A row of an object of JSON without braces, or the status. */
static bsh_status read_row(bsh_row **row, const char *members, const char *measures,
                           unsigned min_words)
{
    bsh_selection const selection = select_measures(measures);
    bsh_options         options = default_options();
    bsh_record          record;
    char                text[900];
    int const           n = snprintf(text, sizeof text, "{%s}", members);
    bsh_input const     input = {.name = "rows.jsonl#3", .corpus = "ledger", .record = &record};
    options.min_words = min_words;
    assert_true(n > 0 && (size_t) n < sizeof text);
    assert_int_equal(bsh__record_parse(&record, (bsh_string){text, (size_t) n}, &error),
                     BSH_OK);
    error = (bsh_error){0};
    bsh_status const status = bsh_row_create(row, &selection, &options, &input, NULL, &error);
    bsh__record_free(&record);
    assert_true((status == BSH_OK) == (*row != NULL));
    return status;
}

#define COUNTS "\"words\":120,\"words_excluded\":30,\"pieces\":7,\"repairs\":2"

static bsh_row *row_of_record(const char *members, const char *measures, unsigned min_words)
{
    bsh_row *row = NULL;
    assert_int_equal(read_row(&row, members, measures, min_words), BSH_OK);
    return row;
}

static void skip_without_json(void)
{
    if (bsh__json_support("", NULL) != BSH_OK) {
        skip();
    }
}

static void a_record_gives_what_its_article_gave(void **state)
{
    (void) state;
    skip_without_json();
    bsh_row *const row = row_of_record(
        COUNTS ",\"sentences\":8,\"asl\":15,\"flesch\":61.5,\"main_mark\":\"straight_single\","
               "\"flags\":[\"repaired\",\"short\"],\"settings\":\"0123456789abcdef\"",
        "asl,flesch", 100);
    assert_int_equal(row->article.words, 120);
    assert_int_equal(row->article.words_excluded, 30);
    assert_int_equal(row->article.pieces, 7);
    assert_int_equal(row->article.repairs, 2);
    assert_int_equal(row->article.mark, BSH_MARK_STRAIGHT_SINGLE);
    assert_true(row->values[0] == 15 && row->values[1] == 61.5);
    assert_true(row->denominators[0] == 8 && isnan(row->denominators[1]));
    assert_true(row->article.is_tested);
    assert_false(row->article.is_decoded_oddly || row->article.is_other_language);
    assert_string_equal(row->settings, "0123456789abcdef");
    bsh_row_destroy(row);
}

/* What the record was flagged as says nothing: --min-words of this run decides. */
static void short_records_are_left_out_of_tests(void **state)
{
    (void) state;
    skip_without_json();
    static const struct {
        const char *counts;
        unsigned    min_words;
        bool        is_tested;
    } cases[] = {
        {COUNTS, 120, true},
        {COUNTS, 121, false},
        {"\"words\":0,\"words_excluded\":0,\"pieces\":0,\"repairs\":0", 0, false},
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; ++i) {
        char members[200];
        (void) snprintf(members, sizeof members, "%s,\"asl\":4", cases[i].counts);
        bsh_row *const row = row_of_record(members, "asl", cases[i].min_words);
        assert_int_equal(row->article.is_tested, cases[i].is_tested);
        bsh_row_destroy(row);
    }
}

static void flags_of_records_may_have_numbers(void **state)
{
    (void) state;
    skip_without_json();
    static const struct {
        const char *flags;
        bool        is_odd, is_other;
    } cases[] = {
        {"[]", false, false},
        {"[\"repaired\",\"short\"]", false, false},
        {"[\"replaced=2\"]", true, false},
        {"[\"short\",\"encoding\"]", true, false},
        {"[\"control=11\"]", true, false},
        {"[\"mojibake=1\",\"language\"]", true, true},
        {"[\"language=de\"]", false, true},
        {"[\"replacement\",\"controls=2\",7,null]", false, false},
        {"\"replaced\"", false, false},
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; ++i) {
        char members[200];
        (void) snprintf(members, sizeof members, COUNTS ",\"asl\":4,\"flags\":%s",
                        cases[i].flags);
        bsh_row *const row = row_of_record(members, "asl", 0);
        assert_int_equal(row->article.is_decoded_oddly, cases[i].is_odd);
        assert_int_equal(row->article.is_other_language, cases[i].is_other);
        bsh_row_destroy(row);
    }
}

static void a_value_without_number_has_its_reason(void **state)
{
    (void) state;
    skip_without_json();
    bsh_row       *none = NULL;
    bsh_row *const row = row_of_record(
        COUNTS ",\"sentences\":8,\"asl\":null,\"reasons\":{\"asl\":\"undefined\"}", "asl", 0);
    assert_true(isnan(row->values[0]) && isnan(row->denominators[0]));
    bsh_row_destroy(row);
    assert_int_equal(read_row(&none, COUNTS ",\"asl\":null,\"reasons\":{}", "asl", 0),
                     BSH_E_FORMAT);
    assert_int_equal(read_row(&none, COUNTS ",\"asl\":4", "asl,lix", 0), BSH_E_FORMAT);
    assert_string_equal(
        error.message,
        "rows.jsonl#3: has no measure lix; write it again with: analyze -m key,lix");
}

static void a_record_without_a_count_is_refused(void **state)
{
    (void) state;
    skip_without_json();
    static const struct {
        const char *members, *missing;
    } cases[] = {
        {"\"words_excluded\":0,\"pieces\":0,\"repairs\":0", "words"},
        {"\"words\":9,\"pieces\":0,\"repairs\":0", "words_excluded"},
        {"\"words\":9,\"words_excluded\":0,\"repairs\":0", "pieces"},
        {"\"words\":9,\"words_excluded\":0,\"pieces\":0", "repairs"},
        {"\"words\":-1,\"words_excluded\":0,\"pieces\":0,\"repairs\":0", "words"},
        {"\"words\":1e300,\"words_excluded\":0,\"pieces\":0,\"repairs\":0", "words"},
        {"\"words\":\"9\",\"words_excluded\":0,\"pieces\":0,\"repairs\":0", "words"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; ++i) {
        bsh_row *row = NULL;
        char     expected[120];
        char     members[200];
        (void) snprintf(members, sizeof members, "%s,\"asl\":4", cases[i].members);
        (void) snprintf(expected, sizeof expected,
                        "rows.jsonl#3: an analysed article without the count %s",
                        cases[i].missing);
        assert_int_equal(read_row(&row, members, "asl", 0), BSH_E_FORMAT);
        assert_string_equal(error.message, expected);
    }
}

/* Of 120 words 30 are quoted, and 80 more were set aside: the share tells. */
static void all_words_of_a_record_are_told_by_its_share_of_quotes(void **state)
{
    (void) state;
    skip_without_json();
    static const struct {
        const char *members;
        double      below; /* 0: not known */
    } cases[] = {
        {"\"quote_density\":0.15,\"quoted_words\":30", 200},
        {"\"quote_density\":0,\"quoted_words\":0", 120},
        {"\"quote_density\":0.15", 0},
        {"\"quoted_words\":30", 0},
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; ++i) {
        char members[200];
        (void) snprintf(members, sizeof members, COUNTS ",\"quotes_per_1000\":5,%s",
                        cases[i].members);
        bsh_row *const row = row_of_record(members, "quotes_per_1000", 0);
        assert_true(cases[i].below > 0 ? row->denominators[0] == cases[i].below
                                       : isnan(row->denominators[0]));
        bsh_row_destroy(row);
    }
}

/* ---- rows together */

static void add_record(bsh_rows *rows, const char *settings, bsh_status expected)
{
    char members[200];
    (void) snprintf(members, sizeof members, COUNTS ",\"asl\":4,\"settings\":\"%s\"", settings);
    bsh_row *const row = row_of_record(members, "asl", 0);
    assert_int_equal(bsh_rows_add(rows, row, &error), expected);
    bsh_row_destroy(row);
}

static void rows_of_other_settings_are_refused(void **state)
{
    (void) state;
    skip_without_json();
    bsh_rows *const rows = new_rows("asl");
    add_record(rows, "00ff", BSH_OK);
    add_record(rows, "00fe", BSH_E_FORMAT);
    assert_string_equal(error.message,
                        "rows.jsonl#3: measured with other options or another version than "
                        "rows.jsonl#3 (settings 00fe, not 00ff); analyse both alike");
    add_record(rows, "00ff", BSH_OK);
    assert_int_equal(bsh_rows_n(rows), 2);
    bsh_options const options = default_options();
    bsh_row *const    row = row_of_text(harbour, "asl", &options);
    assert_int_equal(bsh_rows_add(rows, row, &error), BSH_E_FORMAT);
    bsh_row_destroy(row);
    bsh_rows_destroy(rows);
}

static void the_same_options_make_the_same_settings(void **state)
{
    (void) state;
    bsh_rows *const rows = new_rows("asl");
    bsh_options     options = default_options();
    for (unsigned i = 0; i < 3; ++i) {
        options.quotes = i == 2 ? BSH_QUOTES_ONLY : BSH_QUOTES_INCLUDE;
        bsh_row *const row = row_of_text(harbour, "asl", &options);
        assert_int_equal(bsh_rows_add(rows, row, &error), i == 2 ? BSH_E_FORMAT : BSH_OK);
        bsh_row_destroy(row);
    }
    bsh_rows_destroy(rows);
}

static void an_empty_block_or_cluster_is_none(void **state)
{
    (void) state;
    bsh_options const options = default_options();
    bsh_row *const    row = row_of_text(harbour, "asl", &options);
    char              name[] = "fog";
    assert_int_equal(bsh_row_set_design(row, name, "", &error), BSH_OK);
    name[0] = 'd';
    assert_string_equal(row->block, "fog");
    assert_null(row->cluster);
    assert_int_equal(bsh_row_set_design(row, NULL, "Ines Corrow", &error), BSH_OK);
    assert_null(row->block);
    assert_string_equal(row->cluster, "Ines Corrow");
    bsh_row_destroy(row);
}

static void corpora_keep_their_order_until_they_are_sorted(void **state)
{
    (void) state;
    static const char *const names[] = {"tide", "ledger", "Zeta", "ledger b", "post"};
    static const char *const sorted[] = {"Zeta", "ledger", "ledger b", "post", "tide"};
    bsh_rows *const          rows = new_rows("asl");
    double const             one = 1;
    assert_int_equal(bsh_rows_corpus(rows, "post", &error), BSH_OK);
    for (size_t i = 0; i < 5; ++i) {
        add_article(rows, names[i], &one);
    }
    assert_int_equal(bsh_rows_n_corpora(rows), 5);
    assert_string_equal(bsh_rows_corpus_name(rows, 0), "post");
    assert_string_equal(bsh_rows_corpus_name(rows, 4), "ledger b");
    assert_int_equal(bsh_rows_sort_corpora(rows, &error), BSH_OK);
    for (size_t i = 0; i < 5; ++i) {
        assert_string_equal(bsh_rows_corpus_name(rows, i), sorted[i]);
        assert_string_equal(bsh_rows_corpus_name(rows, bsh_rows_corpus_of(rows, i)), names[i]);
    }
    add_article(rows, "post", &one);
    assert_int_equal(bsh_rows_n_corpora(rows), 5);
    bsh_rows_destroy(rows);
}

/* As keyness has them: which corpus an article is of, and nothing else. */
static void rows_without_measures_tell_corpora_alone(void **state)
{
    (void) state;
    bsh_selection const none = {.n_measures = 0};
    double const        unused = 0;
    bsh_rows           *rows = NULL;
    assert_int_equal(bsh_rows_create(&rows, &none, NULL, &error), BSH_OK);
    add_article(rows, "post", &unused);
    add_article(rows, "herald", &unused);
    assert_int_equal(bsh_rows_corpus_of(rows, 1), 1);
    assert_int_equal(bsh_rows_sort_corpora(rows, &error), BSH_OK);
    assert_int_equal(bsh_rows_corpus_of(rows, 1), 0);
    bsh_rows_destroy(rows);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_document_gives_its_counts_and_values),
        cmocka_unit_test(quotes_that_are_set_aside_keep_their_ratio_of_totals),
        cmocka_unit_test(short_articles_are_left_out_of_tests),
        cmocka_unit_test(odd_decoding_of_every_kind_is_noted),
        cmocka_unit_test(another_language_is_noted),
        cmocka_unit_test(the_mark_of_most_quotes_is_the_main_one),
        cmocka_unit_test(marks_are_found_by_their_names),
        cmocka_unit_test(a_record_gives_what_its_article_gave),
        cmocka_unit_test(short_records_are_left_out_of_tests),
        cmocka_unit_test(flags_of_records_may_have_numbers),
        cmocka_unit_test(a_value_without_number_has_its_reason),
        cmocka_unit_test(a_record_without_a_count_is_refused),
        cmocka_unit_test(all_words_of_a_record_are_told_by_its_share_of_quotes),
        cmocka_unit_test(rows_of_other_settings_are_refused),
        cmocka_unit_test(the_same_options_make_the_same_settings),
        cmocka_unit_test(an_empty_block_or_cluster_is_none),
        cmocka_unit_test(corpora_keep_their_order_until_they_are_sorted),
        cmocka_unit_test(rows_without_measures_tell_corpora_alone),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
