/* What the rules know of the languages: one row a language.  A language without a row has no
 * lists; rules that need one do not apply to it. */
#ifndef BSH_DATA_LANGUAGES_H
#define BSH_DATA_LANGUAGES_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "data/lexicon.h"
#include "data/word_table.h"

typedef struct bsh__language {
    const char *tag; /* primary subtag of BCP 47, in lower case; "" in the row of all others */
    const char
        *lists; /* version of its lists: goes up with every change; NULL if it has none */
    const bsh__word_table
        *words; /* to bits of bsh__word_list; NULL: none, or those of English */
    const bsh__word_table *verbs;     /* of saying; NULL: none, or those of English */
    const bsh__word_table *nuclei;    /* syllables of pieces of words; NULL: as in English */
    const char *const     *particles; /* of names: "le" of "J. Le Goff"; ends in NULL */
    const char        *street;  /* ends names of streets: "Kanalstr. 12"; NULL if none does */
    const int32_t     *openers; /* quotation marks beyond those of English; end in 0 */
    const int32_t     *closers;
    const char *const *joined_subjects; /* of verbs: "il" of "dit-il"; ends in NULL */
    bool               is_english;
    bool               has_capital_nouns; /* "die Reform" */
    bool               has_stop_ordinals; /* "am 3. Oktober" */
    bool               has_small_months;  /* "12 janv. 2024" */
    bool               has_spaced_quotes; /* "« Oui ! »" */
    bool has_elided_articles;             /* "l'art. 5": the abbreviation is behind the mark */
    bool has_elided_openers;              /* "'s Avonds": the capital is in second place */
} bsh__language;

/* The row of a BCP 47 tag, by its primary subtag: "de-AT" is German.  Never NULL. */
const bsh__language *bsh__language_of(const char *tag);

const bsh__language *bsh__english(void);

/* The lists of the language that a folded word is on (bits of bsh__word_list); 0 if on none. */
uint32_t bsh__language_lists(const bsh__language *language, const char *folded, size_t n_bytes);

/* What a folded word is among the verbs of saying of the language. */
bsh__verb bsh__language_verb(const bsh__language *language, const char *folded, size_t n_bytes);

/* Syllables of a folded word (lower case, composed) by the pieces of a language: the longest
 * piece that stands at a place, from left to right; at least 1. */
unsigned bsh__syllables_of_pieces(const bsh__word_table *pieces, const char *folded,
                                  size_t n_bytes);

#endif
