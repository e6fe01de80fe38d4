/* Pages of `quotes`: the voices of one article, and of outlets. */
#ifndef BSH_CLI_QUOTES_PAGE_H
#define BSH_CLI_QUOTES_PAGE_H

#include "articles.h"

#include <stdio.h>

/* An article: title, counts, speakers, and what each of them says; with `by`, which was asked
 * for, a table of the voices of the tally instead.
 *
 * errors  what bsh_tally_read returns */
bsh_status cli_quotes_article(const cli_style *style, const cli_article *article,
                              bsh_tally *tally, bool has_by, bsh_error *err);

/* An outlet after the other: counts, and the `most` first of its people, verbs or kinds.
 *
 * errors  what bsh_voices_rows returns */
bsh_status cli_quotes_outlets(FILE *out, const cli_style *style, bsh_voices *voices,
                              bsh_voices_by by, size_t most, bsh_error *err);

/* ---- parts */

/* The pieces of an article in their order, each under who says it (quotes_pieces.c). */
void cli_quotes_pieces(FILE *out, const cli_style *style, const bsh_document *document);

/* Numbers of voices in columns, with a bar (quotes_ranking.c). */
typedef struct cli_ranking {
    FILE            *out;
    const cli_style *style;
    bsh_voices_by    by;
    bool             has_articles; /* a column of them: several articles */
    bool             has_reports;  /* a column of indirect speech */
    bool             has_share;
    bool             has_notes;   /* behind the bars: anonymous; the class of a verb */
    uint64_t         most, whole; /* what a bar is longest for; what a share is of */
    unsigned         width_name, width_bar;
} cli_ranking;

/* Looks at the `n` voices that are to be shown; `whole` is what all of the text has. */
void cli_ranking_begin(cli_ranking *ranking, const bsh_voice *voices, size_t n, uint64_t whole);
void cli_ranking_heading(const cli_ranking *ranking, const char *heading);
void cli_ranking_row(const cli_ranking *ranking, const bsh_voice *voice);

/* A row that is called by words of the page and has no bar: "no speaker found". */
void cli_ranking_rest(const cli_ranking *ranking, const char *name, const bsh_voice *voice);

/* Counts side by side, as many in a line as fit: "5 quotes   4 speakers". */
typedef struct cli_items {
    FILE            *out;
    const cli_style *style;
    unsigned         column;
} cli_items;
void cli_item(cli_items *items, const char *format, ...) __attribute__((format(printf, 2, 3)));

/* Text of strangers broken into lines (quotes_wrap.c).  `column` is where the next word goes.
 */
typedef struct cli_wrap {
    FILE            *out;
    const cli_style *style;
    unsigned         indent; /* of lines behind the first */
    unsigned         width;  /* column behind the last */
    unsigned         column;
} cli_wrap;

/* Makes the text visible and prints its words; one wider than a line is cut where it ends. */
void cli_wrap_text(cli_wrap *wrap, bsh_string text);

#endif
