#include "segment/spoken_numbers.h"

#include <stdbool.h>
#include <stdint.h>
#include <string.h>

#include "segment/punctuation.h"
#include "unicode/characters.h"
#include "unicode/utf8.h"

/* zero one two ... nineteen */
static const uint8_t small_numbers[20] = {2, 1, 1, 1, 1, 1, 1, 2, 1, 1,
                                          1, 3, 1, 2, 2, 2, 2, 3, 2, 2};

/* "", ten, twenty ... ninety; "seventy" has three */
static const uint8_t tens[10] = {0, 1, 2, 2, 2, 2, 2, 3, 2, 2};

enum { HUNDRED = 2, POWER_OF_1000 = 2, POINT = 1, MAX_DIGITS = 15 };

static unsigned below_100(unsigned number)
{
    if (number < 20) {
        return small_numbers[number];
    }
    return tens[number / 10] + (number % 10 == 0 ? 0U : small_numbers[number % 10]);
}

static unsigned below_1000(unsigned number)
{
    if (number < 100) {
        return below_100(number);
    }
    unsigned const rest = number % 100;
    return small_numbers[number / 100] + HUNDRED + (rest == 0 ? 0 : below_100(rest));
}

static unsigned whole_number(uint64_t number)
{
    if (number < 1000) {
        return below_1000((unsigned) number);
    }
    unsigned n = 0;
    for (unsigned power = 0; number > 0; number /= 1000, ++power) {
        unsigned const group = (unsigned) (number % 1000);
        if (group != 0) {
            n += below_1000(group) + (power == 0 ? 0 : POWER_OF_1000);
        }
    }
    return n;
}

/* "1984" is nineteen eighty-four, "1905" nineteen oh five, "1500" fifteen hundred. */
static unsigned year(unsigned number)
{
    unsigned const rest = number % 100;
    unsigned const oh = rest > 0 && rest < 10 ? 1 : 0;
    return below_100(number / 100) + (rest == 0 ? HUNDRED : oh + below_100(rest));
}

static bool is_ascii_letter(char c)
{
    return bsh__is_capital(c) || bsh__is_small(c);
}

typedef struct reader {
    const char *text;
    size_t      n, at;
    unsigned    syllables;
    bool        has_currency; /* a currency sign stands before the figures */
} reader;

static char peek(const reader *r, size_t ahead)
{
    return ahead < r->n - r->at ? r->text[r->at + ahead] : '\0';
}

/* A whole number as it stands in the text. */
typedef struct figures {
    uint64_t value;
    unsigned n_digits;
    unsigned digit_syllables; /* read digit by digit */
    bool     has_leading_zero, has_commas;
} figures;

static bool is_thousands_comma(const reader *r)
{
    return peek(r, 0) == ',' && bsh__is_digit(peek(r, 1)) && bsh__is_digit(peek(r, 2)) &&
           bsh__is_digit(peek(r, 3)) && !bsh__is_digit(peek(r, 4));
}

static figures read_figures(reader *r)
{
    figures f = {.has_leading_zero = peek(r, 0) == '0' && bsh__is_digit(peek(r, 1))};
    while (bsh__is_digit(peek(r, 0)) || is_thousands_comma(r)) {
        if (peek(r, 0) == ',') {
            f.has_commas = true;
            ++r->at;
        }
        unsigned const digit = (unsigned) (peek(r, 0) - '0');
        if (f.n_digits < MAX_DIGITS) {
            f.value = f.value * 10 + digit;
        }
        ++f.n_digits;
        f.digit_syllables += small_numbers[digit];
        ++r->at;
    }
    return f;
}

static unsigned ordinal_extra(const reader *r, uint64_t value)
{
    unsigned const rest = (unsigned) (value % 100);
    char const     first = peek(r, 0), second = peek(r, 1);
    bool const is_ordinal = !is_ascii_letter(peek(r, 2)) && ((first == 't' && second == 'h') ||
                                                             (first == 'n' && second == 'd'));
    bool const is_longer = (rest % 10 == 2 && rest != 12) || (rest >= 20 && rest % 10 == 0);
    return is_ordinal && is_longer ? 1 : 0; // two, second; thirty, thirtieth
}

/* What stands behind a whole number after a stop: "four dollars twenty", else digit by digit.
 */
static void read_decimals(reader *r)
{
    ++r->at;
    size_t const begin = r->at;
    unsigned     n = 0;
    while (bsh__is_digit(peek(r, 0))) {
        n += small_numbers[peek(r, 0) - '0'];
        ++r->at;
    }
    bool const is_cents = r->has_currency && r->at - begin == 2 && !is_ascii_letter(peek(r, 0));
    if (is_cents) {
        unsigned const cents =
            (unsigned) (r->text[begin] - '0') * 10 + (unsigned) (r->text[begin + 1] - '0');
        r->syllables += cents == 0 ? 0 : below_100(cents);
    } else {
        r->syllables += POINT + n;
    }
}

