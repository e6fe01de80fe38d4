#include "tests/t.h"

#include <unicode/ubrk.h>
#include <unicode/ustring.h>

#include "tests/allocator.h"
#include "unicode/breaks.h"
#include "unicode/characters.h"
#include "unicode/fold.h"
#include "unicode/utf8.h"

static bsh__breaker_settings const english = {.language = "en"};

static bsh__breaker *breaker;
static bsh__folder  *folder;
static bsh__vec      boundaries;
static bsh__buffer   folded;
static bsh_error     error;

static int start(void **state)
{
    (void) state;
    bsh__vec_init(&boundaries, bsh__allocator(NULL), sizeof(uint32_t));
    bsh__buffer_init(&folded, bsh__allocator(NULL));
    return bsh__breaker_create(&breaker, &english, NULL, &error) == BSH_OK &&
                   bsh__folder_create(&folder, NULL, &error) == BSH_OK
               ? 0
               : -1;
}

static int stop(void **state)
{
    (void) state;
    bsh__breaker_destroy(breaker);
    bsh__folder_destroy(folder);
    bsh__vec_free(&boundaries);
    bsh__buffer_free(&folded);
    return 0;
}

/* ---- boundaries against ICU, called in the plainest way */

enum { LONGEST = 512 };

/* Releases of ICU differ in these: the breaker lets them stand alone, as "*" does. */
static bool is_unsteady(UChar c)
{
    return c == '@' || c == ':' || c == 0xFE55 || c == 0xFF1A;
}

static void compare_with_icu(const char *text, bsh_span span, UBreakIteratorType type)
{
    UErrorCode code = U_ZERO_ERROR;
    UChar      units[LONGEST];
    int32_t    n_units = 0;
    u_strFromUTF8(units, LONGEST, &n_units, text + span.begin,
                  (int32_t) (span.end - span.begin), &code);
    UChar given[LONGEST];
    for (int32_t i = 0; i < n_units; ++i) {
        given[i] = type == UBRK_WORD && is_unsteady(units[i]) ? '*' : units[i];
    }
    UBreakIterator *const iterator = ubrk_open(type, "en", given, n_units, &code);
    assert_true(U_SUCCESS(code));
    const uint32_t *const found = boundaries.items;
    size_t                i = 0;
    for (int32_t at = ubrk_first(iterator); at != UBRK_DONE; at = ubrk_next(iterator)) {
        int32_t n_bytes = 0;
        u_strToUTF8(NULL, 0, &n_bytes, units, at, &code);
        code = U_ZERO_ERROR;
        assert_true(i < boundaries.n);
        assert_int_equal(found[i], span.begin + (uint32_t) n_bytes);
        ++i;
    }
    assert_int_equal(i, boundaries.n);
    ubrk_close(iterator);
}

/* The clusters of ICU that do not begin with white space. */
static void compare_graphemes(const char *text, bsh_span span)
{
    UErrorCode code = U_ZERO_ERROR;
    UChar      units[LONGEST];
    int32_t    n_units = 0;
    uint64_t   n_expected = 0;
    u_strFromUTF8(units, LONGEST, &n_units, text + span.begin,
                  (int32_t) (span.end - span.begin), &code);
    UBreakIterator *const iterator = ubrk_open(UBRK_CHARACTER, "en", units, n_units, &code);
    assert_true(U_SUCCESS(code));
    for (int32_t at = ubrk_first(iterator); at < n_units; at = ubrk_next(iterator)) {
        n_expected += !u_isUWhiteSpace(units[at]);
    }
    ubrk_close(iterator);
    uint64_t n = 0;
    assert_int_equal(bsh__breaker_graphemes(breaker, &n, &error), BSH_OK);
    assert_int_equal(n, n_expected);
}

static void compare_all(const char *text, bsh_span span)
{
    assert_int_equal(bsh__breaker_set(breaker, text, span, &error), BSH_OK);
    assert_int_equal(bsh__breaker_words(breaker, &boundaries, &error), BSH_OK);
    compare_with_icu(text, span, UBRK_WORD);
    assert_int_equal(bsh__breaker_sentences(breaker, &boundaries, &error), BSH_OK);
    compare_with_icu(text, span, UBRK_SENTENCE);
    compare_graphemes(text, span);
}

static void boundaries_are_those_of_icu(void **state)
{
    (void) state;
    static const char *const texts[] = {
        "The ferry runs. It is late.",
        "“Stay,” he said. “I won’t.”",
        "naïve cafés cost €3.50",
        "e\u0301a co\u00adop a\u200db",
        "emoji 😀 👨‍👩‍👧 x",
        "渡し船は五月。毎日。",
        "เรือข้ามฟาก",
        "CR\r\nLF\nand CR\ralone",
        "U.S. vs. U.K. at 9 a.m. Monday!",
        " ",
    };
    for (size_t i = 0; i < sizeof texts / sizeof texts[0]; ++i) {
        compare_all(texts[i], (bsh_span){0, (uint32_t) strlen(texts[i])});
    }
}

