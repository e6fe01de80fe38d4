/* How much a word looks like speech, or like what a reporter tells. */
#ifndef BSH_DATA_SPEECH_WORDS_H
#define BSH_DATA_SPEECH_WORDS_H

#include <stdbool.h>
#include <stddef.h>

/* Tenths of the logarithm of odds that the word is inside a quote and not before it: "we" 35,
 * "said" -26.  Returns false if the word, folded, does not tell. */
bool bsh__speech_word(const char *folded, size_t n_bytes, int *weight);

#endif
