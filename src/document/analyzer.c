/* The way of one article: bytes, text, blocks, words and sentences, quotes, counts. */
#include "article/article.h"
#include "base/status.h"
#include "document/document_parts.h"
#include "document/text_field.h"
#include "document/truncation.h"
#include "measure/counter.h"
#include "measure/token_search.h"
#include "segment/quotes.h"
#include "segment/segmenter.h"

#include <string.h>

struct bsh_analyzer {
    const bsh_allocator *allocator;
    bsh_options          options;
    bsh__buffer          language; /* the options' strings, kept */
    bsh__buffer          encoding;
    bsh__article        *article;
    bsh__segmenter      *segmenter;
    bsh__quoter         *quoter;
    bsh__counter        *counter;
    bsh_document         document;
};

/* ---- making and ending */

static bsh_status check_options(const bsh_options *options, bsh_error *err)
{
    if (options->size != sizeof *options) {
        return bsh__fail(err, BSH_E_USAGE, 0,
                         "options: size %zu is not that of this library; "
                         "start from bsh_options_init",
                         options->size);
    }
    if (options->language == NULL || options->encoding == NULL) {
        return bsh__fail(err, BSH_E_USAGE, 0, "options: language and encoding must be set");
    }
    if (options->window == 0) {
        return bsh__fail(err, BSH_E_USAGE, 0, "options: a window of 0 words has no meaning");
    }
    if ((options->include_kinds & ~BSH_BLOCK_ALL) != 0) {
        return bsh__fail(err, BSH_E_USAGE, 0, "options: unknown block kinds 0x%x",
                         options->include_kinds & ~BSH_BLOCK_ALL);
    }
    return BSH_OK;
}

static bsh_status keep_text(bsh__buffer *buffer, const char *text, const char **kept,
                            bsh_error *err)
{
    bsh__buffer_add(buffer, text, strlen(text) + 1);
    *kept = buffer->data;
    return buffer->has_failed ? bsh__fail_memory(err) : BSH_OK;
}

static void document_init(bsh_document *document, const bsh_allocator *allocator)
{
    bsh__decoder_init(&document->decoder, allocator);
    bsh__vec_init(&document->blocks, allocator, sizeof(bsh_block));
    bsh__vec_init(&document->tokens, allocator, sizeof(bsh_token));
    bsh__vec_init(&document->sentences, allocator, sizeof(bsh_sentence));
    bsh__vec_init(&document->quotes, allocator, sizeof(bsh_quote));
    bsh__vec_init(&document->speakers, allocator, sizeof(bsh_speaker));
    bsh__vec_init(&document->terms, allocator, sizeof(bsh_term_count));
    bsh__vec_init(&document->line_ends, allocator, sizeof(uint32_t));
}

static void document_free(bsh_document *document)
{
    bsh__decoder_free(&document->decoder);
    bsh__vec_free(&document->blocks);
    bsh__vec_free(&document->tokens);
    bsh__vec_free(&document->sentences);
    bsh__vec_free(&document->quotes);
    bsh__vec_free(&document->speakers);
    bsh__vec_free(&document->terms);
    bsh__vec_free(&document->line_ends);
}

static bsh_status create_parts(bsh_analyzer *analyzer, bsh_error *err)
{
    const bsh_allocator *const allocator = analyzer->allocator;
    bsh_options *const         options = &analyzer->options;
    BSH_TRY(keep_text(&analyzer->language, options->language, &options->language, err));
    BSH_TRY(keep_text(&analyzer->encoding, options->encoding, &options->encoding, err));
    BSH_TRY(bsh__article_create(&analyzer->article, allocator, err));
    BSH_TRY(bsh__segmenter_create(&analyzer->segmenter, options, allocator, err));
    BSH_TRY(bsh__quoter_create(&analyzer->quoter, options->verbs, allocator, err));
    return bsh__counter_create(&analyzer->counter, options, allocator, err);
}

