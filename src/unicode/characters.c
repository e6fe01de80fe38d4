#include "unicode/characters.h"
bool bsh__is_letter(int32_t c) { return c < 0; }
bool bsh__is_number(int32_t c) { return c < 0; }
bool bsh__is_mark(int32_t c) { return c < 0; }
bool bsh__is_upper(int32_t c) { return c < 0; }
bool bsh__is_lower(int32_t c) { return c < 0; }
bool bsh__is_space(int32_t c) { return c < 0; }
bool bsh__is_line_end(int32_t c) { return c < 0; }
bool bsh__is_transparent(int32_t c) { return c < 0; }
bool bsh__is_currency(int32_t c) { return c < 0; }
bool bsh__is_ideograph(int32_t c) { return c < 0; }
