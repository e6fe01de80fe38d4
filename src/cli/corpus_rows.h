/* The articles of corpora as rows: what each counts, and which corpus it is of. */
#ifndef BSH_CLI_CORPUS_ROWS_H
#define BSH_CLI_CORPUS_ROWS_H

#include "collected.h"

typedef struct cli_corpus_rows {
    bsh_rows *rows;    /* NULL before the first article */
    uint64_t *numbers; /* of the article of each row */
    size_t    n_numbers, capacity;
} cli_corpus_rows;

void cli_corpus_rows_end(cli_corpus_rows *articles);

/* In a worker's thread: makes the row of an article, for the measures of the run, the result's
 * own. */
bsh_status cli_corpus_rows_map(cli_run *run, const cli_article *article, cli_result *result,
                               bsh_error *err);

/* In the caller's thread: takes the row in.
 *
 * errors  BSH_E_USAGE: more corpora than CLI_MOST_CORPORA */
bsh_status cli_corpus_rows_add(cli_corpus_rows *articles, const cli_run *run,
                               const bsh_input *input, const cli_result *result,
                               bsh_error *err);

/* After the last article: the corpora in their order, that of the operands or, with --by, of
 * their names.  Fewer than two: says so, and the run is void with status 3. */
bsh_status cli_corpus_rows_finish(cli_corpus_rows *articles, cli_run *run, const char *command,
                                  bsh_error *err);

/* Makes the corpus of each article its group of terms; `is_tested_only`: articles left out of
 * the tests have none. */
bsh_status cli_corpus_rows_group(const cli_corpus_rows *articles, cli_collected *terms,
                                 bool is_tested_only, bsh_error *err);

#endif
