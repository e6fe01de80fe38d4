/* A constant table from words to numbers.  gen.awk writes it, so nothing is built at start-up.
 */
#ifndef BSH_DATA_WORD_TABLE_H
#define BSH_DATA_WORD_TABLE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Words lie in `text` one after the other, those of a bucket together; a word's bucket is the
 * upper bits of its hash.  No pointer a word: the tables need no relocation when the library is
 * loaded. */
typedef struct bsh__word_table {
    const unsigned char *text;
    const uint16_t      *begin; /* of each word in text, and the end of the last */
    const uint16_t      *first; /* number of the first word of each bucket; n_buckets + 1 */
    const uint32_t      *value; /* of each word */
    uint32_t             hash_shift; /* 32 less the bits that number a bucket */
} bsh__word_table;

/* Looks a word up.
 *
 * index   number of the word: table->value[index] is its value; untouched if
 *         there is none
 * return  true if the word is in the table */
bool bsh__word_table_find(const bsh__word_table *table, const char *word, size_t n_bytes,
                          uint32_t *index);

#endif
