/* CSV and TSV: plain tables that a spreadsheet can open without computing anything in them. */
#include "report/writer.h"

#include <broadsheet/text.h>

#include <string.h>

#include "base/decimal.h"

enum { MOST_CELL_UNITS = 32767 }; /* UTF-16 units that a spreadsheet keeps of a cell */

static bool is_tsv(const bsh_writer *writer)
{
    return writer->format == &bsh__format_tsv;
}

/* `segment --show --format tsv` prints the source's own characters, a block a line, for other
 * programs to read: no header, and no mark in front of "- said". */
static bool is_bare(const bsh_writer *writer)
{
    return is_tsv(writer) && strcmp(writer->name, "segments") == 0;
}

/* ---- the formula guard */

typedef struct sequence {
    char bytes[4];
    char last; /* the last byte may be anything from bytes[n - 1] to this */
} sequence;

/* Controls and blanks beyond ASCII: next line and other C1, no-break space, ogham space, the
 * spaces and marks of U+2000, ideographic space, byte order mark. */
static const sequence blanks[] = {
    {"\xC2\x80", '\xA0'},     {"\xE1\x9A\x80", '\x80'}, {"\xE2\x80\x80", '\x8F'},
    {"\xE2\x80\xA8", '\xAF'}, {"\xE2\x81\x9F", '\xAF'}, {"\xE3\x80\x80", '\x80'},
    {"\xEF\xBB\xBF", '\xBF'},
};

/* Full-width = + - @, which spreadsheets of East Asia take for the plain ones. */
static const sequence wide_signs[] = {
    {"\xEF\xBC\x9D", '\x9D'},
    {"\xEF\xBC\x8B", '\x8B'},
    {"\xEF\xBC\x8D", '\x8D'},
    {"\xEF\xBC\xA0", '\xA0'},
};

/* Length of a sequence at the beginning of the text; 0 if none is there. */
static size_t match(const sequence *list, size_t n_list, const char *text, size_t n_bytes)
{
    for (size_t i = 0; i < n_list; ++i) {
        size_t const n = strlen(list[i].bytes);
        if (n_bytes < n || memcmp(list[i].bytes, text, n - 1) != 0) {
            continue;
        }
        unsigned char const c = (unsigned char) text[n - 1];
        if (c >= (unsigned char) list[i].bytes[n - 1] && c <= (unsigned char) list[i].last) {
            return n;
        }
    }
    return 0;
}

static size_t skipped_at(const char *text, size_t n_bytes)
{
    unsigned char const c = (unsigned char) *text;
    if (c == '\'' || c <= ' ' || c == 0x7F) {
        return 1;
    }
    return c < 0x80 ? 0 : match(blanks, sizeof blanks / sizeof blanks[0], text, n_bytes);
}

/* Whether a spreadsheet could take the text for a formula: "=1+1", " =1+1", "- said".  Quoting
 * does not help: a quoted =1+1 is computed.  A text that begins with the mark itself counts
 * too, so that a reader who takes one mark off gets every text back as it was. */
static bool needs_guard(const char *text, size_t n_bytes)
{
    size_t i = 0;
    while (i < n_bytes) {
        if (strchr("=+-@\t\r", text[i]) != NULL && text[i] != '\0') {
            return true;
        }
        size_t const n = skipped_at(text + i, n_bytes - i);
        if (n == 0) {
            return (unsigned char) text[i] >= 0x80 &&
                   match(wide_signs, sizeof wide_signs / sizeof wide_signs[0], text + i,
                         n_bytes - i) != 0;
        }
        i += n;
    }
    return false;
}

/* ---- cells */

/* TSV knows no quotes: what would end a cell or a row becomes a blank. */
static void add_plain(bsh__buffer *out, const char *text, size_t n_bytes)
{
    size_t begin = 0;
    for (size_t i = 0; i < n_bytes; ++i) {
        if (text[i] == '\t' || text[i] == '\r' || text[i] == '\n') {
            bsh__buffer_add(out, text + begin, i - begin);
            bsh__buffer_add_char(out, ' ');
            begin = i + 1;
        }
    }
    bsh__buffer_add(out, text + begin, n_bytes - begin);
}

static bool needs_quotes(const bsh_writer *writer, const char *text, size_t n_bytes)
{
    static const bool is_special[256] = {['"'] = true, ['\r'] = true, ['\n'] = true};
    if (n_bytes == 0 || text[0] == ' ' || text[n_bytes - 1] == ' ') {
        return n_bytes != 0;
    }
    size_t i = 0;
    while (i < n_bytes && text[i] != writer->options.separator &&
           !is_special[(unsigned char) text[i]]) {
        ++i;
    }
    return i < n_bytes;
}

static void add_quoted(bsh__buffer *out, const char *text, size_t n_bytes)
{
    const char *const end = text + n_bytes;
    bsh__buffer_add_char(out, '"');
    while (text < end) {
        const char *const quote = memchr(text, '"', (size_t) (end - text));
        const char *const stop = quote != NULL ? quote + 1 : end;
        bsh__buffer_add(out, text, (size_t) (stop - text));
        if (quote != NULL) {
            bsh__buffer_add_char(out, '"');
        }
        text = stop;
    }
    bsh__buffer_add_char(out, '"');
}

