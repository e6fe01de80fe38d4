/* Words, letters and digits as the zone rules see them: a cheap notion, of ASCII first. */
#ifndef BSH_ARTICLE_ZONE_WORDS_H
#define BSH_ARTICLE_ZONE_WORDS_H

#include <broadsheet/base.h>

#include "base/byte_masks.h"

/* Of ASCII. */
static inline bool bsh__is_letter_or_digit(unsigned char c)
{
    return (unsigned char) ((c | 0x20) - 'a') < 26 || (unsigned char) (c - '0') < 10;
}

/* A capital of ASCII in lower case; any other byte as it is. */
static inline unsigned char bsh__lower(char c)
{
    return (unsigned char) (c >= 'A' && c <= 'Z' ? c | 0x20 : c);
}

/* Behind the letters and digits of ASCII from `at` on. */
static inline size_t bsh__skip_letters(const char *text, size_t at, size_t end)
{
    while (at + BSH__STRIDE <= end) {
        uint32_t const others =
            bsh__bits_of_mask(~bsh__bytes_alphanumeric(bsh__stride_at(text + at)));
        if (others != 0) {
            return at + (size_t) __builtin_ctz(others);
        }
        at += BSH__STRIDE;
    }
    while (at < end && bsh__is_letter_or_digit((unsigned char) text[at])) {
        ++at;
    }
    return at;
}

static inline bool bsh__is_ascii_word(unsigned char c)
{
    return bsh__is_letter_or_digit(c) || c == '_';
}

/* Of ASCII, and in no word but for apostrophes and hyphens. */
static inline bool bsh__is_ascii_gap(unsigned char c)
{
    return c < 0x80 && !bsh__is_ascii_word(c);
}

static inline size_t bsh__skip_ascii_gaps(const char *text, size_t at, size_t end)
{
    while (at < end && bsh__is_ascii_gap((unsigned char) text[at])) {
        ++at;
    }
    return at;
}

/* Bytes of the word at `at` if it is a short one of letters and digits of ASCII, as most are;
 * else 0. */
static inline unsigned bsh__plain_word_bytes(const char *text, size_t at, size_t end)
{
    if (at + BSH__STRIDE > end) {
        return 0;
    }
    uint32_t const others =
        bsh__bits_of_mask(~bsh__bytes_alphanumeric(bsh__stride_at(text + at)));
    unsigned const      n = others == 0 ? 0 : (unsigned) __builtin_ctz(others);
    unsigned char const behind = (unsigned char) text[at + n];
    return bsh__is_ascii_gap(behind) && behind != '\'' && behind != '-' ? n : 0;
}

/* Finds the next word at or behind *at, which moves behind it; false if there is none before
 * `end`.
 *
 * This is a cheap notion of word, for zone rules only: letters, digits and _, then also
 * apostrophes, hyphens and marks inside. */
bool bsh__next_word(const char *text, size_t end, size_t *at, bsh_span *word);

/* What bsh__next_sign finds behind other signs, or beyond ASCII. */
int32_t bsh__next_far_sign(const char *text, size_t end, size_t *at);

/* The next letter or digit, ASCII in lower case, at or behind *at, which moves behind it; 0 if
 * there is none before `end`.  Nearly always it stands there. */
static inline int32_t bsh__next_sign(const char *text, size_t end, size_t *at)
{
    if (*at < end && bsh__is_letter_or_digit((unsigned char) text[*at])) {
        return (unsigned char) text[(*at)++] | 0x20;
    }
    return bsh__next_far_sign(text, end, at);
}

/* True if two stretches have the same letters and digits in the same order. */
bool bsh__has_same_signs(bsh_string a, bsh_string b);

#endif
