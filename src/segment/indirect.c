#include "segment/indirect.h"

#include "segment/clauses.h"
#include "segment/finite_clauses.h"
#include "segment/phrase_words.h"
#include "segment/speech_verbs.h"

enum {
    MAX_REACH = 12,  /* items between the verb and what it reports: "said in a statement on" */
    MAX_SOURCE = 24, /* items of what is behind "according to" */
    MAX_HEARER = 6,
    MIN_CLAUSE = 3 /* words before "X said": "Nobody came home, she said" */
};

static const bsh__report no_report = {{1, 0}, false};

/* ---- between the verb and what it reports */

/* That, whether, why. */
static bool opens_report(const bsh__item *item)
{
    return item->key == BSH__KEY_THAT || item->key == BSH__KEY_WHETHER;
}

/* Where "in a statement on Monday" stands: outside of a prepositional phrase, behind its
 * preposition, behind its noun. */
typedef enum phrase_state { STATE_OUTSIDE, STATE_PREPOSITION, STATE_NOUN } phrase_state;

/* A noun, adjective or name, as stands in a prepositional phrase. */
static bool is_noun(const bsh__item *item)
{
    return (item->traits & (BSH__TRAIT_FILLER | BSH__TRAIT_NAME)) != 0;
}

/* In, on; "to" before a noun alone ("to the council", "to reporters"), for "to leave" is an
 * order. */
static bool opens_circumstance(const bsh__item *item)
{
    const bsh__item *const next = item + 1;
    bool const             is_to_whom =
        bsh__is_determiner(next) || bsh__has_capital(next) ||
        ((next->traits & BSH__TRAIT_PLURAL) != 0 && (next->traits & BSH__TRAIT_FILLER) != 0);
    return bsh__is_on(item, BSH__WORD_PREPOSITION) && item->role != BSH__ROLE_OPENER &&
           (item->key != BSH__KEY_TO || is_to_whom);
}

/* The item belongs to the prepositional phrase in which it stands. */
static bool goes_on_phrase(const bsh__item *item, phrase_state *state)
{
    if (*state == STATE_PREPOSITION && item->verb_class != BSH_VERB_NONE) {
        return true; // in a written statement
    }
    if (*state == STATE_PREPOSITION) {
        *state = is_noun(item) && !bsh__is_determiner(item) ? STATE_NOUN : STATE_PREPOSITION;
        return is_noun(item) || bsh__is_determiner(item);
    }
    bool const is_new =
        bsh__has_capital(item) && !bsh__has_capital(item - 1); // in a speech Mr. Bell was
    return *state == STATE_NOUN && is_noun(item) && !bsh__is_determiner(item) && !is_new;
}

/* The state behind an item that stands between a verb and what it reports; false if it does not
 * stand there, but opens what is reported. */
static bool pass_circumstance(const bsh__item *item, phrase_state *state)
{
    if (opens_report(item)) {
        return false;
    }
    if (bsh__is_time(item)) {
        *state = STATE_OUTSIDE;
        return true;
    }
    if (opens_circumstance(item)) {
        *state = STATE_PREPOSITION;
        return true;
    }
    return item->role == BSH__ROLE_ADVERB || goes_on_phrase(item, state);
}

/* Behind adverbs, times and "in a statement on Monday". */
static uint32_t behind_circumstances(const bsh__item_view *view, uint32_t i, uint32_t high)
{
    phrase_state   state = STATE_OUTSIDE;
    uint32_t const limit = high - i < MAX_REACH ? high : i + MAX_REACH;
    while (i < limit && bsh__is_plain_word(&view->items[i]) &&
           pass_circumstance(&view->items[i], &state)) {
        ++i;
    }
    return i;
}

/* A name begins behind a common noun: "told reporters Mr. Bell had left". */
static bool begins_name(const bsh__item *item)
{
    return bsh__has_capital(item) && !bsh__has_capital(item - 1) &&
           !bsh__is_determiner(item - 1);
}

