/* A block, or a stretch of one, with the segments that UAX #29 cuts it into. */
#ifndef BSH_SEGMENT_WORD_SEGMENTS_H
#define BSH_SEGMENT_WORD_SEGMENTS_H

#include <broadsheet/base.h>

typedef struct bsh__word_segments {
    const char     *text;
    bsh_span        block;  /* all of it, also where the segments are a stretch of it */
    const uint32_t *bounds; /* of segments; n + 1, ascending */
    size_t          n;
} bsh__word_segments;

#endif
