#include "tests/t.h"

#include "tests/allocator.h"
#include "unicode/decode.h"
#include "unicode/mojibake.h"
#include "unicode/utf8.h"
#include "unicode/utf8_scan.h"

static bsh__decoder decoder;
static bsh_error    error;

static int start(void **state)
{
    (void) state;
    bsh__decoder_init(&decoder, NULL);
    return 0;
}

static int stop(void **state)
{
    (void) state;
    bsh__decoder_free(&decoder);
    return 0;
}

static bsh_status decode_bytes(const char *bytes, size_t n, const char *encoding)
{
    error = (bsh_error){0};
    return bsh__decode(&decoder, bytes, n, encoding, &error);
}

/* Literals may hold NUL. */
#define DECODE(literal, encoding) decode_bytes(literal, sizeof(literal) - 1, encoding)

#define assert_text(literal)                                                                   \
    do {                                                                                       \
        assert_int_equal(decoder.text.n, sizeof(literal) - 1);                                 \
        assert_memory_equal(decoder.text.data, literal, sizeof(literal) - 1);                  \
    } while (0)

/* A text made of a prefix and a piece repeated. */
static bsh__buffer repeated(const char *prefix, size_t n_prefix, const char *piece, int n_times)
{
    bsh__buffer buffer;
    bsh__buffer_init(&buffer, bsh__allocator(NULL));
    bsh__buffer_add(&buffer, prefix, n_prefix);
    for (int i = 0; i < n_times; ++i) {
        bsh__buffer_add_text(&buffer, piece);
    }
    return buffer;
}

/* ---- which encoding */

static void good_utf8_is_taken_as_it_is(void **state)
{
    (void) state;
    assert_int_equal(DECODE("caf\xc3\xa9\r\nco\xc2\xadop \xe2\x80\xa8\x0c", "auto"), BSH_OK);
    assert_text("caf\xc3\xa9\r\nco\xc2\xadop \xe2\x80\xa8\x0c");
    assert_string_equal(decoder.decoding.encoding, "UTF-8");
    assert_false(decoder.decoding.is_guessed);
    assert_int_equal(decoder.anchors.n, 0);
}

static void an_empty_text_is_a_text(void **state)
{
    (void) state;
    assert_int_equal(decode_bytes(NULL, 0, "auto"), BSH_OK);
    assert_int_equal(decoder.text.n, 0);
    assert_int_equal(bsh__decoder_source_offset(&decoder, 0), 0);
    assert_int_equal(bsh__decoder_codepoint_offset(&decoder, 0), 0);
}

static void the_text_is_padded_by_zeros(void **state)
{
    (void) state;
    static const char zeros[64] = {0};
    assert_int_equal(DECODE("Ferry", "auto"), BSH_OK);
    assert_memory_equal(decoder.text.data + decoder.text.n, zeros, 64);
    assert_int_equal(DECODE("caf\xe9", "auto"), BSH_OK);
    assert_memory_equal(decoder.text.data + decoder.text.n, zeros, 64);
}

static void bytes_that_are_not_utf8_are_windows_1252(void **state)
{
    (void) state;
    assert_int_equal(DECODE("caf\xe9", "auto"), BSH_OK);
    assert_text("café");
    assert_string_equal(decoder.decoding.encoding, "windows-1252");
    assert_true(decoder.decoding.is_guessed);
    assert_int_equal(decoder.decoding.first_bad_offset, 3);
    assert_int_equal(decoder.decoding.first_bad_byte, 0xE9);
    assert_int_equal(DECODE("\x93Stay,\x94 he said\x85", "auto"), BSH_OK);
    assert_text("“Stay,” he said…");
}

static void a_declared_latin1_is_windows_1252(void **state)
{
    (void) state;
    static const char *const labels[] = {"latin1",       "iso-8859-1", "ISO8859-1",
                                         "Windows-1252", "us-ascii",   "CP1252"};
    for (size_t i = 0; i < sizeof labels / sizeof labels[0]; ++i) {
        assert_int_equal(DECODE("\x80 5 caf\xe9", labels[i]), BSH_OK);
        assert_text("€ 5 café");
        assert_string_equal(decoder.decoding.encoding, "windows-1252");
        assert_false(decoder.decoding.is_guessed);
    }
}

