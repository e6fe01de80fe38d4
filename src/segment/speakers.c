#include "segment/speakers.h"

#include <broadsheet/quote.h>

#include "data/lexicon.h"
#include "segment/mentions.h"

enum { MAX_NAMESAKES = 16, MAX_CHAIN = 4, MAX_NAME_WORDS = 5 };

/* Sets apart a surname that several people bear: Mr. Bell from Ms. Bell. */
enum { MARK_AMBIGUOUS = 8 };

void bsh__speaker_book_init(bsh__speaker_book *book, const bsh_allocator *allocator)
{
    bsh__name_table_init(&book->table, allocator);
    bsh__vec_init(&book->unread, allocator, sizeof(bsh__unread_name));
    bsh__vec_init(&book->shelves, allocator, sizeof(uint32_t));
    bsh__arena_init(&book->names, allocator);
    bsh__vec_init(&book->numbers, allocator, sizeof(uint32_t));
    bsh__vec_init(&book->last_group, allocator, sizeof(uint32_t));
}

void bsh__speaker_book_free(bsh__speaker_book *book)
{
    bsh__name_table_free(&book->table);
    bsh__vec_free(&book->unread);
    bsh__vec_free(&book->shelves);
    bsh__arena_free(&book->names);
    bsh__vec_free(&book->numbers);
    bsh__vec_free(&book->last_group);
}

/* ---- persons */

/* Keeps the fuller form of a name and what tells a person's gender. */
static void learn(bsh__person *person, const bsh__mention *mention)
{
    if (mention->n_words > person->n_words) {
        person->name = mention->name;
        person->n_words = mention->n_words;
    }
    if (person->gender == BSH__GENDER_UNKNOWN) {
        person->gender = mention->gender;
    }
    person->has_given = person->has_given || mention->has_given;
    person->is_plural = person->is_plural || mention->is_plural;
    person->flags |= mention->flags;
}

static bool add(bsh__speaker_book *book, const bsh__mention *mention, uint32_t *person)
{
    bool is_new = false;
    if (!bsh__name_add(&book->table, &mention->key, person, &is_new)) {
        return false;
    }
    learn(bsh__person_at(&book->table, *person), mention);
    return true;
}

/* The person of the fullest name. */
static uint32_t fullest(const bsh__speaker_book *book, uint32_t person)
{
    for (int n = 0; n < MAX_CHAIN; ++n) {
        uint32_t const other = bsh__person_at(&book->table, person)->same_as;
        if (other == person) {
            break;
        }
        person = other;
    }
    return person;
}

/* ---- full names of the text
 *
 * Most of them are of nobody who speaks, and to read one takes as long as to pass fifty words.
 * So runs of names are only put on shelves by surname; a shelf is read when a mention asks for
 * it. */

/* The full name in a run of capitalised words. */
static bool read_run(bsh__speaker_book *book, const bsh__item_view *view, bsh__phrase run)
{
    bsh__mention mention;
    uint32_t     person = 0;
    bool const   is_full = bsh__mention_read_name(view, run, &mention) &&
                         mention.sort == BSH__MENTION_PERSON && mention.key.n >= 2 &&
                         mention.key.n <= MAX_NAME_WORDS;
    return !is_full || add(book, &mention, &person);
}

static uint32_t *shelf_of(const bsh__speaker_book *book, uint32_t surname)
{
    return (uint32_t *) book->shelves.items + (surname & (book->shelves.n - 1));
}

/* Reads the names of the text that may be found under the name of a mention. */
static bool read_namesakes(bsh__speaker_book *book, const bsh__item_view *view,
                           const bsh__mention *mention)
{
    if (mention->sort != BSH__MENTION_PERSON || mention->key.n == 0 || book->shelves.n == 0) {
        return true;
    }
    uint32_t *const shelf = shelf_of(book, mention->key.terms[mention->key.n - 1]);
    size_t const    first = book->table.persons.n;
    for (; *shelf != 0;) {
        const bsh__unread_name *const name =
            (const bsh__unread_name *) book->unread.items + *shelf - 1;
        if (!read_run(book, view, name->run)) {
            return false;
        }
        *shelf = name->next;
    }
    bsh__names_merge(&book->table, first);
    return true;
}

