/* A word of a few letters, folded on the stack, with the word lists it is on: what the rules
 * ask of the words around a full stop. */
#ifndef BSH_SEGMENT_SHORT_WORD_H
#define BSH_SEGMENT_SHORT_WORD_H

#include <broadsheet/base.h>

#include "data/languages.h"

enum { BSH__SHORT_WORD_BYTES = 32 };

typedef struct bsh__short_word {
    char text[BSH__SHORT_WORD_BYTES]; /* lower case as far as Latin-1; other letters as they are
                                       */
    size_t   n_bytes;                 /* 0 if the word is longer: it is on no list */
    uint32_t lists;                   /* bsh__word_list */
} bsh__short_word;

/* Folds as far as Latin-1 and turns the curly apostrophe straight; the lists are those of the
 * language. */
void bsh__short_word_set_in(bsh__short_word *word, const bsh__language *language,
                            const char *text, size_t n_bytes);

/* The same with the lists of English. */
void bsh__short_word_set(bsh__short_word *word, const char *text, size_t n_bytes);

/* Two letters or more of a Roman numeral, as written: "XIV". */
bool bsh__is_roman(const char *text, bsh_span span);

/* True if the folded word is the lower-case `ascii`. */
bool bsh__short_word_is(const bsh__short_word *word, const char *ascii);

#endif
