#include "base/decimal.h"

#include <float.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* A decimal of so many digits survives the way into a double and back. */
enum { SAFE_DIGITS = DBL_DIG };

/* Measures lie between these two, where 128 bits hold all that must be known of a number. */
static const double least_exact = 1e-15;
static const double most_exact = 1e15;

__extension__ typedef unsigned __int128 wide;

static const uint64_t fives[] = {
    UINT64_C(1),
    UINT64_C(5),
    UINT64_C(25),
    UINT64_C(125),
    UINT64_C(625),
    UINT64_C(3125),
    UINT64_C(15625),
    UINT64_C(78125),
    UINT64_C(390625),
    UINT64_C(1953125),
    UINT64_C(9765625),
    UINT64_C(48828125),
    UINT64_C(244140625),
    UINT64_C(1220703125),
    UINT64_C(6103515625),
    UINT64_C(30517578125),
    UINT64_C(152587890625),
    UINT64_C(762939453125),
    UINT64_C(3814697265625),
    UINT64_C(19073486328125),
    UINT64_C(95367431640625),
    UINT64_C(476837158203125),
    UINT64_C(2384185791015625),
    UINT64_C(11920928955078125),
    UINT64_C(59604644775390625),
    UINT64_C(298023223876953125),
    UINT64_C(1490116119384765625),
    UINT64_C(7450580596923828125),
};
enum { MOST_FIVES = sizeof fives / sizeof fives[0] - 1 };

static wide five_to(int power)
{
    return power <= MOST_FIVES ? fives[power]
                               : (wide) fives[MOST_FIVES] * fives[power - MOST_FIVES];
}

/* 10 to the power 0 to 17 is 5 to it, shifted by it. */
static uint64_t ten_to(int power)
{
    return fives[power] << power;
}

/* ---- digits */

static void strip_zeros(bsh__decimal *out)
{
    while (out->n_digits > 1 && out->digits[out->n_digits - 1] == '0') {
        --out->n_digits;
    }
}

/* All the digits of `number`, the first of which counts 10 to the `exponent`. */
static void set_digits(bsh__decimal *out, uint64_t number, int n_digits, int exponent)
{
    static const char pairs[] = "00010203040506070809101112131415161718192021222324"
                                "25262728293031323334353637383940414243444546474849"
                                "50515253545556575859606162636465666768697071727374"
                                "75767778798081828384858687888990919293949596979899";
    int               at = n_digits;
    for (; at >= 2; at -= 2, number /= 100) {
        memcpy(out->digits + at - 2, pairs + 2 * (number % 100), 2);
    }
    if (at == 1) {
        out->digits[0] = (char) ('0' + number);
    }
    out->n_digits = n_digits;
    out->exponent = exponent;
    strip_zeros(out);
}

static void set_integer(bsh__decimal *out, uint64_t number)
{
    int n_digits = 1;
    while (n_digits < SAFE_DIGITS && number >= ten_to(n_digits)) {
        ++n_digits;
    }
    set_digits(out, number, n_digits, n_digits - 1);
}

size_t bsh__integer_put(char out[BSH__LONGEST_INTEGER], uint64_t number, size_t n_least)
{
    size_t n = 1;
    for (uint64_t rest = number / 10; rest != 0; rest /= 10) {
        ++n;
    }
    n = n > n_least ? n : n_least;
    for (size_t at = n; at > 0; number /= 10) {
        out[--at] = (char) ('0' + number % 10);
    }
    return n;
}

/* ---- exactly, in integers */

/* A magnitude with 17 digits before the point: times 10 to the `scale` it is
 * whole + rest / 2^shift. */
typedef struct scaled {
    uint64_t whole;
    wide     rest;
    int      shift;
    int      scale;
    bool     is_even;         /* what lies half way to a neighbour reads back as this */
    bool     is_power_of_two; /* the neighbour below is half as far as the one above */
} scaled;

enum { FRACTION_BITS = 52, BIAS = 1023 };

static void take_scaled(scaled *out, uint64_t mantissa, int binary, int scale)
{
    wide const product = five_to(scale) * mantissa;
    out->scale = scale;
    out->shift = FRACTION_BITS - binary - scale;
    out->whole = (uint64_t) (product >> out->shift);
    out->rest = product - ((wide) out->whole << out->shift);
}

