/* broadsheet compare: outlets against each other, the article as the unit. */
#include "articles.h"
#include "commands.h"
#include "comparison_page.h"
#include "corpus_rows.h"
#include "page.h"

#include <stdlib.h>
#include <string.h>

typedef struct state {
    bsh_compare_options options;
    cli_corpus_rows     articles;
    bsh_comparison     *comparison;
    cli_collected       terms;
    bsh_keyness       **keynesses; /* one a pair; NULL: terms are not known */
    size_t              n_keynesses;
} state;

/* ---- options */

static bsh_status read_seed(const char *text, uint64_t *seed, bsh_error *err)
{
    size_t const n_digits = strspn(text, "0123456789");
    if (n_digits == 0 || n_digits > 18 || text[n_digits] != '\0') {
        return cli_usage(err, "--seed \"%.60s\" is not a whole number of up to 18 digits",
                         text);
    }
    *seed = strtoull(text, NULL, 10);
    return BSH_OK;
}

static bsh_status read_bounds(const char *text, bsh_compare_options *options, bsh_error *err)
{
    char *end = NULL;
    options->equivalence_low = strtod(text, &end);
    bool const        has_low = end != text && *end == ',';
    const char *const high = has_low ? end + 1 : text;
    options->equivalence_high = strtod(high, &end);
    options->has_equivalence = true;
    bool const are_numbers = has_low && end != high && *end == '\0';
    return are_numbers && options->equivalence_low < options->equivalence_high
               ? BSH_OK
               : cli_usage(err, "--equivalence \"%.60s\" is not LOW,HIGH such as -2,2", text);
}

static bsh_status read_options(const cli_arguments *arguments, bsh_compare_options *options,
                               bsh_error *err)
{
    bool const is_against_all =
        arguments->pairs != NULL && strcmp(arguments->pairs, "all") == 0;
    bsh_compare_options_init(options);
    options->alpha = arguments->alpha;
    options->conf_level = arguments->conf_level;
    options->n_draws = arguments->boot;
    options->tests = arguments->tests;
    options->baseline = is_against_all ? NULL : arguments->baseline;
    options->has_blocks = arguments->block != NULL;
    options->has_clusters = arguments->cluster != NULL;
    options->summary_p = strcmp(arguments->summary_p, "mw") == 0      ? BSH_SUMMARY_MW
                         : strcmp(arguments->summary_p, "welch") == 0 ? BSH_SUMMARY_WELCH
                                                                      : BSH_SUMMARY_BM;
    if (arguments->adjust != NULL) {
        options->adjust = bsh_adjust_find(arguments->adjust);
    }
    CLI_TRY(read_seed(arguments->seed, &options->seed, err));
    if (options->n_draws < 99 || options->n_draws > 10000000) {
        return cli_usage(err, "--boot %u: 99 to 10000000 draws", options->n_draws);
    }
    if (arguments->equivalence != NULL) {
        CLI_TRY(read_bounds(arguments->equivalence, options, err));
    }
    if (options->has_blocks && options->has_clusters) {
        return cli_usage(err, "--block and --cluster are two designs; choose one");
    }
    return bsh_compare_options_check(options, err);
}

/* ---- articles */

static bsh_status map(cli_run *run, const cli_article *article, cli_result *result,
                      bsh_error *err)
{
    state *const s = run->state;
    CLI_TRY(cli_corpus_rows_map(run, article, result, err));
    return cli_collected_try(&s->terms, article, err);
}

static bsh_status emit(cli_run *run, const bsh_input *input, cli_result *result, bsh_error *err)
{
    state *const s = run->state;
    return cli_corpus_rows_add(&s->articles, run, input, result, err);
}

/* ---- terms */

/* The pairs of corpora: those of the first measure. */
static size_t pairs_of(const bsh_comparison *comparison, const bsh_pair_summary **pairs)
{
    size_t       n = 0;
    size_t const n_measures = bsh_comparison_selection(comparison)->n_measures;
    *pairs = bsh_comparison_pairs(comparison, &n);
    return n_measures == 0 ? 0 : n / n_measures;
}

