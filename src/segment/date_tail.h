/* A date line glued to the headline before it: "Harbour reopens Tuesday, May 4, 2021". */
#ifndef BSH_SEGMENT_DATE_TAIL_H
#define BSH_SEGMENT_DATE_TAIL_H

#include <broadsheet/base.h>

/* Where the date line at the end of the span begins; the end of the span if it ends with none.
 * A date line is a day of the week, a month, a day and a year with nothing behind them, which
 * does not belong to the words before it as in "on Tuesday, May 4, 2021". */
uint32_t bsh__date_tail(const char *text, bsh_span span);

#endif
