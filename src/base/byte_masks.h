/* Classes of 16 bytes of text at once, as vectors that the compiler turns into whatever the
 * machine has.  A mask holds 0xFF for the bytes that are of a class and 0 for the others. */
#ifndef BSH_BASE_BYTE_MASKS_H
#define BSH_BASE_BYTE_MASKS_H

#include <stdbool.h>
#include <stdint.h>
#include <string.h>

enum { BSH__STRIDE = 16 };

typedef unsigned char bsh__stride __attribute__((vector_size(BSH__STRIDE)));
typedef signed char   bsh__signed_stride __attribute__((vector_size(BSH__STRIDE)));
typedef uint64_t      bsh__stride_halves __attribute__((vector_size(BSH__STRIDE)));

/* The 16 bytes at `text`. */
static inline bsh__stride bsh__stride_at(const char *text)
{
    bsh__stride bytes;
    memcpy(&bytes, text, sizeof bytes);
    return bytes;
}

/* The 16 bytes of two halves that were read as numbers. */
static inline bsh__stride bsh__stride_of(uint64_t first_half, uint64_t second_half)
{
    return (bsh__stride) (bsh__stride_halves){first_half, second_half};
}

static inline bsh__stride bsh__bytes_equal(bsh__stride bytes, char c)
{
    return (bsh__stride) (bytes == (unsigned char) c);
}

/* Bytes from `first` to `last`.  The sum takes `last` to the greatest number of a byte with a
 * sign, so that one comparison does: machines have none without a sign. */
static inline bsh__stride bsh__bytes_between(bsh__stride bytes, unsigned char first,
                                             unsigned char last)
{
    bsh__stride const moved = bytes + (unsigned char) (0x7F - last);
    return (bsh__stride) ((bsh__signed_stride) moved > (signed char) (0x7E - (last - first)));
}

static inline bsh__stride bsh__bytes_beyond_ascii(bsh__stride bytes)
{
    return (bsh__stride) ((bsh__signed_stride) bytes < 0);
}

/* Letters and digits of ASCII. */
static inline bsh__stride bsh__bytes_alphanumeric(bsh__stride bytes)
{
    return bsh__bytes_between(bytes | 0x20, 'a', 'z') | bsh__bytes_between(bytes, '0', '9');
}

/* A mask as one bit a byte, the lowest for the first: each byte is left its own bit, and the
 * product adds up eight bytes. */
static inline uint32_t bsh__bits_of_mask_by_product(bsh__stride mask)
{
    bsh__stride const        own = {1, 2, 4, 8, 16, 32, 64, 128, 1, 2, 4, 8, 16, 32, 64, 128};
    uint64_t const           each = UINT64_C(0x0101010101010101);
    bsh__stride_halves const halves = (bsh__stride_halves) (mask & own);
    return (uint32_t) (halves[0] * each >> 56 | halves[1] * each >> 56 << 8);
}

/* The same, where the machine has an instruction for it: no vector type asks for that. */
static inline uint32_t bsh__bits_of_mask(bsh__stride mask)
{
#ifdef __SSE2__
    typedef char bsh__chars __attribute__((vector_size(BSH__STRIDE)));
    return (uint32_t) __builtin_ia32_pmovmskb128((bsh__chars) mask);
#else
    return bsh__bits_of_mask_by_product(mask);
#endif
}

/* The highest bit of each byte, the lowest for the first: those of a mask, and of bytes beyond
 * ASCII. */
static inline uint32_t bsh__bits_of_signs(bsh__stride bytes)
{
#ifdef __SSE2__
    return bsh__bits_of_mask(bytes);
#else
    return bsh__bits_of_mask(bsh__bytes_beyond_ascii(bytes));
#endif
}

static inline bool bsh__is_any_byte(bsh__stride mask)
{
#ifdef __SSE2__
    return bsh__bits_of_mask(mask) != 0;
#else
    bsh__stride_halves const halves = (bsh__stride_halves) mask;
    return (halves[0] | halves[1]) != 0;
#endif
}

/* How many bytes of a mask are set. */
static inline unsigned bsh__count_of_mask(bsh__stride mask)
{
    bsh__stride_halves const halves = (bsh__stride_halves) (mask & 1);
    return (unsigned) ((halves[0] + halves[1]) * UINT64_C(0x0101010101010101) >> 56);
}

/* The place of the first byte of a mask that is not empty. */
static inline unsigned bsh__first_of_mask(bsh__stride mask)
{
    return (unsigned) __builtin_ctz(bsh__bits_of_mask(mask));
}

#endif