static void every_byte_of_windows_1252_has_its_character(void **state)
{
    (void) state;
    assert_int_equal(
        DECODE("Bank 0123456789 \x80\x82\x83\x84\x85\x86\x87\x88\x89\x8a\x8b\x8c\x8e"
               "\x91\x92\x93\x94\x95\x96\x97\x98\x99\x9a\x9b\x9c\x9e\x9f\xa3\xff",
               "windows-1252"),
        BSH_OK);
    assert_text("Bank 0123456789 €‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ£ÿ");
}

static void a_byte_order_mark_decides_and_goes(void **state)
{
    (void) state;
    assert_int_equal(DECODE("\xef\xbb\xbfHi", "auto"), BSH_OK);
    assert_text("Hi");
    assert_string_equal(decoder.decoding.encoding, "UTF-8");
    assert_int_equal(DECODE("\xff\xfeH\0i\0", "auto"), BSH_OK);
    assert_text("Hi");
    assert_string_equal(decoder.decoding.encoding, "UTF-16LE");
    assert_false(decoder.decoding.is_guessed);
    assert_int_equal(DECODE("\xfe\xff\0H\0\xe9\xd8\x3d\xde\x00", "auto"), BSH_OK);
    assert_text("Hé😀");
    assert_string_equal(decoder.decoding.encoding, "UTF-16BE");
}

static void utf32_is_refused(void **state)
{
    (void) state;
    assert_int_equal(DECODE("\xff\xfe\0\0H\0\0\0", "auto"), BSH_E_ENCODING);
    assert_int_equal(DECODE("\0\0\xfe\xff\0\0\0H", "auto"), BSH_E_ENCODING);
    assert_string_equal(error.message, "looks like UTF-32; save it as UTF-8");
}

static void utf16_without_a_mark_is_found_by_its_zeros(void **state)
{
    (void) state;
    assert_int_equal(DECODE("H\0i\0 \0t\0o\0 \0a\0l\0l\0", "auto"), BSH_OK);
    assert_text("Hi to all");
    assert_string_equal(decoder.decoding.encoding, "UTF-16LE");
    assert_true(decoder.decoding.is_guessed);
    assert_int_equal(decoder.decoding.n_controls, 0);
    assert_int_equal(DECODE("\0H\0i\0 \0t\0o\0 \0a\0l\0l", "auto"), BSH_OK);
    assert_text("Hi to all");
    assert_string_equal(decoder.decoding.encoding, "UTF-16BE");
}

static void half_a_surrogate_pair_is_replaced(void **state)
{
    (void) state;
    assert_int_equal(DECODE("H\0\x3d\xd8i\0!", "utf-16le"), BSH_OK);
    assert_text("H\xEF\xBF\xBDi\xEF\xBF\xBD");
    assert_int_equal(decoder.decoding.n_replaced, 2);
    assert_int_equal(decoder.decoding.first_bad_offset, 2);
}

/* "a\xffb" in a long UTF-8 text */
static void a_bad_byte_among_many_good_ones_is_replaced(void **state)
{
    (void) state;
    bsh__buffer text = repeated("a\xff"
                                "b ",
                                4, "caf\xc3\xa9 ", 101);
    assert_int_equal(decode_bytes(text.data, text.n, "auto"), BSH_OK);
    assert_string_equal(decoder.decoding.encoding, "UTF-8");
    assert_int_equal(decoder.decoding.n_replaced, 1);
    assert_int_equal(decoder.decoding.first_bad_offset, 1);
    assert_int_equal(decoder.decoding.first_bad_byte, 0xFF);
    assert_memory_equal(decoder.text.data,
                        "a\xEF\xBF\xBD"
                        "b café ",
                        12);
    bsh__buffer_free(&text);
}

