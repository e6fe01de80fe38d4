/* The tables of `quotes --by`: one row a speaker, a verb or a kind of an article. */
#include <broadsheet/views.h>

#include "base/status.h"

#include <string.h>

static const bsh_column speaker_columns[] = {
    {.id = "id", .is_left = true},
    {.id = "corpus", .is_left = true},
    {.id = "resolved", .is_left = true},
    {.id = "quotes"},
    {.id = "pieces"},
    {.id = "words"},
    {.id = "share", .decimals = 3},
    {.id = "indirect"},
    {.id = "first_line"},
    {.id = "flags", .is_left = true},
};

static const bsh_column verb_columns[] = {
    {.id = "id", .is_left = true},
    {.id = "corpus", .is_left = true},
    {.id = "verb", .is_left = true},
    {.id = "verb_class", .is_left = true},
    {.id = "quotes"},
    {.id = "pieces"},
    {.id = "words"},
    {.id = "indirect"},
    {.id = "speakers"},
    {.id = "first_line"},
};

static const bsh_column kind_columns[] = {
    {.id = "id", .is_left = true},
    {.id = "corpus", .is_left = true},
    {.id = "kind", .is_left = true},
    {.id = "pieces"},
    {.id = "words"},
    {.id = "speakers"},
    {.id = "first_line"},
};

#define N_OF(columns) (sizeof(columns) / sizeof(columns)[0])
static const bsh_table_kind kinds[BSH_BY_COUNT] = {
    [BSH_BY_SPEAKER] = {"speakers", NULL, speaker_columns, N_OF(speaker_columns)},
    [BSH_BY_VERB] = {"verbs", NULL, verb_columns, N_OF(verb_columns)},
    [BSH_BY_KIND] = {"kinds", NULL, kind_columns, N_OF(kind_columns)},
};

bsh_status bsh_voices_table(bsh_table **out, bsh_voices_by by, const bsh_allocator *allocator,
                            bsh_error *err)
{
    return bsh_table_create(out, &kinds[by], allocator, err);
}

/* Speakers, their verbs and reports are looked for in English alone: elsewhere a 0 would say
 * that nobody speaks. */
static bool is_looked_for(const bsh_document *document)
{
    return bsh_document_counts(document)->is_english;
}

static void add_found(bsh_table *table, uint64_t number, const bsh_document *document)
{
    if (is_looked_for(document)) {
        bsh_table_integer(table, number);
    } else {
        bsh_table_empty(table);
    }
}

static void add_share(bsh_table *table, const bsh_voice *voice, const bsh_document *document)
{
    uint64_t const all = bsh_document_counts(document)->quoted_words;
    // an article that reports what is said, and quotes nothing, has no share either
    if (all == 0 || !is_looked_for(document)) {
        bsh_table_empty(table);
    } else {
        bsh_table_real(table, (double) voice->words / (double) all);
    }
}

static void add_flag(bsh_table *table, bool is_set, const char *code)
{
    if (is_set) {
        bsh_table_item(table, (bsh_string){code, strlen(code)});
    }
}

/* What a speaker is, so that a pivot table of people leaves out officials and ministries. */
static void add_speaker_flags(bsh_table *table, const bsh_voice *voice,
                              const bsh_document *document)
{
    bool const has_name = voice->name.n_bytes != 0;
    bsh_table_list(table);
    add_flag(table, !has_name && is_looked_for(document), "unattributed");
    add_flag(table, has_name && voice->sort == BSH_SPEAKER_COMMON, "unnamed");
    add_flag(table, voice->sort == BSH_SPEAKER_ORGANISATION, "organisation");
    for (unsigned bit = 0; bit < BSH_QUOTE_FLAG_COUNT; ++bit) {
        add_flag(table, (voice->flags >> bit & 1U) != 0, bsh_quote_flag_name(bit));
    }
}

static void add_name(bsh_table *table, bsh_string name)
{
    if (name.n_bytes == 0) {
        bsh_table_empty(table);
    } else {
        bsh_table_line(table, name, false);
    }
}

static void add_verb_class(bsh_table *table, const bsh_voice *voice)
{
    const char *const name = bsh_verb_class_name(voice->verb_class);
    bsh_table_words(table, *name != '\0' ? name : NULL);
}

static void add_voice(bsh_table *table, bsh_voices_by by, const bsh_voice *voice,
                      const bsh_document *document)
{
    add_name(table, voice->name);
    if (by == BSH_BY_VERB) {
        add_verb_class(table, voice);
    }
    if (by != BSH_BY_KIND) {
        bsh_table_integer(table, voice->quotes);
    }
    bsh_table_integer(table, voice->pieces);
    bsh_table_integer(table, voice->words);
    if (by == BSH_BY_SPEAKER) {
        add_share(table, voice, document);
    }
    if (by != BSH_BY_KIND) {
        add_found(table, voice->indirect, document);
    }
    if (by != BSH_BY_SPEAKER) {
        add_found(table, voice->speakers, document);
    }
    bsh_table_integer(table, bsh_document_line(document, voice->first));
    if (by == BSH_BY_SPEAKER) {
        add_speaker_flags(table, voice, document);
    }
}

bsh_status bsh_voices_table_add(bsh_table *table, bsh_tally *tally, const bsh_input *input,
                                const bsh_document *document, bsh_error *err)
{
    const bsh_voice    *voices = NULL;
    size_t              n = 0;
    bsh_voices_by const by = bsh_tally_by(tally);
    BSH_TRY(bsh_tally_read(tally, document, &voices, &n, err));
    for (size_t i = 0; i < n; ++i) {
        bsh_table_row_begin(table);
        bsh_table_words(table, input->id);
        bsh_table_words(table, input->corpus);
        add_voice(table, by, &voices[i], document);
        BSH_TRY(bsh_table_row_end(table, err));
    }
    return BSH_OK;
}
