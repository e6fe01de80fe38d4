/* Terms that set two corpora apart, a line each. */
#include "comparison_page.h"

#include "page.h"
#include "paragraph.h"

#include <math.h>
#include <string.h>

enum { MOST_TERMS = 8, MOST_TERM_WIDTH = 20, MOST_NAME_WIDTH = 16 };

/* "8.6×": how many times as frequent as in the other corpus. */
static void times_text(const cli_style *style, const bsh_key_term *term, char text[72])
{
    char         digits[64];
    double const times = exp2(fabs(term->log_ratio));
    if (times < 99.95) {
        (void) bsh_number_fixed(digits, times, 1);
    } else {
        (void) cli_grouped(digits, times < 1e15 ? (uint64_t) llround(times) : UINT64_MAX);
    }
    (void) snprintf(text, 72, "%s%s%s", digits, style->is_ascii ? "x" : "×",
                    term->has_zero_count ? "*" : "");
}

/* A term and its ratio, if they fit behind what the line has already. */
static bool print_term(FILE *out, const cli_style *style, const bsh_key_term *term,
                       unsigned *column)
{
    char         visible[256];
    char         times[72];
    size_t const n = bsh_text_visible(visible, sizeof visible, term->term, style->is_ascii);
    times_text(style, term, times);
    unsigned const width =
        n < sizeof visible ? bsh_text_width((bsh_string){visible, n}) : MOST_TERM_WIDTH + 1;
    unsigned const needed = (width < MOST_TERM_WIDTH ? width : MOST_TERM_WIDTH) + 1 +
                            bsh_text_width((bsh_string){times, strlen(times)});
    if (*column + 2 + needed > style->width) {
        return false;
    }
    (void) fputs("  ", out);
    (void) cli_print_visible(out, style, term->term, MOST_TERM_WIDTH);
    (void) fprintf(out, " %s", times);
    *column += 2 + needed;
    return true;
}

static unsigned name_width(const cli_style *style, const char *name)
{
    char         visible[256];
    size_t const n = bsh_text_visible(visible, sizeof visible, (bsh_string){name, strlen(name)},
                                      style->is_ascii);
    unsigned const width =
        n < sizeof visible ? bsh_text_width((bsh_string){visible, n}) : MOST_NAME_WIDTH;
    return width < MOST_NAME_WIDTH ? width : MOST_NAME_WIDTH;
}

/* "Marks ledger     council 8.6×  tender 7.5×": terms of A have a log ratio above 0. */
static void print_line(FILE *out, const cli_style *style, const bsh_keyness *keyness,
                       const char *const names[2], bool is_b)
{
    size_t                    n = 0;
    unsigned                  n_printed = 0;
    const bsh_key_term *const terms = bsh_keyness_terms(keyness, &n);
    unsigned                  column = (unsigned) strlen("Marks ");
    const char *const         name = names[is_b];
    unsigned const            other = name_width(style, names[!is_b]);
    (void) fputs("Marks ", out);
    column += cli_print_visible(out, style, (bsh_string){name, strlen(name)}, MOST_NAME_WIDTH);
    unsigned const n_blanks = column - 6 < other ? other + 6 - column : 0;
    cli_print_blanks(out, n_blanks);
    column += n_blanks;
    for (size_t i = 0; i < n && terms[i].is_key && n_printed < MOST_TERMS; ++i) {
        if ((terms[i].log_ratio < 0.0) == is_b && !print_term(out, style, &terms[i], &column)) {
            break;
        }
        n_printed += (terms[i].log_ratio < 0.0) == is_b;
    }
    (void) fputs(n_printed == 0 ? "  no term\n" : "\n", out);
}

bool cli_marks_exist(const bsh_keyness *keyness)
{
    size_t                    n = 0;
    const bsh_key_term *const terms = bsh_keyness_terms(keyness, &n);
    return n > 0 && terms[0].is_key;
}

void cli_marks_lines(FILE *out, const cli_style *style, const bsh_keyness *keyness,
                     const char *name_a, const char *name_b)
{
    const char *const names[2] = {name_a, name_b};
    if (!cli_marks_exist(keyness)) {
        return;
    }
    (void) fputc('\n', out);
    print_line(out, style, keyness, names, false);
    print_line(out, style, keyness, names, true);
}

/* The star of a term is another than those of p. */
void cli_marks_legend(FILE *out, const cli_style *style, double alpha)
{
    char          level[32];
    cli_paragraph line;
    (void) bsh_number_format(level, alpha, 6);
    cli_paragraph_begin(&line, style);
    cli_paragraph_add(&line, style->is_ascii ? "x" : "×");
    cli_paragraph_add(&line, ": times as frequent as in the other, by p" CLI_TIE "<" CLI_TIE);
    cli_paragraph_add(&line, level[0] == '0' ? level + 1 : level);
    cli_paragraph_add(&line, " of Welch's t on rates of articles (Benjamini-Hochberg); *: not "
                             "in the other at all, .5 is taken for its count. All of them: "
                             "broadsheet keyness.");
    (void) fputc('\n', out);
    cli_ink_set(out, style, CLI_INK_DIM);
    cli_paragraph_end(&line, out, 0);
    cli_ink_set(out, style, CLI_INK_PLAIN);
}
