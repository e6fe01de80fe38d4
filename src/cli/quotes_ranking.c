#include "quotes_page.h"

#include "page.h"

#include <stdarg.h>
#include <string.h>

enum {
    WIDTH_ARTICLES = 9,
    WIDTH_QUOTES = 7,
    WIDTH_WORDS = 7,
    WIDTH_REPORTS = 8,
    WIDTH_SHARE = 6,
    WIDTH_NOTE = 14, /* "  spokesperson" */
    USUAL_NAME = 27,
    LEAST_NAME = 19,
    LEAST_BAR = 6
};

void cli_item(cli_items *items, const char *format, ...)
{
    char    text[160];
    va_list list;
    va_start(list, format);
    (void) vsnprintf(text, sizeof text, format, list);
    va_end(list);
    unsigned const width = bsh_text_width((bsh_string){text, strlen(text)});
    if (items->column > 0 && items->column + 3 + width > items->style->width) {
        (void) fputc('\n', items->out);
        items->column = 0;
    }
    (void) fprintf(items->out, "%s%s", items->column == 0 ? "  " : "   ", text);
    items->column += (items->column == 0 ? 2 : 3) + width;
}

/* ---- what a voice is ranked by, and called */

static uint64_t value_of(const cli_ranking *ranking, const bsh_voice *voice)
{
    return ranking->by == BSH_BY_SPEAKER ? voice->words
           : ranking->by == BSH_BY_VERB  ? voice->quotes + voice->indirect
                                         : voice->pieces;
}

static const char *note_of(const cli_ranking *ranking, const bsh_voice *voice)
{
    if (ranking->by == BSH_BY_VERB) {
        return bsh_verb_class_name(voice->verb_class);
    }
    return (voice->flags & BSH_QUOTE_FLAG_ANONYMOUS) != 0 ? "anonymous"
           : (voice->flags & BSH_QUOTE_FLAG_SPOKES) != 0  ? "spokesperson"
                                                          : "";
}

/* ---- columns */

static unsigned width_of_numbers(const cli_ranking *ranking)
{
    unsigned const articles = ranking->has_articles ? WIDTH_ARTICLES : 0;
    unsigned const reports = ranking->has_reports ? WIDTH_REPORTS : 0;
    return articles + WIDTH_QUOTES + WIDTH_WORDS + reports +
           (ranking->has_share ? WIDTH_SHARE : 0);
}

/* What names and bars have together. */
static unsigned width_left(const cli_ranking *ranking)
{
    unsigned const notes = ranking->has_notes ? WIDTH_NOTE : 0;
    unsigned const fixed = 2 + width_of_numbers(ranking) + 2 + notes;
    return ranking->style->width > fixed ? ranking->style->width - fixed : 0;
}

/* A narrow page takes from the names, then from the bars; then it does without shares, and at
 * last without notes. */
static void set_widths(cli_ranking *ranking)
{
    ranking->has_share = true;
    ranking->has_share = width_left(ranking) >= LEAST_NAME;
    ranking->has_notes = ranking->has_notes && width_left(ranking) >= LEAST_NAME;
    unsigned const left = width_left(ranking);
    bool const     is_wide = left >= USUAL_NAME + LEAST_BAR;
    bool const     has_bar = left >= LEAST_NAME + LEAST_BAR;
    unsigned const name = is_wide ? USUAL_NAME : has_bar ? left - LEAST_BAR : left;
    ranking->width_name = name > LEAST_NAME ? name : LEAST_NAME;
    ranking->width_bar = has_bar ? left - ranking->width_name : 0;
}

void cli_ranking_begin(cli_ranking *ranking, const bsh_voice *voices, size_t n, uint64_t whole)
{
    ranking->most = 0;
    ranking->whole = whole;
    for (size_t i = 0; i < n; ++i) {
        uint64_t const value = voices[i].name.n_bytes == 0 ? 0 : value_of(ranking, &voices[i]);
        ranking->most = value > ranking->most ? value : ranking->most;
        ranking->has_reports |= ranking->by != BSH_BY_KIND && voices[i].indirect > 0;
        ranking->has_notes |= note_of(ranking, &voices[i])[0] != '\0';
    }
    set_widths(ranking);
}

