/* What attribution reads: the words of a block, the punctuation between them that bounds
 * phrases, sentence ends, and each piece as one item. */
#ifndef BSH_SEGMENT_QUOTE_ITEMS_H
#define BSH_SEGMENT_QUOTE_ITEMS_H

#include "segment/word_items.h"

/* The first token that begins at `at` or later; input->n_tokens if there is none. */
size_t bsh__token_from(const bsh__quote_input *input, uint32_t at);

/* The first sentence that begins at `at` or later; input->n_sentences if there is none. */
size_t bsh__sentence_from(const bsh__quote_input *input, uint32_t at);

/* True if a clause with a verb of saying begins at `at` and its subject and verb end before
 * `limit`: "said Name", "Name said", "he said".  Looks at 8 words at most. */
bool bsh__is_speech_clause(const bsh__word_source *source, uint32_t at, uint32_t limit);

/* True if the item is a verb of saying where it stands: a noun use is not a verb ("the report",
 * "Mr. Bell's claim").  Looks at the item before, so there must be one. */
bool bsh__is_speech_verb(const bsh__item *item);

/* True for saying, adding, calling ... */
bool bsh__is_participle(const bsh__item *item);

/* The next token and the next sentence; {0, 0} before the first block. */
typedef struct bsh__item_place {
    size_t token, sentence;
} bsh__item_place;

/* Appends the items of block number `block` to `items` (of bsh__item), a BREAK first and last.
 * `pieces` is the range of its pieces in `quotes`; nested ones are no items.
 *
 * place   where the block before ended, which may stand some blocks further up; moves on
 * return  false if there is no memory */
bool bsh__items_add(bsh__vec *items, const bsh__word_source *source, size_t block,
                    const bsh_quote *quotes, bsh_span pieces, bsh__item_place *place);

#endif
