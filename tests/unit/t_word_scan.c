/* How the word scanner shares a text with ICU.  That what both find together is what ICU alone
 * would find is held by tests/prop/t_engines. */
#include "tests/t.h"

#include "tests/prop/texts.h"
#include "unicode/word_scan.h"

enum { MOST_BYTES = 1 << 20 };

static UBreakIterator   *iterator;
static bsh__word_classes classes;
static uint32_t          boundaries[MOST_BYTES + 1];

static int start(void **state)
{
    (void) state;
    UErrorCode code = U_ZERO_ERROR;
    iterator = ubrk_open(UBRK_WORD, "en", NULL, 0, &code);
    return U_SUCCESS(code) && bsh__word_classes_learn(&classes, iterator) ? 0 : -1;
}

static int stop(void **state)
{
    (void) state;
    ubrk_close(iterator);
    return 0;
}

/* What is left to ICU of a text. */
typedef struct share {
    size_t   n_stretches, n_bytes;
    bsh_span last;
} share;

static share scan(const char *text, size_t n)
{
    share          left = {0};
    bsh__word_scan walk = {.classes = &classes,
                           .text = text,
                           .span = {0, (uint32_t) n},
                           .boundaries = boundaries,
                           .n = 1};
    boundaries[0] = 0;
    while (bsh__word_scan_run(&walk)) {
        uint32_t const stopped = walk.at;
        left.last = bsh__word_scan_leave_stretch(&walk);
        assert_true(left.last.begin <= stopped && stopped < left.last.end);
        assert_true(left.last.end == walk.at && left.last.end <= n);
        assert_int_equal(boundaries[walk.n - 1], left.last.begin);
        boundaries[walk.n++] = walk.at; // what ICU would add at least
        ++left.n_stretches;
        left.n_bytes += left.last.end - left.last.begin;
    }
    assert_int_equal(boundaries[walk.n - 1], n);
    assert_true(left.n_bytes <= n);
    return left;
}

static share scan_text(const char *text)
{
    return scan(text, strlen(text));
}

static void a_character_not_known_leaves_a_stretch_between_certain_boundaries(void **state)
{
    (void) state;
    share left = scan_text("the ferry 😀 late");
    assert_int_equal(left.n_stretches, 1);
    assert_int_equal(left.last.begin, strlen("the "));
    assert_int_equal(left.last.end, strlen("the ferry 😀 "));
    // a mark clings to a blank: the blank is no border
    left = scan_text("at sea \u0301 x");
    assert_int_equal(left.last.begin, strlen("at "));
    // a line end is one, whatever follows
    left = scan_text("at\n\u0301\n\u0301");
    assert_int_equal(left.last.begin, strlen("at\n"));
    assert_int_equal(left.n_stretches, 1);
    // beyond ASCII a blank is no border: what follows may be a mark
    left = scan_text("a йод “йод” b");
    assert_int_equal(left.last.begin, 0);
    assert_int_equal(left.last.end, strlen("a йод “йод” "));
}

static void stretches_that_lie_close_together_are_one(void **state)
{
    (void) state;
    assert_int_equal(scan_text("the ferry 😀\nis late 😀\nfor all 😀\n").n_stretches, 1);
    assert_int_equal(scan_text("😀 the ferry to the island was late again on Monday, and nobody "
                               "was told why 😀")
                         .n_stretches,
                     2);
}

/* Latin letters, dashes, curly quotes, currencies need no ICU. */
static void what_news_is_made_of_is_known(void **state)
{
    (void) state;
    assert_int_equal(
        scan_text("“Über 3,5 %”, don’t—co‐op… €5–£7 ½ «Łódź» l·l șț\r\n").n_stretches, 0);
    sample_list articles = {0};
    size_t      n_bytes = 0;
    size_t      n_left = 0;
    assert_true(samples_add_demo(&articles, test_source_folder()));
    for (size_t i = 0; i < articles.n; ++i) {
        n_bytes += articles.items[i].n_bytes;
        n_left += scan(articles.items[i].bytes, articles.items[i].n_bytes).n_bytes;
    }
    samples_free(&articles);
    assert_true(n_bytes > 100000);
    assert_true(n_left * 1000 < n_bytes);
}

/* However hostile the text, ICU never sees a byte twice, and begins at most once in 64 bytes.
 */
static void hostile_text_is_left_to_icu_once(void **state)
{
    (void) state;
    static const char *const units[] = {
        "😀",
        "a😀",
        "a 😀",
        "the ferry 😀\n",
        "\u0301",
        " \u0301",
        "e\u0301",
        "\u200d",
        "中",
        "a’\u0301",
        "The ferry to the island was late again on Monday, and nobody knew why 😀 ",
    };
    static char text[MOST_BYTES];
    for (size_t i = 0; i < sizeof units / sizeof units[0]; ++i) {
        size_t const length = strlen(units[i]);
        size_t       n = 0;
        for (; n + length <= MOST_BYTES; n += length) {
            memcpy(text + n, units[i], length);
        }
        assert_true(scan(text, n).n_stretches <= n / 64 + 1);
    }
}

static UBreakIterator *open_rules(const char *rules, size_t n)
{
    UErrorCode  code = U_ZERO_ERROR;
    UParseError where;
    UChar       units[128];
    assert_true(n <= sizeof units / sizeof units[0]);
    for (size_t i = 0; i < n; ++i) {
        units[i] = (UChar) (unsigned char) rules[i];
    }
    UBreakIterator *const made_up = ubrk_openRules(units, (int32_t) n, NULL, 0, &where, &code);
    assert_true(U_SUCCESS(code));
    return made_up;
}

/* A made-up iterator: the rules of no release of ICU. */
static void rules_that_are_not_foreseen_are_not_scanned(void **state)
{
    (void) state;
    static const char     rule[] = "[a-zA-Z:]+; [0-9!]+;";
    bsh__word_classes     learnt;
    UBreakIterator *const strange = open_rules(rule, sizeof rule - 1);
    assert_false(bsh__word_classes_learn(&learnt, strange));
    ubrk_close(strange);
}

/* No release of ICU has a word that begins with "#", but one might: what is known of letters
 * and blanks alone does not do then. */
static void a_mark_that_is_a_letter_begins_words(void **state)
{
    (void) state;
    static const char     rules[] = "[a-z0-9_#]+ ([.'] [a-z0-9_#]+)*;";
    static const char     text[] = "the #2 ferry left";
    bsh__word_classes     learnt;
    UBreakIterator *const made_up = open_rules(rules, sizeof rules - 1);
    assert_true(bsh__word_classes_learn(&learnt, made_up));
    bsh__word_scan walk = {.classes = &learnt,
                           .text = text,
                           .span = {0, sizeof text - 1},
                           .boundaries = boundaries,
                           .n = 1};
    assert_false(bsh__word_scan_run(&walk));
    assert_int_equal(walk.n, 8);
    assert_int_equal(boundaries[3], strlen("the #2"));
    ubrk_close(made_up);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_character_not_known_leaves_a_stretch_between_certain_boundaries),
        cmocka_unit_test(stretches_that_lie_close_together_are_one),
        cmocka_unit_test(what_news_is_made_of_is_known),
        cmocka_unit_test(hostile_text_is_left_to_icu_once),
        cmocka_unit_test(rules_that_are_not_foreseen_are_not_scanned),
        cmocka_unit_test(a_mark_that_is_a_letter_begins_words),
    };
    return cmocka_run_group_tests(tests, start, stop);
}
