/* Where in the document the article is. */
#ifndef BSH_ARTICLE_REGION_H
#define BSH_ARTICLE_REGION_H

#include "article/zones.h"

/* Marks the paragraphs of the article (BSH__PARAGRAPH_INSIDE) and labels body-like ones below a
 * comment head.  Drafts are set before; author notes that stand amid the article become prose.
 *
 * is_extracted  the text is an article body already: only boilerplate at its edges is left out
 */
void bsh__region_find(bsh__zones *zones, bool is_extracted);

/* True for what reads as text of the article, sentence or not. */
bool bsh__is_text(const bsh__paragraph *paragraph);

#endif