static void a_stretch_inside_the_text_keeps_the_offsets_of_the_text(void **state)
{
    (void) state;
    const char *const text = "é é. The café won’t open. é";
    compare_all(text, (bsh_span){6, (uint32_t) strlen(text) - 3});
    const char *const ascii = "before. The ferry won't run. after";
    compare_all(ascii, (bsh_span){8, 28});
}

static uint32_t next_random(uint64_t *seed)
{
    *seed = *seed * UINT64_C(6364136223846793005) + UINT64_C(1442695040888963407);
    return (uint32_t) (*seed >> 33);
}

static void random_texts_have_the_boundaries_of_icu(void **state)
{
    (void) state;
    static const char *const alphabet[] = {
        "a", "B",      "1",  " ",    ".", ",", "'",      "’",      "“",
        "”", "-",      "\n", "\r\n", "?", "é", "\u0301", "\u00ad", "\u200d",
        "😀", "\u2028", "漢", "ไ",    "_", "@", ":",      "🇦",      "א",
    };
    uint64_t seed = 3;
    for (int round = 0; round < 3000; ++round) {
        char     text[LONGEST];
        uint32_t n = 0;
        unsigned n_symbols = 2 + next_random(&seed) % 26;
        unsigned n_pieces = 1 + next_random(&seed) % 60;
        for (unsigned i = 0; i < n_pieces; ++i) {
            const char *const piece = alphabet[next_random(&seed) % n_symbols];
            memcpy(text + n, piece, strlen(piece));
            n += (uint32_t) strlen(piece);
        }
        compare_all(text, (bsh_span){0, n});
    }
}

static void an_empty_stretch_has_one_boundary(void **state)
{
    (void) state;
    assert_int_equal(bsh__breaker_set(breaker, "abc", (bsh_span){2, 2}, &error), BSH_OK);
    assert_int_equal(bsh__breaker_words(breaker, &boundaries, &error), BSH_OK);
    assert_int_equal(boundaries.n, 1);
    assert_int_equal(*(const uint32_t *) boundaries.items, 2);
    uint64_t n = 9;
    assert_int_equal(bsh__breaker_graphemes(breaker, &n, &error), BSH_OK);
    assert_int_equal(n, 0);
}

/* ---- sentences whose marks the caller decides about */

static bool decides_by_itself(int32_t c)
{
    return bsh__is_space(c) || (c > 0 && c < 0x80 && strchr(".!?\"'()[]{}", (int) c) != NULL) ||
           c == 0x2019 || c == 0x201C || c == 0x201D;
}

static size_t count_sentences(const bsh__breaker_settings *settings, const char *text)
{
    bsh__breaker  *by = NULL;
    bsh_span const span = {0, (uint32_t) strlen(text)};
    assert_int_equal(bsh__breaker_create(&by, settings, NULL, &error), BSH_OK);
    assert_int_equal(bsh__breaker_set(by, text, span, &error), BSH_OK);
    assert_int_equal(bsh__breaker_sentences(by, &boundaries, &error), BSH_OK);
    bsh__breaker_destroy(by);
    const uint32_t *const found = boundaries.items;
    assert_int_equal(found[0], 0);
    assert_int_equal(found[boundaries.n - 1], span.end);
    return boundaries.n - 1;
}

static void marks_that_are_decided_need_no_iterator(void **state)
{
    (void) state;
    static const char text[] = "“The ferry runs.” It’s late!\n(Is it?) Yes: £5—now.";
    bsh__breaker_settings settings = {.language = "en", .is_decided = decides_by_itself};
    assert_int_equal(count_sentences(&settings, text), 1);
    assert_int_equal(count_sentences(&english, text), 4);
    settings.engine = BSH_ENGINE_ICU;
    assert_int_equal(count_sentences(&settings, text), 4);
}

static void one_foreign_mark_gives_all_boundaries(void **state)
{
    (void) state;
    bsh__breaker_settings const settings = {.language = "en", .is_decided = decides_by_itself};
    assert_int_equal(count_sentences(&settings, "It runs. It is late。Go."), 3);
    assert_int_equal(count_sentences(&settings, "It runs. It is late‼ Go."), 3);
    // a closer that the caller does not know: its boundary stands behind no mark of his
    assert_int_equal(count_sentences(&settings, "It runs! It is late!„ Go."), 3);
    assert_int_equal(count_sentences(&settings, "It runs. It is\u00ad late. Go."), 3);
}

