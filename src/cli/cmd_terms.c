/* broadsheet terms: the words of all inputs together. */
#include "articles.h"
#include "collected.h"
#include "commands.h"

static bsh_status map(cli_run *run, const cli_article *article, cli_result *result,
                      bsh_error *err)
{
    (void) result;
    return cli_collected_add(run->state, article, err);
}

static bsh_status finish(cli_run *run, bsh_error *err)
{
    bsh_terms                 *all;
    bsh_table                 *table;
    const cli_arguments *const arguments = run->arguments;
    CLI_TRY(cli_collected_merge(run->state, &all, err));
    if (all == NULL) {
        return BSH_OK;
    }
    size_t const most = arguments->top == 0 ? SIZE_MAX : arguments->top;
    CLI_TRY(bsh_terms_table(&table, all, most, arguments->min_count, NULL, err));
    bsh_status const status = cli_outputs_table(&run->outputs, table, err);
    bsh_table_destroy(table);
    return status;
}

int cli_terms(const cli_arguments *arguments)
{
    static const cli_job job = {.takes_analysed = true, .map = map, .finish = finish};
    cli_collected        collected;
    bsh_error            err = {0};
    int const            status = cli_collected_begin(&collected, arguments, &err) == BSH_OK
                                      ? cli_articles_run(arguments, &job, &collected, 0)
                                      : cli_refuse(&err);
    cli_collected_end(&collected);
    return status;
}