static scaled scale_exactly(double magnitude)
{
    uint64_t bits;
    memcpy(&bits, &magnitude, sizeof bits);
    uint64_t const top = UINT64_C(1) << FRACTION_BITS;
    uint64_t const mantissa = (bits & (top - 1)) | top;
    int const      binary = (int) (bits >> FRACTION_BITS) - BIAS;
    // log10(2) is 1233 / 4096; the logarithm is rounded down: right, or one too small
    int const decimal = (binary * 1233 + 4096 * 64) / 4096 - 64;
    scaled    out = {.is_even = mantissa % 2 == 0, .is_power_of_two = mantissa == top};
    take_scaled(&out, mantissa, binary, BSH__EXACT_DIGITS - 1 - decimal);
    if (out.whole >= ten_to(BSH__EXACT_DIGITS)) {
        take_scaled(&out, mantissa, binary, out.scale - 1);
    }
    return out;
}

typedef struct rounded {
    uint64_t number;   /* n_digits of them, or 10 to the n_digits */
    wide     distance; /* from the magnitude, in its 1 / 2^shift */
    bool     is_above;
} rounded;

/* To n_digits; what lies half way goes to the even one, as printf has it. */
static rounded round_scaled(const scaled *from, int n_digits)
{
    uint64_t const unit = ten_to(BSH__EXACT_DIGITS - n_digits);
    uint64_t const number = from->whole / unit;
    wide const     below = ((wide) (from->whole % unit) << from->shift) + from->rest;
    wide const     above = ((wide) unit << from->shift) - below;
    bool const     is_up = below > above || (below == above && number % 2 == 1);
    return (rounded){number + is_up, is_up ? above : below, is_up};
}

/* Whether the double nearest to the decimal is the magnitude: half the way to its neighbour
 * above is 5 to the scale, halved. */
static bool reads_back(const rounded *decimal, const scaled *from)
{
    bool const is_near_side = from->is_power_of_two && !decimal->is_above;
    wide const distance = decimal->distance << (is_near_side ? 2 : 1);
    wide const limit = five_to(from->scale);
    return distance < limit || (distance == limit && from->is_even);
}

static void put_rounded(bsh__decimal *out, const rounded *decimal, const scaled *from,
                        int n_digits)
{
    int const exponent = BSH__EXACT_DIGITS - 1 - from->scale;
    if (decimal->number == ten_to(n_digits)) {
        set_digits(out, 1, 1, exponent + 1); // 9.996 to three digits
    } else {
        set_digits(out, decimal->number, n_digits, exponent);
    }
}

static void find_shortest_exactly(bsh__decimal *out, double magnitude)
{
    scaled const from = scale_exactly(magnitude);
    int          n_digits = SAFE_DIGITS;
    rounded      decimal = round_scaled(&from, n_digits);
    while (n_digits < BSH__EXACT_DIGITS && !reads_back(&decimal, &from)) {
        decimal = round_scaled(&from, ++n_digits);
    }
    put_rounded(out, &decimal, &from, n_digits);
}

/* ---- by printf: all others */

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

/* Reads what printf wrote.  Whatever stands between the digits is skipped: a host program may
 * have set a locale in which it is "4,84e+01". */
static void read_scientific(bsh__decimal *out, const char *text)
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

static bool is_same(double a, double b)
{
    return memcmp(&a, &b, sizeof a) == 0;
}

/* Below DBL_MIN doubles have fewer bits, so that fewer digits can be enough: 5e-324. */
static void find_shortest_by_printf(bsh__decimal *out, double magnitude)
{
    char text[48];
    int  n_digits = magnitude < DBL_MIN ? 1 : SAFE_DIGITS;
    for (; n_digits <= BSH__EXACT_DIGITS; ++n_digits) {
        (void) snprintf(text, sizeof text, "%.*e", n_digits - 1, magnitude);
        if (is_same(strtod(text, NULL), magnitude)) {
            break;
        }
    }
    read_scientific(out, text);
}

/* ---- the whole */

static bool is_exact(double magnitude)
{
    return magnitude >= least_exact && magnitude < most_exact;
}

void bsh__decimal_round(bsh__decimal *out, double magnitude, int n_digits)
{
    if (is_exact(magnitude)) {
        scaled const  from = scale_exactly(magnitude);
        rounded const decimal = round_scaled(&from, n_digits);
        put_rounded(out, &decimal, &from, n_digits);
        return;
    }
    char text[48];
    (void) snprintf(text, sizeof text, "%.*e", n_digits - 1, magnitude);
    read_scientific(out, text);
}

void bsh__decimal_shortest(bsh__decimal *out, double magnitude)
{
    if (!is_exact(magnitude)) {
        find_shortest_by_printf(out, magnitude);
        return;
    }
    uint64_t const whole = (uint64_t) magnitude;
    if (is_same((double) whole, magnitude)) {
        set_integer(out, whole);
    } else {
        find_shortest_exactly(out, magnitude);
    }
}
