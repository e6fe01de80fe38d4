/* Random numbers without a shared generator: number `index` of a stream is a function of the
 * stream's key alone, so the same seed gives the same results for any thread count, order or
 * subset of measures, on every machine. */
#ifndef BSH_STATS_RANDOM_H
#define BSH_STATS_RANDOM_H

#include <stdbool.h>
#include <stdint.h>

/* A key: seed, and the names of what the stream is for ("permutation", measure id, corpus a,
 * corpus b). */
typedef struct bsh__random_key {
    uint64_t words[2];
} bsh__random_key;
bsh__random_key bsh__random_key_of(uint64_t seed, const char *const *names, unsigned n_names);

/* The stream of one replicate: Threefry-2x64 with 20 rounds (Salmon, Moraes, Dror & Shaw 2011)
 * of the counter (counter, replicate), four blocks at a time. */
enum { BSH__RANDOM_WORDS = 8 };
typedef struct bsh__random {
    bsh__random_key key;
    uint64_t        replicate, counter; /* of the next block */
    uint64_t        words[BSH__RANDOM_WORDS];
    unsigned        next;  /* the first of `words` not given out */
    uint32_t        spare; /* the upper half of the word that `below` took last */
    bool            has_spare;
} bsh__random;
void     bsh__random_begin(bsh__random *random, bsh__random_key key, uint64_t replicate);
uint64_t bsh__random_next(bsh__random *random);

/* Unbiased, 0..bound-1 (Lemire 2019); bound at least 1. */
uint32_t bsh__random_below(bsh__random *random, uint32_t bound);

#endif
