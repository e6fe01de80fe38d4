#include "article/phrase_match.h"

#include <string.h>

#include "article/zone_words.h"
#include "base/byte_masks.h"
#include "unicode/characters.h"
#include "unicode/utf8.h"

/* ---- making even */

static bool is_double_quote(int32_t c)
{
    return c == 0x201C || c == 0x201D || c == 0x201E || c == 0xAB;
}

/* Both texts as they grow; there is room for what is left. */
typedef struct writer {
    char  *plain, *lower;
    size_t n;
} writer;

static inline void put(writer *w, char c)
{
    w->plain[w->n] = w->lower[w->n] = c;
    ++w->n;
}

static inline void put_space(writer *w)
{
    if (w->n > 0 && w->plain[w->n - 1] != ' ') {
        put(w, ' ');
    }
}

/* A character that is no printable ASCII, at [begin, end) of `text`. */
static void put_other(writer *w, const char *text, size_t begin, size_t end, int32_t c)
{
    if (bsh__is_space(c)) {
        put_space(w);
    } else if (c == 0x2018 || c == 0x2019) {
        put(w, '\'');
    } else if (is_double_quote(c)) {
        put(w, '"');
    } else if (!bsh__is_transparent(c)) {
        while (begin < end) {
            put(w, text[begin++]);
        }
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

/* Copies up to 16 bytes, to the first that is not printable or may be a blank behind a blank;
 * returns how many.  There are 16, and one before them. */
static size_t put_printable(writer *w, const char *bytes)
{
    bsh__stride const c = bsh__stride_at(bytes);
    bsh__stride const before = bsh__stride_at(bytes - 1);
    bsh__stride const is_capital = (bsh__stride) (c - 'A' < 26);
    bsh__stride const lower = c | (is_capital & 0x20);
    memcpy(w->plain + w->n, &c, sizeof c);
    memcpy(w->lower + w->n, &lower, sizeof lower);
    uint32_t const others = bsh__bits_of_mask(
        (bsh__stride) ((c < ' ') | (c >= 0x7F) | ((c == ' ') & (before <= ' '))));
    size_t const n = others == 0 ? BSH__STRIDE : (size_t) __builtin_ctz(others);
    w->n += n;
    return n;
}

bool bsh__even_make(bsh__even *out, bsh__buffer *plain, bsh__buffer *lower, const char *text,
                    bsh_span span)
{
    bsh__buffer_clear(plain);
    bsh__buffer_clear(lower);
    size_t const n_bytes = span.end - span.begin;
    size_t const n_most = n_bytes < bsh__even_most ? n_bytes : bsh__even_most + 4;
    if (!bsh__buffer_reserve(plain, n_most) || !bsh__buffer_reserve(lower, n_most)) {
        return false;
    }
    writer       w = {plain->data, lower->data, 0};
    size_t const stop = n_bytes < bsh__even_most ? span.end : span.begin + bsh__even_most;
    size_t       i = span.begin;
    while (i < stop) {
        bool const is_inside = i > span.begin && i + BSH__STRIDE <= stop;
        i += is_inside && (unsigned char) text[i - 1] < 0x80 ? put_printable(&w, text + i) : 0;
        if (i == stop) {
            break;
        }
        unsigned char const c = (unsigned char) text[i];
        if (c > ' ' && c < 0x7F) {
            unsigned const is_capital = (unsigned) c - 'A' < 26;
            w.plain[w.n] = (char) c;
            w.lower[w.n++] = (char) (c | is_capital << 5);
            ++i;
        } else if (c == ' ') {
            put_space(&w);
            ++i;
        } else {
            size_t const  begin = i;
            int32_t const other = bsh__utf8_next(text, span.end, &i);
            put_other(&w, text, begin, i, other);
        }
    }
    *out = (bsh__even){w.plain, w.lower, w.n, skip_ornaments(w.plain, w.n), i < span.end};
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
        if (*phrase == ' ' && phrase[1] == '.' && strcmp(phrase, " ...") == 0) {
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

/* The first of sorted phrases, all of which begin with one letter, whose second sign is not
 * below a sign. */
static size_t first_near(const char *const *phrases, size_t n, char second)
{
    size_t begin = 0;
    while (n > 0) {
        size_t const half = n / 2;
        bool const is_below = (unsigned char) phrases[begin + half][1] < (unsigned char) second;
        begin += is_below ? half + 1 : 0;
        n = is_below ? n - half - 1 : half;
    }
    return begin;
}

static size_t longer(size_t a, size_t b)
{
    return a > b ? a : b;
}

/* False for nearly every phrase of which a text has the first two signs; of one sign, "x", this
 * is not asked. */
static bool may_have_third(const char *phrase, char third)
{
    char const wanted = phrase[2];
    return wanted == third || wanted == 'N' || wanted == ' ' || wanted == '\0';
}

/* The longest match at `at` among the phrases that begin with a letter. */
static size_t match_from_letter(bsh__phrase_list list, const bsh__even *even, size_t at)
{
    size_t                   n = 0;
    const char *const *const phrases = bsh__phrases_from(list, even->lower[at], &n);
    char const               second = at + 1 < even->n ? even->lower[at + 1] : '\0';
    size_t                   longest = 0;
    if (n > 0 && phrases[0][1] == '\0') { // "x"
        longest = match_one(phrases[0], even, at);
    }
    if (second == '\0') {
        return longest;
    }
    char const third = at + 2 < even->n ? even->lower[at + 2] : '\0';
    for (size_t i = first_near(phrases, n, second); i < n && phrases[i][1] == second; ++i) {
        if (may_have_third(phrases[i], third)) {
            longest = longer(longest, match_one(phrases[i], even, at));
        }
    }
    return longest;
}

/* The same of the phrases that begin with another sign, or with N. */
static size_t match_from(bsh__phrase_list list, const bsh__even *even, size_t at, char first)
{
    size_t                   n = 0;
    const char *const *const phrases = bsh__phrases_from(list, first, &n);
    char const               second = at + 1 < even->n ? even->lower[at + 1] : '\0';
    size_t                   longest = 0;
    for (size_t i = 0; i < n; ++i) {
        char const wanted = phrases[i][1];
        bool const is_near = first == 'N' || wanted == second || wanted == '\0';
        if (is_near && phrases[i][0] == first) {
            longest = longer(longest, match_one(phrases[i], even, at));
        }
    }
    return longest;
}

bool bsh__phrase_at(bsh__phrase_list list, const bsh__even *even, size_t at, size_t *end)
{
    if (at >= even->n) {
        return false;
    }
    char const first = even->lower[at];
    size_t     longest = first >= 'a' && first <= 'z' ? match_from_letter(list, even, at)
                                                      : match_from(list, even, at, first);
    if (is_digit(first)) {
        longest = longer(longest, match_from(list, even, at, 'N'));
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

/* Where the next word may begin, behind the character at `at`; the end if none does. */
static size_t next_start(const bsh__even *even, size_t at)
{
    while (at < even->n) {
        unsigned char const c = (unsigned char) even->lower[at];
        if (bsh__is_letter_or_digit(c)) {
            at = bsh__skip_letters(even->lower, at, even->n);
        } else if (c < 0x80) {
            return at + 1;
        } else if (!bsh__is_word_character(bsh__utf8_next(even->plain, even->n, &at))) {
            return at;
        }
    }
    return at;
}

bool bsh__phrase_inside(bsh__phrase_list list, const bsh__even *even, size_t from,
                        size_t *begin, size_t *end)
{
    for (size_t at = from; at < even->n; at = next_start(even, at)) {
        if (bsh__phrase_at(list, even, at, end)) {
            *begin = at;
            return true;
        }
    }
    return false;
}
