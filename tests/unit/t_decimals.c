#include "tests/t.h"

#include "base/decimal.h"

#include <float.h>
#include <math.h>
#include <stdio.h>

static const char *shown(const bsh__decimal *number)
{
    static char text[48];
    (void) snprintf(text, sizeof text, "%.*se%d", number->n_digits, number->digits,
                    number->exponent);
    return text;
}

/* What printf says, without the point and the zeros at the end: "1.50e+01" is 15e1. */
static const char *printed(double magnitude, int n_digits)
{
    static char text[48];
    char        given[48];
    (void) snprintf(given, sizeof given, "%.*e", n_digits - 1, magnitude);
    char *const mark = strchr(given, 'e');
    long const  exponent = strtol(mark + 1, NULL, 10);
    size_t      n = 0;
    for (const char *at = given; at < mark; ++at) {
        if (*at != '.') {
            text[n++] = *at;
        }
    }
    while (n > 1 && text[n - 1] == '0') {
        --n;
    }
    (void) snprintf(text + n, sizeof text - n, "e%ld", exponent);
    return text;
}

static int digits_that_read_back(double magnitude)
{
    char text[48];
    int  n_digits = magnitude < DBL_MIN ? 0 : 14;
    do {
        ++n_digits;
        (void) snprintf(text, sizeof text, "%.*e", n_digits - 1, magnitude);
    } while (strtod(text, NULL) < magnitude || strtod(text, NULL) > magnitude);
    return n_digits;
}

static void check_shortest(double magnitude)
{
    bsh__decimal number;
    bsh__decimal_shortest(&number, magnitude);
    assert_string_equal(shown(&number), printed(magnitude, digits_that_read_back(magnitude)));
}

static void check_rounded(double magnitude, int n_digits)
{
    bsh__decimal number;
    bsh__decimal_round(&number, magnitude, n_digits);
    assert_string_equal(shown(&number), printed(magnitude, n_digits));
}

static void check_all(double magnitude)
{
    check_shortest(magnitude);
    for (int n_digits = 1; n_digits <= BSH__EXACT_DIGITS; ++n_digits) {
        check_rounded(magnitude, n_digits);
    }
}

/* As measures are: words a sentence, shares, words in a hundred. */
static void ratios_of_small_integers_are_as_printf_has_them(void **state)
{
    (void) state;
    for (int above = 1; above < 1000; above += 7) {
        for (int below = 1; below < 600; below += 3) {
            check_shortest((double) above / below);
            check_shortest(100.0 * above / below);
            check_rounded((double) above / below, 1 + (above + below) % BSH__EXACT_DIGITS);
        }
    }
}

/* The neighbour below a power of two is nearer than the one above. */
static void powers_of_two_and_ten_and_their_neighbours_are_as_printf_has_them(void **state)
{
    (void) state;
    for (int power = -1074; power < 1024; power += power < -70 || power >= 70 ? 9 : 1) {
        double const number = ldexp(1.0, power);
        check_all(number);
        check_all(nextafter(number, DBL_MAX));
        check_shortest(nextafter(number, 0.0) > 0.0 ? nextafter(number, 0.0) : number);
    }
    for (int power = -20; power < 20; ++power) {
        double const number = pow(10.0, power);
        check_all(number);
        check_all(nextafter(number, DBL_MAX));
        check_all(nextafter(number, 0.0));
    }
}

/* 0.5, 2.5, 1.0625: half way between two decimals, which printf makes the even one. */
static void halves_go_to_the_even_digit(void **state)
{
    (void) state;
    bsh__decimal number;
    bsh__decimal_round(&number, 2.5, 1);
    assert_string_equal(shown(&number), "2e0");
    bsh__decimal_round(&number, 3.5, 1);
    assert_string_equal(shown(&number), "4e0");
    bsh__decimal_round(&number, 9.5, 1);
    assert_string_equal(shown(&number), "1e1");
    for (int sixteenths = 1; sixteenths < 20000; sixteenths += 3) {
        check_rounded(sixteenths / 16.0, 1 + sixteenths % 7);
    }
}

static void numbers_of_any_bits_are_as_printf_has_them(void **state)
{
    (void) state;
    uint64_t seed = 1;
    for (int i = 0; i < 20000; ++i) {
        seed = seed * UINT64_C(6364136223846793005) + UINT64_C(1442695040888963407);
        uint64_t const bits = seed >> 1; // the sign is not set
        double         number;
        memcpy(&number, &bits, sizeof number);
        if (isfinite(number) && number > 0.0) {
            check_shortest(number);
            check_rounded(number, 1 + i % BSH__EXACT_DIGITS);
        }
        check_shortest(ldexp(1.0 + (double) (bits >> 11) / 4503599627370496.0, i % 110 - 55));
    }
}

static void whole_numbers_have_as_many_digits_as_are_asked_for_or_more(void **state)
{
    (void) state;
    static const struct {
        uint64_t    number;
        size_t      n_least;
        const char *text;
    } rows[] = {
        {0, 1, "0"},
        {7, 1, "7"},
        {10, 1, "10"},
        {7, 4, "0007"},
        {12345, 4, "12345"},
        {UINT64_MAX, 1, "18446744073709551615"},
        {1, 20, "00000000000000000001"},
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; ++i) {
        char         text[BSH__LONGEST_INTEGER];
        size_t const n = bsh__integer_put(text, rows[i].number, rows[i].n_least);
        assert_int_equal(n, strlen(rows[i].text));
        assert_memory_equal(text, rows[i].text, n);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(ratios_of_small_integers_are_as_printf_has_them),
        cmocka_unit_test(powers_of_two_and_ten_and_their_neighbours_are_as_printf_has_them),
        cmocka_unit_test(halves_go_to_the_even_digit),
        cmocka_unit_test(numbers_of_any_bits_are_as_printf_has_them),
        cmocka_unit_test(whole_numbers_have_as_many_digits_as_are_asked_for_or_more),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
