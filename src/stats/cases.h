/* What regression and clusters share. */
#ifndef BSH_STATS_CASES_H
#define BSH_STATS_CASES_H

#include "stats/sample.h"

/* Takes the values from their mean, in place; the mean is the sum of both parts, of which the
 * second is what rounding took from the first: of 1e9 that is up to 6e-8, which would be seen
 * in the difference of two means. */
typedef struct bsh__long_mean {
    double mean, rest;
} bsh__long_mean;
bsh__long_mean bsh__centre(double *values, size_t n);
double         bsh__long_difference(bsh__long_mean a, bsh__long_mean b); /* a - b */

/* The cases by cluster: those of one side by side, in their order. */
typedef struct bsh__member {
    size_t   index;
    uint32_t cluster;
} bsh__member;
void   bsh__sort_members(bsh__member *members, size_t n);
size_t bsh__cluster_size(const bsh__member *members, size_t n); /* of the first one */
size_t bsh__n_clusters(const bsh__member *members, size_t n);

#endif
