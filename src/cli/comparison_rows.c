/* Rows of a pair of corpora, and what has to be said of single rows below them. */
#include "page_of_pairs.h"

#include "page.h"

#include <math.h>
#include <string.h>

static bool is_of(const bsh_pair_summary *pair, size_t a, size_t b)
{
    return pair->a == a && pair->b == b;
}

static void print_value(const cli_comparison *c, const bsh_pair_summary *pair, double value,
                        unsigned width)
{
    const bsh_measure *const measure = c->selection->measures[pair->measure];
    char                     text[72];
    cli_print_right(c->out,
                    cli_value_text(c->style, value * cli_measure_scale(measure),
                                   cli_measure_decimals(c, pair->measure), text),
                    width);
}

static void print_row(const cli_comparison *c, const cli_columns *columns,
                      const bsh_pair_summary *pair)
{
    const bsh_measure *const measure = c->selection->measures[pair->measure];
    char                     label[64], shift[72], delta[72];
    cli_print_left(c->out, c->style, cli_measure_label(c, pair->measure, label),
                   columns->label);
    print_value(c, pair, pair->median_a, columns->value_a);
    print_value(c, pair, pair->median_b, columns->value_b);
    cli_print_right(c->out,
                    cli_signed_text(c->style, pair->shift * cli_measure_scale(measure),
                                    cli_measure_decimals(c, pair->measure), shift),
                    columns->shift);
    cli_print_right(c->out, cli_delta_text(c->style, 2.0 * pair->p_superior - 1.0, delta),
                    columns->delta);
    cli_axis_row(c, columns, pair);
}

void cli_comparison_rows(const cli_comparison *c, size_t a, size_t b)
{
    cli_columns const columns = cli_comparison_columns(c, a, b);
    cli_axis_heading(c, &columns, a, b);
    for (size_t i = 0; i < c->n_pairs; ++i) {
        if (is_of(&c->pairs[i], a, b)) {
            print_row(c, &columns, &c->pairs[i]);
        }
    }
}

/* ---- below the rows */

static const char *status_words(const cli_comparison *c, bsh_test_status status)
{
    static const char *const words[BSH_TEST_STATUS_COUNT] = {
        [BSH_TEST_OK] = "not tested",
        [BSH_TEST_TOO_FEW] = "too few articles have a value, so there is no test",
        [BSH_TEST_NO_VARIANCE] = "all values are equal, so no test is possible",
        [BSH_TEST_DEGENERATE] =
            "the corpora lie completely apart, so the ranks have no variance",
        [BSH_TEST_ABSENT] = "occurs nowhere",
        [BSH_TEST_DF_BELOW_2] = "under 2 degrees of freedom",
    };
    if (status == BSH_TEST_TOO_FEW && c->settings->has_blocks) {
        return "too few blocks have articles of both with a value, so there is no test";
    }
    if (status == BSH_TEST_TOO_FEW && c->settings->has_clusters) {
        return "too few clusters have articles with a value, so there is no test";
    }
    return words[status];
}

static bool has_gap(const bsh_pair_summary *pair, bsh_test_status status)
{
    return pair->status == status && !isfinite(cli_shown_p(pair));
}

/* "MTLD; LIX"; "all measures". */
static void add_gap_names(const cli_comparison *c, cli_paragraph *line, size_t a, size_t b,
                          bsh_test_status status)
{
    char   name[64];
    size_t n = 0;
    for (size_t i = 0; i < c->n_pairs; ++i) {
        n += is_of(&c->pairs[i], a, b) && has_gap(&c->pairs[i], status);
    }
    if (n == c->selection->n_measures && n > 1) {
        cli_paragraph_add(line, "all measures");
        return;
    }
    bool has_some = false;
    for (size_t i = 0; i < c->n_pairs; ++i) {
        if (is_of(&c->pairs[i], a, b) && has_gap(&c->pairs[i], status)) {
            cli_paragraph_add(line, has_some ? "; " : "");
            cli_paragraph_add(line, cli_measure_name(c, c->pairs[i].measure, name));
            has_some = true;
        }
    }
}

/* "· MTLD; LIX: all values are equal, so no test is possible" */
static void print_gap(const cli_comparison *c, size_t a, size_t b, bsh_test_status status)
{
    cli_paragraph line;
    bool          has_some = false;
    for (size_t i = 0; i < c->n_pairs; ++i) {
        has_some = has_some || (is_of(&c->pairs[i], a, b) && has_gap(&c->pairs[i], status));
    }
    if (!has_some) {
        return;
    }
    cli_paragraph_begin(&line, c->style);
    cli_paragraph_add(&line, c->style->is_ascii ? ". " : "· ");
    add_gap_names(c, &line, a, b, status);
    cli_paragraph_add(&line, ": ");
    cli_paragraph_add(&line, status_words(c, status));
    cli_paragraph_end(&line, c->out, 2);
}

