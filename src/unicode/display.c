#include <broadsheet/text.h>
#include <string.h>
size_t bsh_text_visible(char *out, size_t capacity, bsh_string text, bool is_ascii) { (void) is_ascii; size_t n = text.n_bytes < capacity ? text.n_bytes : capacity ? capacity - 1 : 0; if (capacity) { memcpy(out, text.data, n); out[n] = 0; } return text.n_bytes; }
unsigned bsh_text_width(bsh_string text) { return (unsigned) text.n_bytes; }
size_t bsh_text_fit(bsh_string text, unsigned width) { return text.n_bytes < width ? text.n_bytes : width; }
const char *bsh_version_icu(void) { return ""; }
const char *bsh_version_unicode(void) { return ""; }
