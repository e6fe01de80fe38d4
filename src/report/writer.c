/* Writers: a table out, in any format, row by row; and then the next. */
#include "report/writer.h"

#include "base/status.h"

#include <string.h>

enum { PIECE_BYTES = 64 * 1024 };

static const bsh__format *const formats[] = {
    &bsh__format_text, &bsh__format_csv,   &bsh__format_tsv,
    &bsh__format_json, &bsh__format_jsonl,
};
enum { N_FORMATS = sizeof formats / sizeof formats[0] };

const char *bsh_format_name(size_t index)
{
    return index < N_FORMATS ? formats[index]->name : NULL;
}

const char *bsh_format_label(size_t index)
{
    return index < N_FORMATS ? formats[index]->label : NULL;
}

void bsh_write_options_init(bsh_write_options *options)
{
    *options = (bsh_write_options){
        .size = sizeof *options, .separator = ',', .decimal = '.', .na = "", .width = 79};
}

void bsh__add_joined(bsh__buffer *out, const bsh_table *table, bsh__part items)
{
    const bsh__item *const item = bsh__table_items(table, items);
    for (size_t i = 0; i < items.n; ++i) {
        bsh_string const text = bsh__table_bytes(table, item[i].value.as.text);
        if (i != 0) {
            bsh__buffer_add_char(out, ' ');
        }
        bsh__buffer_add(out, text.data, text.n_bytes);
    }
}

/* ---- making */

static const bsh__format *find_format(const char *name)
{
    for (size_t i = 0; i < N_FORMATS; ++i) {
        if (strcmp(formats[i]->name, name) == 0) {
            return formats[i];
        }
    }
    return NULL;
}

static const bsh__format *choose_format(const char *name, bsh_error *err)
{
    const bsh__format *const format = find_format(name);
    if (format == NULL) {
        (void) bsh__fail(err, BSH_E_USAGE, 0,
                         "unknown format \"%s\"; there are text, csv, tsv, json, jsonl", name);
    }
    return format;
}

/* A digit, a sign or a letter would stand in numbers too; quoting needs its own three. */
static bool can_separate(char c)
{
    return c == '\t' || c == ' ' || strchr("!#$%&()*,./:;<=>?@[\\]^_`{|}~", c) != NULL;
}

static bsh_status check_options(const bsh__format *format, const bsh_write_options *options,
                                bsh_error *err)
{
    if (options->size != sizeof *options) {
        return bsh__fail(err, BSH_E_USAGE, 0,
                         "write options: size %zu is not that of this library; start from "
                         "bsh_write_options_init",
                         options->size);
    }
    if (options->decimal != '.' && options->decimal != ',') {
        return bsh__fail(err, BSH_E_USAGE, 0, "--decimal: only . and , are decimal marks");
    }
    if (options->separator == '\0' || !can_separate(options->separator)) {
        return bsh__fail(err, BSH_E_USAGE, 0,
                         "--csv-sep: not a separator; try , or ; or | or a tab");
    }
    if (format == &bsh__format_csv && options->separator == options->decimal) {
        return bsh__fail(err, BSH_E_USAGE, 0,
                         "--csv-sep and --decimal are both '%c'; give another one of them, for "
                         "instance --csv-sep ';'",
                         options->decimal);
    }
    return BSH_OK;
}

bsh_status bsh_write_options_check(const bsh_write_options *options, const char *format,
                                   bsh_error *err)
{
    const bsh__format *const chosen = choose_format(format, err);
    return chosen == NULL ? BSH_E_USAGE : check_options(chosen, options, err);
}

static const char *copy_text(bsh_writer *writer, const char *text)
{
    return bsh__arena_copy(&writer->strings, text, strlen(text));
}

static bool copy_columns(bsh_writer *writer, const bsh_table *like)
{
    writer->columns = bsh__allocate(writer->allocator, like->n_columns, sizeof(bsh_column));
    if (writer->columns == NULL) {
        return false;
    }
    writer->n_columns = like->n_columns;
    for (size_t i = 0; i < like->n_columns; ++i) {
        writer->columns[i] = like->columns[i];
        writer->columns[i].id = copy_text(writer, like->columns[i].id);
        if (writer->columns[i].id == NULL) {
            return false;
        }
    }
    return true;
}

/* Copies what must outlive the call: the table is the caller's. */
static bool copy_shape(bsh_writer *writer, const bsh_table *like)
{
    writer->name = copy_text(writer, like->name);
    writer->schema = like->schema != NULL ? copy_text(writer, like->schema) : NULL;
    return writer->name != NULL && (like->schema == NULL || writer->schema != NULL) &&
           copy_columns(writer, like);
}

/* The same for the options, of which only this text is needed behind the beginning. */
static bool copy_na(bsh_writer *writer)
{
    const char *const na = writer->options.na;
    writer->options.na = copy_text(writer, na != NULL ? na : "");
    return writer->options.na != NULL;
}

static void begin(bsh_writer *writer)
{
    writer->format->begin(writer);
    if (writer->format->open != NULL) {
        writer->format->open(writer);
    }
    writer->options.meta = NULL; /* these were the caller's; they are written now */
    writer->options.n_meta = 0;
    writer->options.schema = NULL;
    writer->options.settings = NULL;
    writer->options.n_settings = 0;
}