/* Before "not" and "only", which belong to what is reported: "said only two had come". */
static uint32_t before_focus(const bsh__item_view *view, uint32_t verb, uint32_t i)
{
    while (i > verb + 1 && (view->items[i - 1].key == BSH__KEY_NOT ||
                            view->items[i - 1].key == BSH__KEY_FOCUS)) {
        --i;
    }
    return i;
}

/* Behind "him", "reporters" or "the council", whom a verb tells something. */
static uint32_t behind_hearer(const bsh__item_view *view, uint32_t i, uint32_t high)
{
    const bsh__item *const items = view->items;
    if (i < high && bsh__is_plain_word(&items[i]) && bsh__is_on(&items[i], BSH__WORD_PRONOUN) &&
        !bsh__is_subject_pronoun(&items[i])) {
        return i + 1;
    }
    uint32_t const limit = high - i < MAX_HEARER ? high : i + MAX_HEARER;
    uint32_t const begin = i;
    i += i < limit && bsh__is_plain_word(&items[i]) && bsh__is_determiner(&items[i]);
    while (i < limit && bsh__is_plain_word(&items[i]) && is_noun(&items[i]) &&
           !bsh__is_determiner(&items[i]) && !bsh__is_on(&items[i], BSH__WORD_TIME_WORD) &&
           (i == begin || !begins_name(&items[i]))) {
        ++i;
    }
    return i;
}

/* ---- the clause behind the verb */

/* Where the clause begins that opens at item i, "that" left out; `high` if none does. */
static uint32_t clause_at(const bsh__item_view *view, uint32_t i, uint32_t high, bool is_say)
{
    const bsh__item *const items = view->items;
    if (i >= high || !bsh__is_plain_word(&items[i]) || items[i].role == BSH__ROLE_AND) {
        return high; // the mayor said and he said that
    }
    if (items[i].key == BSH__KEY_THAT) {
        uint32_t const first = i + 1 + (items[i + 1].type == BSH__ITEM_COMMA); // that, in May,
        bool const     is_pronoun_here = is_say && items[i + 1].role == BSH__ROLE_AUXILIARY;
        return is_pronoun_here ? i : bsh__is_main_clause(view, first, high) ? first : high;
    }
    if (items[i].key == BSH__KEY_WHETHER) {
        bool const has_verb = i + 2 < high && bsh__is_plain_word(&items[i + 1]) &&
                              bsh__is_plain_word(&items[i + 2]);
        return has_verb && items[i + 1].key != BSH__KEY_TO ? i : high;
    }
    bool const is_clause =
        is_say ? bsh__is_main_clause(view, i, high) : bsh__begins_clause(view, i, high, false);
    return is_clause ? i : high;
}

/* At the "that" behind ", however," or "on Monday, in a letter,"; `high` if none stands there.
 */
static uint32_t behind_insertion(const bsh__item_view *view, uint32_t i, uint32_t high)
{
    uint32_t const limit = high - i < MAX_REACH ? high : i + MAX_REACH;
    bool           has_comma = false;
    for (; i < limit && !bsh__is_bound(&view->items[i]); ++i) {
        has_comma = has_comma || view->items[i].type == BSH__ITEM_COMMA;
        if (view->items[i].type == BSH__ITEM_COMMA && view->items[i + 1].key == BSH__KEY_THAT) {
            return i + 1;
        }
        if (!has_comma && view->items[i].role != BSH__ROLE_ADVERB &&
            !bsh__is_on(&view->items[i], BSH__WORD_PREPOSITION | BSH__WORD_TIME_WORD)) {
            break;
        }
    }
    return high;
}

/* No clause begins here, for something is put in before it: "said on Monday that". */
static bool is_put_before(const bsh__item *item)
{
    return item->type == BSH__ITEM_COMMA || item->role == BSH__ROLE_ADVERB ||
           (item->traits & BSH__TRAIT_TIME) != 0 ||
           bsh__is_on(item, BSH__WORD_PREPOSITION | BSH__WORD_TIME_WORD);
}

