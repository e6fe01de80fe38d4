/* A text with all that quotes are found in: a block a line, all counted but those that begin
 * with "#", and what was found. */
#ifndef BSH_TESTS_QUOTED_TEXT_H
#define BSH_TESTS_QUOTED_TEXT_H

#include "tests/t.h"

#include <broadsheet/options.h>

#include "segment/quotes.h"
#include "segment/segmenter.h"

typedef struct quoted_text {
    const bsh_allocator *allocator; /* of the quoter and of what it fills */
    char                *text;
    size_t               n_bytes;
    bsh__segmenter      *segmenter;
    bsh__quoter         *quoter;
    bsh__vec             blocks, tokens, sentences, quotes, speakers;
    uint32_t             n_thoughts;
    bool                 has_orders;
} quoted_text;

static inline void quoted_text_add_block(quoted_text *t, size_t begin, size_t end)
{
    bsh_error        err = {0};
    bsh_block *const block = bsh__vec_push(&t->blocks);
    assert_non_null(block);
    block->span = (bsh_span){(uint32_t) begin, (uint32_t) end};
    block->is_counted = t->text[begin] != '#';
    block->kind = block->is_counted ? BSH_BLOCK_BODY : BSH_BLOCK_CAPTION;
    assert_int_equal(bsh__segmenter_set(t->segmenter, t->text, block->span, &err), BSH_OK);
    assert_int_equal(bsh__segmenter_words(t->segmenter, &t->tokens, &err), BSH_OK);
    if (block->is_counted) {
        assert_int_equal(bsh__segmenter_sentences(t->segmenter, &t->sentences, &err), BSH_OK);
    }
}

/* Everything but the quotes. */
static inline void quoted_text_begin(quoted_text *t, const char *text, size_t n_bytes,
                                     const bsh_allocator *allocator)
{
    bsh_error   err = {0};
    bsh_options options;
    bsh_options_init(&options);
    *t = (quoted_text){.allocator = allocator, .n_bytes = n_bytes};
    t->text = calloc(1, n_bytes + 64); // padded, as the decoder leaves it
    assert_non_null(t->text);
    memcpy(t->text, text, n_bytes);
    assert_int_equal(bsh__segmenter_create(&t->segmenter, &options, bsh__allocator(NULL), &err),
                     BSH_OK);
    bsh__vec_init(&t->blocks, bsh__allocator(NULL), sizeof(bsh_block));
    bsh__vec_init(&t->tokens, bsh__allocator(NULL), sizeof(bsh_token));
    bsh__vec_init(&t->sentences, bsh__allocator(NULL), sizeof(bsh_sentence));
    bsh__vec_init(&t->quotes, bsh__allocator(allocator), sizeof(bsh_quote));
    bsh__vec_init(&t->speakers, bsh__allocator(allocator), sizeof(bsh_speaker));
    size_t begin = 0;
    for (size_t i = 0; i <= n_bytes; ++i) {
        if (i == n_bytes || text[i] == '\n') {
            if (i > begin) {
                quoted_text_add_block(t, begin, i);
            }
            begin = i + 1;
        }
    }
}

static inline bsh_status quoted_text_find(quoted_text *t, bsh_error *err)
{
    bsh__quote_input const input = {.text = t->text,
                                    .n_bytes = t->n_bytes,
                                    .blocks = t->blocks.items,
                                    .n_blocks = t->blocks.n,
                                    .tokens = t->tokens.items,
                                    .n_tokens = t->tokens.n,
                                    .sentences = t->sentences.items,
                                    .n_sentences = t->sentences.n,
                                    .vocabulary = bsh__segmenter_vocabulary(t->segmenter),
                                    .has_orders = t->has_orders};
    return bsh__quotes_find(t->quoter, &input, &t->quotes, &t->speakers, &t->n_thoughts, err);
}

static inline void quoted_text_read(quoted_text *t, const char *text)
{
    bsh_error err = {0};
    quoted_text_begin(t, text, strlen(text), NULL);
    assert_int_equal(bsh__quoter_create(&t->quoter, NULL, NULL, &err), BSH_OK);
    assert_int_equal(quoted_text_find(t, &err), BSH_OK);
}

static inline void quoted_text_end(quoted_text *t)
{
    bsh__quoter_destroy(t->quoter);
    bsh__segmenter_destroy(t->segmenter);
    bsh__vec_free(&t->blocks);
    bsh__vec_free(&t->tokens);
    bsh__vec_free(&t->sentences);
    bsh__vec_free(&t->quotes);
    bsh__vec_free(&t->speakers);
    free(t->text);
}

/* The one at place `index` among the reports, or among the pieces that are not nested; NULL
 * behind the last. */
static inline const bsh_quote *quoted_text_nth(const quoted_text *t, size_t index,
                                               bool is_report)
{
    const bsh_quote *const quotes = t->quotes.items;
    for (size_t i = 0; i < t->quotes.n; ++i) {
        if (quotes[i].kind != BSH_QUOTE_NESTED &&
            (quotes[i].kind == BSH_QUOTE_INDIRECT) == is_report && index-- == 0) {
            return &quotes[i];
        }
    }
    return NULL;
}

static inline const bsh_quote *quoted_text_at(const quoted_text *t, size_t index)
{
    return quoted_text_nth(t, index, false);
}

static inline const bsh_quote *quoted_text_report(const quoted_text *t, size_t index)
{
    return quoted_text_nth(t, index, true);
}

static inline const bsh_speaker *quoted_text_speaker(const quoted_text *t, size_t index)
{
    return index < t->speakers.n ? (const bsh_speaker *) t->speakers.items + index : NULL;
}

/* A span holds just these bytes. */
static inline int quoted_text_is(const quoted_text *t, bsh_span span, const char *expected)
{
    return span.end - span.begin == strlen(expected) &&
           memcmp(t->text + span.begin, expected, strlen(expected)) == 0;
}

#endif