static void add_of(cli_paragraph *line, uint64_t n, uint64_t all)
{
    char number[32];
    cli_paragraph_add(line, cli_grouped(number, n));
    cli_paragraph_add(line, CLI_TIE "of" CLI_TIE);
    cli_paragraph_add(line, cli_grouped(number, all));
}

/* "Articles with a value: Words per direct quote 150 of 208 and 140 of 187" */
static void print_missing(const cli_comparison *c, size_t a, size_t b)
{
    cli_paragraph line;
    char          label[64];
    bool          has_some = false;
    cli_paragraph_begin(&line, c->style);
    cli_paragraph_add(&line, "Articles with a value: ");
    for (size_t i = 0; i < c->n_pairs; ++i) {
        const bsh_pair_summary *const pair = &c->pairs[i];
        if (is_of(pair, a, b) &&
            (pair->n_a < c->corpora[a].n_tested || pair->n_b < c->corpora[b].n_tested)) {
            cli_paragraph_add(&line, has_some ? "; " : "");
            cli_paragraph_add(&line, cli_measure_name(c, pair->measure, label));
            cli_paragraph_add(&line, " ");
            add_of(&line, pair->n_a, c->corpora[a].n_tested);
            cli_paragraph_add(&line, " and ");
            add_of(&line, pair->n_b, c->corpora[b].n_tested);
            has_some = true;
        }
    }
    cli_paragraph_add(&line, ".");
    cli_paragraph_end(&line, has_some ? c->out : NULL, 2);
}

/* "17.3 and 29.8" */
static void add_both(const cli_comparison *c, cli_paragraph *line, const bsh_pair_summary *pair,
                     double a, double b)
{
    double const scale = cli_measure_scale(c->selection->measures[pair->measure]);
    int const    decimals = cli_measure_decimals(c, pair->measure);
    char         text[72];
    cli_paragraph_add(line, cli_value_text(c->style, a * scale, decimals, text));
    cli_paragraph_add(line, CLI_TIE "and" CLI_TIE);
    cli_paragraph_add(line, cli_value_text(c->style, b * scale, decimals, text));
}

/* Whether two values are printed alike. */
static bool is_alike(const cli_comparison *c, const bsh_pair_summary *pair, double x, double y)
{
    double const scale = cli_measure_scale(c->selection->measures[pair->measure]);
    int const    decimals = cli_measure_decimals(c, pair->measure);
    char         of_x[72], of_y[72];
    return strcmp(cli_value_text(c->style, x * scale, decimals, of_x),
                  cli_value_text(c->style, y * scale, decimals, of_y)) == 0;
}

/* A density counts each article the same, or each word: both, where they are not alike. */
static void print_ratios(const cli_comparison *c, const bsh_pair_summary *pair)
{
    char          label[64];
    cli_paragraph line;
    bool const    has_both = isfinite(pair->ratio_a) && isfinite(pair->ratio_b) &&
                          isfinite(pair->mean_a) && isfinite(pair->mean_b);
    if (!has_both || !cli_measure_is_percent(c->selection->measures[pair->measure]) ||
        (is_alike(c, pair, pair->mean_a, pair->ratio_a) &&
         is_alike(c, pair, pair->mean_b, pair->ratio_b))) {
        return;
    }
    cli_paragraph_begin(&line, c->style);
    cli_paragraph_add(&line, cli_measure_name(c, pair->measure, label));
    cli_paragraph_add(&line, ", %: mean of ratios ");
    add_both(c, &line, pair, pair->mean_a, pair->mean_b);
    cli_paragraph_add(&line, " (each article counts the same), ratio of totals ");
    add_both(c, &line, pair, pair->ratio_a, pair->ratio_b);
    cli_paragraph_add(&line, " (each word does).");
    cli_paragraph_end(&line, c->out, 2);
}

void cli_comparison_gaps(const cli_comparison *c, size_t a, size_t b)
{
    for (unsigned status = 0; status < BSH_TEST_STATUS_COUNT; ++status) {
        print_gap(c, a, b, (bsh_test_status) status);
    }
    print_missing(c, a, b);
    for (size_t i = 0; i < c->n_pairs; ++i) {
        if (is_of(&c->pairs[i], a, b)) {
            print_ratios(c, &c->pairs[i]);
        }
    }
}
