#include "segment/clauses.h"

#include "segment/phrase_words.h"
#include "segment/punctuation.h"
#include "segment/quote_marks.h"
#include "segment/speech_verbs.h"
#include "unicode/characters.h"
#include "unicode/utf8.h"

enum { MAX_NAME = 6, MAX_VERBS = 4 };

/* A speaker that was found, and by what. */
typedef struct finding {
    bsh__phrase phrase;
    uint32_t    verb;
    uint8_t     via;
} finding;

static const finding nothing = {{1, 0}, 0, BSH_VIA_NONE};

static bool is_found(finding f)
{
    return bsh__is_phrase(f.phrase);
}

static bool is_punctuation(const bsh__item *item)
{
    return item->type == BSH__ITEM_COMMA || item->type == BSH__ITEM_DASH;
}

/* ---- verbs */

/* The first verb of saying of low .. high - 1; `high` if there is none. */
static uint32_t first_verb(const bsh__item_view *view, uint32_t low, uint32_t high)
{
    while (low < high && !bsh__is_speech_verb(&view->items[low])) {
        ++low;
    }
    return low;
}

/* The first one behind the piece and before the next; place->right if there is none. */
static uint32_t verb_behind(const bsh__item_view *view, const bsh__place *place)
{
    const uint32_t *stop = &view->stops[place->stop + 1];
    while (*stop < place->right && !bsh__is_speech_verb(&view->items[*stop])) {
        ++stop;
    }
    return *stop;
}

/* The last one before `high`, not before place->left; `high` if there is none. */
static uint32_t last_verb(const bsh__item_view *view, const bsh__place *place, uint32_t high)
{
    const uint32_t *stop = &view->stops[place->stop - 1];
    while (*stop >= place->left &&
           (*stop >= high || !bsh__is_speech_verb(&view->items[*stop]))) {
        --stop;
    }
    return *stop >= place->left ? *stop : high;
}

static bool is_according(const bsh__item_view *view, uint32_t verb, uint32_t high)
{
    return view->items[verb].key == BSH__KEY_ACCORDING && verb + 1 < high &&
           view->items[verb + 1].key == BSH__KEY_TO;
}

/* A word in lower case that looks like a verb in the past or the third person: "pressed",
 * "goes". */
static bool looks_like_verb(const bsh__item *item)
{
    uint32_t const no_verb = BSH__WORD_FUNCTION | BSH__WORD_ANONYMOUS_HEAD |
                             BSH__WORD_SPOKES_HEAD | BSH__WORD_COURTESY | BSH__WORD_PREPOSITION;
    return (item->traits & BSH__TRAIT_VERBAL) != 0 && item->role == BSH__ROLE_NONE &&
           (item->flags & (BSH__ITEM_CAPITAL | BSH__ITEM_POSSESSIVE)) == 0 &&
           (item->lists & no_verb) == 0;
}

/* The verb of a clause that begins at `i` with a name or a pronoun, "Hanley pressed"; `high` if
 * it is none. */
static uint32_t verb_of_clause(const bsh__item_view *view, uint32_t i, uint32_t high)
{
    uint32_t const begin = i;
    while (i < high && i - begin < MAX_NAME && view->items[i].type == BSH__ITEM_WORD &&
           ((view->items[i].role >= BSH__ROLE_HE && view->items[i].role <= BSH__ROLE_THEY) ||
            ((view->items[i].flags & BSH__ITEM_CAPITAL) != 0 &&
             (view->items[i].role == BSH__ROLE_NONE)))) {
        ++i;
    }
    if (i == begin) {
        return high;
    }
    while (i < high && view->items[i].role == BSH__ROLE_ADVERB) {
        ++i;
    }
    bool const is_verb = i < high && (looks_like_verb(&view->items[i]) ||
                                      view->items[i].key == BSH__KEY_WENT); // shot back
    return is_verb ? i : high;
}

/* The verb of a clause that begins with one on no list and its subject, "snorted Edda"; `high`
 * if there is none. */
static uint32_t verb_before_name(const bsh__item_view *view, uint32_t i, uint32_t high)
{
    bool const is_verb = i + 1 < high && view->items[i].type == BSH__ITEM_WORD &&
                         bsh__ends_in_ed(&view->items[i]) && looks_like_verb(&view->items[i]) &&
                         view->items[i].verb_class == BSH_VERB_NONE;
    return is_verb && bsh__is_name_word(&view->items[i + 1]) ? i : high;
}

/* ---- speakers of a verb */

