#include "segment/speakers.h"

#include <broadsheet/quote.h>

#include "segment/full_names.h"
#include "segment/phrase_words.h"

enum { MAX_NAMESAKES = 16 };

bsh_status bsh__speaker_book_read(bsh__speaker_book *book, const bsh__item_view *view,
                                  const bsh__vec *blocks, bsh_error *err)
{
    bsh__speaker_book_clear(book);
    bool const has_memory =
        bsh__name_table_clear(&book->table) && bsh__full_names_collect(book, view, blocks);
    return has_memory ? BSH_OK : bsh__fail_memory(err);
}

/* ---- mentions to persons */

/* The owners of a surname that a mention may mean. */
typedef struct owners {
    uint32_t n, n_given;    /* all; those with a known given name or an initial */
    uint32_t person, given; /* one of them */
    bool     has_other;     /* somebody of the other gender has this surname, too */
} owners;

static owners find_owners(const bsh__speaker_book *book, const bsh__mention *mention)
{
    owners   found = {.person = BSH__NO_PERSON, .given = BSH__NO_PERSON};
    uint32_t i = bsh__name_first(&book->table, mention->key.terms[mention->key.n - 1]);
    for (int n = 0; n < MAX_NAMESAKES && i != BSH__NO_PERSON; ++n) {
        const bsh__person *const p = bsh__person_at(&book->table, i);
        bool const               is_other = mention->gender != BSH__GENDER_UNKNOWN &&
                              p->gender != BSH__GENDER_UNKNOWN && p->gender != mention->gender;
        uint32_t const person = bsh__speaker_fullest(book, i);
        if (is_other) {
            found.has_other = true;
        } else if (p->same_as == i) {
            ++found.n;
            found.person = person;
            found.n_given += p->has_given;
            found.given = p->has_given ? person : found.given;
        }
        i = p->next;
    }
    return found;
}

/* Mrs. Bell, in a text where the Bell without a given name is Mr. Bell. */
static bool is_of_other_gender(const bsh__speaker_book *book, const bsh__mention *mention)
{
    uint32_t const person = bsh__name_find(&book->table, &mention->key);
    if (person == BSH__NO_PERSON || mention->gender == BSH__GENDER_UNKNOWN) {
        return false;
    }
    uint8_t const gender = bsh__person_at(&book->table, person)->gender;
    return gender != BSH__GENDER_UNKNOWN && gender != mention->gender;
}

/* A surname alone, or behind a title: the one person in the text who bears it. */
static bool find_surname(bsh__speaker_book *book, bsh__mention mention, uint32_t *person)
{
    owners const found = find_owners(book, &mention);
    if (found.n_given == 1 || found.n == 1) {
        *person = found.n_given == 1 ? found.given : found.person;
        bsh__person *const p = bsh__person_at(&book->table, *person);
        if (mention.n_words > p->n_words) { // Ms. Rosen of "Edda and Felix Rosen"
            p->name = mention.name;
            p->n_words = mention.n_words;
        }
        p->gender = p->gender == BSH__GENDER_UNKNOWN ? mention.gender : p->gender;
        return true;
    }
    if (found.n > 1 || found.has_other || is_of_other_gender(book, &mention)) {
        mention.key.mark = BSH__MARK_AMBIGUOUS + mention.gender;
    }
    return bsh__speaker_add(book, &mention, person);
}

/* NWB: a single word in capitals. */
static bool is_abbreviation(const bsh__speaker_book *book, bsh_span name)
{
    const char *const text = book->view->input->text;
    uint32_t          at = name.end;
    while (at > name.begin && text[at - 1] >= 'A' && text[at - 1] <= 'Z') {
        --at;
    }
    return name.end >= at + 2 && (at == name.begin || text[at - 1] == ' ');
}

/* Emma: a given name alone, and nobody's surname. */
static bool may_be_given(const bsh__speaker_book *book, const bsh__mention *mention)
{
    return mention->has_given && mention->key.n == 1 && !mention->has_title &&
           bsh__name_first(&book->table, mention->key.terms[0]) == BSH__NO_PERSON;
}

