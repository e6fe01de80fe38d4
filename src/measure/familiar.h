/* Which words are hard: Dale and Chall's familiar words, Gunning's hard words. */
#ifndef BSH_MEASURE_FAMILIAR_H
#define BSH_MEASURE_FAMILIAR_H

#include "segment/forms.h"

/* True if a form is familiar under Dale-Chall 1948 by list, inflection rule, figure, or all
 * parts of a compound; names are the caller's business, for they take the whole article. */
bool bsh__is_familiar_dale_chall(const bsh__vocabulary *vocabulary, uint32_t form);

/* True if a form is a hard word of the Fog index (three syllables or more; no compound of easy
 * words; not by a final -es, -ed or -ing alone); names are the caller's business again. */
bool bsh__is_hard_fog(const bsh__vocabulary *vocabulary, uint32_t form);

/* The same for a word as its folded text: "walked", "good-bye", "18-year-old", "u.s.". */
bool bsh__is_familiar_word(const char *folded, size_t n_bytes);

/* Gunning's test of one word without hyphens.
 *
 * n_syllables  of the word; not counted again, for the caller may read figures aloud or not */
bool bsh__is_hard_word(const char *folded, size_t n_bytes, unsigned n_syllables);

#endif
