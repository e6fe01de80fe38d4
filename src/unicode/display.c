#include <broadsheet/text.h>

#include <stdio.h>
#include <string.h>

#include <unicode/uchar.h>
#include <unicode/unorm2.h>
#include <unicode/uversion.h>

#include "unicode/characters.h"
#include "unicode/utf8.h"
#include "unicode/utf8_scan.h"

/* The next character of text that may be anything; BSH__BAD_SEQUENCE for one byte that is bad.
 */
static int32_t next_character(bsh_string text, size_t *i)
{
    size_t n_bad = 0;
    if (bsh__utf8_sequence(text.data + *i, text.n_bytes - *i, &n_bad) == 0) {
        ++*i;
        return BSH__BAD_SEQUENCE;
    }
    return bsh__utf8_next(text.data, text.n_bytes, i);
}

/* ---- making visible */

/* Counts all that is asked for and writes while it fits: a piece is written whole or not at
 * all. */
typedef struct visible {
    char  *out;
    size_t capacity, n_written, n_needed;
    bool   is_ascii;
} visible;

static void add(visible *v, const char *piece, size_t n)
{
    // once a piece did not fit, n_needed is too large for all behind it
    if (v->n_needed + n < v->capacity) {
        memcpy(v->out + v->n_written, piece, n);
        v->n_written += n;
    }
    v->n_needed += n;
}

static void add_text(visible *v, const char *piece)
{
    add(v, piece, strlen(piece));
}

/* "<U+202E>" in angle brackets that no source code or markup has. */
static void add_named(visible *v, const char *name)
{
    char      piece[32];
    int const n = snprintf(piece, sizeof piece, v->is_ascii ? "<%s>" : "\u27E8%s\u27E9", name);
    add(v, piece, (size_t) n);
}

static void add_code_point(visible *v, int32_t c)
{
    char name[16];
    (void) snprintf(name, sizeof name, "U+%04X", (unsigned) c);
    add_named(v, name);
}

static void add_control(visible *v, int32_t c)
{
    char piece[16];
    if (v->is_ascii) {
        (void) snprintf(piece, sizeof piece, "\\x%02x", (unsigned) c);
        add_text(v, piece);
    } else if (c >= 0x80) {
        add_code_point(v, c); // there are pictures of C0 only
    } else {
        add(v, piece, bsh__utf8_put(piece, c == 0x7F ? 0x2421 : 0x2400 + c));
    }
}

/* Direction marks, zero-width characters and others that change the text around them or hide in
 * it. Variation selectors after an emoji may stay. */
static bool is_hidden(int32_t c)
{
    if (c < 0xAD || (c >= 0xFE00 && c <= 0xFE0F)) {
        return false;
    }
    bool const is_format = u_charType(c) == U_FORMAT_CHAR &&
                           !u_hasBinaryProperty(c, UCHAR_PREPENDED_CONCATENATION_MARK);
    return is_format || u_hasBinaryProperty(c, UCHAR_DEFAULT_IGNORABLE_CODE_POINT);
}

/* Punctuation of newspapers as typewriters have it. */
static const char *ascii_likeness(int32_t c)
{
    static const struct {
        int32_t     c;
        const char *likeness;
    } likenesses[] = {
        {0x00A0, " "}, {0x00AB, "\""},  {0x00BB, "\""}, {0x2010, "-"},  {0x2011, "-"},
        {0x2012, "-"}, {0x2013, "-"},   {0x2014, "--"}, {0x2015, "--"}, {0x2018, "'"},
        {0x2019, "'"}, {0x201A, "'"},   {0x201C, "\""}, {0x201D, "\""}, {0x201E, "\""},
        {0x2022, "*"}, {0x2026, "..."}, {0x202F, " "},  {0x2032, "'"},  {0x2033, "\""},
    };
    for (size_t i = 0; i < sizeof likenesses / sizeof likenesses[0]; ++i) {
        if (likenesses[i].c == c) {
            return likenesses[i].likeness;
        }
    }
    return NULL;
}

