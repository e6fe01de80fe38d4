/* The full names of a text, and what may stand for one further on: an office, an abbreviation.
 *
 * Most full names are of nobody who speaks, and to read one takes as long as to pass fifty
 * words. So runs of names are only put on shelves by surname; a shelf is read when a mention
 * asks for it. */
#ifndef BSH_SEGMENT_FULL_NAMES_H
#define BSH_SEGMENT_FULL_NAMES_H

#include "base/hash.h"
#include "segment/speaker_book.h"

/* Puts the runs of names of all blocks (of bsh__block_items) on the shelves of a book that was
 * cleared.  Returns false if there is no memory. */
bool bsh__full_names_collect(bsh__speaker_book *book, const bsh__item_view *view,
                             const bsh__vec *blocks);

/* The shelf of a surname, or the free one where it belongs.  None holds names of others: what
 * is read would depend on the numbers of terms, and so on the texts that came before. */
static inline bsh__shelf *bsh__shelf_of(const bsh__speaker_book *book, uint32_t surname)
{
    bsh__shelf *const shelves = book->shelves.items;
    size_t const      mask = book->shelves.n - 1;
    size_t slot = (size_t) bsh__mix(book->table.seed ^ surname, ~book->table.seed) & mask;
    while (shelves[slot].surname != 0 && shelves[slot].surname != surname + 1) {
        slot = (slot + 1) & mask;
    }
    return &shelves[slot];
}

/* Reads the names on a shelf, all of which are read from then on.  Returns false if there is no
 * memory. */
bool bsh__full_names_read_shelf(bsh__speaker_book *book, bsh__shelf *shelf);

/* Reads the names of the text that may be found under the name of a mention: Ana Bell for Bell,
 * Halden Police for police.  Returns false if there is no memory. */
static inline bool bsh__full_names_read_alike(bsh__speaker_book  *book,
                                              const bsh__mention *mention)
{
    bool const is_name = mention->sort == BSH__MENTION_PERSON ||
                         mention->sort == BSH__MENTION_ORGANISATION || mention->is_known;
    if (!is_name || mention->key.n == 0 || book->shelves.n == 0) {
        return true;
    }
    bsh__shelf *const shelf = bsh__shelf_of(book, mention->key.terms[mention->key.n - 1]);
    return shelf->first == 0 || bsh__full_names_read_shelf(book, shelf);
}

/* Reads all names of the text, once, and what may stand for each: Emma, the mayor, the NWB.
 * Returns false if there is no memory. */
bool bsh__full_names_read_all(bsh__speaker_book *book);

/* Reads those that have an office or an abbreviation, once.  Returns false if there is no
 * memory.
 */
bool bsh__full_names_read_offices(bsh__speaker_book *book);

/* The person of the last full name before a place in the text who may be meant by he or she:
 * BSH__NO_PERSON if there is none near.  Returns false if there is no memory. */
bool bsh__full_name_before(bsh__speaker_book *book, uint32_t position, uint8_t gender,
                           uint32_t *person);

#endif
