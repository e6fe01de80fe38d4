#include "collected.h"

#include <stdlib.h>

bsh_status cli_collected_begin(cli_collected *collected, const cli_arguments *arguments,
                               bsh_error *err)
{
    *collected = (cli_collected){.n_workers = bsh_corpus_n_threads(arguments->jobs)};
    collected->of_worker = calloc(collected->n_workers, sizeof(bsh_terms *));
    collected->lacks_terms = calloc(collected->n_workers, sizeof(bool));
    return collected->of_worker == NULL || collected->lacks_terms == NULL ? cli_fail_memory(err)
                                                                          : BSH_OK;
}

void cli_collected_end(cli_collected *collected)
{
    for (unsigned i = 0; collected->of_worker != NULL && i < collected->n_workers; ++i) {
        bsh_terms_destroy(collected->of_worker[i]);
    }
    free(collected->of_worker);
    free(collected->lacks_terms);
    free(collected->groups);
    *collected = (cli_collected){0};
}

bsh_status cli_collected_add(cli_collected *collected, const cli_article *article,
                             bsh_error *err)
{
    bsh_terms **const own = &collected->of_worker[article->worker];
    if (*own == NULL) {
        CLI_TRY(bsh_terms_create(own, NULL, err));
    }
    return article->document == NULL
               ? bsh_input_add_terms(article->input, *own, err)
               : bsh_terms_add(*own, article->input->seq, article->document, err);
}

bsh_status cli_collected_try(cli_collected *collected, const cli_article *article,
                             bsh_error *err)
{
    bsh_status const status = cli_collected_add(collected, article, err);
    if (status == BSH_E_FORMAT) {
        collected->lacks_terms[article->worker] = true;
        return BSH_OK;
    }
    return status;
}

bool cli_collected_is_complete(const cli_collected *collected)
{
    bool is_complete = true;
    for (unsigned i = 0; i < collected->n_workers; ++i) {
        is_complete = is_complete && !collected->lacks_terms[i];
    }
    return is_complete;
}

bsh_status cli_collected_group(cli_collected *collected, uint64_t seq, uint32_t group,
                               bsh_error *err)
{
    if (seq >= collected->capacity) {
        size_t const    capacity = 2 * (size_t) seq + 64;
        uint32_t *const groups = realloc(collected->groups, capacity * sizeof *groups);
        if (groups == NULL) {
            return cli_fail_memory(err);
        }
        collected->groups = groups;
        collected->capacity = capacity;
    }
    while (collected->n_groups <= seq) {
        collected->groups[collected->n_groups++] = BSH_NO_GROUP;
    }
    collected->groups[seq] = group;
    return BSH_OK;
}

bsh_status cli_collected_merge(cli_collected *collected, bsh_terms **all, bsh_error *err)
{
    *all = NULL;
    for (unsigned i = 0; i < collected->n_workers; ++i) {
        if (collected->of_worker[i] == NULL) {
            continue;
        }
        if (*all == NULL) {
            *all = collected->of_worker[i];
        } else {
            CLI_TRY(bsh_terms_merge(*all, collected->of_worker[i], err));
        }
    }
    return BSH_OK;
}
