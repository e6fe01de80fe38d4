/* Aligned columns for a terminal.  Rows wait until the end, when all widths are known. */
#include "report/writer.h"

#include <broadsheet/text.h>

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

enum {
    GAP = 2,              /* blanks between columns */
    LEAST_CUT = 8,        /* a text column is not made narrower than this */
    BYTES_PER_COLUMN = 32 /* of a cell: no terminal shows more marks above one letter */
};

/* A cell as it is shown: bytes of writer->cell, and the terminal columns they need. */
typedef struct bsh__shown {
    bsh__part part;
    unsigned  width;
    bool      is_cut;
} bsh__shown;

static const char *cut_mark(const bsh_writer *writer)
{
    return writer->options.is_ascii ? "..." : "\xE2\x80\xA6";
}

static unsigned cut_mark_width(const bsh_writer *writer)
{
    return writer->options.is_ascii ? 3 : 1;
}

/* ---- collecting */

static void keep_shown(bsh_writer *writer, size_t first, bool is_cut)
{
    bsh__part const   part = {first, writer->cell.n - first};
    bsh__shown *const shown = bsh__vec_push(&writer->parts);
    if (shown == NULL || writer->cell.has_failed) {
        writer->out.has_failed = true;
        return;
    }
    bsh_string const text = {part.n != 0 ? writer->cell.data + first : "", part.n};
    *shown = (bsh__shown){part, bsh_text_width(text), is_cut};
}

/* Text of strangers.  A cell of a megabyte is cut before it is looked at: only the beginning
 * can ever be shown. */
static void keep_text(bsh_writer *writer, bsh_string text)
{
    bsh__buffer *const pool = &writer->cell;
    size_t const       most = (size_t) writer->options.width * BYTES_PER_COLUMN;
    bool const         is_cut = text.n_bytes > most;
    if (is_cut) {
        text.n_bytes = most;
        while (text.n_bytes > 0 && ((unsigned char) text.data[text.n_bytes] & 0xC0U) == 0x80U) {
            --text.n_bytes;
        }
    }
    size_t const first = pool->n;
    size_t       room = text.n_bytes + 1;
    if (bsh__buffer_reserve(pool, room)) {
        size_t const n =
            bsh_text_visible(pool->data + first, room, text, writer->options.is_ascii);
        if (n >= room && bsh__buffer_reserve(pool, n + 1)) {
            (void) bsh_text_visible(pool->data + first, n + 1, text, writer->options.is_ascii);
        }
        pool->n += pool->has_failed ? 0 : n;
    }
    keep_shown(writer, first, is_cut);
}

static void keep_real(bsh_writer *writer, double number, int decimals)
{
    char         text[64];
    int const    digits = writer->options.digits > 0 ? writer->options.digits : decimals;
    size_t const n = digits < 0 ? bsh_number_format(text, number, 0)
                                : bsh_number_fixed(text, number, digits);
    size_t const first = writer->cell.n;
    bsh__buffer_add(&writer->cell, text, n);
    keep_shown(writer, first, false);
}

static void keep_list(bsh_writer *writer, const bsh_table *table, bsh__part items)
{
    bsh__buffer joined;
    bsh__buffer_init(&joined, writer->allocator);
    bsh__add_joined(&joined, table, items);
    writer->out.has_failed |= joined.has_failed;
    keep_text(writer, (bsh_string){joined.n != 0 ? joined.data : "", joined.n});
    bsh__buffer_free(&joined);
}

static void keep_value(bsh_writer *writer, const bsh_table *table, const bsh__cell *cell,
                       int decimals)
{
    size_t const first = writer->cell.n;
    char         text[24];
    switch (cell->kind) {
    case BSH_CELL_TEXT:
        keep_text(writer, bsh__table_bytes(table, cell->as.text));
        break;
    case BSH_CELL_LIST:
        keep_list(writer, table, cell->as.items);
        break;
    case BSH_CELL_REAL:
        keep_real(writer, cell->as.real, decimals);
        break;
    case BSH_CELL_INTEGER:
        (void) snprintf(text, sizeof text, "%" PRIu64, cell->as.integer);
        bsh__buffer_add_text(&writer->cell, text);
        keep_shown(writer, first, false);
        break;
    case BSH_CELL_EMPTY:
    case BSH_CELL_MAP:
        keep_shown(writer, first, false);
        break;
    }
}

