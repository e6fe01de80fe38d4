/* Source: RFC 8259 (JSON), RFC 4648 (base64), RFC 3629 (UTF-8). */
#include "report/json_text.h"

#include <string.h>

/* ---- UTF-8 */

static bool is_between(const char *byte, unsigned char low, unsigned char high)
{
    unsigned char const c = (unsigned char) *byte;
    return c >= low && c <= high;
}

/* The second byte bears the rules against long forms (E0, F0), surrogates (ED), and what lies
 * beyond U+10FFFF (F4). */
size_t bsh__utf8_length(const char *text, size_t n_bytes)
{
    static const struct {
        unsigned char first, last, second_low, second_high;
        size_t        n;
    } rows[] = {
        {0x00, 0x7F, 0, 0, 1},       {0xC2, 0xDF, 0x80, 0xBF, 2}, {0xE0, 0xE0, 0xA0, 0xBF, 3},
        {0xE1, 0xEC, 0x80, 0xBF, 3}, {0xED, 0xED, 0x80, 0x9F, 3}, {0xEE, 0xEF, 0x80, 0xBF, 3},
        {0xF0, 0xF0, 0x90, 0xBF, 4}, {0xF1, 0xF3, 0x80, 0xBF, 4}, {0xF4, 0xF4, 0x80, 0x8F, 4},
    };
    for (size_t i = 0; n_bytes != 0 && i < sizeof rows / sizeof rows[0]; ++i) {
        size_t const n = rows[i].n;
        if (!is_between(text, rows[i].first, rows[i].last)) {
            continue;
        }
        bool const is_valid =
            n_bytes >= n &&
            (n < 2 || is_between(text + 1, rows[i].second_low, rows[i].second_high)) &&
            (n < 3 || is_between(text + 2, 0x80, 0xBF)) &&
            (n < 4 || is_between(text + 3, 0x80, 0xBF));
        return is_valid ? n : 0;
    }
    return 0;
}

static bool is_utf8(bsh_string text)
{
    for (size_t i = 0; i < text.n_bytes;) {
        size_t const n = bsh__utf8_length(text.data + i, text.n_bytes - i);
        if (n == 0) {
            return false;
        }
        i += n;
    }
    return true;
}

/* ---- strings */

static void add_escape(bsh__buffer *out, unsigned char c)
{
    static const char hex[] = "0123456789abcdef";
    static const char plain[] = "\"\\\b\f\n\r\t";
    static const char letters[] = "\"\\bfnrt";
    const char *const found = c != 0 ? strchr(plain, c) : NULL;
    if (found != NULL) {
        char const pair[] = {'\\', letters[found - plain]};
        bsh__buffer_add(out, pair, sizeof pair);
    } else {
        char const number[] = {'\\', 'u', '0', '0', hex[c >> 4], hex[c & 15U]};
        bsh__buffer_add(out, number, sizeof number);
    }
}

/* Bytes at the beginning of the text that are written as they are: no quote, back-slash,
 * control or character beyond ASCII. */
static size_t plain_bytes(const char *text, size_t n_bytes)
{
    size_t i = 0;
    while (i < n_bytes && (unsigned char) text[i] >= 0x20 && (unsigned char) text[i] < 0x80 &&
           text[i] != '"' && text[i] != '\\') {
        ++i;
    }
    return i;
}

/* A line or paragraph separator ends a line in the eyes of JavaScript and of some readers of
 * JSON Lines, so those two are escaped as well. */
static void add_wide(bsh__buffer *out, const char *character, size_t n)
{
    if (n == 3 && memcmp(character, "\xE2\x80\xA8", 3) == 0) {
        bsh__buffer_add_text(out, "\\u2028");
    } else if (n == 3 && memcmp(character, "\xE2\x80\xA9", 3) == 0) {
        bsh__buffer_add_text(out, "\\u2029");
    } else {
        bsh__buffer_add(out, character, n);
    }
}

void bsh__json_add_key(bsh__buffer *out, bsh_string text)
{
    bsh__buffer_add_char(out, '"');
    for (size_t i = 0; i < text.n_bytes;) {
        size_t const n_plain = plain_bytes(text.data + i, text.n_bytes - i);
        bsh__buffer_add(out, text.data + i, n_plain);
        i += n_plain;
        if (i == text.n_bytes) {
            break;
        }
        size_t const n = bsh__utf8_length(text.data + i, text.n_bytes - i);
        if (n == 1) {
            add_escape(out, (unsigned char) text.data[i]);
        } else if (n > 1) {
            add_wide(out, text.data + i, n);
        } else {
            bsh__buffer_add_text(out, "\xEF\xBF\xBD");
        }
        i += n == 0 ? 1 : n;
    }
    bsh__buffer_add_char(out, '"');
}

/* ---- bytes */

static void add_base64(bsh__buffer *out, bsh_string bytes)
{
    static const char alphabet[] =
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    for (size_t i = 0; i < bytes.n_bytes; i += 3) {
        size_t const n = bytes.n_bytes - i < 3 ? bytes.n_bytes - i : 3;
        uint32_t     bits = 0;
        for (size_t k = 0; k < 3; ++k) {
            bits = bits << 8 | (k < n ? (unsigned char) bytes.data[i + k] : 0U);
        }
        char const group[] = {alphabet[bits >> 18], alphabet[bits >> 12 & 63U],
                              n > 1 ? alphabet[bits >> 6 & 63U] : '=',
                              n > 2 ? alphabet[bits & 63U] : '='};
        bsh__buffer_add(out, group, sizeof group);
    }
}

void bsh__json_add_text(bsh__buffer *out, bsh_string text)
{
    if (is_utf8(text)) {
        bsh__json_add_key(out, text);
        return;
    }
    bsh__buffer_add_text(out, "{\"bytes\":\"");
    add_base64(out, text);
    bsh__buffer_add_text(out, "\"}");
}
