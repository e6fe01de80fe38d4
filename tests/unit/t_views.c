#include "tests/allocator.h"
#include "tests/t.h"
#include "tests/unit/fake_measures.h"
#include "tests/unit/shown_article.h"

#include <broadsheet/views.h>

#include "base/memory.h"
#include "base/status.h"
#include "corpus/terms_add.h"
#include "document/document_parts.h"

#include <math.h>
#include <stdio.h>

static bsh_table *article_table(const bsh_selection *selection, size_t n_rows)
{
    bsh_options options;
    bsh_options_init(&options);
    options.min_words = 10;
    bsh_table *table = NULL;
    assert_int_equal(bsh_articles_table(&table, selection, NULL, NULL), BSH_OK);
    for (size_t i = 0; i < n_rows; ++i) {
        assert_int_equal(bsh_articles_add(table, selection, &options, &input, &document, NULL),
                         BSH_OK);
    }
    return table;
}

/* The columns that are always there, in their order. */
#define FIRST_COLUMNS                                                                          \
    "id,corpus,path,title,date,language,encoding,flags,duplicate_of,words,sentences,"          \
    "paragraphs,syllables,letters,characters,words_excluded,excluded_share,quotes,pieces,"     \
    "quoted_words,repairs"

static void the_columns_of_an_article_stand_in_their_order(void **state)
{
    (void) state;
    bsh_selection const none = selection_of(0, false);
    bsh_table *const    table = article_table(&none, 0);
    assert_printed(table, "csv", FIRST_COLUMNS "\n");
    bsh_table_destroy(table);
}

static void a_flat_table_is_the_same_without_what_only_json_has(void **state)
{
    (void) state;
    for (size_t n = 0; n < 4; ++n) {
        bsh_selection    selection = selection_of(n, n % 2 == 0);
        bsh_table *const whole = article_table(&selection, 2);
        bsh__buffer      expected = printed(whole, "csv", NULL);
        selection.is_flat = true;
        selection.has_terms = true; // which are for JSON
        bsh_table *const flat = article_table(&selection, 2);
        assert_true(bsh_table_n_columns(flat) < bsh_table_n_columns(whole));
        assert_printed(flat, "csv", expected.data);
        bsh__buffer_free(&expected);
        bsh_table_destroy(flat);
        bsh_table_destroy(whole);
    }
}

static void further_counts_stand_before_the_measures(void **state)
{
    (void) state;
    bsh_selection const all = selection_of(2, true);
    bsh_table *const    table = article_table(&all, 0);
    assert_printed(
        table, "csv",
        FIRST_COLUMNS
        ",graphemes,words_1_syllable,words_2_syllables_up,"
        "words_3_syllables_up,words_6_letters_up,words_7_letters_up,"
        "words_3_letters_down,hard_words_fog,unfamiliar_dale_chall,content_words,types,"
        "hapaxes,dis_legomena,urls,emails,quoted_words_all,scare_pieces,title_pieces,"
        "indirect,thought,anon_sources,"
        "calm,smog\n");
    bsh_table_destroy(table);
}

static void a_flat_row_names_what_is_missing_in_its_flags(void **state)
{
    (void) state;
    bsh_selection const four = selection_of(4, false);
    bsh_table *const    table = article_table(&four, 1);
    assert_printed(table, "csv",
                   FIRST_COLUMNS
                   ",calm,smog,mattr,ratio\n"
                   "d0001,ledger,ledger/a.txt,Ferry back in service,,en,UTF-8,"
                   "smog-short mattr-too-short ratio-undefined,,12,2,1,14,45,46,6,"
                   "0.3333333333333333,1,1,5,0,48.5,48.5,,\n");
    bsh_table_destroy(table);
}

