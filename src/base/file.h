/* Reading files. */
#ifndef BSH_BASE_FILE_H
#define BSH_BASE_FILE_H

#include "base/memory.h"
#include "base/status.h"

/* Appends the whole of a file to `out`; "-" is standard input.
 *
 * max_bytes  more is BSH_E_LIMIT
 * errors     BSH_E_READ with the system's words: "a.txt: permission denied" */
bsh_status bsh__file_read(bsh__buffer *out, const char *path, size_t max_bytes, bsh_error *err);

/* The system's words for an errno in lower case ("no such file or directory" is "no such
 * file"), whatever the locale.  Static. */
const char *bsh__errno_text(int number);

#endif
