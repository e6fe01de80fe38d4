/* Texts numbered in order of first occurrence: 0, 1, 2 ...
 *
 * Open addressing, a power of two of slots, at most half of them taken.  Words come from
 * strangers: the hash is seeded, a probe that gets long makes the table take another seed, and
 * texts are compared in full. */
#ifndef BSH_BASE_TEXT_TABLE_H
#define BSH_BASE_TEXT_TABLE_H

#include "base/memory.h"

/* A text that is in the table; `tag` tells apart equal texts of different sorts. */
typedef struct bsh__text_key {
    const char *text;
    uint32_t    n_bytes;
    uint32_t    tag;
} bsh__text_key;

typedef struct bsh__text_slot {
    uint32_t number; /* of the key, plus 1; 0 for a free slot */
    uint32_t check;  /* upper half of the hash */
} bsh__text_slot;

typedef struct bsh__text_table {
    bsh__vec keys;  /* bsh__text_key, by number */
    bsh__vec slots; /* bsh__text_slot; slots.n is a power of two */
    uint64_t seed;
    uint32_t longest_probe; /* found by the last look-up */
} bsh__text_table;

#define BSH__NO_TEXT UINT32_MAX

void bsh__text_table_init(bsh__text_table *table, const bsh_allocator *allocator);
void bsh__text_table_free(bsh__text_table *table);

/* The number of the text; BSH__NO_TEXT if it is not there. */
uint32_t bsh__text_table_find(bsh__text_table *table, bsh__text_key key);

/* Makes room for one more text; false if there is no memory, and then nothing has changed. */
bool bsh__text_table_reserve(bsh__text_table *table);

/* Adds a text that is not there; room must have been made.  The text is not copied.  Returns
 * its number. */
uint32_t bsh__text_table_add(bsh__text_table *table, bsh__text_key key);

#endif
