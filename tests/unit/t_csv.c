#include "tests/written.h"

static void the_guard_marks_what_a_spreadsheet_would_compute(void **state)
{
    (void) state;
    static const struct {
        const char *text, *cell;
    } rows[] = {
        {"=1+1", "'=1+1"},
        {"+44 20", "'+44 20"},
        {"- said", "'- said"},
        {"@sum", "'@sum"},
        {"\tx", "'\tx"},
        {"\rx", "\"'\rx\""},
        {"'=x", "''=x"},
        {"''=x", "'''=x"},
        {" =x", "' =x"},
        {"' =x", "'' =x"},
        {"\n=x", "\"'\n=x\""},
        {"\x01=x", "'\x01=x"},
        {"\xEF\xBC\x9D"
         "1",
         "'\xEF\xBC\x9D"
         "1"},
        {"\xEF\xBC\x8B"
         "1",
         "'\xEF\xBC\x8B"
         "1"},
        {"\xEF\xBC\x8D"
         "1",
         "'\xEF\xBC\x8D"
         "1"},
        {"\xEF\xBC\xA0"
         "a",
         "'\xEF\xBC\xA0"
         "a"},
        {"\xC2\xA0=x", "'\xC2\xA0=x"},
        {"\xE3\x80\x80=x", "'\xE3\x80\x80=x"},
        {"\xE2\x80\x8B=x", "'\xE2\x80\x8B=x"},
        {"\xEF\xBB\xBF=x", "'\xEF\xBB\xBF=x"},
        {"=cmd|' /C calc'!A0", "'=cmd|' /C calc'!A0"},
        {"=HYPERLINK(\"x\",1)", "\"'=HYPERLINK(\"\"x\"\",1)\""},
        {"'tis the season", "'tis the season"},
        {"'", "'"},
        {"a=b", "a=b"},
        {"\xE2\x80\x94 said", "\xE2\x80\x94 said"},
        {"\xEF\xBC\x9E", "\xEF\xBC\x9E"},
        {"", ""},
        {"d0001", "d0001"},
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; ++i) {
        bsh_table *const table = texts(&rows[i].text, 1);
        char             expected[128];
        (void) snprintf(expected, sizeof expected, "text\n%s\n", rows[i].cell);
        assert_written("csv", table, NULL, expected);
        bsh_table_destroy(table);
    }
}

static void raw_cells_have_no_guard(void **state)
{
    (void) state;
    static const char *const list[] = {"=1+1", "'=x"};
    bsh_table *const         table = texts(list, 2);
    bsh_write_options        options = default_options();
    options.has_raw_cells = true;
    assert_written("csv", table, &options, "text\n=1+1\n'=x\n");
    assert_written("tsv", table, &options, "text\n=1+1\n'=x\n");
    assert_written("tsv", table, NULL, "text\n'=1+1\n''=x\n");
    bsh_table_destroy(table);
}

static void the_guard_looks_at_headers_and_lists_but_not_at_numbers(void **state)
{
    (void) state;
    static const bsh_column columns[] = {{.id = "=id"}, {.id = "list"}, {.id = "real"}};
    bsh_table *const        table = new_table("t", NULL, columns, 3);
    bsh_table_row_begin(table);
    bsh_table_empty(table);
    bsh_table_list(table);
    bsh_table_item(table, string_of("-a"));
    bsh_table_item(table, string_of("=b"));
    bsh_table_real(table, -8.7);
    assert_int_equal(bsh_table_row_end(table, NULL), BSH_OK);
    bsh_write_options options = default_options();
    options.na = "-";
    assert_written("csv", table, &options, "'=id,list,real\n-,'-a =b,-8.7\n");
    bsh_table_destroy(table);
}

static void cells_are_quoted_only_where_needed(void **state)
{
    (void) state;
    static const struct {
        const char *text, *cell;
    } rows[] = {
        {"a,b", "\"a,b\""},     {"a;b", "a;b"},           {"say \"no\"", "\"say \"\"no\"\"\""},
        {"\"", "\"\"\"\""},     {"a\nb", "\"a\nb\""},     {"a\r\nb", "\"a\r\nb\""},
        {" lead", "\" lead\""}, {"trail ", "\"trail \""}, {"in side", "in side"},
        {"a\tb", "a\tb"},       {"\x1B[31m", "\x1B[31m"},
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; ++i) {
        bsh_table *const table = texts(&rows[i].text, 1);
        char             expected[64];
        (void) snprintf(expected, sizeof expected, "text\n%s\n", rows[i].cell);
        assert_written("csv", table, NULL, expected);
        bsh_table_destroy(table);
    }
}

static void tsv_puts_blanks_for_tabs_and_line_ends(void **state)
{
    (void) state;
    static const char *const list[] = {"a\tb\r\nc", "\t=x"};
    bsh_table *const         table = texts(list, 2);
    assert_written("tsv", table, NULL, "text\na b  c\n' =x\n");
    bsh_table_destroy(table);
}

