/* Text into paragraphs: lines, and whether an editor wrapped them. */
#ifndef BSH_ARTICLE_PARAGRAPHS_H
#define BSH_ARTICLE_PARAGRAPHS_H

#include <broadsheet/options.h>

#include "article/zones.h"
#include "base/status.h"

/* Replaces `paragraphs` (of bsh__paragraph): spans and lines are set, the rest is 0.
 *
 * Lines end at LF, CR LF, CR, NEL and U+2028; form feed and U+2029 are blank lines.  Line
 * numbers count LF, CR LF and CR only, as editors do. */
bsh_status bsh__paragraphs_find(bsh__vec *paragraphs, const char *text, size_t n_bytes,
                                bsh_newlines_mode newlines, bsh_error *err);

#endif
