/* One article through the whole way, seen from outside: the public view of a document. */
#include "tests/t.h"

#include <broadsheet.h>

static bsh_options         options;
static bsh_analyzer       *analyzer;
static const bsh_document *document;

static int set_up(void **state)
{
    (void) state;
    bsh_options_init(&options);
    analyzer = NULL;
    return 0;
}

static int tear_down(void **state)
{
    (void) state;
    bsh_analyzer_destroy(analyzer);
    return 0;
}

static bsh_status analyze(const char *bytes, size_t n)
{
    bsh_error err;
    if (analyzer == NULL) {
        assert_int_equal(bsh_analyzer_create(&analyzer, &options, &err), BSH_OK);
    }
    return bsh_analyze(analyzer, bytes, n, &document, &err);
}

static void given(const char *text)
{
    assert_int_equal(analyze(text, strlen(text)), BSH_OK);
}

static const bsh_counts *counts(void)
{
    return bsh_document_counts(document);
}

static void assert_text(bsh_string found, const char *expected)
{
    assert_int_equal(found.n_bytes, strlen(expected));
    assert_memory_equal(found.data, expected, found.n_bytes);
}

static const char article[] = "Harbour Council Backs a New Breakwater After a Long Night\n\n"
                              "KIELHAVN, Norland (NF) \xe2\x80\x94 The council voted on Monday "
                              "for the breakwater, and the "
                              "mayor signed the paper at once. Nobody spoke against it.\n\n"
                              "The old pier at dusk on May 2, 2023. (Ana Roe/AFP)\n\n"
                              "\xe2\x80\x9cWe have waited nine years for this,\xe2\x80\x9d "
                              "said Mayor Lena Brandt, who was "
                              "born in the town.\n";

static void the_headline_is_the_title(void **state)
{
    (void) state;
    given(article);
    assert_text(bsh_document_title(document),
                "Harbour Council Backs a New Breakwater After a Long Night");
}

static void body_words_count_and_the_rest_is_left_out(void **state)
{
    (void) state;
    given(article);
    assert_int_equal(counts()->words, 16 + 4 + 17);
    assert_int_equal(counts()->sentences, 3);
    assert_int_equal(counts()->paragraphs, 2);
    /* headline 10, dateline 3, caption with its credit 12 */
    assert_int_equal(counts()->words_excluded, 10 + 3 + 12);
}

static void a_dateline_that_counts_opens_its_sentence(void **state)
{
    (void) state;
    size_t n;
    options.include_kinds |= BSH_BLOCK_BIT(BSH_BLOCK_DATELINE);
    given(article);
    const bsh_sentence *const sentences = bsh_document_sentences(document, &n);
    assert_int_equal(n, 3);
    assert_int_equal(sentences[0].n_words, 16 + 3);
    assert_memory_equal(bsh_document_slice(document, sentences[0].span).data, "KIELHAVN", 8);
}

static void a_quote_has_its_words_speaker_and_line(void **state)
{
    (void) state;
    size_t n, n_speakers;
    given(article);
    const bsh_quote *const quotes = bsh_document_quotes(document, &n);
    assert_int_equal(n, 1);
    assert_int_equal(quotes[0].n_words, 7);
    assert_int_equal(bsh_document_line(document, quotes[0].inner.begin), 7);
    const bsh_speaker *const speakers = bsh_document_speakers(document, &n_speakers);
    assert_int_equal(n_speakers, 1);
    assert_text(speakers[quotes[0].speaker].name, "Lena Brandt");
}

static void offsets_lead_back_to_the_bytes_that_were_given(void **state)
{
    (void) state;
    static const char latin[] =
        "The caf\xe9 of Zo\xeb M\xf8ller closed on Sunday after sixty years.";
    size_t n;
    assert_int_equal(analyze(latin, sizeof latin - 1), BSH_OK);
    const bsh_token *const tokens = bsh_document_tokens(document, &n);
    assert_text(bsh_document_slice(document, tokens[4].span), "M\xc3\xb8ller");
    assert_int_equal(bsh_document_source_offset(document, tokens[4].span.begin),
                     strstr(latin, "M\xf8") - latin);
    assert_int_equal(bsh_document_codepoint_offset(document, tokens[4].span.begin),
                     strstr(latin, "M\xf8") - latin);
    assert_string_equal(bsh_document_decoding(document)->encoding, "windows-1252");
}

