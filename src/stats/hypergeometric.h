/* The distribution that HD-D needs, by GSL. */
#ifndef BSH_STATS_HYPERGEOMETRIC_H
#define BSH_STATS_HYPERGEOMETRIC_H

#include <stdint.h>

/* Probability that a sample of `n_drawn` from a population of `n_marked` + `n_other` (without
 * replacement) holds none of the marked ones: gsl_ran_hypergeometric_pdf(0, ...).  n_drawn must not
 * be more than the population. */
double bsh__hypergeometric_none(uint32_t n_marked, uint32_t n_other, uint32_t n_drawn);

#endif
