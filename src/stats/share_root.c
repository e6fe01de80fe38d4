#include "stats/share_root.h"

#include <math.h>
#include <stdbool.h>

#include <gsl/gsl_cdf.h>

/* On the scale of normal quantiles the shares are nearly straight lines, on which a secant
 * needs four or five steps.  low, high: known to hold the root. */
typedef struct search {
    double x, miss, slope, low, high, unit;
} search;

/* The secant's next point; the middle, or a longer and longer step out, where that leaves what
 * holds the root or is no number (a share of 0 or 1 has no quantile). */
static double next_point(search *s)
{
    double const next = s->x - s->miss / s->slope;
    if (next > s->low && next < s->high) {
        return next;
    }
    if (isfinite(s->low) && isfinite(s->high)) {
        return (s->low + s->high) / 2;
    }
    s->unit *= 2;
    return isfinite(s->low) ? s->x + s->unit : s->x - s->unit;
}

static void move_to(search *s, double x, double miss)
{
    double const slope = (miss - s->miss) / (x - s->x);
    // Next to the root rounding makes the secant's slope 0 or worse: keep the one before.
    if (isfinite(slope) && slope != 0 && signbit(slope) == signbit(s->slope)) {
        s->slope = slope;
    }
    s->x = x;
    s->miss = miss;
    bool const is_above = (miss > 0) == (s->slope > 0);
    s->low = is_above ? s->low : x;
    s->high = is_above ? x : s->high;
}

double bsh__share_root(double (*share)(const void *payload, double x), const void *payload,
                       double target, double start, double slope)
{
    double const quantile = gsl_cdf_ugaussian_Pinv(target);
    search s = {start,          (double) NAN, slope, -(double) INFINITY, (double) INFINITY,
                1 / fabs(slope)};
    double const scale = s.unit;
    double       x = start;
    for (int i = 0; i < 200; ++i) {
        double const miss = gsl_cdf_ugaussian_Pinv(share(payload, x)) - quantile;
        move_to(&s, x, miss);
        x = miss == 0 ? x : next_point(&s);
        if (fabs(x - s.x) <= 1e-10 * scale + 4e-16 * fabs(x)) {
            break;
        }
    }
    return x;
}
