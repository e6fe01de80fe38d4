/* Commands and options: tables from which parsing, help, manual and completion come. */
#ifndef BSH_CLI_ARGUMENTS_H
#define BSH_CLI_ARGUMENTS_H

#include <broadsheet.h>

#include <stdbool.h>
#include <stddef.h>

/* Forwards a failure as it is. */
#define CLI_TRY(call)                                                                          \
    do {                                                                                       \
        bsh_status const cli_try_status = (call);                                              \
        if (cli_try_status != BSH_OK) {                                                        \
            return cli_try_status;                                                             \
        }                                                                                      \
    } while (0)

enum { CLI_MOST_OUTPUTS = 16 };

/* What the command line said, for every command. */
typedef struct cli_arguments {
    const char **inputs; /* operands, in order; the array is owned */
    size_t       n_inputs;
    bool         has_command; /* a command was named; without one it is analyze */
    const char  *outputs[CLI_MOST_OUTPUTS];
    size_t       n_outputs;
    const char  *files_from, *files0_from;
    const char  *format; /* NULL: not given */
    const char  *measures;
    const char  *language, *encoding, *keep, *drop;
    const char  *quotes, *syllables, *newlines, *style, *engine;
    const char  *verbs;      /* a file; NULL: not given */
    bsh_verbs   *verb_table; /* what is in it; owned */
    const char  *units, *show, *offsets, *quotes_by;
    const char  *color;
    const char  *csv_separator, *decimal, *na;
    bsh_fields   fields;
    const char  *block, *cluster; /* fields of records */
    const char  *adjust, *baseline, *pairs, *summary_p, *tests, *stats, *equivalence, *seed;
    double       alpha, conf_level;
    unsigned     boot;
    unsigned     min_words, window, jobs, digits, width, top, min_count;
    size_t       max_doc;
    bool is_excel, has_raw_cells, is_ascii, is_quiet, is_verbose, is_strict, is_fail_fast;
    bool is_wide;
    bool has_terms, is_extracted, keeps_possessive, counts_orders, wants_short_help, wants_help,
        wants_manual, wants_version;
} cli_arguments;

typedef enum cli_command_id {
    CLI_ANALYZE,
    CLI_COMPARE,
    CLI_KEYNESS,
    CLI_TERMS,
    CLI_QUOTES,
    CLI_SEGMENT,
    CLI_MEASURES,
    CLI_EXPLAIN,
    CLI_HELP,
    CLI_COMMAND_COUNT
} cli_command_id;

enum { CLI_EVERY_COMMAND = (1 << CLI_COMMAND_COUNT) - 1 };

typedef struct cli_command {
    const char *name;
    const char *operands; /* "INPUT..." */
    const char *summary;
    const char *example;                        /* two lines */
    int (*run)(const cli_arguments *arguments); /* returns the exit status */
} cli_command;

extern const cli_command cli_commands[CLI_COMMAND_COUNT];

/* The command of a name; CLI_COMMAND_COUNT if there is none. */
cli_command_id cli_command_find(const char *name);

typedef enum cli_option_kind {
    CLI_FLAG,   /* sets a bool */
    CLI_TEXT,   /* sets a string */
    CLI_CHOICE, /* a string of `argument`, where choices are parted by | */
    CLI_NUMBER, /* an unsigned */
    CLI_SHARE,  /* a double between 0 and 1 */
    CLI_SIZE,   /* a size_t: 5000, 64K, 64M, 1G */
    CLI_OUTPUT  /* may be repeated */
} cli_option_kind;

typedef struct cli_option {
    const char     *name;
    char            letter; /* 0: none */
    cli_option_kind kind;
    unsigned        commands; /* bit 1 << id for each command that takes it */
    size_t          offset;   /* in cli_arguments */
    const char     *argument; /* "FILE", or choices "a|b" */
    const char     *standard; /* default, in words; may be "" */
    const char     *help;
} cli_option;

size_t            cli_option_count(void);
const cli_option *cli_option_at(size_t index);

/* Reads the command line.
 *
 * command  the command that was named; CLI_ANALYZE if the first operand is no command
 * return   BSH_OK or BSH_E_USAGE with the message for the user */
bsh_status cli_arguments_parse(cli_arguments *arguments, cli_command_id *command, int argc,
                               char **argv, bsh_error *err);
void       cli_arguments_free(cli_arguments *arguments);

/* Options of the library from those of the command line; E_USAGE names what is wrong. */
bsh_status cli_library_options(const cli_arguments *arguments, bsh_options *options,
                               bsh_error *err);

/* Reads the table of verbs that was asked for; a file that is not as it should be is a wrong
 * argument, for nothing has been read yet. */
bsh_status cli_verbs_read(cli_arguments *arguments, bsh_error *err);

/* The fingerprint of the table of verbs as it stands in the settings; "" where there is none or
 * it says the same as the language's own. */
void cli_verbs_fingerprint(char out[17], const bsh_options *options);

/* Fills err and returns BSH_E_USAGE. */
bsh_status cli_usage(bsh_error *err, const char *format, ...)
    __attribute__((format(printf, 2, 3)));

/* Fills err and returns BSH_E_NOMEM. */
bsh_status cli_fail_memory(bsh_error *err);

#endif
