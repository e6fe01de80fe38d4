/* How functions inside the library fail: one line that fills the error and returns the status.
 */
#ifndef BSH_BASE_STATUS_H
#define BSH_BASE_STATUS_H

#include <broadsheet/base.h>

#if defined __GNUC__
#define BSH__PRINTF(format_index, first) __attribute__((format(printf, format_index, first)))
#else
#define BSH__PRINTF(format_index, first)
#endif

/* Forwards a failure as it is. */
#define BSH_TRY(call)                                                                          \
    do {                                                                                       \
        bsh_status const bsh_try_status = (call);                                              \
        if (bsh_try_status != BSH_OK) {                                                        \
            return bsh_try_status;                                                             \
        }                                                                                      \
    } while (0)

/* Fills `err` (may be NULL) and returns `status`.  detail: errno, UErrorCode, GSL code or 0.  A
 * message that is too long is cut between characters. */
bsh_status bsh__fail(bsh_error *err, bsh_status status, int detail, const char *format, ...)
    BSH__PRINTF(4, 5);

/* The same with a file's name in front: "a.txt: permission denied".  Of a long name only the
 * end is given, which tells more than its beginning and leaves room for the reason. */
bsh_status bsh__fail_at(bsh_error *err, bsh_status status, int detail, const char *name,
                        const char *format, ...) BSH__PRINTF(5, 6);

/* Out of memory. */
bsh_status bsh__fail_memory(bsh_error *err);

#endif
