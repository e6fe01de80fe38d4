/* The table of `analyze`: one row an article. */
#include <broadsheet/views.h>

#include "base/memory.h"
#include "base/status.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

static bsh_string string_of(const char *text)
{
    return (bsh_string){text, strlen(text)};
}

/* ---- flags */

enum { MOST_MEASURES = sizeof((bsh_selection *) NULL)->measures / sizeof(bsh_measure *) };

/* Every measure is computed once an article: some walk all of its words. */
typedef struct measured {
    bsh_value values[MOST_MEASURES];
} measured;

static void measure_all(measured *out, const bsh_selection *selection,
                        const bsh_document *document)
{
    const bsh_counts *const counts = bsh_document_counts(document);
    for (size_t i = 0; i < selection->n_measures; ++i) {
        out->values[i] = bsh_measure_value(selection->measures[i], counts);
    }
}

/* Nearly all are the registry's own; most that differ do so in their first letter. */
static bool is_id(const bsh_measure *measure, const char *id)
{
    return measure->id == id || (measure->id[0] == id[0] && strcmp(measure->id, id) == 0);
}

/* Begins at *next and goes round: one measure after the other is asked for, and most selections
 * have them in the same order. */
static bool is_chosen(const bsh_selection *selection, const bsh_measure *measure, size_t *next)
{
    for (size_t n = 0; n < selection->n_measures; ++n, ++*next) {
        *next = *next < selection->n_measures ? *next : 0;
        if (is_id(selection->measures[*next], measure->id)) {
            ++*next;
            return true;
        }
    }
    return false;
}

/* The key measures that were not chosen: JSON has them too, so that what `analyze` wrote can
 * be compared whatever it was asked for. */
static void find_further(bsh_selection *out, const bsh_selection *selection)
{
    size_t const n_measures = bsh_measure_count();
    size_t       next = 0;
    out->n_measures = 0;
    for (size_t i = 0; i < n_measures; ++i) {
        const bsh_measure *const measure = bsh_measure_at(i);
        if ((measure->sets & BSH_SET_KEY) != 0 && !is_chosen(selection, measure, &next)) {
            out->measures[out->n_measures++] = measure;
        }
    }
}

/* An article as the flags see it, and where the codes go. */
typedef struct flagger {
    const bsh_selection *selection;
    const bsh_options   *options;
    const bsh_document  *document;
    const bsh_value     *values; /* of the selection's measures */
    void (*add)(void *payload, bsh_string code);
    void *payload;
} flagger;

static void add_flag(const flagger *flags, bool is_set, const char *code)
{
    if (is_set) {
        flags->add(flags->payload, string_of(code));
    }
}

static void add_number(const flagger *flags, const char *code, uint64_t number)
{
    char text[48];
    if (number != 0) {
        (void) snprintf(text, sizeof text, "%s=%" PRIu64, code, number);
        add_flag(flags, true, text);
    }
}

/* "smog-short", "mattr-too-short". */
static void add_about(const flagger *flags, const bsh_measure *measure, const char *what)
{
    char             text[128];
    bsh_string const id = string_of(measure->id);
    size_t const     n_what = strlen(what);
    if (id.n_bytes + 1 + n_what <= sizeof text) {
        memcpy(text, id.data, id.n_bytes);
        text[id.n_bytes] = '-';
        memcpy(text + id.n_bytes + 1, what, n_what);
        flags->add(flags->payload, (bsh_string){text, id.n_bytes + 1 + n_what});
    }
}

/* The codes of the article, in the order of their table. */
static void add_codes(const flagger *flags)
{
    const bsh_counts *const   counts = bsh_document_counts(flags->document);
    const bsh_decoding *const decoding = bsh_document_decoding(flags->document);
    add_flag(flags, counts->words == 0, "empty");
    add_flag(flags, counts->words < flags->options->min_words, "short");
    add_flag(flags, decoding->is_guessed, "encoding");
    add_number(flags, "replaced", decoding->n_replaced);
    add_number(flags, "control", decoding->n_controls);
    add_number(flags, "mojibake", decoding->n_mojibake);
    add_flag(flags, !counts->is_english, "language");
    add_flag(flags, !counts->is_english && counts->words > 0, "syllables-estimated");
    add_flag(flags, bsh_document_is_truncated(flags->document), "truncated");
    add_flag(flags, counts->repairs != 0, "repaired");
    for (size_t i = 0; i < flags->selection->n_measures; ++i) {
        if (flags->values[i].presence == BSH_PRESENT && !flags->values[i].is_advised) {
            add_about(flags, flags->selection->measures[i], "short");
        }
    }
}

