/* Random halves of each outlet of a file of articles: nothing differs but by chance. */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "tests/bench/null.h"

enum { MOST_ARTICLES = 20000, MOST_OUTLETS = 16 };

typedef struct outlet_article {
    unsigned outlet;
    uint64_t seq, n_words;
    double   values[NULL_MOST_MEASURES];
} outlet_article;

/* The articles that were read. */
typedef struct library {
    bsh_selection   selection;
    bsh_terms      *terms;
    outlet_article *articles;
    size_t          n_articles, n_seq; /* seq of every article is under n_seq */
    char            outlets[MOST_OUTLETS][64];
    unsigned        n_outlets;
} library;

static unsigned outlet_of(library *lib, const char *name)
{
    for (unsigned i = 0; i < lib->n_outlets; ++i) {
        if (strncmp(lib->outlets[i], name, sizeof lib->outlets[i] - 1) == 0) {
            return i;
        }
    }
    if (lib->n_outlets == MOST_OUTLETS) {
        (void) fputs("null: too many outlets\n", stderr);
        exit(1);
    }
    (void) snprintf(lib->outlets[lib->n_outlets], sizeof lib->outlets[0], "%s", name);
    return lib->n_outlets++;
}

static double value_of(const bsh_measure *measure, const bsh_counts *counts)
{
    bsh_value const value = bsh_measure_value(measure, counts);
    return value.presence == BSH_PRESENT ? value.number : (double) NAN;
}

/* One worker, so that what is read can be kept here. */
static bsh_status keep(void *payload, unsigned worker, const bsh_input *input,
                       const bsh_document *document, void **result, bsh_error *err)
{
    library *const lib = payload;
    (void) worker;
    *result = NULL;
    if (document == NULL || lib->n_articles == MOST_ARTICLES) {
        return BSH_OK;
    }
    const bsh_counts *const counts = bsh_document_counts(document);
    outlet_article *const   article = &lib->articles[lib->n_articles++];
    article->outlet = outlet_of(lib, input->corpus);
    article->seq = input->seq;
    lib->n_seq = (size_t) input->seq + 1;
    article->n_words = counts->words;
    for (size_t i = 0; i < lib->selection.n_measures; ++i) {
        article->values[i] = value_of(lib->selection.measures[i], counts);
    }
    return bsh_terms_add(lib->terms, input->seq, document, err);
}

static bsh_status pass(void *payload, const bsh_input *input, bsh_status status,
                       const bsh_error *problem, void *result, bsh_error *err)
{
    (void) payload;
    (void) result;
    (void) err;
    if (status != BSH_OK) {
        (void) fprintf(stderr, "null: %s: %s\n", input->name, problem->message);
    }
    return BSH_OK;
}

static void read_articles(library *lib, const char *path)
{
    bsh_error          err = {0};
    bsh_source        *source = NULL;
    bsh_fields const   fields = {.by = "outlet"};
    bsh_consumer const consumer = {.payload = lib, .map = keep, .emit = pass};
    bsh_options        options;
    bsh_options_init(&options);
    null_require(bsh_selection_parse(&lib->selection, "key", BSH_SET_KEY, &err), &err);
    null_require(bsh_terms_create(&lib->terms, NULL, &err), &err);
    lib->articles = calloc(MOST_ARTICLES, sizeof *lib->articles);
    if (lib->articles == NULL || lib->selection.n_measures > NULL_MOST_MEASURES) {
        (void) fputs("null: out of memory\n", stderr);
        exit(1);
    }
    null_require(bsh_source_create(&source, &options, &err), &err);
    null_require(bsh_source_set_fields(source, &fields, &err), &err);
    null_require(bsh_source_add(source, path, &err), &err);
    null_require(bsh_corpus_run(source, &options, 1, &consumer, &err), &err);
    bsh_source_destroy(source);
}

/* Marks a random half of an outlet's articles 0 and the others 1; further ones BSH_NO_GROUP. */
static void halve(const library *lib, unsigned outlet, null_random *random, uint32_t *half)
{
    size_t n = 0;
    for (size_t i = 0; i < lib->n_articles; ++i) {
        n += lib->articles[i].outlet == outlet ? 1 : 0;
    }
    size_t n_first = n / 2;
    for (size_t i = 0; i < lib->n_articles; ++i) {
        if (lib->articles[i].outlet != outlet) {
            half[i] = BSH_NO_GROUP;
            continue;
        }
        bool const is_first = null_below(random, (uint32_t) n) < n_first;
        half[i] = is_first ? 0 : 1;
        n_first -= is_first ? 1 : 0;
        --n;
    }
}