bsh_status bsh_analyzer_create(bsh_analyzer **out, const bsh_options *options, bsh_error *err)
{
    *out = NULL;
    bsh_options defaults;
    if (options == NULL) {
        bsh_options_init(&defaults);
        options = &defaults;
    }
    BSH_TRY(check_options(options, err));
    const bsh_allocator *const allocator = bsh__allocator(options->allocator);
    bsh_analyzer *const        analyzer = bsh__allocate_zeroed(allocator, 1, sizeof *analyzer);
    if (analyzer == NULL) {
        return bsh__fail_memory(err);
    }
    analyzer->allocator = allocator;
    analyzer->options = *options;
    bsh__buffer_init(&analyzer->language, allocator);
    bsh__buffer_init(&analyzer->encoding, allocator);
    document_init(&analyzer->document, allocator);
    bsh_status const status = create_parts(analyzer, err);
    if (status != BSH_OK) {
        bsh_analyzer_destroy(analyzer);
        return status;
    }
    analyzer->document.vocabulary = bsh__segmenter_vocabulary(analyzer->segmenter);
    *out = analyzer;
    return BSH_OK;
}

void bsh_analyzer_destroy(bsh_analyzer *analyzer)
{
    if (analyzer == NULL) {
        return;
    }
    document_free(&analyzer->document);
    bsh__counter_destroy(analyzer->counter);
    bsh__quoter_destroy(analyzer->quoter);
    bsh__segmenter_destroy(analyzer->segmenter);
    bsh__article_destroy(analyzer->article);
    bsh__buffer_free(&analyzer->encoding);
    bsh__buffer_free(&analyzer->language);
    bsh__release(analyzer->allocator, analyzer);
}

/* ---- one article */

static bool add_line_end(bsh_document *document, size_t behind)
{
    uint32_t *const end = bsh__vec_push(&document->line_ends);
    if (end != NULL) {
        *end = (uint32_t) behind;
    }
    return end != NULL;
}

/* Index of the byte from `at` on; the end of the text if there is none. */
static size_t find_byte(bsh_string text, size_t at, char byte)
{
    const char *const found =
        at < text.n_bytes ? memchr(text.data + at, byte, text.n_bytes - at) : NULL;
    return found == NULL ? text.n_bytes : (size_t) (found - text.data);
}

/* Input lines as an editor counts them: LF, CR LF and lone CR end one. */
static bsh_status find_line_ends(bsh_document *document, bsh_error *err)
{
    bsh_string const text = {document->decoder.text.data, document->decoder.text.n};
    size_t           feed = find_byte(text, 0, '\n');
    size_t           carriage = find_byte(text, 0, '\r');
    document->line_ends.n = 0;
    while (feed < text.n_bytes || carriage < text.n_bytes) {
        size_t const at = feed < carriage ? feed : carriage;
        bool const   is_end = at == feed || at + 1 != feed;
        if (is_end && !add_line_end(document, at + 1)) {
            return bsh__fail_memory(err);
        }
        if (at == feed) {
            feed = find_byte(text, at + 1, '\n');
        } else {
            carriage = find_byte(text, at + 1, '\r');
        }
    }
    return BSH_OK;
}

static uint32_t count_words(const bsh_token *tokens, size_t n)
{
    uint32_t n_words = 0;
    for (size_t i = 0; i < n; ++i) {
        n_words += bsh_token_is_word(&tokens[i]);
    }
    return n_words;
}

/* Gives the sentences from `first` on their block and the tokens that lie in them.
 *
 * has_addresses  some of the tokens may be no words */
static void join_sentences(bsh_document *document, size_t first, uint32_t block,
                           size_t first_token, bool has_addresses)
{
    bsh_sentence *const    sentences = document->sentences.items;
    const bsh_token *const tokens = document->tokens.items;
    size_t                 at = first_token;
    for (size_t i = first; i < document->sentences.n; ++i) {
        size_t const begin = at;
        at = bsh__leap_to_token(tokens, document->tokens.n, at, sentences[i].span.end);
        sentences[i].block = block;
        sentences[i].first_token = (uint32_t) begin;
        sentences[i].n_tokens = (uint32_t) (at - begin);
        sentences[i].n_words =
            has_addresses ? count_words(tokens + begin, at - begin) : (uint32_t) (at - begin);
    }
}

