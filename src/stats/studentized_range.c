#include "stats/group_tests.h"

#include <gsl/gsl_math.h>

#include "stats/chi_quadrature.h"

static double below(double z)
{
    return erfc(-z * M_SQRT1_2) / 2;
}

/* phi(z) [Phi(z)^(k-1) - (Phi(z) - Phi(z-w))^(k-1)]: the largest of k normal values is at z and
 * not all others are within w under it.  As a difference of powers it would have no digit left
 * where p < 1e-16. */
static double density_beyond(double z, double w, double k)
{
    double const under = below(z);
    double const share = under > 0 ? fmin(below(z - w) / under, 1) : 0;
    double const beyond = -expm1((k - 1) * log1p(-share));
    return exp(-z * z / 2) * M_SQRT1_2 / M_SQRTPI * pow(under, k - 1) * beyond;
}

/* The trapezoidal rule from `start` on, step by step, until nothing is added.  There is one
 * peak, and left of it the sum grows with every step. */
static double sum_from(double start, double step, double w, double k)
{
    double sum = 0;
    for (double z = start; fabs(z) < 60; z += step) {
        double const term = density_beyond(z, w, k);
        sum += term;
        if (term <= 1e-17 * sum) {
            break;
        }
    }
    return sum;
}

/* P(range of k normal values > w).  For analytic functions that fall like a normal density the
 * trapezoidal rule converges faster than any power of the step: .2 leaves under 1e-14 for up to
 * 20 values, but 1e-7 for 1,000. */
static double range_tail(double w, double k)
{
    double const step = k <= 20 ? 0.2 : 0.1;
    double const start = fmax(w / 2, sqrt(2 * log(k)));
    double const sum = sum_from(start, step, w, k) + sum_from(start - step, -step, w, k);
    return fmin(k * step * sum, 1);
}

/* The tail itself is summed up: one minus the lower one is off by up to 4e-6 in R's ptukey. */
double bsh__studentized_range_q(double q, double k, double df)
{
    if (q <= 0) {
        return 1;
    }
    // Two values: the range is over w with 2 Phi(-w / sqrt 2); k values: at most k (k-1) / 2
    // times that.
    bsh__chi_nodes nodes;
    bsh__chi_nodes_for(&nodes, df, 0, q * M_SQRT1_2, log(k * (k - 1) / 2));
    double sum = 0;
    for (size_t i = 0; i < nodes.n; ++i) {
        sum += nodes.weight[i] * range_tail(q * nodes.s[i], k);
    }
    return fmin(sum, 1);
}
