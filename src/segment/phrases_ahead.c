#include "segment/noun_phrases.h"

#include "segment/phrase_words.h"

enum {
    MAX_PHRASE = 14,  /* words of a phrase */
    MAX_REACH = 40,   /* items looked at for a subject */
    MAX_DATELINE = 8, /* items of a dateline */
    MAX_PLACES = 2,   /* commas behind an opening clause */
    MAX_LOWER_RUN = 3 /* Trump *campaign senior adviser* Ana Bell */
};

/* ---- the phrase behind a verb */

/* Item i is a lower-case word in a phrase with names: does a name or a known head still follow?
 */
static bool leads_on(const bsh__item_view *view, uint32_t i, uint32_t high)
{
    for (uint32_t n = 0; n < MAX_LOWER_RUN && i < high; ++n, ++i) {
        const bsh__item *const item = &view->items[i];
        if (bsh__is_name_word(item) && !bsh__is_on(item, BSH__WORD_TIME_WORD)) {
            return true;
        }
        if (!bsh__is_filler(item) || bsh__has_capital(item)) {
            return false;
        }
        if (bsh__is_on(item, BSH__HEADS)) {
            return true;
        }
    }
    return false;
}

/* Item i, a preposition, belongs to an office or an organisation: Secretary of State Ana Bell.
 */
static bool is_office_link(const bsh__item_view *view, uint32_t i, uint32_t high)
{
    const bsh__item *const item = &view->items[i];
    bool const             is_link = item->role == BSH__ROLE_OF || item->key == BSH__KEY_FOR;
    if (!is_link || i + 1 >= high ||
        !bsh__is_on(item - 1, BSH__WORD_COURTESY | BSH__WORD_ORGANISATION)) {
        return false;
    }
    bool const has_article = item[1].key == BSH__KEY_THE && i + 2 < high;
    return bsh__is_name_word(item + 1 + has_article);
}

/* Item i joins two parts of a name: de, and, of the. */
static bool links_names(const bsh__item_view *view, uint32_t i, uint32_t high)
{
    const bsh__item *const item = &view->items[i];
    if (!bsh__is_plain_word(item)) {
        return false;
    }
    if (is_office_link(view, i, high)) {
        return true;
    }
    bool const next_is_name = i + 1 < high && bsh__is_name_word(item + 1);
    bool const is_article = item->key == BSH__KEY_THE && bsh__is_preposition(item - 1);
    return (next_is_name && (item->role == BSH__ROLE_AND || is_article)) ||
           bsh__leads_to_name(item);
}

/* The end (one behind the last) of a phrase that begins with a name at `i`. */
static uint32_t end_of_name(const bsh__item_view *view, uint32_t i, uint32_t high)
{
    uint32_t const begin = i;
    for (++i; i < high && i - begin < MAX_PHRASE; ++i) {
        const bsh__item *const item = &view->items[i];
        bool const             next_is_name = i + 1 < high && bsh__is_name_word(item + 1);
        if (bsh__is_on(item, BSH__WORD_TIME_WORD) && bsh__has_capital(item) && !next_is_name) {
            break; // said Mr. Bell Tuesday
        }
        bool const is_lower =
            bsh__is_filler(item) && !bsh__has_capital(item) && leads_on(view, i, high);
        if (!bsh__is_name_word(item) && !is_lower && !links_names(view, i, high)) {
            break;
        }
    }
    return i;
}

/* Item i joins a common noun to what it belongs to: "a spokesman for the mayor". */
static bool joins_noun(const bsh__item_view *view, uint32_t i, uint32_t high)
{
    const bsh__item *const item = &view->items[i];
    return bsh__is_plain_word(item) && bsh__is_joiner(item) && i + 1 < high &&
           (bsh__is_name_word(item + 1) || item[1].key == BSH__KEY_OBJECT ||
            bsh__is_on(item + 1, BSH__WORD_DETERMINER));
}

