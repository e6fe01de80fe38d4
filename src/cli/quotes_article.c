/* The page of `quotes` for one article. */
#include "quotes_page.h"

#include "page.h"

#include <string.h>

static const char *plural(uint64_t n)
{
    return n == 1 ? "" : "s";
}

static void print_title(FILE *out, const cli_style *style, const bsh_input *input,
                        const bsh_document *document)
{
    const char *const known = input->title;
    bsh_string const  title =
        known != NULL ? (bsh_string){known, strlen(known)} : bsh_document_title(document);
    bsh_string const name = {input->name, strlen(input->name)};
    cli_ink_set(out, style, CLI_INK_BOLD);
    (void) cli_print_visible(out, style, title.n_bytes > 0 ? title : name, style->width - 7);
    cli_ink_set(out, style, CLI_INK_PLAIN);
    (void) fputs("\n\n", out);
}

static void print_counts(FILE *out, const cli_style *style, const bsh_document *document)
{
    const bsh_counts *const counts = bsh_document_counts(document);
    cli_items               items = {out, style, 0};
    char                    quoted[32], words[32], share[64];
    double const            percent =
        counts->words == 0 ? 0 : 100.0 * (double) counts->quoted_words / (double) counts->words;
    (void) bsh_number_fixed(share, percent, 1);
    cli_item(&items, "%s of %s words quoted (%s%%)", cli_grouped(quoted, counts->quoted_words),
             cli_grouped(words, counts->words), share);
    if (counts->quotes > 0) {
        cli_item(&items, "%s quote%s in %s piece%s", cli_grouped(quoted, counts->quotes),
                 plural(counts->quotes), cli_grouped(words, counts->pieces),
                 plural(counts->pieces));
    }
    if (counts->speakers > 0) {
        cli_item(&items, "%s speaker%s quoted", cli_grouped(words, counts->speakers),
                 plural(counts->speakers));
    }
    if (!counts->is_english && counts->quotes > 0) {
        cli_item(&items, "speakers: English only");
    }
    if (counts->indirect > 0) {
        cli_item(&items, "%s indirect report%s", cli_grouped(words, counts->indirect),
                 plural(counts->indirect));
    }
    if (counts->repairs > 0) {
        cli_item(&items, "%s repair%s", cli_grouped(words, counts->repairs),
                 plural(counts->repairs));
    }
    (void) fputc('\n', out);
}

/* Speakers and their verbs are looked for in English alone. */
static bool has_ranking(bsh_voices_by by, const bsh_document *document)
{
    return by == BSH_BY_KIND || bsh_document_counts(document)->is_english;
}

/* What the shares of a ranking are of. */
static uint64_t whole_of(bsh_voices_by by, const bsh_document *document)
{
    const bsh_counts *const counts = bsh_document_counts(document);
    size_t                  n_pieces = 0;
    (void) bsh_document_quotes(document, &n_pieces);
    return by == BSH_BY_SPEAKER ? counts->quoted_words
           : by == BSH_BY_VERB  ? counts->quotes + counts->indirect
                                : n_pieces;
}

bsh_status cli_quotes_article(const cli_style *style, const cli_article *article,
                              bsh_tally *tally, bool has_by, bsh_error *err)
{
    static const char *const  headings[BSH_BY_COUNT] = {"SPEAKERS", "VERBS", "KINDS"};
    const bsh_voice          *voices = NULL;
    size_t                    n = 0;
    FILE *const               out = article->text;
    const bsh_document *const document = article->document;
    bsh_voices_by const       by = bsh_tally_by(tally);
    cli_ranking               ranking = {.out = out, .style = style, .by = by};
    CLI_TRY(bsh_tally_read(tally, document, &voices, &n, err));
    print_title(out, style, article->input, document);
    print_counts(out, style, document);
    cli_ranking_begin(&ranking, voices, n, whole_of(by, document));
    for (size_t i = 0; has_ranking(by, document) && i < n; ++i) {
        if (i == 0) {
            (void) fputc('\n', out);
            cli_ranking_heading(&ranking, headings[by]);
        }
        if (voices[i].name.n_bytes != 0) {
            cli_ranking_row(&ranking, &voices[i]);
        } else {
            cli_ranking_rest(&ranking,
                             by == BSH_BY_VERB ? "without a verb" : "no speaker found",
                             &voices[i]);
        }
    }
    if (!has_by) {
        cli_quotes_pieces(out, style, document);
    }
    return BSH_OK;
}
