/* A small article made by hand, as the words, blocks and quotes that the counter gets. */
#ifndef BSH_TESTS_SMALL_ARTICLE_H
#define BSH_TESTS_SMALL_ARTICLE_H

#include "tests/allocator.h"

#include <stdbool.h>
#include <stdio.h>

#include "measure/counter.h"

enum { MOST = 512, LONGEST = 640 };

static test_allocator memory;

/* ---- one article */

static bsh_options      options;
static bsh__vocabulary *vocabulary;
static bsh__counter    *counter;
static bsh__vec         terms;
static bsh_counts       counts;
static bsh_block        blocks[MOST];
static bsh_token        tokens[MOST];
static bsh_sentence     sentences[MOST];
static bsh_quote        quotes[MOST];
static bsh_speaker      speakers[MOST];
static uint32_t         n_blocks, n_tokens, n_sentences, n_quotes, n_speakers, offset;
static char             words[MOST][LONGEST];
static size_t           open_quotes[MOST], n_open_quotes;

static int set_up(void **state)
{
    (void) state;
    bsh_options_init(&options);
    test_allocator_init(&memory, 0);
    memory.fails_after = true;
    bsh__vec_init(&terms, &memory.allocator, sizeof(bsh_term_count));
    return bsh__vocabulary_create(&vocabulary, &options, NULL, NULL) != BSH_OK ||
           bsh__counter_create(&counter, &options, &memory.allocator, NULL) != BSH_OK;
}

static int tear_down(void **state)
{
    (void) state;
    bsh__counter_destroy(counter);
    bsh__vocabulary_destroy(vocabulary);
    bsh__vec_free(&terms);
    return memory.n_live == 0 ? 0 : -1; // what was taken is given back
}

static bsh_token_kind kind_of(const char *word)
{
    if (strncmp(word, "http", 4) == 0) {
        return BSH_TOKEN_URL;
    }
    if (strchr(word, '@') != NULL) {
        return BSH_TOKEN_EMAIL;
    }
    return word[0] >= '0' && word[0] <= '9' ? BSH_TOKEN_NUMBER : BSH_TOKEN_LETTERS;
}

/* "min|is|ter" is a word of three syllables. */
static void add_word(const char *syllables)
{
    char *const word = words[n_tokens];
    size_t      n = 0;
    bsh_token  *token = &tokens[n_tokens++];
    *token = (bsh_token){.syllables = 1};
    for (const char *c = syllables; *c != '\0'; ++c) {
        if (*c == '|') {
            ++token->syllables;
        } else {
            word[n++] = *c;
        }
    }
    word[n] = '\0';
    token->kind = (uint8_t) kind_of(word);
    token->span = (bsh_span){offset, offset + (uint32_t) n};
    offset += (uint32_t) n + 1;
    assert_int_equal(bsh__vocabulary_form(vocabulary, word, n, (bsh_token_kind) token->kind,
                                          &token->form, NULL),
                     BSH_OK);
    token->term = bsh__vocabulary_form_at(vocabulary, token->form)->term;
    if (bsh_token_is_word(token)) {
        ++blocks[n_blocks].n_words;
        for (size_t i = 0; i < n_open_quotes; ++i) {
            ++quotes[open_quotes[i]].n_words;
        }
    } else {
        token->syllables = 0;
    }
}

static void end_sentence(void)
{
    uint32_t first = 0;
    if (n_sentences != 0) {
        first = sentences[n_sentences - 1].first_token + sentences[n_sentences - 1].n_tokens;
    }
    while (first < n_tokens && tokens[first].span.begin < blocks[n_blocks].span.begin) {
        ++first; // words of blocks that do not count are in no sentence
    }
    if (blocks[n_blocks].is_counted && first < n_tokens) {
        sentences[n_sentences++] = (bsh_sentence){
            .block = n_blocks, .first_token = first, .n_tokens = n_tokens - first};
    }
}

