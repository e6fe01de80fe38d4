#include "data/front_coded.h"
#include "data/lexicon.h"
#include "data/word_table.h"

#include <string.h>

// Made by gen.awk; after the headers that they need.
#include "data/syllable_exceptions.inc"
#include "data/syllable_rules.inc"

#define RULE_LETTERS 7 /* of the longest pattern; gen.awk refuses longer ones */
#define RULE_ZERO    8 /* stored for "adds nothing": the numbers of a table have no sign */

static bool is_one_of(char c, const char *set)
{
    return c != '\0' && strchr(set, c) != NULL;
}

static int vowel_groups(const char *word, size_t n_bytes)
{
    int  n_groups = 0;
    bool is_in_group = false;
    for (size_t i = 0; i < n_bytes; i++) {
        bool const is_vowel = is_one_of(word[i], "aeiouy");
        n_groups += is_vowel && !is_in_group;
        is_in_group = is_vowel;
    }
    return n_groups;
}

/* The letters of ^word$ from a place on, at most RULE_LETTERS; returns how many. */
static size_t read_window(char *window, const char *word, size_t n_bytes, size_t begin)
{
    size_t n = 0;
    for (size_t i = begin; i < n_bytes + 2 && n < RULE_LETTERS; i++) {
        window[n++] = i == 0 ? '^' : i == n_bytes + 1 ? '$' : word[i - 1];
    }
    return n;
}

/* What the rules add to the vowel groups: every place where a pattern stands counts. */
static int rule_correction(const char *word, size_t n_bytes)
{
    int correction = 0;
    for (size_t begin = 0; begin < n_bytes + 2; begin++) {
        char         window[RULE_LETTERS];
        size_t const n_window = read_window(window, word, n_bytes, begin);
        uint32_t     index = 0;
        // the table has every beginning of a pattern: where one is missing no longer one follows
        for (size_t n = 1;
             n <= n_window && bsh__word_table_find(&syllable_rules_table, window, n, &index);
             n++) {
            correction += (int) syllable_rules_value[index] - RULE_ZERO;
        }
    }
    return correction;
}

static unsigned count_by_rule(const char *word, size_t n_bytes)
{
    int const n = vowel_groups(word, n_bytes) + rule_correction(word, n_bytes);
    return n < 1 ? 1 : (unsigned) n;
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
    const char
        *silent_after; /* adds no syllable after one of these letters, one after others */
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

/* Cuts a clitic off the end of the word; returns the syllables that it adds. */
static unsigned cut_clitic(const char *word, size_t *n_bytes)
{
    if (ends_with(word, *n_bytes, "'s")) {
        *n_bytes -= 2;
        return ends_in_sibilant(word, *n_bytes);
    }
    for (size_t i = 0; i < sizeof clitics / sizeof clitics[0]; i++) {
        if (ends_with(word, *n_bytes, clitics[i].text)) {
            *n_bytes -= strlen(clitics[i].text);
            return !is_one_of(word[*n_bytes - 1], clitics[i].silent_after);
        }
    }
    return 0;
}

unsigned bsh__syllables_english(const char *lower, size_t n_bytes)
{
    unsigned const listed = bsh__front_coded_find(&syllable_exceptions, lower, n_bytes);
    if (listed != 0) {
        return listed;
    }
    size_t const   n_before = n_bytes;
    unsigned const n_added = cut_clitic(lower, &n_bytes);
    unsigned const listed_base =
        n_bytes < n_before ? bsh__front_coded_find(&syllable_exceptions, lower, n_bytes) : 0;
    return n_added + (listed_base != 0 ? listed_base : count_by_rule(lower, n_bytes));
}
