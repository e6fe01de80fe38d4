#include "unicode/charset.h"

#include <string.h>

#include <unicode/ucnv.h>
#include <unicode/ucsdet.h>

#include "unicode/icu.h"

static const bsh__charset utf8 = {BSH__CHARSET_UTF8, false, "UTF-8"};
static const bsh__charset utf16le = {BSH__CHARSET_UTF16LE, false, "UTF-16LE"};
static const bsh__charset utf16be = {BSH__CHARSET_UTF16BE, false, "UTF-16BE"};
static const bsh__charset windows_1252 = {BSH__CHARSET_WINDOWS_1252, false, "windows-1252"};

static bool starts_with(const char *bytes, size_t n, const char *prefix, size_t n_prefix)
{
    return n >= n_prefix && memcmp(bytes, prefix, n_prefix) == 0;
}

/* ---- by name */

/* Labels that WHATWG reads as another set than they name, and those that need no converter. */
static const struct {
    const char         *label;
    const bsh__charset *charset;
} own_labels[] = {
    {"UTF-8", &utf8},
    {"UTF-16LE", &utf16le},
    {"UTF-16BE", &utf16be},
    {"windows-1252", &windows_1252},
    {"cp1252", &windows_1252},
    {"ISO-8859-1", &windows_1252},
    {"latin1", &windows_1252},
    {"l1", &windows_1252},
    {"US-ASCII", &windows_1252},
    {"ascii", &windows_1252},
};

static const struct {
    const char *label, *converter;
} other_labels[] = {
    {"gb2312", "GB18030"},
    {"gbk", "GB18030"},
    {"ISO-8859-9", "windows-1254"},
    {"latin5", "windows-1254"},
};

static const char *converter_for(const char *label)
{
    for (size_t i = 0; i < sizeof other_labels / sizeof other_labels[0]; ++i) {
        if (ucnv_compareNames(label, other_labels[i].label) == 0) {
            return other_labels[i].converter;
        }
    }
    return label;
}

/* A name that is static, unlike what a converter says of itself; NULL if ICU knows none. */
static const char *static_name(const char *converter)
{
    UErrorCode  code = U_ZERO_ERROR;
    const char *name = ucnv_getStandardName(converter, "MIME", &code);
    if (name == NULL || U_FAILURE(code)) {
        code = U_ZERO_ERROR;
        name = ucnv_getStandardName(converter, "IANA", &code);
    }
    if (name == NULL || U_FAILURE(code)) {
        code = U_ZERO_ERROR;
        name = ucnv_getAlias(converter, 0, &code);
    }
    return U_FAILURE(code) ? NULL : name;
}

/* True if there is a converter of that name whose tables are here. */
static bool find_converter(bsh__charset *out, const char *label)
{
    const char *const name = label[0] == '\0' ? NULL : static_name(converter_for(label));
    if (name == NULL) {
        return false;
    }
    UErrorCode        code = U_ZERO_ERROR;
    UConverter *const converter = ucnv_open(name, &code);
    if (U_FAILURE(code)) {
        return false;
    }
    ucnv_close(converter);
    *out = (bsh__charset){BSH__CHARSET_CONVERTER, false, name};
    return true;
}

static bsh_status find_by_name(bsh__charset *out, const char *bytes, size_t n_bytes,
                               const char *name, bsh_error *err)
{
    if (ucnv_compareNames(name, "UTF-16") == 0) {
        *out = starts_with(bytes, n_bytes, "\xFE\xFF", 2) ? utf16be : utf16le;
        return BSH_OK;
    }
    for (size_t i = 0; i < sizeof own_labels / sizeof own_labels[0]; ++i) {
        if (ucnv_compareNames(name, own_labels[i].label) == 0) {
            *out = *own_labels[i].charset;
            return BSH_OK;
        }
    }
    if (!find_converter(out, name)) {
        return bsh__fail(err, BSH_E_ENCODING, 0,
                         "unknown encoding \"%s\"; give auto, strict or a name such as "
                         "windows-1252",
                         name);
    }
    return BSH_OK;
}

/* ---- by byte order mark */

static bsh_status find_by_mark(bsh__charset *out, bool *is_found, const char *bytes, size_t n,
                               bsh_error *err)
{
    *is_found = true;
    if (starts_with(bytes, n, "\xEF\xBB\xBF", 3)) {
        *out = utf8;
    } else if (starts_with(bytes, n, "\xFF\xFE\0\0", 4) ||
               starts_with(bytes, n, "\0\0\xFE\xFF", 4)) {
        return bsh__fail(err, BSH_E_ENCODING, 0, "looks like UTF-32; save it as UTF-8");
    } else if (starts_with(bytes, n, "\xFF\xFE", 2)) {
        *out = utf16le;
    } else if (starts_with(bytes, n, "\xFE\xFF", 2)) {
        *out = utf16be;
    } else {
        *is_found = false;
    }
    return BSH_OK;
}

/* ---- by the bytes */

