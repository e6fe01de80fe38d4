/* What a reader must know before quoting a row, in words. */
#include "page_of_pairs.h"

#include "page.h"

#include <math.h>
#include <string.h>

static bool has_note(const bsh_pair_summary *pair, size_t a, size_t b, bsh_note note)
{
    return pair->a == a && pair->b == b && (pair->notes >> note & 1U) != 0;
}

static const bsh_pair_summary *first_with(const cli_comparison *c, size_t a, size_t b,
                                          bsh_note note)
{
    for (size_t i = 0; i < c->n_pairs; ++i) {
        if (has_note(&c->pairs[i], a, b, note)) {
            return &c->pairs[i];
        }
    }
    return NULL;
}

/* "MTLD; LIX"; "all measures" where it is all that the pair has. */
static void add_labels(const cli_comparison *c, cli_paragraph *line, size_t a, size_t b,
                       bsh_note note)
{
    char   label[64];
    size_t n = 0;
    for (size_t i = 0; i < c->n_pairs; ++i) {
        n += has_note(&c->pairs[i], a, b, note);
    }
    if (n == c->selection->n_measures && n > 1) {
        cli_paragraph_add(line, "all measures");
        return;
    }
    bool has_some = false;
    for (size_t i = 0; i < c->n_pairs; ++i) {
        if (has_note(&c->pairs[i], a, b, note)) {
            cli_paragraph_add(line, has_some ? "; " : "");
            cli_paragraph_add(line, cli_measure_name(c, c->pairs[i].measure, label));
            has_some = true;
        }
    }
}

static void add_number(cli_paragraph *line, double number, int digits)
{
    char text[32];
    (void) bsh_number_format(text, number, digits);
    cli_paragraph_add(line, text);
}

static void add_name(const cli_comparison *c, cli_paragraph *line, size_t corpus)
{
    cli_paragraph_name(line, c->corpora[corpus].name);
}

/* ---- small corpora */

static bool is_permuted(const bsh_pair_summary *pair)
{
    return strcmp(pair->shown_method, "brunner_munzel_permutation") == 0;
}

static bool is_sized(const bsh_pair_summary *pair)
{
    return is_permuted(pair) && isfinite(cli_shown_p(pair));
}

static bool is_drawn(const bsh_pair_summary *pair)
{
    return (pair->notes >> BSH_NOTE_PERMUTATION & 1U) != 0;
}

/* 2/C(n_a + n_b, n_a): both ends of all labellings; drawn ones count the one that was seen. */
static double smallest_p(const cli_comparison *c, const bsh_pair_summary *pair)
{
    double n_labellings = 1.0;
    if (is_drawn(pair)) {
        return 1.0 / ((double) c->settings->n_draws + 1.0);
    }
    for (uint64_t i = 1; i <= pair->n_a && n_labellings < 1e300; ++i) {
        n_labellings *= (double) (pair->n_b + i) / (double) i;
    }
    return fmin(1.0, 2.0 / n_labellings);
}

static bool is_same_size(const bsh_pair_summary *x, const bsh_pair_summary *y)
{
    return x->a == y->a && x->b == y->b && is_permuted(x) && is_permuted(y) &&
           x->n_a == y->n_a && x->n_b == y->n_b && is_drawn(x) == is_drawn(y);
}

/* From 10 articles an outlet upward labels are permuted only where ranks have no variance. */
static bool is_apart(const bsh_pair_summary *pair)
{
    return pair->n_a >= 10 && pair->n_b >= 10;
}

