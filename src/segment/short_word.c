#include "segment/short_word.h"

#include <string.h>

#include "segment/punctuation.h"
#include "unicode/utf8.h"

void bsh__short_word_set_in(bsh__short_word *word, const bsh__language *language,
                            const char *text, size_t n_bytes)
{
    word->n_bytes = 0;
    word->lists = 0;
    if (n_bytes > BSH__SHORT_WORD_BYTES) {
        return;
    }
    size_t n = 0;
    for (size_t at = 0; at < n_bytes;) {
        if ((unsigned char) text[at] < 0x80) {
            word->text[n++] = (char) (text[at] | bsh__is_capital(text[at]) << 5);
            ++at;
            continue;
        }
        size_t const  begin = at;
        int32_t const c = bsh__utf8_next(text, n_bytes, &at);
        if (bsh__is_apostrophe(c)) {
            word->text[n++] = '\'';
        } else if (c >= 0xC0 && c <= 0xDE &&
                   c != 0xD7) { // "\u00dcber": two bytes, as its small form
            word->text[n++] = text[begin];
            word->text[n++] = (char) (text[begin + 1] | 0x20);
        } else {
            memcpy(word->text + n, text + begin, at - begin);
            n += at - begin;
        }
    }
    word->n_bytes = n;
    word->lists = n == 0 ? 0 : bsh__language_lists(language, word->text, n);
}

void bsh__short_word_set(bsh__short_word *word, const char *text, size_t n_bytes)
{
    bsh__short_word_set_in(word, bsh__english(), text, n_bytes);
}

bool bsh__short_word_is(const bsh__short_word *word, const char *ascii)
{
    return strlen(ascii) == word->n_bytes && memcmp(word->text, ascii, word->n_bytes) == 0;
}

bool bsh__is_roman(const char *text, bsh_span span)
{
    for (uint32_t at = span.begin; at < span.end; ++at) {
        if (text[at] == '\0' || strchr("IVXL", text[at]) == NULL) {
            return false;
        }
    }
    return span.end - span.begin >= 2;
}
