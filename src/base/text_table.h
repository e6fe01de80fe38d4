/* Texts numbered in order of first occurrence: 0, 1, 2 ...
 *
 * Open addressing, a power of two of slots, at most half of them taken.  A slot is eight bytes,
 * so that the slots of a whole vocabulary stay near; the first 16 bytes of a text, which are
 * all of nearly every word, stand in an array by number, where frequent words come first. Words
 * come from strangers: the hash is seeded, a probe that gets long makes the table take another
 * seed, and texts are compared in full. */
#ifndef BSH_BASE_TEXT_TABLE_H
#define BSH_BASE_TEXT_TABLE_H

#include "base/hash.h"
#include "base/memory.h"

/* A text that is in the table; `tag` tells apart equal texts of different sorts. */
typedef struct bsh__text_key {
    const char *text;
    uint32_t    n_bytes;
    uint32_t    tag;
} bsh__text_key;

enum { BSH__TEXT_HEAD_BYTES = 16 };

/* The first bytes of a text, with zeros behind a shorter one. */
typedef struct bsh__text_head {
    uint64_t half[2];
} bsh__text_head;

/* What is compared with a text that is looked for. */
typedef struct bsh__text_entry {
    bsh__text_head head;
    uint32_t       n_bytes, tag;
} bsh__text_entry;

typedef struct bsh__text_slot {
    uint32_t check;  /* upper half of the hash */
    uint32_t number; /* of the text, plus 1; 0 for a free slot */
} bsh__text_slot;

typedef struct bsh__text_table {
    bsh__vec keys;    /* bsh__text_key, by number */
    bsh__vec entries; /* bsh__text_entry, by number */
    bsh__vec slots;   /* bsh__text_slot; slots.n is a power of two */
    uint64_t seed;
    uint32_t longest_probe; /* of a text that was put in since the slots were last filled */
} bsh__text_table;

#define BSH__NO_TEXT UINT32_MAX

void bsh__text_table_init(bsh__text_table *table, const bsh_allocator *allocator);
void bsh__text_table_free(bsh__text_table *table);

/* The number of the text; BSH__NO_TEXT if it is not there. */
uint32_t bsh__text_table_find(const bsh__text_table *table, bsh__text_key key);

/* Makes room for one more text; false if there is no memory, and then nothing has changed. */
bool bsh__text_table_reserve(bsh__text_table *table);

/* Adds a text that is not there; room must have been made.  The text is not copied.  Returns
 * its number. */
uint32_t bsh__text_table_add(bsh__text_table *table, bsh__text_key key);

/* ---- the look-up of one word after the other */

/* The head of a text of which `n_readable` bytes may be read, its own and what follows: in the
 * middle of an article the 16 bytes are loaded whole, and what belongs to the next word is
 * masked away. */
static inline bsh__text_head bsh__text_head_of(const char *text, size_t n_bytes,
                                               size_t n_readable)
{
    static const unsigned char masks[2 * BSH__TEXT_HEAD_BYTES] = {
        255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255};
    bsh__text_head head = {{0, 0}}, mask;
    size_t const   n = n_bytes < BSH__TEXT_HEAD_BYTES ? n_bytes : BSH__TEXT_HEAD_BYTES;
    if (n_readable < BSH__TEXT_HEAD_BYTES) {
        memcpy(&head, text, n);
        return head;
    }
    memcpy(&head, text, sizeof head);
    memcpy(&mask, masks + BSH__TEXT_HEAD_BYTES - n, sizeof mask);
    head.half[0] &= mask.half[0];
    head.half[1] &= mask.half[1];
    return head;
}

static inline uint64_t bsh__text_hash(uint64_t seed, const bsh__text_key *key,
                                      bsh__text_head head)
{
    if (key->n_bytes > BSH__TEXT_HEAD_BYTES) {
        return bsh__hash(seed + key->tag, key->text, key->n_bytes);
    }
    uint64_t const turned = seed << 32 | seed >> 32;
    return bsh__mix(head.half[0] ^ seed, (head.half[1] ^ turned) + key->tag);
}

