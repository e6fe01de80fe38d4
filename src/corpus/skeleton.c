#include "corpus/skeleton.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "base/decimal.h"
#include "unicode/utf8.h"
#include "unicode/utf8_scan.h"

enum { LONG_BYTES = 256 };

/* Index of the byte from `at` on; `end` if there is none before it. */
static size_t find(const char *data, size_t at, size_t end, char byte)
{
    const char *const found = at < end ? memchr(data + at, byte, end - at) : NULL;
    return found == NULL ? end : (size_t) (found - data);
}

/* ---- escapes */

/* The number of four hexadecimal digits; -1 if there are none. */
static int32_t read_hexadecimal(bsh_string text, size_t at)
{
    int32_t number = 0;
    if (text.n_bytes - at < 4) {
        return -1;
    }
    for (size_t i = at; i < at + 4; ++i) {
        char const c = text.data[i];
        char const letter = (char) (c | 0x20);
        if (c >= '0' && c <= '9') {
            number = number * 16 + (c - '0');
        } else if (letter >= 'a' && letter <= 'f') {
            number = number * 16 + (letter - 'a' + 10);
        } else {
            return -1;
        }
    }
    return number;
}

/* The character of "\u00e9" or "\ud83d\ude00", *at being behind the first u; -1 for half of a
 * pair. */
static int32_t read_code_point(bsh_string text, size_t *at)
{
    int32_t const first = read_hexadecimal(text, *at);
    if (first < 0 || (first & 0xF800) != 0xD800) {
        *at += 4;
        return first;
    }
    bool const has_second = first < 0xDC00 && text.n_bytes - *at >= 10 &&
                            text.data[*at + 4] == '\\' && text.data[*at + 5] == 'u';
    int32_t const second = has_second ? read_hexadecimal(text, *at + 6) : -1;
    *at += 10;
    return second >= 0xDC00 && second < 0xE000
               ? 0x10000 + ((first - 0xD800) << 10) + (second - 0xDC00)
               : -1;
}

/* The character of the escape whose backslash is at *at, which moves behind it; -1 for none. */
static int32_t read_escape(bsh_string text, size_t *at)
{
    char const c = *at + 1 < text.n_bytes ? text.data[*at + 1] : '\0';
    *at += 2;
    switch (c) {
    case 'n':
        return '\n';
    case '"':
    case '\\':
    case '/':
        return c;
    case 'u':
        return read_code_point(text, at);
    case 't':
        return '\t';
    case 'r':
        return '\r';
    case 'b':
        return '\b';
    case 'f':
        return '\f';
    default:
        return -1;
    }
}

/* Appends what the inside of a string means, and a NUL; false where only the parser knows what
 * is to be said of it.  *is_clean is set to false only. */
static bool unescape(bsh__buffer *out, bsh_string text, bool *is_clean)
{
    if (!bsh__buffer_reserve(out, text.n_bytes + 1)) {
        return false;
    }
    char  *to = out->data + out->n; // an escape is longer than its character
    size_t at = 0;
    while (at < text.n_bytes) {
        if (text.data[at] != '\\') { // "\n\n" between paragraphs has nothing to be copied
            size_t const stop = find(text.data, at, text.n_bytes, '\\');
            memcpy(to, text.data + at, stop - at);
            to += stop - at;
            at = stop;
        }
        if (at < text.n_bytes) {
            int32_t const c = read_escape(text, &at);
            if (c < 0) {
                return false;
            }
            to += bsh__utf8_put(to, c);
            *is_clean = *is_clean && !bsh__is_odd(c);
        }
    }
    *to++ = '\0';
    out->n = (size_t) (to - out->data);
    return true;
}

/* ---- strings */

/* Whether the quote is one of the text, `\"`: an odd number of backslashes stands before it. */
static bool is_escaped(bsh_string json, size_t begin, size_t quote)
{
    size_t at = quote;
    while (at > begin && json.data[at - 1] == '\\') {
        --at;
    }
    return (quote - at) % 2 != 0;
}

/* The quote that closes the string whose inside begins there; the end if none does. */
static size_t find_string_end(bsh_string json, size_t begin)
{
    size_t quote = find(json.data, begin, json.n_bytes, '"');
    while (quote < json.n_bytes && is_escaped(json, begin, quote)) {
        quote = find(json.data, quote + 1, json.n_bytes, '"');
    }
    return quote;
}

static bool is_name(bsh_string json, size_t behind)
{
    while (behind < json.n_bytes && memchr(" \t\r\n", json.data[behind], 4) != NULL) {
        ++behind;
    }
    return behind < json.n_bytes && json.data[behind] == ':';
}

/* Replaces the string by its place. */
static bool cut(bsh__buffer *skeleton, bsh__buffer *texts, bsh_string inside, bool *is_clean)
{
    char         number[BSH__LONGEST_INTEGER];
    size_t const first = texts->n;
    if (!unescape(texts, inside, is_clean)) {
        return false;
    }
    bsh__buffer_add(skeleton, BSH__ESCAPED_LEAD, BSH__N_ESCAPED_LEAD);
    bsh__buffer_add(skeleton, number, bsh__integer_put(number, first, 1));
    bsh__buffer_add(skeleton, ",", 1);
    bsh__buffer_add(skeleton, number, bsh__integer_put(number, texts->n - first - 1, 1));
    return true;
}

static size_t count_leads(const bsh__buffer *skeleton)
{
    size_t n = 0;
    size_t at = find(skeleton->data, 0, skeleton->n, '\\');
    while (at < skeleton->n) {
        n += skeleton->n - at >= BSH__N_ESCAPED_LEAD &&
             memcmp(skeleton->data + at, BSH__ESCAPED_LEAD, BSH__N_ESCAPED_LEAD) == 0;
        at = find(skeleton->data, at + 1, skeleton->n, '\\');
    }
    return n;
}

static bool holds_control(bsh_string text)
{
    return bsh__control_free_prefix(text.data, text.n_bytes) != text.n_bytes;
}

bool bsh__skeleton_make(bsh__buffer *skeleton, bsh__buffer *texts, bsh_string json,
                        bool has_controls, bool *is_clean)
{
    *is_clean = true;
    size_t n_cut = 0;
    size_t copied = 0;
    size_t quote = find(json.data, 0, json.n_bytes, '"');
    while (quote < json.n_bytes) {
        size_t const begin = quote + 1;
        size_t const end = find_string_end(json, begin);
        if (end == json.n_bytes) {
            return false;
        }
        if (end - begin > LONG_BYTES && !is_name(json, end + 1)) {
            bsh__buffer_add(skeleton, json.data + copied, begin - copied);
            copied = end;
            ++n_cut;
            bsh_string const inside = {json.data + begin, end - begin};
            if ((has_controls && holds_control(inside)) ||
                !cut(skeleton, texts, inside, is_clean)) {
                return false;
            }
        }
        quote = find(json.data, end + 1, json.n_bytes, '"');
    }
    if (n_cut == 0) {
        return false;
    }
    bsh__buffer_add(skeleton, json.data + copied, json.n_bytes - copied);
    // another would be a place too: "\u00015,9" as somebody's own text
    return !skeleton->has_failed && count_leads(skeleton) == n_cut;
}

bsh_string bsh__skeleton_text(const bsh__buffer *texts, bsh_string string)
{
    if (texts->n == 0 || string.data[0] != BSH__LEAD) {
        return string;
    }
    char        *behind = NULL;
    size_t const first = strtoumax(string.data + 1, &behind, 10);
    return (bsh_string){texts->data + first, strtoumax(behind + 1, NULL, 10)};
}
