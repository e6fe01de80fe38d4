/* Sentences with names and numbers in them, broken to the width of the page. */
#ifndef BSH_CLI_PARAGRAPH_H
#define BSH_CLI_PARAGRAPH_H

#include "output.h"

#include <stdio.h>

/* A blank at which no line is broken: "95" CLI_TIE "%". */
#define CLI_TIE "\x1f"

/* Collects text; without memory `text` is NULL and nothing will be printed. */
typedef struct cli_paragraph {
    FILE            *text; /* write to it, or call the functions below */
    const cli_style *style;
    char            *bytes;
    size_t           n_bytes;
} cli_paragraph;

void cli_paragraph_begin(cli_paragraph *paragraph, const cli_style *style);

/* Static text of the program, and text of strangers, made visible and cut if it is long. */
void cli_paragraph_add(cli_paragraph *paragraph, const char *text);
void cli_paragraph_name(cli_paragraph *paragraph, const char *name);

/* Prints what was collected, lines behind the first moved in by `indent`; `out` NULL: forgets
 * it. */
void cli_paragraph_end(cli_paragraph *paragraph, FILE *out, unsigned indent);

#endif
