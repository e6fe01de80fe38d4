/* The distribution that HD-D needs, and which GSL the library runs on. */
#ifndef BSH_STATS_HYPERGEOMETRIC_H
#define BSH_STATS_HYPERGEOMETRIC_H

#include <stdint.h>

/* Probability that a sample of `n_drawn` from a population of `n_marked` + `n_other` (without
 * replacement) holds none of the marked ones; NaN if n_drawn is more than the population.
 * Relative error under 2e-15 for populations up to 1.6e7; at most min(n_marked, n_drawn) steps.
 */
double bsh__hypergeometric_none(uint32_t n_marked, uint32_t n_other, uint32_t n_drawn);

/* The same where one more is marked and one fewer is not, for whom all numbers of marked ones
 * up to n_drawn interest; equal to the last bit.
 *
 * none      the probability with n_marked - 1 marked ones
 * n_marked  1 to n_drawn; at most the population */
double bsh__hypergeometric_next(double none, uint32_t n_marked, uint32_t population,
                                uint32_t n_drawn);

#endif
