#include "article/features.h"

#include <string.h>

#include "article/scan.h"
#include "article/signs.h"
#include "article/zone_words.h"
#include "data/lexicon.h"
#include "data/word_roles.h"
#include "unicode/characters.h"
#include "unicode/utf8.h"

/* Copies a word in lower case (ASCII) with straight apostrophes; 0 if it is too long for `out`.
 */
static size_t fold_word(char *out, size_t capacity, const char *text, bsh_span word)
{
    size_t n = 0;
    for (size_t i = word.begin; i < word.end;) {
        if (bsh__is_letter_or_digit((unsigned char) text[i]) && n + 4 <= capacity) {
            out[n++] = (char) (text[i++] | 0x20);
            continue;
        }
        size_t const  begin = i;
        int32_t const c = bsh__utf8_next(text, word.end, &i);
        if (n + 4 > capacity) {
            return 0;
        }
        if (c == 0x2019) {
            out[n++] = '\'';
        } else if (c < 0x80) {
            out[n++] = (char) (c >= 'A' && c <= 'Z' ? c | 0x20 : c);
        } else if (!bsh__is_transparent(c)) {
            memcpy(out + n, text + begin, i - begin);
            n += i - begin;
        }
    }
    return n;
}

bool bsh__features_has_said(const char *text, bsh_span span)
{
    static const char *const said[] = {"said", "says", "told", "added", "asked", "wrote"};
    bsh_span                 word;
    for (size_t at = span.begin; bsh__next_word(text, span.end, &at, &word);) {
        if (memchr("staw", text[word.begin] | 0x20, 4) == NULL) {
            continue; // nearly always
        }
        char         folded[24];
        size_t const n = fold_word(folded, sizeof folded, text, word);
        for (size_t i = 0; i < sizeof said / sizeof said[0]; ++i) {
            if (n == strlen(said[i]) && memcmp(folded, said[i], n) == 0) {
                return true;
            }
        }
    }
    return false;
}

bool bsh__features_has_saying(const char *text, bsh_span span)
{
    bsh_span word;
    for (size_t at = span.begin; bsh__next_word(text, span.end, &at, &word);) {
        char         folded[24];
        size_t const n = fold_word(folded, sizeof folded, text, word);
        if (n > 0 && bsh__verb_class(folded, n) != 0) {
            return true;
        }
    }
    return false;
}

/* ---- shares */

/* A word as the shares see it. */
typedef struct seen_word {
    bool is_function, is_raised, is_long;
} seen_word;

static bool is_stop_word(const char *folded, size_t n)
{
    return n > 0 && (bsh__word_lists(folded, n) & BSH__WORD_STOP) != 0;
}

static uint32_t count_characters(const char *text, bsh_span word)
{
    uint32_t n = 0;
    for (size_t i = word.begin; i < word.end; ++i) {
        n += ((unsigned char) text[i] & 0xC0U) != 0x80U;
    }
    return n;
}

/* "2023" stands among capitals too, as in "Council Budget 2023". */
static seen_word see_any(const char *text, bsh_span word)
{
    char          folded[24];
    size_t const  n = fold_word(folded, sizeof folded, text, word);
    size_t        at = word.begin;
    int32_t const c = bsh__utf8_next(text, word.end, &at);
    return (seen_word){
        .is_function = is_stop_word(folded, n),
        .is_raised = bsh__is_upper(c) || bsh__is_number(c),
        .is_long = count_characters(text, word) >= 4,
    };
}

bsh__shares bsh__features_shares(const char *text, const bsh__paragraph *paragraph)
{
    size_t const limit = 65536;
    size_t const begin = paragraph->span.begin;
    size_t const end =
        paragraph->span.end - begin > limit ? begin + limit : paragraph->span.end;
    unsigned n = 0, n_function = 0, n_raised = 0, n_long = 0, n_long_raised = 0;
    bsh_span word;
    for (size_t at = begin; bsh__next_word(text, end, &at, &word); ++n) {
        seen_word const seen = see_any(text, word);
        bool const      is_content = seen.is_long && !seen.is_function;
        n_function += seen.is_function;
        n_raised += seen.is_raised;
        n_long += is_content;
        n_long_raised += is_content && seen.is_raised;
    }
    if (n == 0) {
        return (bsh__shares){0, 0};
    }
    float const capitals =
        n_long >= 3 ? (float) n_long_raised / (float) n_long : (float) n_raised / (float) n;
    return (bsh__shares){(float) n_function / (float) n, capitals};
}

