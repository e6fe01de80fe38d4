#include <stdlib.h>

#include "data/learn/pack_tables.h"

void pack_tables_create(pack_tables *tables)
{
    *tables = (pack_tables){
        .nodes = learn_allocate(PACK_NODES + BSH__N_SYMBOLS, sizeof *tables->nodes),
        .effects = learn_allocate(PACK_EFFECTS, sizeof *tables->effects),
        .exceptions = learn_allocate(PACK_EXCEPTIONS, sizeof *tables->exceptions),
        .bucket = learn_allocate(PACK_BUCKETS + 1, sizeof *tables->bucket),
    };
}

void pack_tables_free(pack_tables *tables)
{
    free(tables->nodes);
    free(tables->effects);
    free(tables->exceptions);
    free(tables->bucket);
}

bsh__syllable_table pack_tables_view(const pack_tables *tables)
{
    return (bsh__syllable_table){
        .nodes = tables->nodes,
        .effects = (const int8_t(*)[BSH__N_CLASSES]) tables->effects,
        .exceptions = tables->exceptions,
        .bucket = tables->bucket,
    };
}

typedef struct exception {
    uint64_t          hash;
    const learn_word *word;
} exception;

typedef struct exceptions {
    exception *items;
    size_t     n;
} exceptions;

static int compare_hashes(const void *a, const void *b)
{
    const exception *const x = a;
    const exception *const y = b;
    return (x->hash > y->hash) - (x->hash < y->hash);
}

static uint64_t bits_used(uint64_t hash)
{
    return hash >> (64 - BSH__BUCKET_BITS - BSH__FINGERPRINT_BITS);
}

static void fill(pack_tables *tables, exceptions *list)
{
    qsort(list->items, list->n, sizeof *list->items, compare_hashes);
    if (list->n > PACK_EXCEPTIONS) {
        learn_fail("there are too many", "exceptions");
    }
    size_t n = 0;
    for (size_t bucket = 0; bucket < PACK_BUCKETS; ++bucket) {
        tables->bucket[bucket] = (uint16_t) n;
        for (; n < list->n && list->items[n].hash >> (64 - BSH__BUCKET_BITS) == bucket; ++n) {
            const exception *const e = &list->items[n];
            if (n > 0 && bits_used(e->hash) == bits_used(e[-1].hash)) {
                learn_fail("stands there twice, or has the hash of another", e->word->text);
            }
            uint32_t const fingerprint =
                (uint32_t) (e->hash << BSH__BUCKET_BITS >> (64 - BSH__FINGERPRINT_BITS));
            tables->exceptions[n] =
                fingerprint << BSH__COUNT_BITS | (uint32_t) (e->word->n_syllables + 1);
        }
    }
    tables->bucket[PACK_BUCKETS] = (uint16_t) n;
    tables->n_exceptions = n;
}

static void add_wrong_words(exceptions *list, const pack_tables *tables,
                            const learn_words *words, size_t n_bytes)
{
    bsh__syllable_table const table = pack_tables_view(tables);
    for (size_t i = 0; i < words->n; ++i) {
        const learn_word *const word = &words->items[i];
        if (word->n_bytes == n_bytes &&
            bsh__count_by_table(&table, word->text, word->n_bytes) != word->n_syllables) {
            list->items[list->n++] =
                (exception){bsh__exception_hash(word->text, word->n_bytes), word};
        }
    }
}

/* Also that the hash of no word is taken for that of another. */
static void check_all(const pack_tables *tables, const learn_words *words)
{
    bsh__syllable_table const table = pack_tables_view(tables);
    for (size_t i = 0; i < words->n; ++i) {
        const learn_word *const word = &words->items[i];
        if (bsh__count_by_table(&table, word->text, word->n_bytes) != word->n_syllables) {
            learn_fail("is not counted as listed", word->text);
        }
    }
}

void pack_exceptions(pack_tables *tables, const learn_words *words)
{
    exceptions list = {.items = learn_allocate(words->n, sizeof *list.items)};
    for (size_t n_bytes = 1; n_bytes <= BSH__EXCEPTION_LETTERS; ++n_bytes) {
        add_wrong_words(&list, tables, words, n_bytes);
        fill(tables, &list);
    }
    check_all(tables, words);
    free(list.items);
}