/* Where the clause behind the verb begins; `high` if none does. */
static uint32_t clause_behind(const bsh__item_view *view, uint32_t verb, uint32_t high)
{
    const bsh__item *const item = &view->items[verb];
    if (item->verb_class == BSH_VERB_JUDGEMENT || item[1].key == BSH__KEY_BY) {
        return high; // called Halden a town that; the facts reported by
    }
    if (item[1].type != BSH__ITEM_WORD && item[1].type != BSH__ITEM_COMMA) {
        return high; // Mr. Bell said.
    }
    bool const     is_put_in = is_put_before(&item[1]);
    uint32_t const inserted = is_put_in ? behind_insertion(view, verb + 1, high) : high;
    if (inserted < high) {
        return clause_at(view, inserted, high, true);
    }
    bool const     has_hearer = bsh__is_on(item, BSH__WORD_HEARER_VERB);
    bool const     is_say = (item->traits & BSH__TRAIT_SAID) != 0 && !has_hearer;
    uint32_t const begin = is_put_in ? behind_circumstances(view, verb + 1, high) : verb + 1;
    bool const     is_opened = begin < high && opens_report(&view->items[begin]);
    if (has_hearer && !is_opened) { // asked why; but told the council why
        uint32_t const hearer = behind_hearer(view, begin, high);
        uint32_t const first =
            clause_at(view, behind_circumstances(view, hearer, high), high, false);
        if (first < high) {
            return first;
        }
    }
    return clause_at(view, before_focus(view, verb, begin), high, is_say);
}

/* ---- where a clause ends */

/* The verb and what stands between it and its link: "and later said" from "later" on. */
static uint32_t first_of_predicate(const bsh__item_view *view, uint32_t verb)
{
    uint32_t first = verb;
    while (verb - first < MAX_REACH && (view->items[first - 1].role == BSH__ROLE_ADVERB ||
                                        view->items[first - 1].role == BSH__ROLE_AUXILIARY)) {
        --first;
    }
    return first;
}

bool bsh__is_second_predicate(const bsh__item_view *view, uint32_t verb)
{
    const bsh__item *const before = &view->items[first_of_predicate(view, verb) - 1];
    return before->role == BSH__ROLE_AND || before->key == BSH__KEY_BUT;
}

/* "admitted that it rained, but maintained that" ends before the comma; behind "and" alone the
 * verb may go on with what is reported, unless "that" follows. */
static uint32_t border_before_predicate(const bsh__item_view *view, uint32_t verb)
{
    const bsh__item *const items = view->items;
    uint32_t const         link = first_of_predicate(view, verb) - 1;
    bool const             has_comma = items[link - 1].type == BSH__ITEM_COMMA;
    bool const             is_sure =
        items[link].key == BSH__KEY_BUT || items[verb + 1].key == BSH__KEY_THAT;
    return has_comma ? link - 1 : is_sure ? link : verb;
}

/* A verb of saying that opens a report of its own, coordinate to the one before: where the
 * comma or "and" before it stands; else `verb`. */
static uint32_t coordinate_border(const bsh__item_view *view, uint32_t low, uint32_t verb,
                                  uint32_t high)
{
    const bsh__item *const items = view->items;
    uint32_t               border = verb;
    if (!bsh__is_participle(&items[verb]) && items[verb].key != BSH__KEY_ACCORDING) {
        uint8_t           via = BSH_VIA_NONE;
        bsh__phrase const phrase = bsh__clause_speaker(view, low, verb, high, &via);
        if (bsh__is_second_predicate(view, verb)) {
            return border_before_predicate(view, verb);
        }
        if (!bsh__is_phrase(phrase) || phrase.first > verb) { // who told aides it was, said
            return items[verb - 1].type == BSH__ITEM_COMMA ? verb - 1 : verb;
        }
        border = phrase.first;
    }
    if (border <= low + 1) {
        return verb;
    }
    const bsh__item *const before = &items[border - 1];
    bool const             is_comma = before->type == BSH__ITEM_COMMA;
    bool const is_link = before->role == BSH__ROLE_AND || before->role == BSH__ROLE_OPENER;
    bool const is_second = is_link && before[-1].type == BSH__ITEM_COMMA;
    if (!is_comma && !is_second && before->role != BSH__ROLE_AND) {
        return verb;
    }
    return is_second ? border - 2 : border - 1;
}

