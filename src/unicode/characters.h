/* Classes of characters. */
#ifndef BSH_UNICODE_CHARACTERS_H
#define BSH_UNICODE_CHARACTERS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Those that are not ASCII, as ICU has them; the functions below ask them last. */
bool bsh__is_letter_beyond_ascii(int32_t c);
bool bsh__is_number_beyond_ascii(int32_t c);
bool bsh__is_upper_beyond_ascii(int32_t c);
bool bsh__is_lower_beyond_ascii(int32_t c);
bool bsh__is_mark_beyond_ascii(int32_t c);
bool bsh__is_space_beyond_ascii(int32_t c);

static inline bool bsh__is_ascii(int32_t c)
{
    return (uint32_t) c < 0x80U;
}

/* U+2000 to U+206F: the spaces, dashes, quotes and invisible signs of newspapers.  None is a
 * letter, a number or a mark, so that a curly quote needs no table of ICU. */
static inline bool bsh__is_general_punctuation(int32_t c)
{
    return (uint32_t) c - 0x2000U < 0x70U;
}

/* General category Lu or Lt. */
static inline bool bsh__is_upper(int32_t c)
{
    return bsh__is_ascii(c) ? (uint32_t) c - 'A' < 26U
                            : !bsh__is_general_punctuation(c) && bsh__is_upper_beyond_ascii(c);
}

/* General category Ll. */
static inline bool bsh__is_lower(int32_t c)
{
    return bsh__is_ascii(c) ? (uint32_t) c - 'a' < 26U
                            : !bsh__is_general_punctuation(c) && bsh__is_lower_beyond_ascii(c);
}

/* General category L. */
static inline bool bsh__is_letter(int32_t c)
{
    return bsh__is_ascii(c) ? ((uint32_t) c | 0x20U) - 'a' < 26U
                            : !bsh__is_general_punctuation(c) && bsh__is_letter_beyond_ascii(c);
}

/* General category N: digits, fractions. */
static inline bool bsh__is_number(int32_t c)
{
    return bsh__is_ascii(c) ? (uint32_t) c - '0' < 10U
                            : !bsh__is_general_punctuation(c) && bsh__is_number_beyond_ascii(c);
}

/* General category M. */
static inline bool bsh__is_mark(int32_t c)
{
    return !bsh__is_ascii(c) && !bsh__is_general_punctuation(c) && bsh__is_mark_beyond_ascii(c);
}

/* White space, line ends, NBSP, thin spaces; not ZWSP. */
static inline bool bsh__is_space(int32_t c)
{
    return bsh__is_ascii(c) ? c == ' ' || (uint32_t) c - '\t' < 5U
                            : bsh__is_space_beyond_ascii(c);
}

/* LF, CR, NEL, U+2028, U+2029, FF. */
static inline bool bsh__is_line_end(int32_t c)
{
    return c == '\n' || c == '\r' || c == '\f' || c == 0x85 || c == 0x2028 || c == 0x2029;
}

/* Soft hyphen, ZWSP, ZWNJ, ZWJ, word joiner, BOM, variation selectors, direction marks: never
 * make or break a word. */
bool bsh__is_transparent_beyond_latin(int32_t c);

static inline bool bsh__is_transparent(int32_t c)
{
    return c >= 0xAD && bsh__is_transparent_beyond_latin(c);
}

bool bsh__is_currency(int32_t c);  /* general category Sc */
bool bsh__is_ideograph(int32_t c); /* Han, kana, Hangul: written without spaces */

static inline bool bsh__is_word_character(int32_t c)
{
    return bsh__is_letter(c) || bsh__is_number(c);
}

#endif
