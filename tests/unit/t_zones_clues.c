/* Clues: a rule is tried only where they are, so none may be missing where a rule could fit;
 * and what they must not change: words, sentences, the place where a phrase stands. */
#include "tests/unit/zones_fixture.h"

#include "article/clue_bits.h"
#include "article/scan.h"

static unsigned char initials[4096];

static bsh__scan scan_of(const char *text)
{
    size_t const n = strlen(text);
    assert_true(n < sizeof initials);
    return bsh__scan_paragraph(text, (bsh_span){0, (uint32_t) n}, initials);
}

static void assert_clue(const char *text, uint32_t clue)
{
    if ((scan_of(text).clues & clue) == 0) {
        fail_msg("no clue %#x: %s", (unsigned) clue, text);
    }
}

/* ---- phrases */

/* A phrase as a writer may have put it: a figure for N, capitals, one sign for each blank. */
static void write_phrase(char *out, const char *phrase, const char *blank, bool in_capitals)
{
    *out = '\0';
    for (; *phrase != '\0' && strcmp(phrase, " ...") != 0; ++phrase) {
        char const c = *phrase;
        char sign[2] = {in_capitals && c >= 'a' && c <= 'z' ? (char) (c - 0x20) : c, '\0'};
        strcat(out, c == 'N' ? "1,200" : c == ' ' ? blank : sign);
    }
}

static const bsh__phrase_place places[] = {
#define PLACE(name, place, id) BSH__PLACE_##place,
    BSH__PHRASE_LIST_MAP(PLACE)
#undef PLACE
};

/* What may stand around a phrase. */
typedef struct frame {
    const char *before, *after;
} frame;

static const frame frames_first[] = {
    {"", ""}, {"", ", they said."}, {"\xC2\xBB ", ""}, {"[", " by Roe"}};
static const frame frames_any[] = {
    {"", ""}, {"They like ", " best."}, {"(", ")"}, {"It is_", "-"}, {"$ is ", ""}};
static const frame frames_last[] = {{"", ""}, {"At the quay. Roe/", ""}, {"Roe \xC2\xA9 ", ""}};

/* A verb of buying is a clue beside a price, a role behind "is" (end_clues.c). */
static bool fits_frame(unsigned list, const frame *around)
{
    return (list != BSH__PHRASE_BUY_VERB && list != BSH__PHRASE_AUTHOR_ROLE) ||
           strcmp(around->before, "$ is ") == 0;
}

static void check_phrase(unsigned list, const char *phrase, const frame *around)
{
    static const char *const blanks[] = {" ", "  ", "\n", "\xC2\xA0"};
    for (size_t i = 0; i < 8 && fits_frame(list, around); ++i) {
        char written[400];
        char text[600];
        write_phrase(written, phrase, blanks[i / 2], i % 2 == 1);
        (void) snprintf(text, sizeof text, "%s%s%s", around->before, written, around->after);
        assert_clue(text, UINT32_C(1) << list);
    }
}

static void check_list(unsigned list, const frame *around, size_t n_around)
{
    size_t                   n = 0;
    const char *const *const phrases = bsh__phrases((bsh__phrase_list) list, &n);
    for (size_t i = 0; i < n * n_around; ++i) {
        check_phrase(list, phrases[i / n_around], &around[i % n_around]);
    }
}

static void every_phrase_has_its_clue(void **state)
{
    (void) state;
    for (unsigned list = 0; list < BSH__PHRASE_LIST_COUNT; ++list) {
        if (places[list] == BSH__PLACE_FIRST) {
            check_list(list, frames_first, sizeof frames_first / sizeof frames_first[0]);
        } else if (places[list] == BSH__PLACE_ANY) {
            check_list(list, frames_any, sizeof frames_any / sizeof frames_any[0]);
        } else {
            check_list(list, frames_last, sizeof frames_last / sizeof frames_last[0]);
        }
    }
}

static void every_phrase_is_among_those_of_its_first_sign(void **state)
{
    (void) state;
    for (unsigned list = 0; list < BSH__PHRASE_LIST_COUNT; ++list) {
        size_t                   n = 0;
        const char *const *const phrases = bsh__phrases((bsh__phrase_list) list, &n);
        for (size_t i = 0; i < n; ++i) {
            size_t                   n_near = 0;
            const char *const *const near =
                bsh__phrases_from((bsh__phrase_list) list, phrases[i][0], &n_near);
            assert_true(near <= phrases + i && phrases + i < near + n_near);
        }
    }
}

