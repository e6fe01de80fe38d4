/* Classes of ASCII bytes, 8 at a time in one word: what is found sets the top bit of its byte.
 */
#ifndef BSH_UNICODE_BYTE_MASKS_H
#define BSH_UNICODE_BYTE_MASKS_H

#include <stdint.h>
#include <string.h>

#define BSH__EACH_BYTE UINT64_C(0x0101010101010101)
#define BSH__TOP_BITS  UINT64_C(0x8080808080808080)

/* The 8 bytes at `text`; the first is the lowest on every machine. */
static inline uint64_t bsh__eight_bytes(const char *text)
{
    uint64_t word;
    memcpy(&word, text, sizeof word);
#if __BYTE_ORDER__ == __ORDER_BIG_ENDIAN__
    word = __builtin_bswap64(word);
#endif
    return word;
}

/* Bytes that are `c`, which is ASCII.  No sum reaches the next byte: each is at most 0x7F +
 * 0x7F. */
static inline uint64_t bsh__bytes_equal(uint64_t word, char c)
{
    uint64_t const other = word ^ (unsigned char) c * BSH__EACH_BYTE;
    return ~(((other & ~BSH__TOP_BITS) + ~BSH__TOP_BITS) | other) & BSH__TOP_BITS;
}

/* Bytes from `first` to `last`, which are ASCII.  Of bytes beyond ASCII the answer is that of
 * their lower 7 bits. */
static inline uint64_t bsh__bytes_between(uint64_t word, char first, char last)
{
    uint64_t const low = word & ~BSH__TOP_BITS;
    uint64_t const is_from_first = low + (uint64_t) (0x80 - first) * BSH__EACH_BYTE;
    uint64_t const is_past_last = low + (uint64_t) (0x7F - last) * BSH__EACH_BYTE;
    return is_from_first & ~is_past_last & BSH__TOP_BITS;
}

/* ASCII letters and figures. */
static inline uint64_t bsh__bytes_of_words(uint64_t word)
{
    uint64_t const small = word | 0x20 * BSH__EACH_BYTE;
    return (bsh__bytes_between(small, 'a', 'z') | bsh__bytes_between(word, '0', '9')) & ~word;
}

/* Top bits as one bit a byte, the lowest for the first byte: of the product bit 56 + i is the
 * top bit of byte i, and no two terms fall on one bit. */
static inline uint64_t bsh__gather_top_bits(uint64_t tops)
{
    return (tops >> 7) * UINT64_C(0x0102040810204080) >> 56;
}

#endif
