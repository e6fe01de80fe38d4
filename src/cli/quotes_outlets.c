/* The page of `quotes` for several articles: whose words each outlet prints. */
#include "quotes_page.h"

#include "page.h"
#include "paragraph.h"

#include <string.h>

static const char *plural(uint64_t n)
{
    return n == 1 ? "" : "s";
}

static void print_name(FILE *out, const cli_style *style, const bsh_voices_corpus *corpus)
{
    char articles[32], words[32];
    cli_ink_set(out, style, CLI_INK_BOLD);
    unsigned const printed = cli_print_visible(
        out, style, (bsh_string){corpus->name, strlen(corpus->name)}, style->width - 39);
    cli_ink_set(out, style, CLI_INK_PLAIN);
    cli_print_blanks(out, printed < 20 ? 20 - printed : 1);
    (void) fprintf(out, "  %s article%s   %s words\n", cli_grouped(articles, corpus->articles),
                   plural(corpus->articles), cli_grouped(words, corpus->words));
}

static void print_counts(FILE *out, const cli_style *style, const bsh_voices_corpus *corpus)
{
    char         number[64], other[32];
    cli_items    items = {out, style, 0};
    double const percent =
        corpus->words == 0 ? 0 : 100.0 * (double) corpus->quoted_words / (double) corpus->words;
    (void) bsh_number_fixed(number, percent, 1);
    cli_item(&items, "%s words quoted (%s%%)", cli_grouped(other, corpus->quoted_words),
             number);
    if (corpus->quotes > 0) {
        cli_item(&items, "%s quote%s", cli_grouped(other, corpus->quotes),
                 plural(corpus->quotes));
    }
    if (corpus->quotes > 0 && corpus->foreign > 0) {
        cli_item(&items, "speakers: English only");
    } else if (corpus->quotes > 0) {
        (void) bsh_number_fixed(number, (double) corpus->speakers / (double) corpus->articles,
                                1);
        cli_item(&items, "%s speakers quoted an article", number);
    }
    if (corpus->indirect > 0) {
        cli_item(&items, "%s indirect report%s", cli_grouped(other, corpus->indirect),
                 plural(corpus->indirect));
    }
    if (corpus->repairs > 0) {
        cli_item(&items, "%s repair%s", cli_grouped(other, corpus->repairs),
                 plural(corpus->repairs));
    }
    (void) fputc('\n', out);
}

/* Those behind the first ones, together. */
static void print_others(const cli_ranking *ranking, const bsh_voice *voices, size_t n)
{
    static const char *const ones[BSH_BY_COUNT] = {"person", "verb", "kind"};
    static const char *const many[BSH_BY_COUNT] = {"people", "verbs", "kinds"};
    char                     name[64], number[32];
    bsh_voice                all = {.words = 0};
    for (size_t i = 0; i < n; ++i) {
        all.quotes += voices[i].quotes;
        all.pieces += voices[i].pieces;
        all.words += voices[i].words;
        all.indirect += voices[i].indirect;
    }
    (void) snprintf(name, sizeof name, "and %s more %s", cli_grouped(number, n),
                    (n == 1 ? ones : many)[ranking->by]);
    cli_ranking_rest(ranking, name, &all);
}

static void print_rest(const cli_ranking *ranking, const char *name, const bsh_voice *voice)
{
    if (voice->articles > 0) {
        cli_ranking_rest(ranking, name, voice);
    }
}

static uint64_t whole_of(bsh_voices_by by, const bsh_voices_corpus *corpus,
                         const bsh_voice *voices, size_t n)
{
    uint64_t n_pieces = 0;
    for (size_t i = 0; i < n; ++i) {
        n_pieces += voices[i].pieces;
    }
    return by == BSH_BY_SPEAKER ? corpus->quoted_words
           : by == BSH_BY_VERB  ? corpus->quotes + corpus->indirect
                                : n_pieces;
}

static bsh_status print_outlet(const cli_ranking *like, bsh_voices *voices,
                               const bsh_voices_corpus *corpus, size_t most, bsh_error *err)
{
    static const char *const headings[BSH_BY_COUNT] = {"PEOPLE", "VERBS", "KINDS"};
    cli_ranking              ranking = *like;
    const bsh_voice         *rows = NULL;
    size_t                   n = 0;
    CLI_TRY(bsh_voices_rows(voices, corpus->name, &rows, &n, err));
    size_t const n_shown = n < most ? n : most;
    print_name(ranking.out, ranking.style, corpus);
    print_counts(ranking.out, ranking.style, corpus);
    if (corpus->foreign > 0 && ranking.by != BSH_BY_KIND) {
        return BSH_OK;
    }
    ranking.has_reports = ranking.by != BSH_BY_KIND && corpus->indirect > 0;
    cli_ranking_begin(&ranking, rows, n_shown, whole_of(ranking.by, corpus, rows, n));
    if (n > 0 || corpus->quotes + corpus->indirect > 0) {
        (void) fputc('\n', ranking.out);
        cli_ranking_heading(&ranking, headings[ranking.by]);
    }
    for (size_t i = 0; i < n_shown; ++i) {
        cli_ranking_row(&ranking, &rows[i]);
    }
    if (n > n_shown) {
        print_others(&ranking, rows + n_shown, n - n_shown);
    }
    print_rest(&ranking, "organisations", &corpus->organisations);
    print_rest(&ranking, "speakers not named", &corpus->unnamed);
    print_rest(&ranking, ranking.by == BSH_BY_VERB ? "without a verb" : "no speaker found",
               &corpus->nameless);
    return BSH_OK;
}

/* What the page is sorted by, and who is one. */
static void print_legend(FILE *out, const cli_style *style, bsh_voices_by by)
{
    static const char of_people[] =
        "Articles are those that quote somebody or report what he or she said. Most articles "
        "first, then most words, then most reports; bars and shares are of quoted words. A "
        "surname alone is the "
        "one person of the outlet whose full name ends in it; where there are several, it "
        "stays apart.";
    static const char of_verbs[] =
        "Most articles first, then most quotes and reports together, which bars and shares "
        "are of.";
    static const char of_kinds[] =
        "Most articles first, then most pieces, which bars and shares are of.";
    static const char *const texts[BSH_BY_COUNT] = {of_people, of_verbs, of_kinds};
    cli_paragraph            line;
    (void) fputc('\n', out);
    cli_paragraph_begin(&line, style);
    cli_paragraph_add(&line, texts[by]);
    cli_paragraph_end(&line, out, 0);
}

bsh_status cli_quotes_outlets(FILE *out, const cli_style *style, bsh_voices *voices,
                              bsh_voices_by by, size_t most, bsh_error *err)
{
    cli_ranking const like = {.out = out, .style = style, .by = by, .has_articles = true};
    const bsh_voices_corpus *corpora = NULL;
    size_t                   n = 0;
    bool                     has_quotes = false;
    CLI_TRY(bsh_voices_corpora(voices, &corpora, &n, err));
    for (size_t i = 0; i < n; ++i) {
        (void) fputs(i == 0 ? "" : "\n\n", out);
        CLI_TRY(print_outlet(&like, voices, &corpora[i], most, err));
        bool const is_ranked = corpora[i].foreign == 0 || by == BSH_BY_KIND;
        has_quotes = has_quotes || (is_ranked && corpora[i].quotes + corpora[i].indirect > 0);
    }
    if (has_quotes) {
        print_legend(out, style, by);
    }
    return BSH_OK;
}
