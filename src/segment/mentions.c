#include "segment/mentions.h"

#include <string.h>

#include <broadsheet/quote.h>

#include "segment/phrase_words.h"

/* ---- words */

static bool is_possessive(const bsh__item *item)
{
    return (item->flags & BSH__ITEM_POSSESSIVE) != 0;
}

static bool is_title(const bsh__item *item)
{
    return (item->traits & BSH__TRAIT_TITLE) != 0;
}

/* Jr., Sr., II, III, IV: behind the surname. */
static bool is_suffix(const bsh__item *item)
{
    return (item->traits & BSH__TRAIT_SUFFIX) != 0;
}

static bool is_given(const bsh__item *item)
{
    return bsh__is_on(item, BSH__GIVEN) || (item->flags & BSH__ITEM_INITIAL) != 0;
}

static uint8_t gender_of_title(const bsh__item *item)
{
    return bsh__is_on(item, BSH__WORD_FEMALE_TITLE) ? BSH__GENDER_FEMALE
           : bsh__is_on(item, BSH__WORD_MALE_TITLE) ? BSH__GENDER_MALE
                                                    : BSH__GENDER_UNKNOWN;
}

static uint8_t gender_of_name(const bsh__item *item)
{
    bool const is_female = bsh__is_on(item, BSH__WORD_FEMALE_NAME);
    bool const is_male = bsh__is_on(item, BSH__WORD_MALE_NAME);
    if (is_female == is_male) {
        return BSH__GENDER_UNKNOWN;
    }
    return is_female ? BSH__GENDER_FEMALE : BSH__GENDER_MALE;
}

/* ---- keys and spans */

static void add_term(bsh__name_key *key, uint32_t term)
{
    if (key->n == BSH__MAX_NAME) { // the end of a name tells more than its beginning
        memmove(key->terms, key->terms + 1, (BSH__MAX_NAME - 1) * sizeof key->terms[0]);
        --key->n;
    }
    key->terms[key->n++] = term;
}

/* The, a; and the "A" of "A. Bell", who is found under her surname. */
static bool is_article(const bsh__item *item)
{
    return item->key == BSH__KEY_THE || item->key == BSH__KEY_ARTICLE;
}

/* Fills in a key of zeros. */
static void set_key(bsh__name_key *key, const bsh__item_view *view, bsh__phrase phrase,
                    uint32_t mark)
{
    const bsh__item *const last = &view->items[phrase.last];
    key->mark = mark;
    for (const bsh__item *item = &view->items[phrase.first]; item <= last; ++item) {
        if (item->type == BSH__ITEM_WORD && (item == last || !is_article(item))) {
            add_term(key, item->term);
        }
    }
}

/* Where the text of an item ends that has an apostrophe: "he" of "he's". */
static uint32_t end_before_apostrophe(const bsh__item_view *view, const bsh__item *item)
{
    const char *const text = view->input->text;
    for (uint32_t i = item->span.begin; i < item->span.end; ++i) {
        if (text[i] == '\'' || (unsigned char) text[i] == 0xE2) { // ’
            return i;
        }
    }
    return item->span.end;
}

static inline bsh_span written_span(const bsh__item_view *view, bsh__phrase phrase)
{
    const bsh__item *const last = &view->items[phrase.last];
    bool const             is_pronoun = bsh__pronoun_role(view, phrase) != BSH__ROLE_NONE;
    return (bsh_span){view->items[phrase.first].span.begin,
                      is_pronoun ? end_before_apostrophe(view, last) : last->span.end};
}

bsh_span bsh__mention_span(const bsh__item_view *view, bsh__phrase phrase)
{
    return written_span(view, phrase);
}

/* How many bytes the 's takes at the end of a word that begins at `begin`. */
static uint32_t length_of_possessive(const char *text, uint32_t begin, uint32_t end)
{
    uint32_t const n = end - begin;
    if (n < 3 || (text[end - 1] | 0x20) != 's') {
        return 0;
    }
    bool const is_curly = n > 4 && memcmp(text + end - 4, "\xE2\x80\x99", 3) == 0;
    return text[end - 2] == '\'' ? 2 : is_curly ? 4 : 0;
}

/* The text of a phrase; the 's of its last word is left out. */
static bsh_span span_of(const bsh__item_view *view, bsh__phrase phrase)
{
    const bsh__item *const last = &view->items[phrase.last];
    bsh_span               span = written_span(view, phrase);
    if (is_possessive(last)) {
        span.end -= length_of_possessive(view->input->text, last->span.begin, span.end);
    }
    return span;
}

/* ---- names */

