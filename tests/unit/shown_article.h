/* An article made by hand, and tables of it printed: what tests of views share. */
#ifndef BSH_TESTS_SHOWN_ARTICLE_H
#define BSH_TESTS_SHOWN_ARTICLE_H

#include "tests/t.h"
#include "tests/unit/masked.h"

#include <broadsheet/views.h>

#include "base/memory.h"
#include "document/document_parts.h"

/* ---- an article made by hand */

static bsh_document document;

static inline void *push(bsh__vec *vec)
{
    void *const item = bsh__vec_push(vec);
    assert_non_null(item);
    return item;
}

/* Where a phrase stands in the article. */
static inline bsh_span span_of(const char *phrase)
{
    const char *const text = document.decoder.text.data;
    const char *const at = strstr(text, phrase);
    assert_non_null(at);
    uint32_t const begin = (uint32_t) (at - text);
    return (bsh_span){begin, begin + (uint32_t) strlen(phrase)};
}

static inline void add_block(bsh_block_kind kind, const char *text, uint32_t n_words,
                             uint32_t line)
{
    *(bsh_block *) push(&document.blocks) =
        (bsh_block){.span = span_of(text),
                    .kind = kind,
                    .n_words = n_words,
                    .first_line = line,
                    .last_line = line + (strchr(text, '\n') != NULL),
                    .is_counted = kind == BSH_BLOCK_BODY};
}

static const char article[] = "\xEF\xBB\xBF"
                              "Ferry  back\tin service\n"
                              "\xE2\x80\x9CThe ferry runs,\nat  last,\xE2\x80\x9D said Ms.\n"
                              "Orla Cast\xC3\xA9ll. A \xE2\x80\x98"
                              "deal\xE2\x80\x99 for all.\n"
                              "Photo: Orla\n";

static inline void add_quotes(void)
{
    *(bsh_quote *) push(&document.quotes) =
        (bsh_quote){.inner = span_of("The ferry runs,\nat  last,"),
                    .mention = span_of("Ms.\nOrla Cast\xC3\xA9ll"),
                    .verb = span_of("said"),
                    .group = 1,
                    .n_words = 5,
                    .speaker = 0,
                    .kind = BSH_QUOTE_DIRECT,
                    .via = BSH_VIA_INVERTED,
                    .verb_class = BSH_VERB_NEUTRAL};
    *(bsh_quote *) push(&document.quotes) =
        (bsh_quote){.inner = span_of("deal"),
                    .sentence = 1,
                    .group = 2,
                    .n_words = 1,
                    .speaker = BSH_NO_SPEAKER,
                    .kind = BSH_QUOTE_SCARE,
                    .flags = BSH_QUOTE_FLAG_CLOSE_REPAIRED | BSH_QUOTE_FLAG_SPOKES};
    *(bsh_speaker *) push(&document.speakers) =
        (bsh_speaker){.name = {"Orla Cast\xC3\xA9ll", 13}, .n_quotes = 1, .n_words = 5};
    *(bsh_speaker *) push(&document.speakers) = (bsh_speaker){.name = {"Nobody", 6}};
}

static inline void add_line_ends(void)
{
    const char *const text = document.decoder.text.data;
    for (const char *end = strchr(text, '\n'); end != NULL; end = strchr(end + 1, '\n')) {
        *(uint32_t *) push(&document.line_ends) = (uint32_t) (end - text) + 1;
    }
}

static inline int make_document(void **state)
{
    (void) state;
    const bsh_allocator *const memory = bsh__allocator(NULL);
    document = (bsh_document){.language = "en"};
    bsh__decoder_init(&document.decoder, memory);
    bsh__vec_init(&document.blocks, memory, sizeof(bsh_block));
    bsh__vec_init(&document.quotes, memory, sizeof(bsh_quote));
    bsh__vec_init(&document.speakers, memory, sizeof(bsh_speaker));
    bsh__vec_init(&document.line_ends, memory, sizeof(uint32_t));
    assert_int_equal(bsh__decode(&document.decoder, article, sizeof article - 1, "auto", NULL),
                     BSH_OK);
    add_block(BSH_BLOCK_HEADLINE, "Ferry  back\tin service", 4, 1);
    add_block(BSH_BLOCK_BODY, "\xE2\x80\x9CThe ferry runs,\nat  last,\xE2\x80\x9D said Ms.\n",
              12, 2);
    add_block(BSH_BLOCK_CREDIT, "Photo: Orla", 2, 5);
    add_quotes();
    add_line_ends();
    document.counts = (bsh_counts){.words = 12,
                                   .sentences = 2,
                                   .paragraphs = 1,
                                   .syllables = 14,
                                   .letters = 45,
                                   .characters = 46,
                                   .words_excluded = 6,
                                   .quotes = 1,
                                   .pieces = 1,
                                   .quoted_words = 5,
                                   .types = 11,
                                   .is_english = true,
                                   .window = 100};
    return 0;
}

static inline int drop_document(void **state)
{
    (void) state;
    bsh__vec_free(&document.line_ends);
    bsh__vec_free(&document.speakers);
    bsh__vec_free(&document.quotes);
    bsh__vec_free(&document.blocks);
    bsh__decoder_free(&document.decoder);
    return 0;
}

/* ---- printing */

static const bsh_input input = {
    .id = "d0001", .name = "ledger/a.txt", .corpus = "ledger", .is_named = true};

static inline bsh_status collect(void *payload, const char *data, size_t n_bytes,
                                 bsh_error *err)
{
    (void) err;
    bsh__buffer_add(payload, data, n_bytes);
    return BSH_OK;
}

/* To be freed by the caller. */
static inline bsh__buffer printed(const bsh_table *table, const char *format,
                                  const bsh_write_options *options)
{
    bsh__buffer out;
    bsh_writer *writer = NULL;
    bsh__buffer_init(&out, bsh__allocator(NULL));
    assert_int_equal(
        bsh_writer_create(&writer, format, table, options, &(bsh_sink){collect, &out}, NULL),
        BSH_OK);
    assert_int_equal(bsh_writer_rows(writer, table, NULL), BSH_OK);
    assert_int_equal(bsh_writer_end(writer, NULL), BSH_OK);
    bsh__buffer_add_char(&out, '\0');
    bsh_writer_destroy(writer);
    return out;
}

static inline void assert_printed_with(const bsh_table *table, const char *format,
                                       const bsh_write_options *options, const char *expected)
{
    bsh__buffer out = printed(table, format, options);
    assert_string_equal(mask_settings(out.data), expected);
    bsh__buffer_free(&out);
}

static inline void assert_printed(const bsh_table *table, const char *format,
                                  const char *expected)
{
    assert_printed_with(table, format, NULL, expected);
}

#define WITH_DOCUMENT(test) cmocka_unit_test_setup_teardown(test, make_document, drop_document)

#endif
