/* Several articles: a line each, then their total and median. */
#ifndef BSH_CLI_ARTICLE_LIST_H
#define BSH_CLI_ARTICLE_LIST_H

#include "output.h"

#include <stdio.h>

/* What a line shows. */
typedef struct cli_article_line {
    uint64_t  words, words_set_aside, sentences, quoted_words, words_excluded;
    bsh_value flesch, flesch_kincaid;
    char      flags[128];
} cli_article_line;

void cli_article_line_fill(cli_article_line *line, const bsh_selection *selection,
                           const bsh_options *options, const bsh_document *document);

/* The lines of a run. */
typedef struct cli_article_list {
    cli_article_line *lines;
    size_t            n, capacity;
} cli_article_list;

bool cli_article_list_add(cli_article_list *list, const cli_article_line *line);
void cli_article_list_free(cli_article_list *list);

void cli_article_list_heading(FILE *out, const cli_style *style);
void cli_article_list_line(FILE *out, const cli_style *style, const cli_article_line *line,
                           const char *name);
void cli_article_list_end(FILE *out, const cli_style *style, const cli_article_list *list);

#endif