typedef struct name_parts {
    uint32_t written; /* first item of the name with its titles */
    uint32_t run;     /* first item of the capitalised run */
    uint32_t core;    /* first item without titles and offices */
    uint32_t surname; /* last item without Jr. */
    bool     has_office;
} name_parts;

/* Item i goes on, to the left, a run of capitalised words that begins at i + 1. */
static bool is_in_run(const bsh__item_view *view, uint32_t i, uint32_t first)
{
    const bsh__item *const item = &view->items[i];
    bool const             is_particle = i > first && bsh__is_particle(item) &&
                             (bsh__is_name_word(item - 1) || bsh__is_particle(item - 1));
    return !is_possessive(item) && (bsh__is_name_word(item) || is_particle);
}

/* The title whose office the run goes on ("Secretary" of "Secretary of the State Ana Bell"),
 * which may begin at item `first`; `run` if there is none. */
static uint32_t office_before(const bsh__item_view *view, uint32_t first, uint32_t run)
{
    uint32_t link = run;
    if (link > first && view->items[link - 1].key == BSH__KEY_THE) {
        --link;
    }
    if (link < first + 2) {
        return run;
    }
    const bsh__item *const of = &view->items[link - 1];
    bool const             is_link = of->role == BSH__ROLE_OF || of->key == BSH__KEY_FOR;
    bool const is_office = is_title(of - 1) || bsh__is_on(of - 1, BSH__WORD_ORGANISATION);
    return is_link && is_office ? link - 2 : run;
}

/* The capitalised run at the end of a phrase. */
static name_parts find_run(const bsh__item_view *view, bsh__phrase phrase)
{
    uint32_t i = phrase.last;
    while (i > phrase.first && is_in_run(view, i - 1, phrase.first)) {
        --i;
    }
    name_parts parts = {.written = office_before(view, phrase.first, i),
                        .run = i,
                        .core = i,
                        .surname = phrase.last};
    parts.has_office = parts.written < i;
    if (parts.surname > parts.run && is_suffix(&view->items[parts.surname])) {
        --parts.surname;
    }
    return parts;
}

/* Where the name begins that has a known given name behind `least`: Ted of "Texas Republican
 * Ted Cole", but Tor of "Tor Henning Dalen".  The surname if it has none. */
static uint32_t given_from(const bsh__item_view *view, const name_parts *parts, uint32_t least)
{
    uint32_t i = least;
    while (i < parts->surname && !bsh__is_on(&view->items[i], BSH__GIVEN)) {
        ++i;
    }
    bool const is_middle = i < parts->surname && !parts->has_office && i == parts->core + 1 &&
                           view->items[i - 2].type != BSH__ITEM_BREAK;
    return is_middle ? parts->core : i;
}

/* Behind the last title of the run, or behind the office. */
static void drop_titles(const bsh__item_view *view, name_parts *parts)
{
    for (uint32_t i = parts->run; i < parts->surname; ++i) {
        if (is_title(&view->items[i])) {
            parts->core = i + 1;
            parts->has_office = false; // Secretary of State and Mr. Bell: the last one counts
        }
    }
    uint32_t const least = parts->core + (parts->has_office ? 1 : 0);
    if (parts->surname < parts->core + 2 && !parts->has_office) {
        return;
    }
    if (!parts->has_office && is_given(&view->items[parts->core])) {
        return;
    }
    uint32_t const given = given_from(view, parts, least);
    if (given < parts->surname) {
        parts->core = given;
    } else if (parts
                   ->has_office) { // Secretary of State Bell: one word at least is the office's
        bool const is_long = parts->surname > least + 1;
        parts->core = is_long ? parts->surname - 1 : least;
        parts->core = parts->core > parts->surname ? parts->surname : parts->core;
    }
}

static bool has_organisation(const bsh__item_view *view, uint32_t first, uint32_t last)
{
    for (uint32_t i = first; i <= last; ++i) {
        if (bsh__is_on(&view->items[i], BSH__WORD_ORGANISATION)) {
            return true;
        }
    }
    return false;
}

/* The office before a name that one person holds: Mayor Ana Bell, but not "Vice President". */
static void read_office(const bsh__item_view *view, const name_parts *parts,
                        bsh__mention *mention)
{
    const bsh__item *const office = &view->items[parts->core - 1];
    if (parts->core > parts->run && office->key == BSH__KEY_OFFICE) {
        mention->head = office->term;
        mention->is_office = !is_title(office - 1) && (office - 1)->key != BSH__KEY_FORMER;
    }
}

