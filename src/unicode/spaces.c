#include <broadsheet/text.h>

#include "unicode/characters.h"
#include "unicode/utf8.h"

unsigned bsh_text_space(bsh_string text, size_t at)
{
    size_t behind = at;
    if (at >= text.n_bytes) {
        return 0;
    }
    int32_t const c = bsh__utf8_next(text.data, text.n_bytes, &behind);
    return bsh__is_space(c) ? (unsigned) (behind - at) : 0;
}