/* "The trouble, says Ana Bell, is that": a clause between commas. */
static bool is_put_in(const bsh__item_view *view, uint32_t verb, bsh__phrase right,
                      uint32_t high)
{
    return bsh__is_phrase(right) && view->items[verb - 1].type == BSH__ITEM_COMMA &&
           (view->items[right.first].flags & BSH__ITEM_CAPITAL) != 0 && right.last + 1 < high &&
           view->items[right.last + 1].type == BSH__ITEM_COMMA;
}

/* The phrase behind a verb, which may be its subject: "said Ms. Ito". */
static bsh__phrase phrase_behind(const bsh__item_view *view, uint32_t verb, uint32_t high)
{
    return bsh__is_participle(&view->items[verb]) ? BSH__NO_PHRASE
                                                  : bsh__phrase_from(view, verb + 1, high);
}

bsh__phrase bsh__clause_speaker(const bsh__item_view *view, uint32_t low, uint32_t verb,
                                uint32_t high, uint8_t *via)
{
    if (is_according(view, verb, high)) {
        *via = BSH_VIA_ACCORDING;
        return bsh__phrase_from(view, verb + 2, high);
    }
    *via = BSH_VIA_INVERTED;
    if (view->items[verb - 1].type == BSH__ITEM_COMMA) {
        bsh__phrase const inside = phrase_behind(view, verb, high);
        if (is_put_in(view, verb, inside, high)) {
            return inside;
        }
    }
    bsh__phrase const left = bsh__phrase_before(view, low, verb);
    if (bsh__is_phrase(left)) {
        *via = BSH_VIA_LEFT;
        return left;
    }
    return phrase_behind(view, verb, high);
}

/* The clause right behind a piece with a verb that is on no list: "...?" Hanley pressed. */
static finding find_unlisted(const bsh__item_view *view, uint32_t begin, uint32_t high)
{
    while (begin < high && is_punctuation(&view->items[begin])) {
        ++begin;
    }
    uint32_t const first = verb_before_name(view, begin, high);
    if (first < high) {
        return (finding){bsh__phrase_from(view, first + 1, high), first, BSH_VIA_INVERTED};
    }
    uint32_t const verb = verb_of_clause(view, begin, high);
    if (verb == high) {
        return nothing;
    }
    uint32_t listed = first_verb(view, begin, high);
    while (listed < high && bsh__is_participle(&view->items[listed])) {
        listed = first_verb(view, listed + 1, high);
    }
    if (listed < high && listed != verb) {
        return nothing; // Bell aides said: "aides" is no verb
    }
    return (finding){bsh__phrase_before(view, begin, verb), verb, BSH_VIA_LEFT};
}

/* "Mr. Bell said as he left", "Mr. Bell said." behind the sentence end at `begin` - 1: a clause
 * that is all of its sentence, or one whose verb is on the list. */
static finding find_listed_clause(const bsh__item_view *view, uint32_t begin, uint32_t high)
{
    uint32_t const verb = first_verb(view, begin, high);
    if (verb == high || verb == begin || bsh__is_participle(&view->items[verb])) {
        return nothing;
    }
    bsh__phrase const phrase = bsh__phrase_before(view, begin, verb);
    return bsh__is_phrase(phrase) && phrase.first == begin
               ? (finding){phrase, verb, BSH_VIA_LEFT}
               : nothing;
}

/* Behind the sentence end that a question mark seems to make: "Where is it?" Hanley pressed. */
static finding find_behind_break(const bsh__item_view *view, const bsh__place *place,
                                 bool is_closed)
{
    uint32_t const begin = place->right + 1;
    uint32_t       high = begin;
    if (begin >= view->n_items) {
        return nothing; // the end of the text
    }
    while (high - begin < MAX_NAME + 3 && view->items[high].type == BSH__ITEM_WORD) {
        ++high;
    }
    uint8_t const type = view->items[high].type;
    bool const    is_bounded = type == BSH__ITEM_BREAK || type == BSH__ITEM_COMMA;
    finding const listed = find_listed_clause(view, begin, high);
    if (is_found(listed)) {
        bool const is_whole = listed.verb + 1 == high && type == BSH__ITEM_BREAK;
        return is_closed || is_whole ? listed : nothing;
    }
    finding const f = is_closed ? find_unlisted(view, begin, high) : nothing;
    return is_found(f) && f.verb + 1 == high && is_bounded ? f : nothing;
}

