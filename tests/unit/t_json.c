#include "tests/written.h"

#include "tests/allocator.h"

#include <math.h>

static void json_escapes_what_it_must(void **state)
{
    (void) state;
    static const struct {
        const char *text, *json;
    } rows[] = {
        {"\"", "\"\\\"\""},
        {"a\\b", "\"a\\\\b\""},
        {"a/b", "\"a/b\""},
        {"\n\r\t\b\f", "\"\\n\\r\\t\\b\\f\""},
        {"\x01\x1B\x1F", "\"\\u0001\\u001b\\u001f\""},
        {"\x7F", "\"\x7F\""},
        {"\xC3\xA9\xF0\x9F\x97\x9E", "\"\xC3\xA9\xF0\x9F\x97\x9E\""},
        {"\xE2\x80\xA8\xE2\x80\xA9\xE2\x80\xAA", "\"\\u2028\\u2029\xE2\x80\xAA\""},
        {"", "\"\""},
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; ++i) {
        bsh_table *const table = texts(&rows[i].text, 1);
        char             expected[96];
        (void) snprintf(expected, sizeof expected, "{\"text\":%s}\n", rows[i].json);
        assert_written("jsonl", table, NULL, expected);
        bsh_table_destroy(table);
    }
}

/* Base64 by RFC 4648 (values from `base64`); what UTF-8 is by RFC 3629. */
static void bytes_that_are_not_utf8_become_base64(void **state)
{
    (void) state;
    static const struct {
        const char *text, *base64;
    } rows[] = {
        {"caf\xE9.txt", "Y2Fm6S50eHQ="},
        {"\xFF", "/w=="},
        {"\xC3", "ww=="},
        {"a\xC0\xAF", "YcCv"},            /* long form of / */
        {"\xE0\x80\xAF", "4ICv"},         /* longer still */
        {"\xED\xA0\x80", "7aCA"},         /* surrogate */
        {"\xF4\x90\x80\x80", "9JCAgA=="}, /* beyond U+10FFFF */
        {"\xF5\x80\x80\x80", "9YCAgA=="},
        {"\xE2\x80", "4oA="}, /* cut off */
        {"\xF0\x9F\x97", "8J+X"},
        {"\x80", "gA=="},
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; ++i) {
        bsh_table *const table = texts(&rows[i].text, 1);
        char             expected[96];
        (void) snprintf(expected, sizeof expected, "{\"text\":{\"bytes\":\"%s\"}}\n",
                        rows[i].base64);
        assert_written("jsonl", table, NULL, expected);
        bsh_table_destroy(table);
    }
}

static void borders_of_utf8_are_text(void **state)
{
    (void) state;
    static const char text[] = "\x7F\xC2\x80\xDF\xBF\xE0\xA0\x80\xED\x9F\xBF\xEE\x80\x80"
                               "\xEF\xBF\xBF\xF0\x90\x80\x80\xF4\x8F\xBF\xBF";
    const char *const list[] = {text};
    bsh_table *const  table = texts(list, 1);
    char              expected[64];
    (void) snprintf(expected, sizeof expected, "{\"text\":\"%s\"}\n", text);
    assert_written("jsonl", table, NULL, expected);
    bsh_table_destroy(table);
}

static void keys_and_nul_bytes_stay_valid_json(void **state)
{
    (void) state;
    static const bsh_column columns[] = {{.id = "t"}, {.id = "m"}};
    bsh_table *const        table = new_table("t", NULL, columns, 2);
    bsh_table_row_begin(table);
    bsh_table_text(table, (bsh_string){"a\0b", 3});
    bsh_table_map(table);
    bsh_table_entry_integer(table, string_of("a\"\xFF"), 1);
    assert_int_equal(bsh_table_row_end(table, NULL), BSH_OK);
    assert_written("jsonl", table, NULL,
                   "{\"t\":\"a\\u0000b\",\"m\":{\"a\\\"\xEF\xBF\xBD\":1}}\n");
    bsh_table_destroy(table);
}

static void numbers_are_written_exactly(void **state)
{
    (void) state;
    static const bsh_column columns[] = {{.id = "n"}, {.id = "x"}};
    bsh_table *const        table = new_table("t", NULL, columns, 2);
    bsh_table_row_begin(table);
    bsh_table_integer(table, UINT64_MAX);
    bsh_table_real(table, 0.1 + 0.2);
    assert_int_equal(bsh_table_row_end(table, NULL), BSH_OK);
    bsh_write_options options = default_options();
    assert_written("jsonl", table, &options,
                   "{\"n\":18446744073709551615,\"x\":0.30000000000000004}\n");
    assert_written("csv", table, &options, "n,x\n18446744073709551615,0.30000000000000004\n");
    options.digits = 2;
    assert_written("jsonl", table, &options, "{\"n\":18446744073709551615,\"x\":0.3}\n");
    bsh_table_destroy(table);
}

