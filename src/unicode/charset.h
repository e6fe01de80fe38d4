/* Character sets: which one the bytes are in, and reading them. */
#ifndef BSH_UNICODE_CHARSET_H
#define BSH_UNICODE_CHARSET_H

#include "unicode/sink.h"
#include "unicode/utf8_scan.h"

typedef enum bsh__charset_kind {
    BSH__CHARSET_UTF8,
    BSH__CHARSET_UTF16LE,
    BSH__CHARSET_UTF16BE,
    BSH__CHARSET_WINDOWS_1252,
    BSH__CHARSET_CONVERTER /* one of ICU's */
} bsh__charset_kind;

typedef struct bsh__charset {
    bsh__charset_kind kind;
    bool              is_guessed; /* neither UTF-8 nor told so, by the user or by a BOM */
    const char       *name;       /* for bsh_decoding; static */
} bsh__charset;

/* Finds the character set by input-output-rules 1; `encoding` is what the user asked for,
 * "auto" or "strict".  scan: of the bytes as UTF-8. */
bsh_status bsh__charset_find(bsh__charset *out, const char *bytes, size_t n_bytes,
                             const char *encoding, const bsh__utf8_scan *scan, bsh_error *err);

/* Reads all bytes into the sink. */
bsh_status bsh__charset_read(const bsh__charset *charset, bsh__sink *sink, const char *bytes,
                             size_t n_bytes, bsh_error *err);

/* windows-1252 as WHATWG has it: every byte is a character, 5 of them C1 controls. */
int32_t bsh__from_windows_1252(unsigned char byte);

/* The byte of a character in windows-1252, or -1. */
int bsh__to_windows_1252(int32_t c);

#endif