static void a_json_row_has_all_counts_and_the_reasons(void **state)
{
    (void) state;
    bsh_selection const four = selection_of(4, false);
    bsh_table *const    table = article_table(&four, 1);
    assert_printed(
        table, "jsonl",
        "{\"schema\":\"broadsheet.article/1\",\"id\":\"d0001\",\"corpus\":\"ledger\","
        "\"path\":\"ledger/a.txt\",\"title\":\"Ferry back in service\",\"date\":null,"
        "\"language\":\"en\",\"encoding\":\"UTF-8\",\"flags\":[\"smog-short\"],"
        "\"duplicate_of\":null,\"words\":12,\"sentences\":2,\"paragraphs\":1,\"syllables\":14,"
        "\"letters\":45,\"characters\":46,\"words_excluded\":6,"
        "\"excluded_share\":0.3333333333333333,\"quotes\":1,\"pieces\":1,\"quoted_words\":5,"
        "\"repairs\":0,\"graphemes\":0,\"words_1_syllable\":0,\"words_2_syllables_up\":0,"
        "\"words_3_syllables_up\":0,\"words_6_letters_up\":0,\"words_7_letters_up\":0,"
        "\"words_3_letters_down\":0,\"hard_words_fog\":0,\"unfamiliar_dale_chall\":0,"
        "\"content_words\":0,\"types\":11,\"hapaxes\":0,\"dis_legomena\":0,\"urls\":0,"
        "\"emails\":0,\"quoted_words_all\":0,\"scare_pieces\":0,\"title_pieces\":0,"
        "\"indirect\":0,\"thought\":0,\"anon_sources\":0,"
        "\"calm\":48.5,\"smog\":48.5,\"mattr\":null,\"ratio\":null,"
        "\"asl\":6,\"asw\":1.1666666666666667,\"flesch\":102.045,"
        "\"flesch_kincaid\":0.5166666666666693,\"lix\":6,\"dale_chall_1995\":59.86,"
        "\"mtld\":null,\"quote_density\":0.4166666666666667,"
        "\"quotes_per_1000\":83.33333333333333,\"speakers_per_1000\":0,"
        "\"mean_quote_words\":null,"
        "\"excluded_by_class\":{\"headline\":4,\"credit\":2},"
        "\"speaker_words\":{\"Orla Cast\xC3\xA9ll\":5},"
        "\"reasons\":{\"mattr\":\"too-short\",\"ratio\":\"undefined\",\"mtld\":\"undefined\","
        "\"mean_quote_words\":\"undefined\"},"
        "\"main_mark\":\"other\",\"settings\":\"0000000000000000\"}\n");
    bsh_table_destroy(table);
}

static void assert_flags(const bsh_selection *selection, const bsh_options *options,
                         const char *expected)
{
    char text[256];
    assert_int_equal(bsh_article_flags(text, sizeof text, selection, options, &document),
                     strlen(expected));
    assert_string_equal(text, expected);
}

/* The order of the table of codes in identifiers 8. */
static void flags_stand_in_the_order_of_their_table(void **state)
{
    (void) state;
    bsh_selection const all = selection_of(5, false);
    bsh_options         options;
    bsh_options_init(&options);
    options.min_words = 12;
    assert_flags(&all, &options, "smog-short english-short");
    document.counts.words = 0;
    document.counts.is_english = false;
    document.counts.repairs = 1;
    document.is_truncated = true;
    document.decoder.decoding = (bsh_decoding){.encoding = "windows-1252",
                                               .is_guessed = true,
                                               .n_replaced = 2,
                                               .n_controls = 30,
                                               .n_mojibake = 4};
    assert_flags(&all, &options,
                 "empty short encoding replaced=2 control=30 mojibake=4 language truncated "
                 "repaired smog-short");
    bsh_table_destroy(article_table(&all, 1));
}

