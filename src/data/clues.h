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
    const uint16_t  *first;
    const bsh__clue *clues;
} bsh__clue_table;

extern const bsh__clue_table bsh__clues;

/* 0 .. 4095; gen.awk has the same. */
static inline uint32_t bsh__clue_bucket(bsh__clue_word word)
{
    uint32_t const low = (uint32_t) word;
    uint32_t const high = (uint32_t) (word >> 32);
    return (low * UINT32_C(2654435769) + high * UINT32_C(2246822507)) >> 20;
}

/* The lists that a word is a clue to; 0 for nearly every word.
 *
 * The first clue is looked at without asking whether the bucket has any (that of the next
 * bucket is no match, and one more stands behind the last): what cannot be foreseen is no
 * branch. */
static inline uint32_t bsh__clue_lists(bsh__clue_word word)
{
    const uint16_t *const  first = bsh__clues.first + bsh__clue_bucket(word);
    const bsh__clue *const clue = bsh__clues.clues + first[0];
    uint32_t               lists = clue[0].lists & (0U - (uint32_t) (clue[0].word == word));
    for (unsigned i = 1; i < (unsigned) first[1] - first[0]; ++i) { // 1 bucket in 25
        lists |= clue[i].word == word ? clue[i].lists : 0;
    }
    return lists;
}

#endif
