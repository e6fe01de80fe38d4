/* What an article that was analysed before says of itself. */
#include "corpus/record.h"

#include <jansson.h>
#include <string.h>

#include "corpus/terms_add.h"

bool bsh_record_is_article(const bsh_record *record)
{
    const char *schema = NULL;
    return (record->initials & bsh__field_initial("schema")) != 0 &&
           bsh_record_text(record, "schema", &schema) &&
           strcmp(schema, "broadsheet.article/1") == 0;
}

bool bsh_record_real(const bsh_record *record, const char *field, double *out)
{
    const json_t *const value = json_object_get(record->root, field);
    if (!json_is_number(value)) {
        return false;
    }
    *out = json_number_value(value);
    return true;
}

static bool text_of(const bsh_record *record, const json_t *value, const char **out)
{
    if (!json_is_string(value)) {
        return false;
    }
    *out = bsh__record_text_of(record, value).data;
    return true;
}

bool bsh_record_text(const bsh_record *record, const char *field, const char **out)
{
    return text_of(record, json_object_get(record->root, field), out);
}

bool bsh_record_member_text(const bsh_record *record, const char *object, const char *key,
                            const char **out)
{
    return text_of(record, json_object_get(json_object_get(record->root, object), key), out);
}

/* "replaced=2" is the item "replaced" with its number. */
static bool is_item(const char *item, const char *text)
{
    size_t const n = strlen(text);
    return strncmp(item, text, n) == 0 && (item[n] == '\0' || item[n] == '=');
}

bool bsh_record_has_item(const bsh_record *record, const char *list, const char *text)
{
    const json_t *const items = json_object_get(record->root, list);
    for (size_t i = 0; i < json_array_size(items); ++i) {
        const char *item = NULL;
        if (text_of(record, json_array_get(items, i), &item) && is_item(item, text)) {
            return true;
        }
    }
    return false;
}

bool bsh_record_each_count(const bsh_record *record, const char *object,
                           bsh_status (*each)(void *payload, bsh_string key, uint64_t count,
                                              bsh_error *err),
                           void *payload, bsh_status *status, bsh_error *err)
{
    json_t *const counts = json_object_get(record->root, object);
    *status = BSH_OK;
    if (!json_is_object(counts)) {
        return false;
    }
    for (void *i = json_object_iter(counts); i != NULL && *status == BSH_OK;
         i = json_object_iter_next(counts, i)) {
        const json_t *const value = json_object_iter_value(i);
        const char *const   key = json_object_iter_key(i);
        if (json_is_integer(value) && json_integer_value(value) >= 0) {
            *status = each(payload, (bsh_string){key, strlen(key)},
                           (uint64_t) json_integer_value(value), err);
        }
    }
    return true;
}

static bsh_status add_term(void *payload, bsh_string key, uint64_t count, bsh_error *err)
{
    return bsh__terms_count(payload, key, count, err);
}

bsh_status bsh_input_add_terms(const bsh_input *input, bsh_terms *terms, bsh_error *err)
{
    const bsh_record *const record = input->record;
    if (!json_is_object(json_object_get(record->root, "terms"))) {
        return bsh__fail_at(err, BSH_E_FORMAT, 0, input->name,
                            "has no terms; analyze --with-terms writes them");
    }
    bsh_status status = BSH_OK;
    BSH_TRY(bsh__terms_begin_article(terms, input->seq, err));
    (void) bsh_record_each_count(record, "terms", add_term, terms, &status, err);
    return status;
}
