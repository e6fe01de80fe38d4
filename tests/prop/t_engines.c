/* The fast engine finds what ICU finds: in random strings of what matters to boundaries, beside
 * every common character, over whole articles.
 *
 *   t_engines               what the suite runs
 *   t_engines SEED COUNT    COUNT random strings more, by hand */
#include "tests/allocator.h"
#include "tests/t.h"

#include <broadsheet.h>

#include <stdio.h>
#include <unicode/ubrk.h>

#include "segment/segmenter.h"
#include "tests/prop/texts.h"
#include "unicode/breaks.h"
#include "unicode/common_characters.h"
#include "unicode/utf8.h"

enum { N_STRINGS = 300000, N_STRINGS_OF_A_LANGUAGE = 8000, MOST_SYMBOLS = 500 };
enum { MOST_BYTES = 16 * MOST_SYMBOLS };

/* Both engines, and ICU called in the plainest way, for one language. */
typedef struct engines {
    bsh__breaker   *breaker; /* fast, and nobody decides about sentences */
    bsh__segmenter *fast, *icu;
    UBreakIterator *words;
    bsh__vec        boundaries, fast_sentences, icu_sentences;
} engines;

static void open_engines(engines *e, const char *language)
{
    bsh__breaker_settings const settings = {.language = language};
    UErrorCode                  code = U_ZERO_ERROR;
    bsh_options                 options;
    bsh_options_init(&options);
    options.language = language;
    assert_int_equal(bsh__breaker_create(&e->breaker, &settings, NULL, NULL), BSH_OK);
    assert_int_equal(bsh__segmenter_create(&e->fast, &options, NULL, NULL), BSH_OK);
    options.engine = BSH_ENGINE_ICU;
    assert_int_equal(bsh__segmenter_create(&e->icu, &options, NULL, NULL), BSH_OK);
    e->words = ubrk_open(UBRK_WORD, language, NULL, 0, &code);
    assert_true(U_SUCCESS(code));
    bsh__vec_init(&e->boundaries, bsh__allocator(NULL), sizeof(uint32_t));
    bsh__vec_init(&e->fast_sentences, bsh__allocator(NULL), sizeof(bsh_sentence));
    bsh__vec_init(&e->icu_sentences, bsh__allocator(NULL), sizeof(bsh_sentence));
}

static void close_engines(engines *e)
{
    bsh__breaker_destroy(e->breaker);
    bsh__segmenter_destroy(e->fast);
    bsh__segmenter_destroy(e->icu);
    ubrk_close(e->words);
    bsh__vec_free(&e->boundaries);
    bsh__vec_free(&e->fast_sentences);
    bsh__vec_free(&e->icu_sentences);
}

/* ---- one string */

/* UTF-16, and where each unit began. */
typedef struct converted {
    UChar    units[MOST_BYTES];
    uint32_t offsets[MOST_BYTES + 1];
    int32_t  n;
} converted;

/* Releases of ICU differ in these, so the breaker lets them stand alone, as "*" does. */
static int32_t steady(int32_t c)
{
    return c == '@' || c == ':' || c == 0xFE55 || c == 0xFF1A ? '*' : c;
}

static void convert(converted *out, const char *text, bsh_span span)
{
    out->n = 0;
    for (size_t at = span.begin; at < span.end;) {
        uint32_t const begin = (uint32_t) at;
        int32_t const  c = bsh__utf8_next(text, span.end, &at);
        UBool          has_failed = false;
        int32_t const  first = out->n;
        U16_APPEND(out->units, out->n, MOST_BYTES, steady(c), has_failed);
        assert_false(has_failed);
        for (int32_t i = first; i < out->n; ++i) {
            out->offsets[i] = begin;
        }
    }
    out->offsets[out->n] = span.end;
}

