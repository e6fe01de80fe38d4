/* Texts as JSON writes them. */
#ifndef BSH_REPORT_JSON_TEXT_H
#define BSH_REPORT_JSON_TEXT_H

#include "base/memory.h"

/* A string in double quotes; where the text is not UTF-8 (a file name in an old encoding) the
 * object {"bytes":"base64"} instead, which loses nothing. */
void bsh__json_add_text(bsh__buffer *out, bsh_string text);

/* A string in double quotes always, for the keys of objects: what is not UTF-8 becomes U+FFFD.
 */
void bsh__json_add_key(bsh__buffer *out, bsh_string text);

/* Length of the UTF-8 character at the beginning of the text; 0 if the bytes are none. */
size_t bsh__utf8_length(const char *text, size_t n_bytes);

#endif
