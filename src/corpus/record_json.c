#include "corpus/record.h"

#include <broadsheet/text.h>

#include <jansson.h>
#include <stdio.h>
#include <string.h>

#include "base/decimal.h"
#include "corpus/skeleton.h"

bsh_status bsh__json_support(const char *name, bsh_error *err)
{
    (void) name;
    (void) err;
    return BSH_OK;
}

/* ---- reading */

/* The reader calls itself for each level, and so does what frees its tree: 100,000 brackets
 * would take the stack. */
static bool is_too_deep(bsh_string text)
{
    size_t depth = 0;
    bool   is_in_string = false;
    for (size_t i = 0; i < text.n_bytes; ++i) {
        char const c = text.data[i];
        if (is_in_string) {
            i += c == '\\';
            is_in_string = c != '"';
        } else if (c == '"') {
            is_in_string = true;
        } else if (c == '{' || c == '[') {
            if (++depth > BSH__DEEPEST_RECORD) {
                return true;
            }
        } else if ((c == '}' || c == ']') && depth > 0) {
            --depth;
        }
    }
    return false;
}

/* The library's own words differ from version to version. */
static const char *reason_of(const json_error_t *error)
{
    switch (json_error_code(error)) {
    case json_error_premature_end_of_input:
        return "ends too early";
    case json_error_end_of_input_expected:
        return "something behind its end";
    case json_error_null_byte_in_key:
        return "a NUL in the name of a field";
    case json_error_numeric_overflow:
        return "a number too large";
    default:
        return "not JSON";
    }
}

/* Where an object or a list could not be allocated the parser ends without a word: neither code
 * nor line is set. */
static bool is_out_of_memory(const json_error_t *error)
{
    return json_error_code(error) == json_error_out_of_memory || error->line < 0;
}

static bsh_status fail_parse(const json_error_t *error, bsh_error *err)
{
    return is_out_of_memory(error)
               ? bsh__fail_memory(err)
               : bsh__fail(err, BSH_E_FORMAT, 0, "broken record: %s, at column %d",
                           reason_of(error), error->column);
}

static json_t *load(bsh_string text, json_error_t *error)
{
    return json_loadb(text.data, text.n_bytes, JSON_ALLOW_NUL, error);
}

static bsh_record record_of(json_t *root)
{
    bsh_record record = {.root = root};
    for (void *at = json_object_iter(root); at != NULL; at = json_object_iter_next(root, at)) {
        record.initials |= bsh__field_initial(json_object_iter_key(at));
    }
    return record;
}

bsh_status bsh__record_parse(bsh_record *out, bsh_string text, bsh_error *err)
{
    json_error_t error;
    *out = (bsh_record){.root = NULL};
    if (is_too_deep(text)) {
        return bsh__fail(err, BSH_E_FORMAT, 0, "broken record: nested over %d levels deep",
                         BSH__DEEPEST_RECORD);
    }
    json_t *const root = load(text, &error);
    if (root == NULL) {
        return fail_parse(&error, err);
    }
    if (!json_is_object(root)) {
        json_decref(root);
        return bsh__fail(err, BSH_E_FORMAT, 0, "broken record: no object");
    }
    *out = record_of(root);
    return BSH_OK;
}

bsh_status bsh__record_parse_around(bsh_record *out, bsh_string text, bool has_controls,
                                    bsh__buffer *workspace, bsh_error *err)
{
    bsh__buffer texts;
    bsh__buffer_init(&texts, workspace->allocator);
    bsh__buffer_clear(workspace);
    bool       is_clean = false;
    bool const is_made = bsh__skeleton_make(workspace, &texts, text, has_controls, &is_clean);
    bsh_string const skeleton = {workspace->data, workspace->n};
    if (is_made && bsh__record_parse(out, skeleton, NULL) == BSH_OK) {
        out->long_texts = texts;
        out->is_clean = is_clean;
        return BSH_OK;
    }
    bool const has_failed = texts.has_failed || workspace->has_failed;
    bsh__buffer_free(&texts);
    if (has_failed) {
        out->root = NULL;
        return bsh__fail_memory(err);
    }
    return bsh__record_parse(out, text, err);
}

void bsh__record_free(bsh_record *record)
{
    json_decref(record->root);
    record->root = NULL;
    bsh__buffer_free(&record->long_texts);
}

/* ---- looking */

bsh_string bsh__record_text_of(const bsh_record *record, const json_t *string)
{
    bsh_string const text = {json_string_value(string), json_string_length(string)};
    return bsh__skeleton_text(&record->long_texts, text);
}

bool bsh__record_is_clean(const bsh_record *record, bsh_string text)
{
    uintptr_t const begin = (uintptr_t) record->long_texts.data;
    uintptr_t const at = (uintptr_t) text.data;
    return record->is_clean && at >= begin && at - begin < record->long_texts.n;
}

typedef bool (*accepts)(const bsh_record *record, json_t *value);

/* The first member whose name is this one and whose value will do. */
static json_t *member(const bsh_record *record, json_t *object, bsh_string name,
                      accepts will_do)
{
    for (void *at = json_object_iter(object); at != NULL;
         at = json_object_iter_next(object, at)) {
        json_t *const value = json_object_iter_value(at);
        if (bsh__is_same_field(json_object_iter_key(at), name.data, name.n_bytes) &&
            will_do(record, value)) {
            return value;
        }
    }
    return NULL;
}

static bool is_object(const bsh_record *record, json_t *value)
{
    (void) record;
    return json_is_object(value);
}