/* Reads the names that a single word may stand for: Emma, the mayor, the NWB.  Returns false if
 * there is no memory. */
static bool read_meant(bsh__speaker_book *book, const bsh__mention *mention)
{
    if (mention->key.n != 1 || mention->has_title) {
        return true;
    }
    if (may_be_given(book, mention)) {
        return bsh__full_names_read_all(book);
    }
    bool const is_office = mention->is_office && mention->sort == BSH__MENTION_COMMON;
    return !(is_office || is_abbreviation(book, mention->name)) ||
           bsh__full_names_read_offices(book);
}

/* The one person whom a single word means that stood in a name or before it. */
static uint32_t hinted_by(const bsh__speaker_book *book, const bsh__mention *mention)
{
    if (mention->sort == BSH__MENTION_PERSON) {
        return bsh__name_hinted(&book->table, mention->key.terms[0], BSH__MARK_GIVEN);
    }
    uint32_t const exact = bsh__name_find(&book->table, &mention->key);
    bool const     has_hint =
        mention->is_known && (exact == BSH__NO_PERSON || mention->sort != BSH__MENTION_COMMON ||
                              mention->key.mark != BSH__MARK_COMMON);
    uint32_t const hinted = has_hint
                                ? bsh__name_hinted(&book->table, mention->head, BSH__MARK_HEAD)
                                : BSH__NO_PERSON;
    return hinted != BSH__NO_PERSON ? hinted : exact;
}

/* A person who was named in other words: "the mayor" of Mayor Ana Bell, police of Halden
 * Police, "the White House" of "White House".  Returns false if there is no memory. */
static bool find_alias(bsh__speaker_book *book, const bsh__mention *mention, uint32_t *person)
{
    *person = BSH__NO_PERSON;
    if (!bsh__full_names_read_alike(book, mention) || !read_meant(book, mention)) {
        return false;
    }
    if (mention->sort == BSH__MENTION_ORGANISATION && mention->key.n > 1) {
        bsh__name_key key = mention->key;
        key.mark = 0;
        *person = bsh__name_find(&book->table, &key);
        if (*person != BSH__NO_PERSON) {
            bsh__person_learn(bsh__person_at(&book->table, *person),
                              mention); // its article
        }
    } else if (mention->is_known || may_be_given(book, mention)) {
        *person = hinted_by(book, mention);
    }
    return true;
}

/* "A senior official" may be "the official" further on, "two companies" the companies. */
static bool learn_head(bsh__speaker_book *book, const bsh__mention *mention, uint32_t person)
{
    bool const is_source = mention->sort == BSH__MENTION_COMMON && mention->key.n > 1 &&
                           (mention->flags != 0 || mention->is_plural);
    return !is_source || bsh__name_hint(&book->table, mention->head, BSH__MARK_HEAD, person);
}

/* The person of a mention, if *person is not the one who was named in other words.  Returns
 * false if there is no memory. */
static bool person_of_words(bsh__speaker_book *book, const bsh__mention *mention,
                            uint32_t *person)
{
    bool const is_surname = mention->sort == BSH__MENTION_PERSON && mention->key.n == 1;
    bool       has_memory = true;
    if (*person == BSH__NO_PERSON) {
        has_memory = is_surname ? find_surname(book, *mention, person)
                                : bsh__speaker_add(book, mention, person) &&
                                      learn_head(book, mention, *person);
    }
    *person = has_memory ? bsh__speaker_fullest(book, *person) : *person;
    return has_memory;
}

bool bsh__person_of_name(bsh__speaker_book *book, const bsh__mention *mention, uint32_t *person)
{
    return find_alias(book, mention, person) && person_of_words(book, mention, person);
}

/* A name that is more than a place's, or of one who was named before. */
static bool may_be_meant(const bsh__speaker_book *book, const bsh__mention *mention)
{
    if (mention->sort == BSH__MENTION_COMMON || mention->has_title || mention->key.n >= 2 ||
        find_owners(book, mention).n > 0) {
        return true;
    }
    uint32_t const exact = bsh__name_find(&book->table, &mention->key);
    return exact != BSH__NO_PERSON &&
           bsh__person_at(&book->table, exact)->name.begin < mention->name.begin;
}

