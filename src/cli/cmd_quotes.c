/* broadsheet quotes */
#include "articles.h"
#include "commands.h"
#include "page.h"

#include <string.h>

static void print_piece(FILE *text, const cli_style *style, const bsh_document *document,
                        const bsh_quote *quote)
{
    const bsh_speaker *speakers;
    size_t             n_speakers;
    speakers = bsh_document_speakers(document, &n_speakers);
    (void) fprintf(text, "  line %-4u %4u word%s  %-9s ",
                   bsh_document_line(document, quote->inner.begin), quote->n_words,
                   quote->n_words == 1 ? " " : "s", bsh_quote_kind_name(quote->kind));
    if (quote->speaker != BSH_NO_SPEAKER) {
        cli_print_visible(text, style, speakers[quote->speaker].name, 30);
    }
    if (quote->verb.begin < quote->verb.end) {
        (void) fputs(", ", text);
        cli_print_visible(text, style, bsh_document_slice(document, quote->verb), 16);
    }
    for (unsigned bit = 0; bit < BSH_QUOTE_FLAG_COUNT; ++bit) {
        if ((quote->flags & (1U << bit)) != 0) {
            (void) fprintf(text, "  [%s]", bsh_quote_flag_name(bit));
        }
    }
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
    cli_print_visible(text, style, (bsh_string){input->name, strlen(input->name)}, style->width - 40);
    (void) fprintf(text, ": %llu words in %llu pieces of %llu quotes\n",
                   (unsigned long long) counts->quoted_words, (unsigned long long) counts->pieces,
                   (unsigned long long) counts->quotes);
    for (size_t i = 0; i < n; ++i) {
        print_piece(text, style, document, &quotes[i]);
    }
}

static bsh_status map(cli_run *run, const cli_article *article, cli_result *result, bsh_error *err)
{
    if (article->text != NULL) {
        print_pieces(article->text, &run->style, article->input, article->document);
    }
    if (!cli_outputs_have_data(&run->outputs)) {
        return BSH_OK;
    }
    bool const has_codepoints = strcmp(run->arguments->offsets, "codepoint") == 0;
    CLI_TRY(bsh_quotes_table(&result->table, NULL, err));
    return bsh_quotes_add(result->table, article->input, article->document, has_codepoints, err);
}

int cli_quotes(const cli_arguments *arguments)
{
    static const cli_job job = {.map = map};
    return cli_articles_run(arguments, &job, NULL, 0);
}
