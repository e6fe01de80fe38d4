#include "corpus/record_reader.h"

#include <errno.h>
#include <fcntl.h>
#include <inttypes.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "base/file.h"
#include "unicode/magic.h"
#include "unicode/utf8_scan.h"

void bsh__record_reader_init(bsh__record_reader *reader, const bsh_source *source,
                             const bsh_options *options)
{
    *reader = (bsh__record_reader){
        .allocator = bsh__allocator(options->allocator),
        .source = source,
        .encoding = options->encoding,
        .max_bytes = options->max_bytes,
        .file = -1,
    };
    bsh__buffer_init(&reader->bytes, reader->allocator);
    bsh__buffer_init(&reader->skeleton, reader->allocator);
    bsh__decoder_init(&reader->decoder, reader->allocator);
}

static void close_file(bsh__record_reader *reader)
{
    if (reader->file >= 0) {
        (void) close(reader->file);
    }
    reader->file = -1;
    reader->place = NULL;
    reader->bytes.n = 0;
}

void bsh__record_reader_free(bsh__record_reader *reader)
{
    close_file(reader);
    bsh__decoder_free(&reader->decoder);
    bsh__buffer_free(&reader->skeleton);
    bsh__buffer_free(&reader->bytes);
}

void bsh__put_place(bsh_error *problem, const bsh__place *place, uint64_t line)
{
    enum { MOST_NAME = 130 }; // more than an error shows of a name
    bsh_error const   before = *problem;
    const char *const name = place->input.name;
    size_t const      n = strlen(name);
    bool const        is_stdin = strcmp(name, "-") == 0;
    char              label[MOST_NAME + 32];
    (void) snprintf(label, sizeof label, "%s:%" PRIu64,
                    is_stdin        ? "standard input"
                    : n > MOST_NAME ? name + n - MOST_NAME
                                    : name,
                    line);
    (void) bsh__fail_at(problem, before.status, before.detail, label, "%s", before.message);
}

/* ---- bytes */

static bsh_status open_file(bsh__record_reader *reader, const bsh__place *place, bsh_error *err)
{
    if (reader->place == place) {
        return BSH_OK;
    }
    close_file(reader);
    reader->file = open(place->input.name, O_RDONLY | O_CLOEXEC | O_NOCTTY);
    if (reader->file < 0) {
        return bsh__fail(err, BSH_E_READ, errno, "%s", bsh__errno_text(errno));
    }
    reader->place = place;
    return BSH_OK;
}

/* Most records are short, and to call the system for each costs more than to look through it:
 * what lies behind is read too.  A worker that has the file nearly to itself goes on where it
 * was and uses all of a large piece; one of many uses a record of a piece and then leaps. */
enum { READ_BYTES = 16 * 1024, READ_ON_BYTES = 64 * 1024 };

static size_t bytes_to_read(const bsh__record_reader *reader, const bsh__item *item)
{
    uint64_t const end = reader->first + reader->bytes.n;
    bool const     goes_on = reader->bytes.n != 0 && item->offset >= reader->first &&
                         item->offset < end + READ_BYTES;
    size_t const n_bytes = goes_on ? READ_ON_BYTES : READ_BYTES;
    return item->n_bytes < n_bytes ? n_bytes : item->n_bytes;
}

static bool is_read(const bsh__record_reader *reader, const bsh__item *item)
{
    uint64_t const end = reader->first + reader->bytes.n;
    return item->offset >= reader->first && item->offset + item->n_bytes <= end;
}

static bsh_status read_bytes(bsh__record_reader *reader, const bsh__item *item, bsh_error *err)
{
    bsh__buffer *const bytes = &reader->bytes;
    size_t const       n_wanted = bytes_to_read(reader, item);
    bsh__buffer_clear(bytes);
    if (!bsh__buffer_reserve(bytes, n_wanted)) {
        return bsh__fail_memory(err);
    }
    reader->first = item->offset;
    while (bytes->n < item->n_bytes) {
        ssize_t const got = pread(reader->file, bytes->data + bytes->n, n_wanted - bytes->n,
                                  (off_t) (item->offset + bytes->n));
        if (got < 0 && errno == EINTR) {
            continue;
        }
        if (got < 0) {
            return bsh__fail(err, BSH_E_READ, errno, "%s", bsh__errno_text(errno));
        }
        if (got == 0) {
            return bsh__fail(err, BSH_E_READ, 0, "the file became shorter while it was read");
        }
        bytes->n += (size_t) got;
    }
    return BSH_OK;
}

