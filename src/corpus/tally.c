/* The quotations of one article added up by speaker, verb or kind. */
#include <broadsheet/tally.h>

#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "base/status.h"
#include "base/text_table.h"
#include "unicode/fold.h"

#define NO_ROW UINT32_MAX

/* A row under way. */
typedef struct row {
    bsh_voice voice;
    uint32_t  last_group; /* quote that was counted last */
    bool      is_used;
} row;

struct bsh_tally {
    const bsh_allocator *allocator;
    bsh_voices_by        by;
    bsh__folder         *folder;
    bsh__buffer          folded;
    bsh__arena           names;
    bsh__text_table      verbs;    /* numbers are rows; the class is the tag */
    bsh__vec             rows;     /* row */
    bsh__vec             row_of;   /* uint32_t, a piece: its row or NO_ROW */
    bsh__vec             verb_of;  /* uint32_t, a quote: row + 1 of its first verb, or 0 */
    bsh__vec             pairs;    /* uint64_t: a row and a speaker of it */
    bsh__vec             voices;   /* bsh_voice */
    const bsh_document  *document; /* that is read */
    const bsh_quote     *quotes;
    size_t               n_quotes;
};

bsh_voices_by bsh_voices_by_find(const char *name)
{
#define NAME_OF(name, id) id,
    static const char *const names[] = {BSH_VOICES_BY_MAP(NAME_OF)};
#undef NAME_OF
    unsigned by = 0;
    while (by < BSH_BY_COUNT && strcmp(names[by], name) != 0) {
        ++by;
    }
    return (bsh_voices_by) by;
}

bsh_status bsh_tally_create(bsh_tally **out, bsh_voices_by by, const bsh_allocator *allocator,
                            bsh_error *err)
{
    *out = NULL;
    allocator = bsh__allocator(allocator);
    bsh_tally *const tally = bsh__allocate_zeroed(allocator, 1, sizeof *tally);
    if (tally == NULL) {
        return bsh__fail_memory(err);
    }
    tally->allocator = allocator;
    tally->by = by;
    bsh__buffer_init(&tally->folded, allocator);
    bsh__arena_init(&tally->names, allocator);
    bsh__text_table_init(&tally->verbs, allocator);
    bsh__vec_init(&tally->rows, allocator, sizeof(row));
    bsh__vec_init(&tally->row_of, allocator, sizeof(uint32_t));
    bsh__vec_init(&tally->verb_of, allocator, sizeof(uint32_t));
    bsh__vec_init(&tally->pairs, allocator, sizeof(uint64_t));
    bsh__vec_init(&tally->voices, allocator, sizeof(bsh_voice));
    bsh_status const status = bsh__folder_create(&tally->folder, allocator, err);
    if (status != BSH_OK) {
        bsh_tally_destroy(tally);
        return status;
    }
    *out = tally;
    return BSH_OK;
}

void bsh_tally_destroy(bsh_tally *tally)
{
    if (tally == NULL) {
        return;
    }
    bsh__vec_free(&tally->voices);
    bsh__vec_free(&tally->pairs);
    bsh__vec_free(&tally->verb_of);
    bsh__vec_free(&tally->row_of);
    bsh__vec_free(&tally->rows);
    bsh__text_table_free(&tally->verbs);
    bsh__arena_free(&tally->names);
    bsh__buffer_free(&tally->folded);
    bsh__folder_destroy(tally->folder);
    bsh__release(tally->allocator, tally);
}

bsh_voices_by bsh_tally_by(const bsh_tally *tally)
{
    return tally->by;
}

/* ---- rows */

/* Whether a piece has a place among speakers and verbs. */
static bool is_said(const bsh_quote *quote)
{
    return bsh_quote_is_quoting(quote) || quote->kind == BSH_QUOTE_INDIRECT;
}

/* A row for each speaker, and one behind them for none. */
static bool make_speaker_rows(bsh_tally *tally)
{
    size_t                   n = 0;
    const bsh_speaker *const speakers = bsh_document_speakers(tally->document, &n);
    uint32_t *const          row_of = tally->row_of.items;
    if (!bsh__vec_resize(&tally->rows, n + 1)) {
        return false;
    }
    row *const rows = tally->rows.items;
    for (size_t i = 0; i < n; ++i) {
        rows[i].voice = (bsh_voice){.name = speakers[i].name,
                                    .sort = speakers[i].sort,
                                    .gender = speakers[i].gender,
                                    .flags = speakers[i].flags};
    }
    for (size_t i = 0; i < tally->n_quotes; ++i) {
        const bsh_quote *const quote = &tally->quotes[i];
        uint32_t const         speaker = quote->speaker < n ? quote->speaker : (uint32_t) n;
        row_of[i] = is_said(quote) ? speaker : NO_ROW;
    }
    return true;
}