/* A semicolon asks in Greek. */
static void a_language_with_another_question_mark_has_it_found(void **state)
{
    (void) state;
    bsh__breaker_settings settings = {.language = "el", .is_decided = decides_by_itself};
    assert_int_equal(count_sentences(&settings, "Why; Because"), 2);
    settings.language = "en";
    assert_int_equal(count_sentences(&settings, "Why; Because"), 1);
}

/* ---- graphemes */

static uint64_t graphemes(const char *text)
{
    uint64_t n = 0;
    assert_int_equal(
        bsh__breaker_set(breaker, text, (bsh_span){0, (uint32_t) strlen(text)}, &error),
        BSH_OK);
    assert_int_equal(bsh__breaker_graphemes(breaker, &n, &error), BSH_OK);
    return n;
}

static void graphemes_leave_white_space_out(void **state)
{
    (void) state;
    assert_int_equal(graphemes("The ferry,\r\n\tnow."), 13);
    assert_int_equal(graphemes("caf\u00e9\u00a0s"), 5);
    assert_int_equal(graphemes("cafe\u0301"), 4);
    assert_int_equal(graphemes("👨‍👩‍👧 in"), 3);
    assert_int_equal(graphemes("é\r\n\u2028\u3000é"), 2);
}

/* However long, and with blanks at the end of what is counted at once. */
static void graphemes_of_long_text_are_all_counted(void **state)
{
    (void) state;
    enum { N_WORDS = 3000 };
    static char text[4 * N_WORDS + 1];
    for (size_t n_words = 0; n_words < N_WORDS; n_words += n_words < 20 ? 1 : 331) {
        for (size_t i = 0; i < n_words; ++i) {
            memcpy(text + 4 * i, "\u00e9a\t", 4);
        }
        text[4 * n_words] = '\0';
        assert_int_equal(graphemes(text), 2 * n_words);
    }
}

/* ---- classes of characters */

/* ASCII goes another way than ICU: both must say the same. */
static void ascii_has_the_classes_that_icu_gives_it(void **state)
{
    (void) state;
    for (int32_t c = 0; c < 0x80; ++c) {
        assert_int_equal(bsh__is_letter(c), u_isalpha(c) != 0);
        assert_int_equal(bsh__is_number(c), u_isdigit(c) != 0);
        assert_int_equal(bsh__is_upper(c), u_isupper(c) != 0);
        assert_int_equal(bsh__is_lower(c), u_islower(c) != 0);
        assert_int_equal(bsh__is_space(c), u_isUWhiteSpace(c) != 0);
        assert_int_equal(bsh__is_currency(c), u_charType(c) == U_CURRENCY_SYMBOL);
        assert_int_equal(bsh__is_mark(c), false);
        assert_int_equal(bsh__is_ideograph(c), false);
        assert_int_equal(bsh__is_transparent(c), false);
    }
}

static void letters_and_digits_beyond_ascii_have_their_classes(void **state)
{
    (void) state;
    assert_true(bsh__is_letter(0xE9) && bsh__is_lower(0xE9) && bsh__is_upper(0xC9));
    assert_true(bsh__is_upper(0x01C5)); // a title-case digraph
    assert_true(bsh__is_number(0xBD) && !bsh__is_letter(0xBD));
    assert_true(bsh__is_mark(0x0301) && !bsh__is_letter(0x0301));
    assert_true(bsh__is_ideograph(0x6F22) && bsh__is_ideograph(0x3042) &&
                bsh__is_ideograph(0xD55C));
    assert_true(bsh__is_ideograph(0x30A2) && bsh__is_ideograph(0x30FC)); // the long vowel mark
    assert_false(bsh__is_ideograph(0x3001) || bsh__is_ideograph(0x0E44));
}

static void spaces_and_signs_beyond_ascii_have_their_classes(void **state)
{
    (void) state;
    assert_true(bsh__is_space(0xA0) && bsh__is_space(0x2009) && bsh__is_space(0x202F));
    assert_false(bsh__is_space(0x200B));
    assert_true(bsh__is_line_end(0x85) && bsh__is_line_end(0x2028) && bsh__is_line_end(0x2029));
    assert_false(bsh__is_line_end('\v') || bsh__is_line_end('\t'));
    assert_true(bsh__is_currency(0x20AC) && bsh__is_currency(0xA3));
    static const int32_t transparent[] = {0xAD,   0x200B, 0x200C, 0x200D, 0x2060, 0xFEFF,
                                          0xFE0F, 0x200E, 0x202E, 0x2069, 0xE0100};
    for (size_t i = 0; i < sizeof transparent / sizeof transparent[0]; ++i) {
        assert_true(bsh__is_transparent(transparent[i]));
    }
    assert_false(bsh__is_transparent(0x2019) || bsh__is_transparent(0x2028));
}

