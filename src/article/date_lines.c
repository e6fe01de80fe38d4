#include "article/date_lines.h"

#include <string.h>

#include "unicode/characters.h"
#include "unicode/utf8.h"

typedef enum part_kind {
    PART_OTHER,
    PART_TIME,
    PART_ORDINAL, /* the "nd" of "2nd" */
    PART_MONTH,
    PART_DAY,
    PART_YEAR,
    PART_NUMBER
} part_kind;

typedef struct part {
    size_t    begin, end;
    part_kind kind;
    bool      is_joined; /* by - / or . to the one before */
} part;

enum { most_parts = 40 };

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

static bool is_letter(char c)
{
    return c >= 'a' && c <= 'z';
}

/* "may", "september", "sept" */
static bool is_month(const char *word, size_t n)
{
    static const char *const months[] = {"january",   "february", "march",    "april",
                                         "may",       "june",     "july",     "august",
                                         "september", "october",  "november", "december"};
    for (size_t i = 0; i < sizeof months / sizeof months[0]; ++i) {
        size_t const full = strlen(months[i]);
        bool const   is_long_enough = n == 3 || n == full || (n == 4 && i == 8);
        if (is_long_enough && n <= full && memcmp(word, months[i], n) == 0) {
            return true;
        }
    }
    return false;
}

static part_kind number_kind(const char *digits, size_t n)
{
    unsigned value = 0;
    for (size_t i = 0; i < n && i < 6; ++i) {
        value = value * 10 + (unsigned) (digits[i] - '0');
    }
    if (n == 4 && value >= 1900 && value < 2100) {
        return PART_YEAR;
    }
    return n <= 2 && value >= 1 && value <= 31 ? PART_DAY : PART_NUMBER;
}

static bool is_ordinal_end(const char *word, size_t n)
{
    return n == 2 && (memcmp(word, "st", 2) == 0 || memcmp(word, "nd", 2) == 0 ||
                      memcmp(word, "rd", 2) == 0 || memcmp(word, "th", 2) == 0);
}

static part_kind word_kind(const bsh__even *even, size_t begin, size_t end)
{
    const char *const word = even->lower + begin;
    if (is_month(word, end - begin)) {
        return PART_MONTH;
    }
    bool const is_time = (bsh__word_lists(word, end - begin) & BSH__WORD_TIME_WORD) != 0 ||
                         bsh__phrase_at(BSH__PHRASE_TIMESTAMP_OPENER, even, begin, NULL);
    return is_time || end - begin == 1 ? PART_TIME : PART_OTHER;
}

/* Reads one run of digits or of letters; others are stepped over. */
static bool next_part(const bsh__even *even, size_t *at, part *out)
{
    const char *const s = even->lower;
    size_t const      from = *at;
    while (*at < even->n && !is_digit(s[*at]) && !is_letter(s[*at])) {
        ++*at;
    }
    size_t const begin = *at;
    if (begin == even->n) {
        return false;
    }
    bool const number = is_digit(s[begin]);
    while (*at < even->n && (number ? is_digit(s[*at]) : is_letter(s[*at]))) {
        ++*at;
    }
    out->begin = begin;
    out->end = *at;
    out->kind = number ? number_kind(s + begin, *at - begin) : word_kind(even, begin, *at);
    out->is_joined = begin == from + 1 && strchr("-/.", s[from]) != NULL;
    if (!number && begin == from && from > 0 && is_digit(s[from - 1])) {
        out->kind = is_ordinal_end(s + begin, *at - begin) ? PART_ORDINAL : PART_TIME;
    }
    return true;
}

static bool is_word(const bsh__even *even, const part *p, const char *word)
{
    return strlen(word) == p->end - p->begin &&
           memcmp(even->lower + p->begin, word, p->end - p->begin) == 0;
}

/* True if a date begins at part `i`. */
static bool is_date_at(const part *p, size_t n)
{
    bool const is_small = p[0].kind == PART_DAY;
    if (n >= 3 && p[1].is_joined && p[2].is_joined) { // 2023-05-02, 2/5/2023, 2.5.23
        return (p[0].kind == PART_YEAR && p[1].kind == PART_DAY && p[2].kind == PART_DAY) ||
               (is_small && p[1].kind == PART_DAY &&
                (p[2].kind == PART_YEAR || p[2].kind == PART_DAY));
    }
    return n >= 2 &&
           ((p[0].kind == PART_MONTH && (p[1].kind == PART_DAY || p[1].kind == PART_YEAR)) ||
            (is_small && p[1].kind == PART_MONTH));
}

bool bsh__is_date_line(const bsh__even *even)
{
    part   parts[most_parts];
    size_t n = 0;
    size_t at = even->first;
    while (n < most_parts && next_part(even, &at, &parts[n])) {
        n += parts[n].kind != PART_ORDINAL;
    }
    unsigned n_other = 0;
    bool     has_date = false;
    bool     has_year = false;
    for (size_t i = 0; i < n; ++i) {
        bool const is_ago =
            is_word(even, &parts[i], "ago") && i >= 2 && parts[i - 2].kind >= PART_DAY;
        bool const is_date = is_date_at(parts + i, n - i);
        has_date = has_date || is_date || is_ago;
        has_year = has_year || parts[i].kind == PART_YEAR || is_ago || parts[i].is_joined;
        n_other += parts[i].kind == PART_OTHER;
    }
    return has_date && n < most_parts && n_other <= (has_year ? 3U : 0U);
}
