/* What stars, shift and delta mean, and what made the p that is shown. */
#include "page_of_pairs.h"

#include "page.h"

#include <math.h>
#include <string.h>

static const char *method_words(const cli_style *style, const char *method)
{
    static const struct {
        const char *id, *fine, *plain;
    } rows[] = {
        {"brunner_munzel", "Brunner–Munzel", "Brunner-Munzel"},
        {"brunner_munzel_permutation", "Brunner–Munzel by permutation",
         "Brunner-Munzel by permutation"},
        {"mann_whitney_exact", "Mann–Whitney (exact)", "Mann-Whitney (exact)"},
        {"mann_whitney_normal", "Mann–Whitney", "Mann-Whitney"},
        {"welch_t", "Welch’s t", "Welch's t"},
        {"paired_t", "paired t over blocks", "paired t over blocks"},
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; ++i) {
        if (strcmp(rows[i].id, method) == 0) {
            return style->is_ascii ? rows[i].plain : rows[i].fine;
        }
    }
    return strstr(method, "cluster") != NULL ? "t with cluster-robust errors (CR1)" : method;
}

/* max-T adjusts Welch's t; the other methods are adjusted by Holm's beside it. */
static bsh_adjust adjust_of(const cli_comparison *c, const char *method)
{
    bool const is_max_t = c->settings->adjust == BSH_ADJUST_MAXT;
    return is_max_t && strcmp(method, "welch_t") != 0 ? BSH_ADJUST_HOLM : c->settings->adjust;
}

const char *cli_adjust_words(const cli_comparison *c, const char *method)
{
    bsh_adjust const         adjust = adjust_of(c, method);
    static const char *const fine[BSH_ADJUST_COUNT] = {
        [BSH_ADJUST_NONE] = "not adjusted",
        [BSH_ADJUST_BONFERRONI] = "Bonferroni",
        [BSH_ADJUST_HOLM] = "Holm",
        [BSH_ADJUST_HOCHBERG] = "Hochberg",
        [BSH_ADJUST_BH] = "Benjamini–Hochberg",
        [BSH_ADJUST_BY] = "Benjamini–Yekutieli",
        [BSH_ADJUST_MAXT] = "Westfall–Young",
    };
    static const char *const plain[BSH_ADJUST_COUNT] = {
        [BSH_ADJUST_BH] = "Benjamini-Hochberg",
        [BSH_ADJUST_BY] = "Benjamini-Yekutieli",
        [BSH_ADJUST_MAXT] = "Westfall-Young",
    };
    return c->style->is_ascii && plain[adjust] != NULL ? plain[adjust] : fine[adjust];
}

static bool is_shown(const cli_comparison *c, const char *method)
{
    bool found = false;
    for (size_t i = 0; i < c->n_pairs; ++i) {
        found = found || (isfinite(cli_shown_p(&c->pairs[i])) &&
                          strcmp(c->pairs[i].shown_method, method) == 0);
    }
    return found;
}

/* Whether no pair before this one was tested by its method. */
static bool is_first_of_method(const cli_comparison *c, size_t pair)
{
    bool is_first = isfinite(cli_shown_p(&c->pairs[pair]));
    for (size_t i = 0; i < pair && is_first; ++i) {
        is_first = !isfinite(cli_shown_p(&c->pairs[i])) ||
                   strcmp(c->pairs[i].shown_method, c->pairs[pair].shown_method) != 0;
    }
    return is_first;
}

/* Each method that gave a p once, in the order of the rows. */
static bool add_methods(const cli_comparison *c, cli_paragraph *line)
{
    bool       has_some = false;
    bool const is_mixed =
        is_shown(c, "brunner_munzel") && is_shown(c, "brunner_munzel_permutation");
    if (is_mixed) {
        cli_paragraph_add(line, method_words(c->style, "brunner_munzel"));
        cli_paragraph_add(line, ", in part by permutation");
        return true;
    }
    for (size_t i = 0; i < c->n_pairs; ++i) {
        if (is_first_of_method(c, i)) {
            cli_paragraph_add(line, has_some ? " or " : "");
            cli_paragraph_add(line, method_words(c->style, c->pairs[i].shown_method));
            has_some = true;
        }
    }
    return has_some;
}

