#include "tests/t.h"

#include "data/languages.h"
#include "data/lexicon.h"
#include "data/speech_words.h"
#include "data/word_roles.h"
#include "measure/familiar.h"

#include <broadsheet/base.h>
#include <broadsheet/quote.h>

#include <dirent.h>
#include <stdio.h>

#define MAX_LINE 1024

static uint32_t lists_of(const char *word)
{
    return bsh__word_lists(word, strlen(word));
}

/* ---- word lists */

static const struct {
    bsh__word_list list;
    const char    *member;
    const char    *stranger; // looks as if it might be on the list
} members[] = {
    {BSH__WORD_FUNCTION, "because", "council"},
    {BSH__WORD_FUNCTION, "isn't", "bridge"},
    {BSH__WORD_STOP, "which", "although"},
    {BSH__WORD_STARTER, "however", "coast"},
    {BSH__WORD_STARTER, "she's", "sammy"},
    {BSH__WORD_ABBR_TITLE, "gen", "inc"},
    {BSH__WORD_ABBR_TITLE, "mx", "general"},
    {BSH__WORD_ABBR_NEVER, "e.g", "etc"},
    {BSH__WORD_ABBR_NUMBER, "vol", "volume"},
    {BSH__WORD_ABBR_MONTH, "sept", "may"},
    {BSH__WORD_ABBR_DAY, "thurs", "monday"},
    {BSH__WORD_ABBR_SOFT, "u.s", "mr"},
    {BSH__WORD_ABBR_SOFT, "calif", "california"},
    {BSH__WORD_ABBR_SOFT, "ph.d", "doctor"},
    {BSH__WORD_ABBR_UNIT, "kg", "inc"},
    {BSH__WORD_DALE_CHALL, "good-bye", "administration"},
    {BSH__WORD_DALE_CHALL, "mr", "mister's"},
    {BSH__WORD_DALE_CHALL, "don't", "statement"},
    {BSH__WORD_PREPOSITION, "under", "and"},
    {BSH__WORD_CONJUNCTION, "although", "under"},
    {BSH__WORD_PRONOUN, "they", "council"},
    {BSH__WORD_PRONOUN, "who", "the"},
    {BSH__WORD_DETERMINER, "the", "he"},
    {BSH__WORD_ANONYMOUS_HEAD, "officials", "mayor"},
    {BSH__WORD_SPOKES_HEAD, "spokeswoman", "chairwoman"},
    {BSH__WORD_WORK_NOUN, "novel", "report"},
    {BSH__WORD_NAMED_WITH_MARK, "yahoo!", "yahoo"},
    {BSH__WORD_COURTESY, "sen", "bridge"},
    {BSH__WORD_COURTESY, "se\u00f1ora", "senora's"},
    {BSH__WORD_ORGANISATION, "ministry", "minister"},
    {BSH__WORD_TIME_WORD, "eastern", "east"},
    {BSH__WORD_AMBIGUOUS_VERB, "report", "said"},
    {BSH__WORD_ABBR_OTHER, "wm", "william"},
    {BSH__WORD_FEMALE_TITLE, "ms", "dr"},
    {BSH__WORD_MALE_TITLE, "mr", "mrs"},
    {BSH__WORD_FEMALE_NAME, "ingrid", "robert"},
    {BSH__WORD_MALE_NAME, "robert", "ingrid"},
    {BSH__WORD_THOUGHT_VERB, "hoped", "said"},
    {BSH__WORD_IRREGULAR_PAST, "fell", "fallen"},
    {BSH__WORD_HEARER_VERB, "warned", "said"},
};

static void every_list_has_its_words_and_not_others(void **state)
{
    (void) state;
    for (size_t i = 0; i < sizeof members / sizeof members[0]; i++) {
        if ((lists_of(members[i].member) & members[i].list) == 0) {
            fail_msg("%s is missing", members[i].member);
        }
        if ((lists_of(members[i].stranger) & members[i].list) != 0) {
            fail_msg("%s is on a list that it must not be on", members[i].stranger);
        }
    }
}

