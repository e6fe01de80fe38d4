#include "corpus/fields.h"

#include <string.h>

#include "base/decimal.h"
#include "corpus/file_names.h"
#include "corpus/iso_date.h"

static const char *const text_names[] = {"text",    "body",     "content",  "articlebody",
                                         "article", "maintext", "fulltext", "fulltext_clean",
                                         "story",   "bodytext", "raw_text", NULL};
static const char *const html_names[] = {"html", "rawhtml", "contenthtml", NULL};
static const char *const id_names[] = {"id", "docid", "guid", "uuid", "storiesid", NULL};
static const char *const title_names[] = {"title", "headline", "heading", "name", NULL};
static const char *const outlet_names[] = {
    "outlet",    "source.name", "source",   "publication", "publisher",
    "newspaper", "medianame",   "sitename", "domain",      "sourcedomain",
    "host",      "site",        NULL};
static const char *const date_names[] = {"date",        "publishdate",     "datepublish",
                                         "publishedat", "publicationdate", "pubdate",
                                         "published",   "datetime",        NULL};
static const char *const author_names[] = {"author", "authors", "byline", "creator", NULL};
static const char *const url_names[] = {"url", "link", "storyurl", "canonical", NULL};
static const char *const section_names[] = {"section", "category", "desk", NULL};
static const char *const language_names[] = {"lang", "language", NULL};

static const size_t none = SIZE_MAX;

static bool is_same(const char *a, const char *b)
{
    return bsh__is_same_field(a, b, strlen(b));
}

bool bsh__is_outlet_field(const char *name)
{
    return is_same(name, "outlet") || is_same(name, "corpus");
}

/* ---- values */

/* Appends the value of the field a user named, else of the first of the usual ones. */
static bool add_known(const bsh_record *record, const char *named, const char *const *usual,
                      bsh__buffer *out)
{
    if (named != NULL) {
        return bsh__record_value(record, named, out);
    }
    for (; *usual != NULL; ++usual) {
        if (bsh__record_value(record, *usual, out)) {
            return true;
        }
    }
    return false;
}

bool bsh__fields_value(const bsh_record *record, const bsh_fields *fields, const char *name,
                       bsh__buffer *out)
{
    const struct {
        const char *const *usual;
        const char        *named;
    } kinds[] = {
        {id_names, fields->id},         {title_names, fields->title},
        {outlet_names, fields->outlet}, {date_names, fields->date},
        {author_names, fields->author}, {url_names, fields->url},
        {section_names, NULL},          {language_names, NULL},
    };
    if (bsh__record_value(record, name, out)) {
        return true;
    }
    for (size_t i = 0; i < sizeof kinds / sizeof kinds[0]; ++i) {
        if (is_same(name, kinds[i].usual[0])) {
            return add_known(record, kinds[i].named, kinds[i].usual, out);
        }
    }
    return false;
}

/* ---- the reading */

/* "#7", "d0007", with a NUL. */
static void add_number(bsh__buffer *out, char sign, uint64_t number, size_t n_digits)
{
    char         text[1 + BSH__LONGEST_INTEGER + 1] = {sign};
    size_t const n = 1 + bsh__integer_put(text + 1, number, n_digits);
    text[n] = '\0';
    bsh__buffer_add(out, text, n + 1);
}

bsh__reading *bsh__reading_create(const bsh_allocator *allocator, const bsh__place *place,
                                  const bsh__item *item, uint64_t seq)
{
    bsh__reading *const reading = bsh__allocate_zeroed(allocator, 1, sizeof *reading);
    if (reading == NULL) {
        return NULL;
    }
    reading->allocator = allocator;
    reading->input = place->input;
    reading->input.seq = seq;
    reading->input.line = item->line;
    bsh__buffer_init(&reading->texts, allocator);
    for (size_t i = 0; i < BSH__TEXT_COUNT; ++i) {
        reading->at[i] = none;
    }
    reading->at[BSH__TEXT_NAME] = 0;
    bsh__buffer_add_text(&reading->texts, place->input.name);
    add_number(&reading->texts, '#', item->number, 1);
    reading->at[BSH__TEXT_ID] = reading->texts.n;
    add_number(&reading->texts, 'd', seq + 1, 4);
    if (reading->texts.has_failed) {
        bsh__reading_destroy(reading);
        return NULL;
    }
    bsh__reading_finish(reading, &(bsh_fields){0});
    return reading;
}

