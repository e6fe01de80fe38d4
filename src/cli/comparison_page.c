#include "comparison_page.h"

#include "page.h"
#include "page_of_pairs.h"

#include <inttypes.h>
#include <string.h>

/* ---- a corpus in the header */

static void add_count(cli_paragraph *remarks, bool *has_some, uint64_t n, const char *words)
{
    char number[32];
    if (n == 0) {
        return;
    }
    cli_paragraph_add(remarks, !*has_some ? "  " : remarks->style->is_ascii ? "; " : " · ");
    cli_paragraph_add(remarks, cli_grouped(number, n));
    cli_paragraph_add(remarks, words);
    *has_some = true;
}

/* "6 under 100 words, left out of the tests · 2 with a guessed or damaged encoding" */
static bool add_remarks(const cli_comparison *c, cli_paragraph *remarks,
                        const bsh_corpus_summary *corpus)
{
    char           under[64];
    bool           has_some = false;
    uint64_t const n_other = corpus->n_articles - corpus->n_tested;
    (void) snprintf(under, sizeof under, " under %u words, left out of the tests",
                    c->options->min_words);
    add_count(remarks, &has_some, corpus->n_short, under);
    add_count(remarks, &has_some, n_other > corpus->n_short ? n_other - corpus->n_short : 0,
              " left out of the tests for other reasons");
    add_count(remarks, &has_some, corpus->n_decoded, " with a guessed or damaged encoding");
    add_count(remarks, &has_some, corpus->n_other_language,
              " in another language: no English measures, syllables estimated");
    if (c->settings->has_blocks) {
        add_count(remarks, &has_some, corpus->n_blocks,
                  corpus->n_blocks == 1 ? " block" : " blocks");
        add_count(remarks, &has_some, corpus->n_without_block, " without a block");
    }
    if (c->settings->has_clusters) {
        add_count(remarks, &has_some, corpus->n_clusters,
                  corpus->n_clusters == 1 ? " cluster" : " clusters");
        add_count(remarks, &has_some, corpus->n_without_cluster, " without a cluster");
    }
    return has_some;
}

/* Columns of the widest name, up to 24. */
static unsigned names_width(const cli_comparison *c)
{
    unsigned most = 0;
    for (size_t i = 0; i < c->n_corpora; ++i) {
        unsigned const width = cli_name_width(c, i);
        most = width > most ? width : most;
    }
    return most < 24 ? most : 24;
}

static void print_corpus(const cli_comparison *c, size_t corpus, unsigned width)
{
    const bsh_corpus_summary *const of = &c->corpora[corpus];
    char                            articles[32], words[32];
    cli_paragraph                   remarks;
    cli_ink_set(c->out, c->style, CLI_INK_BOLD);
    cli_print_name(c, corpus, width, false);
    cli_ink_set(c->out, c->style, CLI_INK_PLAIN);
    (void) fprintf(c->out, " %7s article%s %11s word%s\n",
                   cli_grouped(articles, of->n_articles), of->n_articles == 1 ? " " : "s",
                   cli_grouped(words, of->n_words), of->n_words == 1 ? "" : "s");
    cli_paragraph_begin(&remarks, c->style);
    bool const has_some = add_remarks(c, &remarks, of);
    cli_paragraph_end(&remarks, has_some ? c->out : NULL, 4);
}

void cli_comparison_header(const cli_comparison *c)
{
    for (size_t i = 0; i < c->n_corpora; ++i) {
        print_corpus(c, i, names_width(c));
    }
}

/* ---- the page */

static void print_pair_heading(const cli_comparison *c, const bsh_pair_summary *pair)
{
    (void) fputc('\n', c->out);
    if (c->n_corpora == 2) {
        return;
    }
    cli_ink_set(c->out, c->style, CLI_INK_BOLD);
    cli_paragraph names;
    cli_paragraph_begin(&names, c->style);
    cli_paragraph_name(&names, c->corpora[pair->a].name);
    cli_paragraph_add(&names, " against ");
    cli_paragraph_name(&names, c->corpora[pair->b].name);
    cli_paragraph_end(&names, c->out, 0);
    cli_ink_set(c->out, c->style, CLI_INK_PLAIN);
}

static void print_pair(const cli_comparison *c, const bsh_pair_summary *pair)
{
    print_pair_heading(c, pair);
    if (cli_comparison_is_single(c, pair->a, pair->b)) {
        cli_comparison_single(c, pair->a, pair->b);
        cli_instrument_note(c, pair->a, pair->b);
        return;
    }
    cli_comparison_rows(c, pair->a, pair->b);
    cli_comparison_gaps(c, pair->a, pair->b);
    cli_comparison_findings(c, pair->a, pair->b);
    cli_comparison_notes(c, pair->a, pair->b);
}

/* Pairs come a measure after the other, so the first measure names them all. */
static void print_pairs(const cli_comparison *c)
{
    for (size_t i = 0; i < c->n_pairs && c->pairs[i].measure == c->pairs[0].measure; ++i) {
        print_pair(c, &c->pairs[i]);
    }
}

void cli_comparison_page(FILE *out, const cli_style *style, const bsh_comparison *comparison,
                         const bsh_options *options)
{
    cli_comparison c = {.out = out,
                        .style = style,
                        .comparison = comparison,
                        .options = options,
                        .settings = bsh_comparison_options(comparison),
                        .selection = bsh_comparison_selection(comparison)};
    c.corpora = bsh_comparison_corpora(comparison, &c.n_corpora);
    c.pairs = bsh_comparison_pairs(comparison, &c.n_pairs);
    c.results = bsh_comparison_results(comparison, &c.n_results);
    cli_comparison_header(&c);
    if (c.n_corpora > 2) {
        cli_comparison_several(&c);
    }
    print_pairs(&c);
    cli_comparison_legend(&c);
    cli_comparison_tests(&c);
}
