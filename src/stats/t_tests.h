/* Differences of means. */
#ifndef BSH_STATS_T_TESTS_H
#define BSH_STATS_T_TESTS_H

#include "stats/sample.h"

/* diff is given where each outlet has a value, also without a test; all else with status ok
 * only: too_few under 2 values (kept values) in an outlet, no_variance if both are constant. */
typedef struct bsh__difference {
    bsh_test_status status;
    double          t, df, p, diff, se, ci_low, ci_high; /* diff is A minus B */
} bsh__difference;

/* By each outlet's own variance, df of Satterthwaite 1946 (Welch 1947); by the pooled one; of
 * the means without floor(trim n) values at each end, 0 <= trim < .5 (Yuen 1974).  conf_level
 * in 0..1. */
void bsh__welch_t(bsh__difference *out, bsh__sample a, bsh__sample b, double conf_level);
void bsh__student_t(bsh__difference *out, bsh__sample a, bsh__sample b, double conf_level);
void bsh__yuen_t(bsh__difference *out, bsh__sample a, bsh__sample b, double trim,
                 double conf_level);

/* Two one-sided Welch tests against the bounds low < high, in the measure's unit (Schuirmann
 * 1987): p is the larger one. */
typedef struct bsh__equivalence {
    bsh_test_status status;
    double          t_low, p_low, t_high, p_high, df, p, ci90_low, ci90_high;
} bsh__equivalence;
void bsh__tost_welch(bsh__equivalence *out, bsh__sample a, bsh__sample b, double low,
                     double high);

/* One article x against an outlet (Crawford & Howell 1998).  percentile: in %, equal values
 * count by half; given wherever the outlet has a value. */
typedef struct bsh__crawford {
    bsh_test_status status;
    double          t, df, p, percentile, z;
} bsh__crawford;
void bsh__crawford_howell(bsh__crawford *out, double x, bsh__sample outlet);

#endif
