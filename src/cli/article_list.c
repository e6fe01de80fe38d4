#include "article_list.h"

#include "page.h"

#include <stdlib.h>
#include <string.h>

enum { FLAGS_WIDTH = 11, FIXED_WIDTH = 59 };

static bsh_value value_of(const char *id, const bsh_counts *counts)
{
    const bsh_measure *const measure = bsh_measure_find(id);
    return measure != NULL ? bsh_measure_value(measure, counts)
                           : (bsh_value){.presence = BSH_UNDEFINED};
}

void cli_article_line_fill(cli_article_line *line, const bsh_selection *selection,
                           const bsh_options *options, const bsh_document *document)
{
    const bsh_counts *const counts = bsh_document_counts(document);
    *line = (cli_article_line){
        .words = counts->words,
        .words_set_aside = counts->words_set_aside,
        .sentences = counts->sentences,
        .quoted_words = counts->quoted_words,
        .words_excluded = counts->words_excluded,
        .flesch = value_of("flesch", counts),
        .flesch_kincaid = value_of("flesch_kincaid", counts),
    };
    (void) bsh_article_flags(line->flags, sizeof line->flags, selection, options, document);
}

bool cli_article_list_add(cli_article_list *list, const cli_article_line *line)
{
    if (list->n == list->capacity) {
        size_t const            capacity = list->capacity == 0 ? 64 : list->capacity * 2;
        cli_article_line *const lines = realloc(list->lines, capacity * sizeof *lines);
        if (lines == NULL) {
            return false;
        }
        list->lines = lines;
        list->capacity = capacity;
    }
    list->lines[list->n++] = *line;
    return true;
}

void cli_article_list_free(cli_article_list *list)
{
    free(list->lines);
    *list = (cli_article_list){0};
}

void cli_article_list_heading(FILE *out, const cli_style *style)
{
    cli_ink_set(out, style, CLI_INK_DIM);
    (void) fprintf(out, "%7s %6s %6s %5s %7s %8s  %-*s%s\n", "words", "sentc.", "Flesch", "F-K",
                   "quoted", "left out", FLAGS_WIDTH + 2, "flags", "article");
    cli_ink_set(out, style, CLI_INK_PLAIN);
}

static void print_score(FILE *out, bsh_value value, int width)
{
    char text[64] = "-";
    if (value.presence == BSH_PRESENT) {
        (void) bsh_number_fixed(text, value.number, 1);
    }
    (void) fprintf(out, "%*s ", width, text);
}

static void print_percent(FILE *out, uint64_t part, uint64_t whole, int width)
{
    if (whole == 0) {
        (void) fprintf(out, "%*s ", width, "-");
    } else {
        (void) fprintf(out, "%*.1f%% ", width - 1, 100.0 * (double) part / (double) whole);
    }
}

static void print_numbers(FILE *out, const cli_article_line *line)
{
    char words[32], sentences[32];
    (void) fprintf(out, "%7s %6s ", cli_grouped(words, line->words),
                   cli_grouped(sentences, line->sentences));
    print_score(out, line->flesch, 6);
    print_score(out, line->flesch_kincaid, 5);
    print_percent(out, line->quoted_words, line->words + line->words_set_aside, 7);
    print_percent(out, line->words_excluded, line->words + line->words_excluded, 8);
    (void) fputc(' ', out);
}

void cli_article_list_line(FILE *out, const cli_style *style, const cli_article_line *line,
                           const char *name)
{
    print_numbers(out, line);
    unsigned const width = cli_print_visible(
        out, style, (bsh_string){line->flags, strlen(line->flags)}, FLAGS_WIDTH);
    cli_print_blanks(out, FLAGS_WIDTH + 2 - width);
    (void) cli_print_visible_middle(out, style, (bsh_string){name, strlen(name)},
                                    style->width > FIXED_WIDTH + 12 ? style->width - FIXED_WIDTH
                                                                    : 12);
    (void) fputc('\n', out);
}

static int by_number(const void *a, const void *b)
{
    double const left = *(const double *) a;
    double const right = *(const double *) b;
    return (left > right) - (left < right);
}

/* Median of one score over the lines that have it. */
static bsh_value median_of(const cli_article_list *list, size_t offset)
{
    bsh_value median = {.presence = BSH_UNDEFINED};
    double   *numbers = calloc(list->n == 0 ? 1 : list->n, sizeof *numbers);
    size_t    n = 0;
    for (size_t i = 0; numbers != NULL && i < list->n; ++i) {
        const bsh_value *const value =
            (const bsh_value *) (const void *) ((const char *) &list->lines[i] + offset);
        if (value->presence == BSH_PRESENT) {
            numbers[n++] = value->number;
        }
    }
    if (n > 0) {
        qsort(numbers, n, sizeof *numbers, by_number);
        median = (bsh_value){(numbers[(n - 1) / 2] + numbers[n / 2]) / 2.0, BSH_PRESENT, true};
    }
    free(numbers);
    return median;
}

void cli_article_list_end(FILE *out, const cli_style *style, const cli_article_list *list)
{
    cli_article_line total = {.flesch.presence = BSH_UNDEFINED,
                              .flesch_kincaid.presence = BSH_UNDEFINED};
    for (size_t i = 0; i < list->n; ++i) {
        total.words += list->lines[i].words;
        total.words_set_aside += list->lines[i].words_set_aside;
        total.sentences += list->lines[i].sentences;
        total.quoted_words += list->lines[i].quoted_words;
        total.words_excluded += list->lines[i].words_excluded;
    }
    print_numbers(out, &total);
    (void) fprintf(out, "total of %zu articles\n", list->n);
    (void) fprintf(out, "%15s", "");
    print_score(out, median_of(list, offsetof(cli_article_line, flesch)), 6);
    print_score(out, median_of(list, offsetof(cli_article_line, flesch_kincaid)), 5);
    (void) fprintf(out, "%18smedian of each score\n", "");
    (void) style;
}
