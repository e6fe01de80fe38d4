#include "stats/cases.h"

#include <stdlib.h>

bsh__long_mean bsh__centre(double *values, size_t n)
{
    bsh__long_mean result = {bsh__mean((bsh__sample){values, n}), 0};
    for (size_t i = 0; i < n; ++i) {
        values[i] -= result.mean;
    }
    result.rest = bsh__mean((bsh__sample){values, n});
    for (size_t i = 0; i < n; ++i) {
        values[i] -= result.rest;
    }
    return result;
}

double bsh__long_difference(bsh__long_mean a, bsh__long_mean b)
{
    return (a.mean - b.mean) + (a.rest - b.rest);
}

/* ---- cases by cluster */

static int compare_members(const void *left, const void *right)
{
    const bsh__member *const a = left;
    const bsh__member *const b = right;
    if (a->cluster != b->cluster) {
        return a->cluster < b->cluster ? -1 : 1;
    }
    return a->index < b->index ? -1 : a->index > b->index;
}

void bsh__sort_members(bsh__member *members, size_t n)
{
    if (n > 1) {
        qsort(members, n, sizeof *members, compare_members);
    }
}

size_t bsh__cluster_size(const bsh__member *members, size_t n)
{
    size_t size = 0;
    while (size < n && members[size].cluster == members[0].cluster) {
        ++size;
    }
    return size;
}

size_t bsh__n_clusters(const bsh__member *members, size_t n)
{
    size_t n_clusters = 0;
    for (size_t i = 0; i < n; i += bsh__cluster_size(members + i, n - i)) {
        ++n_clusters;
    }
    return n_clusters;
}
