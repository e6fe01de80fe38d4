/* A table of typed cells: numbers in the cells, the bytes of all texts in one pool. */
#include "report/cells.h"

#include "base/status.h"

#include <math.h>
#include <string.h>

/* ---- making and ending */

static const char *copy_name(bsh_table *table, const char *name)
{
    return bsh__arena_copy(&table->strings, name, strlen(name));
}

static bool copy_columns(bsh_table *table, const bsh_column *columns)
{
    for (size_t i = 0; i < table->n_columns; ++i) {
        table->columns[i] = columns[i];
        table->columns[i].id = copy_name(table, columns[i].id);
        if (table->columns[i].id == NULL) {
            return false;
        }
    }
    return true;
}

static bool fill_in(bsh_table *table, const bsh_table_kind *kind)
{
    table->name = copy_name(table, kind->name);
    table->schema = kind->schema != NULL ? copy_name(table, kind->schema) : NULL;
    table->columns = bsh__allocate(table->allocator, table->n_columns, sizeof(bsh_column));
    return table->name != NULL && (kind->schema == NULL || table->schema != NULL) &&
           table->columns != NULL && copy_columns(table, kind->columns);
}

static bsh_table *allocate_table(const bsh_allocator *allocator, size_t n_columns)
{
    bsh_table *const table = bsh__allocate_zeroed(allocator, 1, sizeof *table);
    if (table != NULL) {
        table->allocator = allocator;
        table->n_columns = n_columns;
        bsh__arena_init(&table->strings, allocator);
        bsh__vec_init(&table->cells, allocator, sizeof(bsh__cell));
        bsh__vec_init(&table->items, allocator, sizeof(bsh__item));
        bsh__buffer_init(&table->pool, allocator);
    }
    return table;
}

bsh_status bsh_table_create(bsh_table **out, const bsh_table_kind *kind,
                            const bsh_allocator *allocator, bsh_error *err)
{
    *out = NULL;
    if (kind->n_columns == 0) {
        return bsh__fail(err, BSH_E_INTERNAL, 0, "table %s: no columns", kind->name);
    }
    bsh_table *const table = allocate_table(bsh__allocator(allocator), kind->n_columns);
    if (table == NULL) {
        return bsh__fail_memory(err);
    }
    if (!fill_in(table, kind)) {
        bsh_table_destroy(table);
        return bsh__fail_memory(err);
    }
    *out = table;
    return BSH_OK;
}

bsh_status bsh_table_create_like(bsh_table **out, const bsh_table *model, bsh_error *err)
{
    bsh_table *const table = *out = allocate_table(model->allocator, model->n_columns);
    if (table == NULL) {
        return bsh__fail_memory(err);
    }
    table->is_like = true;
    table->name = model->name;
    table->schema = model->schema;
    table->columns = model->columns;
    return BSH_OK;
}

void bsh_table_destroy(bsh_table *table)
{
    if (table == NULL) {
        return;
    }
    bsh__buffer_free(&table->pool);
    bsh__vec_free(&table->items);
    bsh__vec_free(&table->cells);
    if (table->columns != NULL && !table->is_like) {
        bsh__release(table->allocator, table->columns);
    }
    bsh__arena_free(&table->strings);
    bsh__release(table->allocator, table);
}

/* ---- a row */

/* Takes back what a row without an end, or a failed one, has left. */
static void drop_row(bsh_table *table)
{
    table->cells.n = table->n_rows * table->n_columns;
    table->items.n = table->kept.first;
    table->pool.n = table->kept.n;
    table->pool.has_failed = false;
    table->is_in_row = table->has_failed = table->is_misused = false;
}

void bsh_table_row_begin(bsh_table *table)
{
    enum { USUAL_BYTES = 512 }; // of the texts in a row
    drop_row(table);
    table->is_in_row = true;
    table->has_failed = !bsh__vec_reserve(&table->cells, table->cells.n + table->n_columns) ||
                        !bsh__buffer_reserve(&table->pool, USUAL_BYTES);
}

