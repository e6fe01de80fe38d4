/* The rows of a comparison as sorted samples. */
#ifndef BSH_COMPARE_SAMPLES_H
#define BSH_COMPARE_SAMPLES_H

#include "compare/row_parts.h"
#include "stats/sample.h"

/* All that tests read.  Articles stand in an order that their numbers alone decide, so that no
 * sum depends on the order in which they were read. */
typedef struct bsh__samples {
    const bsh_allocator *allocator;
    const bsh_rows      *rows;
    size_t               n_corpora, n_measures;
    double              *values;   /* of all samples */
    bsh__sample         *samples;  /* [measure * n_corpora + corpus] */
    size_t              *missing;  /* the same: tested articles without a value */
    uint32_t            *articles; /* numbers of the tested articles, corpus by corpus */
    size_t              *starts;   /* n_corpora + 1 places in `articles` */
    uint32_t            *block_ranks, *cluster_ranks; /* by number of the name: place in byte
                                                         order */
} bsh__samples;

bsh_status bsh__samples_create(bsh__samples *out, const bsh_rows *rows,
                               const bsh_allocator *allocator, bsh_error *err);
void       bsh__samples_free(bsh__samples *samples);

static inline bsh__sample bsh__sample_of(const bsh__samples *samples, size_t measure,
                                         size_t corpus)
{
    return samples->samples[measure * samples->n_corpora + corpus];
}

static inline size_t bsh__missing_of(const bsh__samples *samples, size_t measure, size_t corpus)
{
    return samples->missing[measure * samples->n_corpora + corpus];
}

#endif
