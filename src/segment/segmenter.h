/* Blocks into words and sentences. */
#ifndef BSH_SEGMENT_SEGMENTER_H
#define BSH_SEGMENT_SEGMENTER_H

#include <broadsheet/block.h>
#include <broadsheet/options.h>
#include <broadsheet/token.h>

#include "base/memory.h"
#include "base/status.h"
#include "segment/forms.h"

/* Reusable: boundary finder, vocabulary, workspaces. */
typedef struct bsh__segmenter bsh__segmenter;

bsh_status       bsh__segmenter_create(bsh__segmenter **out, const bsh_options *options,
                                       const bsh_allocator *allocator, bsh_error *err);
void             bsh__segmenter_destroy(bsh__segmenter *segmenter);
bsh__vocabulary *bsh__segmenter_vocabulary(bsh__segmenter *segmenter);

/* True if the language of the options is English. */
bool bsh__segmenter_is_english(const bsh__segmenter *segmenter);

/* Version of the word lists and syllables of a language other than English; NULL if it has
 * none.
 */
const char *bsh__language_lists_version(const char *tag);

/* Takes the next block for the calls below. */
bsh_status bsh__segmenter_set(bsh__segmenter *segmenter, const char *text, bsh_span span,
                              bsh_error *err);

/* Appends the tokens of the block (words by segmentation-rules 3) to `tokens` (of bsh_token).
 */
bsh_status bsh__segmenter_words(bsh__segmenter *segmenter, bsh__vec *tokens, bsh_error *err);

/* Appends the sentences of the block (segmentation-rules 2) to `sentences` (of bsh_sentence):
 * span and rule are filled in; the caller knows the block and the tokens.  A block without a
 * terminator is one sentence; white space between sentences belongs to none. */
bsh_status bsh__segmenter_sentences(bsh__segmenter *segmenter, bsh__vec *sentences,
                                    bsh_error *err);

/* Graphemes of the block that are not white space. */
bsh_status bsh__segmenter_graphemes(bsh__segmenter *segmenter, uint64_t *n, bsh_error *err);

#endif