static void every_list_is_tried(void **state)
{
    (void) state;
    uint32_t tried = 0;
    for (size_t i = 0; i < sizeof members / sizeof members[0]; i++) {
        tried |= members[i].list;
    }
#define ALL_LISTS(name, bit, id) | (uint32_t) BSH__WORD_##name
    assert_int_equal(tried, 0 BSH__WORD_LIST_MAP(ALL_LISTS));
#undef ALL_LISTS
}

static void a_word_may_be_on_several_lists(void **state)
{
    (void) state;
    uint32_t const lists = lists_of("but");
    assert_true(lists & BSH__WORD_CONJUNCTION);
    assert_true(lists & BSH__WORD_PREPOSITION);
    assert_true(lists & BSH__WORD_STARTER);
}

static void only_whole_words_are_found(void **state)
{
    (void) state;
    assert_int_equal(bsh__word_lists("", 0), 0);
    assert_int_equal(bsh__word_lists("thex", 3), lists_of("the"));
    assert_int_equal(lists_of("th"), 0);
    assert_int_equal(lists_of("u.s."), 0);
    assert_int_equal(lists_of("The"), 0);
}

static void the_lists_have_a_version(void **state)
{
    (void) state;
    assert_string_equal(bsh_version_word_lists(), "en-3");
}

/* ---- the data files */

typedef void (*line_test)(const char *file, const char *line);

static FILE *open_data(const char *name)
{
    char path[MAX_LINE];
    (void) snprintf(path, sizeof path, "%s/src/data/en/%s", test_source_folder(), name);
    FILE *const file = fopen(path, "rb");
    if (file == NULL) {
        fail_msg("%s cannot be read", path);
    }
    return file;
}

/* Returns the number of lines with data. */
static size_t each_line(const char *name, line_test test)
{
    FILE *const file = open_data(name);
    char        line[MAX_LINE];
    size_t      n_lines = 0;
    while (fgets(line, sizeof line, file) != NULL) {
        line[strcspn(line, "\n")] = '\0';
        if (line[0] != '#') {
            test(name, line);
            n_lines++;
        }
    }
    (void) fclose(file);
    return n_lines;
}

static void check_header(const char *name)
{
    FILE *const file = open_data(name);
    char        line[MAX_LINE];
    bool        has_source = false;
    bool        has_licence = false;
    while (fgets(line, sizeof line, file) != NULL && line[0] == '#') {
        has_source = has_source || strncmp(line, "# source: ", 10) == 0;
        has_licence = has_licence || strncmp(line, "# licence: ", 11) == 0;
    }
    (void) fclose(file);
    if (!has_source || !has_licence) {
        fail_msg("%s says not where it comes from, or not under which licence", name);
    }
}

static void every_data_file_names_source_and_licence(void **state)
{
    (void) state;
    char path[MAX_LINE];
    (void) snprintf(path, sizeof path, "%s/src/data/en", test_source_folder());
    DIR *const folder = opendir(path);
    assert_non_null(folder);
    size_t n_files = 0;
    for (struct dirent *entry = readdir(folder); entry != NULL; entry = readdir(folder)) {
        size_t const n = strlen(entry->d_name);
        if (n > 4 && strcmp(entry->d_name + n - 4, ".tsv") == 0) {
            check_header(entry->d_name);
            n_files++;
        }
    }
    (void) closedir(folder);
    assert_true(n_files >= 43); // 28 word lists, 12 phrase lists, verbs, rules, exceptions
}

static uint32_t list_of_file(const char *file)
{
#define COMPARE_FILE(name, bit, id)                                                            \
    if (strcmp(file, id ".tsv") == 0) {                                                        \
        return BSH__WORD_##name;                                                               \
    }
    BSH__WORD_LIST_MAP(COMPARE_FILE)
#undef COMPARE_FILE
    return 0;
}

static void check_word(const char *file, const char *line)
{
    if ((lists_of(line) & list_of_file(file)) == 0) {
        fail_msg("%s: %s got lost", file, line);
    }
}

static void every_word_of_every_file_is_found(void **state)
{
    (void) state;
#define CHECK_FILE(name, bit, id) assert_true(each_line(id ".tsv", check_word) > 5);
    BSH__WORD_LIST_MAP(CHECK_FILE)
#undef CHECK_FILE
}

