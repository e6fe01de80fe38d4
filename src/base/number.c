/* Numbers as text: the same bytes in every locale, the fewest digits that read back exactly. */
#include <broadsheet/text.h>

#include <float.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum {
    EXACT_DIGITS = 17, /* always enough to tell a double from its neighbours */
    SAFE_DIGITS =
        DBL_DIG /* a decimal of so many digits survives the way into a double and back */
};

/* d[0].d[1]d[2]... times 10 to the `exponent`; no zeros at the end but in "0". */
typedef struct decimal {
    char digits[24];
    int  n_digits;
    int  exponent;
} decimal;

static bool is_same(double a, double b)
{
    return memcmp(&a, &b, sizeof a) == 0;
}

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

static void strip_zeros(decimal *out)
{
    while (out->n_digits > 1 && out->digits[out->n_digits - 1] == '0') {
        --out->n_digits;
    }
}

/* Reads what printf wrote.  Whatever stands between the digits is skipped: a host program may
 * have set a locale in which it is "4,84e+01". */
static void read_scientific(decimal *out, const char *text)
{
    out->n_digits = 0;
    for (; *text != '\0' && *text != 'e'; ++text) {
        if (is_digit(*text)) {
            out->digits[out->n_digits++] = *text;
        }
    }
    out->exponent = *text == 'e' ? (int) strtol(text + 1, NULL, 10) : 0;
    strip_zeros(out);
}

static void round_to(decimal *out, double magnitude, int n_digits)
{
    char text[48];
    (void) snprintf(text, sizeof text, "%.*e", n_digits - 1, magnitude);
    read_scientific(out, text);
}

static void set_integer(decimal *out, uint64_t number, int exponent_of_last)
{
    char text[24];
    int  n = 0;
    for (; number != 0; number /= 10) {
        text[n++] = (char) ('0' + number % 10);
    }
    for (int i = 0; i < n; ++i) {
        out->digits[i] = text[n - 1 - i];
    }
    out->n_digits = n;
    out->exponent = exponent_of_last + n - 1;
    strip_zeros(out);
}

/* The short way for 784, 18.7 or 0.2449: whole and power are exact, so whole / power is the
 * double nearest to the decimal, which is what reading it back gives. */
static bool find_short(decimal *out, double magnitude)
{
    enum { MOST_DECIMALS = 6 };
    double power = 1.0;
    for (int decimals = 0; decimals <= MOST_DECIMALS; ++decimals, power *= 10.0) {
        double const whole = floor(magnitude * power + 0.5);
        if (whole >= 1e15) {
            return false;
        }
        if (whole > 0.0 && is_same(whole / power, magnitude)) {
            set_integer(out, (uint64_t) whole, -decimals);
            return true;
        }
    }
    return false;
}

/* Below DBL_MIN doubles have fewer bits, so that fewer digits can be enough: 5e-324. */
static void find_shortest(decimal *out, double magnitude)
{
    if (find_short(out, magnitude)) {
        return;
    }
    int n_digits = magnitude < DBL_MIN ? 1 : SAFE_DIGITS;
    for (; n_digits < EXACT_DIGITS; ++n_digits) {
        char text[48];
        (void) snprintf(text, sizeof text, "%.*e", n_digits - 1, magnitude);
        if (is_same(strtod(text, NULL), magnitude)) {
            read_scientific(out, text);
            return;
        }
    }
    round_to(out, magnitude, EXACT_DIGITS);
}

static size_t put(char *out, size_t n, const char *digits, int n_digits)
{
    memcpy(out + n, digits, (size_t) n_digits);
    return n + (size_t) n_digits;
}

static size_t put_zeros(char *out, size_t n, int n_zeros)
{
    memset(out + n, '0', (size_t) n_zeros);
    return n + (size_t) n_zeros;
}

static size_t put_plain(char *out, size_t n, const decimal *number)
{
    int const n_whole = number->exponent + 1;
    if (n_whole <= 0) {
        n = put(out, n, "0.", 2);
        n = put_zeros(out, n, -n_whole);
        return put(out, n, number->digits, number->n_digits);
    }
    if (number->n_digits <= n_whole) {
        n = put(out, n, number->digits, number->n_digits);
        return put_zeros(out, n, n_whole - number->n_digits);
    }
    n = put(out, n, number->digits, n_whole);
    n = put(out, n, ".", 1);
    return put(out, n, number->digits + n_whole, number->n_digits - n_whole);
}

static size_t put_scientific(char *out, size_t n, const decimal *number)
{
    n = put(out, n, number->digits, 1);
    if (number->n_digits > 1) {
        n = put(out, n, ".", 1);
        n = put(out, n, number->digits + 1, number->n_digits - 1);
    }
    return n + (size_t) snprintf(out + n, 8, "e%d", number->exponent);
}

size_t bsh_number_format(char out[32], double number, int digits)
{
    double const magnitude = fabs(number);
    size_t       n = 0;
    if (isfinite(number) && magnitude > 0.0) {
        decimal text;
        if (digits > 0) {
            round_to(&text, magnitude, digits < EXACT_DIGITS ? digits : EXACT_DIGITS);
        } else {
            find_shortest(&text, magnitude);
        }
        if (number < 0.0) {
            out[n++] = '-';
        }
        n = text.exponent >= -4 && text.exponent < 15 ? put_plain(out, n, &text)
                                                      : put_scientific(out, n, &text);
    } else if (isfinite(number)) {
        out[n++] = '0';
    }
    out[n] = '\0';
    return n;
}

/* Puts a point where the locale has another mark, which may be longer than one byte. */
static void force_point(char *text)
{
    char *const mark = text + strspn(text, "-0123456789");
    if (*mark == '\0' || *mark == 'e') {
        return;
    }
    const char *const behind = mark + strcspn(mark, "0123456789");
    *mark = '.';
    memmove(mark + 1, behind, strlen(behind) + 1);
}

size_t bsh_number_fixed(char out[64], double number, int decimals)
{
    enum { MOST_DECIMALS = 30 };
    if (!isfinite(number)) {
        out[0] = '\0';
        return 0;
    }
    int const within = decimals < 0 ? 0 : decimals < MOST_DECIMALS ? decimals : MOST_DECIMALS;
    if (fabs(number) < 1e15) {
        (void) snprintf(out, 64, "%.*f", within, number);
    } else {
        (void) snprintf(out, 64, "%.6e", number);
    }
    force_point(out);
    size_t const n = strlen(out);
    /* -0.04 with one decimal would be "-0.0". */
    if (out[0] == '-' && strspn(out + 1, "0.") == n - 1) {
        memmove(out, out + 1, n);
        return n - 1;
    }
    return n;
}
