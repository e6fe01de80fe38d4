/* Options of the library from those of the command line. */
#include "arguments.h"

#include <stdio.h>
#include <string.h>

/* The kind of "caption" in "caption,credit": suggests a name where there is none. */
static bsh_status find_kind(const char *name, bsh_block_kind *kind, bsh_error *err)
{
    *kind = bsh_block_kind_find(name);
    if (*kind != BSH_BLOCK_KIND_COUNT) {
        return BSH_OK;
    }
    if (name[0] == '\0') {
        return cli_usage(err,
                         "empty name in a list of classes; join names by commas: caption,list");
    }
    for (unsigned k = 0; k < BSH_BLOCK_KIND_COUNT; ++k) {
        const char *const other = bsh_block_kind_name((bsh_block_kind) k);
        if (bsh_edit_distance(name, other) <= 2) {
            return cli_usage(err, "unknown class \"%s\"; did you mean %s?", name, other);
        }
    }
    return cli_usage(err, "unknown class \"%s\"  (broadsheet help classes lists all)", name);
}

static bsh_status read_kinds(const char *list, unsigned *bits, bsh_error *err)
{
    *bits = 0;
    while (list != NULL && *list != '\0') {
        size_t const   n = strcspn(list, ",");
        char           name[32];
        bsh_block_kind kind;
        (void) snprintf(name, sizeof name, "%.*s",
                        (int) (n < sizeof name ? n : sizeof name - 1), list);
        if (strcmp(name, "all") == 0) {
            *bits |= BSH_BLOCK_ALL;
        } else {
            CLI_TRY(find_kind(name, &kind, err));
            *bits |= BSH_BLOCK_BIT(kind);
        }
        list += n + (list[n] == ',');
    }
    return BSH_OK;
}

bsh_status cli_verbs_read(cli_arguments *arguments, bsh_error *err)
{
    if (arguments->verbs == NULL) {
        return BSH_OK;
    }
    if (arguments->verbs[0] == '\0') {
        return cli_usage(err, "--verbs: an empty name");
    }
    if (strcmp(arguments->verbs, "-") == 0) {
        return cli_usage(err, "--verbs needs a file of its own; standard input is an article");
    }
    bsh_status const status =
        bsh_verbs_read(&arguments->verb_table, arguments->verbs, NULL, err);
    if (status != BSH_OK && status != BSH_E_NOMEM) {
        err->status = BSH_E_USAGE;
    }
    return status == BSH_OK ? BSH_OK : err->status;
}

void cli_verbs_fingerprint(char out[17], const bsh_options *options)
{
    static const char label[] = " verbs=";
    char              text[1024];
    (void) bsh_settings_text(text, sizeof text, options);
    const char *const found = options->verbs == NULL ? NULL : strstr(text, label);
    (void) snprintf(out, 17, "%s", found == NULL ? "" : found + strlen(label));
}

static bool is_word(const char *text, const char *word)
{
    return strcmp(text, word) == 0;
}

bsh_status cli_library_options(const cli_arguments *arguments, bsh_options *options,
                               bsh_error *err)
{
    unsigned kept = 0;
    unsigned dropped = 0;
    bsh_options_init(options);
    CLI_TRY(read_kinds(arguments->keep, &kept, err));
    CLI_TRY(read_kinds(arguments->drop, &dropped, err));
    if (arguments->window == 0) {
        return cli_usage(err, "--window 0 has no meaning; the usual window is 100 words");
    }
    options->include_kinds = (options->include_kinds | kept) & ~dropped;
    options->language = arguments->language;
    options->encoding = arguments->encoding;
    options->verbs = arguments->verb_table;
    options->min_words = arguments->min_words;
    options->window = arguments->window;
    options->max_bytes = arguments->max_doc;
    options->is_extracted = arguments->is_extracted;
    options->keeps_possessive = arguments->keeps_possessive;
    options->counts_orders = arguments->counts_orders;
    options->quotes = is_word(arguments->quotes, "exclude") ? BSH_QUOTES_EXCLUDE
                      : is_word(arguments->quotes, "only")  ? BSH_QUOTES_ONLY
                                                            : BSH_QUOTES_INCLUDE;
    options->syllables =
        is_word(arguments->syllables, "spoken") ? BSH_SYLLABLES_SPOKEN : BSH_SYLLABLES_FLESCH;
    options->style =
        is_word(arguments->style, "informal") ? BSH_STYLE_INFORMAL : BSH_STYLE_PROSE;
    options->newlines = is_word(arguments->newlines, "break")   ? BSH_NEWLINES_BREAK
                        : is_word(arguments->newlines, "space") ? BSH_NEWLINES_SPACE
                                                                : BSH_NEWLINES_AUTO;
    options->engine = is_word(arguments->engine, "icu") ? BSH_ENGINE_ICU : BSH_ENGINE_FAST;
    return BSH_OK;
}
