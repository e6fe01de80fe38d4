#include "corpus/record.h"

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
