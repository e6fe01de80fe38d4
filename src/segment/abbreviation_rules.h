/* Rules 9 and 10 of segmentation-rules 2: what the token before one full stop tells. */
#ifndef BSH_SEGMENT_ABBREVIATION_RULES_H
#define BSH_SEGMENT_ABBREVIATION_RULES_H

#include "data/lexicon.h"
#include "segment/sentence_candidate.h"

/* The lists (bits of bsh__word_list) of words that a stop may belong to. */
enum {
    BSH__ABBREVIATIONS = BSH__WORD_ABBR_TITLE | BSH__WORD_ABBR_NEVER | BSH__WORD_ABBR_NUMBER |
                         BSH__WORD_ABBR_MONTH | BSH__WORD_ABBR_DAY | BSH__WORD_ABBR_SOFT |
                         BSH__WORD_ABBR_UNIT | BSH__WORD_ABBR_OTHER
};

/* 9: the next word is in lower case.  "The vote was close. eBay shares rose." */
bsh__verdict bsh__rule_lower_case(bsh__candidate *candidate);

/* 10: the token is a title, an initial, a month, a unit ... "Mr. Vega met Dr. Osei." */
bsh__verdict bsh__rule_abbreviation(bsh__candidate *candidate);

#endif
