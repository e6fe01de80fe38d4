/* What is to be said of one article: found in a worker, printed in input order. */
#ifndef BSH_CLI_NOTICES_H
#define BSH_CLI_NOTICES_H

#include "articles.h"

typedef struct cli_notice cli_notice;

/* Makes the list; false if there is no memory. */
bool cli_notices_of(cli_notice **out, const cli_run *run, const bsh_input *input,
                    const bsh_document *document);
void cli_notices_print(const cli_notice *notices, cli_messages *messages);
void cli_notices_free(cli_notice *notices);

#endif