static void add_cell(bsh_writer *writer, const char *text, size_t n_bytes)
{
    if (is_tsv(writer)) {
        add_plain(&writer->out, text, n_bytes);
    } else if (needs_quotes(writer, text, n_bytes)) {
        add_quoted(&writer->out, text, n_bytes);
    } else {
        bsh__buffer_add(&writer->out, text, n_bytes);
    }
}

/* Bytes that a spreadsheet keeps of the text: whole characters of 32,767 UTF-16 units. */
static size_t kept_bytes(const char *text, size_t n_bytes)
{
    size_t n_units = 0;
    for (size_t i = 0; i < n_bytes; ++i) {
        unsigned char const c = (unsigned char) text[i];
        if ((c & 0xC0U) != 0x80U) {
            n_units += c >= 0xF0U ? 2 : 1;
            if (n_units > MOST_CELL_UNITS) {
                return i;
            }
        }
    }
    return n_bytes;
}

/* Text of strangers: the guard, then the cut.  `text` lies in writer->cell behind a byte that
 * is free for the mark. */
static void add_stranger(bsh_writer *writer)
{
    if (writer->cell.has_failed) {
        return;
    }
    const char *text = writer->cell.data + 1;
    size_t      n_bytes = writer->cell.n - 1;
    if (!writer->options.has_raw_cells && !is_bare(writer) && needs_guard(text, n_bytes)) {
        --text;
        ++n_bytes;
    }
    if (writer->options.is_excel && n_bytes > MOST_CELL_UNITS) {
        size_t const kept = kept_bytes(text, n_bytes);
        writer->n_cut += kept < n_bytes;
        n_bytes = kept;
    }
    add_cell(writer, text, n_bytes);
}

static void begin_stranger(bsh_writer *writer)
{
    writer->cell.n = 0;
    bsh__buffer_add_char(&writer->cell, '\'');
}

enum { LONGEST_NUMBER = 32 };

/* Never quoted: no separator can stand in a number (bsh_write_options_check). */
static void add_real(bsh_writer *writer, double number)
{
    bsh__buffer *const out = &writer->out;
    if (!bsh__buffer_reserve(out, LONGEST_NUMBER)) {
        return;
    }
    char *const  text = out->data + out->n;
    size_t const n = bsh_number_format(text, number, writer->options.digits);
    char *const  point = writer->options.decimal != '.' ? memchr(text, '.', n) : NULL;
    if (point != NULL) {
        *point = writer->options.decimal;
    }
    out->n += n;
}

static void add_integer(bsh__buffer *out, uint64_t number)
{
    if (bsh__buffer_reserve(out, LONGEST_NUMBER)) {
        out->n += bsh__integer_put(out->data + out->n, number, 1);
    }
}

static void add_value(bsh_writer *writer, const bsh_table *table, const bsh__cell *cell)
{
    switch (cell->kind) {
    case BSH_CELL_TEXT: {
        bsh_string const text = bsh__table_bytes(table, cell->as.text);
        begin_stranger(writer);
        bsh__buffer_add(&writer->cell, text.data, text.n_bytes);
        add_stranger(writer);
        break;
    }
    case BSH_CELL_LIST:
        begin_stranger(writer);
        bsh__add_joined(&writer->cell, table, cell->as.items);
        add_stranger(writer);
        break;
    case BSH_CELL_INTEGER:
        add_integer(&writer->out, cell->as.integer);
        break;
    case BSH_CELL_REAL:
        add_real(writer, cell->as.real);
        break;
    case BSH_CELL_EMPTY:
    case BSH_CELL_MAP:
        add_cell(writer, writer->options.na, strlen(writer->options.na));
        break;
    }
}

/* ---- rows */

static void add_separator(bsh_writer *writer, bool *is_first)
{
    if (!*is_first) {
        bsh__buffer_add_char(&writer->out, is_tsv(writer) ? '\t' : writer->options.separator);
    }
    *is_first = false;
}

static void end_line(bsh_writer *writer)
{
    bsh__buffer_add_text(&writer->out, writer->options.is_excel ? "\r\n" : "\n");
}

static void begin(bsh_writer *writer)
{
    if (writer->options.is_excel) {
        bsh__buffer_add_text(&writer->out, "\xEF\xBB\xBF");
    }
    if (is_bare(writer)) {
        return;
    }
    bool is_first = true;
    for (size_t i = 0; i < writer->n_columns; ++i) {
        if (bsh__is_flat(&writer->columns[i])) {
            add_separator(writer, &is_first);
            begin_stranger(writer);
            bsh__buffer_add_text(&writer->cell, writer->columns[i].id);
            add_stranger(writer);
        }
    }
    end_line(writer);
}

static void row(bsh_writer *writer, const bsh_table *table, const bsh__cell *cells)
{
    bool is_first = true;
    for (size_t i = 0; i < writer->n_columns; ++i) {
        if (bsh__is_flat(&writer->columns[i])) {
            add_separator(writer, &is_first);
            add_value(writer, table, &cells[i]);
        }
    }
    end_line(writer);
}

static void end(bsh_writer *writer)
{
    (void) writer;
}

const bsh__format bsh__format_csv = {
    "csv", "comma-separated values, for spreadsheets and R", begin, row, end, NULL, NULL};
const bsh__format bsh__format_tsv = {
    "tsv", "tab-separated values, a line a row", begin, row, end, NULL, NULL};
