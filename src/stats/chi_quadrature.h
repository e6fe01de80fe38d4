/* Means over S = sqrt(chi2 / df), the standard deviation of a sample in units of the true one:
 * what the noncentral t and the studentised range are made of. */
#ifndef BSH_STATS_CHI_QUADRATURE_H
#define BSH_STATS_CHI_QUADRATURE_H

#include <stddef.h>

/* The mean of h(S) is the sum of weight[i] * h(s[i]). */
enum { BSH__CHI_NODES_MOST = 192 };
typedef struct bsh__chi_nodes {
    size_t n;
    double s[BSH__CHI_NODES_MOST], weight[BSH__CHI_NODES_MOST];
} bsh__chi_nodes;

/* Nodes for an h that is positive and at each s between 1 and e^spread times as large as
 * Phi(shift - slope s), Phi being the standard normal distribution; that may be a tail far
 * below 1e-17, where most of the mean comes from an s far from 1.  df >= 1.  Relative error
 * under 1e-12 for whole df, under 1e-11 for others.  No memory. */
void bsh__chi_nodes_for(bsh__chi_nodes *out, double df, double shift, double slope,
                        double spread);

/* Gamma(a) / (Gamma(a - 1/2) sqrt(a)), a >= 1/2; right in all digits also for large a, where
 * the difference of two log-gammas is not. */
double bsh__gamma_ratio(double a);

#endif
