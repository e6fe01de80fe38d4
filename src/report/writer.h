/* What a writer keeps, for the formats; and how a format joins. */
#ifndef BSH_REPORT_WRITER_H
#define BSH_REPORT_WRITER_H

#include "report/cells.h"

/* A format puts its bytes into writer->out, whose failed allocation sticks; writer.c hands them
 * on in pieces.  `begin` runs before the first row, `end` after the last, also when there is
 * none; `open` and `close` around the rows of each table, in formats that hold several, and are
 * NULL in the others. */
typedef struct bsh__format {
    const char *name;
    const char *label;
    void (*begin)(bsh_writer *writer);
    void (*row)(bsh_writer *writer, const bsh_table *table, const bsh__cell *cells);
    void (*end)(bsh_writer *writer);
    void (*open)(bsh_writer *writer);
    void (*close)(bsh_writer *writer);
} bsh__format;

extern const bsh__format bsh__format_text;
extern const bsh__format bsh__format_csv;
extern const bsh__format bsh__format_tsv;
extern const bsh__format bsh__format_json;
extern const bsh__format bsh__format_jsonl;

struct bsh_writer {
    const bsh_allocator *allocator;
    const bsh__format   *format;
    bsh__arena           strings; /* name, schema, ids, text of a missing value */
    const char          *name;
    const char          *schema;
    bsh_column          *columns;
    size_t               n_columns;
    bsh_write_options    options; /* its meta, schema, settings: until `begin` has run */
    bsh__buffer          out;
    bsh__buffer          cell; /* CSV: one cell; text: all of them until the widths are known */
    bsh__vec             parts;  /* text: bsh__shown, a cell each */
    uint64_t             n_rows; /* of this table */
    uint64_t             n_cut;
    bsh_sink             sink;
    bsh_status           failure; /* of an earlier call */
    bool                 is_ended;
};

/* Whether a column stands in a flat table; the nested ones have their place in JSON. */
static inline bool bsh__is_flat(const bsh_column *column)
{
    return !column->is_json_only;
}

/* A list's texts joined by one blank. */
void bsh__add_joined(bsh__buffer *out, const bsh_table *table, bsh__part items);

#endif
