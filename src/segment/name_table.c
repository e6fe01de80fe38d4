#include "segment/name_table.h"

#include <string.h>

#include "base/hash.h"

/* People of one surname that are looked at: a text that lists more is no news, and merges less.
 */
enum { MAX_NAMESAKES = 16, FIRST_SLOTS = 64 };

void bsh__name_table_init(bsh__name_table *table, const bsh_allocator *allocator)
{
    bsh__vec_init(&table->persons, allocator, sizeof(bsh__person));
    bsh__vec_init(&table->exact, allocator, sizeof(uint32_t));
    bsh__vec_init(&table->surnames, allocator, sizeof(uint32_t));
    table->seed = bsh__hash_seed();
}

void bsh__name_table_free(bsh__name_table *table)
{
    bsh__vec_free(&table->persons);
    bsh__vec_free(&table->exact);
    bsh__vec_free(&table->surnames);
}

bool bsh__name_table_clear(bsh__name_table *table)
{
    table->persons.n = table->exact.n = table->surnames.n = 0;
    return bsh__vec_resize(&table->exact, FIRST_SLOTS) &&
           bsh__vec_resize(&table->surnames, FIRST_SLOTS);
}

static bool is_same_key(const bsh__name_key *a, const bsh__name_key *b)
{
    uint32_t n = a->n == b->n && a->mark == b->mark ? a->n : 0;
    while (n > 0 && a->terms[n - 1] == b->terms[n - 1]) {
        --n;
    }
    return n == 0 && a->n == b->n && a->mark == b->mark;
}

static uint32_t surname_of(const bsh__person *person)
{
    return person->key.terms[person->key.n - 1];
}

/* One multiplication a term: bsh__hash takes four times as long for so few bytes.  Neither of
 * its operands is known to who writes the text. */
static inline uint64_t hash_terms(const bsh__name_table *table, const uint32_t *terms,
                                  uint32_t n, uint32_t mark)
{
    uint64_t hash = table->seed + mark;
    for (uint32_t i = 0; i < n; ++i) {
        hash = bsh__mix(hash ^ terms[i], ~table->seed);
    }
    return hash;
}

/* The slot of a key, or the free one where it belongs. */
static inline size_t exact_slot(const bsh__name_table *table, const bsh__name_key *key)
{
    const uint32_t *const slots = table->exact.items;
    size_t const          mask = table->exact.n - 1;
    size_t slot = (size_t) hash_terms(table, key->terms, key->n, key->mark) & mask;
    while (slots[slot] != 0 &&
           !is_same_key(&bsh__person_at(table, slots[slot] - 1)->key, key)) {
        slot = (slot + 1) & mask;
    }
    return slot;
}

static inline size_t surname_slot(const bsh__name_table *table, uint32_t surname)
{
    const uint32_t *const slots = table->surnames.items;
    size_t const          mask = table->surnames.n - 1;
    size_t                slot = (size_t) hash_terms(table, &surname, 1, 0) & mask;
    while (slots[slot] != 0 && surname_of(bsh__person_at(table, slots[slot] - 1)) != surname) {
        slot = (slot + 1) & mask;
    }
    return slot;
}

static bool is_full_name(const bsh__person *person)
{
    return person->key.n >= 2 && person->key.mark == 0;
}

/* Puts a person with a full name into the slot of its surname.  The first one is the head of a
 * list; returns it. */
static uint32_t enter_surname(bsh__name_table *table, uint32_t person)
{
    uint32_t const  surname = surname_of(bsh__person_at(table, person));
    uint32_t *const slot = (uint32_t *) table->surnames.items + surname_slot(table, surname);
    *slot = *slot == 0 ? person + 1 : *slot;
    return *slot - 1;
}

static void enter(bsh__name_table *table, uint32_t person)
{
    const bsh__person *const p = bsh__person_at(table, person);
    ((uint32_t *) table->exact.items)[exact_slot(table, &p->key)] = person + 1;
    if (is_full_name(p)) {
        (void) enter_surname(table, person);
    }
}

/* Keeps the slots at most half full. */
static bool make_room(bsh__name_table *table)
{
    size_t const n = table->exact.n * 2;
    if (table->persons.n * 2 < table->exact.n) {
        return true;
    }
    table->exact.n = table->surnames.n = 0;
    if (!bsh__vec_resize(&table->exact, n) || !bsh__vec_resize(&table->surnames, n)) {
        return false;
    }
    for (uint32_t i = 0; i < table->persons.n; ++i) {
        enter(table, i);
    }
    return true;
}

