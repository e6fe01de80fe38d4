#include "article/pull_quotes.h"

#include <string.h>

#include "article/features.h"
#include "article/zone_words.h"
#include "base/hash.h"

enum {
    least_repeated = 5, /* words of a repeated paragraph; "He said no." may well come twice */
    shingle = 8,        /* words by which a part is looked up, and the fewest it has */
    most_part = 100,    /* words of a pull quote */
    most_alike = 8      /* pull quotes with the same first words that are told apart */
};

typedef struct word {
    uint32_t hash;
    bsh_span span;
} word;

/* A body paragraph and its words. */
typedef struct text {
    bsh__paragraph *paragraph;
    size_t          first_word, n_words;
    uint64_t        hash; /* of all words */
} text;

typedef struct finder {
    bsh__pull_quotes *quotes;
    const char       *bytes;
    const word       *words;
    text             *texts;
    size_t            n_texts;
    uint32_t         *slots;
    size_t            mask;   /* slots - 1, a power of two minus one */
    uint64_t          budget; /* words that may still be compared */
} finder;

void bsh__pull_quotes_init(bsh__pull_quotes *quotes, const bsh_allocator *allocator)
{
    bsh__vec_init(&quotes->words, allocator, sizeof(word));
    bsh__vec_init(&quotes->texts, allocator, sizeof(text));
    bsh__vec_init(&quotes->slots, allocator, sizeof(uint32_t));
    bsh__vec_init(&quotes->keys, allocator, sizeof(uint64_t));
    quotes->seed = bsh__hash_seed() | 1U;
}

void bsh__pull_quotes_free(bsh__pull_quotes *quotes)
{
    bsh__vec_free(&quotes->words);
    bsh__vec_free(&quotes->texts);
    bsh__vec_free(&quotes->slots);
    bsh__vec_free(&quotes->keys);
}

/* ---- hashes */

static uint64_t scramble(uint64_t h)
{
    h ^= h >> 32;
    h *= UINT64_C(0xD6E8FEB86659FD93);
    return h ^ h >> 32;
}

/* Of letters and digits alone: "don't" and "don’t" are one word. */
static uint32_t hash_word(uint64_t seed, const char *bytes, bsh_span span)
{
    uint64_t h = seed;
    size_t   at = span.begin;
    for (int32_t c = bsh__next_sign(bytes, span.end, &at); c != 0;
         c = bsh__next_sign(bytes, span.end, &at)) {
        h = (h ^ (uint64_t) c) * UINT64_C(0x9E3779B97F4A7C15);
        h ^= h >> 29;
    }
    return (uint32_t) (h >> 32);
}

/* ---- is there anything to compare? */

/* The initials of up to eight words as one number: what paragraphs that begin alike share. */
static inline uint64_t initials_of(const unsigned char *initials, size_t n)
{
    uint64_t key = 0;
    memcpy(&key, initials, n < shingle ? n : shingle);
    return key;
}

/* What the body paragraphs so far begin with: an open hash table in which 0 is empty.  A
 * multiplier that nobody can guess keeps the runs of full slots short. */
typedef struct openings {
    uint64_t      *keys;
    unsigned char *marks; /* 1 at every number that a key of eight words is scrambled to */
    size_t         mask;  /* slots - 1, a power of two minus one */
    unsigned       shift; /* that leaves the bits of the number of a mark */
    uint64_t       multiplier;
} openings;

enum {
    marks_per_slot = 16, /* so that nearly every key that is not there has no mark either */
    least_slots = 16
};

static inline size_t mark_of(openings o, uint64_t key)
{
    return (size_t) (key * o.multiplier >> o.shift);
}

/* The slot of a key, or the empty one that it would have. */
static inline size_t slot_of(openings o, uint64_t key)
{
    size_t slot = mark_of(o, key) / marks_per_slot;
    while (o.keys[slot] != 0 && o.keys[slot] != key) {
        slot = (slot + 1) & o.mask;
    }
    return slot;
}

static size_t count_words(const bsh__zones *zones, size_t i)
{
    const bsh__paragraph *const p = &zones->paragraphs[i];
    return (i + 1 < zones->n ? p[1].first_word : zones->n_initials) - p->first_word;
}

/* True if a paragraph begins as one before it. */
static bool has_twin(const bsh__zones *zones, openings o)
{
    for (size_t i = 0; i < zones->n; ++i) {
        const bsh__paragraph *const p = &zones->paragraphs[i];
        size_t const                n = count_words(zones, i);
        if (p->kind != BSH_BLOCK_BODY || n < least_repeated) {
            continue;
        }
        uint64_t const key = initials_of(zones->initials + p->first_word, n);
        size_t const   slot = slot_of(o, key);
        if (o.keys[slot] == key) {
            return true;
        }
        o.keys[slot] = key;
        if (n >= shingle && n <= most_part) {
            o.marks[mark_of(o, key)] = 1;
        }
    }
    return false;
}

