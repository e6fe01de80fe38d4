#include "unicode/charset.h"

#include <unicode/ucnv.h>
#include <unicode/utf16.h>

#include "unicode/icu.h"
#include "unicode/utf8.h"

static void read_utf8(bsh__sink *sink, const char *bytes, size_t n)
{
    uint64_t n_multibyte = 0;
    bsh__odd odd = {0};
    size_t   from = 0;
    while (bsh__utf8_find_odd(bytes, n, from, &n_multibyte, &odd)) {
        bsh__sink_put_run(sink, bytes, from, odd.at - from);
        if (odd.c == BSH__BAD_SEQUENCE) {
            bsh__sink_put_bad(sink, bytes, odd.at, odd.n_bytes);
        } else {
            bsh__sink_put(sink, odd.c, odd.at, odd.n_bytes);
        }
        from = odd.at + odd.n_bytes;
    }
    bsh__sink_put_run(sink, bytes, from, n - from);
}

/* ---- UTF-16 */

static uint32_t unit_at(const char *bytes, size_t at, bool is_big_endian)
{
    unsigned const first = (unsigned char) bytes[at];
    unsigned const second = (unsigned char) bytes[at + 1];
    return is_big_endian ? first << 8 | second : second << 8 | first;
}

static void read_utf16(bsh__sink *sink, const char *bytes, size_t n, bool is_big_endian)
{
    size_t i = 0;
    while (n - i >= 2) {
        uint32_t const c = unit_at(bytes, i, is_big_endian);
        uint32_t const next = n - i >= 4 ? unit_at(bytes, i + 2, is_big_endian) : 0;
        if (U16_IS_LEAD(c) && U16_IS_TRAIL(next)) {
            bsh__sink_put(sink, (int32_t) U16_GET_SUPPLEMENTARY(c, next), i, 4);
            i += 4;
            continue;
        }
        if (U_IS_SURROGATE(c)) {
            bsh__sink_put_bad(sink, bytes, i, 2);
        } else {
            bsh__sink_put(sink, (int32_t) c, i, 2);
        }
        i += 2;
    }
    if (i < n) {
        bsh__sink_put_bad(sink, bytes, i, 1);
    }
}

/* ---- windows-1252 */

static const uint16_t from_0x80[32] = {
    0x20AC, 0x0081, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
    0x2039, 0x0152, 0x008D, 0x017D, 0x008F, 0x0090, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x009D, 0x017E, 0x0178,
};

int32_t bsh__from_windows_1252(unsigned char byte)
{
    return byte >= 0x80 && byte < 0xA0 ? from_0x80[byte - 0x80] : byte;
}

int bsh__to_windows_1252(int32_t c)
{
    if ((c >= 0 && c < 0x80) || (c >= 0xA0 && c <= 0xFF)) {
        return c;
    }
    for (int i = 0; i < 32; ++i) {
        if (from_0x80[i] == c) {
            return 0x80 + i;
        }
    }
    return -1;
}

static void read_windows_1252(bsh__sink *sink, const char *bytes, size_t n)
{
    size_t i = 0;
    while (i < n) {
        size_t const n_plain = bsh__plain_ascii_prefix(bytes + i, n - i);
        bsh__sink_put_run(sink, bytes, i, n_plain);
        i += n_plain;
        if (i < n) {
            bsh__sink_put(sink, bsh__from_windows_1252((unsigned char) bytes[i]), i, 1);
            ++i;
        }
    }
}

/* ---- all others, by ICU */

static bool is_bad_sequence(UErrorCode code)
{
    return code == U_TRUNCATED_CHAR_FOUND || code == U_ILLEGAL_CHAR_FOUND ||
           code == U_INVALID_CHAR_FOUND || code == U_ILLEGAL_ESCAPE_SEQUENCE ||
           code == U_UNSUPPORTED_ESCAPE_SEQUENCE;
}

/* A character at a time: only so is it known where each one stood. */
static bsh_status pour(UConverter *converter, bsh__sink *sink, const char *bytes, size_t n,
                       bsh_error *err)
{
    const char       *at = bytes;
    const char *const end = bytes + n;
    while (at < end) {
        size_t const  source = (size_t) (at - bytes);
        UErrorCode    code = U_ZERO_ERROR;
        int32_t const c = ucnv_getNextUChar(converter, &at, end, &code);
        size_t const  n_bytes = (size_t) (at - bytes) - source;
        if (code == U_INDEX_OUTOFBOUNDS_ERROR || (is_bad_sequence(code) && n_bytes == 0)) {
            break; // only shifts between sets were left
        }
        if (U_FAILURE(code) && !is_bad_sequence(code)) {
            return bsh__fail_icu(err, code, "converting to UTF-8");
        }
        if (U_FAILURE(code) || U_IS_SURROGATE((uint32_t) c)) {
            bsh__sink_put_bad(sink, bytes, source, n_bytes < 255 ? n_bytes : 255);
        } else {
            bsh__sink_put(sink, c, source, n_bytes < 255 ? n_bytes : 255);
        }
    }
    return BSH_OK;
}

static bsh_status read_by_converter(const char *name, bsh__sink *sink, const char *bytes,
                                    size_t n, bsh_error *err)
{
    UErrorCode        code = U_ZERO_ERROR;
    UConverter *const converter = ucnv_open(name, &code);
    // ICU's own substitute is U+001A in some sets, which nobody could tell from the text's
    ucnv_setToUCallBack(converter, UCNV_TO_U_CALLBACK_STOP, NULL, NULL, NULL, &code);
    if (U_FAILURE(code)) {
        ucnv_close(converter);
        return bsh__fail_icu(err, code, "opening the converter");
    }
    bsh_status const status = pour(converter, sink, bytes, n, err);
    ucnv_close(converter);
    return status;
}

bsh_status bsh__charset_read(const bsh__charset *charset, bsh__sink *sink, const char *bytes,
                             size_t n_bytes, bsh_error *err)
{
    switch (charset->kind) {
    case BSH__CHARSET_UTF16LE:
    case BSH__CHARSET_UTF16BE:
        read_utf16(sink, bytes, n_bytes, charset->kind == BSH__CHARSET_UTF16BE);
        return BSH_OK;
    case BSH__CHARSET_WINDOWS_1252:
        read_windows_1252(sink, bytes, n_bytes);
        return BSH_OK;
    case BSH__CHARSET_CONVERTER:
        return read_by_converter(charset->name, sink, bytes, n_bytes, err);
    case BSH__CHARSET_UTF8:
    default:
        read_utf8(sink, bytes, n_bytes);
        return BSH_OK;
    }
}
