#include "tests/written.h"

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

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(json_escapes_what_it_must),
        cmocka_unit_test(bytes_that_are_not_utf8_become_base64),
        cmocka_unit_test(borders_of_utf8_are_text),
        cmocka_unit_test(keys_and_nul_bytes_stay_valid_json),
        cmocka_unit_test(numbers_are_written_exactly),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
