#include "tests/t.h"

#include "tests/allocator.h"

#include <broadsheet/table.h>

#include "base/memory.h"
#include "base/status.h"

#include <stdio.h>

/* ---- helpers */

static bsh_string string_of(const char *text)
{
    return (bsh_string){text, strlen(text)};
}

/* Where writers write to; fails at the piece `fail_at` (from 1). */
typedef struct sink {
    bsh__buffer bytes;
    size_t      n_pieces, largest, fail_at;
} sink;

static bsh_status collect(void *payload, const char *data, size_t n_bytes, bsh_error *err)
{
    sink *const to = payload;
    if (++to->n_pieces == to->fail_at) {
        return bsh__fail(err, BSH_E_WRITE, 28, "out.csv: no space left on device");
    }
    to->largest = n_bytes > to->largest ? n_bytes : to->largest;
    bsh__buffer_add(&to->bytes, data, n_bytes);
    return BSH_OK;
}

static bsh_status write_to(sink *to, const char *format, const bsh_table *table,
                           const bsh_write_options *options, bsh_error *err)
{
    static const bsh_meta meta[] = {{"version", "0.1.0"}, {"options", "-m \"core\""}, {"icu", NULL}};
    *to = (sink){.fail_at = to->fail_at};
    bsh__buffer_init(&to->bytes, bsh__allocator(NULL));
    bsh_writer *writer = NULL;
    bsh_status  status =
        bsh_writer_create(&writer, format, table, options, meta, 3, collect, to, err);
    if (status == BSH_OK) {
        status = bsh_writer_rows(writer, table, err);
    }
    if (status == BSH_OK) {
        status = bsh_writer_end(writer, err);
    }
    bsh_writer_destroy(writer);
    return status;
}

static void assert_written(const char *format, const bsh_table *table,
                           const bsh_write_options *options, const char *expected)
{
    sink to = {.fail_at = 0};
    assert_int_equal(write_to(&to, format, table, options, NULL), BSH_OK);
    bsh__buffer_add_char(&to.bytes, '\0');
    assert_string_equal(to.bytes.data, expected);
    bsh__buffer_free(&to.bytes);
}

static bsh_write_options default_options(void)
{
    bsh_write_options options;
    bsh_write_options_init(&options);
    return options;
}

static bsh_table *new_table(const char *name, const char *schema, const bsh_column *columns,
                            size_t n_columns)
{
    bsh_table *table = NULL;
    assert_int_equal(bsh_table_create(&table, name, schema, columns, n_columns, NULL, NULL),
                     BSH_OK);
    return table;
}

/* A table of one text column with a row for each text. */
static bsh_table *texts(const char *const *list, size_t n)
{
    static const bsh_column column = {.id = "text", .is_left = true};
    bsh_table *const        table = new_table("texts", NULL, &column, 1);
    for (size_t i = 0; i < n; ++i) {
        bsh_table_row_begin(table);
        bsh_table_words(table, list[i]);
        assert_int_equal(bsh_table_row_end(table, NULL), BSH_OK);
    }
    return table;
}

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
        "\"words\":784,\"flesch\":48.36,\"classes\":{\"caption\":78,\"mattr\":\"too-short\"}},\n"
        "{\"id\":\"d0002\",\"title\":null,\"flags\":[\"short\"],"
        "\"words\":784,\"flesch\":-0.5,\"classes\":{\"caption\":78,\"mattr\":\"too-short\"}}\n"
        "]}\n");
    bsh_table_destroy(table);
}

static void json_lines_carry_the_schema_of_a_row(void **state)
{
    (void) state;
    bsh_table *const table = articles();
    assert_written("jsonl", table, NULL,
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
    assert_int_equal(bsh_writer_create(&writer, "json", a, NULL, NULL, 0, collect, &to, NULL),
                     BSH_OK);
    assert_int_equal(bsh_writer_rows(writer, a, NULL), BSH_OK);
    bsh_table_destroy(a);
    assert_int_equal(bsh_writer_rows(writer, b, NULL), BSH_OK);
    bsh_table_destroy(b);
    assert_int_equal(bsh_writer_end(writer, NULL), BSH_OK);
    assert_int_equal(bsh_writer_end(writer, NULL), BSH_E_INTERNAL);
    bsh_writer_destroy(writer);
    bsh__buffer_add_char(&to.bytes, '\0');
    assert_string_equal(to.bytes.data, "{\"schema\":\"broadsheet.texts/1\",\"meta\":{},\"texts\":[\n"
                                       "{\"text\":\"one\"},\n{\"text\":\"two\"},\n"
                                       "{\"text\":\"three\"}\n]}\n");
    bsh__buffer_free(&to.bytes);
}

/* ---- CSV */

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
        {"a,b", "\"a,b\""},     {"a;b", "a;b"},          {"say \"no\"", "\"say \"\"no\"\"\""},
        {"\"", "\"\"\"\""},     {"a\nb", "\"a\nb\""},    {"a\r\nb", "\"a\r\nb\""},
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
        const char *at = to.bytes.data + strlen("text\n");
        char        back[64];
        size_t const n_read = read_cell(&at, back);
        assert_ptr_equal(at, to.bytes.data + to.bytes.n);
        assert_int_equal(take_mark_off(back, n_read), n);
        assert_memory_equal(back, text, n);
        bsh__buffer_free(&to.bytes);
        bsh_table_destroy(table);
    }
}

