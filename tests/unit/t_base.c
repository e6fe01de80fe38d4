#include "tests/t.h"

#include "tests/allocator.h"

#include <broadsheet/text.h>

#include "base/file.h"
#include "base/hash.h"
#include "base/memory.h"
#include "base/status.h"

#include <float.h>
#include <limits.h>
#include <locale.h>
#include <math.h>
#include <stdio.h>
#include <unistd.h>

/* ---- numbers */

static const char *format(double number, int digits)
{
    static char  text[32];
    size_t const n = bsh_number_format(text, number, digits);
    assert_int_equal(n, strlen(text));
    return text;
}

static const char *fixed(double number, int decimals)
{
    static char  text[64];
    size_t const n = bsh_number_fixed(text, number, decimals);
    assert_int_equal(n, strlen(text));
    return text;
}

/* Expected texts: the shortest decimals by hand, or by Python's repr laid out by our rule. */
static void numbers_take_the_shortest_text_that_reads_back(void **state)
{
    (void) state;
    static const struct {
        double      number;
        const char *text;
    } rows[] = {
        {0.0, "0"},
        {-0.0, "0"},
        {784, "784"},
        {1200, "1200"},
        {-8.7, "-8.7"},
        {48.36, "48.36"},
        {0.1, "0.1"},
        {0.1 + 0.2, "0.30000000000000004"},
        {1.0 / 3.0, "0.3333333333333333"},
        {2.0 / 3.0, "0.6666666666666666"},
        {100.0 / 3.0, "33.333333333333336"},
        {1e-4, "0.0001"},
        {0.00012345, "0.00012345"},
        {9.9999e-5, "9.9999e-5"},
        {1e-5, "1e-5"},
        {-1.25e-7, "-1.25e-7"},
        {999999999999999.0, "999999999999999"},
        {999999999999999.9, "999999999999999.9"},
        {1e15, "1e15"},
        {-1e15, "-1e15"},
        {1.5e15, "1.5e15"},
        {9007199254740991.0, "9.007199254740991e15"},
        {1e22, "1e22"},
        {1e300, "1e300"},
        {DBL_MAX, "1.7976931348623157e308"},
        {DBL_MIN, "2.2250738585072014e-308"},
        {5e-324, "5e-324"},
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; ++i) {
        assert_string_equal(format(rows[i].number, 0), rows[i].text);
    }
}

static void digits_round_to_significant_ones(void **state)
{
    (void) state;
    assert_string_equal(format(48.364, 3), "48.4");
    assert_string_equal(format(48.0, 3), "48");
    assert_string_equal(format(1234567.0, 3), "1230000");
    assert_string_equal(format(0.00098765, 2), "0.00099");
    assert_string_equal(format(0.000099999, 2), "0.0001");
    assert_string_equal(format(999999999999999.0, 3), "1e15");
    assert_string_equal(format(0.1, 17), "0.10000000000000001");
    assert_string_equal(format(0.1, 400), "0.10000000000000001");
    assert_string_equal(format(-0.00001234, 2), "-1.2e-5");
}

static void what_is_not_finite_has_no_text(void **state)
{
    (void) state;
    assert_string_equal(format((double) NAN, 0), "");
    assert_string_equal(format((double) INFINITY, 3), "");
    assert_string_equal(fixed((double) -INFINITY, 1), "");
    assert_string_equal(fixed((double) NAN, 1), "");
}

static void fixed_decimals_never_show_minus_zero(void **state)
{
    (void) state;
    assert_string_equal(fixed(48.364, 1), "48.4");
    assert_string_equal(fixed(-0.04, 1), "0.0");
    assert_string_equal(fixed(-0.06, 1), "-0.1");
    assert_string_equal(fixed(-0.2, 0), "0");
    assert_string_equal(fixed(7.0, -3), "7");
    assert_string_equal(fixed(0.5, 99), "0.500000000000000000000000000000");
    assert_string_equal(fixed(1e15, 2), "1.000000e+15");
    assert_string_equal(fixed(999999999999999.0, 2), "999999999999999.00");
}

