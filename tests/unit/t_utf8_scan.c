/* Stretches of bytes are looked through many at a time: each kind of byte, at each place, must
 * end them as it would one at a time. */
#include "tests/t.h"

#include "unicode/decode.h"
#include "unicode/utf8_scan.h"

enum { MOST_BYTES = 200 };

static bool is_ascii(unsigned char c)
{
    return c < 0x80;
}

/* Printable, or one of the four controls that belong into text. */
static bool is_plain(unsigned char c)
{
    return (c >= 0x20 && c <= 0x7E) || c == 0x09 || c == 0x0A || c == 0x0C || c == 0x0D;
}

static bool is_no_control(unsigned char c)
{
    return c >= 0x20;
}

static size_t prefix_of(const char *bytes, size_t n, bool (*is_good)(unsigned char c))
{
    size_t i = 0;
    while (i < n && is_good((unsigned char) bytes[i])) {
        ++i;
    }
    return i;
}

static void check_prefixes(const char *bytes, size_t n)
{
    assert_int_equal(bsh__plain_ascii_prefix(bytes, n), prefix_of(bytes, n, is_plain));
    assert_int_equal(bsh__ascii_prefix(bytes, n), prefix_of(bytes, n, is_ascii));
    assert_int_equal(bsh__control_free_prefix(bytes, n), prefix_of(bytes, n, is_no_control));
}

static void each_byte_ends_a_stretch_wherever_it_stands(void **state)
{
    (void) state;
    char bytes[MOST_BYTES];
    memset(bytes, 'e', sizeof bytes);
    for (unsigned c = 0; c < 256; ++c) {
        for (size_t at = 0; at < MOST_BYTES; ++at) {
            bytes[at] = (char) c;
            check_prefixes(bytes, MOST_BYTES);
            check_prefixes(bytes, at + 1);
            check_prefixes(bytes + at / 2, MOST_BYTES - at);
            bytes[at] = 'e';
        }
    }
}

static void the_first_of_two_ends_it(void **state)
{
    (void) state;
    static const char odd[] = {'\0', '\x1F', '\n', '\x7F', '\x80', '\xFF'};
    char              bytes[MOST_BYTES];
    for (size_t kind = 0; kind < sizeof odd; ++kind) {
        for (size_t at = 0; at < 80; ++at) {
            for (size_t behind = at + 1; behind < at + 40; ++behind) {
                memset(bytes, ' ', sizeof bytes);
                bytes[at] = odd[kind];
                bytes[behind] = odd[(kind + behind) % sizeof odd];
                check_prefixes(bytes, MOST_BYTES);
            }
        }
    }
}

static void line_ends_go_on_for_ever(void **state)
{
    (void) state;
    char bytes[MOST_BYTES];
    memset(bytes, '\n', sizeof bytes);
    for (size_t n = 0; n <= MOST_BYTES; ++n) {
        check_prefixes(bytes, n);
    }
}

static void a_scan_counts_what_it_passes(void **state)
{
    (void) state;
    static const char text[] = "caf\xC3\xA9 \xE2\x80\x9Cold\xE2\x80\x9D \xF0\x9F\x98\x80 and "
                               "\xE2\x80 cut \xFF off \x01 \0 \xEF\xBB\xBF mark";
    bsh__utf8_scan const scan = bsh__scan_utf8(text, sizeof text - 1);
    assert_int_equal(scan.n_multibyte, 5);
    assert_int_equal(scan.n_bad, 2);
    assert_int_equal(scan.n_odd, 5);
    assert_int_equal(scan.first_bad, strstr(text, "\xE2\x80 cut") - text);
    assert_int_equal(scan.first_nul, strlen(text));
}

static void check_clean(const char *text, size_t n_bytes)
{
    bsh__decoder whole;
    bsh__decoder clean;
    bsh__decoder_init(&whole, NULL);
    bsh__decoder_init(&clean, NULL);
    assert_int_equal(bsh__decode(&whole, text, n_bytes, "strict", NULL), BSH_OK);
    assert_int_equal(bsh__decode_clean(&clean, text, n_bytes, NULL), BSH_OK);
    assert_int_equal(clean.text.n, n_bytes);
    assert_memory_equal(clean.text.data, text, n_bytes);
    for (uint32_t i = 0, n = 0; i < n_bytes; ++i) {
        if (((unsigned char) text[i] & 0xC0U) != 0x80U) {
            assert_int_equal(bsh__decoder_codepoint_offset(&clean, i), n);
            assert_int_equal(bsh__decoder_codepoint_offset(&whole, i), n);
            assert_int_equal(bsh__decoder_source_offset(&clean, i), i);
            ++n;
        }
    }
    bsh__decoder_free(&whole);
    bsh__decoder_free(&clean);
}

/* More than the 4,096 bytes of a block of the index of code points; of emoji three bytes of
 * four begin none. */
static void clean_text_is_decoded_to_itself_and_indexed_alike(void **state)
{
    (void) state;
    static const char *const pieces[] = {
        "A ferry.\n", "A caf\xC3\xA9, \xE2\x80\x9Cold\xE2\x80\x9D, \xF0\x9F\x98\x80.\n",
        "\xF0\x9F\x98\x80"};
    enum { MOST = 10000 };
    char text[MOST];
    for (size_t i = 0; i < sizeof pieces / sizeof pieces[0]; ++i) {
        size_t const n_piece = strlen(pieces[i]);
        size_t       n = 0;
        for (; n + n_piece <= MOST; n += n_piece) {
            memcpy(text + n, pieces[i], n_piece);
        }
        check_clean(text, n);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(each_byte_ends_a_stretch_wherever_it_stands),
        cmocka_unit_test(the_first_of_two_ends_it),
        cmocka_unit_test(line_ends_go_on_for_ever),
        cmocka_unit_test(a_scan_counts_what_it_passes),
        cmocka_unit_test(clean_text_is_decoded_to_itself_and_indexed_alike),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
