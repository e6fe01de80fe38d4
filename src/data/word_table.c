#include "data/word_table.h"

#include <string.h>

/* The same as in gen.awk, where numbers are doubles: the products have to stay exact. */
#define HASH_FACTOR  31u
#define HASH_MODULUS 16777213u

static uint32_t hash_word(const char *word, size_t n_bytes)
{
    uint32_t hash = 0;
    for (size_t i = 0; i < n_bytes; i++) {
        hash = (hash * HASH_FACTOR + (unsigned char) word[i]) % HASH_MODULUS;
    }
    return hash;
}

bool bsh__word_table_find(const bsh__word_table *table, const char *word, size_t n_bytes,
                          uint32_t *index)
{
    uint32_t const bucket = hash_word(word, n_bytes) % table->n_buckets;
    for (uint32_t i = table->first[bucket]; i < table->first[bucket + 1]; i++) {
        size_t const length = (size_t) table->begin[i + 1] - table->begin[i];
        if (length == n_bytes && memcmp(table->text + table->begin[i], word, n_bytes) == 0) {
            *index = i;
            return true;
        }
    }
    return false;
}
