#include "segment/noun_phrases.h"

#include "segment/phrase_words.h"

enum {
    MAX_PHRASE = 14, /* words of a phrase */
    MAX_REACH = 40,  /* items looked at for an apposition */
    MAX_COMMAS = 4   /* commas of an apposition */
};

/* ---- the phrase before a verb */

/* Item i is a preposition or determiner at which a phrase that begins behind it may go on to
 * the left: "a spokesman for | the mayor said". */
static bool goes_on_left(const bsh__item_view *view, uint32_t low, uint32_t i)
{
    if (i < low + 1 || !bsh__is_preposition(&view->items[i])) {
        return false;
    }
    const bsh__item *const noun = &view->items[i - 1];
    if (!bsh__is_filler(noun) || (noun->flags & BSH__ITEM_POSSESSIVE) != 0) {
        return false;
    }
    bool const is_of = view->items[i].role == BSH__ROLE_OF; // Ana Bell of the port
    bool const is_common = !bsh__has_capital(noun);
    bool const has_article = i > low + 1 && (noun - 1)->role == BSH__ROLE_NONE &&
                             bsh__is_on(noun - 1, BSH__WORD_DETERMINER); // a man in the crowd
    return bsh__is_on(noun, BSH__HEADS) ||
           (bsh__is_joiner(&view->items[i]) ? is_common || is_of : is_common && has_article);
}

typedef enum step { STEP_STOP, STEP_TAKE, STEP_TAKE_LAST } step;

/* A preposition left of a phrase: in an office ("Secretary of State"), or behind a noun. */
static step step_preposition(const bsh__item_view *view, uint32_t low, uint32_t i,
                             bool right_is_name)
{
    const bsh__item *const item = &view->items[i];
    bool const             is_office =
        i > low && right_is_name && item->role == BSH__ROLE_OF && bsh__is_name_word(item - 1);
    return is_office || goes_on_left(view, low, i) ? STEP_TAKE : STEP_STOP;
}

/* Monday in "On Monday Mr. Bell said", Still in "Still Mr. Bell said". */
static bool is_adverbial(const bsh__item *item, bool has_left)
{
    bool const is_time =
        bsh__is_on(item, BSH__WORD_TIME_WORD) && has_left && bsh__is_preposition(item - 1);
    bool const is_first = (item - 1)->type == BSH__ITEM_BREAK;
    return !bsh__may_be_noun(item) && // Others said
           (is_time || bsh__is_starter(item) ||
            (is_first && bsh__is_on(item, BSH__WORD_FUNCTION)));
}

static bool is_noun(const bsh__item *item)
{
    return bsh__is_filler(item) || (bsh__has_capital(item) && item->role == BSH__ROLE_NONE);
}

/* A noun, adjective or name that is nothing else; most words of a phrase are. */
static bool is_noun_alone(const bsh__item *item)
{
    uint32_t const others = BSH__WORD_DETERMINER | BSH__WORD_PREPOSITION | BSH__WORD_TIME_WORD |
                            BSH__WORD_FUNCTION | BSH__WORD_STARTER;
    return (item->traits & (BSH__TRAIT_FILLER | BSH__TRAIT_PARTICLE)) == BSH__TRAIT_FILLER &&
           !bsh__is_on(item, others) && item->verb_class == BSH_VERB_NONE &&
           item->role == BSH__ROLE_NONE;
}

/* Whether item i, left of a phrase that so far begins at i + 1, belongs to it. */
static step step_left(const bsh__item_view *view, uint32_t low, uint32_t i)
{
    const bsh__item *const item = &view->items[i];
    bool const             right_is_name = bsh__is_name_word(item + 1);
    if (!bsh__is_plain_word(item)) {
        return STEP_STOP;
    }
    if (bsh__is_particle(item)) {
        return bsh__leads_to_name(item) ? STEP_TAKE : STEP_STOP;
    }
    if (item->role == BSH__ROLE_AND) {
        bool const joins = i > low && bsh__is_name_word(item - 1);
        return right_is_name && joins ? STEP_TAKE : STEP_STOP;
    }
    if (bsh__is_on(item, BSH__WORD_DETERMINER) && item->role == BSH__ROLE_NONE) {
        return i > low && goes_on_left(view, low, i - 1) ? STEP_TAKE : STEP_TAKE_LAST;
    }
    if (bsh__is_preposition(item)) {
        return step_preposition(view, low, i, right_is_name);
    }
    return is_noun(item) && !is_adverbial(item, i > low) ? STEP_TAKE : STEP_STOP;
}

