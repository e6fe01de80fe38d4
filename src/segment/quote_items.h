/* What attribution reads: the words of a block, the punctuation between them that bounds
 * phrases, sentence ends, and each piece as one item. */
#ifndef BSH_SEGMENT_QUOTE_ITEMS_H
#define BSH_SEGMENT_QUOTE_ITEMS_H

#include "segment/word_items.h"

/* The first token that begins at `at` or later; input->n_tokens if there is none. */
size_t bsh__token_from(const bsh__quote_input *input, uint32_t at);

/* The first sentence that begins at `at` or later; input->n_sentences if there is none. */
size_t bsh__sentence_from(const bsh__quote_input *input, uint32_t at);

/* Words wholly inside a span. */
uint32_t bsh__words_inside(const bsh__quote_input *input, bsh_span span);

/* Number of the sentence that begins at `at` or last before it; 0 if none does. */
uint32_t bsh__sentence_at(const bsh__quote_input *input, uint32_t at);

/* Items of a text, and the places in them to which attribution goes without a look at the words
 * between. */
typedef struct bsh__item_list {
    bsh__vec items; /* bsh__item */
    bsh__vec stops; /* uint32_t: each BREAK, each PIECE, each word with BSH__TRAIT_REPORTS */
    bsh__vec names; /* uint32_t: each word with BSH__TRAIT_NAME */
} bsh__item_list;

void bsh__item_list_init(bsh__item_list *list, const bsh_allocator *allocator);
void bsh__item_list_free(bsh__item_list *list);
void bsh__item_list_clear(bsh__item_list *list);

/* The ranges of a counted block in the list, and its pieces in the quotes. */
typedef struct bsh__block_items {
    bsh_span items, stops, names;
    bsh_span pieces;
} bsh__block_items;

/* The next token and the next sentence; {0, 0} before the first block. */
typedef struct bsh__item_place {
    size_t token, sentence;
} bsh__item_place;

/* Appends the items of block number `block`, a BREAK first and last.  Nested quotes are no
 * items.
 *
 * ranges  the pieces are those of the block in `quotes`; the other ranges are filled in
 * place   where the block before ended, which may stand some blocks further up; moves on
 * return  false if there is no memory */
bool bsh__items_add(bsh__item_list *list, const bsh__word_source *source, size_t block,
                    const bsh_quote *quotes, bsh__block_items *ranges, bsh__item_place *place);

/* Replaces a list by the items of a sentence that was left unread, between two BREAKs: nobody
 * reports in it, and it holds no piece and no full name, so most are never asked for.  Returns
 * false if there is no memory. */
bool bsh__items_of_unread(bsh__item_list *list, const bsh__word_source *source,
                          const bsh__item *unread);

#endif
