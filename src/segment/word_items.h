/* What attribution asks of a word: most of it depends on the written form alone and is found
 * out once, when the form is first met. */
#ifndef BSH_SEGMENT_WORD_ITEMS_H
#define BSH_SEGMENT_WORD_ITEMS_H

#include <stddef.h>
#include <string.h>

#include "data/word_roles.h"
#include "segment/quotes.h"
#include "segment/verb_table.h"

typedef enum bsh__item_type {
    BSH__ITEM_WORD,
    BSH__ITEM_PIECE,
    BSH__ITEM_BREAK, /* between sentences, and at both ends of a block */
    BSH__ITEM_COMMA,
    BSH__ITEM_COLON,
    BSH__ITEM_SEMICOLON,
    BSH__ITEM_DASH,
    BSH__ITEM_BRACKET,
    BSH__ITEM_UNREAD /* a sentence of which nothing is asked: bsh__items_of_unread */
} bsh__item_type;

typedef enum bsh__item_flag {
    BSH__ITEM_CAPITAL = 1 << 0,
    BSH__ITEM_POSSESSIVE = 1 << 1, /* Bell's, the drivers' */
    BSH__ITEM_FIGURE = 1 << 2,     /* number or mixed */
    BSH__ITEM_LINK = 1 << 3,       /* URL or e-mail address: no word */
    BSH__ITEM_INITIAL = 1 << 4,    /* J. */
    /* Of forms whose neighbour in the text decides; nothing is read off them on an item: */
    BSH__ITEM_MAY_BE_INITIAL = 1 << 5,   /* a single capital: a stop behind it */
    BSH__ITEM_MAY_BE_POSSESSIVE = 1 << 6 /* ends in s: an apostrophe behind it */
} bsh__item_flag;

typedef struct bsh__item {
    bsh_span span;
    uint32_t term;  /* of a piece: its number among the quotes; of an UNREAD: its first token */
    uint32_t lists; /* bsh__word_list */
    uint16_t traits; /* bsh__word_trait */
    uint8_t  type;   /* bsh__item_type */
    uint8_t  role;   /* bsh__word_role */
    uint8_t  key;    /* bsh__key_word */
    uint8_t  verb_class;
    uint8_t  flags; /* bsh__item_flag */
} bsh__item;

_Static_assert(sizeof(bsh__item) == offsetof(bsh__item, term) + sizeof(bsh__form_item) &&
                   offsetof(bsh__item, flags) ==
                       offsetof(bsh__item, term) + offsetof(bsh__form_item, flags),
               "an item ends as the item of its form");

/* A text and the forms of its vocabulary. */
typedef struct bsh__word_source {
    const bsh__quote_input *input;
    const bsh__form        *forms;
} bsh__word_source;

/* Makes the items of forms that are new in the vocabulary.  The verbs (NULL: the program's own)
 * are the same in every call. */
void bsh__form_items_fill(bsh__vocabulary *vocabulary, const bsh_verbs *verbs);

/* The item of a token, `item` telling what its form does, where its neighbour decides. */
void bsh__word_item_settle(const bsh__quote_input *input, bsh__item *item);

/* The same where it may; a blank behind the word decides nothing. */
static inline void bsh__item_settle(const bsh__quote_input *input, bsh__item *item)
{
    if ((item->flags & (BSH__ITEM_MAY_BE_INITIAL | BSH__ITEM_MAY_BE_POSSESSIVE)) != 0) {
        bsh__word_item_settle(input, item);
    }
}

/* Makes the item that stands at `span` and has this form, but for what its neighbour decides.
 */
static inline void bsh__item_set(bsh__item *item, bsh_span span, const bsh__form_item *form)
{
    item->span = span;
    memcpy((char *) item + offsetof(bsh__item, term), form, sizeof *form);
}

/* Makes the item of one token. */
static inline void bsh__item_of_token(const bsh__word_source *source, size_t token,
                                      bsh__item *item)
{
    const bsh_token *const t = &source->input->tokens[token];
    bsh__item_set(item, t->span, &source->forms[t->form].item);
    bsh__item_settle(source->input, item);
}

#endif
