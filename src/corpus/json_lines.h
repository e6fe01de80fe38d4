/* The borders of the records in a file of JSON Lines, found piece by piece. */
#ifndef BSH_CORPUS_JSON_LINES_H
#define BSH_CORPUS_JSON_LINES_H

#include "base/memory.h"
#include "corpus/source.h"

/* A file under way.  Start from bsh__json_lines_begin. */
typedef struct bsh__json_lines {
    bsh__vec *items; /* of bsh__item: a record each is appended */
    size_t    n_before;
    uint32_t  place;
    bool      has_suffix; /* .jsonl or .ndjson: what is no object may be a broken one */
    bool      is_refused; /* the file is something else; nothing more needs to be fed */
    bool      has_failed; /* no memory, or more inputs than there are numbers */
    bool      is_behind_mark;
    bool      is_utf16;   /* opens with the mark of UTF-16 */
    uint64_t  offset;     /* of the next byte */
    uint64_t  line;       /* number of the line under way */
    uint64_t  first, end; /* of the line: its first byte that is no blank; behind its last */
    char      last;       /* its last byte that is no blank */
    size_t    n_head;
    char      head[256]; /* how it begins */
    size_t    n_records;
    size_t    n_open, n_whole; /* of the first five: begin as JSON does; end as an object */
} bsh__json_lines;

void bsh__json_lines_begin(bsh__json_lines *lines, bsh__vec *items, uint32_t place,
                           const char *name);

/* Takes the next bytes of the file. */
void bsh__json_lines_feed(bsh__json_lines *lines, const char *bytes, size_t n_bytes);

/* Says that the file is over, and whether it is JSON Lines: each of the first five lines that
 * are not blank begins as an object, and one of them ends as one; with the suffix, one of them
 * begins as an object or a list does.  If not, no item was appended. */
bool bsh__json_lines_end(bsh__json_lines *lines);

/* ".jsonl" or ".ndjson", in any case. */
bool bsh__has_json_lines_suffix(const char *name);

#endif
