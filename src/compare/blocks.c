/* Articles about the same event: averages of blocks, compared pairwise. */
#include <stdlib.h>

#include "compare/comparison_parts.h"
#include "stats/group_tests.h"

enum { FEW_BLOCKS = 10 };

/* A value in a block; then the average of a block. */
typedef struct blocked {
    uint32_t block; /* rank of its name */
    double   value;
} blocked;

static int compare_blocked(const void *a, const void *b)
{
    const blocked *const first = a;
    const blocked *const second = b;
    if (first->block != second->block) {
        return first->block < second->block ? -1 : 1;
    }
    return (first->value > second->value) - (first->value < second->value);
}

/* Averages in place: one entry a block, in the order of the names. */
static size_t average_blocks(blocked *values, size_t n)
{
    size_t n_blocks = 0;
    for (size_t i = 0; i < n;) {
        size_t end = i;
        double sum = 0;
        while (end < n && values[end].block == values[i].block) {
            sum += values[end++].value;
        }
        values[n_blocks++] = (blocked){values[i].block, sum / (double) (end - i)};
        i = end;
    }
    return n_blocks;
}

static size_t fill_blocks(blocked *out, const bsh__samples *samples, size_t measure,
                          size_t corpus)
{
    const bsh__article *const articles = bsh__rows_articles(samples->rows);
    size_t                    n = 0;
    for (size_t i = samples->starts[corpus]; i < samples->starts[corpus + 1]; ++i) {
        uint32_t const article = samples->articles[i];
        double const   value = bsh__rows_value(samples->rows, article, measure);
        if (!isnan(value) && articles[article].block != BSH__NO_TEXT) {
            out[n++] = (blocked){samples->block_ranks[articles[article].block], value};
        }
    }
    qsort(out, n, sizeof *out, compare_blocked);
    return average_blocks(out, n);
}

/* Averages of some corpora, and those of the blocks that all of them have as a matrix. */
typedef struct block_table {
    const bsh_allocator *allocator;
    blocked             *averages; /* of all corpora, one after the other */
    size_t              *starts;   /* n_corpora + 1 */
    double              *rows;     /* n_rows x n_corpora */
    size_t               n_rows, n_corpora;
} block_table;

static void table_free(block_table *table)
{
    void *const parts[] = {table->averages, table->starts, table->rows};
    for (size_t i = 0; i < sizeof parts / sizeof parts[0]; ++i) {
        if (parts[i] != NULL) {
            bsh__release(table->allocator, parts[i]);
        }
    }
}

/* Goes through the blocks of the first corpus; `at` keeps the place in each of the others. */
static void join_blocks(block_table *table, size_t *at)
{
    for (size_t i = table->starts[0]; i < table->starts[1]; ++i) {
        uint32_t const block = table->averages[i].block;
        double *const  row = table->rows + table->n_rows * table->n_corpora;
        size_t         n_found = 1;
        row[0] = table->averages[i].value;
        for (size_t c = 1; c < table->n_corpora; ++c) {
            while (at[c] < table->starts[c + 1] && table->averages[at[c]].block < block) {
                ++at[c];
            }
            if (at[c] < table->starts[c + 1] && table->averages[at[c]].block == block) {
                row[c] = table->averages[at[c]].value;
                ++n_found;
            }
        }
        table->n_rows += n_found == table->n_corpora;
    }
}

static bsh_status table_fill(block_table *table, const bsh__samples *samples, size_t measure,
                             const size_t *corpora, bsh_error *err)
{
    size_t const n_articles = samples->starts[samples->n_corpora];
    size_t const n = table->n_corpora;
    table->averages = bsh__allocate(table->allocator, n_articles + 1, sizeof *table->averages);
    table->starts = bsh__allocate(table->allocator, 2 * n + 1, sizeof *table->starts);
    if (table->averages == NULL || table->starts == NULL) {
        return bsh__fail_memory(err);
    }
    size_t *const at = table->starts + n + 1;
    table->starts[0] = 0;
    for (size_t c = 0; c < n; ++c) {
        size_t const start = table->starts[c];
        table->starts[c + 1] =
            start + fill_blocks(table->averages + start, samples, measure, corpora[c]);
        at[c] = start;
    }
    table->rows = bsh__allocate(table->allocator, (table->starts[1] + 1) * n, sizeof(double));
    if (table->rows == NULL) {
        return bsh__fail_memory(err);
    }
    join_blocks(table, at);
    return BSH_OK;
}

/* ---- two corpora */

static void count_blocks(bsh_result *result, const bsh__pairing *pairing,
                         const bsh__pairs *test)
{
    result->n_a = (uint64_t) test->n_pairs;
    result->n_b = (uint64_t) test->n_pairs;
    result->missing_a = bsh__missing_of(pairing->samples, pairing->measure, pairing->a);
    result->missing_b = bsh__missing_of(pairing->samples, pairing->measure, pairing->b);
    result->notes |= test->n_pairs < FEW_BLOCKS ? 1U << BSH_NOTE_FEW_BLOCKS : 0;
}

static bsh_status add_paired_t(bsh__pairing *pairing, const bsh__pairs *test, bsh_error *err)
{
    bsh_result result = bsh__result_blank(pairing, "paired_t", "diff");
    result.status = test->status != BSH_TEST_OK ? test->status : test->t_status;
    result.statistic = test->t;
    result.df1 = test->df;
    result.p = test->t_p;
    count_blocks(&result, pairing, test);
    bsh__result_estimate(&result, test->mean_diff, test->ci_low, test->ci_high,
                         pairing->comparison->options.conf_level);
    bsh__result_show(pairing, &result);
    return bsh__result_push(pairing->comparison, &result, err);
}

