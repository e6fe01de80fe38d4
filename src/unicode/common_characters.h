/* The characters of nearly all news in Latin script, numbered for small tables: U+0000 to
 * U+027F, the spaces, dashes and quotes of U+2000 to U+203F, the currencies of U+2080 to
 * U+20BF. */
#ifndef BSH_UNICODE_COMMON_CHARACTERS_H
#define BSH_UNICODE_COMMON_CHARACTERS_H

#include <stddef.h>
#include <stdint.h>

#include "base/byte_masks.h"

enum {
    BSH__N_COMMON = 0x300,
    BSH__UNCOMMON =
        BSH__N_COMMON, /* the place of all other characters, behind the common ones */
    BSH__N_PLACES = BSH__N_COMMON + 1
};

static inline unsigned bsh__common_place(int32_t c)
{
    if (c < 0x280) {
        return (unsigned) c;
    }
    if (c >= 0x2000 && c < 0x2040) {
        return (unsigned) c - 0x2000U + 0x280U;
    }
    return c >= 0x2080 && c < 0x20C0 ? (unsigned) c - 0x2080U + 0x2C0U : BSH__UNCOMMON;
}

/* The character at a place below BSH__N_COMMON. */
static inline int32_t bsh__common_at(unsigned place)
{
    return (int32_t) (place < 0x280   ? place
                      : place < 0x2C0 ? place - 0x280U + 0x2000U
                                      : place - 0x2C0U + 0x2080U);
}

/* Marks that join letters in some releases and languages of ICU and stand alone in others: "@"
 * is a letter in ICU 72 and none in ICU 76, ":" joins in Swedish and in no English since
 * ICU 54.  So that a text has the same words everywhere, each of them always stands alone. */
static inline int bsh__is_unsteady(int32_t c)
{
    return c == '@' || c == ':' || c == 0xFE55 || c == 0xFF1A;
}

/* The first byte from `at` on that is not ASCII; `end` if there is none.  The last step goes
 * over bytes again that are known to be ASCII. */
static inline size_t bsh__skip_ascii(const char *text, size_t at, size_t end)
{
    if (end - at < BSH__STRIDE) {
        while (at < end && (unsigned char) text[at] < 0x80) {
            ++at;
        }
        return at;
    }
    for (size_t const last = end - BSH__STRIDE;;) {
        bsh__stride const mask = bsh__bytes_beyond_ascii(bsh__stride_at(text + at));
        if (bsh__is_any_byte(mask)) {
            return at + bsh__first_of_mask(mask);
        }
        if (at == last) {
            return end;
        }
        at = last - at < BSH__STRIDE ? last : at + BSH__STRIDE;
    }
}

#endif
