#include "keyness_page.h"

#include "page.h"
#include "paragraph.h"

#include <math.h>
#include <string.h>

/* Columns of a list but its first, which takes what is left. */
enum {
    LEAST_TERM = 11,
    LEAST_TERM_BESIDE = 15, /* where the interval is shown */
    WIDTH_TIMES = 8,
    WIDTH_RATE = 9,
    WIDTH_DOCS = 7,
    WIDTH_INTERVAL = 14,
    WIDTH_P = 9,
    WIDTH_OTHERS = WIDTH_TIMES + 2 * WIDTH_RATE + 2 * WIDTH_DOCS + WIDTH_P
};

/* A list under way: the terms that mark one corpus of the pair. */
typedef struct list {
    FILE                   *page;
    const cli_style        *style;
    const cli_keyness_pair *pair;
    size_t                  most;
    unsigned                width_term;
    bool                    has_interval; /* a narrow terminal has no room for it */
    bool                    is_of_b;
} list;

static bsh_string text_of(const char *text)
{
    return (bsh_string){text, strlen(text)};
}

/* Text at the right end of a column, a name cut where it is longer. */
static void print_right(const list *l, const char *text, unsigned width)
{
    unsigned const n = bsh_text_width(text_of(text));
    cli_print_blanks(l->page, n < width ? width - n : 1);
    (void) cli_print_visible(l->page, l->style, text_of(text), width - 1);
}

/* 8.6, 120, 1,293: a decimal where it tells something. */
static void format_number(char out[32], double number)
{
    if (number < 99.95) {
        (void) snprintf(out, 32, "%.1f", number);
    } else {
        (void) cli_grouped(out, number < 1e15 ? (uint64_t) llround(number) : UINT64_MAX);
    }
}

static void print_number(const list *l, double number, unsigned width)
{
    char text[32];
    format_number(text, number);
    print_right(l, text, width);
}

/* ---- a term */

static void print_times(const list *l, const bsh_key_term *term)
{
    char number[32];
    char text[48];
    format_number(number, exp2(fabs(term->log_ratio)));
    (void) snprintf(text, sizeof text, "%s%s%s", number, l->style->is_ascii ? "x" : "×",
                    term->has_zero_count ? "*" : " ");
    print_right(l, text, WIDTH_TIMES);
}

static void print_interval(const list *l, const bsh_key_term *term)
{
    char         low[32];
    char         high[32];
    char         text[80];
    double const sign = l->is_of_b ? -1 : 1;
    format_number(low,
                  exp2(sign * (l->is_of_b ? term->log_ratio_ci_high : term->log_ratio_ci_low)));
    format_number(high,
                  exp2(sign * (l->is_of_b ? term->log_ratio_ci_low : term->log_ratio_ci_high)));
    (void) snprintf(text, sizeof text, "%s to %s", low, high);
    print_right(l, text, WIDTH_INTERVAL);
}

/* Without the 0 before the point, and never 0. */
static void print_p(const list *l, double p)
{
    char number[32];
    char text[40];
    (void) snprintf(number, sizeof number, "%.3f", p);
    (void) snprintf(text, sizeof text, "p = %s", number[0] == '0' ? number + 1 : number);
    print_right(l, p < .001 ? "p < .001" : text, WIDTH_P);
}

static void print_term(const list *l, const bsh_key_term *term)
{
    char           docs[32];
    unsigned const n = cli_print_visible(l->page, l->style, term->term, l->width_term - 1);
    cli_print_blanks(l->page, l->width_term - n);
    print_times(l, term);
    print_number(l, term->per_million_a, WIDTH_RATE);
    print_number(l, term->per_million_b, WIDTH_RATE);
    print_right(l, cli_grouped(docs, term->docs_a), WIDTH_DOCS);
    print_right(l, cli_grouped(docs, term->docs_b), WIDTH_DOCS);
    if (l->has_interval) {
        print_interval(l, term);
    }
    print_p(l, term->p_adj);
    (void) fputc('\n', l->page);
}

