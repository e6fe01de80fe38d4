#include "segment/speech_verbs.h"

#include "segment/phrase_words.h"

static bool is_ing(const bsh__item *item)
{
    return (item->traits & BSH__TRAIT_ING) != 0;
}

bool bsh__is_participle(const bsh__item *item)
{
    return item->verb_class != BSH_VERB_NONE && is_ing(item) && item->key != BSH__KEY_ACCORDING;
}

/* What may stand right before a word that is a noun as often as a verb, if it is a verb. */
static bool is_before_verb(const bsh__item *item)
{
    if (item->type == BSH__ITEM_DASH || item->type == BSH__ITEM_PIECE) {
        return true; // "...?" asked Judge Pratt
    }
    if (item->type != BSH__ITEM_WORD || (item->flags & BSH__ITEM_POSSESSIVE) != 0) {
        return false;
    }
    bool const is_person = (item->role >= BSH__ROLE_HE && item->role <= BSH__ROLE_ADVERB);
    return is_person || (item->flags & BSH__ITEM_CAPITAL) != 0 ||
           (item->lists &
            (BSH__WORD_ANONYMOUS_HEAD | BSH__WORD_SPOKES_HEAD | BSH__WORD_COURTESY)) != 0;
}

/* A base form does not go with one name: "a Chirp post", "the Halden state senate"; but
 * "Democrats claim", "Ms. Bell read". */
static bool is_noun_behind_name(const bsh__item *item)
{
    const bsh__item *const before = item - 1;
    bool const             is_base =
        (item->traits & (BSH__TRAIT_VERBAL | BSH__TRAIT_PLURAL | BSH__TRAIT_ING)) == 0 &&
        item->key != BSH__KEY_PAST;
    return is_base && (before->flags & BSH__ITEM_CAPITAL) != 0 &&
           (before->traits & BSH__TRAIT_PLURAL) == 0 && before->role == BSH__ROLE_NONE;
}

static bool is_inside_sentence(const bsh__item *before)
{
    return before->type != BSH__ITEM_BREAK && before->type != BSH__ITEM_PIECE;
}

/* Behind a word that may stand for a noun or before one: "some reports say", "several alleged
 * victims said"; but "others alleged", "some alleged that". */
static bool goes_with_noun(const bsh__item *item)
{
    const bsh__item *const before = item - 1;
    bool const             is_noun = before->key != BSH__KEY_EACH &&
                         (item->lists & BSH__WORD_AMBIGUOUS_VERB) != 0 &&
                         (item->traits & BSH__TRAIT_PLURAL) != 0;
    bool const is_adjective = item->key == BSH__KEY_ALLEGED && bsh__is_filler(item + 1) &&
                              !bsh__has_capital(item + 1) && !bsh__is_determiner(item + 1);
    return bsh__is_determiner(before) && (is_noun || is_adjective);
}

/* The alleged thieves, its newly repeated doubts, the most telling sign. */
static bool is_before_noun(const bsh__item *item)
{
    const bsh__item *const before = item - 1;
    bool const             is_behind_adverb =
        before->role == BSH__ROLE_ADVERB || before->key == BSH__KEY_MOST;
    return bsh__needs_noun(before - is_behind_adverb) ||
           (bsh__may_be_noun(before) && goes_with_noun(item));
}

bool bsh__is_verb_in_place(const bsh__item *item)
{
    if ((item->flags & BSH__ITEM_CAPITAL) != 0 && is_inside_sentence(item - 1)) {
        return false; // the United States
    }
    if (item->key == BSH__KEY_PUT) {
        return item[1].type == BSH__ITEM_WORD && item[1].role == BSH__ROLE_PRONOUN; // put it
    }
    if (is_before_noun(item)) {
        return false;
    }
    const bsh__item *const before = item - 1;
    if ((item->lists & BSH__WORD_AMBIGUOUS_VERB) == 0) {
        return true;
    }
    if (is_ing(item)) { // "vetoed the bill, saying", but not "the warning"
        return before->type != BSH__ITEM_WORD ||
               (before->lists & (BSH__WORD_DETERMINER | BSH__WORD_PREPOSITION)) == 0;
    }
    if (before->role == BSH__ROLE_ADVERB && before[-1].type == BSH__ITEM_WORD &&
        (before[-1].lists & BSH__WORD_DETERMINER) != 0) {
        return false; // "a widely read report"
    }
    return !is_noun_behind_name(item) && is_before_verb(before);
}

bool bsh__is_thought_verb(const bsh__item *item)
{
    bool const is_noun = (item[-1].lists & (BSH__WORD_DETERMINER | BSH__WORD_PREPOSITION)) != 0;
    return (item->lists & BSH__WORD_THOUGHT_VERB) != 0 && item->verb_class == BSH_VERB_NONE &&
           (item->flags & (BSH__ITEM_POSSESSIVE | BSH__ITEM_CAPITAL)) == 0 && !is_noun;
}
