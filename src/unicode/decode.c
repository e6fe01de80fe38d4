#include "unicode/decode.h"

#include <string.h>

#include "base/byte_masks.h"
#include "unicode/charset.h"
#include "unicode/magic.h"
#include "unicode/mojibake.h"
#include "unicode/sink.h"

void bsh__decoder_init(bsh__decoder *decoder, const bsh_allocator *allocator)
{
    allocator = bsh__allocator(allocator);
    *decoder = (bsh__decoder){.decoding = {.encoding = "UTF-8"}};
    bsh__buffer_init(&decoder->text, allocator);
    bsh__vec_init(&decoder->anchors, allocator, sizeof(bsh__anchor));
    bsh__vec_init(&decoder->codepoints, allocator, sizeof(uint32_t));
}

void bsh__decoder_free(bsh__decoder *decoder)
{
    bsh__vec_free(&decoder->codepoints);
    bsh__vec_free(&decoder->anchors);
    bsh__buffer_free(&decoder->text);
}

/* ---- what is no text */

static bsh_status refuse_known_format(const char *bytes, size_t n_bytes, bsh_error *err)
{
    const bsh__magic *const magic = bsh__magic_find(bytes, n_bytes);
    if (magic == NULL) {
        return BSH_OK;
    }
    return bsh__fail(err, BSH_E_FORMAT, 0, "looks like %s, not text; skipped (%s first)",
                     magic->name, magic->is_packed ? "unpack it" : "extract the text");
}

static bsh_status refuse_binary(const bsh__decoder *decoder, size_t unit_bytes, bsh_error *err)
{
    uint64_t const n_control_bytes = decoder->decoding.n_controls * unit_bytes;
    if (n_control_bytes * 10 <= decoder->n_source_bytes) {
        return BSH_OK;
    }
    return bsh__fail(
        err, BSH_E_FORMAT, 0,
        "looks binary (%llu of %llu bytes are control characters), not text; skipped",
        (unsigned long long) n_control_bytes, (unsigned long long) decoder->n_source_bytes);
}

/* ---- offsets in code points */

enum { INDEX_BYTES = 4096 };

enum { STRIDE = BSH__STRIDE };

/* Continuation bytes, 10xxxxxx, of at most 127 strides: as many as a lane can count. */
static unsigned count_continuations(const char *text, size_t n_strides)
{
    bsh__signed_stride found = {0};
    unsigned           n = 0;
    for (size_t i = 0; i < n_strides; ++i) {
        found -= (bsh__signed_stride) bsh__stride_at(text + i * STRIDE) < -0x40;
    }
    for (int lane = 0; lane < STRIDE; ++lane) {
        n += (unsigned) found[lane];
    }
    return n;
}

/* Every byte but the continuation bytes begins a code point. */
static uint32_t count_codepoints(const char *text, size_t n)
{
    enum { MOST_STRIDES = 127 };
    size_t n_continuations = 0;
    size_t i = 0;
    while (n - i >= STRIDE) {
        size_t const n_left = (n - i) / STRIDE;
        size_t const n_strides = n_left < MOST_STRIDES ? n_left : MOST_STRIDES;
        n_continuations += count_continuations(text + i, n_strides);
        i += n_strides * STRIDE;
    }
    for (; i < n; ++i) {
        n_continuations += ((unsigned char) text[i] & 0xC0U) == 0x80U;
    }
    return (uint32_t) (n - n_continuations);
}

static bsh_status index_codepoints(bsh__decoder *decoder, bsh_error *err)
{
    size_t const n_blocks = decoder->text.n / INDEX_BYTES + 1;
    if (!bsh__vec_resize(&decoder->codepoints, n_blocks)) {
        return bsh__fail_memory(err);
    }
    uint32_t *const counts = decoder->codepoints.items;
    counts[0] = 0;
    for (size_t i = 1; i < n_blocks; ++i) {
        const char *const block = decoder->text.data + (i - 1) * INDEX_BYTES;
        counts[i] = counts[i - 1] + count_codepoints(block, INDEX_BYTES);
    }
    return BSH_OK;
}

/* ---- decoding */

static bsh_status begin(bsh__decoder *decoder, const char *bytes, size_t n_bytes,
                        bsh_error *err)
{
    bsh__buffer_clear(&decoder->text);
    decoder->anchors.n = 0;
    decoder->codepoints.n = 0;
    decoder->decoding = (bsh_decoding){.encoding = "UTF-8"};
    decoder->n_source_bytes = n_bytes;
    if (n_bytes > UINT32_MAX - 1) {
        return bsh__fail(err, BSH_E_LIMIT, 0, "over 4 GiB in one article");
    }
    return refuse_known_format(bytes, n_bytes, err);
}

