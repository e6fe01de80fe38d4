/* Where every decoder pours its characters: cleans them and keeps the way back to the bytes. */
#ifndef BSH_UNICODE_SINK_H
#define BSH_UNICODE_SINK_H

#include "unicode/decode.h"

typedef struct bsh__sink {
    bsh__decoder *decoder;
    uint32_t      n_dropped;   /* code points so far */
    bool          is_too_long; /* the text would pass 2^32 - 2 bytes: the rest is not taken */
} bsh__sink;

/* One character that stood in `source_bytes` bytes at `source`. */
void bsh__sink_put(bsh__sink *sink, int32_t c, size_t source, size_t source_bytes);

/* A bad sequence: U+FFFD, counted. */
void bsh__sink_put_bad(bsh__sink *sink, const char *bytes, size_t source, size_t source_bytes);

/* Clean UTF-8 that is taken as it is, from `bytes + source` on. */
void bsh__sink_put_run(bsh__sink *sink, const char *bytes, size_t source, size_t n_bytes);

/* Pads the text and sets the last anchor; reports what failed on the way. */
bsh_status bsh__sink_finish(bsh__sink *sink, bsh_error *err);

#endif
