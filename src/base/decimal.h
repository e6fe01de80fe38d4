/* A double as decimal digits, rounded as printf rounds. */
#ifndef BSH_BASE_DECIMAL_H
#define BSH_BASE_DECIMAL_H

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

#endif
