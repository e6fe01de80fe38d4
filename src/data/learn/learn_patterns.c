#include "data/learn/learn_patterns.h"

#include <stdlib.h>
#include <string.h>

enum { SYMBOL_BITS = 5, LEAST_PLACES = 3 };

bsh__symbol learn_symbol_at(learn_key key, unsigned i)
{
    return (bsh__symbol) (key >> (SYMBOL_BITS * (LEARN_PATTERN_LETTERS - 1 - i)) & 31U);
}

/* ---- places */

static learn_key key_of(const learn_word *word, size_t behind)
{
    learn_key key = 0;
    size_t    at = behind;
    bool      is_begun = true;
    for (unsigned i = 0; i < LEARN_PATTERN_LETTERS; ++i) {
        bsh__symbol symbol = (bsh__symbol) 0;
        if (is_begun && at == 0) {
            symbol = BSH__SYMBOL_BEGIN;
            is_begun = false;
        } else if (is_begun) {
            symbol = at > word->n_base ? BSH__SYMBOL_END : bsh__symbol_of(word->text[at - 1]);
            --at;
        }
        key = key << SYMBOL_BITS | (learn_key) symbol;
    }
    return key;
}

static int compare_places(const void *a, const void *b)
{
    const learn_place *const x = a;
    const learn_place *const y = b;
    if (x->key != y->key) {
        return x->key < y->key ? -1 : 1;
    }
    return (x->word > y->word) - (x->word < y->word);
}

static void find_places(learn_patterns *patterns, const learn_words *words)
{
    size_t n = 0;
    for (size_t i = 0; i < words->n; ++i) {
        n += words->items[i].is_learned_from ? words->items[i].n_base + 1U : 0;
    }
    patterns->places = learn_allocate(n, sizeof *patterns->places);
    for (size_t i = 0; i < words->n; ++i) {
        const learn_word *const word = &words->items[i];
        for (size_t at = 1; word->is_learned_from && at <= word->n_base + 1U; ++at) {
            patterns->places[patterns->n_places++] =
                (learn_place){key_of(word, at), (uint32_t) i, LEARN_NO_PATTERN};
        }
    }
    qsort(patterns->places, patterns->n_places, sizeof *patterns->places, compare_places);
}

/* ---- patterns */

typedef struct stretch {
    uint32_t begin, end;
} stretch;

static uint32_t add_pattern(learn_patterns *patterns, stretch places, uint32_t parent,
                            bsh__symbol_class first_class)
{
    if (places.end - places.begin < LEAST_PLACES) {
        return LEARN_NO_PATTERN;
    }
    uint32_t const number = (uint32_t) patterns->n++;
    patterns->items[number] = (learn_pattern){
        .begin = places.begin,
        .end = places.end,
        .parent = parent,
        .of_class = LEARN_NO_PATTERN,
        .n_letters =
            parent == LEARN_NO_PATTERN ? 1 : (uint8_t) (patterns->items[parent].n_letters + 1),
        .first_class = (uint8_t) first_class,
    };
    for (uint32_t i = places.begin; i < places.end; ++i) {
        patterns->places[i].pattern = number;
    }
    return number;
}

/* The places from `begin` on that have the same letter at a depth, or one of the same class. */
static stretch same_letter(const learn_patterns *patterns, stretch of, unsigned depth,
                           bool is_by_class)
{
    stretch           same = {of.begin, of.begin};
    bsh__symbol const symbol = learn_symbol_at(patterns->places[of.begin].key, depth);
    for (; same.end < of.end; ++same.end) {
        bsh__symbol const other = learn_symbol_at(patterns->places[same.end].key, depth);
        if (is_by_class ? bsh__class_of(other) != bsh__class_of(symbol) : other != symbol) {
            break;
        }
    }
    return same;
}

static bool is_class_of_letters(bsh__symbol_class class)
{
    return class == BSH__CLASS_VOWEL || class == BSH__CLASS_CONSONANT;
}

static void add_letters_of_class(learn_patterns *patterns, stretch of, unsigned depth,
                                 uint32_t parent)
{
    bsh__symbol const first = learn_symbol_at(patterns->places[of.begin].key, depth);
    bsh__symbol_class const class = bsh__class_of(first);
    uint32_t of_class = LEARN_NO_PATTERN;
    if (depth > 0 && is_class_of_letters(class)) {
        of_class = add_pattern(patterns, of, parent, class);
    }
    for (stretch rest = of; rest.begin < rest.end;) {
        stretch const  letter = same_letter(patterns, rest, depth, false);
        uint32_t const number = learn_symbol_at(patterns->places[letter.begin].key, depth) == 0
                                    ? LEARN_NO_PATTERN
                                    : add_pattern(patterns, letter, parent, BSH__CLASS_OTHER);
        if (number != LEARN_NO_PATTERN) {
            patterns->items[number].of_class = of_class;
        }
        rest.begin = letter.end;
    }
}

