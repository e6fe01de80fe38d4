/* Voices over many articles: people, verbs or kinds of each outlet. */
#include <broadsheet/text.h>
#include <broadsheet/voices.h>

#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "base/status.h"
#include "base/text_table.h"
#include "corpus/surnames.h"
#include "unicode/fold.h"

typedef struct entry {
    bsh_voice  voice;  /* called as in its first article */
    bsh_string key;    /* folded name; in the arena */
    uint64_t   seq;    /* first article */
    uint64_t   latest; /* article added last, + 1 */
    uint32_t   corpus;
    uint32_t   target;   /* while rows are made: the entry that it is the same as */
    bool       is_alone; /* a surname that an article has beside a full name with it */
} entry;

typedef struct outlet {
    bsh_voices_corpus about;
    uint64_t          latest[3]; /* of organisations, unnamed, nameless: as in an entry */
} outlet;

struct bsh_voices {
    const bsh_allocator *allocator;
    bsh_voices_by        by;
    bsh_tally           *tally;
    bsh__folder         *folder;
    bsh__buffer          folded, key;
    bsh__arena           texts;
    bsh__text_table      names;    /* folded names; their numbers are those of entries */
    bsh__vec             entries;  /* entry */
    bsh__text_table      corpora;  /* names; their numbers are those of outlets */
    bsh__vec             outlets;  /* outlet */
    bsh__surnames        surnames; /* of full names */
    bsh__vec             sorted;   /* bsh_voices_corpus; made when asked for */
    bsh__vec             rows;     /* bsh_voice; made when asked for */
};

static void init(bsh_voices *voices, bsh_voices_by by, const bsh_allocator *allocator)
{
    voices->allocator = allocator;
    voices->by = by;
    bsh__buffer_init(&voices->folded, allocator);
    bsh__buffer_init(&voices->key, allocator);
    bsh__arena_init(&voices->texts, allocator);
    bsh__text_table_init(&voices->names, allocator);
    bsh__vec_init(&voices->entries, allocator, sizeof(entry));
    bsh__text_table_init(&voices->corpora, allocator);
    bsh__vec_init(&voices->outlets, allocator, sizeof(outlet));
    bsh__surnames_init(&voices->surnames, allocator);
    bsh__vec_init(&voices->sorted, allocator, sizeof(bsh_voices_corpus));
    bsh__vec_init(&voices->rows, allocator, sizeof(bsh_voice));
}

bsh_status bsh_voices_create(bsh_voices **out, bsh_voices_by by, const bsh_allocator *allocator,
                             bsh_error *err)
{
    *out = NULL;
    allocator = bsh__allocator(allocator);
    bsh_voices *const voices = bsh__allocate_zeroed(allocator, 1, sizeof *voices);
    if (voices == NULL) {
        return bsh__fail_memory(err);
    }
    init(voices, by, allocator);
    bsh_status status = bsh_tally_create(&voices->tally, by, allocator, err);
    if (status == BSH_OK) {
        status = bsh__folder_create(&voices->folder, allocator, err);
    }
    if (status != BSH_OK) {
        bsh_voices_destroy(voices);
        return status;
    }
    *out = voices;
    return BSH_OK;
}

void bsh_voices_destroy(bsh_voices *voices)
{
    if (voices == NULL) {
        return;
    }
    bsh__vec_free(&voices->rows);
    bsh__vec_free(&voices->sorted);
    bsh__surnames_free(&voices->surnames);
    bsh__vec_free(&voices->outlets);
    bsh__text_table_free(&voices->corpora);
    bsh__vec_free(&voices->entries);
    bsh__text_table_free(&voices->names);
    bsh__arena_free(&voices->texts);
    bsh__buffer_free(&voices->key);
    bsh__buffer_free(&voices->folded);
    bsh__folder_destroy(voices->folder);
    bsh_tally_destroy(voices->tally);
    bsh__release(voices->allocator, voices);
}

/* ---- outlets and entries by name */

static outlet *outlet_at(const bsh_voices *voices, uint32_t number)
{
    return (outlet *) voices->outlets.items + number;
}

static entry *entry_at(const bsh_voices *voices, uint32_t number)
{
    return (entry *) voices->entries.items + number;
}

