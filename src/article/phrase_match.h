/* Short texts made even, and the phrases of the zone rules in them. */
#ifndef BSH_ARTICLE_PHRASE_MATCH_H
#define BSH_ARTICLE_PHRASE_MATCH_H

#include "article/zones.h"
#include "data/lexicon.h"

/* A paragraph with white space runs as one blank, quote marks straight, invisible characters
 * gone; `lower` is the same in lower case (ASCII), byte for byte in step. */
typedef struct bsh__even {
    const char *plain;
    const char *lower;
    size_t      n;
    size_t      first;  /* where it begins behind bullets, arrows and opening brackets */
    bool        is_cut; /* longer than what the rules look at: only its beginning is here */
} bsh__even;

/* Bytes of a paragraph that are looked at. */
enum { bsh__even_most = 4096 };

/* Makes a span even.  `plain` and `lower` are buffers that keep their capacity; false if there
 * is no memory. */
bool bsh__even_make(bsh__even *out, bsh__buffer *plain, bsh__buffer *lower, const char *text,
                    bsh_span span);

/* The character at `at`; 0 at the end. */
int32_t bsh__even_at(const bsh__even *even, size_t at);

/* True if a phrase of the list stands at `at` (and *end, if not NULL, is set behind the
 * longest). N in a phrase takes a number, "..." at its end the rest of the line. */
bool bsh__phrase_at(bsh__phrase_list list, const bsh__even *even, size_t at, size_t *end);

/* True if the text opens with a phrase of the list; if it is one, but for signs at its end; if
 * one stands anywhere in it, at or behind `from`, as whole words. */
bool bsh__phrase_opens(bsh__phrase_list list, const bsh__even *even, size_t *end);
bool bsh__phrase_is_all(bsh__phrase_list list, const bsh__even *even);
bool bsh__phrase_inside(bsh__phrase_list list, const bsh__even *even, size_t from,
                        size_t *begin, size_t *end);

#endif