static void one_bad_in_a_hundred_is_too_many(void **state)
{
    (void) state;
    bsh__buffer text = repeated("a\xff"
                                "b ",
                                4, "caf\xc3\xa9 ", 100);
    assert_int_equal(decode_bytes(text.data, text.n, "auto"), BSH_OK);
    assert_string_equal(decoder.decoding.encoding, "windows-1252");
    bsh__buffer_free(&text);
}

/* The bytes of the examples in "Best Practices for Using U+FFFD" of the Unicode standard. */
static void each_maximal_bad_part_becomes_one_replacement(void **state)
{
    (void) state;
    static const struct {
        const char *bytes;
        unsigned    n_replaced;
    } cases[] = {
        {"\x61\xF1\x80\x80\xE1\x80\xC2\x62\x80\x63\x80\xBF\x64", 6},
        {"\xC0\xAF", 2},
        {"\xE0\x80\xBF", 3},
        {"\xF0\x81\x82\x41", 3},
        {"\xED\xA0\x80", 3},
        {"\xED\xBF\xBF", 3},
        {"\xF4\x91\x92\x93", 4},
        {"\xFF\x41", 1},
        {"\xE1\x80\xE2\xF0\x91\x92\xF1\xBF\x41", 4},
        {"\xF5\x41", 1},
        {"\xF0\x9F\x98", 1},
        {"\xC3", 1},
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; ++i) {
        assert_int_equal(decode_bytes(cases[i].bytes, strlen(cases[i].bytes), "utf-8"), BSH_OK);
        assert_int_equal(decoder.decoding.n_replaced, cases[i].n_replaced);
        assert_false(decoder.decoding.is_guessed);
    }
}

static void strict_refuses_a_bad_byte_by_its_place(void **state)
{
    (void) state;
    bsh__buffer text = repeated("", 0, "Ferry ", 200);
    bsh__buffer_add_text(&text, "cafe\xe9");
    assert_int_equal(decode_bytes(text.data, text.n, "strict"), BSH_E_ENCODING);
    assert_string_equal(error.message, "not UTF-8 (byte 0xE9 at 1204)");
    bsh__buffer_free(&text);
    assert_int_equal(DECODE("\xef\xbb\xbf"
                            "caf\xc3\xa9",
                            "strict"),
                     BSH_OK);
    assert_text("café");
}

static void an_unknown_encoding_is_named(void **state)
{
    (void) state;
    assert_int_equal(DECODE("Hi", "klingon-8"), BSH_E_ENCODING);
    assert_non_null(strstr(error.message, "\"klingon-8\""));
    assert_int_equal(DECODE("Hi", ""), BSH_E_ENCODING);
}

static void other_encodings_are_read_by_name(void **state)
{
    (void) state;
    assert_int_equal(DECODE("\x93\xfa\x96{", "Shift_JIS"), BSH_OK);
    assert_text("日本");
    assert_string_equal(decoder.decoding.encoding, "Shift_JIS");
    assert_int_equal(bsh__decoder_source_offset(&decoder, 3), 2);
    assert_int_equal(DECODE("\xd6\xd0", "gb2312"), BSH_OK);
    assert_text("中");
    assert_string_equal(decoder.decoding.encoding, "GB18030");
    assert_int_equal(DECODE("\xb3\xf3\xbf \xb1", "iso-8859-2"), BSH_OK);
    assert_text("łóż ą");
    assert_int_equal(DECODE("\xc1\xc2\xd7", "koi8-r"), BSH_OK);
    assert_text("абв");
    assert_int_equal(DECODE("a\x93", "Shift_JIS"), BSH_OK);
    assert_text("a\xEF\xBF\xBD");
    assert_int_equal(decoder.decoding.n_replaced, 1);
    assert_int_equal(DECODE("\x93 is bad", "Shift_JIS"), BSH_OK);
    assert_text("\xEF\xBF\xBD is bad");
    assert_int_equal(DECODE("fran\x8c\x61i", "GB18030"), BSH_OK);
    assert_int_equal(decoder.decoding.n_replaced, 0);
}

