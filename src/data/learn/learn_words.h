/* The words that the tables of syllables are made from; what the parts of the maker share. */
#ifndef BSH_DATA_LEARN_WORDS_H
#define BSH_DATA_LEARN_WORDS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define LEARN_FOLDS 10

typedef struct learn_word {
    const char *text; /* lower-case letters and apostrophes */
    uint8_t     n_bytes;
    uint8_t     n_base; /* bytes without a clitic: what the rules see */
    uint8_t     n_syllables;
    uint8_t     fold; /* 0 to LEARN_FOLDS - 1; "smith's" is in that of "smith" */
    bool        is_of_dictionary;
    bool        is_learned_from; /* of the dictionary, with a vowel and without a clitic */
    bool        is_common;
} learn_word;

typedef struct learn_words {
    learn_word *items;
    size_t      n;
} learn_words;

/* Ends the program; so does everything here that finds no memory or cannot read. */
_Noreturn void learn_fail(const char *what, const char *which);

/* Zeroed. */
void *learn_allocate(size_t n_items, size_t item_bytes);

/* Appends the lines "word TAB number" of a list; those that begin with # are skipped. */
void learn_words_read(learn_words *words, const char *path, bool is_dictionary);

/* Marks the words that stand in a list of words as they do, in small letters. */
void learn_words_mark_common(learn_words *words, const char *path);

#endif
