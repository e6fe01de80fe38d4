/* Speed of the stages and of the whole: bench FOLDER [MEGABYTES].
 *
 * Makes a text of about 8 MB of the articles in FOLDER and prints a JSON line a stage: MB/s of
 * processor time (user and system).  Nothing is asserted. */
#include <broadsheet.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/resource.h>

#include "article/article.h"
#include "measure/counter.h"
#include "segment/quotes.h"
#include "segment/segmenter.h"
#include "tests/bench/bench_articles.h"
#include "unicode/decode.h"

enum { N_ROUNDS = 3 };

typedef enum stage {
    DECODE,
    BLOCKS,
    WORDS,
    SENTENCES,
    GRAPHEMES,
    QUOTES,
    COUNT,
    WHOLE,
    N_STAGES
} stage;

static const char *const stage_names[N_STAGES] = {
    "decode", "blocks", "words", "sentences", "graphemes", "quotes", "count", "whole",
};

static double seconds[N_STAGES];

static double processor_seconds(void)
{
    struct rusage usage;
    (void) getrusage(RUSAGE_SELF, &usage);
    return (double) (usage.ru_utime.tv_sec + usage.ru_stime.tv_sec) +
           (double) (usage.ru_utime.tv_usec + usage.ru_stime.tv_usec) / 1e6;
}

static void require(bsh_status status)
{
    if (status != BSH_OK) {
        bench_stop(bsh_status_text(status));
    }
}

/* ---- the stages */

typedef struct bench {
    bsh_options     options;
    bsh__decoder    decoder;
    bsh__article   *article;
    bsh__segmenter *segmenter;
    bsh__quoter    *quoter;
    bsh__counter   *counter;
    bsh__vec        blocks, tokens, sentences, quotes, speakers, terms;
    uint32_t        n_thoughts;
    bsh_counts      counts;
    uint64_t        n_graphemes;
} bench;

static void open_bench(bench *b)
{
    const bsh_allocator *const allocator = bsh__allocator(NULL);
    bsh_options_init(&b->options);
    bsh__decoder_init(&b->decoder, allocator);
    require(bsh__article_create(&b->article, allocator, NULL));
    require(bsh__segmenter_create(&b->segmenter, &b->options, allocator, NULL));
    require(bsh__quoter_create(&b->quoter, NULL, allocator, NULL));
    require(bsh__counter_create(&b->counter, &b->options, allocator, NULL));
    bsh__vec_init(&b->blocks, allocator, sizeof(bsh_block));
    bsh__vec_init(&b->tokens, allocator, sizeof(bsh_token));
    bsh__vec_init(&b->sentences, allocator, sizeof(bsh_sentence));
    bsh__vec_init(&b->quotes, allocator, sizeof(bsh_quote));
    bsh__vec_init(&b->speakers, allocator, sizeof(bsh_speaker));
    bsh__vec_init(&b->terms, allocator, sizeof(bsh_term_count));
}

static void close_bench(bench *b)
{
    bsh__vec *const vecs[] = {&b->blocks, &b->tokens,   &b->sentences,
                              &b->quotes, &b->speakers, &b->terms};
    for (size_t i = 0; i < sizeof vecs / sizeof vecs[0]; ++i) {
        bsh__vec_free(vecs[i]);
    }
    bsh__counter_destroy(b->counter);
    bsh__quoter_destroy(b->quoter);
    bsh__segmenter_destroy(b->segmenter);
    bsh__article_destroy(b->article);
    bsh__decoder_free(&b->decoder);
}

/* Adds the time since `since` to a stage; returns the time now. */
static double lap(stage which, double since)
{
    double const now = processor_seconds();
    seconds[which] += now - since;
    return now;
}

static void segment_words(bench *b)
{
    bsh_block *const blocks = b->blocks.items;
    b->tokens.n = 0;
    for (size_t i = 0; i < b->blocks.n; ++i) {
        size_t const first = b->tokens.n;
        require(bsh__segmenter_set(b->segmenter, b->decoder.text.data, blocks[i].span, NULL));
        require(bsh__segmenter_words(b->segmenter, &b->tokens, NULL));
        const bsh_token *const tokens = b->tokens.items;
        for (size_t t = first; t < b->tokens.n; ++t) {
            blocks[i].n_words += bsh_token_is_word(&tokens[t]);
        }
        blocks[i].is_counted = blocks[i].kind == BSH_BLOCK_BODY;
    }
}

static void join_sentences(bench *b, size_t first, uint32_t block, size_t *at)
{
    bsh_sentence *const    sentences = b->sentences.items;
    const bsh_token *const tokens = b->tokens.items;
    for (size_t i = first; i < b->sentences.n; ++i) {
        sentences[i].block = block;
        while (*at < b->tokens.n && tokens[*at].span.begin < sentences[i].span.begin) {
            ++*at;
        }
        sentences[i].first_token = (uint32_t) *at;
        for (; *at < b->tokens.n && tokens[*at].span.begin < sentences[i].span.end; ++*at) {
            ++sentences[i].n_tokens;
            sentences[i].n_words += bsh_token_is_word(&tokens[*at]);
        }
    }
}