static void long_japanese_is_detected(void **state)
{
    (void) state;
    // "渡し船は五月から毎日、町と島のあいだを運航される。" in EUC-JP
    static const char piece[] =
        "\xc5\xcf\xa4\xb7\xc1\xa5\xa4\xcf\xb8\xde\xb7\xee\xa4\xab\xa4\xe9\xcb\xe8"
        "\xc6\xfc\xa1\xa2\xc4\xae\xa4\xc8\xc5\xe7\xa4\xce\xa4\xa2\xa4\xa4\xa4\xc0"
        "\xa4\xf2\xb1\xbf\xb9\xd2\xa4\xb5\xa4\xec\xa4\xeb\xa1\xa3";
    bsh__buffer text = repeated("", 0, piece, 20);
    assert_int_equal(decode_bytes(text.data, text.n, "auto"), BSH_OK);
    assert_string_equal(decoder.decoding.encoding, "EUC-JP");
    assert_true(decoder.decoding.is_guessed);
    assert_memory_equal(decoder.text.data, "渡し船は五月", 18);
    bsh__buffer_free(&text);
    // under 512 bytes nothing is detected
    assert_int_equal(decode_bytes(piece, sizeof piece - 1, "auto"), BSH_OK);
    assert_string_equal(decoder.decoding.encoding, "windows-1252");
}

static void long_english_with_curly_quotes_is_windows_1252(void **state)
{
    (void) state;
    bsh__buffer text = repeated("", 0,
                                "\x93The ferry won\x92t run before May,\x94 the harbour "
                                "master said \x97 and the caf\xe9 will stay closed. ",
                                20);
    assert_int_equal(decode_bytes(text.data, text.n, "auto"), BSH_OK);
    assert_string_equal(decoder.decoding.encoding, "windows-1252");
    assert_memory_equal(decoder.text.data, "“The ferry won’t", 20);
    bsh__buffer_free(&text);
}

/* ---- what is taken out */

static void nul_bytes_are_dropped_and_counted_by_line(void **state)
{
    (void) state;
    assert_int_equal(
        DECODE("The ferry runs.\r\nIt is late,\0 he said.\rNo\0 one\0 knew it then.", "auto"),
        BSH_OK);
    assert_text("The ferry runs.\r\nIt is late, he said.\rNo one knew it then.");
    assert_int_equal(decoder.decoding.n_nul, 3);
    assert_int_equal(decoder.decoding.n_controls, 3);
    assert_int_equal(decoder.decoding.first_control_line, 2);
}

static void other_controls_become_a_blank(void **state)
{
    (void) state;
    assert_int_equal(
        DECODE("A long line of text\x1b and\x0b\x7f more\xc2\x9b of\xc2\x85it\ttoo\x0c",
               "auto"),
        BSH_OK);
    assert_text("A long line of text  and   more  of\xc2\x85it\ttoo\x0c");
    assert_int_equal(decoder.decoding.n_controls, 4);
    assert_int_equal(decoder.decoding.n_nul, 0);
    assert_int_equal(decoder.decoding.first_control_line, 1);
}

static void a_mark_inside_the_text_is_dropped(void **state)
{
    (void) state;
    assert_int_equal(DECODE("fer\xef\xbb\xbfry", "auto"), BSH_OK);
    assert_text("ferry");
    assert_int_equal(decoder.decoding.n_controls, 0);
}

/* ---- what is no text */

static void known_formats_are_refused_by_name(void **state)
{
    (void) state;
    assert_int_equal(DECODE("%PDF-1.7\n%\xe2\xe3", "auto"), BSH_E_FORMAT);
    assert_string_equal(error.message,
                        "looks like PDF, not text; skipped (extract the text first)");
    assert_int_equal(DECODE("PK\3\4\x14\0", "auto"), BSH_E_FORMAT);
    assert_string_equal(error.message, "looks like ZIP, not text; skipped (unpack it first)");
    assert_int_equal(DECODE("\x89PNG\r\n\x1a\n", "auto"), BSH_E_FORMAT);
    assert_int_equal(DECODE("\xff\xd8\xff\xe0", "auto"), BSH_E_FORMAT);
    assert_int_equal(DECODE("\x1f\x8b\x08", "latin1"), BSH_E_FORMAT);
    assert_int_equal(DECODE("\177ELF\2", "auto"), BSH_E_FORMAT);
    assert_int_equal(DECODE("BMW and PK said GIFs are MM.", "auto"), BSH_OK);
}

