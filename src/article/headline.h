/* What stands above the text: headline, kicker, dek. */
#ifndef BSH_ARTICLE_HEADLINE_H
#define BSH_ARTICLE_HEADLINE_H

#include "article/zones.h"

/* Labels headline, kicker and dek above the first body paragraph.
 *
 * title  headline known from metadata; empty: found by rule */
void bsh__headline_label(bsh__zones *zones, bsh_string title);

#endif
