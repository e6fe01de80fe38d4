/* Where output goes: standard output, or files that appear whole or not at all. */
#ifndef BSH_CLI_OUTPUT_H
#define BSH_CLI_OUTPUT_H

#include "arguments.h"

#include <stdint.h>

typedef struct cli_output {
    const char *path;      /* NULL: standard output */
    const char *format;    /* "text", "csv" ... */
    char       *temporary; /* name until the end; NULL where the file is written in place */
    int         fd;
    bool        is_ascii;
    char       *line; /* what a terminal has not been shown yet, of data */
    size_t      n_line, line_capacity;
    bsh_writer *writer; /* NULL until cli_outputs_begin, and for text */
} cli_output;

/* The outputs of a run, in the order of the command line. */
typedef struct cli_outputs {
    cli_output           items[CLI_MOST_OUTPUTS];
    size_t               n;
    const cli_arguments *arguments;
    const char          *schema;   /* of a JSON document of several tables; NULL: one table */
    const bsh_setting   *settings; /* of it */
    size_t               n_settings;
    char                 verbs[17]; /* fingerprint of another table of verbs; "": none */
    const char          *analysed_settings; /* fingerprint, where the articles were analysed
                                               before with other options; NULL: this run's */
} cli_outputs;

/* Opens all outputs before anything is read, so that a folder that does not exist is found at
 * once. The new file has a temporary name in the same folder until cli_outputs_commit.
 *
 * errors  BSH_E_USAGE (a suffix that tells no format), BSH_E_WRITE */
bsh_status cli_outputs_open(cli_outputs *outputs, const cli_arguments *arguments,
                            bsh_error *err);

/* True if some output is in the text format, or in any other; or in a format of JSON. */
bool cli_outputs_have_text(const cli_outputs *outputs);
bool cli_outputs_have_data(const cli_outputs *outputs);
bool cli_outputs_have_json(const cli_outputs *outputs);

/* Rows of a table to every output that is not text; the first call begins them. */
bsh_status cli_outputs_rows(cli_outputs *outputs, const bsh_table *table, bsh_error *err);

/* Bytes to every output in the text format. */
bsh_status cli_outputs_text(cli_outputs *outputs, const char *text, size_t n_bytes,
                            bsh_error *err);

/* A whole table to every output, the text ones too, as aligned columns. */
bsh_status cli_outputs_table(cli_outputs *outputs, const bsh_table *table, bsh_error *err);

/* Tables of one document: all of them to JSON, the one of `main_index` alone to formats of one
 * table.  The names of the tables are the keys of the arrays. */
bsh_status cli_outputs_document(cli_outputs *outputs, bsh_table *const *tables, size_t n,
                                size_t main_index, bsh_error *err);

/* Ends every output and gives the files their names.  Where one fails, no file is replaced that
 * was not replaced already. */
bsh_status cli_outputs_commit(cli_outputs *outputs, bsh_error *err);

/* Cells of an output that were cut for --excel. */
uint64_t cli_output_n_cut(const cli_output *output);

/* Closes and removes what was not committed.  Safe after a commit. */
void cli_outputs_discard(cli_outputs *outputs);

/* How text is to look on an output: columns, ASCII, colour. */
typedef struct cli_style {
    unsigned width;
    bool     is_ascii;
    bool     has_color;
    bool     is_terminal;
} cli_style;

/* Looks at the terminal (only if standard output is one), COLUMNS, NO_COLOR, TERM. */
cli_style cli_style_of(const cli_outputs *outputs, const cli_arguments *arguments);

#endif
