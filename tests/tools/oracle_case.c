/* Data of a case, and what its kind puts back. */
#include "tests/tools/oracle_case.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static void *must(void *memory)
{
    if (memory == NULL) {
        (void) fputs("oracle: out of memory\n", stderr);
        exit(2);
    }
    return memory;
}

static void *room(oracle_case *c, size_t n_items, size_t item_bytes)
{
    if (n_items > SIZE_MAX / 2 / item_bytes) {
        return must(NULL);
    }
    return must(bsh__arena_allocate(&c->memory, (n_items + 1) * item_bytes));
}

static double *room_for_numbers(oracle_case *c, size_t n)
{
    return room(c, n, sizeof(double));
}

void oracle_case_begin(oracle_case *c, json_t *body, json_t *datasets)
{
    *c = (oracle_case){.body = body, .datasets = datasets};
    bsh__arena_init(&c->memory, bsh__allocator(NULL));
    bsh__vec_init(&c->values, bsh__allocator(NULL), sizeof(oracle_value));
}

void oracle_case_end(oracle_case *c)
{
    bsh__vec_free(&c->values);
    bsh__arena_free(&c->memory);
}

/* The first problem is the one that tells. */
static void complain(oracle_case *c, const char *what, const char *field)
{
    if (c->problem[0] == '\0') {
        (void) snprintf(c->problem, sizeof c->problem, "%s \"%s\"", what, field);
    }
}

/* ---- numbers */

/* "sqrt(2)/2": how the file writes a scale without a rounding of its own. */
static bool read_root(const char *text, double *out)
{
    double radicand;
    double divisor;
    int    n_read = -1;
    if (sscanf(text, "sqrt(%lf)/%lf%n", &radicand, &divisor, &n_read) == 2 && n_read >= 0 &&
        text[n_read] == '\0') {
        *out = sqrt(radicand) / divisor;
        return true;
    }
    return false;
}

static bool read_text(const char *text, double *out)
{
    if (strcmp(text, "Inf") == 0) {
        *out = (double) INFINITY;
    } else if (strcmp(text, "-Inf") == 0) {
        *out = -(double) INFINITY;
    } else if (strcmp(text, "NaN") == 0) {
        *out = (double) NAN;
    } else {
        return read_root(text, out);
    }
    return true;
}

bool oracle_read_number(const json_t *json, double *out)
{
    if (json_is_number(json)) {
        *out = json_number_value(json);
    } else if (json_is_boolean(json)) {
        *out = json_is_true(json) ? 1 : 0;
    } else if (json_is_null(json)) {
        *out = (double) NAN;
    } else {
        return json_is_string(json) && read_text(json_string_value(json), out);
    }
    return true;
}

double oracle_option(oracle_case *c, const char *option, double standard)
{
    const json_t *json = json_object_get(json_object_get(c->body, "options"), option);
    double        value = standard;
    if (json != NULL && !oracle_read_number(json, &value)) {
        complain(c, "no number: option", option);
    }
    return value;
}

double oracle_number(oracle_case *c, const char *field)
{
    const json_t *json = json_object_get(c->body, field);
    if (json == NULL) {
        return oracle_option(c, field, (double) NAN);
    }
    double value = (double) NAN;
    if (!oracle_read_number(json, &value)) {
        complain(c, "no number: field", field);
    }
    return value;
}

/* ---- data sets */

typedef struct formula {
    uint64_t n, factor, modulus;
    double   divisor, addend;
} formula;

static bool read_formula(const json_t *dataset, formula *out)
{
    const json_t *json = json_object_get(dataset, "formula");
    double const  n = json_number_value(json_object_get(json, "n"));
    double const  factor = json_number_value(json_object_get(json, "mul"));
    double const  modulus = json_number_value(json_object_get(json, "mod"));
    double const  most = 1e9; // products stay under 2^63
    *out = (formula){.divisor = json_number_value(json_object_get(json, "div")),
                     .addend = json_number_value(json_object_get(json, "add"))};
    if (!(n >= 0 && n < most && factor >= 0 && factor < most && modulus >= 1) ||
        modulus >= most || out->divisor == 0) {
        return false;
    }
    out->n = (uint64_t) n;
    out->factor = (uint64_t) factor;
    out->modulus = (uint64_t) modulus;
    return true;
}

