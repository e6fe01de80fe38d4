/* What attribution asks of a word: most of it depends on the written form alone and is found
 * out once, when the form is first met. */
#ifndef BSH_SEGMENT_WORD_ITEMS_H
#define BSH_SEGMENT_WORD_ITEMS_H

#include <stddef.h>
#include <string.h>

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

/* Single words that a rule names. */
typedef enum bsh__key_word {
    BSH__KEY_NONE,
    BSH__KEY_ACCORDING,
    BSH__KEY_ANONYMITY,
    BSH__KEY_AS,
    BSH__KEY_BE,
    BSH__KEY_FAMILIAR,
    BSH__KEY_FOR,
    BSH__KEY_IDENTIFIED,
    BSH__KEY_IS, /* any form: was, been; but for "be" */
    BSH__KEY_KNOWN,
    BSH__KEY_NAMED,
    BSH__KEY_NOT, /* never, too */
    BSH__KEY_ON,
    BSH__KEY_THAT,
    BSH__KEY_THE,
    BSH__KEY_TO,
    BSH__KEY_WHETHER, /* how, why: opens a reported question */
    BSH__KEY_WHO,
    BSH__KEY_WITH
} bsh__key_word;

/* Sets of words, and endings. */
typedef enum bsh__word_trait {
    BSH__TRAIT_NAME = 1 << 0,     /* capitalised, and no grammar word */
    BSH__TRAIT_TITLE = 1 << 1,    /* Mr., President, President-elect, Republican */
    BSH__TRAIT_SUFFIX = 1 << 2,   /* Jr., III: behind a surname */
    BSH__TRAIT_PARTICLE = 1 << 3, /* de, von, al, bin: inside a name */
    BSH__TRAIT_TIME = 1 << 4,     /* week, minutes: when, and not who */
    BSH__TRAIT_LABEL = 1 << 5,    /* so-called, dubbed: before a word in scare quotes */
    BSH__TRAIT_SELF = 1 << 6,     /* himself, herself */
    BSH__TRAIT_JOINER = 1 << 7,   /* for, at, from, of: joins two nouns to one phrase */
    BSH__TRAIT_ING = 1 << 8,      /* saying */
    BSH__TRAIT_VERBAL = 1 << 9,   /* ends as a verb of the past or the third person: pressed */
    BSH__TRAIT_CLAUSAL = 1 << 10, /* ends as what opens a clause: asked, citing, shortly */
    BSH__TRAIT_PLURAL = 1 << 11,  /* ends in s */
    BSH__TRAIT_FILLER = 1 << 12,  /* noun, adjective, figure: may stand before a head */
    BSH__TRAIT_SAID = 1 << 13,    /* a form of say or tell */
    BSH__TRAIT_REPORTS = 1 << 14  /* verb of saying or of thought: a stop of the walk */
} bsh__word_trait;

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
    uint32_t term;   /* of a piece: its number among the quotes */
    uint32_t lists;  /* bsh__word_list */
    uint16_t traits; /* bsh__word_trait */
    uint8_t  type;   /* bsh__item_type */
    uint8_t  role;   /* bsh__word_role */
    uint8_t  key;    /* bsh__key_word */
    uint8_t  verb_class;
    uint8_t  flags; /* bsh__item_flag */
} bsh__item;

/* What depends on the written form alone, of every form of the vocabulary: four to a line of
 * the cache.  The fields of an item in their order, so that they are copied at once. */
typedef struct bsh__form_item {
    uint32_t term;
    uint32_t lists;
    uint16_t traits;
    uint8_t  type; /* BSH__ITEM_WORD */
    uint8_t  role;
    uint8_t  key;
    uint8_t  verb_class;
    uint8_t  flags;
} bsh__form_item;

_Static_assert(sizeof(bsh__item) == offsetof(bsh__item, term) + sizeof(bsh__form_item) &&
                   offsetof(bsh__item, flags) ==
                       offsetof(bsh__item, term) + offsetof(bsh__form_item, flags),
               "an item ends as the item of its form");

/* A text and the items of the forms of its vocabulary. */
typedef struct bsh__word_source {
    const bsh__quote_input *input;
    const bsh__form_item   *forms;
} bsh__word_source;

/* Makes `forms` (of bsh__form_item) as long as the vocabulary, which is the same in every call.
 * Returns false if there is no memory. */
bool bsh__word_items_fill(bsh__vec *forms, const bsh__vocabulary *vocabulary);

/* The item of a token, `item` telling what its form does, where its neighbour decides. */
void bsh__word_item_settle(const bsh__quote_input *input, bsh__item *item);

/* The same where it may; a blank behind the word decides nothing. */
static inline void bsh__item_settle(const bsh__quote_input *input, bsh__item *item)
{
    if ((item->flags & (BSH__ITEM_MAY_BE_INITIAL | BSH__ITEM_MAY_BE_POSSESSIVE)) != 0) {
        bsh__word_item_settle(input, item);
    }
}

/* Makes the item of one token, which has this form, but for what its neighbour decides. */
static inline void bsh__item_copy(bsh__item *item, const bsh_token *token,
                                  const bsh__form_item *form)
{
    item->span = token->span;
    memcpy((char *) item + offsetof(bsh__item, term), form, sizeof *form);
}

/* Makes the item of one token. */
static inline void bsh__item_of_token(const bsh__word_source *source, size_t token,
                                      bsh__item *item)
{
    const bsh_token *const t = &source->input->tokens[token];
    bsh__item_copy(item, t, &source->forms[t->form]);
    bsh__item_settle(source->input, item);
}

#endif
