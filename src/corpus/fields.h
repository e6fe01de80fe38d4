/* The fields of a record, under the names that news records give them. */
#ifndef BSH_CORPUS_FIELDS_H
#define BSH_CORPUS_FIELDS_H

#include "corpus/record.h"
#include "corpus/source.h"

/* Texts of an input that is a record. */
enum {
    BSH__TEXT_ID,
    BSH__TEXT_NAME,
    BSH__TEXT_CORPUS,
    BSH__TEXT_TITLE,
    BSH__TEXT_DATE,
    BSH__TEXT_URL,
    BSH__TEXT_AUTHOR,
    BSH__TEXT_CARRIED,
    BSH__TEXT_COUNT = BSH__TEXT_CARRIED + BSH_MOST_CARRIED
};

/* A record as it is read, and all that `emit` may look at later. */
typedef struct bsh__reading {
    const bsh_allocator *allocator;
    bsh_input            input;
    bsh_record           record;
    bsh__buffer          texts;               /* each with its NUL */
    size_t               at[BSH__TEXT_COUNT]; /* in texts; SIZE_MAX: there is none */
    const char          *carried[BSH_MOST_CARRIED];
} bsh__reading;

/* A reading of record `number` of a place, with the name and the id it has whatever is in it;
 * NULL if there is no memory. */
bsh__reading *bsh__reading_create(const bsh_allocator *allocator, const bsh__place *place,
                                  const bsh__item *item, uint64_t seq);
void          bsh__reading_destroy(bsh__reading *reading);

/* Fills the texts from the record.
 *
 * errors  E_FORMAT: the record lacks the field of `by`; E_NOMEM */
bsh_status bsh__reading_fill(bsh__reading *reading, const bsh_fields *fields,
                             const bsh__place *place, bsh_error *err);

/* Sets the strings of reading->input; to be called after the last text was added. */
void bsh__reading_finish(bsh__reading *reading, const bsh_fields *fields);

/* The article's text.
 *
 * errors  E_FORMAT: the record has none */
bsh_status bsh__fields_text(bsh_string *out, const bsh_record *record, const bsh_fields *fields,
                            bsh_error *err);

/* Appends the value of a field a user named, to which the usual names of title, outlet, date,
 * author ... lead too.  False if the record has none. */
bool bsh__fields_value(const bsh_record *record, const bsh_fields *fields, const char *name,
                       bsh__buffer *out);

/* "outlet" and "corpus": what every input has. */
bool bsh__is_outlet_field(const char *name);

#endif
