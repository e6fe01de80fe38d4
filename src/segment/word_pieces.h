/* A block cut into pieces: boundaries of UAX #29, put right where ICU's releases differ, each
 * with the class that the word rules ask for. */
#ifndef BSH_SEGMENT_WORD_PIECES_H
#define BSH_SEGMENT_WORD_PIECES_H

#include "base/memory.h"
#include "base/status.h"
#include "segment/word_segments.h"

typedef enum bsh__piece_kind {
    BSH__PIECE_OTHER,
    BSH__PIECE_SPACE,
    /* cores of words */
    BSH__PIECE_LETTERS,
    BSH__PIECE_FIGURES,
    BSH__PIECE_MIXED,
    BSH__PIECE_FRACTION, /* vulgar fractions, raised and lowered figures: one half, m squared */
    /* marks that join or attach */
    BSH__PIECE_JOINER, /* one hyphen or en dash */
    BSH__PIECE_AMPERSAND,
    BSH__PIECE_SLASH,
    BSH__PIECE_COLON,
    BSH__PIECE_CURRENCY,
    BSH__PIECE_UNIT, /* percent, per mill, degree, prime, double prime */
    BSH__PIECE_HASH,
    BSH__PIECE_AT,
    BSH__PIECE_STOP,
    BSH__PIECE_APOSTROPHE,
    /* addresses: tokens that are no words */
    BSH__PIECE_URL,
    BSH__PIECE_EMAIL
} bsh__piece_kind;

typedef struct bsh__piece {
    uint32_t begin;        /* it ends where the next one begins */
    uint8_t  kind;         /* bsh__piece_kind */
    uint8_t  n_characters; /* of a core, at most 255 */
    bool     starts_with_figure;
    bool ends_transparent; /* a zero width space stands behind it: "co<ZWSP>op" is one word */
} bsh__piece;

static inline bool bsh__piece_is_core(const bsh__piece *piece)
{
    return piece->kind >= BSH__PIECE_LETTERS && piece->kind <= BSH__PIECE_FRACTION;
}

/* Replaces `pieces` (of bsh__piece) by those of the segments and one more, OTHER, that begins
 * at their end.
 *
 * addresses  of the same stretch (bsh__address) */
bsh_status bsh__word_pieces_find(bsh__vec *pieces, const bsh__word_segments *segments,
                                 const bsh__vec *addresses, bsh_error *err);

#endif
