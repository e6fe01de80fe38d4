/* One article against one, and one against an outlet: what can be said of a single article. */
#include "page_of_pairs.h"

#include "page.h"

#include <math.h>
#include <string.h>

enum { VALUE_WIDTH = 11, NUMBER_WIDTH = 12, SMALL_WIDTH = 9 };

bool cli_comparison_is_single(const cli_comparison *c, size_t a, size_t b)
{
    return c->corpora[a].n_tested <= 1 || c->corpora[b].n_tested <= 1;
}

static bool is_of(const bsh_pair_summary *pair, size_t a, size_t b)
{
    return pair->a == a && pair->b == b;
}

static double scaled(const cli_comparison *c, const bsh_pair_summary *pair, double value)
{
    return value * cli_measure_scale(c->selection->measures[pair->measure]);
}

/* Label, and the medians of both: of one article, its value. */
static void print_values(const cli_comparison *c, const bsh_pair_summary *pair)
{
    char      text[72];
    int const decimals = cli_measure_decimals(c, pair->measure);
    cli_print_left(c->out, c->style, cli_measure_label(c, pair->measure, text), 24);
    cli_print_right(c->out,
                    cli_value_text(c->style, scaled(c, pair, pair->median_a), decimals, text),
                    VALUE_WIDTH);
    cli_print_right(c->out,
                    cli_value_text(c->style, scaled(c, pair, pair->median_b), decimals, text),
                    VALUE_WIDTH);
}

static void print_names(const cli_comparison *c, size_t a, size_t b)
{
    cli_ink_set(c->out, c->style, CLI_INK_DIM);
    cli_print_blanks(c->out, 25);
    cli_print_name(c, a, VALUE_WIDTH - 1, true);
    (void) fputc(' ', c->out);
    cli_print_name(c, b, VALUE_WIDTH - 1, true);
}

/* ---- one against one, or against none that could be used */

static void print_difference(const cli_comparison *c, const bsh_pair_summary *pair)
{
    char   text[72];
    double difference = pair->median_a - pair->median_b;
    print_values(c, pair);
    cli_print_right(c->out,
                    cli_signed_text(c->style, scaled(c, pair, difference),
                                    cli_measure_decimals(c, pair->measure), text),
                    NUMBER_WIDTH);
    (void) fputc('\n', c->out);
}

static void print_no_test(const cli_comparison *c, size_t a, size_t b)
{
    bool const is_one = c->corpora[a].n_tested == 1 && c->corpora[b].n_tested == 1;
    (void) fprintf(c->out, "\n%s\n",
                   is_one ? "one article each: no test is possible"
                          : "no usable article in one of them: no test is possible");
}

static void print_one_each(const cli_comparison *c, size_t a, size_t b)
{
    print_names(c, a, b);
    cli_print_right(c->out, "difference", NUMBER_WIDTH);
    cli_ink_set(c->out, c->style, CLI_INK_PLAIN);
    (void) fputc('\n', c->out);
    for (size_t i = 0; i < c->n_pairs; ++i) {
        if (is_of(&c->pairs[i], a, b)) {
            print_difference(c, &c->pairs[i]);
        }
    }
    print_no_test(c, a, b);
}

/* ---- one against an outlet: Crawford & Howell 1998 */

/* The article's distance from the outlet's mean in its standard deviations. */
static double z_of(const bsh_pair_summary *pair, bool is_a)
{
    double const difference = is_a ? pair->mean_a - pair->mean_b : pair->mean_b - pair->mean_a;
    double const sd = is_a ? pair->sd_b : pair->sd_a;
    return sd > 0.0 ? difference / sd : (double) NAN;
}

static void print_place(const cli_comparison *c, const bsh_pair_summary *pair, bool is_a)
{
    char text[72];
    print_values(c, pair);
    cli_print_right(c->out, cli_value_text(c->style, pair->percentile, 0, text), NUMBER_WIDTH);
    cli_print_right(c->out, cli_signed_text(c->style, z_of(pair, is_a), 2, text), SMALL_WIDTH);
    cli_print_right(c->out, cli_p_text(c->style, pair->crawford_p, text), SMALL_WIDTH);
    (void) fputc('\n', c->out);
}

static void print_explanation(const cli_comparison *c, size_t one, size_t many)
{
    cli_paragraph line;
    cli_paragraph_begin(&line, c->style);
    cli_paragraph_add(&line, "percentile: of 100 articles of ");
    cli_paragraph_name(&line, c->corpora[many].name);
    cli_paragraph_add(&line, ", so many lie below the one of ");
    cli_paragraph_name(&line, c->corpora[one].name);
    cli_paragraph_add(&line,
                      " (equal ones count half); z: its distance from their mean in their "
                      "standard deviations; p: Crawford and Howell, two-sided, not adjusted.");
    (void) fputc('\n', c->out);
    cli_ink_set(c->out, c->style, CLI_INK_DIM);
    cli_paragraph_end(&line, c->out, 0);
    cli_ink_set(c->out, c->style, CLI_INK_PLAIN);
}

void cli_comparison_single(const cli_comparison *c, size_t a, size_t b)
{
    bool const is_a = c->corpora[a].n_tested == 1;
    if (c->corpora[a].n_tested < 2 && c->corpora[b].n_tested < 2) {
        print_one_each(c, a, b);
        return;
    }
    if (c->corpora[a].n_tested == 0 || c->corpora[b].n_tested == 0) {
        print_one_each(c, a, b);
        return;
    }
    print_names(c, a, b);
    cli_print_right(c->out, "percentile", NUMBER_WIDTH);
    cli_print_right(c->out, "z", SMALL_WIDTH);
    cli_print_right(c->out, "p", SMALL_WIDTH);
    (void) fputc('\n', c->out);
    cli_print_blanks(c->out, 24);
    cli_print_right(c->out, is_a ? "(article)" : "(median)", VALUE_WIDTH);
    cli_print_right(c->out, is_a ? "(median)" : "(article)", VALUE_WIDTH);
    cli_ink_set(c->out, c->style, CLI_INK_PLAIN);
    (void) fputc('\n', c->out);
    for (size_t i = 0; i < c->n_pairs; ++i) {
        if (is_of(&c->pairs[i], a, b)) {
            print_place(c, &c->pairs[i], is_a);
        }
    }
    print_explanation(c, is_a ? a : b, is_a ? b : a);
}