/* ---- a list */

static bool is_of_list(const list *l, const bsh_key_term *term)
{
    return term->is_key && (l->is_of_b ? term->log_ratio < 0 : term->log_ratio > 0);
}

static size_t count_terms(const list *l, bool *has_zero_count)
{
    size_t                    n = 0;
    size_t                    n_terms = 0;
    const bsh_key_term *const terms = bsh_keyness_terms(l->pair->keyness, &n);
    for (size_t i = 0; i < n && terms[i].is_key; ++i) {
        if (is_of_list(l, &terms[i])) {
            *has_zero_count |= n_terms < l->most && terms[i].has_zero_count;
            ++n_terms;
        }
    }
    return n_terms;
}

static void print_head(const list *l, size_t n_terms)
{
    char              all[32];
    char              few[32];
    const char *const name = l->is_of_b ? l->pair->b : l->pair->a;
    (void) fputs("\nMarks ", l->page);
    cli_ink_set(l->page, l->style, CLI_INK_BOLD);
    (void) cli_print_visible(l->page, l->style, text_of(name), l->style->width - 51);
    cli_ink_set(l->page, l->style, CLI_INK_PLAIN);
    (void) fprintf(l->page, ": %s term%s", n_terms == 0 ? "no" : cli_grouped(all, n_terms),
                   n_terms < 2 ? "" : "s");
    if (n_terms > l->most) {
        (void) fprintf(l->page, ", the first %s (--top N: more)", cli_grouped(few, l->most));
    }
    (void) fputc('\n', l->page);
}

static void print_columns(const list *l)
{
    cli_ink_set(l->page, l->style, CLI_INK_DIM);
    cli_print_blanks(l->page, l->width_term + WIDTH_TIMES);
    print_right(l, "per million", 2 * WIDTH_RATE);
    print_right(l, "articles", 2 * WIDTH_DOCS);
    (void) fputc('\n', l->page);
    cli_print_blanks(l->page, l->width_term);
    print_right(l, "times ", WIDTH_TIMES);
    print_right(l, l->pair->a, WIDTH_RATE);
    print_right(l, l->pair->b, WIDTH_RATE);
    print_right(l, l->pair->a, WIDTH_DOCS);
    print_right(l, l->pair->b, WIDTH_DOCS);
    if (l->has_interval) {
        print_right(l, "interval", WIDTH_INTERVAL);
    }
    print_right(l, "adjusted", WIDTH_P);
    cli_ink_set(l->page, l->style, CLI_INK_PLAIN);
    (void) fputc('\n', l->page);
}

/* Whether some count of the list was 0. */
static bool print_list(const list *l)
{
    bool                      has_zero_count = false;
    size_t                    n = 0;
    size_t const              n_terms = count_terms(l, &has_zero_count);
    const bsh_key_term *const terms = bsh_keyness_terms(l->pair->keyness, &n);
    size_t                    n_left = n_terms < l->most ? n_terms : l->most;
    print_head(l, n_terms);
    if (n_left > 0) {
        print_columns(l);
    }
    for (size_t i = 0; n_left > 0; ++i) {
        if (is_of_list(l, &terms[i])) {
            print_term(l, &terms[i]);
            --n_left;
        }
    }
    return has_zero_count;
}

/* ---- the page of a pair */

static void print_corpus(const list *l, const char *name, bool is_b)
{
    char              articles[32];
    char              words[32];
    uint64_t const    n = bsh_keyness_articles(l->pair->keyness, is_b);
    const char *const ends = n == 1 ? "" : "s";
    unsigned const    most = l->style->width - 39;
    unsigned const    printed = cli_print_visible(l->page, l->style, text_of(name), most);
    cli_print_blanks(l->page, printed < 20 ? 20 - printed : 1);
    (void) fprintf(l->page, "%s article%s  %s words\n", cli_grouped(articles, n), ends,
                   cli_grouped(words, bsh_keyness_tokens(l->pair->keyness, is_b)));
}