static void begin_block(void)
{
    blocks[n_blocks] = (bsh_block){.span = {offset, offset}, .is_counted = true};
}

static void end_block(void)
{
    end_sentence();
    blocks[n_blocks].span.end = offset;
    ++n_blocks;
    begin_block();
}

/* "<d1a": opens a direct piece of utterance 1, said by speaker a ("-": nobody). */
static void open_quote(const char *mark)
{
    static const char kinds[] = "dfstni"; // in the order of bsh_quote_kind
    uint32_t const    speaker =
        mark[3] == '-' ? BSH_NO_SPEAKER : (uint32_t) (unsigned char) mark[3] - 'a';
    quotes[n_quotes] = (bsh_quote){
        .span = {offset, 0},
        .inner = {offset + 1, 0},
        .kind = (uint8_t) (strchr(kinds, mark[1]) - kinds),
        .group = (uint32_t) mark[2] - '0',
        .speaker = speaker,
    };
    open_quotes[n_open_quotes++] = n_quotes++;
    ++offset;
}

static void close_quote(const char *mark)
{
    bsh_quote *const quote = &quotes[open_quotes[--n_open_quotes]];
    quote->inner.end = offset;
    quote->span.end = ++offset;
    quote->flags = mark[1] == '!' ? BSH_QUOTE_FLAG_CLOSE_REPAIRED : 0;
    bool const is_quoting = quote->kind <= BSH_QUOTE_FRAGMENT;
    if (is_quoting && quote->speaker != BSH_NO_SPEAKER) {
        ++speakers[quote->speaker].n_quotes;
        speakers[quote->speaker].n_words += quote->n_words;
        n_speakers = quote->speaker >= n_speakers ? quote->speaker + 1 : n_speakers;
    }
}

static void begin_article(void)
{
    n_blocks = n_tokens = n_sentences = n_quotes = n_speakers = offset = 0;
    n_open_quotes = 0;
    memset(speakers, 0, sizeof speakers);
    begin_block();
}

static void read_article(const char *text)
{
    char copy[1024];
    begin_article();
    (void) snprintf(copy, sizeof copy, "%s", text);
    char *rest = NULL;
    for (char *word = strtok_r(copy, " ", &rest); word != NULL;
         word = strtok_r(NULL, " ", &rest)) {
        if (strcmp(word, "/") == 0) {
            end_sentence();
        } else if (strcmp(word, "//") == 0) {
            end_block();
        } else if (strcmp(word, "~") == 0) {
            blocks[n_blocks].is_counted = false;
        } else if (word[0] == '<') {
            open_quote(word);
        } else if (word[0] == '>') {
            close_quote(word);
        } else {
            add_word(word);
        }
    }
    end_block();
}

static bsh_status count(void)
{
    for (size_t i = 0; i < n_tokens; ++i) {
        tokens[i].flags = 0;
    }
    const bsh__counter_input input = {
        .options = &options,
        .vocabulary = vocabulary,
        .blocks = blocks,
        .n_blocks = n_blocks,
        .tokens = tokens,
        .n_tokens = n_tokens,
        .sentences = sentences,
        .n_sentences = n_sentences,
        .quotes = quotes,
        .n_quotes = n_quotes,
        .speakers = speakers,
        .n_speakers = n_speakers,
        .n_graphemes = 77,
        .is_english = true,
    };
    return bsh__count(counter, &input, &counts, &terms, NULL);
}

/* Words joined by blanks; "/" ends a sentence, "//" a block; a block that begins with "~" does
 * not count; "<d1a" opens a quote, ">" closes it, ">!" by a repair. */
static void given(const char *text)
{
    read_article(text);
    assert_int_equal(count(), BSH_OK);
}

static bool has_flag(const char *word, unsigned flag)
{
    for (size_t i = 0; i < n_tokens; ++i) {
        if (strcmp(words[i], word) == 0) {
            return (tokens[i].flags & flag) != 0;
        }
    }
    fail_msg("no word %s", word);
    return false;
}

#endif