static void check_measures(const library *lib, unsigned n_runs, uint32_t *half)
{
    null_tally          tallies[NULL_MOST_MEASURES] = {{0}};
    null_random         random = {1};
    bsh_compare_options options;
    bsh_compare_options_init(&options);
    for (unsigned run = 0; run < n_runs * lib->n_outlets; ++run) {
        bsh_rows *const rows = null_rows(&lib->selection);
        halve(lib, run % lib->n_outlets, &random, half);
        for (size_t i = 0; i < lib->n_articles; ++i) {
            if (half[i] != BSH_NO_GROUP) {
                null_add(rows, &(null_article){.corpus = half[i] == 0 ? "a" : "b",
                                               .n_words = lib->articles[i].n_words,
                                               .values = lib->articles[i].values});
            }
        }
        options.seed = run + 1;
        null_count(tallies, rows, &options);
    }
    for (size_t i = 0; i < lib->selection.n_measures; ++i) {
        char what[96];
        (void) snprintf(what, sizeof what, "halves of %u outlets, %s", lib->n_outlets,
                        lib->selection.measures[i]->id);
        null_report(what, &tallies[i], .035, .065);
    }
}

typedef struct discoveries {
    unsigned n_halves, n_with_any;
    uint64_t n_tested, n_key, n_uncorrected;
} discoveries;

static void count_keys(discoveries *found, const bsh_keyness *keyness)
{
    size_t                    n;
    const bsh_key_term *const terms = bsh_keyness_terms(keyness, &n);
    uint64_t                  n_key = 0;
    for (size_t i = 0; i < n; ++i) {
        n_key += terms[i].is_key ? 1 : 0;
        found->n_uncorrected += terms[i].welch_p < .05 ? 1 : 0;
    }
    ++found->n_halves;
    found->n_with_any += n_key > 0 ? 1 : 0;
    found->n_key += n_key;
    found->n_tested += bsh_keyness_n_tested(keyness);
}

static void check_keyness(const library *lib, unsigned outlet, unsigned n_runs, uint32_t *half)
{
    discoveries         found = {0};
    null_random         random = {outlet + 2};
    bsh_keyness_options options;
    bsh_keyness_options_init(&options);
    uint32_t *const groups = malloc((lib->n_seq + 1) * sizeof *groups);
    for (unsigned run = 0; groups != NULL && run < n_runs; ++run) {
        bsh_error    err = {0};
        bsh_keyness *keyness = NULL;
        halve(lib, outlet, &random, half);
        for (size_t i = 0; i < lib->n_seq; ++i) {
            groups[i] = BSH_NO_GROUP;
        }
        for (size_t i = 0; i < lib->n_articles; ++i) {
            groups[lib->articles[i].seq] = half[i];
        }
        bsh_key_groups const halves = {groups, lib->n_seq, 0, 1};
        null_require(bsh_keyness_create(&keyness, lib->terms, &halves, &options, &err), &err);
        count_keys(&found, keyness);
        bsh_keyness_destroy(keyness);
    }
    free(groups);
    double const n = found.n_halves;
    double const share = found.n_with_any / n;
    (void) printf("keyness of halves of %s: %.4f (se %.4f) of %u with any key term, nominal at "
                  "most .05; %.2g of the terms tested are key; %.4f have p < .05\n",
                  lib->outlets[outlet], share, sqrt(share * (1 - share) / n), found.n_halves,
                  (double) found.n_key / (double) found.n_tested,
                  (double) found.n_uncorrected / (double) found.n_tested);
}

void null_outlets(const char *path, unsigned n_runs, unsigned n_keyness_runs)
{
    library *const lib = calloc(1, sizeof *lib);
    if (lib == NULL) {
        (void) fputs("null: out of memory\n", stderr);
        exit(1);
    }
    read_articles(lib, path);
    uint32_t *const half = calloc(lib->n_articles + 1, sizeof *half);
    if (half != NULL && lib->n_outlets > 0) {
        check_measures(lib, n_runs, half);
        for (unsigned i = 0; i < lib->n_outlets; ++i) {
            check_keyness(lib, i, n_keyness_runs, half);
        }
    }
    free(half);
    free(lib->articles);
    bsh_terms_destroy(lib->terms);
    free(lib);
}
