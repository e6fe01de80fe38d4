#include <broadsheet/text.h>

#include <locale.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* A host program may have set a locale in which printf writes "48,4". */
static void force_point(char *text)
{
    const char *const mark = localeconv()->decimal_point;
    size_t const      n = strlen(mark);
    char *const       at = strcmp(mark, ".") == 0 || n == 0 ? NULL : strstr(text, mark);
    if (at != NULL) {
        *at = '.';
        memmove(at + 1, at + n, strlen(at + n) + 1);
    }
}

/* The significant digits and the decimal exponent of a number, as printf's %e gives them. */
static int scientific(char out[40], double number, int digits)
{
    (void) snprintf(out, 40, "%.*e", digits - 1, number);
    return (int) strtol(strchr(out, 'e') + 1, NULL, 10);
}

static int shortest_digits(double number)
{
    for (int digits = 15; digits < 17; ++digits) {
        char text[40];
        (void) snprintf(text, sizeof text, "%.*e", digits - 1, number);
        double const back = strtod(text, NULL);
        if (memcmp(&back, &number, sizeof back) == 0) {
            return digits;
        }
    }
    return 17;
}

/* "1.500e+02" has digits "15" once the zeros at the end are gone. */
static void strip_zeros(char *text)
{
    char *const point = strchr(text, '.');
    char *const exponent = strchr(text, 'e');
    if (point == NULL) {
        return;
    }
    char *end = exponent != NULL ? exponent : text + strlen(text);
    char *const tail = end;
    while (end > point && (end[-1] == '0' || end[-1] == '.')) {
        --end;
        if (*end == '.') {
            break;
        }
    }
    memmove(end, tail, strlen(tail) + 1);
}

size_t bsh_number_format(char out[32], double number, int digits)
{
    double const magnitude = fabs(number);
    if (!(magnitude > 0.0)) {
        memcpy(out, "0", 2);
        return 1;
    }
    int const n_digits = digits > 0 ? (digits < 17 ? digits : 17) : shortest_digits(number);
    char      text[40];
    int const exponent = scientific(text, number, n_digits);
    if (magnitude >= 1e-4 && exponent < 15) {
        int const decimals = n_digits - 1 - exponent;
        (void) snprintf(text, sizeof text, "%.*f", decimals > 0 ? decimals : 0, number);
        if (decimals < 0) {
            (void) snprintf(text, sizeof text, "%.0f", strtod(text, NULL));
            char rounded[40];
            (void) scientific(rounded, number, n_digits);
            (void) snprintf(text, sizeof text, "%.0f", strtod(rounded, NULL));
        }
    }
    force_point(text);
    strip_zeros(text);
    size_t const n = strlen(text);
    memcpy(out, text, n + 1);
    return n;
}

size_t bsh_number_fixed(char out[64], double number, int decimals)
{
    int const written = fabs(number) < 1e15
                            ? snprintf(out, 64, "%.*f", decimals < 0 ? 0 : decimals > 30 ? 30 : decimals, number)
                            : snprintf(out, 64, "%.6e", number);
    force_point(out);
    if (out[0] == '-' && strspn(out + 1, "0.") == (size_t) written - 1) {
        memmove(out, out + 1, (size_t) written);
        return (size_t) written - 1;
    }
    return strlen(out);
}
