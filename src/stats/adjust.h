/* p values of many tests. */
#ifndef BSH_STATS_ADJUST_H
#define BSH_STATS_ADJUST_H

#include "stats/sample.h"

/* Adjusts n p values; NaN (untestable) stays NaN and does not count.  out may be p.  Not for
 * BSH_ADJUST_MAXT, which needs the data: permutation.h. */
bsh_status bsh__adjust_p(double *out, const double *p, size_t n, bsh_adjust method,
                         const bsh_allocator *allocator, bsh_error *err);

#endif