static void set_decoding(bsh_decoding *decoding, const bsh__charset *charset, const char *bytes,
                         size_t n_bytes, const bsh__utf8_scan *scan)
{
    decoding->encoding = charset->name;
    decoding->is_guessed = charset->is_guessed;
    // UTF-16 of English is good UTF-8 but for its NUL bytes
    size_t const first = scan->n_bad != 0 ? scan->first_bad : scan->first_nul;
    if (charset->is_guessed && first < n_bytes) {
        decoding->first_bad_offset = first;
        decoding->first_bad_byte = (uint8_t) bytes[first];
    }
}

/* Everything but the short way of bsh__decode: text that is all there as it should be. */
static bsh_status read_and_clean(bsh__decoder *decoder, const bsh__charset *charset,
                                 const char *bytes, size_t n_bytes, bsh_error *err)
{
    bsh_decoding *const decoding = &decoder->decoding;
    bsh_decoding const  before = *decoding;
    bsh__sink           sink = {.decoder = decoder};
    BSH_TRY(bsh__charset_read(charset, &sink, bytes, n_bytes, err));
    BSH_TRY(bsh__sink_finish(&sink, err));
    if (before.is_guessed) {
        decoding->first_bad_offset = before.first_bad_offset;
        decoding->first_bad_byte = before.first_bad_byte;
    }
    bool const is_utf16 =
        charset->kind == BSH__CHARSET_UTF16LE || charset->kind == BSH__CHARSET_UTF16BE;
    return refuse_binary(decoder, is_utf16 ? 2 : 1, err);
}

static bsh_status copy_clean(bsh__decoder *decoder, const char *bytes, size_t n_bytes,
                             bsh_error *err)
{
    bsh__sink sink = {.decoder = decoder};
    bsh__sink_put_run(&sink, bytes, 0, n_bytes);
    return bsh__sink_finish(&sink, err);
}

static bsh_status look_at_multibyte(bsh__decoder *decoder, bsh_error *err)
{
    decoder->decoding.n_mojibake = bsh__count_mojibake(decoder->text.data, decoder->text.n);
    return index_codepoints(decoder, err);
}

bsh_status bsh__decode(bsh__decoder *decoder, const char *bytes, size_t n_bytes,
                       const char *encoding, bsh_error *err)
{
    BSH_TRY(begin(decoder, bytes, n_bytes, err));
    bsh__utf8_scan const scan = bsh__scan_utf8(bytes, n_bytes);
    bsh__charset         charset = {0};
    BSH_TRY(bsh__charset_find(&charset, bytes, n_bytes, encoding, &scan, err));
    set_decoding(&decoder->decoding, &charset, bytes, n_bytes, &scan);
    bool const is_clean = charset.kind == BSH__CHARSET_UTF8 && scan.n_odd == 0;
    if (is_clean) {
        BSH_TRY(copy_clean(decoder, bytes, n_bytes, err));
    } else {
        BSH_TRY(read_and_clean(decoder, &charset, bytes, n_bytes, err));
    }
    if (is_clean && scan.n_multibyte == 0) {
        return BSH_OK;
    }
    return look_at_multibyte(decoder, err);
}

bsh_status bsh__decode_clean(bsh__decoder *decoder, const char *bytes, size_t n_bytes,
                             bsh_error *err)
{
    BSH_TRY(begin(decoder, bytes, n_bytes, err));
    BSH_TRY(copy_clean(decoder, bytes, n_bytes, err));
    bool const is_ascii = bsh__ascii_prefix(bytes, n_bytes) == n_bytes;
    return is_ascii ? BSH_OK : look_at_multibyte(decoder, err);
}

/* ---- the way back */

/* The last anchor at or before the offset, by halving; NULL if there is none. */
static const bsh__anchor *anchor_of(const bsh__decoder *decoder, uint32_t text_offset)
{
    const bsh__anchor *const anchors = decoder->anchors.items;
    size_t                   low = 0;
    size_t                   high = decoder->anchors.n;
    while (low < high) {
        size_t const middle = low + (high - low) / 2;
        if (anchors[middle].text_offset <= text_offset) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    return low == 0 ? NULL : &anchors[low - 1];
}

uint64_t bsh__decoder_source_offset(const bsh__decoder *decoder, uint32_t text_offset)
{
    const bsh__anchor *const anchor = anchor_of(decoder, text_offset);
    if (anchor == NULL) {
        return text_offset;
    }
    uint64_t const n_text = text_offset - anchor->text_offset;
    return anchor->source_offset + n_text / anchor->text_bytes * anchor->source_bytes;
}

uint64_t bsh__decoder_codepoint_offset(const bsh__decoder *decoder, uint32_t text_offset)
{
    const bsh__anchor *const anchor = anchor_of(decoder, text_offset);
    uint64_t const           n_dropped = anchor == NULL ? 0 : anchor->n_dropped;
    if (decoder->codepoints.n == 0) {
        return text_offset + n_dropped;
    }
    const uint32_t *const counts = decoder->codepoints.items;
    size_t const          block = text_offset / INDEX_BYTES;
    size_t const          begin = block * INDEX_BYTES;
    return n_dropped + counts[block] +
           count_codepoints(decoder->text.data + begin, text_offset - begin);
}
