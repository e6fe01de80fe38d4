#include "segment/noun_phrases.h"

#include "data/lexicon.h"

enum {
    MAX_PHRASE = 14,  /* words of a phrase */
    MAX_REACH = 40,   /* items looked at for an apposition or a subject */
    MAX_COMMAS = 4,   /* commas of an apposition */
    MAX_DATELINE = 8, /* items of a dateline */
    MAX_LOWER_RUN = 3 /* Trump *campaign senior adviser* Ana Bell */
};

#define HEADS (BSH__WORD_ANONYMOUS_HEAD | BSH__WORD_SPOKES_HEAD | BSH__WORD_COURTESY)

/* ---- words */

static bool is_word(const bsh__item *item)
{
    return item->type == BSH__ITEM_WORD && (item->flags & BSH__ITEM_LINK) == 0;
}

static bool is_capital(const bsh__item *item)
{
    return is_word(item) && (item->flags & BSH__ITEM_CAPITAL) != 0;
}

static bool is_on(const bsh__item *item, uint32_t lists)
{
    return (item->lists & lists) != 0;
}

static bool is_pronoun(const bsh__item *item)
{
    return is_word(item) && item->role >= BSH__ROLE_HE && item->role <= BSH__ROLE_PRONOUN;
}

/* A capitalised word that is taken for (part of) a name or a title. */
static bool is_name_word(const bsh__item *item)
{
    return (item->traits & BSH__TRAIT_NAME) != 0 && (item->flags & BSH__ITEM_LINK) == 0;
}

static bool is_preposition(const bsh__item *item)
{
    return is_word(item) && is_on(item, BSH__WORD_PREPOSITION);
}

/* Of, for, at, from: what joins two nouns to one phrase ("a spokesman for the mayor"). */
static bool is_joiner(const bsh__item *item)
{
    return (item->traits & BSH__TRAIT_JOINER) != 0;
}

/* A word that may stand inside a phrase before its head: noun, adjective, figure. */
static bool is_filler(const bsh__item *item)
{
    return (item->traits & BSH__TRAIT_FILLER) != 0;
}

/* ---- the phrase before a verb */

/* Item i is a preposition or determiner at which a phrase that begins behind it may go on to
 * the left: "a spokesman for | the mayor said". */
static bool goes_on_left(const bsh__item_view *view, uint32_t low, uint32_t i)
{
    if (i < low + 1 || !is_preposition(&view->items[i])) {
        return false;
    }
    const bsh__item *const noun = &view->items[i - 1];
    if (!is_filler(noun) || (noun->flags & BSH__ITEM_POSSESSIVE) != 0) {
        return false;
    }
    bool const is_of = view->items[i].role == BSH__ROLE_OF; // Ana Bell of the port
    return is_on(noun, HEADS) || (is_joiner(&view->items[i]) && (!is_capital(noun) || is_of));
}

typedef enum step { STEP_STOP, STEP_TAKE, STEP_TAKE_LAST } step;

/* A preposition left of a phrase: in an office ("Secretary of State"), or behind a noun. */
static step step_preposition(const bsh__item_view *view, uint32_t low, uint32_t i,
                             bool right_is_name)
{
    const bsh__item *const item = &view->items[i];
    bool const             is_office =
        i > low && right_is_name && item->role == BSH__ROLE_OF && is_name_word(item - 1);
    return is_office || goes_on_left(view, low, i) ? STEP_TAKE : STEP_STOP;
}

/* Residents, Officials, Police: nouns, though they hardly ever have a capital elsewhere. */
static bool is_group(const bsh__item *item)
{
    bool const is_plural = (item->traits & BSH__TRAIT_PLURAL) != 0 &&
                           item->role == BSH__ROLE_NONE && item->verb_class == BSH_VERB_NONE &&
                           !is_on(item, BSH__WORD_FUNCTION);
    return is_plural || is_on(item, HEADS | BSH__WORD_ORGANISATION);
}

/* The first word of a sentence, which a capital makes no name: Still, Instead, Added. */
static bool is_starter(const bsh__item *item)
{
    return (item - 1)->type == BSH__ITEM_BREAK && is_capital(item) &&
           !is_on(item, BSH__WORD_DETERMINER) && !is_group(item) &&
           (is_on(item, BSH__WORD_STARTER) || item->verb_class != BSH_VERB_NONE);
}

