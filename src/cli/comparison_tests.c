/* Tests asked for by --tests: a line each, under the names of measures. */
#include "page_of_pairs.h"

#include "page.h"

#include <math.h>
#include <string.h>

enum { TEST_WIDTH = 30, NUMBER_WIDTH = 10, P_WIDTH = 7, ESTIMATE_WIDTH = 12 };

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

static const char *status_words(bsh_test_status status)
{
    return status == BSH_TEST_OK            ? "not defined"
           : status == BSH_TEST_TOO_FEW     ? "too few articles"
           : status == BSH_TEST_NO_VARIANCE ? "all values are equal"
           : status == BSH_TEST_DEGENERATE  ? "the corpora lie completely apart"
           : status == BSH_TEST_DF_BELOW_2  ? "under 2 degrees of freedom"
                                            : bsh_test_status_name(status);
}

static void print_result(const cli_comparison *c, const bsh_result *result)
{
    char       text[72];
    bool const has_estimate = isfinite(result->estimate);
    (void) fprintf(c->out, "  %-*s", TEST_WIDTH - 2, result->method);
    bool const has_any = has_estimate || isfinite(result->statistic) || isfinite(result->p);
    if (!has_any) {
        (void) fprintf(c->out, "  %s\n", status_words(result->status));
        return;
    }
    cli_print_right(c->out, number(c->style, result->statistic, text), NUMBER_WIDTH);
    cli_print_right(c->out, isfinite(result->p) ? cli_p_text(c->style, result->p, text) : "",
                    isfinite(result->p) || has_estimate ? P_WIDTH : 0);
    cli_print_right(c->out, number(c->style, result->estimate, text),
                    has_estimate ? ESTIMATE_WIDTH : 0);
    (void) fputc('\n', c->out);
}

static unsigned name_width(const cli_comparison *c, size_t corpus)
{
    unsigned const width = cli_name_width(c, corpus);
    return width < 13 ? width : 13;
}

/* Of whom the results are: a pair, a corpus, all. */
static void print_whose(const cli_comparison *c, const bsh_result *result)
{
    (void) fputc('\n', c->out);
    cli_ink_set(c->out, c->style, CLI_INK_DIM);
    if (result->a == BSH_ALL_CORPORA) {
        cli_print_left(c->out, c->style, "all corpora together", TEST_WIDTH);
    } else {
        bool const     has_b = result->b < c->n_corpora;
        unsigned const width_a = name_width(c, result->a);
        unsigned const width_b = has_b ? name_width(c, result->b) : 0;
        cli_print_name(c, result->a, width_a, false);
        (void) fputs(has_b ? " - " : "   ", c->out);
        if (has_b) {
            cli_print_name(c, result->b, width_b, false);
        }
        cli_print_blanks(c->out, TEST_WIDTH - 3 - width_a - width_b);
    }
    cli_print_right(c->out, "statistic", NUMBER_WIDTH);
    cli_print_right(c->out, "p", P_WIDTH);
    cli_print_right(c->out, "estimate", ESTIMATE_WIDTH);
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
    char   name[64];
    size_t measure = c->selection->n_measures;
    print_whose(c, &c->results[first]);
    for (size_t i = first; i < c->n_results; ++i) {
        const bsh_result *const result = &c->results[i];
        if (!is_same_pair(result, &c->results[first]) || !is_asked_for(result->method)) {
            continue;
        }
        if (result->measure != measure) {
            (void) fprintf(c->out, "%s\n", cli_measure_name(c, result->measure, name));
            measure = result->measure;
        }
        print_result(c, result);
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
