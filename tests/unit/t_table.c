#include "tests/t.h"

#include "tests/allocator.h"

#include "report/cells.h"

#include <math.h>

static const bsh_column columns[] = {{.id = "name", .is_left = true}, {.id = "value"}};

static const bsh_table_kind things = {"things", NULL, columns, 2};

static bsh_string string_of(const char *text)
{
    return (bsh_string){text, strlen(text)};
}

static bsh_table *new_table(const bsh_allocator *allocator)
{
    bsh_table *table = NULL;
    assert_int_equal(bsh_table_create(&table, &things, allocator, NULL), BSH_OK);
    return table;
}

static const bsh__cell *cell_at(const bsh_table *table, size_t row, size_t column)
{
    return &bsh__table_row(table, row)[column];
}

static void assert_text(const bsh_table *table, size_t row, size_t column, const char *expected)
{
    const bsh__cell *const cell = cell_at(table, row, column);
    assert_int_equal(cell->kind, BSH_CELL_TEXT);
    bsh_string const text = bsh__table_bytes(table, cell->as.text);
    assert_int_equal(text.n_bytes, strlen(expected));
    assert_memory_equal(text.data, expected, text.n_bytes);
}

static void cells_keep_their_kind_and_value(void **state)
{
    (void) state;
    bsh_table *const table = new_table(NULL);
    char             text[] = "ferry";
    bsh_table_row_begin(table);
    bsh_table_text(table, (bsh_string){text, 5});
    bsh_table_integer(table, UINT64_MAX);
    assert_int_equal(bsh_table_row_end(table, NULL), BSH_OK);
    memset(text, 'x', 5);
    bsh_table_row_begin(table);
    bsh_table_words(table, NULL);
    bsh_table_real(table, -0.5);
    assert_int_equal(bsh_table_row_end(table, NULL), BSH_OK);
    assert_int_equal(bsh_table_n_rows(table), 2);
    assert_int_equal(bsh_table_n_columns(table), 2);
    assert_text(table, 0, 0, "ferry");
    assert_true(cell_at(table, 0, 1)->as.integer == UINT64_MAX);
    assert_int_equal(cell_at(table, 1, 0)->kind, BSH_CELL_EMPTY);
    assert_int_equal(cell_at(table, 1, 1)->kind, BSH_CELL_REAL);
    assert_true(cell_at(table, 1, 1)->as.real < -0.4);
    bsh_table_destroy(table);
}

static void a_number_that_is_not_finite_is_empty(void **state)
{
    (void) state;
    bsh_table *const table = new_table(NULL);
    bsh_table_row_begin(table);
    bsh_table_real(table, (double) NAN);
    bsh_table_real(table, (double) -INFINITY);
    assert_int_equal(bsh_table_row_end(table, NULL), BSH_OK);
    assert_int_equal(cell_at(table, 0, 0)->kind, BSH_CELL_EMPTY);
    assert_int_equal(cell_at(table, 0, 1)->kind, BSH_CELL_EMPTY);
    bsh_table_destroy(table);
}

static void columns_are_copied_with_their_ids(void **state)
{
    (void) state;
    char                 id[] = "name";
    bsh_column           column = {.id = id, .is_left = true, .decimals = 2};
    bsh_table_kind const kind = {"t", NULL, &column, 1};
    bsh_table           *table = NULL;
    assert_int_equal(bsh_table_create(&table, &kind, NULL, NULL), BSH_OK);
    id[0] = 'X';
    column.decimals = 0;
    assert_string_equal(bsh_table_column(table, 0)->id, "name");
    assert_int_equal(bsh_table_column(table, 0)->decimals, 2);
    assert_null(bsh_table_column(table, 1));
    bsh_table_destroy(table);
    bsh_table_destroy(NULL);
}

