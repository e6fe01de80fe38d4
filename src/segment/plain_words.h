/* The short way of the word rules: words and figures between blanks and marks that no rule asks
 * for, which is nearly all of an English article. */
#ifndef BSH_SEGMENT_PLAIN_WORDS_H
#define BSH_SEGMENT_PLAIN_WORDS_H

#include "base/status.h"
#include "segment/token_output.h"
#include "segment/word_segments.h"

/* Appends the tokens of the plain segments from *i on; *i is moved to the first one that is not
 * plain, or to segments->n.  Before segment *i there must be nothing, a blank, or what an
 * earlier call went over. */
bsh_status bsh__plain_words(bsh__token_output *out, const bsh__word_segments *segments,
                            size_t *i);

/* The stretch of segments [*first, behind) around segment i, which is not plain, to which the
 * full rules are applied as if it stood alone: *first is i or the mark before it; returns
 * behind, which is plain again.
 *
 * No rule looks across a blank that a letter follows, but for the quotes before an elision,
 * which are looked for in the block, and the number before a unit, which the output knows. */
size_t bsh__doubtful_stretch(const bsh__word_segments *segments, size_t i, size_t *first);

#endif