bsh_status bsh_table_row_end(bsh_table *table, bsh_error *err)
{
    size_t const n_cells = table->cells.n - table->n_rows * table->n_columns;
    bool const   has_failed = table->has_failed || table->pool.has_failed;
    bool const   is_misused = table->is_misused || !table->is_in_row;
    if (has_failed || is_misused || n_cells != table->n_columns) {
        drop_row(table);
        return has_failed ? bsh__fail_memory(err)
                          : bsh__fail(err, BSH_E_INTERNAL, 0,
                                      "table %s: a row of %zu cells, expected %zu%s",
                                      table->name, n_cells, table->n_columns,
                                      is_misused ? "; calls out of order" : "");
    }
    ++table->n_rows;
    table->kept = (bsh__part){table->items.n, table->pool.n};
    table->is_in_row = false;
    return BSH_OK;
}

static void add_cell(bsh_table *table, bsh__cell cell)
{
    if (!table->is_in_row) {
        table->is_misused = true;
        return;
    }
    // room for the whole row was made at its beginning
    if (!bsh__vec_reserve(&table->cells, table->cells.n + 1)) {
        table->has_failed = true;
        return;
    }
    ((bsh__cell *) table->cells.items)[table->cells.n++] = cell;
}

static bsh__part keep_text(bsh_table *table, bsh_string text)
{
    bsh__part const part = {table->pool.n, text.n_bytes};
    bsh__buffer_add(&table->pool, text.data, text.n_bytes);
    return part;
}

void bsh_table_empty(bsh_table *table)
{
    add_cell(table, (bsh__cell){.kind = BSH_CELL_EMPTY});
}

void bsh_table_text(bsh_table *table, bsh_string text)
{
    bsh__part const part = keep_text(table, text);
    add_cell(table, (bsh__cell){.kind = BSH_CELL_TEXT, .as.text = part});
}

void bsh_table_words(bsh_table *table, const char *text)
{
    if (text == NULL) {
        bsh_table_empty(table);
    } else {
        bsh_table_text(table, (bsh_string){text, strlen(text)});
    }
}

void bsh_table_integer(bsh_table *table, uint64_t number)
{
    add_cell(table, (bsh__cell){.kind = BSH_CELL_INTEGER, .as.integer = number});
}

void bsh_table_real(bsh_table *table, double number)
{
    if (isfinite(number)) {
        add_cell(table, (bsh__cell){.kind = BSH_CELL_REAL, .as.real = number});
    } else {
        bsh_table_empty(table);
    }
}

/* ---- text on one line */

/* Length of the line end at `i`: LF, CR, CR LF, next line, line and paragraph separator; or 0.
 */
static size_t line_end_at(bsh_string text, size_t i)
{
    const char *const at = text.data + i;
    size_t const      n = text.n_bytes - i;
    if (*at == '\r' && n >= 2 && at[1] == '\n') {
        return 2;
    }
    if (*at == '\n' || *at == '\r') {
        return 1;
    }
    if (n >= 2 && memcmp(at, "\xC2\x85", 2) == 0) {
        return 2;
    }
    bool const is_separator =
        n >= 3 && (memcmp(at, "\xE2\x80\xA8", 3) == 0 || memcmp(at, "\xE2\x80\xA9", 3) == 0);
    return is_separator ? 3 : 0;
}

static size_t white_space_at(bsh_string text, size_t i)
{
    char const c = text.data[i];
    return c == ' ' || c == '\t' || c == '\v' || c == '\f' ? 1 : line_end_at(text, i);
}

