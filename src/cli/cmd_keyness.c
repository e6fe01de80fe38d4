/* broadsheet keyness: the terms that set corpora apart. */
#include "articles.h"
#include "collected.h"
#include "commands.h"
#include "corpora.h"
#include "keyness_page.h"

#include <stdlib.h>
#include <string.h>

typedef struct state {
    bsh_keyness_options options;
    bsh_key_statistics  statistics;
    cli_collected       terms;
    char              **names; /* of the corpora */
    size_t              n_names;
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
    for (unsigned i = 0; arguments->adjust != NULL && i < BSH_ADJUST_COUNT; ++i) {
        if (strcmp(arguments->adjust, bsh_adjust_name((bsh_adjust) i)) == 0) {
            s->options.adjust = (bsh_adjust) i;
        }
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
    (void) result;
    return cli_collected_add(&s->terms, article, err);
}

/* The number of a corpus, a new one if need be. */
static bsh_status find_corpus(state *s, const char *name, uint32_t *corpus, bsh_error *err)
{
    for (size_t i = 0; i < s->n_names; ++i) {
        if (strcmp(s->names[i], name) == 0) {
            *corpus = (uint32_t) i;
            return BSH_OK;
        }
    }
    if (s->n_names == CLI_MOST_CORPORA) {
        return cli_usage(err, "more than %d corpora; --by names one a value", CLI_MOST_CORPORA);
    }
    char **const names = realloc(s->names, (s->n_names + 1) * sizeof *names);
    if (names == NULL) {
        return cli_fail_memory(err);
    }
    s->names = names;
    names[s->n_names] = strdup(name);
    if (names[s->n_names] == NULL) {
        return cli_fail_memory(err);
    }
    *corpus = (uint32_t) s->n_names++;
    return BSH_OK;
}

static bsh_status name_operands(const cli_arguments *arguments, state *s, bsh_error *err)
{
    for (size_t i = 0; arguments->fields.by == NULL && i < arguments->n_inputs; ++i) {
        uint32_t         corpus = 0;
        char *const      name = cli_corpus_name(arguments->inputs[i]);
        bsh_status const status =
            name == NULL ? cli_fail_memory(err) : find_corpus(s, name, &corpus, err);
        free(name);
        CLI_TRY(status);
    }
    return BSH_OK;
}

static bsh_status emit(cli_run *run, const bsh_input *input, cli_result *result, bsh_error *err)
{
    state *const s = run->state;
    uint32_t     corpus = 0;
    (void) result;
    if (s->n_names == 0) {
        CLI_TRY(name_operands(run->arguments, s, err));
    }
    CLI_TRY(find_corpus(s, input->corpus, &corpus, err));
    return cli_collected_group(&s->terms, input->seq, corpus, err);
}

/* ---- pairs */

static bsh_status add_pair(state *s, const bsh_terms *terms, size_t a, size_t b, bsh_error *err)
{
    cli_keyness_pair *const pair = &s->pairs[s->n_pairs];
    bsh_key_groups const    groups = {s->terms.groups, s->terms.n_groups, (uint32_t) a,
                                      (uint32_t) b};
    CLI_TRY(bsh_keyness_create(&pair->keyness, terms, &groups, &s->options, err));
    pair->a = s->names[a];
    pair->b = s->names[b];
    ++s->n_pairs;
    return BSH_OK;
}

/* Each with the baseline, which comes second. */
static bsh_status compare_with(state *s, const bsh_terms *terms, const char *baseline,
                               bsh_error *err)
{
    size_t base = 0;
    while (base < s->n_names && strcmp(s->names[base], baseline) != 0) {
        ++base;
    }
    if (base == s->n_names) {
        return cli_usage(err, "--baseline \"%.60s\": no corpus of that name", baseline);
    }
    for (size_t i = 0; i < s->n_names; ++i) {
        if (i != base) {
            CLI_TRY(add_pair(s, terms, i, base, err));
        }
    }
    return BSH_OK;
}

static bsh_status compare_all(state *s, const bsh_terms *terms, bsh_error *err)
{
    for (size_t i = 0; i < s->n_names; ++i) {
        for (size_t k = i + 1; k < s->n_names; ++k) {
            CLI_TRY(add_pair(s, terms, i, k, err));
        }
    }
    return BSH_OK;
}

/* ---- corpora by the value of a field have no order of their own: that of their names */

static int compare_names(const void *a, const void *b)
{
    return strcmp(*(char *const *) a, *(char *const *) b);
}

static bsh_status sort_corpora(state *s, bsh_error *err)
{
    char **const before = malloc((s->n_names + 1) * sizeof *before);
    if (before == NULL) {
        return cli_fail_memory(err);
    }
    memcpy(before, s->names, s->n_names * sizeof *before);
    qsort(s->names, s->n_names, sizeof *s->names, compare_names);
    uint32_t *const groups = s->terms.groups;
    for (size_t i = 0; i < s->terms.n_groups; ++i) {
        if (groups[i] != BSH_NO_GROUP) {
            bsh_error unused = {0};
            (void) find_corpus(s, before[groups[i]], &groups[i], &unused);
        }
    }
    free(before);
    return BSH_OK;
}

static bsh_status compare_corpora(cli_run *run, const bsh_terms *terms, bsh_error *err)
{
    state *const               s = run->state;
    const cli_arguments *const arguments = run->arguments;
    if (arguments->fields.by != NULL) {
        CLI_TRY(sort_corpora(s, err));
    }
    s->pairs = calloc(s->n_names * s->n_names + 1, sizeof *s->pairs);
    if (s->pairs == NULL) {
        return cli_fail_memory(err);
    }
    return arguments->baseline != NULL ? compare_with(s, terms, arguments->baseline, err)
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

/* Status 3 where a pair has too few articles for any test, or there is no pair. */
static void check_sizes(cli_run *run)
{
    const state *const s = run->state;
    if (s->n_pairs == 0) {
        cli_message(&run->messages, CLI_MESSAGE_ERROR,
                    "keyness: only one corpus has articles; two are needed");
        run->outcome = 3;
        run->is_void = true;
    }
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
    CLI_TRY(compare_corpora(run, all, err));
    check_sizes(run);
    if (run->is_void) {
        return BSH_OK;
    }
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
    for (size_t i = 0; i < s->n_names; ++i) {
        free(s->names[i]);
    }
    free(s->pairs);
    free(s->names);
    cli_collected_end(&s->terms);
}

int cli_keyness(const cli_arguments *arguments)
{
    static const cli_job job = {.has_corpora = true,
                                .takes_analysed = true,
                                .map = map,
                                .emit = emit,
                                .finish = finish};
    state                s = {.names = NULL};
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
