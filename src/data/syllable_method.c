#include "data/syllable_method.h"

#include <stdbool.h>
#include <string.h>

/* ---- letters */

#define VOWEL(i)     (BSH__SYMBOL_VOWEL + (i)) | BSH__CLASS_VOWEL << CLASS_SHIFT
#define CONSONANT(i) (BSH__SYMBOL_CONSONANT + (i)) | BSH__CLASS_CONSONANT << CLASS_SHIFT

enum { CLASS_SHIFT = 5, SYMBOL_MASK = 31 };

/* A symbol, and its class above it. */
static const uint8_t codes[256] = {
    ['a'] = VOWEL(0),      ['e'] = VOWEL(1),      ['i'] = VOWEL(2),
    ['o'] = VOWEL(3),      ['u'] = VOWEL(4),      ['y'] = VOWEL(5),
    ['b'] = CONSONANT(0),  ['c'] = CONSONANT(1),  ['d'] = CONSONANT(2),
    ['f'] = CONSONANT(3),  ['g'] = CONSONANT(4),  ['h'] = CONSONANT(5),
    ['j'] = CONSONANT(6),  ['k'] = CONSONANT(7),  ['l'] = CONSONANT(8),
    ['m'] = CONSONANT(9),  ['n'] = CONSONANT(10), ['p'] = CONSONANT(11),
    ['q'] = CONSONANT(12), ['r'] = CONSONANT(13), ['s'] = CONSONANT(14),
    ['t'] = CONSONANT(15), ['v'] = CONSONANT(16), ['w'] = CONSONANT(17),
    ['x'] = CONSONANT(18), ['z'] = CONSONANT(19), ['\''] = BSH__SYMBOL_APOSTROPHE,
};

bsh__symbol bsh__symbol_of(char c)
{
    return (bsh__symbol) (codes[(unsigned char) c] & SYMBOL_MASK);
}

bsh__symbol_class bsh__class_of(bsh__symbol symbol)
{
    if (symbol >= BSH__SYMBOL_VOWEL && symbol < BSH__SYMBOL_CONSONANT) {
        return BSH__CLASS_VOWEL;
    }
    if (symbol >= BSH__SYMBOL_CONSONANT && symbol < BSH__SYMBOL_APOSTROPHE) {
        return BSH__CLASS_CONSONANT;
    }
    return symbol == BSH__SYMBOL_BEGIN ? BSH__CLASS_BEGIN : BSH__CLASS_OTHER;
}

/* ---- rules */

/* The node after one letter more; as many steps back as letters at most, over the whole word.
 */
static const bsh__rule_node *next_node(const bsh__rule_node *nodes, const bsh__rule_node *node,
                                       unsigned symbol)
{
    const bsh__rule_node *child = nodes + node->children + symbol;
    while (child->symbol != symbol) {
        if (node == nodes) {
            return node;
        }
        node = nodes + node->shorter;
        child = nodes + node->children + symbol;
    }
    return child;
}

unsigned bsh__count_by_rules(const bsh__syllable_table *table, const char *lower,
                             size_t n_bytes)
{
    const bsh__rule_node *const nodes = table->nodes;
    const bsh__rule_node       *node = next_node(nodes, nodes, BSH__SYMBOL_END);
    int                         n_groups = 0, correction = 0;
    bool                        is_in_group = false;
    for (size_t at = n_bytes; at > 0; --at) {
        unsigned const code = codes[(unsigned char) lower[at - 1]];
        unsigned const class = code >> CLASS_SHIFT;
        bool const is_vowel = class == BSH__CLASS_VOWEL;
        n_groups += is_vowel && !is_in_group;
        is_in_group = is_vowel;
        correction += table->effects[node->effect][class];
        node = next_node(nodes, node, code & SYMBOL_MASK);
    }
    correction += table->effects[node->effect][BSH__CLASS_BEGIN];
    // what has no vowel is an abbreviation ("km", "kg") or a sound: no rule is learned from it
    int const n = n_groups == 0 ? 1 : n_groups + correction;
    return n < 1 ? 1 : (unsigned) n;
}

/* ---- exceptions */

uint64_t bsh__exception_hash(const char *lower, size_t n_bytes)
{
    uint64_t hash = 0;
    for (size_t i = 0; i < n_bytes; ++i) {
        hash = (hash ^ (unsigned char) lower[i]) * UINT64_C(0x9E3779B97F4A7C15);
        hash ^= hash >> 32;
    }
    return hash * UINT64_C(0x9E3779B97F4A7C15);
}

