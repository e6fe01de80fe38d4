#include "article/paragraphs.h"

#include <string.h>

#include "article/features.h"
#include "base/byte_masks.h"
#include "unicode/characters.h"
#include "unicode/utf8.h"

enum {
    widest = 110,   /* columns of a wrapped line, at most */
    narrowest = 40, /* and its usual width, at least */
    near = 12       /* columns that a wrapped line may stay below it */
};

/* A line of the input, or a part of one that NEL, U+2028, U+2029 or a form feed cuts off. */
typedef struct line {
    bsh_span span;      /* without white space around it; empty if the line is blank */
    uint32_t number;    /* from 1 */
    uint32_t n_columns; /* characters with the white space before, without that behind; counted
                           until they are more than any width */
    bool is_blank;
    bool ends_paragraph; /* form feed or U+2029 behind it */
} line;

typedef struct reader {
    const char *text;
    size_t      n_bytes;
    size_t      at;
    uint32_t    number; /* of the line that begins at `at` */
} reader;

/* ---- lines */

/* Length of the line end at `i`, 0 if there is none. */
static size_t line_end_at(const char *text, size_t n_bytes, size_t i)
{
    unsigned char const c = (unsigned char) text[i];
    if (c > '\r' && c < 0xC2) {
        return 0;
    }
    if (c == '\r') {
        return i + 1 < n_bytes && text[i + 1] == '\n' ? 2 : 1;
    }
    if (c == '\n' || c == '\f') {
        return 1;
    }
    if (c == 0xC2 && i + 1 < n_bytes && (unsigned char) text[i + 1] == 0x85) {
        return 2;
    }
    bool const is_separator = c == 0xE2 && i + 2 < n_bytes &&
                              (unsigned char) text[i + 1] == 0x80 &&
                              ((unsigned char) text[i + 2] | 1U) == 0xA9;
    return is_separator ? 3 : 0;
}

static bool is_blank_character(int32_t c)
{
    return bsh__is_space(c) || bsh__is_transparent(c);
}

static bsh_span trim(const char *text, size_t begin, size_t end)
{
    while (begin < end) {
        size_t next = begin;
        if (!is_blank_character(bsh__utf8_next(text, end, &next))) {
            break;
        }
        begin = next;
    }
    while (end > begin) {
        size_t previous = end;
        if (!is_blank_character(bsh__utf8_previous(text, &previous))) {
            break;
        }
        end = previous;
    }
    return (bsh_span){(uint32_t) begin, (uint32_t) end};
}

/* True if n bytes, a multiple of the stride, are ASCII. */
static bool is_ascii_stretch(const char *text, size_t n)
{
    bsh__stride all = {0};
    for (size_t i = 0; i < n; i += BSH__STRIDE) {
        all |= bsh__stride_at(text + i);
    }
    return !bsh__is_any_byte(bsh__bytes_beyond_ascii(all));
}

/* Characters, counted until they are more than `widest`. */
static uint32_t count_columns(const char *text, size_t begin, size_t end)
{
    enum { STRETCH = 7 * BSH__STRIDE, most = widest + 1 };
    _Static_assert((int) STRETCH >= (int) most, "a stretch of ASCII is wider than any line");
    uint32_t n = 0;
    size_t   i = begin;
    if (end - begin >= STRETCH && is_ascii_stretch(text + begin, STRETCH)) {
        return most; // nearly always where paragraphs are lines
    }
    for (; i + BSH__STRIDE <= end && n < most; i += BSH__STRIDE) {
        bsh__stride const c = bsh__stride_at(text + i);
        bsh__stride const continues = (bsh__stride) ((c & 0xC0) == 0x80);
        n += BSH__STRIDE - bsh__count_of_mask(continues);
    }
    for (; i < end && n < most; ++i) {
        n += ((unsigned char) text[i] & 0xC0U) != 0x80U;
    }
    return n;
}

