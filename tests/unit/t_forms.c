#include "tests/t.h"

#include <stdio.h>

#include "base/text_table.h"
#include "data/lexicon.h"
#include "segment/segmenter.h"

static bsh__segmenter *segmenter;
static bsh__segmenter *spoken; /* reads figures aloud */
static bsh__vec        found;  /* bsh_token */

static int set_up(void **state)
{
    (void) state;
    bsh_options options;
    bsh_options_init(&options);
    bsh__vec_init(&found, bsh__allocator(NULL), sizeof(bsh_token));
    bsh_status const status = bsh__segmenter_create(&segmenter, &options, NULL, NULL);
    options.syllables = BSH_SYLLABLES_SPOKEN;
    return status != BSH_OK ? (int) status
                            : (int) bsh__segmenter_create(&spoken, &options, NULL, NULL);
}

static int tear_down(void **state)
{
    (void) state;
    bsh__segmenter_destroy(spoken);
    bsh__segmenter_destroy(segmenter);
    bsh__vec_free(&found);
    return 0;
}

static void segment(bsh__segmenter *by, const char *text)
{
    bsh_span const span = {0, (uint32_t) strlen(text)};
    found.n = 0;
    assert_int_equal(bsh__segmenter_set(by, text, span, NULL), BSH_OK);
    assert_int_equal(bsh__segmenter_words(by, &found, NULL), BSH_OK);
}

static const bsh_token *token(size_t i)
{
    assert_true(i < found.n);
    return (const bsh_token *) found.items + i;
}

/* ---- syllables */

static unsigned syllables_by(bsh__segmenter *by, const char *text)
{
    unsigned n = 0;
    segment(by, text);
    for (size_t i = 0; i < found.n; ++i) {
        n += token(i)->syllables;
    }
    return n;
}

typedef struct syllable_example {
    const char *id, *text;
    unsigned    expected;
} syllable_example;

static const syllable_example syllable_examples[] = {
    {"Y01", "minister", 3},
    {"Y02", "asked", 1},
    {"Y03", "wanted", 2},
    {"Y04", "people", 2},
    {"Y05", "every", 2},
    {"Y06", "different", 2},
    {"Y07", "fire", 1},
    {"Y08", "area", 3},
    {"Y09", "business", 2},
    {"Y10", "government", 3},
    {"Y11", "state-of-the-art", 4},
    {"Y12", "COVID-19", 3},
    {"Y13", "U.S.", 1},
    {"Y14", "FBI", 1},
    {"Y15", "2024", 1},
    {"Y16", "$178", 1},
    {"Y17", "isn't", 2},
    {"Y18", "they're", 1},
    {"Y19", "boss's", 2},
    {"Y20", "naïve", 2},
    {"Y21", "café", 2},
    {"Y22", "rhythm", 2},
    {"Y23", "queue", 1},
    {"Y24", "said", 1},
    {"Y25", "&", 1},
    {"number range", "18-49", 1},
    {"compound with an initialism", "U.S.-led", 2},
    {"initialism with 's", "FBI's", 1},
    {"ampersand", "AT&T's", 1},
    {"five capitals", "MAYOR", 2},
    {"hyphen of another kind", "co\u2011op", 2},
    {"soft hyphen", "min\u00adister", 3},
    {"curly apostrophe", "isn\u2019t", 2},
    {"address", "desk@post.example", 0},
    {"hashtag", "#minister", 3},
    {"no Latin letter", "\u6d77", 1},
};

static void the_worked_examples_of_syllables_hold(void **state)
{
    (void) state;
    for (size_t i = 0; i < sizeof syllable_examples / sizeof syllable_examples[0]; ++i) {
        const syllable_example *const e = &syllable_examples[i];
        if (syllables_by(segmenter, e->text) != e->expected) {
            fail_msg("%s: %u", e->id, syllables_by(segmenter, e->text));
        }
    }
}

/* The name Goin has one syllable, "goin'" two; scientists may be two, the dictionary gives
 * "scientists'" three alone. */
