/* Verbs of saying: those of the user's table, or else of the language. */
#ifndef BSH_SEGMENT_VERB_TABLE_H
#define BSH_SEGMENT_VERB_TABLE_H

#include <broadsheet/verbs.h>

#include "data/languages.h"
#include "data/lexicon.h"

/* What a term form is among the verbs of saying.
 *
 * verbs  the user's table; NULL: the program's own */
bsh__verb bsh__verb_of(const bsh_verbs *verbs, const bsh__language *language, bsh_string term);

/* A number that two tables with the same forms and classes share, and hardly any others, the
 * same on every machine; 0 for one that says of English what the program's own says. */
uint64_t bsh__verbs_fingerprint(const bsh_verbs *verbs, const bsh__language *language);

#endif
