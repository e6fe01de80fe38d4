/* What a file that is being added holds: one article, or records. */
#ifndef BSH_CORPUS_CONTENTS_H
#define BSH_CORPUS_CONTENTS_H

#include "corpus/source.h"

typedef struct bsh__contents {
    bsh__place  *place;
    uint32_t     number; /* of the place */
    bsh__vec    *items;  /* of bsh__item: its records, or the place as a whole, are appended */
    bsh__buffer *workspace; /* for bytes that need not be kept */
    size_t       max_bytes; /* of one article */
} bsh__contents;

/* Reads the place once, in pieces; what is no file (standard input, a pipe) comes only once and
 * is kept in the place.  A file that is no JSON Lines is left after its first line.
 *
 * errors  E_READ, E_EMPTY (a file of records without one), E_FORMAT (built without jansson;
 *         UTF-16), E_LIMIT (over 1 GiB that is no file), E_NOMEM; items may have been added */
bsh_status bsh__contents_find(const bsh__contents *contents, bool is_regular, bsh_error *err);

/* Frees what the place keeps. */
void bsh__contents_free(bsh__place *place);

#endif