static void begin(bsh_writer *writer)
{
    bsh__vec_init(&writer->parts, writer->allocator, sizeof(bsh__shown));
    for (size_t i = 0; i < writer->n_columns; ++i) {
        const char *const id = writer->columns[i].id;
        keep_text(writer, (bsh_string){id, strlen(id)});
    }
}

static void row(bsh_writer *writer, const bsh_table *table, const bsh__cell *cells)
{
    for (size_t i = 0; i < writer->n_columns; ++i) {
        keep_value(writer, table, &cells[i], writer->columns[i].decimals);
    }
}

/* ---- printing */

static unsigned shown_width(const bsh_writer *writer, const bsh__shown *shown)
{
    return shown->width + (shown->is_cut ? cut_mark_width(writer) : 0);
}

static void measure_columns(const bsh_writer *writer, unsigned *widths)
{
    const bsh__shown *const shown = writer->parts.items;
    for (size_t i = 0; i < writer->n_columns; ++i) {
        widths[i] = 0;
        for (size_t k = i; k < writer->parts.n; k += writer->n_columns) {
            unsigned const width = shown_width(writer, &shown[k]);
            widths[i] = width > widths[i] ? width : widths[i];
        }
    }
}

/* Makes text columns narrower, the last one first, until a line fits.  Numbers are never cut: a
 * part of a number is another number. */
static void fit_columns(const bsh_writer *writer, unsigned *widths)
{
    uint64_t total = 0;
    for (size_t i = 0; i < writer->n_columns; ++i) {
        if (bsh__is_flat(&writer->columns[i])) {
            total += widths[i] + (total == 0 ? 0U : (unsigned) GAP);
        }
    }
    for (size_t i = writer->n_columns; i-- > 0 && total > writer->options.width;) {
        if (bsh__is_flat(&writer->columns[i]) && writer->columns[i].is_left &&
            widths[i] > LEAST_CUT) {
            uint64_t const over = total - writer->options.width;
            unsigned const most = widths[i] - LEAST_CUT;
            unsigned const less = over < most ? (unsigned) over : most;
            widths[i] -= less;
            total -= less;
        }
    }
}

static void add_blanks(bsh__buffer *out, unsigned n)
{
    for (; n > 0; --n) {
        bsh__buffer_add_char(out, ' ');
    }
}

static void add_shown(bsh_writer *writer, const bsh__shown *shown, unsigned width, bool is_left)
{
    bsh_string text = {shown->part.n != 0 ? writer->cell.data + shown->part.first : "",
                       shown->part.n};
    unsigned   needed = shown_width(writer, shown);
    bool const is_cut = shown->is_cut || (is_left && needed > width);
    if (is_cut) {
        unsigned const mark = cut_mark_width(writer);
        text.n_bytes = bsh_text_fit(text, width > mark ? width - mark : 0);
        needed = bsh_text_width(text) + mark;
    }
    unsigned const n_blanks = needed < width ? width - needed : 0;
    add_blanks(&writer->out, is_left ? 0 : n_blanks);
    bsh__buffer_add(&writer->out, text.data, text.n_bytes);
    if (is_cut) {
        bsh__buffer_add_text(&writer->out, cut_mark(writer));
    }
    add_blanks(&writer->out, is_left ? n_blanks : 0);
}

static void add_line(bsh_writer *writer, const bsh__shown *shown, const unsigned *widths)
{
    size_t const first = writer->out.n;
    for (size_t i = 0; i < writer->n_columns; ++i) {
        if (bsh__is_flat(&writer->columns[i])) {
            add_blanks(&writer->out, writer->out.n > first ? GAP : 0);
            add_shown(writer, &shown[i], widths[i], writer->columns[i].is_left);
        }
    }
    while (writer->out.n > first && writer->out.data[writer->out.n - 1] == ' ') {
        --writer->out.n;
    }
    bsh__buffer_add_char(&writer->out, '\n');
}

static void end(bsh_writer *writer)
{
    unsigned *const widths =
        bsh__allocate(writer->allocator, writer->n_columns, sizeof widths[0]);
    if (widths == NULL || writer->cell.has_failed || writer->out.has_failed) {
        writer->out.has_failed = true;
    } else {
        measure_columns(writer, widths);
        fit_columns(writer, widths);
        for (size_t i = 0; i + writer->n_columns <= writer->parts.n; i += writer->n_columns) {
            add_line(writer, (const bsh__shown *) writer->parts.items + i, widths);
        }
    }
    if (widths != NULL) {
        bsh__release(writer->allocator, widths);
    }
}

const bsh__format bsh__format_text = {
    "text", "aligned columns, for a terminal", begin, row, end, NULL, NULL};
