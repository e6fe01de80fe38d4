/* null [RUNS [ARTICLES.jsonl]]: how often the p value that a summary shows is under .05 where
 * nothing differs.
 *
 * Made-up articles: equal outlets, unequal sizes and spreads, shared events, authors; with a
 * file of articles also random halves of each of its outlets.  A line a check: the share, its
 * binomial standard error, and whether it is where it should be.  Nothing is asserted. */
#include "tests/bench/null.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "compare/row_parts.h"

static double const alpha = .05;

void null_require(bsh_status status, const bsh_error *err)
{
    if (status != BSH_OK) {
        (void) fprintf(stderr, "null: %s: %s\n", bsh_status_text(status), err->message);
        exit(1);
    }
}

/* ---- random numbers */

uint64_t null_next(null_random *random)
{
    uint64_t x = random->state += 0x9e3779b97f4a7c15u;
    x = (x ^ (x >> 30)) * 0xbf58476d1ce4e5b9u;
    x = (x ^ (x >> 27)) * 0x94d049bb133111ebu;
    return x ^ (x >> 31);
}

double null_uniform(null_random *random)
{
    return ((double) (null_next(random) >> 11) + .5) / 9007199254740992.0;
}

double null_normal(null_random *random)
{
    double const radius = sqrt(-2 * log(null_uniform(random)));
    return radius * cos(6.283185307179586 * null_uniform(random));
}

/* The bias of a remainder of 64 bits is under 2^-32. */
uint32_t null_below(null_random *random, uint32_t bound)
{
    return (uint32_t) (null_next(random) % bound);
}

/* ---- one comparison */

bsh_rows *null_rows(const bsh_selection *selection)
{
    bsh_error err = {0};
    bsh_rows *rows = NULL;
    null_require(bsh_rows_create(&rows, selection, NULL, &err), &err);
    return rows;
}

void null_add(bsh_rows *rows, const null_article *article)
{
    bsh_error         err = {0};
    const char *const names[3] = {article->corpus, article->block, article->cluster};
    null_require(bsh__rows_add_values(rows, names, article->n_words, article->values, &err),
                 &err);
}

void null_count(null_tally *tallies, bsh_rows *rows, const bsh_compare_options *options)
{
    bsh_error       err = {0};
    bsh_comparison *comparison = NULL;
    null_require(bsh_compare(&comparison, rows, options, &err), &err);
    size_t                  n;
    const bsh_pair_summary *pairs = bsh_comparison_pairs(comparison, &n);
    for (size_t i = 0; i < n; ++i) {
        null_tally *const tally = &tallies[pairs[i].measure];
        if (isnan(pairs[i].shown_p)) {
            continue;
        }
        ++tally->n_runs;
        tally->n_significant += pairs[i].shown_p < alpha ? 1 : 0;
        if (tally->method == NULL) {
            tally->method = pairs[i].shown_method;
        } else if (strcmp(tally->method, pairs[i].shown_method) != 0) {
            tally->has_methods = true;
        }
    }
    bsh_comparison_destroy(comparison);
    bsh_rows_destroy(rows);
}

void null_report(const char *what, const null_tally *tally, double low, double high)
{
    double const n = (double) tally->n_runs;
    if (tally->n_runs == 0) {
        (void) printf("%-52s no test was possible\n", what);
        return;
    }
    double const share = tally->n_significant / n;
    (void) printf("%-52s %.4f (se %.4f) of %4u  %s %.3f-%.3f  %s%s\n", what, share,
                  sqrt(share * (1 - share) / n), tally->n_runs,
                  share >= low && share <= high ? "inside " : "OUTSIDE", low, high,
                  tally->method, tally->has_methods ? " and others" : "");
    (void) fflush(stdout);
}

/* ---- made-up articles */

/* A measure of each kind, all independent of each other. */
enum { NORMAL, LOGNORMAL, DISCRETE, HALF_ZERO, N_KINDS };
static const char *const kind_names[N_KINDS] = {"normal", "lognormal", "discrete",
                                                "half zeros"};

/* A standard normal number for each kind. */
typedef struct deviates {
    double of[N_KINDS];
} deviates;

typedef struct scenario {
    const char *name;
    unsigned    n_a, n_b; /* articles; authors with authors; 0 with events */
    double      sd_a, sd_b;
    bool        has_events, has_authors;
    bool        is_symmetric; /* the first and third kind alone: with unequal spreads the others
                                 differ in P(A > B) */
} scenario;

enum { N_EVENTS = 40, ARTICLES_OF_AN_AUTHOR = 5 };

static const scenario scenarios[] = {
    {.name = "60 and 60", .n_a = 60, .n_b = 60, .sd_a = 1, .sd_b = 1},
    {.name = "60 and 20", .n_a = 60, .n_b = 20, .sd_a = 1, .sd_b = 1},
    {.name = "60 and 20, sd 1:2",
     .n_a = 60,
     .n_b = 20,
     .sd_a = 1,
     .sd_b = 2,
     .is_symmetric = true},
    {.name = "60 and 20, sd 1:3",
     .n_a = 60,
     .n_b = 20,
     .sd_a = 1,
     .sd_b = 3,
     .is_symmetric = true},
    {.name = "60 and 20, sd 2:1",
     .n_a = 60,
     .n_b = 20,
     .sd_a = 2,
     .sd_b = 1,
     .is_symmetric = true},
    {.name = "60 and 20, sd 3:1",
     .n_a = 60,
     .n_b = 20,
     .sd_a = 3,
     .sd_b = 1,
     .is_symmetric = true},
    {.name = "9 and 9", .n_a = 9, .n_b = 9, .sd_a = 1, .sd_b = 1},
    {.name = "40 shared events, 1-3 articles each", .sd_a = 1, .sd_b = 1, .has_events = true},
    {.name = "20 authors each, 5 articles, icc .3",
     .n_a = 20,
     .n_b = 20,
     .sd_a = 1,
     .sd_b = 1,
     .has_authors = true},
};

