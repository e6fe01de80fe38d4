#include "segment/verb_table.h"

#include <broadsheet/quote.h>

#include <stdio.h>

#include "base/edit_distance.h"
#include "base/file.h"
#include "base/memory.h"
#include "base/status.h"
#include "base/text_table.h"
#include "data/word_roles.h"
#include "segment/term_form.h"
#include "unicode/fold.h"
#include "unicode/utf8_scan.h"

enum { MAX_BYTES = 1024 * 1024, MAX_FORM = 64, MAX_CLASS = 31, LONGEST_PLACE = 4200 };

typedef struct row {
    bsh__verb verb;
    uint32_t  line;
} row;

struct bsh_verbs {
    const bsh_allocator *allocator;
    bsh__arena           texts;
    bsh__text_table      numbers; /* of folded forms */
    bsh__vec             rows;    /* row, by number */
    uint64_t             fingerprint;
    bool                 is_builtin; /* every form has the class that it has without a table */
};

/* ---- looking up */

static bsh__verb find_own(const bsh_verbs *verbs, bsh_string term)
{
    bsh__text_key const key = {.text = term.data, .n_bytes = (uint32_t) term.n_bytes};
    uint32_t const      number = bsh__text_table_find(&verbs->numbers, key);
    return number == BSH__NO_TEXT ? bsh__verb_from(0)
                                  : ((const row *) verbs->rows.items)[number].verb;
}

bsh__verb bsh__verb_of(const bsh_verbs *verbs, const bsh__language *language, bsh_string term)
{
    if (verbs != NULL) {
        return find_own(verbs, term);
    }
    return bsh__language_verb(language, term.data, term.n_bytes);
}

uint64_t bsh__verbs_fingerprint(const bsh_verbs *verbs, const bsh__language *language)
{
    bool const is_same = verbs->is_builtin && language->is_english;
    return is_same ? 0 : verbs->fingerprint;
}

/* ---- reading */

/* The file under way. */
typedef struct reader {
    bsh_verbs   *verbs;
    const char  *name; /* for messages */
    uint32_t     line; /* number of the line at work, from 1 */
    bsh__folder *folder;
    bsh__buffer  unified, folded;
    bsh_error   *err;
} reader;

/* "verbs.tsv:7", as a record of a file is told. */
static const char *place_of(const reader *r, char out[LONGEST_PLACE])
{
    (void) snprintf(out, LONGEST_PLACE, "%s:%u", r->name, r->line);
    return out;
}

#define FAIL(r, status, ...)                                                                   \
    bsh__fail_at((r)->err, status, (int) (r)->line, place_of(r, (char[LONGEST_PLACE]){0}),     \
                 __VA_ARGS__)

static bool is_blank(char c)
{
    return c == ' ' || c == '\t' || c == '\r';
}

static bsh_string without_blanks(bsh_string text)
{
    while (text.n_bytes > 0 && is_blank(text.data[0])) {
        ++text.data;
        --text.n_bytes;
    }
    while (text.n_bytes > 0 && is_blank(text.data[text.n_bytes - 1])) {
        --text.n_bytes;
    }
    return text;
}

/* The next column of the line, blanks around it left out; the line moves on. */
static bsh_string take_column(bsh_string *line)
{
    const char *const tab = memchr(line->data, '\t', line->n_bytes);
    size_t const      n = tab == NULL ? line->n_bytes : (size_t) (tab - line->data);
    bsh_string const  column = {line->data, n};
    size_t const      n_taken = tab == NULL ? n : n + 1;
    line->data += n_taken;
    line->n_bytes -= n_taken;
    return without_blanks(column);
}

/* Names of classes a verb may have, by index. */
static const char *class_name(size_t index)
{
    return index + BSH_VERB_NEUTRAL < BSH_VERB_OTHER
               ? bsh_verb_class_name((unsigned) index + BSH_VERB_NEUTRAL)
               : NULL;
}

static bsh_status fail_class(const reader *r, const char *name)
{
    const char *const nearest = bsh__nearest_name(name, class_name);
    if (nearest != NULL) {
        return FAIL(r, BSH_E_FORMAT, "unknown class \"%s\"; did you mean %s?", name, nearest);
    }
    return FAIL(r, BSH_E_FORMAT,
                "unknown class \"%s\"; use neutral, doubt, concession, force, "
                "endorsement, manner, forecast or judgement",
                name);
}

static bsh_status read_class(const reader *r, bsh_string text, uint8_t *verb_class)
{
    char   name[MAX_CLASS + 1];
    size_t n = text.n_bytes;
    if (n > MAX_CLASS) {
        n = MAX_CLASS;
        while ((text.data[n] & 0xC0) == 0x80) { // between characters
            --n;
        }
    }
    memcpy(name, text.data, n);
    name[n] = '\0';
    for (size_t i = 0; class_name(i) != NULL; ++i) {
        if (strcmp(name, class_name(i)) == 0) {
            *verb_class = (uint8_t) (i + BSH_VERB_NEUTRAL);
            return BSH_OK;
        }
    }
    return fail_class(r, name);
}

