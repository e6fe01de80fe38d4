#include "base/text_table.h"

#include <string.h>

#include "base/hash.h"

/* At a load of one half, chains of this length do not happen by chance. */
enum { MAX_PROBE = 128, FIRST_SLOTS = 1024 };

void bsh__text_table_init(bsh__text_table *table, const bsh_allocator *allocator)
{
    *table = (bsh__text_table){.seed = bsh__hash_seed()};
    bsh__vec_init(&table->keys, allocator, sizeof(bsh__text_key));
    bsh__vec_init(&table->slots, allocator, sizeof(bsh__text_slot));
}

void bsh__text_table_free(bsh__text_table *table)
{
    bsh__vec_free(&table->slots);
    bsh__vec_free(&table->keys);
}

static uint64_t hash_of(const bsh__text_table *table, const bsh__text_key *key)
{
    return bsh__hash(table->seed + key->tag, key->text, key->n_bytes);
}

static bool is_equal(const bsh__text_key *a, const bsh__text_key *b)
{
    return a->n_bytes == b->n_bytes && a->tag == b->tag &&
           memcmp(a->text, b->text, a->n_bytes) == 0;
}

uint32_t bsh__text_table_find(bsh__text_table *table, bsh__text_key key)
{
    table->longest_probe = 0;
    if (table->slots.n == 0) {
        return BSH__NO_TEXT;
    }
    uint64_t const              hash = hash_of(table, &key);
    uint32_t const              check = (uint32_t) (hash >> 32);
    size_t const                mask = table->slots.n - 1;
    const bsh__text_slot *const slots = table->slots.items;
    const bsh__text_key *const  keys = table->keys.items;
    for (size_t at = hash & mask; slots[at].number != 0; at = (at + 1) & mask) {
        if (slots[at].check == check && is_equal(&keys[slots[at].number - 1], &key)) {
            return slots[at].number - 1;
        }
        ++table->longest_probe;
    }
    return BSH__NO_TEXT;
}

static void put(bsh__text_table *table, uint32_t number)
{
    const bsh__text_key *const keys = table->keys.items;
    bsh__text_slot *const      slots = table->slots.items;
    uint64_t const             hash = hash_of(table, &keys[number]);
    size_t const               mask = table->slots.n - 1;
    size_t                     at = hash & mask;
    while (slots[at].number != 0) {
        at = (at + 1) & mask;
    }
    slots[at] = (bsh__text_slot){.number = number + 1, .check = (uint32_t) (hash >> 32)};
}

/* Fills the slots anew; there are at least two a key. */
static void refill(bsh__text_table *table)
{
    memset(table->slots.items, 0, table->slots.n * sizeof(bsh__text_slot));
    for (size_t i = 0; i < table->keys.n; ++i) {
        put(table, (uint32_t) i);
    }
}

bool bsh__text_table_reserve(bsh__text_table *table)
{
    if (!bsh__vec_reserve(&table->keys, table->keys.n + 1)) {
        return false;
    }
    size_t const n_needed = (table->keys.n + 1) * 2;
    if (n_needed > table->slots.n) {
        size_t const n_slots = table->slots.n == 0 ? FIRST_SLOTS : table->slots.n * 2;
        if (!bsh__vec_resize(&table->slots, n_slots)) {
            return false;
        }
        refill(table);
    } else if (table->longest_probe > MAX_PROBE) {
        table->seed = bsh__hash_seed();
        refill(table);
    }
    return true;
}

uint32_t bsh__text_table_add(bsh__text_table *table, bsh__text_key key)
{
    bsh__text_key *const item = bsh__vec_push(&table->keys);
    *item = key;
    uint32_t const number = (uint32_t) table->keys.n - 1;
    put(table, number);
    return number;
}
