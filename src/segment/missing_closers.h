/* Where a quote ends whose closing mark is missing, or is a mark of the other family:
 * quote-rules 4, rules 2 to 4. */
#ifndef BSH_SEGMENT_MISSING_CLOSERS_H
#define BSH_SEGMENT_MISSING_CLOSERS_H

#include "segment/mark_pairs.h"
#include "segment/speech_clause.h"

/* A double mark that is open, and the place up to which its closer is looked for. */
typedef struct bsh__open_mark {
    const bsh__mark_paper *paper;
    const bsh__mark_range *range;
    size_t                 index; /* of the mark */
    uint32_t               limit;
} bsh__open_mark;

/* The first single mark behind the open one that was set for its closer: behind a stop, and
 * with no nested quote for it to close.  "Talks go on,' she said."  SIZE_MAX if there is none.
 *
 * is_strict  a clause of saying, or the end of the block, must follow */
size_t bsh__mismatched_closer(const bsh__open_mark *open, bool is_strict);

/* Behind the comma of "The vote is on Friday, Mr. Arden said"; 0 if no such clause, or none
 * that tells as much as `least`, stands there. */
uint32_t bsh__end_before_clause(const bsh__open_mark *open, bsh__speech_clause least);

/* Behind the last sentence end before the limit, or else the last comma, or word. */
uint32_t bsh__last_stop(const bsh__open_mark *open);

#endif
