/* Numbers that look random, the same in every run: a test says what it was given by its seed.
 */
#ifndef BSH_TESTS_RANDOM_NUMBERS_H
#define BSH_TESTS_RANDOM_NUMBERS_H

#include <stdint.h>

/* The next number below 2^31; the seed moves on (linear congruences, Knuth 1997). */
static inline uint64_t test_random(uint64_t *seed)
{
    *seed = *seed * UINT64_C(6364136223846793005) + UINT64_C(1442695040888963407);
    return *seed >> 33;
}

#endif
