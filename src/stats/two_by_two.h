/* The table of two corpora and one term: deviance, and the conditional (hypergeometric)
 * distribution that Fisher's exact test rests on. */
#ifndef BSH_STATS_TWO_BY_TWO_H
#define BSH_STATS_TWO_BY_TWO_H

#include "stats/sample.h"

/* Whole numbers up to 2^53, and so is their sum. */
typedef struct bsh__two_by_two {
    double a, b;           /* occurrences in A, in B */
    double rest_a, rest_b; /* all other words of A, of B */
} bsh__two_by_two;

/* O ln(O/E) - (O - E), never negative and without cancellation; 0 ln 0 is 0.  excess is O - E,
 * which the caller knows better than the difference of two rounded numbers.  Summed over a
 * table and doubled it is G2.  Source: Loader 2000 (the deviance part of his saddle point). */
double bsh__deviance(double observed, double expected, double excess);

/* x y - z w, right to the last digits also where the products agree in most.  Source: Kahan (in
 * Jeannerod, Louvet & Muller 2013). */
double bsh__difference_of_products(double x, double y, double z, double w);

/* What is expected of the four cells under one rate; what a has over it. */
typedef struct bsh__expected {
    double a, b, rest_a, rest_b, excess, total;
} bsh__expected;
bsh__expected bsh__expected_of(const bsh__two_by_two *table);

/* G2 / 2 over all four cells. */
double bsh__half_g2(const bsh__two_by_two *table);

/* Fisher's exact test.  p sums the tables that are no more likely than the observed one, with
 * a relative slack of 1e-7; at most about 20 standard deviations of the conditional
 * distribution are walked, never the count: right and quick at 6e9 words. */
typedef struct bsh__fisher {
    double p, p_greater, p_less;
} bsh__fisher;
void bsh__fisher_test(bsh__fisher *out, const bsh__two_by_two *table);

/* Conditional maximum-likelihood estimate of the odds ratio with its exact interval; 0 or
 * infinite where the observed count is at an end of its range, NaN where that range is one
 * number.
 *
 * tolerance  of the odds, or of their inverse where they are over 1; 0: to the last digits.
 *            BSH__ODDS_AS_R is where R's fisher.test stops: an odds ratio of 1.251050 is
 *            1.251043 there, an upper limit of 98.936 is 98.862 */
#define BSH__ODDS_AS_R 0x1p-13
typedef struct bsh__conditional_odds {
    double odds_ratio, ci_low, ci_high;
} bsh__conditional_odds;
void bsh__fisher_odds(bsh__conditional_odds *out, const bsh__two_by_two *table,
                      double conf_level, double tolerance);

#endif