static bsh_status compare_terms(state *s, bsh_error *err)
{
    const bsh_pair_summary *pairs;
    bsh_terms              *all;
    bsh_keyness_options     options;
    size_t const            n_pairs = pairs_of(s->comparison, &pairs);
    CLI_TRY(cli_collected_merge(&s->terms, &all, err));
    if (all == NULL || !cli_collected_is_complete(&s->terms)) {
        return BSH_OK;
    }
    CLI_TRY(cli_corpus_rows_group(&s->articles, &s->terms, true, err));
    bsh_keyness_options_init(&options);
    options.alpha = s->options.alpha;
    options.conf_level = s->options.conf_level;
    s->keynesses = calloc(n_pairs + 1, sizeof(bsh_keyness *));
    if (s->keynesses == NULL) {
        return cli_fail_memory(err);
    }
    for (; s->n_keynesses < n_pairs; ++s->n_keynesses) {
        bsh_key_groups const groups = {s->terms.groups, s->terms.n_groups,
                                       (uint32_t) pairs[s->n_keynesses].a,
                                       (uint32_t) pairs[s->n_keynesses].b};
        CLI_TRY(bsh_keyness_create(&s->keynesses[s->n_keynesses], all, &groups, &options, err));
    }
    return BSH_OK;
}

/* Key terms alone; `keyness` has the others. */
static bsh_status make_terms_table(bsh_table **out, const state *s, bsh_error *err)
{
    const bsh_pair_summary         *pairs;
    size_t                          n = 0;
    const bsh_corpus_summary *const corpora = bsh_comparison_corpora(s->comparison, &n);
    (void) pairs_of(s->comparison, &pairs);
    CLI_TRY(bsh_key_terms_table(out, 0, NULL, err));
    for (size_t i = 0; i < s->n_keynesses; ++i) {
        bsh_key_view const view = {
            .a = corpora[pairs[i].a].name, .b = corpora[pairs[i].b].name, .is_key_only = true};
        CLI_TRY(bsh_key_terms_add(*out, s->keynesses[i], &view, err));
    }
    return BSH_OK;
}

/* ---- results */

enum { N_TABLES = 4, COMPARISONS = 2, TERMS = 3 };

static bsh_status make_tables(bsh_table *tables[N_TABLES], const cli_run *run,
                              const bsh_comparison *comparison, bsh_error *err)
{
    const state *const s = run->state;
    CLI_TRY(bsh_corpora_table(&tables[0], comparison, NULL, err));
    CLI_TRY(bsh_describe_table(&tables[1], comparison, NULL, err));
    CLI_TRY(bsh_comparison_table(&tables[COMPARISONS], comparison, run->arguments->is_wide,
                                 NULL, err));
    return s->keynesses == NULL ? BSH_OK : make_terms_table(&tables[TERMS], s, err);
}

static bsh_status write_data(cli_run *run, const bsh_comparison *comparison, bsh_error *err)
{
    const bsh_compare_options *const options = bsh_comparison_options(comparison);
    bsh_table                       *tables[N_TABLES] = {NULL};
    bsh_setting const                settings[] = {
                       {.key = "alpha", .kind = BSH_CELL_REAL, .real = options->alpha},
                       {.key = "conf_level", .kind = BSH_CELL_REAL, .real = options->conf_level},
                       {.key = "adjust", .kind = BSH_CELL_TEXT, .text = bsh_adjust_name(options->adjust)},
                       {.key = "seed", .kind = BSH_CELL_INTEGER, .integer = options->seed},
                       {.key = "B", .kind = BSH_CELL_INTEGER, .integer = options->n_draws},
                       {.key = "version", .kind = BSH_CELL_TEXT, .text = bsh_version()},
    };
    run->outputs.schema = "broadsheet.comparison/1";
    run->outputs.settings = settings;
    run->outputs.n_settings = sizeof settings / sizeof settings[0];
    bsh_status status = make_tables(tables, run, comparison, err);
    if (status == BSH_OK) {
        size_t const n_tables = tables[TERMS] != NULL ? N_TABLES : N_TABLES - 1;
        status = cli_outputs_document(&run->outputs, tables, n_tables, COMPARISONS, err);
    }
    for (size_t i = 0; i < N_TABLES; ++i) {
        bsh_table_destroy(tables[i]);
    }
    run->outputs.settings = NULL;
    return status;
}

