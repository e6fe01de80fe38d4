/* Runs of letters and digits as the words that clues are looked up by. */
#ifndef BSH_ARTICLE_CLUE_WORDS_H
#define BSH_ARTICLE_CLUE_WORDS_H

#include <stddef.h>
#include <string.h>

#include "data/clues.h"

static inline uint64_t bsh__load_eight(const char *bytes)
{
    const unsigned char *const b = (const unsigned char *) bytes;
    return (uint64_t) b[0] | (uint64_t) b[1] << 8 | (uint64_t) b[2] << 16 |
           (uint64_t) b[3] << 24 | (uint64_t) b[4] << 32 | (uint64_t) b[5] << 40 |
           (uint64_t) b[6] << 48 | (uint64_t) b[7] << 56;
}

/* Of n < 8 bytes. */
static inline uint64_t bsh__load_fewer(const char *bytes, size_t n)
{
    char eight[8] = {0};
    memcpy(eight, bytes, n & 7);
    return bsh__load_eight(eight);
}

/* The word of clues.h for a run; `end` is that of the paragraph, behind which nothing is read.
 */
static inline bsh__clue_word bsh__clue_word_at(const char *text, size_t begin, size_t n,
                                               size_t end)
{
    static const uint64_t masks[] = {0,
                                     UINT64_C(0xFF),
                                     UINT64_C(0xFFFF),
                                     UINT64_C(0xFFFFFF),
                                     UINT64_C(0xFFFFFFFF),
                                     UINT64_C(0xFFFFFFFFFF),
                                     UINT64_C(0xFFFFFFFFFFFF),
                                     UINT64_C(0xFFFFFFFFFFFFFF),
                                     UINT64_MAX};
    uint64_t const        eight = begin + 8 <= end ? bsh__load_eight(text + begin)
                                                   : bsh__load_fewer(text + begin, end - begin);
    /* Bit 5 makes letters small, and digits have it. */
    return (eight | UINT64_C(0x2020202020202020)) & masks[n < 8 ? n : 8];
}

#endif
