/* What the rules know of the languages: one row a language.  A language without a row has no
 * lists; rules that need one do not apply to it. */
#ifndef BSH_DATA_LANGUAGES_H
#define BSH_DATA_LANGUAGES_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

typedef struct bsh__language {
    const char *tag; /* primary subtag of BCP 47, in lower case; "" in the row of all others */
    bool        is_english;
    const char *const *joining_words; /* and, or, but; ends in NULL */
} bsh__language;

/* The row of a BCP 47 tag, by its primary subtag: "de-AT" is German.  Never NULL. */
const bsh__language *bsh__language_of(const char *tag);

const bsh__language *bsh__english(void);

/* The lists of the language that a folded word is on (bits of bsh__word_list); 0 if on none. */
uint32_t bsh__language_lists(const bsh__language *language, const char *folded, size_t n_bytes);

#endif
