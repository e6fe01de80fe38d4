#include "tests/t.h"

#include "data/lexicon.h"

#include <stdio.h>

typedef struct example {
    const char *word;
    unsigned    n_syllables;
} example;

static void check_word(const char *word, unsigned n_syllables)
{
    unsigned const found = bsh__syllables_english(word, strlen(word));
    if (found != n_syllables) {
        fail_msg("%s: %u syllables, expected %u", word, found, n_syllables);
    }
}

static void check(const example *examples, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        check_word(examples[i].word, examples[i].n_syllables);
    }
}

#define CHECK(examples) check(examples, sizeof(examples) / sizeof(examples)[0])

static void the_worked_examples_hold(void **state)
{
    (void) state;
    static const example examples[] = {
        {"minister", 3},  {"asked", 1},   {"wanted", 2}, {"people", 2},   {"every", 2},
        {"different", 2}, {"fire", 1},    {"area", 3},   {"business", 2}, {"government", 3},
        {"isn't", 2},     {"they're", 1}, {"boss's", 2}, {"cafe", 2},     {"rhythm", 2},
        {"queue", 1},     {"said", 1},
    };
    CHECK(examples);
}

/* Counted by ear; none of them is in the dictionary that the rules were learned from. */
static void rules_count_words_that_nobody_listed(void **state)
{
    (void) state;
    static const example examples[] = {
        {"blorp", 1},   {"snorking", 2},    {"grelled", 1},    {"vantoted", 3},
        {"plimble", 2}, {"mispronking", 3}, {"quathingly", 3}, {"zz", 1},
    };
    CHECK(examples);
}

static void a_possessive_is_heard_after_a_sibilant_only(void **state)
{
    (void) state;
    static const example examples[] = {
        {"mayor's", 2},  {"judge's", 2}, {"church's", 2}, {"council's", 2}, {"witness's", 3},
        {"grelve's", 1}, {"plosh's", 2}, {"snorks'", 1},  {"blorx's", 2},
    };
    CHECK(examples);
}

static void contractions_count_what_is_heard(void **state)
{
    (void) state;
    static const example examples[] = {
        {"don't", 1},   {"couldn't", 2},  {"wasn't", 2},   {"we'll", 1},
        {"that'll", 2}, {"i'm", 1},       {"you've", 1},   {"it'd", 2},
        {"she'd", 1},   {"should've", 2}, {"blorpn't", 2}, {"grelves've", 2},
    };
    CHECK(examples);
}

static void what_is_no_word_counts_one(void **state)
{
    (void) state;
    static const example examples[] = {
        {"'", 1}, {"''", 1}, {"'s", 1}, {"q", 1}, {"\xc3\xa9", 1}};
    CHECK(examples);
}

/* The singulars are in the dictionary and the rules get them wrong; the plurals are not. */
static void a_plural_is_counted_by_its_singular(void **state)
{
    (void) state;
    static const example examples[] = {
        {"shorelines", 2}, {"bridegrooms", 2}, {"tapeworms", 2},  {"saucepans", 2},
        {"fiestas", 3},    {"timepieces", 3},  {"mousetraps", 2},
    };
    CHECK(examples);
}

/* "km" and "kg" are read as one abbreviation; no pattern may make two of them. */
static void what_has_no_vowel_and_is_not_listed_counts_one(void **state)
{
    (void) state;
    static const example examples[] = {{"km", 1}, {"kg", 1}, {"blrgl", 1}, {"xzl", 1}};
    CHECK(examples);
}

static void a_final_mark_is_listed_apart_where_it_is_heard(void **state)
{
    (void) state;
    unsigned n_syllables = 9;
    assert_true(bsh__has_marked_syllables("goin", 4, &n_syllables));
    assert_int_equal(n_syllables, 2);
    assert_false(bsh__has_marked_syllables("ministers", 9, &n_syllables));
    assert_false(bsh__has_marked_syllables("", 0, &n_syllables));
}

/* Words newer than the dictionary; most of them the rules get right by themselves. */
static void words_of_the_news_are_counted_as_spoken(void **state)
{
    (void) state;
    static const example examples[] = {
        {"opioid", 3},         {"opioids", 3},     {"fentanyl", 3},
        {"naloxone", 3},       {"coronavirus", 5}, {"hydroxychloroquine", 5},
        {"blog", 1},           {"bloggers", 2},    {"website", 2},
        {"webpages", 2},       {"smartphones", 2}, {"livestream", 2},
        {"cryptocurrency", 6}, {"deniers", 3},     {"brexit", 2},
        {"ransomware", 3},     {"timestamp", 2},   {"retweeted", 3},
        {"paella", 3},         {"firetrucks", 2},
    };
    CHECK(examples);
}

/* Returns how many words the file has. */
static size_t check_file(const char *name)
{
    char path[1024];
    (void) snprintf(path, sizeof path, "%s/src/data/en/%s", test_source_folder(), name);
    FILE *const file = fopen(path, "rb");
    assert_non_null(file);
    char   line[1024];
    size_t n_words = 0;
    while (fgets(line, sizeof line, file) != NULL) {
        char     word[1024];
        unsigned n_syllables = 0;
        if (sscanf(line, "%1023[a-z']\t%u", word, &n_syllables) == 2) {
            check_word(word, n_syllables);
            n_words++;
        }
    }
    (void) fclose(file);
    return n_words;
}

static void every_word_of_the_files_is_counted_as_listed(void **state)
{
    (void) state;
    assert_int_equal(check_file("syllable_counts.tsv"), 124911);
    assert_true(check_file("syllable_supplement.tsv") > 150);
}

/* A word of a megabyte takes time in proportion to its length. */
static void a_word_without_end_is_counted(void **state)
{
    (void) state;
    size_t const n = 1u << 20;
    char *const  word = malloc(n);
    assert_non_null(word);
    for (size_t i = 0; i < n; i++) {
        word[i] = i % 2 == 0 ? 'b' : 'o';
    }
    assert_true(bsh__syllables_english(word, n) > 100000);
    memset(word, '\'', n);
    assert_int_equal(bsh__syllables_english(word, n), 1);
    free(word);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_worked_examples_hold),
        cmocka_unit_test(rules_count_words_that_nobody_listed),
        cmocka_unit_test(a_possessive_is_heard_after_a_sibilant_only),
        cmocka_unit_test(contractions_count_what_is_heard),
        cmocka_unit_test(what_is_no_word_counts_one),
        cmocka_unit_test(a_plural_is_counted_by_its_singular),
        cmocka_unit_test(what_has_no_vowel_and_is_not_listed_counts_one),
        cmocka_unit_test(a_final_mark_is_listed_apart_where_it_is_heard),
        cmocka_unit_test(words_of_the_news_are_counted_as_spoken),
        cmocka_unit_test(every_word_of_the_files_is_counted_as_listed),
        cmocka_unit_test(a_word_without_end_is_counted),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
