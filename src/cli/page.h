/* Pieces of pages in the text format. */
#ifndef BSH_CLI_PAGE_H
#define BSH_CLI_PAGE_H

#include "output.h"

#include <stdint.h>
#include <stdio.h>

/* Prints text of strangers made visible and cut at its end to `width` columns with an ellipsis;
 * width 0: not cut.  Returns the columns printed. */
unsigned cli_print_visible(FILE *out, const cli_style *style, bsh_string text, unsigned width);

/* The same, cut in the middle: a path keeps both its folder and its name. */
unsigned cli_print_visible_middle(FILE *out, const cli_style *style, bsh_string text,
                                  unsigned width);

/* Blanks. */
void cli_print_blanks(FILE *out, unsigned n);

/* A whole number with commas between thousands: 1,293.  `out` holds 32 bytes. */
const char *cli_grouped(char out[32], uint64_t number);

/* A bar of at most `width` columns for a share of 0..1, in eighths; with a track, `width`
 * columns wide and filled by whole ones.  Returns the columns printed. */
unsigned cli_print_bar(FILE *out, const cli_style *style, double share, unsigned width,
                       bool has_track);

/* Starts or ends emphasis where there is colour. */
typedef enum cli_ink { CLI_INK_PLAIN, CLI_INK_DIM, CLI_INK_BOLD, CLI_INK_HUE } cli_ink;
void cli_ink_set(FILE *out, const cli_style *style, cli_ink ink);

#endif