/* `segment --show --format tsv` is data: no header, the source's own characters. */
static void segments_as_tsv_have_neither_header_nor_guard(void **state)
{
    (void) state;
    static const bsh_column columns[] = {{.id = "class"}, {.id = "text"}};
    bsh_table *const        table = new_table("segments", NULL, columns, 2);
    bsh_table_row_begin(table);
    bsh_table_words(table, "body");
    bsh_table_words(table, "- said the mayor");
    assert_int_equal(bsh_table_row_end(table, NULL), BSH_OK);
    assert_written("tsv", table, NULL, "body\t- said the mayor\n");
    assert_written("csv", table, NULL, "class,text\nbody,'- said the mayor\n");
    bsh_table_destroy(table);
}

/* Reads one cell of CSV as RFC 4180 says and moves `at` behind what ends it. */
static size_t read_cell(const char **at, char *out)
{
    size_t      n = 0;
    const char *p = *at;
    if (*p == '"') {
        for (++p; *p != '"' || p[1] == '"'; ++p) {
            p += *p == '"';
            out[n++] = *p;
        }
        ++p;
    } else {
        while (*p != ',' && *p != '\n') {
            out[n++] = *p++;
        }
    }
    *at = p + 1;
    return n;
}

/* Takes one mark off if what is behind it would be guarded. */
static size_t take_mark_off(char *text, size_t n)
{
    size_t i = 1;
    while (i < n && (text[i] == '\'' || text[i] == ' ' || text[i] == '\n')) {
        ++i;
    }
    if (n > 1 && text[0] == '\'' && i < n && strchr("=+-@\t\r", text[i]) != NULL) {
        memmove(text, text + 1, n - 1);
        return n - 1;
    }
    return n;
}

static void every_text_comes_back_from_csv(void **state)
{
    (void) state;
    static const char alphabet[] = "'=-,\"\n a";
    uint32_t          seed = 1;
    for (int round = 0; round < 2000; ++round) {
        char   text[9] = {0};
        size_t n = 0;
        for (; n < 8 && (n == 0 || seed >> 29 != 0); ++n) {
            seed = seed * 1664525U + 1013904223U;
            text[n] = alphabet[seed >> 16 & 7U];
        }
        const char *const list[] = {text};
        bsh_table *const  table = texts(list, 1);
        sink              to = {.fail_at = 0};
        assert_int_equal(write_to(&to, "csv", table, NULL, NULL), BSH_OK);
        const char  *at = to.bytes.data + strlen("text\n");
        char         back[64];
        size_t const n_read = read_cell(&at, back);
        assert_ptr_equal(at, to.bytes.data + to.bytes.n);
        assert_int_equal(take_mark_off(back, n_read), n);
        assert_memory_equal(back, text, n);
        bsh__buffer_free(&to.bytes);
        bsh_table_destroy(table);
    }
}

/* Length of the cell that Excel gets of `n` times the same character. */
static size_t kept_of(const char *character, size_t n, uint64_t *n_cut)
{
    static char  text[4 * 32768 + 1];
    size_t const width = strlen(character);
    for (size_t i = 0; i < n; ++i) {
        memcpy(text + width * i, character, width + 1);
    }
    const char *const list[] = {text};
    bsh_table *const  table = texts(list, 1);
    bsh_write_options options = default_options();
    options.is_excel = true;
    bsh_writer *writer = NULL;
    sink        to = {.fail_at = 0};
    bsh__buffer_init(&to.bytes, bsh__allocator(NULL));
    assert_int_equal(
        bsh_writer_create(&writer, "csv", table, &options, &(bsh_sink){collect, &to}, NULL),
        BSH_OK);
    assert_int_equal(bsh_writer_rows(writer, table, NULL), BSH_OK);
    assert_int_equal(bsh_writer_end(writer, NULL), BSH_OK);
    *n_cut = bsh_writer_n_cut(writer);
    size_t const n_bytes = to.bytes.n;
    bsh_writer_destroy(writer);
    bsh__buffer_free(&to.bytes);
    bsh_table_destroy(table);
    return n_bytes - strlen("\xEF\xBB\xBFtext\r\n\r\n");
}

/* Excel counts UTF-16 units: a newspaper (U+1F5DE) is two of them. */
static void a_spreadsheet_gets_no_more_than_it_can_hold(void **state)
{
    (void) state;
    uint64_t n_cut = 0;
    assert_int_equal(kept_of("\xC3\xA9", 32767, &n_cut), 2 * 32767);
    assert_int_equal(n_cut, 0);
    assert_int_equal(kept_of("\xC3\xA9", 32768, &n_cut), 2 * 32767);
    assert_int_equal(n_cut, 1);
    assert_int_equal(kept_of("\xF0\x9F\x97\x9E", 20000, &n_cut), 4 * 16383);
    assert_int_equal(n_cut, 1);
    assert_int_equal(kept_of("-", 32768, &n_cut), 32767); /* the guard's mark is one of them */
    assert_int_equal(n_cut, 1);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_guard_marks_what_a_spreadsheet_would_compute),
        cmocka_unit_test(raw_cells_have_no_guard),
        cmocka_unit_test(the_guard_looks_at_headers_and_lists_but_not_at_numbers),
        cmocka_unit_test(cells_are_quoted_only_where_needed),
        cmocka_unit_test(tsv_puts_blanks_for_tabs_and_line_ends),
        cmocka_unit_test(segments_as_tsv_have_neither_header_nor_guard),
        cmocka_unit_test(every_text_comes_back_from_csv),
        cmocka_unit_test(a_spreadsheet_gets_no_more_than_it_can_hold),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