/* The number of an outlet, a new one if it has none; false if there is no memory. */
static bool find_outlet(bsh_voices *voices, const char *name, uint64_t seq, uint32_t *number)
{
    bsh__text_key key = {name, (uint32_t) strlen(name), 0};
    *number = bsh__text_table_find(&voices->corpora, key);
    if (*number == BSH__NO_TEXT) {
        key.text = bsh__arena_copy(&voices->texts, name, key.n_bytes);
        outlet *const added = key.text != NULL && bsh__text_table_reserve(&voices->corpora)
                                  ? bsh__vec_push(&voices->outlets)
                                  : NULL;
        if (added == NULL) {
            return false;
        }
        added->about = (bsh_voices_corpus){.name = key.text, .first = seq};
        *number = bsh__text_table_add(&voices->corpora, key);
    }
    bsh_voices_corpus *const about = &outlet_at(voices, *number)->about;
    about->first = seq < about->first ? seq : about->first;
    return true;
}

/* Enters a person that is new under the surname. */
static bool note_surname(bsh_voices *voices, uint32_t number)
{
    const entry *const known = entry_at(voices, number);
    if (known->voice.sort != BSH_SPEAKER_PERSON && known->voice.sort != BSH_SPEAKER_SURNAME) {
        return true;
    }
    bsh__surname *const surname =
        bsh__surnames_add(&voices->surnames, known->key, known->corpus);
    if (surname != NULL && known->voice.sort == BSH_SPEAKER_PERSON) {
        ++surname->n_full;
        surname->full = number;
    }
    return surname != NULL;
}

/* The entry of a key, a new one without counts if it has none; NULL if there is no memory. */
static entry *find_entry(bsh_voices *voices, bsh_string text, uint32_t corpus,
                         const bsh_voice *like)
{
    bool const     is_full = like->sort == BSH_SPEAKER_PERSON;
    uint32_t const tag = 2 * (corpus * BSH_VERB_CLASS_COUNT + like->verb_class) + is_full;
    bsh__text_key  key = {text.data, (uint32_t) text.n_bytes, tag};
    uint32_t const found = bsh__text_table_find(&voices->names, key);
    if (found != BSH__NO_TEXT) {
        return entry_at(voices, found);
    }
    key.text = bsh__arena_copy(&voices->texts, text.data, text.n_bytes);
    bsh_string const name = {
        bsh__arena_copy(&voices->texts, like->name.data, like->name.n_bytes),
        like->name.n_bytes};
    entry *const added =
        key.text != NULL && name.data != NULL && bsh__text_table_reserve(&voices->names)
            ? bsh__vec_push(&voices->entries)
            : NULL;
    if (added == NULL) {
        return NULL;
    }
    *added = (entry){.voice = {.name = name,
                               .sort = like->sort,
                               .gender = like->gender,
                               .verb_class = like->verb_class},
                     .key = {key.text, key.n_bytes},
                     .seq = UINT64_MAX,
                     .corpus = corpus};
    uint32_t const number = bsh__text_table_add(&voices->names, key);
    return note_surname(voices, number) ? added : NULL;
}

/* ---- adding */

static void add_numbers(bsh_voice *to, const bsh_voice *from)
{
    to->articles += from->articles;
    to->quotes += from->quotes;
    to->pieces += from->pieces;
    to->words += from->words;
    to->indirect += from->indirect;
    to->speakers += from->speakers;
    to->flags |= from->flags;
    to->gender |= from->gender;
}

/* The same of an article, which counts once however many of its voices go together. */
static void add_of_article(bsh_voice *to, const bsh_voice *from, uint64_t seq, uint64_t *latest)
{
    bsh_voice once = *from;
    once.articles = *latest != seq + 1;
    *latest = seq + 1;
    add_numbers(to, &once);
}

/* Case folded, each run of white space one blank, into voices->key. */
static bsh_status fold_name(bsh_voices *voices, bsh_string name, bsh_error *err)
{
    BSH_TRY(bsh__fold(voices->folder, &voices->folded, name.data, name.n_bytes, err));
    bsh_string const folded = {voices->folded.data, voices->folded.n};
    bool             is_behind_space = true;
    bsh__buffer_clear(&voices->key);
    for (size_t at = 0; at < folded.n_bytes;) {
        unsigned const n_space = bsh_text_space(folded, at);
        if (n_space == 0) {
            bsh__buffer_add_char(&voices->key, folded.data[at]);
        } else if (!is_behind_space) {
            bsh__buffer_add_char(&voices->key, ' ');
        }
        is_behind_space = n_space != 0;
        at += n_space == 0 ? 1 : n_space;
    }
    return voices->key.has_failed ? bsh__fail_memory(err) : BSH_OK;
}