static void segment_sentences(bench *b)
{
    const bsh_block *const blocks = b->blocks.items;
    size_t                 at = 0;
    b->sentences.n = 0;
    for (size_t i = 0; i < b->blocks.n; ++i) {
        if (blocks[i].is_counted) {
            size_t const first = b->sentences.n;
            require(
                bsh__segmenter_set(b->segmenter, b->decoder.text.data, blocks[i].span, NULL));
            require(bsh__segmenter_sentences(b->segmenter, &b->sentences, NULL));
            join_sentences(b, first, (uint32_t) i, &at);
        }
    }
}

static void segment_graphemes(bench *b)
{
    const bsh_block *const blocks = b->blocks.items;
    b->n_graphemes = 0;
    for (size_t i = 0; i < b->blocks.n; ++i) {
        if (blocks[i].is_counted) {
            uint64_t n = 0;
            require(
                bsh__segmenter_set(b->segmenter, b->decoder.text.data, blocks[i].span, NULL));
            require(bsh__segmenter_graphemes(b->segmenter, &n, NULL));
            b->n_graphemes += n;
        }
    }
}

static void find_quotes(bench *b)
{
    bsh__quote_input const input = {
        .text = b->decoder.text.data,
        .n_bytes = b->decoder.text.n,
        .blocks = b->blocks.items,
        .n_blocks = b->blocks.n,
        .tokens = b->tokens.items,
        .n_tokens = b->tokens.n,
        .sentences = b->sentences.items,
        .n_sentences = b->sentences.n,
        .vocabulary = bsh__segmenter_vocabulary(b->segmenter),
    };
    require(bsh__quotes_find(b->quoter, &input, &b->quotes, &b->speakers, &b->n_thoughts, NULL));
}

static void count(bench *b)
{
    bsh__counter_input const input = {
        .options = &b->options,
        .vocabulary = bsh__segmenter_vocabulary(b->segmenter),
        .blocks = b->blocks.items,
        .n_blocks = b->blocks.n,
        .tokens = b->tokens.items,
        .n_tokens = b->tokens.n,
        .sentences = b->sentences.items,
        .n_sentences = b->sentences.n,
        .quotes = b->quotes.items,
        .n_quotes = b->quotes.n,
        .speakers = b->speakers.items,
        .n_speakers = b->speakers.n,
        .n_thoughts = b->n_thoughts,
        .n_graphemes = b->n_graphemes,
        .is_english = true,
    };
    require(bsh__count(b->counter, &input, &b->counts, &b->terms, NULL));
}

static void run_stages(bench *b, bench_article text)
{
    bsh_string const none = {"", 0};
    double           now = processor_seconds();
    require(bsh__decode(&b->decoder, text.bytes, text.n_bytes, b->options.encoding, NULL));
    now = lap(DECODE, now);
    bsh_string const decoded = {b->decoder.text.data, b->decoder.text.n};
    require(bsh__article_blocks(b->article, decoded, &b->options, none, &b->blocks, NULL));
    now = lap(BLOCKS, now);
    segment_words(b);
    now = lap(WORDS, now);
    segment_sentences(b);
    now = lap(SENTENCES, now);
    segment_graphemes(b);
    now = lap(GRAPHEMES, now);
    find_quotes(b);
    now = lap(QUOTES, now);
    count(b);
    (void) lap(COUNT, now);
}

static void run_whole(bsh_analyzer *analyzer, const bench_articles *texts)
{
    double const before = processor_seconds();
    for (size_t i = 0; i < texts->n; ++i) {
        const bsh_document *document = NULL;
        require(bsh_analyze(analyzer, texts->items[i].bytes, texts->items[i].n_bytes, &document,
                            NULL));
    }
    (void) lap(WHOLE, before);
}

int main(int argc, char **argv)
{
    if (argc < 2) {
        bench_stop("usage: bench FOLDER [MEGABYTES]");
    }
    bench          b = {0};
    bsh_analyzer  *analyzer = NULL;
    bench_articles texts;
    bench_articles_make(&texts, argv[1], (argc > 2 ? strtoul(argv[2], NULL, 10) : 8) * 1000000);
    open_bench(&b);
    require(bsh_analyzer_create(&analyzer, NULL, NULL));
    for (size_t round = 0; round < N_ROUNDS; ++round) {
        for (size_t i = 0; i < texts.n; ++i) {
            run_stages(&b, texts.items[i]);
        }
        run_whole(analyzer, &texts);
    }
    double const megabytes = (double) texts.n_bytes * N_ROUNDS / 1e6;
    for (size_t i = 0; i < N_STAGES; ++i) {
        printf("{\"stage\":\"%s\",\"mb_per_s\":%.1f,\"cpu_s\":%.3f,\"mb\":%.2f,\"articles\":%"
               "zu}\n",
               stage_names[i], seconds[i] > 0.0 ? megabytes / seconds[i] : 0.0, seconds[i],
               megabytes, texts.n * N_ROUNDS);
    }
    bsh_analyzer_destroy(analyzer);
    close_bench(&b);
    bench_articles_free(&texts);
    return 0;
}
