/* What the zone rules look at in a paragraph: words, sentence ends, capitals. */
#ifndef BSH_ARTICLE_FEATURES_H
#define BSH_ARTICLE_FEATURES_H

#include "base/byte_masks.h"
#include "article/zones.h"

/* Sets n_words, n_sentences, clues and flags of a paragraph whose span is set, and writes the
 * initials of its words, as many as are returned (of a text without spaces n_words is more). */
uint32_t bsh__features_find(const char *text, bsh__paragraph *paragraph,
                            unsigned char *initials);

/* Shares that only paragraphs without a sentence end are asked for, 0 to 1.  Long paragraphs
 * are judged by their first 64 KiB. */
typedef struct bsh__shares {
    float function_words; /* of all words */
    float capitals;       /* of words of four letters or more that are no function words; of all
                             words if there are fewer than three such */
} bsh__shares;
bsh__shares bsh__features_shares(const char *text, const bsh__paragraph *paragraph);

/* What a line opens with: a sign that can be nothing but a bullet; or a dash or number, which
 * may also be prose that was wrapped there ("... in" / "1998. The bridge ..."). */
typedef enum bsh__bullet {
    BSH__BULLET_NONE,
    BSH__BULLET_SIGN,
    BSH__BULLET_NUMBER_OR_DASH
} bsh__bullet;
bsh__bullet bsh__bullet_at(const char *text, bsh_span span);

/* True if a word of saying is in it: said, says, told, added, asked, wrote. */
bool bsh__features_has_said(const char *text, bsh_span span);

/* True if a verb of saying in any form is in it: reports, writes, claimed. */
bool bsh__features_has_saying(const char *text, bsh_span span);

/* Finds the next word at or behind *at, which moves behind it; false if there is none before
 * `end`.
 *
 * This is a cheap notion of word, for zone rules only: letters, digits and _, then also
 * apostrophes, hyphens and marks inside. */
bool bsh__next_word(const char *text, size_t end, size_t *at, bsh_span *word);

/* Of ASCII. */
static inline bool bsh__is_letter_or_digit(unsigned char c)
{
    return (unsigned char) ((c | 0x20) - 'a') < 26 || (unsigned char) (c - '0') < 10;
}

/* Behind the letters and digits of ASCII from `at` on. */
static inline size_t bsh__skip_letters(const char *text, size_t at, size_t end)
{
    while (at + BSH__STRIDE <= end) {
        uint32_t const others = bsh__bits_of_mask(~bsh__bytes_alphanumeric(bsh__stride_at(text + at)));
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

/* The next letter or digit, ASCII in lower case, at or behind *at, which moves behind it; 0 if
 * there is none before `end`. */
int32_t bsh__next_sign(const char *text, size_t end, size_t *at);

/* True if two stretches have the same letters and digits in the same order. */
bool bsh__has_same_signs(bsh_string a, bsh_string b);

#endif