static bool has_words_of_icu(const engines *e, const char *text, bsh_span span)
{
    static converted      string;
    UErrorCode            code = U_ZERO_ERROR;
    const uint32_t *const found = e->boundaries.items;
    size_t                i = 0;
    convert(&string, text, span);
    ubrk_setText(e->words, string.units, string.n, &code);
    assert_true(U_SUCCESS(code));
    for (int32_t at = ubrk_first(e->words); at != UBRK_DONE; at = ubrk_next(e->words)) {
        if (i == e->boundaries.n || found[i] != string.offsets[at]) {
            return false;
        }
        ++i;
    }
    return i == e->boundaries.n;
}

static bool has_same_sentences(const engines *e)
{
    const bsh_sentence *const fast = e->fast_sentences.items;
    const bsh_sentence *const icu = e->icu_sentences.items;
    if (e->fast_sentences.n != e->icu_sentences.n) {
        return false;
    }
    for (size_t i = 0; i < e->icu_sentences.n; ++i) {
        if (fast[i].span.begin != icu[i].span.begin || fast[i].span.end != icu[i].span.end ||
            fast[i].rule != icu[i].rule) {
            return false;
        }
    }
    return true;
}

static uint64_t graphemes(bsh__segmenter *segmenter)
{
    uint64_t n = 0;
    assert_int_equal(bsh__segmenter_graphemes(segmenter, &n, NULL), BSH_OK);
    return n;
}

static void fail_string(const char *what, const char *text, bsh_span span)
{
    print_error("%s differ: ", what);
    for (uint32_t i = span.begin; i < span.end; ++i) {
        unsigned const byte = (unsigned char) text[i];
        print_error(byte > 0x20 && byte < 0x7F && byte != '\\' ? "%c" : "\\x%02x", byte);
    }
    print_error("\n");
    fail();
}

static void compare(engines *e, const char *text, bsh_span span)
{
    assert_int_equal(bsh__breaker_set(e->breaker, text, span, NULL), BSH_OK);
    assert_int_equal(bsh__breaker_words(e->breaker, &e->boundaries, NULL), BSH_OK);
    if (!has_words_of_icu(e, text, span)) {
        fail_string("words", text, span);
    }
    e->fast_sentences.n = e->icu_sentences.n = 0;
    assert_int_equal(bsh__segmenter_set(e->fast, text, span, NULL), BSH_OK);
    assert_int_equal(bsh__segmenter_set(e->icu, text, span, NULL), BSH_OK);
    assert_int_equal(bsh__segmenter_sentences(e->fast, &e->fast_sentences, NULL), BSH_OK);
    assert_int_equal(bsh__segmenter_sentences(e->icu, &e->icu_sentences, NULL), BSH_OK);
    if (!has_same_sentences(e)) {
        fail_string("sentences", text, span);
    }
    if (graphemes(e->fast) != graphemes(e->icu)) {
        fail_string("graphemes", text, span);
    }
}

/* ---- random strings */

// clang-format off
/* What news is made of. */
static const char *const common_symbols[] = {
    "a", "e", "Z", "q", "th", "He", "é", "ß", "ž", "ș", "0", "1", "9", "_", " ", " ", " ", " ",
    "\n", "\r", "\t", "\u00a0", "'", "'", ".", ".", ",", ":", ";", "-", "@", "/", "#", "&", "$",
    "\"", "!", "?", "(", ")", "[", "‘", "’", "’", "“", "”", "–", "—", "…", "×", "÷", "·", "ª",
    "µ", "£", "€", "«", "»", "Mr.", "U.S. ", "\r\n",
};
enum { N_COMMON_SYMBOLS = sizeof common_symbols / sizeof common_symbols[0] };