/* i counts from 1. */
static double formula_value(const formula *rule, uint64_t i)
{
    return (double) (i * rule->factor % rule->modulus) / rule->divisor + rule->addend;
}

static bool is_near(double got, double want)
{
    return fabs(got - want) <= 1e-12 * fabs(want);
}

bool oracle_formula_is_right(json_t *dataset)
{
    formula rule;
    if (!read_formula(dataset, &rule)) {
        return false;
    }
    double sum = 0;
    for (uint64_t i = 1; i <= rule.n; ++i) {
        sum += formula_value(&rule, i);
    }
    const json_t *first = json_object_get(dataset, "first");
    for (size_t i = 0; i < json_array_size(first); ++i) {
        if (!is_near(formula_value(&rule, i + 1),
                     json_number_value(json_array_get(first, i)))) {
            return false;
        }
    }
    const json_t *check_sum = json_object_get(dataset, "check_sum");
    return check_sum == NULL || is_near(sum, json_number_value(check_sum));
}

static double *numbers_of_formula(oracle_case *c, const json_t *dataset, size_t *n)
{
    formula rule;
    if (!read_formula(dataset, &rule)) {
        return NULL;
    }
    double *numbers = room_for_numbers(c, rule.n);
    for (uint64_t i = 1; i <= rule.n; ++i) {
        numbers[i - 1] = formula_value(&rule, i);
    }
    *n = rule.n;
    return numbers;
}

static double *numbers_of_array(oracle_case *c, const json_t *array, size_t *n)
{
    *n = json_array_size(array);
    double *numbers = room_for_numbers(c, *n);
    for (size_t i = 0; i < *n; ++i) {
        if (!oracle_read_number(json_array_get(array, i), &numbers[i])) {
            return NULL;
        }
    }
    return numbers;
}

/* An array, the name of a data set, or one number. */
static double *numbers_of(oracle_case *c, const json_t *json, size_t *n)
{
    const json_t *data =
        json_is_string(json) ? json_object_get(c->datasets, json_string_value(json)) : json;
    if (json_is_array(data)) {
        return numbers_of_array(c, data, n);
    }
    if (json_is_object(data)) {
        return numbers_of_formula(c, data, n);
    }
    double *number = room_for_numbers(c, 1);
    *n = 1;
    return json_is_number(data) ? (number[0] = json_number_value(data), number) : NULL;
}

static double *needed_numbers(oracle_case *c, const json_t *json, const char *field, size_t *n)
{
    double *numbers = numbers_of(c, json, n);
    if (numbers == NULL) {
        complain(c, "no numbers: field", field);
        *n = 0;
        return room_for_numbers(c, 0);
    }
    return numbers;
}

const double *oracle_numbers(oracle_case *c, const char *field, size_t *n)
{
    return needed_numbers(c, json_object_get(c->body, field), field, n);
}

static bsh__sample sample_of(double *numbers, size_t n)
{
    size_t n_kept = 0;
    for (size_t i = 0; i < n; ++i) {
        if (!isnan(numbers[i])) {
            numbers[n_kept++] = numbers[i];
        }
    }
    bsh__sort_values(numbers, n_kept);
    return (bsh__sample){numbers, n_kept};
}

bsh__sample oracle_sample(oracle_case *c, const char *field)
{
    size_t  n;
    double *numbers = needed_numbers(c, json_object_get(c->body, field), field, &n);
    return sample_of(numbers, n);
}

size_t oracle_missing(oracle_case *c, const char *field)
{
    size_t        n;
    const double *numbers = oracle_numbers(c, field, &n);
    size_t        n_missing = 0;
    for (size_t i = 0; i < n; ++i) {
        n_missing += isnan(numbers[i]) ? 1 : 0;
    }
    return n_missing;
}