/* Minutes, and years without their century: "10:05" ten oh five, "10:00" ten o'clock, "'05" oh
 * five; "007" is read as it stands. */
static bool is_oh(const reader *r, size_t begin, const figures *f)
{
    return f->has_leading_zero && f->n_digits == 2 && begin > 0 &&
           (r->text[begin - 1] == ':' || r->text[begin - 1] == '\'');
}

/* "1100" to "2099" but for 2000 to 2009: two thousand five. */
static bool is_year(const reader *r, const figures *f)
{
    return f->n_digits == 4 && !f->has_commas && !r->has_currency && f->value >= 1100 &&
           f->value < 2100 && (f->value < 2000 || f->value >= 2010);
}

static void read_number(reader *r)
{
    size_t const  begin = r->at;
    figures const f = read_figures(r);
    bool const    has_decimals = peek(r, 0) == '.' && bsh__is_digit(peek(r, 1));
    if (is_oh(r, begin, &f)) {
        r->syllables += f.value == 0 ? 2U : 1U + small_numbers[f.value];
    } else if (f.n_digits > MAX_DIGITS || f.has_leading_zero) {
        r->syllables += f.digit_syllables;
    } else {
        r->syllables +=
            !has_decimals && is_year(r, &f) ? year((unsigned) f.value) : whole_number(f.value);
        r->syllables += ordinal_extra(r, f.value);
    }
    while (peek(r, 0) == '.' && bsh__is_digit(peek(r, 1))) {
        read_decimals(r);
    }
    r->has_currency = false;
}

unsigned bsh__spoken_letter_syllables(int c)
{
    return c == 'w' || c == 'W' ? 3 : 1;
}

/* Letters behind figures; "1990s" nineteen nineties, "4th" fourth, "5m" five million. */
static void read_letters(reader *r)
{
    static const char *const silent[] = {"s", "st", "nd", "rd", "th"};
    static const char *const powers[] = {"bn", "tn", "m", "k", "b"};
    size_t const             begin = r->at;
    unsigned                 n = 0;
    while (is_ascii_letter(peek(r, 0))) {
        n += bsh__spoken_letter_syllables(peek(r, 0));
        ++r->at;
    }
    size_t const      length = r->at - begin;
    const char *const word = r->text + begin;
    bool const        is_after_figure = begin > 0 && bsh__is_digit(word[-1]);
    for (size_t i = 0; is_after_figure && i < 5; ++i) {
        if (strlen(silent[i]) == length && memcmp(silent[i], word, length) == 0) {
            n = 0;
        }
        if (strlen(powers[i]) == length && memcmp(powers[i], word, length) == 0) {
            n = POWER_OF_1000;
        }
    }
    r->syllables += n;
}

/* "2½" two and a half; "½" one half. */
static unsigned fraction(int32_t c, bool is_after_figure)
{
    switch (c) {
    case 0xBD:
        return is_after_figure ? 3 : 2;
    case 0xBC:
        return is_after_figure ? 4 : 3;
    case 0xBE:
        return is_after_figure ? 4 : 3;
    default:
        return bsh__is_number(c) ? 1 : 0;
    }
}

static unsigned currency(int32_t c)
{
    return c == 0xA3 || c == 0xA5 ? 1 : 2; // pounds, yen; dollars, euros
}

static unsigned sign(int32_t c)
{
    switch (c) {
    case '%':
    case '#':
    case 0xB0:   // degrees
    case 0x2030: // per mill
    case 0x2033: // inches
        return 2;
    case 0x2032: // feet
    case '&':
        return 1;
    default:
        return 0;
    }
}

static void read_mark(reader *r)
{
    bool const    is_after_figure = r->at > 0 && bsh__is_digit(r->text[r->at - 1]);
    int32_t const c = bsh__utf8_next(r->text, r->n, &r->at);
    if (bsh__is_currency(c)) {
        r->has_currency = true;
        r->syllables += currency(c);
    } else if (bsh__is_word_joiner(c)) {
        r->syllables +=
            is_after_figure && bsh__is_digit(peek(r, 0)) ? 1 : 0; // eighteen to forty-nine
    } else {
        r->syllables += fraction(c, is_after_figure) + sign(c);
    }
}

unsigned bsh__spoken_number_syllables(const char *text, size_t n_bytes)
{
    reader r = {.text = text, .n = n_bytes};
    while (r.at < r.n) {
        if (bsh__is_digit(peek(&r, 0))) {
            read_number(&r);
        } else if (is_ascii_letter(peek(&r, 0))) {
            read_letters(&r);
        } else {
            read_mark(&r);
        }
    }
    return r.syllables == 0 ? 1 : r.syllables;
}
