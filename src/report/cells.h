/* The table's inside, for the writers. */
#ifndef BSH_REPORT_CELLS_H
#define BSH_REPORT_CELLS_H

#include <broadsheet/table.h>

#include "base/memory.h"

/* A part of a vec or of the pool, by number: both move when they grow. */
typedef struct bsh__part {
    size_t first, n;
} bsh__part;

typedef struct bsh__cell {
    bsh_cell_kind kind;
    union {
        uint64_t  integer;
        double    real;
        bsh__part text;  /* bytes of the pool */
        bsh__part items; /* of the list or map */
    } as;
} bsh__cell;

typedef struct bsh__item {
    bsh__part key;   /* of a map's entry: bytes of the pool */
    bsh__cell value; /* text or integer */
} bsh__item;

struct bsh_table {
    const bsh_allocator *allocator;
    bsh__arena           strings; /* name, schema, ids */
    const char          *name;
    const char          *schema; /* NULL: none */
    bsh_column          *columns;
    size_t               n_columns;
    bool                 is_like; /* name, schema and columns are another table's */
    size_t               n_rows;
    bsh__vec             cells; /* bsh__cell: n_rows * n_columns, then those of the row begun */
    bsh__vec             items; /* bsh__item */
    bsh__buffer          pool;  /* the bytes of all texts */
    bsh__part            kept;  /* items and bytes of the pool of whole rows */
    bool                 is_in_row, has_failed, is_misused;
};

const bsh__cell *bsh__table_row(const bsh_table *table, size_t row);
bsh_string       bsh__table_bytes(const bsh_table *table, bsh__part part);
const bsh__item *bsh__table_items(const bsh_table *table, bsh__part part);

#endif