static void check_verb(const char *file, const char *line)
{
    char form[MAX_LINE];
    char lemma[MAX_LINE];
    char class[MAX_LINE];
    size_t const n_form = strcspn(line, "\t");
    (void) file;
    assert_int_equal(sscanf(line, "%1023[^\t]\t%1023[^\t]\t%1023s", form, lemma, class), 3);
    assert_string_equal(bsh_verb_class_name(bsh__verb_class(line, n_form)), class);
    bool const is_said = strcmp(lemma, "say") == 0 || strcmp(lemma, "tell") == 0;
    assert_int_equal(bsh__verb_listed(form, n_form).is_said, is_said);
}

static void every_verb_of_the_file_has_its_class(void **state)
{
    (void) state;
    assert_true(each_line("verbs.tsv", check_verb) > 700);
}

/* "../de/verbs.tsv" is looked up in German. */
static void check_foreign_verb(const char *file, const char *line)
{
    char const                 tag[] = {file[3], file[4], '\0'};
    const bsh__language *const language = bsh__language_of(tag);
    size_t const               n_form = strcspn(line, "\t");
    bsh__verb const            verb = bsh__language_verb(language, line, n_form);
    const char *const class = strrchr(line, '\t') + 1;
    assert_string_equal(language->tag, tag);
    assert_string_equal(bsh_verb_class_name(verb.verb_class), class);
}

static void every_verb_of_other_languages_has_its_class(void **state)
{
    (void) state;
    static const char *const files[] = {"../de/verbs.tsv", "../es/verbs.tsv", "../fr/verbs.tsv",
                                        "../it/verbs.tsv", "../nl/verbs.tsv"};
    for (size_t i = 0; i < sizeof files / sizeof files[0]; i++) {
        assert_true(each_line(files[i], check_foreign_verb) > 200);
    }
    const bsh__language *const french = bsh__language_of("fr");
    assert_int_equal(bsh__language_verb(french, "ajoute-t-elle", 13).verb_class,
                     BSH_VERB_NEUTRAL);
    assert_int_equal(bsh__language_verb(french, "ajoute-tout", 11).verb_class, BSH_VERB_NONE);
    assert_int_equal(bsh__language_verb(bsh__language_of("fi"), "sagte", 5).verb_class,
                     BSH_VERB_NONE);
}

static void check_male_only(const char *file, const char *line)
{
    if ((lists_of(line) & BSH__WORD_FEMALE_NAME) != 0) {
        fail_msg("%s: %s is a woman's name too", file, line);
    }
}

static void no_given_name_tells_two_sexes(void **state)
{
    (void) state;
    assert_true(each_line("male_names.tsv", check_male_only) > 150);
    assert_int_equal(lists_of("robin") & (BSH__WORD_FEMALE_NAME | BSH__WORD_MALE_NAME), 0);
}

/* ---- words that a rule names */

static bsh__listed_word listed(const char *word)
{
    return bsh__word_listed(word, strlen(word));
}

static void check_listed(const char *file, const char *line)
{
    char word[MAX_LINE];
    char role[MAX_LINE];
    char key[MAX_LINE];
    char traits[MAX_LINE];
    assert_int_equal(sscanf(line, "%1023[^\t]\t%1023s %1023s %1023s", word, role, key, traits),
                     4);
    bsh__listed_word const row = listed(word);
    bool const             has_role = row.role != BSH__ROLE_NONE;
    bool const             has_key = row.key != BSH__KEY_NONE;
    if (has_role != (strcmp(role, "-") != 0) || has_key != (strcmp(key, "-") != 0) ||
        (row.traits != 0) != (strcmp(traits, "-") != 0)) {
        fail_msg("%s: %s lost a column", file, line);
    }
}

static void every_word_of_a_rule_has_its_columns(void **state)
{
    (void) state;
    assert_true(each_line("word_roles.tsv", check_listed) > 100);
}

static void a_word_of_a_rule_may_have_role_and_key_and_trait(void **state)
{
    (void) state;
    assert_int_equal(listed("as").role, BSH__ROLE_OPENER);
    assert_int_equal(listed("as").key, BSH__KEY_AS);
    assert_int_equal(listed("as").traits, 0);
    assert_int_equal(listed("of").role, BSH__ROLE_OF);
    assert_int_equal(listed("of").key, BSH__KEY_NONE);
    assert_int_equal(listed("of").traits, BSH__TRAIT_JOINER);
    assert_int_equal(listed("so-called").traits, BSH__TRAIT_LABEL);
    bsh__listed_word const harbour = listed("harbour");
    assert_int_equal(harbour.role | harbour.key | harbour.traits, 0);
}

