#include "data/lexicon.h"
#include "data/syllable_method.h"

#include <string.h>

// Made by learn/ from en/syllable_counts.tsv; after the header that it needs.
#include "data/syllables.inc"

unsigned bsh__syllables_english(const char *lower, size_t n_bytes)
{
    return bsh__count_by_table(&syllable_table, lower, n_bytes);
}

bool bsh__has_marked_syllables(const char *lower, size_t n_bytes, unsigned *n_syllables)
{
    char marked[BSH__EXCEPTION_LETTERS];
    if (n_bytes >= sizeof marked) {
        return false;
    }
    memcpy(marked, lower, n_bytes);
    marked[n_bytes] = '\'';
    unsigned const listed = bsh__find_exception(&syllable_table, marked, n_bytes + 1);
    *n_syllables = listed == 0 ? 0 : listed - 1;
    return listed != 0;
}