/* Marks and format characters that attach, other scripts, other stops, line ends and spaces. */
static const char *const rare_symbols[] = {
    "\u00ad", "\u200d", "\u200c", "\u200b", "\u2060", "\ufeff", "\u200e", "\u0301", "\u0903",
    "\u2027", "\u2024", "\u2028", "\u2029", "\xc2\x85", "\v", "\f", "\u202f", "\u2009", "\u2007",
    "\u3000", "😀", "🇺", "🇸", "👩", "❤", "\ufe0f", "\u20e3", "🏽", "中", "国", "の", "カ", "ー",
    "한", "ไ", "ท", "ย", "က", "ខ", "א", "ה", "״", "я", "Ж", "α", "Σ", "ա", "՚", "٣", "ع", "१",
    "𝐀", "１", "。", "．", "：", "＿", "！", "‼", "⁇", "؟", "։", "।", "‚", "„", "‹", "〉", "©",
    "®", "™", "²", "½", "ŉ", "ĸ", "ʼ", "ː", "ɐ", "\u01c5", "\x01", "\x7f", "\xc2\x80", "‿", "℃",
    "\u037e", "\u0387",
};
// clang-format on
enum { N_RARE_SYMBOLS = sizeof rare_symbols / sizeof rare_symbols[0] };

/* Source: Marsaglia 2003 (xorshift). */
static uint32_t next_random(uint64_t *state)
{
    *state ^= *state << 13;
    *state ^= *state >> 7;
    *state ^= *state << 17;
    return (uint32_t) (*state >> 24);
}

static const char *any_symbol(uint64_t *state, unsigned percent_rare)
{
    bool const is_rare = next_random(state) % 100 < percent_rare;
    return is_rare ? rare_symbols[next_random(state) % N_RARE_SYMBOLS]
                   : common_symbols[next_random(state) % N_COMMON_SYMBOLS];
}

static unsigned any_length(uint64_t *state)
{
    unsigned const kind = next_random(state) % 256;
    return kind == 0   ? 200 + next_random(state) % (MOST_SYMBOLS - 200)
           : kind < 32 ? 20 + next_random(state) % 120
                       : 1 + next_random(state) % 16;
}

/* A third holds few different symbols, so that there are runs; a quarter has many blanks, so
 * that there are stretches. */
static uint32_t make_string(char *text, uint64_t *state)
{
    unsigned const length = any_length(state);
    unsigned const percent_rare =
        next_random(state) % 3 == 0 ? next_random(state) % 40 : next_random(state) % 3;
    unsigned const n_few = next_random(state) % 3 == 0 ? 2 + next_random(state) % 6 : 0;
    bool const     has_blanks = next_random(state) % 4 == 0;
    const char    *few[8];
    uint32_t       n = 0;
    for (size_t i = 0; i < 8; ++i) {
        few[i] = any_symbol(state, 40);
    }
    for (unsigned i = 0; i < length; ++i) {
        bool const        is_few = n_few != 0 && next_random(state) % 4 != 0;
        const char *const symbol = has_blanks && next_random(state) % 5 == 0 ? " "
                                   : is_few ? few[next_random(state) % n_few]
                                            : any_symbol(state, percent_rare);
        size_t const      n_bytes = strlen(symbol);
        memcpy(text + n, symbol, n_bytes);
        n += (uint32_t) n_bytes;
    }
    return n;
}

/* What stands around the string must not matter, so a letter and a mark that attaches do. */
static void compare_random(engines *e, uint64_t seed, unsigned long n_strings)
{
    static char text[MOST_BYTES + 8];
    uint64_t    state = seed * UINT64_C(0x9E3779B97F4A7C15) | 1;
    for (unsigned long i = 0; i < n_strings; ++i) {
        text[0] = 'a';
        uint32_t const n = make_string(text + 1, &state);
        memcpy(text + 1 + n, "\u0301b", 3);
        compare(e, text, (bsh_span){1, 1 + n});
    }
}

static void random_strings_are_cut_as_icu_cuts_them(void **state)
{
    (void) state;
    engines e;
    open_engines(&e, "en");
    compare_random(&e, 1, N_STRINGS);
    close_engines(&e);
}