/* A known head ends its phrase: "an official | familiar with the matter". */
static bool ends_at_head(const bsh__item_view *view, uint32_t i, uint32_t high)
{
    return bsh__is_on(&view->items[i], BSH__WORD_ANONYMOUS_HEAD | BSH__WORD_SPOKES_HEAD) &&
           i + 1 < high && bsh__is_filler(&view->items[i + 1]) && !leads_on(view, i + 1, high);
}

/* A noun, and neither a further determiner nor "of", stands before item. */
static bool is_noun_before(const bsh__item *item)
{
    return !bsh__is_on(item - 1, BSH__WORD_DETERMINER) && bsh__is_filler(item - 1);
}

/* A noun, a determiner, or "them" of "one of them". */
static bool belongs_to_noun(const bsh__item *item, bool is_joined)
{
    bool const is_of_them =
        is_joined && item->key == BSH__KEY_OBJECT && item[-1].role == BSH__ROLE_OF;
    return is_of_them || bsh__is_filler(item) ||
           (bsh__is_plain_word(item) && bsh__is_determiner(item));
}

/* The end of a phrase that begins with a determiner, or with a word in lower case, at `i`. */
static uint32_t end_of_common(const bsh__item_view *view, uint32_t i, uint32_t high)
{
    uint32_t const begin = i;
    bool           is_joined = false;
    for (; i < high && i - begin < MAX_PHRASE; ++i) {
        const bsh__item *const item = &view->items[i];
        if (bsh__is_name_word(item)) {
            return end_of_name(view, i, high);
        }
        if (i > begin && bsh__is_determiner(item) && is_noun_before(item)) {
            break; // the town released | a statement
        }
        if (belongs_to_noun(item, is_joined)) {
            if (ends_at_head(view, i, high)) {
                return i + 1;
            }
        } else if (is_joined || i == begin || !joins_noun(view, i, high)) {
            break;
        } else {
            is_joined = true;
        }
    }
    return i;
}

/* A phrase of determiners and figures alone is none, but for "one of the nine". */
static bool has_noun(const bsh__item_view *view, bsh__phrase phrase)
{
    for (uint32_t i = phrase.first; i <= phrase.last; ++i) {
        const bsh__item *const item = &view->items[i];
        bool const             is_part = item->role == BSH__ROLE_OF && i > phrase.first;
        if (is_part ||
            (!bsh__is_on(item, BSH__WORD_DETERMINER) && !bsh__is_preposition(item))) {
            return true;
        }
    }
    return false;
}

/* "said the mayor, Dana Ruiz": the name is the better one of the two. */
static bsh__phrase renamed(const bsh__item_view *view, bsh__phrase phrase, uint32_t high)
{
    uint32_t const comma = phrase.last + 1;
    if (comma + 2 >= high || view->items[comma].type != BSH__ITEM_COMMA ||
        !bsh__is_name_word(&view->items[comma + 1]) ||
        !bsh__is_name_word(&view->items[comma + 2]) ||
        bsh__is_name_word(&view->items[phrase.last])) {
        return phrase;
    }
    uint32_t const end = end_of_name(view, comma + 1, high);
    for (uint32_t i = comma + 1; i < end; ++i) {
        if (bsh__is_on(&view->items[i], BSH__WORD_ORGANISATION)) {
            return phrase;
        }
    }
    bool const is_closed = end >= high || !bsh__is_plain_word(&view->items[end]);
    return is_closed ? (bsh__phrase){comma + 1, end - 1} : phrase;
}

/* The phrase that begins with the name at `first`. */
static bsh__phrase phrase_of_name(const bsh__item_view *view, uint32_t first, uint32_t high)
{
    uint32_t const behind = end_of_name(view, first, high);
    bool const     is_when = behind == first + 1 && bsh__is_time(&view->items[first]);
    return is_when ? BSH__NO_PHRASE : (bsh__phrase){first, behind - 1};
}

