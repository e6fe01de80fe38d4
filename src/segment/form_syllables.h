/* Syllables of a word as written: segmentation-rules 4. */
#ifndef BSH_SEGMENT_FORM_SYLLABLES_H
#define BSH_SEGMENT_FORM_SYLLABLES_H

#include <broadsheet/options.h>
#include <broadsheet/token.h>

#include "base/memory.h"
#include "base/status.h"
#include "data/languages.h"
#include "unicode/fold.h"

typedef struct bsh__syllable_rules {
    const bsh__language *language;
    bsh__folder         *folder;
    bsh__buffer         *scratch;
    bsh_syllables_mode   mode; /* SPOKEN in English alone */
    bool in_capitals;          /* the block is all capitals: FIRE is no initialism there */
} bsh__syllable_rules;

/* Syllables of a word whose marks are unified (bsh__unify_marks); 0 for URL and EMAIL and for
 * what the dictionary lists without any ("shh"), else at least 1. */
bsh_status bsh__form_syllables(const bsh__syllable_rules *rules, bsh_string word,
                               bsh_token_kind kind, unsigned *n, bsh_error *err);

#endif
