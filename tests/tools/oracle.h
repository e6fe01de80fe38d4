/* The oracle: reference cases of statistics, each run through the library's own functions.
 *
 * A kind of case is a row {name, function} in one of the oracle_*.c files.  The function takes
 * its data from the case by the functions below and puts back every field that it has computed;
 * the core compares what was expected with what was put. */
#ifndef ORACLE_H
#define ORACLE_H

#include "stats/sample.h"

typedef struct oracle_case oracle_case;

typedef struct oracle_kind {
    const char *test; /* "welch_t"; NULL ends the rows */
    void (*run)(oracle_case *c);
} oracle_kind;

extern const oracle_kind oracle_means[];       /* oracle_means.c */
extern const oracle_kind oracle_ranks[];       /* oracle_ranks.c */
extern const oracle_kind oracle_effects[];     /* oracle_effects.c */
extern const oracle_kind oracle_resampling[];  /* oracle_resampling.c */
extern const oracle_kind oracle_term_counts[]; /* oracle_term_counts.c */

/* The numbers of a field: an array in the case, or the name of a data set.  A missing value is
 * NaN in `numbers`; `sample` leaves those out and is sorted; `missing` counts them.  Owned by
 * the case. */
const double *oracle_numbers(oracle_case *c, const char *field, size_t *n);
bsh__sample   oracle_sample(oracle_case *c, const char *field);
size_t        oracle_missing(oracle_case *c, const char *field);

/* The samples of "groups"; the rows of a matrix ("rows", "measures") one after the other; the
 * arrays of "shards" as samples. */
const bsh__sample *oracle_samples(oracle_case *c, const char *field, size_t *n);
const double      *oracle_matrix(oracle_case *c, const char *field, size_t *n_rows,
                                 size_t *n_columns);

/* A number of the case, of its options; NaN, `standard` if it has none. */
double oracle_number(oracle_case *c, const char *field);
double oracle_option(oracle_case *c, const char *option, double standard);

/* What was computed.  NaN stands for null. */
void oracle_put(oracle_case *c, const char *field, double value); /* booleans as 0, 1 */
void oracle_put_status(oracle_case *c, const char *field, bsh_test_status status);
void oracle_put_list(oracle_case *c, const char *field, const double *values, size_t n);

/* A field of entry `index` of a list of objects: "pairs", 0, "z". */
void oracle_put_in(oracle_case *c, const char *list, size_t index, const char *field,
                   double value);
void oracle_put_status_in(oracle_case *c, const char *list, size_t index, const char *field,
                          bsh_test_status status);

#endif
