/* Random numbers without a shared generator: number `index` of a stream is a function of the
 * stream's key alone, so the same seed gives the same results for any thread count, order or
 * subset of measures. */
#ifndef BSH_STATS_RANDOM_H
#define BSH_STATS_RANDOM_H

#include <stdint.h>

/* A key: seed, and the names of what the stream is for ("permutation", measure id, corpus a,
 * corpus b). */
typedef struct bsh__random_key {
    uint64_t words[2];
} bsh__random_key;
bsh__random_key bsh__random_key_of(uint64_t seed, const char *const *names, unsigned n_names);

/* The stream of one replicate. */
typedef struct bsh__random {
    bsh__random_key key;
    uint64_t        replicate, counter;
    uint64_t        spare; /* the second half of a block; valid if has_spare */
    int             has_spare;
} bsh__random;
void     bsh__random_begin(bsh__random *random, bsh__random_key key, uint64_t replicate);
uint64_t bsh__random_next(bsh__random *random);
uint32_t bsh__random_below(bsh__random *random, uint32_t bound); /* unbiased, 0..bound-1 */

#endif