/* ---- the other clues */

static void signs_of_rules_are_seen(void **state)
{
    (void) state;
    static const struct {
        const char *text;
        uint32_t    clue;
    } examples[] = {
        {"12 responses to “Harbour Bridge Closes”", BSH__CLUE_COUNT},
        {"» One thought on “Harbour Bridge Closes”", BSH__CLUE_COUNT},
        {"© 2023 Harbour Post", BSH__CLUE_COPYRIGHT},
        {"A hat for $12", BSH__CLUE_CURRENCY},
        {"A hat for €12", BSH__CLUE_CURRENCY},
        {"Contact Ana Roe at roe@gazette.example.", BSH__CLUE_AT_SIGN},
        {"See http://gazette.example/ferry", BSH__CLUE_ADDRESS},
        {"See WWW.gazette.example", BSH__CLUE_ADDRESS},
        {"Monday the 2nd, 9:14", BSH__CLUE_FIGURE},
        {"At dawn. (Ana Roe/AFP)", BSH__CLUE_PARENTHESIS},
        {"At dawn. (“Ana Roe”) ”", BSH__CLUE_PARENTHESIS},
        {"The best boots of the winter >>", BSH__CLUE_ARROWS},
        {"Which ferries run today ~3 hours ago", BSH__CLUE_TEASER},
        {"Town buys a second ferry [...]", BSH__CLUE_TEASER},
        {"The bridge at dawn. Photo: Ana Roe", BSH__CLUE_LABEL},
        {"The bridge at dawnCredit...Ana de", BSH__CLUE_LABEL},
        {"The bridge at dawn. PHOTOGRAPH: ana/Élise", BSH__CLUE_LABEL},
    };
    for (size_t i = 0; i < sizeof examples / sizeof examples[0]; ++i) {
        assert_clue(examples[i].text, examples[i].clue);
    }
}

/* The point of clues: no rule is tried on most paragraphs of an article. */
static void prose_has_no_clue(void **state)
{
    (void) state;
    static const char *const prose[] = {
        "Fishermen on the east bank said that they had warned the town of the cables in the "
        "spring of last year.",
        "Engineers will look at the towers first, and then at the deck, which is 90 years old "
        "and was last painted in 1998.",
        "“We will not open it before it is safe,” Mayor Anna Castell said at the quay.",
        "She had asked the president of the board twice, who did not answer.",
    };
    for (size_t i = 0; i < sizeof prose / sizeof prose[0]; ++i) {
        uint32_t const clues = scan_of(prose[i]).clues;
        if ((clues & ~BSH__CLUE_TO(AUTHOR_LINK)) != BSH__CLUE_ALWAYS) {
            fail_msg("clues %#x: %s", (unsigned) clues, prose[i]);
        }
    }
}

/* "in<soft hyphen>box" is a word of a rule, but none of the bytes. */
static void invisible_characters_hide_nothing(void **state)
{
    (void) state;
    given_below("Every morning it will come to your in\xC2\xAD"
                "box.");
    assert_string_equal(rule_of("Every morning"), "site-notice");
    given_below(
        "Have our news straight to\xE2\x80\x8B your\xC2\xA0 \xC2\xA0INBOX, for nothing.");
    assert_string_equal(rule_of("Have our news"), "site-notice");
}

static void a_label_may_touch_the_word_before(void **state)
{
    (void) state;
    given_inside("The mayor at the quay with the town's engineers on MondayPhoto: Ana Roe");
    assert_string_equal(rule_of("The mayor at the quay"), "credit-opener");
}

/* ---- words and sentences */

static const struct {
    const char *text, *initials;
    uint32_t    n_sentences;
} counted[] = {
    {"", "", 0},
    {"...", "", 1},
    {"He left.", "hl", 1},
    {"He left. She did not! Did it rain?” They asked", "hlsdndirta", 3},
    {"“Don’t,” he said.", "dhs", 1},
    {"the left-handed O'Neill's '90s", "tlo9", 0},
    {"- a -b", "ab", 0},
    {"1,200.50 boats", "125b", 0},
    {"At 9 a.m. (He left.) “No.”", "a9amhln", 3},
    {"a\xC2\xA0"
     "b\xE2\x80\x94"
     "c\xE2\x80\xA6 d",
     "abcd", 1},
    {"e\xCC\x81t\xC3\xA9 snake_case", "es", 0},
    {"of the town\xE2\x80\xA6 They left.\xE2\x80\x9D She stayed!", "otttlss", 3},
    {"O'Neill's-and-Roe's, which, 'as ever', won", "owaew", 0},
    {"_Nobody_ knew __ of _2nd_ or _'_Roe's_ _\xC3\xA9t\xC3\xA9_", "nk_o2or\xE9", 0},
};

