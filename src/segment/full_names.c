#include "segment/full_names.h"

#include "segment/mentions.h"
#include "segment/phrase_words.h"

enum { MAX_NAME_WORDS = 5, MAX_BACK = 8, MIN_ABBREVIATION = 2, MAX_ABBREVIATION = 8 };

/* ---- one run of capitalised words */

/* A run, and who bears the name. */
typedef struct full_name {
    const bsh__item_view *view;
    bsh__phrase           run;
    uint32_t              behind; /* the item behind it */
    uint32_t              person;
} full_name;

/* The office in an apposition, "Ana Bell, the mayor" or "the mayor, Ana Bell"; NULL if there is
 * none. */
static const bsh__item *office_beside(const full_name *name)
{
    const bsh__item *const behind = &name->view->items[name->behind];
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

static bool add_hint(bsh__speaker_book *book, uint32_t term, uint32_t person)
{
    bsh__hint *const hint = bsh__vec_push(&book->hints);
    if (hint == NULL) {
        return false;
    }
    *hint = (bsh__hint){term, person};
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
    const bsh__item *const short_name = &name->view->items[name->behind + 1];
    if (short_name->type != BSH__ITEM_WORD || short_name[1].type != BSH__ITEM_BRACKET ||
        !abbreviates(name, short_name)) {
        return true;
    }
    bsh__mention const mention = bsh__mention_read(name->view, with_article(name));
    bsh__name_key      key = {.terms = {short_name->term}, .n = 1};
    uint32_t           person = 0;
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
        return add_hint(book, mention->head, name->person);
    }
    const bsh__item *const office =
        mention->sort == BSH__MENTION_PERSON ? office_beside(name) : NULL;
    return office == NULL || add_hint(book, office->term, name->person);
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

static bool read_run(bsh__speaker_book *book, full_name *name)
{
    bsh__mention mention;
    if (!bsh__mention_read_name(name->view, name->run, &mention) || mention.key.n < 2 ||
        mention.key.n > MAX_NAME_WORDS) {
        return true;
    }
    bool const is_person = mention.sort == BSH__MENTION_PERSON;
    return bsh__speaker_add(book, &mention, &name->person) &&
           (!is_person || read_partner(book, name, &mention)) &&
           read_office(book, name, &mention) &&
           (name->view->items[name->behind].type != BSH__ITEM_BRACKET ||
            read_abbreviation(book, name));
}

/* ---- the text */

static void set_positions(bsh__speaker_book *book, size_t n_before, uint32_t position)
{
    for (size_t i = n_before; i < book->table.persons.n; ++i) {
        bsh__person_at(&book->table, (uint32_t) i)->position = position;
    }
}

/* The full names of a block.  A name goes on with a name or a particle. */
static bool read_block(bsh__speaker_book *book, const bsh__item_view *view,
                       const bsh__block_items *block)
{
    full_name name = {.view = view, .behind = block->items.begin};
    for (uint32_t i = block->names.begin; i < block->names.end; ++i) {
        uint32_t const begin = view->names[i];
        unsigned const next = view->items[begin + 1].traits;
        if (begin < name.behind || (next & (BSH__TRAIT_NAME | BSH__TRAIT_PARTICLE)) == 0) {
            continue;
        }
        size_t const n_before = book->table.persons.n;
        name.run = bsh__name_run(view, begin, block->items.end, &name.behind);
        bool const may_be_full = name.behind - begin >= 2 && name.run.last > name.run.first;
        if (may_be_full && !read_run(book, &name)) {
            return false;
        }
        set_positions(book, n_before, view->items[begin].span.begin);
    }
    return true;
}

/* Once the forms of a name are tied: both "Mayor Ana Bell" and "Mayor Ana L. Bell" are one. */
static bool read_hints(bsh__speaker_book *book)
{
    const bsh__hint *const hints = book->hints.items;
    for (size_t i = 0; i < book->hints.n; ++i) {
        uint32_t const person = bsh__speaker_fullest(book, hints[i].person);
        if (!bsh__name_hint(&book->table, hints[i].term, BSH__MARK_HEAD, person)) {
            return false;
        }
    }
    return true;
}

bool bsh__full_names_read(bsh__speaker_book *book, const bsh__item_view *view,
                          const bsh__vec *blocks)
{
    const bsh__block_items *const block = blocks->items;
    book->hints.n = 0;
    book->has_given_hints = false;
    for (size_t i = 0; i < blocks->n; ++i) {
        if (!read_block(book, view, &block[i])) {
            return false;
        }
    }
    book->n_collected = (uint32_t) book->table.persons.n;
    bsh__names_merge(&book->table);
    return read_hints(book);
}

/* ---- who is meant */

uint32_t bsh__full_name_of_given(bsh__speaker_book *book, uint32_t term, bool *has_memory)
{
    for (uint32_t i = 0; !book->has_given_hints && i < book->n_collected; ++i) {
        const bsh__person *const p = bsh__person_at(&book->table, i);
        bool const               is_full = p->has_given && p->key.mark == 0 && p->key.n >= 2;
        if (is_full && !bsh__name_hint(&book->table, p->key.terms[0], BSH__MARK_GIVEN,
                                       bsh__speaker_fullest(book, i))) {
            *has_memory = false;
            return BSH__NO_PERSON;
        }
    }
    book->has_given_hints = true;
    return bsh__name_hinted(&book->table, term, BSH__MARK_GIVEN);
}

/* How many of the collected persons stand before a place; they are in text order. */
static uint32_t number_before(const bsh__speaker_book *book, uint32_t position)
{
    uint32_t from = 0;
    uint32_t n = book->n_collected;
    while (n > 0) {
        uint32_t const half = (n + 1) / 2;
        bool const     is_before =
            bsh__person_at(&book->table, from + half - 1)->position < position;
        from += is_before ? half : 0;
        n -= half;
    }
    return from;
}

uint32_t bsh__full_name_before(const bsh__speaker_book *book, uint32_t position, uint8_t gender)
{
    uint32_t       found = BSH__NO_PERSON;
    uint32_t const end = number_before(book, position);
    for (uint32_t i = end; i > 0 && end - i < MAX_BACK; --i) {
        uint32_t const           person = bsh__speaker_fullest(book, i - 1);
        const bsh__person *const p = bsh__person_at(&book->table, person);
        bool const               is_person = p->key.mark == 0 && (p->has_given || p->is_titled);
        if (is_person && p->gender == gender) {
            return person;
        }
        if (is_person && p->gender == BSH__GENDER_UNKNOWN && found == BSH__NO_PERSON) {
            found = person;
        }
    }
    return found;
}
