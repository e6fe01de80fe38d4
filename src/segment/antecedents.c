#include "segment/antecedents.h"

#include "segment/full_names.h"
#include "segment/phrase_words.h"

enum { MAX_CLUE = 12, MAX_HINT = 12 };

static const bsh__recent nobody = {BSH__NO_PERSON, 0};

/* ---- who was spoken of last */

static bool is_gendered(uint8_t role)
{
    return role == BSH__ROLE_HE || role == BSH__ROLE_SHE;
}

static bsh__recent *slot_of(bsh__speaker_book *book, uint8_t gender)
{
    return gender == BSH__GENDER_MALE     ? &book->male
           : gender == BSH__GENDER_FEMALE ? &book->female
                                          : &book->unknown;
}

/* A person was spoken of at a time; one who was later stays. */
static void set_recent(bsh__speaker_book *book, uint32_t person, uint32_t stamp)
{
    uint8_t const      gender = bsh__person_at(&book->table, person)->gender;
    bsh__recent *const slot = slot_of(book, gender);
    if (stamp > slot->stamp) {
        *slot = (bsh__recent){person, stamp};
    }
    if (gender != BSH__GENDER_UNKNOWN && book->unknown.person == person) {
        book->unknown = nobody;
    }
}

/* A group was spoken of at a time: a person, or a mention (else NULL) whose person is looked
 * for if "they" asks for it. */
static void set_group(bsh__speaker_book *book, const bsh__mention *mention, uint32_t person,
                      uint32_t stamp)
{
    if (stamp > book->plural.stamp) {
        book->has_group = mention != NULL;
        book->plural = (bsh__recent){person, stamp};
        if (mention != NULL) {
            book->group = *mention;
        }
    }
}

/* The group that was named last.  Returns false if there is no memory. */
static bool read_group(bsh__speaker_book *book, uint32_t *person)
{
    bool has_memory = true;
    if (book->has_group) {
        book->has_group = false;
        has_memory = bsh__person_of_name(book, &book->group, &book->plural.person);
    }
    *person = book->plural.person;
    return has_memory;
}

/* Whom he or she means of those in the slots, if anybody; a person of unknown gender has one
 * from then on. */
static uint32_t claim(bsh__speaker_book *book, uint8_t role)
{
    uint8_t const      gender = role == BSH__ROLE_HE ? BSH__GENDER_MALE : BSH__GENDER_FEMALE;
    bsh__recent *const known = slot_of(book, gender);
    if (book->unknown.stamp > known->stamp) {
        *known = book->unknown;
        book->unknown = nobody;
    }
    if (known->person != BSH__NO_PERSON) {
        bsh__person_at(&book->table, known->person)->gender = gender;
    }
    return known->person;
}

/* ---- subjects, from the last one back */

/* The pronoun that asks, and the one that stands first behind what is read: in "Runa came. She
 * left. Tom stayed. He said" the "she" claims Runa, whom "he" then does not mean. */
typedef struct search {
    uint8_t asked, nearest; /* bsh__word_role */
} search;

static bool is_end(const bsh__item *item)
{
    return item->type == BSH__ITEM_BREAK || item->type == BSH__ITEM_PIECE;
}