/* One behind the last item of the clause that begins at `first`: the sentence ends there, or
 * another report begins ("..., adding that"). */
static uint32_t end_of_clause(const bsh__item_view *view, uint32_t first, uint32_t high)
{
    const bsh__item *const end = &view->items[high];
    const bsh__item       *item = &view->items[first];
    while (item < end && (item->type == BSH__ITEM_WORD || !bsh__is_bound(item))) {
        if (bsh__is_speech_verb(item)) {
            uint32_t const verb = (uint32_t) (item - view->items);
            uint32_t const border = coordinate_border(view, first, verb, high);
            if (border < verb) {
                return border;
            }
        }
        ++item;
    }
    return (uint32_t) (item - view->items);
}

/* ---- clauses before the verb */

/* Where what is said before "X said" begins: behind "and" and dashes. */
static uint32_t behind_links(const bsh__item_view *view, uint32_t i, uint32_t high)
{
    uint32_t const limit = high - i < MAX_REACH ? high : i + MAX_REACH;
    while (i < limit &&
           (view->items[i].type == BSH__ITEM_COMMA || view->items[i].type == BSH__ITEM_DASH ||
            view->items[i].role == BSH__ROLE_AND)) {
        ++i;
    }
    return i;
}

/* "In May, Mr. Bell said: "..."": what is said is the piece. */
static bool leads_to_piece(const bsh__item_view *view, uint32_t i)
{
    uint8_t const type = view->items[i].type;
    bool const    is_lead = type == BSH__ITEM_COMMA || type == BSH__ITEM_COLON;
    return type == BSH__ITEM_PIECE || (is_lead && view->items[i + 1].type == BSH__ITEM_PIECE);
}

/* Behind the attribution and its circumstances, "Mr. Bell told reporters on Monday". */
static uint32_t behind_attribution(const bsh__item_view *view, uint32_t verb, uint32_t behind,
                                   uint32_t high)
{
    bool const has_hearer =
        behind == verb + 1 && bsh__is_on(&view->items[verb], BSH__WORD_HEARER_VERB);
    uint32_t const from = has_hearer ? behind_hearer(view, behind, high) : behind;
    return behind_circumstances(view, from, high);
}

/* What stands behind "The bridge, Mr. Bell said," goes on with what he said: a verb or a
 * clause, and not "the mayor of Alton" or "who owns it". */
static bool goes_on(const bsh__item_view *view, uint32_t i, uint32_t high)
{
    const bsh__item *const item = &view->items[i];
    if (!bsh__is_plain_word(item) || item->key == BSH__KEY_WHO || bsh__is_participle(item)) {
        return false;
    }
    bool const is_link = item->role == BSH__ROLE_AND || item->role == BSH__ROLE_OPENER;
    bool const is_verb = item->role == BSH__ROLE_AUXILIARY ||
                         bsh__is_on(item, BSH__WORD_IRREGULAR_PAST) ||
                         ((item->traits & BSH__TRAIT_VERBAL) != 0 && !bsh__has_capital(item));
    return is_verb || bsh__begins_clause(view, i + is_link, high, false);
}

static uint32_t n_words(const bsh__item_view *view, uint32_t begin, uint32_t end)
{
    uint32_t n = 0;
    for (uint32_t i = begin; i < end; ++i) {
        n += bsh__is_plain_word(&view->items[i]);
    }
    return n;
}

/* A comma stands before "Mr. Bell said", which may report what is before it. */
static bool may_follow_clause(const bsh__item_view *view, const bsh__report_place *place,
                              bsh__phrase attribution)
{
    const bsh__item *const items = view->items;
    uint32_t const         behind = attribution.last + 1;
    return attribution.first > place->low &&
           items[attribution.first - 1].type == BSH__ITEM_COMMA && behind < place->high &&
           !bsh__is_participle(&items[place->verb]) && !leads_to_piece(view, behind);
}

/* What stands before the comma of an attribution is a clause; the attribution with when and
 * where ends before item `after`. */