static bsh_writer *allocate_writer(const bsh_allocator *allocator)
{
    bsh_writer *const writer = bsh__allocate_zeroed(allocator, 1, sizeof *writer);
    if (writer != NULL) {
        writer->allocator = allocator;
        bsh__arena_init(&writer->strings, allocator);
        bsh__buffer_init(&writer->out, allocator);
        bsh__buffer_init(&writer->cell, allocator);
    }
    return writer;
}

bsh_status bsh_writer_create(bsh_writer **out, const char *format, const bsh_table *like,
                             const bsh_write_options *options, const bsh_sink *sink,
                             bsh_error *err)
{
    *out = NULL;
    bsh_write_options defaults;
    bsh_write_options_init(&defaults);
    options = options != NULL ? options : &defaults;
    const bsh__format *const chosen = choose_format(format, err);
    if (chosen == NULL) {
        return BSH_E_USAGE;
    }
    BSH_TRY(check_options(chosen, options, err));
    bsh_writer *const writer = allocate_writer(like->allocator);
    if (writer == NULL) {
        return bsh__fail_memory(err);
    }
    writer->format = chosen;
    writer->options = *options;
    writer->sink = *sink;
    bool const is_copied = copy_na(writer) && copy_shape(writer, like);
    if (is_copied) {
        begin(writer);
    }
    if (!is_copied || writer->out.has_failed || writer->cell.has_failed) {
        bsh_writer_destroy(writer);
        return bsh__fail_memory(err);
    }
    *out = writer;
    return BSH_OK;
}

void bsh_writer_destroy(bsh_writer *writer)
{
    if (writer == NULL) {
        return;
    }
    if (writer->parts.items != NULL) {
        bsh__vec_free(&writer->parts);
    }
    bsh__buffer_free(&writer->cell);
    bsh__buffer_free(&writer->out);
    if (writer->columns != NULL) {
        bsh__release(writer->allocator, writer->columns);
    }
    bsh__arena_free(&writer->strings);
    bsh__release(writer->allocator, writer);
}

/* ---- writing */

static bsh_status hand_on(bsh_writer *writer, bool is_last, bsh_error *err)
{
    bsh__buffer *const out = &writer->out;
    size_t             done = 0;
    bsh_status         status = BSH_OK;
    while (status == BSH_OK && (out->n - done >= PIECE_BYTES || (is_last && done < out->n))) {
        size_t const rest = out->n - done;
        size_t const n_bytes = rest < PIECE_BYTES ? rest : PIECE_BYTES;
        status = writer->sink.write(writer->sink.payload, out->data + done, n_bytes, err);
        done += n_bytes;
    }
    if (done != 0) {
        memmove(out->data, out->data + done, out->n - done);
        out->n -= done;
    }
    return status;
}

static bsh_status flush(bsh_writer *writer, bool is_last, bsh_error *err)
{
    bool const has_failed = writer->out.has_failed || writer->cell.has_failed;
    writer->failure = has_failed ? bsh__fail_memory(err) : hand_on(writer, is_last, err);
    return writer->failure;
}

static bsh_status check_writer(const bsh_writer *writer, bsh_error *err)
{
    if (writer->failure != BSH_OK) {
        return bsh__fail(err, writer->failure, 0,
                         "output is not complete: an earlier write failed");
    }
    return writer->is_ended ? bsh__fail(err, BSH_E_INTERNAL, 0, "writer: has ended already")
                            : BSH_OK;
}

bsh_status bsh_writer_rows(bsh_writer *writer, const bsh_table *table, bsh_error *err)
{
    BSH_TRY(check_writer(writer, err));
    if (table->n_columns != writer->n_columns) {
        return bsh__fail(err, BSH_E_INTERNAL, 0, "writer: a table of %zu columns, expected %zu",
                         table->n_columns, writer->n_columns);
    }
    for (size_t i = 0; i < table->n_rows; ++i) {
        writer->format->row(writer, table, bsh__table_row(table, i));
        ++writer->n_rows;
        BSH_TRY(flush(writer, false, err));
    }
    return BSH_OK;
}

bsh_status bsh_writer_end(bsh_writer *writer, bsh_error *err)
{
    BSH_TRY(check_writer(writer, err));
    if (writer->format->close != NULL) {
        writer->format->close(writer);
    }
    writer->format->end(writer);
    writer->is_ended = true;
    return flush(writer, true, err);
}

bsh_status bsh_writer_next(bsh_writer *writer, const bsh_table *like, bsh_error *err)
{
    BSH_TRY(check_writer(writer, err));
    if (writer->format->open == NULL) {
        return bsh__fail(err, BSH_E_USAGE, 0, "%s holds one table; json and jsonl hold several",
                         writer->format->name);
    }
    writer->format->close(writer);
    bsh__release(writer->allocator, writer->columns);
    writer->columns = NULL;
    writer->n_rows = 0;
    if (!copy_shape(writer, like)) {
        return writer->failure = bsh__fail_memory(err);
    }
    writer->format->open(writer);
    return flush(writer, false, err);
}

uint64_t bsh_writer_n_cut(const bsh_writer *writer)
{
    return writer->n_cut;
}
