/* Whom he, she and they mean: the persons and groups that were spoken of last.  Most subjects
 * of sentences are nobody's antecedent, so they are read only when a pronoun asks for them. */
#ifndef BSH_SEGMENT_ANTECEDENTS_H
#define BSH_SEGMENT_ANTECEDENTS_H

#include "segment/speakers.h"

/* The person whom a phrase means where it stands; pronouns by who was noted last. */
bsh_status bsh__speaker_of(bsh__speaker_book *book, bsh__phrase phrase, uint32_t *person,
                           bsh_error *err);

/* The same of the phrase that has a verb of saying: it is the one spoken of last from then on,
 * and "the farmer" may be whom "he" means further on. */
bsh_status bsh__speaker_note(bsh__speaker_book *book, bsh__phrase phrase, uint32_t *person,
                             bsh_error *err);

/* A sentence begins at item `first`: its subject, if it is a person, is the one spoken of last
 * from then on. */
static inline bsh_status bsh__subject_note(bsh__speaker_book *book, uint32_t first,
                                           bsh_error *err)
{
    bsh__vec *const subjects = &book->subjects;
    if (!bsh__vec_reserve(subjects, subjects->n + 1)) {
        return bsh__fail_memory(err);
    }
    ((bsh__unread_subject *) subjects->items)[subjects->n++] =
        (bsh__unread_subject){first, ++book->stamp};
    return BSH_OK;
}

#endif
