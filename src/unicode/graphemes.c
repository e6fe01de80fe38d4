#include "unicode/graphemes.h"

#include <string.h>

#include "unicode/characters.h"
#include "unicode/common_characters.h"
#include "unicode/utf8.h"

/* Bytes that the compiler takes in one step where the machine can, and their halves. */
enum { STRIDE = 16 };
typedef unsigned char stride_bytes __attribute__((vector_size(STRIDE)));
typedef uint64_t      stride_halves __attribute__((vector_size(STRIDE)));

/* 0xFF for bytes that begin a character and are no white space of ASCII. */
static stride_bytes counted_of(const char *text)
{
    stride_bytes c;
    memcpy(&c, text, sizeof c);
    return (stride_bytes) (((c < 0x80) | (c >= 0xC0)) & (c != ' ') & ((c < '\t') | (c > '\r')));
}

static uint64_t sum_of_bytes(uint64_t half)
{
    uint64_t const every_other = UINT64_C(0x00FF00FF00FF00FF);
    uint64_t const pairs = (half & every_other) + (half >> 8 & every_other);
    return pairs * UINT64_C(0x0001000100010001) >> 48;
}

/* Counts in `n` strides, as many as the sum in a byte can bear. */
static uint64_t count_in_strides(const char *text, size_t n)
{
    stride_bytes sums = {0};
    for (size_t i = 0; i < n; ++i) {
        sums -= counted_of(text + i * STRIDE);
    }
    stride_halves const halves = (stride_halves) sums;
    return sum_of_bytes(halves[0]) + sum_of_bytes(halves[1]);
}

/* Characters but for white space of ASCII. */
static uint64_t count_characters(const char *text, size_t n_bytes)
{
    enum { MOST_STRIDES = UINT8_MAX };
    char         last[STRIDE];
    size_t const n_last = n_bytes % STRIDE;
    uint64_t     n = 0;
    for (size_t left = n_bytes / STRIDE; left > 0;) {
        size_t const n_strides = left < MOST_STRIDES ? left : MOST_STRIDES;
        n += count_in_strides(text, n_strides);
        text += n_strides * STRIDE;
        left -= n_strides;
    }
    memset(last, ' ', sizeof last);
    memcpy(last, text, n_last);
    return n + count_in_strides(last, 1);
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