static void check_weight(const char *file, const char *line)
{
    char word[MAX_LINE];
    int  expected = 0;
    int  found = 0;
    assert_int_equal(sscanf(line, "%1023[^\t]\t%d", word, &expected), 2);
    if (!bsh__speech_word(word, strlen(word), &found) || found != expected) {
        fail_msg("%s: %s weighs %d, not %d", file, word, found, expected);
    }
}

static void every_word_of_speech_has_its_weight(void **state)
{
    (void) state;
    int weight = 0;
    assert_true(each_line("speech_words.tsv", check_weight) > 50);
    assert_false(bsh__speech_word("harbour", 7, &weight));
}

/* ---- verbs */

static unsigned class_of(const char *form)
{
    return bsh__verb_class(form, strlen(form));
}

static void verbs_of_saying_have_their_class(void **state)
{
    (void) state;
    assert_int_equal(class_of("said"), BSH_VERB_NEUTRAL);
    assert_int_equal(class_of("according"), BSH_VERB_NEUTRAL);
    assert_int_equal(class_of("replies"), BSH_VERB_NEUTRAL);
    assert_int_equal(class_of("claims"), BSH_VERB_DOUBT);
    assert_int_equal(class_of("admitted"), BSH_VERB_CONCESSION);
    assert_int_equal(class_of("slamming"), BSH_VERB_FORCE);
    assert_int_equal(class_of("lashed"), BSH_VERB_FORCE);
    assert_int_equal(class_of("pointed"), BSH_VERB_ENDORSEMENT);
    assert_int_equal(class_of("quipped"), BSH_VERB_MANNER);
    assert_int_equal(class_of("warned"), BSH_VERB_FORECAST);
    assert_int_equal(class_of("criticised"), BSH_VERB_JUDGEMENT);
    assert_int_equal(class_of("called"), BSH_VERB_JUDGEMENT);
}

static void other_verbs_have_no_class(void **state)
{
    (void) state;
    assert_int_equal(class_of("believed"), BSH_VERB_NONE); // thought is not speech
    assert_int_equal(class_of("walked"), BSH_VERB_NONE);
    assert_int_equal(class_of("pressed"), BSH_VERB_NONE);
    assert_int_equal(bsh__verb_class("", 0), BSH_VERB_NONE);
}

static void only_say_and_tell_are_said(void **state)
{
    (void) state;
    assert_true(bsh__verb_listed("says", 4).is_said);
    assert_true(bsh__verb_listed("told", 4).is_said);
    assert_false(bsh__verb_listed("added", 5).is_said);
    assert_false(bsh__verb_listed("sail", 4).is_said);
}

static void verbs_that_take_sides_are_loaded(void **state)
{
    (void) state;
    assert_true(bsh__verb_listed("slammed", 7).is_loaded);
    assert_true(bsh__verb_listed("claimed", 7).is_loaded); // has a key of word_roles.tsv, too
    assert_false(bsh__verb_listed("called", 6).is_loaded);
}

/* ---- phrases */

static void phrases_are_sorted_and_lower_case(void **state)
{
    (void) state;
    for (unsigned list = 0; list < BSH__PHRASE_LIST_COUNT; list++) {
        size_t                   n = 0;
        const char *const *const phrases = bsh__phrases((bsh__phrase_list) list, &n);
        assert_true(n > 0);
        for (size_t i = 0; i < n; i++) {
            // N stands for a number
            assert_int_equal(strcspn(phrases[i], "ABCDEFGHIJKLMOPQRSTUVWXYZ"),
                             strlen(phrases[i]));
            assert_true(i == 0 || strcmp(phrases[i - 1], phrases[i]) < 0);
        }
    }
}

static bool has_phrase(bsh__phrase_list list, const char *phrase)
{
    size_t                   n = 0;
    const char *const *const phrases = bsh__phrases(list, &n);
    for (size_t i = 0; i < n; i++) {
        if (strcmp(phrases[i], phrase) == 0) {
            return true;
        }
    }
    return false;
}

