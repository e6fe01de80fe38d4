/* Corpora compared, on a page of 79 columns (cli-design 4). */
#ifndef BSH_CLI_COMPARISON_PAGE_H
#define BSH_CLI_COMPARISON_PAGE_H

#include "output.h"

#include <stdio.h>

/* options  those the articles were read with: --min-words, the window of MATTR */
void cli_comparison_page(FILE *out, const cli_style *style, const bsh_comparison *comparison,
                         const bsh_options *options);

/* Whether any term sets the two corpora apart. */
bool cli_marks_exist(const bsh_keyness *keyness);

/* Terms that set two corpora apart, a line each: "Marks ledger  council 8.6x ...".  Prints
 * nothing where there are none. */
void cli_marks_lines(FILE *out, const cli_style *style, const bsh_keyness *keyness,
                     const char *name_a, const char *name_b);

/* How the terms were found and what stands behind them, below the last of the lines. */
void cli_marks_legend(FILE *out, const cli_style *style, double alpha);

#endif