/* The letter under the marks of "é"; 0 if that is not ASCII. */
static char ascii_base(int32_t c)
{
    UErrorCode                code = U_ZERO_ERROR;
    const UNormalizer2 *const decomposer = unorm2_getNFDInstance(&code);
    if (U_FAILURE(code)) {
        return '\0';
    }
    UChar         units[32];
    int32_t const n = unorm2_getDecomposition(decomposer, c, units, 32, &code);
    return U_SUCCESS(code) && n > 0 && units[0] < 0x80 ? (char) units[0] : '\0';
}

/* A terminal that is not UTF-8 may take the second byte of an Arabic letter for a control, so
 * with is_ascii nothing passes as it is. */
static void add_as_ascii(visible *v, int32_t c)
{
    const char *const likeness = ascii_likeness(c);
    char const        base = ascii_base(c);
    if (likeness != NULL) {
        add_text(v, likeness);
    } else if (base != '\0') {
        add(v, &base, 1);
    } else {
        add_code_point(v, c);
    }
}

static void add_character(visible *v, int32_t c)
{
    char piece[4];
    if (c == '\t' || bsh__is_line_end(c)) {
        add_text(v, " ");
    } else if (c < 0x20 || (c >= 0x7F && c < 0xA0)) {
        add_control(v, c);
    } else if (is_hidden(c)) {
        add_code_point(v, c);
    } else if (v->is_ascii && c >= 0x80) {
        add_as_ascii(v, c);
    } else {
        add(v, piece, bsh__utf8_put(piece, c));
    }
}

size_t bsh_text_visible(char *out, size_t capacity, bsh_string text, bool is_ascii)
{
    visible v = {.out = out, .capacity = capacity, .is_ascii = is_ascii};
    size_t  i = 0;
    while (i < text.n_bytes) {
        size_t const  at = i;
        int32_t const c = next_character(text, &i);
        if (c == BSH__BAD_SEQUENCE) {
            char name[4];
            (void) snprintf(name, sizeof name, "%02X",
                            (unsigned) (unsigned char) text.data[at]);
            add_named(&v, name);
            continue;
        }
        if (c == '\r' && i < text.n_bytes && text.data[i] == '\n') {
            ++i;
        }
        add_character(&v, c);
    }
    if (capacity != 0) {
        out[v.n_written] = '\0';
    }
    return v.n_needed;
}

/* ---- columns */

static unsigned columns_of(int32_t c)
{
    if (c == BSH__BAD_SEQUENCE || (c >= 0x20 && c < 0x7F)) {
        return 1;
    }
    if (c < 0xA0 || is_hidden(c)) {
        return 0;
    }
    uint32_t const category = U_GET_GC_MASK(c);
    bool const is_vowel_or_final = c >= 0x1160 && c <= 0x11FF; // join the Hangul letter before
    if ((category & (U_GC_MN_MASK | U_GC_ME_MASK)) != 0 || is_vowel_or_final) {
        return 0;
    }
    int32_t const width = u_getIntPropertyValue(c, UCHAR_EAST_ASIAN_WIDTH);
    return width == U_EA_FULLWIDTH || width == U_EA_WIDE ? 2 : 1;
}

unsigned bsh_text_width(bsh_string text)
{
    unsigned width = 0;
    for (size_t i = 0; i < text.n_bytes;) {
        width += columns_of(next_character(text, &i));
    }
    return width;
}

size_t bsh_text_fit(bsh_string text, unsigned width)
{
    unsigned used = 0;
    size_t   i = 0;
    while (i < text.n_bytes) {
        size_t         behind = i;
        unsigned const columns = columns_of(next_character(text, &behind));
        if (columns > width - used) {
            break;
        }
        used += columns;
        i = behind;
    }
    return i;
}

/* ---- versions */

const char *bsh_version_icu(void)
{
    return U_ICU_VERSION;
}

const char *bsh_version_unicode(void)
{
    return U_UNICODE_VERSION;
}
