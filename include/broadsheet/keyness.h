/* broadsheet/keyness.h -- terms that set corpora apart.
 *
 * What decides is Welch's t on the rates of articles (zeros included), adjusted by Benjamini &
 * Hochberg over all terms that are in min_docs articles or more; what ranks is the log ratio;
 * the pooled tests assume independent words, which words of one article are not. */
#ifndef BROADSHEET_KEYNESS_H
#define BROADSHEET_KEYNESS_H

#include <broadsheet/statistics.h>
#include <broadsheet/terms.h>

#ifdef __cplusplus
extern "C" {
#endif

#define BSH_NO_GROUP UINT32_MAX

typedef struct bsh_keyness_options {
    size_t     size;              /* sizeof; set by bsh_keyness_options_init */
    double     alpha, conf_level; /* .05, .95 */
    bsh_adjust adjust;            /* BH; not MAXT */
    uint64_t   min_count;         /* of a term in both together; default 1; 0: terms that
                                     neither has are listed too, as `absent` */
    uint64_t min_docs;            /* a term is tested from so many articles of both together
                                     on; default 5 */
    double prior_words;           /* weight of the prior of log_odds_dirichlet, which is
                                     the term's share of both together; default 1000 */
    const bsh_allocator *allocator;
} bsh_keyness_options;
BSH_API void bsh_keyness_options_init(bsh_keyness_options *options);

typedef struct bsh_key_term {
    bsh_string      term;
    uint64_t        count_a, count_b, docs_a, docs_b;
    double          per_million_a, per_million_b, dp_norm_a, dp_norm_b; /* NaN: not given */
    double          welch_p, p_adj, log_ratio, log_ratio_ci_low, log_ratio_ci_high, g2;
    bsh_test_status status;         /* of the Welch test */
    bool            has_zero_count; /* a zero count stands as .5 in the log ratio */
    bool            is_key;         /* p_adj < alpha */
} bsh_key_term;

typedef struct bsh_keyness bsh_keyness;

/* Which articles are compared: group of each by the number (seq) it was added to `terms` under;
 * one of another group, or of BSH_NO_GROUP, is left out.  Borrowed for the call. */
typedef struct bsh_key_groups {
    const uint32_t *group_of;
    size_t          n_group_of;
    uint32_t        a, b;
} bsh_key_groups;

/* Compares the articles of two groups.
 *
 * out      yours; texts of terms are borrowed from `terms`
 * options  NULL = defaults; copied
 * order    key terms first, by |log ratio|; then the others in the same way; ties by the bytes
 * cost     terms in articles, not terms times articles
 * errors   E_USAGE: an option out of its range; E_NOMEM */
BSH_API bsh_status          bsh_keyness_create(bsh_keyness **out, const bsh_terms *terms,
                                               const bsh_key_groups      *groups,
                                               const bsh_keyness_options *options, bsh_error *err);
BSH_API void                bsh_keyness_destroy(bsh_keyness *keyness);
BSH_API const bsh_key_term *bsh_keyness_terms(const bsh_keyness *keyness, size_t *n);

/* Terms in min_docs articles or more that have a Welch p: what p_adj is adjusted over.  Words,
 * and articles with words, of a group. */
BSH_API size_t   bsh_keyness_n_tested(const bsh_keyness *keyness);
BSH_API uint64_t bsh_keyness_tokens(const bsh_keyness *keyness, bool is_b);
BSH_API uint64_t bsh_keyness_articles(const bsh_keyness *keyness, bool is_b);

/* ---- further statistics of the counts of both groups: they assume independent words */

/* Those there are: column name and meaning; NULL at the end. */
BSH_API const char *bsh_key_statistic_name(size_t index);
BSH_API const char *bsh_key_statistic_label(size_t index);
enum { BSH_MOST_KEY_STATISTICS = 64 };

/* A set of them: bit `index`. */
typedef uint64_t bsh_key_statistics;

/* "chi2,fisher_p": the set; an estimate brings the ends of its interval (odds_ratio_ci_low) if
 * it has one.  NULL or "": none.
 *
 * errors  E_USAGE: an unknown name; the message suggests a known one */
BSH_API bsh_status bsh_key_statistics_parse(bsh_key_statistics *out, const char *list,
                                            bsh_error *err);

/* Their values for a term, in the order of the indices; out has room for one each.  NaN: not
 * defined; percent_diff is infinite where B has none. */
BSH_API void bsh_key_statistics_of(double *out, const bsh_keyness *keyness,
                                   const bsh_key_term *term, bsh_key_statistics wanted);

#ifdef __cplusplus
}
#endif
#endif
