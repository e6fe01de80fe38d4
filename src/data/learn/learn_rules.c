#include "data/learn/learn_rules.h"

#include <stdbool.h>
#include <stdlib.h>

/* A rule must put two words more right than wrong: one alone is cheaper as an exception and
 * tells nothing of other words. */
enum { LEAST_GAIN = 2, MOST_RULES = 4000 };

typedef struct learner {
    const learn_patterns *patterns;
    const learn_words    *words;
    int8_t               *lacks;    /* of a word: syllables that its rules do not give yet */
    bool                 *is_used;  /* of a word */
    int32_t              *gains[2]; /* of a pattern that takes one away, that adds one */
    int32_t              *best;     /* of a pattern, the greater of the two */
    uint32_t             *touched;  /* of a word: the last rule that changed it */
} learner;

/* The gain of a rule is the words that it puts right less those that it puts wrong: words right
 * now that it changes. */
static void count_word(learner *l, uint32_t word, int sign)
{
    const uint32_t *const members = l->patterns->members;
    int const             lack = l->lacks[word];
    uint32_t const        end = l->patterns->first_member[word + 1];
    for (uint32_t i = l->patterns->first_member[word]; i < end; ++i) {
        uint32_t const pattern = members[i] >> LEARN_TIMES_BITS;
        int const      times = (int) (members[i] & ((1U << LEARN_TIMES_BITS) - 1));
        l->gains[0][pattern] += sign * ((lack == -times) - (lack == 0));
        l->gains[1][pattern] += sign * ((lack == times) - (lack == 0));
        int32_t const minus = l->gains[0][pattern];
        int32_t const plus = l->gains[1][pattern];
        l->best[pattern] = minus > plus ? minus : plus;
    }
}

static int vowel_groups(const learn_word *word)
{
    int  n = 0;
    bool is_in_group = false;
    for (size_t i = 0; i < word->n_base; ++i) {
        bool const is_vowel = bsh__class_of(bsh__symbol_of(word->text[i])) == BSH__CLASS_VOWEL;
        n += is_vowel && !is_in_group;
        is_in_group = is_vowel;
    }
    return n;
}

static void begin(learner *l, unsigned fold_left_out)
{
    size_t const n_words = l->words->n;
    l->lacks = learn_allocate(n_words, sizeof *l->lacks);
    l->is_used = learn_allocate(n_words, sizeof *l->is_used);
    l->touched = learn_allocate(n_words, sizeof *l->touched);
    l->best = learn_allocate(l->patterns->n, sizeof *l->best);
    for (size_t i = 0; i < 2; ++i) {
        l->gains[i] = learn_allocate(l->patterns->n, sizeof *l->gains[i]);
    }
    for (uint32_t i = 0; i < n_words; ++i) {
        const learn_word *const word = &l->words->items[i];
        l->is_used[i] = word->is_learned_from && word->fold != fold_left_out;
        if (l->is_used[i]) {
            l->lacks[i] = (int8_t) (word->n_syllables - vowel_groups(word));
            count_word(l, i, 1);
        }
    }
}

static void end(learner *l)
{
    free(l->lacks);
    free(l->is_used);
    free(l->touched);
    free(l->best);
    free(l->gains[0]);
    free(l->gains[1]);
}

/* Of several the first: the shortest, so that the rule holds for most words. */
static uint32_t best_pattern(const learner *l)
{
    uint32_t const       n = (uint32_t) l->patterns->n;
    const int32_t *const best = l->best;
    int32_t              most = 0;
    for (uint32_t i = 0; i < n; ++i) {
        most = best[i] > most ? best[i] : most;
    }
    uint32_t found = 0;
    while (found < n && best[found] != most) {
        ++found;
    }
    return found;
}

static void apply(learner *l, uint32_t pattern, int adds, uint32_t rule_number)
{
    const learn_pattern *const p = &l->patterns->items[pattern];
    for (uint32_t i = p->begin; i < p->end; ++i) {
        uint32_t const word = l->patterns->places[i].word;
        if (!l->is_used[word]) {
            continue;
        }
        // the pattern may stand twice in the word: its places are not beside each other
        if (l->touched[word] != rule_number) {
            l->touched[word] = rule_number;
            count_word(l, word, -1);
        }
        l->lacks[word] = (int8_t) (l->lacks[word] - adds);
    }
    for (uint32_t i = p->begin; i < p->end; ++i) {
        uint32_t const word = l->patterns->places[i].word;
        if (l->is_used[word] && l->touched[word] == rule_number) {
            l->touched[word] = 0;
            count_word(l, word, 1);
        }
    }
}

static void add_rule(learn_rules *rules, const learn_patterns *patterns, uint32_t pattern,
                     int adds)
{
    const learn_pattern *const p = &patterns->items[pattern];
    rules->items[rules->n++] = (learn_rule){
        .key = patterns->places[p->begin].key,
        .n_letters = p->n_letters,
        .first_class = p->first_class,
        .adds = (int8_t) adds,
    };
}

void learn_rules_find(learn_rules *rules, const learn_patterns *patterns,
                      const learn_words *words, unsigned fold_left_out)
{
    learner l = {.patterns = patterns, .words = words};
    begin(&l, fold_left_out);
    *rules = (learn_rules){.items = learn_allocate(MOST_RULES, sizeof *rules->items)};
    while (rules->n < MOST_RULES) {
        uint32_t const pattern = best_pattern(&l);
        if (pattern == patterns->n || l.best[pattern] < LEAST_GAIN) {
            break;
        }
        int const adds = l.gains[1][pattern] >= l.gains[0][pattern] ? 1 : -1;
        add_rule(rules, patterns, pattern, adds);
        apply(&l, pattern, adds, (uint32_t) rules->n);
    }
    end(&l);
}

void learn_rules_free(learn_rules *rules)
{
    free(rules->items);
    *rules = (learn_rules){0};
}