/* The patterns with one letter more in front. */
static void lengthen(learn_patterns *patterns, stretch places, unsigned depth, uint32_t parent)
{
    while (places.begin < places.end) {
        stretch const class = same_letter(patterns, places, depth, true);
        add_letters_of_class(patterns, class, depth, parent);
        places.begin = class.end;
    }
}

static void find_patterns(learn_patterns *patterns)
{
    // a place can be the first of one pattern a length and of one class a length
    size_t const most = patterns->n_places * 2 * LEARN_PATTERN_LETTERS / LEAST_PLACES;
    patterns->items = learn_allocate(most, sizeof *patterns->items);
    lengthen(patterns, (stretch){0, (uint32_t) patterns->n_places}, 0, LEARN_NO_PATTERN);
    for (uint32_t i = 0; i < patterns->n; ++i) {
        const learn_pattern *const p = &patterns->items[i];
        if (p->n_letters < LEARN_PATTERN_LETTERS && p->first_class == BSH__CLASS_OTHER) {
            lengthen(patterns, (stretch){p->begin, p->end}, p->n_letters, i);
        }
    }
}

/* ---- members */

/* Where a pattern stands among the members of the word that is looked at. */
typedef struct collector {
    learn_patterns *patterns;
    uint32_t       *slots;
    uint32_t        n, begin; /* members of all words, and of those before this word */
} collector;

static void collect(collector *c, uint32_t pattern)
{
    uint32_t *const members = c->patterns->members;
    uint32_t const  slot = c->slots[pattern];
    if (slot >= c->begin && slot < c->n && members[slot] >> LEARN_TIMES_BITS == pattern) {
        if ((members[slot] & 7U) < 7U) {
            ++members[slot];
        }
        return;
    }
    c->slots[pattern] = c->n;
    members[c->n++] = pattern << LEARN_TIMES_BITS | 1U;
}

static void collect_place(collector *c, const learn_place *place)
{
    const learn_pattern *const items = c->patterns->items;
    for (uint32_t i = place->pattern; i != LEARN_NO_PATTERN; i = items[i].parent) {
        collect(c, i);
        if (items[i].of_class != LEARN_NO_PATTERN) {
            collect(c, items[i].of_class);
        }
    }
}

/* Numbers of places, word by word. */
static uint32_t *places_by_word(const learn_patterns *patterns, uint32_t *first, size_t n_words)
{
    uint32_t *const by_word = learn_allocate(patterns->n_places, sizeof *by_word);
    for (size_t i = 0; i < patterns->n_places; ++i) {
        ++first[patterns->places[i].word + 1];
    }
    for (size_t i = 0; i < n_words; ++i) {
        first[i + 1] += first[i];
    }
    uint32_t *const at = learn_allocate(n_words, sizeof *at);
    memcpy(at, first, n_words * sizeof *at);
    for (size_t i = 0; i < patterns->n_places; ++i) {
        by_word[at[patterns->places[i].word]++] = (uint32_t) i;
    }
    free(at);
    return by_word;
}

static void find_members(learn_patterns *patterns, const learn_words *words)
{
    uint32_t *const first = learn_allocate(words->n + 1, sizeof *first);
    uint32_t *const by_word = places_by_word(patterns, first, words->n);
    size_t const    most = patterns->n_places * 2 * LEARN_PATTERN_LETTERS;
    patterns->members = learn_allocate(most, sizeof *patterns->members);
    patterns->first_member = learn_allocate(words->n + 1, sizeof *patterns->first_member);
    collector c = {.patterns = patterns, .slots = learn_allocate(patterns->n, sizeof *c.slots)};
    for (size_t w = 0; w < words->n; ++w) {
        c.begin = c.n;
        for (uint32_t i = first[w]; i < first[w + 1]; ++i) {
            collect_place(&c, &patterns->places[by_word[i]]);
        }
        patterns->first_member[w + 1] = c.n;
    }
    free(c.slots);
    free(by_word);
    free(first);
}

void learn_patterns_find(learn_patterns *patterns, const learn_words *words)
{
    find_places(patterns, words);
    find_patterns(patterns);
    find_members(patterns, words);
}