/* Fills in a mention of zeros: in place, for it is long. */
static void read_name(const bsh__item_view *view, bsh__phrase phrase, bsh__mention *mention)
{
    name_parts parts = find_run(view, phrase);
    drop_titles(view, &parts);
    bool const has_title = parts.core > parts.run || parts.has_office;
    bool const is_the = phrase.first < parts.run && parts.run == phrase.first + 1 &&
                        bsh__is_on(&view->items[phrase.first], BSH__WORD_DETERMINER);
    mention->has_title = has_title;
    if (has_organisation(view, parts.core, parts.surname) || (is_the && !has_title)) {
        bsh__phrase const whole = {is_the ? phrase.first : parts.written, phrase.last};
        mention->sort = BSH__MENTION_ORGANISATION;
        set_key(&mention->key, view, whole, BSH__MARK_ORGANISATION);
        mention->name = span_of(view, whole);
        mention->n_words = whole.last - whole.first + 1;
        mention->is_plural = true;
        mention->head = view->items[parts.surname].term;
        mention->is_office = bsh__is_on(&view->items[parts.surname], BSH__WORD_ORGANISATION);
        mention->is_known = mention->key.n == 1;
        if (mention->is_office && mention->is_known) {
            mention->key.mark = BSH__MARK_COMMON; // Police are police
        }
        return;
    }
    read_office(view, &parts, mention);
    set_key(&mention->key, view, (bsh__phrase){parts.core, parts.surname}, 0);
    mention->has_given = is_given(&view->items[parts.core]);
    bool const        is_full = parts.core < parts.surname;
    bsh__phrase const shown = {is_full ? parts.core : parts.written, phrase.last};
    mention->name = span_of(view, shown);
    mention->n_words = shown.last - shown.first + 1;
    for (uint32_t i = phrase.first; i < parts.core; ++i) {
        uint8_t const gender = gender_of_title(&view->items[i]);
        mention->gender = gender != BSH__GENDER_UNKNOWN ? gender : mention->gender;
    }
    if (mention->gender == BSH__GENDER_UNKNOWN && is_full) {
        mention->gender = gender_of_name(&view->items[parts.core]);
    }
}

/* Bell, Ana Bell: one or two names and nothing that a rule asks for, as most names are.  Few
 * branches, for none can be foreseen. */
static bool is_plain_name(const bsh__item_view *view, bsh__phrase phrase)
{
    const bsh__item *const first = &view->items[phrase.first];
    const bsh__item *const last = &view->items[phrase.last];
    unsigned const         traits = first->traits | last->traits;
    unsigned const         flags = first->flags | last->flags;
    uint32_t const         lists = first->lists | last->lists;
    if (phrase.last > phrase.first + 1 ||
        (first->traits & last->traits & BSH__TRAIT_NAME) == 0) {
        return false;
    }
    uint32_t const telling =
        (traits & (BSH__TRAIT_TITLE | BSH__TRAIT_SUFFIX)) |
        (flags & (BSH__ITEM_POSSESSIVE | BSH__ITEM_LINK)) |
        (lists & (BSH__HEADS | BSH__WORD_ORGANISATION | BSH__WORD_PREPOSITION));
    return telling == 0 && !is_article(first);
}

/* What read_name reads, of such a name: without a look for what it has not. */
static void read_plain_name(const bsh__item_view *view, bsh__phrase phrase,
                            bsh__mention *mention)
{
    const bsh__item *const first = &view->items[phrase.first];
    const bsh__item *const last = &view->items[phrase.last];
    bool const             is_full = phrase.first < phrase.last;
    *mention = (bsh__mention){
        .sort = BSH__MENTION_PERSON,
        .key = {.terms = {first->term, is_full ? last->term : 0}, .n = 1 + is_full},
        .name = {first->span.begin, last->span.end},
        .n_words = 1 + is_full,
        .gender = is_full ? gender_of_name(first) : BSH__GENDER_UNKNOWN,
        .has_given = is_given(first)};
}

/* ---- other phrases */

/* The head of a phrase: its last word before a preposition ("an official in Alton"). */
static uint32_t head_of(const bsh__item_view *view, bsh__phrase phrase)
{
    for (uint32_t i = phrase.first + 1; i <= phrase.last; ++i) {
        if (bsh__is_on(&view->items[i], BSH__WORD_PREPOSITION)) {
            return i - 1;
        }
    }
    return phrase.last;
}