static bool is_person(const bsh_voice *voice)
{
    bool const is_named =
        voice->sort == BSH_SPEAKER_PERSON || voice->sort == BSH_SPEAKER_SURNAME;
    return is_named && (voice->flags & BSH_QUOTE_FLAG_ANONYMOUS) == 0;
}

/* What has no row of its own, and where its latest article is noted; NULL: it has one. */
static bsh_voice *without_row(const bsh_voices *voices, outlet *of, const bsh_voice *voice,
                              uint64_t **latest)
{
    bool const is_speaker = voices->by == BSH_BY_SPEAKER;
    *latest = &of->latest[2];
    if (voice->name.n_bytes == 0) {
        return &of->about.nameless;
    }
    if (!is_speaker || is_person(voice)) {
        return NULL;
    }
    bool const is_organisation = voice->sort == BSH_SPEAKER_ORGANISATION;
    *latest = &of->latest[is_organisation ? 0 : 1];
    return is_organisation ? &of->about.organisations : &of->about.unnamed;
}

static bsh_status add_voice(bsh_voices *voices, uint32_t corpus, uint64_t seq,
                            const bsh_voice *voice, bsh_error *err)
{
    uint64_t        *latest = NULL;
    bsh_voice *const rest = without_row(voices, outlet_at(voices, corpus), voice, &latest);
    if (rest != NULL) {
        add_of_article(rest, voice, seq, latest);
        return BSH_OK;
    }
    BSH_TRY(fold_name(voices, voice->name, err));
    bsh_string const key = {voices->key.data, voices->key.n};
    entry *const     to = find_entry(voices, key, corpus, voice);
    if (to == NULL) {
        return bsh__fail_memory(err);
    }
    to->seq = seq < to->seq ? seq : to->seq;
    add_of_article(&to->voice, voice, seq, &to->latest);
    if (voice->sort == BSH_SPEAKER_PERSON) {
        bsh__surname *const surname = bsh__surnames_find(&voices->surnames, key, corpus);
        surname->latest = seq + 1;
    }
    return BSH_OK;
}

/* An article in which Mr. Bell speaks beside Ana Bell: he is not she in any other. */
static bsh_status part_surnames(bsh_voices *voices, uint32_t corpus, uint64_t seq,
                                const bsh_voice *voice, bsh_error *err)
{
    BSH_TRY(fold_name(voices, voice->name, err));
    bsh_string const key = {voices->key.data, voices->key.n};
    if (bsh__surnames_find(&voices->surnames, key, corpus)->latest == seq + 1) {
        entry *const alone = find_entry(voices, key, corpus, voice);
        if (alone == NULL) {
            return bsh__fail_memory(err);
        }
        alone->is_alone = true;
    }
    return BSH_OK;
}

static void add_counts(bsh_voices_corpus *about, const bsh_document *document)
{
    const bsh_counts *const counts = bsh_document_counts(document);
    ++about->articles;
    about->words += counts->words;
    about->quoted_words += counts->quoted_words;
    about->quotes += counts->quotes;
    about->pieces += counts->pieces;
    about->repairs += counts->repairs;
    about->indirect += counts->indirect;
    about->speakers += counts->speakers;
    about->foreign += !counts->is_english;
}

bsh_status bsh_voices_add(bsh_voices *voices, const bsh_input *input,
                          const bsh_document *document, bsh_error *err)
{
    const bsh_voice *all = NULL;
    size_t           n = 0;
    uint32_t         corpus = 0;
    if (!find_outlet(voices, input->corpus, input->seq, &corpus)) {
        return bsh__fail_memory(err);
    }
    BSH_TRY(bsh_tally_read(voices->tally, document, &all, &n, err));
    add_counts(&outlet_at(voices, corpus)->about, document);
    for (size_t i = 0; i < n; ++i) {
        BSH_TRY(add_voice(voices, corpus, input->seq, &all[i], err));
    }
    for (size_t i = 0; i < n; ++i) {
        if (all[i].sort == BSH_SPEAKER_SURNAME && is_person(&all[i])) {
            BSH_TRY(part_surnames(voices, corpus, input->seq, &all[i], err));
        }
    }
    return BSH_OK;
}

/* ---- merging */

