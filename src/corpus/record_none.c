/* Records without jansson: there are none, bsh__json_support refuses every file of them. */
#include "corpus/record.h"

#include <string.h>

bsh_status bsh__json_support(const char *name, bsh_error *err)
{
    return bsh__fail_at(err, BSH_E_FORMAT, 0, name,
                        "JSON Lines, but this broadsheet was built without jansson");
}

bsh_status bsh__record_parse(bsh_record *out, bsh_string text, bsh_error *err)
{
    (void) text;
    out->root = NULL;
    return bsh__json_support("record", err);
}

bsh_status bsh__record_parse_around(bsh_record *out, bsh_string text, bool has_controls,
                                    bsh__buffer *workspace, bsh_error *err)
{
    (void) has_controls;
    (void) workspace;
    return bsh__record_parse(out, text, err);
}

bool bsh__record_is_clean(const bsh_record *record, bsh_string text)
{
    (void) record;
    (void) text;
    return false;
}

void bsh__record_free(bsh_record *record)
{
    (void) record;
}

bool bsh__record_value(const bsh_record *record, const char *name, bsh__buffer *out)
{
    (void) record;
    (void) name;
    (void) out;
    return false;
}

bool bsh__record_string(const bsh_record *record, const char *name, bool is_empty_taken,
                        bsh_string *out)
{
    (void) record;
    (void) name;
    (void) is_empty_taken;
    (void) out;
    return false;
}

void bsh__record_names(const bsh_record *record, char *out, size_t capacity)
{
    (void) record;
    memset(out, 0, capacity);
}

void bsh__record_nearest(const bsh_record *record, const char *name, char *out, size_t capacity)
{
    (void) record;
    (void) name;
    memset(out, 0, capacity);
}

bool bsh_record_is_article(const bsh_record *record)
{
    (void) record;
    return false;
}

bool bsh_record_real(const bsh_record *record, const char *field, double *out)
{
    (void) record;
    (void) field;
    (void) out;
    return false;
}

bool bsh_record_text(const bsh_record *record, const char *field, const char **out)
{
    (void) record;
    (void) field;
    (void) out;
    return false;
}

bool bsh_record_member_text(const bsh_record *record, const char *object, const char *key,
                            const char **out)
{
    (void) record;
    (void) object;
    (void) key;
    (void) out;
    return false;
}

bool bsh_record_has_item(const bsh_record *record, const char *list, const char *text)
{
    (void) record;
    (void) list;
    (void) text;
    return false;
}

bool bsh_record_each_count(const bsh_record *record, const char *object,
                           bsh_status (*each)(void *payload, bsh_string key, uint64_t count,
                                              bsh_error *err),
                           void *payload, bsh_status *status, bsh_error *err)
{
    (void) record;
    (void) object;
    (void) each;
    (void) payload;
    (void) err;
    *status = BSH_OK;
    return false;
}

bsh_status bsh_input_add_terms(const bsh_input *input, bsh_terms *terms, bsh_error *err)
{
    (void) terms;
    return bsh__json_support(input->name, err);
}
