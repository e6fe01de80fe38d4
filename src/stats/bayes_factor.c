#include "stats/effect_sizes.h"

#include <gsl/gsl_math.h>

/* The likelihood of t under prior variances g, against that under no difference, times the
 * density of g = scale^2 / chi2 with 1 df, on the axis u = ln g. */
typedef struct evidence {
    double t2, df, effective, scale2;
} evidence;

/* ln (1 + t^2 / df) - ln (1 + t^2 / (df (1 + N g))), without the difference of two numbers
 * near each other where t is small. */
static double fit_gain(const evidence *of, double explained)
{
    double const share = of->t2 / of->df;
    return log1p(share * explained / (1 + explained + share));
}

static double log_integrand(const evidence *of, double u)
{
    double const explained = of->effective * exp(u);
    return (of->df + 1) / 2 * fit_gain(of, explained) - log1p(explained) / 2 - u / 2 -
           of->scale2 * exp(-u) / 2;
}

static double log_bayes_factor(const evidence *of)
{
    // Left of `first` the prior is under e^-800; right of `last` the integrand falls like e^-u,
    // both prior and likelihood having peaked 45 before.
    double const first = log(of->scale2 / 1600);
    double const last = fmax(log(of->scale2), log((1 + of->t2) / of->effective)) + 45;
    // An eighth is enough: the peaks are like that of x e^-x in ln x, and the trapezoidal rule
    // leaves e^(-pi^2 / step) of such a one.
    double const step = 0.125;
    int const    n = (int) ((last - first) / step);
    double       top = -HUGE_VAL;
    for (int i = 0; i < n; ++i) {
        top = fmax(top, log_integrand(of, first + i * step));
    }
    double sum = 0;
    for (int i = 0; i < n; ++i) {
        sum += exp(log_integrand(of, first + i * step) - top);
    }
    return top + log(sum * step * sqrt(of->scale2 / (2 * M_PI)));
}

void bsh__bf_jzs(bsh__bayes *out, bsh__sample a, bsh__sample b, double rscale)
{
    double const none = (double) NAN;
    double       t = none;
    *out = (bsh__bayes){bsh__student_statistic(&t, a, b), none, none, none, none, none};
    if (out->status != BSH_TEST_OK) {
        return;
    }
    double const n_a = (double) a.n;
    double const n_b = (double) b.n;
    out->t = t;
    out->df = n_a + n_b - 2;
    out->rscale = rscale;
    evidence const of = {t * t, out->df, n_a * n_b / (n_a + n_b), rscale * rscale};
    double const   log_bf = log_bayes_factor(&of);
    double const   bf = exp(log_bf);
    out->log10_bf10 = log_bf / M_LN10;
    out->bf10 = isfinite(bf) ? bf : none;
}