static deviates draw(null_random *random)
{
    deviates out;
    for (unsigned kind = 0; kind < N_KINDS; ++kind) {
        out.of[kind] = null_normal(random);
    }
    return out;
}

static void add_made(bsh_rows *rows, null_article *article, double scale, const deviates *own,
                     double share, const deviates *common)
{
    double made[N_KINDS];
    for (unsigned kind = 0; kind < N_KINDS; ++kind) {
        made[kind] = scale * (sqrt(1 - share) * own->of[kind] + sqrt(share) * common->of[kind]);
    }
    double const values[N_KINDS] = {20 + 3 * made[NORMAL], exp(3 + made[LOGNORMAL] / 2),
                                    nearbyint(30 + 4 * made[DISCRETE]),
                                    fmax(0, made[HALF_ZERO])};
    article->values = values;
    article->n_words = 500;
    null_add(rows, article);
}

static void add_plain(bsh_rows *rows, null_random *random, const char *corpus, unsigned n,
                      double sd)
{
    for (unsigned i = 0; i < n; ++i) {
        deviates const own = draw(random);
        add_made(rows, &(null_article){.corpus = corpus}, sd, &own, 0, &own);
    }
}

/* Half of the variance is the event's; in news of the same events it was 21 to 48 %. */
static void add_events(bsh_rows *rows, null_random *random, const char *corpus,
                       const deviates *effects)
{
    for (unsigned event = 0; event < N_EVENTS; ++event) {
        char block[16];
        (void) snprintf(block, sizeof block, "event %u", event);
        for (unsigned i = 1 + null_below(random, 3); i > 0; --i) {
            deviates const own = draw(random);
            add_made(rows, &(null_article){.corpus = corpus, .block = block}, 1, &own, .5,
                     &effects[event]);
        }
    }
}

static void add_authors(bsh_rows *rows, null_random *random, const char *corpus, unsigned n)
{
    for (unsigned author = 0; author < n; ++author) {
        char cluster[32];
        (void) snprintf(cluster, sizeof cluster, "%s %u", corpus, author);
        deviates const effect = draw(random);
        for (unsigned i = 0; i < ARTICLES_OF_AN_AUTHOR; ++i) {
            deviates const own = draw(random);
            add_made(rows, &(null_article){.corpus = corpus, .cluster = cluster}, 1, &own, .3,
                     &effect);
        }
    }
}

static void add_scenario(bsh_rows *rows, const scenario *s, null_random *random)
{
    if (s->has_events) {
        deviates effects[N_EVENTS];
        for (unsigned i = 0; i < N_EVENTS; ++i) {
            effects[i] = draw(random);
        }
        add_events(rows, random, "a", effects);
        add_events(rows, random, "b", effects);
    } else if (s->has_authors) {
        add_authors(rows, random, "a", s->n_a);
        add_authors(rows, random, "b", s->n_b);
    } else {
        add_plain(rows, random, "a", s->n_a, s->sd_a);
        add_plain(rows, random, "b", s->n_b, s->sd_b);
    }
}

static void run_scenario(const scenario *s, const bsh_selection *selection, unsigned n_runs)
{
    null_tally          tallies[N_KINDS] = {{0}};
    null_random         random = {(uint64_t) (s - scenarios) << 32};
    bsh_compare_options options;
    bsh_compare_options_init(&options);
    options.has_blocks = s->has_events;
    options.has_clusters = s->has_authors;
    for (unsigned run = 0; run < n_runs; ++run) {
        bsh_rows *const rows = null_rows(selection);
        options.seed = run + 1;
        add_scenario(rows, s, &random);
        null_count(tallies, rows, &options);
    }
    for (unsigned kind = 0; kind < N_KINDS; ++kind) {
        char what[128];
        (void) snprintf(what, sizeof what, "%s, %s", s->name, kind_names[kind]);
        if (kind == NORMAL || kind == DISCRETE || !s->is_symmetric) {
            null_report(what, &tallies[kind], s->has_authors ? .03 : .035,
                        s->has_authors ? .08 : .065);
        }
    }
}

int main(int n_arguments, char **arguments)
{
    unsigned const n_runs = n_arguments > 1 ? (unsigned) strtoul(arguments[1], NULL, 10) : 2000;
    bsh_error      err = {0};
    bsh_selection  selection;
    null_require(
        bsh_selection_parse(&selection, "asl,asl_sd,asl_median,asw", BSH_SET_CORE, &err), &err);
    for (size_t i = 0; i < sizeof scenarios / sizeof scenarios[0]; ++i) {
        run_scenario(&scenarios[i], &selection, n_runs);
    }
    if (n_arguments > 2) {
        null_outlets(arguments[2], n_runs, n_runs / 10);
    }
    return 0;
}
