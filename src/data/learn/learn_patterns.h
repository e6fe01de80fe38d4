/* The patterns that may become rules: every stretch of letters that stands in three places of
 * the words or more. */
#ifndef BSH_DATA_LEARN_PATTERNS_H
#define BSH_DATA_LEARN_PATTERNS_H

#include "data/learn/learn_words.h"
#include "data/syllable_method.h"

#define LEARN_PATTERN_LETTERS 8 /* of the longest; begin and end of the word count */
#define LEARN_NO_PATTERN      UINT32_MAX

/* Letters of the longest pattern as symbols, five bits each, the last letter highest. */
typedef uint64_t learn_key;

/* A place of a word, and the letters before it. */
typedef struct learn_place {
    learn_key key;
    uint32_t  word;
    uint32_t  pattern; /* the longest that ends here */
} learn_place;

/* Letters that end at a place, read from right to left.  The first may be of any kind: "Ve$"
 * for vowel, e, end. */
typedef struct learn_pattern {
    uint32_t begin, end; /* its places, which lie together */
    uint32_t parent;     /* without its first letter */
    uint32_t of_class;   /* the same with the class of its first letter, if that is a pattern */
    uint8_t  n_letters;
    uint8_t  first_class; /* bsh__symbol_class if the first letter is of any kind, else 0 */
} learn_pattern;

typedef struct learn_patterns {
    learn_place   *places; /* sorted by key */
    size_t         n_places;
    learn_pattern *items; /* shorter before longer, then by their letters */
    size_t         n;
    /* The patterns of word w, each once: members[first_member[w]] to those of the next word. */
    uint32_t *first_member;
    uint32_t *members; /* number of the pattern, and how often it stands in the word */
} learn_patterns;

#define LEARN_TIMES_BITS 3 /* of a member; more than seven times is seven */

void learn_patterns_find(learn_patterns *patterns, const learn_words *words);

/* Letter of a pattern, counted from its end. */
bsh__symbol learn_symbol_at(learn_key key, unsigned i);

#endif