/* "note: 7 and 5 articles: exact test used; the smallest reachable p is 0.0025" */
static void print_size(const cli_comparison *c, const bsh_pair_summary *pair)
{
    cli_paragraph line;
    char          a[32], b[32], n[32];
    double const  least = smallest_p(c, pair);
    cli_paragraph_begin(&line, c->style);
    cli_paragraph_add(&line, "note: ");
    cli_paragraph_add(&line, cli_grouped(a, pair->n_a));
    cli_paragraph_add(&line, " and ");
    cli_paragraph_add(&line, cli_grouped(b, pair->n_b));
    cli_paragraph_add(&line, pair->n_a == 1 && pair->n_b == 1 ? " article: " : " articles: ");
    if (is_drawn(pair)) {
        cli_paragraph_add(&line, "labels of articles permuted ");
        cli_paragraph_add(&line, cli_grouped(n, c->settings->n_draws));
        cli_paragraph_add(&line, " times");
        cli_paragraph_add(&line,
                          is_apart(pair) ? " where the corpora lie completely apart" : "");
    } else {
        cli_paragraph_add(&line, "exact test used");
        cli_paragraph_add(&line,
                          is_apart(pair) ? " where the corpora lie completely apart" : "");
    }
    cli_paragraph_add(&line, "; the smallest reachable p is" CLI_TIE);
    add_number(&line, least, 2);
    if (least > c->settings->alpha) {
        cli_paragraph_add(&line, ", so none can be below" CLI_TIE);
        add_number(&line, c->settings->alpha, 0);
    } else if (c->settings->adjust != BSH_ADJUST_NONE) {
        cli_paragraph_add(&line, ", before it is adjusted");
    }
    cli_paragraph_end(&line, c->out, 2);
}

/* A line for each size that occurs: measures may lack values of some articles. */
static void print_sizes(const cli_comparison *c, size_t a, size_t b)
{
    for (size_t i = 0; i < c->n_pairs; ++i) {
        const bsh_pair_summary *const pair = &c->pairs[i];
        bool                          is_new = pair->a == a && pair->b == b && is_sized(pair);
        for (size_t k = 0; k < i && is_new; ++k) {
            is_new = !is_same_size(&c->pairs[k], pair);
        }
        if (is_new) {
            print_size(c, pair);
        }
    }
}

/* ---- length */

/* Both p values take the articles in the same way: in clusters where there are some. */
static double p_as_it_is(const cli_comparison *c, const bsh_pair_summary *pair)
{
    const bsh_result *const robust =
        c->settings->has_clusters ? cli_find_result(c, pair, pair->shown_method, "diff") : NULL;
    return robust != NULL ? robust->p : pair->welch_p;
}

/* "  Type-token ratio: −0.004, p = .420 (as it is: −0.031, p < .001)" */
static void print_adjusted(const cli_comparison *c, const bsh_pair_summary *pair)
{
    double const  scale = cli_measure_scale(c->selection->measures[pair->measure]);
    int const     decimals = cli_measure_decimals(c, pair->measure);
    char          text[72];
    cli_paragraph line;
    cli_paragraph_begin(&line, c->style);
    cli_paragraph_add(&line, "  ");
    cli_paragraph_add(&line, cli_measure_name(c, pair->measure, text));
    if (isfinite(pair->length_adj_diff)) {
        cli_paragraph_add(&line, ": ");
        cli_paragraph_add(
            &line, cli_signed_text(c->style, pair->length_adj_diff * scale, decimals, text));
        cli_paragraph_add(&line, isfinite(pair->length_adj_p) ? ", " : "");
        cli_paragraph_add(
            &line, isfinite(pair->length_adj_p) ? cli_p_phrase(pair->length_adj_p, text) : "");
    } else {
        cli_paragraph_add(&line, ": not to be computed");
    }
    if (isfinite(pair->diff)) {
        cli_paragraph_add(&line, " (as it is: ");
        cli_paragraph_add(&line, cli_signed_text(c->style, pair->diff * scale, decimals, text));
        double const p = p_as_it_is(c, pair);
        cli_paragraph_add(&line, isfinite(p) ? ", " : "");
        cli_paragraph_add(&line, isfinite(p) ? cli_p_phrase(p, text) : "");
        cli_paragraph_add(&line, ")");
    }
    cli_paragraph_end(&line, c->out, 4);
}

