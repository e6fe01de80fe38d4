/* Clues: the words by which phrases are known, so that a paragraph without the word "inbox" is
 * not searched for "straight to your inbox". */
#ifndef BSH_DATA_CLUES_H
#define BSH_DATA_CLUES_H

#include "data/lexicon.h"

/* A run of ASCII letters and digits, in lower case, by its first eight bytes: the first byte is
 * the lowest of the number, 0 stands behind the end. */
typedef uint64_t bsh__clue_word;

/* A word, and the lists that have a phrase which is known by it (1u << list). */
typedef struct bsh__clue {
    bsh__clue_word word;
    uint32_t       lists;
} bsh__clue;

/* The clues of bucket b stand from first[b] to first[b + 1].  Made by gen.awk, so nothing is
 * built at start-up. */
typedef struct bsh__clue_table {
    const uint32_t  *marks; /* bit m is set if m is the mark of the opening of a clue
                               to a list of any place */
    const uint16_t  *first;
    const bsh__clue *clues;
} bsh__clue_table;

extern const bsh__clue_table bsh__clues;

/* gen.awk has the same: the upper 12 of its 32 bits are the bucket, the upper 13 the mark. */
static inline uint32_t bsh__clue_hash(bsh__clue_word word)
{
    uint32_t const low = (uint32_t) word;
    uint32_t const high = (uint32_t) (word >> 32);
    return low * UINT32_C(2654435769) + high * UINT32_C(2246822507);
}

/* False for nearly every word that is no clue to a list of BSH__PLACE_ANY: by the first four
 * bytes of the word, 0 behind its end.  "By" and "more" are clues where a line opens, so that one
 * word in four is in the table; one in twelve is marked. */
static inline bool bsh__may_be_clue(uint32_t opening)
{
    uint32_t const mark = bsh__clue_hash(opening) >> 19;
    return (bsh__clues.marks[mark / 32] >> mark % 32 & 1U) != 0;
}

/* The lists that a word is a clue to; 0 for nearly every word. */
static inline uint32_t bsh__clue_lists(bsh__clue_word word)
{
    const uint16_t *const first = bsh__clues.first + (bsh__clue_hash(word) >> 20);
    for (uint32_t i = first[0]; i < first[1]; ++i) {
        if (bsh__clues.clues[i].word == word) {
            return bsh__clues.clues[i].lists;
        }
    }
    return 0;
}

#endif
