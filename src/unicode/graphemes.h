/* Counting graphemes where each character is one. */
#ifndef BSH_UNICODE_GRAPHEMES_H
#define BSH_UNICODE_GRAPHEMES_H

#include <broadsheet/base.h>

/* Counts the graphemes that are not white space.  Returns false, with nothing counted, if the
 * text may hold a grapheme of several characters. */
bool bsh__count_single_graphemes(const char *text, bsh_span span, uint64_t *n);

#endif
