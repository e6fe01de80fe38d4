#include "data/front_coded.h"

#include <stdbool.h>
#include <string.h>

#define LAST_LETTER 0x80u

/* The word before, taken on to the word of the entry at p. */
typedef struct decoder {
    const unsigned char *p;
    char                 word[BSH__FRONT_CODED_LETTERS];
    size_t               n_letters;
    unsigned             number;
} decoder;

static void decode_entry(decoder *d)
{
    d->number = *d->p & 0xfu;
    d->n_letters = *d->p >> 4;
    bool is_last = false;
    while (!is_last) {
        d->p++;
        is_last = (*d->p & LAST_LETTER) != 0;
        d->word[d->n_letters++] = (char) (*d->p & ~LAST_LETTER);
    }
    d->p++;
}

static int compare_words(const char *a, size_t n_a, const char *b, size_t n_b)
{
    int const order = memcmp(a, b, n_a < n_b ? n_a : n_b);
    if (order != 0) {
        return order;
    }
    return (n_a > n_b) - (n_a < n_b);
}

/* The last block whose first word is not after the word: the only one that can hold it. */
static uint32_t block_of(const bsh__front_coded *list, const char *word, size_t n_bytes)
{
    uint32_t low = 0;
    uint32_t high = (list->n_words + BSH__FRONT_CODED_BLOCK - 1) / BSH__FRONT_CODED_BLOCK;
    while (high - low > 1) {
        uint32_t const middle = low + (high - low) / 2;
        decoder        first = {.p = list->bytes + list->block[middle]};
        decode_entry(&first);
        if (compare_words(first.word, first.n_letters, word, n_bytes) <= 0) {
            low = middle;
        } else {
            high = middle;
        }
    }
    return low;
}

unsigned bsh__front_coded_find(const bsh__front_coded *list, const char *word, size_t n_bytes)
{
    uint32_t const block = block_of(list, word, n_bytes);
    uint32_t const begin = block * BSH__FRONT_CODED_BLOCK;
    uint32_t const n_left = list->n_words - begin;
    uint32_t const n = n_left < BSH__FRONT_CODED_BLOCK ? n_left : BSH__FRONT_CODED_BLOCK;
    decoder        entry = {.p = list->bytes + list->block[block]};
    for (uint32_t i = 0; i < n; i++) {
        decode_entry(&entry);
        if (compare_words(entry.word, entry.n_letters, word, n_bytes) == 0) {
            return entry.number;
        }
    }
    return 0;
}
