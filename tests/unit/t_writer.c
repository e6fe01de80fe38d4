#include "tests/written.h"

#include "tests/allocator.h"

static void add_article(bsh_table *table, const char *id, const char *title, double flesch)
{
    bsh_table_row_begin(table);
    bsh_table_words(table, id);
    bsh_table_words(table, title);
    bsh_table_list(table);
    bsh_table_item(table, string_of("short"));
    bsh_table_item(table, string_of("smog-short"));
    bsh_table_list(table);
    bsh_table_item(table, string_of("short"));
    bsh_table_integer(table, 784);
    bsh_table_real(table, flesch);
    bsh_table_map(table);
    bsh_table_entry_integer(table, string_of("caption"), 78);
    bsh_table_entry_text(table, string_of("mattr"), string_of("too-short"));
    assert_int_equal(bsh_table_row_end(table, NULL), BSH_OK);
}

/* Two articles in a table with columns of all kinds. */
static bsh_table *articles(void)
{
    static const bsh_column columns[] = {
        {.id = "id", .is_left = true},
        {.id = "title", .is_left = true},
        {.id = "flags", .is_left = true, .is_flat_only = true},
        {.id = "flags", .is_json_only = true},
        {.id = "words"},
        {.id = "flesch", .decimals = 1},
        {.id = "classes", .is_json_only = true},
    };
    bsh_table *const table = new_table("articles", "broadsheet.article/1", columns, 7);
    add_article(table, "d0001", "Ferry, \"Orla\", back", 48.36);
    add_article(table, "d0002", NULL, -0.5);
    return table;
}

/* ---- the same table in every format */

static void csv_is_plain_and_quoted_where_needed(void **state)
{
    (void) state;
    bsh_table *const table = articles();
    assert_written("csv", table, NULL,
                   "id,title,flags,words,flesch\n"
                   "d0001,\"Ferry, \"\"Orla\"\", back\",short smog-short,784,48.36\n"
                   "d0002,,short smog-short,784,-0.5\n");
    bsh_table_destroy(table);
}

static void csv_options_change_mark_separator_and_missing_values(void **state)
{
    (void) state;
    bsh_table *const  table = articles();
    bsh_write_options options = default_options();
    options.separator = ';';
    options.decimal = ',';
    options.na = "NA";
    options.digits = 3;
    options.is_excel = true;
    assert_written("csv", table, &options,
                   "\xEF\xBB\xBFid;title;flags;words;flesch\r\n"
                   "d0001;\"Ferry, \"\"Orla\"\", back\";short smog-short;784;48,4\r\n"
                   "d0002;NA;short smog-short;784;-0,5\r\n");
    bsh_table_destroy(table);
}

static void tsv_has_no_quotes(void **state)
{
    (void) state;
    bsh_table *const table = articles();
    assert_written("tsv", table, NULL,
                   "id\ttitle\tflags\twords\tflesch\n"
                   "d0001\tFerry, \"Orla\", back\tshort smog-short\t784\t48.36\n"
                   "d0002\t\tshort smog-short\t784\t-0.5\n");
    bsh_table_destroy(table);
}

static void json_is_one_object_with_a_line_a_row(void **state)
{
    (void) state;
    bsh_table *const table = articles();
    assert_written(
        "json", table, NULL,
        "{\"schema\":\"broadsheet.articles/1\",\"meta\":{\"version\":\"0.1.0\","
        "\"options\":\"-m \\\"core\\\"\",\"icu\":null},\"articles\":[\n"
        "{\"id\":\"d0001\",\"title\":\"Ferry, \\\"Orla\\\", back\",\"flags\":[\"short\"],"
        "\"words\":784,\"flesch\":48.36,\"classes\":{\"caption\":78,\"mattr\":\"too-short\"}},"
        "\n"
        "{\"id\":\"d0002\",\"title\":null,\"flags\":[\"short\"],"
        "\"words\":784,\"flesch\":-0.5,\"classes\":{\"caption\":78,\"mattr\":\"too-short\"}}\n"
        "]}\n");
    bsh_table_destroy(table);
}

