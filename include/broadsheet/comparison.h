/* broadsheet/comparison.h -- outlets compared, the article as the unit.
 *
 * A is the first corpus of a pair, B the second: every difference is A minus B, every ratio A
 * over B, and p_superior is P(A > B) + P(A = B)/2.  p values are two-sided.  A number that is
 * not given is NaN here and an empty cell in every output. */
#ifndef BROADSHEET_COMPARISON_H
#define BROADSHEET_COMPARISON_H

#include <broadsheet/rows.h>
#include <broadsheet/statistics.h>

#ifdef __cplusplus
extern "C" {
#endif

/* Description of a measure in a corpus, in the order in which it is printed.  var has n - 1;
 * quantiles are of type 7; mad is 1.4826022185 median|x - median|; the trimmed mean drops
 * floor(.2 n) at each end; skew_G1 and kurtosis_G2 are adjusted for bias. */
#define BSH_DESCRIPTION_MAP(X)                                                                 \
    X(n)                                                                                       \
    X(missing)                                                                                 \
    X(sum)                                                                                     \
    X(mean)                                                                                    \
    X(sd) X(se) X(mean_ci_low) X(mean_ci_high) X(min) X(p05) X(p10) X(q1) X(median) X(q3)      \
        X(p90) X(p95) X(max) X(iqr) X(mad) X(trimmed_mean_20) X(cv) X(skew_G1) X(kurtosis_G2)
typedef struct bsh_description {
#define BSH_DESCRIPTION_FIELD(id) double id;
    BSH_DESCRIPTION_MAP(BSH_DESCRIPTION_FIELD)
#undef BSH_DESCRIPTION_FIELD
    double var, mad_raw;
} bsh_description;

/* Which p the one-line summary shows. */
typedef enum bsh_summary_p { BSH_SUMMARY_BM, BSH_SUMMARY_MW, BSH_SUMMARY_WELCH } bsh_summary_p;

typedef struct bsh_compare_options {
    size_t               size;              /* sizeof; set by bsh_compare_options_init */
    double               alpha, conf_level; /* .05, .95 */
    bsh_adjust           adjust;            /* Holm */
    uint64_t             seed;              /* 1 */
    unsigned             n_draws;           /* of resampling: 9,999 */
    const char          *baseline; /* pairs with this corpus only, as B; NULL: all pairs */
    const char          *tests;    /* on request: "student_t,ks2"; "all"; NULL: none */
    bsh_summary_p        summary_p;
    bool                 has_blocks, has_clusters; /* the design the rows carry is to be used */
    bool                 has_equivalence; /* makes tost_welch one of the tests */
    double               equivalence_low, equivalence_high; /* bounds of tost_welch */
    const bsh_allocator *allocator;
} bsh_compare_options;
BSH_API void bsh_compare_options_init(bsh_compare_options *options);

/* Whether a comparison could be made with these; E_USAGE says what is wrong. */
BSH_API bsh_status bsh_compare_options_check(const bsh_compare_options *options,
                                             bsh_error                 *err);

/* Tests on request: id and label; NULL at the end. */
BSH_API const char *bsh_test_id(size_t index);
BSH_API const char *bsh_test_label(size_t index);

/* Notes on a row, in the order in which they are printed. */
#define BSH_NOTE_MAP(X)                                                                        \
    X(LENGTH_CONFOUNDED, "length_confounded")                                                  \
    X(INSTRUMENT_DIFFERS, "instrument_differs")                                                \
    X(CANNOT_REACH_ALPHA, "cannot_reach_alpha")                                                \
    X(LEVEL_NOT_REACHED, "level_not_reached") /* the exact interval is narrower than asked */  \
    X(FEW_CLUSTERS, "few_clusters")           /* under 10 in an outlet */                      \
    X(FEW_BLOCKS, "few_blocks")               /* under 10 that both outlets have */            \
    X(NEWCOMBE_CI, "newcombe_ci")   /* the interval is Newcombe's: no variance of ranks */     \
    X(PERMUTATION, "permutation")   /* p by drawn permutations of labels */                    \
    X(FEW_ARTICLES, "few_articles") /* under 8 in an outlet: no bootstrap interval */

#define BSH_NOTE_ENUM(name, id) BSH_NOTE_##name,
typedef enum bsh_note { BSH_NOTE_MAP(BSH_NOTE_ENUM) BSH_NOTE_COUNT } bsh_note;
#undef BSH_NOTE_ENUM
BSH_API const char *bsh_note_name(bsh_note note);

/* A corpus as it went into the comparison. */
typedef struct bsh_corpus_summary {
    const char *name;
    uint64_t    n_articles, n_words;
    uint64_t    n_tested;  /* articles that take part in tests */
    uint64_t    n_short;   /* left out of the tests: fewer than --min-words words */
    uint64_t    n_decoded; /* articles with a decoding flag */
    uint64_t    n_other_language;
    double      median_words;                /* of the tested articles */
    double      mark_shares[BSH_MARK_COUNT]; /* share of articles by main mark, NONE included */
    double      repairs_per_100;             /* repairs per 100 pieces; NaN without pieces */
    double      left_out_share, decoded_share;
    uint64_t    n_blocks, n_clusters; /* 0 without the option */
    uint64_t    n_without_block, n_without_cluster;
} bsh_corpus_summary;

/* Share of the articles with quotes whose main mark this is: an outlet that quotes less has no
 * other marks.  NaN if none of its articles has quotes. */
BSH_API double bsh_mark_share(const bsh_corpus_summary *corpus, bsh_mark mark);

/* What two corpora were measured with and differ in so much that a measure may differ for that
 * reason alone: bits 1 << BSH_MARK_... of main marks whose shares are 20 points apart, and
 * these.  Marks and repairs touch measures of quotation alone, the others every measure. */
enum {
    BSH_CAUSE_REPAIRS = 1 << BSH_MARK_COUNT,        /* 5 per 100 pieces */
    BSH_CAUSE_LEFT_OUT = 1 << (BSH_MARK_COUNT + 1), /* 10 points of words left out */
    BSH_CAUSE_DECODING = 1 << (BSH_MARK_COUNT + 2)  /* 10 points of articles decoded oddly */
};
BSH_API unsigned bsh_instrument_causes(const bsh_corpus_summary *a,
                                       const bsh_corpus_summary *b);

#define BSH_ALL_CORPORA SIZE_MAX /* `a` of a test of all corpora together */
#define BSH_NO_CORPUS   (SIZE_MAX - 1)

/* One row of the long table: a measure, a pair, a method. */
typedef struct bsh_result {
    size_t          measure; /* index in the selection */
    size_t          a, b;
    uint64_t        n_a, n_b, missing_a, missing_b;
    const char     *method;        /* "welch_t" ...; static */
    const char     *estimate_name; /* "diff" ...; static; "" for none */
    double          statistic, df1, df2, p, p_adj, estimate, ci_low, ci_high;
    double          ci_level;     /* of the interval; NaN: there is none */
    bsh_adjust      p_adj_method; /* valid if there is a p_adj */
    bsh_test_status status;
    unsigned        notes; /* bits 1 << BSH_NOTE_... */
} bsh_result;

/* One row of the wide table and of the terminal: a measure and a pair. */
typedef struct bsh_pair_summary {
    size_t          measure, a, b;
    uint64_t        n_a, n_b;
    double          mean_a, mean_b, sd_a, sd_b, median_a, median_b;
    double          diff, diff_ci_low, diff_ci_high, welch_p, welch_p_adj;
    double          hedges_g, g_ci_low, g_ci_high;
    double          p_superior, ps_ci_low, ps_ci_high;
    double          mw_p, mw_p_adj, bm_p, bm_p_adj;
    double          shift, shift_ci_low, shift_ci_high;
    double          length_adj_diff, length_adj_p;
    double          ratio_a, ratio_b;       /* ratios of totals, beside the means of ratios */
    double          shown_p, shown_p_adj;   /* the p of the summary line */
    const char     *shown_method;           /* "brunner_munzel", "paired_t" ...; static */
    double          percentile, crawford_p; /* one article against an outlet */
    bsh_test_status status;
    unsigned        notes;
} bsh_pair_summary;

typedef struct bsh_comparison bsh_comparison;

/* Compares every pair of corpora on every measure of the rows' selection.
 *
 * out      yours; bsh_comparison_destroy; keeps nothing of `rows` but the corpus names, copied
 * errors   E_USAGE (unknown test, baseline that is no corpus, fewer than two corpora), E_NOMEM
 * memory   O(rows x measures); no result depends on the order of the rows */
BSH_API bsh_status bsh_compare(bsh_comparison **out, const bsh_rows *rows,
                               const bsh_compare_options *options, bsh_error *err);
BSH_API void       bsh_comparison_destroy(bsh_comparison *comparison);

BSH_API const bsh_selection       *bsh_comparison_selection(const bsh_comparison *comparison);
BSH_API const bsh_compare_options *bsh_comparison_options(const bsh_comparison *comparison);
BSH_API const bsh_corpus_summary  *bsh_comparison_corpora(const bsh_comparison *comparison,
                                                          size_t               *n);
BSH_API const bsh_description     *bsh_comparison_describe(const bsh_comparison *comparison,
                                                           size_t measure, size_t corpus);
BSH_API const bsh_result *bsh_comparison_results(const bsh_comparison *comparison, size_t *n);
BSH_API const bsh_pair_summary *bsh_comparison_pairs(const bsh_comparison *comparison,
                                                     size_t               *n);

/* Tests that p_adj of the summary's family was adjusted over. */
BSH_API size_t bsh_comparison_n_adjusted(const bsh_comparison *comparison);

#ifdef __cplusplus
}
#endif
#endif
