/* The words that a measure counted as hard, most frequent first. */
#ifndef BSH_CLI_WORD_LIST_H
#define BSH_CLI_WORD_LIST_H

#include "output.h"

#include <stdio.h>

/* Prints nothing for a measure that counts no hard words; false if there is no memory. */
bool cli_word_list_print(FILE *out, const cli_style *style, const bsh_measure *measure,
                         const bsh_document *document);

#endif