/* "source.name" is a name at the top (tables flattened so), else `name` in `source`.  Of some
 * thirty names that each record is asked for it has a few. */
static json_t *find(const bsh_record *record, const char *name, accepts will_do)
{
    bool const may_be = (record->initials & bsh__field_initial(name)) != 0;
    json_t    *object = may_be ? record->root : NULL;
    while (object != NULL) {
        bsh_string const  whole = {name, strlen(name)};
        json_t *const     value = member(record, object, whole, will_do);
        const char *const dot = strchr(name, '.');
        if (value != NULL || dot == NULL) {
            return value;
        }
        object = member(record, object, (bsh_string){name, (size_t) (dot - name)}, is_object);
        name = dot + 1;
    }
    return NULL;
}

/* ---- values as text */

static bool is_white(char c)
{
    return c == ' ' || (c >= '\t' && c <= '\r') || c == '\0';
}

static bsh_string trimmed(const bsh_record *record, const json_t *value)
{
    bsh_string text = bsh__record_text_of(record, value);
    while (text.n_bytes > 0 && is_white(text.data[0])) {
        ++text.data;
        --text.n_bytes;
    }
    while (text.n_bytes > 0 && is_white(text.data[text.n_bytes - 1])) {
        --text.n_bytes;
    }
    return text;
}

static bool is_single(const bsh_record *record, json_t *value)
{
    return json_is_boolean(value) || json_is_number(value) ||
           (json_is_string(value) && trimmed(record, value).n_bytes > 0);
}

/* The value, or the `name` of an object; NULL if there is nothing in it. */
static json_t *single_of(const bsh_record *record, json_t *value)
{
    json_t *const single = json_is_object(value)
                               ? member(record, value, (bsh_string){"name", 4}, is_single)
                               : value;
    return single != NULL && is_single(record, single) ? single : NULL;
}

static bool has_text(const bsh_record *record, json_t *value)
{
    bool is_any = single_of(record, value) != NULL;
    for (size_t i = 0; !is_any && i < json_array_size(value); ++i) {
        is_any = single_of(record, json_array_get(value, i)) != NULL;
    }
    return is_any;
}

static void add_single(bsh__buffer *out, const bsh_record *record, const json_t *value)
{
    char          text[32];
    int64_t const integer = json_integer_value(value); // of any other value 0
    if (json_is_string(value)) {
        bsh__add_without_nul(out, trimmed(record, value));
    } else if (json_is_integer(value)) {
        bsh__buffer_add_text(out, integer < 0 ? "-" : "");
        uint64_t const magnitude = integer < 0 ? -(uint64_t) integer : (uint64_t) integer;
        bsh__buffer_add(out, text, bsh__integer_put(text, magnitude, 1));
    } else if (json_is_real(value)) {
        (void) bsh_number_format(text, json_real_value(value), 0);
        bsh__buffer_add_text(out, text);
    } else {
        bsh__buffer_add_text(out, json_is_true(value) ? "true" : "false");
    }
}

bool bsh__record_value(const bsh_record *record, const char *name, bsh__buffer *out)
{
    json_t *const value = find(record, name, has_text);
    if (value == NULL) {
        return false;
    }
    if (!json_is_array(value)) {
        add_single(out, record, single_of(record, value));
        return true;
    }
    bool is_first = true;
    for (size_t i = 0; i < json_array_size(value); ++i) {
        json_t *const single = single_of(record, json_array_get(value, i));
        if (single != NULL) {
            bsh__buffer_add_text(out, is_first ? "" : ", ");
            add_single(out, record, single);
            is_first = false;
        }
    }
    return true;
}

static bool is_string(const bsh_record *record, json_t *value)
{
    (void) record;
    return json_is_string(value);
}

static bool is_full_string(const bsh_record *record, json_t *value)
{
    return json_is_string(value) && trimmed(record, value).n_bytes > 0;
}

bool bsh__record_string(const bsh_record *record, const char *name, bool is_empty_taken,
                        bsh_string *out)
{
    const json_t *const value = find(record, name, is_empty_taken ? is_string : is_full_string);
    if (value == NULL) {
        return false;
    }
    *out = bsh__record_text_of(record, value);
    return true;
}

/* Only whole names: one that is cut might be cut in a character. */
static void end_in_dots(char *out, size_t capacity)
{
    char *end = out + capacity - sizeof ",...";
    while (end > out && *end != ',') {
        --end;
    }
    (void) snprintf(end, sizeof ",...", end == out ? "..." : ",...");
}

void bsh__record_names(const bsh_record *record, char *out, size_t capacity)
{
    size_t at = 0;
    out[0] = '\0';
    for (void *i = json_object_iter(record->root); i != NULL && at < capacity;
         i = json_object_iter_next(record->root, i)) {
        int const n = snprintf(out + at, capacity - at, "%s%s", at == 0 ? "" : ", ",
                               json_object_iter_key(i));
        at += n < 0 ? capacity : (size_t) n;
    }
    if (at >= capacity) {
        end_in_dots(out, capacity);
    }
}

void bsh__record_nearest(const bsh_record *record, const char *name, char *out, size_t capacity)
{
    unsigned best = 3;
    out[0] = '\0';
    for (void *i = json_object_iter(record->root); i != NULL;
         i = json_object_iter_next(record->root, i)) {
        const char *const key = json_object_iter_key(i);
        unsigned const    distance = bsh_edit_distance(name, key);
        if (distance < best && distance * 2 < strlen(name) && strlen(key) < capacity) {
            best = distance;
            memcpy(out, key, strlen(key) + 1);
        }
    }
}