static uint64_t next_random(uint64_t *state)
{
    *state += UINT64_C(0x9E3779B97F4A7C15);
    uint64_t z = *state;
    z = (z ^ z >> 30) * UINT64_C(0xBF58476D1CE4E5B9);
    z = (z ^ z >> 27) * UINT64_C(0x94D049BB133111EB);
    return z ^ z >> 31;
}

/* Any bits; a share; hundredths; up to a few thousand. */
static double random_double(uint64_t *state, int kind)
{
    uint64_t const bits = next_random(state);
    double         number = 0.0;
    switch (kind) {
    case 0:
        memcpy(&number, &bits, sizeof number);
        return isfinite(number) ? number : 0.0;
    case 1:
        return (double) (bits >> 11) / 9007199254740992.0;
    case 2:
        return (double) (bits % 100000000) / 100.0;
    default:
        return ((double) (bits >> 11) / 9007199254740992.0 - 0.5) * 1e4;
    }
}

static void read_back(int n_numbers)
{
    char     mark = *localeconv()->decimal_point;
    uint64_t seed = 1;
    for (int i = 0; i < n_numbers; ++i) {
        double const number = random_double(&seed, i % 4);
        char         text[32];
        (void) bsh_number_format(text, number, 0);
        assert_null(strchr(text, ','));
        char *const point = strchr(text, '.');
        if (point != NULL) {
            *point = mark;
        }
        double const back = strtod(text, NULL);
        if (back < number || back > number) {
            fail_msg("%a became %s", number, text);
        }
    }
}

static void a_million_numbers_read_back_as_they_were(void **state)
{
    (void) state;
    read_back(1000000);
}

static void a_locale_with_a_comma_changes_nothing(void **state)
{
    (void) state;
    static const char *const names[] = {"de_DE.UTF-8", "de_DE.utf8", "fr_FR.UTF-8", "de_DE"};
    const char              *found = NULL;
    for (size_t i = 0; i < sizeof names / sizeof names[0] && found == NULL; ++i) {
        found = setlocale(LC_NUMERIC, names[i]);
    }
    if (found == NULL || *localeconv()->decimal_point != ',') {
        (void) setlocale(LC_NUMERIC, "C");
        skip();
    }
    assert_string_equal(format(48.36, 0), "48.36");
    assert_string_equal(format(1.0 / 3.0, 0), "0.3333333333333333");
    assert_string_equal(format(1.25e-7, 0), "1.25e-7");
    assert_string_equal(fixed(-8.74, 1), "-8.7");
    read_back(20000);
    (void) setlocale(LC_NUMERIC, "C");
}

/* ---- memory */

static void a_vec_grows_and_keeps_its_items(void **state)
{
    (void) state;
    test_allocator memory;
    test_allocator_init(&memory, 0);
    bsh__vec vec;
    bsh__vec_init(&vec, &memory.allocator, sizeof(uint32_t));
    for (uint32_t i = 0; i < 1000; ++i) {
        uint32_t *const item = bsh__vec_push(&vec);
        assert_non_null(item);
        assert_int_equal(*item, 0);
        *item = i;
    }
    for (uint32_t i = 0; i < 1000; ++i) {
        assert_int_equal(((uint32_t *) vec.items)[i], i);
    }
    assert_true(memory.n_calls < 10);
    vec.n = 1;
    assert_true(bsh__vec_resize(&vec, 3));
    assert_int_equal(((uint32_t *) vec.items)[2], 0);
    bsh__vec_free(&vec);
    assert_int_equal(memory.n_live, 0);
}

static void a_vec_without_memory_stays_as_it_was(void **state)
{
    (void) state;
    test_allocator memory;
    test_allocator_init(&memory, 2);
    bsh__vec vec;
    bsh__vec_init(&vec, &memory.allocator, sizeof(uint64_t));
    uint64_t *const item = bsh__vec_push(&vec);
    assert_non_null(item);
    *item = 7;
    assert_false(bsh__vec_reserve(&vec, 1000));
    assert_int_equal(vec.n, 1);
    assert_int_equal(*(uint64_t *) vec.items, 7);
    assert_false(bsh__vec_resize(&vec, SIZE_MAX / 4));
    assert_true(bsh__vec_reserve(&vec, 1000));
    bsh__vec_free(&vec);
    assert_int_equal(memory.n_live, 0);
}