static void a_final_apostrophe_is_heard_where_the_dictionary_hears_it(void **state)
{
    (void) state;
    assert_int_equal(syllables_by(segmenter, "Goin"), 1);
    assert_int_equal(syllables_by(segmenter, "goin'"), 2);
    assert_int_equal(syllables_by(segmenter, "goin\u2019"), 2);
    assert_int_equal(syllables_by(segmenter, "scientists"), 2);
    assert_int_equal(syllables_by(segmenter, "scientists' votes"), 4);
    assert_int_equal(syllables_by(segmenter, "ministers' votes"), 4);
}

static void what_is_listed_without_a_vowel_has_no_syllable(void **state)
{
    (void) state;
    assert_int_equal(syllables_by(segmenter, "shh"), 0);
    assert_int_equal(syllables_by(segmenter, "Hmm"), 0);
    assert_int_equal(syllables_by(segmenter, "shh-shh"), 1);
    assert_int_equal(syllables_by(segmenter, "pst"), 1);
}

static void a_block_in_capitals_holds_no_initialisms(void **state)
{
    (void) state;
    assert_int_equal(syllables_by(segmenter, "AREA PORT"), 4);
    assert_int_equal(syllables_by(segmenter, "AREA port"), 2);
    assert_int_equal(syllables_by(segmenter, "AREA"), 1);
    assert_int_equal(syllables_by(segmenter, "THE U.S. AREA"), 5);
}

static const syllable_example spoken_examples[] = {
    {"", "0", 2},
    {"", "7", 2},
    {"", "11", 3},
    {"", "178", 7},
    {"", "1,200", 6},
    {"", "2024", 5},
    {"", "1905", 4},
    {"", "1900", 4},
    {"", "2005", 4},
    {"", "1,000,000", 3},
    {"", "3.5", 3},
    {"", "0.25", 5},
    {"", "$4", 3},
    {"", "$4.20", 5},
    {"", "$178", 9},
    {"", "\u00a35", 2},
    {"", "3.5%", 5},
    {"", "2nd", 2},
    {"", "4th", 1},
    {"", "30th", 3},
    {"", "18-49", 6},
    {"", "10:30", 3},
    {"", "9/11", 4},
    {"", "\u00bd", 2},
    {"", "2\u00bd", 4},
    {"", "1990s", 4},
    {"", "\u20ac3.5bn", 7},
    {"", "007", 6},
    {"", "FBI", 3},
    {"", "WHO", 5},
    {"", "U.S.", 2},
    {"", "COVID-19", 4},
    {"", "5-a-day", 3},
    {"", "F-16", 3},
    {"", "AT&T", 4},
    {"", "12345678901234567", 20},
    // one thousand two hundred fifty; five dollars point three million
    {"", "1,250", 8},
    {"", "$5.3 million", 7},
    {"", "3rd", 1},
    {"", "21st", 3},
    {"", "12th", 1},
    {"", "100th", 3},
    {"", "2010", 3},
    {"", "2000", 3},
    {"", "'90s", 2},
    {"", "BMW", 5},
    {"", "WWF", 7},
    {"", "7pm", 4},
    // ten o'clock; ten oh five; oh five
    {"", "10:00", 3},
    {"", "10:05", 3},
    {"", "\u201905", 2},
    {"", "$50m", 6},
    {"", "24/7", 5},
};

static void figures_are_read_aloud_when_asked_for(void **state)
{
    (void) state;
    for (size_t i = 0; i < sizeof spoken_examples / sizeof spoken_examples[0]; ++i) {
        if (syllables_by(spoken, spoken_examples[i].text) != spoken_examples[i].expected) {
            fail_msg("%s: %u", spoken_examples[i].text,
                     syllables_by(spoken, spoken_examples[i].text));
        }
    }
}

/* ---- the vocabulary */

static bsh__form form_of(const char *text)
{
    segment(segmenter, text);
    assert_int_equal(found.n, 1);
    return *bsh__vocabulary_form_at(bsh__segmenter_vocabulary(segmenter), token(0)->form);
}

