/* broadsheet analyze: one article on a page, several a line each; rows for data formats. */
#include "article_card.h"
#include "article_list.h"
#include "articles.h"
#include "commands.h"

#include <stdlib.h>
#include <string.h>

typedef struct analysis {
    cli_article_list list;  /* for text */
    bsh_table       *model; /* for data: whose columns the table of each article has */
} analysis;

/* The name behind the one folder that was named: "ledger/a.txt" of "ledger" is "a.txt". */
static const char *name_in(const cli_arguments *arguments, const char *name)
{
    const char *const folder = arguments->n_inputs == 1 ? arguments->inputs[0] : "";
    size_t const      n = strlen(folder);
    if (n == 0 || strncmp(name, folder, n) != 0) {
        return name;
    }
    return name[n] == '/' ? name + n + 1 : folder[n - 1] == '/' ? name + n : name;
}

static bsh_status begin(cli_run *run, bsh_error *err)
{
    analysis *const state = run->state;
    run->selection.is_flat = !cli_outputs_have_json(&run->outputs);
    return cli_outputs_have_data(&run->outputs)
               ? bsh_articles_table(&state->model, &run->selection, NULL, err)
               : BSH_OK;
}

static bsh_status map_text(cli_run *run, const cli_article *article, cli_result *result,
                           bsh_error *err)
{
    if (bsh_source_size(run->source) == 1) {
        cli_article_card(article->text, &run->style, &run->options, article->input,
                         article->document);
        return BSH_OK;
    }
    cli_article_line *const line = calloc(1, sizeof *line);
    if (line == NULL) {
        return cli_fail_memory(err);
    }
    cli_article_line_fill(line, &run->selection, &run->options, article->document);
    cli_article_list_line(article->text, &run->style, line,
                          name_in(run->arguments, article->input->name));
    result->extra = line;
    return BSH_OK;
}

static bsh_status map(cli_run *run, const cli_article *article, cli_result *result,
                      bsh_error *err)
{
    if (article->text != NULL) {
        CLI_TRY(map_text(run, article, result, err));
    }
    if (!cli_outputs_have_data(&run->outputs)) {
        return BSH_OK;
    }
    const analysis *const state = run->state;
    CLI_TRY(bsh_table_create_like(&result->table, state->model, err));
    return bsh_articles_add(result->table, &run->selection, &run->options, article->input,
                            article->document, err);
}

static void print_heading(FILE *page, void *payload)
{
    const cli_run *const run = payload;
    cli_article_list_heading(page, &run->style);
}

static void print_end(FILE *page, void *payload)
{
    const cli_run *const  run = payload;
    const analysis *const state = run->state;
    cli_article_list_end(page, &run->style, &state->list);
}

static bsh_status emit(cli_run *run, const bsh_input *input, cli_result *result, bsh_error *err)
{
    (void) input;
    analysis *const state = run->state;
    if (result->extra == NULL) {
        return BSH_OK;
    }
    if (state->list.n == 0) {
        CLI_TRY(cli_write_page(&run->outputs, print_heading, run, err));
    }
    if (!cli_article_list_add(&state->list, result->extra)) {
        return cli_fail_memory(err);
    }
    return BSH_OK;
}

static bsh_status finish(cli_run *run, bsh_error *err)
{
    const analysis *const state = run->state;
    return state->list.n == 0 ? BSH_OK : cli_write_page(&run->outputs, print_end, run, err);
}

int cli_analyze(const cli_arguments *arguments)
{
    static const cli_job job = {.begin = begin, .map = map, .emit = emit, .finish = finish};
    analysis             state = {.model = NULL};
    int const            status = cli_articles_run(arguments, &job, &state, BSH_SET_CORE);
    cli_article_list_free(&state.list);
    bsh_table_destroy(state.model);
    return status;
}
