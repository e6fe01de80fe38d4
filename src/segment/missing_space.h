/* "The roads are closed.The bridge is open": sentences without a space between them. */
#ifndef BSH_SEGMENT_MISSING_SPACE_H
#define BSH_SEGMENT_MISSING_SPACE_H

#include <broadsheet/base.h>

#include "data/languages.h"
#include "segment/short_word.h"

/* True if the full stop at `stop` ends a sentence that the next one follows without a space:
 * two or more lower-case letters before it, no other stop in that word, and after it a
 * capitalised word that hardly ever is capitalised inside an English sentence, followed by a
 * space
 * ("Node.js" is none).  Looks at a few characters on either side only; the caller excludes
 * addresses. */
bool bsh__is_missing_space(const char *text, bsh_span block, uint32_t stop);

/* The capitalised word from `at` on: its end, or `at` if there is none or it is longer than any
 * starter. */
uint32_t bsh__capitalised_word_end(const char *text, bsh_span block, uint32_t at);

/* True if the word is capitalised at the start of a sentence only: The, However, It's. */
bool bsh__is_starter(const bsh__language *language, const char *text, size_t n_bytes);
bool bsh__is_starter_word(const bsh__language *language, const bsh__short_word *word);

#endif