static void merge_outlet(bsh_voices_corpus *to, const bsh_voices_corpus *from)
{
    to->articles += from->articles;
    to->words += from->words;
    to->quoted_words += from->quoted_words;
    to->quotes += from->quotes;
    to->pieces += from->pieces;
    to->repairs += from->repairs;
    to->foreign += from->foreign;
    to->indirect += from->indirect;
    to->speakers += from->speakers;
    add_numbers(&to->organisations, &from->organisations);
    add_numbers(&to->unnamed, &from->unnamed);
    add_numbers(&to->nameless, &from->nameless);
}

static bsh_status merge_entry(bsh_voices *voices, const entry *from, uint32_t corpus,
                              bsh_error *err)
{
    entry *const to = find_entry(voices, from->key, corpus, &from->voice);
    if (to == NULL) {
        return bsh__fail_memory(err);
    }
    if (from->seq < to->seq) {
        size_t const      n = from->voice.name.n_bytes;
        const char *const name = bsh__arena_copy(&voices->texts, from->voice.name.data, n);
        if (name == NULL) {
            return bsh__fail_memory(err);
        }
        to->seq = from->seq;
        to->voice.name = (bsh_string){name, n};
    }
    to->is_alone = to->is_alone || from->is_alone;
    add_numbers(&to->voice, &from->voice);
    return BSH_OK;
}

bsh_status bsh_voices_merge(bsh_voices *voices, const bsh_voices *other, bsh_error *err)
{
    uint32_t corpus = 0;
    for (uint32_t i = 0; i < other->outlets.n; ++i) {
        const bsh_voices_corpus *const from = &outlet_at(other, i)->about;
        if (!find_outlet(voices, from->name, from->first, &corpus)) {
            return bsh__fail_memory(err);
        }
        merge_outlet(&outlet_at(voices, corpus)->about, from);
    }
    for (uint32_t i = 0; i < other->entries.n; ++i) {
        const entry *const             from = entry_at(other, i);
        const bsh_voices_corpus *const about = &outlet_at(other, from->corpus)->about;
        if (!find_outlet(voices, about->name, about->first, &corpus)) {
            return bsh__fail_memory(err);
        }
        BSH_TRY(merge_entry(voices, from, corpus, err));
    }
    return BSH_OK;
}

/* ---- rows */

static int compare_outlets(const void *a, const void *b)
{
    const bsh_voices_corpus *const first = a;
    const bsh_voices_corpus *const second = b;
    return (first->first > second->first) - (first->first < second->first);
}

bsh_status bsh_voices_corpora(bsh_voices *voices, const bsh_voices_corpus **out, size_t *n,
                              bsh_error *err)
{
    *out = NULL;
    *n = 0;
    if (!bsh__vec_resize(&voices->sorted, voices->outlets.n)) {
        return bsh__fail_memory(err);
    }
    bsh_voices_corpus *const sorted = voices->sorted.items;
    for (uint32_t i = 0; i < voices->outlets.n; ++i) {
        sorted[i] = outlet_at(voices, i)->about;
    }
    if (voices->outlets.n > 1) {
        qsort(sorted, voices->outlets.n, sizeof *sorted, compare_outlets);
    }
    *out = sorted;
    *n = voices->outlets.n;
    return BSH_OK;
}

static int compare_numbers(uint64_t first, uint64_t second)
{
    return (first < second) - (first > second);
}

static int compare_names(bsh_string first, bsh_string second)
{
    size_t const n = first.n_bytes < second.n_bytes ? first.n_bytes : second.n_bytes;
    int const    order = memcmp(first.data, second.data, n);
    return order != 0 ? order
                      : (first.n_bytes > second.n_bytes) - (first.n_bytes < second.n_bytes);
}

/* Most articles first, then most of what is ranked, then an order that is always the same. */
static int compare_by(const bsh_voice *first, const bsh_voice *second,
                      uint64_t (*value_of)(const bsh_voice *voice))
{
    int order = compare_numbers(first->articles, second->articles);
    order = order != 0 ? order : compare_numbers(value_of(first), value_of(second));
    order = order != 0 ? order : compare_numbers(first->words, second->words);
    order = order != 0 ? order : compare_numbers(first->quotes, second->quotes);
    order = order != 0 ? order : compare_numbers(first->indirect, second->indirect);
    order = order != 0 ? order : compare_names(first->name, second->name);
    return order != 0 ? order : (int) first->verb_class - (int) second->verb_class;
}

static uint64_t words_of(const bsh_voice *voice)
{
    return voice->words;
}

static int compare_people(const void *a, const void *b)
{
    return compare_by(a, b, words_of);
}

static uint64_t uses_of(const bsh_voice *voice)
{
    return voice->quotes + voice->indirect;
}

