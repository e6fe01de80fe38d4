#include "data/learn/cross_validate.h"

#include <stdio.h>

#include "data/learn/pack_tables.h"

typedef struct score {
    const char *name;
    size_t      n, n_right, n_too_many, n_too_few;
} score;

static void add_to_score(score *s, unsigned counted, unsigned listed)
{
    ++s->n;
    s->n_right += counted == listed;
    s->n_too_many += counted > listed;
    s->n_too_few += counted < listed;
}

static void print_score(const score *s)
{
    if (s->n > 0) {
        double const n = (double) s->n;
        (void) printf("%-22s n=%-7zu right %.2f%%  too many %.2f%%  too few %.2f%%\n", s->name,
                      s->n, 100.0 * (double) s->n_right / n, 100.0 * (double) s->n_too_many / n,
                      100.0 * (double) s->n_too_few / n);
    }
}

enum { ALL, COMMON, OTHER, N_SCORES };

/* Counts the words of a fold; returns the number of rules. */
static size_t count_fold(score *scores, const learn_patterns *patterns,
                         const learn_words *words, unsigned fold)
{
    pack_tables tables;
    learn_rules rules;
    pack_tables_create(&tables);
    learn_rules_find(&rules, patterns, words, fold);
    pack_rules(&tables, &rules);
    bsh__syllable_table const table = pack_tables_view(&tables);
    for (size_t i = 0; i < words->n; ++i) {
        const learn_word *const word = &words->items[i];
        if (word->fold == fold && word->is_of_dictionary) {
            unsigned const n = bsh__count_by_table(&table, word->text, word->n_bytes);
            add_to_score(&scores[ALL], n, word->n_syllables);
            add_to_score(&scores[word->is_common ? COMMON : OTHER], n, word->n_syllables);
        }
    }
    size_t const n_rules = rules.n;
    learn_rules_free(&rules);
    pack_tables_free(&tables);
    return n_rules;
}

void learn_cross_validate(const learn_patterns *patterns, const learn_words *words)
{
    score scores[N_SCORES] = {
        {.name = "all words"}, {.name = "common words"}, {.name = "others"}};
    size_t n_rules = 0;
    for (unsigned fold = 0; fold < LEARN_FOLDS; ++fold) {
        n_rules += count_fold(scores, patterns, words, fold);
    }
    (void) printf("rules alone, %d folds by FNV-1a of the word, %zu rules a fold\n",
                  LEARN_FOLDS, n_rules / LEARN_FOLDS);
    for (size_t i = 0; i < N_SCORES; ++i) {
        print_score(&scores[i]);
    }
}
