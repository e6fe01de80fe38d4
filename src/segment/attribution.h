/* Who says what: the speaker and the verb of each piece, quote-rules 5. */
#ifndef BSH_SEGMENT_ATTRIBUTION_H
#define BSH_SEGMENT_ATTRIBUTION_H

#include "segment/speakers.h"

#define BSH__NO_QUOTE UINT32_MAX

/* What ties a piece to its speaker. */
typedef struct bsh__tie {
    bsh__phrase phrase;    /* the mention; none: no speaker */
    uint32_t    verb;      /* item of the verb; 0 (always a BREAK): none */
    uint32_t    person;    /* of the speaker book, or BSH__NO_PERSON */
    uint32_t    source;    /* the piece whose speaker this one shares, or BSH__NO_QUOTE */
    uint32_t    item;      /* of the piece itself */
    uint8_t     via;       /* bsh_quote_via */
    bool        is_fresh;  /* nothing of its sentence stands before it */
    bool        is_closed; /* a comma, question mark ... ends it, as before an attribution */
    bool        is_led_in; /* a comma, colon or dash stands right before it */
    bool        is_said;   /* shared by a piece that a verb of saying or a colon attributes */
    bool        is_beside; /* the attribution stands right beside it */
} bsh__tie;

/* What attribution works on.  `quotes` and `ties` are of the same length. */
typedef struct bsh__attribution {
    const bsh__item_view *view;
    const bsh__vec       *blocks; /* bsh__block_items */
    bsh_quote            *quotes;
    bsh__tie             *ties;
    size_t                n_quotes;
    bsh__speaker_book    *book;
    bsh__vec             *reports;    /* bsh_quote: indirect speech, in text order */
    uint32_t             *n_thoughts; /* clauses that tell what somebody thinks */
} bsh__attribution;

/* Fills in ties, and of quotes: mention, verb, verb_class, is_said, via, kind, group, speaker (a
 * person of the book); appends reports, with block, words and group left open.  Linear in the
 * items. */
bsh_status bsh__attribute(const bsh__attribution *work, bsh_error *err);

#endif
