/* Which texts hold a mark that ends a sentence for UAX #29 and not for the rules of the caller:
 * an ideographic full stop, a Greek question mark.  All others need no sentence iterator. */
#ifndef BSH_UNICODE_SENTENCE_MARKS_H
#define BSH_UNICODE_SENTENCE_MARKS_H

#include <broadsheet/base.h>

#include <unicode/ubrk.h>

#include "unicode/common_characters.h"

typedef struct bsh__sentence_marks {
    bool is_foreign[BSH__N_PLACES]; /* of characters that are not ASCII */
} bsh__sentence_marks;

/* Finds out behind which characters there may be a boundary.  The iterator itself is asked for
 * ASCII (";" ends a sentence in Greek), the others are as the database of ICU says.
 *
 * is_decided  see bsh__breaker_settings
 * return      false if some mark of ASCII is foreign: any text may hold one then */
bool bsh__sentence_marks_learn(bsh__sentence_marks *marks, bool (*is_decided)(int32_t c),
                               UBreakIterator      *iterator);

bool bsh__holds_foreign_mark(const bsh__sentence_marks *marks, const char *text, bsh_span span);

#endif
