#include "segment/full_names.h"

#include "segment/mentions.h"
#include "segment/phrase_words.h"

enum {
    MAX_NAME_WORDS = 5,
    MAX_BACK = 8,
    MAX_RUN = 12,
    MIN_ABBREVIATION = 2,
    MAX_ABBREVIATION = 8
};

/* ---- one run of capitalised words */

/* A run, and who bears the name. */
typedef struct full_name {
    const bsh__item_view *view;
    bsh__phrase           run;
    uint32_t              person;
} full_name;

/* The office in an apposition, "Ana Bell, the mayor" or "the mayor, Ana Bell"; NULL if there is
 * none. */
static const bsh__item *office_beside(const full_name *name)
{
    const bsh__item *const behind = &name->view->items[name->run.last + 1];
    const bsh__item *const before = &name->view->items[name->run.first - 1];
    if (behind->type == BSH__ITEM_COMMA) {
        const bsh__item *const office = behind + 1 + (behind[1].key == BSH__KEY_THE);
        return office->key == BSH__KEY_OFFICE ? office : NULL;
    }
    bool const is_behind_office = before->type == BSH__ITEM_COMMA &&
                                  before[-1].key == BSH__KEY_OFFICE &&
                                  before[-2].key == BSH__KEY_THE;
    return is_behind_office ? before - 1 : NULL;
}

static bool add_hint(bsh__speaker_book *book, uint32_t term, bsh__name_mark mark,
                     uint32_t person)
{
    bsh__hint *const hint = bsh__vec_push(&book->hints);
    if (hint == NULL) {
        return false;
    }
    *hint = (bsh__hint){term, person, (uint8_t) mark};
    return true;
}

static bool is_upper(char c)
{
    return c >= 'A' && c <= 'Z';
}

/* The item is in capitals alone, and begins and ends as the name does: NWB of National Water
 * Board.
 */
static bool abbreviates(const full_name *name, const bsh__item *item)
{
    const char *const text = name->view->input->text;
    uint32_t const    n = item->span.end - item->span.begin;
    if (n < MIN_ABBREVIATION || n > MAX_ABBREVIATION) {
        return false;
    }
    for (uint32_t i = item->span.begin; i < item->span.end; ++i) {
        if (!is_upper(text[i])) {
            return false;
        }
    }
    return text[item->span.end - 1] == text[name->view->items[name->run.last].span.begin];
}

/* The name with all that belongs to it before its run: the Bureau of | Water Rights. */
static bsh__phrase with_article(const full_name *name)
{
    const bsh__item *const items = name->view->items;
    uint32_t               first = name->run.first;
    if (items[first - 1].role == BSH__ROLE_OF && bsh__is_name_word(&items[first - 2])) {
        first -= 2;
    }
    first -= items[first - 1].key == BSH__KEY_THE;
    return (bsh__phrase){first, name->run.last};
}

/* "the National Water Board (NWB)": the abbreviation means the same from then on. */
static bool read_abbreviation(bsh__speaker_book *book, const full_name *name)
{
    const bsh__item *const short_name = &name->view->items[name->run.last + 2];
    if (short_name->type != BSH__ITEM_WORD || short_name[1].type != BSH__ITEM_BRACKET ||
        !abbreviates(name, short_name)) {
        return true;
    }
    bsh__mention  mention;
    bsh__name_key key = {.terms = {short_name->term}, .n = 1};
    uint32_t      person = 0;
    bsh__mention_read(name->view, with_article(name), &mention);
    if (!bsh__speaker_add(book, &mention, &person)) {
        return false;
    }
    for (int i = 0; i < 2; ++i) { // NWB, the NWB
        uint32_t alias = 0;
        bool     is_new = false;
        if (!bsh__name_add(&book->table, &key, &alias, &is_new)) {
            return false;
        }
        bsh__person_at(&book->table, alias)->same_as = person;
        key.mark = BSH__MARK_ORGANISATION;
    }
    return true;
}

/* The office of a name may stand before it, too: "Former Mayor Ana Bell" holds none. */
static bool read_office(bsh__speaker_book *book, const full_name *name,
                        const bsh__mention *mention)
{
    bool const is_former = name->view->items[name->run.first - 1].key == BSH__KEY_FORMER;
    if (mention->is_office && !is_former) {
        return add_hint(book, mention->head, BSH__MARK_HEAD, name->person);
    }
    const bsh__item *const office = office_beside(name);
    return office == NULL || add_hint(book, office->term, BSH__MARK_HEAD, name->person);
}