static void many_controls_look_binary(void **state)
{
    (void) state;
    assert_int_equal(DECODE("\1\2\3\4text", "auto"), BSH_E_FORMAT);
    assert_memory_equal(error.message, "looks binary", 12);
    assert_int_equal(DECODE("\1 is one of ten", "auto"), BSH_OK);
    assert_int_equal(DECODE("\1 12345678", "auto"), BSH_OK); // a tenth is not more than a tenth
    assert_int_equal(DECODE("\1 1234567", "auto"), BSH_E_FORMAT);
}

/* ---- mojibake */

static uint64_t mojibake_of(const char *text)
{
    return bsh__count_mojibake(text, strlen(text));
}

static void three_runs_of_mojibake_are_reported(void **state)
{
    (void) state;
    assert_int_equal(mojibake_of("donâ€™t â€œgoâ€\xc2\x9d now"), 3);
    assert_int_equal(mojibake_of("donâ€™t â€œgo by the cafÃ©â€ now"), 3);
    assert_int_equal(mojibake_of("donâ€™t â€œgoâ€ now â€“ no"), 4);
    assert_int_equal(mojibake_of("donâ€™t go, itâ€™s late"), 0);
    assert_int_equal(mojibake_of("cafÃ© cafÃ© cafÃ©"), 3);
    assert_int_equal(mojibake_of("ðŸ˜€ ðŸ˜€ ðŸ˜€"), 3);
}

static void text_that_is_well_is_not_mojibake(void **state)
{
    (void) state;
    assert_int_equal(mojibake_of("cafÃ© cafÃ© cafÃ© and a café"), 0);
    assert_int_equal(mojibake_of("“no” “no” “no”"), 0);
    assert_int_equal(mojibake_of("паром паром паром"), 0);
    assert_int_equal(mojibake_of("a\u00a0b c\u00a0d e\u00a0f"), 0);
    assert_int_equal(mojibake_of("cafÃ© cafÃ©\u00a0x cafÃ©"), 0);
}

static void decoding_counts_mojibake_and_repairs_none(void **state)
{
    (void) state;
    assert_int_equal(DECODE("donâ€™t canâ€™t wonâ€™t", "auto"), BSH_OK);
    assert_int_equal(decoder.decoding.n_mojibake, 3);
    assert_text("donâ€™t canâ€™t wonâ€™t");
}

/* ---- the way back */

/* A text with all that shifts offsets; for each character of the text, where it stood. */
static void offsets_lead_back_in_windows_1252(void **state)
{
    (void) state;
    assert_int_equal(DECODE("a\xe9\0b\x93\x94 twelve more letters to be text\xe9", "latin1"),
                     BSH_OK);
    assert_text("aéb“” twelve more letters to be texté");
    static const uint32_t offsets[][3] = {
        // text, source, code points
        {0, 0, 0}, {1, 1, 1},  {3, 3, 3},  {4, 4, 4},
        {7, 5, 5}, {10, 6, 6}, {11, 7, 7}, {41, 37, 37},
    };
    for (size_t i = 0; i < sizeof offsets / sizeof offsets[0]; ++i) {
        assert_int_equal(bsh__decoder_source_offset(&decoder, offsets[i][0]), offsets[i][1]);
        assert_int_equal(bsh__decoder_codepoint_offset(&decoder, offsets[i][0]), offsets[i][2]);
    }
    assert_int_equal(bsh__decoder_source_offset(&decoder, (uint32_t) decoder.text.n), 38);
    assert_int_equal(bsh__decoder_codepoint_offset(&decoder, (uint32_t) decoder.text.n), 38);
}