/* Leaves the form as words are looked up in `folded`. */
static bsh_status read_form(reader *r, bsh_string form)
{
    if (form.n_bytes > MAX_FORM) {
        return FAIL(r, BSH_E_FORMAT,
                    "a form of %zu bytes; one word of at most %d is "
                    "looked up",
                    form.n_bytes, MAX_FORM);
    }
    if (memchr(form.data, ' ', form.n_bytes) != NULL) {
        return FAIL(r, BSH_E_FORMAT, "\"%.*s\" is more than one word; give the first alone",
                    (int) form.n_bytes, form.data);
    }
    bsh_string const unified = bsh__unify_marks(&r->unified, form);
    BSH_TRY(bsh__fold(r->folder, &r->folded, unified.data, unified.n_bytes, r->err));
    if (r->unified.has_failed) {
        return bsh__fail_memory(r->err);
    }
    return r->folded.n > 0 ? BSH_OK : FAIL(r, BSH_E_FORMAT, "a form without a letter");
}

static bool is_text(bsh_string text, const char *other)
{
    return text.n_bytes == strlen(other) && memcmp(text.data, other, text.n_bytes) == 0;
}

/* FNV-1a (Fowler, Noll & Vo 1991) of a form and what it is. */
static uint64_t hash_of(bsh_string form, bsh__verb verb)
{
    uint64_t const prime = UINT64_C(0x100000001B3);
    uint64_t       hash = UINT64_C(0xCBF29CE484222325);
    for (size_t i = 0; i < form.n_bytes; ++i) {
        hash = (hash ^ (unsigned char) form.data[i]) * prime;
    }
    hash = (hash ^ verb.verb_class) * prime;
    hash = (hash ^ verb.is_said) * prime;
    return (hash ^ verb.is_loaded) * prime;
}

/* Adds the form in `folded`.  The order of lines does not matter to the fingerprint. */
static bsh_status add_row(reader *r, bsh__verb verb)
{
    bsh_verbs *const verbs = r->verbs;
    bsh__text_key    key = {.text = r->folded.data, .n_bytes = (uint32_t) r->folded.n};
    uint32_t const   number = bsh__text_table_find(&verbs->numbers, key);
    if (number != BSH__NO_TEXT) {
        return FAIL(r, BSH_E_FORMAT, "\"%.*s\" stands in line %u already; keep one",
                    (int) key.n_bytes, key.text,
                    ((const row *) verbs->rows.items)[number].line);
    }
    key.text = bsh__arena_copy(&verbs->texts, r->folded.data, r->folded.n);
    row *const added = bsh__vec_push(&verbs->rows);
    if (key.text == NULL || added == NULL || !bsh__text_table_reserve(&verbs->numbers)) {
        return bsh__fail_memory(r->err);
    }
    *added = (row){verb, r->line};
    (void) bsh__text_table_add(&verbs->numbers, key);
    bsh_string const form = {key.text, key.n_bytes};
    bsh__verb const  listed = bsh__verb_listed(form.data, form.n_bytes);
    verbs->fingerprint += hash_of(form, verb);
    verbs->is_builtin = verbs->is_builtin && listed.verb_class == verb.verb_class &&
                        listed.is_said == verb.is_said && listed.is_loaded == verb.is_loaded;
    return BSH_OK;
}

static bool is_loaded_class(uint8_t verb_class)
{
    return verb_class == BSH_VERB_DOUBT || verb_class == BSH_VERB_CONCESSION ||
           verb_class == BSH_VERB_FORCE || verb_class == BSH_VERB_ENDORSEMENT ||
           verb_class == BSH_VERB_JUDGEMENT;
}

static bsh_status read_line(reader *r, bsh_string line)
{
    bsh_string const text = without_blanks(line);
    if (text.n_bytes == 0 || text.data[0] == '#') {
        return BSH_OK;
    }
    bsh_string const form = take_column(&line);
    bsh_string const lemma = take_column(&line);
    bsh_string const name = take_column(&line);
    bsh__verb        verb = {.is_said = is_text(lemma, "say") || is_text(lemma, "tell")};
    if (form.n_bytes == 0 || lemma.n_bytes == 0 || name.n_bytes == 0 ||
        without_blanks(line).n_bytes > 0) {
        return FAIL(r, BSH_E_FORMAT, "not three columns; write form, TAB, lemma, TAB, class");
    }
    BSH_TRY(read_class(r, name, &verb.verb_class));
    verb.is_loaded = is_loaded_class(verb.verb_class) && !is_text(lemma, "call");
    BSH_TRY(read_form(r, form));
    return add_row(r, verb);
}

static uint32_t line_of(const char *bytes, size_t at)
{
    uint32_t line = 1;
    for (size_t i = 0; i < at; ++i) {
        line += bytes[i] == '\n';
    }
    return line;
}

