#include "segment/informal_rules.h"

#include "data/lexicon.h"
#include "data/word_roles.h"
#include "unicode/characters.h"

/* How far back an open bracket is looked for: text of one megabyte of question marks stays
 * linear. */
enum { MAX_ASIDE = 200 };

static bool is_verb_of_saying(const bsh__short_word *word)
{
    return word->n_bytes > 0 && bsh__verb_class(word->text, word->n_bytes) != 0;
}

static bool is_third_person(const bsh__short_word *word)
{
    return bsh__short_word_is(word, "he") || bsh__short_word_is(word, "she") ||
           bsh__short_word_is(word, "they");
}

/* "are you sure? she asks", "fifty questions? asked Ana"; but "is it open? i called twice" and
 * "what now? call me". */
static bool is_attribution(bsh__candidate *candidate)
{
    const bsh__short_word *const word = &bsh__candidate_follower(candidate)->word;
    bsh__neighbour const         second = bsh__candidate_second_follower(candidate);
    if (is_third_person(word)) {
        return bsh__is_lower(second.first) && is_verb_of_saying(&second.word);
    }
    return bsh__is_upper(second.first) && is_verb_of_saying(word);
}

/* "the lamp (is it new? no idea) is on": a bracket that is not closed again before the run. */
static bool is_in_brackets(bsh__candidate *candidate)
{
    unsigned n_closed = 0;
    uint32_t at = candidate->begin;
    while (at > candidate->block.begin && candidate->begin - at < MAX_ASIDE) {
        char const c = candidate->text[--at];
        if (c == ')' || c == ']') {
            ++n_closed;
        } else if (c == '(' || c == '[') {
            if (n_closed == 0) {
                return true;
            }
            --n_closed;
        }
    }
    return false;
}

/* Not "what!.. in spring?": the run ends in an ellipsis.  Not "pumps,? valves,? hoses": a mark
 * behind a comma is a slip. */
static bool is_clear_mark(bsh__candidate *candidate)
{
    bool const is_after_comma = candidate->begin > candidate->block.begin &&
                                candidate->text[candidate->begin - 1] == ',';
    char const last = candidate->text[candidate->run_end - 1];
    return !is_after_comma && last != '.' && !candidate->has_closer;
}

bool bsh__begins_after_exclamation(bsh__candidate *candidate)
{
    return candidate->habits->is_informal && candidate->is_lower && is_clear_mark(candidate) &&
           !is_attribution(candidate) && !is_in_brackets(candidate);
}

bool bsh__ends_after_plain_word(bsh__candidate *candidate)
{
    const bsh__neighbour *const token = &candidate->token;
    return candidate->habits->is_informal && bsh__is_lower(token->first) &&
           token->word.n_bytes >= 2 && (token->word.lists & BSH__WORD_FUNCTION) != 0;
}
