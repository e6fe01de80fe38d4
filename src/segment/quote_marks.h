/* Quotation marks of a block: which characters are marks, and which way each of them faces. */
#ifndef BSH_SEGMENT_QUOTE_MARKS_H
#define BSH_SEGMENT_QUOTE_MARKS_H

#include <broadsheet/base.h>

#include "base/memory.h"

typedef enum bsh__mark_family {
    BSH__MARK_DOUBLE, /* also guillemets, corner brackets, '' and `` */
    BSH__MARK_SINGLE
} bsh__mark_family;

typedef enum bsh__mark_hand {
    BSH__MARK_OPENS,
    BSH__MARK_CLOSES,
    BSH__MARK_EITHER, /* closes if something is open, else opens */
    BSH__MARK_WEAK,   /* single: a plural possessive or clipped word, unless nothing else closes
                       */
    BSH__MARK_STRAY   /* single: shaped to close, placed to open */
} bsh__mark_hand;

typedef struct bsh__mark {
    bsh_span span;
    int32_t  glyph; /* of a doubled mark, the glyph that is doubled */
    int32_t
        before; /* characters on both sides, 0 at the border of the block; past nested marks */
    int32_t after;
    uint8_t family; /* bsh__mark_family */
    uint8_t hand;   /* bsh__mark_hand */
} bsh__mark;

/* Appends the marks of `block`, a stretch of `text`, to `marks` (of bsh__mark), in text order:
 * quote-rules 3. Apostrophes, elisions, feet and inches, marks inside <markup> and marks alone
 * between blanks are left out. Linear in the block.
 *
 * return  false if there is no memory */
bool bsh__marks_find(bsh__vec *marks, bsh_string text, bsh_span block);

/* The last character of a stretch that is neither blank nor mark; 0 if there is none. */
int32_t bsh__last_character(const char *text, bsh_span inner);

/* What both sides of a mark are asked for. */
bool bsh__is_quote_glyph(int32_t c); /* any of either family */
bool bsh__is_stop(int32_t c);        /* . , ! ? and the ellipsis: what stands before a closer */

#endif