/* "Holm over 12 tests (measures × pairs)" */
static void add_family(const cli_comparison *c, cli_paragraph *line)
{
    char           number[32];
    uint64_t const n = bsh_comparison_n_adjusted(c->comparison);
    bool const     is_none = c->settings->adjust == BSH_ADJUST_NONE;
    cli_paragraph_add(line, cli_adjust_words(c, c->pairs[0].shown_method));
    cli_paragraph_add(line, is_none ? " for " : " over ");
    cli_paragraph_add(line, cli_grouped(number, n));
    cli_paragraph_add(line, n == 1 ? " test" : " tests");
    cli_paragraph_add(line, c->style->is_ascii ? " (measures x pairs)" : " (measures × pairs)");
}

static const char *unit_of_sampling(const cli_comparison *c)
{
    return c->settings->has_blocks && c->settings->has_clusters ? "blocks and clusters as given"
           : c->settings->has_blocks                            ? "blocks as units"
           : c->settings->has_clusters                          ? "articles in clusters"
                                       : "articles taken as independent units";
}

static void add_differences(const cli_comparison *c, cli_paragraph *line)
{
    if (c->n_corpora == 2) {
        cli_paragraph_add(line, "Differences are ");
        cli_paragraph_name(line, c->corpora[c->pairs[0].a].name);
        cli_paragraph_add(line, " minus ");
        cli_paragraph_name(line, c->corpora[c->pairs[0].b].name);
        cli_paragraph_add(line, ". ");
    } else {
        cli_paragraph_add(line, "Differences are the first-named minus the second. ");
    }
}

static bool is_any_by_newcombe(const cli_comparison *c)
{
    bool found = false;
    for (size_t i = 0; i < c->n_results; ++i) {
        found = found || (c->results[i].notes >> BSH_NOTE_NEWCOMBE_CI & 1U) != 0;
    }
    return found;
}

static void add_estimates(const cli_comparison *c, cli_paragraph *line)
{
    char level[32];
    (void) bsh_number_format(level, 100.0 * c->settings->conf_level, 6);
    cli_paragraph_add(line, c->style->is_ascii ? "shift: Hodges-Lehmann; delta: Cliff's delta"
                                               : "shift: Hodges–Lehmann; δ: Cliff’s delta");
    cli_paragraph_add(line, " with its ");
    cli_paragraph_add(line, level);
    cli_paragraph_add(line, CLI_TIE "% interval");
    if (is_any_by_newcombe(c)) {
        cli_paragraph_add(line, c->style->is_ascii
                                    ? " (Newcombe's where the ranks have no variance)"
                                    : " (Newcombe’s where the ranks have no variance)");
    }
    cli_paragraph_add(line, c->settings->has_blocks || c->settings->has_clusters
                                ? "; these take each article alone."
                                : ".");
}

/* Sentences call clear what is below alpha; stars have their own levels. */
static void add_alpha(const cli_comparison *c, cli_paragraph *line)
{
    char text[32];
    if (c->settings->alpha < 0.05 || c->settings->alpha > 0.05) {
        (void) bsh_number_format(text, c->settings->alpha, 6);
        cli_paragraph_add(line, " Clear: p" CLI_TIE "<" CLI_TIE);
        cli_paragraph_add(line, text);
        cli_paragraph_add(line, ".");
    }
}

static void add_seed(const cli_comparison *c, cli_paragraph *line)
{
    char text[48];
    (void) snprintf(text, sizeof text, " Seed" CLI_TIE "%llu.",
                    (unsigned long long) c->settings->seed);
    cli_paragraph_add(line, text);
}

void cli_comparison_legend(const cli_comparison *c)
{
    cli_paragraph line;
    bool          is_single = true;
    for (size_t i = 0; i < c->n_pairs; ++i) {
        is_single = is_single && cli_comparison_is_single(c, c->pairs[i].a, c->pairs[i].b);
    }
    if (is_single) {
        return;
    }
    cli_paragraph_begin(&line, c->style);
    cli_paragraph_add(&line, c->style->is_ascii
                                 ? "*** p<.001 ** p<.01 * p<.05 . not significant; "
                                 : "*** p<.001 ** p<.01 * p<.05 · not significant; ");
    if (add_methods(c, &line)) {
        cli_paragraph_add(&line, ", ");
        add_family(c, &line);
        cli_paragraph_add(&line, ", ");
    }
    cli_paragraph_add(&line, unit_of_sampling(c));
    cli_paragraph_add(&line, ". ");
    add_differences(c, &line);
    add_estimates(c, &line);
    add_alpha(c, &line);
    add_seed(c, &line);
    (void) fputc('\n', c->out);
    cli_ink_set(c->out, c->style, CLI_INK_DIM);
    cli_paragraph_end(&line, c->out, 0);
    cli_ink_set(c->out, c->style, CLI_INK_PLAIN);
}
