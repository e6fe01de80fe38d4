/* "LAKETOWN, Ohio (AP) —": the place that opens a report. */
#ifndef BSH_ARTICLE_DATELINES_H
#define BSH_ARTICLE_DATELINES_H

#include "article/phrase_match.h"

/* Length in bytes of the dateline that opens a span, up to and with its dash; 0 if there is
 * none.
 *
 * is_near_top  one of the first paragraphs: only there is a place alone ("LAKETOWN —") believed
 */
size_t bsh__dateline_length(const bsh__even *even, const char *text, bsh_span span,
                            bool is_near_top);

/* False for nearly every paragraph, before anything is made of it: it has no dash near its
 * beginning. */
bool bsh__may_have_dateline(const char *text, bsh_span span);

#endif
