#include "notices.h"

#include <inttypes.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

struct cli_notice {
    cli_notice      *next;
    cli_message_kind kind;
    char             text[]; /* empty if it will only be counted */
};

enum { TEXT_BYTES = 512 };

/* The list under way: where the next notice goes, whose name stands in front. */
typedef struct list {
    cli_notice        **tail;
    const char         *name;
    const cli_messages *messages;
    bool                has_failed;
} list;

static void say(list *l, cli_message_kind kind, const char *format, ...)
    __attribute__((format(printf, 3, 4)));

static cli_notice *add_notice(list *l, cli_message_kind kind, size_t n_text)
{
    cli_notice *const notice = malloc(sizeof *notice + n_text);
    if (notice == NULL) {
        l->has_failed = true;
        return NULL;
    }
    notice->next = NULL;
    notice->kind = kind;
    notice->text[0] = '\0';
    *l->tail = notice;
    l->tail = &notice->next;
    return notice;
}

/* Of a thousand articles that are short for a measure three are named: no text is made for the
 * others. */
static void say(list *l, cli_message_kind kind, const char *format, ...)
{
    bool const        has_text = cli_message_may_be_printed(l->messages, kind);
    cli_notice *const notice = add_notice(l, kind, has_text ? TEXT_BYTES : 1);
    if (notice == NULL || !has_text) {
        return;
    }
    const char *const name = cli_name_end(l->name, TEXT_BYTES / 2);
    int const n = snprintf(notice->text, TEXT_BYTES, "%s%s: ", name > l->name ? "…" : "", name);
    size_t const at = n < 0 ? 0 : (size_t) n;
    va_list      arguments;
    va_start(arguments, format);
    (void) vsnprintf(notice->text + at, TEXT_BYTES - at, format, arguments);
    va_end(arguments);
}

static const char *shown_name(const bsh_input *input)
{
    return strcmp(input->name, "-") == 0 ? "standard input" : input->name;
}

static void say_decoding(list *l, const bsh_decoding *decoding)
{
    if (decoding->is_guessed && strncmp(decoding->encoding, "UTF-16", 6) == 0) {
        say(l, CLI_MESSAGE_ENCODING, "looks like %s; read as such", decoding->encoding);
    } else if (decoding->is_guessed) {
        say(l, CLI_MESSAGE_ENCODING,
            "not UTF-8 (byte 0x%02X at %" PRIu64 "); read as %s, see --encoding",
            (unsigned) decoding->first_bad_byte, decoding->first_bad_offset,
            strcmp(decoding->encoding, "windows-1252") == 0 ? "Windows-1252"
                                                            : decoding->encoding);
    }
    if (decoding->n_replaced > 0) {
        say(l, CLI_MESSAGE_ENCODING,
            "%" PRIu64 " bad byte sequence%s replaced, first (byte 0x%02X) at %" PRIu64,
            decoding->n_replaced, decoding->n_replaced == 1 ? "" : "s",
            (unsigned) decoding->first_bad_byte, decoding->first_bad_offset);
    }
    if (decoding->n_mojibake > 0) {
        say(l, CLI_MESSAGE_ENCODING,
            "%" PRIu64 " places look like UTF-8 that was read as Windows-1252 once too often; "
            "left as they are",
            decoding->n_mojibake);
    }
}

static void say_controls(list *l, const bsh_decoding *decoding)
{
    uint64_t const n_others = decoding->n_controls - decoding->n_nul;
    if (decoding->n_nul > 0) {
        say(l, CLI_MESSAGE_CONTROL,
            "%" PRIu64 " NUL byte%s removed, first control character at line %" PRIu64,
            decoding->n_nul, decoding->n_nul == 1 ? "" : "s", decoding->first_control_line);
    }
    if (n_others > 0) {
        say(l, CLI_MESSAGE_CONTROL,
            "%" PRIu64 " control character%s made a blank, first at line %" PRIu64, n_others,
            n_others == 1 ? "" : "s", decoding->first_control_line);
    }
}

/* Values that are printed all the same, though the text is shorter than the measure's sample.
 */
static void say_samples(list *l, const cli_run *run, const bsh_counts *counts)
{
    for (size_t i = 0; i < run->selection.n_measures; ++i) {
        const bsh_measure *const measure = run->selection.measures[i];
        if (measure->min_sentences <= counts->sentences) {
            continue;
        }
        bsh_value const value = bsh_measure_value(measure, counts);
        if (value.presence == BSH_PRESENT && !value.is_advised) {
            say(l, CLI_MESSAGE_SAMPLE,
                "%s was made for %u sentences, has %" PRIu64
                "; value printed, flagged %s-short",
                measure->id, measure->min_sentences, counts->sentences, measure->id);
        }
    }
}

static void say_all(list *l, const cli_run *run, const bsh_document *document)
{
    const bsh_counts *const   counts = bsh_document_counts(document);
    const bsh_decoding *const decoding = bsh_document_decoding(document);
    // only the rows of analyze have scores that can be missing
    const char *const outcome =
        run->is_checked ? "row written without scores" : "nothing to count";
    say_decoding(l, decoding);
    say_controls(l, decoding);
    if (bsh_document_text(document).n_bytes == 0) {
        say(l, CLI_MESSAGE_EMPTY, "empty; %s", outcome);
    } else if (counts->words == 0) {
        say(l, CLI_MESSAGE_EMPTY,
            "no word in the counted paragraphs (%" PRIu64 " left out); %s",
            counts->words_excluded, outcome);
    } else if (run->is_checked && counts->words < run->options.min_words) {
        say(l, CLI_MESSAGE_SHORT,
            "%" PRIu64 " word%s, fewer than --min-words %u; scores printed, flagged short",
            counts->words, counts->words == 1 ? "" : "s", run->options.min_words);
    }
    if (bsh_document_is_truncated(document)) {
        say(l, CLI_MESSAGE_TRUNCATED, "the text says that it is cut off; flagged truncated");
    }
    if (run->is_checked && counts->words > 0) {
        say_samples(l, run, counts);
    }
}

bool cli_notices_of(cli_notice **out, const cli_run *run, const bsh_input *input,
                    const bsh_document *document)
{
    list l = {out, shown_name(input), &run->messages, false};
    *out = NULL;
    say_all(&l, run, document);
    if (l.has_failed) {
        cli_notices_free(*out);
        *out = NULL;
    }
    return !l.has_failed;
}

void cli_notices_print(const cli_notice *notices, cli_messages *messages)
{
    for (; notices != NULL; notices = notices->next) {
        cli_message(messages, notices->kind, notices->text);
    }
}

void cli_notices_free(cli_notice *notices)
{
    while (notices != NULL) {
        cli_notice *const next = notices->next;
        free(notices);
        notices = next;
    }
}