static finding find_right(const bsh__item_view *view, const bsh__place *place, uint32_t verb)
{
    uint32_t const begin = place->item + 1;
    uint32_t       first = begin;
    while (first < verb && is_punctuation(&view->items[first])) {
        ++first;
    }
    finding f = {BSH__NO_PHRASE, verb, BSH_VIA_INVERTED};
    if (bsh__is_participle(&view->items[verb])) { // called it "...", adding
        f.via = BSH_VIA_LEFT;
        f.phrase = bsh__phrase_subject(view, place->sentence, place->item);
        return f;
    }
    if (first == verb && !is_according(view, verb, place->right)) { // said Ms. Ito
        f.phrase = bsh__phrase_from(view, verb + 1, place->right);
        return f;
    }
    f.phrase = bsh__clause_speaker(view, begin, verb, place->right, &f.via);
    return f;
}

/* Who "adding" or "saying" belongs to: the speaker of a verb before it ("Mr. Bell said,
 * adding"), or else the sentence's subject. */
static bsh__phrase loose_subject(const bsh__item_view *view, const bsh__place *place,
                                 uint32_t verb)
{
    uint32_t const before = last_verb(view, place, verb);
    if (before < verb && !bsh__is_participle(&view->items[before])) {
        bsh__phrase const phrase = bsh__phrase_before(view, place->left, before);
        if (bsh__is_phrase(phrase)) {
            return phrase;
        }
    }
    return bsh__phrase_subject(view, place->sentence, verb);
}

/* The speaker of a verb before the piece: its own, or of the sentence. */
static finding find_of_verb(const bsh__item_view *view, const bsh__place *place, uint32_t verb)
{
    finding f = {.verb = verb};
    f.phrase = bsh__clause_speaker(view, place->left, verb, place->item, &f.via);
    bool const is_loose =
        bsh__is_participle(&view->items[verb]) ||
        (f.via == BSH_VIA_INVERTED && !is_put_in(view, verb, f.phrase, place->item));
    bsh__phrase const subject = is_loose ? loose_subject(view, place, verb) : BSH__NO_PHRASE;
    if (bsh__is_phrase(subject)) {
        f.phrase = subject;
        f.via = BSH_VIA_LEFT;
    }
    return f;
}

/* The last verb of saying before item `high` that has a speaker; the first one that was looked
 * at if none has. */
static finding find_before(const bsh__item_view *view, const bsh__place *place, uint32_t high)
{
    uint32_t verb = last_verb(view, place, high);
    finding  f = nothing;
    for (int n = 0; n < MAX_VERBS && verb < high && !is_found(f); ++n) {
        f = find_of_verb(view, place, verb);
        high = verb;
        verb = last_verb(view, place, high);
    }
    return f;
}

static bool is_what(const bsh__item *item)
{
    return item->key == BSH__KEY_WHETHER && bsh__is_on(item, BSH__WORD_DETERMINER);
}

/* The verb stands in what somebody else says: "railed against what she calls", "said that he
 * would continue", "insisted that the port had been warned of".  Not if the piece is set off
 * right behind it: "would only say,". */
static bool is_inner(const bsh__item_view *view, const bsh__place *place, finding f)
{
    if (f.verb + 2 == place->item && view->items[f.verb + 1].type != BSH__ITEM_WORD) {
        return false;
    }
    const bsh__item *const first = &view->items[f.phrase.first];
    if (f.phrase.last < f.verb && f.phrase.first > place->left &&
        (is_what(first) || is_what(first - 1))) {
        return true;
    }
    uint32_t i = f.verb;
    while (i > place->left && view->items[i - 1].role == BSH__ROLE_ADVERB) {
        --i;
    }
    uint8_t const key = i > place->left ? view->items[i - 1].key : BSH__KEY_NONE;
    bool const    is_passive =
        (key == BSH__KEY_IS || key == BSH__KEY_BE) && !bsh__is_participle(&view->items[f.verb]);
    return key == BSH__KEY_MODAL || key == BSH__KEY_TO || is_passive;
}

/* The last verb of saying before the piece that has a speaker and is not itself part of what is
 * said. */
static finding find_left(const bsh__item_view *view, const bsh__place *place)
{
    finding const last = find_before(view, place, place->item);
    finding       f = last;
    for (int n = 0; n < MAX_VERBS && is_found(f) && is_inner(view, place, f); ++n) {
        f = find_before(view, place, f.verb);
    }
    return is_found(f) ? f : last;
}

/* Ruiz: "We can close the gap."  The name must be all that stands before the colon. */
static finding find_colon(const bsh__item_view *view, const bsh__place *place)
{
    uint32_t const colon = place->item - 1;
    if (colon <= place->left || view->items[colon].type != BSH__ITEM_COLON) {
        return nothing;
    }
    bsh__phrase const phrase = bsh__phrase_before(view, place->left, colon);
    bool const        is_all =
        bsh__is_phrase(phrase) && phrase.last + 1 == colon &&
        (phrase.first == place->left || view->items[phrase.first - 1].type == BSH__ITEM_DASH);
    return is_all ? (finding){phrase, 0, BSH_VIA_COLON} : nothing;
}

