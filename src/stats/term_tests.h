/* Tests on counts of words, which assume independent words. */
#ifndef BSH_STATS_TERM_TESTS_H
#define BSH_STATS_TERM_TESTS_H

#include "stats/sample.h"

typedef struct bsh__keyness {
    bsh_test_status status;
    double per_million_a, per_million_b, g2, g2_p, g2_log10_p, g2_two_cell, g2_two_cell_p,
        g2_williams, chi2, chi2_p, chi2_yates, chi2_yates_p, min_expected, fisher_p,
        fisher_p_greater, fisher_p_less, fisher_or_cmle, fisher_or_ci_low, fisher_or_ci_high,
        log_ratio, log_ratio_ci_low, log_ratio_ci_high, odds_ratio, odds_ratio_ci_low,
        odds_ratio_ci_high, percent_diff, bic, ell, simple_maths_1, simple_maths_100,
        log_odds_dirichlet, log_odds_dirichlet_z;
    int  sign;           /* -1, 0, 1: rate of A under, as, over that of B */
    bool has_zero_count; /* a zero count stands as .5 in log_ratio */
} bsh__keyness;

/* What is asked for besides the cheap ones: Fisher's exact test with its interval is dear. */
enum { BSH__KEYNESS_FISHER = 1, BSH__KEYNESS_FISHER_ODDS = 2 };
typedef struct bsh__word_counts {
    double count_a, count_b, tokens_a, tokens_b; /* whole numbers up to 2^53 */
    double alpha_w, alpha_0;                     /* prior counts of log_odds_dirichlet */
} bsh__word_counts;
void bsh__keyness_of(bsh__keyness *out, const bsh__word_counts *counts, unsigned wanted,
                     double conf_level);

typedef struct bsh__table_test {
    bsh_test_status status;
    double          chi2, df, chi2_p, g2, g2_p, cramers_v, min_expected;
} bsh__table_test;
void bsh__chi2_table(bsh__table_test *out, const double *counts, size_t n_rows,
                     size_t n_columns);

typedef struct bsh__proportions {
    bsh_test_status status;
    double p_a, p_a_ci_low, p_a_ci_high, p_b, p_b_ci_low, p_b_ci_high, diff, newcombe_low,
        newcombe_high, fisher_p;
} bsh__proportions;
void bsh__two_proportions(bsh__proportions *out, double x_a, double n_a, double x_b, double n_b,
                          double conf_level);

typedef struct bsh__dispersed {
    bsh_test_status status;
    double          f, range, dp, dp_norm, juilland_d, kld, idf;
} bsh__dispersed;
void bsh__dispersion(bsh__dispersed *out, const double *counts, const double *lengths,
                     size_t n);

#endif
