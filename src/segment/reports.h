/* Indirect speech among the quoted pieces: one list in text order. */
#ifndef BSH_SEGMENT_REPORTS_H
#define BSH_SEGMENT_REPORTS_H

#include "segment/quotes.h"

/* Adds `reports` (of bsh_quote, in text order, as attribution leaves them) to `quotes`, which
 * are in text order before and after, a report before the pieces that stand in it.  Fills in
 * what reports lack; groups are numbered anew, a report being one of its own, and leave those of
 * the pieces together.  Returns false if there is no memory. */
bool bsh__reports_merge(const bsh__quote_input *input, const bsh__vec *reports,
                        bsh__vec *quotes);

#endif
