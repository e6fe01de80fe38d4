#include "stats/group_tests.h"

#include <gsl/gsl_cdf.h>

#include "base/memory.h"
#include "stats/ranks.h"

/* Sums of ranks by column, and a row's ranks. */
typedef struct rank_table {
    double *sums, *ranks;
    size_t *order;
    double  tie_sum;
} rank_table;

static void rank_rows(rank_table *table, const double *rows, size_t n_rows, size_t n_columns)
{
    for (size_t row = 0; row < n_rows; ++row) {
        table->tie_sum +=
            bsh__mid_ranks(table->ranks, rows + row * n_columns, n_columns, table->order);
        for (size_t column = 0; column < n_columns; ++column) {
            table->sums[column] += table->ranks[column];
        }
    }
}

/* Friedman 1937 with ties; W: Kendall & Babington Smith 1939. */
static void set_friedman(bsh__friedman_result *out, const rank_table *table, size_t n_rows,
                         size_t n_columns)
{
    double const n = (double) n_rows;
    double const k = (double) n_columns;
    double const variance = n * k * (k + 1) - table->tie_sum / (k - 1);
    if (table->tie_sum == n * k * (k * k - 1)) { // every row is all ties
        out->status = BSH_TEST_NO_VARIANCE;
        return;
    }
    double squares = 0;
    for (size_t column = 0; column < n_columns; ++column) {
        double const distance = table->sums[column] - n * (k + 1) / 2;
        squares += distance * distance;
    }
    out->status = BSH_TEST_OK;
    out->chi2 = 12 * squares / variance;
    out->df = k - 1;
    out->p = gsl_cdf_chisq_Q(out->chi2, out->df);
    out->kendall_w = out->chi2 / (n * (k - 1));
}

bsh_status bsh__friedman(bsh__friedman_result *out, const double *rows, size_t n_rows,
                         size_t n_columns, const bsh_allocator *allocator, bsh_error *err)
{
    double const none = (double) NAN;
    *out = (bsh__friedman_result){BSH_TEST_TOO_FEW, none, none, none, none};
    if (n_rows < 2 || n_columns < 2) {
        return BSH_OK;
    }
    allocator = bsh__allocator(allocator);
    double    *room = bsh__allocate_zeroed(allocator, n_columns, 2 * sizeof *room);
    size_t    *order = bsh__allocate(allocator, n_columns, sizeof *order);
    bool const has_memory = room != NULL && order != NULL;
    if (has_memory) {
        rank_table table = {room, room + n_columns, order, 0};
        rank_rows(&table, rows, n_rows, n_columns);
        set_friedman(out, &table, n_rows, n_columns);
    }
    bsh__release(allocator, room);
    bsh__release(allocator, order);
    return has_memory ? BSH_OK : bsh__fail_memory(err);
}