/* A flat table has no other place to say why a cell is empty. */
static void add_reasons(const flagger *flags)
{
    for (size_t i = 0; i < flags->selection->n_measures; ++i) {
        bsh_presence const presence = flags->values[i].presence;
        if (presence != BSH_PRESENT) {
            add_about(flags, flags->selection->measures[i], bsh_presence_reason(presence));
        }
    }
}

static void add_to_table(void *payload, bsh_string code)
{
    bsh_table_item(payload, code);
}

typedef struct joined {
    char  *out;
    size_t capacity, n;
} joined;

static void add_bytes(joined *text, const char *data, size_t n_bytes)
{
    for (size_t i = 0; i < n_bytes; ++i, ++text->n) {
        if (text->n + 1 < text->capacity) {
            text->out[text->n] = data[i];
        }
    }
}

static void add_to_text(void *payload, bsh_string code)
{
    joined *const text = payload;
    if (text->n != 0) {
        add_bytes(text, " ", 1);
    }
    add_bytes(text, code.data, code.n_bytes);
}

size_t bsh_article_flags(char *out, size_t capacity, const bsh_selection *selection,
                         const bsh_options *options, const bsh_document *document)
{
    measured all;
    measure_all(&all, selection, document);
    joined        text = {out, capacity, 0};
    flagger const flags = {selection, options, document, all.values, add_to_text, &text};
    add_codes(&flags);
    if (capacity != 0) {
        out[text.n < capacity ? text.n : capacity - 1] = '\0';
    }
    return text.n;
}

/* ---- columns */

/* The columns in front of the counts; `flags` stands there twice. */
static const bsh_column first_columns[] = {
    {.id = "id", .is_left = true},
    {.id = "corpus", .is_left = true},
    {.id = "path", .is_left = true},
    {.id = "title", .is_left = true},
    {.id = "date", .is_left = true},
    {.id = "language", .is_left = true},
    {.id = "encoding", .is_left = true},
    {.id = "flags", .is_left = true, .is_flat_only = true},
    {.id = "flags", .is_json_only = true},
    {.id = "duplicate_of", .is_left = true},
};

static const bsh_column last_columns[] = {
    {.id = "excluded_by_class", .is_json_only = true},
    {.id = "speaker_words", .is_json_only = true},
    {.id = "reasons", .is_json_only = true},
    {.id = "main_mark", .is_json_only = true},
    {.id = "settings", .is_json_only = true},
};

static const bsh_column terms_column = {.id = "terms", .is_json_only = true};

enum {
    N_FIRST = sizeof first_columns / sizeof first_columns[0],
    N_LAST = sizeof last_columns / sizeof last_columns[0]
};

static bool is_share_behind(const bsh_count_row *row)
{
    return row->offset == offsetof(bsh_counts, words_excluded);
}

static bool is_basic(const bsh_count_row *row)
{
    return row->set == BSH_COUNT_BASIC;
}

static size_t add_count_columns(bsh_column *columns, size_t n, bool are_basic,
                                bool is_json_only)
{
    for (size_t i = 0; i < bsh_count_table_size(); ++i) {
        const bsh_count_row *const row = bsh_count_table_at(i);
        if (is_basic(row) != are_basic) {
            continue;
        }
        columns[n++] = (bsh_column){.id = row->id, .is_json_only = is_json_only};
        if (is_share_behind(row)) {
            columns[n++] = (bsh_column){.id = "excluded_share", .decimals = 3};
        }
    }
    return n;
}

