/* How nine of ten sentences end, and the commonest stops that end none: told without the rules,
 * most of which have nothing to say about them. */
#ifndef BSH_SEGMENT_PLAIN_ENDS_H
#define BSH_SEGMENT_PLAIN_ENDS_H

#include "segment/sentence_candidate.h"

/* What the rules would say. */
typedef struct bsh__plain_end {
    bsh__verdict verdict; /* BSH__VERDICT_PASS: they must be asked; the rest is 0 */
    uint16_t     rule;    /* of a boundary */
    uint32_t     end;     /* behind the mark and the quotation mark that closes */
    uint32_t     next;    /* behind the blank, if one follows: a boundary stands here */
} bsh__plain_end;

/* Of English text, which has a letter or figure in front of the terminator at `mark`. */
bsh__plain_end bsh__plain_end_at(const char *text, bsh_span block, uint32_t mark);

#endif
