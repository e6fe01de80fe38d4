#include "article/zone_words.h"

#include "unicode/characters.h"
#include "unicode/utf8.h"

static bool begins_word(int32_t c)
{
    return c < 0x80 ? bsh__is_ascii_word((unsigned char) c) : bsh__is_word_character(c);
}

static bool continues_word(int32_t c)
{
    if (c < 0x80) {
        return bsh__is_ascii_word((unsigned char) c) || c == '\'' || c == '-';
    }
    return c == 0x2019 || bsh__is_word_character(c) || bsh__is_mark(c) ||
           bsh__is_transparent(c);
}

bool bsh__next_word(const char *text, size_t end, size_t *at, bsh_span *word)
{
    size_t         begin = bsh__skip_ascii_gaps(text, *at, end);
    unsigned const n = bsh__plain_word_bytes(text, begin, end);
    if (n > 0) {
        *at = begin + n;
        *word = (bsh_span){(uint32_t) begin, (uint32_t) *at};
        return true;
    }
    size_t i = begin;
    while (begin < end && !begins_word(bsh__utf8_next(text, end, &i))) {
        begin = i;
    }
    if (begin >= end) {
        *at = end;
        return false;
    }
    size_t last = i;
    do {
        last = bsh__skip_letters(text, i, end);
        i = last;
    } while (i < end && continues_word(bsh__utf8_next(text, end, &i)));
    *word = (bsh_span){(uint32_t) begin, (uint32_t) last};
    *at = last;
    return true;
}

int32_t bsh__next_far_sign(const char *text, size_t end, size_t *at)
{
    while (*at < end) {
        int32_t const c = bsh__utf8_next(text, end, at);
        if (c < 0x80 ? c != '_' && bsh__is_ascii_word((unsigned char) c)
                     : bsh__is_word_character(c)) {
            return c >= 'A' && c <= 'Z' ? c | 0x20 : c;
        }
    }
    return 0;
}

bool bsh__has_same_signs(bsh_string a, bsh_string b)
{
    size_t  at_a = 0;
    size_t  at_b = 0;
    int32_t sign = 0;
    do {
        sign = bsh__next_sign(a.data, a.n_bytes, &at_a);
        if (sign != bsh__next_sign(b.data, b.n_bytes, &at_b)) {
            return false;
        }
    } while (sign != 0);
    return true;
}
