/* What tests of writers share: tables of texts, and a sink to write them to. */
#ifndef BSH_TESTS_WRITTEN_H
#define BSH_TESTS_WRITTEN_H

#include "tests/t.h"

#include <broadsheet/table.h>

#include "base/memory.h"
#include "base/status.h"

#include <stdio.h>

static inline bsh_string string_of(const char *text)
{
    return (bsh_string){text, strlen(text)};
}

/* Where writers write to; fails at the piece `fail_at` (from 1). */
typedef struct sink {
    bsh__buffer bytes;
    size_t      n_pieces, largest, fail_at;
} sink;

static inline bsh_status collect(void *payload, const char *data, size_t n_bytes,
                                 bsh_error *err)
{
    sink *const to = payload;
    if (++to->n_pieces == to->fail_at) {
        return bsh__fail(err, BSH_E_WRITE, 28, "out.csv: no space left on device");
    }
    to->largest = n_bytes > to->largest ? n_bytes : to->largest;
    bsh__buffer_add(&to->bytes, data, n_bytes);
    return BSH_OK;
}

static inline bsh_status write_to(sink *to, const char *format, const bsh_table *table,
                                  const bsh_write_options *options, bsh_error *err)
{
    static const bsh_meta meta[] = {
        {"version", "0.1.0"}, {"options", "-m \"core\""}, {"icu", NULL}};
    *to = (sink){.fail_at = to->fail_at};
    bsh__buffer_init(&to->bytes, bsh__allocator(NULL));
    bsh_write_options own;
    bsh_write_options_init(&own);
    own = options != NULL ? *options : own;
    own.meta = meta;
    own.n_meta = 3;
    bsh_writer *writer = NULL;
    bsh_status  status =
        bsh_writer_create(&writer, format, table, &own, &(bsh_sink){collect, to}, err);
    if (status == BSH_OK) {
        status = bsh_writer_rows(writer, table, err);
    }
    if (status == BSH_OK) {
        status = bsh_writer_end(writer, err);
    }
    bsh_writer_destroy(writer);
    return status;
}

static inline void assert_written(const char *format, const bsh_table *table,
                                  const bsh_write_options *options, const char *expected)
{
    sink to = {.fail_at = 0};
    assert_int_equal(write_to(&to, format, table, options, NULL), BSH_OK);
    bsh__buffer_add_char(&to.bytes, '\0');
    assert_string_equal(to.bytes.data, expected);
    bsh__buffer_free(&to.bytes);
}

static inline bsh_write_options default_options(void)
{
    bsh_write_options options;
    bsh_write_options_init(&options);
    return options;
}

static inline bsh_table *new_table(const char *name, const char *schema,
                                   const bsh_column *columns, size_t n_columns)
{
    bsh_table           *table = NULL;
    bsh_table_kind const kind = {name, schema, columns, n_columns};
    assert_int_equal(bsh_table_create(&table, &kind, NULL, NULL), BSH_OK);
    return table;
}

/* A table of one text column with a row for each text. */
static inline bsh_table *texts(const char *const *list, size_t n)
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

#endif