/* Bytes that are no text: nothing of such a file is believed. */
static bsh_status check_text(reader *r, const char *bytes, size_t n)
{
    uint64_t n_multibyte = 0;
    bsh__odd odd;
    if (!bsh__utf8_find_odd(bytes, n, 0, &n_multibyte, &odd)) {
        return BSH_OK;
    }
    r->line = line_of(bytes, odd.at);
    return odd.c == BSH__BAD_SEQUENCE
               ? FAIL(r, BSH_E_ENCODING, "not UTF-8; save the file as UTF-8")
               : FAIL(r, BSH_E_FORMAT, "a control character (U+%04X); a table is plain text",
                      (unsigned) odd.c);
}

static bsh_status fail_size(const char *name, bsh_error *err)
{
    return bsh__fail_at(err, BSH_E_LIMIT, 0, name,
                        "over %d bytes; a table of verbs is smaller than that", MAX_BYTES);
}

static bsh_status read_lines(reader *r, const char *bytes, size_t n)
{
    static const char byte_order_mark[] = "\xEF\xBB\xBF";
    size_t const      n_mark = sizeof byte_order_mark - 1;
    size_t at = n >= n_mark && memcmp(bytes, byte_order_mark, n_mark) == 0 ? n_mark : 0;
    if (n > MAX_BYTES) {
        return fail_size(r->name, r->err);
    }
    BSH_TRY(check_text(r, bytes + at, n - at));
    while (at < n) {
        const char *const end = memchr(bytes + at, '\n', n - at);
        size_t const      behind = end == NULL ? n : (size_t) (end - bytes);
        ++r->line;
        BSH_TRY(read_line(r, (bsh_string){bytes + at, behind - at}));
        at = behind + (end != NULL);
    }
    r->verbs->is_builtin = r->verbs->is_builtin && r->verbs->rows.n == bsh__n_english_verbs();
    return r->verbs->rows.n > 0
               ? BSH_OK
               : bsh__fail_at(r->err, BSH_E_EMPTY, 0, r->name,
                              "no verb in it; a line is form, TAB, lemma, TAB, class");
}

static bsh_status read_table(bsh_verbs *verbs, const char *name, bsh_string bytes,
                             bsh_error *err)
{
    reader r = {.verbs = verbs, .name = name, .err = err};
    bsh__buffer_init(&r.unified, verbs->allocator);
    bsh__buffer_init(&r.folded, verbs->allocator);
    bsh_status status = bsh__folder_create(&r.folder, verbs->allocator, err);
    if (status == BSH_OK) {
        status = read_lines(&r, bytes.data, bytes.n_bytes);
    }
    bsh__folder_destroy(r.folder);
    bsh__buffer_free(&r.folded);
    bsh__buffer_free(&r.unified);
    return status;
}

static bsh_status create(bsh_verbs **out, const char *name, bsh_string bytes,
                         const bsh_allocator *allocator, bsh_error *err)
{
    *out = NULL;
    bsh_verbs *const verbs = bsh__allocate_zeroed(allocator, 1, sizeof *verbs);
    if (verbs == NULL) {
        return bsh__fail_memory(err);
    }
    verbs->allocator = allocator;
    verbs->is_builtin = true;
    bsh__arena_init(&verbs->texts, allocator);
    bsh__text_table_init(&verbs->numbers, allocator);
    bsh__vec_init(&verbs->rows, allocator, sizeof(row));
    bsh_status const status = read_table(verbs, name, bytes, err);
    if (status != BSH_OK) {
        bsh_verbs_destroy(verbs);
        return status;
    }
    *out = verbs;
    return BSH_OK;
}

bsh_status bsh_verbs_create(bsh_verbs **out, const char *bytes, size_t n_bytes,
                            const bsh_allocator *allocator, bsh_error *err)
{
    return create(out, "verbs", (bsh_string){bytes, n_bytes}, bsh__allocator(allocator), err);
}

bsh_status bsh_verbs_read(bsh_verbs **out, const char *path, const bsh_allocator *allocator,
                          bsh_error *err)
{
    *out = NULL;
    bsh__buffer bytes;
    bsh__buffer_init(&bytes, bsh__allocator(allocator));
    bsh_status status = bsh__file_read(&bytes, path, MAX_BYTES, err);
    if (status == BSH_OK) {
        status = create(out, path, (bsh_string){bytes.data, bytes.n}, bytes.allocator, err);
    }
    bsh__buffer_free(&bytes);
    return status == BSH_E_LIMIT ? fail_size(path, err) : status;
}

void bsh_verbs_destroy(bsh_verbs *verbs)
{
    if (verbs == NULL) {
        return;
    }
    bsh__vec_free(&verbs->rows);
    bsh__text_table_free(&verbs->numbers);
    bsh__arena_free(&verbs->texts);
    bsh__release(verbs->allocator, verbs);
}