static void flags_are_cut_to_the_room_there_is(void **state)
{
    (void) state;
    bsh_selection const none = selection_of(0, false);
    bsh_options         options;
    bsh_options_init(&options);
    char text[8] = "unused!";
    assert_int_equal(bsh_article_flags(NULL, 0, &none, &options, &document), 5);
    assert_int_equal(bsh_article_flags(text, 1, &none, &options, &document), 5);
    assert_string_equal(text, "");
    assert_int_equal(bsh_article_flags(text, 4, &none, &options, &document), 5);
    assert_string_equal(text, "sho");
    assert_int_equal(bsh_article_flags(text, 6, &none, &options, &document), 5);
    assert_string_equal(text, "short");
    options.min_words = 0;
    assert_int_equal(bsh_article_flags(text, 6, &none, &options, &document), 0);
    assert_string_equal(text, "");
}

static void an_article_without_words_has_a_row(void **state)
{
    (void) state;
    document.counts = (bsh_counts){.is_english = true};
    document.blocks.n = document.quotes.n = document.speakers.n = 0;
    bsh_selection const one = selection_of(1, false);
    bsh_table *const    table = article_table(&one, 1);
    assert_printed(
        table, "csv",
        FIRST_COLUMNS
        ",calm\n"
        "d0001,ledger,ledger/a.txt,,,en,UTF-8,empty short,,0,0,0,0,0,0,0,0,0,0,0,0,48.5\n");
    bsh_table_destroy(table);
}

/* ---- quotes */

/* Offsets counted by hand in the bytes and code points of `article`, byte order mark included.
 */
static void a_quote_says_where_it_stands_and_who_speaks(void **state)
{
    (void) state;
    bsh_table *table = NULL;
    assert_int_equal(bsh_quotes_table(&table, NULL, NULL), BSH_OK);
    assert_int_equal(bsh_quotes_add(table, &input, &document, false, NULL), BSH_OK);
    assert_printed(
        table, "csv",
        "id,piece,line,sentence,start,end,kind,words,group,speaker,resolved,sp_start,"
        "sp_end,verb,verb_class,via,flags,text,corpus,path\n"
        "d0001,1,2,1,29,54,direct,5,1,Ms. Orla Cast\xC3\xA9ll,Orla Cast\xC3\xA9ll,63,"
        "80,said,neutral,inverted,,\"The ferry runs, at  last,\",ledger,ledger/a.txt\n"
        "d0001,2,4,2,87,91,scare,1,2,,,,,,,,close_repaired spokes,deal,ledger,"
        "ledger/a.txt\n");
    bsh_table_destroy(table);
}

static void offsets_may_be_code_points(void **state)
{
    (void) state;
    bsh_table *table = NULL;
    assert_int_equal(bsh_quotes_table(&table, NULL, NULL), BSH_OK);
    assert_int_equal(bsh_quotes_add(table, &input, &document, true, NULL), BSH_OK);
    assert_printed(
        table, "jsonl",
        "{\"id\":\"d0001\",\"piece\":1,\"line\":2,\"sentence\":1,\"start\":25,\"end\":50,"
        "\"kind\":\"direct\",\"words\":5,\"group\":1,\"speaker\":\"Ms. Orla Cast\xC3\xA9ll\","
        "\"resolved\":\"Orla Cast\xC3\xA9ll\",\"sp_start\":57,\"sp_end\":73,\"verb\":\"said\","
        "\"verb_class\":\"neutral\",\"via\":\"inverted\",\"flags\":[],"
        "\"text\":\"The ferry runs, at  last,\",\"corpus\":\"ledger\",\"path\":\"ledger/a.txt\"}\n"
        "{\"id\":\"d0001\",\"piece\":2,\"line\":4,\"sentence\":2,\"start\":78,\"end\":82,"
        "\"kind\":\"scare\",\"words\":1,\"group\":2,\"speaker\":null,\"resolved\":null,"
        "\"sp_start\":null,\"sp_end\":null,\"verb\":null,\"verb_class\":null,\"via\":null,"
        "\"flags\":[\"close_repaired\",\"spokes\"],\"text\":\"deal\","
        "\"corpus\":\"ledger\",\"path\":\"ledger/a.txt\"}\n");
    bsh_table_destroy(table);
}

/* ---- blocks */

