/* Surnames of an outlet: whom "Mr. Bell" may mean. */
#ifndef BSH_CORPUS_SURNAMES_H
#define BSH_CORPUS_SURNAMES_H

#include <broadsheet/base.h>

#include "base/text_table.h"

/* A surname, and who bears it.  Persons are told by numbers that the caller gives them. */
typedef struct bsh__surname {
    uint32_t n_full; /* full names with it */
    uint32_t full;   /* person of one */
    uint64_t latest; /* article that had a full name with it last, + 1 */
    uint32_t n_bare; /* while rows are made: persons of whom it is all that is known */
    uint32_t bare;   /* the one of them that the others go to */
    uint8_t  gender; /* all that was met of them */
} bsh__surname;

typedef struct bsh__surnames {
    bsh__text_table table; /* texts are borrowed from the names they were added with */
    bsh__vec        items; /* bsh__surname */
} bsh__surnames;

void bsh__surnames_init(bsh__surnames *surnames, const bsh_allocator *allocator);
void bsh__surnames_free(bsh__surnames *surnames);

/* The surname at the end of a name, which is folded, with one blank between words: "bell" of
 * "mr. bell" and of "ana bell jr."; NULL if it was not added. */
bsh__surname *bsh__surnames_find(const bsh__surnames *surnames, bsh_string name,
                                 uint32_t corpus);

/* The same, added if need be; NULL if there is no memory. */
bsh__surname *bsh__surnames_add(bsh__surnames *surnames, bsh_string name, uint32_t corpus);

#endif