static size_t add_measure_columns(bsh_column *columns, size_t n, const bsh_selection *selection,
                                  bool is_json_only)
{
    for (size_t i = 0; i < selection->n_measures; ++i) {
        const bsh_measure *const measure = selection->measures[i];
        columns[n++] = (bsh_column){
            .id = measure->id, .decimals = measure->decimals, .is_json_only = is_json_only};
    }
    return n;
}

/* Takes out what only JSON has. */
static size_t keep_flat_columns(bsh_column *columns, size_t n_columns)
{
    size_t n = 0;
    for (size_t i = 0; i < n_columns; ++i) {
        columns[n] = columns[i];
        n += columns[i].is_json_only ? 0 : 1;
    }
    return n;
}

bsh_status bsh_articles_table(bsh_table **out, const bsh_selection *selection,
                              const bsh_allocator *allocator, bsh_error *err)
{
    *out = NULL;
    const bsh_allocator *const memory = bsh__allocator(allocator);
    bsh_selection              further;
    find_further(&further, selection);
    size_t const most = N_FIRST + bsh_count_table_size() + 1 + selection->n_measures +
                        further.n_measures + N_LAST + 1;
    bsh_column *const columns = bsh__allocate(memory, most, sizeof *columns);
    if (columns == NULL) {
        return bsh__fail_memory(err);
    }
    memcpy(columns, first_columns, sizeof first_columns);
    size_t n = N_FIRST;
    n = add_count_columns(columns, n, true, false);
    n = add_count_columns(columns, n, false, !selection->has_counts);
    n = add_measure_columns(columns, n, selection, false);
    n = add_measure_columns(columns, n, &further, true);
    memcpy(columns + n, last_columns, sizeof last_columns);
    n += N_LAST;
    if (selection->has_terms) {
        columns[n++] = terms_column;
    }
    n = selection->is_flat ? keep_flat_columns(columns, n) : n;
    bsh_table_kind const kind = {"articles", "broadsheet.article/1", columns, n};
    bsh_status const     status = bsh_table_create(out, &kind, memory, err);
    bsh__release(memory, columns);
    return status;
}

/* ---- a row */

/* A field of a record is known; a headline is found by rule. */
static void add_title(bsh_table *table, const bsh_input *input, const bsh_document *document)
{
    bsh_string const title =
        input->title != NULL ? string_of(input->title) : bsh_document_title(document);
    if (title.n_bytes != 0) {
        bsh_table_line(table, title, true);
    } else {
        bsh_table_empty(table);
    }
}

static void add_date(bsh_table *table, const bsh_input *input)
{
    if (input->date != NULL) {
        bsh_table_words(table, input->date);
    } else {
        bsh_table_empty(table);
    }
}

static void add_flag_cells(bsh_table *table, const flagger *flags)
{
    bsh_table_list(table);
    add_codes(flags);
    add_reasons(flags);
    if (!flags->selection->is_flat) {
        bsh_table_list(table);
        add_codes(flags);
    }
}

static void add_counts(bsh_table *table, const bsh_counts *counts, bool are_basic)
{
    size_t const n_rows = bsh_count_table_size();
    for (size_t i = 0; i < n_rows; ++i) {
        const bsh_count_row *const row = bsh_count_table_at(i);
        if (is_basic(row) != are_basic) {
            continue;
        }
        if (row->set == BSH_COUNT_ENGLISH && !counts->is_english) {
            bsh_table_empty(table);
        } else {
            bsh_table_integer(table, bsh_count_value(row, counts));
        }
        if (is_share_behind(row)) {
            bsh_table_real(table, bsh_counts_excluded_share(counts));
        }
    }
}

static void add_measures(bsh_table *table, const bsh_value *values, size_t n)
{
    for (size_t i = 0; i < n; ++i) {
        if (values[i].presence == BSH_PRESENT) {
            bsh_table_real(table, values[i].number);
        } else {
            bsh_table_empty(table);
        }
    }
}