static void blocks_are_shown_kept_or_left_out_or_all(void **state)
{
    (void) state;
    static const char *const expected[] = {
        "body\t2-3\t\t\xE2\x80\x9CThe ferry runs, at last,\xE2\x80\x9D said Ms.\n",
        "headline\t1-1\t\tFerry back in service\ncredit\t5-5\t\tPhoto: Orla\n",
        "headline\t1-1\t\tFerry back in service\n"
        "body\t2-3\t\t\xE2\x80\x9CThe ferry runs, at last,\xE2\x80\x9D said Ms.\n"
        "credit\t5-5\t\tPhoto: Orla\n",
    };
    for (unsigned show = BSH_SHOW_KEPT; show <= BSH_SHOW_ALL; ++show) {
        bsh_table *table = NULL;
        assert_int_equal(bsh_blocks_table(&table, NULL, NULL), BSH_OK);
        for (size_t i = 0; i < document.blocks.n; ++i) {
            ((bsh_block *) document.blocks.items)[i].rule = UINT16_MAX;
        }
        assert_int_equal(bsh_blocks_add(table, &document, (bsh_segment_show) show, NULL),
                         BSH_OK);
        assert_printed(table, "tsv", expected[show]);
        bsh_table_destroy(table);
    }
}

/* ---- measures, terms */

static void measures_are_listed_with_their_formula_and_source(void **state)
{
    (void) state;
    bsh_selection selection = selection_of(1, false);
    selection.measures[selection.n_measures++] = &measures[4];
    bsh_table *table = NULL;
    assert_int_equal(bsh_measures_table(&table, &selection, NULL, NULL), BSH_OK);
    assert_printed(table, "csv",
                   "id,label,unit,family,direction,min_words,min_sentences,languages,low,high,"
                   "formula,source\n"
                   "calm,Calm,points,length,easier,0,0,any,30,62.5,48.5,Castell 2031\n"
                   "english,English,x,readability,,100,0,en,,,f,s\n");
    bsh_table_destroy(table);
}

/* Three articles of ten words: "ferry" 3, 2, 1 times, "quay" once, the rest a filler. */
static bsh_terms *three_articles(const bsh_allocator *memory, bsh_status *status)
{
    static const struct {
        uint64_t   seq, count;
        bsh_string term;
    } rows[] = {
        {0, 3, {"ferry", 5}}, {0, 7, {"=the", 4}}, {1, 2, {"ferry", 5}}, {1, 8, {"=the", 4}},
        {2, 1, {"ferry", 5}}, {2, 8, {"=the", 4}}, {2, 1, {"quay", 4}},
    };
    bsh_terms *terms = NULL;
    *status = bsh_terms_create(&terms, memory, NULL);
    for (size_t i = 0; i < sizeof rows / sizeof rows[0] && *status == BSH_OK; ++i) {
        if (i == 0 || rows[i].seq != rows[i - 1].seq) {
            *status = bsh__terms_begin_article(terms, rows[i].seq, NULL);
        }
        if (*status == BSH_OK) {
            *status = bsh__terms_count(terms, rows[i].term, rows[i].count, NULL);
        }
    }
    return terms;
}

/* dp_norm by hand (Gries 2008; Lijffijt & Gries 2012): expected shares are 1/3 each; ferry 3,
 * 2, 1 of 6: DP = (1/6 + 0 + 1/6) / 2 = 1/6, divided by 1 - 1/3: 0.25; quay: DP = 2/3, so 1;
 * the 7, 8, 8 of 23: DP = (2/69 + 1/69 + 1/69) / 2 = 2/69, so 1/23. */
