/* What a paragraph shows of the rules that may fit it, before any of them is tried. */
#ifndef BSH_ARTICLE_CLUE_BITS_H
#define BSH_ARTICLE_CLUE_BITS_H

#include "data/lexicon.h"

/* A phrase of the list may be in the paragraph, in a place where its rule looks for it. */
#define BSH__CLUE_TO(list) (UINT32_C(1) << BSH__PHRASE_##list)

/* Bits above those of the lists.  A clue that is there promises nothing; one that is not there
 * rules out. */
typedef enum bsh__clue_bit {
    BSH__CLUE_ALWAYS = 1 << 20,      /* every paragraph has it */
    BSH__CLUE_COUNT = 1 << 21,       /* opens with a figure or "one": "12 responses to ..." */
    BSH__CLUE_COPYRIGHT = 1 << 22,   /* © */
    BSH__CLUE_CURRENCY = 1 << 23,    /* $ € £ */
    BSH__CLUE_AT_SIGN = 1 << 24,     /* @ */
    BSH__CLUE_ADDRESS = 1 << 25,     /* a colon or "w.": of http:// and www. */
    BSH__CLUE_FIGURE = 1 << 26,      /* a digit in a short paragraph */
    BSH__CLUE_PARENTHESIS = 1 << 27, /* ) among the signs at the end */
    BSH__CLUE_ARROWS = 1 << 28,      /* ends in > */
    BSH__CLUE_TEASER = 1 << 29,      /* ends in ] or "ago" */
    BSH__CLUE_LABEL = 1 << 30        /* Photo, Credit or Image in it, and a name at its end */
} bsh__clue_bit;

_Static_assert(BSH__PHRASE_LIST_COUNT <= 20, "the lists have the bits below BSH__CLUE_ALWAYS");

#endif