/* ---- folding */

static const char *fold(const char *text)
{
    assert_int_equal(bsh__fold(folder, &folded, text, strlen(text), &error), BSH_OK);
    bsh__buffer_add_char(&folded, '\0');
    return folded.data;
}

static const char *fold_to_ascii(const char *text)
{
    assert_int_equal(bsh__fold_to_ascii(folder, &folded, text, strlen(text), &error), BSH_OK);
    bsh__buffer_add_char(&folded, '\0');
    return folded.data;
}

static void folding_ignores_case_and_form(void **state)
{
    (void) state;
    assert_string_equal(fold("Ferry"), "ferry");
    assert_string_equal(fold("Zoe\u0308"), "zoë");
    assert_string_equal(fold("ZOË"), "zoë");
    assert_string_equal(fold("Straße"), "strasse");
    assert_string_equal(fold("ΜΆΪΟΣ"), fold("μάϊος"));
    assert_string_equal(fold("don’t"), "don’t");
    assert_string_equal(fold(""), "");
    // three letters from one, the most that full folding makes
    assert_string_equal(fold("\uFB03"), "ffi");
    assert_string_equal(fold("\u0390"), "\u0390");
}

static void folding_to_ascii_drops_marks_of_latin_letters(void **state)
{
    (void) state;
    assert_string_equal(fold_to_ascii("Café"), "cafe");
    assert_string_equal(fold_to_ascii("Ångström"), "angstrom");
    assert_string_equal(fold_to_ascii("NAI\u0308VE"), "naive");
    assert_string_equal(fold_to_ascii("Łódź"), "łodz");
    assert_string_equal(fold_to_ascii("йод"), "йод");
}

/* ---- out of memory */

static bsh_status break_and_fold(const bsh_allocator *allocator)
{
    static const char text[] = "The café 😀. Zoë’s ferry。";
    bsh__breaker     *poor = NULL;
    bsh__folder      *poor_folder = NULL;
    bsh__vec          found;
    bsh__buffer       word;
    bsh__vec_init(&found, allocator, sizeof(uint32_t));
    bsh__buffer_init(&word, allocator);
    bsh_status status = bsh__breaker_create(&poor, &english, allocator, &error);
    if (status == BSH_OK) {
        status = bsh__breaker_set(poor, text, (bsh_span){0, sizeof text - 1}, &error);
    }
    if (status == BSH_OK) {
        status = bsh__breaker_words(poor, &found, &error);
    }
    if (status == BSH_OK) {
        status = bsh__breaker_sentences(poor, &found, &error);
    }
    if (status == BSH_OK) {
        status = bsh__folder_create(&poor_folder, allocator, &error);
    }
    if (status == BSH_OK) {
        status = bsh__fold(poor_folder, &word, "Zoë", 4, &error);
    }
    bsh__vec_free(&found);
    bsh__buffer_free(&word);
    bsh__breaker_destroy(poor);
    bsh__folder_destroy(poor_folder);
    return status;
}

static void running_out_of_memory_is_an_ordinary_error(void **state)
{
    (void) state;
    assert_true(test_allocator_try(break_and_fold) > 5);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(boundaries_are_those_of_icu),
        cmocka_unit_test(a_stretch_inside_the_text_keeps_the_offsets_of_the_text),
        cmocka_unit_test(random_texts_have_the_boundaries_of_icu),
        cmocka_unit_test(an_empty_stretch_has_one_boundary),
        cmocka_unit_test(marks_that_are_decided_need_no_iterator),
        cmocka_unit_test(one_foreign_mark_gives_all_boundaries),
        cmocka_unit_test(a_language_with_another_question_mark_has_it_found),
        cmocka_unit_test(graphemes_leave_white_space_out),
        cmocka_unit_test(graphemes_of_long_text_are_all_counted),
        cmocka_unit_test(ascii_has_the_classes_that_icu_gives_it),
        cmocka_unit_test(letters_and_digits_beyond_ascii_have_their_classes),
        cmocka_unit_test(spaces_and_signs_beyond_ascii_have_their_classes),
        cmocka_unit_test(folding_ignores_case_and_form),
        cmocka_unit_test(folding_to_ascii_drops_marks_of_latin_letters),
        cmocka_unit_test(running_out_of_memory_is_an_ordinary_error),
    };
    return cmocka_run_group_tests(tests, start, stop);
}