static bool is_clause_before(const bsh__item_view *view, const bsh__report_place *place,
                             bsh__phrase clause, uint32_t after)
{
    const bsh__item *const verb = &view->items[place->verb];
    const bsh__item *const next = &view->items[after];
    uint32_t const         end = clause.last + 1;
    bool const             is_sure =
        (verb->traits & BSH__TRAIT_SAID) != 0 || verb->key == BSH__KEY_ACCORDING;
    if (bsh__is_bound(next) && is_sure && n_words(view, clause.first, end) >= MIN_CLAUSE) {
        return true;
    }
    bool const is_adverbial = is_sure && next->role == BSH__ROLE_OPENER && // said as he left
                              next->key != BSH__KEY_THAT;
    return (bsh__is_bound(next) || next->type == BSH__ITEM_COMMA || is_adverbial) &&
           bsh__is_main_clause(view, clause.first, end);
}

/* "The bridge would open in May, Mr. Bell said", and "The bridge, Mr. Bell said, would open".
 * `attribution` is all of "Mr. Bell said", or of "according to Mr. Bell". */
static bsh__phrase clause_around(const bsh__item_view *view, const bsh__report_place *place,
                                 bsh__phrase attribution)
{
    if (!may_follow_clause(view, place, attribution)) {
        return BSH__NO_PHRASE;
    }
    uint32_t const    behind = attribution.last + 1;
    uint32_t const    begin = behind_links(view, place->low, attribution.first);
    bsh__phrase const before = {begin, attribution.first - 2};
    if (begin + 1 >= attribution.first) {
        return BSH__NO_PHRASE;
    }
    uint32_t const after = behind_attribution(view, place->verb, behind, place->high);
    if (view->items[after].type == BSH__ITEM_COMMA && goes_on(view, after + 1, place->high)) {
        uint32_t const last = end_of_clause(view, after + 1, place->high);
        return (bsh__phrase){begin, last - 1};
    }
    return is_clause_before(view, place, before, after) ? before : BSH__NO_PHRASE;
}

/* Behind the comma that ends "According to a study by the port"; `high` if none does. */
static uint32_t behind_source(const bsh__item_view *view, uint32_t i, uint32_t high)
{
    uint32_t const limit = high - i < MAX_SOURCE ? high : i + MAX_SOURCE;
    for (; i + 1 < limit && !bsh__is_bound(&view->items[i]); ++i) {
        if (view->items[i].type == BSH__ITEM_COMMA && bsh__is_main_clause(view, i + 1, high)) {
            return i + 1;
        }
    }
    return high;
}

/* "According to Mr. Bell, the bridge would open", and with the clause before. */
static bsh__phrase clause_of_source(const bsh__item_view *view, const bsh__report_place *place,
                                    bsh__phrase phrase)
{
    uint32_t const begin = behind_links(view, place->low, place->verb);
    if (begin == place->verb) {
        uint32_t const first = behind_source(view, phrase.last + 1, place->high);
        return first < place->high
                   ? (bsh__phrase){first, end_of_clause(view, first, place->high) - 1}
                   : BSH__NO_PHRASE;
    }
    bsh__phrase const attribution = {place->verb, phrase.last};
    bsh__phrase const around = clause_around(view, place, attribution);
    if (bsh__is_phrase(around)) {
        return around;
    }
    return bsh__is_main_clause(view, begin, place->verb) ? (bsh__phrase){begin, place->verb - 1}
                                                         : BSH__NO_PHRASE;
}

/* ---- reports */

/* Didn't, won't. */
static bool is_negated(const bsh__item_view *view, const bsh__item *item)
{
    const char *const text = view->input->text;
    uint32_t const    end = item->span.end;
    return item->role == BSH__ROLE_AUXILIARY && end - item->span.begin > 3 &&
           text[end - 1] == 't' &&
           (text[end - 2] == '\'' || (unsigned char) text[end - 2] == 0x99);
}

/* Between subject and verb stands what makes it no report of the subject: "did not say",
 * "didn't", "was told". */