/* May end a phrase: no preposition, no determiner, no time. */
static bool is_head(const bsh__item *item)
{
    if (bsh__may_be_noun(item)) {
        return true; // Many say
    }
    return item->role == BSH__ROLE_NONE && !bsh__needs_noun(item) &&
           (bsh__has_capital(item) || bsh__is_filler(item)) && !bsh__is_preposition(item) &&
           !bsh__is_starter(item) &&
           !(bsh__is_on(item, BSH__WORD_DETERMINER) && bsh__is_plain_word(item + 1) &&
             bsh__has_capital(item));
}

/* The first item of a phrase that goes on to the left of item `first`. */
static uint32_t begin_of_phrase(const bsh__item_view *view, uint32_t low, uint32_t first)
{
    for (uint32_t n = 0; n < MAX_PHRASE && first > low; ++n) {
        step const next = is_noun_alone(&view->items[first - 1])
                              ? STEP_TAKE
                              : step_left(view, low, first - 1);
        if (next == STEP_STOP) {
            break;
        }
        --first;
        if (next == STEP_TAKE_LAST) {
            break;
        }
    }
    return first;
}

/* The phrase whose last word is item `end`, without regard to appositions. */
static bsh__phrase plain_phrase(const bsh__item_view *view, uint32_t low, uint32_t end)
{
    const bsh__item *const last = &view->items[end];
    if (bsh__is_pronoun(last)) {
        return (bsh__phrase){end, end};
    }
    bool const is_himself = end > low && (last->traits & BSH__TRAIT_SELF) != 0;
    end -= is_himself;
    bool const is_of_them = end > low && last->key == BSH__KEY_OBJECT &&
                            view->items[end - 1].role == BSH__ROLE_OF; // one of them
    if (!is_of_them && !is_head(&view->items[end])) {
        return BSH__NO_PHRASE;
    }
    bsh__phrase phrase = {begin_of_phrase(view, low, end + !is_of_them), end};
    while (phrase.first < phrase.last && bsh__is_preposition(&view->items[phrase.first])) {
        ++phrase.first;
    }
    bool const is_when = bsh__is_time(&view->items[end]) &&
                         (phrase.first == phrase.last || !bsh__has_capital(&view->items[end]));
    return is_when ? BSH__NO_PHRASE : phrase;
}

/* A phrase with a name as its head. */
static bool is_name_phrase(const bsh__item_view *view, bsh__phrase phrase)
{
    return bsh__is_phrase(phrase) && bsh__is_name_word(&view->items[phrase.last]);
}

/* A preposition or verb governs the phrase: "In Washington, Todd Robinson, the secretary,
 * said". */
static bool is_governed(const bsh__item_view *view, uint32_t low, bsh__phrase phrase)
{
    return phrase.first > low && bsh__is_plain_word(&view->items[phrase.first - 1]) &&
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

/* The phrase whose apposition ends at the comma `end`. */
static bsh__phrase phrase_before_apposition(const bsh__item_view *view, uint32_t low,
                                            uint32_t end)
{
    uint32_t comma = end;
    if (view->items[end - 1].type == BSH__ITEM_BRACKET) {
        uint32_t const open = bracket_before(view, low, end - 1); // Ana Bell (D-Alton), said
        return open > low ? plain_phrase(view, low, open - 1) : BSH__NO_PHRASE;
    }
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
                                    bsh__is_name_word(&view->items[inner.first]) &&
                                    inner.first == previous + 1 && inner.last > inner.first;
            return is_renamed ? inner : leftmost_name(view, low, phrase);
        }
        comma = previous;
    }
    return BSH__NO_PHRASE;
}

