/* What was measured with: a difference of outlets may be one of marks, of furniture left out,
 * of decoding. */
#include <string.h>

#include "compare/comparison_parts.h"

/* From these differences on a measure may differ for that reason alone. */
static const double mark_share_limit = .20;
static const double repairs_per_100_limit = 5;
static const double left_out_limit = .10;
static const double decoded_limit = .10;

static double share(uint64_t part, uint64_t whole)
{
    return whole == 0 ? 0 : (double) part / (double) whole;
}

/* Sums of the articles of a corpus, those that are left out of the tests included. */
typedef struct sums {
    uint64_t n_of_mark[BSH_MARK_COUNT];
    uint64_t excluded, pieces, repairs;
} sums;

static void add_article(bsh_corpus_summary *summary, sums *s, const bsh__article *article)
{
    ++summary->n_articles;
    summary->n_words += article->words;
    summary->n_tested += article->is_tested;
    summary->n_short += !article->is_tested;
    summary->n_decoded += article->is_decoded_oddly;
    summary->n_other_language += article->is_other_language;
    if (article->is_tested) {
        summary->n_without_block += article->block == BSH__NO_TEXT;
        summary->n_without_cluster += article->cluster == BSH__NO_TEXT;
    }
    ++s->n_of_mark[article->mark];
    s->excluded += article->words_excluded;
    s->pieces += article->pieces;
    s->repairs += article->repairs;
}

static void set_shares(bsh_corpus_summary *summary, const sums *s)
{
    for (unsigned mark = 0; mark < BSH_MARK_COUNT; ++mark) {
        summary->mark_shares[mark] = share(s->n_of_mark[mark], summary->n_articles);
    }
    summary->left_out_share = share(s->excluded, s->excluded + summary->n_words);
    summary->decoded_share = share(summary->n_decoded, summary->n_articles);
    summary->repairs_per_100 =
        s->pieces == 0 ? (double) NAN : 100 * share(s->repairs, s->pieces);
}

static bsh_status set_median_words(bsh_corpus_summary *summary, const bsh__samples *samples,
                                   size_t corpus, bsh_error *err)
{
    const bsh__article *const articles = bsh__rows_articles(samples->rows);
    size_t const              n = samples->starts[corpus + 1] - samples->starts[corpus];
    double *const             words = bsh__allocate(samples->allocator, n + 1, sizeof *words);
    if (words == NULL) {
        return bsh__fail_memory(err);
    }
    for (size_t i = 0; i < n; ++i) {
        words[i] = (double) articles[samples->articles[samples->starts[corpus] + i]].words;
    }
    bsh__sort_values(words, n);
    summary->median_words = bsh__quantile((bsh__sample){words, n}, .5);
    bsh__release(samples->allocator, words);
    return BSH_OK;
}

/* The number of different names (blocks, clusters) among the tested articles of a corpus. */
static bsh_status count_names(uint64_t *out, const bsh__samples *samples, size_t corpus,
                              size_t offset, bsh_error *err)
{
    const bsh__article *const articles = bsh__rows_articles(samples->rows);
    size_t const n_names = samples->rows->blocks.keys.n + samples->rows->clusters.keys.n;
    bool *const  is_seen = bsh__allocate_zeroed(samples->allocator, n_names + 1, sizeof(bool));
    if (is_seen == NULL) {
        return bsh__fail_memory(err);
    }
    for (size_t i = samples->starts[corpus]; i < samples->starts[corpus + 1]; ++i) {
        const char *const article = (const char *) &articles[samples->articles[i]];
        uint32_t          name;
        memcpy(&name, article + offset, sizeof name);
        if (name != BSH__NO_TEXT && !is_seen[name]) {
            is_seen[name] = true;
            ++*out;
        }
    }
    bsh__release(samples->allocator, is_seen);
    return BSH_OK;
}

static bsh_status summarize(bsh_comparison *comparison, const bsh__samples *samples,
                            size_t corpus, const sums *s, bsh_error *err)
{
    bsh_corpus_summary *const summary = &comparison->corpora[corpus];
    set_shares(summary, s);
    BSH_TRY(set_median_words(summary, samples, corpus, err));
    if (comparison->options.has_blocks) {
        BSH_TRY(count_names(&summary->n_blocks, samples, corpus, offsetof(bsh__article, block),
                            err));
    }
    if (comparison->options.has_clusters) {
        BSH_TRY(count_names(&summary->n_clusters, samples, corpus,
                            offsetof(bsh__article, cluster), err));
    }
    return BSH_OK;
}

bsh_status bsh__summarize_corpora(bsh_comparison *comparison, const bsh__samples *samples,
                                  bsh_error *err)
{
    const bsh_rows *const rows = samples->rows;
    sums *const           all =
        bsh__allocate_zeroed(comparison->allocator, comparison->n_corpora, sizeof *all);
    bsh_status status = all == NULL ? bsh__fail_memory(err) : BSH_OK;
    for (size_t i = 0; status == BSH_OK && i < rows->articles.n; ++i) {
        const bsh__article *const article = &bsh__rows_articles(rows)[i];
        add_article(&comparison->corpora[article->corpus], &all[article->corpus], article);
    }
    for (size_t corpus = 0; status == BSH_OK && corpus < comparison->n_corpora; ++corpus) {
        status = summarize(comparison, samples, corpus, &all[corpus], err);
    }
    if (all != NULL) {
        bsh__release(comparison->allocator, all);
    }
    return status;
}

double bsh_mark_share(const bsh_corpus_summary *corpus, bsh_mark mark)
{
    double const quoted = 1 - corpus->mark_shares[BSH_MARK_NONE];
    return quoted > 0 ? corpus->mark_shares[mark] / quoted : (double) NAN;
}

/* With a slack for rounding: .6 - .4 is less than .2.  False if one of them is NaN. */
static bool are_apart(double a, double b, double limit)
{
    return fabs(a - b) >= limit * (1 - 1e-9);
}

unsigned bsh_instrument_causes(const bsh_corpus_summary *a, const bsh_corpus_summary *b)
{
    unsigned causes = 0;
    for (unsigned mark = BSH_MARK_NONE + 1; mark < BSH_MARK_COUNT; ++mark) {
        double const share_a = bsh_mark_share(a, (bsh_mark) mark);
        double const share_b = bsh_mark_share(b, (bsh_mark) mark);
        causes |= are_apart(share_a, share_b, mark_share_limit) ? 1U << mark : 0;
    }
    if (are_apart(a->repairs_per_100, b->repairs_per_100, repairs_per_100_limit)) {
        causes |= BSH_CAUSE_REPAIRS;
    }
    if (are_apart(a->left_out_share, b->left_out_share, left_out_limit)) {
        causes |= BSH_CAUSE_LEFT_OUT;
    }
    if (are_apart(a->decoded_share, b->decoded_share, decoded_limit)) {
        causes |= BSH_CAUSE_DECODING;
    }
    return causes;
}

bool bsh__instrument_differs(const bsh_corpus_summary *a, const bsh_corpus_summary *b,
                             const bsh_measure *measure)
{
    unsigned const of_every_measure = BSH_CAUSE_LEFT_OUT | BSH_CAUSE_DECODING;
    bool const     is_about_quotes = strcmp(measure->family, "quotation") == 0;
    unsigned const causes = bsh_instrument_causes(a, b);
    return (causes & (is_about_quotes ? ~0U : of_every_measure)) != 0;
}