static void terms_are_listed_most_frequent_first(void **state)
{
    (void) state;
    bsh_status        status = BSH_OK;
    bsh_terms *const  terms = three_articles(NULL, &status);
    bsh_table        *table = NULL;
    bsh_write_options options;
    bsh_write_options_init(&options);
    options.digits = 6;
    assert_int_equal(status, BSH_OK);
    assert_int_equal(bsh_terms_table(&table, terms, 0, 0, NULL, NULL), BSH_OK);
    assert_printed_with(table, "csv", &options,
                        "term,n,count,per_million,docs,dp_norm\n"
                        "'=the,1,23,766667,3,0.0434783\n"
                        "ferry,1,6,200000,3,0.25\n"
                        "quay,1,1,33333.3,1,1\n");
    bsh_table_destroy(table);
    assert_int_equal(bsh_terms_table(&table, terms, 2, 0, NULL, NULL), BSH_OK);
    assert_int_equal(bsh_table_n_rows(table), 2);
    bsh_table_destroy(table);
    assert_int_equal(bsh_terms_table(&table, terms, SIZE_MAX, 7, NULL, NULL), BSH_OK);
    assert_int_equal(bsh_table_n_rows(table), 1);
    bsh_table_destroy(table);
    bsh_terms_destroy(terms);
}

/* ---- memory */

static bsh_status make_all(const bsh_allocator *memory)
{
    bsh_selection const all = selection_of(5, true);
    bsh_options         options;
    bsh_options_init(&options);
    bsh_table *tables[5] = {NULL};
    bsh_status status = bsh_articles_table(&tables[0], &all, memory, NULL);
    if (status == BSH_OK) {
        status = bsh_articles_add(tables[0], &all, &options, &input, &document, NULL);
    }
    if (status == BSH_OK) {
        status = bsh_quotes_table(&tables[1], memory, NULL);
    }
    if (status == BSH_OK) {
        status = bsh_quotes_add(tables[1], &input, &document, true, NULL);
    }
    if (status == BSH_OK) {
        status = bsh_blocks_table(&tables[2], memory, NULL);
    }
    if (status == BSH_OK) {
        status = bsh_blocks_add(tables[2], &document, BSH_SHOW_ALL, NULL);
    }
    if (status == BSH_OK) {
        status = bsh_measures_table(&tables[3], &all, memory, NULL);
        assert_true(status == BSH_OK || tables[3] == NULL);
    }
    if (status == BSH_OK) {
        bsh_terms *const terms = three_articles(memory, &status);
        if (status == BSH_OK) {
            status = bsh_terms_table(&tables[4], terms, 0, 0, memory, NULL);
            assert_true(status == BSH_OK || tables[4] == NULL);
        }
        bsh_terms_destroy(terms);
    }
    for (size_t i = 0; i < 5; ++i) {
        bsh_table_destroy(tables[i]);
    }
    return status;
}

static void every_allocation_may_fail(void **state)
{
    (void) state;
    bsh_status status = BSH_E_NOMEM;
    for (long fail_at = 1; status != BSH_OK; ++fail_at) {
        test_allocator memory;
        test_allocator_init(&memory, fail_at);
        status = make_all(&memory.allocator);
        assert_int_equal(memory.n_live, 0);
        assert_true(status == BSH_E_NOMEM || (status == BSH_OK && fail_at > 20));
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        WITH_DOCUMENT(the_columns_of_an_article_stand_in_their_order),
        WITH_DOCUMENT(a_flat_table_is_the_same_without_what_only_json_has),
        WITH_DOCUMENT(further_counts_stand_before_the_measures),
        WITH_DOCUMENT(a_flat_row_names_what_is_missing_in_its_flags),
        WITH_DOCUMENT(a_json_row_has_all_counts_and_the_reasons),
        WITH_DOCUMENT(flags_stand_in_the_order_of_their_table),
        WITH_DOCUMENT(flags_are_cut_to_the_room_there_is),
        WITH_DOCUMENT(an_article_without_words_has_a_row),
        WITH_DOCUMENT(a_quote_says_where_it_stands_and_who_speaks),
        WITH_DOCUMENT(offsets_may_be_code_points),
        WITH_DOCUMENT(blocks_are_shown_kept_or_left_out_or_all),
        WITH_DOCUMENT(measures_are_listed_with_their_formula_and_source),
        cmocka_unit_test(terms_are_listed_most_frequent_first),
        WITH_DOCUMENT(every_allocation_may_fail),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