/* The first phrase of the sentence that begins at item `first`, if it may be a person. */
static bsh__phrase subject_of(const bsh__item_view *view, uint32_t first)
{
    const bsh__item *const items = view->items;
    uint32_t               high = first;
    while (high < first + MAX_HINT && !is_end(&items[high]) &&
           !bsh__may_be_person(&items[high])) {
        ++high;
    }
    if (high == first + MAX_HINT || is_end(&items[high])) {
        return BSH__NO_PHRASE;
    }
    while (high < first + MAX_HINT && !is_end(&items[high])) {
        ++high;
    }
    return bsh__phrase_subject(view, first, high);
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
        if (is_end(item) || (bsh__is_name_word(item) && bsh__is_person_word(item))) {
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

/* Takes a person for the one spoken of at a time, and for the one whom a pronoun right behind
 * means. */
static void meet(bsh__speaker_book *book, uint32_t person, uint32_t stamp, search *s)
{
    bsh__person *const p = bsh__person_at(&book->table, person);
    uint8_t const      wanted = s->nearest == BSH__ROLE_HE    ? BSH__GENDER_MALE
                                : s->nearest == BSH__ROLE_SHE ? BSH__GENDER_FEMALE
                                                              : BSH__GENDER_UNKNOWN;
    p->gender = p->gender == BSH__GENDER_UNKNOWN ? wanted : p->gender;
    s->nearest = p->gender == wanted ? s->asked : s->nearest;
    set_recent(book, person, stamp);
}

/* A subject that is no pronoun.  Returns false if there is no memory. */
static bool read_named(bsh__speaker_book *book, const bsh__item_view *view, bsh__phrase phrase,
                       uint32_t stamp, search *s)
{
    bsh__mention mention;
    if (!bsh__mention_read_name(view, phrase, &mention)) {
        if (!bsh__mention_is_of_person(view, phrase)) {
            return true; // "The plan was dear," he said: he is not the plan
        }
        bsh__mention_read(view, phrase, &mention);
    }
    if (mention.is_plural || is_of_several(view, phrase)) {
        set_group(book, &mention, BSH__NO_PERSON, stamp);
        return true;
    }
    uint32_t person = BSH__NO_PERSON;
    if (!bsh__person_of_subject(book, &mention, &person)) {
        return false;
    }
    if (person != BSH__NO_PERSON) {
        learn_gender(bsh__person_at(&book->table, person), view, phrase);
        meet(book, person, stamp, s);
    }
    return true;
}

static bool read_sentence(bsh__speaker_book *book, const bsh__item_view *view,
                          bsh__unread_subject subject, search *s)
{
    bsh__phrase const phrase = subject_of(view, subject.first);
    if (!bsh__is_phrase(phrase)) {
        return true;
    }
    if (view->items[phrase.last + 1].role == BSH__ROLE_AND) {
        set_group(book, NULL, BSH__NO_PERSON, subject.stamp); // She and a clerk
    }
    uint8_t const role = bsh__pronoun_role(view, phrase);
    if (role == BSH__ROLE_NONE) {
        return read_named(book, view, phrase, subject.stamp, s);
    }
    s->nearest = is_gendered(role) ? role : s->nearest;
    return true;
}

/* The "A" of "A. Bell left". */
static bool is_initial(const bsh__quote_input *input, const bsh_token *token, uint8_t flags)
{
    return (flags & BSH__ITEM_MAY_BE_INITIAL) != 0 && token->span.end < input->n_bytes &&
           input->text[token->span.end] == '.';
}

/* One of the first words of a sentence that was left unread may be a person: "The mayor left",
 * but not "It rained", whose items need not be made. */
static bool may_have_person(const bsh__word_source *source, const bsh__item *unread)
{
    const bsh__quote_input *const input = source->input;
    size_t const                  n_left = input->n_tokens - unread->term;
    const bsh_token              *token = &input->tokens[unread->term];
    const bsh_token *const        end = token + (n_left < MAX_HINT ? n_left : MAX_HINT);
    for (; token < end && token->span.end <= unread->span.end; ++token) {
        const bsh__form_item *const form = &source->forms[token->form].item;
        if (bsh__has_person(form->traits, form->lists, form->role) ||
            is_initial(input, token, form->flags)) {
            return true;
        }
    }
    return false;
}

static bool read_subject(bsh__speaker_book *book, bsh__unread_subject subject, search *s)
{
    const bsh__item_view *const view = book->view;
    const bsh__item *const      first = &view->items[subject.first];
    if (first->type != BSH__ITEM_UNREAD) {
        return read_sentence(book, view, subject, s);
    }
    if (!may_have_person(view->source, first)) {
        return true;
    }
    bsh__item_list *const list = &book->sentence;
    if (!bsh__items_of_unread(list, view->source, first)) {
        return false;
    }
    bsh__item_view const sentence = {view->source,  view->input,       list->items.items,
                                     list->items.n, list->stops.items, list->names.items};
    return read_sentence(book, &sentence, (bsh__unread_subject){1, subject.stamp}, s);
}

/* When the last one was spoken of whom a pronoun may mean. */
static uint32_t last_stamp(const bsh__speaker_book *book, uint8_t role)
{
    if (role == BSH__ROLE_THEY) {
        return book->plural.stamp;
    }
    uint32_t const known = role == BSH__ROLE_HE ? book->male.stamp : book->female.stamp;
    return known > book->unknown.stamp ? known : book->unknown.stamp;
}

/* Reads the subjects back to the last one whom a pronoun may mean.  Each is read once: however
 * many pronouns ask, all of them together read no more than the sentences of the text.  Returns
 * false if there is no memory. */
static bool look_back(bsh__speaker_book *book, uint8_t role)
{
    const bsh__unread_subject *const subjects = book->subjects.items;
    search                           s = {role, role};
    for (;;) {
        size_t const   n = book->subjects.n;
        uint32_t const stamp = n > 0 ? subjects[n - 1].stamp : 0;
        bool const     is_over = stamp <= last_stamp(book, role);
        if (s.nearest != role && (is_over || stamp <= last_stamp(book, s.nearest))) {
            (void) claim(book, s.nearest);
            s.nearest = role;
        } else if (is_over) {
            return true;
        } else {
            --book->subjects.n;
            if (!read_subject(book, subjects[n - 1], &s)) {
                return false;
            }
        }
    }
}

/* ---- pronouns and names */

/* Whom he, she or they means at a place in the text, if anybody.  Returns false if there is no
 * memory. */
static bool whom(bsh__speaker_book *book, uint8_t role, uint32_t position, uint32_t *person)
{
    *person = BSH__NO_PERSON;
    if (!is_gendered(role) && role != BSH__ROLE_THEY) {
        return true;
    }
    if (!look_back(book, role)) {
        return false;
    }
    if (role == BSH__ROLE_THEY) {
        return read_group(book, person);
    }
    *person = claim(book, role);
    if (*person == BSH__NO_PERSON) {
        uint8_t const gender = role == BSH__ROLE_HE ? BSH__GENDER_MALE : BSH__GENDER_FEMALE;
        if (!bsh__full_name_before(book, position, gender, person)) {
            return false;
        }
        if (*person != BSH__NO_PERSON) {
            bsh__person_at(&book->table, *person)->gender = gender;
        }
    }
    return true;
}

/* The person of a phrase that is no pronoun, or one that means nobody who was spoken of.
 * Returns false if there is no memory. */
static bool read_name(bsh__speaker_book *book, bsh__phrase phrase, bsh__met *met)
{
    bsh__mention mention;
    bsh__mention_read(book->view, phrase, &mention);
    met->is_plural = met->is_plural || mention.is_plural;
    return bsh__person_of_name(book, &mention, &met->person);
}

/* Whom a phrase means where it stands.  Returns false if there is no memory. */
static bool read_met(bsh__speaker_book *book, bsh__phrase phrase)
{
    const bsh__item *const last = &book->view->items[phrase.last];
    uint8_t const          role = bsh__pronoun_role(book->view, phrase);
    bsh__met               met = {phrase, BSH__NO_PERSON, true, role == BSH__ROLE_THEY};
    if (role != BSH__ROLE_NONE) {
        if (!whom(book, role, last->span.begin, &met.person)) {
            return false;
        }
        met.may_be_meant = met.person != BSH__NO_PERSON;
        met.is_plural = met.is_plural || bsh__is_of_several(last);
    }
    if (met.person == BSH__NO_PERSON && !read_name(book, phrase, &met)) {
        return false;
    }
    book->met = met;
    return true;
}

/* The same; a phrase mostly speaks several times, for its verb and for each piece that it says:
 * it is read once. */
static bool meet_phrase(bsh__speaker_book *book, bsh__phrase phrase, uint32_t *person)
{
    bool const is_met =
        phrase.first == book->met.phrase.first && phrase.last == book->met.phrase.last;
    bool const has_memory = is_met || read_met(book, phrase);
    *person = book->met.person;
    return has_memory;
}

bsh_status bsh__speaker_of(bsh__speaker_book *book, bsh__phrase phrase, uint32_t *person,
                           bsh_error *err)
{
    return meet_phrase(book, phrase, person) ? BSH_OK : bsh__fail_memory(err);
}

bsh_status bsh__speaker_note(bsh__speaker_book *book, bsh__phrase phrase, uint32_t *person,
                             bsh_error *err)
{
    if (!meet_phrase(book, phrase, person)) {
        return bsh__fail_memory(err);
    }
    ++book->stamp;
    if (book->met.may_be_meant && book->met.is_plural) {
        set_group(book, NULL, *person, book->stamp);
    } else if (book->met.may_be_meant) {
        set_recent(book, *person, book->stamp);
    }
    return BSH_OK;
}
