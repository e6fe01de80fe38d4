#include "stats/t_tests.h"

#include "stats/tails.h"

/* Of one outlet: what stands for its middle, the variance of that, and its df. */
typedef struct centre {
    double value, variance, df;
} centre;

/* The difference where both outlets have a value, and nothing else. */
static void begin(bsh__difference *out, bsh__sample a, bsh__sample b)
{
    double const none = (double) NAN;
    *out = (bsh__difference){BSH_TEST_TOO_FEW, none, none, none, none, none, none, none};
    if (a.n > 0 && b.n > 0) {
        out->diff = bsh__mean(a) - bsh__mean(b);
    }
}

/* A variance under 1e-308 has no digits left to divide by, one beyond 1e308 no value. */
static void finish(bsh__difference *out, double variance, double df, double conf_level)
{
    double const se = sqrt(variance);
    double const t = out->diff / se;
    if (!isnormal(variance) || !isfinite(t)) {
        out->status = BSH_TEST_NO_VARIANCE;
        return;
    }
    double const reach = se * bsh__student_t_quantile((1 - conf_level) / 2, df);
    out->status = BSH_TEST_OK;
    out->se = se;
    out->t = t;
    out->df = df;
    out->p = bsh__student_t_two_sided(t, df);
    out->ci_low = out->diff - reach;
    out->ci_high = out->diff + reach;
}

/* Satterthwaite's df, by shares of the variance: the squares of tiny variances underflow. */
static void finish_unequal(bsh__difference *out, centre a, centre b, double conf_level)
{
    double const variance = a.variance + b.variance;
    double const share = a.variance / variance;
    double const rest = b.variance / variance;
    out->diff = a.value - b.value;
    finish(out, variance, 1 / (share * share / a.df + rest * rest / b.df), conf_level);
}

static centre mean_of(bsh__sample sample)
{
    double const n = (double) sample.n;
    return (centre){bsh__mean(sample), bsh__variance(sample) / n, n - 1};
}

void bsh__welch_t(bsh__difference *out, bsh__sample a, bsh__sample b, double conf_level)
{
    begin(out, a, b);
    if (a.n >= 2 && b.n >= 2) {
        finish_unequal(out, mean_of(a), mean_of(b), conf_level);
    }
}

void bsh__student_t(bsh__difference *out, bsh__sample a, bsh__sample b, double conf_level)
{
    begin(out, a, b);
    if (a.n < 2 || b.n < 2) {
        return;
    }
    double const n_a = (double) a.n;
    double const n_b = (double) b.n;
    double const df = n_a + n_b - 2;
    double const squares = bsh__variance(a) * (n_a - 1) + bsh__variance(b) * (n_b - 1);
    finish(out, squares / df * (1 / n_a + 1 / n_b), df, conf_level);
}

/* Squared deviations of the sample whose cut values take the value of their last neighbour that
 * was kept.  All by distances from the trimmed mean, so that constant values give 0. */
static double winsorized_squares(bsh__sample kept, double trimmed_mean, double n_cut)
{
    double const low = kept.values[0] - trimmed_mean;
    double const high = kept.values[kept.n - 1] - trimmed_mean;
    double const n_kept = (double) kept.n;
    double const shift = n_cut * (low + high) / (n_kept + 2 * n_cut);
    double const at_ends = (low - shift) * (low - shift) + (high - shift) * (high - shift);
    return bsh__squared_deviations(kept, trimmed_mean) + n_kept * shift * shift +
           n_cut * at_ends;
}

/* Yuen 1974; df is negative where fewer than two values are kept. */
static centre trimmed_mean_of(bsh__sample sample, double trim)
{
    bsh__sample const kept = bsh__trimmed(sample, trim);
    double const      n_kept = (double) kept.n;
    if (kept.n < 2) {
        return (centre){bsh__mean(kept), (double) NAN, -1};
    }
    double const mean = bsh__mean(kept);
    double const n_cut = (double) ((sample.n - kept.n) / 2);
    double const squares = bsh__is_constant(kept) ? 0 : winsorized_squares(kept, mean, n_cut);
    return (centre){mean, squares / (n_kept * (n_kept - 1)), n_kept - 1};
}

void bsh__yuen_t(bsh__difference *out, bsh__sample a, bsh__sample b, double trim,
                 double conf_level)
{
    begin(out, a, b);
    centre const of_a = trimmed_mean_of(a, trim);
    centre const of_b = trimmed_mean_of(b, trim);
    if (of_a.df > 0 && of_b.df > 0) {
        finish_unequal(out, of_a, of_b, conf_level);
    } else if (a.n > 0 && b.n > 0) {
        out->diff = of_a.value - of_b.value;
    }
}

void bsh__tost_welch(bsh__equivalence *out, bsh__sample a, bsh__sample b, double low,
                     double high)
{
    bsh__difference welch;
    bsh__welch_t(&welch, a, b, 0.9);
    out->status = welch.status;
    out->df = welch.df;
    out->t_low = (welch.diff - low) / welch.se;
    out->t_high = (welch.diff - high) / welch.se;
    out->p_low = bsh__student_t_q(out->t_low, welch.df);
    out->p_high = bsh__student_t_q(-out->t_high, welch.df);
    out->p = out->p_low > out->p_high ? out->p_low : out->p_high;
    out->ci90_low = welch.ci_low;
    out->ci90_high = welch.ci_high;
}

/* Share of the outlet below x, its equals by half, in %. */
static double percentile_of(double x, bsh__sample outlet)
{
    double below = 0;
    for (size_t i = 0; i < outlet.n; ++i) {
        below += outlet.values[i] < x ? 1 : outlet.values[i] == x ? 0.5 : 0;
    }
    return outlet.n == 0 ? (double) NAN : 100 * below / (double) outlet.n;
}

/* Crawford & Howell 1998. */
void bsh__crawford_howell(bsh__crawford *out, double x, bsh__sample outlet)
{
    double const none = (double) NAN;
    *out = (bsh__crawford){BSH_TEST_TOO_FEW, none, none, none, percentile_of(x, outlet), none};
    if (outlet.n < 2) {
        return;
    }
    double const n = (double) outlet.n;
    double const variance = bsh__variance(outlet);
    double const z = (x - bsh__mean(outlet)) / sqrt(variance);
    if (!isnormal(variance) || !isfinite(z)) {
        out->status = BSH_TEST_NO_VARIANCE;
        return;
    }
    out->status = BSH_TEST_OK;
    out->z = z;
    out->t = z / sqrt((n + 1) / n);
    out->df = n - 1;
    out->p = bsh__student_t_two_sided(out->t, out->df);
}
