/* Dates as news records write them. */
#ifndef BSH_CORPUS_ISO_DATE_H
#define BSH_CORPUS_ISO_DATE_H

#include <stdbool.h>

/* "2023-07-07T09:14:00Z", "Fri, 07 Jul 2023 10:00:00 +0000", "July 7, 2023" and "7 July 2023"
 * are 2023-07-07, as written there, without regard to the zone.  False for what says no day or
 * says it in two ways: 07/08/2023. */
bool bsh__iso_date(char out[11], const char *text);

#endif
