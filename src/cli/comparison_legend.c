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

static const char *adjust_words(const cli_style *style, bsh_adjust adjust)
{
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
    return style->is_ascii && plain[adjust] != NULL ? plain[adjust] : fine[adjust];
}

/* Each method that gave a p once, in the order of the rows. */
static bool add_methods(const cli_comparison *c, cli_paragraph *line)
{
    bool has_some = false;
    for (size_t i = 0; i < c->n_pairs; ++i) {
        const char *const method = c->pairs[i].shown_method;
        bool              is_new = isfinite(cli_shown_p(&c->pairs[i]));
        for (size_t k = 0; k < i && is_new; ++k) {
            is_new = !isfinite(cli_shown_p(&c->pairs[k])) ||
                     strcmp(c->pairs[k].shown_method, method) != 0;
        }
        if (is_new) {
            cli_paragraph_add(line, has_some ? " or " : "");
            cli_paragraph_add(line, method_words(c->style, method));
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
    cli_paragraph_add(line, adjust_words(c->style, c->settings->adjust));
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

static void add_estimates(const cli_comparison *c, cli_paragraph *line)
{
    char level[32];
    (void) bsh_number_format(level, 100.0 * c->settings->conf_level, 6);
    cli_paragraph_add(line, c->style->is_ascii ? "shift: Hodges-Lehmann; delta: Cliff's delta"
                                               : "shift: Hodges–Lehmann; δ: Cliff’s delta");
    cli_paragraph_add(line, " with its ");
    cli_paragraph_add(line, level);
    cli_paragraph_add(line, CLI_TIE "% interval.");
}

static void add_seed(const cli_comparison *c, cli_paragraph *line)
{
    char text[48];
    (void) snprintf(text, sizeof text, " Seed %llu.", (unsigned long long) c->settings->seed);
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
    add_seed(c, &line);
    (void) fputc('\n', c->out);
    cli_ink_set(c->out, c->style, CLI_INK_DIM);
    cli_paragraph_end(&line, c->out, 0);
    cli_ink_set(c->out, c->style, CLI_INK_PLAIN);
}