static void add_excluded_by_class(bsh_table *table, const bsh_document *document)
{
    uint64_t               n_words[BSH_BLOCK_KIND_COUNT] = {0};
    size_t                 n_blocks = 0;
    const bsh_block *const blocks = bsh_document_blocks(document, &n_blocks);
    for (size_t i = 0; i < n_blocks; ++i) {
        n_words[blocks[i].kind] += blocks[i].is_counted ? 0 : blocks[i].n_words;
    }
    bsh_table_map(table);
    for (unsigned kind = 0; kind < BSH_BLOCK_KIND_COUNT; ++kind) {
        if (n_words[kind] != 0) {
            bsh_table_entry_integer(
                table, string_of(bsh_block_kind_name((bsh_block_kind) kind)), n_words[kind]);
        }
    }
}

static void add_speaker_words(bsh_table *table, const bsh_document *document)
{
    size_t                   n = 0;
    const bsh_speaker *const speakers = bsh_document_speakers(document, &n);
    if (!bsh_document_counts(document)->is_english) {
        bsh_table_empty(table); // nobody was looked for
        return;
    }
    bsh_table_map(table);
    for (size_t i = 0; i < n; ++i) {
        if (speakers[i].n_quotes != 0) {
            bsh_table_entry_integer(table, speakers[i].name, speakers[i].n_words);
        }
    }
}

static void add_reason_entries(bsh_table *table, const bsh_value *values,
                               const bsh_selection *selection)
{
    for (size_t i = 0; i < selection->n_measures; ++i) {
        bsh_presence const presence = values[i].presence;
        if (presence != BSH_PRESENT) {
            bsh_table_entry_text(table, string_of(selection->measures[i]->id),
                                 string_of(bsh_presence_reason(presence)));
        }
    }
}

static void add_settings(bsh_table *table, const bsh_options *options)
{
    char fingerprint[17];
    bsh_settings_fingerprint(fingerprint, options);
    bsh_table_words(table, fingerprint);
}

static void add_terms(bsh_table *table, const bsh_document *document)
{
    size_t                      n = 0;
    const bsh_term_count *const terms = bsh_document_terms(document, &n);
    bsh_table_map(table);
    for (size_t i = 0; i < n; ++i) {
        bsh_table_entry_integer(table, bsh_document_term_text(document, terms[i].term),
                                terms[i].count);
    }
}

/* What only JSON has; `values`: of the selection's measures. */
static void add_nested(bsh_table *table, const bsh_selection *selection,
                       const bsh_options *options, const bsh_value *values,
                       const bsh_document *document)
{
    bsh_selection further;
    measured      of_further;
    find_further(&further, selection);
    measure_all(&of_further, &further, document);
    add_measures(table, of_further.values, further.n_measures);
    add_excluded_by_class(table, document);
    add_speaker_words(table, document);
    bsh_table_map(table);
    add_reason_entries(table, values, selection);
    add_reason_entries(table, of_further.values, &further);
    bsh_table_words(table, bsh_mark_name(bsh_document_main_mark(document)));
    add_settings(table, options);
    if (selection->has_terms) {
        add_terms(table, document);
    }
}

bsh_status bsh_articles_add(bsh_table *table, const bsh_selection *selection,
                            const bsh_options *options, const bsh_input *input,
                            const bsh_document *document, bsh_error *err)
{
    const bsh_counts *const counts = bsh_document_counts(document);
    measured                all;
    measure_all(&all, selection, document);
    flagger const flags = {selection, options, document, all.values, add_to_table, table};
    bsh_table_row_begin(table);
    bsh_table_words(table, input->id);
    bsh_table_words(table, input->corpus);
    bsh_table_words(table, input->name);
    add_title(table, input, document);
    add_date(table, input);
    bsh_table_words(table, bsh_document_language(document));
    bsh_table_words(table, bsh_document_decoding(document)->encoding);
    add_flag_cells(table, &flags);
    bsh_table_empty(table); /* duplicate_of */
    add_counts(table, counts, true);
    if (selection->has_counts || !selection->is_flat) {
        add_counts(table, counts, false);
    }
    add_measures(table, all.values, selection->n_measures);
    if (!selection->is_flat) {
        add_nested(table, selection, options, all.values, document);
    }
    return bsh_table_row_end(table, err);
}
