/* Differences of means. */
#ifndef BSH_STATS_T_TESTS_H
#define BSH_STATS_T_TESTS_H

#include "stats/sample.h"

typedef struct bsh__difference {
    bsh_test_status status;
    double          t, df, p, diff, se, ci_low, ci_high; /* diff is A minus B */
} bsh__difference;

void bsh__welch_t(bsh__difference *out, bsh__sample a, bsh__sample b, double conf_level);
void bsh__student_t(bsh__difference *out, bsh__sample a, bsh__sample b, double conf_level);
void bsh__yuen_t(bsh__difference *out, bsh__sample a, bsh__sample b, double trim,
                 double conf_level);

/* Two one-sided Welch tests against the bounds low < high (in the measure's unit). */
typedef struct bsh__equivalence {
    bsh_test_status status;
    double          t_low, p_low, t_high, p_high, df, p, ci90_low, ci90_high;
} bsh__equivalence;
void bsh__tost_welch(bsh__equivalence *out, bsh__sample a, bsh__sample b, double low,
                     double high);

/* One article x against an outlet. */
typedef struct bsh__crawford {
    bsh_test_status status;
    double          t, df, p, percentile, z;
} bsh__crawford;
void bsh__crawford_howell(bsh__crawford *out, double x, bsh__sample outlet);

#endif