/* ":" joins letters in Finnish, ";" ends a sentence in Greek, POSIX has rules of its own; the
 * others have the rules of English. */
static const char *const languages[] = {"fi", "el", "en-US-POSIX",
                                        "ja", "th", "en-u-ss-standard"};
enum { N_LANGUAGES = sizeof languages / sizeof languages[0], N_OF_OTHER_RULES = 3 };

static void random_strings_are_cut_as_icu_cuts_them_in_other_languages(void **state)
{
    (void) state;
    for (size_t i = 0; i < N_LANGUAGES; ++i) {
        engines e;
        open_engines(&e, languages[i]);
        compare_random(&e, 2 + i, N_STRINGS_OF_A_LANGUAGE);
        close_engines(&e);
    }
}

/* ---- every common character */

/* "~" stands for the character. */
static const char *const surroundings[] = {
    "~",   "~~",        "a~",  "~a",  "a~a",  "1~1",  "_~_",    " ~",      "~ ",    "a'~",
    "~'a", "~'~",       "1,~", "~,1", "a:~",  "~:a",  "~.~",    "~\u0301", "a~'a",  "\r~",
    "~\n", "x ~\u0301", "א~א", "א'~", "A!~A", "A.~a", "A! ~ A", "a.~ A",   "A?~~B", "~ \u200d~",
};
enum { N_SURROUNDINGS = sizeof surroundings / sizeof surroundings[0] };

static uint32_t surround(char *text, const char *surrounding, int32_t c)
{
    uint32_t n = 0;
    for (; *surrounding != '\0'; ++surrounding) {
        if (*surrounding == '~') {
            n += (uint32_t) bsh__utf8_put(text + n, c);
        } else {
            text[n++] = *surrounding;
        }
    }
    return n;
}

static void compare_common_characters(engines *e)
{
    for (unsigned place = 1; place < BSH__N_COMMON; ++place) {
        for (size_t i = 0; i < N_SURROUNDINGS; ++i) {
            char           text[32];
            uint32_t const n = surround(text, surroundings[i], bsh__common_at(place));
            compare(e, text, (bsh_span){0, n});
        }
    }
}

static void every_common_character_is_cut_as_icu_cuts_it(void **state)
{
    (void) state;
    engines e;
    open_engines(&e, "en");
    compare_common_characters(&e);
    close_engines(&e);
    for (size_t i = 0; i < N_OF_OTHER_RULES; ++i) {
        open_engines(&e, languages[i]);
        compare_common_characters(&e);
        close_engines(&e);
    }
}

static void the_place_of_a_common_character_leads_back_to_it(void **state)
{
    (void) state;
    unsigned n = 0;
    for (int32_t c = 0; c < 0x110000; ++c) {
        unsigned const place = bsh__common_place(c);
        n += place != BSH__UNCOMMON;
        assert_true(place == BSH__UNCOMMON || bsh__common_at(place) == c);
    }
    assert_int_equal(n, BSH__N_COMMON);
}

/* ---- whole articles */

static void assert_same_numbers(const bsh_document *fast, const bsh_document *icu)
{
    const bsh_counts *const fast_counts = bsh_document_counts(fast);
    const bsh_counts *const icu_counts = bsh_document_counts(icu);
    assert_int_equal(fast_counts->words, icu_counts->words);
    assert_int_equal(fast_counts->sentences, icu_counts->sentences);
    for (size_t i = 0; i < bsh_measure_count(); ++i) {
        bsh_value const a = bsh_measure_value(bsh_measure_at(i), fast_counts);
        bsh_value const b = bsh_measure_value(bsh_measure_at(i), icu_counts);
        assert_int_equal(a.presence, b.presence);
        assert_true(a.number == b.number);
    }
}

