/* The sentences of a block: segmentation-rules 2. */
#ifndef BSH_SEGMENT_SENTENCES_H
#define BSH_SEGMENT_SENTENCES_H

#include <broadsheet/token.h>

#include "base/memory.h"
#include "base/status.h"
#include "segment/sentence_candidate.h"

/* Appends the sentences of a block to `sentences` (of bsh_sentence), with span and rule filled
 * in. The spans cover all but white space.
 *
 * boundaries  of sentences by UAX #29 (uint32_t), ascending, both ends of the block included */
bsh_status bsh__sentences_find(const bsh__habits *habits, const char *text, bsh_span block,
                               const bsh__vec *boundaries, bsh__vec *sentences, bsh_error *err);

#endif
