/* Pairing of marks inside one block: quote-rules 4. */
#ifndef BSH_SEGMENT_MARK_PAIRS_H
#define BSH_SEGMENT_MARK_PAIRS_H

#include "segment/quote_pieces.h"

/* A stretch of text and the marks in it. */
typedef struct bsh__mark_range {
    bsh_span text;
    uint32_t block;
    uint32_t place;    /* of the block among the counted ones */
    size_t   first, n; /* of the marks */
    bool     has[2];   /* a mark of each bsh__mark_family */
} bsh__mark_range;

/* From a single mark on (itself left out), inside its block: the next single marks of each
 * sort, as an index of marks; SIZE_MAX if there is none. */
typedef struct bsh__mark_link {
    size_t closer, weak, opener;
} bsh__mark_link;

/* What pairing reads. */
typedef struct bsh__mark_paper {
    const bsh__word_source *source;
    const bsh__vec         *marks;
    bsh__vec               *links;
} bsh__mark_paper;

/* Fills in the links of all single marks.  Returns false if there is no memory. */
bool bsh__link_marks(const bsh__mark_paper *paper, const bsh__vec *ranges);

/* The counted block behind; its pointer is NULL if it has no mark, or if there is none. */
typedef struct bsh__mark_next {
    const bsh__mark_range *range;
} bsh__mark_next;

/* Appends the pieces between double marks of a range.  Pieces whose marks do not pair are
 * mended if `next` is given, else left out.  Linear in the range.  Returns false if there is no
 * memory. */
bool bsh__pair_doubles(const bsh__mark_paper *paper, const bsh__mark_range *range,
                       const bsh__mark_next *next, bsh__vec *pieces);

/* The same for single marks. */
bool bsh__pair_singles(const bsh__mark_paper *paper, const bsh__mark_range *range,
                       const bsh__mark_next *next, bsh__vec *pieces);

#endif
