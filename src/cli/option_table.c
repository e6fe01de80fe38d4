/* The table of options and its reader. */
#include "arguments.h"

#include <limits.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define AT(field) offsetof(cli_arguments, field)
#define FOR(id)   (1U << (id))
#define ARTICLES                                                                               \
    (FOR(CLI_ANALYZE) | FOR(CLI_COMPARE) | FOR(CLI_KEYNESS) | FOR(CLI_TERMS) |                 \
     FOR(CLI_QUOTES) | FOR(CLI_SEGMENT) | FOR(CLI_EXPLAIN))
#define TABLES                                                                                 \
    (FOR(CLI_ANALYZE) | FOR(CLI_COMPARE) | FOR(CLI_KEYNESS) | FOR(CLI_TERMS) |                 \
     FOR(CLI_QUOTES) | FOR(CLI_SEGMENT) | FOR(CLI_MEASURES))

static const cli_option options[] = {
    {"output", 'o', CLI_OUTPUT, TABLES | FOR(CLI_EXPLAIN), 0, "FILE", "stdout",
     "write to FILE, format by its suffix; may be repeated"},
    {"format", 'f', CLI_CHOICE, TABLES, AT(format), "text|csv|tsv|json|jsonl", "text",
     "format of the output; overrides the suffix of one FILE"},
    {"measures", 'm', CLI_TEXT, FOR(CLI_ANALYZE) | FOR(CLI_COMPARE) | FOR(CLI_MEASURES),
     AT(measures), "LIST", "core; compare: key",
     "ids, families, core, key, counts, all; -ID takes away"},
    {"language", 'L', CLI_TEXT, ARTICLES, AT(language), "TAG", "en",
     "language of the text: en, de, es, fr, it, nl; for others fewer rules"},
    {"encoding", 0, CLI_TEXT, ARTICLES, AT(encoding), "NAME", "auto",
     "auto, strict (UTF-8 or an error), or a name: windows-1252"},
    {"newlines", 0, CLI_CHOICE, ARTICLES, AT(newlines), "auto|break|space", "auto",
     "whether a single newline ends a paragraph"},
    {"keep", 0, CLI_TEXT, ARTICLES, AT(keep), "CLASS,...", "body",
     "paragraph classes that count too: caption, subheading, all"},
    {"drop", 0, CLI_TEXT, ARTICLES, AT(drop), "CLASS,...", "",
     "paragraph classes that do not count"},
    {"extracted", 0, CLI_FLAG, ARTICLES, AT(is_extracted), NULL, "",
     "the text is an article's body already: look for no borders"},
    {"by", 0, CLI_TEXT, FOR(CLI_ANALYZE) | FOR(CLI_COMPARE) | FOR(CLI_KEYNESS), AT(fields.by),
     "FIELD", "outlet", "names the corpus: a field of records; outlet: the folder of a file"},
    {"by", 0, CLI_CHOICE, FOR(CLI_QUOTES), AT(quotes_by), "speaker|verb|kind", "",
     "add quotes up by who speaks, by verb or by kind of quote"},
    {"block", 0, CLI_TEXT, FOR(CLI_COMPARE), AT(block), "FIELD", "",
     "compare articles of the same FIELD: event, topic, date"},
    {"cluster", 0, CLI_TEXT, FOR(CLI_COMPARE), AT(cluster), "FIELD", "",
     "articles of the same FIELD are alike: author"},
    {"adjust", 0, CLI_CHOICE, FOR(CLI_COMPARE) | FOR(CLI_KEYNESS), AT(adjust),
     "none|bonferroni|holm|hochberg|bh|by|maxt", "holm; keyness: bh",
     "how p values of many tests are adjusted"},
    {"summary-p", 0, CLI_CHOICE, FOR(CLI_COMPARE), AT(summary_p), "bm|mw|welch", "bm",
     "p of the page: Brunner-Munzel, Mann-Whitney, Welch"},
    {"tests", 0, CLI_TEXT, FOR(CLI_COMPARE), AT(tests), "LIST", "",
     "further tests, or all; see: broadsheet help tests"},
    {"equivalence", 0, CLI_TEXT, FOR(CLI_COMPARE), AT(equivalence), "LOW,HIGH", "",
     "bounds of tost_welch, in the unit of the measure"},
    {"baseline", 0, CLI_TEXT, FOR(CLI_COMPARE) | FOR(CLI_KEYNESS), AT(baseline), "NAME", "",
     "compare each corpus with this one only"},
    {"pairs", 0, CLI_CHOICE, FOR(CLI_COMPARE), AT(pairs), "all|baseline", "",
     "pairs of corpora; baseline is what --baseline means"},
    {"alpha", 0, CLI_SHARE, FOR(CLI_COMPARE) | FOR(CLI_KEYNESS), AT(alpha), "P", "0.05",
     "from which p on nothing is claimed"},
    {"conf-level", 0, CLI_SHARE, FOR(CLI_COMPARE) | FOR(CLI_KEYNESS), AT(conf_level), "P",
     "0.95", "level of the intervals"},
    {"boot", 0, CLI_NUMBER, FOR(CLI_COMPARE), AT(boot), "N", "9999",
     "draws of permutations and bootstrap"},
    {"seed", 0, CLI_TEXT, FOR(CLI_COMPARE), AT(seed), "N", "1",
     "of the random numbers; the same seed, the same results"},
    {"wide", 0, CLI_FLAG, FOR(CLI_COMPARE), AT(is_wide), NULL, "",
     "data: one row a measure and pair, instead of one a method"},
    {"quotes", 0, CLI_CHOICE,
     FOR(CLI_ANALYZE) | FOR(CLI_COMPARE) | FOR(CLI_KEYNESS) | FOR(CLI_TERMS) | FOR(CLI_EXPLAIN),
     AT(quotes), "include|exclude|only", "include",
     "words inside quotes: count them, leave them out, only them"},
    {"verbs", 0, CLI_TEXT, ARTICLES & ~FOR(CLI_SEGMENT), AT(verbs), "FILE", "the language's",
     "table of verbs of saying; to start from: broadsheet help verbs"},
    {"syllables", 0, CLI_CHOICE, ARTICLES, AT(syllables), "flesch|spoken", "flesch",
     "figures and initialisms: one syllable, or as read aloud"},
    {"style", 0, CLI_CHOICE, ARTICLES, AT(style), "prose|informal", "prose",
     "informal: sentences may begin in lower case (posts, mail)"},
    {"orders", 0, CLI_FLAG, ARTICLES & ~(FOR(CLI_TERMS) | FOR(CLI_KEYNESS) | FOR(CLI_SEGMENT)),
     AT(counts_orders), NULL, "", "orders are indirect speech, too: told tenants to leave"},
    {"keep-possessive", 0, CLI_FLAG, FOR(CLI_ANALYZE) | FOR(CLI_KEYNESS) | FOR(CLI_TERMS),
     AT(keeps_possessive), NULL, "", "Mara's is a term of its own, not counted as Mara"},
    {"min-words", 0, CLI_NUMBER, ARTICLES, AT(min_words), "N", "100",
     "flag articles with fewer words as short"},
    {"window", 0, CLI_NUMBER, FOR(CLI_ANALYZE) | FOR(CLI_COMPARE) | FOR(CLI_EXPLAIN),
     AT(window), "N", "100", "words of a window of MATTR and MSTTR"},
    {"engine", 0, CLI_CHOICE, ARTICLES, AT(engine), "fast|icu", "fast",
     "what finds words and sentences; both find the same"},
    {"max-doc", 0, CLI_SIZE, ARTICLES, AT(max_doc), "SIZE", "64M",
     "skip articles over SIZE bytes"},
    {"units", 0, CLI_CHOICE, FOR(CLI_SEGMENT), AT(units), "sentences|words|syllables|body",
     "sentences", "print the units, one a line; see: broadsheet help rules"},
    {"show", 0, CLI_CHOICE, FOR(CLI_SEGMENT), AT(show), "kept|excluded|all", "",
     "print paragraphs instead: class, lines, rule, text"},
    {"offsets", 0, CLI_CHOICE, FOR(CLI_QUOTES), AT(offsets), "byte|codepoint", "byte",
     "what start and end count in the input"},
    {"stats", 0, CLI_TEXT, FOR(CLI_KEYNESS), AT(stats), "LIST", "",
     "further statistics in data: chi2, fisher_p, odds_ratio, bic"},
    {"top", 0, CLI_NUMBER, FOR(CLI_KEYNESS) | FOR(CLI_TERMS) | FOR(CLI_QUOTES), AT(top), "N",
     "all",
     "the N first; pages of keyness and quotes have 10 of each corpus; quotes: on pages of "
     "several articles alone"},
    {"min-count", 0, CLI_NUMBER, FOR(CLI_KEYNESS) | FOR(CLI_TERMS), AT(min_count), "N", "1",
     "terms that occur N times or more"},
    {"files-from", 0, CLI_TEXT, ARTICLES, AT(files_from), "FILE", "",
     "read names of inputs from FILE, one a line"},
    {"files0-from", 0, CLI_TEXT, ARTICLES, AT(files0_from), "FILE", "",
     "the same, names end in NUL"},
    {"text-field", 0, CLI_TEXT, ARTICLES, AT(fields.text), "FIELD", "usual names",
     "the field of a record (JSON Lines) that is the article"},
    {"title-field", 0, CLI_TEXT, ARTICLES, AT(fields.title), "FIELD", "usual names",
     "the field that is the title"},
    {"id-field", 0, CLI_TEXT, ARTICLES, AT(fields.id), "FIELD", "usual names",
     "the field that is the id"},
    {"date-field", 0, CLI_TEXT, ARTICLES, AT(fields.date), "FIELD", "usual names",
     "the field that is the date"},
    {"outlet-field", 0, CLI_TEXT, ARTICLES, AT(fields.outlet), "FIELD", "usual names",
     "the field that is the outlet"},
    {"author-field", 0, CLI_TEXT, ARTICLES, AT(fields.author), "FIELD", "usual names",
     "the field that is the author"},
    {"url-field", 0, CLI_TEXT, ARTICLES, AT(fields.url), "FIELD", "usual names",
     "the field that is the address"},
    {"with-terms", 0, CLI_FLAG, FOR(CLI_ANALYZE), AT(has_terms), NULL, "",
     "in JSON: the count of each term, for terms and keyness"},
    {"jobs", 'j', CLI_NUMBER, ARTICLES, AT(jobs), "N", "cores",
     "worker threads; results do not depend on it"},
    {"excel", 0, CLI_FLAG, TABLES, AT(is_excel), NULL, "", "CSV with byte order mark and CRLF"},
    {"csv-sep", 0, CLI_TEXT, TABLES, AT(csv_separator), "C", ",", "separator of CSV"},
    {"decimal", 0, CLI_TEXT, TABLES, AT(decimal), "C", ".", "decimal mark of CSV"},
    {"na", 0, CLI_TEXT, TABLES, AT(na), "TEXT", "empty", "a missing value in CSV"},
    {"raw-cells", 0, CLI_FLAG, TABLES, AT(has_raw_cells), NULL, "",
     "no ' before text a spreadsheet would take for a formula"},
    {"digits", 0, CLI_NUMBER, TABLES, AT(digits), "N", "exact",
     "round numbers in data to N significant digits"},
    {"color", 0, CLI_CHOICE, ARTICLES, AT(color), "auto|always|never", "auto",
     "colour in text"},
    {"ascii", 0, CLI_FLAG, TABLES | FOR(CLI_EXPLAIN), AT(is_ascii), NULL, "",
     "text without other characters than ASCII"},
    {"width", 0, CLI_NUMBER, TABLES | FOR(CLI_EXPLAIN), AT(width), "N", "terminal",
     "columns of text, 60 to 100"},
    {"quiet", 'q', CLI_FLAG, CLI_EVERY_COMMAND, AT(is_quiet), NULL, "", "errors only"},
    {"verbose", 'v', CLI_FLAG, CLI_EVERY_COMMAND, AT(is_verbose), NULL, "",
     "every message, none counted together"},
    {"strict", 0, CLI_FLAG, CLI_EVERY_COMMAND, AT(is_strict), NULL, "",
     "any warning makes the exit status 1"},
    {"fail-fast", 0, CLI_FLAG, CLI_EVERY_COMMAND, AT(is_fail_fast), NULL, "",
     "stop at the first bad input"},
    {"man", 0, CLI_FLAG, FOR(CLI_HELP), AT(wants_manual), NULL, "", "the manual page, as roff"},
    {"", 'h', CLI_FLAG, CLI_EVERY_COMMAND, AT(wants_short_help), NULL, "", "short help"},
    {"help", 0, CLI_FLAG, CLI_EVERY_COMMAND, AT(wants_help), NULL, "", "all options"},
    {"version", 'V', CLI_FLAG, CLI_EVERY_COMMAND, AT(wants_version), NULL, "",
     "versions and licence"},
};