static void a_table_like_another_has_its_columns_and_rows_of_its_own(void **state)
{
    (void) state;
    test_allocator memory;
    test_allocator_init(&memory, 0);
    bsh_table *const model = new_table(&memory.allocator);
    bsh_table       *table = NULL;
    bsh_table_row_begin(model);
    bsh_table_words(model, "ferry");
    bsh_table_integer(model, 1);
    assert_int_equal(bsh_table_row_end(model, NULL), BSH_OK);
    assert_int_equal(bsh_table_create_like(&table, model, NULL), BSH_OK);
    assert_int_equal(bsh_table_n_rows(table), 0);
    assert_int_equal(bsh_table_n_columns(table), 2);
    assert_ptr_equal(bsh_table_column(table, 1), bsh_table_column(model, 1));
    for (uint64_t i = 0; i < 100; ++i) {
        bsh_table_row_begin(table);
        bsh_table_words(table, "harbour");
        bsh_table_integer(table, i);
        assert_int_equal(bsh_table_row_end(table, NULL), BSH_OK);
    }
    assert_text(table, 99, 0, "harbour");
    assert_true(cell_at(table, 99, 1)->as.integer == 99);
    assert_text(model, 0, 0, "ferry");
    bsh_table_destroy(table);
    assert_string_equal(bsh_table_column(model, 0)->id, "name");
    bsh_table_destroy(model);
    assert_int_equal(memory.n_live, 0);
}

static void lists_and_maps_hold_their_entries(void **state)
{
    (void) state;
    bsh_table *const table = new_table(NULL);
    bsh_table_row_begin(table);
    bsh_table_list(table);
    bsh_table_item(table, string_of("short"));
    bsh_table_item(table, string_of("smog-short"));
    bsh_table_map(table);
    bsh_table_entry_integer(table, string_of("caption"), 78);
    bsh_table_entry_text(table, string_of("mattr"), string_of("too-short"));
    assert_int_equal(bsh_table_row_end(table, NULL), BSH_OK);
    assert_int_equal(cell_at(table, 0, 0)->as.items.n, 2);
    bsh__part const        map = cell_at(table, 0, 1)->as.items;
    const bsh__item *const entries = bsh__table_items(table, map);
    assert_int_equal(map.n, 2);
    assert_int_equal(entries[0].value.as.integer, 78);
    assert_memory_equal(bsh__table_bytes(table, entries[1].value.as.text).data, "too-short", 9);
    bsh_table_destroy(table);
}

static void a_row_of_another_length_is_an_internal_error_and_leaves_nothing(void **state)
{
    (void) state;
    bsh_error        err = {0};
    bsh_table *const table = new_table(NULL);
    bsh_table_row_begin(table);
    bsh_table_words(table, "one cell only");
    assert_int_equal(bsh_table_row_end(table, &err), BSH_E_INTERNAL);
    assert_string_equal(err.message, "table things: a row of 1 cells, expected 2");
    assert_int_equal(table->pool.n, 0);
    bsh_table_row_begin(table);
    bsh_table_empty(table);
    bsh_table_empty(table);
    bsh_table_empty(table);
    assert_int_equal(bsh_table_row_end(table, NULL), BSH_E_INTERNAL);
    assert_int_equal(bsh_table_n_rows(table), 0);
    assert_int_equal(table->pool.n, 0);
    bsh_table *none = table;
    assert_int_equal(
        bsh_table_create(&none, &(bsh_table_kind){"t", NULL, columns, 0}, NULL, NULL),
        BSH_E_INTERNAL);
    assert_null(none);
    bsh_table_destroy(table);
}

static void calls_out_of_order_are_an_internal_error(void **state)
{
    (void) state;
    bsh_table *const table = new_table(NULL);
    assert_int_equal(bsh_table_row_end(table, NULL), BSH_E_INTERNAL);
    bsh_table_integer(table, 1);
    bsh_table_item(table, string_of("x"));
    assert_int_equal(bsh_table_n_rows(table), 0);
    bsh_table_row_begin(table);
    bsh_table_words(table, "not a list");
    bsh_table_item(table, string_of("x"));
    bsh_table_empty(table);
    assert_int_equal(bsh_table_row_end(table, NULL), BSH_E_INTERNAL);
    bsh_table_row_begin(table);
    bsh_table_list(table);
    bsh_table_entry_integer(table, string_of("x"), 1);
    bsh_table_empty(table);
    assert_int_equal(bsh_table_row_end(table, NULL), BSH_E_INTERNAL);
    bsh_table_row_begin(table);
    bsh_table_words(table, "a row that is begun anew");
    bsh_table_row_begin(table);
    bsh_table_words(table, "kept");
    bsh_table_empty(table);
    assert_int_equal(bsh_table_row_end(table, NULL), BSH_OK);
    assert_text(table, 0, 0, "kept");
    bsh_table_destroy(table);
}

