/* From a word as written to the forms that are looked up and counted. */
#ifndef BSH_SEGMENT_TERM_FORM_H
#define BSH_SEGMENT_TERM_FORM_H

#include "base/memory.h"

/* The word with its marks made one: apostrophes as ', hyphens as -, soft hyphens and other
 * transparent characters gone, letters as they were.  "Mara\u2019s" gives "Mara's", in `out`; a
 * word of ASCII is given back itself.  A failed allocation sticks to `out`. */
bsh_string bsh__unify_marks(bsh__buffer *out, bsh_string word);

/* Length of a folded form without possessive 's or final apostrophe; never 0. */
size_t bsh__without_possessive(const char *folded, size_t n_bytes);

/* Length without the final stop under which the word lists know it: "u.s." is "u.s" there. */
size_t bsh__without_stop(const char *folded, size_t n_bytes);

/* True for single letters with a stop between them ("U.S", "a.m.", "J.-P"), and for groups of
 * up to three letters that also end with a stop ("Ph.D."); "Node.js" is none.  A possessive 's
 * after it does no harm. */
bool bsh__is_dotted_initialism(const char *text, size_t n_bytes);

#endif