static void print_length(const cli_comparison *c, size_t a, size_t b)
{
    bool const is_a =
        c->corpora[a].median_words > c->corpora[b].median_words; /* has the longer articles */
    cli_paragraph line;
    cli_paragraph_begin(&line, c->style);
    cli_paragraph_add(&line, "note: articles of ");
    add_name(c, &line, is_a ? a : b);
    cli_paragraph_add(&line, " are longer (median ");
    add_number(&line, c->corpora[is_a ? a : b].median_words, 0);
    cli_paragraph_add(&line, " words, ");
    add_name(c, &line, is_a ? b : a);
    cli_paragraph_add(&line, " ");
    add_number(&line, c->corpora[is_a ? b : a].median_words, 0);
    cli_paragraph_add(&line, "), and these measures go with length. Difference of means at "
                             "equal length, p not adjusted:");
    cli_paragraph_end(&line, c->out, 2);
    for (size_t i = 0; i < c->n_pairs; ++i) {
        if (has_note(&c->pairs[i], a, b, BSH_NOTE_LENGTH_CONFOUNDED)) {
            print_adjusted(c, &c->pairs[i]);
        }
    }
}

/* ---- instrument */

/* "  words left out: 23 % of ledger, 9.0 % of chronicle" */
static void print_cause(const cli_comparison *c, const char *words, const char *unit,
                        const size_t corpora[2], const double values[2])
{
    cli_paragraph line;
    char          text[72];
    cli_paragraph_begin(&line, c->style);
    cli_paragraph_add(&line, "  ");
    cli_paragraph_add(&line, words);
    for (unsigned i = 0; i < 2; ++i) {
        bool const is_whole = values[i] == 0.0 || values[i] >= 9.95;
        cli_paragraph_add(&line, i == 0 ? ": " : ", ");
        cli_paragraph_add(&line, cli_value_text(c->style, values[i], is_whole ? 0 : 1, text));
        cli_paragraph_add(&line, CLI_TIE);
        cli_paragraph_add(&line, unit);
        cli_paragraph_add(&line, " ");
        add_name(c, &line, corpora[i]);
    }
    cli_paragraph_end(&line, c->out, 4);
}

static void print_share(const cli_comparison *c, const char *words, const size_t corpora[2],
                        double share_a, double share_b)
{
    double const percents[2] = {100.0 * share_a, 100.0 * share_b};
    print_cause(c, words, "% of", corpora, percents);
}

static void print_marks(const cli_comparison *c, const size_t corpora[2], unsigned causes)
{
    static const char *const words[BSH_MARK_COUNT] = {
        [BSH_MARK_CURLY_DOUBLE] = "articles that quote in curly double marks",
        [BSH_MARK_CURLY_SINGLE] = "articles that quote in curly single marks",
        [BSH_MARK_STRAIGHT_DOUBLE] = "articles that quote in straight double marks",
        [BSH_MARK_STRAIGHT_SINGLE] = "articles that quote in straight single marks",
        [BSH_MARK_OTHER] = "articles that quote in other marks",
    };
    for (unsigned mark = BSH_MARK_NONE + 1; mark < BSH_MARK_COUNT; ++mark) {
        if ((causes >> mark & 1) != 0) {
            print_share(c, words[mark], corpora,
                        bsh_mark_share(&c->corpora[corpora[0]], (bsh_mark) mark),
                        bsh_mark_share(&c->corpora[corpora[1]], (bsh_mark) mark));
        }
    }
}

