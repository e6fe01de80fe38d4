#include "article/phrase_match.h"

#include <string.h>

#include "unicode/characters.h"
#include "unicode/utf8.h"

/* ---- making even */

static bool is_double_quote(int32_t c)
{
    return c == 0x201C || c == 0x201D || c == 0x201E || c == 0xAB;
}

/* Appends a character that stands at [begin, end) of `text`; there is room for it. */
static void add_even(bsh__buffer *plain, const char *text, size_t begin, size_t end, int32_t c)
{
    if (c > ' ' && c < 0x7F) {
        plain->data[plain->n++] = (char) c;
    } else if (bsh__is_space(c)) {
        if (plain->n > 0 && plain->data[plain->n - 1] != ' ') {
            plain->data[plain->n++] = ' ';
        }
    } else if (c == 0x2018 || c == 0x2019) {
        plain->data[plain->n++] = '\'';
    } else if (is_double_quote(c)) {
        plain->data[plain->n++] = '"';
    } else if (!bsh__is_transparent(c)) {
        memcpy(plain->data + plain->n, text + begin, end - begin);
        plain->n += end - begin;
    }
}

/* Bullets, arrows, pictures of play buttons: what a site puts before its links. */
static bool is_ornament(int32_t c)
{
    if (c < 0x80) {
        return strchr(" [(*|+-></:", (char) c) != NULL;
    }
    return c == 0xBB || c == 0x203A || c == 0x2022 || c == 0xB7 || c == 0x2013 || c == 0x2014 ||
           (c >= 0x2190 && c <= 0x21FF) || (c >= 0x25A0 && c <= 0x25FF) ||
           (c >= 0x2700 && c <= 0x27BF);
}

static size_t skip_ornaments(const char *plain, size_t n)
{
    for (size_t i = 0; i < n;) {
        size_t const begin = i;
        if (!is_ornament(bsh__utf8_next(plain, n, &i))) {
            return begin;
        }
    }
    return 0;
}

bool bsh__even_make(bsh__even *out, bsh__buffer *plain, bsh__buffer *lower, const char *text,
                    bsh_span span)
{
    bsh__buffer_clear(plain);
    bsh__buffer_clear(lower);
    size_t const n_bytes = span.end - span.begin;
    if (!bsh__buffer_reserve(plain, n_bytes < bsh__even_most ? n_bytes : bsh__even_most + 4)) {
        return false;
    }
    size_t i = span.begin;
    while (i < span.end && i - span.begin < bsh__even_most) {
        size_t const  begin = i;
        int32_t const c = bsh__utf8_next(text, span.end, &i);
        add_even(plain, text, begin, i, c);
    }
    bsh__buffer_add(lower, plain->data, plain->n);
    if (plain->has_failed || lower->has_failed) {
        return false;
    }
    for (size_t k = 0; k < lower->n; ++k) {
        char const c = lower->data[k];
        lower->data[k] = (char) (c >= 'A' && c <= 'Z' ? c | 0x20 : c);
    }
    *out = (bsh__even){plain->data, lower->data, plain->n, 0, i < span.end};
    out->first = skip_ornaments(out->plain, out->n);
    return true;
}

int32_t bsh__even_at(const bsh__even *even, size_t at)
{
    return at < even->n ? bsh__utf8_next(even->plain, even->n, &at) : 0;
}

/* ---- phrases */

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

static size_t skip_number(const bsh__even *even, size_t at)
{
    size_t end = at;
    while (at < even->n &&
           (is_digit(even->lower[at]) || even->lower[at] == ',' || even->lower[at] == '.')) {
        ++at;
        end = is_digit(even->lower[at - 1]) ? at : end;
    }
    return end;
}

/* "share" must not be found in "shares", nor "ap" in "apex"; "image:" needs no gap behind it.
 */
static bool is_gap(const bsh__even *even, size_t before, size_t at)
{
    size_t        i = before;
    int32_t const last = bsh__utf8_previous(even->plain, &i);
    return !bsh__is_word_character(last) || !bsh__is_word_character(bsh__even_at(even, at));
}

