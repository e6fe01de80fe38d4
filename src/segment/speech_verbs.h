/* Verbs of saying and of thought, where they stand: "report" is a noun as often. */
#ifndef BSH_SEGMENT_SPEECH_VERBS_H
#define BSH_SEGMENT_SPEECH_VERBS_H

#include "segment/word_items.h"

/* True if an item that may be a verb of saying is one where it stands.  Looks at up to three
 * items before it that are words, and at the one behind. */
bool bsh__is_verb_in_place(const bsh__item *item);

/* True if the item is a verb of saying where it stands: a noun use is not a verb ("the report",
 * "Mr. Bell's claim"). */
static inline bool bsh__is_speech_verb(const bsh__item *item)
{
    return item->verb_class != BSH_VERB_NONE && bsh__is_verb_in_place(item);
}

/* The same of a verb of thought: believes, hoped; not "the fear", "Bell's hopes". */
bool bsh__is_thought_verb(const bsh__item *item);

/* True for saying, adding, calling ... */
bool bsh__is_participle(const bsh__item *item);

#endif
