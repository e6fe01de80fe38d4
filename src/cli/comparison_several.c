/* Three corpora or more: a line a measure with the test of all together. */
#include "page_of_pairs.h"

#include "page.h"

#include <math.h>
#include <string.h>

enum { LABEL_WIDTH = 20, H_WIDTH = 8, DF_WIDTH = 4, P_WIDTH = 7, STARS_WIDTH = 5 };
enum { TEST_WIDTH = H_WIDTH + DF_WIDTH + P_WIDTH + STARS_WIDTH };

static const bsh_result *test_of(const cli_comparison *c, size_t measure)
{
    for (size_t i = 0; i < c->n_results; ++i) {
        if (c->results[i].measure == measure && c->results[i].a == BSH_ALL_CORPORA &&
            strcmp(c->results[i].method, "kruskal_wallis") == 0) {
            return &c->results[i];
        }
    }
    return NULL;
}

static unsigned column_width(const cli_comparison *c, size_t corpus)
{
    unsigned const width = cli_name_width(c, corpus);
    return 1 + (width < 6 ? 6 : width > 9 ? 9 : width);
}

static bool fits(const cli_comparison *c)
{
    unsigned width = LABEL_WIDTH + TEST_WIDTH;
    for (size_t i = 0; i < c->n_corpora; ++i) {
        width += column_width(c, i);
    }
    return width <= c->style->width;
}

static void print_median(const cli_comparison *c, size_t measure, size_t corpus, unsigned width)
{
    char         text[72];
    double const median = bsh_comparison_describe(c->comparison, measure, corpus)->median *
                          cli_measure_scale(c->selection->measures[measure]);
    cli_print_right(c->out,
                    cli_value_text(c->style, median, cli_measure_decimals(c, measure), text),
                    width);
}

static double p_of(const bsh_result *test)
{
    return isfinite(test->p_adj) ? test->p_adj : test->p;
}

static void print_test(const cli_comparison *c, const bsh_result *test)
{
    char text[72];
    if (test == NULL) {
        (void) fputc('\n', c->out);
        return;
    }
    double const p = p_of(test);
    cli_print_right(c->out, cli_value_text(c->style, test->statistic, 1, text), H_WIDTH);
    cli_print_right(c->out, cli_value_text(c->style, test->df1, 0, text), DF_WIDTH);
    cli_print_right(c->out, cli_p_text(c->style, p, text), P_WIDTH);
    (void) fprintf(c->out, "%s%s\n", isfinite(p) ? "  " : "", cli_stars(c->style, p));
}

static void print_test_heading(const cli_comparison *c)
{
    cli_print_right(c->out, "H", H_WIDTH);
    cli_print_right(c->out, "df", DF_WIDTH);
    cli_print_right(c->out, "p", P_WIDTH);
    (void) fputc('\n', c->out);
}

/* A column a corpus. */
static void print_columns(const cli_comparison *c)
{
    char label[64];
    cli_ink_set(c->out, c->style, CLI_INK_DIM);
    cli_print_left(c->out, c->style, "median", LABEL_WIDTH);
    for (size_t i = 0; i < c->n_corpora; ++i) {
        (void) fputc(' ', c->out);
        cli_print_name(c, i, column_width(c, i) - 1, true);
    }
    print_test_heading(c);
    cli_ink_set(c->out, c->style, CLI_INK_PLAIN);
    for (size_t i = 0; i < c->selection->n_measures; ++i) {
        cli_print_left(c->out, c->style, cli_measure_label(c, i, label), LABEL_WIDTH);
        for (size_t k = 0; k < c->n_corpora; ++k) {
            print_median(c, i, k, column_width(c, k));
        }
        print_test(c, test_of(c, i));
    }
}

/* A block a measure, a line a corpus: where there are too many for columns. */
static void print_blocks(const cli_comparison *c)
{
    char label[64];
    cli_ink_set(c->out, c->style, CLI_INK_DIM);
    cli_print_left(c->out, c->style, "median", LABEL_WIDTH + 10);
    print_test_heading(c);
    cli_ink_set(c->out, c->style, CLI_INK_PLAIN);
    for (size_t i = 0; i < c->selection->n_measures; ++i) {
        cli_print_left(c->out, c->style, cli_measure_label(c, i, label), LABEL_WIDTH + 10);
        print_test(c, test_of(c, i));
        for (size_t k = 0; k < c->n_corpora; ++k) {
            (void) fputs("  ", c->out);
            cli_print_name(c, k, LABEL_WIDTH - 2, false);
            print_median(c, i, k, 10);
            (void) fputc('\n', c->out);
        }
    }
}

static void print_legend(const cli_comparison *c)
{
    bool is_adjusted = false;
    for (size_t i = 0; i < c->selection->n_measures; ++i) {
        const bsh_result *const test = test_of(c, i);
        is_adjusted = is_adjusted || (test != NULL && isfinite(test->p_adj));
    }
    cli_paragraph line;
    cli_paragraph_begin(&line, c->style);
    cli_paragraph_add(&line, c->style->is_ascii
                                 ? "H: Kruskal-Wallis over all corpora together; p "
                                 : "H: Kruskal–Wallis over all corpora together; p ");
    if (is_adjusted && c->settings->adjust != BSH_ADJUST_NONE) {
        cli_paragraph_add(&line, "adjusted over the measures: ");
        cli_paragraph_add(&line, cli_adjust_words(c, "kruskal_wallis"));
        cli_paragraph_add(&line, ".");
    } else {
        cli_paragraph_add(&line, "not adjusted.");
    }
    cli_ink_set(c->out, c->style, CLI_INK_DIM);
    cli_paragraph_end(&line, c->out, 0);
    cli_ink_set(c->out, c->style, CLI_INK_PLAIN);
}

void cli_comparison_several(const cli_comparison *c)
{
    (void) fputc('\n', c->out);
    if (fits(c)) {
        print_columns(c);
    } else {
        print_blocks(c);
    }
    print_legend(c);
}
