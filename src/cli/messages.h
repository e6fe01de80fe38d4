/* Messages on standard error: made visible, counted, never a flood. */
#ifndef BSH_CLI_MESSAGES_H
#define BSH_CLI_MESSAGES_H

#include <broadsheet.h>

#include <stdatomic.h>
#include <stdbool.h>
#include <stddef.h>

/* Kinds of messages; the first three of a kind are printed, the rest counted (all with -v). */
typedef enum cli_message_kind {
    CLI_MESSAGE_ERROR,   /* always printed */
    CLI_MESSAGE_UNUSED,  /* a named input that could not be used: always printed */
    CLI_MESSAGE_SKIPPED, /* a file of a folder that could not be used */
    CLI_MESSAGE_RECORD,  /* a record that could not be used */
    CLI_MESSAGE_ENCODING,
    CLI_MESSAGE_CONTROL,
    CLI_MESSAGE_EMPTY,
    CLI_MESSAGE_SHORT,
    CLI_MESSAGE_SAMPLE,
    CLI_MESSAGE_TRUNCATED,
    CLI_MESSAGE_CUT,      /* cells longer than a spreadsheet keeps */
    CLI_MESSAGE_SETTINGS, /* articles analysed before with other options */
    CLI_MESSAGE_NOTE,
    CLI_MESSAGE_KIND_COUNT
} cli_message_kind;

typedef struct cli_messages {
    bool          is_quiet, is_verbose, is_ascii;
    atomic_size_t counts[CLI_MESSAGE_KIND_COUNT];
} cli_messages;

/* Prints "broadsheet: TEXT" (a note: "note: TEXT") on standard error, by the rules of its kind.
 */
void cli_message(cli_messages *messages, cli_message_kind kind, const char *text);

/* Whether the next message of a kind may be printed.  Once it is not, no later one will be, and
 * its text need not be made: a worker may ask while another thread prints. */
bool cli_message_may_be_printed(const cli_messages *messages, cli_message_kind kind);

/* The last `most` bytes of a name, or all of it: the end of a long path tells more than its
 * beginning, and the reason behind it must stay. */
const char *cli_name_end(const char *name, size_t most);

/* An error that ends the program before a run: prints it, returns the exit status. */
int cli_refuse(const bsh_error *err);

/* Says how many messages were held back, and how many warnings there were in all. */
void cli_messages_end(const cli_messages *messages);

/* Warnings so far: every message but errors and notes. */
size_t cli_messages_warnings(const cli_messages *messages);

#endif
