/* Hash of short byte strings, for tables that strangers' words go into. */
#ifndef BSH_BASE_HASH_H
#define BSH_BASE_HASH_H

#include <stddef.h>
#include <stdint.h>

/* Both operands go into every bit: the halves of their product of 128 bits, laid together.  An
 * operand of 0 loses the other one, so neither may be known to strangers. */
static inline uint64_t bsh__mix(uint64_t a, uint64_t b)
{
    __extension__ typedef unsigned __int128 wide;
    wide const                              product = (wide) a * b;
    return (uint64_t) product ^ (uint64_t) (product >> 64);
}

/* Mixes 8 bytes at a time by a 64x64 to 128 bit multiplication.  Another seed gives another
 * function, so that words crafted to collide under one do not under the next.  Results of the
 * program never depend on it: what is printed is sorted. */
uint64_t bsh__hash(uint64_t seed, const char *data, size_t n_bytes);

/* A seed that an attacker does not know. */
uint64_t bsh__hash_seed(void);

#endif
