/* Who says what: the pieces of an article in their order. */
#include "quotes_page.h"

#include "page.h"

#include <stdlib.h>
#include <string.h>

enum { INDENT = 8, WIDTH_WORDS = 8, MOST_AHEAD = 32 };

/* The list under way. */
typedef struct list {
    FILE               *out;
    const cli_style    *style;
    const bsh_document *document;
    const bsh_speaker  *speakers;
    size_t              n_speakers;
    const bsh_quote    *quotes;
    size_t              n_quotes;
    const bsh_quote    *head;      /* piece whose speaker is named above; NULL: none */
    uint32_t            line;      /* printed last; 0: none that still holds */
    bool                has_aside; /* a piece that is no quote stands above */
    bool                has_uncounted, has_reports;
    bool                is_english; /* elsewhere nobody is looked for who speaks */
} list;

static bsh_string slice(const list *l, bsh_span span)
{
    return bsh_document_slice(l->document, span);
}

/* ---- what is to be said of a piece */

/* "closed by a single mark" says more than that the mark is wrong. */
static bool is_single_mark(bsh_string mark)
{
    static const char *const marks[] = {"'", "’", "‘", "‚", "‛"};
    for (size_t i = 0; i < sizeof marks / sizeof marks[0]; ++i) {
        if (mark.n_bytes == strlen(marks[i]) &&
            memcmp(mark.data, marks[i], mark.n_bytes) == 0) {
            return true;
        }
    }
    return false;
}

static const char *text_of_flag(const list *l, const bsh_quote *quote, unsigned flag)
{
    bsh_string const opener = slice(l, (bsh_span){quote->span.begin, quote->inner.begin});
    bsh_string const closer = slice(l, (bsh_span){quote->inner.end, quote->span.end});
    switch (flag) {
    case BSH_QUOTE_FLAG_CONTINUES:
        return "goes on in the next paragraph";
    case BSH_QUOTE_FLAG_CLOSE_REPAIRED:
        return is_single_mark(closer) ? "closed by a single mark" : "closed by the wrong mark";
    case BSH_QUOTE_FLAG_CLOSE_GUESSED:
        return "closing mark missing, end guessed";
    case BSH_QUOTE_FLAG_OPEN_REPAIRED:
        return is_single_mark(opener) ? "opened by a single mark" : "opened by the wrong mark";
    case BSH_QUOTE_FLAG_OPEN_GUESSED:
        return "opening mark missing, beginning guessed";
    case BSH_QUOTE_FLAG_UNCLOSED:
        return "never closed, taken to the end of its paragraph";
    case BSH_QUOTE_FLAG_NESTED_SAME:
        return "holds a piece in the same marks";
    default: // anonymous, spokes: said of the speaker
        return NULL;
    }
}

static const char *text_of_kind(const bsh_quote *quote)
{
    switch (quote->kind) {
    case BSH_QUOTE_FRAGMENT:
        return "fragment";
    case BSH_QUOTE_SCARE:
        return "scare quotes";
    case BSH_QUOTE_TITLE:
        return "title";
    case BSH_QUOTE_NESTED:
        return "inside it";
    default: // direct; of a report its head says so
        return NULL;
    }
}

/* "[fragment; closed by a single mark]" */
typedef struct notes {
    char   text[400];
    size_t n;
} notes;

static void add_note(notes *all, const char *note)
{
    size_t const room = sizeof all->text - all->n;
    if (note != NULL && strlen(note) + 4 < room) {
        (void) snprintf(all->text + all->n, room, "%s%s", all->n == 0 ? "[" : "; ", note);
        all->n += strlen(all->text + all->n);
    }
}

static void print_notes(cli_wrap *wrap, notes *all)
{
    if (all->n == 0) {
        return;
    }
    all->text[all->n++] = ']';
    cli_ink_set(wrap->out, wrap->style, CLI_INK_DIM);
    cli_wrap_text(wrap, (bsh_string){all->text, all->n});
    cli_ink_set(wrap->out, wrap->style, CLI_INK_PLAIN);
}

static void print_notes_of_piece(const list *l, cli_wrap *wrap, const bsh_quote *quote)
{
    notes all = {.n = 0};
    add_note(&all, text_of_kind(quote));
    for (unsigned bit = 0; bit < BSH_QUOTE_FLAG_COUNT; ++bit) {
        if ((quote->flags >> bit & 1U) != 0) {
            add_note(&all, text_of_flag(l, quote, 1U << bit));
        }
    }
    print_notes(wrap, &all);
}

/* ---- who says it */

static bsh_string last_word(bsh_string text)
{
    size_t at = text.n_bytes;
    while (at > 0 && text.data[at - 1] != ' ' && text.data[at - 1] != '\n') {
        --at;
    }
    return (bsh_string){text.data + at, text.n_bytes - at};
}

