/* Description of a sample. */
#ifndef BSH_STATS_DESCRIBE_H
#define BSH_STATS_DESCRIBE_H

#include <stddef.h>
#include <stdint.h>

/* Standard deviation with n - 1, by GSL; NaN for n < 2. */
double bsh__deviation(const uint32_t *values, size_t n);

/* Median by counting; NaN for n == 0.  Does not change or copy the values; O(n log range). */
double bsh__median(const uint32_t *values, size_t n);

#endif