/* Edda of "Edda and Felix Rosen": her name is not written out. */
static bool read_partner(bsh__speaker_book *book, const full_name *name,
                         const bsh__mention *mention)
{
    if (name->run.first < 3) {
        return true;
    }
    const bsh__item *const given = &name->view->items[name->run.first - 2];
    if (given[1].role != BSH__ROLE_AND || !bsh__is_on(given, BSH__GIVEN) ||
        !bsh__is_name_word(given) || bsh__is_name_word(given - 1) || !mention->has_given) {
        return true;
    }
    bsh__mention partner = *mention;
    uint32_t     person = 0;
    partner.key.terms[0] = given->term;
    partner.key.terms[1] = mention->key.terms[mention->key.n - 1];
    partner.key.n = 2;
    partner.name = given->span;
    partner.n_words = 1;
    partner.gender =
        bsh__is_on(given, BSH__WORD_FEMALE_NAME) ? BSH__GENDER_FEMALE : BSH__GENDER_MALE;
    return bsh__speaker_add(book, &partner, &person);
}

/* The full name in a run; false of *is_full if it is none. */
static bool read_run(bsh__speaker_book *book, full_name *name, bsh__mention *mention,
                     bool *is_full)
{
    *is_full = bsh__mention_read_name(name->view, name->run, mention) && mention->key.n >= 2 &&
               mention->key.n <= MAX_NAME_WORDS;
    if (!*is_full) {
        return true;
    }
    if (mention->sort == BSH__MENTION_PERSON) {
        return bsh__speaker_add(book, mention, &name->person) &&
               read_partner(book, name, mention);
    }
    return !mention->is_office ||
           (bsh__speaker_add(book, mention, &name->person) &&
            bsh__name_hint(&book->table, mention->head, BSH__MARK_HEAD, name->person));
}

/* What may stand for a full name. */
static bool read_hints(bsh__speaker_book *book, full_name *name, const bsh__mention *mention)
{
    bool const is_person = mention->sort == BSH__MENTION_PERSON;
    return (!is_person || !mention->has_given ||
            add_hint(book, mention->key.terms[0], BSH__MARK_GIVEN, name->person)) &&
           (!is_person || read_office(book, name, mention)) &&
           (name->view->items[name->run.last + 1].type != BSH__ITEM_BRACKET ||
            read_abbreviation(book, name));
}

/* An office or an abbreviation may stand in the run or beside it: what is found without reading
 * it. */
static bool may_have_office(const full_name *name)
{
    const bsh__item *const items = name->view->items;
    for (uint32_t i = name->run.first; i < name->run.last; ++i) {
        if (items[i].key == BSH__KEY_OFFICE) {
            return true;
        }
    }
    return items[name->run.last + 1].type == BSH__ITEM_BRACKET || office_beside(name) != NULL;
}

/* ---- the text */

/* "Vice President Bell": who "Bell" is further on, if no full name tells. */
static bool read_titled(bsh__speaker_book *book, full_name *name, const bsh__mention *mention)
{
    return mention->sort != BSH__MENTION_PERSON || mention->key.n != 1 || !mention->has_title ||
           bsh__speaker_add(book, mention, &name->person);
}

/* Reads a run that is asked for, and who bears the name. */
static bool read_unread(bsh__speaker_book *book, bsh__phrase run)
{
    full_name    name = {.view = book->view, .run = run};
    bsh__mention mention;
    bool         is_full = false;
    mention.sort = BSH__MENTION_COMMON;
    return read_run(book, &name, &mention, &is_full) &&
           (is_full || read_titled(book, &name, &mention));
}

bool bsh__full_names_read_shelf(bsh__speaker_book *book, bsh__shelf *shelf)
{
    const bsh__unread_name *const names = book->unread.items;
    size_t const                  first = book->table.persons.n;
    while (shelf->first != 0) {
        const bsh__unread_name *const unread = &names[shelf->first - 1];
        if (!read_unread(book, unread->run)) {
            return false;
        }
        shelf->first = unread->next;
    }
    bsh__names_merge(&book->table, first);
    return true;
}

/* An item goes on a run of names that was begun. */
static inline bool runs_on(const bsh__item *item)
{
    return bsh__is_name_word(item) || bsh__leads_to_name(item);
}

/* The last item of the run of capitalised words that begins at `begin`, which may be a link:
 * then it runs nowhere.  *lists is set to the lists that any word of it is on. */
static uint32_t last_of_run(const bsh__item *items, uint32_t begin, uint32_t *lists)
{
    const bsh__item *last = &items[begin];
    bool const       is_none = !bsh__is_name_word(last);
    *lists = last->lists;
    while (!is_none && (last->flags & BSH__ITEM_POSSESSIVE) == 0 && runs_on(last + 1)) {
        ++last;
        *lists |= last->lists;
    }
    return (uint32_t) (last - items);
}

