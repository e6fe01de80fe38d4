/* A constant sorted list of words with a small number each, front coded: gen.awk writes it. */
#ifndef BSH_DATA_FRONT_CODED_H
#define BSH_DATA_FRONT_CODED_H

#include <stddef.h>
#include <stdint.h>

#define BSH__FRONT_CODED_BLOCK   16 /* words a block; gen.awk has the same */
#define BSH__FRONT_CODED_LETTERS 40 /* the longest word; gen.awk refuses longer ones */

/* Words in the order of their bytes, in blocks.  An entry is one byte (high half: how many
 * letters it shares with the word before, at most 15; low half: its number, 1 .. 15) and the
 * further letters, bit 7 set on the last.  The first word of a block shares nothing. Source:
 * front coding as in I. Witten, A. Moffat and T. Bell, Managing Gigabytes, 1999. */
typedef struct bsh__front_coded {
    const unsigned char *bytes;
    const uint32_t      *block; /* where each block begins in bytes */
    uint32_t             n_words;
} bsh__front_coded;

/* The number of a word; 0 if it is not on the list. */
unsigned bsh__front_coded_find(const bsh__front_coded *list, const char *word, size_t n_bytes);

#endif
