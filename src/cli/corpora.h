/* Operands that are corpora: [NAME=]PATH. */
#ifndef BSH_CLI_CORPORA_H
#define BSH_CLI_CORPORA_H

#include "arguments.h"

/* More would be half a million pairs: a field that tells articles, not outlets, apart. */
enum { CLI_MOST_CORPORA = 100 };

/* Whether the operands can be corpora: two or more, or --by; no name twice.
 *
 * errors  BSH_E_USAGE; the message says how to name them */
bsh_status cli_corpora_check(const cli_arguments *arguments, bsh_error *err);

/* Whether so many corpora can be compared; E_USAGE if there are more than CLI_MOST_CORPORA. */
bsh_status cli_corpora_check_number(size_t n_corpora, bsh_error *err);

/* Hands --by, --block and --cluster to the source. */
bsh_status cli_corpora_set_fields(bsh_source *source, const cli_arguments *arguments,
                                  bsh_error *err);

/* The values of --block and --cluster of an article; NULL where it has none. */
const char *cli_block_of(const cli_arguments *arguments, const bsh_input *input);
const char *cli_cluster_of(const cli_arguments *arguments, const bsh_input *input);

/* Adds what an operand names. */
bsh_status cli_corpus_add(bsh_source *source, const cli_arguments *arguments,
                          const char *operand, bsh_error *err);

/* The name of an operand's corpus, by malloc; NULL: no memory. */
char *cli_corpus_name(const char *operand);

#endif