size_t cli_option_count(void)
{
    return sizeof options / sizeof options[0];
}

const cli_option *cli_option_at(size_t index)
{
    return &options[index];
}

bsh_status cli_usage(bsh_error *err, const char *format, ...)
{
    va_list list;
    va_start(list, format);
    (void) vsnprintf(err->message, sizeof err->message, format, list);
    va_end(list);
    err->status = BSH_E_USAGE;
    err->detail = 0;
    return BSH_E_USAGE;
}

bsh_status cli_fail_memory(bsh_error *err)
{
    (void) cli_usage(err, "out of memory");
    return err->status = BSH_E_NOMEM;
}

/* ---- values */

/* "csv|tsv" is no choice of "text|csv|tsv", though it stands there. */
static bool is_choice(const char *choices, const char *value)
{
    size_t const n = strcspn(value, "|");
    if (value[n] != '\0') {
        return false;
    }
    for (const char *at = choices; at != NULL; at = strchr(at, '|')) {
        at += *at == '|';
        if (strncmp(at, value, n) == 0 && (at[n] == '|' || at[n] == '\0')) {
            return true;
        }
    }
    return false;
}

/* Digits only: strtoul alone would take "-1" and " 7". */
static bool read_number(const char *value, unsigned long long most, unsigned long long *number)
{
    size_t const n_digits = strspn(value, "0123456789");
    if (n_digits == 0 || n_digits > 18 || value[n_digits] != '\0') {
        return false;
    }
    *number = strtoull(value, NULL, 10);
    return *number <= most;
}