static void settings_keep_their_types(void **state)
{
    (void) state;
    static const bsh_setting settings[] = {
        {.key = "adjust", .kind = BSH_CELL_TEXT, .text = "ho\"lm"},
        {.key = "seed", .kind = BSH_CELL_INTEGER, .integer = UINT64_MAX},
        {.key = "alpha", .kind = BSH_CELL_REAL, .real = 0.05},
        {.key = "low", .kind = BSH_CELL_REAL, .real = (double) NAN},
        {.key = "baseline", .kind = BSH_CELL_TEXT, .text = NULL},
        {.key = "other", .kind = BSH_CELL_EMPTY},
    };
    bsh_table *const  table = texts(NULL, 0);
    bsh_write_options options = default_options();
    options.settings = settings;
    options.n_settings = sizeof settings / sizeof settings[0];
    options.digits = 1; /* of measured numbers */
    assert_written("json", table, &options,
                   "{\"schema\":\"broadsheet.texts/1\",\"meta\":{\"version\":\"0.1.0\","
                   "\"options\":\"-m \\\"core\\\"\",\"icu\":null},"
                   "\"settings\":{\"adjust\":\"ho\\\"lm\",\"seed\":18446744073709551615,"
                   "\"alpha\":0.05,\"low\":null,\"baseline\":null,\"other\":null},"
                   "\"texts\":[]}\n");
    assert_written("jsonl", table, &options, "");
    bsh_table_destroy(table);
}

/* ---- several tables */

/* Two tables, and a third that is empty, through one writer. */
static bsh_status write_three(sink *to, const char *format, const bsh_table *first,
                              const bsh_table *second, const bsh_write_options *options)
{
    static const char *const names[] = {"Quay", "Mill"};
    bsh_table *const         third = texts(names, 0);
    bsh_writer              *writer = NULL;
    bsh_status               status =
        bsh_writer_create(&writer, format, first, options, &(bsh_sink){collect, to}, NULL);
    const bsh_table *const tables[] = {first, second, third};
    for (size_t i = 0; status == BSH_OK && i < 3; ++i) {
        status = i > 0 ? bsh_writer_next(writer, tables[i], NULL) : BSH_OK;
        if (status == BSH_OK) {
            status = bsh_writer_rows(writer, tables[i], NULL);
        }
    }
    if (status == BSH_OK) {
        status = bsh_writer_end(writer, NULL);
    }
    bsh_writer_destroy(writer);
    bsh_table_destroy(third);
    return status;
}

static bsh_table *corpora(const bsh_allocator *allocator)
{
    static const bsh_column  columns[] = {{.id = "corpus", .is_left = true}, {.id = "words"}};
    static const char *const names[] = {"ledger", "chronicle"};
    static bsh_table_kind const kind = {"corpora", "broadsheet.corpus/1", columns, 2};
    bsh_table                  *table = NULL;
    assert_int_equal(bsh_table_create(&table, &kind, allocator, NULL), BSH_OK);
    for (size_t i = 0; i < 2; ++i) {
        bsh_table_row_begin(table);
        bsh_table_words(table, names[i]);
        bsh_table_integer(table, 100 + i);
        assert_int_equal(bsh_table_row_end(table, NULL), BSH_OK);
    }
    return table;
}

static void assert_three(const char *format, const bsh_write_options *options,
                         const char *expected)
{
    static const char *const list[] = {"one"};
    bsh_table *const         first = corpora(NULL);
    bsh_table *const         second =
        new_table("rows", "broadsheet.row/1", &(bsh_column){.id = "a", .is_left = true}, 1);
    sink to = {.fail_at = 0};
    bsh__buffer_init(&to.bytes, bsh__allocator(NULL));
    bsh_table_row_begin(second);
    bsh_table_words(second, list[0]);
    assert_int_equal(bsh_table_row_end(second, NULL), BSH_OK);
    assert_int_equal(write_three(&to, format, first, second, options), BSH_OK);
    bsh__buffer_add_char(&to.bytes, '\0');
    assert_string_equal(to.bytes.data, expected);
    bsh__buffer_free(&to.bytes);
    bsh_table_destroy(first);
    bsh_table_destroy(second);
}

