/* The first class of a paragraph: an ordered table of rules, of which the first that fits
 * decides. */
#ifndef BSH_ARTICLE_ZONE_RULES_H
#define BSH_ARTICLE_ZONE_RULES_H

#include "article/phrase_match.h"

/* Buffers for making paragraphs even. */
typedef struct bsh__zone_buffers {
    bsh__buffer plain, lower;
} bsh__zone_buffers;

/* Sets draft and rule of a paragraph whose features are set; false if there is no memory. */
bool bsh__zone_draft(const char *text, bsh__paragraph *paragraph, bsh__zone_buffers *buffers);

/* The same by the rules for prose alone (full-sentence and those behind it): for what another
 * rule took and its place in the article gives back. */
void bsh__zone_draft_prose(const char *text, bsh__paragraph *paragraph);

#endif
