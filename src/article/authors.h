/* Who wrote it: bylines above, notes on the authors below. */
#ifndef BSH_ARTICLE_AUTHORS_H
#define BSH_ARTICLE_AUTHORS_H

#include "article/phrase_match.h"

/* "By Ana Roe and Tom Lee", "Written by ANA ROE, Gazette staff". */
bool bsh__is_byline(const bsh__even *even);

/* "Ana Roe contributed to this report.", "(Reporting by Ana Roe; editing by Tom Lee)".  What
 * the clues of the paragraph (clue_bits.h) rule out is not looked for. */
bool bsh__is_author_note(const bsh__even *even, uint32_t clues);

/* "Ana Roe is a staff writer at the Gazette.": a full name, then what he or she is. */
bool bsh__is_author_role(const bsh__even *even);

#endif