/* .05, .01: as p is written. */
static const char *format_alpha(char out[32], double alpha)
{
    (void) snprintf(out, 32, "%g", alpha);
    return out[0] == '0' && out[1] == '.' ? out + 1 : out;
}

static const char *name_of_adjustment(bsh_adjust adjust)
{
    static const char *const names[BSH_ADJUST_COUNT] = {
        [BSH_ADJUST_NONE] = "none",
        [BSH_ADJUST_BONFERRONI] = "Bonferroni",
        [BSH_ADJUST_HOLM] = "Holm",
        [BSH_ADJUST_HOCHBERG] = "Hochberg",
        [BSH_ADJUST_BH] = "Benjamini-Hochberg",
        [BSH_ADJUST_BY] = "Benjamini-Yekutieli",
    };
    return names[adjust] != NULL ? names[adjust] : "";
}

static void print_sentence(const list *l, const char *text)
{
    cli_paragraph line;
    cli_paragraph_begin(&line, l->style);
    cli_paragraph_add(&line, text);
    cli_paragraph_end(&line, l->page, 0);
}

static void print_method(const list *l, const cli_keyness_words *words)
{
    char              tested[32];
    char              docs[32];
    char              alpha[32];
    char              text[320];
    const char *const level = format_alpha(alpha, words->options->alpha);
    (void) fputc('\n', l->page);
    (void) snprintf(
        text, sizeof text,
        "Decided by Welch's t on the rates of articles, 0 in those without the term; "
        "p adjusted over the %s terms in %s articles or more (%s). Listed: "
        "p below" CLI_TIE "%s.",
        cli_grouped(tested, bsh_keyness_n_tested(l->pair->keyness)),
        cli_grouped(docs, words->options->min_docs), name_of_adjustment(words->options->adjust),
        level);
    print_sentence(l, text);
    (void) snprintf(text, sizeof text,
                    "The interval (%g" CLI_TIE
                    "%%) and the pooled tests (G2, chi-square, Fisher) "
                    "assume independent words, which words of one article are not.",
                    100 * words->options->conf_level);
    print_sentence(l, text);
}

static void print_why_none(const list *l, const cli_keyness_words *words)
{
    char docs[32];
    char text[160];
    if (bsh_keyness_articles(l->pair->keyness, false) < 2 ||
        bsh_keyness_articles(l->pair->keyness, true) < 2) {
        (void) fputc('\n', l->page);
        print_sentence(l, "No term can be tested: each corpus needs two articles or more.");
        return;
    }
    (void) snprintf(
        text, sizeof text,
        "No term can be tested: none is in %s articles or more with rates that vary.",
        cli_grouped(docs, words->options->min_docs));
    (void) fputc('\n', l->page);
    print_sentence(l, text);
}

void cli_keyness_page(FILE *page, const cli_style *style, const cli_keyness_pair *pair,
                      const cli_keyness_words *words)
{
    bool const has_interval = style->width >= LEAST_TERM_BESIDE + WIDTH_OTHERS + WIDTH_INTERVAL;
    unsigned const others = WIDTH_OTHERS + (has_interval ? WIDTH_INTERVAL : 0);
    list           l = {
                  .page = page,
                  .style = style,
                  .pair = pair,
                  .most = words->most,
                  .width_term = style->width > others + LEAST_TERM ? style->width - others : LEAST_TERM,
                  .has_interval = has_interval,
    };
    print_corpus(&l, pair->a, false);
    print_corpus(&l, pair->b, true);
    if (bsh_keyness_n_tested(pair->keyness) == 0) {
        print_why_none(&l, words);
        return;
    }
    print_method(&l, words);
    bool const has_zero_of_a = print_list(&l);
    l.is_of_b = true;
    bool const has_zero_of_b = print_list(&l);
    if (has_zero_of_a || has_zero_of_b) {
        (void) fputs("\n* does not occur in the other: .5 is taken for its count\n", page);
    }
}
