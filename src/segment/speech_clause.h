/* The clause that says who says what stands before it: "said Ms. Hale", "the mayor said". */
#ifndef BSH_SEGMENT_SPEECH_CLAUSE_H
#define BSH_SEGMENT_SPEECH_CLAUSE_H

#include "segment/word_items.h"

typedef enum bsh__speech_clause {
    BSH__CLAUSE_NONE,
    BSH__CLAUSE_PRONOUN, /* he said */
    BSH__CLAUSE_NAMED    /* anybody else */
} bsh__speech_clause;

/* The clause with a verb of saying that begins at `at` and whose subject and verb end before
 * `limit`; it may be a part of speech itself, so a guess alone should rest on it.  Looks at 24
 * words at most. */
bsh__speech_clause bsh__speech_clause_at(const bsh__word_source *source, uint32_t at,
                                         uint32_t limit);

#endif
