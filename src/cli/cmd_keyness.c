/* broadsheet keyness: the terms that set corpora apart. */
#include "articles.h"
#include "commands.h"
#include "corpus_rows.h"
#include "keyness_page.h"

#include <stdlib.h>
#include <string.h>

typedef struct state {
    bsh_keyness_options options;
    bsh_key_statistics  statistics;
    cli_corpus_rows     articles;
    cli_collected       terms;
    cli_keyness_pair   *pairs;
    size_t              n_pairs;
} state;

enum { TERMS_OF_A_LIST = 10 };

/* ---- options */

static bsh_status read_options(const cli_arguments *arguments, state *s, bsh_error *err)
{
    bsh_keyness_options_init(&s->options);
    s->options.alpha = arguments->alpha;
    s->options.conf_level = arguments->conf_level;
    s->options.min_count = arguments->min_count;
    if (arguments->adjust != NULL) {
        s->options.adjust = bsh_adjust_find(arguments->adjust);
    }
    if (s->options.adjust == BSH_ADJUST_MAXT) {
        return cli_usage(err, "--adjust maxt is for measures; terms take bh, by, holm ...");
    }
    return bsh_key_statistics_parse(&s->statistics, arguments->stats, err);
}

/* ---- articles */

static bsh_status map(cli_run *run, const cli_article *article, cli_result *result,
                      bsh_error *err)
{
    state *const s = run->state;
    CLI_TRY(cli_corpus_rows_map(run, article, result, err));
    return cli_collected_add(&s->terms, article, err);
}

static bsh_status emit(cli_run *run, const bsh_input *input, cli_result *result, bsh_error *err)
{
    state *const s = run->state;
    return cli_corpus_rows_add(&s->articles, run, input, result, err);
}

/* ---- pairs */

static bsh_status add_pair(state *s, const bsh_terms *terms, size_t a, size_t b, bsh_error *err)
{
    cli_keyness_pair *const pair = &s->pairs[s->n_pairs];
    bsh_key_groups const    groups = {s->terms.groups, s->terms.n_groups, (uint32_t) a,
                                      (uint32_t) b};
    CLI_TRY(bsh_keyness_create(&pair->keyness, terms, &groups, &s->options, err));
    pair->a = bsh_rows_corpus_name(s->articles.rows, a);
    pair->b = bsh_rows_corpus_name(s->articles.rows, b);
    ++s->n_pairs;
    return BSH_OK;
}

/* Each with the baseline, which comes second. */
static bsh_status compare_with(state *s, const bsh_terms *terms, const char *baseline,
                               bsh_error *err)
{
    const bsh_rows *const rows = s->articles.rows;
    size_t const          n = bsh_rows_n_corpora(rows);
    size_t                base = 0;
    while (base < n && strcmp(bsh_rows_corpus_name(rows, base), baseline) != 0) {
        ++base;
    }
    if (base == n) {
        return cli_usage(err, "--baseline \"%.60s\": no corpus of that name", baseline);
    }
    for (size_t i = 0; i < n; ++i) {
        if (i != base) {
            CLI_TRY(add_pair(s, terms, i, base, err));
        }
    }
    return BSH_OK;
}

static bsh_status compare_all(state *s, const bsh_terms *terms, bsh_error *err)
{
    size_t const n = bsh_rows_n_corpora(s->articles.rows);
    for (size_t i = 0; i < n; ++i) {
        for (size_t k = i + 1; k < n; ++k) {
            CLI_TRY(add_pair(s, terms, i, k, err));
        }
    }
    return BSH_OK;
}

static bsh_status compare_corpora(cli_run *run, const bsh_terms *terms, bsh_error *err)
{
    state *const      s = run->state;
    const char *const baseline = run->arguments->baseline;
    size_t const      n = bsh_rows_n_corpora(s->articles.rows);
    CLI_TRY(cli_corpus_rows_group(&s->articles, &s->terms, false, err));
    s->pairs = calloc(n * n, sizeof *s->pairs);
    if (s->pairs == NULL) {
        return cli_fail_memory(err);
    }
    return baseline != NULL ? compare_with(s, terms, baseline, err)
                            : compare_all(s, terms, err);
}

/* ---- results */

static bsh_status add_rows(bsh_table *table, const cli_run *run, const cli_keyness_pair *pair,
                           bsh_error *err)
{
    const state *const s = run->state;
    bsh_key_view const view = {
        .a = pair->a, .b = pair->b, .most = run->arguments->top, .statistics = s->statistics};
    return bsh_key_terms_add(table, pair->keyness, &view, err);
}