/* Compares all of a text whose head is right. */
bool bsh__text_table_is_long_match(const bsh__text_table *table, uint32_t number,
                                   const bsh__text_key *key);

/* Without a branch for each half: where a text is looked for, it is nearly always there. */
static inline bool bsh__text_table_holds(const bsh__text_table *table, uint32_t number,
                                         const bsh__text_key *key, bsh__text_head head)
{
    const bsh__text_entry *const entry =
        (const bsh__text_entry *) table->entries.items + number;
    uint64_t const differences = (entry->head.half[0] ^ head.half[0]) |
                                 (entry->head.half[1] ^ head.half[1]) |
                                 (entry->n_bytes ^ key->n_bytes) | (entry->tag ^ key->tag);
    return differences == 0 && (key->n_bytes <= BSH__TEXT_HEAD_BYTES ||
                                bsh__text_table_is_long_match(table, number, key));
}

/* The first slot from `at` on that is free or may be that of a text with this hash. */
static inline size_t bsh__text_slot_from(const bsh__text_table *table, uint64_t hash, size_t at)
{
    const bsh__text_slot *const slots = table->slots.items;
    size_t const                mask = table->slots.n - 1;
    at &= mask;
    while (slots[at].number != 0 && slots[at].check != (uint32_t) (hash >> 32)) {
        at = (at + 1) & mask;
    }
    return at;
}

/* The number of the text; BSH__NO_TEXT if it is not there. */
static inline uint32_t bsh__text_table_find_by_head(const bsh__text_table *table,
                                                    bsh__text_key key, bsh__text_head head)
{
    if (table->slots.n == 0) {
        return BSH__NO_TEXT;
    }
    const bsh__text_slot *const slots = table->slots.items;
    uint64_t const              hash = bsh__text_hash(table->seed, &key, head);
    size_t                      at = bsh__text_slot_from(table, hash, hash);
    while (slots[at].number != 0 &&
           !bsh__text_table_holds(table, slots[at].number - 1, &key, head)) {
        at = bsh__text_slot_from(table, hash, at + 1);
    }
    return slots[at].number - 1; // of a free slot: BSH__NO_TEXT
}

/* ---- the same in three steps, so that others can be taken while memory answers */

/* First: the hash of the text; its slot is asked for. */
static inline uint64_t bsh__text_table_ask(const bsh__text_table *table, bsh__text_key key,
                                           bsh__text_head head)
{
    uint64_t const hash = bsh__text_hash(table->seed, &key, head);
    if (table->slots.n != 0) {
        bsh__prefetch((const bsh__text_slot *) table->slots.items +
                      (hash & (table->slots.n - 1)));
    }
    return hash;
}

/* Second: the number that the text very likely has if it is there; its entry is asked for. The
 * table must be as it was in the first step. */
static inline uint32_t bsh__text_table_guess(const bsh__text_table *table, uint64_t hash)
{
    if (table->slots.n == 0) {
        return BSH__NO_TEXT;
    }
    const bsh__text_slot *const slots = table->slots.items;
    uint32_t const              number = slots[bsh__text_slot_from(table, hash, hash)].number;
    if (number != 0) {
        bsh__prefetch((const bsh__text_entry *) table->entries.items + (number - 1));
    }
    return number - 1;
}

/* Third: the number of the text.  The table may have grown since the guess, or taken another
 * seed. */
static inline uint32_t bsh__text_table_find_guessed(const bsh__text_table *table,
                                                    uint32_t guess, bsh__text_key key,
                                                    bsh__text_head head)
{
    return guess != BSH__NO_TEXT && bsh__text_table_holds(table, guess, &key, head)
               ? guess
               : bsh__text_table_find_by_head(table, key, head);
}

#endif