/* ---- the piece */

void bsh__place_read(const bsh__item_view *view, const bsh_quote *quote,
                     const bsh__place *place, bsh__tie *tie)
{
    uint32_t i = place->left;
    while (i < place->item && view->items[i].type == BSH__ITEM_DASH) {
        ++i;
    }
    int32_t const          last = bsh__last_character(view->input->text, quote->inner);
    const bsh__item *const before = &view->items[place->item - 1];
    tie->is_fresh = i == place->item;
    tie->is_closed = (last != '.' && bsh__is_stop(last)) || bsh__is_dash(last) ||
                     is_punctuation(&view->items[place->item + 1]);
    tie->is_led_in = place->item > place->left &&
                     (is_punctuation(before) || before->type == BSH__ITEM_COLON);
}

static bool is_beside(const bsh__item_view *view, const bsh__place *place, const bsh__tie *tie,
                      finding f)
{
    if (!is_found(f)) {
        return false;
    }
    if (f.phrase.first < place->item) {
        return tie->is_led_in;
    }
    uint32_t i = place->item + 1;
    while (is_punctuation(&view->items[i]) || view->items[i].type == BSH__ITEM_BREAK) {
        ++i;
    }
    return f.via == BSH_VIA_INVERTED || i == f.phrase.first;
}

static void take(bsh__tie *tie, const bsh__item_view *view, const bsh__place *place, finding f)
{
    tie->phrase = f.phrase;
    tie->verb = f.verb;
    tie->via = f.via;
    tie->is_beside = is_beside(view, place, tie, f);
}

/* The clause behind the piece. */
static finding find_behind(const bsh__item_view *view, const bsh__place *place,
                           const bsh__tie *tie, bool has_left_verb)
{
    finding f = nothing;
    if (tie->is_closed || tie->is_fresh) {
        f = find_unlisted(view, place->item + 1, place->right);
    }
    uint32_t const verb = verb_behind(view, place);
    if (!is_found(f) && verb < place->right &&
        (tie->is_closed || tie->is_fresh || !has_left_verb)) {
        f = find_right(view, place, verb);
    }
    bool const is_broken =
        view->items[place->right].type == BSH__ITEM_BREAK && place->right == place->item + 1;
    if (!is_found(f) && is_broken && tie->is_fresh) {
        f = find_behind_break(view, place, tie->is_closed);
    }
    return f;
}

/* A clause right behind a piece that a colon led in: She stressed calm: "Wait a day," she said.
 */
static bool is_right_behind(const bsh__item_view *view, const bsh__place *place,
                            const bsh__tie *tie, finding behind)
{
    if (!tie->is_closed || view->items[place->item - 1].type != BSH__ITEM_COLON ||
        !is_found(behind)) {
        return false;
    }
    uint32_t i = place->item + 1;
    while (is_punctuation(&view->items[i])) {
        ++i;
    }
    return behind.phrase.first == i || behind.verb == i;
}

/* The subject of the sentence, and the verb before the piece if there is one. */
static void take_subject(bsh__tie *tie, const bsh__item_view *view, const bsh__place *place,
                         finding left)
{
    bsh__phrase const subject = bsh__phrase_subject(view, place->sentence, place->item);
    if (bsh__is_phrase(subject)) {
        take(tie, view, place, (finding){subject, left.verb, BSH_VIA_SUBJECT});
        tie->is_beside = false;
    }
}

void bsh__clause_read(const bsh__item_view *view, const bsh_quote *quote,
                      const bsh__place *place, bsh__tie *tie)
{
    bsh__place_read(view, quote, place, tie);
    finding const colon = find_colon(view, place);
    finding const left = is_found(colon) ? colon : find_left(view, place);
    finding const behind = find_behind(view, place, tie, left.verb != 0);
    bool const    is_adding = is_found(behind) && bsh__is_participle(&view->items[behind.verb]);
    bool const    is_told_again = is_right_behind(view, place, tie, behind) && !is_adding;
    if (is_found(colon) && !is_told_again) {
        take(tie, view, place, colon);
        tie->is_beside = true;
        return;
    }
    bool const left_first = !is_told_again && (tie->is_led_in || !tie->is_closed || is_adding);
    finding const first = left_first ? left : behind;
    take(tie, view, place, is_found(first) ? first : left_first ? behind : left);
    if (!bsh__is_phrase(tie->phrase) && !tie->is_fresh) {
        take_subject(tie, view, place, left);
    }
}
