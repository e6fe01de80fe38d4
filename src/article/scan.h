/* The one look at every byte of a paragraph: words, ends of sentences, scripts, clues. */
#ifndef BSH_ARTICLE_SCAN_H
#define BSH_ARTICLE_SCAN_H

#include "article/zones.h"

typedef struct bsh__scan {
    uint32_t n_words;
    uint32_t n_sentences;
    uint32_t n_ideographs;
    uint32_t clues; /* bits of BSH__CLUE_TO and bsh__clue_bit */
    unsigned flags; /* BSH__PARAGRAPH_NON_LATIN */
} bsh__scan;

/* Scans a stretch of text.
 *
 * initials  takes a byte for each word, never 0: words of the same letters and digits have the
 *           same */
bsh__scan bsh__scan_paragraph(const char *text, bsh_span span, unsigned char *initials);

#endif