bool bsh__name_add(bsh__name_table *table, const bsh__name_key *key, uint32_t *person,
                   bool *is_new)
{
    if (!make_room(table)) {
        return false;
    }
    uint32_t *const slot = (uint32_t *) table->exact.items + exact_slot(table, key);
    *is_new = *slot == 0;
    if (!*is_new) {
        *person = *slot - 1;
        return true;
    }
    if (!bsh__vec_reserve(&table->persons, table->persons.n + 1)) {
        return false;
    }
    *person = (uint32_t) table->persons.n++;
    *slot = *person + 1;
    bsh__person *const p = bsh__person_at(table, *person);
    *p = (bsh__person){.key = *key, .next = BSH__NO_PERSON, .same_as = *person};
    uint32_t const head = is_full_name(p) ? enter_surname(table, *person) : *person;
    if (head != *person) {
        p->next = bsh__person_at(table, head)->next;
        bsh__person_at(table, head)->next = *person;
    }
    return true;
}

uint32_t bsh__name_find(const bsh__name_table *table, const bsh__name_key *key)
{
    uint32_t const found = ((const uint32_t *) table->exact.items)[exact_slot(table, key)];
    return found == 0 ? BSH__NO_PERSON : found - 1;
}

static bsh__name_key hint_key(uint32_t term, bsh__name_mark mark)
{
    return (bsh__name_key){.terms = {term}, .n = 1, .mark = mark};
}

bool bsh__name_hint(bsh__name_table *table, uint32_t term, bsh__name_mark mark, uint32_t person)
{
    bsh__name_key const key = hint_key(term, mark);
    uint32_t            hint = 0;
    bool                is_new = false;
    if (!bsh__name_add(table, &key, &hint, &is_new)) {
        return false;
    }
    bsh__person *const p = bsh__person_at(table, hint);
    if (is_new) {
        p->same_as = person;
    } else if (p->same_as != person && bsh__person_at(table, p->same_as)->same_as != person) {
        p->same_as = hint;
    }
    return true;
}

uint32_t bsh__name_hinted(const bsh__name_table *table, uint32_t term, bsh__name_mark mark)
{
    bsh__name_key const key = hint_key(term, mark);
    uint32_t const      hint = bsh__name_find(table, &key);
    uint32_t const      person =
        hint == BSH__NO_PERSON ? hint : bsh__person_at(table, hint)->same_as;
    return person == hint ? BSH__NO_PERSON : person;
}

uint32_t bsh__name_first(const bsh__name_table *table, uint32_t surname)
{
    uint32_t const head =
        ((const uint32_t *) table->surnames.items)[surname_slot(table, surname)];
    return head == 0 ? BSH__NO_PERSON : head - 1;
}

/* `shorter` is the end of `longer`, or has its first and last word. */
static bool is_shorter_form(const bsh__name_key *shorter, const bsh__name_key *longer)
{
    if (shorter->n >= longer->n) {
        return false;
    }
    size_t const n_bytes = shorter->n * sizeof shorter->terms[0];
    bool const   is_end =
        memcmp(shorter->terms, longer->terms + (longer->n - shorter->n), n_bytes) == 0;
    bool const has_ends = shorter->n == 2 && shorter->terms[0] == longer->terms[0] &&
                          shorter->terms[1] == longer->terms[longer->n - 1];
    return is_end || has_ends;
}

/* The one fuller name of a person; the person itself if there are none or several. */
static uint32_t fuller_name(const bsh__name_table *table, uint32_t person)
{
    const bsh__person *const p = bsh__person_at(table, person);
    uint32_t                 found = person;
    uint32_t                 other = bsh__name_first(table, surname_of(p));
    for (int n = 0; n < MAX_NAMESAKES && other != BSH__NO_PERSON; ++n) {
        const bsh__person *const o = bsh__person_at(table, other);
        if (is_shorter_form(&p->key, &o->key)) {
            if (found != person) {
                return person;
            }
            found = other;
        }
        other = o->next;
    }
    return found;
}

void bsh__names_merge(bsh__name_table *table, size_t first)
{
    for (uint32_t i = (uint32_t) first; i < table->persons.n; ++i) {
        bsh__person *const p = bsh__person_at(table, i);
        if (is_full_name(p)) {
            p->same_as = fuller_name(table, i);
        }
    }
}