/* Monday in "On Monday Mr. Bell said", Still in "Still Mr. Bell said". */
static bool is_adverbial(const bsh__item *item, bool has_left)
{
    bool const is_time =
        is_on(item, BSH__WORD_TIME_WORD) && has_left && is_preposition(item - 1);
    bool const is_first = (item - 1)->type == BSH__ITEM_BREAK;
    return is_time || is_starter(item) || (is_first && is_on(item, BSH__WORD_FUNCTION));
}

static bool is_noun(const bsh__item *item)
{
    return is_filler(item) || (is_capital(item) && item->role == BSH__ROLE_NONE);
}

/* Whether item i, left of a phrase that so far begins at i + 1, belongs to it. */
static step step_left(const bsh__item_view *view, uint32_t low, uint32_t i)
{
    const bsh__item *const item = &view->items[i];
    bool const             right_is_name = is_name_word(item + 1);
    if (!is_word(item)) {
        return STEP_STOP;
    }
    if (item->role == BSH__ROLE_AND || bsh__is_particle(item)) {
        bool const joins = item->role != BSH__ROLE_AND || (i > low && is_name_word(item - 1));
        return right_is_name && joins ? STEP_TAKE : STEP_STOP;
    }
    if (is_on(item, BSH__WORD_DETERMINER) && item->role == BSH__ROLE_NONE) {
        return i > low && goes_on_left(view, low, i - 1) ? STEP_TAKE : STEP_TAKE_LAST;
    }
    if (is_preposition(item)) {
        return step_preposition(view, low, i, right_is_name);
    }
    return is_noun(item) && !is_adverbial(item, i > low) ? STEP_TAKE : STEP_STOP;
}

/* Tuesday, minutes: when, and not who. */
static bool is_time(const bsh__item *item)
{
    return (item->traits & BSH__TRAIT_TIME) != 0 ||
           (is_on(item, BSH__WORD_TIME_WORD) &&
            !is_on(item, BSH__WORD_MALE_NAME | BSH__WORD_FEMALE_NAME));
}

/* May end a phrase: no preposition, no determiner, no time. */
static bool is_head(const bsh__item *item)
{
    return is_word(item) && item->role == BSH__ROLE_NONE && !is_preposition(item) &&
           !is_starter(item) && (is_capital(item) || is_filler(item)) &&
           !(is_on(item, BSH__WORD_DETERMINER) && is_word(item + 1) && is_capital(item));
}

/* The phrase whose last word is item `end`, without regard to appositions. */
static bsh__phrase plain_phrase(const bsh__item_view *view, uint32_t low, uint32_t end)
{
    const bsh__item *const last = &view->items[end];
    if (is_pronoun(last)) {
        return (bsh__phrase){end, end};
    }
    bool const is_himself = end > low && (last->traits & BSH__TRAIT_SELF) != 0;
    end -= is_himself;
    if (!is_head(&view->items[end])) {
        return BSH__NO_PHRASE;
    }
    bsh__phrase phrase = {end + 1, end};
    for (uint32_t n = 0; n < MAX_PHRASE && phrase.first > low; ++n) {
        step const next = step_left(view, low, phrase.first - 1);
        if (next == STEP_STOP) {
            break;
        }
        --phrase.first;
        if (next == STEP_TAKE_LAST) {
            break;
        }
    }
    while (phrase.first < phrase.last && is_preposition(&view->items[phrase.first])) {
        ++phrase.first;
    }
    bool const is_when = is_time(&view->items[end]) &&
                         (phrase.first == phrase.last || !is_capital(&view->items[end]));
    return is_when ? BSH__NO_PHRASE : phrase;
}

/* A phrase with a name as its head. */
static bool is_name_phrase(const bsh__item_view *view, bsh__phrase phrase)
{
    return bsh__is_phrase(phrase) && is_name_word(&view->items[phrase.last]);
}

/* A preposition or verb governs the phrase: "In Washington, Todd Robinson, the secretary,
 * said". */
static bool is_governed(const bsh__item_view *view, uint32_t low, bsh__phrase phrase)
{
    return phrase.first > low && is_word(&view->items[phrase.first - 1]) &&
           view->items[phrase.first - 1].role != BSH__ROLE_OPENER &&
           view->items[phrase.first - 1].role != BSH__ROLE_AND;
}

