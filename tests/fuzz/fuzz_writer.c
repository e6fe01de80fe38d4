/* Any bytes in the cells of a table, written in every format: what comes out is checked by
 * shape. */
#include "tests/fuzz/fuzz.h"

#include <broadsheet.h>
#include <string.h>

const char fuzz_name[] = "writer";

typedef struct output {
    size_t n_bytes, n_line_ends;
    int    has_control; /* a raw control character that a terminal would obey */
} output;

static bsh_status collect(void *payload, const char *data, size_t n_bytes, bsh_error *err)
{
    (void) err;
    output *const out = payload;
    for (size_t i = 0; i < n_bytes; ++i) {
        unsigned char const c = (unsigned char) data[i];
        out->n_line_ends += c == '\n';
        out->has_control |= c < 0x20 && c != '\n' && c != '\r' && c != '\t';
    }
    out->n_bytes += n_bytes;
    return BSH_OK;
}

static const bsh_column columns[] = {
    {.id = "word", .is_left = true},  {.id = "number", .decimals = 2},         {.id = "count"},
    {.id = "flags", .is_left = true}, {.id = "reasons", .is_json_only = true},
};
enum { N_COLUMNS = sizeof columns / sizeof columns[0] };

/* Cells are the stretches between bytes 0xFE; the kind of a number follows from its length. */
static void add_rows(bsh_table *table, const char *data, size_t n_bytes)
{
    size_t at = 0;
    while (at < n_bytes) {
        const char *const end = memchr(data + at, 0xFE, n_bytes - at);
        size_t const      length = end == NULL ? n_bytes - at : (size_t) (end - (data + at));
        bsh_string const  cell = {data + at, length};
        bsh_table_row_begin(table);
        bsh_table_text(table, cell);
        bsh_table_real(table, (double) length / 3.0);
        bsh_table_integer(table, length);
        bsh_table_list(table);
        bsh_table_item(table, cell);
        bsh_table_map(table);
        bsh_table_entry_text(table, cell, cell);
        fuzz_check(bsh_table_row_end(table, NULL) == BSH_OK);
        at += length + 1;
    }
}

static void write_format(const bsh_table *table, const char *format, unsigned bits)
{
    bsh_write_options options;
    bsh_write_options_init(&options);
    options.is_excel = (bits & 1U) != 0;
    options.has_raw_cells = (bits & 2U) != 0;
    options.is_ascii = (bits & 4U) != 0;
    options.separator = (bits & 8U) != 0 ? ';' : ',';
    options.width = 20 + bits % 100;
    bsh_writer    *writer = NULL;
    output         out = {0};
    bsh_sink const sink = {collect, &out};
    fuzz_check(bsh_writer_create(&writer, format, table, &options, &sink, NULL) == BSH_OK);
    fuzz_check(bsh_writer_rows(writer, table, NULL) == BSH_OK);
    bool const has_next = strncmp(format, "json", 4) == 0 && (bits & 16U) != 0;
    if (has_next) {
        fuzz_check(bsh_writer_next(writer, table, NULL) == BSH_OK);
        fuzz_check(bsh_writer_rows(writer, table, NULL) == BSH_OK);
    }
    fuzz_check(bsh_writer_end(writer, NULL) == BSH_OK);
    bsh_writer_destroy(writer);
    if (strcmp(format, "jsonl") == 0) {
        fuzz_check(out.n_line_ends == bsh_table_n_rows(table) * (has_next ? 2 : 1));
    }
    if (strcmp(format, "csv") != 0 && strcmp(format, "tsv") != 0) {
        fuzz_check(!out.has_control);
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n_bytes)
{
    if (n_bytes == 0) {
        return 0;
    }
    bsh_table           *table = NULL;
    bsh_table_kind const kind = {"rows", "broadsheet.row/1", columns, N_COLUMNS};
    fuzz_check(bsh_table_create(&table, &kind, NULL, NULL) == BSH_OK);
    add_rows(table, (const char *) data + 1, n_bytes - 1);
    for (size_t i = 0; bsh_format_name(i) != NULL; ++i) {
        write_format(table, bsh_format_name(i), data[0]);
    }
    bsh_table_destroy(table);
    return 0;
}
