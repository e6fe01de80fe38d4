#include "data/word_table.h"

#include <string.h>

/* Of a word five letters and the length, each by its own factor; the upper bits of the sum are
 * the bucket.  The letters tell words apart as well as all of them would, and a word costs the
 * same however long it is.  gen.awk computes the same in doubles, where sums below 2^53 are
 * exact. */
static uint32_t bucket_of(const bsh__word_table *table, const unsigned char *word, size_t n)
{
    uint32_t const hash = word[0] * 2654435761U + word[n / 4] * 3266489917U +
                          word[n / 2] * 2246822519U + word[n * 3 / 4] * 668265263U +
                          word[n - 1] * 374761393U + (uint32_t) n * 3432918353U;
    return hash >> table->hash_shift;
}

bool bsh__word_table_find(const bsh__word_table *table, const char *word, size_t n_bytes,
                          uint32_t *index)
{
    const unsigned char *const bytes = (const unsigned char *) word;
    if (n_bytes == 0) {
        return false;
    }
    uint32_t const bucket = bucket_of(table, bytes, n_bytes);
    for (uint32_t i = table->first[bucket]; i < table->first[bucket + 1]; i++) {
        uint32_t const begin = table->begin[i];
        size_t const   length = (size_t) table->begin[i + 1] - begin;
        if (length == n_bytes && table->text[begin] == bytes[0] &&
            memcmp(table->text + begin, word, n_bytes) == 0) {
            *index = i;
            return true;
        }
    }
    return false;
}