/* The nearest comma of low .. end - 1; `end` if there is none near. */
static uint32_t comma_before(const bsh__item_view *view, uint32_t low, uint32_t end)
{
    for (uint32_t i = end; i > low && end - i < MAX_REACH; --i) {
        uint8_t const type = view->items[i - 1].type;
        if (type == BSH__ITEM_COMMA) {
            return i - 1;
        }
        if (type == BSH__ITEM_BREAK || type == BSH__ITEM_PIECE || type == BSH__ITEM_SEMICOLON) {
            break;
        }
    }
    return end;
}

/* Further left, to what the phrase is itself an apposition of: "Ana Bell, minister for trade,
 * tourism and mines, said". */
static bsh__phrase leftmost_name(const bsh__item_view *view, uint32_t low, bsh__phrase phrase)
{
    for (int n = 0; n < MAX_COMMAS && phrase.first > low + 1; ++n) {
        uint32_t const comma = phrase.first - 1;
        if (view->items[comma].type != BSH__ITEM_COMMA) {
            break;
        }
        bsh__phrase const left = plain_phrase(view, low, comma - 1);
        if (!is_name_phrase(view, left) || is_governed(view, low, left)) {
            break;
        }
        phrase = left;
    }
    return phrase;
}

/* The phrase whose apposition ends at the comma `end`. */
static bsh__phrase phrase_before_apposition(const bsh__item_view *view, uint32_t low,
                                            uint32_t end)
{
    uint32_t comma = end;
    for (int n = 0; n < MAX_COMMAS; ++n) {
        uint32_t const previous = comma_before(view, low, comma);
        if (previous == comma || previous == low) {
            return BSH__NO_PHRASE;
        }
        bsh__phrase const phrase = plain_phrase(view, low, previous - 1);
        if (bsh__is_phrase(phrase) && !is_governed(view, low, phrase)) {
            bsh__phrase const inner = plain_phrase(view, previous + 1, end - 1);
            bool const        is_renamed = n == 0 && !is_name_phrase(view, phrase) &&
                                    is_name_phrase(view, inner) &&
                                    is_name_word(&view->items[inner.first]) &&
                                    inner.first == previous + 1 && inner.last > inner.first;
            return is_renamed ? inner : leftmost_name(view, low, phrase);
        }
        comma = previous;
    }
    return BSH__NO_PHRASE;
}

/* The opening bracket of the bracket that ends at item `end`; `end` if it is not near. */
static uint32_t bracket_before(const bsh__item_view *view, uint32_t low, uint32_t end)
{
    for (uint32_t i = end; i > low && end - i < MAX_PHRASE; --i) {
        if (view->items[i - 1].type == BSH__ITEM_BRACKET) {
            return i - 1;
        }
    }
    return end;
}

bsh__phrase bsh__phrase_antecedent(const bsh__item_view *view, uint32_t who)
{
    uint32_t const low = who > MAX_REACH ? who - MAX_REACH : 0;
    uint32_t       end = who;
    while (end > low && view->items[end - 1].type == BSH__ITEM_COMMA) {
        --end;
    }
    return end > low ? plain_phrase(view, low, end - 1) : BSH__NO_PHRASE;
}

bsh__phrase bsh__phrase_before(const bsh__item_view *view, uint32_t low, uint32_t verb)
{
    uint32_t end = verb;
    while (end > low && is_word(&view->items[end - 1]) &&
           (view->items[end - 1].role == BSH__ROLE_AUXILIARY ||
            view->items[end - 1].role == BSH__ROLE_ADVERB)) {
        --end;
    }
    if (end > low && view->items[end - 1].type == BSH__ITEM_BRACKET) {
        end = bracket_before(view, low, end - 1); // Ana Bell (D-Alton) said
    }
    if (end <= low) {
        return BSH__NO_PHRASE;
    }
    if (view->items[end - 1].type == BSH__ITEM_COMMA) {
        return phrase_before_apposition(view, low, end - 1);
    }
    return plain_phrase(view, low, end - 1);
}

/* ---- the phrase behind a verb */

/* Item i is a lower-case word in a phrase with names: does a name or a known head still follow?
 */
