#include "tests/t.h"

#include <broadsheet/base.h>
#include <broadsheet/text.h>

static char shown[256];

static const char *show_bytes(const char *bytes, size_t n, bool is_ascii)
{
    size_t const n_needed =
        bsh_text_visible(shown, sizeof shown, (bsh_string){bytes, n}, is_ascii);
    assert_int_equal(n_needed, strlen(shown));
    return shown;
}

#define SHOW(literal)       show_bytes(literal, sizeof(literal) - 1, false)
#define SHOW_ASCII(literal) show_bytes(literal, sizeof(literal) - 1, true)

static unsigned width_of(const char *text)
{
    return bsh_text_width((bsh_string){text, strlen(text)});
}

static size_t fit(const char *text, unsigned width)
{
    return bsh_text_fit((bsh_string){text, strlen(text)}, width);
}

static void ordinary_text_stays(void **state)
{
    (void) state;
    assert_string_equal(SHOW("The café won’t open — “no.” 漢字 😀\uFE0F"),
                        "The café won’t open — “no.” 漢字 😀\uFE0F");
    assert_string_equal(SHOW(""), "");
}

static void controls_become_pictures(void **state)
{
    (void) state;
    assert_string_equal(SHOW("a\x1b[31mred\0\x7f"), "a\u241b[31mred\u2400\u2421");
    assert_string_equal(SHOW("\xc2\x9b"
                             "31m"),
                        "⟨U+009B⟩31m");
    assert_string_equal(SHOW_ASCII("a\x1b[31m\x7f\xc2\x9b"), "a\\x1b[31m\\x7f\\x9b");
}

static void tabs_and_line_ends_become_one_blank(void **state)
{
    (void) state;
    assert_string_equal(SHOW("a\tb\r\nc\nd\re\xc2\x85"
                             "f\u2028g\u2029h\fi"),
                        "a b c d e f g h i");
}

static void hidden_characters_are_named(void **state)
{
    (void) state;
    assert_string_equal(SHOW("\u202Etxt.exe"), "⟨U+202E⟩txt.exe");
    assert_string_equal(SHOW("a\u200Bb\u200Dc\u2066d\uFEFFe\u00ADf"),
                        "a⟨U+200B⟩b⟨U+200D⟩c⟨U+2066⟩d⟨U+FEFF⟩e⟨U+00AD⟩f");
    assert_string_equal(SHOW("\U000E0041"), "⟨U+E0041⟩");
    assert_string_equal(SHOW_ASCII("\u202Etxt"), "<U+202E>txt");
}

static void bad_bytes_are_shown_one_by_one(void **state)
{
    (void) state;
    assert_string_equal(SHOW("a\xff"
                             "b\xc3"),
                        "a⟨FF⟩b⟨C3⟩");
    assert_string_equal(SHOW("\xed\xa0\x80"), "⟨ED⟩⟨A0⟩⟨80⟩");
    assert_string_equal(SHOW_ASCII("a\xff"), "a<FF>");
}

static void in_ascii_nothing_else_passes(void **state)
{
    (void) state;
    assert_string_equal(SHOW_ASCII("“The café won’t,” he said… 3\u00a0– no"),
                        "\"The cafe won't,\" he said... 3 - no");
    assert_string_equal(SHOW_ASCII("漢"), "<U+6F22>");
}

static void nothing_is_written_past_the_end(void **state)
{
    (void) state;
    char              out[8];
    bsh_string const  text = {"ab\xff"
                               "cd",
                              5};
    static const char full[] = "ab⟨FF⟩cd";
    for (size_t capacity = 0; capacity <= sizeof out; ++capacity) {
        memset(out, '#', sizeof out);
        assert_int_equal(bsh_text_visible(out, capacity, text, false), sizeof full - 1);
        for (size_t i = capacity; i < sizeof out; ++i) {
            assert_int_equal(out[i], '#');
        }
        if (capacity != 0) {
            assert_non_null(memchr(out, '\0', capacity));
            assert_memory_equal(out, full, strlen(out));
        }
    }
    // the piece in brackets is 8 bytes: it is written whole or not at all, and nothing behind
    // it
    (void) bsh_text_visible(out, sizeof out, text, false);
    assert_string_equal(out, "ab");
}

static void every_byte_pair_is_made_harmless(void **state)
{
    (void) state;
    for (int first = 0; first < 256; ++first) {
        for (int second = 0; second < 256; ++second) {
            char const        pair[2] = {(char) first, (char) second};
            const char *const text = show_bytes(pair, 2, true);
            for (size_t i = 0; text[i] != '\0'; ++i) {
                assert_in_range((unsigned char) text[i], 0x20, 0x7E);
            }
            (void) show_bytes(pair, 2, false);
            assert_null(strpbrk(shown, "\x1b\x7f\r\n\t\b"));
        }
    }
}

static void wide_characters_take_two_columns(void **state)
{
    (void) state;
    assert_int_equal(width_of("ferry"), 5);
    assert_int_equal(width_of("café"), 4);
    assert_int_equal(width_of("cafe\u0301"), 4);
    assert_int_equal(width_of("漢字"), 4);
    assert_int_equal(width_of("😀"), 2);
    assert_int_equal(width_of("\u1112\u1161\u11ab"), 2); // one Hangul syllable of three letters
    assert_int_equal(width_of("“—…”"), 4);
    assert_int_equal(width_of("a\u200Bb"), 2);
    assert_int_equal(width_of("\xff\xfe"), 2);
    assert_int_equal(width_of(""), 0);
}

static void text_is_cut_between_characters(void **state)
{
    (void) state;
    assert_int_equal(fit("ferry", 3), 3);
    assert_int_equal(fit("ferry", 99), 5);
    assert_int_equal(fit("ferry", 0), 0);
    assert_int_equal(fit("漢字", 3), 3);
    assert_int_equal(fit("漢字", 1), 0);
    // marks go with the letter they stand on
    assert_int_equal(fit("cafe\u0301s", 4), 6);
    assert_int_equal(fit("\xff\xff", 1), 1);
}

static void versions_are_told(void **state)
{
    (void) state;
    assert_true(bsh_version_icu()[0] >= '1' && bsh_version_icu()[0] <= '9');
    assert_true(bsh_version_unicode()[0] >= '1' && bsh_version_unicode()[0] <= '9');
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(ordinary_text_stays),
        cmocka_unit_test(controls_become_pictures),
        cmocka_unit_test(tabs_and_line_ends_become_one_blank),
        cmocka_unit_test(hidden_characters_are_named),
        cmocka_unit_test(bad_bytes_are_shown_one_by_one),
        cmocka_unit_test(in_ascii_nothing_else_passes),
        cmocka_unit_test(nothing_is_written_past_the_end),
        cmocka_unit_test(every_byte_pair_is_made_harmless),
        cmocka_unit_test(wide_characters_take_two_columns),
        cmocka_unit_test(text_is_cut_between_characters),
        cmocka_unit_test(versions_are_told),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