/* One line each: as written but for line ends, and with white space folded. */
static void text_is_put_on_one_line(void **state)
{
    (void) state;
    static const struct {
        const char *text, *line, *folded;
    } rows[] = {
        {"Mr.\nCastell", "Mr. Castell", "Mr. Castell"},
        {"the\r\nferry", "the ferry", "the ferry"},
        {"the\rferry", "the ferry", "the ferry"},
        {"two  blanks\tand a tab", "two  blanks\tand a tab", "two blanks and a tab"},
        {"\n a \n\n b \n", "  a    b  ", "a b"},
        {"next\xC2\x85line", "next line", "next line"},
        {"a\xE2\x80\xA8"
         "b\xE2\x80\xA9",
         "a b ", "a b"},
        {"no\xC2\xA0"
         "break",
         "no\xC2\xA0"
         "break",
         "no\xC2\xA0"
         "break"},
        {"", "", ""},
        {" \n ", "   ", ""},
        {"cut \xE2\x80", "cut \xE2\x80", "cut \xE2\x80"},
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; ++i) {
        bsh_table *const table = new_table(NULL);
        bsh_table_row_begin(table);
        bsh_table_line(table, string_of(rows[i].text), false);
        bsh_table_line(table, string_of(rows[i].text), true);
        assert_int_equal(bsh_table_row_end(table, NULL), BSH_OK);
        assert_text(table, 0, 0, rows[i].line);
        assert_text(table, 0, 1, rows[i].folded);
        bsh_table_destroy(table);
    }
}

static bsh_status fill(const bsh_allocator *allocator, size_t *n_rows)
{
    bsh_table *table = NULL;
    bsh_status status = bsh_table_create(
        &table, &(bsh_table_kind){"things", "broadsheet.thing/1", columns, 2}, allocator, NULL);
    for (int i = 0; status == BSH_OK && i < 40; ++i) {
        bsh_table_row_begin(table);
        bsh_table_line(table, string_of("a text\nthat is copied"), true);
        bsh_table_list(table);
        bsh_table_item(table, string_of("item"));
        status = bsh_table_row_end(table, NULL);
        *n_rows = bsh_table_n_rows(table);
    }
    if (status != BSH_OK && table != NULL) {
        /* A row that failed can be tried again. */
        bsh_table_row_begin(table);
        bsh_table_words(table, "again");
        bsh_table_empty(table);
        assert_int_equal(bsh_table_row_end(table, NULL), BSH_OK);
        assert_text(table, *n_rows, 0, "again");
    }
    bsh_table_destroy(table);
    return status;
}

static void every_allocation_may_fail(void **state)
{
    (void) state;
    for (long fail_at = 1;; ++fail_at) {
        test_allocator memory;
        test_allocator_init(&memory, fail_at);
        size_t           n_rows = 0;
        bsh_status const status = fill(&memory.allocator, &n_rows);
        assert_int_equal(memory.n_live, 0);
        if (status == BSH_OK) {
            assert_true(fail_at > 8);
            assert_int_equal(n_rows, 40);
            break;
        }
        assert_int_equal(status, BSH_E_NOMEM);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(cells_keep_their_kind_and_value),
        cmocka_unit_test(a_number_that_is_not_finite_is_empty),
        cmocka_unit_test(columns_are_copied_with_their_ids),
        cmocka_unit_test(a_table_like_another_has_its_columns_and_rows_of_its_own),
        cmocka_unit_test(lists_and_maps_hold_their_entries),
        cmocka_unit_test(a_row_of_another_length_is_an_internal_error_and_leaves_nothing),
        cmocka_unit_test(calls_out_of_order_are_an_internal_error),
        cmocka_unit_test(text_is_put_on_one_line),
        cmocka_unit_test(every_allocation_may_fail),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
