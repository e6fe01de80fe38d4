#include "stats/tails.h"

#include <float.h>
#include <math.h>
#include <stdbool.h>

#include <gsl/gsl_math.h>
#include <gsl/gsl_sf_gamma.h>
#include <gsl/gsl_sf_log.h>

/* ln(1 + u) - u, `ratio` being 1 + u. */
static double log_minus_linear(double u, double ratio)
{
    return fabs(u) < 0.5 ? gsl_sf_log_1plusx_mx(u) : log(ratio) - u;
}

/* x^a y^b / B(a, b) by distances from the mode (Loader 2000): as a difference of lgamma it
 * would lose six digits at df = 1e5. */
static double beta_density(double a, double b, double x, double y)
{
    double const sum = a + b;
    double const excess = x * b - y * a;
    double const exponent = a * log_minus_linear(excess / a, x * (sum / a)) +
                            b * log_minus_linear(-excess / b, y * (sum / b));
    double const factor = gsl_sf_gammastar(sum) / gsl_sf_gammastar(a) / gsl_sf_gammastar(b);
    return factor * sqrt(a / sum * b / (2 * M_PI)) * exp(exponent);
}

static double away_from_zero(double value)
{
    return fabs(value) < DBL_MIN ? DBL_MIN : value;
}

/* The continued fraction of DiDonato & Morris 1992 (TOMS 708) by Lentz's method, times the
 * density.  Its `excess` carries y to the last digit: in the usual fraction, which knows x
 * only, df = 2e5 costs five digits.  Converges for excess >= 0 in some sqrt(max(a, b)) steps.
 */
static double beta_tail(double a, double b, double x, double y)
{
    double const excess = a * y - b * x;
    double const start = a / (a + 1) * (excess + 1);
    double       c = start;
    double       d = 0;
    double       value = start;
    for (double n = 1; n < 1e5; ++n) {
        double const odd = a + 2 * n - 1;
        double const pair = n * (b - n) * x / odd;
        double const above = (a + n - 1) * (a + b + n - 1) / odd * x * pair;
        double const below = n + pair + (a + n) / (odd + 2) * (excess + 1 + n * (1 + y));
        d = 1 / away_from_zero(below + above * d);
        c = away_from_zero(below + above / c);
        value *= c * d;
        if (fabs(c * d - 1) <= 2 * DBL_EPSILON) {
            return beta_density(a, b, x, y) / value;
        }
    }
    return (double) NAN;
}

double bsh__beta_share(double a, double b, double x, double y)
{
    if (isnan(x) || isnan(y) || !(a > 0) || !(b > 0)) {
        return (double) NAN;
    }
    if (x <= 0 || y <= 0) {
        return x <= 0 ? 0 : 1;
    }
    return x * b <= y * a ? beta_tail(a, b, x, y) : 1 - beta_tail(b, a, y, x);
}

/* gsl_cdf_tdist_Q (2.7.1) has, against 40 digits, a relative error of 6.6e-7 at t = 31, df =
 * 100, 1.7e-7 at t = 20, df = 57.3 and 2.8e-8 at t = 12, df = 31 (a Cornish-Fisher expansion
 * where t^2 < 10 df); this stays under 1e-13. */
double bsh__student_t_two_sided(double t, double df)
{
    double const far = 1e100;
    double const size = fabs(t);
    if (size > far) { // t^2 would overflow, and out here the tail is a power of t
        return bsh__student_t_two_sided(far, df) * pow(far / size, df);
    }
    double const square = t * t;
    return bsh__beta_share(df / 2, 0.5, df / (df + square), square / (df + square));
}

double bsh__student_t_q(double t, double df)
{
    double const half = bsh__student_t_two_sided(t, df) / 2;
    return t < 0 ? 1 - half : half;
}

/* The share of df1 f in df1 f + df2, and of df2, which do not overflow. */
static double share_above(double f, double df1, double df2)
{
    return 1 / (1 + df2 / (df1 * f));
}

static double share_below(double f, double df1, double df2)
{
    return 1 / (1 + df1 * f / df2);
}

/* gsl_cdf_fdist_Q is right to 8e-12; its inverse is NaN for df2 = 1e5. */
double bsh__f_q(double f, double df1, double df2)
{
    return bsh__beta_share(df2 / 2, df1 / 2, share_below(f, df1, df2),
                           share_above(f, df1, df2));
}

double bsh__f_p(double f, double df1, double df2)
{
    return bsh__beta_share(df1 / 2, df2 / 2, share_above(f, df1, df2),
                           share_below(f, df1, df2));
}

/* -dQ / d ln f */
static double f_density(double f, double df1, double df2)
{
    return beta_density(df1 / 2, df2 / 2, share_above(f, df1, df2), share_below(f, df1, df2));
}

/* Encloses the root in ln f. */
static void enclose(double *low, double *high, double p, double df1, double df2)
{
    *low = 0;
    *high = 0;
    for (double step = 1; bsh__f_q(exp(*high), df1, df2) > p; step *= 2) {
        *low = *high;
        *high += step;
    }
    for (double step = 1; bsh__f_q(exp(*low), df1, df2) < p; step *= 2) {
        *high = *low;
        *low -= step;
    }
}

/* Newton's steps on ln Q over ln f, which is concave, so that they come to the root from above
 * and stay there; halving where one would leave the enclosure. */
static double upper_quantile(double p, double df1, double df2)
{
    double low;
    double high;
    enclose(&low, &high, p, df1, df2);
    double at = low + (high - low) / 2;
    for (unsigned i = 0; i < 200; ++i) {
        double const q = bsh__f_q(exp(at), df1, df2);
        double const step = log(q / p) * q / f_density(exp(at), df1, df2);
        if (fabs(step) <= 1e-9) { // the next would be some square of that
            return exp(at + step);
        }
        *(q > p ? &low : &high) = at;
        bool const is_inside = at + step > low && at + step < high;
        at = is_inside ? at + step : low + (high - low) / 2;
    }
    return exp(at);
}

/* Above one half by the other tail: F(df1, df2) is 1 / F(df2, df1). */
double bsh__f_quantile(double p, double df1, double df2)
{
    if (!(p >= 1e-150 && p < 1) || !(df1 > 0) || !(df2 > 0)) {
        return (double) NAN;
    }
    return p > 0.5 ? 1 / upper_quantile(1 - p, df2, df1) : upper_quantile(p, df1, df2);
}

/* gsl_cdf_tdist_Qinv is off by 1.7e-9 at p = 1e-8, df = 1, and by all of it at p = 1e-20. */
double bsh__student_t_quantile(double p, double df)
{
    if (p == 0.5) {
        return 0;
    }
    double const square = bsh__f_quantile(2 * fmin(p, 1 - p), 1, df);
    return p > 0.5 ? -sqrt(square) : sqrt(square);
}
