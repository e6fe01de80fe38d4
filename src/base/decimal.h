/* A double as decimal digits, rounded as printf rounds. */
#ifndef BSH_BASE_DECIMAL_H
#define BSH_BASE_DECIMAL_H

#include <stddef.h>
#include <stdint.h>

/* d[0].d[1]d[2]... times 10 to the `exponent`; no zeros at the end but in "0". */
typedef struct bsh__decimal {
    char digits[24];
    int  n_digits;
    int  exponent;
} bsh__decimal;

enum { BSH__EXACT_DIGITS = 17 }; /* always enough to tell a double from its neighbours */

/* `magnitude`, which is finite and over 0, rounded to n_digits (1 to 17). */
void bsh__decimal_round(bsh__decimal *out, double magnitude, int n_digits);

/* The same with the fewest digits that read back as `magnitude`. */
void bsh__decimal_shortest(bsh__decimal *out, double magnitude);

enum { BSH__LONGEST_INTEGER = 20 };

/* The digits of a whole number, at least `n_least` of them (1 to 20), without a NUL; returns
 * how many there are. */
size_t bsh__integer_put(char out[BSH__LONGEST_INTEGER], uint64_t number, size_t n_least);

#endif
