/* A sample of one measure in one outlet, as every test takes it. */
#ifndef BSH_STATS_SAMPLE_H
#define BSH_STATS_SAMPLE_H

#include <broadsheet/statistics.h>
#include <math.h>

#include "base/status.h"

/* Values in ascending order, finite, without the missing ones: sorted, so that no sum depends
 * on the order in which articles came.  Borrowed. */
typedef struct bsh__sample {
    const double *values;
    size_t        n;
} bsh__sample;

/* In every result of this room NaN stands for "not given"; writers make an empty cell of it. */

/* Sorts values ascending in place; -0 becomes 0. */
void bsh__sort_values(double *values, size_t n);

/* Mean, and the sum of squared deviations from it, in two passes: values near 1e9 with a
 * variance of 19 keep all digits.  0 for n == 0. */
double bsh__mean(bsh__sample sample);
double bsh__squared_deviations(bsh__sample sample, double mean);

/* With n - 1; NaN for n < 2; exactly 0 if all values are equal. */
double bsh__variance(bsh__sample sample);

/* Quantile of type 7 (Hyndman & Fan 1996), share in 0..1; NaN for n == 0. */
double bsh__quantile(bsh__sample sample, double share);

/* The sample without floor(trim n) values at each end, 0 <= trim < .5; none otherwise. */
bsh__sample bsh__trimmed(bsh__sample sample, double trim);

/* Whether all values are equal; true for n == 0. */
bool bsh__is_constant(bsh__sample sample);

/* GSL's error handler is one for the process, and GSL's own aborts it.  Between these calls it
 * is off; the host's is restored by the last end.  May be nested and used by several threads.
 */
void bsh__gsl_begin(void);
void bsh__gsl_end(void);

#endif