static void offsets_lead_back_over_a_mark_and_nul_bytes(void **state)
{
    (void) state;
    assert_int_equal(DECODE("\xef\xbb\xbf"
                            "caf\xc3\xa9 \0and more of it\xe2\x80\x99",
                            "auto"),
                     BSH_OK);
    assert_text("café and more of it’");
    assert_int_equal(bsh__decoder_source_offset(&decoder, 0), 3);
    assert_int_equal(bsh__decoder_codepoint_offset(&decoder, 0), 1);
    assert_int_equal(bsh__decoder_source_offset(&decoder, 5), 8);
    assert_int_equal(bsh__decoder_source_offset(&decoder, 6), 10);
    assert_int_equal(bsh__decoder_codepoint_offset(&decoder, 6), 7);
    assert_int_equal(bsh__decoder_source_offset(&decoder, (uint32_t) decoder.text.n), 27);
}

static void utf16_of_ascii_needs_one_anchor(void **state)
{
    (void) state;
    bsh__buffer text = repeated("\xff\xfe", 2, "", 0);
    for (int i = 0; i < 10000; ++i) {
        bsh__buffer_add(&text, i % 100 == 99 ? "\xe9\0" : "a\0", 2);
    }
    assert_int_equal(decode_bytes(text.data, text.n, "auto"), BSH_OK);
    assert_true(decoder.anchors.n <= 202);
    size_t at = 0;
    for (uint32_t i = 0; i < 10000; ++i) {
        assert_int_equal(bsh__decoder_source_offset(&decoder, (uint32_t) at), 2 + 2 * i);
        assert_int_equal(bsh__decoder_codepoint_offset(&decoder, (uint32_t) at), 1 + i);
        (void) bsh__utf8_next(decoder.text.data, decoder.text.n, &at);
    }
    assert_int_equal(at, decoder.text.n);
    bsh__buffer_free(&text);
}

/* A small generator of our own: results must not hang on the system's. */
static uint32_t next_random(uint64_t *state)
{
    *state = *state * UINT64_C(6364136223846793005) + UINT64_C(1442695040888963407);
    return (uint32_t) (*state >> 33);
}

/* Decodes characters one by one, slowly, beside bsh__decode: each must come from where it
 * stood. */
static void offsets_lead_back_from_random_windows_1252(void **state)
{
    (void) state;
    static const unsigned char alphabet[] = {'a',  'b',  ' ',  '\n', 0,
                                             0xE9, 0x93, 0xFF, 'x',  'y'};
    uint64_t                   seed = 7;
    for (int round = 0; round < 300; ++round) {
        char     bytes[200];
        uint32_t source[200];
        size_t   n_kept = 0;
        for (uint32_t i = 0; i < 200; ++i) {
            uint32_t const pick = next_random(&seed) % 40;
            bytes[i] = (char) alphabet[pick < 10 ? pick : pick % 4];
            source[n_kept] = i;
            n_kept += bytes[i] != '\0';
        }
        assert_int_equal(decode_bytes(bytes, 200, "windows-1252"), BSH_OK);
        size_t at = 0;
        for (size_t i = 0; i < n_kept; ++i) {
            assert_int_equal(bsh__decoder_source_offset(&decoder, (uint32_t) at), source[i]);
            assert_int_equal(bsh__decoder_codepoint_offset(&decoder, (uint32_t) at), source[i]);
            (void) bsh__utf8_next(decoder.text.data, decoder.text.n, &at);
        }
        assert_int_equal(at, decoder.text.n);
    }
}

static void random_bytes_always_give_valid_utf8(void **state)
{
    (void) state;
    static const char *const encodings[] = {
        "auto", "utf-8", "utf-16", "windows-1252", "Shift_JIS", "GB18030", "ISO-2022-JP"};
    uint64_t seed = 11;
    for (int round = 0; round < 2000; ++round) {
        char         bytes[300];
        size_t const n = next_random(&seed) % sizeof bytes;
        for (size_t i = 0; i < n; ++i) {
            uint32_t const r = next_random(&seed);
            bytes[i] = (char) (r % 4 != 0 ? 'a' + r / 4 % 26 : r / 4 % 256);
        }
        bsh_status const status = decode_bytes(bytes, n, encodings[round % 7]);
        assert_true(status == BSH_OK || status == BSH_E_FORMAT || status == BSH_E_ENCODING);
        assert_int_equal(bsh__scan_utf8(decoder.text.data, decoder.text.n).n_odd, 0);
    }
}

