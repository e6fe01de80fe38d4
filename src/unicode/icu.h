/* What the files that call ICU share. */
#ifndef BSH_UNICODE_ICU_H
#define BSH_UNICODE_ICU_H

#include <unicode/utypes.h>

#include "base/status.h"

/* E_NOMEM if ICU ran out of memory, else E_UNICODE; `doing` as in "opening the word iterator".
 */
bsh_status bsh__fail_icu(bsh_error *err, UErrorCode code, const char *doing);

#endif