static void articles_have_the_same_numbers_by_both_engines(void **state)
{
    (void) state;
    sample_list   articles = {0};
    bsh_analyzer *fast = NULL;
    bsh_analyzer *icu = NULL;
    bsh_options   options;
    bsh_options_init(&options);
    assert_true(samples_add_demo(&articles, test_source_folder()));
    assert_true(samples_add_hostile(&articles, 200, 3000, 7));
    assert_int_equal(bsh_analyzer_create(&fast, &options, NULL), BSH_OK);
    options.engine = BSH_ENGINE_ICU;
    assert_int_equal(bsh_analyzer_create(&icu, &options, NULL), BSH_OK);
    for (size_t i = 0; i < articles.n; ++i) {
        const sample *const article = &articles.items[i];
        const bsh_document *by_fast = NULL;
        const bsh_document *by_icu = NULL;
        bsh_status const    status =
            bsh_analyze(fast, article->bytes, article->n_bytes, &by_fast, NULL);
        assert_int_equal(status,
                         bsh_analyze(icu, article->bytes, article->n_bytes, &by_icu, NULL));
        if (status == BSH_OK) {
            assert_same_numbers(by_fast, by_icu);
        }
    }
    bsh_analyzer_destroy(fast);
    bsh_analyzer_destroy(icu);
    samples_free(&articles);
}

/* Bytes asked for while a block is set and its graphemes are counted: ICU gets it as UTF-16. */
static size_t bytes_asked_by(bsh_engine engine)
{
    static const char text[] = "The ferry left.";
    test_allocator    memory;
    bsh__segmenter   *segmenter = NULL;
    uint64_t          n = 0;
    bsh_options       options;
    bsh_options_init(&options);
    options.engine = engine;
    test_allocator_init(&memory, 0);
    assert_int_equal(bsh__segmenter_create(&segmenter, &options, &memory.allocator, NULL),
                     BSH_OK);
    test_allocator_restart(&memory, 0);
    bsh_span const span = {0, sizeof text - 1};
    assert_int_equal(bsh__segmenter_set(segmenter, text, span, NULL), BSH_OK);
    assert_int_equal(bsh__segmenter_graphemes(segmenter, &n, NULL), BSH_OK);
    size_t const n_bytes = memory.n_bytes;
    bsh__segmenter_destroy(segmenter);
    return n_bytes;
}

/* Without this the comparisons above might be of one engine with itself. */
static void the_engine_that_is_asked_for_does_the_work(void **state)
{
    (void) state;
    assert_int_equal(bytes_asked_by(BSH_ENGINE_FAST), 0);
    assert_true(bytes_asked_by(BSH_ENGINE_ICU) > 0);
}

/* Rows of both may be compared with each other. */
static void the_engine_is_no_setting(void **state)
{
    (void) state;
    char        fast[17], icu[17];
    bsh_options options;
    bsh_options_init(&options);
    assert_int_equal(options.engine, BSH_ENGINE_FAST);
    bsh_settings_fingerprint(fast, &options);
    options.engine = BSH_ENGINE_ICU;
    bsh_settings_fingerprint(icu, &options);
    assert_string_equal(fast, icu);
}

int main(int argc, char **argv)
{
    if (argc == 3) {
        engines e;
        open_engines(&e, "en");
        compare_random(&e, strtoull(argv[1], NULL, 10), strtoul(argv[2], NULL, 10));
        close_engines(&e);
        return 0;
    }
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(random_strings_are_cut_as_icu_cuts_them),
        cmocka_unit_test(random_strings_are_cut_as_icu_cuts_them_in_other_languages),
        cmocka_unit_test(every_common_character_is_cut_as_icu_cuts_it),
        cmocka_unit_test(the_place_of_a_common_character_leads_back_to_it),
        cmocka_unit_test(articles_have_the_same_numbers_by_both_engines),
        cmocka_unit_test(the_engine_that_is_asked_for_does_the_work),
        cmocka_unit_test(the_engine_is_no_setting),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