static bool read_size(const char *value, unsigned long long *number)
{
    char         digits[24];
    size_t const n_digits = strspn(value, "0123456789");
    const char  *suffixes = "KMG";
    if (n_digits >= sizeof digits - 1) {
        return false;
    }
    memcpy(digits, value, n_digits);
    digits[n_digits] = '\0';
    const char *const suffix =
        value[n_digits] != '\0' ? strchr(suffixes, value[n_digits]) : NULL;
    unsigned const shift = suffix != NULL ? 10U * (unsigned) (suffix - suffixes + 1) : 0;
    bool const     is_ended = value[n_digits + (suffix != NULL)] == '\0';
    if (!is_ended || !read_number(digits, UINT32_MAX - 1ULL, number)) {
        return false;
    }
    *number <<= shift;
    return *number > 0 && *number <= UINT32_MAX - 1ULL;
}

/* The program's locale for numbers is "C", so that .05 is read the same everywhere. */
static bool read_share(const char *value, double *number)
{
    char        *end = NULL;
    size_t const n_digits = strspn(value, "0123456789.");
    *number = strtod(value, &end);
    return n_digits == strlen(value) && *end == '\0' && *number > 0 && *number < 1;
}

static bsh_status set_value(cli_arguments *arguments, const cli_option *option,
                            const char *shown, const char *value, bsh_error *err)
{
    void *const        field = (char *) arguments + option->offset;
    unsigned long long number = 0;
    switch (option->kind) {
    case CLI_FLAG:
        *(bool *) field = true;
        return BSH_OK;
    case CLI_OUTPUT:
        if (arguments->n_outputs == CLI_MOST_OUTPUTS) {
            return cli_usage(err, "more than %d outputs", CLI_MOST_OUTPUTS);
        }
        arguments->outputs[arguments->n_outputs++] = value;
        return BSH_OK;
    case CLI_CHOICE:
        if (!is_choice(option->argument, value)) {
            return cli_usage(err, "%s \"%s\" is not one of %s", shown, value, option->argument);
        }
        *(const char **) field = value;
        return BSH_OK;
    case CLI_TEXT:
        *(const char **) field = value;
        return BSH_OK;
    case CLI_NUMBER:
        if (!read_number(value, UINT_MAX, &number)) {
            return cli_usage(err, "%s \"%s\" is not a whole number of 0 to %u", shown, value,
                             UINT_MAX);
        }
        *(unsigned *) field = (unsigned) number;
        return BSH_OK;
    case CLI_SHARE:
        return read_share(value, field)
                   ? BSH_OK
                   : cli_usage(err, "%s \"%s\" is not a number between 0 and 1", shown, value);
    case CLI_SIZE:
        if (!read_size(value, &number)) {
            return cli_usage(err, "%s \"%s\" is not a size such as 500K, 64M or 1G, under 4G",
                             shown, value);
        }
        *(size_t *) field = (size_t) number;
        return BSH_OK;
    }
    return BSH_OK;
}

