/* Numbers of the page of `compare`: three significant digits, a true minus, no zero before a
 * p. */
#include "page_of_pairs.h"

#include "page.h"

#include <math.h>
#include <string.h>

/* ---- measures */

static const char *short_label(const bsh_measure *measure)
{
    return measure->short_label != NULL ? measure->short_label : measure->label;
}

/* Fills `out` and returns true for the two that are named with their window. */
static bool name_with_window(const cli_comparison *c, size_t measure, char out[64])
{
    const char *const id = c->selection->measures[measure]->id;
    bool const        is_moving = strcmp(id, "mattr") == 0;
    bool const        has_window = is_moving || strcmp(id, "msttr") == 0;
    if (has_window) {
        (void) snprintf(out, 64, "%s (%u)", is_moving ? "MATTR" : "MSTTR", c->options->window);
    }
    return has_window;
}

const char *cli_measure_label(const cli_comparison *c, size_t measure, char out[64])
{
    const bsh_measure *const of = c->selection->measures[measure];
    if (!name_with_window(c, measure, out)) {
        (void) snprintf(out, 64, "%.60s%s", short_label(of),
                        cli_measure_is_percent(of) ? ", %" : "");
    }
    return out;
}

const char *cli_measure_name(const cli_comparison *c, size_t measure, char out[64])
{
    return name_with_window(c, measure, out) ? out : c->selection->measures[measure]->label;
}

bool cli_measure_is_percent(const bsh_measure *measure)
{
    return strcmp(measure->family, "quotation") == 0 && strcmp(measure->unit, "0..1") == 0;
}

double cli_measure_scale(const bsh_measure *measure)
{
    return cli_measure_is_percent(measure) ? 100.0 : 1.0;
}

int cli_measure_decimals(const cli_comparison *c, size_t measure)
{
    double most = 0.0;
    for (size_t i = 0; i < c->n_corpora; ++i) {
        double const median = bsh_comparison_describe(c->comparison, measure, i)->median;
        most = isfinite(median) && fabs(median) > most ? fabs(median) : most;
    }
    most *= cli_measure_scale(c->selection->measures[measure]);
    if (most == 0.0) {
        return c->selection->measures[measure]->decimals;
    }
    return most >= 99.95 ? 0 : most >= 9.995 ? 1 : most >= 0.9995 ? 2 : 3;
}

/* ---- numbers */

static const char *undefined(const cli_style *style)
{
    return style->is_ascii ? "." : "·";
}

static const char *minus(const cli_style *style)
{
    return style->is_ascii ? "-" : "−";
}

/* Sign and digits; what rounds to 0 has no sign. */
static const char *join(const char *sign, const char *digits, char out[72])
{
    bool const is_zero = strspn(digits, "0.") == strlen(digits);
    (void) snprintf(out, 72, "%s%s", is_zero ? "" : sign, digits);
    return out;
}

const char *cli_value_text(const cli_style *style, double value, int decimals, char out[72])
{
    char digits[64];
    if (!isfinite(value)) {
        return undefined(style);
    }
    (void) bsh_number_fixed(digits, fabs(value), decimals);
    return join(value < 0.0 ? minus(style) : "", digits, out);
}

const char *cli_signed_text(const cli_style *style, double value, int decimals, char out[72])
{
    char digits[64];
    if (!isfinite(value)) {
        return undefined(style);
    }
    (void) bsh_number_fixed(digits, fabs(value), decimals);
    return join(value < 0.0 ? minus(style) : "+", digits, out);
}

const char *cli_delta_text(const cli_style *style, double delta, char out[72])
{
    char digits[64];
    if (!isfinite(delta)) {
        return undefined(style);
    }
    (void) bsh_number_fixed(digits, fabs(delta), 2);
    return join(delta < 0.0 ? minus(style) : "+", digits[0] == '0' ? digits + 1 : digits, out);
}

/* ".042"; what would round to 1.000 while it is less stays below it. */
static const char *p_digits(double p, char out[72])
{
    char digits[64];
    (void) bsh_number_fixed(digits, p < 1.0 && p > 0.9994 ? 0.999 : p, 3);
    (void) snprintf(out, 72, "%s", digits[0] == '0' ? digits + 1 : "1");
    return out;
}

const char *cli_p_text(const cli_style *style, double p, char out[72])
{
    return !isfinite(p) ? undefined(style) : p < 0.001 ? "<.001" : p_digits(p, out);
}

const char *cli_p_phrase(double p, char out[72])
{
    char digits[72] = ".001";
    (void) snprintf(out, 72, "p" CLI_TIE "%c" CLI_TIE "%.60s", p < 0.001 ? '<' : '=',
                    p < 0.001 ? digits : p_digits(p, digits));
    return out;
}

const char *cli_stars(const cli_style *style, double p)
{
    return !isfinite(p) ? ""
           : p < 0.001  ? "***"
           : p < 0.01   ? "**"
           : p < 0.05   ? "*"
                        : undefined(style);
}

double cli_shown_p(const bsh_pair_summary *pair)
{
    return isfinite(pair->shown_p_adj) ? pair->shown_p_adj : pair->shown_p;
}

bool cli_is_clear(const cli_comparison *c, const bsh_pair_summary *pair)
{
    return cli_shown_p(pair) < c->settings->alpha;
}

const bsh_result *cli_find_result(const cli_comparison *c, const bsh_pair_summary *pair,
                                  const char *method, const char *estimate_name)
{
    for (size_t i = 0; i < c->n_results; ++i) {
        const bsh_result *const result = &c->results[i];
        if (result->measure == pair->measure && result->a == pair->a && result->b == pair->b &&
            strcmp(result->method, method) == 0 &&
            (estimate_name == NULL || strcmp(result->estimate_name, estimate_name) == 0)) {
            return result;
        }
    }
    return NULL;
}

/* ---- cells */

void cli_print_right(FILE *out, const char *text, unsigned width)
{
    unsigned const needed = bsh_text_width((bsh_string){text, strlen(text)});
    cli_print_blanks(out, needed < width ? width - needed : 0);
    (void) fputs(text, out);
}

void cli_print_left(FILE *out, const cli_style *style, const char *text, unsigned width)
{
    unsigned const printed =
        cli_print_visible(out, style, (bsh_string){text, strlen(text)}, width);
    cli_print_blanks(out, printed < width ? width - printed : 0);
}

static bsh_string name_of(const cli_comparison *c, size_t corpus)
{
    const char *const name = c->corpora[corpus].name;
    return (bsh_string){name, strlen(name)};
}

unsigned cli_name_width(const cli_comparison *c, size_t corpus)
{
    char         visible[256];
    size_t const n =
        bsh_text_visible(visible, sizeof visible, name_of(c, corpus), c->style->is_ascii);
    return n < sizeof visible ? bsh_text_width((bsh_string){visible, n}) : sizeof visible;
}

void cli_print_name(const cli_comparison *c, size_t corpus, unsigned width, bool is_right)
{
    unsigned const needed = cli_name_width(c, corpus);
    unsigned const n_blanks = needed < width ? width - needed : 0;
    cli_print_blanks(c->out, is_right ? n_blanks : 0);
    unsigned const printed =
        cli_print_visible(c->out, c->style, name_of(c, corpus), width) + n_blanks;
    /* a character of two columns may leave one free where the name was cut */
    cli_print_blanks(c->out,
                     (is_right ? 0 : n_blanks) + (printed < width ? width - printed : 0));
}
