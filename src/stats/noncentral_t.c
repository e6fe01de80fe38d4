#include "stats/effect_sizes.h"

#include <gsl/gsl_math.h>

#include "stats/chi_quadrature.h"

/* Mean of Phi(shift - slope S).  Every term is positive, so that the smaller tail keeps its
 * digits, which the usual series of incomplete betas (Lenth 1989, as in R) loses: there the
 * upper tail is one minus the lower, and a noncentrality over 37.62 starts it at 0. */
static double mean_of_phi(double df, double shift, double slope)
{
    if (slope == 0) {
        return erfc(-shift * M_SQRT1_2) / 2;
    }
    bsh__chi_nodes nodes;
    bsh__chi_nodes_for(&nodes, df, shift, slope, 0);
    double sum = 0;
    for (size_t i = 0; i < nodes.n; ++i) {
        sum += nodes.weight[i] * erfc((slope * nodes.s[i] - shift) * M_SQRT1_2);
    }
    return fmin(sum / 2, 1);
}

double bsh__noncentral_t_p(double t, double df, double noncentrality)
{
    return mean_of_phi(df, -noncentrality, -t);
}

double bsh__noncentral_t_q(double t, double df, double noncentrality)
{
    return mean_of_phi(df, noncentrality, t);
}
