/* What the pieces are in a text of another language than English: nobody is asked who says
 * them. */
#ifndef BSH_SEGMENT_KINDS_BY_LOOKS_H
#define BSH_SEGMENT_KINDS_BY_LOOKS_H

#include "segment/attribution.h"

/* Fills in kind and group of quotes, by the looks of a piece and the verbs of saying beside it.
 * Linear in the items. */
void bsh__kinds_by_looks(const bsh__attribution *work);

/* The same question as bsh__speech_clause_at, in another language: "sagte Frau Kern", "der
 * Sprecher betonte", "a dit Mme Roy". */
bool bsh__is_foreign_speech_clause(const bsh__item *words, size_t n);

#endif
