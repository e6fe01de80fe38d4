#include "segment/term_form.h"

#include <string.h>

#include "segment/punctuation.h"
#include "unicode/characters.h"
#include "unicode/utf8.h"

static bool is_ascii_text(bsh_string text)
{
    unsigned char all = 0;
    for (size_t i = 0; i < text.n_bytes; ++i) {
        all |= (unsigned char) text.data[i];
    }
    return all < 0x80;
}

/* Made one before folding, so that the folded form needs no second look: in "don\u2019t" the
 * apostrophe is the only character that is not ASCII. */
bsh_string bsh__unify_marks(bsh__buffer *out, bsh_string word)
{
    bsh__buffer_clear(out);
    if (is_ascii_text(word)) {
        return word;
    }
    for (size_t at = 0; at < word.n_bytes;) {
        size_t const  begin = at;
        int32_t const c = bsh__utf8_next(word.data, word.n_bytes, &at);
        if (bsh__is_transparent(c)) {
            continue;
        }
        if (bsh__is_apostrophe(c) || c == BSH__LEFT_SINGLE_QUOTE) {
            bsh__buffer_add_char(out, '\'');
        } else if (bsh__is_hyphen(c)) {
            bsh__buffer_add_char(out, '-');
        } else {
            bsh__buffer_add(out, word.data + begin, at - begin);
        }
    }
    return (bsh_string){out->data, out->n};
}

size_t bsh__without_possessive(const char *folded, size_t n_bytes)
{
    if (n_bytes > 2 && folded[n_bytes - 1] == 's' && folded[n_bytes - 2] == '\'') {
        return n_bytes - 2;
    }
    if (n_bytes > 1 && folded[n_bytes - 1] == '\'') {
        return n_bytes - 1;
    }
    return n_bytes;
}

size_t bsh__without_stop(const char *folded, size_t n_bytes)
{
    return n_bytes > 1 && folded[n_bytes - 1] == '.' ? n_bytes - 1 : n_bytes;
}

/* Letters and marks from *at on; returns the number of letters. */
static unsigned skip_letters(const char *text, size_t n_bytes, size_t *at)
{
    unsigned n_letters = 0;
    while (*at < n_bytes) {
        size_t        behind = *at;
        int32_t const c = bsh__utf8_next(text, n_bytes, &behind);
        if (!bsh__is_letter(c) && !bsh__is_mark(c)) {
            break;
        }
        n_letters += bsh__is_letter(c);
        *at = behind;
    }
    return n_letters;
}

bool bsh__is_dotted_initialism(const char *text, size_t n_bytes)
{
    size_t const n = bsh__without_possessive(text, n_bytes);
    unsigned     n_groups = 0, longest = 0;
    bool         ends_with_stop = false;
    if (memchr(text, '.', n) == NULL) {
        return false;
    }
    for (size_t at = 0; at < n;) {
        unsigned const n_letters = skip_letters(text, n, &at);
        longest = n_letters > longest ? n_letters : longest;
        ++n_groups;
        ends_with_stop = at < n && text[at] == '.';
        if (n_letters == 0 || longest > 3 || (at < n && !ends_with_stop)) {
            return false;
        }
        at += ends_with_stop;
        at += ends_with_stop && at < n && text[at] == '-';
    }
    return n_groups >= 2 && (longest == 1 || ends_with_stop);
}