/* True if eight words amid a paragraph are as those that another one begins with. */
static bool has_part(const unsigned char *initials, size_t n_words, openings o)
{
    for (size_t i = 1; i + shingle <= n_words; ++i) {
        uint64_t const key = initials_of(initials + i, shingle);
        if (o.marks[mark_of(o, key)] != 0 && o.keys[slot_of(o, key)] != 0) {
            return true;
        }
    }
    return false;
}

/* False for nearly every article: no two of its body paragraphs share the initials of their
 * first words, and none has those of another in it. */
static bool may_repeat(const bsh__zones *zones, openings o)
{
    if (has_twin(zones, o)) {
        return true;
    }
    for (size_t i = 0; i < zones->n; ++i) {
        const bsh__paragraph *const p = &zones->paragraphs[i];
        if (p->kind == BSH_BLOCK_BODY &&
            has_part(zones->initials + p->first_word, count_words(zones, i), o)) {
            return true;
        }
    }
    return false;
}

/* An empty table with room for the openings of all paragraphs; false if there is no memory. */
static bool clear_openings(bsh__pull_quotes *quotes, size_t n_paragraphs, openings *out)
{
    size_t   n = least_slots;
    unsigned shift = 64 - 8; // of least_slots * marks_per_slot
    for (; n < 2 * n_paragraphs; n *= 2) {
        --shift;
    }
    quotes->keys.n = 0;
    if (!bsh__vec_resize(&quotes->keys, n + n * marks_per_slot / sizeof(uint64_t))) {
        return false;
    }
    uint64_t *const keys = quotes->keys.items;
    *out = (openings){keys, (unsigned char *) (keys + n), n - 1, shift, quotes->seed};
    return true;
}

/* ---- the words of the body */

static bool add_text(bsh__pull_quotes *quotes, const char *bytes, bsh__paragraph *paragraph)
{
    text *const t = bsh__vec_push(&quotes->texts);
    if (t == NULL) {
        return false;
    }
    t->paragraph = paragraph;
    t->first_word = quotes->words.n;
    bsh_span span;
    for (size_t at = paragraph->span.begin;
         bsh__next_word(bytes, paragraph->span.end, &at, &span);) {
        word *const w = bsh__vec_push(&quotes->words);
        if (w == NULL) {
            return false;
        }
        *w = (word){hash_word(quotes->seed, bytes, span), span};
        t->hash = t->hash * quotes->seed + w->hash;
        ++t->n_words;
    }
    return true;
}

static bool collect(bsh__pull_quotes *quotes, const bsh__zones *zones)
{
    quotes->words.n = 0;
    quotes->texts.n = 0;
    for (size_t i = 0; i < zones->n; ++i) {
        bsh__paragraph *const p = &zones->paragraphs[i];
        if (p->kind == BSH_BLOCK_BODY && !add_text(quotes, zones->text, p)) {
            return false;
        }
    }
    return true;
}

/* An empty table with room for all texts. */
static bool clear_slots(finder *f)
{
    size_t n = 16;
    while (n < 2 * f->n_texts) {
        n *= 2;
    }
    f->quotes->slots.n = 0;
    if (!bsh__vec_resize(&f->quotes->slots, n)) {
        return false;
    }
    f->slots = f->quotes->slots.items;
    f->mask = n - 1;
    return true;
}

/* ---- repeated paragraphs */

static bsh_string stretch(const finder *f, size_t first_word, size_t n_words)
{
    const word *const w = f->words + first_word;
    size_t const      begin = w[0].span.begin;
    return (bsh_string){f->bytes + begin, w[n_words - 1].span.end - begin};
}

static bool is_same(finder *f, const text *a, size_t first_word)
{
    if (f->budget < a->n_words) {
        return false;
    }
    f->budget -= a->n_words;
    return bsh__has_same_signs(stretch(f, a->first_word, a->n_words),
                               stretch(f, first_word, a->n_words));
}

/* Puts a text into the table by its whole; true if an equal one is there. */
static bool is_repeated(finder *f, size_t index)
{
    const text *const t = &f->texts[index];
    size_t            slot = (size_t) scramble(t->hash) & f->mask;
    for (; f->slots[slot] != 0; slot = (slot + 1) & f->mask) {
        const text *const other = &f->texts[f->slots[slot] - 1];
        if (other->hash == t->hash && other->n_words == t->n_words &&
            is_same(f, t, other->first_word)) {
            return true;
        }
    }
    f->slots[slot] = (uint32_t) index + 1;
    return false;
}

