#include "base/text_table.h"

/* At a load of one half, chains of this length do not happen by chance. */
enum { MAX_PROBE = 128, FIRST_SLOTS = 256 };

void bsh__text_table_init(bsh__text_table *table, const bsh_allocator *allocator)
{
    *table = (bsh__text_table){.seed = bsh__hash_seed()};
    bsh__vec_init(&table->keys, allocator, sizeof(bsh__text_key));
    bsh__vec_init(&table->entries, allocator, sizeof(bsh__text_entry));
    bsh__vec_init(&table->slots, allocator, sizeof(bsh__text_slot));
}

void bsh__text_table_free(bsh__text_table *table)
{
    bsh__vec_free(&table->slots);
    bsh__vec_free(&table->entries);
    bsh__vec_free(&table->keys);
}

bool bsh__text_table_is_long_match(const bsh__text_table *table, uint32_t number,
                                   const bsh__text_key *key)
{
    const bsh__text_key *const keys = table->keys.items;
    return memcmp(keys[number].text, key->text, key->n_bytes) == 0;
}

uint32_t bsh__text_table_find(const bsh__text_table *table, bsh__text_key key)
{
    bsh__text_head const head = bsh__text_head_of(key.text, key.n_bytes, key.n_bytes);
    return bsh__text_table_find_by_head(table, key, head);
}

/* Puts a text whose key and entry are there into a free slot. */
static void put(bsh__text_table *table, uint32_t number)
{
    const bsh__text_key *const   key = (const bsh__text_key *) table->keys.items + number;
    const bsh__text_entry *const entry =
        (const bsh__text_entry *) table->entries.items + number;
    bsh__text_slot *const slots = table->slots.items;
    uint64_t const        hash = bsh__text_hash(table->seed, key, entry->head);
    size_t const          mask = table->slots.n - 1;
    size_t                at = hash & mask;
    uint32_t              n_probes = 0;
    for (; slots[at].number != 0; at = (at + 1) & mask) {
        ++n_probes;
    }
    slots[at] = (bsh__text_slot){(uint32_t) (hash >> 32), number + 1};
    table->longest_probe = n_probes > table->longest_probe ? n_probes : table->longest_probe;
}

/* Puts all into new slots, at least two a key, under another seed if `reseeds`; false if there
 * is no memory, and then nothing has changed. */
static bool refill(bsh__text_table *table, size_t n_slots, bool reseeds)
{
    bsh__vec slots;
    bsh__vec_init(&slots, table->slots.allocator, sizeof(bsh__text_slot));
    if (!bsh__vec_resize(&slots, n_slots)) {
        return false;
    }
    bsh__vec_free(&table->slots);
    table->slots = slots;
    table->seed = reseeds ? bsh__hash_seed() : table->seed;
    table->longest_probe = 0;
    for (size_t i = 0; i < table->keys.n; ++i) {
        put(table, (uint32_t) i);
    }
    return true;
}

bool bsh__text_table_reserve(bsh__text_table *table)
{
    if (!bsh__vec_reserve(&table->keys, table->keys.n + 1) ||
        !bsh__vec_reserve(&table->entries, table->entries.n + 1)) {
        return false;
    }
    size_t const n_slots = table->slots.n;
    if ((table->keys.n + 1) * 2 > n_slots) {
        return refill(table, n_slots == 0 ? FIRST_SLOTS : n_slots * 2, false);
    }
    return table->longest_probe <= MAX_PROBE || refill(table, n_slots, true);
}

uint32_t bsh__text_table_add(bsh__text_table *table, bsh__text_key key)
{
    uint32_t const number = (uint32_t) table->keys.n++;
    ++table->entries.n;
    ((bsh__text_key *) table->keys.items)[number] = key;
    ((bsh__text_entry *) table->entries.items)[number] = (bsh__text_entry){
        bsh__text_head_of(key.text, key.n_bytes, key.n_bytes), key.n_bytes, key.tag};
    put(table, number);
    return number;
}
