#include "compare/samples.h"

#include <stdlib.h>
#include <string.h>

static bsh_status rank_names(uint32_t **out, const bsh__text_table *table,
                             const bsh_allocator *allocator, bsh_error *err)
{
    *out = bsh__allocate(allocator, table->keys.n + 1, sizeof **out);
    return *out == NULL ? bsh__fail_memory(err) : bsh__rank_names(*out, table, allocator, err);
}

/* ---- articles in an order of their own */

typedef struct placed {
    const bsh__article *article;
    const double       *numbers;
    size_t              n_numbers;
    uint32_t            block, cluster; /* ranks */
    uint32_t            index;
} placed;

static int compare_numbers(double a, double b)
{
    bool const a_is_missing = isnan(a);
    bool const b_is_missing = isnan(b);
    if (a_is_missing || b_is_missing) {
        return a_is_missing - b_is_missing;
    }
    return (a > b) - (a < b);
}

/* Articles that are equal in all this are equal for every test. */
static int compare_placed(const void *a, const void *b)
{
    const placed *const first = a;
    const placed *const second = b;
    if (first->article->corpus != second->article->corpus) {
        return first->article->corpus < second->article->corpus ? -1 : 1;
    }
    if (first->article->words != second->article->words) {
        return first->article->words < second->article->words ? -1 : 1;
    }
    for (size_t i = 0; i < first->n_numbers; ++i) {
        int const order = compare_numbers(first->numbers[i], second->numbers[i]);
        if (order != 0) {
            return order;
        }
    }
    if (first->block != second->block) {
        return first->block < second->block ? -1 : 1;
    }
    return (first->cluster > second->cluster) - (first->cluster < second->cluster);
}

static uint32_t rank_of(const uint32_t *ranks, uint32_t number)
{
    return number == BSH__NO_TEXT ? BSH__NO_TEXT : ranks[number];
}

static size_t place_tested(placed *out, const bsh__samples *samples)
{
    const bsh_rows *const     rows = samples->rows;
    const bsh__article *const articles = bsh__rows_articles(rows);
    size_t const              n_numbers = 2 * samples->n_measures;
    size_t                    n = 0;
    for (size_t i = 0; i < rows->articles.n; ++i) {
        if (articles[i].is_tested) {
            out[n++] = (placed){
                .article = &articles[i],
                .numbers = (const double *) rows->numbers.items + i * n_numbers,
                .n_numbers = n_numbers,
                .block = rank_of(samples->block_ranks, articles[i].block),
                .cluster = rank_of(samples->cluster_ranks, articles[i].cluster),
                .index = (uint32_t) i,
            };
        }
    }
    return n;
}

static bsh_status order_articles(bsh__samples *samples, bsh_error *err)
{
    const bsh__article *const articles = bsh__rows_articles(samples->rows);
    placed *const             all =
        bsh__allocate(samples->allocator, samples->rows->articles.n + 1, sizeof *all);
    if (all == NULL) {
        return bsh__fail_memory(err);
    }
    size_t const n = place_tested(all, samples);
    qsort(all, n, sizeof *all, compare_placed);
    size_t at = 0;
    for (size_t corpus = 0; corpus < samples->n_corpora; ++corpus) {
        samples->starts[corpus] = at;
        while (at < n && articles[all[at].index].corpus == corpus) {
            samples->articles[at] = all[at].index;
            ++at;
        }
    }
    samples->starts[samples->n_corpora] = at;
    bsh__release(samples->allocator, all);
    return BSH_OK;
}

/* ---- samples */

static void fill_sample(bsh__samples *samples, double *values, size_t measure, size_t corpus)
{
    size_t n = 0;
    for (size_t i = samples->starts[corpus]; i < samples->starts[corpus + 1]; ++i) {
        double const value = bsh__rows_value(samples->rows, samples->articles[i], measure);
        if (!isnan(value)) {
            values[n++] = value;
        }
    }
    bsh__sort_values(values, n);
    size_t const at = measure * samples->n_corpora + corpus;
    samples->samples[at] = (bsh__sample){values, n};
    samples->missing[at] = samples->starts[corpus + 1] - samples->starts[corpus] - n;
}

static void fill_samples(bsh__samples *samples)
{
    double *values = samples->values;
    for (size_t measure = 0; measure < samples->n_measures; ++measure) {
        for (size_t corpus = 0; corpus < samples->n_corpora; ++corpus) {
            fill_sample(samples, values, measure, corpus);
            values += bsh__sample_of(samples, measure, corpus).n;
        }
    }
}

static bsh_status allocate_all(bsh__samples *s, bsh_error *err)
{
    size_t const n_articles = s->rows->articles.n;
    size_t const n_samples = s->n_corpora * s->n_measures;
    s->values = bsh__allocate(s->allocator, n_articles * s->n_measures + 1, sizeof(double));
    s->samples = bsh__allocate(s->allocator, n_samples + 1, sizeof *s->samples);
    s->missing = bsh__allocate(s->allocator, n_samples + 1, sizeof *s->missing);
    s->articles = bsh__allocate(s->allocator, n_articles + 1, sizeof *s->articles);
    s->starts = bsh__allocate(s->allocator, s->n_corpora + 1, sizeof *s->starts);
    bool const has_all = s->values != NULL && s->samples != NULL && s->missing != NULL &&
                         s->articles != NULL && s->starts != NULL;
    return has_all ? BSH_OK : bsh__fail_memory(err);
}

static bsh_status create_steps(bsh__samples *samples, bsh_error *err)
{
    const bsh_rows *const rows = samples->rows;
    BSH_TRY(allocate_all(samples, err));
    BSH_TRY(rank_names(&samples->block_ranks, &rows->blocks, samples->allocator, err));
    BSH_TRY(rank_names(&samples->cluster_ranks, &rows->clusters, samples->allocator, err));
    BSH_TRY(order_articles(samples, err));
    fill_samples(samples);
    return BSH_OK;
}

bsh_status bsh__samples_create(bsh__samples *out, const bsh_rows *rows,
                               const bsh_allocator *allocator, bsh_error *err)
{
    *out = (bsh__samples){
        .allocator = allocator,
        .rows = rows,
        .n_corpora = bsh_rows_n_corpora(rows),
        .n_measures = rows->selection.n_measures,
    };
    bsh_status const status = create_steps(out, err);
    if (status != BSH_OK) {
        bsh__samples_free(out);
    }
    return status;
}

void bsh__samples_free(bsh__samples *samples)
{
    void *const parts[] = {samples->values,       samples->samples, samples->missing,
                           samples->articles,     samples->starts,  samples->block_ranks,
                           samples->cluster_ranks};
    for (size_t i = 0; i < sizeof parts / sizeof parts[0]; ++i) {
        if (parts[i] != NULL) {
            bsh__release(samples->allocator, parts[i]);
        }
    }
    *samples = (bsh__samples){0};
}
