#include "corpus_rows.h"

#include <stdlib.h>

#include "corpora.h"

void cli_corpus_rows_end(cli_corpus_rows *articles)
{
    bsh_rows_destroy(articles->rows);
    free(articles->numbers);
    *articles = (cli_corpus_rows){0};
}

static void free_row(void *row)
{
    bsh_row_destroy(row);
}

bsh_status cli_corpus_rows_map(cli_run *run, const cli_article *article, cli_result *result,
                               bsh_error *err)
{
    bsh_row *row = NULL;
    CLI_TRY(bsh_row_create(&row, &run->selection, &run->options, article->input,
                           article->document, err));
    result->extra = row;
    result->free_extra = free_row;
    return bsh_row_set_design(row, cli_block_of(run->arguments, article->input),
                              cli_cluster_of(run->arguments, article->input), err);
}

static bsh_status begin(cli_corpus_rows *articles, const cli_run *run, bsh_error *err)
{
    const cli_arguments *const arguments = run->arguments;
    CLI_TRY(bsh_rows_create(&articles->rows, &run->selection, NULL, err));
    for (size_t i = 0; arguments->fields.by == NULL && i < arguments->n_inputs; ++i) {
        char *const      name = cli_corpus_name(arguments->inputs[i]);
        bsh_status const status =
            name == NULL ? cli_fail_memory(err) : bsh_rows_corpus(articles->rows, name, err);
        free(name);
        CLI_TRY(status);
    }
    return BSH_OK;
}

static bsh_status keep_number(cli_corpus_rows *articles, uint64_t seq, bsh_error *err)
{
    if (articles->n_numbers == articles->capacity) {
        size_t const    capacity = 2 * articles->capacity + 64;
        uint64_t *const numbers = realloc(articles->numbers, capacity * sizeof *numbers);
        if (numbers == NULL) {
            return cli_fail_memory(err);
        }
        articles->numbers = numbers;
        articles->capacity = capacity;
    }
    articles->numbers[articles->n_numbers++] = seq;
    return BSH_OK;
}

bsh_status cli_corpus_rows_add(cli_corpus_rows *articles, const cli_run *run,
                               const bsh_input *input, const cli_result *result, bsh_error *err)
{
    if (articles->rows == NULL) {
        CLI_TRY(begin(articles, run, err));
    }
    CLI_TRY(bsh_rows_add(articles->rows, result->extra, err));
    CLI_TRY(cli_corpora_check_number(bsh_rows_n_corpora(articles->rows), err));
    return keep_number(articles, input->seq, err);
}

bsh_status cli_corpus_rows_finish(cli_corpus_rows *articles, cli_run *run, const char *command,
                                  bsh_error *err)
{
    if (bsh_rows_n_corpora(articles->rows) < 2) {
        char text[100];
        (void) snprintf(text, sizeof text, "%s: only one corpus has articles; two are needed",
                        command);
        cli_message(&run->messages, CLI_MESSAGE_ERROR, text);
        run->outcome = 3;
        run->is_void = true;
        return BSH_OK;
    }
    return run->arguments->fields.by != NULL ? bsh_rows_sort_corpora(articles->rows, err)
                                             : BSH_OK;
}

bsh_status cli_corpus_rows_group(const cli_corpus_rows *articles, cli_collected *terms,
                                 bool is_tested_only, bsh_error *err)
{
    for (size_t i = 0; i < articles->n_numbers; ++i) {
        bool const     has_group = !is_tested_only || bsh_rows_is_tested(articles->rows, i);
        uint32_t const group =
            has_group ? (uint32_t) bsh_rows_corpus_of(articles->rows, i) : BSH_NO_GROUP;
        CLI_TRY(cli_collected_group(terms, articles->numbers[i], group, err));
    }
    return BSH_OK;
}
