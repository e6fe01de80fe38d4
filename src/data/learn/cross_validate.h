/* How well the rules alone count words that they were not learned from. */
#ifndef BSH_DATA_CROSS_VALIDATE_H
#define BSH_DATA_CROSS_VALIDATE_H

#include "data/learn/learn_patterns.h"

/* Ten times learns from nine tenths of the words and counts the rest: by rules alone, and with
 * the exceptions among the nine tenths.  The tenth of a word is FNV-1a of its letters, without
 * a clitic, modulo 10.  Prints what was right of all, of common words and of the others. */
void learn_cross_validate(const learn_patterns *patterns, const learn_words *words);

#endif
