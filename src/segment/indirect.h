/* Reported speech without marks: "Mr. Bell said that the bridge would open", quote-rules 7. */
#ifndef BSH_SEGMENT_INDIRECT_H
#define BSH_SEGMENT_INDIRECT_H

#include "segment/noun_phrases.h"

/* A verb of saying or thought, outside of pieces, in its sentence.  Items. */
typedef struct bsh__report_place {
    uint32_t low; /* first behind the piece or the report before, or of the sentence */
    uint32_t verb;
    uint32_t high; /* one behind the last of the block */
} bsh__report_place;

/* What is reported: items first .. last, and whether it is an order ("told tenants to leave").
 */
typedef struct bsh__report {
    bsh__phrase clause;
    bool        is_order;
} bsh__report;

/* The clause that a verb of saying reports; its speaker is `phrase`, found by `via`.  No clause
 * if it reports none ("said goodbye"), denies that it does ("did not say whether") or has its
 * speaker somewhere else ("was told that").  Looks at one sentence. */
bsh__report bsh__report_read(const bsh__item_view *view, const bsh__report_place *place,
                             bsh__phrase phrase, uint8_t via);

/* The clause behind a verb of thought with a subject before it, "Bell believes the bridge is
 * safe"; no clause if one of them is missing.  Looks at one sentence if it finds a clause, else
 * at a bounded number of items. */
bsh__report bsh__thought_read(const bsh__item_view *view, const bsh__report_place *place);

/* "Mr. Bell left and said": the verb has the subject of the one before. */
bool bsh__is_second_predicate(const bsh__item_view *view, uint32_t verb);

/* True if pieces have more than half of the words of the clause: it is quoted, then.  Stop
 * number `stop` stands in its sentence. */
bool bsh__is_mostly_quoted(const bsh__item_view *view, bsh__phrase clause, uint32_t stop,
                           const bsh_quote *quotes);

#endif
