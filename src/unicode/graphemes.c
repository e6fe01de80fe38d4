#include "unicode/graphemes.h"

#include <string.h>

#include "unicode/characters.h"
#include "unicode/common_characters.h"
#include "unicode/utf8.h"

/* White space of ASCII, and bytes inside of characters. */
static bsh__stride bytes_not_counted(bsh__stride bytes)
{
    return bsh__bytes_equal(bytes, ' ') | bsh__bytes_between(bytes, '\t', '\r') |
           bsh__bytes_between(bytes, 0x80, 0xBF);
}

static uint64_t sum_of_bytes(uint64_t half)
{
    uint64_t const every_other = UINT64_C(0x00FF00FF00FF00FF);
    uint64_t const pairs = (half & every_other) + (half >> 8 & every_other);
    return pairs * UINT64_C(0x0001000100010001) >> 48;
}

/* In `n` strides, as many as the sum in a byte can bear. */
static uint64_t count_not_counted(const char *text, size_t n)
{
    bsh__stride sums = {0};
    for (size_t i = 0; i < n; ++i) {
        sums -= bytes_not_counted(bsh__stride_at(text + i * BSH__STRIDE)); // 0xFF is -1
    }
    bsh__stride_halves const halves = (bsh__stride_halves) sums;
    return sum_of_bytes(halves[0]) + sum_of_bytes(halves[1]);
}

/* Characters but for white space of ASCII. */
static uint64_t count_characters(const char *text, size_t n_bytes)
{
    enum { MOST_STRIDES = UINT8_MAX };
    char         last[BSH__STRIDE] = {0};
    size_t const n_last = n_bytes % BSH__STRIDE;
    uint64_t     n = n_bytes;
    for (size_t left = n_bytes / BSH__STRIDE; left > 0;) {
        size_t const n_strides = left < MOST_STRIDES ? left : MOST_STRIDES;
        n -= count_not_counted(text, n_strides);
        text += n_strides * BSH__STRIDE;
        left -= n_strides;
    }
    memcpy(last, text, n_last);
    return n - count_not_counted(last, 1);
}

/* Characters that are always a grapheme of their own: Latin, Greek, the punctuation of
 * newspapers and currencies.  Marks, joiners and all else that clings to what precedes is for
 * ICU. */
static bool stands_alone(int32_t c)
{
    return c < 0x0300 || (c >= 0x2010 && c <= 0x205E) || (c >= 0x0370 && c <= 0x0482) ||
           (c >= 0x20A0 && c <= 0x20BF);
}

/* Of characters that stand alone only CR LF is a grapheme of two, and that is white space. */
bool bsh__count_single_graphemes(const char *text, bsh_span span, uint64_t *n)
{
    uint64_t n_spaces = 0; // beyond ASCII
    *n = 0;
    for (size_t at = bsh__skip_ascii(text, span.begin, span.end); at < span.end;
         at = bsh__skip_ascii(text, at, span.end)) {
        int32_t const c = bsh__utf8_next(text, span.end, &at);
        if (!stands_alone(c)) {
            return false;
        }
        n_spaces += bsh__is_space(c);
    }
    *n = count_characters(text + span.begin, span.end - span.begin) - n_spaces;
    return true;
}
