#include "segment/speakers.h"

#include <broadsheet/quote.h>

#include "segment/full_names.h"
#include "segment/phrase_words.h"

enum { MAX_NAMESAKES = 16, MAX_CLUE = 12 };

bsh_status bsh__speaker_book_read(bsh__speaker_book *book, const bsh__item_view *view,
                                  const bsh__vec *blocks, bsh_error *err)
{
    bsh__recent const nobody = {BSH__NO_PERSON, 0};
    book->male = book->female = book->unknown = book->plural = nobody;
    book->group = BSH__NO_PHRASE;
    book->stamp = 0;
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
    if (found.n > 1 || found.has_other) {
        mention.key.mark = BSH__MARK_AMBIGUOUS + mention.gender;
    }
    return bsh__speaker_add(book, &mention, person);
}

/* The later of two, BSH__NO_PERSON if there is none. */
static uint32_t later(bsh__recent a, bsh__recent b)
{
    return a.stamp >= b.stamp ? a.person : b.person;
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
            bsh__person_learn(bsh__person_at(&book->table, *person), mention); // its article
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

/* The person of a mention that is no pronoun, if *person is not the one who was named in other
 * words.  Returns false if there is no memory. */
static bool person_of_name(bsh__speaker_book *book, const bsh__mention *mention,
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

/* The group that was named last.  A subject is read only now: most of them say nothing. Returns
 * false if there is no memory. */
static bool read_group(bsh__speaker_book *book, uint32_t *person)
{
    if (bsh__is_phrase(book->group)) {
        bsh__mention const mention = bsh__mention_read(book->view, book->group);
        book->group = BSH__NO_PHRASE;
        if (!find_alias(book, &mention, &book->plural.person) ||
            !person_of_name(book, &mention, &book->plural.person)) {
            return false;
        }
    }
    *person = book->plural.person;
    return true;
}

/* Whom he, she or they means at a place in the text, if anybody; a person of unknown gender has
 * one from then on.  Returns false if there is no memory. */
static bool whom(bsh__speaker_book *book, uint8_t role, uint32_t position, uint32_t *person)
{
    *person = BSH__NO_PERSON;
    if (role == BSH__ROLE_THEY) {
        return read_group(book, person);
    }
    if (role != BSH__ROLE_HE && role != BSH__ROLE_SHE) {
        return true;
    }
    bool const         is_he = role == BSH__ROLE_HE;
    uint8_t const      gender = is_he ? BSH__GENDER_MALE : BSH__GENDER_FEMALE;
    bsh__recent *const known = is_he ? &book->male : &book->female;
    *person = later(*known, book->unknown);
    if (*person == BSH__NO_PERSON) {
        if (!bsh__full_name_before(book, position, gender, person)) {
            return false;
        }
    } else if (*person == book->unknown.person) {
        *known = book->unknown;
        book->unknown = (bsh__recent){BSH__NO_PERSON, 0};
    }
    if (*person != BSH__NO_PERSON) {
        bsh__person_at(&book->table, *person)->gender = gender;
    }
    return true;
}

/* The person of a mention at a place in the text.  Returns false if there is no memory. */
static bool person_of(bsh__speaker_book *book, const bsh__mention *mention, uint32_t *person)
{
    bool const is_pronoun = mention->sort == BSH__MENTION_PRONOUN;
    *person = BSH__NO_PERSON;
    if (is_pronoun && !whom(book, mention->role, mention->name.begin, person)) {
        return false;
    }
    return *person != BSH__NO_PERSON ||
           (find_alias(book, mention, person) && person_of_name(book, mention, person));
}

bsh_status bsh__speaker_of(bsh__speaker_book *book, const bsh__item_view *view,
                           bsh__phrase phrase, uint32_t *person, bsh_error *err)
{
    bsh__mention const mention = bsh__mention_read(view, phrase);
    return person_of(book, &mention, person) ? BSH_OK : bsh__fail_memory(err);
}

static void set_recent(bsh__speaker_book *book, uint32_t person, bool is_plural)
{
    bsh__recent const recent = {person, ++book->stamp};
    uint8_t const     gender = bsh__person_at(&book->table, person)->gender;
    if (is_plural) {
        book->group = BSH__NO_PHRASE;
        book->plural = recent;
    } else if (gender == BSH__GENDER_MALE) {
        book->male = recent;
    } else if (gender == BSH__GENDER_FEMALE) {
        book->female = recent;
    } else {
        book->unknown = recent;
    }
}

/* A pronoun: the person whom it means is spoken of again.  Returns false if there is no memory.
 */
static bool note_pronoun(bsh__speaker_book *book, uint8_t role, uint32_t position)
{
    uint32_t person = BSH__NO_PERSON;
    if (!whom(book, role, position, &person)) {
        return false;
    }
    if (person != BSH__NO_PERSON) {
        set_recent(book, person, role == BSH__ROLE_THEY);
    }
    return true;
}

bsh_status bsh__speaker_note(bsh__speaker_book *book, const bsh__item_view *view,
                             bsh__phrase phrase, uint32_t *person, bsh_error *err)
{
    bsh__mention const mention = bsh__mention_read(view, phrase);
    if (!person_of(book, &mention, person)) {
        return bsh__fail_memory(err);
    }
    if (mention.sort != BSH__MENTION_PRONOUN) {
        set_recent(book, *person, mention.is_plural);
    } else if (!note_pronoun(book, mention.role, mention.name.begin)) {
        return bsh__fail_memory(err);
    }
    return BSH_OK;
}

/* The gender of he, his, she, her. */
static uint8_t gender_of_pronoun(const bsh__item *item)
{
    if (item->role == BSH__ROLE_HE || item->key == BSH__KEY_HIS) {
        return BSH__GENDER_MALE;
    }
    bool const is_her = item->key == BSH__KEY_HER && bsh__is_filler(item + 1); // her nose
    return item->role == BSH__ROLE_SHE || is_her ? BSH__GENDER_FEMALE : BSH__GENDER_UNKNOWN;
}

/* "Runa Stolberg put her nose to the glass": a subject's own pronoun tells the gender, if
 * nobody else is named before it. */
static void learn_gender(bsh__person *person, const bsh__item_view *view, bsh__phrase phrase)
{
    for (uint32_t i = phrase.last + 1;
         person->gender == BSH__GENDER_UNKNOWN && i < phrase.last + MAX_CLUE; ++i) {
        const bsh__item *const item = &view->items[i];
        if (item->type == BSH__ITEM_BREAK || item->type == BSH__ITEM_PIECE ||
            (bsh__is_name_word(item) && bsh__is_person_word(item))) {
            break;
        }
        person->gender = gender_of_pronoun(item);
    }
}

/* The verb of a subject is one of several: have, are, were. */
static bool is_of_several(const bsh__item_view *view, bsh__phrase phrase)
{
    const bsh__item *const verb = &view->items[phrase.last + 1];
    return verb->type == BSH__ITEM_WORD && verb->role == BSH__ROLE_AUXILIARY &&
           verb->span.end - verb->span.begin >= 3 &&
           view->input->text[verb->span.end - 1] == 'e';
}

/* A name that is more than a place's, or of one who spoke before. */
static bool may_be_meant(const bsh__speaker_book *book, const bsh__mention *mention)
{
    return mention->sort == BSH__MENTION_COMMON || mention->has_title || mention->key.n >= 2 ||
           find_owners(book, mention).n > 0 ||
           bsh__name_find(&book->table, &mention->key) != BSH__NO_PERSON;
}

/* The person of a subject; BSH__NO_PERSON if it is none, or not surely one: "Halden fell
 * silent". Returns false if there is no memory. */
static bool person_of_subject(bsh__speaker_book *book, const bsh__mention *mention,
                              uint32_t *person)
{
    if (!find_alias(book, mention, person)) {
        return false;
    }
    return (*person == BSH__NO_PERSON && !may_be_meant(book, mention)) ||
           person_of_name(book, mention, person);
}

/* The group that "they" means from now on; nobody if it is no phrase. */
static void note_group(bsh__speaker_book *book, bsh__phrase phrase)
{
    book->group = phrase;
    book->plural = (bsh__recent){BSH__NO_PERSON, 0};
}

bsh_status bsh__subject_note(bsh__speaker_book *book, const bsh__item_view *view,
                             bsh__phrase phrase, bsh_error *err)
{
    uint8_t const role = bsh__pronoun_role(view, phrase);
    if (view->items[phrase.last + 1].role == BSH__ROLE_AND) {
        note_group(book, BSH__NO_PHRASE); // "She and a clerk wrote": they
    }
    if (role != BSH__ROLE_NONE) {
        uint32_t const position = view->items[phrase.first].span.begin;
        return note_pronoun(book, role, position) ? BSH_OK : bsh__fail_memory(err);
    }
    bsh__mention mention;
    if (!bsh__mention_read_name(view, phrase, &mention)) {
        if (!bsh__mention_is_of_person(view, phrase)) {
            return BSH_OK; // "The plan was dear," he said: he is not the plan
        }
        mention = bsh__mention_read(view, phrase);
    }
    if (mention.is_plural || is_of_several(view, phrase)) {
        note_group(book, phrase);
        return BSH_OK;
    }
    uint32_t person = 0;
    if (!person_of_subject(book, &mention, &person)) {
        return bsh__fail_memory(err);
    }
    if (person != BSH__NO_PERSON) {
        learn_gender(bsh__person_at(&book->table, person), view, phrase);
        set_recent(book, person, false);
    }
    return BSH_OK;
}

void bsh__speaker_hide(bsh__speaker_book *book, uint32_t person)
{
    bsh__person *const p = bsh__person_at(&book->table, person);
    if (p->key.mark != 0 && (p->flags & BSH_QUOTE_FLAG_SPOKES) == 0) {
        p->flags |= BSH_QUOTE_FLAG_ANONYMOUS;
    }
}

/* ---- the list of speakers */

/* A name as it is shown: line ends in it are blanks. */
static bool write_name(bsh__speaker_book *book, const char *text, bsh_span span,
                       bsh_string *out)
{
    size_t const n = span.end - span.begin;
    char *const  name = bsh__arena_copy(&book->names, text + span.begin, n);
    for (size_t i = 0; name != NULL && i < n; ++i) {
        name[i] = name[i] == '\n' || name[i] == '\r' || name[i] == '\t' ? ' ' : name[i];
    }
    *out = (bsh_string){name, n};
    return name != NULL;
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