static void read_common(const bsh__item_view *view, bsh__phrase phrase, bsh__mention *mention)
{
    const bsh__item *const head = &view->items[head_of(view, phrase)];
    *mention = (bsh__mention){.sort = BSH__MENTION_COMMON,
                              .n_words = phrase.last - phrase.first + 1,
                              .gender = gender_of_title(head),
                              .head = head->term,
                              .is_plural = bsh__is_of_several(head)};
    mention->name = span_of(view, phrase);
    set_key(&mention->key, view, phrase, BSH__MARK_COMMON);
    if (mention->key.n == 1) {
        mention->is_known = view->items[phrase.first].key == BSH__KEY_THE ||
                            bsh__is_on(head, BSH__WORD_ORGANISATION);
        mention->is_office = mention->is_known && head->key == BSH__KEY_OFFICE;
    }
    if (bsh__is_on(head, BSH__WORD_SPOKES_HEAD)) {
        mention->flags = BSH_QUOTE_FLAG_SPOKES;
    } else if (bsh__is_on(head, BSH__WORD_ANONYMOUS_HEAD)) {
        mention->flags = BSH_QUOTE_FLAG_ANONYMOUS;
    }
}

/* Ms. Ito and Mr. Bell; not "trade and mines committee chairman Ana Bell". */
static bool is_pair(const bsh__item_view *view, bsh__phrase phrase)
{
    for (uint32_t i = phrase.last; i > phrase.first; --i) {
        if (view->items[i].role == BSH__ROLE_AND) {
            return true;
        }
        if (!bsh__is_name_word(&view->items[i])) {
            return false;
        }
    }
    return false;
}

/* The governor, officials: no name though the first word of a sentence has a capital. */
static bool is_bare_head(const bsh__item_view *view, bsh__phrase phrase)
{
    const bsh__item *const last = &view->items[phrase.last];
    if (bsh__is_on(last, BSH__WORD_ANONYMOUS_HEAD | BSH__WORD_SPOKES_HEAD)) {
        return true;
    }
    bool const has_determiner =
        phrase.first < phrase.last && bsh__is_on(last - 1, BSH__WORD_DETERMINER);
    if (is_title(last) && has_determiner) {
        return true; // the Republican
    }
    return bsh__is_on(last, BSH__WORD_COURTESY) &&
           (phrase.first == phrase.last || is_title(last - 1));
}

/* The part of a phrase that is a name, "Ana Bell" of "Ana Bell of the port"; none if there is
 * none. */
static bsh__phrase name_part(const bsh__item_view *view, bsh__phrase phrase)
{
    bsh__phrase part = {phrase.first, head_of(view, phrase)};
    if (!bsh__is_name_word(&view->items[phrase.last]) && part.last == phrase.last) {
        return BSH__NO_PHRASE;
    }
    if (part.last == phrase.last) {
        return phrase;
    }
    if (bsh__is_name_word(&view->items[phrase.last]) && find_run(view, phrase).has_office) {
        return phrase; // Secretary of State Ana Bell
    }
    bool const is_name = part.last > part.first && bsh__is_name_word(&view->items[part.last]) &&
                         bsh__is_name_word(&view->items[part.last - 1]) &&
                         !is_bare_head(view, part) &&
                         !bsh__is_on(&view->items[part.last], BSH__WORD_ORGANISATION);
    return is_name ? part : BSH__NO_PHRASE;
}

bool bsh__mention_is_of_person(const bsh__item_view *view, bsh__phrase phrase)
{
    const bsh__item *const head = &view->items[head_of(view, phrase)];
    uint8_t const          owner = view->items[phrase.first].key;
    uint8_t const          gender = gender_of_title(head);
    bool const             is_kin = (owner == BSH__KEY_HIS && gender == BSH__GENDER_MALE) ||
                        (owner == BSH__KEY_HER && gender == BSH__GENDER_FEMALE);
    bool const is_anybody = bsh__is_on(head, BSH__WORD_PRONOUN); // someone
    return (bsh__is_person_word(head) || is_title(head)) && !is_kin && !is_anybody;
}

bool bsh__mention_read_name(const bsh__item_view *view, bsh__phrase phrase,
                            bsh__mention *mention)
{
    if (is_plain_name(view, phrase)) {
        read_plain_name(view, phrase, mention);
        return true;
    }
    bsh__phrase const name = name_part(view, phrase);
    if (!bsh__is_phrase(name) || is_pair(view, phrase) || is_bare_head(view, phrase)) {
        return false;
    }
    *mention = (bsh__mention){.sort = BSH__MENTION_PERSON};
    read_name(view, name, mention);
    return true;
}

void bsh__mention_read(const bsh__item_view *view, bsh__phrase phrase, bsh__mention *mention)
{
    uint8_t const role = bsh__pronoun_role(view, phrase);
    if (role != BSH__ROLE_NONE) {
        read_common(view, phrase, mention);
        mention->sort = BSH__MENTION_PRONOUN;
        mention->role = role;
    } else if (!bsh__mention_read_name(view, phrase, mention)) {
        read_common(view, phrase, mention);
        mention->is_plural = mention->is_plural || is_pair(view, phrase);
    }
}
