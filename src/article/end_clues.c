#include "article/end_clues.h"

#include "article/clue_bits.h"
#include "article/clue_words.h"
#include "article/zone_words.h"
#include "base/byte_masks.h"

static bool is_letter_or_digit(char c)
{
    return bsh__is_letter_or_digit((unsigned char) c);
}

static uint32_t lists_of_run(const char *text, size_t begin, size_t end)
{
    return end > begin ? bsh__clue_lists(bsh__clue_word_at(text, begin, end - begin, end)) : 0;
}

#define IF_FIRST(name, place, id)                                                              \
    | (BSH__PLACE_##place == BSH__PLACE_FIRST ? BSH__CLUE_TO(name) : 0U)
#define IF_LAST(name, place, id)                                                               \
    | (BSH__PLACE_##place == BSH__PLACE_LAST ? BSH__CLUE_TO(name) : 0U)
static const uint32_t first_lists = 0U BSH__PHRASE_LIST_MAP(IF_FIRST);
static const uint32_t last_lists = 0U BSH__PHRASE_LIST_MAP(IF_LAST);
#undef IF_FIRST
#undef IF_LAST

/* The first eight letters and digits, whatever stands between them: of "This site uses" they
 * are "thissite".  `word` is the first run, of n bytes, that ends at `at`. */
static bsh__clue_word first_eight(const char *text, bsh__clue_word word, size_t n, size_t at,
                                  size_t end)
{
    for (; at < end && n < 8; ++at) {
        if (is_letter_or_digit(text[at])) {
            word |= (uint64_t) (text[at] | 0x20) << 8 * n++;
        }
    }
    return word;
}

/* Phrases that open with a number ("N comments") have no word to know them by. */
static uint32_t opening_clues(const char *text, bsh_span span)
{
    size_t begin = span.begin;
    while (begin < span.end && !is_letter_or_digit(text[begin])) {
        ++begin;
    }
    size_t const end = bsh__skip_letters(text, begin, span.end);
    if (begin < end && text[begin] <= '9') {
        return first_lists | BSH__CLUE_COUNT;
    }
    size_t const         n = end - begin;
    bsh__clue_word const first = n > 0 ? bsh__clue_word_at(text, begin, n, span.end) : 0;
    bsh__clue_word const eight = first_eight(text, first, n, end, span.end);
    bool const           is_one = n == 3 && first == 0x656E6F;
    return ((bsh__clue_lists(first) | bsh__clue_lists(eight)) & first_lists) |
           (is_one ? (uint32_t) BSH__CLUE_COUNT : 0U);
}

static uint32_t ending_clues(const char *text, bsh_span span)
{
    size_t last_run = span.end;
    while (last_run > span.begin && is_letter_or_digit(text[last_run - 1])) {
        --last_run;
    }
    uint32_t clues = lists_of_run(text, last_run, span.end) & last_lists;
    for (size_t i = span.end; i > span.begin && !is_letter_or_digit(text[i - 1]); --i) {
        clues |= text[i - 1] == ')' ? (uint32_t) BSH__CLUE_PARENTHESIS : 0U;
    }
    char const last = span.end > span.begin ? text[span.end - 1] : ' ';
    bool const is_ago = bsh__lower(last) == 'o' && span.end - last_run == 3;
    return clues | (last == '>' ? (uint32_t) BSH__CLUE_ARROWS : 0U) |
           (last == ']' || is_ago ? (uint32_t) BSH__CLUE_TEASER : 0U);
}

/* A sign of a name, or of what a credit gives in place of one. */
static bool is_name_sign(char c)
{
    return (c >= 'A' && c <= 'Z') || (unsigned char) c >= 0x80 || c == '&' || c == '@';
}

static bsh__stride are_name_signs(bsh__stride c)
{
    return bsh__bytes_between(c, 'A', 'Z') | bsh__bytes_beyond_ascii(c) |
           bsh__bytes_equal(c, '&') | bsh__bytes_equal(c, '@');
}

static bool is_gap(char c)
{
    return c == ' ' || c == '/' || (c >= '\t' && c <= '\r');
}

static bsh__stride are_gaps(bsh__stride c)
{
    return bsh__bytes_between(c, '\t', '\r') | bsh__bytes_equal(c, ' ') |
           bsh__bytes_equal(c, '/');
}

enum { LINK = 3 /* bytes of "de", "of." */ };

/* "Photo: Ana Roe", "Credit...Ana Roe for the Gazette": the last word may end a name. */
static bool may_end_in_name(const char *text, bsh_span span)
{
    size_t at = span.end;
    if (at - span.begin >= BSH__STRIDE) {
        bsh__stride const c = bsh__stride_at(text + at - BSH__STRIDE);
        uint32_t const    gaps = bsh__bits_of_mask(are_gaps(c));
        unsigned const    word = gaps == 0 ? 0 : 32 - (unsigned) __builtin_clz(gaps);
        bool const        has_sign = bsh__bits_of_mask(are_name_signs(c)) >> word != 0;
        if (gaps != 0 || has_sign) {
            return has_sign || BSH__STRIDE - word <= LINK;
        }
        at -= BSH__STRIDE;
    }
    while (at > span.begin && !is_gap(text[at - 1])) {
        if (is_name_sign(text[--at])) {
            return true;
        }
    }
    return span.end - at <= LINK;
}

/* "Photo", "Photograph": a capital, then the small letters of a label. */
static bool is_label(const char *text, size_t n)
{
    static const char labels[][7] = {"Photo", "Credit", "Image"};
    for (size_t i = 0; i < sizeof labels / sizeof labels[0]; ++i) {
        size_t at = 0;
        while (at < n && labels[i][at] != '\0' &&
               (at == 0 ? text[at] : (char) bsh__lower(text[at])) == labels[i][at]) {
            ++at;
        }
        if (labels[i][at] == '\0') {
            return true;
        }
    }
    return false;
}

/* The bytes from `bytes` on with which a label may begin. */
static inline uint32_t may_be_label(const char *bytes)
{
    bsh__stride const c = bsh__stride_at(bytes);
    return bsh__bits_of_mask((bsh__stride) ((c == 'P') | (c == 'C') | (c == 'I')));
}

/* True if a label begins at one of the 16 bytes from `at` on. */
static inline bool has_label_near(const char *text, size_t at, size_t end)
{
    for (uint32_t bits = may_be_label(text + at); bits != 0; bits &= bits - 1) {
        size_t const begin = at + (size_t) __builtin_ctz(bits);
        if (is_label(text + begin, end - begin)) {
            return true;
        }
    }
    return false;
}

static bool has_label(const char *text, bsh_span span)
{
    size_t at = span.begin;
    if (span.end - at >= BSH__STRIDE) {
        size_t const last = span.end - BSH__STRIDE; // what is read twice is the same twice
        for (; at < last; at += BSH__STRIDE) {
            if (has_label_near(text, at, span.end)) {
                return true;
            }
        }
        return has_label_near(text, last, span.end);
    }
    while (at < span.end && !is_label(text + at, span.end - at)) {
        ++at;
    }
    return at < span.end;
}

static bool has_digit(const char *text, bsh_span span)
{
    size_t at = span.begin;
    for (; at + BSH__STRIDE <= span.end; at += BSH__STRIDE) {
        if (bsh__is_any_byte(bsh__bytes_between(bsh__stride_at(text + at), '0', '9'))) {
            return true;
        }
    }
    while (at < span.end && (text[at] < '0' || text[at] > '9')) {
        ++at;
    }
    return at < span.end;
}

/* Clues that are not there without another. */
static uint32_t without_lone(uint32_t clues)
{
    uint32_t const role = BSH__CLUE_TO(AUTHOR_ROLE);
    uint32_t const buy = BSH__CLUE_TO(BUY_VERB);
    uint32_t const without_role =
        (clues & BSH__CLUE_TO(AUTHOR_LINK)) != 0 ? clues : clues & ~role;
    return (clues & BSH__CLUE_CURRENCY) != 0 ? without_role : without_role & ~buy;
}

uint32_t bsh__all_clues(const char *text, bsh_span span, uint32_t n_words, uint32_t found)
{
    enum { MOST_OF_DATE = 14 };
    uint32_t clues = found & ~(first_lists | last_lists);
    clues |= opening_clues(text, span) | ending_clues(text, span);
    if (n_words <= MOST_OF_DATE && has_digit(text, span)) {
        clues |= BSH__CLUE_FIGURE;
    }
    if (may_end_in_name(text, span) && has_label(text, span)) {
        clues |= BSH__CLUE_LABEL;
    }
    return without_lone(clues) | BSH__CLUE_ALWAYS;
}
