/* Numbers as text: the same bytes in every locale, the fewest digits that read back exactly. */
#include <broadsheet/text.h>

#include "base/decimal.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

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

static size_t put_plain(char *out, size_t n, const bsh__decimal *number)
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

static size_t put_scientific(char *out, size_t n, const bsh__decimal *number)
{
    n = put(out, n, number->digits, 1);
    if (number->n_digits > 1) {
        n = put(out, n, ".", 1);
        n = put(out, n, number->digits + 1, number->n_digits - 1);
    }
    int const size = abs(number->exponent);
    n = put(out, n, "e-", number->exponent < 0 ? 2 : 1);
    if (size >= 100) {
        out[n++] = (char) ('0' + size / 100);
    }
    if (size >= 10) {
        out[n++] = (char) ('0' + size / 10 % 10);
    }
    out[n++] = (char) ('0' + size % 10);
    return n;
}

size_t bsh_number_format(char out[32], double number, int digits)
{
    double const magnitude = fabs(number);
    size_t       n = 0;
    if (isfinite(number) && magnitude > 0.0) {
        bsh__decimal text;
        if (digits > 0) {
            bsh__decimal_round(&text, magnitude,
                               digits < BSH__EXACT_DIGITS ? digits : BSH__EXACT_DIGITS);
        } else {
            bsh__decimal_shortest(&text, magnitude);
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
