/* Where a quote began whose opening mark is missing: quote-rules 4. */
#ifndef BSH_SEGMENT_MISSING_OPENERS_H
#define BSH_SEGMENT_MISSING_OPENERS_H

#include "segment/mark_pairs.h"

/* A closing mark with nothing open, and the stretch before it in which its quote began. */
typedef struct bsh__lone_closer {
    const bsh__mark_paper *paper;
    const bsh__mark_range *range;
    size_t                 index; /* of the mark */
    uint32_t               low;   /* end of the piece before, or begin of the block */
} bsh__lone_closer;

/* True if the mark, for all its shape, opens: it begins the block, or stands behind "she
 * says,", and another one closes. */
bool bsh__is_turned_opener(const bsh__lone_closer *closer);

/* Where the words most likely begin that the mark closes; not before `low`.  Linear in the
 * stretch.  Returns false if the mark is left over and closes no words of the stretch. */
bool bsh__guess_opener(const bsh__lone_closer *closer, uint32_t *begin);

#endif