/* "she" tells more of Ana Bell than that it is her; "Ms. Bell" does not. */
static bool is_other_word(bsh_string mention, bsh_string name)
{
    bsh_string const a = last_word(mention);
    bsh_string const b = last_word(name);
    return a.n_bytes > 0 && (a.n_bytes != b.n_bytes || memcmp(a.data, b.data, a.n_bytes) != 0);
}

/* "He" at the beginning of a sentence is "he" here. */
static bsh_string as_inside(bsh_string mention)
{
    static const char *const pronouns[] = {"he", "she", "they", "it", "who"};
    for (size_t i = 0; i < sizeof pronouns / sizeof pronouns[0]; ++i) {
        size_t const n = strlen(pronouns[i]);
        if (mention.n_bytes == n && (mention.data[0] | 0x20) == pronouns[i][0] &&
            memcmp(mention.data + 1, pronouns[i] + 1, n - 1) == 0) {
            return (bsh_string){pronouns[i], n};
        }
    }
    return mention;
}

/* Another word for the speaker, wrapped with its brackets: a mention may be as long as a line.
 */
static void print_mention(cli_wrap *wrap, bsh_string mention)
{
    char *const text = malloc(mention.n_bytes + 2);
    if (text == NULL) {
        return;
    }
    text[0] = '(';
    memcpy(text + 1, mention.data, mention.n_bytes);
    text[mention.n_bytes + 1] = ')';
    cli_wrap_text(wrap, (bsh_string){text, mention.n_bytes + 2});
    free(text);
}

static void print_name(const list *l, cli_wrap *wrap, const bsh_quote *quote)
{
    bool const       has_speaker = quote->speaker < l->n_speakers;
    bsh_string const name =
        has_speaker ? l->speakers[quote->speaker].name : (bsh_string){"no speaker found", 16};
    bsh_string const mention = slice(l, quote->mention);
    cli_ink_set(l->out, l->style, has_speaker ? CLI_INK_BOLD : CLI_INK_DIM);
    cli_wrap_text(wrap, name);
    cli_ink_set(l->out, l->style, CLI_INK_PLAIN);
    if (has_speaker && quote->via != BSH_VIA_CARRIED && is_other_word(mention, name)) {
        print_mention(wrap, as_inside(mention));
    }
}

static void print_verb(const list *l, cli_wrap *wrap, const bsh_quote *quote)
{
    if (quote->via == BSH_VIA_COLON) {
        (void) fputc(':', l->out);
        ++wrap->column;
    } else if (quote->via != BSH_VIA_ACCORDING && quote->verb.begin < quote->verb.end) {
        cli_wrap_text(wrap, slice(l, quote->verb));
    }
}

static void print_notes_of_speaker(cli_wrap *wrap, const bsh_quote *quote)
{
    notes all = {.n = 0};
    add_note(&all, quote->kind == BSH_QUOTE_INDIRECT ? "reported" : NULL);
    add_note(&all, (quote->flags & BSH_QUOTE_FLAG_ANONYMOUS) != 0 ? "anonymous" : NULL);
    add_note(&all, (quote->flags & BSH_QUOTE_FLAG_SPOKES) != 0 ? "spokesperson" : NULL);
    add_note(&all, quote->via == BSH_VIA_CARRIED ? "speaker of the paragraph before" : NULL);
    add_note(&all, quote->via == BSH_VIA_SUBJECT ? "subject of the sentence" : NULL);
    print_notes(wrap, &all);
}

/* ---- lines */

/* The line of the input, where it is another one than above. */
static void print_line_number(list *l, const bsh_quote *quote)
{
    uint32_t const line = bsh_document_line(l->document, quote->inner.begin);
    if (line == l->line) {
        cli_print_blanks(l->out, INDENT);
        return;
    }
    l->line = line;
    cli_ink_set(l->out, l->style, CLI_INK_DIM);
    (void) fprintf(l->out, "%*u", INDENT - 2, line);
    cli_ink_set(l->out, l->style, CLI_INK_PLAIN);
    cli_print_blanks(l->out, 2);
}

static cli_wrap wrap_from(const list *l, unsigned column)
{
    return (cli_wrap){l->out, l->style, column, l->style->width - WIDTH_WORDS, column};
}

/* The piece that tells who says a quote: the first one with a verb of its own.  “We looked in
 * every file. / “We found nothing,” Ms. Lund said: the first has its speaker from the second.
 */
static const bsh_quote *telling_piece(const list *l, const bsh_quote *first)
{
    const bsh_quote *const end = l->quotes + l->n_quotes;
    const bsh_quote       *at = first;
    for (int n = 0; n < MOST_AHEAD && at < end && at->group == first->group; ++n, ++at) {
        if (at->verb.begin < at->verb.end && at->speaker == first->speaker &&
            at->kind != BSH_QUOTE_NESTED) {
            return at;
        }
    }
    return first;
}

