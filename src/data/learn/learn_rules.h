/* Rules, found one by one: the pattern and the number to add that put most words right. */
#ifndef BSH_DATA_LEARN_RULES_H
#define BSH_DATA_LEARN_RULES_H

#include "data/learn/learn_patterns.h"

/* Letters from the last to the first, as of a learn_pattern. */
typedef struct learn_rule {
    learn_key key;
    uint8_t   n_letters;
    uint8_t   first_class;
    int8_t    adds; /* 1 or -1 */
} learn_rule;

typedef struct learn_rules {
    learn_rule *items;
    size_t      n;
} learn_rules;

#define LEARN_NO_FOLD LEARN_FOLDS

/* Learns from the words of all folds but one. */
void learn_rules_find(learn_rules *rules, const learn_patterns *patterns,
                      const learn_words *words, unsigned fold_left_out);

void learn_rules_free(learn_rules *rules);

#endif
