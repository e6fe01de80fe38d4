/* broadsheet/table.h -- a table of typed cells, and writers that print it in any format. */
#ifndef BROADSHEET_TABLE_H
#define BROADSHEET_TABLE_H

#include <broadsheet/base.h>

#ifdef __cplusplus
extern "C" {
#endif

typedef enum bsh_cell_kind {
    BSH_CELL_EMPTY, /* not available: empty in CSV, null in JSON */
    BSH_CELL_TEXT,
    BSH_CELL_INTEGER,
    BSH_CELL_REAL, /* finite */
    BSH_CELL_LIST, /* texts: joined by one blank in CSV, an array in JSON */
    BSH_CELL_MAP   /* text to integer or text: an object in JSON; empty elsewhere */
} bsh_cell_kind;

/* A column, declared once. */
typedef struct bsh_column {
    const char *id;           /* CSV header, JSON key */
    bool        is_json_only; /* nested: no place in a flat table */
    bool        is_left;      /* text format: aligned left */
    int         decimals;     /* text format: decimals of a real; -1 = shortest */
    bool        is_flat_only; /* the flat counterpart of a nested column: not in JSON */
} bsh_column;

typedef struct bsh_table bsh_table;

/* A kind of table, declared once. */
typedef struct bsh_table_kind {
    const char       *name;   /* array name in JSON: "articles" */
    const char       *schema; /* of one row in JSON Lines: "broadsheet.article/1"; or NULL */
    const bsh_column *columns;
    size_t            n_columns; /* at least 1 */
} bsh_table_kind;

/* An empty table of a kind, which is copied with its texts and columns. */
BSH_API bsh_status bsh_table_create(bsh_table **out, const bsh_table_kind *kind,
                                    const bsh_allocator *allocator, bsh_error *err);

/* An empty table of the kind of another, whose name and columns it borrows: `model` outlives it.
 * Cheap where each article has a table of its own. */
BSH_API bsh_status bsh_table_create_like(bsh_table **out, const bsh_table *model,
                                         bsh_error *err);
BSH_API void       bsh_table_destroy(bsh_table *table);

/* Begins a row.  Then one call a column, in order; every call copies its text.  A failed
 * allocation is kept and returned by bsh_table_row_end, so that the calls between need no
 * check. */
BSH_API void bsh_table_row_begin(bsh_table *table);
BSH_API void bsh_table_empty(bsh_table *table);
BSH_API void bsh_table_text(bsh_table *table, bsh_string text);
BSH_API void bsh_table_words(bsh_table *table, const char *text); /* NULL = empty */

/* Text on one line: each line end (CR LF is one) becomes a blank; with is_folded each run of
 * white space does, and none is left at the ends. */
BSH_API void       bsh_table_line(bsh_table *table, bsh_string text, bool is_folded);
BSH_API void       bsh_table_integer(bsh_table *table, uint64_t number);
BSH_API void       bsh_table_real(bsh_table *table, double number); /* not finite: empty */
BSH_API void       bsh_table_list(bsh_table *table); /* then bsh_table_item for each entry */
BSH_API void       bsh_table_map(bsh_table *table);  /* then bsh_table_entry... for each */
BSH_API void       bsh_table_item(bsh_table *table, bsh_string text);
BSH_API void       bsh_table_entry_integer(bsh_table *table, bsh_string key, uint64_t number);
BSH_API void       bsh_table_entry_text(bsh_table *table, bsh_string key, bsh_string text);
BSH_API bsh_status bsh_table_row_end(bsh_table *table, bsh_error *err);

BSH_API size_t            bsh_table_n_rows(const bsh_table *table);
BSH_API size_t            bsh_table_n_columns(const bsh_table *table);
BSH_API const bsh_column *bsh_table_column(const bsh_table *table, size_t index);

/* Where output goes: `write` takes a piece of it and returns BSH_OK or BSH_E_WRITE (having
 * filled err). */
typedef struct bsh_sink {
    bsh_status (*write)(void *payload, const char *data, size_t n_bytes, bsh_error *err);
    void *payload;
} bsh_sink;

/* A pair for the `meta` object of the JSON format. */
typedef struct bsh_meta {
    const char *key;
    const char *value; /* NULL: null */
} bsh_meta;

/* A pair for the `settings` object of the JSON format: numbers stay numbers. */
typedef struct bsh_setting {
    const char   *key;
    bsh_cell_kind kind; /* BSH_CELL_TEXT, _INTEGER or _REAL; any other: null */
    const char   *text; /* the value, by its kind; a real that is not finite: null */
    uint64_t      integer;
    double        real;
} bsh_setting;

/* How numbers and cells look. */
typedef struct bsh_write_options {
    size_t      size;          /* sizeof; set by bsh_write_options_init */
    bool        is_excel;      /* byte order mark and CRLF */
    bool        has_raw_cells; /* no formula guard */
    char        separator;     /* of CSV; default ',' */
    char        decimal;       /* decimal mark of CSV; default '.' */
    const char *na;            /* text of a missing value in CSV; default "" */
    int         digits;        /* of reals: significant in data (0 = shortest exact), behind the
                                  point in text (0 = as the column says) */
    unsigned        width;     /* columns of the text format; default 79 */
    bool            is_ascii;  /* text format without other characters than ASCII */
    const bsh_meta *meta;      /* of the JSON format; NULL: none */
    size_t          n_meta;
    const char     *schema; /* of the JSON document; NULL: "broadsheet.NAME/1", of the table */
    const bsh_setting *settings; /* of the JSON format; NULL: no such object */
    size_t             n_settings;
} bsh_write_options;
BSH_API void bsh_write_options_init(bsh_write_options *options);

/* Whether a writer of this format could be made; E_USAGE says what is wrong with the options.
 */
BSH_API bsh_status bsh_write_options_check(const bsh_write_options *options, const char *format,
                                           bsh_error *err);

/* Formats there are: "text", "csv", "tsv", "json", "jsonl"; what each is for.  NULL at the end.
 */
BSH_API const char *bsh_format_name(size_t index);
BSH_API const char *bsh_format_label(size_t index);

/* A writer in one format, fed rows as they come: of one table; in JSON and JSON Lines, of
 * several one after the other. */
typedef struct bsh_writer bsh_writer;

/* like     a table with the columns, name and schema; kept only for the call
 * options  NULL = defaults; copied, texts and all
 * sink     copied
 * errors   E_USAGE: unknown format, decimal mark equal to the separator or neither '.' nor ',',
 *          a separator that numbers or quoting need */
BSH_API bsh_status bsh_writer_create(bsh_writer **out, const char *format,
                                     const bsh_table *like, const bsh_write_options *options,
                                     const bsh_sink *sink, bsh_error *err);

/* errors   what `write` returned; E_NOMEM; E_INTERNAL for a table of other columns.  A writer
 * that has failed stays failed, since its output has a gap. */
BSH_API bsh_status bsh_writer_rows(bsh_writer *writer, const bsh_table *table, bsh_error *err);
BSH_API bsh_status bsh_writer_end(bsh_writer *writer,
                                  bsh_error  *err); /* closes arrays, flushes */

/* Ends a table and begins the next one, of other columns: in JSON an array behind the other in
 * the same object, in JSON Lines rows with the schema of the next table.
 *
 * like     as of bsh_writer_create; its name has to differ from the tables before
 * errors   E_USAGE: text, CSV and TSV hold one table (the writer goes on with the one it has);
 *          what bsh_writer_rows returns */
BSH_API bsh_status bsh_writer_next(bsh_writer *writer, const bsh_table *like, bsh_error *err);

/* Cells that were cut because a spreadsheet (is_excel) holds 32,767 characters in one. */
BSH_API uint64_t bsh_writer_n_cut(const bsh_writer *writer);
BSH_API void     bsh_writer_destroy(bsh_writer *writer);

#ifdef __cplusplus
}
#endif
#endif
