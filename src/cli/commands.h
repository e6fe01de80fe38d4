/* One function a command; each returns the exit status. */
#ifndef BSH_CLI_COMMANDS_H
#define BSH_CLI_COMMANDS_H

#include "arguments.h"

#include <stdio.h>

int cli_analyze(const cli_arguments *arguments);
int cli_compare(const cli_arguments *arguments);
int cli_keyness(const cli_arguments *arguments);
int cli_terms(const cli_arguments *arguments);
int cli_quotes(const cli_arguments *arguments);
int cli_segment(const cli_arguments *arguments);
int cli_measures(const cli_arguments *arguments);
int cli_explain(const cli_arguments *arguments);
int cli_help(const cli_arguments *arguments);

/* Help of a command, or of the program for CLI_COMMAND_COUNT: all of it, or 25 lines of it. */
void cli_help_print(FILE *out, cli_command_id command);
void cli_help_print_short(FILE *out);
void cli_version_print(FILE *out);
void cli_manual_print(FILE *out);

/* What each exit status means, from 0; NULL at the end. */
extern const char *const cli_exit_texts[];

/* Flushes standard output and returns the exit status: 4 where that failed, with a message. */
int cli_close_stdout(void);

#endif
