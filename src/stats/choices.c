#include "base/memory.h"
#include "stats/ranks.h"

#include <string.h>

/* A row of the table: of the choices of k scores, the count of each sum.  Its first is that of
 * the k smallest scores, its last that of the k largest. */
typedef struct choice_row {
    double  *counts;
    size_t   n_counts;
    uint64_t least;
} choice_row;

/* Adds the choices of k that have score i (from 0) as their largest: those of k - 1 out of the
 * i scores before it, moved up by it.  Sums that cannot be are not visited. */
static void add_score(choice_row *row, const choice_row *shorter, const uint32_t *scores,
                      size_t i, size_t k, uint64_t most_of_shorter)
{
    size_t const n = (size_t) (most_of_shorter - shorter->least) + 1;
    double *restrict const to = row->counts + (scores[i] - scores[k - 1]);
    const double *restrict const from = shorter->counts;
    for (size_t s = 0; s < n; ++s) {
        to[s] += from[s];
    }
}

static uint64_t sum_of(const uint32_t *scores, size_t n)
{
    uint64_t sum = 0;
    for (size_t i = 0; i < n; ++i) {
        sum += scores[i];
    }
    return sum;
}

/* With i scores seen, only rows matter from which n_chosen can still be reached. */
static void fill_rows(choice_row *rows, const uint32_t *scores, size_t n, size_t n_chosen)
{
    rows[0].counts[0] = 1;
    for (size_t i = 0; i < n; ++i) {
        size_t const left = n - 1 - i;
        size_t const k_least = n_chosen > left ? n_chosen - left : 1;
        size_t       k = i + 1 < n_chosen ? i + 1 : n_chosen;
        uint64_t     most = sum_of(scores + (i - (k - 1)), k - 1);
        for (; k >= k_least; --k) {
            add_score(&rows[k], &rows[k - 1], scores, i, k, most);
            most -= k >= 2 ? scores[i - (k - 1)] : 0;
        }
    }
}

static size_t lay_out(choice_row *rows, const uint32_t *scores, size_t n, size_t n_chosen)
{
    size_t   n_counts = 0;
    uint64_t least = 0;
    uint64_t most = 0;
    for (size_t k = 0; k <= n_chosen; ++k) {
        rows[k] = (choice_row){NULL, (size_t) (most - least) + 1, least};
        n_counts += rows[k].n_counts;
        if (k < n_chosen) {
            least += scores[k];
            most += scores[n - 1 - k];
        }
    }
    return n_counts;
}

static double total_of(const choice_row *row)
{
    double total = 0;
    for (size_t i = 0; i < row->n_counts; ++i) {
        total += row->counts[i];
    }
    return total;
}

bsh_status bsh__count_choices(bsh__choices *out, const uint32_t *scores, size_t n,
                              size_t n_chosen, const bsh_allocator *allocator, bsh_error *err)
{
    *out = (bsh__choices){0};
    if (n > BSH__CHOICES_MOST) {
        return bsh__fail(err, BSH_E_LIMIT, 0, "exact counts are for up to %d values, not %zu",
                         BSH__CHOICES_MOST, n);
    }
    choice_row   rows[BSH__CHOICES_MOST + 1];
    size_t const n_counts = lay_out(rows, scores, n, n_chosen);
    double      *counts = bsh__allocate_zeroed(allocator, n_counts, sizeof *counts);
    if (counts == NULL) {
        return bsh__fail_memory(err);
    }
    out->memory = counts;
    for (size_t k = 0; k <= n_chosen; ++k) {
        rows[k].counts = counts;
        counts += rows[k].n_counts;
    }
    fill_rows(rows, scores, n, n_chosen);
    const choice_row *const last = &rows[n_chosen];
    out->counts = last->counts;
    out->n_counts = last->n_counts;
    out->least = last->least;
    out->total = total_of(last);
    return BSH_OK;
}

void bsh__choices_free(bsh__choices *choices, const bsh_allocator *allocator)
{
    bsh__release(allocator, choices->memory);
    *choices = (bsh__choices){0};
}