/* The bytes from `bytes` on that may begin a line end; two more are read behind them. */
static bsh__stride may_end_line(const char *bytes)
{
    bsh__stride const c = bsh__stride_at(bytes);
    bsh__stride const second = bsh__stride_at(bytes + 1);
    bsh__stride const third = bsh__stride_at(bytes + 2);
    return (bsh__stride) ((c <= '\r') | ((c == 0xC2) & (second == 0x85)) |
                          ((c == 0xE2) & ((third | 1) == 0xA9)));
}

/* The end of the line that begins at `at`; *n_end is the length of its line end, 0 at the end
 * of the text. */
static size_t find_line_end(const char *text, size_t n_bytes, size_t at, size_t *n_end)
{
    for (; at + BSH__STRIDE + 2 <= n_bytes; at += BSH__STRIDE) {
        /* Bytes beyond ASCII are below 0 with a sign: one comparison passes plain prose. */
        bsh__signed_stride const c = (bsh__signed_stride) bsh__stride_at(text + at);
        if (!bsh__is_any_byte((bsh__stride) (c <= '\r'))) {
            continue;
        }
        bsh__stride const may_end = may_end_line(text + at);
        for (uint32_t bits = bsh__bits_of_mask(may_end); bits != 0; bits &= bits - 1) {
            size_t const i = at + (size_t) __builtin_ctz(bits);
            *n_end = line_end_at(text, n_bytes, i);
            if (*n_end > 0) {
                return i;
            }
        }
    }
    for (*n_end = 0; at < n_bytes; ++at) {
        *n_end = line_end_at(text, n_bytes, at);
        if (*n_end > 0) {
            break;
        }
    }
    return at;
}

/* Reads the next line; false at the end of the text. */
static bool next_line(reader *r, line *out)
{
    if (r->at >= r->n_bytes) {
        return false;
    }
    size_t const begin = r->at;
    size_t       n_end = 0;
    size_t const end = find_line_end(r->text, r->n_bytes, begin, &n_end);
    out->span = trim(r->text, begin, end);
    out->is_blank = out->span.begin == out->span.end;
    out->number = r->number;
    out->n_columns = out->is_blank ? 0 : count_columns(r->text, begin, out->span.end);
    char const last = n_end == 0 ? 'x' : r->text[end + n_end - 1];
    out->ends_paragraph = last == '\f' || (n_end == 3 && (unsigned char) last == 0xA9);
    r->number += last == '\n' || last == '\r';
    r->at = end + n_end;
    return true;
}

/* ---- hard wrapping */

/* Widths of lines that another line follows without a blank one. */
typedef struct widths {
    uint64_t n[widest + 2];        /* by columns; the last slot takes all that are wider */
    uint64_t n_closed[widest + 2]; /* of them with the end of a sentence at their end */
    uint64_t n_all;
} widths;

static bool is_closed(const char *text, bsh_span span)
{
    size_t at = span.end;
    while (at > span.begin) {
        int32_t const c = bsh__utf8_previous(text, &at);
        if (c == '.' || c == '!' || c == '?' || c == 0x2026) {
            return true;
        }
        if (c != '"' && c != '\'' && c != ')' && c != 0x201D && c != 0x2019) {
            return false;
        }
    }
    return false;
}

static void take_widths(widths *w, const char *text, const line *previous, const line *current)
{
    if (current->is_blank || previous->is_blank || previous->ends_paragraph) {
        return;
    }
    size_t const slot = previous->n_columns > widest ? widest + 1 : previous->n_columns;
    ++w->n[slot];
    w->n_closed[slot] += is_closed(text, previous->span);
    ++w->n_all;
}

/* The width at which the document is wrapped: the 99.5th percentile; 0 if it is not.
 *
 * A page of one-line paragraphs has lines of about the same width too ("The bridge opened on
 * Monday." after "The ferry stopped on Sunday."); but there each ends with a sentence. */