static void json_lines_carry_the_schema_of_a_row(void **state)
{
    (void) state;
    bsh_table *const table = articles();
    assert_written(
        "jsonl", table, NULL,
        "{\"schema\":\"broadsheet.article/1\",\"id\":\"d0001\","
        "\"title\":\"Ferry, \\\"Orla\\\", back\",\"flags\":[\"short\"],\"words\":784,"
        "\"flesch\":48.36,\"classes\":{\"caption\":78,\"mattr\":\"too-short\"}}\n"
        "{\"schema\":\"broadsheet.article/1\",\"id\":\"d0002\",\"title\":null,"
        "\"flags\":[\"short\"],\"words\":784,\"flesch\":-0.5,"
        "\"classes\":{\"caption\":78,\"mattr\":\"too-short\"}}\n");
    bsh_table_destroy(table);
}

static void text_is_aligned(void **state)
{
    (void) state;
    bsh_table *const table = articles();
    assert_written("text", table, NULL,
                   "id     title                flags             words  flesch\n"
                   "d0001  Ferry, \"Orla\", back  short smog-short    784    48.4\n"
                   "d0002                       short smog-short    784    -0.5\n");
    bsh_table_destroy(table);
}

static void an_empty_table_is_still_a_table(void **state)
{
    (void) state;
    bsh_table *const table = texts(NULL, 0);
    assert_written("csv", table, NULL, "text\n");
    assert_written("tsv", table, NULL, "text\n");
    assert_written("text", table, NULL, "text\n");
    assert_written("jsonl", table, NULL, "");
    assert_written("json", table, NULL,
                   "{\"schema\":\"broadsheet.texts/1\",\"meta\":{\"version\":\"0.1.0\","
                   "\"options\":\"-m \\\"core\\\"\",\"icu\":null},\"texts\":[]}\n");
    bsh_table_destroy(table);
}

static void empty_lists_and_maps_have_their_own_shape(void **state)
{
    (void) state;
    static const bsh_column columns[] = {{.id = "a"}, {.id = "b"}};
    bsh_table *const        table = new_table("t", NULL, columns, 2);
    bsh_table_row_begin(table);
    bsh_table_list(table);
    bsh_table_map(table);
    assert_int_equal(bsh_table_row_end(table, NULL), BSH_OK);
    assert_written("jsonl", table, NULL, "{\"a\":[],\"b\":{}}\n");
    assert_written("csv", table, NULL, "a,b\n,\n");
    bsh_table_destroy(table);
}

static void rows_come_from_many_tables(void **state)
{
    (void) state;
    static const char *const first[] = {"one", "two"};
    static const char *const second[] = {"three"};
    bsh_table *const         a = texts(first, 2);
    bsh_table *const         b = texts(second, 1);
    sink                     to = {.fail_at = 0};
    bsh__buffer_init(&to.bytes, bsh__allocator(NULL));
    bsh_writer *writer = NULL;
    assert_int_equal(
        bsh_writer_create(&writer, "json", a, NULL, &(bsh_sink){collect, &to}, NULL), BSH_OK);
    assert_int_equal(bsh_writer_rows(writer, a, NULL), BSH_OK);
    bsh_table_destroy(a);
    assert_int_equal(bsh_writer_rows(writer, b, NULL), BSH_OK);
    bsh_table_destroy(b);
    assert_int_equal(bsh_writer_end(writer, NULL), BSH_OK);
    assert_int_equal(bsh_writer_end(writer, NULL), BSH_E_INTERNAL);
    bsh_writer_destroy(writer);
    bsh__buffer_add_char(&to.bytes, '\0');
    assert_string_equal(to.bytes.data,
                        "{\"schema\":\"broadsheet.texts/1\",\"meta\":{},\"texts\":[\n"
                        "{\"text\":\"one\"},\n{\"text\":\"two\"},\n"
                        "{\"text\":\"three\"}\n]}\n");
    bsh__buffer_free(&to.bytes);
}

/* ---- text */

