/* What languages other than English ask of the token before one full stop. */
#ifndef BSH_SEGMENT_LANGUAGE_RULES_H
#define BSH_SEGMENT_LANGUAGE_RULES_H

#include "segment/sentence_candidate.h"

/* Spaced initialisms ("z. B."), ordinals with a stop ("am 3. Oktober"), months in small letters
 * ("12 janv. 2024"), names with a particle ("J. Le Goff").  Passes always in English. */
bsh__verdict bsh__rule_of_language(bsh__candidate *candidate);

#endif