static const char *term_of(const char *text)
{
    uint32_t const term = form_of(text).term;
    return bsh__vocabulary_term_at(bsh__segmenter_vocabulary(segmenter), term)->text;
}

static void term_forms_are_folded_and_unified(void **state)
{
    (void) state;
    static const char *const cases[][2] = {
        {"Mara's", "mara"},
        {"Mara\u2019s", "mara"},
        {"co\u2011op", "co-op"},
        {"CO\u2010OP", "co-op"},
        {"STRASSE", "strasse"},
        {"Stra\u00dfe", "strasse"},
        {"don\u2019t", "don't"},
        {"Zoe\u0308", "zo\u00eb"},
        {"min\u00adister", "minister"},
        {"Kiel\u2013Oslo", "kiel\u2013oslo"},
        {"U.S.'s", "u.s."},
        {"'90s", "'90s"},
        {"#Ferry", "#ferry"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; ++i) {
        assert_string_equal(term_of(cases[i][0]), cases[i][1]);
    }
}

/* By which the rules know a word ("Mara" and "Mara's" are one person) nothing changes. */
static void a_possessive_is_counted_apart_when_it_is_kept(void **state)
{
    (void) state;
    static const char *const words[] = {"Mara", "Mara\u2019s", "MARA'S", "students'", "don't"};
    static const char *const counted[] = {"mara", "mara's", "mara's", "students'", "don't"};
    static const char *const known_by[] = {"mara", "mara", "mara", "students", "don't"};
    bsh__vocabulary         *keeping = NULL;
    bsh_options              options;
    bsh_options_init(&options);
    options.keeps_possessive = true;
    assert_int_equal(bsh__vocabulary_create(&keeping, &options, NULL, NULL), BSH_OK);
    for (size_t i = 0; i < sizeof words / sizeof words[0]; ++i) {
        uint32_t number = 0;
        assert_int_equal(bsh__vocabulary_form(keeping, words[i], strlen(words[i]),
                                              BSH_TOKEN_LETTERS, &number, NULL),
                         BSH_OK);
        const bsh__form *const form = bsh__vocabulary_form_at(keeping, number);
        assert_string_equal(bsh__vocabulary_term_at(keeping, form->counted)->text, counted[i]);
        assert_string_equal(bsh__vocabulary_term_at(keeping, form->term)->text, known_by[i]);
    }
    bsh__vocabulary_destroy(keeping);
    assert_int_equal(form_of("Mara's").counted, form_of("Mara").counted);
}

static void forms_of_one_term_share_it(void **state)
{
    (void) state;
    assert_int_equal(form_of("The").term, form_of("THE").term);
    assert_int_equal(form_of("Zo\u00eb").term, form_of("ZOE\u0308").term);
    assert_int_not_equal(form_of("the").term, form_of("then").term);
}

static void letters_and_digits_are_counted_as_the_rules_say(void **state)
{
    (void) state;
    static const struct {
        const char *text;
        uint16_t    letters, digits;
    } cases[] = {
        {"COVID-19", 5, 2},       {"$178", 0, 3},        {"U.S.", 2, 0},
        {"don\u2019t", 4, 0},     {"2\u00bd", 0, 2},     {"Zo\u00eb", 3, 0},
        {"Zoe\u0308", 3, 0},      {"nai\u0308ve", 5, 0}, {"na\u00efve", 5, 0},
        {"min\u00adister", 8, 0},
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; ++i) {
        bsh__form const form = form_of(cases[i].text);
        assert_int_equal(form.letters, cases[i].letters);
        assert_int_equal(form.digits, cases[i].digits);
    }
}

static void forms_carry_their_flags_and_lists(void **state)
{
    (void) state;
    static const struct {
        const char *text;
        unsigned    flags;
    } cases[] = {
        {"Vega", BSH__FORM_CAPITALISED | BSH__FORM_HAS_LOWER},
        {"FBI", BSH__FORM_CAPITALISED},
        {"A", BSH__FORM_CAPITALISED},
        {"eBay", BSH__FORM_LOWER | BSH__FORM_HAS_LOWER},
        {"co-op", BSH__FORM_LOWER | BSH__FORM_HAS_LOWER | BSH__FORM_HYPHENATED},
        {"U.S.", BSH__FORM_CAPITALISED},
        {"2024", 0},
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; ++i) {
        assert_int_equal(form_of(cases[i].text).flags, cases[i].flags);
    }
    assert_true((form_of("Mr.").lists & BSH__WORD_ABBR_TITLE) != 0);
    assert_true((form_of("U.S.").lists & BSH__WORD_ABBR_SOFT) != 0);
    assert_true((form_of("THE").lists & BSH__WORD_FUNCTION) != 0);
}

static void a_hundred_thousand_forms_keep_their_numbers(void **state)
{
    (void) state;
    enum { N_FORMS = 100000 };
    bsh__vocabulary *const vocabulary = bsh__segmenter_vocabulary(segmenter);
    size_t const           n_before = bsh__vocabulary_n_forms(vocabulary);
    char                   text[32];
    for (unsigned pass = 0; pass < 2; ++pass) {
        for (uint32_t i = 0; i < N_FORMS; ++i) {
            int const n = snprintf(text, sizeof text, "Port%xq", i);
            uint32_t  number = 0;
            assert_int_equal(bsh__vocabulary_form(vocabulary, text, (size_t) n, BSH_TOKEN_MIXED,
                                                  &number, NULL),
                             BSH_OK);
            assert_int_equal(number, n_before + i);
        }
    }
    assert_int_equal(bsh__vocabulary_n_forms(vocabulary), n_before + N_FORMS);
    assert_string_equal(bsh__vocabulary_form_at(vocabulary, (uint32_t) n_before + 255)->text,
                        "Portffq");
}

static uint32_t add_text(bsh__text_table *table, const char *text, uint32_t n_bytes)
{
    bsh__text_key const key = {.text = text, .n_bytes = n_bytes};
    assert_int_equal(bsh__text_table_find(table, key), BSH__NO_TEXT);
    assert_true(bsh__text_table_reserve(table));
    return bsh__text_table_add(table, key);
}

/* Longer than a head, with the same head, with zeros that are no padding. */
static void texts_are_told_apart_by_every_byte_and_their_length(void **state)
{
    (void) state;
    static char     texts[3][40];
    bsh__text_table table;
    bsh__text_table_init(&table, bsh__allocator(NULL));
    memset(texts[1], 'a', sizeof texts[1]);
    memset(texts[2], 'a', sizeof texts[2]);
    texts[2][39] = 'b';
    assert_int_equal(add_text(&table, texts[0], 0), 0);
    for (uint32_t n = 1; n <= 40; ++n) {
        assert_int_equal(add_text(&table, texts[0], n), 2 * n - 1);
        assert_int_equal(add_text(&table, texts[1], n), 2 * n);
    }
    assert_int_equal(add_text(&table, texts[2], 40), 81);
    for (uint32_t n = 1; n <= 40; ++n) {
        bsh__text_key const key = {.text = texts[1], .n_bytes = n};
        assert_int_equal(bsh__text_table_find(&table, key), 2 * n);
        bsh__text_key const other = {.text = texts[1], .n_bytes = n, .tag = 1};
        assert_int_equal(bsh__text_table_find(&table, other), BSH__NO_TEXT);
    }
    bsh__text_table_free(&table);
}

/* Where hash and head of a long text are those of another one. */
static void a_long_text_is_compared_in_full(void **state)
{
    (void) state;
    static const char text[] = "counterparts-of-the-ferry",
                      other[] = "counterparts-of-the-fairy";
    bsh__text_key const key = {.text = other, .n_bytes = sizeof other - 1};
    bsh__text_table     table;
    bsh__text_table_init(&table, bsh__allocator(NULL));
    assert_int_equal(add_text(&table, text, sizeof text - 1), 0);
    bsh__text_head const  head = bsh__text_head_of(other, key.n_bytes, key.n_bytes);
    uint64_t const        hash = bsh__text_hash(table.seed, &key, head);
    bsh__text_slot *const slots = table.slots.items;
    slots[hash & (table.slots.n - 1)] = (bsh__text_slot){(uint32_t) (hash >> 32), 1};
    assert_int_equal(bsh__text_table_find(&table, key), BSH__NO_TEXT);
    bsh__text_table_free(&table);
}

static void the_head_of_a_text_does_not_depend_on_what_follows(void **state)
{
    (void) state;
    static const char text[] = "counterparts of the ferry";
    for (size_t n = 0; n <= 20; ++n) {
        bsh__text_head const alone = bsh__text_head_of(text, n, n);
        bsh__text_head const followed = bsh__text_head_of(text, n, sizeof text);
        char                 expected[BSH__TEXT_HEAD_BYTES] = {0};
        memcpy(expected, text, n < sizeof expected ? n : sizeof expected);
        assert_memory_equal(&alone, expected, sizeof expected);
        assert_memory_equal(&followed, expected, sizeof expected);
    }
}

/* Words crafted by one who knows the seed: under it all of these have the hash 0.  The table
 * takes another seed and still knows every text. */
static void a_long_probe_makes_the_table_take_another_seed(void **state)
{
    (void) state;
    enum { N_TEXTS = 400 };
    static char     texts[N_TEXTS][16];
    uint64_t        known = 0;
    bsh__text_table table;
    bsh__text_table_init(&table, bsh__allocator(NULL));
    memcpy(&known, "harbours", sizeof known);
    table.seed = known;
    for (uint32_t i = 0; i < N_TEXTS; ++i) {
        int const n = snprintf(texts[i], sizeof texts[i], "harbours%u", i);
        assert_int_equal(add_text(&table, texts[i], (uint32_t) n), i);
        assert_true((table.seed == known) == (i < 130));
        assert_true(table.longest_probe < 130);
    }
    for (uint32_t i = 0; i < N_TEXTS; ++i) {
        bsh__text_key const key = {.text = texts[i], .n_bytes = (uint32_t) strlen(texts[i])};
        assert_int_equal(bsh__text_table_find(&table, key), i);
    }
    bsh__text_table_free(&table);
}

static void the_class_is_part_of_the_form(void **state)
{
    (void) state;
    bsh__vocabulary *const vocabulary = bsh__segmenter_vocabulary(segmenter);
    uint32_t               a = 0, b = 0;
    assert_int_equal(bsh__vocabulary_form(vocabulary, "x.io", 4, BSH_TOKEN_URL, &a, NULL),
                     BSH_OK);
    assert_int_equal(bsh__vocabulary_form(vocabulary, "x.io", 4, BSH_TOKEN_LETTERS, &b, NULL),
                     BSH_OK);
    assert_int_not_equal(a, b);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_worked_examples_of_syllables_hold),
        cmocka_unit_test(a_final_apostrophe_is_heard_where_the_dictionary_hears_it),
        cmocka_unit_test(what_is_listed_without_a_vowel_has_no_syllable),
        cmocka_unit_test(a_block_in_capitals_holds_no_initialisms),
        cmocka_unit_test(figures_are_read_aloud_when_asked_for),
        cmocka_unit_test(term_forms_are_folded_and_unified),
        cmocka_unit_test(a_possessive_is_counted_apart_when_it_is_kept),
        cmocka_unit_test(forms_of_one_term_share_it),
        cmocka_unit_test(letters_and_digits_are_counted_as_the_rules_say),
        cmocka_unit_test(forms_carry_their_flags_and_lists),
        cmocka_unit_test(a_hundred_thousand_forms_keep_their_numbers),
        cmocka_unit_test(texts_are_told_apart_by_every_byte_and_their_length),
        cmocka_unit_test(a_long_text_is_compared_in_full),
        cmocka_unit_test(the_head_of_a_text_does_not_depend_on_what_follows),
        cmocka_unit_test(a_long_probe_makes_the_table_take_another_seed),
        cmocka_unit_test(the_class_is_part_of_the_form),
    };
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