static void print_marks(FILE *page, const cli_run *run, const state *s)
{
    const bsh_pair_summary         *pairs;
    size_t                          n = 0;
    const bsh_corpus_summary *const corpora = bsh_comparison_corpora(s->comparison, &n);
    bool                            has_some = false;
    (void) pairs_of(s->comparison, &pairs);
    for (size_t i = 0; i < s->n_keynesses; ++i) {
        if (!cli_marks_exist(s->keynesses[i])) {
            continue;
        }
        const char *const a = corpora[pairs[i].a].name;
        const char *const b = corpora[pairs[i].b].name;
        if (s->n_keynesses > 1) {
            (void) fputc('\n', page);
            (void) cli_print_visible(page, &run->style, (bsh_string){a, strlen(a)}, 30);
            (void) fputs(" against ", page);
            (void) cli_print_visible(page, &run->style, (bsh_string){b, strlen(b)}, 30);
        }
        cli_marks_lines(page, &run->style, s->keynesses[i], a, b);
        has_some = true;
    }
    if (has_some) {
        cli_marks_legend(page, &run->style, s->options.alpha);
    }
}

static void print_page(FILE *page, void *payload)
{
    const cli_run *const run = payload;
    const state *const   s = run->state;
    cli_comparison_page(page, &run->style, s->comparison, &run->options);
    print_marks(page, run, s);
}

/* "corpus "ledger" has 1 usable article": what becomes of its tests. */
static void tell_too_few(cli_run *run, const bsh_corpus_summary *corpus, bool has_places)
{
    char text[400];
    (void) snprintf(
        text, sizeof text,
        "compare: corpus \"%.100s\" has %llu usable article%s; tests need at least 2 "
        "each (10 or more advised). %s",
        corpus->name, (unsigned long long) corpus->n_tested, corpus->n_tested == 1 ? "" : "s",
        has_places ? "It is placed within outlets of 2 or more; its other tests are "
                     "left empty"
                   : "Counts follow, tests are left empty");
    cli_message(&run->messages, CLI_MESSAGE_ERROR, text);
    run->outcome = 3;
}

/* Whether every corpus has two articles that can be tested, or one against two and more. */
static void check_sizes(cli_run *run, const bsh_comparison *comparison)
{
    size_t                          n = 0;
    size_t                          n_single = 0;
    size_t                          n_outlets = 0; /* of two articles or more */
    const bsh_corpus_summary *const corpora = bsh_comparison_corpora(comparison, &n);
    for (size_t i = 0; i < n; ++i) {
        n_single += corpora[i].n_tested == 1;
        n_outlets += corpora[i].n_tested >= 2;
    }
    for (size_t i = 0; i < n; ++i) {
        bool const has_places = corpora[i].n_tested == 1 && n_outlets > 0;
        if (corpora[i].n_tested < 2 && !(has_places && n_single == 1)) {
            tell_too_few(run, &corpora[i], has_places);
        }
    }
    if (n == 2 && n_single == 2) {
        cli_message(&run->messages, CLI_MESSAGE_ERROR,
                    "compare: one article each: no test is possible");
    }
}

static bsh_status finish(cli_run *run, bsh_error *err)
{
    state *const s = run->state;
    CLI_TRY(cli_corpus_rows_finish(&s->articles, run, "compare", err));
    if (run->is_void) {
        return BSH_OK;
    }
    CLI_TRY(bsh_compare(&s->comparison, s->articles.rows, &s->options, err));
    check_sizes(run, s->comparison);
    CLI_TRY(compare_terms(s, err));
    if (cli_outputs_have_text(&run->outputs)) {
        CLI_TRY(cli_write_page(&run->outputs, print_page, run, err));
    }
    return cli_outputs_have_data(&run->outputs) ? write_data(run, s->comparison, err) : BSH_OK;
}

static void end(state *s)
{
    for (size_t i = 0; i < s->n_keynesses; ++i) {
        bsh_keyness_destroy(s->keynesses[i]);
    }
    free(s->keynesses);
    cli_collected_end(&s->terms);
    bsh_comparison_destroy(s->comparison);
    cli_corpus_rows_end(&s->articles);
}

int cli_compare(const cli_arguments *arguments)
{
    static const cli_job job = {.has_corpora = true,
                                .takes_analysed = true,
                                .map = map,
                                .emit = emit,
                                .finish = finish};
    state                s = {.comparison = NULL};
    bsh_error            err = {0};
    bsh_status           status = read_options(arguments, &s.options, &err);
    if (status == BSH_OK) {
        status = cli_collected_begin(&s.terms, arguments, &err);
    }
    int const exit_status = status == BSH_OK
                                ? cli_articles_run(arguments, &job, &s, BSH_SET_KEY)
                                : cli_refuse(&err);
    end(&s);
    return exit_status;
}