static void print_head(list *l, const bsh_quote *first)
{
    const bsh_quote *const quote = telling_piece(l, first);
    (void) fputc('\n', l->out);
    l->line = 0;
    l->head = quote;
    l->has_aside = false;
    if (!l->is_english) {
        return;
    }
    print_line_number(l, first);
    cli_wrap wrap = wrap_from(l, INDENT);
    if (quote->via == BSH_VIA_ACCORDING) {
        cli_wrap_text(&wrap, (bsh_string){"according to", 12});
    }
    print_name(l, &wrap, quote);
    print_verb(l, &wrap, quote);
    print_notes_of_speaker(&wrap, quote);
    (void) fputc('\n', l->out);
}

/* The words of a piece at the end of its last line; in brackets where they are not counted
 * among the quoted ones. */
static void print_words(list *l, const cli_wrap *wrap, const bsh_quote *quote)
{
    char       text[24];
    bool const has_brackets = !bsh_quote_is_quoting(quote);
    (void) snprintf(text, sizeof text, has_brackets ? "(%u)" : "%u", quote->n_words);
    l->has_uncounted = l->has_uncounted || has_brackets;
    l->has_reports = l->has_reports || quote->kind == BSH_QUOTE_INDIRECT;
    cli_print_blanks(l->out, l->style->width - 1 - wrap->column - (unsigned) strlen(text) +
                                 (has_brackets ? 1 : 0));
    (void) fprintf(l->out, "%s\n", text);
}

static void print_text(list *l, cli_wrap *wrap, const bsh_quote *quote)
{
    bool const is_quiet = quote->kind == BSH_QUOTE_SCARE || quote->kind == BSH_QUOTE_TITLE ||
                          quote->kind == BSH_QUOTE_NESTED;
    cli_ink_set(l->out, l->style, is_quiet ? CLI_INK_DIM : CLI_INK_PLAIN);
    cli_wrap_text(wrap, slice(l, quote->span));
    cli_ink_set(l->out, l->style, CLI_INK_PLAIN);
    print_notes_of_piece(l, wrap, quote);
    print_words(l, wrap, quote);
}

/* A name in marks, a word held at arm's length: nobody says it. */
static void print_aside(list *l, const bsh_quote *quote)
{
    (void) fputs(l->has_aside ? "" : "\n", l->out);
    l->line = l->has_aside ? l->line : 0;
    print_line_number(l, quote);
    cli_wrap wrap = wrap_from(l, INDENT);
    print_text(l, &wrap, quote);
    l->head = NULL;
    l->has_aside = true;
}

static bool is_under_head(const list *l, const bsh_quote *quote)
{
    const bsh_quote *const head = l->head;
    bool const             has_verb = quote->verb.begin < quote->verb.end;
    return head != NULL && head->group == quote->group && head->speaker == quote->speaker &&
           (!has_verb || head->verb.begin == quote->verb.begin);
}

static void print_piece(list *l, const bsh_quote *quote)
{
    if (quote->kind == BSH_QUOTE_SCARE || quote->kind == BSH_QUOTE_TITLE) {
        print_aside(l, quote);
        return;
    }
    bool const is_nested = quote->kind == BSH_QUOTE_NESTED;
    if (!is_nested && !is_under_head(l, quote)) {
        print_head(l, quote);
    }
    print_line_number(l, quote);
    unsigned const indent = is_nested ? 2 : 0;
    cli_print_blanks(l->out, indent);
    cli_wrap wrap = wrap_from(l, INDENT + indent);
    print_text(l, &wrap, quote);
}

static void print_heading(const list *l)
{
    const char *const heading = l->is_english ? "WHO SAYS WHAT" : "QUOTES";
    (void) fputc('\n', l->out);
    cli_ink_set(l->out, l->style, CLI_INK_DIM);
    (void) fprintf(l->out, "%*s  ", INDENT - 2, "line");
    cli_ink_set(l->out, l->style, CLI_INK_PLAIN);
    cli_ink_set(l->out, l->style, CLI_INK_BOLD);
    (void) fputs(heading, l->out);
    cli_ink_set(l->out, l->style, CLI_INK_PLAIN);
    cli_ink_set(l->out, l->style, CLI_INK_DIM);
    (void) fprintf(l->out, "%*s", (int) (l->style->width - 1 - INDENT - strlen(heading)),
                   "words");
    cli_ink_set(l->out, l->style, CLI_INK_PLAIN);
    (void) fputc('\n', l->out);
}

void cli_quotes_pieces(FILE *out, const cli_style *style, const bsh_document *document)
{
    list l = {.out = out, .style = style, .document = document};
    l.is_english = bsh_document_counts(document)->is_english;
    l.quotes = bsh_document_quotes(document, &l.n_quotes);
    l.speakers = bsh_document_speakers(document, &l.n_speakers);
    if (l.n_quotes > 0) {
        print_heading(&l);
    }
    for (size_t i = 0; i < l.n_quotes; ++i) {
        print_piece(&l, &l.quotes[i]);
    }
    if (l.has_uncounted) {
        (void) fprintf(out, "\n  (n): not among the quoted words\n%s",
                       l.has_reports ? "  [reported]: told in the words of the article\n" : "");
    }
}