static void the_last_text_column_is_cut_to_fit(void **state)
{
    (void) state;
    static const bsh_column columns[] = {
        {.id = "class", .is_left = true}, {.id = "n"}, {.id = "text", .is_left = true}};
    bsh_table *const table = new_table("t", NULL, columns, 3);
    bsh_table_row_begin(table);
    bsh_table_words(table, "body");
    bsh_table_integer(table, 12);
    bsh_table_words(table, "The ferry ran late again on Monday");
    assert_int_equal(bsh_table_row_end(table, NULL), BSH_OK);
    bsh_write_options options = default_options();
    options.width = 30;
    options.is_ascii = true;
    assert_written("text", table, &options,
                   "class   n  text\n"
                   "body   12  The ferry ran la...\n");
    options.width = 11 + 34;
    assert_written("text", table, &options,
                   "class   n  text\n"
                   "body   12  The ferry ran late again on Monday\n");
    options.width = 3;
    assert_written("text", table, &options, "class   n  text\nbody   12  The f...\n");
    bsh_table_destroy(table);
}

static void numbers_are_never_cut(void **state)
{
    (void) state;
    static const bsh_column columns[] = {{.id = "count"}, {.id = "share", .decimals = 3}};
    bsh_table *const        table = new_table("t", NULL, columns, 2);
    bsh_table_row_begin(table);
    bsh_table_integer(table, 12345678901);
    bsh_table_real(table, 0.15698);
    assert_int_equal(bsh_table_row_end(table, NULL), BSH_OK);
    bsh_write_options options = default_options();
    options.width = 10;
    assert_written("text", table, &options, "      count  share\n12345678901  0.157\n");
    options.digits = 1;
    assert_written("text", table, &options, "      count  share\n12345678901    0.2\n");
    bsh_table_destroy(table);
}

static void controls_are_shown_and_not_obeyed(void **state)
{
    (void) state;
    static const char *const list[] = {"\x1B[31m\x1B[31m\x1B[31m", "caf\xE9", "a\nb"};
    bsh_table *const         table = texts(list, 3);
    bsh_write_options        options = default_options();
    assert_written("text", table, &options,
                   "text\n"
                   "\xE2\x90\x9B[31m\xE2\x90\x9B[31m\xE2\x90\x9B[31m\n"
                   "caf\xE2\x9F\xA8"
                   "E9\xE2\x9F\xA9\n"
                   "a b\n");
    options.is_ascii = true;
    assert_written("text", table, &options,
                   "text\n\\x1b[31m\\x1b[31m\\x1b[31m\ncaf<E9>\na b\n");
    bsh_table_destroy(table);
}

/* ---- hostile and failing */

static const char *const all_formats[] = {"text", "csv", "tsv", "json", "jsonl"};
enum { N_FORMATS = sizeof all_formats / sizeof all_formats[0] };

static void a_megabyte_in_a_cell_is_written_in_pieces(void **state)
{
    (void) state;
    enum { N_BYTES = 1 << 20 };
    char *const text = malloc(N_BYTES + 1);
    assert_non_null(text);
    memset(text, '"', N_BYTES);
    text[N_BYTES] = '\0';
    const char *const   list[] = {text, "end"};
    bsh_table *const    table = texts(list, 2);
    static const size_t expected[] = {0, 5 + 2 * N_BYTES + 2 + 1 + 4, 5 + N_BYTES + 1 + 4, 0,
                                      2 * N_BYTES + 12 + 15};
    for (size_t i = 0; i < N_FORMATS; ++i) {
        sink to = {.fail_at = 0};
        assert_int_equal(write_to(&to, all_formats[i], table, NULL, NULL), BSH_OK);
        assert_true(to.largest <= (size_t) 64 * 1024);
        if (expected[i] != 0) {
            assert_int_equal(to.bytes.n, expected[i]);
            assert_int_equal(to.n_pieces, expected[i] / ((size_t) 64 * 1024) + 1);
        }
        bsh__buffer_free(&to.bytes);
    }
    bsh_table_destroy(table);
    free(text);
}

