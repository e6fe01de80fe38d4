/* oracle FILE.json [KIND ...]: runs the reference cases of a file, or those of the kinds named.
 *
 * Prints each case that fails with its fields, the kinds that are unknown, the kinds with
 * failures, and last "N passed, N failed".  Exit status: 0 if none failed, 1, or 2 if the file
 * cannot be read. */
#include <stdio.h>
#include <string.h>

#include "tests/tools/oracle_case.h"

static const oracle_kind *const tables[] = {oracle_means, oracle_ranks, oracle_effects,
                                            oracle_resampling, oracle_term_counts};

static const oracle_kind *kind_of(const char *test)
{
    for (size_t i = 0; i < sizeof tables / sizeof tables[0]; ++i) {
        for (const oracle_kind *kind = tables[i]; kind->test != NULL; ++kind) {
            if (strcmp(kind->test, test) == 0) {
                return kind;
            }
        }
    }
    return NULL;
}

/* ---- the file */

typedef struct oracle_file {
    json_t           *root, *cases, *datasets;
    oracle_tolerances tolerances;
} oracle_file;

static bool unreadable(const char *path, const char *what)
{
    (void) fprintf(stderr, "oracle: %s: %s\n", path, what);
    return false;
}

static bool read_tolerances(oracle_file *file)
{
    oracle_tolerances *out = &file->tolerances;
    return oracle_read_number(json_object_get(file->root, "default_rel_tol"), &out->relative) &&
           oracle_read_number(json_object_get(file->root, "default_p_rel_tol"),
                              &out->p_relative) &&
           oracle_read_number(json_object_get(file->root, "default_abs_tol"), &out->absolute);
}

static bool check_datasets(const oracle_file *file, const char *path)
{
    const char *name;
    json_t     *dataset;
    bool        is_right = true;
    json_object_foreach(file->datasets, name, dataset)
    {
        if (!json_is_array(dataset) && !oracle_formula_is_right(dataset)) {
            (void) fprintf(stderr, "oracle: %s: data set \"%s\" is not what its sum says\n",
                           path, name);
            is_right = false;
        }
    }
    return is_right;
}

static bool read_file(oracle_file *file, const char *path)
{
    json_error_t problem;
    *file = (oracle_file){0};
    file->root =
        json_load_file(path, JSON_REJECT_DUPLICATES | JSON_DECODE_INT_AS_REAL, &problem);
    if (file->root == NULL) {
        (void) fprintf(stderr, "oracle: %s:%d: %s\n", path, problem.line, problem.text);
        return false;
    }
    file->cases = json_object_get(file->root, "cases");
    file->datasets = json_object_get(file->root, "datasets");
    if (json_array_size(file->cases) == 0) {
        return unreadable(path, "no cases");
    }
    if (!read_tolerances(file)) {
        return unreadable(path, "no tolerances");
    }
    return check_datasets(file, path);
}

/* ---- the run */

typedef struct tally {
    const char *test;
    bool        is_known;
    unsigned    n_passed, n_failed;
} tally;

static tally *tally_of(bsh__vec *tallies, const char *test)
{
    tally *items = tallies->items;
    for (size_t i = 0; i < tallies->n; ++i) {
        if (strcmp(items[i].test, test) == 0) {
            return &items[i];
        }
    }
    tally *out = bsh__vec_push(tallies);
    if (out != NULL) {
        out->test = test;
    }
    return out;
}

static bool passes(const oracle_file *file, json_t *body, const oracle_kind *kind)
{
    oracle_case c;
    oracle_case_begin(&c, body, file->datasets);
    bsh__gsl_begin();
    kind->run(&c);
    bsh__gsl_end();
    bool const is_right = oracle_compare(&c, &file->tolerances);
    oracle_case_end(&c);
    return is_right;
}

static bool run_case(const oracle_file *file, json_t *body, const char *test, bsh__vec *tallies)
{
    tally *count = tally_of(tallies, test);
    if (count == NULL) {
        return unreadable(test, "out of memory");
    }
    const oracle_kind *kind = kind_of(test);
    count->is_known = kind != NULL;
    if (kind != NULL && passes(file, body, kind)) {
        ++count->n_passed;
    } else {
        ++count->n_failed;
    }
    return true;
}

static bool is_wanted(const char *test, char *const *kinds, int n_kinds)
{
    for (int i = 0; i < n_kinds; ++i) {
        if (strcmp(kinds[i], test) == 0) {
            return true;
        }
    }
    return n_kinds == 0;
}

static bool run_all(const oracle_file *file, char *const *kinds, int n_kinds, bsh__vec *tallies)
{
    for (size_t i = 0; i < json_array_size(file->cases); ++i) {
        json_t     *body = json_array_get(file->cases, i);
        const char *named = json_string_value(json_object_get(body, "test"));
        const char *test = named != NULL ? named : "(none)";
        if (is_wanted(test, kinds, n_kinds) && !run_case(file, body, test, tallies)) {
            return false;
        }
    }
    return true;
}

/* The number of failed cases. */
static unsigned report(const bsh__vec *tallies)
{
    const tally *items = tallies->items;
    unsigned     n_passed = 0;
    unsigned     n_failed = 0;
    for (size_t i = 0; i < tallies->n; ++i) {
        n_passed += items[i].n_passed;
        n_failed += items[i].n_failed;
        if (!items[i].is_known) {
            (void) printf("unknown kind: %s (%u cases)\n", items[i].test, items[i].n_failed);
        } else if (items[i].n_failed > 0) {
            (void) printf("kind %s: %u passed, %u failed\n", items[i].test, items[i].n_passed,
                          items[i].n_failed);
        }
    }
    (void) printf("%u passed, %u failed\n", n_passed, n_failed);
    return n_failed;
}

int main(int n_arguments, char **arguments)
{
    if (n_arguments < 2) {
        (void) fputs("usage: oracle FILE.json [KIND ...]\n", stderr);
        return 2;
    }
    oracle_file file;
    bsh__vec    tallies;
    int         status = 2;
    bsh__vec_init(&tallies, bsh__allocator(NULL), sizeof(tally));
    if (read_file(&file, arguments[1]) &&
        run_all(&file, arguments + 2, n_arguments - 2, &tallies)) {
        status = report(&tallies) == 0 ? 0 : 1;
    }
    bsh__vec_free(&tallies);
    json_decref(file.root);
    return status;
}