/* Wherever the allocator's memory begins. */
static void a_vec_of_lines_begins_where_a_line_of_the_cache_does(void **state)
{
    (void) state;
    test_allocator memory;
    test_allocator_init(&memory, 3);
    bsh__line_vec vec;
    bsh__line_vec_init(&vec, &memory.allocator);
    for (unsigned i = 0; i < 40; ++i) {
        assert_int_equal(bsh__line_vec_reserve(&vec), i != 32); // those before are kept
        assert_true(bsh__line_vec_reserve(&vec));
        assert_int_equal((uintptr_t) vec.items % BSH__LINE_BYTES, 0);
        memset((char *) vec.items + vec.n++ * BSH__LINE_BYTES, (int) i, BSH__LINE_BYTES);
    }
    for (unsigned i = 0; i < 40; ++i) {
        const char *const line = (const char *) vec.items + i * BSH__LINE_BYTES;
        assert_int_equal(line[0], i);
        assert_int_equal(line[BSH__LINE_BYTES - 1], i);
    }
    bsh__line_vec_free(&vec);
    assert_int_equal(memory.n_live, 0);
}

static void sizes_that_overflow_give_no_memory(void **state)
{
    (void) state;
    const bsh_allocator *const memory = bsh__allocator(NULL);
    assert_null(bsh__allocate(memory, SIZE_MAX / 2, 3));
    assert_null(bsh__allocate_zeroed(memory, SIZE_MAX, SIZE_MAX));
    char *const none = bsh__allocate(memory, 0, 8);
    assert_non_null(none);
    bsh__release(memory, none);
}

static void a_buffer_remembers_that_it_failed(void **state)
{
    (void) state;
    test_allocator memory;
    test_allocator_init(&memory, 2);
    bsh__buffer buffer;
    bsh__buffer_init(&buffer, &memory.allocator);
    bsh__buffer_add_text(&buffer, "ferry");
    bsh__buffer_add(&buffer, NULL, 0);
    for (int i = 0; i < 100; ++i) {
        bsh__buffer_add_char(&buffer, 'x');
    }
    assert_true(buffer.has_failed);
    assert_int_equal(buffer.n, 64);
    bsh__buffer_add_text(&buffer, "more");
    assert_int_equal(buffer.n, 64);
    bsh__buffer_clear(&buffer);
    bsh__buffer_add_text(&buffer, "again");
    assert_false(buffer.has_failed);
    assert_memory_equal(buffer.data, "again", 5);
    assert_false(bsh__buffer_reserve(&buffer, SIZE_MAX / 2));
    bsh__buffer_free(&buffer);
    assert_int_equal(memory.n_live, 0);
}

static void an_arena_gives_aligned_pieces_and_takes_all_back(void **state)
{
    (void) state;
    test_allocator memory;
    test_allocator_init(&memory, 0);
    bsh__arena arena;
    bsh__arena_init(&arena, &memory.allocator);
    char *pieces[40];
    for (size_t round = 0; round < 3; ++round) {
        for (size_t i = 0; i < 40; ++i) {
            size_t const n_bytes = 1 + i * 211;
            pieces[i] = bsh__arena_allocate(&arena, n_bytes);
            assert_non_null(pieces[i]);
            assert_int_equal((uintptr_t) pieces[i] % _Alignof(max_align_t), 0);
            memset(pieces[i], (int) i, n_bytes);
        }
        for (size_t i = 0; i < 40; ++i) {
            assert_int_equal(pieces[i][0], i);
            assert_int_equal(pieces[i][i * 211], i);
        }
        bsh__arena_reset(&arena);
    }
    char *const copy = bsh__arena_copy(&arena, "quay\0side", 9);
    assert_memory_equal(copy, "quay\0side", 10);
    assert_string_equal(bsh__arena_copy(&arena, NULL, 0), "");
    bsh__arena_free(&arena);
    assert_int_equal(memory.n_live, 0);
}

