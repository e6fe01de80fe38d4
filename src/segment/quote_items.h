/* What attribution reads: the words of a block, the punctuation between them that bounds
 * phrases, sentence ends, and each piece as one item. */
#ifndef BSH_SEGMENT_QUOTE_ITEMS_H
#define BSH_SEGMENT_QUOTE_ITEMS_H

#include "segment/quotes.h"

typedef enum bsh__item_type {
    BSH__ITEM_WORD,
    BSH__ITEM_PIECE,
    BSH__ITEM_BREAK, /* between sentences, and at both ends of a block */
    BSH__ITEM_COMMA,
    BSH__ITEM_COLON,
    BSH__ITEM_SEMICOLON,
    BSH__ITEM_DASH,
    BSH__ITEM_BRACKET
} bsh__item_type;

/* Grammar words that bound or carry a phrase. */
typedef enum bsh__word_role {
    BSH__ROLE_NONE,
    BSH__ROLE_HE,
    BSH__ROLE_SHE,
    BSH__ROLE_THEY,
    BSH__ROLE_PRONOUN,   /* it, we, i, you, who */
    BSH__ROLE_AUXILIARY, /* has, was, will */
    BSH__ROLE_ADVERB,    /* also, later, quickly */
    BSH__ROLE_OPENER,    /* but, while, that: begins a clause */
    BSH__ROLE_AND,
    BSH__ROLE_OF
} bsh__word_role;

typedef enum bsh__item_flag {
    BSH__ITEM_CAPITAL = 1 << 0,
    BSH__ITEM_POSSESSIVE = 1 << 1, /* Bell's, the drivers' */
    BSH__ITEM_FIGURE = 1 << 2,     /* number or mixed */
    BSH__ITEM_LINK = 1 << 3,       /* URL or e-mail address: no word */
    BSH__ITEM_INITIAL = 1 << 4     /* J. */
} bsh__item_flag;

typedef struct bsh__item {
    bsh_span span;
    uint32_t index; /* of the token or the piece */
    uint32_t term;
    uint32_t lists; /* bsh__word_list */
    uint8_t  type;  /* bsh__item_type */
    uint8_t  role;  /* bsh__word_role */
    uint8_t  verb_class;
    uint8_t  flags; /* bsh__item_flag */
} bsh__item;

/* The item of one token. */
bsh__item bsh__item_of_token(const bsh__quote_input *input, size_t token);

/* The first token that begins at `at` or later; input->n_tokens if there is none. */
size_t bsh__token_from(const bsh__quote_input *input, uint32_t at);

/* The first sentence that begins at `at` or later; input->n_sentences if there is none. */
size_t bsh__sentence_from(const bsh__quote_input *input, uint32_t at);

/* The folded text of a word, as the vocabulary has it. */
bsh_string bsh__item_text(const bsh__quote_input *input, const bsh__item *item);
bool       bsh__item_is(const bsh__quote_input *input, const bsh__item *item, const char *word);

/* True if a clause with a verb of saying begins at `at` and its subject and verb end before
 * `limit`: "said Name", "Name said", "he said".  Looks at 8 words at most. */
bool bsh__is_speech_clause(const bsh__quote_input *input, uint32_t at, uint32_t limit);

/* True if the item is a verb of saying where it stands: a noun use is not a verb ("the report",
 * "Mr. Bell's claim").  Looks at the item before, so there must be one. */
bool bsh__is_speech_verb(const bsh__quote_input *input, const bsh__item *item);

/* True for saying, adding, calling ... */
bool bsh__is_participle(const bsh__quote_input *input, const bsh__item *item);

/* Appends the items of block number `block` to `items` (of bsh__item), a BREAK first and last.
 * `pieces` is the range of its pieces in `quotes`; nested ones are no items.
 *
 * return  false if there is no memory */
bool bsh__items_add(bsh__vec *items, const bsh__quote_input *input, size_t block,
                    const bsh_quote *quotes, bsh_span pieces);

#endif