static void print_instrument(const cli_comparison *c, size_t a, size_t b)
{
    const bsh_corpus_summary *const of_a = &c->corpora[a];
    const bsh_corpus_summary *const of_b = &c->corpora[b];
    size_t const                    corpora[2] = {a, b};
    double const                    repairs[2] = {of_a->repairs_per_100, of_b->repairs_per_100};
    unsigned const                  causes = bsh_instrument_causes(of_a, of_b);
    cli_paragraph                   line;
    cli_paragraph_begin(&line, c->style);
    cli_paragraph_add(&line, "note: the instrument may have made these differences, so no "
                             "sentence is made of them: ");
    add_labels(c, &line, a, b, BSH_NOTE_INSTRUMENT_DIFFERS);
    cli_paragraph_end(&line, c->out, 2);
    print_marks(c, corpora, causes);
    if ((causes & BSH_CAUSE_REPAIRS) != 0) {
        print_cause(c, "quotation marks repaired", "per 100 quotes of", corpora, repairs);
    }
    if ((causes & BSH_CAUSE_LEFT_OUT) != 0) {
        print_share(c, "words left out", corpora, of_a->left_out_share, of_b->left_out_share);
    }
    if ((causes & BSH_CAUSE_DECODING) != 0) {
        print_share(c, "guessed or damaged encoding", corpora, of_a->decoded_share,
                    of_b->decoded_share);
    }
}

void cli_instrument_note(const cli_comparison *c, size_t a, size_t b)
{
    if (first_with(c, a, b, BSH_NOTE_INSTRUMENT_DIFFERS) != NULL) {
        (void) fputc('\n', c->out);
        print_instrument(c, a, b);
    }
}

/* ---- design */

static void print_clusters(const cli_comparison *c, size_t a, size_t b)
{
    char          n[32];
    cli_paragraph line;
    cli_paragraph_begin(&line, c->style);
    cli_paragraph_add(&line, "note: ");
    cli_paragraph_add(&line, cli_grouped(n, c->corpora[a].n_clusters));
    cli_paragraph_add(&line, " clusters in ");
    add_name(c, &line, a);
    cli_paragraph_add(&line, " and ");
    cli_paragraph_add(&line, cli_grouped(n, c->corpora[b].n_clusters));
    cli_paragraph_add(&line, " in ");
    add_name(c, &line, b);
    cli_paragraph_add(&line, "; with fewer than 10 the p comes out too low too often");
    cli_paragraph_end(&line, c->out, 2);
}

static void print_labelled(const cli_comparison *c, size_t a, size_t b, bsh_note note,
                           const char *words)
{
    cli_paragraph line;
    if (first_with(c, a, b, note) == NULL) {
        return;
    }
    cli_paragraph_begin(&line, c->style);
    cli_paragraph_add(&line, words);
    add_labels(c, &line, a, b, note);
    cli_paragraph_end(&line, c->out, 2);
}

/* Whether a pair has anything that is said here. */
static bool has_any(const cli_comparison *c, size_t a, size_t b)
{
    static const unsigned said = 1U << BSH_NOTE_LENGTH_CONFOUNDED |
                                 1U << BSH_NOTE_INSTRUMENT_DIFFERS |
                                 1U << BSH_NOTE_FEW_CLUSTERS | 1U << BSH_NOTE_FEW_BLOCKS;
    bool found = false;
    for (size_t i = 0; i < c->n_pairs; ++i) {
        const bsh_pair_summary *const pair = &c->pairs[i];
        found = found ||
                (pair->a == a && pair->b == b && ((pair->notes & said) != 0 || is_sized(pair)));
    }
    return found;
}

void cli_comparison_notes(const cli_comparison *c, size_t a, size_t b)
{
    if (!has_any(c, a, b)) {
        return;
    }
    (void) fputc('\n', c->out);
    print_sizes(c, a, b);
    if (first_with(c, a, b, BSH_NOTE_LENGTH_CONFOUNDED) != NULL) {
        print_length(c, a, b);
    }
    if (first_with(c, a, b, BSH_NOTE_INSTRUMENT_DIFFERS) != NULL) {
        print_instrument(c, a, b);
    }
    if (first_with(c, a, b, BSH_NOTE_FEW_CLUSTERS) != NULL) {
        print_clusters(c, a, b);
    }
    print_labelled(c, a, b, BSH_NOTE_FEW_BLOCKS,
                   "note: fewer than 10 blocks have articles of both: ");
}