static void pieces_join_to_the_whole(void **state)
{
    (void) state;
    enum { N_ROWS = 30000 };
    static const bsh_column column = {.id = "n"};
    bsh_table *const        table = new_table("t", NULL, &column, 1);
    char *const             expected = malloc(N_ROWS * 8);
    assert_non_null(expected);
    size_t n = (size_t) snprintf(expected, 8, "n\n");
    for (unsigned i = 0; i < N_ROWS; ++i) {
        n += (size_t) snprintf(expected + n, 8, "%u\n", i);
        bsh_table_row_begin(table);
        bsh_table_integer(table, i);
        assert_int_equal(bsh_table_row_end(table, NULL), BSH_OK);
    }
    sink to = {.fail_at = 0};
    assert_int_equal(write_to(&to, "csv", table, NULL, NULL), BSH_OK);
    assert_int_equal(to.n_pieces, 3);
    assert_int_equal(to.bytes.n, n);
    assert_memory_equal(to.bytes.data, expected, n);
    bsh__buffer_free(&to.bytes);
    bsh_table_destroy(table);
    free(expected);
}

static void a_write_that_fails_ends_the_writer(void **state)
{
    (void) state;
    bsh_table *const table = articles();
    for (size_t i = 0; i < N_FORMATS; ++i) {
        bsh_error err = {0};
        sink      to = {.fail_at = 1};
        assert_int_equal(write_to(&to, all_formats[i], table, NULL, &err), BSH_E_WRITE);
        assert_string_equal(err.message, "out.csv: no space left on device");
        assert_int_equal(err.detail, 28);
        assert_int_equal(to.bytes.n, 0);
        bsh__buffer_free(&to.bytes);
    }
    bsh_table_destroy(table);
}

static void a_writer_that_failed_stays_failed(void **state)
{
    (void) state;
    static char text[70000];
    memset(text, 'x', sizeof text - 1);
    const char *const list[] = {text};
    bsh_table *const  table = texts(list, 1);
    sink              to = {.fail_at = 1};
    bsh__buffer_init(&to.bytes, bsh__allocator(NULL));
    bsh_writer *writer = NULL;
    bsh_error   err = {0};
    assert_int_equal(
        bsh_writer_create(&writer, "csv", table, NULL, &(bsh_sink){collect, &to}, NULL),
        BSH_OK);
    assert_int_equal(bsh_writer_rows(writer, table, &err), BSH_E_WRITE);
    assert_int_equal(bsh_writer_rows(writer, table, &err), BSH_E_WRITE);
    assert_string_equal(err.message, "output is not complete: an earlier write failed");
    assert_int_equal(bsh_writer_end(writer, &err), BSH_E_WRITE);
    assert_int_equal(to.n_pieces, 1);
    bsh_writer_destroy(writer);
    bsh__buffer_free(&to.bytes);
    bsh_table_destroy(table);
}

static bsh_status write_with(const char *format, const bsh_table *table)
{
    sink             to = {.fail_at = 0};
    bsh_error        err = {0};
    bsh_status const status = write_to(&to, format, table, NULL, &err);
    assert_int_equal(err.status, status);
    bsh__buffer_free(&to.bytes);
    return status;
}

static bsh_table *table_with(test_allocator *memory)
{
    static const bsh_column columns[] = {{.id = "a", .is_left = true}, {.id = "b"}};
    bsh_table              *table = NULL;
    test_allocator_init(memory, 0);
    assert_int_equal(bsh_table_create(&table,
                                      &(bsh_table_kind){"t", "broadsheet.t/1", columns, 2},
                                      &memory->allocator, NULL),
                     BSH_OK);
    for (int i = 0; i < 30; ++i) {
        bsh_table_row_begin(table);
        bsh_table_list(table);
        bsh_table_item(table, string_of("=\"a\", \n and more of the same"));
        bsh_table_real(table, i / 7.0);
        assert_int_equal(bsh_table_row_end(table, NULL), BSH_OK);
    }
    return table;
}

static void every_allocation_may_fail(void **state)
{
    (void) state;
    for (size_t i = 0; i < N_FORMATS; ++i) {
        test_allocator   memory;
        bsh_table *const table = table_with(&memory);
        long const       n_before = memory.n_live;
        bsh_status       status = BSH_E_NOMEM;
        for (long fail_at = 1; status != BSH_OK; ++fail_at) {
            memory.n_calls = 0;
            memory.fail_at = fail_at;
            status = write_with(all_formats[i], table);
            assert_int_equal(memory.n_live, n_before);
            assert_true(status == BSH_OK || status == BSH_E_NOMEM);
            assert_true(status == BSH_E_NOMEM || fail_at > 4);
        }
        bsh_table_destroy(table);
        assert_int_equal(memory.n_live, 0);
    }
}

