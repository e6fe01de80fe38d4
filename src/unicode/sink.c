#include "unicode/sink.h"

#include <string.h>

#include "unicode/utf8.h"
#include "unicode/utf8_scan.h"

enum { PADDING_BYTES = 64 };

static bool has_room(bsh__sink *sink, size_t n_bytes)
{
    if (n_bytes > UINT32_MAX - 1 - sink->decoder->text.n) {
        sink->is_too_long = true;
    }
    return !sink->is_too_long &&
           bsh__buffer_reserve(&sink->decoder->text, n_bytes + PADDING_BYTES);
}

/* ---- anchors */

static uint64_t predict(const bsh__anchor *anchor, uint32_t text_offset)
{
    uint64_t const n_text = text_offset - anchor->text_offset;
    return anchor->source_offset + n_text / anchor->text_bytes * anchor->source_bytes;
}

/* Says that the next character of the text stands at `source`.  Only where the last anchor
 * would say otherwise is a new one needed: one for each é of windows-1252, none for each
 * letter. */
static void set_anchor(bsh__sink *sink, size_t source, size_t text_bytes, size_t source_bytes,
                       bool is_run)
{
    static const bsh__anchor start = {.text_bytes = 1, .source_bytes = 1};
    bsh__vec *const          anchors = &sink->decoder->anchors;
    const bsh__anchor *const last =
        anchors->n == 0 ? &start : (const bsh__anchor *) anchors->items + anchors->n - 1;
    uint32_t const at = (uint32_t) sink->decoder->text.n;
    bool const     is_whole = (at - last->text_offset) % last->text_bytes == 0;
    bool const     is_alike = last->text_bytes == last->source_bytes;
    // "é" and a NUL in windows-1252 are 2 bytes both ways, but 2 code points against 1
    bool const has_none_new = last->n_dropped == sink->n_dropped;
    if (is_whole && has_none_new && predict(last, at) == source && (is_alike || !is_run)) {
        return;
    }
    bsh__anchor *const anchor = bsh__vec_push(anchors);
    if (anchor == NULL) {
        sink->decoder->text.has_failed = true;
        return;
    }
    bool const is_same = text_bytes == source_bytes;
    *anchor = (bsh__anchor){
        .text_offset = at,
        .source_offset = (uint32_t) source,
        .n_dropped = sink->n_dropped,
        .text_bytes = is_same ? 1 : (uint8_t) text_bytes,
        .source_bytes = is_same ? 1 : (uint8_t) source_bytes,
    };
}

/* ---- characters */

static uint64_t line_of_end(const bsh__buffer *text)
{
    uint64_t line = 1;
    for (size_t i = 0; i < text->n; ++i) {
        bool const is_lone_cr =
            text->data[i] == '\r' && (i + 1 == text->n || text->data[i + 1] != '\n');
        line += text->data[i] == '\n' || is_lone_cr;
    }
    return line;
}

static void count_control(bsh__sink *sink, bool is_nul)
{
    bsh_decoding *const decoding = &sink->decoder->decoding;
    if (decoding->n_controls == 0) {
        decoding->first_control_line = line_of_end(&sink->decoder->text);
    }
    ++decoding->n_controls;
    decoding->n_nul += is_nul;
}

void bsh__sink_put(bsh__sink *sink, int32_t c, size_t source, size_t source_bytes)
{
    if (bsh__is_stray_control(c)) {
        count_control(sink, c == 0);
    }
    if (c == 0 || c == 0xFEFF) {
        ++sink->n_dropped;
        return;
    }
    char         bytes[4];
    size_t const n = bsh__utf8_put(bytes, bsh__is_stray_control(c) ? ' ' : c);
    if (has_room(sink, n)) {
        bsh__buffer *const text = &sink->decoder->text;
        set_anchor(sink, source, n, source_bytes, false);
        memcpy(text->data + text->n, bytes, n);
        text->n += n;
    }
}

void bsh__sink_put_bad(bsh__sink *sink, const char *bytes, size_t source, size_t source_bytes)
{
    bsh_decoding *const decoding = &sink->decoder->decoding;
    if (decoding->n_replaced == 0) {
        decoding->first_bad_offset = source;
        decoding->first_bad_byte = (uint8_t) bytes[source];
    }
    ++decoding->n_replaced;
    bsh__sink_put(sink, 0xFFFD, source, source_bytes);
}

void bsh__sink_put_run(bsh__sink *sink, const char *bytes, size_t source, size_t n_bytes)
{
    if (n_bytes != 0 && has_room(sink, n_bytes)) {
        set_anchor(sink, source, 1, 1, true);
        bsh__buffer_add(&sink->decoder->text, bytes + source, n_bytes);
    }
}

bsh_status bsh__sink_finish(bsh__sink *sink, bsh_error *err)
{
    bsh__buffer *const text = &sink->decoder->text;
    if (sink->is_too_long) {
        return bsh__fail(err, BSH_E_LIMIT, 0, "over 4 GiB of text in one article");
    }
    if (bsh__buffer_reserve(text, PADDING_BYTES)) {
        set_anchor(sink, sink->decoder->n_source_bytes, 1, 1, false);
        memset(text->data + text->n, 0, PADDING_BYTES);
    }
    return text->has_failed ? bsh__fail_memory(err) : BSH_OK;
}
