/* broadsheet analyze: one article on a page, several a line each; rows for data formats. */
#include "article_card.h"
#include "article_list.h"
#include "articles.h"
#include "commands.h"

#include <stdlib.h>

static bsh_status map_text(cli_run *run, const bsh_input *input, const bsh_document *document,
                           FILE *text, cli_result *result, bsh_error *err)
{
    if (bsh_source_size(run->source) == 1) {
        cli_article_card(text, &run->style, input, document);
        return BSH_OK;
    }
    cli_article_line *const line = calloc(1, sizeof *line);
    if (line == NULL) {
        (void) cli_usage(err, "out of memory");
        return err->status = BSH_E_NOMEM;
    }
    cli_article_line_fill(line, &run->selection, &run->options, document);
    cli_article_list_line(text, &run->style, line, input->name);
    result->extra = line;
    return BSH_OK;
}

static bsh_status map(cli_run *run, unsigned worker, const bsh_input *input,
                      const bsh_document *document, FILE *text, cli_result *result, bsh_error *err)
{
    (void) worker;
    if (text != NULL) {
        CLI_TRY(map_text(run, input, document, text, result, err));
    }
    if (!cli_outputs_have_data(&run->outputs)) {
        return BSH_OK;
    }
    CLI_TRY(bsh_articles_table(&result->table, &run->selection, NULL, err));
    return bsh_articles_add(result->table, &run->selection, &run->options, input, document, err);
}

/* A page of text made by a function, written to every text output. */
static bsh_status write_page(cli_run *run, void (*print)(FILE *, cli_run *), bsh_error *err)
{
    char       *data = NULL;
    size_t      n = 0;
    FILE *const page = open_memstream(&data, &n);
    if (page == NULL) {
        (void) cli_usage(err, "out of memory");
        return err->status = BSH_E_NOMEM;
    }
    print(page, run);
    bsh_status status = BSH_OK;
    if (fclose(page) == 0) {
        status = cli_outputs_text(&run->outputs, data, n, err);
    }
    free(data);
    return status;
}

static void print_heading(FILE *page, cli_run *run)
{
    cli_article_list_heading(page, &run->style);
}

static void print_end(FILE *page, cli_run *run)
{
    cli_article_list_end(page, &run->style, run->state);
}

static bsh_status emit(cli_run *run, const bsh_input *input, cli_result *result, bsh_error *err)
{
    (void) input;
    cli_article_list *const list = run->state;
    if (result->extra == NULL) {
        return BSH_OK;
    }
    if (list->n == 0) {
        CLI_TRY(write_page(run, print_heading, err));
    }
    if (!cli_article_list_add(list, result->extra)) {
        (void) cli_usage(err, "out of memory");
        return err->status = BSH_E_NOMEM;
    }
    return BSH_OK;
}

static bsh_status finish(cli_run *run, bsh_error *err)
{
    const cli_article_list *const list = run->state;
    return list->n == 0 ? BSH_OK : write_page(run, print_end, err);
}

int cli_analyze(const cli_arguments *arguments)
{
    static const cli_job job = {.map = map, .emit = emit, .finish = finish};
    cli_article_list     list = {0};
    int const            status = cli_articles_run(arguments, &job, &list, BSH_SET_CORE);
    cli_article_list_free(&list);
    return status;
}