static void a_decoder_can_be_used_again(void **state)
{
    (void) state;
    assert_int_equal(DECODE("caf\xe9\0s are open", "auto"), BSH_OK);
    assert_int_equal(DECODE("plain", "auto"), BSH_OK);
    assert_text("plain");
    assert_int_equal(decoder.anchors.n, 0);
    assert_int_equal(decoder.decoding.n_controls, 0);
    assert_int_equal(bsh__decoder_codepoint_offset(&decoder, 5), 5);
}

static bsh_status decode_several(const bsh_allocator *allocator)
{
    static const char *const encodings[] = {"auto", "windows-1252", "Shift_JIS"};
    bsh__decoder             poor;
    bsh_status               status = BSH_OK;
    bsh__decoder_init(&poor, allocator);
    for (size_t i = 0; i < 3 && status == BSH_OK; ++i) {
        status = bsh__decode(&poor, "caf\xc3\xa9\xe9s are open", 15, encodings[i], &error);
    }
    bsh__decoder_free(&poor);
    return status;
}

static void running_out_of_memory_is_an_ordinary_error(void **state)
{
    (void) state;
    assert_true(test_allocator_try(decode_several) >= 3);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(good_utf8_is_taken_as_it_is),
        cmocka_unit_test(an_empty_text_is_a_text),
        cmocka_unit_test(the_text_is_padded_by_zeros),
        cmocka_unit_test(bytes_that_are_not_utf8_are_windows_1252),
        cmocka_unit_test(a_declared_latin1_is_windows_1252),
        cmocka_unit_test(every_byte_of_windows_1252_has_its_character),
        cmocka_unit_test(a_byte_order_mark_decides_and_goes),
        cmocka_unit_test(utf32_is_refused),
        cmocka_unit_test(utf16_without_a_mark_is_found_by_its_zeros),
        cmocka_unit_test(half_a_surrogate_pair_is_replaced),
        cmocka_unit_test(a_bad_byte_among_many_good_ones_is_replaced),
        cmocka_unit_test(one_bad_in_a_hundred_is_too_many),
        cmocka_unit_test(each_maximal_bad_part_becomes_one_replacement),
        cmocka_unit_test(strict_refuses_a_bad_byte_by_its_place),
        cmocka_unit_test(an_unknown_encoding_is_named),
        cmocka_unit_test(other_encodings_are_read_by_name),
        cmocka_unit_test(long_japanese_is_detected),
        cmocka_unit_test(long_english_with_curly_quotes_is_windows_1252),
        cmocka_unit_test(nul_bytes_are_dropped_and_counted_by_line),
        cmocka_unit_test(other_controls_become_a_blank),
        cmocka_unit_test(a_mark_inside_the_text_is_dropped),
        cmocka_unit_test(known_formats_are_refused_by_name),
        cmocka_unit_test(many_controls_look_binary),
        cmocka_unit_test(three_runs_of_mojibake_are_reported),
        cmocka_unit_test(text_that_is_well_is_not_mojibake),
        cmocka_unit_test(decoding_counts_mojibake_and_repairs_none),
        cmocka_unit_test(offsets_lead_back_in_windows_1252),
        cmocka_unit_test(offsets_lead_back_over_a_mark_and_nul_bytes),
        cmocka_unit_test(utf16_of_ascii_needs_one_anchor),
        cmocka_unit_test(offsets_lead_back_from_random_windows_1252),
        cmocka_unit_test(random_bytes_always_give_valid_utf8),
        cmocka_unit_test(a_decoder_can_be_used_again),
        cmocka_unit_test(running_out_of_memory_is_an_ordinary_error),
    };
    return cmocka_run_group_tests(tests, start, stop);
}