void bsh__reading_destroy(bsh__reading *reading)
{
    if (reading == NULL) {
        return;
    }
    bsh__record_free(&reading->record);
    bsh__buffer_free(&reading->texts);
    bsh__release(reading->allocator, reading);
}

static const char *text_at(const bsh__reading *reading, size_t which)
{
    size_t const at = reading->at[which];
    return at == none ? NULL : reading->texts.data + at;
}

void bsh__reading_finish(bsh__reading *reading, const bsh_fields *fields)
{
    bsh_input *const  input = &reading->input;
    const char *const corpus = text_at(reading, BSH__TEXT_CORPUS);
    input->id = text_at(reading, BSH__TEXT_ID);
    input->name = text_at(reading, BSH__TEXT_NAME);
    input->corpus = corpus != NULL ? corpus : input->corpus;
    input->title = text_at(reading, BSH__TEXT_TITLE);
    input->date = text_at(reading, BSH__TEXT_DATE);
    input->url = text_at(reading, BSH__TEXT_URL);
    input->author = text_at(reading, BSH__TEXT_AUTHOR);
    for (unsigned i = 0; i < fields->n_carry; ++i) {
        reading->carried[i] = text_at(reading, BSH__TEXT_CARRIED + i);
    }
    input->carried = fields->n_carry == 0 ? NULL : reading->carried;
}

/* ---- filling it */

/* What is filled, and from what. */
typedef struct filler {
    bsh__reading     *reading;
    const bsh_fields *fields;
    const bsh__place *place;
    bool              is_analysed; /* what `analyze` wrote: its fields have its own names */
} filler;

/* Ends the text that was begun at `begin`: it is text `which` from now on. */
static bool end_text(const filler *f, size_t which, size_t begin, bool is_there)
{
    if (is_there) {
        bsh__buffer_add_char(&f->reading->texts, '\0');
        f->reading->at[which] = begin;
    }
    return is_there;
}

static bool fill_known(const filler *f, size_t which, const char *named,
                       const char *const *usual)
{
    bsh__buffer *const texts = &f->reading->texts;
    size_t const       begin = texts->n;
    const char *const  name = f->is_analysed ? usual[0] : named;
    return end_text(f, which, begin, add_known(&f->reading->record, name, usual, texts));
}

/* A text that is a date becomes an ISO one, which is never longer. */
static void make_iso(const filler *f, size_t which)
{
    bsh__buffer *const texts = &f->reading->texts;
    size_t const       at = f->reading->at[which];
    char               day[11];
    if (at != none && !texts->has_failed && bsh__iso_date(day, texts->data + at)) {
        texts->n = at;
        bsh__buffer_add(texts, day, sizeof day);
    }
}

/* The host's letters in lower case, without the name and the port around it. */
static size_t copy_host(char out[256], const char *url)
{
    const char *const scheme = strstr(url, "://");
    if (scheme == NULL) {
        return 0;
    }
    const char       *begin = scheme + 3;
    const char *const user = memchr(begin, '@', strcspn(begin, "/?#"));
    begin = user != NULL ? user + 1 : begin;
    size_t const n = strcspn(begin, ":/?#");
    for (size_t i = 0; i < n && n < 256; ++i) {
        out[i] = (char) (begin[i] >= 'A' && begin[i] <= 'Z' ? begin[i] | 0x20 : begin[i]);
    }
    return n < 256 ? n : 0;
}

/* "https://www.Ledger.example:80/a" is of ledger.example. */
static bool fill_host(const filler *f)
{
    char               host[256];
    bsh__buffer *const texts = &f->reading->texts;
    const char *const  url = texts->has_failed ? NULL : text_at(f->reading, BSH__TEXT_URL);
    size_t const       n = url == NULL ? 0 : copy_host(host, url);
    size_t const       n_www = n > 4 && memcmp(host, "www.", 4) == 0 ? 4 : 0;
    size_t const       begin = texts->n;
    if (n == 0) {
        return false;
    }
    bsh__buffer_add(texts, host + n_www, n - n_www);
    return end_text(f, BSH__TEXT_CORPUS, begin, true);
}