bool bsh__person_of_subject(bsh__speaker_book *book, const bsh__mention *mention,
                            uint32_t *person)
{
    if (!find_alias(book, mention, person)) {
        return false;
    }
    return (*person == BSH__NO_PERSON && !may_be_meant(book, mention)) ||
           person_of_words(book, mention, person);
}

bool bsh__speaker_may_hide(const bsh__speaker_book *book, uint32_t person)
{
    const bsh__person *const p = bsh__person_at(&book->table, person);
    return p->key.mark != 0 && (p->flags & BSH_QUOTE_FLAG_SPOKES) == 0;
}

void bsh__speaker_hide(bsh__speaker_book *book, uint32_t person)
{
    bsh__person_at(&book->table, person)->flags |= BSH_QUOTE_FLAG_ANONYMOUS;
}

/* ---- the list of speakers */

/* A name as it is shown: line ends in it are blanks. */
static bool write_name(bsh__speaker_book *book, const char *text, bsh_span span,
                       bsh_string *out)
{
    size_t const n = span.end - span.begin;
    char *const  name = bsh__arena_copy(&book->names, text + span.begin, n);
    if (name == NULL) {
        return false;
    }
    for (char *c = name; c < name + n; ++c) {
        *c = *c == '\n' || *c == '\r' || *c == '\t' ? ' ' : *c;
    }
    *out = (bsh_string){name, n};
    return true;
}

static uint8_t sort_of(const bsh__person *person)
{
    return person->key.mark == BSH__MARK_COMMON         ? BSH_SPEAKER_COMMON
           : person->key.mark == BSH__MARK_ORGANISATION ? BSH_SPEAKER_ORGANISATION
           : person->key.n == 1                         ? BSH_SPEAKER_SURNAME
                                                        : BSH_SPEAKER_PERSON;
}

/* The number of a person among the speakers. */
static bool number_of(bsh__speaker_book *book, const char *text, uint32_t person,
                      bsh__vec *speakers, uint32_t *number)
{
    uint32_t *const slot = (uint32_t *) book->numbers.items + person;
    if (*slot == 0) {
        const bsh__person *const p = bsh__person_at(&book->table, person);
        bsh_speaker *const       speaker = bsh__vec_push(speakers);
        if (speaker == NULL || bsh__vec_push(&book->last_group) == NULL ||
            !write_name(book, text, p->name, &speaker->name)) {
            return false;
        }
        speaker->flags = p->flags;
        speaker->sort = sort_of(p);
        speaker->gender = p->gender;
        *slot = (uint32_t) speakers->n;
    }
    *number = *slot - 1;
    return true;
}

bsh_status bsh__speaker_book_write(bsh__speaker_book *book, const char *text, bsh__vec *quotes,
                                   bsh__vec *speakers, bsh_error *err)
{
    bsh__arena_reset(&book->names);
    book->numbers.n = book->last_group.n = speakers->n = 0;
    if (!bsh__vec_resize(&book->numbers, book->table.persons.n)) {
        return bsh__fail_memory(err);
    }
    bsh_quote *const quote = quotes->items;
    for (size_t i = 0; i < quotes->n; ++i) {
        if (quote[i].speaker == BSH_NO_SPEAKER) {
            continue;
        }
        if (!number_of(book, text, quote[i].speaker, speakers, &quote[i].speaker)) {
            return bsh__fail_memory(err);
        }
        bsh_speaker *const speaker = (bsh_speaker *) speakers->items + quote[i].speaker;
        uint32_t *const    last = (uint32_t *) book->last_group.items + quote[i].speaker;
        quote[i].flags |= speaker->flags;
        if (quote[i].kind == BSH_QUOTE_INDIRECT) {
            ++speaker->n_indirect;
            continue;
        }
        speaker->n_words += quote[i].n_words;
        speaker->n_quotes += *last != quote[i].group;
        *last = quote[i].group;
    }
    return BSH_OK;
}