void bsh_table_line(bsh_table *table, bsh_string text, bool is_folded)
{
    size_t const first = table->pool.n;
    size_t       begin = 0; /* of what waits to be copied */
    for (size_t i = 0; i < text.n_bytes;) {
        unsigned char const c = (unsigned char) text.data[i];
        if (c > ' ' && c < 0x80) { // nearly all
            ++i;
            continue;
        }
        size_t const n = is_folded ? white_space_at(text, i) : line_end_at(text, i);
        if (n == 0) {
            ++i;
            continue;
        }
        bsh__buffer_add(&table->pool, text.data + begin, i - begin);
        i += n;
        begin = i;
        bool const is_needed =
            !is_folded || (table->pool.n > first && table->pool.data[table->pool.n - 1] != ' ');
        if (is_needed) {
            bsh__buffer_add_char(&table->pool, ' ');
        }
    }
    bsh__buffer_add(&table->pool, text.data + begin, text.n_bytes - begin);
    if (is_folded && table->pool.n > first && table->pool.data[table->pool.n - 1] == ' ') {
        --table->pool.n;
    }
    bsh__part const part = {first, table->pool.n - first};
    add_cell(table, (bsh__cell){.kind = BSH_CELL_TEXT, .as.text = part});
}

/* ---- lists and maps */

void bsh_table_list(bsh_table *table)
{
    bsh__part const none = {table->items.n, 0};
    add_cell(table, (bsh__cell){.kind = BSH_CELL_LIST, .as.items = none});
}

void bsh_table_map(bsh_table *table)
{
    bsh__part const none = {table->items.n, 0};
    add_cell(table, (bsh__cell){.kind = BSH_CELL_MAP, .as.items = none});
}

/* Adds to the list or map that is the last cell of the row. */
static void add_item(bsh_table *table, bsh_cell_kind kind, bsh__item item)
{
    size_t const     n_before = table->n_rows * table->n_columns;
    bsh__cell *const cells = table->cells.items;
    if (!table->is_in_row || table->cells.n == n_before ||
        cells[table->cells.n - 1].kind != kind) {
        table->is_misused = true;
        return;
    }
    bsh__item *const place = bsh__vec_push(&table->items);
    if (place == NULL) {
        table->has_failed = true;
        return;
    }
    *place = item;
    ++cells[table->cells.n - 1].as.items.n;
}

void bsh_table_item(bsh_table *table, bsh_string text)
{
    bsh__part const part = keep_text(table, text);
    add_item(table, BSH_CELL_LIST,
             (bsh__item){.value = {.kind = BSH_CELL_TEXT, .as.text = part}});
}

void bsh_table_entry_integer(bsh_table *table, bsh_string key, uint64_t number)
{
    bsh__part const part = keep_text(table, key);
    add_item(
        table, BSH_CELL_MAP,
        (bsh__item){.key = part, .value = {.kind = BSH_CELL_INTEGER, .as.integer = number}});
}

void bsh_table_entry_text(bsh_table *table, bsh_string key, bsh_string text)
{
    bsh__part const key_part = keep_text(table, key);
    bsh__part const text_part = keep_text(table, text);
    add_item(
        table, BSH_CELL_MAP,
        (bsh__item){.key = key_part, .value = {.kind = BSH_CELL_TEXT, .as.text = text_part}});
}

/* ---- looking */

size_t bsh_table_n_rows(const bsh_table *table)
{
    return table->n_rows;
}

size_t bsh_table_n_columns(const bsh_table *table)
{
    return table->n_columns;
}

const bsh_column *bsh_table_column(const bsh_table *table, size_t index)
{
    return index < table->n_columns ? &table->columns[index] : NULL;
}

const bsh__cell *bsh__table_row(const bsh_table *table, size_t row)
{
    return (const bsh__cell *) table->cells.items + row * table->n_columns;
}

bsh_string bsh__table_bytes(const bsh_table *table, bsh__part part)
{
    return part.n == 0 ? (bsh_string){"", 0}
                       : (bsh_string){table->pool.data + part.first, part.n};
}

const bsh__item *bsh__table_items(const bsh_table *table, bsh__part part)
{
    return part.n == 0 ? NULL : (const bsh__item *) table->items.items + part.first;
}