/* A run with the office before it ("Secretary of State Ana Bell" from "State" on), without what
 * only begins the sentence. */
static bsh__phrase whole_run(const bsh__item *items, uint32_t begin, uint32_t last)
{
    const bsh__item *const first = &items[begin];
    bool const             is_starter =
        bsh__is_on(first, BSH__WORD_STARTER) || first->verb_class != BSH_VERB_NONE;
    if (is_starter && first[-1].type == BSH__ITEM_BREAK) {
        return (bsh__phrase){begin + 1, last}; // Yesterday Ana Bell; Added Ana Bell
    }
    bool const has_office =
        first[-1].role == BSH__ROLE_OF && (first[-2].traits & BSH__TRAIT_TITLE) != 0;
    return (bsh__phrase){has_office ? begin - 2 : begin, last};
}

/* The last item of the name in a run that begins at item `first`, or of an office before it.  A
 * particle may be a preposition in some language, and ends a name without office. */
static uint32_t last_of_name(const bsh__item *items, bsh__phrase run, uint32_t first)
{
    uint32_t last = run.last;
    for (uint32_t i = run.first + 1; run.first >= first && i < last; ++i) {
        last = (items[i].lists & BSH__WORD_PREPOSITION) != 0 ? i - 1 : last;
    }
    return last;
}

/* Collects a run of two names and more that begins at item `first`. */
static bool collect_run(bsh__vec *unread, const bsh__item *items, bsh__phrase run,
                        uint32_t first, uint32_t lists)
{
    bool const     has_preposition = (lists & BSH__WORD_PREPOSITION) != 0;
    uint32_t const last = has_preposition ? last_of_name(items, run, first) : run.last;
    bool const     has_suffix = last > first && (items[last].traits & BSH__TRAIT_SUFFIX) != 0;
    if (!bsh__vec_reserve(unread, unread->n + 1)) {
        return false;
    }
    ((bsh__unread_name *) unread->items)[unread->n++] =
        (bsh__unread_name){.run = run, .surname = items[last - has_suffix].term}; // not Jr.
    return true;
}

/* Collects the runs of the text, the first `n` names of which are those of its blocks.  A name
 * goes on with a name or a particle; no run leaves its block, for a BREAK ends that. */
static bool collect(bsh__speaker_book *book, const bsh__item_view *view, size_t n)
{
    const bsh__item *const items = view->items;
    uint32_t               behind = 0;
    for (size_t i = 0; i < n; ++i) {
        uint32_t const begin = view->names[i];
        unsigned const next = items[begin + 1].traits;
        uint32_t       lists = 0;
        if ((next & (BSH__TRAIT_NAME | BSH__TRAIT_PARTICLE)) == 0 || begin < behind) {
            continue;
        }
        uint32_t const last = last_of_run(items, begin, &lists);
        behind = last + 1;
        bsh__phrase const run = last > begin ? whole_run(items, begin, last) : BSH__NO_PHRASE;
        if (run.last > run.first && !collect_run(&book->unread, items, run, begin, lists)) {
            return false;
        }
    }
    return true;
}

/* Puts the collected names on shelves, of which half stay free at least; the first of a surname
 * is in front. */
static bool put_on_shelves(bsh__speaker_book *book)
{
    bsh__unread_name *const names = book->unread.items;
    size_t                  n = 2;
    while (n < 2 * book->unread.n) {
        n *= 2;
    }
    book->shelves.n = 0;
    if (!bsh__vec_resize(&book->shelves, n)) {
        return false;
    }
    for (size_t i = book->unread.n; i > 0; --i) {
        bsh__shelf *const shelf = bsh__shelf_of(book, names[i - 1].surname);
        names[i - 1].next = shelf->first;
        *shelf = (bsh__shelf){names[i - 1].surname + 1, (uint32_t) i};
    }
    return true;
}

bool bsh__full_names_collect(bsh__speaker_book *book, const bsh__item_view *view,
                             const bsh__vec *blocks)
{
    const bsh__block_items *const block = blocks->items;
    book->view = view;
    book->unread.n = book->hints.n = 0;
    book->has_all = book->has_offices = false;
    size_t const n_names = blocks->n > 0 ? block[blocks->n - 1].names.end : 0;
    return collect(book, view, n_names) && put_on_shelves(book);
}

