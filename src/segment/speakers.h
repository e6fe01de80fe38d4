/* Speakers: mentions read as names, names merged: quote-rules 6. */
#ifndef BSH_SEGMENT_SPEAKERS_H
#define BSH_SEGMENT_SPEAKERS_H

#include "segment/speaker_book.h"

/* Forgets all, and collects the full names of the text ("Todd D. Robinson, assistant
 * secretary"), so that a surname before or behind finds its owner.  `blocks` is of
 * bsh__block_items; the view is that of the calls that follow. */
bsh_status bsh__speaker_book_read(bsh__speaker_book *book, const bsh__item_view *view,
                                  const bsh__vec *blocks, bsh_error *err);

/* The person of a mention that is no pronoun, or that means nobody else.  Returns false if
 * there is no memory. */
bool bsh__person_of_name(bsh__speaker_book *book, const bsh__mention *mention,
                         uint32_t *person);

/* The person of a subject; BSH__NO_PERSON if it is none, or not surely one: "Halden fell
 * silent".  Returns false if there is no memory. */
bool bsh__person_of_subject(bsh__speaker_book *book, const bsh__mention *mention,
                            uint32_t *person);

/* True of a person without a name, who may be hidden: not of a spokeswoman. */
bool bsh__speaker_may_hide(const bsh__speaker_book *book, uint32_t person);

/* Marks such a person as a source that wants no name: "who asked not to be named". */
void bsh__speaker_hide(bsh__speaker_book *book, uint32_t person);

/* Replaces `speakers` (of bsh_speaker) by those of the direct and fragment pieces and the
 * reports of `quotes`, whose `speaker` is a person before and an index of `speakers` after; flags are handed on. */
bsh_status bsh__speaker_book_write(bsh__speaker_book *book, const char *text, bsh__vec *quotes,
                                   bsh__vec *speakers, bsh_error *err);

#endif
