/* The short way of the word rules: words and figures between blanks and marks that no rule asks
 * for, which is nearly all of an English article. */
#ifndef BSH_SEGMENT_PLAIN_WORDS_H
#define BSH_SEGMENT_PLAIN_WORDS_H

#include "base/status.h"
#include "segment/token_output.h"
#include "segment/word_segments.h"

/* A word that may be plain, on its way to its form; or, with BSH_TOKEN_KIND_COUNT for its kind,
 * the first segment of what is surely not plain. */
typedef struct bsh__plain_word {
    bsh__text_head head;
    bsh_span       span;
    uint64_t       hash;
    size_t         segment;
    uint32_t       guess; /* its form, very likely */
    bsh_token_kind kind;
    bool           has_stop; /* "closed." before a gap, if it is not doubtful */
} bsh__plain_word;

/* Words of a block that are looked up together: the places of all are on their way from memory
 * while the first is read. */
enum { BSH__PLAIN_WORDS = 32 };

typedef struct bsh__plain_words {
    size_t          n, next; /* words gathered, and the first that is not taken yet */
    size_t          segment; /* the first that is not looked at yet */
    bsh__plain_word words[BSH__PLAIN_WORDS];
} bsh__plain_words;

/* Before the first segment of a block.  The words are left as they are. */
static inline void bsh__plain_words_start(bsh__plain_words *plain)
{
    plain->n = plain->next = plain->segment = 0;
}

/* Appends the tokens of the plain segments from *i on; *i is moved to the first one that is not
 * plain, or to segments->n.  *i is where the block begins, or what bsh__doubtful_stretch has
 * returned for the segment where the last call stopped. */
bsh_status bsh__plain_words_take(bsh__plain_words *plain, bsh__token_output *out,
                                 const bsh__word_segments *segments, size_t *i);

/* The stretch of segments [*first, behind) around segment i, which is not plain, to which the
 * full rules are applied as if it stood alone: *first is i or the mark before it; returns
 * behind, which is plain again.
 *
 * No rule looks across a blank that a letter follows, but for the quotes before an elision,
 * which are looked for in the block, and the number before a unit, which the output knows. */
size_t bsh__doubtful_stretch(const bsh__word_segments *segments, size_t i, size_t *first);

#endif