/* Once the forms of a name are tied: both "Mayor Ana Bell" and "Mayor Ana L. Bell" are one. */
static bool enter_hints(bsh__speaker_book *book)
{
    const bsh__hint *const hints = book->hints.items;
    for (size_t i = 0; i < book->hints.n; ++i) {
        uint32_t const person = bsh__speaker_fullest(book, hints[i].person);
        if (!bsh__name_hint(&book->table, hints[i].term, (bsh__name_mark) hints[i].mark,
                            person)) {
            return false;
        }
    }
    return true;
}

/* "Mayor Bell" in a run: the same mayor as Mayor Ana Bell, but another than Mayor Tom Osei. */
static bool read_surname(bsh__speaker_book *book, full_name *name, const bsh__mention *mention)
{
    if (mention->sort != BSH__MENTION_PERSON || mention->key.n != 1 || !mention->is_office) {
        return true;
    }
    if (!bsh__full_names_read_alike(book, mention)) {
        return false;
    }
    name->person = bsh__name_first(&book->table, mention->key.terms[0]);
    return (name->person != BSH__NO_PERSON || bsh__speaker_add(book, mention, &name->person)) &&
           add_hint(book, mention->head, BSH__MARK_HEAD, name->person);
}

/* Reads the names of the text with what may stand for them: all, or those with an office. */
static bool read_with_hints(bsh__speaker_book *book, bool has_all)
{
    const bsh__unread_name *const names = book->unread.items;
    size_t const                  first = book->table.persons.n;
    book->hints.n = 0;
    for (size_t i = 0; i < book->unread.n; ++i) {
        full_name    name = {.view = book->view, .run = names[i].run};
        bsh__mention mention = {0};
        bool         is_full = false;
        if (!has_all && !may_have_office(&name)) {
            continue;
        }
        if (!read_run(book, &name, &mention, &is_full) ||
            !(is_full ? read_hints(book, &name, &mention)
                      : read_surname(book, &name, &mention))) {
            return false;
        }
    }
    bsh__names_merge(&book->table, first);
    return enter_hints(book);
}

bool bsh__full_names_read_all(bsh__speaker_book *book)
{
    bool const was_read = book->has_all;
    book->has_all = book->has_offices = true;
    return was_read || read_with_hints(book, true);
}

bool bsh__full_names_read_offices(bsh__speaker_book *book)
{
    bool const was_read = book->has_offices;
    book->has_offices = true;
    return was_read || read_with_hints(book, false);
}

/* ---- who is meant */

/* How many of the runs stand before a place. */
static size_t number_before(const bsh__speaker_book *book, uint32_t position)
{
    const bsh__unread_name *const names = book->unread.items;
    size_t                        from = 0;
    size_t                        n = book->unread.n;
    while (n > 0) {
        size_t const   half = (n + 1) / 2;
        uint32_t const first = names[from + half - 1].run.first;
        from += book->view->items[first].span.begin < position ? half : 0;
        n -= half;
    }
    return from;
}

/* The person of a run, if it is surely one: a title or a known given name tells. */
static bool person_of_run(bsh__speaker_book *book, bsh__phrase run, uint32_t *person)
{
    bsh__mention mention;
    *person = BSH__NO_PERSON;
    if (run.last - run.first > MAX_RUN) {
        return true; // all names of a list: to read it for each pronoun takes too long
    }
    if (!bsh__mention_read_name(book->view, run, &mention) || mention.key.n < 2 ||
        mention.key.n > MAX_NAME_WORDS || mention.sort != BSH__MENTION_PERSON ||
        !(mention.has_given || mention.has_title)) {
        return true;
    }
    if (!bsh__full_names_read_alike(book, &mention) ||
        !bsh__speaker_add(book, &mention, person)) {
        return false;
    }
    *person = bsh__speaker_fullest(book, *person);
    return true;
}

bool bsh__full_name_before(bsh__speaker_book *book, uint32_t position, uint8_t gender,
                           uint32_t *person)
{
    const bsh__unread_name *const names = book->unread.items;
    size_t const                  end = number_before(book, position);
    *person = BSH__NO_PERSON;
    for (size_t i = end; i > 0 && end - i < MAX_BACK; --i) {
        uint32_t found = BSH__NO_PERSON;
        if (!person_of_run(book, names[i - 1].run, &found)) {
            return false;
        }
        uint8_t const known = found == BSH__NO_PERSON
                                  ? BSH__GENDER_UNKNOWN
                                  : bsh__person_at(&book->table, found)->gender;
        if (known == gender) {
            *person = found;
            break;
        }
        *person = known == BSH__GENDER_UNKNOWN && *person == BSH__NO_PERSON ? found : *person;
    }
    return true;
}
