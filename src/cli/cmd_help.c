/* Help: made from the tables of commands and options. */
#include "commands.h"

#include <string.h>

#include "messages.h"

enum { NAME_COLUMN = 30, LINE_WIDTH = 79 };

static void print_example(FILE *out, const char *example)
{
    for (const char *line = example; *line != '\0';) {
        size_t const n = strcspn(line, "\n");
        (void) fprintf(out, "  %.*s\n", (int) n, line);
        line += n + (line[n] == '\n');
    }
}

/* "  -o, --output FILE        write to FILE ... [stdout]", wrapped into 79 columns. */
static void print_option(FILE *out, const cli_option *option)
{
    char      name[96];
    char      text[256];
    int const n = snprintf(
        name, sizeof name, "  %s%c%s%s%s%s%s", option->letter != 0 ? "-" : "   ",
        option->letter != 0 ? option->letter : ' ',
        option->letter != 0 && option->name[0] != '\0' ? ", " : "",
        option->name[0] != '\0' ? "--" : "", option->name, option->argument != NULL ? " " : "",
        option->argument != NULL ? option->argument : "");
    (void) snprintf(text, sizeof text, option->standard[0] != '\0' ? "%s [%s]" : "%s%s",
                    option->help, option->standard);
    if (n >= NAME_COLUMN) {
        (void) fprintf(out, "%s\n", name);
        name[0] = '\0';
    }
    const char *rest = text;
    do {
        size_t length = strlen(rest);
        if (length > LINE_WIDTH - NAME_COLUMN) {
            length = LINE_WIDTH - NAME_COLUMN;
            while (length > 0 && rest[length] != ' ') {
                --length;
            }
        }
        (void) fprintf(out, "%-*s%.*s\n", NAME_COLUMN, name, (int) length, rest);
        name[0] = '\0';
        rest += length + (rest[length] == ' ');
    } while (*rest != '\0');
}

static void print_options(FILE *out, unsigned commands)
{
    (void) fputs("\nOptions:\n", out);
    for (size_t i = 0; i < cli_option_count(); ++i) {
        const cli_option *const option = cli_option_at(i);
        if ((option->commands & commands) != 0) {
            print_option(out, option);
        }
    }
}

const char *const cli_exit_texts[] = {
    "everything asked for was done",
    "finished, but a named input could not be used (or --strict and a warning)",
    "usage: nothing read, nothing written",
    "nothing to work on: no usable article, or too few to compare",
    "output could not be written; an old file is untouched",
    "out of memory or internal error",
    NULL,
};

static void print_statuses(FILE *out)
{
    (void) fputs("\nExit status:\n", out);
    for (size_t i = 0; cli_exit_texts[i] != NULL; ++i) {
        (void) fprintf(out, "  %zu  %s\n", i, cli_exit_texts[i]);
    }
}

static void print_commands(FILE *out)
{
    (void) fputs("\nCommands:\n", out);
    for (unsigned id = 0; id < CLI_COMMAND_COUNT; ++id) {
        (void) fprintf(out, "  %-10s%s\n", cli_commands[id].name, cli_commands[id].summary);
    }
}

void cli_help_print_short(FILE *out)
{
    (void) fputs(
        "broadsheet measures the language of news articles.\n\n"
        "  broadsheet article.txt                    one article, on a page\n"
        "  broadsheet analyze -o table.csv folder/   a row an article, for spreadsheets\n",
        out);
    print_commands(out);
    (void) fputs("\nAn INPUT is a text file, a folder, or - for standard input.\n"
                 "broadsheet --help lists all options, broadsheet help COMMAND those of one.\n",
                 out);
}

void cli_help_print(FILE *out, cli_command_id command)
{
    if (command == CLI_COMMAND_COUNT) {
        (void) fputs("broadsheet measures the language of news articles.\n\nExamples:\n", out);
        print_example(out, cli_commands[CLI_ANALYZE].example);
        (void) fputs("\nUsage:\n"
                     "  broadsheet [OPTION]... COMMAND [OPTION]... [INPUT]...\n"
                     "  broadsheet INPUT...        the same as: broadsheet analyze INPUT...\n",
                     out);
        print_commands(out);
        print_options(out, CLI_EVERY_COMMAND);
    } else {
        const cli_command *const row = &cli_commands[command];
        (void) fprintf(out, "broadsheet %s: %s\n\nExamples:\n", row->name, row->summary);
        print_example(out, row->example);
        (void) fprintf(out, "\nUsage:\n  broadsheet %s [OPTION]... %s\n", row->name,
                       row->operands);
        print_options(out, 1U << command);
    }
    print_statuses(out);
}

void cli_version_print(FILE *out)
{
    (void) fprintf(
        out,
        "broadsheet %s\nICU %s, Unicode %s, GSL %s, word lists %s\n"
        "Licence GPL-3.0-or-later: you may use, change and pass it on under its terms;\n"
        "there is no warranty.\n",
        bsh_version(), bsh_version_icu(), bsh_version_unicode(), bsh_version_gsl(),
        bsh_version_word_lists());
}

