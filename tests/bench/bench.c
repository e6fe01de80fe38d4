/* Speed of the stages and of the whole: bench FOLDER [MEGABYTES].
 *
 * Makes a text of about 8 MB of the articles in FOLDER, runs all stages over it in some rounds,
 * each with a vocabulary of its own as a run of the program has, and prints a JSON line a
 * stage: MB/s of processor time, and nanoseconds a counted word in the middle round, the
 * fastest and the slowest.  Nothing is asserted; of `quotes`, at most 12 ns a word are wanted.
 */
#include <broadsheet.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#include "article/article.h"
#include "measure/counter.h"
#include "segment/quotes.h"
#include "segment/segmenter.h"
#include "tests/bench/bench_articles.h"
#include "unicode/decode.h"

enum { N_ROUNDS = 7 };

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

/* Of the stages in each round, and of a look at the clock, which each stage of each article
 * takes. */
static double seconds[N_STAGES][N_ROUNDS];
static double clock_seconds;

static double processor_seconds(void)
{
    struct timespec now;
    (void) clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
    return (double) now.tv_sec + (double) now.tv_nsec / 1e9;
}

static void time_clock(void)
{
    enum { N_LOOKS = 20000 };
    double const before = processor_seconds();
    for (int i = 0; i < N_LOOKS; ++i) {
        (void) processor_seconds();
    }
    clock_seconds = (processor_seconds() - before) / N_LOOKS;
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
    uint64_t        n_words; /* counted ones of a round */
    size_t          round;
} bench;

static void open_bench(bench *b, size_t round)
{
    *b = (bench){.round = round};
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
static double lap(stage which, size_t round, double since)
{
    double const now = processor_seconds();
    seconds[which][round] += now - since - clock_seconds;
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
    now = lap(DECODE, b->round, now);
    bsh_string const decoded = {b->decoder.text.data, b->decoder.text.n};
    require(bsh__article_blocks(b->article, decoded, &b->options, none, &b->blocks, NULL));
    now = lap(BLOCKS, b->round, now);
    segment_words(b);
    now = lap(WORDS, b->round, now);
    segment_sentences(b);
    now = lap(SENTENCES, b->round, now);
    segment_graphemes(b);
    now = lap(GRAPHEMES, b->round, now);
    find_quotes(b);
    now = lap(QUOTES, b->round, now);
    count(b);
    (void) lap(COUNT, b->round, now);
    b->n_words += b->counts.words;
}

static void run_whole(const bench_articles *texts, size_t round)
{
    bsh_analyzer *analyzer = NULL;
    double const  before = processor_seconds();
    require(bsh_analyzer_create(&analyzer, NULL, NULL));
    for (size_t i = 0; i < texts->n; ++i) {
        const bsh_document *document = NULL;
        require(bsh_analyze(analyzer, texts->items[i].bytes, texts->items[i].n_bytes, &document,
                            NULL));
    }
    bsh_analyzer_destroy(analyzer);
    (void) lap(WHOLE, round, before);
}

/* Returns the number of words. */
static uint64_t run_round(const bench_articles *texts, size_t round)
{
    bench b;
    open_bench(&b, round);
    for (size_t i = 0; i < texts->n; ++i) {
        run_stages(&b, texts->items[i]);
    }
    close_bench(&b);
    run_whole(texts, round);
    return b.n_words;
}

/* ---- the report */

static int compare_numbers(const void *a, const void *b)
{
    double const x = *(const double *) a;
    double const y = *(const double *) b;
    return (x > y) - (x < y);
}

static void report(stage which, const bench_articles *texts, uint64_t n_words)
{
    double *const rounds = seconds[which];
    double const  nanoseconds = 1e9 / (double) n_words;
    qsort(rounds, N_ROUNDS, sizeof rounds[0], compare_numbers);
    double const middle = rounds[N_ROUNDS / 2];
    printf("{\"stage\":\"%s\",\"mb_per_s\":%.1f,\"ns_per_word\":%.2f,\"fastest\":%.2f,"
           "\"slowest\":%.2f}\n",
           stage_names[which], middle > 0.0 ? (double) texts->n_bytes / 1e6 / middle : 0.0,
           middle * nanoseconds, rounds[0] * nanoseconds, rounds[N_ROUNDS - 1] * nanoseconds);
}

int main(int argc, char **argv)
{
    if (argc < 2) {
        bench_stop("usage: bench FOLDER [MEGABYTES]");
    }
    bench_articles texts;
    uint64_t       n_words = 0;
    bench_articles_make(&texts, argv[1], (argc > 2 ? strtoul(argv[2], NULL, 10) : 8) * 1000000);
    time_clock();
    for (size_t round = 0; round < N_ROUNDS; ++round) {
        n_words = run_round(&texts, round);
    }
    printf("{\"articles\":%zu,\"mb\":%.2f,\"words\":%llu,\"rounds\":%d}\n", texts.n,
           (double) texts.n_bytes / 1e6, (unsigned long long) n_words, N_ROUNDS);
    for (size_t i = 0; i < N_STAGES; ++i) {
        report((stage) i, &texts, n_words);
    }
    bench_articles_free(&texts);
    return 0;
}