static void an_arena_without_memory_says_so(void **state)
{
    (void) state;
    test_allocator memory;
    test_allocator_init(&memory, 1);
    bsh__arena arena;
    bsh__arena_init(&arena, &memory.allocator);
    assert_null(bsh__arena_allocate(&arena, 10));
    assert_null(bsh__arena_allocate(&arena, SIZE_MAX - 3));
    assert_non_null(bsh__arena_copy(&arena, "x", 1));
    bsh__arena_free(&arena);
    assert_int_equal(memory.n_live, 0);
}

/* ---- hash */

static void a_hash_depends_on_every_byte_the_length_and_the_seed(void **state)
{
    (void) state;
    char     text[41] = {0};
    uint64_t seen[41];
    for (size_t n = 0; n <= 40; ++n) {
        seen[n] = bsh__hash(1, text, n);
        assert_true(seen[n] == bsh__hash(1, text, n));
        assert_true(seen[n] != bsh__hash(2, text, n));
        for (size_t k = 0; k < n; ++k) {
            assert_true(seen[k] != seen[n]);
            text[k] = 'a';
            assert_true(seen[n] != bsh__hash(1, text, n));
            text[k] = '\0';
        }
    }
}

static void hashes_of_similar_words_spread(void **state)
{
    (void) state;
    enum { N_WORDS = 1 << 14, N_SLOTS = 1 << 15 };
    static unsigned char used[N_SLOTS];
    size_t               n_collisions = 0;
    for (int i = 0; i < N_WORDS; ++i) {
        char                 word[16];
        int const            n = snprintf(word, sizeof word, "word%d", i);
        unsigned char *const slot = &used[bsh__hash(42, word, (size_t) n) % N_SLOTS];
        n_collisions += *slot;
        *slot = 1;
    }
    /* A random function leaves 16384 - 32768 (1 - e^-0.5) = 3491 collisions, give or take 50.
     */
    assert_in_range(n_collisions, 3200, 3800);
    assert_true(bsh__hash_seed() != bsh__hash_seed());
}

/* ---- status */

static void a_failure_carries_words_and_detail(void **state)
{
    (void) state;
    bsh_error err = {0};
    assert_int_equal(bsh__fail(&err, BSH_E_READ, 13, "%s: %s", "a.txt", "permission denied"),
                     BSH_E_READ);
    assert_int_equal(err.status, BSH_E_READ);
    assert_int_equal(err.detail, 13);
    assert_string_equal(err.message, "a.txt: permission denied");
    assert_int_equal(bsh__fail_memory(&err), BSH_E_NOMEM);
    assert_string_equal(err.message, "out of memory");
    assert_int_equal(bsh__fail(NULL, BSH_E_LIMIT, 0, "x"), BSH_E_LIMIT);
}

static void a_long_message_is_cut_between_characters(void **state)
{
    (void) state;
    static const char *const characters[] = {"x", "\xC3\xA9", "\xE2\x80\x9C",
                                             "\xF0\x9F\x97\x9E"};
    for (size_t kind = 0; kind < 4; ++kind) {
        for (size_t shift = 0; shift < 4; ++shift) {
            char         text[400] = "...";
            size_t       n = shift;
            size_t const width = strlen(characters[kind]);
            while (n + width < sizeof text) {
                memcpy(text + n, characters[kind], width + 1);
                n += width;
            }
            bsh_error err = {0};
            (void) bsh__fail(&err, BSH_E_READ, 0, "%s", text);
            size_t const kept = strlen(err.message);
            assert_true(kept > sizeof err.message - 1 - width);
            assert_int_equal((kept - shift) % width, 0);
            assert_memory_equal(err.message, text, kept);
        }
    }
}