static bsh_status fill(bsh_table *table, const cli_run *run, bsh_error *err)
{
    const state *const s = run->state;
    for (size_t i = 0; i < s->n_pairs; ++i) {
        CLI_TRY(add_rows(table, run, &s->pairs[i], err));
    }
    return BSH_OK;
}

static bsh_status write_data(cli_run *run, bsh_error *err)
{
    const state *const s = run->state;
    bsh_table         *table = NULL;
    bsh_setting const  settings[] = {
         {.key = "alpha", .kind = BSH_CELL_REAL, .real = s->options.alpha},
         {.key = "conf_level", .kind = BSH_CELL_REAL, .real = s->options.conf_level},
         {.key = "adjust", .kind = BSH_CELL_TEXT, .text = bsh_adjust_name(s->options.adjust)},
         {.key = "min_docs", .kind = BSH_CELL_INTEGER, .integer = s->options.min_docs},
         {.key = "version", .kind = BSH_CELL_TEXT, .text = bsh_version()},
    };
    CLI_TRY(bsh_key_terms_table(&table, s->statistics, NULL, err));
    run->outputs.schema = "broadsheet.keyness/1";
    run->outputs.settings = settings;
    run->outputs.n_settings = sizeof settings / sizeof settings[0];
    bsh_status status = fill(table, run, err);
    if (status == BSH_OK) {
        status = cli_outputs_document(&run->outputs, &table, 1, 0, err);
    }
    run->outputs.settings = NULL;
    bsh_table_destroy(table);
    return status;
}

static void print_page(FILE *page, void *payload)
{
    const cli_run *const    run = payload;
    const state *const      s = run->state;
    size_t const            top = run->arguments->top;
    cli_keyness_words const words = {&s->options, top == 0 ? TERMS_OF_A_LIST : top};
    for (size_t i = 0; i < s->n_pairs; ++i) {
        (void) fputs(i == 0 ? "" : "\n\n", page);
        cli_keyness_page(page, &run->style, &s->pairs[i], &words);
    }
}

/* Status 3 where a pair has too few articles for any test. */
static void check_sizes(cli_run *run)
{
    const state *const s = run->state;
    for (size_t i = 0; i < s->n_pairs; ++i) {
        uint64_t const a = bsh_keyness_articles(s->pairs[i].keyness, false);
        uint64_t const b = bsh_keyness_articles(s->pairs[i].keyness, true);
        if (a < 2 || b < 2) {
            char text[300];
            (void) snprintf(text, sizeof text,
                            "keyness: corpus \"%.100s\" has %s with words; tests need at "
                            "least 2 each. Counts follow, tests are left empty",
                            a < 2 ? s->pairs[i].a : s->pairs[i].b,
                            (a < 2 ? a : b) == 1 ? "1 article" : "no article");
            cli_message(&run->messages, CLI_MESSAGE_ERROR, text);
            run->outcome = 3;
        }
    }
}

static bsh_status finish(cli_run *run, bsh_error *err)
{
    bsh_terms   *all = NULL;
    state *const s = run->state;
    CLI_TRY(cli_collected_merge(&s->terms, &all, err));
    if (all == NULL) {
        return BSH_OK;
    }
    CLI_TRY(cli_corpus_rows_finish(&s->articles, run, "keyness", err));
    if (run->is_void) {
        return BSH_OK;
    }
    CLI_TRY(compare_corpora(run, all, err));
    check_sizes(run);
    if (cli_outputs_have_text(&run->outputs)) {
        CLI_TRY(cli_write_page(&run->outputs, print_page, run, err));
    }
    return cli_outputs_have_data(&run->outputs) ? write_data(run, err) : BSH_OK;
}

static void free_state(state *s)
{
    for (size_t i = 0; i < s->n_pairs; ++i) {
        bsh_keyness_destroy(s->pairs[i].keyness);
    }
    free(s->pairs);
    cli_corpus_rows_end(&s->articles);
    cli_collected_end(&s->terms);
}

int cli_keyness(const cli_arguments *arguments)
{
    static const cli_job job = {.has_corpora = true,
                                .takes_analysed = true,
                                .map = map,
                                .emit = emit,
                                .finish = finish};
    state                s = {.pairs = NULL};
    bsh_error            err = {0};
    bsh_status           status = read_options(arguments, &s, &err);
    if (status == BSH_OK) {
        status = cli_collected_begin(&s.terms, arguments, &err);
    }
    int const exit_status =
        status == BSH_OK ? cli_articles_run(arguments, &job, &s, 0) : cli_refuse(&err);
    free_state(&s);
    return exit_status;
}
