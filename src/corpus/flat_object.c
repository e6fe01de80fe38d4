/* The parser takes a byte at a time through five functions: of a record whose text was cut out
 * it still costs as much as a look through that text.  So what nearly all records are is read
 * here, and nothing is decided: where it is not as plain as that, the parser reads it all. */
#include "corpus/flat_object.h"

#include <jansson.h>
#include <string.h>

#include "corpus/skeleton.h"

enum { MOST_NAME = 64, MOST_PLACE = 48, MOST_DIGITS = 18 };

typedef struct cursor {
    const char *at, *end;
} cursor;

/* Moves over blanks; true if the byte behind them is this one, which is taken too. */
static bool take(cursor *c, char wanted)
{
    while (c->at < c->end &&
           (*c->at == ' ' || *c->at == '\t' || *c->at == '\r' || *c->at == '\n')) {
        ++c->at;
    }
    bool const is_there = c->at < c->end && *c->at == wanted;
    c->at += is_there;
    return is_there;
}

/* The inside of the string whose quote was taken; false if an escape or a control is in it, or
 * no quote closes it. */
static bool take_plain(cursor *c, bsh_string *inside)
{
    const char *at = c->at;
    while (at < c->end && *at != '"' && *at != '\\' && (unsigned char) *at >= 0x20) {
        ++at;
    }
    *inside = (bsh_string){c->at, (size_t) (at - c->at)};
    bool const is_closed = at < c->end && *at == '"';
    c->at = at + is_closed;
    return is_closed;
}

/* A string, or the place that stands for a long text. */
static json_t *take_string(cursor *c)
{
    char       place[MOST_PLACE] = {BSH__LEAD};
    bsh_string text;
    bool const is_place = (size_t) (c->end - c->at) > BSH__N_ESCAPED_LEAD &&
                          memcmp(c->at, BSH__ESCAPED_LEAD, BSH__N_ESCAPED_LEAD) == 0;
    c->at += is_place ? BSH__N_ESCAPED_LEAD : 0;
    if (!take_plain(c, &text) || (is_place && text.n_bytes >= sizeof place)) {
        return NULL;
    }
    if (is_place) {
        memcpy(place + 1, text.data, text.n_bytes);
        text = (bsh_string){place, text.n_bytes + 1};
    }
    return json_stringn(text.data, text.n_bytes);
}

static bool is_digit(const cursor *c)
{
    return c->at < c->end && *c->at >= '0' && *c->at <= '9';
}

/* A whole number, of so few digits that none is too large. */
static json_t *take_integer(cursor *c)
{
    bool const is_negative = c->at < c->end && *c->at == '-';
    c->at += is_negative;
    const char *const first = c->at;
    json_int_t        number = 0;
    for (; is_digit(c) && c->at - first < MOST_DIGITS; ++c->at) {
        number = number * 10 + (*c->at - '0');
    }
    bool const has_zero = c->at > first + 1 && *first == '0';
    // "1.5", "1e5": the byte behind is none that ends a member
    bool const is_whole = c->at > first && !is_digit(c);
    return is_whole && !has_zero ? json_integer(is_negative ? -number : number) : NULL;
}

static bool take_word(cursor *c, const char *word)
{
    size_t const n = strlen(word);
    bool const   is_there = (size_t) (c->end - c->at) >= n && memcmp(c->at, word, n) == 0;
    c->at += is_there ? n : 0;
    return is_there;
}

static json_t *take_value(cursor *c)
{
    if (take(c, '"')) {
        return take_string(c);
    }
    if (take_word(c, "null")) {
        return json_null();
    }
    if (take_word(c, "true")) {
        return json_true();
    }
    return take_word(c, "false") ? json_false() : take_integer(c);
}

static bool take_member(cursor *c, json_t *object)
{
    char       name[MOST_NAME];
    bsh_string text;
    if (!take(c, '"') || !take_plain(c, &text) || text.n_bytes >= sizeof name ||
        !take(c, ':')) {
        return false;
    }
    memcpy(name, text.data, text.n_bytes);
    name[text.n_bytes] = '\0';
    json_t *const value = take_value(c);
    return value != NULL && json_object_set_new(object, name, value) == 0;
}

static bool take_object(cursor *c, json_t *object)
{
    if (!take(c, '{')) {
        return false;
    }
    do {
        if (!take_member(c, object)) {
            return false;
        }
    } while (take(c, ','));
    return take(c, '}') && !take(c, '\0') && c->at == c->end;
}

json_t *bsh__flat_object_read(bsh_string skeleton)
{
    cursor        c = {skeleton.data, skeleton.data + skeleton.n_bytes};
    json_t *const object = json_object();
    if (object == NULL || take_object(&c, object)) {
        return object;
    }
    json_decref(object);
    return NULL;
}
