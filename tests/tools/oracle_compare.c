/* What was expected against what was put, by the file's own tolerances. */
#include "tests/tools/oracle_case.h"

#include <stdio.h>
#include <string.h>

/* ---- which fields are p values */

static bool begins(const char *text, const char *with)
{
    return strncmp(text, with, strlen(with)) == 0;
}

static bool ends(const char *text, const char *with)
{
    size_t const n_text = strlen(text);
    size_t const n_with = strlen(with);
    return n_text >= n_with && strcmp(text + n_text - n_with, with) == 0;
}

/* p_superior, and p_a and p_b, which are shares, with their intervals. */
static bool is_estimate(const char *field)
{
    return begins(field, "p_superior") || strcmp(field, "p_a") == 0 ||
           strcmp(field, "p_b") == 0 || begins(field, "p_a_ci") || begins(field, "p_b_ci");
}

/* Its error is that of p, but it is negative, and 0 where p is 1. */
static bool is_log_of_p(const char *field)
{
    return ends(field, "log10_p");
}

/* Also p values are fisher_p_less, signed_rank_p_exact: what stands behind says which.  p05 to
 * p95, which are percentiles, have no such line. */
static bool is_p_value(const char *field)
{
    return !is_estimate(field) && !is_log_of_p(field) &&
           (strcmp(field, "p") == 0 || ends(field, "_p") || begins(field, "p_") ||
            strstr(field, "_p_") != NULL);
}

/* ---- numbers */

typedef struct allowance {
    double relative, absolute;
    bool   is_p;
} allowance;

static allowance allowance_of(const oracle_case *c, const oracle_tolerances *tolerances,
                              const char *field)
{
    bool const has_p_error = is_p_value(field) || is_log_of_p(field);
    allowance  out = {has_p_error ? tolerances->p_relative : tolerances->relative,
                     tolerances->absolute, is_p_value(field)};
    (void) oracle_read_number(json_object_get(c->body, "rel_tol"), &out.relative);
    (void) oracle_read_number(json_object_get(c->body, "abs_tol"), &out.absolute);
    if (out.is_p) {
        out.absolute = 0;
    }
    return out;
}

static bool agrees(double got, double want, allowance allowed)
{
    if (isnan(want) || isnan(got)) {
        return isnan(want) && isnan(got);
    }
    if (isinf(want) || isinf(got)) {
        return got == want;
    }
    if (allowed.is_p && want < 1e-300) {
        return got >= 0 && got < 1e-300;
    }
    return fabs(got - want) <= fmax(allowed.relative * fabs(want), allowed.absolute);
}

/* ---- one case */

typedef struct trial {
    const oracle_case       *c;
    const oracle_tolerances *tolerances;
    unsigned                 n_breaches;
} trial;

/* The case is named once, above its breaches. */
static void begin_breach(trial *t, const char *path)
{
    if (t->n_breaches++ == 0) {
        const char *id = json_string_value(json_object_get(t->c->body, "id"));
        (void) printf("%s\n", id != NULL ? id : "(a case without id)");
    }
    (void) printf("    %s: ", path);
}

static void breach(trial *t, const char *path, const char *got, const char *want)
{
    begin_breach(t, path);
    (void) printf("got %s, want %s\n", got, want);
}

static void compare_number(trial *t, const char *path, const char *field, double got,
                           double want)
{
    if (agrees(got, want, allowance_of(t->c, t->tolerances, field))) {
        return;
    }
    begin_breach(t, path);
    (void) printf("got %.17g, want %.17g", got, want);
    if (isfinite(got) && isfinite(want)) {
        (void) printf(", %s difference %.2g", want != 0 ? "relative" : "absolute",
                      fabs(got - want) / (want != 0 ? fabs(want) : 1));
    }
    (void) printf("\n");
}

static const char *const shapes[] = {"a number", "a status", "a list"};

/* A text that is no number is a status. */
static void compare_value(trial *t, const char *path, const oracle_value *got, json_t *want)
{
    double     number;
    bool const is_number = oracle_read_number(want, &number);
    if (got == NULL) {
        breach(t, path, "nothing", is_number ? "a number" : "a status");
    } else if (is_number && got->is == ORACLE_NUMBER) {
        compare_number(t, path, got->field, got->number, number);
    } else if (is_number || !json_is_string(want) || got->is != ORACLE_STATUS) {
        breach(t, path, shapes[got->is],
               is_number              ? "a number"
               : json_is_string(want) ? "a status"
                                      : "an object");
    } else if (strcmp(bsh_test_status_name(got->status), json_string_value(want)) != 0) {
        breach(t, path, bsh_test_status_name(got->status), json_string_value(want));
    }
}

static void compare_list(trial *t, const char *field, json_t *want)
{
    const oracle_value *got = oracle_value_of(t->c, NULL, 0, field);
    if (got == NULL || got->is != ORACLE_LIST) {
        breach(t, field, got == NULL ? "nothing" : shapes[got->is], "a list");
        return;
    }
    if (got->n != json_array_size(want)) {
        begin_breach(t, field);
        (void) printf("got %zu items, want %zu\n", got->n, json_array_size(want));
        return;
    }
    for (size_t i = 0; i < got->n; ++i) {
        char path[128];
        (void) snprintf(path, sizeof path, "%s[%zu]", field, i);
        double number;
        if (oracle_read_number(json_array_get(want, i), &number)) {
            compare_number(t, path, field, got->numbers[i], number);
        } else {
            breach(t, path, "a number", "what is none");
        }
    }
}

static void compare_objects(trial *t, const char *list, json_t *want)
{
    size_t const n = oracle_list_size(t->c, list);
    if (n != json_array_size(want)) {
        begin_breach(t, list);
        (void) printf("got %zu items, want %zu\n", n, json_array_size(want));
    }
    for (size_t i = 0; i < json_array_size(want); ++i) {
        const char *field;
        json_t     *value;
        json_object_foreach(json_array_get(want, i), field, value)
        {
            char path[128];
            (void) snprintf(path, sizeof path, "%s[%zu].%s", list, i, field);
            compare_value(t, path, oracle_value_of(t->c, list, i, field), value);
        }
    }
}

bool oracle_compare(const oracle_case *c, const oracle_tolerances *tolerances)
{
    trial   t = {.c = c, .tolerances = tolerances};
    json_t *expect = json_object_get(c->body, "expect");
    if (c->problem[0] != '\0') {
        begin_breach(&t, "case");
        (void) printf("%s\n", c->problem);
        return false;
    }
    if (json_object_size(expect) == 0) {
        breach(&t, "expect", "no fields", "some");
    }
    const char *field;
    json_t     *want;
    json_object_foreach(expect, field, want)
    {
        if (json_is_object(json_array_get(want, 0))) {
            compare_objects(&t, field, want);
        } else if (json_is_array(want)) {
            compare_list(&t, field, want);
        } else {
            compare_value(&t, field, oracle_value_of(c, NULL, 0, field), want);
        }
    }
    return t.n_breaches == 0;
}