/* The outlet of input-output-rules 2: a field, a folder, the host of the address, the file. */
static void fill_outlet(const filler *f)
{
    static const char *const own_names[] = {"corpus", NULL};
    const char *const *const usual = f->is_analysed ? own_names : outlet_names;
    if (fill_known(f, BSH__TEXT_CORPUS, f->fields->outlet, usual) || f->place->has_folder ||
        fill_host(f)) {
        return;
    }
    bsh__buffer *const texts = &f->reading->texts;
    bool const         is_stdin = strcmp(f->place->input.name, "-") == 0;
    bsh_string const   stem = bsh__file_stem(f->place->input.name);
    size_t const       begin = texts->n;
    if (is_stdin) {
        return;
    }
    bsh__buffer_add(texts, stem.data, stem.n_bytes);
    (void) end_text(f, BSH__TEXT_CORPUS, begin, true);
}

static bsh_status fill_corpus(const filler *f, bsh_error *err)
{
    const char *const  by = f->fields->by;
    bsh__buffer *const texts = &f->reading->texts;
    size_t const       begin = texts->n;
    if (f->place->input.has_given_corpus) {
        return BSH_OK;
    }
    if (by == NULL || bsh__is_outlet_field(by)) {
        fill_outlet(f);
        return BSH_OK;
    }
    bool const is_there = bsh__fields_value(&f->reading->record, f->fields, by, texts);
    if (!end_text(f, BSH__TEXT_CORPUS, begin, is_there)) {
        return bsh__fail(err, BSH_E_FORMAT, 0, "no field \"%.100s\" to tell the corpus by", by);
    }
    return BSH_OK;
}

static bool is_date_field(const bsh_fields *fields, const char *name)
{
    bool is_date = fields->date != NULL && is_same(name, fields->date);
    for (size_t i = 0; !is_date && date_names[i] != NULL; ++i) {
        is_date = is_same(name, date_names[i]);
    }
    return is_date;
}

/* Articles of one day are one block, whatever the hour. */
static void fill_carried(const filler *f)
{
    bsh__buffer *const texts = &f->reading->texts;
    for (unsigned i = 0; i < f->fields->n_carry; ++i) {
        const char *const name = f->fields->carry[i];
        size_t const      begin = texts->n;
        bool const is_there = bsh__fields_value(&f->reading->record, f->fields, name, texts);
        (void) end_text(f, BSH__TEXT_CARRIED + i, begin, is_there);
        if (is_date_field(f->fields, name)) {
            make_iso(f, BSH__TEXT_CARRIED + i);
        }
    }
}

bsh_status bsh__reading_fill(bsh__reading *reading, const bsh_fields *fields,
                             const bsh__place *place, bsh_error *err)
{
    filler const f = {reading, fields, place, bsh_record_is_article(&reading->record)};
    reading->input.has_own_id = fill_known(&f, BSH__TEXT_ID, fields->id, id_names);
    (void) fill_known(&f, BSH__TEXT_TITLE, fields->title, title_names);
    (void) fill_known(&f, BSH__TEXT_DATE, fields->date, date_names);
    make_iso(&f, BSH__TEXT_DATE);
    (void) fill_known(&f, BSH__TEXT_URL, fields->url, url_names);
    (void) fill_known(&f, BSH__TEXT_AUTHOR, fields->author, author_names);
    BSH_TRY(fill_corpus(&f, err));
    fill_carried(&f);
    return reading->texts.has_failed ? bsh__fail_memory(err) : BSH_OK;
}

/* ---- the article */

static bool find_text(bsh_string *out, const bsh_record *record, const char *const *names,
                      bool is_empty_taken)
{
    for (; *names != NULL; ++names) {
        if (bsh__record_string(record, *names, is_empty_taken, out)) {
            return true;
        }
    }
    return false;
}

bsh_status bsh__fields_text(bsh_string *out, const bsh_record *record, const bsh_fields *fields,
                            bsh_error *err)
{
    const char *const        own[] = {fields->text, NULL};
    const char *const *const names = fields->text == NULL ? text_names : own;
    char                     all[100];
    bsh_string               html;
    if (find_text(out, record, names, false) || find_text(out, record, names, true)) {
        return BSH_OK;
    }
    if (fields->text != NULL) {
        return bsh__fail(err, BSH_E_FORMAT, 0, "no text in a field \"%.100s\"; skipped",
                         fields->text);
    }
    if (find_text(&html, record, html_names, false)) {
        return bsh__fail(err, BSH_E_FORMAT, 0,
                         "its text is HTML, which cannot be read yet; skipped");
    }
    bsh__record_names(record, all, sizeof all);
    return bsh__fail(err, BSH_E_FORMAT, 0,
                     "no text field among its fields (%s); see --text-field", all);
}
