/* The full names of a text, and what may stand for one further on: an office, an abbreviation.
 */
#ifndef BSH_SEGMENT_FULL_NAMES_H
#define BSH_SEGMENT_FULL_NAMES_H

#include "segment/speakers.h"

/* Adds the full names of all blocks (of bsh__block_items) to a book that was cleared, and ties
 * the forms of each together.  Returns false if there is no memory. */
bool bsh__full_names_read(bsh__speaker_book *book, const bsh__item_view *view,
                          const bsh__vec *blocks);

/* The one person of the text who has this given name; BSH__NO_PERSON if there are none or
 * several. *has_memory is cleared if there is no memory. */
uint32_t bsh__full_name_of_given(bsh__speaker_book *book, uint32_t term, bool *has_memory);

/* The person of the last full name before a place in the text who may be meant by he or she:
 * BSH__NO_PERSON if there is none near. */
uint32_t bsh__full_name_before(const bsh__speaker_book *book, uint32_t position,
                               uint8_t gender);

#endif