/* ---- ends */

static unsigned flags_of_sign(int32_t c)
{
    if (c == '.' || c == 0x3002) {
        return BSH__PARAGRAPH_TERMINATED | BSH__PARAGRAPH_STOPPED;
    }
    if (c == '?' || c == 0xFF1F) {
        return BSH__PARAGRAPH_TERMINATED | BSH__PARAGRAPH_ASKS;
    }
    if (bsh__is_end_sign(c)) {
        return BSH__PARAGRAPH_TERMINATED;
    }
    return c == ',' || c == ';' || c == ':' ? BSH__PARAGRAPH_OPEN_END : 0;
}

static unsigned ending_flags(const char *text, bsh_span span)
{
    bool has_quote = false;
    for (size_t at = span.end; at > span.begin;) {
        int32_t const c = bsh__utf8_previous(text, &at);
        if (bsh__is_closing_sign(c)) {
            has_quote = has_quote || (bsh__is_quote_sign(c) && c != '\'' && c != 0x2019);
            continue;
        }
        if (bsh__is_space(c) || bsh__is_transparent(c)) {
            continue;
        }
        unsigned const flags = flags_of_sign(c);
        bool const     bare = (flags & BSH__PARAGRAPH_TERMINATED) == 0;
        return flags | (bare && has_quote ? (unsigned) BSH__PARAGRAPH_QUOTE_END : 0U);
    }
    return 0;
}

static bool is_bullet_sign(int32_t c)
{
    return c < 0x80 ? c == '*' || c == '+'
                    : c == 0x2022 || c == 0xB7 || c == 0x25AA || c == 0x25CF;
}

bsh__bullet bsh__bullet_at(const char *text, bsh_span span)
{
    size_t at = span.begin;
    while (at < span.end && at - span.begin < 4 && text[at] >= '0' && text[at] <= '9') {
        ++at;
    }
    bool const    is_number = at > span.begin;
    int32_t const c = at < span.end ? bsh__utf8_next(text, span.end, &at) : 0;
    if (at >= span.end || !bsh__is_space(bsh__utf8_next(text, span.end, &at))) {
        return BSH__BULLET_NONE;
    }
    if (is_number) {
        return c == '.' || c == ')' ? BSH__BULLET_NUMBER_OR_DASH : BSH__BULLET_NONE;
    }
    if (c == '-' || c == 0x2013) {
        return BSH__BULLET_NUMBER_OR_DASH;
    }
    return is_bullet_sign(c) ? BSH__BULLET_SIGN : BSH__BULLET_NONE;
}

/* ---- all */

/* A text without spaces has half as many words as characters; a name in Chinese makes no
 * Chinese paragraph. */
static unsigned take_ideographs(const char *text, bsh__paragraph *paragraph,
                                uint32_t n_ideographs)
{
    uint32_t const n = n_ideographs > 0 ? count_characters(text, paragraph->span) : 0;
    if (n_ideographs <= n / 3) {
        return 0;
    }
    paragraph->n_words = n / 2 > paragraph->n_words ? n / 2 : paragraph->n_words;
    return BSH__PARAGRAPH_SPACELESS;
}

uint32_t bsh__features_find(const char *text, bsh__paragraph *paragraph,
                            unsigned char *initials)
{
    bsh__scan const scan = bsh__scan_paragraph(text, paragraph->span, initials);
    paragraph->n_words = scan.n_words;
    paragraph->n_sentences = scan.n_sentences;
    paragraph->clues = scan.clues;
    bool const is_item = bsh__bullet_at(text, paragraph->span) != BSH__BULLET_NONE;
    unsigned   flags = scan.flags | ending_flags(text, paragraph->span) |
                     (is_item ? (unsigned) BSH__PARAGRAPH_BULLET : 0U) |
                     take_ideographs(text, paragraph, scan.n_ideographs);
    /* “A bridge too far” alone is a title; behind more words the closing mark ends a sentence.
     */
    bool const closes_sentence =
        (flags & BSH__PARAGRAPH_QUOTE_END) != 0 &&
        (scan.n_words > 12 || bsh__features_has_said(text, paragraph->span));
    paragraph->flags =
        (uint16_t) (flags | (closes_sentence ? (unsigned) BSH__PARAGRAPH_TERMINATED : 0U));
    return scan.n_words;
}