/* "KIEL, Germany (NF) -- The port reopened Friday." is one sentence where both its parts count:
 * the dateline, which is a block of its own, and the rest of its paragraph. */
static bool is_joined_dateline(const bsh_document *document, unsigned include_kinds,
                               size_t index)
{
    const bsh_block *const blocks = document->blocks.items;
    if (index + 1 >= document->blocks.n || blocks[index].kind != BSH_BLOCK_DATELINE) {
        return false;
    }
    const bsh_block *const next = &blocks[index + 1];
    unsigned const         both = BSH_BLOCK_BIT(BSH_BLOCK_DATELINE) | BSH_BLOCK_BIT(next->kind);
    return next->first_line == blocks[index].first_line && (include_kinds & both) == both;
}

/* The sentence that a joined dateline opens begins with it. */
static void begin_with_dateline(bsh_document *document, size_t first_sentence,
                                size_t *first_token, size_t dateline)
{
    const bsh_block *const blocks = document->blocks.items;
    const bsh_token *const tokens = document->tokens.items;
    bsh_sentence *const    sentences = document->sentences.items;
    if (first_sentence == document->sentences.n) {
        return;
    }
    sentences[first_sentence].span.begin = blocks[dateline].span.begin;
    while (*first_token > 0 &&
           tokens[*first_token - 1].span.begin >= blocks[dateline].span.begin) {
        --*first_token;
    }
}

static bsh_status segment_block(bsh_analyzer *analyzer, uint32_t index, uint64_t *n_graphemes,
                                bsh_error *err)
{
    bsh_document *const document = &analyzer->document;
    bsh_block *const    block = (bsh_block *) document->blocks.items + index;
    size_t              first_token = document->tokens.n;
    size_t const        first_sentence = document->sentences.n;
    BSH_TRY(
        bsh__segmenter_set(analyzer->segmenter, document->decoder.text.data, block->span, err));
    BSH_TRY(bsh__segmenter_words(analyzer->segmenter, &document->tokens, err));
    const bsh_token *const tokens = document->tokens.items;
    block->n_words = count_words(tokens + first_token, document->tokens.n - first_token);
    block->is_counted = (analyzer->options.include_kinds & BSH_BLOCK_BIT(block->kind)) != 0;
    if (!block->is_counted) {
        return BSH_OK;
    }
    uint64_t n = 0;
    BSH_TRY(bsh__segmenter_graphemes(analyzer->segmenter, &n, err));
    *n_graphemes += n;
    if (is_joined_dateline(document, analyzer->options.include_kinds, index)) {
        return BSH_OK;
    }
    BSH_TRY(bsh__segmenter_sentences(analyzer->segmenter, &document->sentences, err));
    if (index > 0 && is_joined_dateline(document, analyzer->options.include_kinds, index - 1)) {
        begin_with_dateline(document, first_sentence, &first_token, index - 1);
    }
    bool const has_addresses = block->n_words != document->tokens.n - first_token;
    join_sentences(document, first_sentence, index, first_token, has_addresses);
    return BSH_OK;
}

static bsh_status segment_blocks(bsh_analyzer *analyzer, uint64_t *n_graphemes, bsh_error *err)
{
    bsh_document *const document = &analyzer->document;
    document->tokens.n = 0;
    document->sentences.n = 0;
    *n_graphemes = 0;
    for (size_t i = 0; i < document->blocks.n; ++i) {
        BSH_TRY(segment_block(analyzer, (uint32_t) i, n_graphemes, err));
    }
    return BSH_OK;
}

static bsh_status find_quotes(bsh_analyzer *analyzer, bsh_error *err)
{
    bsh_document *const    document = &analyzer->document;
    bsh__quote_input const input = {
        .text = document->decoder.text.data,
        .n_bytes = document->decoder.text.n,
        .blocks = document->blocks.items,
        .n_blocks = document->blocks.n,
        .tokens = document->tokens.items,
        .n_tokens = document->tokens.n,
        .sentences = document->sentences.items,
        .n_sentences = document->sentences.n,
        .vocabulary = bsh__segmenter_vocabulary(analyzer->segmenter),
        .has_orders = analyzer->options.counts_orders,
    };
    return bsh__quotes_find(analyzer->quoter, &input, &document->quotes, &document->speakers,
                            &document->n_thoughts, err);
}