static void every_status_has_a_text_and_an_exit_status(void **state)
{
    (void) state;
    for (int status = BSH_OK; status <= BSH_E_INTERNAL; ++status) {
        assert_true(strlen(bsh_status_text((bsh_status) status)) > 3);
        assert_in_range(bsh_status_exit((bsh_status) status), 0, 5);
    }
    assert_int_equal(bsh_status_exit(BSH_E_USAGE), 2);
    assert_int_equal(bsh_status_exit(BSH_E_READ), 1);
    assert_int_equal(bsh_status_exit(BSH_E_EMPTY), 3);
    assert_int_equal(bsh_status_exit(BSH_E_WRITE), 4);
    assert_int_equal(bsh_status_exit((bsh_status) 99), 5);
    assert_string_equal(bsh_status_text((bsh_status) 99), "unknown status");
}

/* ---- edit distance */

static void edit_distance_counts_insertions_deletions_changes_and_swaps(void **state)
{
    (void) state;
    static const struct {
        const char *a, *b;
        unsigned    distance;
    } rows[] = {
        {"", "", 0},          {"flesch", "flesch", 0},  {"", "fog", 3},
        {"fog", "", 3},       {"flesh", "flesch", 1},   {"colour", "color", 1},
        {"smgo", "smog", 1},  {"kitten", "sitting", 3}, {"lix", "rix", 1},
        {"mtld", "mattr", 3}, {"abcd", "badc", 2},
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; ++i) {
        assert_int_equal(bsh_edit_distance(rows[i].a, rows[i].b), rows[i].distance);
        assert_int_equal(bsh_edit_distance(rows[i].b, rows[i].a), rows[i].distance);
    }
}

static void edit_distance_refuses_long_names(void **state)
{
    (void) state;
    char longest[64];
    memset(longest, 'a', 63);
    longest[63] = '\0';
    assert_int_equal(bsh_edit_distance(longest, ""), 63);
    char too_long[65];
    memset(too_long, 'a', 64);
    too_long[64] = '\0';
    assert_int_equal(bsh_edit_distance(too_long, "a"), UINT_MAX);
    assert_int_equal(bsh_edit_distance("a", too_long), UINT_MAX);
}

/* ---- files */

static char folder[64];

static int make_folder(void **state)
{
    (void) state;
    (void) snprintf(folder, sizeof folder, "t_base.XXXXXX");
    return mkdtemp(folder) == NULL ? -1 : 0;
}

static int remove_folder(void **state)
{
    (void) state;
    char path[96];
    (void) snprintf(path, sizeof path, "%s/a.txt", folder);
    (void) unlink(path);
    return rmdir(folder);
}

static const char *write_file(const char *text, size_t n_bytes)
{
    static char path[96];
    (void) snprintf(path, sizeof path, "%s/a.txt", folder);
    FILE *const file = fopen(path, "wb");
    assert_non_null(file);
    assert_int_equal(fwrite(text, 1, n_bytes, file), n_bytes);
    assert_int_equal(fclose(file), 0);
    return path;
}

static void a_file_is_read_whole_and_appended(void **state)
{
    (void) state;
    const char *const path = write_file("The ferry\0 ran.\n", 16);
    bsh__buffer       buffer;
    bsh__buffer_init(&buffer, bsh__allocator(NULL));
    bsh__buffer_add_text(&buffer, "> ");
    assert_int_equal(bsh__file_read(&buffer, path, 16, NULL), BSH_OK);
    assert_int_equal(buffer.n, 18);
    assert_memory_equal(buffer.data, "> The ferry\0 ran.\n", 18);
    bsh__buffer_free(&buffer);
}

static void a_file_over_the_limit_is_refused(void **state)
{
    (void) state;
    const char *const path = write_file("seventeen bytes..", 17);
    bsh_error         err = {0};
    bsh__buffer       buffer;
    bsh__buffer_init(&buffer, bsh__allocator(NULL));
    assert_int_equal(bsh__file_read(&buffer, path, 16, &err), BSH_E_LIMIT);
    assert_non_null(strstr(err.message, "--max-doc 16"));
    bsh__buffer_free(&buffer);
}

