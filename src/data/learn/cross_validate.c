#include "data/learn/cross_validate.h"

#include <stdio.h>
#include <stdlib.h>

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

typedef struct scores {
    score of[N_SCORES];
} scores;

#define NEW_SCORES                                                                             \
    {                                                                                          \
        {                                                                                      \
            {.name = "all words"}, {.name = "common words"},                                   \
            {                                                                                  \
                .name = "others"                                                               \
            }                                                                                  \
        }                                                                                      \
    }

static void count_fold(scores *s, const pack_tables *tables, const learn_words *words,
                       unsigned fold)
{
    bsh__syllable_table const table = pack_tables_view(tables);
    for (size_t i = 0; i < words->n; ++i) {
        const learn_word *const word = &words->items[i];
        if (word->fold == fold && word->is_of_dictionary) {
            unsigned const n = bsh__count_by_table(&table, word->text, word->n_bytes);
            add_to_score(&s->of[ALL], n, word->n_syllables);
            add_to_score(&s->of[word->is_common ? COMMON : OTHER], n, word->n_syllables);
        }
    }
}

static void list_other_folds(pack_tables *tables, const learn_words *words, unsigned fold)
{
    learn_words others = {.items = learn_allocate(words->n, sizeof *others.items)};
    for (size_t i = 0; i < words->n; ++i) {
        if (words->items[i].fold != fold && words->items[i].is_of_dictionary) {
            others.items[others.n++] = words->items[i];
        }
    }
    pack_exceptions(tables, &others);
    free(others.items);
}

static void print_scores(const char *what, const scores *s)
{
    (void) printf("%s\n", what);
    for (size_t i = 0; i < N_SCORES; ++i) {
        print_score(&s->of[i]);
    }
}

void learn_cross_validate(const learn_patterns *patterns, const learn_words *words)
{
    scores by_rules = NEW_SCORES, by_all = NEW_SCORES;
    size_t n_rules = 0;
    for (unsigned fold = 0; fold < LEARN_FOLDS; ++fold) {
        pack_tables tables;
        learn_rules rules;
        pack_tables_create(&tables);
        learn_rules_find(&rules, patterns, words, fold);
        pack_rules(&tables, &rules);
        count_fold(&by_rules, &tables, words, fold);
        list_other_folds(&tables, words, fold);
        count_fold(&by_all, &tables, words, fold);
        n_rules += rules.n;
        learn_rules_free(&rules);
        pack_tables_free(&tables);
    }
    (void) printf("%d folds by FNV-1a of the word, %zu rules a fold\n", LEARN_FOLDS,
                  n_rules / LEARN_FOLDS);
    print_scores("rules alone", &by_rules);
    print_scores("with the exceptions of the other folds: plurals of listed words", &by_all);
}
