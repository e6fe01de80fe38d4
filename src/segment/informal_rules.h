/* Sentences that begin in lower case: `--style informal`. */
#ifndef BSH_SEGMENT_INFORMAL_RULES_H
#define BSH_SEGMENT_INFORMAL_RULES_H

#include "segment/sentence_candidate.h"

/* True if the lower-case word behind "!" or "?" begins a sentence: "is it open? we came twice".
 * False always in prose. */
bool bsh__begins_after_exclamation(bsh__candidate *candidate);

/* True if a full stop behind a short plain word ends a sentence though the next word is in
 * lower case: "i rely on it. they never answer".  False always in prose. */
bool bsh__ends_after_plain_word(bsh__candidate *candidate);

#endif
