/* English figures read aloud. */
#ifndef BSH_SEGMENT_SPOKEN_NUMBERS_H
#define BSH_SEGMENT_SPOKEN_NUMBERS_H

#include <stddef.h>

/* Syllables of a word with figures as an American newsreader says it: "178" is one hundred
 * seventy-eight (7), "2024" twenty twenty-four (5), "$4.20" four dollars twenty (5), "3.5%"
 * three point five percent (5), "18-49" eighteen to forty-nine (6), "2nd" second (2), "3.5bn"
 * three point five billion (5).  Whole numbers of more than fifteen digits and such with a
 * leading zero are read digit by digit.  Letters that follow figures are read one by one unless
 * they are an ordinal ending, a plural s or a power of ten. */
unsigned bsh__spoken_number_syllables(const char *text, size_t n_bytes);

/* Syllables of the name of a letter: W has three. */
unsigned bsh__spoken_letter_syllables(int c);

#endif
