/* The words of a block: segmentation-rules 3. */
#ifndef BSH_SEGMENT_WORDS_H
#define BSH_SEGMENT_WORDS_H

#include <broadsheet/token.h>

#include "base/memory.h"
#include "base/status.h"
#include "segment/forms.h"

/* Reusable workspace. */
typedef struct bsh__word_finder {
    bsh__vec addresses;        /* bsh__address */
    bsh__vec pieces;           /* bsh__piece */
    bool     is_without_plain; /* all by the full rules: for the test that compares */
} bsh__word_finder;

void bsh__word_finder_init(bsh__word_finder *finder, const bsh_allocator *allocator);
void bsh__word_finder_free(bsh__word_finder *finder);

/* Appends the tokens of a block to `tokens` (of bsh_token), in text order.
 *
 * boundaries  of words by UAX #29 (uint32_t), ascending, both ends of the block included */
bsh_status bsh__words_find(bsh__word_finder *finder, bsh__vocabulary *vocabulary,
                           const char *text, const bsh__vec *boundaries, bsh__vec *tokens,
                           bsh_error *err);

#endif
