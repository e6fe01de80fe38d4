/* Text that was UTF-8, was read as windows-1252 and was written as UTF-8 again: "donâ€™t". */
#ifndef BSH_UNICODE_MOJIBAKE_H
#define BSH_UNICODE_MOJIBAKE_H

#include <stddef.h>
#include <stdint.h>

/* Number of such runs; 0 if there are fewer than three or if one run of characters beyond ASCII
 * cannot have come about so ("café" is proof that the text is well). */
uint64_t bsh__count_mojibake(const char *text, size_t n);

#endif