static void print_input_topic(FILE *out)
{
    (void) fputs(
        "Inputs are articles, as plain text or JSON Lines:\n"
        "  FILE      one article; UTF-8, else a byte order mark, UTF-16, Windows-1252;\n"
        "            or JSON Lines: an article an object (text, title, outlet ...),\n"
        "            or what analyze -o x.jsonl wrote\n"
        "  FOLDER    every such file in it and below, in byte order of their paths;\n"
        "            hidden files and backups (name~) skipped, links not followed out\n"
        "  -         standard input: one article, or records\n"
        "  --files-from FILE   names of inputs, one a line; --files0-from: ended by NUL\n"
        "\n"
        "The text of a record is the first of its fields text, body, content, article,\n"
        "story ... that holds one; title, outlet, date, author, url and id have their\n"
        "usual names too. --text-field and others name a field; source.name is name in\n"
        "source. A broken line is named and skipped.\n"
        "\n"
        "Paragraphs are parted by blank lines; a single newline parts them too, unless\n"
        "the text is hard-wrapped (--newlines). Adverts, captions, credits, headlines,\n"
        "sub-headings, author notes and site furniture are told from the body and left\n"
        "out of all counts: see broadsheet segment --show all FILE, and --keep.\n",
        out);
}

/* A list of ids and labels, each told by its index. */
static void print_list(FILE *out, const char *(*id)(size_t), const char *(*label)(size_t))
{
    for (size_t i = 0; id(i) != NULL; ++i) {
        (void) fprintf(out, "  %-29s%s\n", id(i), label(i));
    }
}

static void print_tests_topic(FILE *out)
{
    (void) fputs(
        "compare always computes: Welch's t, Hedges' g, Mann-Whitney, Cliff's delta,\n"
        "Hodges-Lehmann, Brunner-Munzel, the difference at equal length, the ratio of\n"
        "totals; of three corpora or more Welch's ANOVA and Kruskal-Wallis; with\n"
        "--block the paired t, signed ranks, signs and Friedman; with --cluster the\n"
        "cluster-robust difference.  Further tests, for --tests LIST (or all):\n",
        out);
    print_list(out, bsh_test_id, bsh_test_label);
    (void) fputs("\nkeyness --stats LIST adds, all assuming independent words:\n", out);
    print_list(out, bsh_key_statistic_name, bsh_key_statistic_label);
}

static void print_classes_topic(FILE *out)
{
    (void) fputs("Classes of paragraphs, for --keep and --drop (or: all):\n", out);
    for (unsigned kind = 0; kind < BSH_BLOCK_KIND_COUNT; ++kind) {
        (void) fprintf(out, "  %-12s%s\n", bsh_block_kind_name((bsh_block_kind) kind),
                       bsh_block_kind_group((bsh_block_kind) kind));
    }
}

static const char *rule_id(size_t index)
{
    unsigned const rule = bsh_sentence_rule_at(index);
    return rule == UINT16_MAX ? NULL : bsh_sentence_rule_name(rule);
}

static const char *rule_label(size_t index)
{
    return bsh_sentence_rule_text(bsh_sentence_rule_at(index));
}

static void print_rules_topic(FILE *out)
{
    (void) fputs("What ends a sentence, as broadsheet segment -f tsv FILE names it:\n", out);
    print_list(out, rule_id, rule_label);
    (void) fputs(
        "\nNo sentence ends at a full stop behind a title, an initial or another\n"
        "abbreviation (but before a word that opens a sentence), inside a number or an\n"
        "address, behind the number of an item, or before a small letter that an\n"
        "ordinary word does not stand before.\n",
        out);
}

/* The file itself, so that "broadsheet help verbs >mine.tsv" is one to start from. */
static void print_verbs_topic(FILE *out)
{
    bsh_string const file = bsh_verbs_builtin();
    (void) fwrite(file.data, 1, file.n_bytes, out);
}

int cli_help(const cli_arguments *arguments)
{
    const char *const    topic = arguments->n_inputs > 0 ? arguments->inputs[0] : NULL;
    cli_command_id const command = topic != NULL ? cli_command_find(topic) : CLI_COMMAND_COUNT;
    if (arguments->wants_manual) {
        cli_manual_print(stdout);
    } else if (topic == NULL || command != CLI_COMMAND_COUNT) {
        cli_help_print(stdout, command);
    } else if (strcmp(topic, "input") == 0) {
        print_input_topic(stdout);
    } else if (strcmp(topic, "classes") == 0) {
        print_classes_topic(stdout);
    } else if (strcmp(topic, "rules") == 0) {
        print_rules_topic(stdout);
    } else if (strcmp(topic, "tests") == 0) {
        print_tests_topic(stdout);
    } else if (strcmp(topic, "verbs") == 0) {
        print_verbs_topic(stdout);
    } else {
        bsh_error err = {0};
        (void) cli_usage(&err, "help: no command or topic \"%s\"  (broadsheet help lists all)",
                         topic);
        return cli_refuse(&err);
    }
    return cli_close_stdout();
}
