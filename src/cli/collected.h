/* Terms of a run: one collection a worker, merged at the end, so that there is no lock and the
 * result is the same for any number of workers; and which group each article belongs to. */
#ifndef BSH_CLI_COLLECTED_H
#define BSH_CLI_COLLECTED_H

#include "articles.h"

typedef struct cli_collected {
    bsh_terms **of_worker;
    bool       *lacks_terms; /* of each worker: an analysed article came without its terms */
    unsigned    n_workers;
    uint32_t   *groups; /* by number of the article; BSH_NO_GROUP: it has none */
    size_t      n_groups, capacity;
} cli_collected;

/* errors  BSH_E_NOMEM */
bsh_status cli_collected_begin(cli_collected *collected, const cli_arguments *arguments,
                               bsh_error *err);
void       cli_collected_end(cli_collected *collected);

/* In a worker's thread: adds the terms of an article.
 *
 * errors  BSH_E_FORMAT: it was analysed without --with-terms */
bsh_status cli_collected_add(cli_collected *collected, const cli_article *article,
                             bsh_error *err);

/* The same, but an article without terms is only remembered. */
bsh_status cli_collected_try(cli_collected *collected, const cli_article *article,
                             bsh_error *err);
bool       cli_collected_is_complete(const cli_collected *collected);

/* In the caller's thread: article `seq` belongs to `group`. */
bsh_status cli_collected_group(cli_collected *collected, uint64_t seq, uint32_t group,
                               bsh_error *err);

/* Merges the collections; *all is NULL if there is none, else borrowed. */
bsh_status cli_collected_merge(cli_collected *collected, bsh_terms **all, bsh_error *err);

#endif