/* The part of a phrase that "who" means: "a general" of "the help of a general", but all of "an
 * official in the ministry". */
static bsh__phrase nearest_person(const bsh__item_view *view, bsh__phrase phrase)
{
    bool has_person = false;
    for (uint32_t i = phrase.last; i > phrase.first; --i) {
        const bsh__item *const item = &view->items[i];
        if (bsh__is_preposition(item)) {
            bool const is_nearer = has_person && !bsh__is_person_word(item - 1);
            return is_nearer ? (bsh__phrase){i + 1, phrase.last} : phrase;
        }
        has_person = has_person || bsh__is_person_word(item);
    }
    return phrase;
}

/* The "who" of a clause that goes on with ", and who"; `who` itself if it is the first. */
static uint32_t first_who(const bsh__item_view *view, uint32_t low, uint32_t who)
{
    bool const is_further = who > low && view->items[who - 1].role == BSH__ROLE_AND;
    for (uint32_t i = who; is_further && i > low; --i) {
        if (view->items[i - 1].type == BSH__ITEM_BREAK) {
            break;
        }
        if (view->items[i - 1].key == BSH__KEY_WHO) {
            return i - 1;
        }
    }
    return who;
}

bsh__phrase bsh__phrase_antecedent(const bsh__item_view *view, uint32_t who)
{
    uint32_t const low = who > MAX_REACH ? who - MAX_REACH : 0;
    uint32_t       end = first_who(view, low, who);
    while (end > low && view->items[end - 1].type == BSH__ITEM_COMMA) {
        --end;
    }
    bsh__phrase const phrase = end > low ? plain_phrase(view, low, end - 1) : BSH__NO_PHRASE;
    if (!bsh__is_phrase(phrase)) {
        return phrase;
    }
    bool const is_apposition = phrase.first > low + 1 &&
                               view->items[phrase.first - 1].type == BSH__ITEM_COMMA &&
                               !bsh__is_name_word(&view->items[phrase.first]);
    bsh__phrase const name =
        is_apposition ? plain_phrase(view, low, phrase.first - 2) : BSH__NO_PHRASE;
    return is_name_phrase(view, name) ? name : nearest_person(view, phrase);
}

/* Fled, released: no noun in "the report released this week said", but one in "the left". */
static bool is_past(const bsh__item *item)
{
    bool const is_irregular = bsh__is_on(item, BSH__WORD_IRREGULAR_PAST) &&
                              bsh__is_plain_word(item) && !bsh__has_capital(item);
    return (is_irregular || bsh__ends_in_ed(item)) && !bsh__needs_noun(item - 1);
}

/* The "who" whose clause a phrase stands in, some words behind it; 0 if there is none: "a man
 * who was at the meeting". */
static uint32_t who_before(const bsh__item_view *view, uint32_t low, bsh__phrase phrase)
{
    for (uint32_t i = phrase.first; i > low && phrase.first - i < MAX_PHRASE; --i) {
        const bsh__item *const item = &view->items[i - 1];
        bool const             is_verb =
            item->verb_class != BSH_VERB_NONE && !bsh__is_on(item, BSH__WORD_AMBIGUOUS_VERB);
        if (!bsh__is_plain_word(item) || item->role == BSH__ROLE_OPENER || is_verb) {
            break;
        }
        if (item->key == BSH__KEY_WHO) {
            bool const is_verb_of_who = // "a man who died in May", not "who Mr. Bell said"
                phrase.first == phrase.last && !bsh__has_capital(item + 1) &&
                (is_past(item + 1) || (item[1].traits & BSH__TRAIT_VERBAL) != 0);
            return i < phrase.first || is_verb_of_who ? i - 1 : 0;
        }
    }
    return 0;
}

/* What stands between a noun and its verb is not the subject: "a letter obtained by the Herald
 * says", "a man who was at the meeting said". */
