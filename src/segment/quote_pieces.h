/* Quoted pieces: marks paired block by block, and mended where they do not pair. */
#ifndef BSH_SEGMENT_QUOTE_PIECES_H
#define BSH_SEGMENT_QUOTE_PIECES_H

#include "segment/word_items.h"

typedef struct bsh__quote_piece {
    bsh_span span, inner; /* with marks, between marks */
    uint32_t block;
    uint16_t flags; /* bsh_quote_flag */
    bool     is_single;
    bool     is_nested;
} bsh__quote_piece;

/* Reusable workspace. */
typedef struct bsh__piece_finder {
    bsh__vec marks;          /* bsh__mark, of all counted blocks */
    bsh__vec ranges;         /* bsh__mark_range, of a counted block that has marks */
    bsh__vec links;          /* bsh__mark_link, of a mark */
    bsh__vec doubles;        /* bsh__quote_piece: pairs of double marks */
    bsh__vec singles;        /* bsh__quote_piece: pairs of single marks */
    bool     is_single_main; /* of the last text: it quotes in single marks */
} bsh__piece_finder;

void bsh__piece_finder_init(bsh__piece_finder *finder, const bsh_allocator *allocator);
void bsh__piece_finder_free(bsh__piece_finder *finder);

/* Reads the marks of the counted blocks, which the next call pairs.  Returns false if there is
 * no memory. */
bool bsh__quote_marks_read(bsh__piece_finder *finder, const bsh__quote_input *input);

/* Replaces `pieces` (of bsh__quote_piece, in text order, a nested one behind the one it stands
 * in) by those between the marks that were read: quote-rules 3 and 4.  Linear in the text. */
bsh_status bsh__quote_pieces_find(bsh__piece_finder *finder, const bsh__word_source *source,
                                  bsh__vec *pieces, bsh_error *err);

#endif