unsigned bsh__find_exception(const bsh__syllable_table *table, const char *lower,
                             size_t n_bytes)
{
    if (n_bytes > BSH__EXCEPTION_LETTERS) {
        return 0;
    }
    uint64_t const hash = bsh__exception_hash(lower, n_bytes);
    size_t const   bucket = (size_t) (hash >> (64 - BSH__BUCKET_BITS));
    uint32_t const fingerprint =
        (uint32_t) (hash << BSH__BUCKET_BITS >> (64 - BSH__FINGERPRINT_BITS));
    for (size_t i = table->bucket[bucket]; i < table->bucket[bucket + 1]; ++i) {
        if (table->exceptions[i] >> BSH__COUNT_BITS == fingerprint) {
            return table->exceptions[i] & ((1U << BSH__COUNT_BITS) - 1);
        }
    }
    return 0;
}

/* ---- clitics */

static bool is_one_of(char c, const char *set)
{
    return c != '\0' && strchr(set, c) != NULL;
}

/* "boss's", "judge's" have one more than the word itself; "mayor's" has not. */
static bool ends_in_sibilant(const char *word, size_t n_bytes)
{
    char const last = word[n_bytes - 1];
    char const before = n_bytes > 1 ? word[n_bytes - 2] : '\0';
    if (last == 'h') {
        return is_one_of(before, "cs");
    }
    if (last == 'e') {
        return is_one_of(before, "cgsz");
    }
    return is_one_of(last, "sxz");
}

typedef struct clitic {
    const char *text;
    const char *silent_after; /* adds no syllable after these letters, one after others */
} clitic;

#define ALL_LETTERS   "abcdefghijklmnopqrstuvwxyz'"
#define BUT_D_AND_T   "abcefghijklmnopqrsuvwxyz'"
#define VOWEL_LETTERS "aeiouwy"

/* "they're" 1, "there're" 2; "she'd" 1, "it'd" 2; "don't" 1, "isn't" 2. */
static const clitic clitics[] = {
    {"n't", "aiou"},     {"'re", VOWEL_LETTERS}, {"'ve", VOWEL_LETTERS}, {"'ll", VOWEL_LETTERS},
    {"'d", BUT_D_AND_T}, {"'m", ALL_LETTERS},    {"'", ALL_LETTERS},
};

static bool ends_with(const char *word, size_t n_bytes, const char *ending)
{
    size_t const n = strlen(ending);
    return n_bytes > n && memcmp(word + n_bytes - n, ending, n) == 0;
}

/* The longest clitic has three letters: without an apostrophe in the last three there is none.
 */
static bool may_end_in_clitic(const char *word, size_t n_bytes)
{
    size_t const n_last = n_bytes < 3 ? n_bytes : 3;
    return memchr(word + n_bytes - n_last, '\'', n_last) != NULL;
}

unsigned bsh__cut_clitic(const char *lower, size_t *n_bytes)
{
    if (!may_end_in_clitic(lower, *n_bytes)) {
        return 0;
    }
    if (ends_with(lower, *n_bytes, "'s")) {
        *n_bytes -= 2;
        return ends_in_sibilant(lower, *n_bytes);
    }
    for (size_t i = 0; i < sizeof clitics / sizeof clitics[0]; ++i) {
        if (ends_with(lower, *n_bytes, clitics[i].text)) {
            *n_bytes -= strlen(clitics[i].text);
            return !is_one_of(lower[*n_bytes - 1], clitics[i].silent_after);
        }
    }
    return 0;
}

/* A plural is heard as the possessive of its singular: "shoreline" is listed with two
 * syllables, so "shorelines" has two, and "surcharges" one more than "surcharge". */
static unsigned count_unlisted(const bsh__syllable_table *table, const char *word,
                               size_t n_bytes)
{
    if (n_bytes >= 4 && word[n_bytes - 1] == 's') {
        unsigned const singular = bsh__find_exception(table, word, n_bytes - 1);
        if (singular != 0) {
            return singular - 1 + ends_in_sibilant(word, n_bytes - 1);
        }
    }
    return bsh__count_by_rules(table, word, n_bytes);
}

unsigned bsh__count_by_table(const bsh__syllable_table *table, const char *lower,
                             size_t n_bytes)
{
    unsigned const listed = bsh__find_exception(table, lower, n_bytes);
    if (listed != 0) {
        return listed - 1;
    }
    size_t const   n_before = n_bytes;
    unsigned const n_added = bsh__cut_clitic(lower, &n_bytes);
    unsigned const base = n_bytes < n_before ? bsh__find_exception(table, lower, n_bytes) : 0;
    return n_added + (base != 0 ? base - 1 : count_unlisted(table, lower, n_bytes));
}
