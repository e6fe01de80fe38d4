#include "unicode/utf8_scan.h"

#include "base/byte_masks.h"
#include "unicode/utf8.h"

/* ---- one sequence */

typedef struct lead {
    size_t        n_bytes; /* of the whole sequence; 0 if none begins so */
    unsigned char second_low,
        second_high; /* the second byte shuts out what is too long or too high */
} lead;

/* Table 3-7 of the Unicode standard. */
static lead lead_of(unsigned char byte)
{
    if (byte < 0x80) {
        return (lead){1, 0, 0};
    }
    if (byte >= 0xC2 && byte <= 0xDF) {
        return (lead){2, 0x80, 0xBF};
    }
    if (byte >= 0xE0 && byte <= 0xEF) {
        // E0 80 would be a long form of ASCII, ED A0 half of a UTF-16 pair
        return (lead){3, byte == 0xE0 ? 0xA0 : 0x80, byte == 0xED ? 0x9F : 0xBF};
    }
    if (byte >= 0xF0 && byte <= 0xF4) {
        // F4 90 would be above U+10FFFF
        return (lead){4, byte == 0xF0 ? 0x90 : 0x80, byte == 0xF4 ? 0x8F : 0xBF};
    }
    return (lead){0, 0, 0};
}

size_t bsh__utf8_sequence(const char *bytes, size_t n, size_t *n_bad)
{
    const unsigned char *const s = (const unsigned char *) bytes;
    lead const                 first = lead_of(s[0]);
    *n_bad = 1;
    if (first.n_bytes <= 1) {
        return first.n_bytes;
    }
    if (n < 2 || s[1] < first.second_low || s[1] > first.second_high) {
        return 0;
    }
    for (size_t i = 2; i < first.n_bytes; ++i) {
        if (i == n || (s[i] & 0xC0U) != 0x80U) {
            *n_bad = i;
            return 0;
        }
    }
    return first.n_bytes;
}

/* ---- stretches, 16 bytes in one step where the machine can */

enum { STRIDE = BSH__STRIDE, STEP = 4 * STRIDE };
typedef bsh__signed_stride verdict; /* -1: the byte will do */

/* 0x20..0x7E: 0x7F and all above it are negative once they are one more, 0xFF is 0. */
static verdict are_printable(bsh__stride bytes)
{
    return (verdict) (bytes + 1) > 0x20;
}

static verdict are_ascii(bsh__stride bytes)
{
    return (verdict) bytes >= 0;
}

static verdict are_no_controls(bsh__stride bytes)
{
    return (verdict) (bytes >= 0x20);
}

static bool is_all(verdict found)
{
    return !bsh__is_any_byte((bsh__stride) ~found);
}

/* Number of bytes at the start of which each will do.  Less than a stride at the end of the
 * bytes is not looked at.  To be inlined, for the sake of `are`. */
__attribute__((always_inline)) static inline size_t skip(const char *bytes, size_t n,
                                                         verdict (*are)(bsh__stride bytes))
{
    size_t i = 0;
    while (n - i >= STEP) {
        const char *const at = bytes + i;
        if (!is_all(are(bsh__stride_at(at)) & are(bsh__stride_at(at + STRIDE)) &
                    are(bsh__stride_at(at + 2 * STRIDE)) &
                    are(bsh__stride_at(at + 3 * STRIDE)))) {
            break;
        }
        i += STEP;
    }
    for (; n - i >= STRIDE; i += STRIDE) {
        verdict const found = are(bsh__stride_at(bytes + i));
        if (!is_all(found)) {
            return i + bsh__first_of_mask((bsh__stride) ~found);
        }
    }
    return i;
}

static bool is_plain(char c)
{
    return (unsigned char) c < 0x80 && !bsh__is_stray_control(c);
}

size_t bsh__plain_ascii_prefix(const char *bytes, size_t n)
{
    size_t i = 0;
    for (;;) {
        i += skip(bytes + i, n - i, are_printable);
        size_t const begin = i;
        // line ends, and what is less than a stride
        while (i < n && is_plain(bytes[i]) && (bytes[i] < 0x20 || n - i < STRIDE)) {
            ++i;
        }
        if (i == begin) {
            return i;
        }
    }
}

size_t bsh__ascii_prefix(const char *bytes, size_t n)
{
    size_t i = skip(bytes, n, are_ascii);
    while (i < n && (unsigned char) bytes[i] < 0x80) {
        ++i;
    }
    return i;
}

size_t bsh__control_free_prefix(const char *bytes, size_t n)
{
    size_t i = skip(bytes, n, are_no_controls);
    while (i < n && (unsigned char) bytes[i] >= 0x20) {
        ++i;
    }
    return i;
}

/* ---- the whole */

bool bsh__utf8_find_odd(const char *bytes, size_t n, size_t from, uint64_t *n_multibyte,
                        bsh__odd *odd)
{
    size_t i = from;
    while (i < n) {
        i += bsh__plain_ascii_prefix(bytes + i, n - i);
        if (i == n) {
            break;
        }
        size_t       n_bad = 0;
        size_t const length = bsh__utf8_sequence(bytes + i, n - i, &n_bad);
        if (length == 0) {
            *odd = (bsh__odd){i, n_bad, BSH__BAD_SEQUENCE};
            return true;
        }
        size_t        behind = i;
        int32_t const c = bsh__utf8_next(bytes, n, &behind);
        *n_multibyte += length > 1;
        if (bsh__is_odd(c)) {
            *odd = (bsh__odd){i, length, c};
            return true;
        }
        i = behind;
    }
    *odd = (bsh__odd){n, 0, 0};
    return false;
}

bsh__utf8_scan bsh__scan_utf8(const char *bytes, size_t n)
{
    bsh__utf8_scan scan = {.first_bad = n, .first_nul = n};
    bsh__odd       odd = {0};
    for (size_t from = 0; bsh__utf8_find_odd(bytes, n, from, &scan.n_multibyte, &odd);
         from = odd.at + odd.n_bytes) {
        ++scan.n_odd;
        if (odd.c == BSH__BAD_SEQUENCE) {
            ++scan.n_bad;
            scan.first_bad = scan.first_bad < n ? scan.first_bad : odd.at;
        } else if (odd.c == 0) {
            scan.first_nul = scan.first_nul < n ? scan.first_nul : odd.at;
        }
    }
    return scan;
}
