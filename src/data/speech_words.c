#include "data/speech_words.h"

#include "data/word_table.h"

// Made by gen.awk; after what it needs.
#include "data/speech_words.inc"

bool bsh__speech_word(const char *folded, size_t n_bytes, int *weight)
{
    uint32_t   index = 0;
    bool const is_found = bsh__word_table_find(&weights_table, folded, n_bytes, &index);
    if (is_found) {
        *weight = (int) weights_value[index] - 128;
    }
    return is_found;
}