static void json_holds_an_array_a_table(void **state)
{
    (void) state;
    static const bsh_setting settings[] = {{.key = "seed", BSH_CELL_INTEGER, .integer = 7}};
    bsh_write_options        options = default_options();
    options.schema = "broadsheet.comparison/1";
    options.settings = settings;
    options.n_settings = 1;
    assert_three("json", &options,
                 "{\"schema\":\"broadsheet.comparison/1\",\"meta\":{},"
                 "\"settings\":{\"seed\":7},\"corpora\":[\n"
                 "{\"corpus\":\"ledger\",\"words\":100},\n"
                 "{\"corpus\":\"chronicle\",\"words\":101}\n],\"rows\":[\n"
                 "{\"a\":\"one\"}\n],\"texts\":[]}\n");
}

static void json_lines_go_on_with_the_next_table(void **state)
{
    (void) state;
    assert_three("jsonl", NULL,
                 "{\"schema\":\"broadsheet.corpus/1\",\"corpus\":\"ledger\",\"words\":100}\n"
                 "{\"schema\":\"broadsheet.corpus/1\",\"corpus\":\"chronicle\","
                 "\"words\":101}\n"
                 "{\"schema\":\"broadsheet.row/1\",\"a\":\"one\"}\n");
}

static void flat_formats_hold_one_table(void **state)
{
    (void) state;
    static const char *const flat[] = {"text", "csv", "tsv"};
    bsh_table *const         first = corpora(NULL);
    bsh_table *const         second = texts(NULL, 0);
    for (size_t i = 0; i < 3; ++i) {
        bsh_writer *writer = NULL;
        bsh_error   err = {0};
        sink        to = {.fail_at = 0};
        bsh__buffer_init(&to.bytes, bsh__allocator(NULL));
        assert_int_equal(
            bsh_writer_create(&writer, flat[i], first, NULL, &(bsh_sink){collect, &to}, NULL),
            BSH_OK);
        assert_int_equal(bsh_writer_next(writer, second, &err), BSH_E_USAGE);
        assert_non_null(strstr(err.message, " holds one table; json and jsonl hold several"));
        assert_int_equal(bsh_writer_rows(writer, first, NULL), BSH_OK);
        assert_int_equal(bsh_writer_end(writer, NULL), BSH_OK);
        assert_int_equal(bsh_writer_next(writer, second, NULL), BSH_E_INTERNAL);
        bsh_writer_destroy(writer);
        bsh__buffer_free(&to.bytes);
    }
    bsh_table_destroy(first);
    bsh_table_destroy(second);
}

static void every_allocation_of_the_next_table_may_fail(void **state)
{
    (void) state;
    test_allocator memory;
    test_allocator_init(&memory, 0);
    bsh_table *const first = corpora(&memory.allocator);
    bsh_table *const second = texts(NULL, 0);
    long const       n_before = memory.n_live;
    bsh_status       status = BSH_E_NOMEM;
    for (long fail_at = 1; status != BSH_OK; ++fail_at) {
        sink to = {.fail_at = 0};
        bsh__buffer_init(&to.bytes, bsh__allocator(NULL));
        memory.n_calls = 0;
        memory.fail_at = fail_at;
        status = write_three(&to, "json", first, second, NULL);
        assert_int_equal(memory.n_live, n_before);
        assert_true(status == BSH_OK || status == BSH_E_NOMEM);
        assert_true(status == BSH_E_NOMEM || fail_at > 5);
        bsh__buffer_free(&to.bytes);
    }
    bsh_table_destroy(first);
    bsh_table_destroy(second);
    assert_int_equal(memory.n_live, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(json_escapes_what_it_must),
        cmocka_unit_test(bytes_that_are_not_utf8_become_base64),
        cmocka_unit_test(borders_of_utf8_are_text),
        cmocka_unit_test(keys_and_nul_bytes_stay_valid_json),
        cmocka_unit_test(numbers_are_written_exactly),
        cmocka_unit_test(settings_keep_their_types),
        cmocka_unit_test(json_holds_an_array_a_table),
        cmocka_unit_test(json_lines_go_on_with_the_next_table),
        cmocka_unit_test(flat_formats_hold_one_table),
        cmocka_unit_test(every_allocation_of_the_next_table_may_fail),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