/* The bytes of a record: those of its place if it keeps them, else read from the file. */
static bsh_status find_bytes(bsh__record_reader *reader, const bsh__place *place,
                             const bsh__item *item, bsh_string *out, bsh_error *err)
{
    if (item->n_bytes > reader->max_bytes) {
        return bsh__fail(err, BSH_E_LIMIT, 0, "over --max-doc %zu bytes per article, skipped",
                         reader->max_bytes);
    }
    if (place->is_kept) {
        *out = (bsh_string){place->bytes.data + item->offset, item->n_bytes};
        return BSH_OK;
    }
    BSH_TRY(open_file(reader, place, err));
    if (!is_read(reader, item)) {
        BSH_TRY(read_bytes(reader, item, err));
    }
    *out = (bsh_string){reader->bytes.data + (item->offset - reader->first), item->n_bytes};
    return BSH_OK;
}

/* ---- a record */

/* What our decoder would make a blank, the grammar of JSON forbids: such a record is damaged.
 * NUL bytes are what a disk leaves that was switched off; they are dropped and counted. */
static bsh_status check_controls(bsh_string bytes, bool *has_any, bsh_error *err)
{
    *has_any = false;
    for (size_t i = 0;; ++i) {
        i += bsh__control_free_prefix(bytes.data + i, bytes.n_bytes - i);
        if (i == bytes.n_bytes) {
            return BSH_OK;
        }
        unsigned char const c = (unsigned char) bytes.data[i];
        *has_any = true;
        if (c != '\0' && c != '\t' && c != '\r') {
            return bsh__fail(err, BSH_E_FORMAT, 0,
                             "broken record: control character 0x%02X at byte %zu",
                             (unsigned) c, i + 1);
        }
    }
}

/* Nearly all records are UTF-8 in which decoding would change nothing; they are read where they
 * lie. */
static bool is_decoded(const bsh__record_reader *reader, bsh_string bytes)
{
    uint64_t   n_multibyte = 0;
    bsh__odd   odd;
    bool const takes_utf8 =
        strcmp(reader->encoding, "auto") == 0 || strcmp(reader->encoding, "strict") == 0;
    return takes_utf8 && bsh__magic_find(bytes.data, bytes.n_bytes) == NULL &&
           !bsh__utf8_find_odd(bytes.data, bytes.n_bytes, 0, &n_multibyte, &odd);
}

static bsh_status decode(bsh__record_reader *reader, bsh_string *bytes, bsh_error *err)
{
    bsh__decoder *const decoder = &reader->decoder;
    if (is_decoded(reader, *bytes)) {
        decoder->decoding = (bsh_decoding){.encoding = "UTF-8"};
        return BSH_OK;
    }
    BSH_TRY(bsh__decode(decoder, bytes->data, bytes->n_bytes, reader->encoding, err));
    *bytes = (bsh_string){decoder->text.data, decoder->text.n};
    return BSH_OK;
}

static bsh_status parse(bsh__record_reader *reader, const bsh__item *item, bsh_record *record,
                        bsh_error *err)
{
    const bsh__place *const places = bsh__source_places(reader->source);
    bsh_string              bytes = {"", 0};
    BSH_TRY(find_bytes(reader, &places[item->place], item, &bytes, err));
    bool has_controls = false;
    BSH_TRY(check_controls(bytes, &has_controls, err));
    BSH_TRY(decode(reader, &bytes, err));
    return bsh__record_parse_around(record, bytes, has_controls, &reader->skeleton, err);
}

/* NUL as \u0000: dropped and counted, and never a reason to call the text binary, which has
 * been a text in JSON. */