void cli_ranking_heading(const cli_ranking *ranking, const char *heading)
{
    FILE *const out = ranking->out;
    cli_ink_set(out, ranking->style, CLI_INK_BOLD);
    (void) fprintf(out, "%-*s", (int) ranking->width_name + 2, heading);
    cli_ink_set(out, ranking->style, CLI_INK_PLAIN);
    cli_ink_set(out, ranking->style, CLI_INK_DIM);
    if (ranking->has_articles) {
        (void) fprintf(out, "%*s", WIDTH_ARTICLES, "articles");
    }
    (void) fprintf(out, "%*s%*s", WIDTH_QUOTES,
                   ranking->by == BSH_BY_KIND ? "pieces" : "quotes", WIDTH_WORDS, "words");
    if (ranking->has_reports) {
        (void) fprintf(out, "%*s", WIDTH_REPORTS, "reports");
    }
    if (ranking->has_share) {
        (void) fprintf(out, "%*s", WIDTH_SHARE, "share");
    }
    cli_ink_set(out, ranking->style, CLI_INK_PLAIN);
    (void) fputc('\n', out);
}

/* ---- rows */

static void print_count(const cli_ranking *ranking, uint64_t number, int width)
{
    char text[32];
    (void) fprintf(ranking->out, "%*s", width, cli_grouped(text, number));
}

static void print_numbers(const cli_ranking *ranking, const bsh_voice *voice)
{
    char         text[64];
    double const share = ranking->whole == 0 ? 0
                                             : 100.0 * (double) value_of(ranking, voice) /
                                                   (double) ranking->whole;
    if (ranking->has_articles && voice->articles == 0) { // of many people together
        cli_print_blanks(ranking->out, WIDTH_ARTICLES);
    } else if (ranking->has_articles) {
        print_count(ranking, voice->articles, WIDTH_ARTICLES);
    }
    print_count(ranking, ranking->by == BSH_BY_KIND ? voice->pieces : voice->quotes,
                WIDTH_QUOTES);
    print_count(ranking, voice->words, WIDTH_WORDS);
    if (ranking->has_reports) {
        print_count(ranking, voice->indirect, WIDTH_REPORTS);
    }
    (void) bsh_number_fixed(text, share, share < 9.95 ? 1 : 0);
    if (ranking->has_share && share > 0) {
        (void) fprintf(ranking->out, "%*s%%", WIDTH_SHARE - 1, text);
    }
}

/* A bar, and what there is to say behind it; no blanks at the end of the line. */
static void print_bar(const cli_ranking *ranking, const bsh_voice *voice)
{
    const char *const note = ranking->has_notes ? note_of(ranking, voice) : "";
    uint64_t const    value = value_of(ranking, voice);
    unsigned          to_note = 2 + ranking->width_bar;
    if (ranking->width_bar > 0 && value > 0) {
        (void) fputs("  ", ranking->out);
        to_note -= 2 + cli_print_bar(ranking->out, ranking->style,
                                     (double) value / (double) ranking->most,
                                     ranking->width_bar, false);
    }
    if (*note != '\0') {
        to_note += ranking->has_share && value == 0 ? WIDTH_SHARE : 0;
        cli_print_blanks(ranking->out, to_note);
        cli_ink_set(ranking->out, ranking->style, CLI_INK_DIM);
        (void) fprintf(ranking->out, "  %s", note);
        cli_ink_set(ranking->out, ranking->style, CLI_INK_PLAIN);
    }
    (void) fputc('\n', ranking->out);
}

static void print_name(const cli_ranking *ranking, bsh_string name)
{
    (void) fputs("  ", ranking->out);
    unsigned const printed =
        cli_print_visible(ranking->out, ranking->style, name, ranking->width_name - 1);
    cli_print_blanks(ranking->out, ranking->width_name - printed);
}

void cli_ranking_row(const cli_ranking *ranking, const bsh_voice *voice)
{
    print_name(ranking, voice->name);
    print_numbers(ranking, voice);
    print_bar(ranking, voice);
}

void cli_ranking_rest(const cli_ranking *ranking, const char *name, const bsh_voice *voice)
{
    cli_ink_set(ranking->out, ranking->style, CLI_INK_DIM);
    print_name(ranking, (bsh_string){name, strlen(name)});
    print_numbers(ranking, voice);
    cli_ink_set(ranking->out, ranking->style, CLI_INK_PLAIN);
    (void) fputc('\n', ranking->out);
}