/* The surname of a run of names that begins at item `first` (or of an office, before it): last,
 * but for Jr.; a particle may be a preposition in some language, and ends a name without
 * office. */
static uint32_t surname_in(const bsh__item_view *view, bsh__phrase run, uint32_t first)
{
    uint32_t last = run.last;
    for (uint32_t i = run.first + 1; run.first >= first && i < last; ++i) {
        last = (view->items[i].lists & BSH__WORD_PREPOSITION) != 0 ? i - 1 : last;
    }
    bool const has_suffix = last > first && (view->items[last].traits & BSH__TRAIT_SUFFIX) != 0;
    return view->items[has_suffix ? last - 1 : last].term;
}

/* Collects the runs of two names and more of a block.  A name goes on with a name or a
 * particle. */
static bool collect(bsh__speaker_book *book, const bsh__item_view *view,
                    const bsh__block_items *block)
{
    uint32_t behind = block->items.begin;
    for (uint32_t i = block->names.begin; i < block->names.end; ++i) {
        uint32_t const begin = view->names[i];
        unsigned const next = view->items[begin + 1].traits;
        if (begin < behind || (next & (BSH__TRAIT_NAME | BSH__TRAIT_PARTICLE)) == 0) {
            continue;
        }
        bsh__phrase const run = bsh__name_run(view, begin, block->items.end, &behind);
        if (behind - begin < 2 || run.last <= run.first) {
            continue;
        }
        bsh__unread_name *const name = bsh__vec_push(&book->unread);
        if (name == NULL) {
            return false;
        }
        *name = (bsh__unread_name){.run = run, .surname = surname_in(view, run, begin)};
    }
    return true;
}

/* Puts the collected names on shelves, of which most stay empty, the first of a surname in
 * front. */
static bool put_on_shelves(bsh__speaker_book *book)
{
    bsh__unread_name *const names = book->unread.items;
    size_t                  n = 1;
    while (n < 4 * book->unread.n) {
        n *= 2;
    }
    book->shelves.n = 0;
    if (!bsh__vec_resize(&book->shelves, n)) {
        return false;
    }
    for (size_t i = book->unread.n; i > 0; --i) {
        uint32_t *const shelf = shelf_of(book, names[i - 1].surname);
        names[i - 1].next = *shelf;
        *shelf = (uint32_t) i;
    }
    return true;
}

bsh_status bsh__speaker_book_read(bsh__speaker_book *book, const bsh__item_view *view,
                                  const bsh__vec *blocks, bsh_error *err)
{
    const bsh__block_items *const block = blocks->items;
    bsh__recent const             nobody = {BSH__NO_PERSON, 0};
    book->male = book->female = book->unknown = book->plural = nobody;
    book->stamp = 0;
    book->unread.n = 0;
    if (!bsh__name_table_clear(&book->table)) {
        return bsh__fail_memory(err);
    }
    for (size_t i = 0; i < blocks->n; ++i) {
        if (!collect(book, view, &block[i])) {
            return bsh__fail_memory(err);
        }
    }
    return put_on_shelves(book) ? BSH_OK : bsh__fail_memory(err);
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
        uint32_t const person = fullest(book, i);
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
        p->gender = p->gender == BSH__GENDER_UNKNOWN ? mention.gender : p->gender;
        return true;
    }
    if (found.n > 1 || found.has_other) {
        mention.key.mark = MARK_AMBIGUOUS + mention.gender;
    }
    return add(book, &mention, person);
}

/* The later of two, BSH__NO_PERSON if there is none. */
static uint32_t later(bsh__recent a, bsh__recent b)
{
    return a.stamp >= b.stamp ? a.person : b.person;
}

/* Whom he, she or they means; a person of unknown gender has one from then on. */
static uint32_t whom(bsh__speaker_book *book, uint8_t role)
{
    if (role == BSH__ROLE_THEY) {
        return book->plural.person;
    }
    if (role != BSH__ROLE_HE && role != BSH__ROLE_SHE) {
        return BSH__NO_PERSON;
    }
    bool const         is_he = role == BSH__ROLE_HE;
    bsh__recent *const known = is_he ? &book->male : &book->female;
    uint32_t const     person = later(*known, book->unknown);
    if (person != BSH__NO_PERSON && person == book->unknown.person) {
        bsh__person_at(&book->table, person)->gender =
            is_he ? BSH__GENDER_MALE : BSH__GENDER_FEMALE;
        *known = book->unknown;
        book->unknown = (bsh__recent){BSH__NO_PERSON, 0};
    }
    return person;
}

