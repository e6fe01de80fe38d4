#include "page.h"

#include <stdlib.h>
#include <string.h>

void cli_print_blanks(FILE *out, unsigned n)
{
    (void) fprintf(out, "%*s", (int) n, "");
}

/* Text made visible in memory of its own; NULL without memory. */
static char *visible_copy(const cli_style *style, bsh_string text, size_t *n)
{
    *n = bsh_text_visible(NULL, 0, text, style->is_ascii);
    char *const copy = malloc(*n + 1);
    if (copy != NULL) {
        (void) bsh_text_visible(copy, *n + 1, text, style->is_ascii);
    }
    return copy;
}

unsigned cli_print_visible(FILE *out, const cli_style *style, bsh_string text, unsigned width)
{
    size_t      n;
    char *const visible = visible_copy(style, text, &n);
    if (visible == NULL) {
        return 0;
    }
    bsh_string const whole = {visible, n};
    unsigned         printed = bsh_text_width(whole);
    if (width == 0 || printed <= width) {
        (void) fwrite(visible, 1, n, out);
    } else {
        size_t const fits = bsh_text_fit(whole, width - (style->is_ascii ? 3 : 1));
        (void) fwrite(visible, 1, fits, out);
        (void) fputs(style->is_ascii ? "..." : "…", out);
        printed = bsh_text_width((bsh_string){visible, fits}) + (style->is_ascii ? 3 : 1);
    }
    free(visible);
    return printed;
}

/* The shortest tail that fits into `width` columns, found from the end. */
static const char *tail_of(const char *text, size_t n, unsigned width)
{
    const char *tail = text + n;
    for (const char *at = tail; at > text;) {
        do {
            --at;
        } while (at > text && ((unsigned char) *at & 0xC0U) == 0x80U);
        if (bsh_text_width((bsh_string){at, (size_t) (text + n - at)}) > width) {
            break;
        }
        tail = at;
    }
    return tail;
}

unsigned cli_print_visible_middle(FILE *out, const cli_style *style, bsh_string text,
                                  unsigned width)
{
    size_t      n;
    char *const visible = visible_copy(style, text, &n);
    if (visible == NULL) {
        return 0;
    }
    unsigned printed = bsh_text_width((bsh_string){visible, n});
    if (printed <= width) {
        (void) fwrite(visible, 1, n, out);
    } else {
        unsigned const    n_dots = style->is_ascii ? 3 : 1;
        unsigned const    n_head = (width - n_dots) / 3;
        size_t const      head = bsh_text_fit((bsh_string){visible, n}, n_head);
        const char *const tail = tail_of(visible, n, width - n_dots - n_head);
        size_t const      n_tail = (size_t) (visible + n - tail);
        (void) fwrite(visible, 1, head, out);
        (void) fputs(style->is_ascii ? "..." : "…", out);
        (void) fwrite(tail, 1, n_tail, out);
        printed = bsh_text_width((bsh_string){visible, head}) + n_dots +
                  bsh_text_width((bsh_string){tail, n_tail});
    }
    free(visible);
    return printed;
}

const char *cli_grouped(char out[32], uint64_t number)
{
    char         digits[24];
    size_t const n =
        (size_t) snprintf(digits, sizeof digits, "%llu", (unsigned long long) number);
    size_t at = 0;
    for (size_t i = 0; i < n; ++i) {
        if (i > 0 && (n - i) % 3 == 0) {
            out[at++] = ',';
        }
        out[at++] = digits[i];
    }
    out[at] = '\0';
    return out;
}

/* "█████▎": whole columns, then what is left in eighths; anything over nothing is seen. */
static unsigned print_plain_bar(FILE *out, const cli_style *style, double share, unsigned width)
{
    static const char *const eighths[] = {"", "▏", "▎", "▍", "▌", "▋", "▊", "▉"};
    unsigned const           rounded = (unsigned) (share * width * 8.0 + 0.5);
    unsigned const           units = rounded == 0 && share > 0.0 ? 1 : rounded;
    unsigned const           n_full = style->is_ascii ? (units + 7) / 8 : units / 8;
    for (unsigned i = 0; i < n_full; ++i) {
        (void) fputs(style->is_ascii ? "#" : "█", out);
    }
    if (style->is_ascii || units % 8 == 0) {
        return n_full;
    }
    (void) fputs(eighths[units % 8], out);
    return n_full + 1;
}

/* "████░░░░": whole columns on a track. */
static void print_track_bar(FILE *out, const cli_style *style, double share, unsigned width)
{
    unsigned const rounded = (unsigned) (share * width + 0.5);
    unsigned const n_full = rounded == 0 && share > 0.0 ? 1 : rounded;
    for (unsigned i = 0; i < width; ++i) {
        if (i == n_full) {
            cli_ink_set(out, style, CLI_INK_DIM);
        }
        (void) fputs(i < n_full ? (style->is_ascii ? "#" : "█") : (style->is_ascii ? "." : "░"),
                     out);
    }
}

unsigned cli_print_bar(FILE *out, const cli_style *style, double share, unsigned width,
                       bool has_track)
{
    double const clamped = share < 0.0 ? 0.0 : share > 1.0 ? 1.0 : share;
    unsigned     printed = width;
    cli_ink_set(out, style, CLI_INK_HUE);
    if (has_track) {
        print_track_bar(out, style, clamped, width);
    } else {
        printed = print_plain_bar(out, style, clamped, width);
    }
    cli_ink_set(out, style, CLI_INK_PLAIN);
    return printed;
}

void cli_ink_set(FILE *out, const cli_style *style, cli_ink ink)
{
    static const char *const codes[] = {"\x1b[0m", "\x1b[2m", "\x1b[1m", "\x1b[36m"};
    if (style->has_color) {
        (void) fputs(codes[ink], out);
    }
}
