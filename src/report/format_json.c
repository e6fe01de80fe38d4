/* JSON: one object with all rows, an array a table; or JSON Lines, an object a row. */
#include "report/json_text.h"
#include "report/writer.h"

#include <broadsheet/text.h>

#include <math.h>
#include <string.h>

#include "base/decimal.h"

static bool is_lines(const bsh_writer *writer)
{
    return writer->format == &bsh__format_jsonl;
}

static void add_name(bsh__buffer *out, const char *name)
{
    bsh__json_add_key(out, (bsh_string){name, strlen(name)});
}

static void add_integer(bsh__buffer *out, uint64_t number)
{
    char digits[BSH__LONGEST_INTEGER];
    bsh__buffer_add(out, digits, bsh__integer_put(digits, number, 1));
}

/* ---- cells */

static void add_list(bsh__buffer *out, const bsh_table *table, bsh__part part)
{
    const bsh__item *const items = bsh__table_items(table, part);
    bsh__buffer_add_char(out, '[');
    for (size_t i = 0; i < part.n; ++i) {
        if (i != 0) {
            bsh__buffer_add_char(out, ',');
        }
        bsh__json_add_text(out, bsh__table_bytes(table, items[i].value.as.text));
    }
    bsh__buffer_add_char(out, ']');
}

static void add_map(bsh__buffer *out, const bsh_table *table, bsh__part part)
{
    const bsh__item *const items = bsh__table_items(table, part);
    bsh__buffer_add_char(out, '{');
    for (size_t i = 0; i < part.n; ++i) {
        if (i != 0) {
            bsh__buffer_add_char(out, ',');
        }
        bsh__json_add_key(out, bsh__table_bytes(table, items[i].key));
        bsh__buffer_add_char(out, ':');
        if (items[i].value.kind == BSH_CELL_INTEGER) {
            add_integer(out, items[i].value.as.integer);
        } else {
            bsh__json_add_text(out, bsh__table_bytes(table, items[i].value.as.text));
        }
    }
    bsh__buffer_add_char(out, '}');
}

static void add_value(bsh_writer *writer, const bsh_table *table, const bsh__cell *cell)
{
    bsh__buffer *const out = &writer->out;
    char               number[32];
    switch (cell->kind) {
    case BSH_CELL_EMPTY:
        bsh__buffer_add_text(out, "null");
        break;
    case BSH_CELL_TEXT:
        bsh__json_add_text(out, bsh__table_bytes(table, cell->as.text));
        break;
    case BSH_CELL_INTEGER:
        add_integer(out, cell->as.integer);
        break;
    case BSH_CELL_REAL:
        bsh__buffer_add(out, number,
                        bsh_number_format(number, cell->as.real, writer->options.digits));
        break;
    case BSH_CELL_LIST:
        add_list(out, table, cell->as.items);
        break;
    case BSH_CELL_MAP:
        add_map(out, table, cell->as.items);
        break;
    }
}

/* ---- the whole */

static void add_meta(bsh__buffer *out, const bsh_meta *meta, size_t n_meta)
{
    bsh__buffer_add_text(out, "\"meta\":{");
    for (size_t i = 0; i < n_meta; ++i) {
        if (i != 0) {
            bsh__buffer_add_char(out, ',');
        }
        add_name(out, meta[i].key);
        bsh__buffer_add_char(out, ':');
        if (meta[i].value != NULL) {
            bsh__json_add_text(out, (bsh_string){meta[i].value, strlen(meta[i].value)});
        } else {
            bsh__buffer_add_text(out, "null");
        }
    }
    bsh__buffer_add_char(out, '}');
}

static void add_key(bsh__buffer *out, const char *id, bool *is_first)
{
    if (!*is_first) {
        bsh__buffer_add_char(out, ',');
    }
    *is_first = false;
    add_name(out, id);
    bsh__buffer_add_char(out, ':');
}

/* A setting is what made the numbers, so --digits does not round it. */
static void add_setting(bsh__buffer *out, const bsh_setting *setting)
{
    char number[32];
    if (setting->kind == BSH_CELL_TEXT && setting->text != NULL) {
        bsh__json_add_text(out, (bsh_string){setting->text, strlen(setting->text)});
    } else if (setting->kind == BSH_CELL_INTEGER) {
        add_integer(out, setting->integer);
    } else if (setting->kind == BSH_CELL_REAL && isfinite(setting->real)) {
        bsh__buffer_add(out, number, bsh_number_format(number, setting->real, 0));
    } else {
        bsh__buffer_add_text(out, "null");
    }
}

static void add_settings(bsh__buffer *out, const bsh_setting *settings, size_t n_settings)
{
    bool is_first = true;
    bsh__buffer_add_text(out, ",\"settings\":{");
    for (size_t i = 0; i < n_settings; ++i) {
        add_key(out, settings[i].key, &is_first);
        add_setting(out, &settings[i]);
    }
    bsh__buffer_add_char(out, '}');
}

static void add_schema(bsh_writer *writer)
{
    bsh__buffer *const out = &writer->out;
    bsh__buffer_add_text(out, "{\"schema\":");
    if (writer->options.schema != NULL) {
        add_name(out, writer->options.schema);
    } else {
        bsh__buffer_add_text(out, "\"broadsheet.");
        bsh__buffer_add_text(out, writer->name);
        bsh__buffer_add_text(out, "/1\"");
    }
    bsh__buffer_add_char(out, ',');
}

static void begin(bsh_writer *writer)
{
    const bsh_write_options *const options = &writer->options;
    if (is_lines(writer)) {
        return;
    }
    add_schema(writer);
    add_meta(&writer->out, options->meta, options->n_meta);
    if (options->settings != NULL) {
        add_settings(&writer->out, options->settings, options->n_settings);
    }
}

static void open_array(bsh_writer *writer)
{
    if (!is_lines(writer)) {
        bsh__buffer_add_char(&writer->out, ',');
        add_name(&writer->out, writer->name);
        bsh__buffer_add_text(&writer->out, ":[");
    }
}

static void row(bsh_writer *writer, const bsh_table *table, const bsh__cell *cells)
{
    bsh__buffer *const out = &writer->out;
    bool               is_first = true;
    if (!is_lines(writer)) {
        bsh__buffer_add_text(out, writer->n_rows == 0 ? "\n" : ",\n");
    }
    bsh__buffer_add_char(out, '{');
    if (is_lines(writer) && writer->schema != NULL) {
        add_key(out, "schema", &is_first);
        add_name(out, writer->schema);
    }
    for (size_t i = 0; i < writer->n_columns; ++i) {
        if (!writer->columns[i].is_flat_only) {
            add_key(out, writer->columns[i].id, &is_first);
            add_value(writer, table, &cells[i]);
        }
    }
    bsh__buffer_add_char(out, '}');
    if (is_lines(writer)) {
        bsh__buffer_add_char(out, '\n');
    }
}

static void close_array(bsh_writer *writer)
{
    if (!is_lines(writer)) {
        bsh__buffer_add_text(&writer->out, writer->n_rows == 0 ? "]" : "\n]");
    }
}

static void end(bsh_writer *writer)
{
    if (!is_lines(writer)) {
        bsh__buffer_add_text(&writer->out, "}\n");
    }
}

const bsh__format bsh__format_json = {
    "json", "one JSON object with all rows", begin, row, end, open_array, close_array};
const bsh__format bsh__format_jsonl = {
    "jsonl", "JSON Lines: an object a row", begin, row, end, open_array, close_array};
