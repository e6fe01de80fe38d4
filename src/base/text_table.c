#include "base/text_table.h"

/* At a load of one half, chains of this length do not happen by chance. */
enum { MAX_PROBE = 128, FIRST_SLOTS = 256 };

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

bool bsh__text_table_is_long_match(const bsh__text_table *table, const bsh__text_slot *slot,
                                   const bsh__text_key *key, uint64_t hash)
{
    const bsh__text_key *const keys = table->keys.items;
    return slot->check == (uint32_t) (hash >> 32) &&
           memcmp(keys[slot->number - 1].text, key->text, key->n_bytes) == 0;
}

uint32_t bsh__text_table_find(const bsh__text_table *table, bsh__text_key key)
{
    bsh__text_head const head = bsh__text_head_of(key.text, key.n_bytes, key.n_bytes);
    return bsh__text_table_find_by_head(table, key, head);
}

static void put(bsh__text_table *table, uint32_t number)
{
    bsh__text_key const   key = ((const bsh__text_key *) table->keys.items)[number];
    bsh__text_head const  head = bsh__text_head_of(key.text, key.n_bytes, key.n_bytes);
    bsh__text_slot *const slots = table->slots.items;
    uint64_t const        hash = bsh__text_hash(table->seed, &key, head);
    size_t const          mask = table->slots.n - 1;
    size_t                at = hash & mask;
    uint32_t              n_probes = 0;
    for (; slots[at].number != 0; at = (at + 1) & mask) {
        ++n_probes;
    }
    slots[at] = (bsh__text_slot){.head = head,
                                 .n_bytes = key.n_bytes,
                                 .tag = key.tag,
                                 .number = number + 1,
                                 .check = (uint32_t) (hash >> 32)};
    table->longest_probe = n_probes > table->longest_probe ? n_probes : table->longest_probe;
}

/* Fills the slots anew; there are at least two a key. */
static void refill(bsh__text_table *table)
{
    memset(table->slots.items, 0, table->slots.n * sizeof(bsh__text_slot));
    table->longest_probe = 0;
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
