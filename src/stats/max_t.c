#include <stdlib.h>
#include <string.h>

#include "stats/labelling.h"
#include "stats/permutation.h"

/* A measure that can be tested. */
typedef struct tested {
    bsh__labelled labelled;
    double        observed, slack;         /* |t| */
    double        under;                   /* |t| under the labelling at hand */
    double        n_raw, n_single, n_step; /* labellings that reach the observed one */
    double        p_raw, p_single, p_step;
    size_t        measure;
} tested;

typedef struct family {
    tested        *measures; /* those that can be tested; the least |t| first */
    size_t         n_measures;
    double        *values; /* all measures', and after them room for one more */
    uint64_t      *present;
    bsh__labelling labelling;
} family;

/* ---- the measures */

static void mark_present(bsh__labelled *labelled, size_t n)
{
    for (size_t i = 0; i < n; ++i) {
        if (!isnan(labelled->values[i])) {
            bsh__set_bit(labelled->present, i);
        }
    }
}

/* Keeps the measures whose observed t is a number. */
static void select_tested(family *of, const double *values, size_t n_measures, size_t n)
{
    memcpy(of->values, values, n_measures * n * sizeof *values);
    double *const work = of->values + n_measures * n;
    for (size_t i = 0; i < n_measures; ++i) {
        tested *const measure = &of->measures[of->n_measures];
        *measure = (tested){.labelled = {.values = of->values + i * n,
                                         .present = of->present + i * of->labelling.n_words},
                            .measure = i};
        mark_present(&measure->labelled, n);
        bsh__labelled_init(&measure->labelled, n, work);
        measure->observed = fabs(bsh__labelled_welch(&measure->labelled, of->labelling.bits));
        measure->slack = fmax(1e-9 * measure->observed, 1e-12);
        of->n_measures += isfinite(measure->observed) ? 1 : 0;
    }
}

static int compare_tested(const void *left, const void *right)
{
    const tested *const a = left;
    const tested *const b = right;
    if (a->observed < b->observed || a->observed > b->observed) {
        return a->observed < b->observed ? -1 : 1;
    }
    return a->measure < b->measure ? -1 : a->measure > b->measure;
}

/* ---- the labellings */

/* A labelling that leaves a measure too few values says nothing against the others, and counts
 * against the measure itself. */
static bool reaches(const tested *measure, double largest)
{
    return isnan(measure->under) || largest >= measure->observed - measure->slack;
}

/* The step-down looks for the largest |t| among the measures no stronger than the one at hand
 * (Westfall & Young 1993, algorithm 4.1). */
static void count_labelling(family *of)
{
    double largest = 0;
    for (size_t i = 0; i < of->n_measures; ++i) {
        tested *const measure = &of->measures[i];
        measure->under = fabs(bsh__labelled_welch(&measure->labelled, of->labelling.bits));
        largest = fmax(largest, measure->under);
        measure->n_raw += reaches(measure, measure->under) ? 1 : 0;
        measure->n_step += reaches(measure, largest) ? 1 : 0;
    }
    for (size_t i = 0; i < of->n_measures; ++i) {
        of->measures[i].n_single += reaches(&of->measures[i], largest) ? 1 : 0;
    }
}

/* No measure gets a smaller p than one that is stronger. */
static void find_p(family *of)
{
    double largest = 0;
    for (size_t i = of->n_measures; i-- > 0;) {
        tested *const measure = &of->measures[i];
        measure->p_raw = bsh__labelling_p(&of->labelling, measure->n_raw);
        measure->p_single = bsh__labelling_p(&of->labelling, measure->n_single);
        largest = fmax(largest, bsh__labelling_p(&of->labelling, measure->n_step));
        measure->p_step = largest;
    }
}

/* ---- in and out */

static void put(double *out, size_t i, double value)
{
    if (out != NULL) {
        out[i] = value;
    }
}

static void put_results(bsh__max_t *out, const family *of)
{
    for (size_t i = 0; i < of->n_measures; ++i) {
        const tested *const measure = &of->measures[i];
        put(out->abs_t, measure->measure, measure->observed);
        put(out->p_raw, measure->measure, measure->p_raw);
        put(out->p_single_step, measure->measure, measure->p_single);
        put(out->p_step_down, measure->measure, measure->p_step);
    }
    out->n_permutations = of->labelling.n_labellings;
    out->is_exact = of->labelling.is_exact;
}

static void leave_empty(bsh__max_t *out, size_t n_measures)
{
    for (size_t i = 0; i < n_measures; ++i) {
        put(out->abs_t, i, (double) NAN);
        put(out->p_raw, i, (double) NAN);
        put(out->p_single_step, i, (double) NAN);
        put(out->p_step_down, i, (double) NAN);
    }
    out->n_permutations = (double) NAN;
    out->is_exact = false;
}

static bool allocate_family(family *of, size_t n_measures, size_t n,
                            const bsh_allocator *allocator)
{
    of->measures = bsh__allocate(allocator, n_measures + 1, sizeof *of->measures);
    of->values = bsh__allocate(allocator, n_measures + 1, n * sizeof *of->values);
    of->present = bsh__allocate_zeroed(allocator, n_measures + 1,
                                       of->labelling.n_words * sizeof *of->present);
    return of->measures != NULL && of->values != NULL && of->present != NULL;
}

static void adjust(bsh__max_t *out, family *of)
{
    if (of->n_measures > 1) {
        qsort(of->measures, of->n_measures, sizeof *of->measures, compare_tested);
    }
    while (bsh__labelling_next(&of->labelling)) {
        count_labelling(of);
    }
    find_p(of);
    put_results(out, of);
}

bsh_status bsh__max_t_adjust(bsh__max_t *out, const bsh__measures *measures,
                             const bsh__resampling *resampling, bsh_error *err)
{
    leave_empty(out, measures->n_measures);
    if (measures->n_a < 2 || measures->n_b < 2 || measures->n_measures == 0) {
        return BSH_OK;
    }
    size_t const n = measures->n_a + measures->n_b;
    bool const   marked_is_a = measures->n_a <= measures->n_b; // the smaller outlet
    size_t const first = marked_is_a ? 0 : measures->n_a;
    size_t const n_marked = marked_is_a ? measures->n_a : measures->n_b;
    const bsh_allocator *const allocator = resampling->allocator;
    family                     of = {.n_measures = 0};
    bool const has_memory = bsh__labelling_init(&of.labelling, n, n_marked, resampling->n_draws,
                                                resampling->key, allocator) &&
                            allocate_family(&of, measures->n_measures, n, allocator);
    if (has_memory) {
        for (size_t i = first; i < first + n_marked; ++i) {
            bsh__set_bit(of.labelling.bits, i);
        }
        select_tested(&of, measures->values, measures->n_measures, n);
        adjust(out, &of);
    }
    bsh__release(allocator, of.measures);
    bsh__release(allocator, of.values);
    bsh__release(allocator, of.present);
    bsh__labelling_free(&of.labelling, allocator);
    return has_memory ? BSH_OK : bsh__fail_memory(err);
}
