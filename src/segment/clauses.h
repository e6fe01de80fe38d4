/* The clauses beside one piece, and the speaker in them. */
#ifndef BSH_SEGMENT_CLAUSES_H
#define BSH_SEGMENT_CLAUSES_H

#include "segment/attribution.h"

/* A piece in its sentence.  Items. */
typedef struct bsh__place {
    uint32_t item;
    uint32_t sentence; /* first of the sentence */
    uint32_t left;     /* first behind the piece before, or of the sentence */
    uint32_t right;    /* one behind the last before the next piece, or sentence end */
    uint32_t stop;     /* the piece as one of the view's stops */
} bsh__place;

/* Fills in what stands beside the piece: is_fresh, is_closed, is_led_in. */
void bsh__place_read(const bsh__item_view *view, const bsh_quote *quote,
                     const bsh__place *place, bsh__tie *tie);

/* The same, and the speaker if its own sentence names one. */
void bsh__clause_read(const bsh__item_view *view, const bsh_quote *quote,
                      const bsh__place *place, bsh__tie *tie);

/* The speaker of a sentence's verb of saying (item `verb`), whose own items are low .. high. */
bsh__phrase bsh__clause_speaker(const bsh__item_view *view, uint32_t low, uint32_t verb,
                                uint32_t high, uint8_t *via);

#endif
