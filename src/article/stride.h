/* Sixteen bytes of text at once, and one bit for each. */
#ifndef BSH_ARTICLE_STRIDE_H
#define BSH_ARTICLE_STRIDE_H

#include <stdbool.h>
#include <stdint.h>
#include <string.h>

/* Bytes that the compiler takes in one step where the machine can.  A comparison of two makes
 * one in which every byte is 0 or 0xFF. */
enum { bsh__stride_bytes = 16 };
typedef unsigned char bsh__stride __attribute__((vector_size(bsh__stride_bytes)));

static inline bsh__stride bsh__stride_at(const char *bytes)
{
    bsh__stride stride;
    memcpy(&stride, bytes, sizeof stride);
    return stride;
}

/* Letters and digits of ASCII. */
static inline bsh__stride bsh__stride_runs(bsh__stride c)
{
    return (bsh__stride) (((c | 0x20) - 'a' < 26) | (c - '0' < 10));
}

/* True if a byte is set. */
static inline bool bsh__stride_any(bsh__stride is_set)
{
    typedef uint64_t halves __attribute__((vector_size(bsh__stride_bytes)));
    halves const     half = (halves) is_set;
    return (half[0] | half[1]) != 0;
}

/* Bit i is set if byte i, which is 0 or 0xFF, is set. */
static inline uint32_t bsh__stride_bits(bsh__stride is_set)
{
    typedef uint64_t  halves __attribute__((vector_size(bsh__stride_bytes)));
    bsh__stride const places = {1, 2, 4, 8, 16, 32, 64, 128, 1, 2, 4, 8, 16, 32, 64, 128};
    halves const      half = (halves) (is_set & places);
    /* The highest byte of the product is the sum of all eight. */
    uint64_t const ones = UINT64_C(0x0101010101010101);
    return (uint32_t) (half[0] * ones >> 56 | half[1] * ones >> 56 << 8);
}

/* How many bytes, each 0 or 0xFF, are set. */
static inline uint32_t bsh__stride_count(bsh__stride is_set)
{
    typedef uint64_t halves __attribute__((vector_size(bsh__stride_bytes)));
    halves const     half = (halves) (is_set & 1);
    return (uint32_t) ((half[0] + half[1]) * UINT64_C(0x0101010101010101) >> 56);
}

#endif
