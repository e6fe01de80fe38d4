#include "unicode/graphemes.h"

#include <string.h>

#include "unicode/characters.h"
#include "unicode/utf8.h"

static const uint64_t ones = UINT64_C(0x0101010101010101);
static const uint64_t tops = UINT64_C(0x8080808080808080);

/* How many of 8 ASCII bytes are not white space.  No sum reaches the next byte: each is under
 * 0x80 + 0x80. */
static unsigned count_in_word(uint64_t word)
{
    uint64_t const is_no_blank = (word ^ ' ' * ones) + 0x7F * ones;
    uint64_t const is_from_tab = word + (0x80 - '\t') * ones;
    uint64_t const is_over_return = word + (0x7F - '\r') * ones;
    uint64_t const counted = is_no_blank & (~is_from_tab | is_over_return) & tops;
    return (unsigned) ((counted >> 7) * ones >> 56);
}

/* Counts the ASCII from *at on, 8 bytes at a time; *at moves behind it. */
static uint64_t count_ascii(const char *text, size_t end, size_t *at)
{
    uint64_t word = 0;
    uint64_t n = 0;
    for (; end - *at >= sizeof word; *at += sizeof word) {
        memcpy(&word, text + *at, sizeof word);
        if ((word & tops) != 0) {
            break;
        }
        n += count_in_word(word);
    }
    return n;
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
    size_t   at = span.begin;
    uint64_t found = 0;
    *n = 0;
    while (at < span.end) {
        found += count_ascii(text, span.end, &at);
        if (at == span.end) {
            break;
        }
        int32_t const c = bsh__utf8_next(text, span.end, &at);
        if (!stands_alone(c)) {
            return false;
        }
        found += !bsh__is_space(c);
    }
    *n = found;
    return true;
}