static bsh_status count(bsh_analyzer *analyzer, uint64_t n_graphemes, bsh_error *err)
{
    bsh_document *const      document = &analyzer->document;
    bsh__counter_input const input = {
        .options = &analyzer->options,
        .vocabulary = document->vocabulary,
        .blocks = document->blocks.items,
        .n_blocks = document->blocks.n,
        .tokens = document->tokens.items,
        .n_tokens = document->tokens.n,
        .sentences = document->sentences.items,
        .n_sentences = document->sentences.n,
        .quotes = document->quotes.items,
        .n_quotes = document->quotes.n,
        .speakers = document->speakers.items,
        .n_speakers = document->speakers.n,
        .n_thoughts = document->n_thoughts,
        .n_graphemes = n_graphemes,
        .is_english = bsh__segmenter_is_english(analyzer->segmenter),
    };
    return bsh__count(analyzer->counter, &input, &document->counts, &document->terms, err);
}

/* From the decoded text on. */
static bsh_status analyze_text(bsh_analyzer *analyzer, bool is_extracted, bsh_string title,
                               const bsh_document **out, bsh_error *err)
{
    bsh_document *const document = &analyzer->document;
    bsh_options         options = analyzer->options;
    options.is_extracted = is_extracted;
    document->language = options.language;
    BSH_TRY(find_line_ends(document, err));
    document->is_truncated =
        bsh__says_truncated(document->decoder.text.data, document->decoder.text.n);
    bsh_string const text = {document->decoder.text.data, document->decoder.text.n};
    BSH_TRY(
        bsh__article_blocks(analyzer->article, text, &options, title, &document->blocks, err));
    uint64_t n_graphemes = 0;
    BSH_TRY(segment_blocks(analyzer, &n_graphemes, err));
    BSH_TRY(find_quotes(analyzer, err));
    BSH_TRY(count(analyzer, n_graphemes, err));
    *out = document;
    return BSH_OK;
}

static bsh_status check_size(const bsh_analyzer *analyzer, size_t n_bytes, bsh_error *err)
{
    if (n_bytes > analyzer->options.max_bytes) {
        return bsh__fail(err, BSH_E_LIMIT, 0,
                         "%zu bytes: over --max-doc %zu bytes per article, skipped", n_bytes,
                         analyzer->options.max_bytes);
    }
    return BSH_OK;
}

bsh_status bsh_analyze(bsh_analyzer *analyzer, const void *bytes, size_t n_bytes,
                       const bsh_document **out, bsh_error *err)
{
    *out = NULL;
    BSH_TRY(check_size(analyzer, n_bytes, err));
    BSH_TRY(bsh__decode(&analyzer->document.decoder, bytes, n_bytes, analyzer->options.encoding,
                        err));
    return analyze_text(analyzer, analyzer->options.is_extracted, (bsh_string){"", 0}, out,
                        err);
}

static bsh_status decode_field(bsh__decoder *decoder, const bsh__text_field *field,
                               bsh_error *err)
{
    bsh_string const text = field->text;
    return field->is_clean ? bsh__decode_clean(decoder, text.data, text.n_bytes, err)
                           : bsh__decode(decoder, text.data, text.n_bytes, "strict", err);
}

bsh_status bsh__analyze_field(bsh_analyzer *analyzer, const bsh__text_field *field,
                              const bsh_document **out, bsh_error *err)
{
    bsh_decoding *const decoding = &analyzer->document.decoder.decoding;
    *out = NULL;
    BSH_TRY(check_size(analyzer, field->text.n_bytes, err));
    BSH_TRY(decode_field(&analyzer->document.decoder, field, err));
    bsh_decoding const own = *decoding;
    *decoding = field->decoding;
    decoding->n_mojibake = own.n_mojibake;
    decoding->n_controls += own.n_controls;
    decoding->n_nul += own.n_nul;
    decoding->first_control_line = own.n_controls != 0 ? own.first_control_line : 1;
    return analyze_text(analyzer, true, field->title, out, err);
}
