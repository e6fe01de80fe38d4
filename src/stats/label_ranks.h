/* Brunner and Munzel's statistic under a marking, fast enough for 9,999 of 20,000 articles. */
#ifndef BSH_STATS_LABEL_RANKS_H
#define BSH_STATS_LABEL_RANKS_H

#include "stats/labelling.h"

/* Sums over the eight positions of a byte of bits, lowest first. */
typedef struct bsh__byte_sums {
    uint8_t n_marked;
    uint8_t before, squares_before; /* over the marked: others before it in the byte */
    uint8_t squares_before_others;  /* over the others: marked before it in the byte */
} bsh__byte_sums;

/* A stretch of positions in ascending order of values: one group of equal values, or whole
 * bytes of positions whose values occur once. */
typedef struct bsh__stretch {
    uint32_t first, end;
    bool     is_group;
} bsh__stretch;

typedef struct bsh__label_ranks {
    bsh__stretch  *stretches;
    size_t         n_stretches;
    uint64_t       n, n_marked;
    bsh__byte_sums bytes[256];
} bsh__label_ranks;

/* sorted       all n values, ascending; n under 2^30
 * stretches    room for n */
void bsh__label_ranks_init(bsh__label_ranks *ranks, const double *sorted, size_t n,
                           size_t n_marked, bsh__stretch *stretches);

/* The statistic of the marked against the others, positive when they are larger; +-infinity
 * where no value of one lies among those of the other. */
double bsh__labelled_brunner(const bsh__label_ranks *ranks, const uint64_t *bits);

#endif
