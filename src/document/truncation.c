#include "document/truncation.h"

#include <string.h>

static bool is_white(char c)
{
    return c == ' ' || c == '\n' || c == '\r' || c == '\t';
}

static bool ends_with(const char *text, size_t *n, const char *ending)
{
    size_t const length = strlen(ending);
    if (*n < length || memcmp(text + *n - length, ending, length) != 0) {
        return false;
    }
    *n -= length;
    return true;
}

bool bsh__says_truncated(const char *text, size_t n_bytes)
{
    size_t n = n_bytes;
    while (n > 0 && is_white(text[n - 1])) {
        --n;
    }
    if (!ends_with(text, &n, " chars]")) {
        return false;
    }
    size_t const n_behind_digits = n;
    while (n > 0 && text[n - 1] >= '0' && text[n - 1] <= '9') {
        --n;
    }
    return n < n_behind_digits && ends_with(text, &n, "[+");
}
