/* The ordered rules that decide whether a candidate ends a sentence: segmentation-rules 2. */
#ifndef BSH_SEGMENT_SENTENCE_RULES_H
#define BSH_SEGMENT_SENTENCE_RULES_H

#include "segment/sentence_candidate.h"

/* Numbers of rules beyond those of the document. */
enum {
    BSH__RULE_MISSING_SPACE = 12, /* S-add: "closed.The bridge" */
    BSH__RULE_FINDER = 13, /* a boundary of UAX #29 after a mark that the rules do not know */
    BSH__RULE_WEB_ADDRESS = 14, /* "See www.post.example The mayor left." */
    BSH__RULE_DATE_TAIL = 15    /* "Harbour reopens Tuesday, May 4, 2021" */
};

/* Decides by the first rule that applies; its number goes to *rule.  A rule may move
 * candidate->next: a note marker belongs to the sentence that ends. */
bool bsh__sentence_ends(bsh__candidate *candidate, uint16_t *rule);

#endif
