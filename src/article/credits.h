/* Picture credits: who took it, which agency sold it. */
#ifndef BSH_ARTICLE_CREDITS_H
#define BSH_ARTICLE_CREDITS_H

#include "article/phrase_match.h"

/* "... on May 2. (Ana Roe/AFP)": a parenthesis at the end names an agency, two sources with a
 * slash, "via" somebody, or says photo, image, courtesy. */
bool bsh__credit_parenthesis(const bsh__even *even);

/* "... at dawn. (Harbour Board)": a sentence, then a parenthesis of capitalised words. */
bool bsh__credit_source(const bsh__even *even);

/* "Ana Roe/Getty Images", "Getty Images": an agency at the very end, set off from what is
 * before. */
bool bsh__credit_agency(const bsh__even *even);

/* "Photo: Ana Roe", "Image courtesy of the Harbour Board". */
bool bsh__credit_opener(const bsh__even *even, const bsh__paragraph *paragraph);

/* "The bridge at dawn.Credit...Ana Roe for the Gazette", "... on Monday. Photo: Ana Roe": the
 * word, its colon or dots, and names up to the end. */
bool bsh__credit_label(const bsh__even *even);

/* "This May 2, 2019, file photo shows the bridge", "In this photo provided by the Harbour
 * Board,
 * ...": how agencies open a caption. */
bool bsh__is_dated_photo(const bsh__even *even);

#endif
