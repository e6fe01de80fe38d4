/* "LAKETOWN, Ohio (AP) —": the place that opens a report. */
#ifndef BSH_ARTICLE_DATELINES_H
#define BSH_ARTICLE_DATELINES_H

#include "article/phrase_match.h"

/* Behind the dash that a dateline at the beginning of a span would end with, in bytes from
 * there; 0 for nearly every paragraph: it has none. */
size_t bsh__dateline_dash(const char *text, bsh_span span);

/* Whether the evened text opens as a dateline does.
 *
 * is_near_top  one of the first paragraphs: only there is a place alone ("LAKETOWN —") believed
 */
bool bsh__opens_with_dateline(const bsh__even *even, bool is_near_top);

#endif
