/* broadsheet terms: the words of all inputs together. */
#include "articles.h"
#include "commands.h"

#include <stdlib.h>

/* One collection a worker, merged at the end: no lock, and the result is the same for any
 * number. */
typedef struct state {
    bsh_terms **collections;
    unsigned    n;
} state;

static bsh_status map(cli_run *run, const cli_article *article, cli_result *result,
                      bsh_error *err)
{
    state *const      s = run->state;
    bsh_terms **const own = &s->collections[article->worker];
    (void) result;
    if (*own == NULL) {
        CLI_TRY(bsh_terms_create(own, NULL, err));
    }
    if (article->document == NULL) {
        return bsh_input_add_terms(article->input, *own, err);
    }
    return bsh_terms_add(*own, article->input->seq, article->document, err);
}

static bsh_status merge(state *s, bsh_terms **all, bsh_error *err)
{
    *all = NULL;
    for (unsigned i = 0; i < s->n; ++i) {
        if (s->collections[i] == NULL) {
            continue;
        }
        if (*all == NULL) {
            *all = s->collections[i];
        } else {
            CLI_TRY(bsh_terms_merge(*all, s->collections[i], err));
        }
    }
    return BSH_OK;
}

static bsh_status finish(cli_run *run, bsh_error *err)
{
    bsh_terms                 *all;
    bsh_table                 *table;
    const cli_arguments *const arguments = run->arguments;
    CLI_TRY(merge(run->state, &all, err));
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
    state                s = {.n = bsh_corpus_n_threads(arguments->jobs)};
    s.collections = calloc(s.n, sizeof(bsh_terms *));
    if (s.collections == NULL) {
        bsh_error err = {0};
        (void) cli_fail_memory(&err);
        return cli_refuse(&err);
    }
    int const status = cli_articles_run(arguments, &job, &s, 0);
    for (unsigned i = 0; i < s.n; ++i) {
        bsh_terms_destroy(s.collections[i]);
    }
    free(s.collections);
    return status;
}