/* ---- names */

static const cli_option *find_long(const char *name, size_t n, unsigned commands)
{
    for (size_t i = 0; i < cli_option_count(); ++i) {
        if (options[i].name[0] != '\0' && strncmp(options[i].name, name, n) == 0 &&
            options[i].name[n] == '\0' && (options[i].commands & commands) != 0) {
            return &options[i];
        }
    }
    return NULL;
}

static const cli_option *find_short(char letter, unsigned commands)
{
    for (size_t i = 0; i < cli_option_count(); ++i) {
        if (options[i].letter == letter && (options[i].commands & commands) != 0) {
            return &options[i];
        }
    }
    return NULL;
}

/* Which commands take an option that this one does not: "--units belongs to segment". */
static const char *owner_of(const char *name, size_t n)
{
    const cli_option *const option = find_long(name, n, CLI_EVERY_COMMAND);
    for (unsigned id = 0; option != NULL && id < CLI_COMMAND_COUNT; ++id) {
        if ((option->commands & FOR(id)) != 0) {
            return cli_commands[id].name;
        }
    }
    return NULL;
}

static bsh_status unknown_long(const char *command, const char *name, size_t n,
                               unsigned commands, bsh_error *err)
{
    char         given[64];
    size_t const n_given = n < sizeof given - 1 ? n : sizeof given - 1;
    const char  *nearest = NULL;
    unsigned     least = n < 3 ? (unsigned) n : 3; // "--x" is near every name of two letters
    const char *const owner = owner_of(name, n);
    memcpy(given, name, n_given);
    given[n_given] = '\0';
    if (owner != NULL) {
        return cli_usage(err, "%s: option --%s belongs to other commands, for instance %s",
                         command, given, owner);
    }
    for (size_t i = 0; i < cli_option_count(); ++i) {
        unsigned const distance = bsh_edit_distance(given, options[i].name);
        if (options[i].name[0] != '\0' && (options[i].commands & commands) != 0 &&
            distance < least) {
            least = distance;
            nearest = options[i].name;
        }
    }
    if (nearest != NULL) {
        return cli_usage(err, "%s: unknown option --%s; did you mean --%s?", command, given,
                         nearest);
    }
    return cli_usage(err, "%s: unknown option --%s  (broadsheet help %s lists all)", command,
                     given, command);
}