static void phrases_stand_on_their_own_list(void **state)
{
    (void) state;
    assert_true(has_phrase(BSH__PHRASE_AGENCY, "reuters"));
    assert_true(has_phrase(BSH__PHRASE_SHOP, "buy now"));
    assert_true(has_phrase(BSH__PHRASE_TIMESTAMP_OPENER, "updated"));
    assert_false(has_phrase(BSH__PHRASE_SHOP, "reuters"));
}

/* ---- familiar and hard words */

static void assert_familiar(const char *const *words, size_t n, bool expected)
{
    for (size_t i = 0; i < n; i++) {
        if (bsh__is_familiar_word(words[i], strlen(words[i])) != expected) {
            fail_msg("%s is%s familiar", words[i], expected ? " not" : "");
        }
    }
}

static void listed_words_and_their_inflections_are_familiar(void **state)
{
    (void) state;
    static const char *const words[] = {
        "walk",    "walked",   "walks",   "walking",  "cats",    "boxes",   "carries",
        "carried", "carrying", "stopped", "hoping",   "running", "biggest", "bigger",
        "nicer",   "nicest",   "happier", "easiest",  "quickly", "happily", "noisily",
        "mustn't", "simply",   "taken",   "known",    "cat's",   "boys'",   "they're",
        "isn't",   "needed",   "asked",   "good-bye", "ladies",
    };
    assert_familiar(words, sizeof words / sizeof words[0], true);
}

static void derived_words_are_not_familiar(void **state)
{
    (void) state;
    static const char *const words[] = {
        "donation", "relation", "statement", "agreement", "unwashed",
        "softness", "walkable", "pattern",   "economic",  "policy",
    };
    assert_familiar(words, sizeof words / sizeof words[0], false);
}

static void figures_and_abbreviations_are_familiar(void **state)
{
    (void) state;
    static const char *const words[] = {"2024", "$178", "1st", "mr", "u.s.", "oct", "ft"};
    assert_familiar(words, sizeof words / sizeof words[0], true);
}

static void a_compound_is_familiar_if_all_its_parts_are(void **state)
{
    (void) state;
    static const char *const easy[] = {"end-of-the-year", "18-year-old", "north\u2013south"};
    static const char *const hard[] = {"end-of-the-fiscal", "policy-maker"};
    assert_familiar(easy, sizeof easy / sizeof easy[0], true);
    assert_familiar(hard, sizeof hard / sizeof hard[0], false);
}

static void a_very_long_word_is_not_familiar(void **state)
{
    (void) state;
    char word[200];
    memset(word, 'a', sizeof word);
    memcpy(word + sizeof word - 3, "ing", 3);
    assert_false(bsh__is_familiar_word(word, sizeof word));
}

static void hard_words_have_three_syllables_without_their_ending(void **state)
{
    (void) state;
    static const struct {
        const char *word;
        unsigned    n_syllables;
        bool        is_hard;
    } words[] = {
        {"walk", 1, false},       {"government", 3, true}, {"expected", 3, false},
        {"businesses", 3, false}, {"beginning", 3, false}, {"companies", 3, true},
        {"required", 3, true},    {"operated", 4, true},   {"continuing", 4, true},
    };
    for (size_t i = 0; i < sizeof words / sizeof words[0]; i++) {
        const char *const word = words[i].word;
        if (bsh__is_hard_word(word, strlen(word), words[i].n_syllables) != words[i].is_hard) {
            fail_msg("%s is%s hard", word, words[i].is_hard ? " not" : "");
        }
    }
}

typedef bool (*form_test)(const bsh__vocabulary *vocabulary, uint32_t form);

static bool test_form(form_test test, const char *text, bsh_token_kind kind)
{
    bsh_options options;
    bsh_options_init(&options);
    bsh__vocabulary *vocabulary = NULL;
    assert_int_equal(bsh__vocabulary_create(&vocabulary, &options, NULL, NULL), BSH_OK);
    uint32_t form = 0;
    assert_int_equal(bsh__vocabulary_form(vocabulary, text, strlen(text), kind, &form, NULL),
                     BSH_OK);
    bool const result = test(vocabulary, form);
    bsh__vocabulary_destroy(vocabulary);
    return result;
}

