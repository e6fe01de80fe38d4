/* The manual page, made from the same tables as the help: broadsheet help --man. */
#include "commands.h"

#include <string.h>

/* roff takes a hyphen for a soft one and a dot or quote at the start of a line for a request.
 */
static void print_roff(FILE *out, const char *text)
{
    for (bool is_line_start = true; *text != '\0'; ++text) {
        if (is_line_start && (*text == '.' || *text == '\'')) {
            (void) fputs("\\&", out);
        }
        if (*text == '-') {
            (void) fputs("\\-", out);
        } else if (*text == '\\') {
            (void) fputs("\\e", out);
        } else {
            (void) fputc(*text, out);
        }
        is_line_start = *text == '\n';
    }
}

static void print_option(FILE *out, const cli_option *option)
{
    (void) fputs(".TP\n", out);
    if (option->letter != 0) {
        (void) fprintf(out, "\\fB\\-%c\\fR%s", option->letter,
                       option->name[0] != '\0' ? ", " : "");
    }
    if (option->name[0] != '\0') {
        (void) fputs("\\fB\\-\\-", out);
        print_roff(out, option->name);
        (void) fputs("\\fR", out);
    }
    if (option->argument != NULL) {
        (void) fputs(" \\fI", out);
        print_roff(out, option->argument);
        (void) fputs("\\fR", out);
    }
    (void) fputc('\n', out);
    print_roff(out, option->help);
    if (option->standard[0] != '\0') {
        (void) fputs(" (default: ", out);
        print_roff(out, option->standard);
        (void) fputc(')', out);
    }
    if (option->commands != CLI_EVERY_COMMAND) {
        (void) fputs(". Commands:", out);
        for (unsigned id = 0; id < CLI_COMMAND_COUNT; ++id) {
            if ((option->commands & (1U << id)) != 0) {
                (void) fprintf(out, " %s", cli_commands[id].name);
            }
        }
    }
    (void) fputs(".\n", out);
}

static void print_commands(FILE *out)
{
    (void) fputs(".SH COMMANDS\n", out);
    for (unsigned id = 0; id < CLI_COMMAND_COUNT; ++id) {
        (void) fprintf(out, ".TP\n\\fB%s\\fR ", cli_commands[id].name);
        print_roff(out, cli_commands[id].operands);
        (void) fputc('\n', out);
        print_roff(out, cli_commands[id].summary);
        (void) fputs(".\n.RS\n.nf\n", out);
        print_roff(out, cli_commands[id].example);
        (void) fputs("\n.fi\n.RE\n", out);
    }
}

static void print_measures(FILE *out)
{
    (void) fputs(".SH MEASURES\n", out);
    for (size_t i = 0; i < bsh_measure_count(); ++i) {
        const bsh_measure *const measure = bsh_measure_at(i);
        (void) fprintf(out, ".TP\n\\fB%s\\fR\n", measure->id);
        print_roff(out, measure->label);
        (void) fputs(" (", out);
        print_roff(out, measure->unit);
        (void) fputs("): ", out);
        print_roff(out, measure->formula);
        (void) fputs(". ", out);
        print_roff(out, measure->source);
        (void) fputs(".\n", out);
    }
}

void cli_manual_print(FILE *out)
{
    (void) fprintf(out, ".TH BROADSHEET 1 \"\" \"broadsheet %s\" \"User commands\"\n",
                   bsh_version());
    (void) fputs(
        ".SH NAME\nbroadsheet \\- measures the language of news\n"
        ".SH SYNOPSIS\n.B broadsheet\n[\\fIOPTION\\fR]... \\fICOMMAND\\fR [\\fIOPTION\\fR]... "
        "[\\fIINPUT\\fR]...\n.br\n.B broadsheet\n\\fIINPUT\\fR...\n"
        ".SH DESCRIPTION\nHow hard an article is to read, whose voices and which words fill "
        "it: "
        "every number with the counts behind it.\n"
        "An INPUT is a plain\\-text file, a folder, or \\- for standard input.\n",
        out);
    print_commands(out);
    (void) fputs(".SH OPTIONS\n", out);
    for (size_t i = 0; i < cli_option_count(); ++i) {
        print_option(out, cli_option_at(i));
    }
    print_measures(out);
    (void) fputs(".SH EXIT STATUS\n", out);
    for (size_t i = 0; cli_exit_texts[i] != NULL; ++i) {
        (void) fprintf(out, ".TP\n%zu\n%s\n", i, cli_exit_texts[i]);
    }
    (void) fputs(".SH LICENCE\nGPL\\-3.0\\-or\\-later.\n", out);
}