static void label_repeated(finder *f)
{
    for (size_t i = 0; i < f->n_texts; ++i) {
        if (f->texts[i].n_words >= least_repeated && is_repeated(f, i)) {
            bsh__paragraph_label(f->texts[i].paragraph, BSH_BLOCK_PULLQUOTE,
                                 BSH__RULE_REPEATED_PARAGRAPH);
        }
    }
}

/* ---- parts */

static uint64_t shingle_hash(const finder *f, size_t first_word)
{
    uint64_t h = 0;
    for (size_t i = 0; i < shingle; ++i) {
        h = h * f->quotes->seed + f->words[first_word + i].hash;
    }
    return h;
}

static bool may_be_part(const text *t)
{
    return t->paragraph->kind == BSH_BLOCK_BODY && t->n_words >= shingle &&
           t->n_words <= most_part;
}

/* Puts the texts that may be pull quotes into the table, by their first words. */
static void enter_parts(finder *f)
{
    for (size_t i = 0; i < f->n_texts; ++i) {
        text *const t = &f->texts[i];
        if (!may_be_part(t)) {
            continue;
        }
        t->hash = shingle_hash(f, t->first_word);
        size_t   slot = (size_t) scramble(t->hash) & f->mask;
        unsigned n_alike = 0;
        while (f->slots[slot] != 0 && n_alike < most_alike) {
            n_alike += f->texts[f->slots[slot] - 1].hash == t->hash;
            slot = (slot + 1) & f->mask;
        }
        if (n_alike < most_alike) {
            f->slots[slot] = (uint32_t) i + 1;
        }
    }
}

/* Labels the texts that begin at a word of `host` and end in it. */
static void match_parts(finder *f, const text *host, size_t at, uint64_t hash)
{
    size_t const n_left = host->first_word + host->n_words - at;
    for (size_t slot = (size_t) scramble(hash) & f->mask; f->slots[slot] != 0;
         slot = (slot + 1) & f->mask) {
        const text *const part = &f->texts[f->slots[slot] - 1];
        if (part->hash == hash && part->n_words < host->n_words && part->n_words <= n_left &&
            part->paragraph->kind == BSH_BLOCK_BODY && is_same(f, part, at) &&
            !bsh__features_has_said(f->bytes, part->paragraph->span)) {
            bsh__paragraph_label(part->paragraph, BSH_BLOCK_PULLQUOTE, BSH__RULE_QUOTED_PART);
        }
    }
}

static void search_host(finder *f, const text *host)
{
    uint64_t const base = f->quotes->seed;
    uint64_t       top = 1; // base to the power of shingle
    for (size_t i = 0; i < shingle; ++i) {
        top *= base;
    }
    uint64_t     hash = shingle_hash(f, host->first_word);
    size_t const last = host->first_word + host->n_words - shingle;
    for (size_t at = host->first_word;; ++at) {
        match_parts(f, host, at, hash);
        if (at == last) {
            break;
        }
        hash = hash * base + f->words[at + shingle].hash - top * f->words[at].hash;
    }
}

static void label_parts(finder *f)
{
    enter_parts(f);
    for (size_t i = 0; i < f->n_texts; ++i) {
        const text *const host = &f->texts[i];
        if (host->n_words > shingle && host->paragraph->rule != BSH__RULE_REPEATED_PARAGRAPH) {
            search_host(f, host);
        }
    }
}

static bool compare_all(bsh__pull_quotes *quotes, bsh__zones *zones)
{
    if (!collect(quotes, zones)) {
        return false;
    }
    finder f = {
        .quotes = quotes,
        .bytes = zones->text,
        .words = quotes->words.items,
        .texts = quotes->texts.items,
        .n_texts = quotes->texts.n,
        .budget = 1024 + 16 * (uint64_t) quotes->words.n,
    };
    if (!clear_slots(&f)) {
        return false;
    }
    label_repeated(&f);
    if (!clear_slots(&f)) {
        return false;
    }
    label_parts(&f);
    return true;
}

bsh_status bsh__pull_quotes_label(bsh__pull_quotes *quotes, bsh__zones *zones, bsh_error *err)
{
    openings o;
    if (!clear_openings(quotes, zones->n, &o)) {
        return bsh__fail_memory(err);
    }
    return !may_repeat(zones, o) || compare_all(quotes, zones) ? BSH_OK : bsh__fail_memory(err);
}