/* The last word of a phrase is its verb: "the town released | a statement", "his face darted |
 * from side to side". */
static bool ends_in_verb(const bsh__item_view *view, bsh__phrase phrase, uint32_t high)
{
    const bsh__item *const last = &view->items[phrase.last];
    if (last->key == BSH__KEY_PAST && phrase.last > phrase.first &&
        !bsh__is_on(last, BSH__WORD_AMBIGUOUS_VERB)) { // but "a forecast"
        return true;                                   // the wife of the injured man got
    }
    if (phrase.last + 1 >= high || phrase.last < phrase.first + 1 ||
        (last->traits & BSH__TRAIT_VERBAL) == 0 || bsh__has_capital(last) ||
        bsh__is_on(last - 1, BSH__WORD_DETERMINER)) {
        return false;
    }
    bool const has_object = bsh__is_plain_word(last + 1) &&
                            bsh__is_on(last + 1, BSH__WORD_DETERMINER) &&
                            last[1].role == BSH__ROLE_NONE;
    return has_object || (bsh__ends_in_ed(last) && bsh__is_preposition(last + 1));
}

/* The phrase that begins at `first` with a determiner or a common noun. */
static bsh__phrase phrase_of_noun(const bsh__item_view *view, uint32_t first, uint32_t high)
{
    uint32_t const end = end_of_common(view, first, high);
    if (end == first) {
        return BSH__NO_PHRASE;
    }
    bsh__phrase phrase = {first, end - 1};
    while (phrase.last > first && bsh__is_on(&view->items[phrase.last], BSH__WORD_DETERMINER) &&
           view->items[phrase.last - 1].key != BSH__KEY_THE) { // one of the nine
        --phrase.last;
    }
    phrase.last -= ends_in_verb(view, phrase, high);
    bool const is_who = has_noun(view, phrase) && !bsh__is_time(&view->items[phrase.last]);
    return is_who ? renamed(view, phrase, high) : BSH__NO_PHRASE;
}

/* A name, noun, determiner or pronoun: all that a phrase may begin with. */
static bool may_begin(const bsh__item *item)
{
    return (item->traits & (BSH__TRAIT_NAME | BSH__TRAIT_FILLER)) != 0 ||
           bsh__is_on(item, BSH__WORD_DETERMINER) || bsh__is_pronoun(item);
}

/* Item i stands for a noun, and before none: "said another", but not "said another farmer". */
static bool stands_for_noun(const bsh__item_view *view, uint32_t i, uint32_t high)
{
    const bsh__item *const next = &view->items[i + 1];
    return bsh__may_be_noun(&view->items[i]) &&
           (i + 1 >= high || !bsh__is_plain_word(next) ||
            (bsh__is_preposition(next) && next->role != BSH__ROLE_OF));
}

bsh__phrase bsh__phrase_from(const bsh__item_view *view, uint32_t first, uint32_t high)
{
    if (first >= high || !bsh__is_plain_word(&view->items[first])) {
        return BSH__NO_PHRASE;
    }
    const bsh__item *const item = &view->items[first];
    if (bsh__is_pronoun(item) || stands_for_noun(view, first, high)) {
        return (bsh__phrase){first, first};
    }
    if (bsh__is_starter(item)) {
        return BSH__NO_PHRASE;
    }
    if (bsh__is_name_word(item)) {
        return phrase_of_name(view, first, high);
    }
    bool const has_determiner = bsh__is_determiner(item);
    bool const is_bare =
        bsh__is_filler(item) && (bsh__has_capital(item) || leads_on(view, first, high));
    return has_determiner || is_bare ? phrase_of_noun(view, first, high) : BSH__NO_PHRASE;
}

/* ---- the subject */

