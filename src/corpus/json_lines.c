#include "corpus/json_lines.h"

#include <string.h>

enum { N_DECIDING = 5 };

/* In any case, whatever the locale. */
static bool is_suffix(const char *suffix, const char *wanted)
{
    size_t i = 0;
    while (wanted[i] != '\0' && (suffix[i] | 0x20) == wanted[i]) {
        ++i;
    }
    return wanted[i] == '\0' && suffix[i] == '\0';
}

bool bsh__has_json_lines_suffix(const char *name)
{
    const char *const dot = strrchr(name, '.');
    return dot != NULL && (is_suffix(dot + 1, "jsonl") || is_suffix(dot + 1, "ndjson"));
}

static bool is_blank(char c)
{
    return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}

static void begin_line(bsh__json_lines *lines)
{
    ++lines->line;
    lines->n_head = 0;
    lines->first = lines->end = lines->offset;
}

void bsh__json_lines_begin(bsh__json_lines *lines, bsh__vec *items, uint32_t place,
                           const char *name)
{
    *lines = (bsh__json_lines){
        .items = items,
        .n_before = items->n,
        .place = place,
        .has_suffix = bsh__has_json_lines_suffix(name),
    };
    begin_line(lines);
}

/* ---- what a line is */

static size_t skip_blanks(const char *text, size_t n, size_t at)
{
    while (at < n && is_blank(text[at])) {
        ++at;
    }
    return at;
}

static size_t skip_string(const char *text, size_t n, size_t at)
{
    for (++at; at < n && text[at] != '"'; ++at) {
        at += text[at] == '\\';
    }
    return at + 1;
}

/* `{}` or `{"name":`.  "{Laughs.}" is no object, and what a template leaves, "{{name}}", is
 * none. */
static bool begins_object(const bsh__json_lines *lines)
{
    const char *const head = lines->head;
    size_t const      n = lines->n_head;
    size_t            at = skip_blanks(head, n, 1);
    if (head[0] != '{' || at >= n) {
        return false;
    }
    if (head[at] == '"') {
        at = skip_blanks(head, n, skip_string(head, n, at));
        return at >= n || head[at] == ':';
    }
    return head[at] == '}';
}

/* A line that is an article's would not be read to its end: a text of 64 MB in one line is
 * known by its first letter. */
static void judge_beginning(bsh__json_lines *lines)
{
    bool const is_deciding = lines->n_records < N_DECIDING;
    if (is_deciding && !lines->has_suffix && lines->head[0] != '{') {
        lines->is_refused = true;
    }
}

static bool has_enough(const bsh__json_lines *lines)
{
    return lines->has_suffix ? lines->n_open != 0 : lines->n_whole != 0;
}

/* One of the first five may be cut off: it is a broken record among others. */
static void judge_line(bsh__json_lines *lines)
{
    if (lines->n_records >= N_DECIDING) {
        return;
    }
    lines->n_open += lines->head[0] == '{' || lines->head[0] == '[';
    lines->n_whole += lines->last == '}';
    if (!lines->has_suffix && !begins_object(lines)) {
        lines->is_refused = true;
    }
    if (lines->n_records + 1 == N_DECIDING && !has_enough(lines)) {
        lines->is_refused = true;
    }
}

static void end_line(bsh__json_lines *lines)
{
    if (lines->n_head == 0) {
        return;
    }
    judge_line(lines);
    bsh__item *const item = lines->items->n < BSH__MOST_ITEMS && !lines->is_refused
                                ? bsh__vec_push(lines->items)
                                : NULL;
    if (item == NULL) {
        lines->has_failed = lines->has_failed || !lines->is_refused;
        return;
    }
    uint64_t const n_bytes = lines->end - lines->first;
    *item = (bsh__item){
        .offset = lines->first,
        .line = lines->line,
        .n_bytes = n_bytes < UINT32_MAX ? (uint32_t) n_bytes : UINT32_MAX,
        .number = (uint32_t) ++lines->n_records,
        .place = lines->place,
    };
}

/* ---- taking pieces */

/* Bytes of the line under way: its head, its first and its last byte that are no blanks. */
static void take_part(bsh__json_lines *lines, const char *bytes, size_t n)
{
    size_t begin = 0;
    if (lines->n_head == 0) {
        begin = skip_blanks(bytes, n, 0);
        lines->first = lines->offset + begin;
    }
    size_t end = n;
    while (end > begin && is_blank(bytes[end - 1])) {
        --end;
    }
    bool const is_first = lines->n_head == 0;
    if (end > begin || !is_first) { // a pipe may give the blanks of "{  }" by themselves
        size_t const room = sizeof lines->head - lines->n_head;
        size_t const n_taken = n - begin < room ? n - begin : room;
        memcpy(lines->head + lines->n_head, bytes + begin, n_taken);
        lines->n_head += n_taken;
    }
    if (end > begin) {
        lines->end = lines->offset + end;
        lines->last = bytes[end - 1];
        if (is_first) {
            judge_beginning(lines);
        }
    }
    lines->offset += n;
}

/* The mark in front of a file, of which a pipe may give a byte at a time.  What only begins
 * like it is the beginning of the first line. */
static size_t skip_mark(bsh__json_lines *lines, const char *bytes, size_t n)
{
    static const char mark[3] = "\xEF\xBB\xBF";
    size_t            at = 0;
    if (lines->offset == 0 && n >= 2) {
        lines->is_utf16 =
            memcmp(bytes, "\xFF\xFE", 2) == 0 || memcmp(bytes, "\xFE\xFF", 2) == 0;
        lines->is_refused = lines->is_utf16;
    }
    while (!lines->is_behind_mark && at < n) {
        size_t const n_mark = (size_t) lines->offset;
        if (bytes[at] == mark[n_mark]) {
            ++at;
            ++lines->offset;
            lines->is_behind_mark = lines->offset == sizeof mark;
        } else {
            lines->offset = 0;
            take_part(lines, mark, n_mark);
            lines->is_behind_mark = true;
        }
    }
    return at;
}

void bsh__json_lines_feed(bsh__json_lines *lines, const char *bytes, size_t n_bytes)
{
    size_t at = skip_mark(lines, bytes, n_bytes);
    while (at < n_bytes && !lines->is_refused && !lines->has_failed) {
        const char *const part = bytes + at;
        const char *const found = memchr(part, '\n', n_bytes - at);
        size_t const      n = found == NULL ? n_bytes - at : (size_t) (found - part) + 1;
        take_part(lines, part, n);
        at += n;
        if (found != NULL) {
            end_line(lines);
            begin_line(lines);
        }
    }
}

bool bsh__json_lines_end(bsh__json_lines *lines)
{
    if (!lines->is_refused && !lines->has_failed) {
        end_line(lines);
    }
    bool const is_one =
        !lines->is_refused && !lines->has_failed && lines->n_records != 0 && has_enough(lines);
    if (!is_one) {
        lines->items->n = lines->n_before;
    }
    return is_one;
}