static bool make_kind_rows(bsh_tally *tally)
{
    uint32_t *const row_of = tally->row_of.items;
    if (!bsh__vec_resize(&tally->rows, BSH_QUOTE_KIND_COUNT)) {
        return false;
    }
    row *const rows = tally->rows.items;
    for (unsigned kind = 0; kind < BSH_QUOTE_KIND_COUNT; ++kind) {
        const char *const name = bsh_quote_kind_name(kind);
        rows[kind].voice.name = (bsh_string){name, strlen(name)};
    }
    for (size_t i = 0; i < tally->n_quotes; ++i) {
        row_of[i] = tally->quotes[i].kind;
    }
    return true;
}

/* ---- verbs */

/* The row of the verb of a piece, a new one if it has none yet: "Said" is "said". */
static bsh_status find_verb(bsh_tally *tally, const bsh_quote *quote, uint32_t *number,
                            bsh_error *err)
{
    bsh_string const verb = bsh_document_slice(tally->document, quote->verb);
    BSH_TRY(bsh__fold(tally->folder, &tally->folded, verb.data, verb.n_bytes, err));
    bsh__text_key key = {tally->folded.data, (uint32_t) tally->folded.n, quote->verb_class};
    *number = bsh__text_table_find(&tally->verbs, key);
    if (*number != BSH__NO_TEXT) {
        return BSH_OK;
    }
    row *const added =
        bsh__text_table_reserve(&tally->verbs) ? bsh__vec_push(&tally->rows) : NULL;
    key.text = bsh__arena_copy(&tally->names, key.text, key.n_bytes);
    if (added == NULL || key.text == NULL) {
        return bsh__fail_memory(err);
    }
    added->voice =
        (bsh_voice){.name = {key.text, key.n_bytes}, .verb_class = quote->verb_class};
    *number = bsh__text_table_add(&tally->verbs, key);
    return BSH_OK;
}

/* The rows of pieces that have a verb of their own, and the first one of each quote. */
static bsh_status find_verbs(bsh_tally *tally, bsh_error *err)
{
    uint32_t *const row_of = tally->row_of.items;
    uint32_t *const verb_of = tally->verb_of.items;
    for (size_t i = 0; i < tally->n_quotes; ++i) {
        const bsh_quote *const quote = &tally->quotes[i];
        row_of[i] = NO_ROW;
        if (!is_said(quote) || quote->verb.begin >= quote->verb.end) {
            continue;
        }
        BSH_TRY(find_verb(tally, quote, &row_of[i], err));
        if (verb_of[quote->group] == 0) {
            verb_of[quote->group] = row_of[i] + 1;
        }
    }
    return BSH_OK;
}

static bsh_status make_verb_rows(bsh_tally *tally, bsh_error *err)
{
    uint32_t n_groups = 0;
    for (size_t i = 0; i < tally->n_quotes; ++i) {
        n_groups = tally->quotes[i].group > n_groups ? tally->quotes[i].group : n_groups;
    }
    tally->verb_of.n = 0;
    tally->verbs.keys.n = tally->verbs.entries.n = tally->verbs.slots.n = 0;
    bsh__arena_reset(&tally->names);
    if (!bsh__vec_resize(&tally->verb_of, (size_t) n_groups + 1)) {
        return bsh__fail_memory(err);
    }
    BSH_TRY(find_verbs(tally, err));
    if (bsh__vec_push(&tally->rows) == NULL) { // of those without a verb
        return bsh__fail_memory(err);
    }
    uint32_t *const       row_of = tally->row_of.items;
    const uint32_t *const verb_of = tally->verb_of.items;
    uint32_t const        last = (uint32_t) tally->rows.n - 1;
    for (size_t i = 0; i < tally->n_quotes; ++i) {
        uint32_t const verb = verb_of[tally->quotes[i].group];
        if (row_of[i] == NO_ROW && is_said(&tally->quotes[i])) {
            row_of[i] = verb == 0 ? last : verb - 1;
        }
    }
    return BSH_OK;
}

/* ---- adding */

static void add_piece(row *to, const bsh_quote *quote, bool counts_as_piece)
{
    bsh_voice *const voice = &to->voice;
    if (!to->is_used) {
        voice->first = quote->inner.begin;
        to->is_used = true;
    }
    if (!counts_as_piece) { // a report
        ++voice->indirect;
        return;
    }
    ++voice->pieces;
    voice->words += quote->n_words;
    voice->quotes += to->last_group != quote->group;
    to->last_group = quote->group;
}