static void forms_are_hard_by_their_parts_and_endings(void **state)
{
    (void) state;
    static const struct {
        const char *text;
        bool        is_hard;
    } forms[] = {
        {"Government", true},
        {"council", false},
        {"state-of-the-art", false},
        {"business-minded", false},
        {"anti-government", true},
        {"expected", false},
        {"the", false},
        {"witness\u2019s", false},
        {"minister's", true},
        {"caf\u00e9-restaurant", false},
        {"r\u00e9sum\u00e9-writer", true},
    };
    for (size_t i = 0; i < sizeof forms / sizeof forms[0]; i++) {
        if (test_form(bsh__is_hard_fog, forms[i].text, BSH_TOKEN_LETTERS) != forms[i].is_hard) {
            fail_msg("%s is%s hard", forms[i].text, forms[i].is_hard ? " not" : "");
        }
    }
    assert_false(test_form(bsh__is_hard_fog, "COVID-19", BSH_TOKEN_MIXED));
    assert_false(test_form(bsh__is_hard_fog, "2024", BSH_TOKEN_NUMBER));
    assert_false(test_form(bsh__is_hard_fog, "@harbourpost", BSH_TOKEN_HANDLE));
    assert_true(test_form(bsh__is_hard_fog, "#harbourfestival", BSH_TOKEN_HASHTAG));
}

static void forms_are_familiar_by_kind_and_letters(void **state)
{
    (void) state;
    form_test const familiar = bsh__is_familiar_dale_chall;
    assert_true(test_form(familiar, "Walked", BSH_TOKEN_LETTERS));
    assert_true(test_form(familiar, "don\u2019t", BSH_TOKEN_LETTERS));
    assert_true(test_form(familiar, "children's", BSH_TOKEN_LETTERS));
    assert_true(test_form(familiar, "U.S.", BSH_TOKEN_LETTERS));
    assert_true(test_form(familiar, "\u20ac3.5bn", BSH_TOKEN_NUMBER));
    assert_true(test_form(familiar, "&", BSH_TOKEN_SYMBOL));
    assert_true(test_form(familiar, "#bridge", BSH_TOKEN_HASHTAG));
    assert_false(test_form(familiar, "#policy", BSH_TOKEN_HASHTAG));
    assert_false(test_form(familiar, "election", BSH_TOKEN_LETTERS));
    assert_false(test_form(familiar, "COVID-19", BSH_TOKEN_MIXED));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_list_has_its_words_and_not_others),
        cmocka_unit_test(every_list_is_tried),
        cmocka_unit_test(a_word_may_be_on_several_lists),
        cmocka_unit_test(only_whole_words_are_found),
        cmocka_unit_test(no_given_name_tells_two_sexes),
        cmocka_unit_test(the_lists_have_a_version),
        cmocka_unit_test(every_data_file_names_source_and_licence),
        cmocka_unit_test(every_word_of_every_file_is_found),
        cmocka_unit_test(every_verb_of_the_file_has_its_class),
        cmocka_unit_test(every_verb_of_other_languages_has_its_class),
        cmocka_unit_test(every_word_of_a_rule_has_its_columns),
        cmocka_unit_test(a_word_of_a_rule_may_have_role_and_key_and_trait),
        cmocka_unit_test(every_word_of_speech_has_its_weight),
        cmocka_unit_test(verbs_of_saying_have_their_class),
        cmocka_unit_test(other_verbs_have_no_class),
        cmocka_unit_test(only_say_and_tell_are_said),
        cmocka_unit_test(verbs_that_take_sides_are_loaded),
        cmocka_unit_test(phrases_are_sorted_and_lower_case),
        cmocka_unit_test(phrases_stand_on_their_own_list),
        cmocka_unit_test(listed_words_and_their_inflections_are_familiar),
        cmocka_unit_test(derived_words_are_not_familiar),
        cmocka_unit_test(figures_and_abbreviations_are_familiar),
        cmocka_unit_test(a_compound_is_familiar_if_all_its_parts_are),
        cmocka_unit_test(a_very_long_word_is_not_familiar),
        cmocka_unit_test(hard_words_have_three_syllables_without_their_ending),
        cmocka_unit_test(forms_are_hard_by_their_parts_and_endings),
        cmocka_unit_test(forms_are_familiar_by_kind_and_letters),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
