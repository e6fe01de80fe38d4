/* The list of inputs, for the pool that reads them. */
#ifndef BSH_CORPUS_SOURCE_H
#define BSH_CORPUS_SOURCE_H

#include <broadsheet/corpus.h>

#include "base/memory.h"
#include "base/status.h"

#include <sys/types.h>

/* A file that was added, or what stands for one: standard input, a name that cannot be used. */
typedef struct bsh__place {
    bsh_input   input;   /* of records: what they have from their file */
    bool        is_kept; /* `bytes` were read when it was added: standard input, a pipe */
    bsh__buffer bytes;
    const char *problem; /* the message; NULL if the input can be tried */
    bsh_status  status;
    int         detail;
    bool        has_folder;       /* input.corpus is a folder below the root */
    dev_t       device;
    ino_t       inode;
} bsh__place;

/* An input: a place as a whole, or a record in it. */
typedef struct bsh__item {
    uint64_t offset;
    uint64_t line;    /* from 1; 0: the place is one article */
    uint32_t n_bytes; /* UINT32_MAX: so many or more */
    uint32_t number;  /* of the record, from 1 */
    uint32_t place;
} bsh__item;

#define BSH__MOST_ITEMS (UINT32_MAX - 1)

/* Input number `index`; all places, by number, which are borrowed until the next add. */
bsh__item         bsh__source_item(const bsh_source *source, size_t index);
const bsh__place *bsh__source_places(const bsh_source *source);

/* What was set by bsh_source_set_fields; all NULL if nothing was. */
const bsh_fields *bsh__source_fields(const bsh_source *source);

/* BSH_OK, or what is wrong with an input that could not even be added (a name of a list). */
bsh_status bsh__source_problem(const bsh_source *source, size_t index, bsh_error *err);

#endif