static void wrong_options_are_refused(void **state)
{
    (void) state;
    static const char separators[] = {'.', '"', '\n', '\r', '\0', '-', '0', 'e', '\'', '\x80'};
    bsh_table *const  table = texts(NULL, 0);
    bsh_error         err = {0};
    sink              to = {.fail_at = 0};
    assert_int_equal(write_to(&to, "xls", table, NULL, &err), BSH_E_USAGE);
    assert_string_equal(err.message,
                        "unknown format \"xls\"; there are text, csv, tsv, json, jsonl");
    for (size_t i = 0; i < sizeof separators; ++i) {
        bsh_write_options options = default_options();
        options.separator = separators[i];
        assert_int_equal(write_to(&to, "csv", table, &options, NULL), BSH_E_USAGE);
    }
    bsh_write_options options = default_options();
    options.decimal = ',';
    assert_int_equal(write_to(&to, "csv", table, &options, &err), BSH_E_USAGE);
    assert_non_null(strstr(err.message, "--csv-sep and --decimal are both ','"));
    assert_int_equal(write_to(&to, "tsv", table, &options, NULL), BSH_OK);
    bsh__buffer_free(&to.bytes);
    options.decimal = 'x';
    assert_int_equal(write_to(&to, "tsv", table, &options, NULL), BSH_E_USAGE);
    options = default_options();
    options.size = 3;
    assert_int_equal(write_to(&to, "csv", table, &options, NULL), BSH_E_USAGE);
    bsh_table_destroy(table);
}

static void a_table_of_other_columns_is_refused(void **state)
{
    (void) state;
    bsh_table *const one = texts(NULL, 0);
    bsh_table *const other = articles();
    sink             to = {.fail_at = 0};
    bsh_writer      *writer = NULL;
    assert_int_equal(
        bsh_writer_create(&writer, "csv", one, NULL, &(bsh_sink){collect, &to}, NULL), BSH_OK);
    assert_int_equal(bsh_writer_rows(writer, other, NULL), BSH_E_INTERNAL);
    bsh_writer_destroy(writer);
    bsh_writer_destroy(NULL);
    bsh_table_destroy(one);
    bsh_table_destroy(other);
}

static void formats_have_names_and_labels(void **state)
{
    (void) state;
    for (size_t i = 0; i < N_FORMATS; ++i) {
        assert_string_equal(bsh_format_name(i), all_formats[i]);
        assert_true(strlen(bsh_format_label(i)) > 10);
    }
    assert_null(bsh_format_name(N_FORMATS));
    assert_null(bsh_format_label(N_FORMATS));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(csv_is_plain_and_quoted_where_needed),
        cmocka_unit_test(csv_options_change_mark_separator_and_missing_values),
        cmocka_unit_test(tsv_has_no_quotes),
        cmocka_unit_test(json_is_one_object_with_a_line_a_row),
        cmocka_unit_test(json_lines_carry_the_schema_of_a_row),
        cmocka_unit_test(text_is_aligned),
        cmocka_unit_test(an_empty_table_is_still_a_table),
        cmocka_unit_test(empty_lists_and_maps_have_their_own_shape),
        cmocka_unit_test(rows_come_from_many_tables),
        cmocka_unit_test(the_last_text_column_is_cut_to_fit),
        cmocka_unit_test(numbers_are_never_cut),
        cmocka_unit_test(controls_are_shown_and_not_obeyed),
        cmocka_unit_test(pieces_join_to_the_whole),
        cmocka_unit_test(a_megabyte_in_a_cell_is_written_in_pieces),
        cmocka_unit_test(a_write_that_fails_ends_the_writer),
        cmocka_unit_test(a_writer_that_failed_stays_failed),
        cmocka_unit_test(every_allocation_may_fail),
        cmocka_unit_test(wrong_options_are_refused),
        cmocka_unit_test(a_table_of_other_columns_is_refused),
        cmocka_unit_test(formats_have_names_and_labels),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
