/* The page of `keyness` in the text format. */
#ifndef BSH_CLI_KEYNESS_PAGE_H
#define BSH_CLI_KEYNESS_PAGE_H

#include "output.h"

#include <stdio.h>

/* Two corpora and what was found. */
typedef struct cli_keyness_pair {
    const char  *a, *b;
    bsh_keyness *keyness;
} cli_keyness_pair;

/* What the page says of the tests. */
typedef struct cli_keyness_words {
    const bsh_keyness_options *options;
    size_t                     most; /* terms of a list */
} cli_keyness_words;

/* Prints both lists of a pair. */
void cli_keyness_page(FILE *page, const cli_style *style, const cli_keyness_pair *pair,
                      const cli_keyness_words *words);

#endif
