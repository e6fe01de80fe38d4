/* Blanks at the end of a stretch of text. */
#ifndef BSH_SEGMENT_BLANKS_H
#define BSH_SEGMENT_BLANKS_H

#include <stddef.h>

#include "unicode/characters.h"
#include "unicode/utf8.h"

/* Where the text before `end` ends without blanks; not before `begin`. */
static inline uint32_t bsh__without_blanks(const char *text, uint32_t begin, uint32_t end)
{
    size_t at = end;
    while (at > begin) {
        size_t before = at;
        if (!bsh__is_space(bsh__utf8_previous(text, &before))) {
            break;
        }
        at = before;
    }
    return (uint32_t) at;
}

#endif
