#include "corpus/record.h"

#include <string.h>

static bool is_ignored(char c)
{
    return c == '_' || c == '-' || c == ' ';
}

static char lower(char c)
{
    return c >= 'A' && c <= 'Z' ? (char) (c | 0x20) : c;
}

bool bsh__is_same_field(const char *a, const char *b, size_t n_b)
{
    size_t at = 0;
    for (;; ++a, ++at) {
        while (is_ignored(*a)) {
            ++a;
        }
        while (at < n_b && is_ignored(b[at])) {
            ++at;
        }
        if (*a == '\0' || at == n_b) {
            return *a == '\0' && at == n_b;
        }
        if (lower(*a) != lower(b[at])) {
            return false;
        }
    }
}

void bsh__add_without_nul(bsh__buffer *out, bsh_string text)
{
    while (text.n_bytes > 0) {
        const char *const nul = memchr(text.data, '\0', text.n_bytes);
        size_t const      n = nul == NULL ? text.n_bytes : (size_t) (nul - text.data);
        bsh__buffer_add(out, text.data, n);
        size_t const n_passed = n + (nul != NULL);
        text.data += n_passed;
        text.n_bytes -= n_passed;
    }
}