static void a_spreadsheet_gets_no_more_than_it_can_hold(void **state)
{
    (void) state;
    enum { N_CHARACTERS = 32768 };
    static char text[N_CHARACTERS * 2 + 1];
    for (size_t i = 0; i < N_CHARACTERS; ++i) {
        memcpy(text + 2 * i, "\xC3\xA9", 2);
    }
    const char *const list[] = {"short", text};
    bsh_table *const  table = texts(list, 2);
    bsh_write_options options = default_options();
    options.is_excel = true;
    bsh_writer *writer = NULL;
    sink        to = {.fail_at = 0};
    bsh__buffer_init(&to.bytes, bsh__allocator(NULL));
    assert_int_equal(bsh_writer_create(&writer, "csv", table, &options, NULL, 0, collect, &to, NULL),
                     BSH_OK);
    assert_int_equal(bsh_writer_rows(writer, table, NULL), BSH_OK);
    assert_int_equal(bsh_writer_n_cut(writer), 1);
    assert_int_equal(bsh_writer_end(writer, NULL), BSH_OK);
    assert_int_equal(to.bytes.n, 3 + strlen("text\r\nshort\r\n") + 32767 * 2 + 2);
    bsh_writer_destroy(writer);
    bsh__buffer_free(&to.bytes);
    bsh_table_destroy(table);
}

/* ---- JSON */

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
        {"a\xC0\xAF", "YcCv"},             /* long form of / */
        {"\xE0\x80\xAF", "4ICv"},          /* longer still */
        {"\xED\xA0\x80", "7aCA"},          /* surrogate */
        {"\xF4\x90\x80\x80", "9JCAgA=="},  /* beyond U+10FFFF */
        {"\xF5\x80\x80\x80", "9YCAgA=="},
        {"\xE2\x80", "4oA="},              /* cut off */
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
    const char *const list[] = {text, "end"};
    bsh_table *const  table = texts(list, 2);
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
    assert_int_equal(bsh_writer_create(&writer, "csv", table, NULL, NULL, 0, collect, &to, NULL),
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
    assert_int_equal(
        bsh_table_create(&table, "t", "broadsheet.t/1", columns, 2, &memory->allocator, NULL),
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
    assert_int_equal(bsh_writer_create(&writer, "csv", one, NULL, NULL, 0, collect, &to, NULL),
                     BSH_OK);
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
        cmocka_unit_test(the_guard_marks_what_a_spreadsheet_would_compute),
        cmocka_unit_test(raw_cells_have_no_guard),
        cmocka_unit_test(the_guard_looks_at_headers_and_lists_but_not_at_numbers),
        cmocka_unit_test(cells_are_quoted_only_where_needed),
        cmocka_unit_test(tsv_puts_blanks_for_tabs_and_line_ends),
        cmocka_unit_test(segments_as_tsv_have_neither_header_nor_guard),
        cmocka_unit_test(every_text_comes_back_from_csv),
        cmocka_unit_test(a_spreadsheet_gets_no_more_than_it_can_hold),
        cmocka_unit_test(json_escapes_what_it_must),
        cmocka_unit_test(bytes_that_are_not_utf8_become_base64),
        cmocka_unit_test(borders_of_utf8_are_text),
        cmocka_unit_test(keys_and_nul_bytes_stay_valid_json),
        cmocka_unit_test(numbers_are_written_exactly),
        cmocka_unit_test(the_last_text_column_is_cut_to_fit),
        cmocka_unit_test(numbers_are_never_cut),
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