static void words_and_sentences_are_counted(void **state)
{
    (void) state;
    for (size_t i = 0; i < sizeof counted / sizeof counted[0]; ++i) {
        bsh__scan const scan = scan_of(counted[i].text);
        assert_int_equal(scan.n_words, strlen(counted[i].initials));
        assert_memory_equal(initials, counted[i].initials, scan.n_words);
        assert_int_equal(scan.n_sentences, counted[i].n_sentences);
    }
}

/* The scan reads many bytes at once; what it finds does not depend on where they begin. */
static void a_long_word_before_them_changes_no_count(void **state)
{
    (void) state;
    for (size_t i = 0; i < sizeof counted / sizeof counted[0]; ++i) {
        for (int n = 1; n <= 100; ++n) {
            char text[300];
            (void) snprintf(text, sizeof text, "%.*s %s", n,
                            "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"
                            "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
                            counted[i].text);
            bsh__scan const scan = scan_of(text);
            assert_int_equal(scan.n_words, 1 + strlen(counted[i].initials));
            assert_memory_equal(initials + 1, counted[i].initials, scan.n_words - 1);
            assert_int_equal(scan.n_sentences, counted[i].n_sentences);
        }
    }
}

/* No byte behind the paragraph is read: under a sanitizer a word at its end would show it. */
static void nothing_behind_the_end_is_read(void **state)
{
    (void) state;
    static const char *const texts[] = {"ferry", "the ferry", "AP", "a", "harbour", "1", "x."};
    for (size_t i = 0; i < sizeof texts / sizeof texts[0]; ++i) {
        size_t const n = strlen(texts[i]);
        char *const  text = malloc(n);
        assert_non_null(text);
        memcpy(text, texts[i], n);
        (void) bsh__scan_paragraph(text, (bsh_span){0, (uint32_t) n}, initials);
        free(text);
    }
}

/* ---- repetitions */

static void a_repetition_is_found_however_it_is_written(void **state)
{
    (void) state;
    static const char *const twice[] = {
        "It’s the third storm in May, and nobody’s ready for it.",
        "IT'S THE THIRD STORM IN MAY AND NOBODY'S READY FOR IT.",
        "Five words in a row.",
        "five-words, in a row.",
        "Élise sang for the whole crew.",
        "Élise (sang) for the WHOLE crew!",
        "_Nobody_ knew of the second ferry.",
        "Nobody knew of the second _ferry_.",
    };
    for (size_t i = 0; i < sizeof twice / sizeof twice[0]; i += 2) {
        char text[400];
        (void) snprintf(text, sizeof text, "%s\n\n%s", twice[i], twice[i + 1]);
        zones.options.is_extracted = true;
        given(text);
        zones.options.is_extracted = false;
        bool const is_hyphenated = strchr(twice[i + 1], '-') != NULL; // one word less
        if ((block(1)->kind == BSH_BLOCK_PULLQUOTE) == is_hyphenated) {
            fail_msg("%s: %s", twice[i + 1], bsh_block_kind_name(block(1)->kind));
        }
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_phrase_has_its_clue),
        cmocka_unit_test(every_phrase_is_among_those_of_its_first_sign),
        cmocka_unit_test(signs_of_rules_are_seen),
        cmocka_unit_test(prose_has_no_clue),
        cmocka_unit_test(invisible_characters_hide_nothing),
        cmocka_unit_test(a_label_may_touch_the_word_before),
        cmocka_unit_test(words_and_sentences_are_counted),
        cmocka_unit_test(a_long_word_before_them_changes_no_count),
        cmocka_unit_test(nothing_behind_the_end_is_read),
        cmocka_unit_test(a_repetition_is_found_however_it_is_written),
    };
    return cmocka_run_group_tests(tests, zones_setup, zones_teardown);
}