/* ---- the line */

typedef struct reader {
    int            argc;
    char         **argv;
    int            at;
    unsigned       commands; /* bits of the commands whose options are known */
    const char    *command;  /* its name, for messages */
    cli_arguments *arguments;
} reader;

static bsh_status read_long(reader *r, bsh_error *err)
{
    const char *const       name = r->argv[r->at] + 2;
    const char *const       equals = strchr(name, '=');
    size_t const            n = equals != NULL ? (size_t) (equals - name) : strlen(name);
    const cli_option *const option = find_long(name, n, r->commands);
    char                    shown[72];
    if (option == NULL) {
        return unknown_long(r->command, name, n, r->commands, err);
    }
    (void) snprintf(shown, sizeof shown, "--%s", option->name);
    if (option->kind == CLI_FLAG) {
        return equals == NULL ? set_value(r->arguments, option, shown, NULL, err)
                              : cli_usage(err, "%s takes no value", shown);
    }
    if (equals == NULL && r->at + 1 == r->argc) {
        return cli_usage(err, "%s needs a value: %s %s", shown, shown, option->argument);
    }
    const char *const value = equals != NULL ? equals + 1 : r->argv[++r->at];
    return set_value(r->arguments, option, shown, value, err);
}

/* "-qv" are two options; "-ofile" and "-o file" are one. */
static bsh_status read_bundle(reader *r, bsh_error *err)
{
    for (const char *letter = r->argv[r->at] + 1; *letter != '\0'; ++letter) {
        const cli_option *const option = find_short(*letter, r->commands);
        char const              shown[] = {'-', *letter, '\0'};
        if (option == NULL) {
            return cli_usage(err, "%s: unknown option -%c  (broadsheet help %s lists all)",
                             r->command, *letter, r->command);
        }
        if (option->kind == CLI_FLAG) {
            (void) set_value(r->arguments, option, shown, NULL, err);
            continue;
        }
        if (letter[1] != '\0') {
            return set_value(r->arguments, option, shown, letter + 1, err);
        }
        if (r->at + 1 == r->argc) {
            return cli_usage(err, "%s needs a value: %s %s", shown, shown, option->argument);
        }
        return set_value(r->arguments, option, shown, r->argv[++r->at], err);
    }
    return BSH_OK;
}

