#include "unicode/characters.h"

#include <unicode/uchar.h>
#include <unicode/uscript.h>

static bool is_between(int32_t c, int32_t first, int32_t last)
{
    return c >= first && c <= last;
}

bool bsh__is_letter_beyond_ascii(int32_t c)
{
    return (U_GET_GC_MASK(c) & U_GC_L_MASK) != 0;
}

bool bsh__is_number_beyond_ascii(int32_t c)
{
    return (U_GET_GC_MASK(c) & U_GC_N_MASK) != 0;
}

bool bsh__is_mark_beyond_ascii(int32_t c)
{
    return (U_GET_GC_MASK(c) & U_GC_M_MASK) != 0;
}

bool bsh__is_upper_beyond_ascii(int32_t c)
{
    return (U_GET_GC_MASK(c) & (U_GC_LU_MASK | U_GC_LT_MASK)) != 0;
}

bool bsh__is_lower_beyond_ascii(int32_t c)
{
    return (U_GET_GC_MASK(c) & U_GC_LL_MASK) != 0;
}

bool bsh__is_space_beyond_ascii(int32_t c)
{
    return u_isUWhiteSpace(c);
}

/* "co<soft hyphen>operate" is one word, and so is "<direction mark>hello". */
bool bsh__is_transparent_beyond_latin(int32_t c)
{
    return c == 0xAD || c == 0x061C || is_between(c, 0x200B, 0x200F) ||
           is_between(c, 0x202A, 0x202E) || c == 0x2060 || is_between(c, 0x2066, 0x2069) ||
           c == 0xFEFF || is_between(c, 0xFE00, 0xFE0F) || is_between(c, 0x180B, 0x180D) ||
           c == 0x180F || is_between(c, 0xE0100, 0xE01EF);
}

bool bsh__is_currency(int32_t c)
{
    return bsh__is_ascii(c) ? c == '$' : u_charType(c) == U_CURRENCY_SYMBOL;
}

/* Script extensions, not scripts: the long vowel mark of kana belongs to two of them. */
bool bsh__is_ideograph(int32_t c)
{
    if (c < 0x1100 || !bsh__is_word_character(c)) {
        return false;
    }
    return uscript_hasScript(c, USCRIPT_HAN) || uscript_hasScript(c, USCRIPT_HIRAGANA) ||
           uscript_hasScript(c, USCRIPT_KATAKANA) || uscript_hasScript(c, USCRIPT_HANGUL);
}