/* "H\0i\0" is UTF-16 without a mark: a third of the first 512 bytes, nearly, are zero, and all
 * of them are on one side.  Text of another alphabet has none and is not found. */
static bool find_utf16(bsh__charset *out, const char *bytes, size_t n)
{
    size_t const n_head = n < 512 ? n : 512;
    size_t       n_zeros[2] = {0, 0}; // at even, at odd offsets
    for (size_t i = 0; i < n_head; ++i) {
        n_zeros[i % 2] += bytes[i] == '\0';
    }
    size_t const n_all = n_zeros[0] + n_zeros[1];
    if (n_head < 4 || n_all * 10 < n_head * 3 || (n_zeros[0] != 0 && n_zeros[1] != 0)) {
        return false;
    }
    *out = n_zeros[1] != 0 ? utf16le : utf16be;
    return true;
}

/* The families in which news is met; ICU also offers IBM's and UTF-7-like sets, never rightly.
 */
static bool is_detectable(const char *name)
{
    static const char *const families[] = {"windows-125", "ISO-8859-", "KOI8-R", "Shift_JIS",
                                           "EUC-",        "GB18030",   "Big5"};
    for (size_t i = 0; i < sizeof families / sizeof families[0]; ++i) {
        if (strncmp(name, families[i], strlen(families[i])) == 0) {
            return true;
        }
    }
    return false;
}

static bsh_status take_best_match(bsh__charset *out, bool *is_found, UCharsetDetector *detector,
                                  const char *bytes, size_t n, bsh_error *err)
{
    UErrorCode code = U_ZERO_ERROR;
    ucsdet_setText(detector, bytes, (int32_t) n, &code);
    const UCharsetMatch *const match = ucsdet_detect(detector, &code);
    int32_t const     confidence = match == NULL ? 0 : ucsdet_getConfidence(match, &code);
    const char *const name = match == NULL ? "" : ucsdet_getName(match, &code);
    if (code == U_MEMORY_ALLOCATION_ERROR) {
        return bsh__fail_icu(err, code, "detecting the encoding");
    }
    // Over some bytes that are in no encoding the detector gives up with U_INVALID_CHAR_FOUND.
    *is_found = U_SUCCESS(code) && confidence >= 50 && is_detectable(name) &&
                find_by_name(out, bytes, n, name, NULL) == BSH_OK;
    return BSH_OK;
}

/* What ICU takes the bytes for, if it is sure enough and it is one that news come in. */
static bsh_status detect(bsh__charset *out, bool *is_found, const char *bytes, size_t n_bytes,
                         bsh_error *err)
{
    enum { FEWEST = 512, MOST = 64 * 1024 };
    *is_found = false;
    if (n_bytes < FEWEST) {
        return BSH_OK;
    }
    UErrorCode              code = U_ZERO_ERROR;
    UCharsetDetector *const detector = ucsdet_open(&code);
    if (U_FAILURE(code)) {
        return bsh__fail_icu(err, code, "opening the detector of encodings");
    }
    size_t const     n = n_bytes < MOST ? n_bytes : MOST;
    bsh_status const status = take_best_match(out, is_found, detector, bytes, n, err);
    ucsdet_close(detector);
    return status;
}

/* A few bad bytes among many good sequences are damage, not another character set. */
static bool is_nearly_utf8(const bsh__utf8_scan *scan)
{
    return scan->n_bad * 100 < scan->n_multibyte;
}

static bsh_status guess(bsh__charset *out, const char *bytes, size_t n_bytes,
                        const bsh__utf8_scan *scan, bsh_error *err)
{
    if (scan->first_nul < n_bytes && find_utf16(out, bytes, n_bytes)) {
        out->is_guessed = true;
        return BSH_OK;
    }
    if (scan->n_bad == 0 || is_nearly_utf8(scan)) {
        *out = utf8;
        return BSH_OK;
    }
    bool is_found = false;
    BSH_TRY(detect(out, &is_found, bytes, n_bytes, err));
    if (!is_found) {
        *out = windows_1252;
    }
    out->is_guessed = true;
    return BSH_OK;
}

bsh_status bsh__charset_find(bsh__charset *out, const char *bytes, size_t n_bytes,
                             const char *encoding, const bsh__utf8_scan *scan, bsh_error *err)
{
    if (strcmp(encoding, "strict") == 0) {
        *out = utf8;
        if (scan->n_bad != 0) {
            return bsh__fail(err, BSH_E_ENCODING, 0, "not UTF-8 (byte 0x%02X at %zu)",
                             (unsigned) (unsigned char) bytes[scan->first_bad],
                             scan->first_bad);
        }
        return BSH_OK;
    }
    if (strcmp(encoding, "auto") != 0) {
        return find_by_name(out, bytes, n_bytes, encoding, err);
    }
    bool is_found = false;
    BSH_TRY(find_by_mark(out, &is_found, bytes, n_bytes, err));
    return is_found ? BSH_OK : guess(out, bytes, n_bytes, scan, err);
}