static bool is_option(const char *word)
{
    return word[0] == '-' && word[1] != '\0';
}

/* Takes one word of the line; operands go to `inputs`. */
static bsh_status read_word(reader *r, bool *are_options_over, bsh_error *err)
{
    const char *const word = r->argv[r->at];
    if (!*are_options_over && strcmp(word, "--") == 0) {
        *are_options_over = true;
        return BSH_OK;
    }
    if (*are_options_over || !is_option(word)) {
        r->arguments->inputs[r->arguments->n_inputs++] = word;
        return BSH_OK;
    }
    return word[1] == '-' ? read_long(r, err) : read_bundle(r, err);
}

static bsh_status read_line(reader *r, bsh_error *err)
{
    bool are_options_over = false;
    for (r->at = 1; r->at < r->argc; ++r->at) {
        CLI_TRY(read_word(r, &are_options_over, err));
    }
    return BSH_OK;
}

static cli_arguments defaults(const char **inputs)
{
    return (cli_arguments){
        .inputs = inputs,
        .language = "en",
        .encoding = "auto",
        .quotes = "include",
        .syllables = "flesch",
        .style = "prose",
        .newlines = "auto",
        .engine = "fast",
        .offsets = "byte",
        .color = "auto",
        .csv_separator = ",",
        .decimal = ".",
        .na = "",
        .summary_p = "bm",
        .seed = "1",
        .alpha = .05,
        .conf_level = .95,
        .boot = 9999,
        .min_words = 100,
        .window = 100,
        .min_count = 1,
        .max_doc = (size_t) 64 * 1024 * 1024,
    };
}

bsh_status cli_arguments_parse(cli_arguments *arguments, cli_command_id *command, int argc,
                               char **argv, bsh_error *err)
{
    const char **const inputs = calloc((size_t) argc + 1, sizeof *inputs);
    *arguments = defaults(inputs);
    *command = CLI_ANALYZE;
    if (inputs == NULL) {
        return cli_fail_memory(err);
    }
    /* First with the options of every command, to find the first operand: "-f csv terms a.txt".
     */
    reader r = {argc, argv, 1, CLI_EVERY_COMMAND, "broadsheet", arguments};
    (void) read_line(&r, err);
    cli_command_id const named =
        arguments->n_inputs > 0 ? cli_command_find(inputs[0]) : CLI_COMMAND_COUNT;
    *arguments = defaults(inputs);
    *command = named == CLI_COMMAND_COUNT ? CLI_ANALYZE : named;
    r.commands = FOR(*command);
    r.command = cli_commands[*command].name;
    CLI_TRY(read_line(&r, err));
    arguments->has_command = named != CLI_COMMAND_COUNT;
    if (arguments->has_command) {
        --arguments->n_inputs;
        memmove(inputs, inputs + 1, arguments->n_inputs * sizeof *inputs);
    }
    return BSH_OK;
}

void cli_arguments_free(cli_arguments *arguments)
{
    bsh_verbs_destroy(arguments->verb_table);
    arguments->verb_table = NULL;
    free(arguments->inputs);
    arguments->inputs = NULL;
}