static uint32_t wrap_width(const widths *w)
{
    uint64_t const rank = w->n_all * 995 / 1000;
    uint32_t       width = 0;
    if (w->n_all - w->n[widest + 1] <= rank) {
        return 0; // more than half of a per cent are wider, as where paragraphs are lines
    }
    for (uint64_t n = w->n[0]; n <= rank && width <= widest; n += w->n[width]) {
        ++width;
    }
    if (width > widest || width < narrowest) {
        return 0;
    }
    uint64_t n_near = 0;
    uint64_t n_closed = 0;
    for (uint32_t columns = width - near; columns <= widest + 1; ++columns) {
        n_near += w->n[columns];
        n_closed += w->n_closed[columns];
    }
    bool const is_wrapped =
        n_near >= 6 && n_near * 100 >= w->n_all * 12 && n_closed * 2 < n_near;
    return is_wrapped ? width : 0;
}

/* ---- joining */

static size_t first_word_columns(const char *text, bsh_span span)
{
    size_t n = 0;
    for (size_t i = span.begin; i < span.end;) {
        if (bsh__is_space(bsh__utf8_next(text, span.end, &i))) {
            break;
        }
        ++n;
    }
    return n;
}

typedef struct joiner {
    const char       *text;
    bsh_newlines_mode newlines;
    uint32_t          width; /* at which lines are wrapped; 0: they are not */
} joiner;

static bool is_continued(const joiner *j, const line *previous, const line *current)
{
    if (previous->is_blank || previous->ends_paragraph) {
        return false;
    }
    bsh__bullet const bullet = bsh__bullet_at(j->text, current->span);
    bool const        closed =
        is_closed(j->text, previous->span) || j->text[previous->span.end - 1] == ':';
    if (bullet == BSH__BULLET_SIGN || (bullet == BSH__BULLET_NUMBER_OR_DASH && closed)) {
        return false;
    }
    if (j->newlines == BSH_NEWLINES_SPACE) {
        return true;
    }
    size_t const needed = previous->n_columns + 1 + first_word_columns(j->text, current->span);
    return j->width > 0 && needed > j->width - 1;
}

static bool add_line(bsh__vec *paragraphs, const line *current, bool continued)
{
    if (continued) {
        bsh__paragraph *const last = (bsh__paragraph *) paragraphs->items + (paragraphs->n - 1);
        last->span.end = current->span.end;
        last->last_line = current->number;
        return true;
    }
    bsh__paragraph *const paragraph = bsh__vec_push(paragraphs);
    if (paragraph == NULL) {
        return false;
    }
    paragraph->span = current->span;
    paragraph->first_line = paragraph->last_line = current->number;
    return true;
}

/* A paragraph a line, and the widths of the lines; false if there is no memory. */
static bool split_lines(bsh__vec *paragraphs, const char *text, size_t n_bytes, widths *w)
{
    *w = (widths){.n_all = 0};
    reader r = {text, n_bytes, 0, 1};
    line   previous = {.is_blank = true};
    line   current;
    while (next_line(&r, &current)) {
        if (!current.is_blank && !add_line(paragraphs, &current, false)) {
            return false;
        }
        take_widths(w, text, &previous, &current);
        previous = current;
    }
    return true;
}

static bool join_lines(bsh__vec *paragraphs, const joiner *j, size_t n_bytes)
{
    reader r = {j->text, n_bytes, 0, 1};
    line   previous = {.is_blank = true};
    line   current;
    while (next_line(&r, &current)) {
        if (!current.is_blank &&
            !add_line(paragraphs, &current, is_continued(j, &previous, &current))) {
            return false;
        }
        previous = current;
    }
    return true;
}

bsh_status bsh__paragraphs_find(bsh__vec *paragraphs, const char *text, size_t n_bytes,
                                bsh_newlines_mode newlines, bsh_error *err)
{
    joiner j = {text, newlines, 0};
    paragraphs->n = 0;
    if (newlines != BSH_NEWLINES_SPACE) {
        widths w;
        if (!split_lines(paragraphs, text, n_bytes, &w)) {
            return bsh__fail_memory(err);
        }
        j.width = newlines == BSH_NEWLINES_AUTO ? wrap_width(&w) : 0;
        if (j.width == 0) {
            return BSH_OK;
        }
        paragraphs->n = 0; // an editor wrapped the lines
    }
    return join_lines(paragraphs, &j, n_bytes) ? BSH_OK : bsh__fail_memory(err);
}
