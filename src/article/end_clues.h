/* Clues that only the beginning or the end of a paragraph gives. */
#ifndef BSH_ARTICLE_END_CLUES_H
#define BSH_ARTICLE_END_CLUES_H

#include "article/zones.h"

/* All clues of a paragraph: those of its beginning and end with `found`, which its words and
 * signs gave wherever they stand. */
uint32_t bsh__all_clues(const char *text, bsh_span span, uint32_t n_words, uint32_t found);

#endif
