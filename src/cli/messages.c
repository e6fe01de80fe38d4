#include "messages.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { PRINTED_OF_A_KIND = 3 };

static const char *const plurals[CLI_MESSAGE_KIND_COUNT] = {
    "errors",
    "inputs that could not be used",
    "files of folders that could not be used",
    "records that could not be used",
    "articles that are not UTF-8",
    "articles with control characters",
    "empty articles",
    "short articles",
    "values under their advised sample",
    "articles that are cut off",
    "tables with cut cells",
    "articles analysed with other options",
    "notes",
};

/* A file name may hold an escape sequence: nothing of it reaches the terminal raw. */
static void print_visible(const char *text, bool is_ascii)
{
    bsh_string const given = {text, strlen(text)};
    char             visible[2048];
    (void) bsh_text_visible(visible, sizeof visible, given, is_ascii);
    (void) fputs(visible, stderr);
}

bool cli_message_may_be_printed(const cli_messages *messages, cli_message_kind kind)
{
    if (kind == CLI_MESSAGE_ERROR || kind == CLI_MESSAGE_UNUSED) {
        return true;
    }
    if (messages->is_quiet) {
        return false;
    }
    return messages->is_verbose || messages->counts[kind] < PRINTED_OF_A_KIND;
}

void cli_message(cli_messages *messages, cli_message_kind kind, const char *text)
{
    bool const is_printed = cli_message_may_be_printed(messages, kind);
    ++messages->counts[kind];
    if (is_printed) {
        (void) fputs(kind == CLI_MESSAGE_NOTE ? "note: " : "broadsheet: ", stderr);
        print_visible(text, messages->is_ascii);
        (void) fputc('\n', stderr);
    }
}

const char *cli_name_end(const char *name, size_t most)
{
    size_t const n = strlen(name);
    const char  *end = n > most ? name + n - most : name;
    while (end > name && ((unsigned char) *end & 0xC0U) == 0x80U) {
        ++end;
    }
    return end;
}

int cli_refuse(const bsh_error *err)
{
    cli_messages messages = {0};
    cli_message(&messages, CLI_MESSAGE_ERROR, err->message);
    return bsh_status_exit(err->status);
}

size_t cli_messages_warnings(const cli_messages *messages)
{
    size_t n = 0;
    for (size_t kind = CLI_MESSAGE_UNUSED; kind < CLI_MESSAGE_NOTE; ++kind) {
        n += messages->counts[kind];
    }
    return n;
}

void cli_messages_end(const cli_messages *messages)
{
    if (messages->is_quiet || messages->is_verbose) {
        return;
    }
    for (size_t kind = CLI_MESSAGE_SKIPPED; kind < CLI_MESSAGE_KIND_COUNT; ++kind) {
        if (messages->counts[kind] > PRINTED_OF_A_KIND) {
            (void) fprintf(stderr, "broadsheet: and %zu more: %s; -v lists them\n",
                           messages->counts[kind] - PRINTED_OF_A_KIND, plurals[kind]);
        }
    }
    size_t const n_warnings = cli_messages_warnings(messages);
    if (n_warnings > 1) {
        (void) fprintf(stderr, "broadsheet: %zu warnings\n", n_warnings);
    }
}
