#include "tests/allocator.h"
#include "tests/unit/shown_article.h"

/* A table of the voices of the document. */
static void assert_voices(bsh_voices_by by, const char *format, const char *expected)
{
    bsh_tally *tally = NULL;
    bsh_table *table = NULL;
    assert_int_equal(bsh_tally_create(&tally, by, NULL, NULL), BSH_OK);
    assert_int_equal(bsh_voices_table(&table, by, NULL, NULL), BSH_OK);
    assert_int_equal(bsh_voices_table_add(table, tally, &input, &document, NULL), BSH_OK);
    assert_printed(table, format, expected);
    bsh_table_destroy(table);
    bsh_tally_destroy(tally);
}

static bsh_quote *add_quote_of(uint32_t speaker, uint32_t n_words, bsh_quote_kind kind)
{
    bsh_quote *const quote = push(&document.quotes);
    *quote = (bsh_quote){.inner = span_of("for all"),
                         .group = (uint32_t) document.quotes.n,
                         .n_words = n_words,
                         .speaker = speaker,
                         .kind = (uint8_t) kind};
    return quote;
}

static void a_row_of_a_speaker_says_what_it_is(void **state)
{
    (void) state;
    bsh_speaker *const speakers = document.speakers.items;
    speakers[0].sort = BSH_SPEAKER_PERSON;
    speakers[1] = (bsh_speaker){.name = {"the\nport", 8},
                                .flags = BSH_QUOTE_FLAG_ANONYMOUS | BSH_QUOTE_FLAG_SPOKES};
    *(bsh_speaker *) push(&document.speakers) =
        (bsh_speaker){.name = {"the Harbour Board", 17}, .sort = BSH_SPEAKER_ORGANISATION};
    (void) add_quote_of(1, 3, BSH_QUOTE_FRAGMENT);
    (void) add_quote_of(2, 7, BSH_QUOTE_INDIRECT);
    (void) add_quote_of(BSH_NO_SPEAKER, 2, BSH_QUOTE_DIRECT);
    document.counts.quoted_words = 10;
    assert_voices(BSH_BY_SPEAKER, "csv",
                  "id,corpus,resolved,quotes,pieces,words,share,indirect,first_line,flags\n"
                  "d0001,ledger,Orla Cast\xC3\xA9ll,1,1,5,0.5,0,2,\n"
                  "d0001,ledger,the port,1,1,3,0.3,0,4,unnamed anonymous spokes\n"
                  "d0001,ledger,the Harbour Board,0,0,0,0,1,4,organisation\n"
                  "d0001,ledger,,1,1,2,0.2,0,4,unattributed\n");
}

static void an_article_that_only_reports_has_no_shares(void **state)
{
    (void) state;
    document.quotes.n = 0;
    add_quote_of(0, 7, BSH_QUOTE_INDIRECT)->verb = span_of("said");
    document.counts.quoted_words = 0;
    assert_voices(BSH_BY_SPEAKER, "tsv",
                  "id\tcorpus\tresolved\tquotes\tpieces\twords\tshare\tindirect\tfirst_line\t"
                  "flags\nd0001\tledger\tOrla Cast\xC3\xA9ll\t0\t0\t0\t\t1\t4\tunnamed\n");
    assert_voices(BSH_BY_VERB, "csv",
                  "id,corpus,verb,verb_class,quotes,pieces,words,indirect,speakers,first_line\n"
                  "d0001,ledger,said,,0,0,0,1,1,4\n");
}

static void verbs_and_kinds_have_a_row_each(void **state)
{
    (void) state;
    (void) add_quote_of(0, 3, BSH_QUOTE_FRAGMENT);
    assert_voices(BSH_BY_VERB, "csv",
                  "id,corpus,verb,verb_class,quotes,pieces,words,indirect,speakers,first_line\n"
                  "d0001,ledger,said,neutral,1,1,5,0,1,2\n"
                  "d0001,ledger,,,1,1,3,0,1,4\n");
    assert_voices(BSH_BY_KIND, "jsonl",
                  "{\"id\":\"d0001\",\"corpus\":\"ledger\",\"kind\":\"direct\",\"pieces\":1,"
                  "\"words\":5,\"speakers\":1,\"first_line\":2}\n"
                  "{\"id\":\"d0001\",\"corpus\":\"ledger\",\"kind\":\"fragment\",\"pieces\":1,"
                  "\"words\":3,\"speakers\":1,\"first_line\":4}\n"
                  "{\"id\":\"d0001\",\"corpus\":\"ledger\",\"kind\":\"scare\",\"pieces\":1,"
                  "\"words\":1,\"speakers\":0,\"first_line\":4}\n");
}

/* Nobody was looked for: a 0, or "unattributed", would say that nobody speaks. */
static void what_is_told_of_english_alone_is_empty_elsewhere(void **state)
{
    (void) state;
    document.counts.is_english = false;
    document.quotes.n = 0;
    (void) add_quote_of(BSH_NO_SPEAKER, 4, BSH_QUOTE_DIRECT);
    document.counts.quoted_words = 4;
    assert_voices(BSH_BY_SPEAKER, "csv",
                  "id,corpus,resolved,quotes,pieces,words,share,indirect,first_line,flags\n"
                  "d0001,ledger,,1,1,4,,,4,\n");
    assert_voices(BSH_BY_VERB, "csv",
                  "id,corpus,verb,verb_class,quotes,pieces,words,indirect,speakers,first_line\n"
                  "d0001,ledger,,,1,1,4,,,4\n");
    assert_voices(BSH_BY_KIND, "csv",
                  "id,corpus,kind,pieces,words,speakers,first_line\n"
                  "d0001,ledger,direct,1,4,,4\n");
}

/* ---- memory */

static bsh_status make_table(const bsh_allocator *memory)
{
    bsh_tally *tally = NULL;
    bsh_table *table = NULL;
    bsh_status status = bsh_tally_create(&tally, BSH_BY_VERB, memory, NULL);
    if (status == BSH_OK) {
        status = bsh_voices_table(&table, BSH_BY_VERB, memory, NULL);
    }
    if (status == BSH_OK) {
        status = bsh_voices_table_add(table, tally, &input, &document, NULL);
    }
    bsh_table_destroy(table);
    bsh_tally_destroy(tally);
    return status;
}

static void every_allocation_may_fail(void **state)
{
    (void) state;
    bsh_status status = BSH_E_NOMEM;
    for (long fail_at = 1; status != BSH_OK; ++fail_at) {
        test_allocator memory;
        test_allocator_init(&memory, fail_at);
        status = make_table(&memory.allocator);
        assert_int_equal(memory.n_live, 0);
        assert_true(status == BSH_E_NOMEM || (status == BSH_OK && fail_at > 5));
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        WITH_DOCUMENT(a_row_of_a_speaker_says_what_it_is),
        WITH_DOCUMENT(an_article_that_only_reports_has_no_shares),
        WITH_DOCUMENT(verbs_and_kinds_have_a_row_each),
        WITH_DOCUMENT(what_is_told_of_english_alone_is_empty_elsewhere),
        WITH_DOCUMENT(every_allocation_may_fail),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