static int compare_verbs(const void *a, const void *b)
{
    return compare_by(a, b, uses_of);
}

static uint64_t pieces_of(const bsh_voice *voice)
{
    return voice->pieces;
}

static int compare_kinds(const void *a, const void *b)
{
    return compare_by(a, b, pieces_of);
}

static bool may_be_same(const bsh_voice *surname, const bsh_voice *full)
{
    return surname->gender == BSH_GENDER_UNKNOWN || full->gender == BSH_GENDER_UNKNOWN ||
           (surname->gender & full->gender) != 0;
}

/* Called by a surname alone, in articles without a full name that ends in it. */
static bool is_bare(const entry *known)
{
    return known->voice.sort == BSH_SPEAKER_SURNAME && !known->is_alone;
}

/* Finds for each surname the entry that the others go to: President Hale and Ms. Hale. */
static void join_surnames(bsh_voices *voices)
{
    bsh__surname *const surnames = voices->surnames.items.items;
    for (size_t i = 0; i < voices->surnames.items.n; ++i) {
        surnames[i].n_bare = surnames[i].gender = 0;
    }
    for (uint32_t i = 0; i < voices->entries.n; ++i) {
        const entry *const known = entry_at(voices, i);
        if (!is_bare(known)) {
            continue;
        }
        bsh__surname *const surname =
            bsh__surnames_find(&voices->surnames, known->key, known->corpus);
        bool const is_first =
            surname->n_bare == 0 ||
            compare_people(&known->voice, &entry_at(voices, surname->bare)->voice) < 0;
        surname->bare = is_first ? i : surname->bare;
        ++surname->n_bare;
        surname->gender |= known->voice.gender;
    }
}

/* Whom a surname alone means: the entry of a full name, or of the surname; itself where that is
 * not certain. */
static uint32_t target_of(const bsh_voices *voices, uint32_t number)
{
    const entry *const known = entry_at(voices, number);
    if (!is_bare(known)) {
        return number;
    }
    const bsh__surname *const surname =
        bsh__surnames_find(&voices->surnames, known->key, known->corpus);
    if (surname->n_full == 1) {
        bool const is_same =
            may_be_same(&known->voice, &entry_at(voices, surname->full)->voice);
        return is_same ? surname->full : number;
    }
    bool const is_one =
        surname->n_full == 0 && surname->gender != (BSH_GENDER_MALE | BSH_GENDER_FEMALE);
    return is_one ? surname->bare : number;
}

/* The rows of an outlet: entries that stand for themselves, with those that go to them.  An
 * entry's target is its row + 1 meanwhile. */
static bool make_rows(bsh_voices *voices, uint32_t corpus)
{
    voices->rows.n = 0;
    join_surnames(voices);
    for (uint32_t i = 0; i < voices->entries.n; ++i) {
        entry *const known = entry_at(voices, i);
        known->target = 0;
        if (known->corpus != corpus || target_of(voices, i) != i) {
            continue;
        }
        bsh_voice *const added = bsh__vec_push(&voices->rows);
        if (added == NULL) {
            return false;
        }
        *added = known->voice;
        known->target = (uint32_t) voices->rows.n;
    }
    bsh_voice *const rows = voices->rows.items;
    for (uint32_t i = 0; i < voices->entries.n; ++i) {
        const entry *const known = entry_at(voices, i);
        uint32_t const     target = known->corpus == corpus ? target_of(voices, i) : i;
        if (target != i) {
            add_numbers(&rows[entry_at(voices, target)->target - 1], &known->voice);
        }
    }
    return true;
}

bsh_status bsh_voices_rows(bsh_voices *voices, const char *corpus, const bsh_voice **out,
                           size_t *n, bsh_error *err)
{
    static int (*const comparators[BSH_BY_COUNT])(const void *, const void *) = {
        compare_people, compare_verbs, compare_kinds};
    bsh__text_key const key = {corpus, (uint32_t) strlen(corpus), 0};
    uint32_t const      number = bsh__text_table_find(&voices->corpora, key);
    *out = NULL;
    *n = 0;
    if (number == BSH__NO_TEXT) {
        return BSH_OK;
    }
    if (!make_rows(voices, number)) {
        return bsh__fail_memory(err);
    }
    if (voices->rows.n > 1) {
        qsort(voices->rows.items, voices->rows.n, sizeof(bsh_voice), comparators[voices->by]);
    }
    *out = voices->rows.items;
    *n = voices->rows.n;
    return BSH_OK;
}