static bsh__phrase subject_before(const bsh__item_view *view, uint32_t low, bsh__phrase phrase)
{
    if (!bsh__is_phrase(phrase) || phrase.first < low + 2 ||
        !bsh__is_plain_word(&view->items[phrase.first - 1])) {
        return phrase;
    }
    uint32_t const who = who_before(view, low, phrase);
    if (who > low) {
        bsh__phrase const owner = bsh__phrase_antecedent(view, who);
        return bsh__is_phrase(owner) && owner.first >= low ? owner : phrase;
    }
    const bsh__item *const before = &view->items[phrase.first - 2];
    bool const             is_told_of = bsh__is_preposition(before + 1) &&
                            (bsh__ends_in_ed(before) || before->key == BSH__KEY_FAMILIAR ||
                             (before->key == BSH__KEY_CLOSE && before[1].key == BSH__KEY_TO));
    if (!is_told_of || phrase.first < low + 3) {
        return phrase;
    }
    bsh__phrase const noun = plain_phrase(view, low, phrase.first - 3);
    return bsh__is_phrase(noun) ? noun : phrase;
}

/* The word before item i, which tells when, belongs to it: "the council this week said", "Mr.
 * Bell at the time said". */
static bool begins_when(const bsh__item_view *view, uint32_t low, uint32_t i)
{
    const bsh__item *const item = &view->items[i - 1];
    return i > low + 1 && (item->key == BSH__KEY_ARTICLE ||
                           (item->key == BSH__KEY_THE && bsh__is_preposition(item - 1)));
}

/* Before "on Monday" and "last week", which stand between a subject and its verb. */
static uint32_t before_when(const bsh__item_view *view, uint32_t low, uint32_t end)
{
    enum { MAX_WORDS = 3 };
    uint32_t i = end;
    while (i > low && end - i < MAX_WORDS && bsh__is_plain_word(&view->items[i - 1]) &&
           bsh__is_time(&view->items[i - 1])) {
        --i;
    }
    if (i == end) {
        return end;
    }
    i -= begins_when(view, low, i);
    i -= i > low && bsh__is_preposition(&view->items[i - 1]);
    i -= i > low + 1 && is_past(&view->items[i - 1]) && view->items[i - 2].key != BSH__KEY_WHO;
    return i > low && bsh__is_plain_word(&view->items[i - 1]) ? i : end;
}

/* Both of "they both said", "the clerks have all said"; in "Both said" it is the subject. */
static bool is_both_of_subject(const bsh__item *item)
{
    const bsh__item *const before = item - 1;
    return (item->key == BSH__KEY_BOTH || item->key == BSH__KEY_EACH) &&
           (before->role == BSH__ROLE_AUXILIARY || bsh__is_pronoun(before) ||
            (before->role == BSH__ROLE_NONE && bsh__is_filler(before) &&
             !bsh__needs_noun(before)));
}

/* Has, also, first: between a subject and its verb; but "the first said", "Mr. Long said". */
static bool stands_before_verb(const bsh__item *item)
{
    if (item->role == BSH__ROLE_AUXILIARY || item->role == BSH__ROLE_ADVERB) {
        return true;
    }
    bool const is_first = item->key == BSH__KEY_FIRST && !bsh__needs_noun(item - 1);
    return (is_first || is_both_of_subject(item)) && !bsh__has_capital(item);
}

bsh__phrase bsh__phrase_before(const bsh__item_view *view, uint32_t low, uint32_t verb)
{
    if (verb > low && bsh__is_pronoun(&view->items[verb - 1])) { // he said
        return subject_before(view, low, (bsh__phrase){verb - 1, verb - 1});
    }
    uint32_t       end = before_when(view, low, verb);
    uint32_t const limit = verb > low + MAX_REACH ? verb - MAX_REACH : low;
    while (end > limit && stands_before_verb(&view->items[end - 1])) {
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
    return subject_before(view, low, plain_phrase(view, low, end - 1));
}
