/* A case of the oracle from the inside: what it gives, what was put. */
#ifndef ORACLE_CASE_H
#define ORACLE_CASE_H

#include <jansson.h>

#include "base/memory.h"
#include "tests/tools/oracle.h"

/* What a kind has put: a number, a status or a list, by itself or in entry `index` of `list`.
 */
typedef struct oracle_value {
    const char *list; /* NULL: by itself */
    size_t      index;
    const char *field;
    enum { ORACLE_NUMBER, ORACLE_STATUS, ORACLE_LIST } is;
    double          number;
    bsh_test_status status;
    const double   *numbers;
    size_t          n;
} oracle_value;

struct oracle_case {
    json_t    *body, *datasets; /* borrowed */
    bsh__arena memory;
    bsh__vec   values;       /* of oracle_value */
    char       problem[160]; /* "" or what is wrong with the case itself */
};

void oracle_case_begin(oracle_case *c, json_t *body, json_t *datasets);
void oracle_case_end(oracle_case *c);

/* What was put last under a name; NULL if nothing was. */
const oracle_value *oracle_value_of(const oracle_case *c, const char *list, size_t index,
                                    const char *field);

/* Entries that were put into a list of objects. */
size_t oracle_list_size(const oracle_case *c, const char *list);

/* A number as the file writes it: also "Inf", "-Inf", "NaN", null (NaN), booleans and roots
 * ("sqrt(2)/2").  False if it is none. */
bool oracle_read_number(const json_t *json, double *out);

/* Values of a data set {"formula": ...} agree with its check_sum and its first values. */
bool oracle_formula_is_right(json_t *dataset);

/* The tolerances of a file. */
typedef struct oracle_tolerances {
    double relative, p_relative, absolute;
} oracle_tolerances;

/* Compares what the case expects with what was put; prints what fails.  True if all is right.
 */
bool oracle_compare(const oracle_case *c, const oracle_tolerances *tolerances);

#endif