/* The end of a phrase at `at`, or 0. */
static size_t match_one(const char *phrase, const bsh__even *even, size_t at)
{
    size_t const begin = at;
    for (; *phrase != '\0'; ++phrase) {
        if (*phrase == ' ' && strcmp(phrase, " ...") == 0) {
            return at == even->n || is_gap(even, at, at) ? even->n : 0;
        }
        if (*phrase == 'N') {
            size_t const end = skip_number(even, at);
            if (end == at) {
                return 0;
            }
            at = end;
        } else if (at < even->n && even->lower[at] == *phrase) {
            ++at;
        } else {
            return 0;
        }
    }
    return at > begin && is_gap(even, at, at) ? at : 0;
}

/* Index of the first phrase that is not below the two bytes. */
static size_t lower_bound(const char *const *phrases, size_t n, unsigned first, unsigned second)
{
    unsigned const key = first << 8 | second;
    size_t         low = 0;
    while (n > 0) {
        size_t const      half = n / 2;
        const char *const phrase = phrases[low + half];
        if (((unsigned) (unsigned char) phrase[0] << 8 | (unsigned char) phrase[1]) < key) {
            low += half + 1;
            n -= half + 1;
        } else {
            n = half;
        }
    }
    return low;
}

/* The longest match among the phrases that begin with two bytes. */
static size_t match_pair(bsh__phrase_list list, const bsh__even *even, size_t at, char first,
                         char second)
{
    size_t                   n = 0;
    const char *const *const phrases = bsh__phrases(list, &n);
    size_t                   longest = 0;
    for (size_t i = lower_bound(phrases, n, (unsigned char) first, (unsigned char) second);
         i < n && phrases[i][0] == first && (phrases[i][1] == second || second == '\0'); ++i) {
        size_t const end = match_one(phrases[i], even, at);
        longest = end > longest ? end : longest;
    }
    return longest;
}

/* A phrase of one letter ("x") at `at`. */
static size_t match_single(bsh__phrase_list list, const bsh__even *even, size_t at)
{
    size_t                   n = 0;
    const char *const *const phrases = bsh__phrases(list, &n);
    size_t const             i = lower_bound(phrases, n, (unsigned char) even->lower[at], 0);
    bool const is_single = i < n && phrases[i][0] == even->lower[at] && phrases[i][1] == '\0';
    return is_single ? match_one(phrases[i], even, at) : 0;
}

bool bsh__phrase_at(bsh__phrase_list list, const bsh__even *even, size_t at, size_t *end)
{
    if (at >= even->n) {
        return false;
    }
    size_t longest = match_single(list, even, at);
    if (at + 1 < even->n) {
        size_t const pair = match_pair(list, even, at, even->lower[at], even->lower[at + 1]);
        longest = pair > longest ? pair : longest;
    }
    if (is_digit(even->lower[at])) { // a second byte of 0: all phrases that begin with a number
        size_t const number = match_pair(list, even, at, 'N', '\0');
        longest = number > longest ? number : longest;
    }
    if (longest > 0 && end != NULL) {
        *end = longest;
    }
    return longest > 0;
}

bool bsh__phrase_opens(bsh__phrase_list list, const bsh__even *even, size_t *end)
{
    return bsh__phrase_at(list, even, even->first, end) ||
           (even->first > 0 && bsh__phrase_at(list, even, 0, end));
}

bool bsh__phrase_is_all(bsh__phrase_list list, const bsh__even *even)
{
    size_t end = 0;
    if (even->is_cut || !bsh__phrase_opens(list, even, &end)) {
        return false;
    }
    while (end < even->n) {
        if (bsh__is_word_character(bsh__utf8_next(even->plain, even->n, &end))) {
            return false;
        }
    }
    return true;
}

bool bsh__phrase_inside(bsh__phrase_list list, const bsh__even *even, size_t from,
                        size_t *begin, size_t *end)
{
    bool is_start = true;
    for (size_t at = from; at < even->n;) {
        if (is_start && bsh__phrase_at(list, even, at, end)) {
            *begin = at;
            return true;
        }
        is_start = !bsh__is_word_character(bsh__utf8_next(even->plain, even->n, &at));
    }
    return false;
}