/* Of n differences with a sign the most extreme signs have a p of 2^(1 - n), and no interval of
 * the pseudo-median has a level above 1 less that: under 6 there is none of 95 %. */
static double least_p(const bsh__pairs *test)
{
    return test->status == BSH_TEST_OK ? ldexp(1, 1 - (int) (test->n_pairs - test->n_zero))
                                       : (double) NAN;
}

static void note_least_p(bsh_result *result, const bsh__pairing *pairing,
                         const bsh__pairs *test)
{
    if (result->status == BSH_TEST_OK && least_p(test) > pairing->comparison->options.alpha) {
        result->notes |= 1U << BSH_NOTE_CANNOT_REACH_ALPHA;
    }
}

static void set_pseudo_median(bsh_result *result, const bsh__pairs *test, double level)
{
    double const highest = 1 - least_p(test);
    bool const   has_interval = highest > 0; // not of one difference
    bsh__result_estimate(
        result, test->pseudo_median, has_interval ? test->pm_ci_low : (double) NAN,
        has_interval ? test->pm_ci_high : (double) NAN, highest < level ? highest : level);
    if (has_interval && highest < level) {
        result->notes |= 1U << BSH_NOTE_LEVEL_NOT_REACHED;
    }
}

static bsh_status add_signed_ranks(bsh__pairing *pairing, const bsh__pairs *test,
                                   bsh_error *err)
{
    bool const is_exact = !isnan(test->signed_rank_p_exact);
    bsh_result result = bsh__result_blank(
        pairing, is_exact ? "signed_rank_exact" : "signed_rank_normal", "pseudo_median");
    result.status = test->status;
    result.statistic = test->v;
    result.p = is_exact ? test->signed_rank_p_exact : test->signed_rank_p_normal;
    if (result.status == BSH_TEST_OK && isnan(result.p)) {
        result.status = BSH_TEST_NO_VARIANCE;
    }
    count_blocks(&result, pairing, test);
    set_pseudo_median(&result, test, pairing->comparison->options.conf_level);
    if (is_exact) {
        note_least_p(&result, pairing, test);
    }
    return bsh__result_push(pairing->comparison, &result, err);
}

static bsh_status add_signs(bsh__pairing *pairing, const bsh__pairs *test, bsh_error *err)
{
    bsh_result result = bsh__result_blank(pairing, "sign_test", "");
    result.status = test->status;
    if (result.status == BSH_TEST_OK && isnan(test->sign_p)) {
        result.status = BSH_TEST_NO_VARIANCE;
    }
    result.statistic = test->sign_pos;
    result.p = test->sign_p;
    count_blocks(&result, pairing, test);
    note_least_p(&result, pairing, test);
    return bsh__result_push(pairing->comparison, &result, err);
}

static bsh_status add_paired(bsh__pairing *pairing, const block_table *table, bsh_error *err)
{
    bsh_comparison *const comparison = pairing->comparison;
    bsh__pairs            test;
    BSH_TRY(bsh__paired(&test, table->rows, table->n_rows, comparison->options.conf_level,
                        comparison->allocator, err));
    BSH_TRY(add_paired_t(pairing, &test, err));
    BSH_TRY(add_signed_ranks(pairing, &test, err));
    return add_signs(pairing, &test, err);
}

bsh_status bsh__compare_blocks(bsh__pairing *pairing, bsh_error *err)
{
    const bsh__samples *const samples = pairing->samples;
    size_t const              corpora[2] = {pairing->a, pairing->b};
    block_table               table = {.allocator = samples->allocator, .n_corpora = 2};
    bsh_status status = table_fill(&table, samples, pairing->measure, corpora, err);
    if (status == BSH_OK) {
        status = add_paired(pairing, &table, err);
    }
    table_free(&table);
    return status;
}

/* ---- all corpora */

static bsh_status add_friedman(bsh__pairing *all, const block_table *table, bsh_error *err)
{
    bsh__friedman_result test;
    BSH_TRY(bsh__friedman(&test, table->rows, table->n_rows, table->n_corpora, table->allocator,
                          err));
    bsh_result result = bsh__result_blank(all, "friedman", "kendall_w");
    result.status = test.status;
    result.statistic = test.chi2;
    result.df1 = test.df;
    result.p = test.p;
    result.estimate = test.kendall_w;
    result.n_a = table->n_rows;
    result.notes |= table->n_rows < FEW_BLOCKS ? 1U << BSH_NOTE_FEW_BLOCKS : 0;
    return bsh__result_push(all->comparison, &result, err);
}

bsh_status bsh__compare_blocks_of_all(bsh__pairing *all, bsh_error *err)
{
    const bsh__samples *const samples = all->samples;
    size_t const              n = samples->n_corpora;
    block_table               table = {.allocator = samples->allocator, .n_corpora = n};
    size_t *const             corpora = bsh__allocate(samples->allocator, n, sizeof *corpora);
    if (corpora == NULL) {
        return bsh__fail_memory(err);
    }
    for (size_t i = 0; i < n; ++i) {
        corpora[i] = i;
    }
    bsh_status status = table_fill(&table, samples, all->measure, corpora, err);
    if (status == BSH_OK) {
        status = add_friedman(all, &table, err);
    }
    table_free(&table);
    bsh__release(samples->allocator, corpora);
    return status;
}
