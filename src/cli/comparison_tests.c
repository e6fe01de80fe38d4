/* Tests asked for by --tests: a line each. */
#include "page_of_pairs.h"

#include "page.h"

#include <math.h>
#include <string.h>

enum { LABEL_WIDTH = 21, TEST_WIDTH = 22, NUMBER_WIDTH = 11 };

static bool is_asked_for(const char *method)
{
    const char *id = NULL;
    for (size_t i = 0; (id = bsh_test_id(i)) != NULL; ++i) {
        if (strcmp(id, method) == 0) {
            return true;
        }
    }
    return false;
}

/* Four significant digits. */
static const char *number(const cli_style *style, double value, char out[72])
{
    char digits[32];
    if (!isfinite(value)) {
        return "";
    }
    (void) bsh_number_format(digits, fabs(value), 4);
    (void) snprintf(out, 72, "%s%s", value < 0.0 ? style->is_ascii ? "-" : "−" : "", digits);
    return out;
}

static void print_result(const cli_comparison *c, const bsh_result *result)
{
    char       text[72];
    bool const has_statistic = isfinite(result->statistic);
    cli_print_left(c->out, c->style, cli_measure_label(c, result->measure, text),
                   LABEL_WIDTH - 1);
    (void) fputc(' ', c->out);
    cli_print_left(c->out, c->style, result->method, TEST_WIDTH);
    if (result->status != BSH_TEST_OK) {
        (void) fprintf(c->out, "  %s\n", bsh_test_status_name(result->status));
        return;
    }
    cli_print_right(c->out, has_statistic ? number(c->style, result->statistic, text) : "",
                    NUMBER_WIDTH);
    cli_print_right(c->out, isfinite(result->p) ? cli_p_text(c->style, result->p, text) : "",
                    NUMBER_WIDTH - 4);
    cli_print_right(c->out, number(c->style, result->estimate, text), NUMBER_WIDTH);
    (void) fputc('\n', c->out);
}

/* Of whom the results are: a pair, a corpus, all. */
static void print_whose(const cli_comparison *c, const bsh_result *result)
{
    (void) fputc('\n', c->out);
    cli_ink_set(c->out, c->style, CLI_INK_DIM);
    if (result->a == BSH_ALL_CORPORA) {
        cli_print_left(c->out, c->style, "all corpora together", LABEL_WIDTH + TEST_WIDTH);
    } else {
        cli_print_name(c, result->a, 20, false);
        (void) fputs(result->b < c->n_corpora ? " - " : "   ", c->out);
        if (result->b < c->n_corpora) {
            cli_print_name(c, result->b, 20, false);
        } else {
            cli_print_blanks(c->out, 20);
        }
    }
    cli_print_right(c->out, "statistic", NUMBER_WIDTH);
    cli_print_right(c->out, "p", NUMBER_WIDTH - 4);
    cli_print_right(c->out, "estimate", NUMBER_WIDTH);
    (void) fputc('\n', c->out);
    cli_ink_set(c->out, c->style, CLI_INK_PLAIN);
}

static bool is_same_pair(const bsh_result *x, const bsh_result *y)
{
    return x->a == y->a && x->b == y->b;
}

/* All results of the pair that the result at `first` is the first of. */
static void print_from(const cli_comparison *c, size_t first)
{
    for (size_t i = 0; i < first; ++i) {
        if (is_same_pair(&c->results[i], &c->results[first]) &&
            is_asked_for(c->results[i].method)) {
            return; /* printed with that one */
        }
    }
    print_whose(c, &c->results[first]);
    for (size_t i = first; i < c->n_results; ++i) {
        if (is_same_pair(&c->results[i], &c->results[first]) &&
            is_asked_for(c->results[i].method)) {
            print_result(c, &c->results[i]);
        }
    }
}

void cli_comparison_tests(const cli_comparison *c)
{
    for (size_t i = 0; i < c->n_results; ++i) {
        if (is_asked_for(c->results[i].method)) {
            print_from(c, i);
        }
    }
}
