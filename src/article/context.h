/* The last word on a paragraph: what its neighbours make of it. */
#ifndef BSH_ARTICLE_CONTEXT_H
#define BSH_ARTICLE_CONTEXT_H

#include "article/zones.h"

/* Gives every paragraph that has none yet its kind, by draft, region and neighbours. */
void bsh__context_label(bsh__zones *zones);

#endif
