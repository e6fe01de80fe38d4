/* Windows of a text: which of their bytes may begin a quotation mark or a tag. */
#ifndef BSH_SEGMENT_MARK_BYTES_H
#define BSH_SEGMENT_MARK_BYTES_H

#include <string.h>

#include "base/byte_masks.h"

enum { BSH__WINDOW = 2 * BSH__STRIDE };

/* The bytes of a stride that may begin a mark or a tag, a bit each.  Two bits left out, " and '
 * are one byte; so are & and #, of which nothing is made. */
static inline uint32_t bsh__telling_bytes(const char *text)
{
    bsh__stride const c = bsh__stride_at(text);
    bsh__stride const quotes = bsh__bytes_equal(c & (unsigned char) ~('"' ^ '\''), '"');
    return bsh__bits_of_signs(c | quotes | bsh__bytes_equal(c, '`') | bsh__bytes_equal(c, '<'));
}

/* The same of a window. */
static inline uint32_t bsh__telling_window(const char *text)
{
    return bsh__telling_bytes(text) | bsh__telling_bytes(text + BSH__STRIDE) << BSH__STRIDE;
}

/* Where a window would reach behind the text it is copied to where zeros follow. */
static inline uint32_t bsh__telling_end(const char *text, size_t n)
{
    char end[BSH__WINDOW] = {0};
    memcpy(end, text, n);
    return bsh__telling_window(end);
}

/* Those of the bytes that stand at `n` and behind. */
static inline uint32_t bsh__telling_from(uint32_t telling, size_t n)
{
    return n < BSH__WINDOW ? telling & (UINT32_MAX << n) : 0;
}

#endif