/* The person of a mention where it stands.  Returns false if there is no memory. */
static bool person_of(bsh__speaker_book *book, const bsh__mention *mention, uint32_t *person)
{
    bool const is_pronoun = mention->sort == BSH__MENTION_PRONOUN;
    *person = is_pronoun ? whom(book, mention->role) : BSH__NO_PERSON;
    if (*person != BSH__NO_PERSON) {
        return true;
    }
    bool const is_surname = mention->sort == BSH__MENTION_PERSON && mention->key.n == 1;
    if (is_surname ? !find_surname(book, *mention, person) : !add(book, mention, person)) {
        return false;
    }
    *person = fullest(book, *person);
    return true;
}

bsh_status bsh__speaker_of(bsh__speaker_book *book, const bsh__item_view *view,
                           bsh__phrase phrase, uint32_t *person, bsh_error *err)
{
    bsh__mention const mention = bsh__mention_read(view, phrase);
    bool const         is_ok =
        read_namesakes(book, view, &mention) && person_of(book, &mention, person);
    return is_ok ? BSH_OK : bsh__fail_memory(err);
}

static void set_recent(bsh__speaker_book *book, uint32_t person, bool is_plural)
{
    bsh__recent const recent = {person, ++book->stamp};
    uint8_t const     gender = bsh__person_at(&book->table, person)->gender;
    if (is_plural) {
        book->plural = recent;
    } else if (gender == BSH__GENDER_MALE) {
        book->male = recent;
    } else if (gender == BSH__GENDER_FEMALE) {
        book->female = recent;
    } else {
        book->unknown = recent;
    }
}

/* A pronoun: the person whom it means is spoken of again. */
static void note_pronoun(bsh__speaker_book *book, uint8_t role)
{
    uint32_t const person = whom(book, role);
    if (person != BSH__NO_PERSON) {
        set_recent(book, person, role == BSH__ROLE_THEY);
    }
}

bsh_status bsh__speaker_note(bsh__speaker_book *book, const bsh__item_view *view,
                             bsh__phrase phrase, uint32_t *person, bsh_error *err)
{
    bsh__mention const mention = bsh__mention_read(view, phrase);
    if (!read_namesakes(book, view, &mention) || !person_of(book, &mention, person)) {
        return bsh__fail_memory(err);
    }
    if (mention.sort == BSH__MENTION_PRONOUN) {
        note_pronoun(book, mention.role);
    } else {
        set_recent(book, *person, mention.is_plural);
    }
    return BSH_OK;
}

/* One word that is nobody's surname, as most that begin a sentence are: no need to read it. */
static bool is_unknown_word(const bsh__speaker_book *book, const bsh__item_view *view,
                            bsh__phrase phrase)
{
    uint32_t const term = view->items[phrase.first].term;
    return phrase.first == phrase.last && *shelf_of(book, term) == 0 &&
           bsh__name_first(&book->table, term) == BSH__NO_PERSON;
}

bsh_status bsh__subject_note(bsh__speaker_book *book, const bsh__item_view *view,
                             bsh__phrase phrase, bsh_error *err)
{
    uint8_t const role = bsh__pronoun_role(view, phrase);
    if (role != BSH__ROLE_NONE) {
        note_pronoun(book, role);
        return BSH_OK;
    }
    bsh__mention mention;
    if (is_unknown_word(book, view, phrase) ||
        !bsh__mention_read_name(view, phrase, &mention) ||
        mention.sort != BSH__MENTION_PERSON) {
        return BSH_OK; // "The plan was dear," he said: he is not the plan
    }
    if (!read_namesakes(book, view, &mention)) {
        return bsh__fail_memory(err);
    }
    bool const is_known = mention.has_title || mention.key.n >= 2;
    if (!is_known && find_owners(book, &mention).n == 0) {
        return BSH_OK; // "Halden fell silent": a town
    }
    uint32_t person = 0;
    if (!person_of(book, &mention, &person)) {
        return bsh__fail_memory(err);
    }
    set_recent(book, person, mention.is_plural);
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