static bool leads_on(const bsh__item_view *view, uint32_t i, uint32_t high)
{
    for (uint32_t n = 0; n < MAX_LOWER_RUN && i < high; ++n, ++i) {
        const bsh__item *const item = &view->items[i];
        if (is_name_word(item) && !is_on(item, BSH__WORD_TIME_WORD)) {
            return true;
        }
        if (!is_filler(item) || is_capital(item)) {
            return false;
        }
        if (is_on(item, HEADS)) {
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
        !is_on(item - 1, BSH__WORD_COURTESY | BSH__WORD_ORGANISATION)) {
        return false;
    }
    bool const has_article = item[1].key == BSH__KEY_THE && i + 2 < high;
    return is_name_word(item + 1 + has_article);
}

/* Item i joins two parts of a name: de, and, of the. */
static bool links_names(const bsh__item_view *view, uint32_t i, uint32_t high)
{
    const bsh__item *const item = &view->items[i];
    if (!is_word(item)) {
        return false;
    }
    if (is_office_link(view, i, high)) {
        return true;
    }
    bool const next_is_name = i + 1 < high && is_name_word(item + 1);
    bool const is_article = item->key == BSH__KEY_THE && is_preposition(item - 1);
    return next_is_name &&
           (bsh__is_particle(item) || item->role == BSH__ROLE_AND || is_article);
}

/* The end (one behind the last) of a phrase that begins with a name at `i`. */
static uint32_t end_of_name(const bsh__item_view *view, uint32_t i, uint32_t high)
{
    uint32_t const begin = i;
    for (++i; i < high && i - begin < MAX_PHRASE; ++i) {
        const bsh__item *const item = &view->items[i];
        bool const             next_is_name = i + 1 < high && is_name_word(item + 1);
        if (is_on(item, BSH__WORD_TIME_WORD) && is_capital(item) && !next_is_name) {
            break; // said Mr. Bell Tuesday
        }
        bool const is_lower = is_filler(item) && !is_capital(item) && leads_on(view, i, high);
        if (!is_name_word(item) && !is_lower && !links_names(view, i, high)) {
            break;
        }
    }
    return i;
}

/* Item i joins a common noun to what it belongs to: "a spokesman for the mayor". */
static bool joins_noun(const bsh__item_view *view, uint32_t i, uint32_t high)
{
    const bsh__item *const item = &view->items[i];
    return is_word(item) && is_joiner(item) && i + 1 < high &&
           (is_name_word(item + 1) || is_on(item + 1, BSH__WORD_DETERMINER));
}

/* A known head ends its phrase: "an official | familiar with the matter". */
static bool ends_at_head(const bsh__item_view *view, uint32_t i, uint32_t high)
{
    return is_on(&view->items[i], BSH__WORD_ANONYMOUS_HEAD | BSH__WORD_SPOKES_HEAD) &&
           i + 1 < high && is_filler(&view->items[i + 1]) && !leads_on(view, i + 1, high);
}

/* The end of a phrase that begins with a determiner, or with a word in lower case, at `i`. */
static uint32_t end_of_common(const bsh__item_view *view, uint32_t i, uint32_t high)
{
    uint32_t const begin = i;
    bool           is_joined = false;
    for (; i < high && i - begin < MAX_PHRASE; ++i) {
        const bsh__item *const item = &view->items[i];
        bool const             is_determiner =
            is_on(item, BSH__WORD_DETERMINER) && item->role == BSH__ROLE_NONE;
        if (is_name_word(item)) {
            return end_of_name(view, i, high);
        }
        if (is_filler(item) || (is_word(item) && is_determiner)) {
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

/* A phrase of determiners and figures alone is none, but for "some said". */
static bool has_noun(const bsh__item_view *view, bsh__phrase phrase)
{
    for (uint32_t i = phrase.first; i <= phrase.last; ++i) {
        if (!is_on(&view->items[i], BSH__WORD_DETERMINER) && !is_preposition(&view->items[i])) {
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
        !is_name_word(&view->items[comma + 1]) || !is_name_word(&view->items[comma + 2]) ||
        is_name_word(&view->items[phrase.last])) {
        return phrase;
    }
    uint32_t const end = end_of_name(view, comma + 1, high);
    for (uint32_t i = comma + 1; i < end; ++i) {
        if (is_on(&view->items[i], BSH__WORD_ORGANISATION)) {
            return phrase;
        }
    }
    bool const is_closed = end >= high || !is_word(&view->items[end]);
    return is_closed ? (bsh__phrase){comma + 1, end - 1} : phrase;
}

/* The phrase that begins with the name at `first`. */
static bsh__phrase phrase_of_name(const bsh__item_view *view, uint32_t first, uint32_t high)
{
    uint32_t const behind = end_of_name(view, first, high);
    bool const     is_when = behind == first + 1 && is_time(&view->items[first]);
    return is_when ? BSH__NO_PHRASE : (bsh__phrase){first, behind - 1};
}

/* The phrase that begins at `first` with a determiner or a common noun. */
static bsh__phrase phrase_of_noun(const bsh__item_view *view, uint32_t first, uint32_t high)
{
    uint32_t const end = end_of_common(view, first, high);
    if (end == first) {
        return BSH__NO_PHRASE;
    }
    bsh__phrase phrase = {first, end - 1};
    while (phrase.last > first && is_on(&view->items[phrase.last], BSH__WORD_DETERMINER)) {
        --phrase.last;
    }
    bool const is_who = has_noun(view, phrase) && !is_time(&view->items[phrase.last]);
    return is_who ? renamed(view, phrase, high) : BSH__NO_PHRASE;
}

bsh__phrase bsh__phrase_from(const bsh__item_view *view, uint32_t first, uint32_t high)
{
    if (first >= high || !is_word(&view->items[first])) {
        return BSH__NO_PHRASE;
    }
    const bsh__item *const item = &view->items[first];
    if (is_pronoun(item)) {
        return (bsh__phrase){first, first};
    }
    if (is_starter(item)) {
        return BSH__NO_PHRASE;
    }
    if (is_name_word(item)) {
        return phrase_of_name(view, first, high);
    }
    bool const has_determiner =
        is_on(item, BSH__WORD_DETERMINER) && item->role == BSH__ROLE_NONE;
    bool const is_bare = is_filler(item) && (is_capital(item) || leads_on(view, first, high));
    return has_determiner || is_bare ? phrase_of_noun(view, first, high) : BSH__NO_PHRASE;
}

/* ---- the subject */

/* Asked, Citing, Shortly: a first word that opens a clause of its own, if a comma ends it. */
static bool opens_clause(const bsh__item *first)
{
    if (is_preposition(first) || first->role == BSH__ROLE_OPENER ||
        first->role == BSH__ROLE_ADVERB) {
        return true;
    }
    return (first->traits & BSH__TRAIT_CLAUSAL) != 0 &&
           !is_on(first, BSH__WORD_MALE_NAME | BSH__WORD_FEMALE_NAME);
}

/* Behind "ALTON, Ohio (NF) --", which names the place and not the subject. */
static uint32_t behind_dateline(const bsh__item_view *view, uint32_t low, uint32_t high)
{
    for (uint32_t i = low; i < high && i - low < MAX_DATELINE; ++i) {
        const bsh__item *const item = &view->items[i];
        if (item->type == BSH__ITEM_DASH) {
            return i + 1;
        }
        if (is_word(item) && !is_capital(item)) {
            break;
        }
    }
    return low;
}

/* Where the first phrase of a sentence may begin: behind "In his letter,". */
static uint32_t behind_opening(const bsh__item_view *view, uint32_t low, uint32_t high)
{
    low = behind_dateline(view, low, high);
    bool const is_opening =
        low < high && is_word(&view->items[low]) && opens_clause(&view->items[low]);
    for (uint32_t i = low; is_opening && i < high && i - low < MAX_REACH; ++i) {
        if (view->items[i].type == BSH__ITEM_COMMA) {
            return i + 1;
        }
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
        bool const        is_governed_here = i > low && is_preposition(&view->items[i - 1]);
        bsh__phrase const phrase = bsh__phrase_from(view, i, high);
        bool const        is_dummy =
            bsh__is_phrase(phrase) && (view->items[phrase.first].role == BSH__ROLE_PRONOUN ||
                                       is_on(&view->items[phrase.first], BSH__WORD_TIME_WORD));
        if (bsh__is_phrase(phrase) && !is_governed_here && !is_dummy) {
            return phrase;
        }
        i = bsh__is_phrase(phrase) ? phrase.last + 1 : i + 1;
    }
    return BSH__NO_PHRASE;
}
