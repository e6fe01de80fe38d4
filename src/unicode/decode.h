/* Bytes to valid UTF-8 text, with the way back to the bytes. */
#ifndef BSH_UNICODE_DECODE_H
#define BSH_UNICODE_DECODE_H

#include <broadsheet/document.h>

#include "base/memory.h"
#include "base/status.h"

/* From `text_offset` on, up to the next anchor, each `text_bytes` of text stand for
 * `source_bytes` of the input: 1 and 1 in ASCII, 1 and 2 in ASCII written as UTF-16. */
typedef struct bsh__anchor {
    uint32_t text_offset;
    uint32_t source_offset;
    uint32_t n_dropped; /* code points of the input dropped before it, in all */
    uint8_t  text_bytes, source_bytes;
} bsh__anchor;

/* Reusable; all memory stays for the next text. */
typedef struct bsh__decoder {
    bsh__buffer text;    /* valid UTF-8, padded with at least 64 zero bytes behind text.n */
    bsh__vec    anchors; /* bsh__anchor, ascending; none where text and bytes run alike */
    bsh__vec codepoints; /* uint32_t: code points before each 4,096th byte; none if all ASCII */
    bsh_decoding decoding;
    uint64_t     n_source_bytes;
} bsh__decoder;

void bsh__decoder_init(bsh__decoder *decoder, const bsh_allocator *allocator);
void bsh__decoder_free(bsh__decoder *decoder);

/* Decodes by input-output-rules 1: BOM, strict UTF-8, UTF-16 without BOM, nearly UTF-8, what
 * ICU detects in 512 bytes and more, else windows-1252; or the encoding asked for ("strict":
 * anything else than UTF-8 is an error).
 *
 * NUL and U+FEFF are dropped, other controls but TAB, LF, FF, CR, NEL become a blank; both NUL
 * and controls are counted.  The rest of the text is kept as it is, line ends, soft hyphens and
 * all.
 *
 * errors  E_ENCODING: "not UTF-8 (byte 0xE9 at 1204)"; E_FORMAT: more than a tenth are
 * controls, or a magic number is known ("looks like PDF, not text"); E_LIMIT: over 2^32 - 2
 * bytes; no message names the input, which only the caller knows */
bsh_status bsh__decode(bsh__decoder *decoder, const char *bytes, size_t n_bytes,
                       const char *encoding, bsh_error *err);

/* The same for what was decoded before, which is valid UTF-8 with nothing in it to be changed.
 */
bsh_status bsh__decode_clean(bsh__decoder *decoder, const char *bytes, size_t n_bytes,
                             bsh_error *err);

/* The way back: offset in the given bytes of an offset in the text, which must lie between
 * characters.  Of text that something was dropped in front of, it is the first byte kept. */
uint64_t bsh__decoder_source_offset(const bsh__decoder *decoder, uint32_t text_offset);

/* The same in code points of the input: those of the text before the offset, and those that
 * were dropped (NUL, byte order mark). */
uint64_t bsh__decoder_codepoint_offset(const bsh__decoder *decoder, uint32_t text_offset);

#endif
