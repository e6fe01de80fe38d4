/* Classes of characters. */
#ifndef BSH_UNICODE_CHARACTERS_H
#define BSH_UNICODE_CHARACTERS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

bool bsh__is_letter(int32_t c);   /* general category L */
bool bsh__is_number(int32_t c);   /* general category N: digits, fractions */
bool bsh__is_mark(int32_t c);     /* general category M */
bool bsh__is_upper(int32_t c);    /* Lu or Lt */
bool bsh__is_lower(int32_t c);    /* Ll */
bool bsh__is_space(int32_t c);    /* white space, line ends, NBSP, thin spaces; not ZWSP */
bool bsh__is_line_end(int32_t c); /* LF, CR, NEL, U+2028, U+2029, FF */
bool bsh__is_transparent(
    int32_t c);                    /* soft hyphen, ZWSP, ZWNJ, ZWJ, word joiner, BOM, variation
                                      selectors, direction marks: never make or break a word */
bool bsh__is_currency(int32_t c);  /* general category Sc */
bool bsh__is_ideograph(int32_t c); /* Han, kana, Hangul: written without spaces */

static inline bool bsh__is_word_character(int32_t c)
{
    return bsh__is_letter(c) || bsh__is_number(c);
}

#endif