static bsh_status drop_nul(bsh__record_reader *reader, bsh__text_field *field, bsh_error *err)
{
    bsh_string const text = field->text;
    if (memchr(text.data, '\0', text.n_bytes) == NULL) {
        return BSH_OK;
    }
    bsh__buffer *const workspace = &reader->skeleton; // which is a tree by now
    bsh__buffer_clear(workspace);
    if (!bsh__buffer_reserve(workspace, text.n_bytes)) {
        return bsh__fail_memory(err);
    }
    bsh__add_without_nul(workspace, text);
    field->text = (bsh_string){workspace->data, workspace->n};
    field->decoding.n_nul += text.n_bytes - field->text.n_bytes;
    field->decoding.n_controls += text.n_bytes - field->text.n_bytes;
    return BSH_OK;
}

static bsh_status take_text(bsh__record_reader *reader, const bsh__item *item,
                            bsh__reading *reading, bsh__text_field *field, bsh_error *err)
{
    if (bsh_record_is_article(&reading->record)) {
        return BSH_OK;
    }
    BSH_TRY(bsh__fields_text(&field->text, &reading->record, bsh__source_fields(reader->source),
                             err));
    field->decoding = reader->decoder.decoding;
    field->decoding.first_bad_offset += item->offset;
    const char *const title = reading->input.title;
    field->title = title == NULL ? (bsh_string){"", 0} : (bsh_string){title, strlen(title)};
    field->is_clean = bsh__record_is_clean(&reading->record, field->text);
    return field->is_clean ? BSH_OK : drop_nul(reader, field, err);
}

static bsh_status read_steps(bsh__record_reader *reader, const bsh__item *item,
                             bsh__reading *reading, bsh__text_field *field, bsh_error *err)
{
    const bsh_fields *const fields = bsh__source_fields(reader->source);
    const bsh__place *const places = bsh__source_places(reader->source);
    BSH_TRY(parse(reader, item, &reading->record, err));
    reading->input.record = &reading->record;
    bsh_status const status = bsh__reading_fill(reading, fields, &places[item->place], err);
    if (status != BSH_E_NOMEM) {
        bsh__reading_finish(reading, fields);
    }
    return status != BSH_OK ? status : take_text(reader, item, reading, field, err);
}

bsh_status bsh__record_read(bsh__record_reader *reader, uint64_t seq, bsh__reading **out,
                            bsh__text_field *field, bsh_error *err)
{
    bsh__item const         item = bsh__source_item(reader->source, seq);
    const bsh__place *const place = bsh__source_places(reader->source) + item.place;
    *field = (bsh__text_field){.text = {"", 0}};
    *out = bsh__reading_create(reader->allocator, place, &item, seq);
    if (*out == NULL) {
        return bsh__fail_memory(err);
    }
    bsh_error        problem;
    bsh_status const status = read_steps(reader, &item, *out, field, &problem);
    if (status != BSH_OK && err != NULL) {
        bsh__put_place(&problem, place, item.line);
        *err = problem;
    }
    return status;
}

/* ---- fields that a user named */

enum { MOST_NAMED = 7 + 1 + BSH_MOST_CARRIED, N_LOOKED_AT = 100 };

/* The names still to be found, and where the first record was. */
typedef struct search {
    const char *names[MOST_NAMED];
    size_t      n;
    size_t      n_own;     /* of these, fields that an article to be analysed has */
    size_t      first;     /* input of the first record that could be read; SIZE_MAX: none */
    bool        has_plain; /* some input is a file as a whole */
} search;

static void add_name(search *s, const char *name)
{
    if (name != NULL) {
        s->names[s->n++] = name;
    }
}

static search begin_search(const bsh_fields *fields)
{
    search s = {.first = SIZE_MAX};
    add_name(&s, fields->text);
    add_name(&s, fields->title);
    add_name(&s, fields->id);
    add_name(&s, fields->date);
    add_name(&s, fields->outlet);
    add_name(&s, fields->url);
    add_name(&s, fields->author);
    s.n_own = s.n;
    if (fields->by != NULL && !bsh__is_outlet_field(fields->by)) {
        add_name(&s, fields->by);
    }
    for (unsigned i = 0; i < fields->n_carry; ++i) {
        add_name(&s, fields->carry[i]);
    }
    return s;
}

