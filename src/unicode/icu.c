#include "unicode/icu.h"

bsh_status bsh__fail_icu(bsh_error *err, UErrorCode code, const char *doing)
{
    if (code == U_MEMORY_ALLOCATION_ERROR) {
        return bsh__fail_memory(err);
    }
    return bsh__fail(err, BSH_E_UNICODE, (int) code, "%s: ICU says %s", doing,
                     u_errorName(code));
}
