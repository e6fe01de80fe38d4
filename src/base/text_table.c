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

static uint64_t hash_of_slot(const bsh__text_table *table, const bsh__text_slot *slot)
{
    const bsh__text_key *const keys = table->keys.items;
    return bsh__text_hash(table->seed, &keys[slot->number - 1], slot->head);
}

static void put(bsh__text_table *table, bsh__text_slot slot)
{
    bsh__text_slot *const slots = table->slots.items;
    uint64_t const        hash = hash_of_slot(table, &slot);
    size_t const          mask = table->slots.n - 1;
    size_t                at = hash & mask;
    uint32_t              n_probes = 0;
    for (; slots[at].number != 0; at = (at + 1) & mask) {
        ++n_probes;
    }
    slot.check = (uint32_t) (hash >> 32);
    slots[at] = slot;
    table->longest_probe = n_probes > table->longest_probe ? n_probes : table->longest_probe;
}

/* Moves all to new slots, at least two a key, under another seed if `reseeds`; false if there
 * is no memory, and then nothing has changed. */
static bool refill(bsh__text_table *table, size_t n_slots, bool reseeds)
{
    bsh__vec                    old = table->slots, slots;
    const bsh__text_slot *const old_slots = old.items;
    bsh__vec_init(&slots, old.allocator, sizeof(bsh__text_slot));
    if (!bsh__vec_resize(&slots, n_slots)) {
        return false;
    }
    table->slots = slots;
    table->seed = reseeds ? bsh__hash_seed() : table->seed;
    table->longest_probe = 0;
    for (size_t i = 0; i < old.n; ++i) {
        if (old_slots[i].number != 0) {
            put(table, old_slots[i]);
        }
    }
    bsh__vec_free(&old);
    return true;
}

bool bsh__text_table_reserve(bsh__text_table *table)
{
    if (!bsh__vec_reserve(&table->keys, table->keys.n + 1)) {
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
    ((bsh__text_key *) table->keys.items)[number] = key;
    put(table, (bsh__text_slot){.head = bsh__text_head_of(key.text, key.n_bytes, key.n_bytes),
                                .n_bytes = key.n_bytes,
                                .tag = key.tag,
                                .number = number + 1});
    return number;
}
