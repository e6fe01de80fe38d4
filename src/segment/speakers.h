/* Speakers: mentions read as names, names merged, pronouns resolved: quote-rules 5 and 6. */
#ifndef BSH_SEGMENT_SPEAKERS_H
#define BSH_SEGMENT_SPEAKERS_H

#include "segment/speaker_book.h"

/* Forgets all, and collects the full names of the text ("Todd D. Robinson, assistant
 * secretary"), so that a surname before or behind finds its owner.  `blocks` is of
 * bsh__block_items; the view is that of the calls that follow. */
bsh_status bsh__speaker_book_read(bsh__speaker_book *book, const bsh__item_view *view,
                                  const bsh__vec *blocks, bsh_error *err);

/* The person whom a phrase means where it stands; pronouns by who was noted last. */
bsh_status bsh__speaker_of(bsh__speaker_book *book, const bsh__item_view *view,
                           bsh__phrase phrase, uint32_t *person, bsh_error *err);

/* The same of the phrase that has a verb of saying: it is the one spoken of last from then on,
 * and "the farmer" may be whom "he" means further on. */
bsh_status bsh__speaker_note(bsh__speaker_book *book, const bsh__item_view *view,
                             bsh__phrase phrase, uint32_t *person, bsh_error *err);

/* Takes the subject of a sentence for the one spoken of last, if it is a person. */
bsh_status bsh__subject_note(bsh__speaker_book *book, const bsh__item_view *view,
                             bsh__phrase phrase, bsh_error *err);

/* Marks a person as a source without a name: "who asked not to be named". */
void bsh__speaker_hide(bsh__speaker_book *book, uint32_t person);

/* Replaces `speakers` (of bsh_speaker) by those of the direct and fragment pieces and the
 * reports of `quotes`, whose `speaker` is a person before and an index of `speakers` after; flags are handed on. */
bsh_status bsh__speaker_book_write(bsh__speaker_book *book, const char *text, bsh__vec *quotes,
                                   bsh__vec *speakers, bsh_error *err);

#endif
