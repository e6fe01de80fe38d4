#include "segment/sentence_tails.h"

#include <string.h>

#include "segment/punctuation.h"
#include "unicode/characters.h"

/* ---- "[3]", "[citation needed]" */

static bool equals(const char *text, size_t n_bytes, const char *word)
{
    return strlen(word) == n_bytes && memcmp(text, word, n_bytes) == 0;
}

static bool are_digits(const char *text, size_t n_bytes)
{
    for (size_t i = 0; i < n_bytes; ++i) {
        if (!bsh__is_digit(text[i])) {
            return false;
        }
    }
    return n_bytes > 0 && n_bytes <= 3;
}

static bool is_note(const char *text, size_t n_bytes)
{
    static const char *const words[] = {"citation needed", "edit", "sic"};
    static const char        source[] = "source needed";
    size_t const             n_source = sizeof source - 1;
    for (size_t i = 0; i < sizeof words / sizeof words[0]; ++i) {
        if (equals(text, n_bytes, words[i])) {
            return true;
        }
    }
    if (n_bytes > 5 && memcmp(text, "note ", 5) == 0) {
        return are_digits(text + 5, n_bytes - 5);
    }
    if (n_bytes >= n_source && memcmp(text + n_bytes - n_source, source, n_source) == 0) {
        return true;
    }
    return are_digits(text, n_bytes) || (n_bytes == 1 && text[0] >= 'a' && text[0] <= 'z');
}

/* The end of the note marker at `at`; `at` if there is none. */
static uint32_t note_end(const char *text, bsh_span block, uint32_t at)
{
    enum { MAX_NOTE = 40 };
    uint32_t const    left = block.end - at - 1;
    const char *const note = text + at + 1;
    const char *const bracket = memchr(note, ']', left < MAX_NOTE ? left : MAX_NOTE);
    if (bracket == NULL || !is_note(note, (size_t) (bracket - note))) {
        return at;
    }
    return at + 2 + (uint32_t) (bracket - note);
}

/* ---- ":)" ";-(" "=D" */

static bool is_one_of(char c, const char *set)
{
    return c != '\0' && strchr(set, c) != NULL;
}

/* The end of the emoticon at `at`: eyes, a nose or none, a mouth or more of them, then a space;
 * `at` if there is none.  Not "=>" or "http://". */
static uint32_t emoticon_end(const char *text, bsh_span block, uint32_t at)
{
    uint32_t end = at + (text[at] == '>');
    if (end >= block.end || !is_one_of(text[end], ":;=")) {
        return at;
    }
    ++end;
    end += end < block.end && is_one_of(text[end], "-'o");
    uint32_t const mouth = end;
    while (end < block.end && is_one_of(text[end], "()DPp/|*")) {
        ++end;
    }
    bool const is_alone =
        end == block.end || bsh__is_space((unsigned char) text[end]) || text[end] == '.';
    return end > mouth && is_alone ? end : at;
}

uint32_t bsh__tail_end(const char *text, bsh_span block, uint32_t at)
{
    switch (at < block.end ? text[at] : '\0') {
    case '[':
        return note_end(text, block, at);
    case '>':
    case ':':
    case ';':
    case '=':
        return emoticon_end(text, block, at);
    default:
        return at;
    }
}