static void lines_are_counted_as_an_editor_does(void **state)
{
    (void) state;
    given("one\r\ntwo\rthree\nfour");
    bsh_string const text = bsh_document_text(document);
    for (uint32_t at = 0; at < text.n_bytes; ++at) {
        uint32_t const line = bsh_document_line(document, at);
        if (text.data[at] == 'o' && at == 0) {
            assert_int_equal(line, 1);
        }
        if (text.data[at] == 'w') {
            assert_int_equal(line, 2);
        }
        if (text.data[at] == 'h') {
            assert_int_equal(line, 3);
        }
        if (text.data[at] == 'f') {
            assert_int_equal(line, 4);
        }
    }
}

static void terms_are_counted_folded(void **state)
{
    (void) state;
    size_t n;
    given(
        "The ferry left the quay. THE FERRY's crew waved, and nobody on the quay waved back.");
    const bsh_term_count *const terms = bsh_document_terms(document, &n);
    assert_text(bsh_document_term_text(document, terms[0].term), "the");
    assert_int_equal(terms[0].count, 4);
    assert_text(bsh_document_term_text(document, terms[1].term), "ferry");
    assert_int_equal(terms[1].count, 2);
}

static void an_empty_article_has_counts_but_no_scores(void **state)
{
    (void) state;
    assert_int_equal(analyze("", 0), BSH_OK);
    assert_int_equal(counts()->words, 0);
    assert_int_equal(bsh_measure_value(bsh_measure_find("flesch"), counts()).presence,
                     BSH_UNDEFINED);
    assert_text(bsh_document_title(document), "");
}

static void a_text_that_says_it_is_cut_off_is_truncated(void **state)
{
    (void) state;
    given("The council voted on Tuesday for the ferry, and the mayor\xe2\x80\xa6 [+1234 "
          "chars]\n");
    assert_true(bsh_document_is_truncated(document));
    given("The council voted on Tuesday for the ferry [+ chars].");
    assert_false(bsh_document_is_truncated(document));
    given("[+12 chars] is what the council printed on its new ferry tickets.");
    assert_false(bsh_document_is_truncated(document));
}

static void an_article_over_the_limit_is_refused(void **state)
{
    (void) state;
    options.max_bytes = 10;
    assert_int_equal(analyze("eleven byte", 11), BSH_E_LIMIT);
    assert_null(document);
    assert_int_equal(analyze("ten bytes!", 10), BSH_OK);
}

static void options_without_meaning_are_refused(void **state)
{
    (void) state;
    bsh_error err;
    options.window = 0;
    assert_int_equal(bsh_analyzer_create(&analyzer, &options, &err), BSH_E_USAGE);
    assert_null(analyzer);
    bsh_options_init(&options);
    options.size = 8;
    assert_int_equal(bsh_analyzer_create(&analyzer, &options, &err), BSH_E_USAGE);
    bsh_options_init(&options);
    options.include_kinds = 1U << 30;
    assert_int_equal(bsh_analyzer_create(&analyzer, &options, &err), BSH_E_USAGE);
    bsh_options_init(&options);
    options.language = NULL;
    assert_int_equal(bsh_analyzer_create(&analyzer, &options, NULL), BSH_E_USAGE);
}

static void the_analyzer_keeps_copies_of_its_options(void **state)
{
    (void) state;
    char language[] = "fr";
    options.language = language;
    given(article);
    language[0] = 'x';
    given(article);
    assert_string_equal(bsh_document_language(document), "fr");
    assert_int_equal(bsh_measure_value(bsh_measure_find("flesch"), counts()).presence,
                     BSH_WRONG_LANGUAGE);
    assert_int_equal(bsh_measure_value(bsh_measure_find("lix"), counts()).presence,
                     BSH_PRESENT);
}

static void a_failed_article_leaves_the_analyzer_usable(void **state)
{
    (void) state;
    options.encoding = "strict";
    assert_int_equal(analyze("caf\xe9", 4), BSH_E_ENCODING);
    given(article);
    assert_int_equal(counts()->sentences, 3);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(the_headline_is_the_title),
        TEST(body_words_count_and_the_rest_is_left_out),
        TEST(a_dateline_that_counts_opens_its_sentence),
        TEST(a_quote_has_its_words_speaker_and_line),
        TEST(offsets_lead_back_to_the_bytes_that_were_given),
        TEST(lines_are_counted_as_an_editor_does),
        TEST(terms_are_counted_folded),
        TEST(an_empty_article_has_counts_but_no_scores),
        TEST(a_text_that_says_it_is_cut_off_is_truncated),
        TEST(an_article_over_the_limit_is_refused),
        TEST(options_without_meaning_are_refused),
        TEST(the_analyzer_keeps_copies_of_its_options),
        TEST(a_failed_article_leaves_the_analyzer_usable),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
