/* How the syllables of an English word are counted: listed exceptions, else rules.  Built into
 * the library, and into the program that makes the tables (learn/), so that both count alike.
 */
#ifndef BSH_DATA_SYLLABLE_METHOD_H
#define BSH_DATA_SYLLABLE_METHOD_H

#include <stddef.h>
#include <stdint.h>

/* Letters as the tables number them; 0 is any other byte. */
typedef enum bsh__symbol {
    BSH__SYMBOL_VOWEL = 1,     /* a e i o u y: 1 to 6 */
    BSH__SYMBOL_CONSONANT = 7, /* b c d ... z: 7 to 26 */
    BSH__SYMBOL_APOSTROPHE = 27,
    BSH__SYMBOL_BEGIN = 28, /* before the first letter */
    BSH__SYMBOL_END = 29,   /* behind the last letter */
    BSH__N_SYMBOLS = 30
} bsh__symbol;

/* What stands before a place, as far as rules ask for it without naming the letter. */
typedef enum bsh__symbol_class {
    BSH__CLASS_OTHER,
    BSH__CLASS_VOWEL,
    BSH__CLASS_CONSONANT,
    BSH__CLASS_BEGIN,
    BSH__N_CLASSES
} bsh__symbol_class;

/* A state of the automaton that reads a word from right to left and finds all patterns in one
 * pass.  The letters on the way from the root, 0, to a node are the longest beginning of a
 * pattern (read that way) that stands at the place.  Its children lie at children + symbol;
 * what lies there with another symbol is the child of another node.  A node without children
 * has 0, where none lies.  Source: A. Aho and M. Corasick, Efficient string matching, 1975. */
typedef struct bsh__rule_node {
    uint16_t children;
    uint16_t shorter; /* the node of the next shorter beginning */
    uint8_t  symbol;
    uint8_t  effect; /* row of bsh__syllable_table.effects, that of shorter ones included */
} bsh__rule_node;

#define BSH__NODE_ROOM 32 /* nodes kept free in front, so that a leaf finds no child there */

#define BSH__EXCEPTION_LETTERS 32 /* of the longest listed word */
#define BSH__BUCKET_BITS       10
#define BSH__FINGERPRINT_BITS  28
#define BSH__COUNT_BITS        4

/* Rules add to the number of vowel groups at every place where they hold.  Exceptions are known
 * by 38 bits of a hash: ten choose the bucket, the rest lies in the entry above the number of
 * syllables plus 1.  So of four thousand exceptions a word that is none is taken for one once
 * in 69 million; no word of the dictionary is, the maker of the tables has tried all. */
typedef struct bsh__syllable_table {
    const bsh__rule_node *nodes;
    const int8_t (*effects)[BSH__N_CLASSES]; /* by what stands before the node's letters */
    const uint32_t *exceptions;
    const uint16_t *bucket; /* where each begins, 2 to the BSH__BUCKET_BITS and 1 more */
} bsh__syllable_table;

bsh__symbol       bsh__symbol_of(char c);
bsh__symbol_class bsh__class_of(bsh__symbol symbol);

/* The hash of a word: bucket, fingerprint and unused bits, from the highest down. */
uint64_t bsh__exception_hash(const char *lower, size_t n_bytes);

/* Cuts "'s", "n't" and their like off; returns the syllables that they add. */
unsigned bsh__cut_clitic(const char *lower, size_t *n_bytes);

/* Syllables of an exception plus 1; 0 if the word is none. */
unsigned bsh__find_exception(const bsh__syllable_table *table, const char *lower,
                             size_t n_bytes);

/* Vowel groups and rules alone; at least 1. */
unsigned bsh__count_by_rules(const bsh__syllable_table *table, const char *lower,
                             size_t n_bytes);

/* The whole method. */
unsigned bsh__count_by_table(const bsh__syllable_table *table, const char *lower,
                             size_t n_bytes);

#endif
