/* What the parts of the page of `compare` share. */
#ifndef BSH_CLI_PAGE_OF_PAIRS_H
#define BSH_CLI_PAGE_OF_PAIRS_H

#include "output.h"
#include "paragraph.h"

#include <stdio.h>

/* Everything a part of the page looks at. */
typedef struct cli_comparison {
    FILE                      *out;
    const cli_style           *style;
    const bsh_comparison      *comparison;
    const bsh_options         *options;
    const bsh_compare_options *settings;
    const bsh_selection       *selection;
    const bsh_corpus_summary  *corpora;
    size_t                     n_corpora;
    const bsh_pair_summary    *pairs;
    size_t                     n_pairs;
    const bsh_result          *results;
    size_t                     n_results;
} cli_comparison;

enum { CLI_SENTENCES_FROM = 20 }; /* articles an outlet, for sentences of finding */

/* ---- numbers (comparison_numbers.c) */

/* A label as short as the column of a table asks for, with ", %" where values are shown in per
 * cent; and the name for a sentence or a list.  Static or in `out`. */
const char *cli_measure_label(const cli_comparison *c, size_t measure, char out[64]);
const char *cli_measure_name(const cli_comparison *c, size_t measure, char out[64]);

/* Shares are shown in per cent: by what a value is multiplied. */
double cli_measure_scale(const bsh_measure *measure);
bool   cli_measure_is_percent(const bsh_measure *measure);

/* Decimals that give the largest median three significant digits. */
int cli_measure_decimals(const cli_comparison *c, size_t measure);

/* "45.0", "−8.7", "+2.1"; "·" where it is not defined. */
const char *cli_value_text(const cli_style *style, double value, int decimals, char out[72]);
const char *cli_signed_text(const cli_style *style, double value, int decimals, char out[72]);

/* "−.47", "+1.00": of what lies between -1 and 1. */
const char *cli_delta_text(const cli_style *style, double delta, char out[72]);

/* ".042", "<.001"; and with the sign between: "p = .042", "p < .001". */
const char *cli_p_text(const cli_style *style, double p, char out[72]);
const char *cli_p_phrase(double p, char out[72]);

/* "Holm", "Benjamini–Hochberg": what adjusted the p values of a method. */
const char *cli_adjust_words(const cli_comparison *c, const char *method);

/* "***" to "·"; "" where there is no p. */
const char *cli_stars(const cli_style *style, double p);

/* Prints text in `width` columns, at their right or left end. */
void     cli_print_right(FILE *out, const char *text, unsigned width);
void     cli_print_left(FILE *out, const cli_style *style, const char *text, unsigned width);
void     cli_print_name(const cli_comparison *c, size_t corpus, unsigned width, bool is_right);
unsigned cli_name_width(const cli_comparison *c, size_t corpus);

/* The p that the page shows of a pair: adjusted. */
double cli_shown_p(const bsh_pair_summary *pair);
bool   cli_is_clear(const cli_comparison *c, const bsh_pair_summary *pair);

/* The row of a method about a pair; estimate_name NULL: any.  NULL if there is none. */
const bsh_result *cli_find_result(const cli_comparison *c, const bsh_pair_summary *pair,
                                  const char *method, const char *estimate_name);

/* ---- parts, in the order of the page */

void cli_comparison_header(const cli_comparison *c);

/* Tests of all corpora together (comparison_several.c). */
void cli_comparison_several(const cli_comparison *c);

/* Rows of a pair (comparison_rows.c), of a pair with a single article (comparison_single.c). */
void cli_comparison_rows(const cli_comparison *c, size_t a, size_t b);
bool cli_comparison_is_single(const cli_comparison *c, size_t a, size_t b);
void cli_comparison_single(const cli_comparison *c, size_t a, size_t b);

/* What is not defined, and why; ratios of totals (comparison_rows.c). */
void cli_comparison_gaps(const cli_comparison *c, size_t a, size_t b);

/* Sentences (comparison_findings.c), legend (comparison_legend.c), notes
 * (comparison_notes.c). */
void cli_comparison_findings(const cli_comparison *c, size_t a, size_t b);
void cli_comparison_legend(const cli_comparison *c);
void cli_comparison_notes(const cli_comparison *c, size_t a, size_t b);

/* Of the notes, which differences the instrument may have made; behind an empty line. */
void cli_instrument_note(const cli_comparison *c, size_t a, size_t b);

/* Tests asked for by --tests (comparison_tests.c). */
void cli_comparison_tests(const cli_comparison *c);

/* ---- the interval of a delta on a line from -1 to +1 (comparison_axis.c) */

/* Columns of the page of a pair. */
typedef struct cli_columns {
    unsigned label, value_a, value_b, shift, delta, axis;
} cli_columns;
cli_columns cli_comparison_columns(const cli_comparison *c, size_t a, size_t b);

void cli_axis_heading(const cli_comparison *c, const cli_columns *columns, size_t a, size_t b);
void cli_axis_row(const cli_comparison *c, const cli_columns *columns,
                  const bsh_pair_summary *pair);

#endif