static bool is_denied(const bsh__item_view *view, bsh__phrase phrase, uint32_t verb)
{
    for (uint32_t i = verb; i > phrase.last + 1 && verb - i < MAX_REACH; --i) {
        const bsh__item *const item = &view->items[i - 1];
        if (item->role != BSH__ROLE_AUXILIARY && item->role != BSH__ROLE_ADVERB) {
            break; // Mr. Bell, who was not there, said
        }
        if (item->key == BSH__KEY_NOT || is_negated(view, item)) {
            return true;
        }
        if (item->key == BSH__KEY_IS || item->key == BSH__KEY_BE) {
            return !bsh__is_participle(&view->items[verb]);
        }
    }
    return false;
}

/* "told tenants to leave". */
static bsh__report read_order(const bsh__item_view *view, const bsh__report_place *place)
{
    if (!bsh__is_on(&view->items[place->verb], BSH__WORD_HEARER_VERB)) {
        return no_report;
    }
    uint32_t const to = behind_hearer(view, place->verb + 1, place->high);
    if (to == place->verb + 1 || to + 1 >= place->high || view->items[to].key != BSH__KEY_TO ||
        !bsh__is_plain_word(&view->items[to + 1]) || bsh__has_capital(&view->items[to + 1]) ||
        bsh__is_determiner(&view->items[to + 1])) {
        return no_report;
    }
    uint32_t const end = end_of_clause(view, to, place->high);
    return (bsh__report){{to, end - 1}, true};
}

bsh__report bsh__report_read(const bsh__item_view *view, const bsh__report_place *place,
                             bsh__phrase phrase, uint8_t via)
{
    if (via == BSH_VIA_ACCORDING) {
        return (bsh__report){clause_of_source(view, place, phrase), false};
    }
    bool const is_left = phrase.first < place->verb;
    bool const is_like = view->items[phrase.first - 1].key == BSH__KEY_AS; // as she said
    bool const is_nobody = view->items[phrase.first].key == BSH__KEY_NOT;  // no party said
    if (is_left && (is_like || is_nobody || is_denied(view, phrase, place->verb))) {
        return no_report;
    }
    uint32_t const first =
        is_left ? clause_behind(view, place->verb, place->high) : place->high;
    if (first < place->high) {
        return (bsh__report){{first, end_of_clause(view, first, place->high) - 1}, false};
    }
    bsh__phrase const attribution = is_left ? (bsh__phrase){phrase.first, place->verb}
                                            : (bsh__phrase){place->verb, phrase.last};
    bsh__phrase const around = clause_around(view, place, attribution);
    if (bsh__is_phrase(around)) {
        return (bsh__report){around, false};
    }
    return is_left ? read_order(view, place) : no_report;
}

bsh__report bsh__thought_read(const bsh__item_view *view, const bsh__report_place *place)
{
    uint32_t const first = clause_behind(view, place->verb, place->high);
    if (first == place->high) {
        return no_report;
    }
    bsh__phrase const subject = bsh__phrase_before(view, place->low, place->verb);
    if (!bsh__is_phrase(subject) || is_denied(view, subject, place->verb)) {
        return no_report; // "and believed that it was, and believed that": no end is looked for
    }
    return (bsh__report){{first, end_of_clause(view, first, place->high) - 1}, false};
}

bool bsh__is_mostly_quoted(const bsh__item_view *view, bsh__phrase clause, uint32_t stop,
                           const bsh_quote *quotes)
{
    const uint32_t *const stops = view->stops;
    uint32_t              n_inside = 0;
    while (stops[stop] >= clause.first) {
        --stop;
    }
    for (++stop; stops[stop] <= clause.last; ++stop) {
        const bsh__item *const item = &view->items[stops[stop]];
        n_inside += item->type == BSH__ITEM_PIECE ? quotes[item->term].n_words : 0;
    }
    uint32_t n_outside = 0;
    for (uint32_t i = clause.first; i <= clause.last && n_outside < n_inside; ++i) {
        n_outside += view->items[i].type == BSH__ITEM_WORD;
    }
    return n_inside > n_outside;
}