const bsh__sample *oracle_samples(oracle_case *c, const char *field, size_t *n)
{
    const json_t *lists = json_object_get(c->body, field);
    *n = json_array_size(lists);
    bsh__sample *samples = room(c, *n, sizeof *samples);
    if (!json_is_array(lists)) {
        complain(c, "no samples: field", field);
    }
    for (size_t i = 0; i < *n; ++i) {
        size_t  n_values;
        double *numbers = needed_numbers(c, json_array_get(lists, i), field, &n_values);
        samples[i] = sample_of(numbers, n_values);
    }
    return samples;
}

const double *oracle_matrix(oracle_case *c, const char *field, size_t *n_rows,
                            size_t *n_columns)
{
    const json_t *rows = json_object_get(c->body, field);
    *n_rows = json_array_size(rows);
    *n_columns = json_array_size(json_array_get(rows, 0));
    double *matrix = room(c, *n_rows, (*n_columns + 1) * sizeof *matrix);
    for (size_t i = 0; i < *n_rows; ++i) {
        size_t        n;
        const double *row = needed_numbers(c, json_array_get(rows, i), field, &n);
        if (n != *n_columns) {
            complain(c, "rows of unequal length: field", field);
        }
        for (size_t j = 0; j < *n_columns; ++j) {
            matrix[i * *n_columns + j] = j < n ? row[j] : (double) NAN;
        }
    }
    if (*n_rows == 0) {
        complain(c, "no rows: field", field);
    }
    return matrix;
}

/* ---- what was put */

static const char *copy(oracle_case *c, const char *text)
{
    return text == NULL ? NULL : must(bsh__arena_copy(&c->memory, text, strlen(text)));
}

static oracle_value *put(oracle_case *c, const char *list, size_t index, const char *field)
{
    oracle_value *value = must(bsh__vec_push(&c->values));
    value->list = copy(c, list);
    value->index = index;
    value->field = copy(c, field);
    return value;
}

void oracle_put_in(oracle_case *c, const char *list, size_t index, const char *field,
                   double value)
{
    oracle_value *slot = put(c, list, index, field);
    slot->is = ORACLE_NUMBER;
    slot->number = value;
}

void oracle_put_status_in(oracle_case *c, const char *list, size_t index, const char *field,
                          bsh_test_status status)
{
    oracle_value *slot = put(c, list, index, field);
    slot->is = ORACLE_STATUS;
    slot->status = status;
}

void oracle_put(oracle_case *c, const char *field, double value)
{
    oracle_put_in(c, NULL, 0, field, value);
}

void oracle_put_status(oracle_case *c, const char *field, bsh_test_status status)
{
    oracle_put_status_in(c, NULL, 0, field, status);
}

void oracle_put_list(oracle_case *c, const char *field, const double *values, size_t n)
{
    double *numbers = room_for_numbers(c, n);
    for (size_t i = 0; i < n; ++i) {
        numbers[i] = values[i];
    }
    oracle_value *slot = put(c, NULL, 0, field);
    slot->is = ORACLE_LIST;
    slot->numbers = numbers;
    slot->n = n;
}

static bool is_same_list(const char *left, const char *right)
{
    return left == NULL || right == NULL ? left == right : strcmp(left, right) == 0;
}

const oracle_value *oracle_value_of(const oracle_case *c, const char *list, size_t index,
                                    const char *field)
{
    const oracle_value *values = c->values.items;
    for (size_t i = c->values.n; i-- > 0;) {
        if (values[i].index == index && is_same_list(values[i].list, list) &&
            strcmp(values[i].field, field) == 0) {
            return &values[i];
        }
    }
    return NULL;
}

size_t oracle_list_size(const oracle_case *c, const char *list)
{
    const oracle_value *values = c->values.items;
    size_t              n = 0;
    for (size_t i = 0; i < c->values.n; ++i) {
        if (values[i].list != NULL && is_same_list(values[i].list, list) &&
            values[i].index >= n) {
            n = values[i].index + 1;
        }
    }
    return n;
}
