/* Walking valid UTF-8.  Text is validated once, by decode; everything later may rely on it. */
#ifndef BSH_UNICODE_UTF8_H
#define BSH_UNICODE_UTF8_H

#include <stddef.h>
#include <stdint.h>

/* The code point at *i (*i < n), which moves behind it. */
static inline int32_t bsh__utf8_next(const char *text, size_t n, size_t *i)
{
    const unsigned char *const s = (const unsigned char *) text + *i;
    if (s[0] < 0x80) {
        *i += 1;
        return s[0];
    }
    if (s[0] < 0xE0 && n - *i >= 2) {
        *i += 2;
        return (int32_t) ((s[0] & 0x1FU) << 6 | (s[1] & 0x3FU));
    }
    if (s[0] < 0xF0 && n - *i >= 3) {
        *i += 3;
        return (int32_t) ((s[0] & 0x0FU) << 12 | (s[1] & 0x3FU) << 6 | (s[2] & 0x3FU));
    }
    if (n - *i >= 4) {
        *i += 4;
        return (int32_t) ((s[0] & 0x07U) << 18 | (s[1] & 0x3FU) << 12 | (s[2] & 0x3FU) << 6 |
                          (s[3] & 0x3FU));
    }
    *i = n;
    return 0xFFFD;
}

/* The code point before *i (*i > 0), which moves to its start. */
static inline int32_t bsh__utf8_previous(const char *text, size_t *i)
{
    size_t at = *i - 1;
    while (at > 0 && ((unsigned char) text[at] & 0xC0U) == 0x80U) {
        --at;
    }
    size_t const n = *i;
    *i = at;
    size_t behind = at;
    return bsh__utf8_next(text, n, &behind);
}

/* Writes a code point; returns its length, 1 to 4. */
static inline size_t bsh__utf8_put(char out[4], int32_t c)
{
    uint32_t const u = (uint32_t) c;
    if (u < 0x80) {
        out[0] = (char) u;
        return 1;
    }
    if (u < 0x800) {
        out[0] = (char) (0xC0U | u >> 6);
        out[1] = (char) (0x80U | (u & 0x3FU));
        return 2;
    }
    if (u < 0x10000) {
        out[0] = (char) (0xE0U | u >> 12);
        out[1] = (char) (0x80U | (u >> 6 & 0x3FU));
        out[2] = (char) (0x80U | (u & 0x3FU));
        return 3;
    }
    out[0] = (char) (0xF0U | u >> 18);
    out[1] = (char) (0x80U | (u >> 12 & 0x3FU));
    out[2] = (char) (0x80U | (u >> 6 & 0x3FU));
    out[3] = (char) (0x80U | (u & 0x3FU));
    return 4;
}

#endif
