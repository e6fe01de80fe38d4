/* The line from -1 to +1 on which a page shows each delta with its interval. */
#include "page_of_pairs.h"

#include "page.h"

#include <math.h>

enum {
    SHIFT_WIDTH = 8,
    DELTA_WIDTH = 6,
    AXIS_GAP = 1,
    STARS_WIDTH = 5, /* with the gap before them */
    LEAST_AXIS = 9,
    GOOD_AXIS = 17,
    LEAST_NAME = 7,
    MOST_NAME = 12,
    MOST_AXIS = 31
};

static unsigned within(unsigned least, unsigned number, unsigned most)
{
    return number < least ? least : number > most ? most : number;
}

static cli_columns columns_for(const cli_comparison *c, size_t a, size_t b, unsigned most_name)
{
    unsigned const width = c->style->width;
    cli_columns    columns = {
           .label = within(14, width - 59, 24),
           .value_a = 1 + within(6, cli_name_width(c, a), most_name),
           .value_b = 1 + within(6, cli_name_width(c, b), most_name),
           .shift = SHIFT_WIDTH,
           .delta = DELTA_WIDTH,
    };
    unsigned const taken = columns.label + columns.value_a + columns.value_b + SHIFT_WIDTH +
                           DELTA_WIDTH + AXIS_GAP + STARS_WIDTH;
    unsigned const axis = within(LEAST_AXIS, taken < width ? width - taken : 0, MOST_AXIS);
    columns.axis = axis - (axis + 1) % 2; /* odd: 0 is in the middle */
    return columns;
}

/* Names are cut as little as leaves a line on which an interval can be seen. */
cli_columns cli_comparison_columns(const cli_comparison *c, size_t a, size_t b)
{
    unsigned    most_name = MOST_NAME;
    cli_columns columns = columns_for(c, a, b, most_name);
    while (columns.axis < GOOD_AXIS && most_name > LEAST_NAME) {
        columns = columns_for(c, a, b, --most_name);
    }
    return columns;
}

/* ---- heading */

static unsigned before_axis(const cli_columns *columns)
{
    return columns->label + columns->value_a + columns->value_b + columns->shift +
           columns->delta + AXIS_GAP;
}

static const char *middle(const cli_comparison *c)
{
    return c->style->is_ascii ? "|" : "│";
}

static void print_direction(const cli_comparison *c, const cli_columns *columns)
{
    cli_print_right(c->out, "higher in", before_axis(columns) + columns->axis / 2);
    (void) fprintf(c->out, "%shigher in\n", middle(c));
}

static void print_names(const cli_comparison *c, const cli_columns *columns, size_t a, size_t b)
{
    unsigned const half = columns->axis / 2;
    unsigned const room = half + STARS_WIDTH; /* nothing stands behind the second name */
    cli_print_blanks(c->out, columns->label + 1);
    cli_print_name(c, a, columns->value_a - 1, true);
    (void) fputc(' ', c->out);
    cli_print_name(c, b, columns->value_b - 1, true);
    cli_print_right(c->out, "shift", columns->shift);
    cli_print_right(c->out, c->style->is_ascii ? "delta" : "δ", columns->delta);
    cli_print_blanks(c->out, AXIS_GAP);
    cli_print_name(c, b, half, true);
    (void) fputs(middle(c), c->out);
    cli_print_name(c, a, room < cli_name_width(c, a) ? room : cli_name_width(c, a), false);
    (void) fputc('\n', c->out);
}

static void print_scale(const cli_comparison *c, const cli_columns *columns)
{
    bool const     is_ascii = c->style->is_ascii;
    unsigned const n_values = columns->value_a + columns->value_b;
    cli_print_blanks(c->out, columns->label);
    cli_print_right(c->out, "(median)", n_values - (n_values - 8) / 2);
    cli_print_blanks(c->out,
                     before_axis(columns) - columns->label - n_values + (n_values - 8) / 2);
    (void) fputs(is_ascii ? "-1" : "−1", c->out);
    for (unsigned i = 2; i + 2 < columns->axis; ++i) {
        bool const is_middle = i == columns->axis / 2;
        (void) fputs(is_middle ? (is_ascii ? "|" : "┼") : (is_ascii ? "." : "·"), c->out);
    }
    (void) fputs("+1\n", c->out);
}

void cli_axis_heading(const cli_comparison *c, const cli_columns *columns, size_t a, size_t b)
{
    cli_ink_set(c->out, c->style, CLI_INK_DIM);
    print_direction(c, columns);
    print_names(c, columns, a, b);
    print_scale(c, columns);
    cli_ink_set(c->out, c->style, CLI_INK_PLAIN);
}

/* ---- a row */

typedef enum mark { BLANK, MIDDLE, LINE, LOW_END, HIGH_END, DOT, MARK_COUNT } mark;

static unsigned place(double delta, unsigned axis)
{
    double const clamped = delta < -1.0 ? -1.0 : delta > 1.0 ? 1.0 : delta;
    return (unsigned) ((clamped + 1.0) / 2.0 * (axis - 1) + 0.5);
}

static void draw(mark *marks, unsigned axis, const bsh_pair_summary *pair)
{
    bool const has_interval = isfinite(pair->ps_ci_low) && isfinite(pair->ps_ci_high);
    for (unsigned i = 0; i < axis; ++i) {
        marks[i] = i == axis / 2 ? MIDDLE : BLANK;
    }
    if (has_interval) {
        unsigned const low = place(2.0 * pair->ps_ci_low - 1.0, axis);
        unsigned const high = place(2.0 * pair->ps_ci_high - 1.0, axis);
        for (unsigned i = low; i <= high; ++i) {
            marks[i] = LINE;
        }
        marks[low] = LOW_END;
        marks[high] = HIGH_END;
    }
    if (isfinite(pair->p_superior)) {
        marks[place(2.0 * pair->p_superior - 1.0, axis)] = DOT;
    }
}

void cli_axis_row(const cli_comparison *c, const cli_columns *columns,
                  const bsh_pair_summary *pair)
{
    static const char *const fine[MARK_COUNT] = {" ", "│", "─", "├", "┤", "●"};
    static const char *const plain[MARK_COUNT] = {" ", "|", "-", "[", "]", "o"};
    mark                     marks[MOST_AXIS];
    const char *const *const shapes = c->style->is_ascii ? plain : fine;
    const char *const        stars = cli_stars(c->style, cli_shown_p(pair));
    unsigned                 n = columns->axis;
    draw(marks, columns->axis, pair);
    cli_print_blanks(c->out, AXIS_GAP);
    while (*stars == '\0' && marks[n - 1] == BLANK) {
        --n; /* no blanks at the end of a line */
    }
    for (unsigned i = 0; i < n; ++i) {
        bool const is_hue = marks[i] > MIDDLE;
        if (i == 0 || is_hue != (marks[i - 1] > MIDDLE)) {
            cli_ink_set(c->out, c->style, CLI_INK_PLAIN);
            cli_ink_set(c->out, c->style, is_hue ? CLI_INK_HUE : CLI_INK_DIM);
        }
        (void) fputs(shapes[marks[i]], c->out);
    }
    cli_ink_set(c->out, c->style, CLI_INK_PLAIN);
    (void) fprintf(c->out, "%s%s\n", *stars != '\0' ? "  " : "", stars);
}
