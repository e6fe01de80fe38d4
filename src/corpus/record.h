/* One record: an object of JSON, and what its fields say. */
#ifndef BSH_CORPUS_RECORD_H
#define BSH_CORPUS_RECORD_H

#include <broadsheet/corpus.h>

#include "base/memory.h"
#include "base/status.h"

enum { BSH__DEEPEST_RECORD = 64 };

struct bsh_record {
    struct json_t *root;       /* NULL: none */
    bsh__buffer    long_texts; /* what was cut out of it: see skeleton.h */
    bool           is_clean;   /* of long_texts each would be decoded to itself */
    uint32_t       initials;   /* bsh__field_initial of each field at the top */
};

/* A bit for the letter that the name of a field begins with; names that bsh__is_same_field
 * takes for one have one bit. */
static inline uint32_t bsh__field_initial(const char *name)
{
    while (*name == '_' || *name == '-' || *name == ' ') {
        ++name;
    }
    unsigned const letter = ((unsigned char) *name | 0x20U) - 'a';
    return UINT32_C(1) << (letter < 26 ? letter : 31);
}

/* BSH_OK, or E_FORMAT: "NAME: JSON Lines, but this broadsheet was built without jansson". */
bsh_status bsh__json_support(const char *name, bsh_error *err);

/* Reads an object, which bsh__record_free ends.  The last of fields of one name wins.
 *
 * errors  E_FORMAT, in words that do not name the record: "no object: ends too early"; E_NOMEM
 */
bsh_status bsh__record_parse(bsh_record *out, bsh_string text, bsh_error *err);

/* The same, faster: around the long texts, with a buffer as workspace.  `text` was decoded;
 * has_controls is false if no byte of it is below 0x20. */
bsh_status bsh__record_parse_around(bsh_record *out, bsh_string text, bool has_controls,
                                    bsh__buffer *workspace, bsh_error *err);
void       bsh__record_free(bsh_record *record);

/* A string of the record's tree, or the long text it stands for; it has a NUL behind it. */
bsh_string bsh__record_text_of(const bsh_record *record, const struct json_t *string);

/* Whether decoding such a text would change nothing in it. */
bool bsh__record_is_clean(const bsh_record *record, bsh_string text);

/* Whether two names of fields are one: case, `_`, `-` and blanks do not count. */
bool bsh__is_same_field(const char *a, const char *b, size_t n_b);

/* Appends a text, but for the NUL in it. */
void bsh__add_without_nul(bsh__buffer *out, bsh_string text);

/* Appends the value of a field to `out`, without NUL and without white space at its ends: a
 * text, a number, true or false; of a list its values, joined by ", "; of an object its
 * `name`. The name is looked for at the top, then part by part where it has dots.  False, and
 * nothing appended, if there is no such field, or nothing in it. */
bool bsh__record_value(const bsh_record *record, const char *name, bsh__buffer *out);

/* A field that is a text, as it is.  False if there is none; `is_empty_taken`: an empty text
 * will do. */
bool bsh__record_string(const bsh_record *record, const char *name, bool is_empty_taken,
                        bsh_string *out);

/* The names of the fields at the top, "id, title, text", cut to the capacity; and the nearest
 * of them to a name, "" if none is like it. */
void bsh__record_names(const bsh_record *record, char *out, size_t capacity);
void bsh__record_nearest(const bsh_record *record, const char *name, char *out,
                         size_t capacity);

#endif
