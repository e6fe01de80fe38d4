/* Reads records from their files: one a worker. */
#ifndef BSH_CORPUS_RECORD_READER_H
#define BSH_CORPUS_RECORD_READER_H

#include "corpus/fields.h"
#include "document/text_field.h"
#include "unicode/decode.h"

typedef struct bsh__record_reader {
    const bsh_allocator *allocator;
    const bsh_source    *source;
    const char          *encoding;
    size_t               max_bytes;
    bsh__buffer          bytes;    /* of the open file, one record or several */
    uint64_t             first;    /* where in it they begin */
    bsh__buffer          skeleton; /* workspace */
    bsh__decoder         decoder;
    const bsh__place    *place; /* whose file is open; NULL: none */
    int                  file;
} bsh__record_reader;

/* `options` outlive the reader. */
void bsh__record_reader_init(bsh__record_reader *reader, const bsh_source *source,
                             const bsh_options *options);
void bsh__record_reader_free(bsh__record_reader *reader);

/* Reads input `seq`, which is a record.
 *
 * out      yours, bsh__reading_destroy; also for a record that cannot be used, whose name it
 *          has; NULL if there is no memory
 * field    its text, borrowed from *out and the reader; empty for an article that was analysed
 *          before
 * errors   E_READ, E_LIMIT, E_FORMAT: "articles.jsonl:14: broken record: ..."; E_NOMEM */
bsh_status bsh__record_read(bsh__record_reader *reader, uint64_t seq, bsh__reading **out,
                            bsh__text_field *field, bsh_error *err);

/* "articles.jsonl:14: " in front of what is wrong with a record. */
void bsh__put_place(bsh_error *problem, const bsh__place *place, uint64_t line);

/* Whether the fields a user named are there: each in one of the first 100 records of a file.
 *
 * errors  E_USAGE with the fields that the first record has; E_NOMEM */
bsh_status bsh__record_check_fields(bsh__record_reader *reader, bsh_error *err);

#endif
