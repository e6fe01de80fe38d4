#include "segment/missing_space.h"

#include <string.h>

#include "data/lexicon.h"
#include "segment/punctuation.h"
#include "segment/short_word.h"
#include "unicode/characters.h"
#include "unicode/utf8.h"

enum { MAX_LOOK_BACK = 48 };

/* "It's", "they're": a starter that a verb leans on. */
static bool is_leaning_verb(const char *text, size_t n_bytes)
{
    static const char *const verbs[] = {"'s", "'m", "'d", "'re", "'ve", "'ll"};
    for (size_t i = 0; i < sizeof verbs / sizeof verbs[0]; ++i) {
        if (strlen(verbs[i]) == n_bytes && memcmp(verbs[i], text, n_bytes) == 0) {
            return true;
        }
    }
    return false;
}

bool bsh__is_starter_word(const bsh__language *language, const bsh__short_word *word)
{
    if (word->n_bytes == 0) {
        return false;
    }
    if ((word->lists & BSH__WORD_STARTER) != 0) {
        return true;
    }
    const char *const apostrophe = memchr(word->text, '\'', word->n_bytes);
    if (apostrophe == NULL) {
        return false;
    }
    size_t const n_base = (size_t) (apostrophe - word->text);
    return n_base > 0 && is_leaning_verb(apostrophe, word->n_bytes - n_base) &&
           (bsh__language_lists(language, word->text, n_base) & BSH__WORD_STARTER) != 0;
}

bool bsh__is_starter(const bsh__language *language, const char *text, size_t n_bytes)
{
    bsh__short_word word;
    bsh__short_word_set_in(&word, language, text, n_bytes);
    return bsh__is_starter_word(language, &word);
}

uint32_t bsh__capitalised_word_end(const char *text, bsh_span block, uint32_t at)
{
    size_t behind = at;
    if (at >= block.end || !bsh__is_upper(bsh__utf8_next(text, block.end, &behind))) {
        return at;
    }
    while (behind < block.end && behind - at <= BSH__SHORT_WORD_BYTES) {
        size_t        next = behind;
        int32_t const c = bsh__utf8_next(text, block.end, &next);
        if (!bsh__is_letter(c) && !bsh__is_apostrophe(c)) {
            return (uint32_t) behind;
        }
        behind = next;
    }
    return behind == block.end ? block.end : at;
}

/* Two or more lower-case letters before the stop, and no stop in the chunk before them. */
static bool is_plain_word_before(const char *text, bsh_span block, uint32_t stop)
{
    size_t   at = stop;
    unsigned n_lower = 0;
    bool     is_lower_run = true;
    while (at > block.begin && stop - at < MAX_LOOK_BACK) {
        int32_t const c = bsh__utf8_previous(text, &at);
        if (bsh__is_space(c)) {
            break;
        }
        if (c == '.') {
            return false;
        }
        is_lower_run = is_lower_run && bsh__is_lower(c);
        n_lower += is_lower_run;
    }
    return n_lower >= 2;
}

static bool is_space_or_comma(const char *text, bsh_span block, size_t at)
{
    if (at >= block.end) {
        return true;
    }
    int32_t const c = bsh__utf8_next(text, block.end, &at);
    return bsh__is_space(c) || c == ',';
}

bool bsh__is_missing_space(const char *text, bsh_span block, uint32_t stop)
{
    uint32_t const begin = stop + 1;
    uint32_t const end = bsh__capitalised_word_end(text, block, begin);
    return end > begin && is_space_or_comma(text, block, end) &&
           bsh__is_starter(bsh__english(), text + begin, end - begin) &&
           is_plain_word_before(text, block, stop);
}
