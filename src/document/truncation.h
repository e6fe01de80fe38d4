/* Whether a text says of itself that it is cut off. */
#ifndef BSH_DOCUMENT_TRUNCATION_H
#define BSH_DOCUMENT_TRUNCATION_H

#include <stdbool.h>
#include <stddef.h>

/* "... the council voted on Tues... [+1234 chars]": what a news interface leaves of an article.
 */
bool bsh__says_truncated(const char *text, size_t n_bytes);

#endif
