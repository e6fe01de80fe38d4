/* Looking through bytes that claim to be UTF-8 and are not to be trusted yet. */
#ifndef BSH_UNICODE_UTF8_SCAN_H
#define BSH_UNICODE_UTF8_SCAN_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Length (1 to 4) of the well-formed sequence at the start; 0 if there is none, and then *n_bad
 * is the length (1 to 3) of the longest beginning of one, which WHATWG replaces by one U+FFFD.
 * n >= 1. */
size_t bsh__utf8_sequence(const char *bytes, size_t n, size_t *n_bad);

/* Control characters that do not belong into text: all but TAB, LF, FF, CR and NEL; NUL is one.
 */
static inline bool bsh__is_stray_control(int32_t c)
{
    if (c < 0x20) {
        return c != '\t' && c != '\n' && c != '\f' && c != '\r';
    }
    return c >= 0x7F && c < 0xA0 && c != 0x85;
}

/* What no decoded text holds. */
static inline bool bsh__is_odd(int32_t c)
{
    return bsh__is_stray_control(c) || c == 0xFEFF;
}

/* Number of bytes at the start that are ASCII and no stray control. */
size_t bsh__plain_ascii_prefix(const char *bytes, size_t n);

/* Number of bytes at the start that are ASCII; that are not below 0x20. */
size_t bsh__ascii_prefix(const char *bytes, size_t n);
size_t bsh__control_free_prefix(const char *bytes, size_t n);

/* Something that cannot be copied as it is: a bad sequence, a stray control, U+FEFF. */
typedef struct bsh__odd {
    size_t  at, n_bytes;
    int32_t c; /* BSH__BAD_SEQUENCE or the code point */
} bsh__odd;

enum { BSH__BAD_SEQUENCE = -1 };

/* Finds the next odd thing from `from` on; false (odd->at = n) if the rest is clean.  Adds the
 * well-formed sequences of two bytes and more that it passes to *n_multibyte. */
bool bsh__utf8_find_odd(const char *bytes, size_t n, size_t from, uint64_t *n_multibyte,
                        bsh__odd *odd);

typedef struct bsh__utf8_scan {
    uint64_t n_multibyte; /* well-formed sequences of two bytes and more */
    uint64_t n_bad;       /* maximal bad parts */
    uint64_t n_odd;       /* these, stray controls and U+FEFF */
    size_t   first_bad;   /* n if there is none */
    size_t   first_nul;   /* n if there is none */
} bsh__utf8_scan;

bsh__utf8_scan bsh__scan_utf8(const char *bytes, size_t n);

#endif
