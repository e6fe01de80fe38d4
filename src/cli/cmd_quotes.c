/* broadsheet quotes */
#include "articles.h"
#include "commands.h"
#include "page.h"

#include <string.h>

/* "Lind, said" in what is left of a line; returns the columns printed. */
static unsigned print_speaker(FILE *text, const cli_style *style, const bsh_document *document,
                              const bsh_quote *quote, unsigned room)
{
    size_t                   n_speakers;
    const bsh_speaker *const speakers = bsh_document_speakers(document, &n_speakers);
    unsigned                 n = 0;
    if (quote->speaker != BSH_NO_SPEAKER) {
        n += cli_print_visible(text, style, speakers[quote->speaker].name, room * 6 / 10);
    }
    if (quote->verb.begin < quote->verb.end) {
        (void) fputs(", ", text);
        n += 2 + cli_print_visible(text, style, bsh_document_slice(document, quote->verb),
                                   room * 4 / 10 - 2);
    }
    return n;
}

/* "[anonymous]", on a line of its own where the line is full. */
static void print_flags(FILE *text, const cli_style *style, const bsh_quote *quote,
                        unsigned column)
{
    for (unsigned bit = 0; bit < BSH_QUOTE_FLAG_COUNT; ++bit) {
        if ((quote->flags & (1U << bit)) == 0) {
            continue;
        }
        const char *const name = bsh_quote_flag_name(bit);
        unsigned const    width = (unsigned) strlen(name) + 4;
        if (column + width > style->width) {
            (void) fputs("\n    ", text);
            column = 4;
        }
        (void) fprintf(text, "  [%s]", name);
        column += width;
    }
}

static void print_piece(FILE *text, const cli_style *style, const bsh_document *document,
                        const bsh_quote *quote)
{
    int const n_printed = fprintf(
        text, "  line %-4u %4u word%s  %-9s ", bsh_document_line(document, quote->inner.begin),
        quote->n_words, quote->n_words == 1 ? " " : "s", bsh_quote_kind_name(quote->kind));
    unsigned const column = n_printed < 0 ? 0 : (unsigned) n_printed;
    unsigned const room = style->width > column + 20 ? style->width - column : 20;
    print_flags(text, style, quote, column + print_speaker(text, style, document, quote, room));
    (void) fputs("\n      ", text);
    cli_print_visible(text, style, bsh_document_slice(document, quote->span), style->width - 6);
    (void) fputc('\n', text);
}

static void print_pieces(FILE *text, const cli_style *style, const bsh_input *input,
                         const bsh_document *document)
{
    const bsh_counts *const counts = bsh_document_counts(document);
    size_t                  n;
    const bsh_quote *const  quotes = bsh_document_quotes(document, &n);
    cli_print_visible(text, style, (bsh_string){input->name, strlen(input->name)},
                      style->width - 40);
    (void) fprintf(text, ": %llu words in %llu pieces of %llu quotes%s\n",
                   (unsigned long long) counts->quoted_words,
                   (unsigned long long) counts->pieces, (unsigned long long) counts->quotes,
                   counts->is_english ? "" : "; speakers: English only");
    for (size_t i = 0; i < n; ++i) {
        print_piece(text, style, document, &quotes[i]);
    }
}

static bsh_status map(cli_run *run, const cli_article *article, cli_result *result,
                      bsh_error *err)
{
    if (article->text != NULL) {
        print_pieces(article->text, &run->style, article->input, article->document);
    }
    if (!cli_outputs_have_data(&run->outputs)) {
        return BSH_OK;
    }
    bool const has_codepoints = strcmp(run->arguments->offsets, "codepoint") == 0;
    CLI_TRY(bsh_quotes_table(&result->table, NULL, err));
    return bsh_quotes_add(result->table, article->input, article->document, has_codepoints,
                          err);
}

int cli_quotes(const cli_arguments *arguments)
{
    static const cli_job job = {.map = map};
    return cli_articles_run(arguments, &job, NULL, 0);
}