/* Asked, Citing, Shortly: a first word that opens a clause of its own, if a comma ends it. */
static bool opens_clause(const bsh__item *first)
{
    if (bsh__is_preposition(first) || first->role == BSH__ROLE_OPENER ||
        first->role == BSH__ROLE_ADVERB) {
        return true;
    }
    return (first->traits & BSH__TRAIT_CLAUSAL) != 0 && !bsh__is_on(first, BSH__GIVEN);
}

/* Behind "ALTON, Ohio (NF) --", which names the place and not the subject. */
static uint32_t behind_dateline(const bsh__item_view *view, uint32_t low, uint32_t high)
{
    for (uint32_t i = low; i < high && i - low < MAX_DATELINE; ++i) {
        const bsh__item *const item = &view->items[i];
        if (item->type == BSH__ITEM_DASH) {
            return i + 1;
        }
        if (bsh__is_plain_word(item) && !bsh__has_capital(item)) {
            break;
        }
    }
    return low;
}

/* The next comma; `high` if there is none near. */
static uint32_t next_comma(const bsh__item_view *view, uint32_t i, uint32_t high)
{
    for (uint32_t n = 0; n < MAX_REACH && i < high; ++n, ++i) {
        if (view->items[i].type == BSH__ITEM_COMMA) {
            return i;
        }
    }
    return high;
}

/* Item i, behind a comma, goes on with where and when: "in Salem, | Norland, on Sunday, Ana
 * Bell left".  Not "In Salem, | Ana Bell, the mayor, left". */
static bool is_place_or_time(const bsh__item_view *view, uint32_t i, uint32_t comma)
{
    if (bsh__is_preposition(&view->items[i])) {
        return true;
    }
    if (!bsh__is_name_word(&view->items[i - 2]) || comma - i > MAX_LOWER_RUN) {
        return false;
    }
    for (uint32_t k = i; k < comma; ++k) {
        if (!bsh__is_name_word(&view->items[k]) || bsh__is_person_word(&view->items[k])) {
            return false;
        }
    }
    const bsh__item *const behind = &view->items[comma + 1];
    return bsh__is_name_word(behind) || bsh__is_preposition(behind) || bsh__is_pronoun(behind);
}

/* Where the first phrase of a sentence may begin: behind "In his letter,". */
static uint32_t behind_opening(const bsh__item_view *view, uint32_t low, uint32_t high)
{
    low = behind_dateline(view, low, high);
    bool const is_opening =
        low < high && bsh__is_plain_word(&view->items[low]) && opens_clause(&view->items[low]);
    uint32_t const comma = is_opening ? next_comma(view, low, high) : high;
    if (comma + 1 >= high) {
        return low;
    }
    low = comma + 1;
    for (int n = 0; n < MAX_PLACES; ++n) {
        uint32_t const further = next_comma(view, low, high);
        if (further + 1 >= high || !is_place_or_time(view, low, further)) {
            break;
        }
        low = further + 1;
    }
    return low;
}

bsh__phrase bsh__phrase_subject(const bsh__item_view *view, uint32_t low, uint32_t high)
{
    if (low >= high) {
        return BSH__NO_PHRASE;
    }
    uint32_t i = behind_opening(view, low, high);
    for (uint32_t n = 0; n < MAX_REACH && i < high; ++n) {
        if (!may_begin(&view->items[i])) {
            ++i;
            continue;
        }
        bool const is_governed_here = i > low && bsh__is_preposition(&view->items[i - 1]);
        bsh__phrase const phrase = bsh__phrase_from(view, i, high);
        bool const        is_dummy = bsh__is_phrase(phrase) &&
                              (view->items[phrase.first].role == BSH__ROLE_PRONOUN ||
                               bsh__is_on(&view->items[phrase.first], BSH__WORD_TIME_WORD));
        if (bsh__is_phrase(phrase) && !is_governed_here && !is_dummy) {
            return phrase;
        }
        i = bsh__is_phrase(phrase) ? phrase.last + 1 : i + 1;
    }
    return BSH__NO_PHRASE;
}