static int compare_pairs(const void *a, const void *b)
{
    uint64_t const first = *(const uint64_t *) a;
    uint64_t const second = *(const uint64_t *) b;
    return (first > second) - (first < second);
}

/* How many speakers each row has. */
static void count_speakers(bsh_tally *tally)
{
    uint64_t *const pairs = tally->pairs.items;
    row *const      rows = tally->rows.items;
    if (tally->pairs.n > 1) {
        qsort(pairs, tally->pairs.n, sizeof *pairs, compare_pairs);
    }
    for (size_t i = 0; i < tally->pairs.n; ++i) {
        rows[pairs[i] >> 32].voice.speakers += i == 0 || pairs[i] != pairs[i - 1];
    }
}

static bool add_pieces(bsh_tally *tally)
{
    const uint32_t *const row_of = tally->row_of.items;
    row *const            rows = tally->rows.items;
    tally->pairs.n = 0;
    for (size_t i = 0; i < tally->n_quotes; ++i) {
        const bsh_quote *const quote = &tally->quotes[i];
        if (row_of[i] == NO_ROW) {
            continue;
        }
        add_piece(&rows[row_of[i]], quote,
                  tally->by == BSH_BY_KIND || bsh_quote_is_quoting(quote));
        if (quote->speaker == BSH_NO_SPEAKER) {
            continue;
        }
        uint64_t *const pair = bsh__vec_push(&tally->pairs);
        if (pair == NULL) {
            return false;
        }
        *pair = (uint64_t) row_of[i] << 32 | quote->speaker;
    }
    count_speakers(tally);
    return true;
}

/* ---- order */

static int compare_numbers(uint64_t first, uint64_t second)
{
    return (first < second) - (first > second);
}

static int compare_places(const bsh_voice *first, const bsh_voice *second)
{
    if ((first->name.n_bytes == 0) != (second->name.n_bytes == 0)) {
        return first->name.n_bytes == 0 ? 1 : -1;
    }
    return (first->first > second->first) - (first->first < second->first);
}

static int compare_speakers(const void *a, const void *b)
{
    const bsh_voice *const first = a;
    const bsh_voice *const second = b;
    bool const             has_names = first->name.n_bytes != 0 && second->name.n_bytes != 0;
    int                    order = 0;
    if (has_names) {
        order = compare_numbers(first->words, second->words);
        order = order != 0 ? order : compare_numbers(first->indirect, second->indirect);
    }
    return order != 0 ? order : compare_places(first, second);
}

static int compare_verbs(const void *a, const void *b)
{
    const bsh_voice *const first = a;
    const bsh_voice *const second = b;
    bool const             has_names = first->name.n_bytes != 0 && second->name.n_bytes != 0;
    int                    order = 0;
    if (has_names) {
        order =
            compare_numbers(first->quotes + first->indirect, second->quotes + second->indirect);
        order = order != 0 ? order : compare_numbers(first->quotes, second->quotes);
        order = order != 0 ? order : compare_numbers(first->words, second->words);
    }
    return order != 0 ? order : compare_places(first, second);
}

static bool sort_voices(bsh_tally *tally)
{
    const row *const rows = tally->rows.items;
    tally->voices.n = 0;
    for (size_t i = 0; i < tally->rows.n; ++i) {
        bsh_voice *const voice = rows[i].is_used ? bsh__vec_push(&tally->voices) : NULL;
        if (rows[i].is_used && voice == NULL) {
            return false;
        }
        if (voice != NULL) {
            *voice = rows[i].voice;
            voice->articles = 1;
        }
    }
    if (tally->voices.n > 1 && tally->by != BSH_BY_KIND) {
        qsort(tally->voices.items, tally->voices.n, sizeof(bsh_voice),
              tally->by == BSH_BY_SPEAKER ? compare_speakers : compare_verbs);
    }
    return true;
}

bsh_status bsh_tally_read(bsh_tally *tally, const bsh_document *document, const bsh_voice **out,
                          size_t *n, bsh_error *err)
{
    *out = NULL;
    *n = 0;
    tally->document = document;
    tally->quotes = bsh_document_quotes(document, &tally->n_quotes);
    tally->rows.n = tally->row_of.n = 0;
    bool has_memory = bsh__vec_resize(&tally->row_of, tally->n_quotes);
    if (has_memory && tally->by == BSH_BY_VERB) {
        BSH_TRY(make_verb_rows(tally, err));
    } else if (has_memory) {
        has_memory =
            tally->by == BSH_BY_SPEAKER ? make_speaker_rows(tally) : make_kind_rows(tally);
    }
    if (!has_memory || !add_pieces(tally) || !sort_voices(tally)) {
        return bsh__fail_memory(err);
    }
    *out = tally->voices.items;
    *n = tally->voices.n;
    return BSH_OK;
}
