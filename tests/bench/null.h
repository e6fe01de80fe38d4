/* Null checks: how often a comparison calls a difference where none was made. */
#ifndef NULL_H
#define NULL_H

#include <broadsheet.h>

enum { NULL_MOST_MEASURES = 16 };

/* Random numbers of the bench's own: SplitMix64 (Steele, Lea & Flood 2014). */
typedef struct null_random {
    uint64_t state;
} null_random;
uint64_t null_next(null_random *random);
double   null_uniform(null_random *random); /* 0 < x < 1 */
double   null_normal(null_random *random);
uint32_t null_below(null_random *random, uint32_t bound);

/* Ends the program where a call failed. */
void null_require(bsh_status status, const bsh_error *err);

/* An article that takes part in the tests; block and cluster may be NULL. */
typedef struct null_article {
    const char   *corpus, *block, *cluster;
    uint64_t      n_words;
    const double *values; /* of every measure */
} null_article;

/* One comparison: rows are added, then the p of each measure's summary is counted. */
typedef struct null_tally {
    unsigned    n_runs, n_significant;
    const char *method;
    bool        has_methods; /* more than one */
} null_tally;

bsh_rows *null_rows(const bsh_selection *selection);
void      null_add(bsh_rows *rows, const null_article *article);
void      null_count(null_tally *tallies, bsh_rows *rows, const bsh_compare_options *options);

/* One line: the share, its standard error, and whether it is inside low to high. */
void null_report(const char *what, const null_tally *tally, double low, double high);

/* Random halves of each outlet of a file of articles. */
void null_outlets(const char *path, unsigned n_runs, unsigned n_keyness_runs);

#endif
