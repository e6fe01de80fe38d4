/* The ordered rules that decide whether a candidate ends a sentence: segmentation-rules 2. */
#ifndef BSH_SEGMENT_SENTENCE_RULES_H
#define BSH_SEGMENT_SENTENCE_RULES_H

#include <broadsheet/token.h>

#include "segment/sentence_candidate.h"

/* Decides by the first rule that applies; its number goes to *rule (bsh_sentence_rule, if it
 * ends the sentence).  A rule may move
 * candidate->end and next, and read the follower anew: a note marker belongs to the sentence
 * that ends. */
bool bsh__sentence_ends(bsh__candidate *candidate, uint16_t *rule);

#endif