static void what_cannot_be_read_is_named(void **state)
{
    (void) state;
    bsh_error   err = {0};
    bsh__buffer buffer;
    bsh__buffer_init(&buffer, bsh__allocator(NULL));
    assert_int_equal(bsh__file_read(&buffer, "no/such/file.txt", 10, &err), BSH_E_READ);
    assert_string_equal(err.message, "no/such/file.txt: no such file");
    assert_int_equal(bsh__file_read(&buffer, folder, 10, &err), BSH_E_READ);
    assert_non_null(strstr(err.message, ": is a folder"));
    assert_string_equal(bsh__errno_text(-1), "system error");
    assert_int_equal(buffer.n, 0);
    bsh__buffer_free(&buffer);
}

static void reading_without_memory_fails_cleanly(void **state)
{
    (void) state;
    const char *const path = write_file("short", 5);
    test_allocator    memory;
    test_allocator_init(&memory, 1);
    bsh__buffer buffer;
    bsh__buffer_init(&buffer, &memory.allocator);
    assert_int_equal(bsh__file_read(&buffer, path, 10, NULL), BSH_E_NOMEM);
    bsh__buffer_free(&buffer);
    assert_int_equal(memory.n_live, 0);
}

/* A pipe has no size and gives its bytes in pieces. */
static void standard_input_may_be_a_pipe(void **state)
{
    (void) state;
    int ends[2];
    assert_int_equal(pipe(ends), 0);
    assert_int_equal(write(ends[1], "from a pipe", 11), 11);
    (void) close(ends[1]);
    int const kept = dup(STDIN_FILENO);
    assert_true(dup2(ends[0], STDIN_FILENO) >= 0);
    (void) close(ends[0]);
    bsh__buffer buffer;
    bsh__buffer_init(&buffer, bsh__allocator(NULL));
    bsh_status const status = bsh__file_read(&buffer, "-", 100, NULL);
    if (kept >= 0) {
        (void) dup2(kept, STDIN_FILENO);
        (void) close(kept);
    }
    assert_int_equal(status, BSH_OK);
    assert_int_equal(buffer.n, 11);
    assert_memory_equal(buffer.data, "from a pipe", 11);
    bsh__buffer_free(&buffer);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(numbers_take_the_shortest_text_that_reads_back),
        cmocka_unit_test(digits_round_to_significant_ones),
        cmocka_unit_test(what_is_not_finite_has_no_text),
        cmocka_unit_test(fixed_decimals_never_show_minus_zero),
        cmocka_unit_test(a_million_numbers_read_back_as_they_were),
        cmocka_unit_test(a_locale_with_a_comma_changes_nothing),
        cmocka_unit_test(a_vec_grows_and_keeps_its_items),
        cmocka_unit_test(a_vec_without_memory_stays_as_it_was),
        cmocka_unit_test(a_vec_of_lines_begins_where_a_line_of_the_cache_does),
        cmocka_unit_test(sizes_that_overflow_give_no_memory),
        cmocka_unit_test(a_buffer_remembers_that_it_failed),
        cmocka_unit_test(an_arena_gives_aligned_pieces_and_takes_all_back),
        cmocka_unit_test(an_arena_without_memory_says_so),
        cmocka_unit_test(a_hash_depends_on_every_byte_the_length_and_the_seed),
        cmocka_unit_test(hashes_of_similar_words_spread),
        cmocka_unit_test(a_failure_carries_words_and_detail),
        cmocka_unit_test(a_long_message_is_cut_between_characters),
        cmocka_unit_test(every_status_has_a_text_and_an_exit_status),
        cmocka_unit_test(edit_distance_counts_insertions_deletions_changes_and_swaps),
        cmocka_unit_test(edit_distance_refuses_long_names),
        cmocka_unit_test(a_file_is_read_whole_and_appended),
        cmocka_unit_test(a_file_over_the_limit_is_refused),
        cmocka_unit_test(what_cannot_be_read_is_named),
        cmocka_unit_test(reading_without_memory_fails_cleanly),
        cmocka_unit_test(standard_input_may_be_a_pipe),
    };
    return cmocka_run_group_tests(tests, make_folder, remove_folder);
}