static void remove_name(search *s, size_t index)
{
    memmove(&s->names[index], &s->names[index + 1], (s->n - index - 1) * sizeof s->names[0]);
    --s->n;
    s->n_own -= index < s->n_own;
}

/* Takes away the names of fields that the record has. */
static void find_names(search *s, const bsh_record *record, const bsh_fields *fields,
                       bsh__buffer *workspace)
{
    for (size_t i = s->n; i-- > 0;) {
        bool const is_own = i < s->n_own;
        bsh__buffer_clear(workspace);
        if ((is_own && bsh_record_is_article(record)) ||
            (is_own ? bsh__record_value(record, s->names[i], workspace)
                    : bsh__fields_value(record, fields, s->names[i], workspace))) {
            remove_name(s, i);
        }
    }
}

static bsh_status look_at(bsh__record_reader *reader, search *s, size_t index,
                          bsh__buffer *workspace, bsh_error *err)
{
    bsh__item const  item = bsh__source_item(reader->source, index);
    bsh_record       record = {.root = NULL};
    bsh_status const status = parse(reader, &item, &record, err);
    if (status == BSH_OK) {
        s->first = s->first == SIZE_MAX ? index : s->first;
        find_names(s, &record, bsh__source_fields(reader->source), workspace);
        bsh__record_free(&record);
    }
    return status == BSH_E_NOMEM || workspace->has_failed ? bsh__fail_memory(err) : BSH_OK;
}

static bsh_status look_at_all(bsh__record_reader *reader, search *s, bsh__buffer *workspace,
                              bsh_error *err)
{
    size_t const n_items = bsh_source_size(reader->source);
    for (size_t i = 0; i < n_items && s->n > 0; ++i) {
        bsh__item const item = bsh__source_item(reader->source, i);
        s->has_plain = s->has_plain || item.line == 0;
        if (item.line != 0 && item.number <= N_LOOKED_AT) {
            BSH_TRY(look_at(reader, s, i, workspace, err));
        }
    }
    return BSH_OK;
}

/* "no record has a field "evnt"; did you mean event?  (articles.jsonl:1 has id, event, text)"
 */
static bsh_status fail_unknown(bsh__record_reader *reader, const search *s, bsh_error *err)
{
    bsh__item const         item = bsh__source_item(reader->source, s->first);
    const bsh__place *const place = bsh__source_places(reader->source) + item.place;
    bsh_record              record;
    char                    all[80];
    char                    nearest[40];
    BSH_TRY(parse(reader, &item, &record, err));
    bsh__record_names(&record, all, sizeof all);
    bsh__record_nearest(&record, s->names[0], nearest, sizeof nearest);
    bsh__record_free(&record);
    bsh_error problem;
    (void) bsh__fail(&problem, BSH_E_USAGE, 0, "no field \"%.40s\"%s%s%s; it has %s",
                     s->names[0], nearest[0] == '\0' ? "" : "; did you mean ", nearest,
                     nearest[0] == '\0' ? "" : "?", all);
    bsh__put_place(&problem, place, item.line);
    if (err != NULL) {
        *err = problem;
    }
    return BSH_E_USAGE;
}

bsh_status bsh__record_check_fields(bsh__record_reader *reader, bsh_error *err)
{
    search      s = begin_search(bsh__source_fields(reader->source));
    bsh__buffer workspace;
    if (s.n == 0 || bsh_source_size(reader->source) == 0) {
        return BSH_OK;
    }
    bsh__buffer_init(&workspace, reader->allocator);
    bsh_status const status = look_at_all(reader, &s, &workspace, err);
    bsh__buffer_free(&workspace);
    if (status != BSH_OK || s.n == 0) {
        return status;
    }
    if (s.first != SIZE_MAX) {
        return fail_unknown(reader, &s, err);
    }
    // a text file has an outlet, by its folder, and nothing else that could be named
    if (s.has_plain && s.n > s.n_own) {
        return bsh__fail(err, BSH_E_USAGE, 0,
                         "no field \"%.40s\": plain text has no fields; --by outlet takes the "
                         "folder under the root",
                         s.names[s.n_own]);
    }
    return BSH_OK;
}
