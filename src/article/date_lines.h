/* Lines that tell when an article was published. */
#ifndef BSH_ARTICLE_DATE_LINES_H
#define BSH_ARTICLE_DATE_LINES_H

#include "article/phrase_match.h"

/* "Published May 2, 2023 at 9:14", "3 hours ago": a date, and at most three words beside it
 * that have nothing to do with time. */
bool bsh__is_date_line(const bsh__even *even);

#endif
