#include "segment/abbreviation_rules.h"

#include <string.h>

#include "segment/informal_rules.h"
#include "segment/language_rules.h"
#include "segment/punctuation.h"
#include "segment/term_form.h"
#include "unicode/characters.h"
#include "unicode/utf8.h"

static bool is_on(const bsh__neighbour *neighbour, uint32_t lists)
{
    return (neighbour->word.lists & lists) != 0;
}

/* True if the word is one of a list that ends with NULL. */
static bool is_any(const bsh__short_word *word, const char *const *words)
{
    for (; *words != NULL; ++words) {
        if (bsh__short_word_is(word, *words)) {
            return true;
        }
    }
    return false;
}

/* "ill", "mass", "sat", "art": abbreviations of states, days and such when capitalised, else
 * plain words that everybody knows. */
static bool is_plain_word(const bsh__neighbour *token)
{
    return bsh__is_lower(token->first) &&
           is_on(token, BSH__WORD_DALE_CHALL | BSH__WORD_FUNCTION);
}

/* "the Sun.", "The Invisible Man.": capitalised for another reason than being short for a day
 * or a state, which follows the name of a town and a comma. */
static bool is_plain_name(bsh__candidate *candidate)
{
    const bsh__neighbour *const token = &candidate->token;
    if (!is_on(token, BSH__WORD_DALE_CHALL)) {
        return false;
    }
    if (is_on(token, BSH__WORD_ABBR_DAY)) {
        return bsh__short_word_is(&bsh__candidate_before(candidate)->word, "the");
    }
    bool const is_in_brackets = token->span.begin > candidate->block.begin &&
                                candidate->text[token->span.begin - 1] == '(';
    return is_on(token, BSH__WORD_ABBR_SOFT | BSH__WORD_ABBR_OTHER) && !is_in_brackets &&
           bsh__candidate_mark_before(candidate) != ',';
}

static bool is_abbreviation(const bsh__neighbour *token)
{
    return is_on(token, BSH__ABBREVIATIONS) && !is_plain_word(token);
}

/* "the CIA.", "by CT. Doctors": capitals without stops between them are no abbreviation with a
 * final stop, in a text that is not all in capitals. */
static bool is_acronym(bsh__candidate *candidate)
{
    static const char *const companies[] = {"co",  "corp", "inc", "llc",
                                            "llp", "ltd",  "plc", NULL};
    bsh_span const           token = candidate->token.span;
    for (uint32_t at = token.begin; at < token.end; ++at) {
        if (!bsh__is_capital(candidate->text[at])) {
            return false;
        }
    }
    uint32_t const second = candidate->follower.span.begin + 1;
    return !is_any(&candidate->token.word, companies) && token.end - token.begin >= 2 &&
           second < candidate->follower.span.end && bsh__is_small(candidate->text[second]);
}

/* Three or more lower-case letters, with apostrophes and hyphens; in a language whose
 * abbreviations are not known any may be one. */
static bool is_ordinary_word(const bsh__candidate *candidate)
{
    const bsh__language *const language = candidate->habits->language;
    bsh_span const             span = candidate->token.span;
    unsigned                   n_letters = 0;
    for (size_t at = span.begin; at < span.end;) {
        int32_t const c = bsh__utf8_next(candidate->text, span.end, &at);
        if (!bsh__is_lower(c) && !bsh__is_apostrophe(c) && !bsh__is_hyphen(c)) {
            return false;
        }
        n_letters += bsh__is_lower(c);
    }
    bool const has_lists = language->is_english || language->words != NULL;
    return has_lists && n_letters >= 3 && !is_abbreviation(&candidate->token);
}

bsh__verdict bsh__rule_lower_case(bsh__candidate *candidate)
{
    return candidate->is_lower ? bsh__boundary_if(is_ordinary_word(candidate) ||
                                                  bsh__ends_after_plain_word(candidate))
                               : BSH__VERDICT_PASS;
}

/* ---- 10, in the order of the document */

static bool is_single_letter(const bsh__neighbour *token)
{
    size_t at = 0;
    if (token->word.n_bytes == 0) {
        return false;
    }
    int32_t const c = bsh__utf8_next(token->word.text, token->word.n_bytes, &at);
    return at == token->word.n_bytes && bsh__is_letter(c);
}

/* "Sammy Doyle Sr. He", "on 21st St. It": titles that may also end a sentence. */
static bool is_title_at_end(bsh__candidate *candidate)
{
    const bsh__short_word *const word = &candidate->token.word;
    if (!bsh__candidate_is_starter(candidate) || !candidate->habits->language->is_english) {
        return false;
    }
    bool const has_name_before = bsh__is_upper(bsh__candidate_before(candidate)->first) ||
                                 bsh__is_number(bsh__candidate_before(candidate)->first);
    return bsh__short_word_is(word, "sr") || bsh__short_word_is(word, "ft") ||
           (bsh__short_word_is(word, "st") && has_name_before);
}

static bsh__verdict after_title(bsh__candidate *candidate)
{
    bool const is_personnel = // "told by HR. Lind was not", but "Hr. Lind sang"
        bsh__short_word_is(&candidate->token.word, "hr") && is_acronym(candidate);
    if (!is_on(&candidate->token, BSH__WORD_ABBR_TITLE) || is_personnel) {
        return BSH__VERDICT_PASS;
    }
    bool const introduces = candidate->is_upper || candidate->is_figure;
    return bsh__boundary_if(!introduces || is_title_at_end(candidate));
}

/* "e.g. Swedish saws"; of single letters only the lower-case ones: "(b. March 1950)". */
static bsh__verdict after_never(bsh__candidate *candidate)
{
    bool const is_single = is_single_letter(&candidate->token);
    bool const applies = is_on(&candidate->token, BSH__WORD_ABBR_NEVER) &&
                         !(is_single && bsh__is_upper(candidate->token.first));
    return applies ? BSH__VERDICT_NONE : BSH__VERDICT_PASS;
}

static bsh__verdict after_number_word(bsh__candidate *candidate)
{
    bool const is_numbered = candidate->is_figure || candidate->next_mark == '#' ||
                             candidate->next_mark == 0xA7 ||
                             bsh__is_roman(candidate->text, candidate->follower.span);
    return is_on(&candidate->token, BSH__WORD_ABBR_NUMBER) && is_numbered ? BSH__VERDICT_NONE
                                                                          : BSH__VERDICT_PASS;
}

static bsh__verdict after_month_or_day(bsh__candidate *candidate)
{
    if (!is_on(&candidate->token, BSH__WORD_ABBR_MONTH | BSH__WORD_ABBR_DAY) ||
        !bsh__is_upper(candidate->token.first) || is_plain_name(candidate) ||
        is_acronym(candidate)) {
        return BSH__VERDICT_PASS;
    }
    return bsh__boundary_if(bsh__candidate_is_starter(candidate));
}

/* "K", "J.P", "J.-P", in capitals. */
static bool is_initial(bsh__candidate *candidate)
{
    const bsh__neighbour *const token = &candidate->token;
    if (is_single_letter(token)) {
        return bsh__is_upper(token->first);
    }
    bsh_span const    span = token->span;
    uint32_t const    n = span.end - span.begin;
    const char *const text = candidate->text + span.begin;
    bool const        is_pair =
        (n == 3 && text[1] == '.') || (n == 4 && text[1] == '.' && text[2] == '-');
    return is_pair && bsh__is_upper(token->first) && bsh__is_capital(text[n - 1]) &&
           !is_on(token, BSH__WORD_ABBR_SOFT);
}

/* "plan B.", "vitamin C.", "World War I." */
static bool is_lettered(const bsh__neighbour *before)
{
    static const char *const nouns[] = {
        "plan", "vitamin",  "grade",  "group",   "type", "hepatitis", "section",  "class",
        "part", "appendix", "option", "exhibit", "war",  "category",  "schedule", NULL};
    return is_any(&before->word, nouns);
}

/* "A. B. Holm": the follower is an initial itself. */
static bool is_follower_initial(bsh__candidate *candidate)
{
    uint32_t const end = candidate->follower.span.end;
    return is_single_letter(bsh__candidate_follower(candidate)) && end < candidate->block.end &&
           candidate->text[end] == '.';
}

/* "George F. Will said", "Ida K. May": starters that are names as well. */
static bool is_name_starter(bsh__candidate *candidate)
{
    static const char *const names[] = {"will", "may", "an", "so", "you", "sure", NULL};
    return bsh__is_upper(bsh__candidate_before(candidate)->first) &&
           is_any(&bsh__candidate_follower(candidate)->word, names);
}

static bsh__verdict after_initial(bsh__candidate *candidate)
{
    if (!is_initial(candidate)) {
        return BSH__VERDICT_PASS;
    }
    if (bsh__candidate_mark_before(candidate) == 0 || !candidate->is_upper) {
        return BSH__VERDICT_NONE;
    }
    if (is_lettered(bsh__candidate_before(candidate))) {
        return BSH__VERDICT_BOUNDARY;
    }
    bool const is_pronoun =
        candidate->habits->language->is_english &&
        bsh__short_word_is(&candidate->token.word, "i") &&
        bsh__is_lower(bsh__candidate_before(candidate)->first); // "than I. Tom left"
    return bsh__boundary_if(is_pronoun ||
                            (bsh__candidate_is_starter(candidate) &&
                             !is_follower_initial(candidate) && !is_name_starter(candidate)));
}

/* "in.", "min.", "sat." are plain words where no number stands before them. */
static bsh__verdict after_unit_without_number(bsh__candidate *candidate)
{
    bool const has_number = bsh__is_number(bsh__candidate_mark_before(candidate)) ||
                            bsh__is_number(candidate->token.first);
    return is_on(&candidate->token, BSH__WORD_ABBR_UNIT) && !has_number ? BSH__VERDICT_BOUNDARY
                                                                        : BSH__VERDICT_PASS;
}

/* "Eastern" of "at 7 a.m. Eastern time", "Toronto" of "at 4 p.m. Toronto time". */
static bool is_time_zone(bsh__candidate *candidate)
{
    static const char time[] = " time";
    uint32_t const    end = candidate->follower.span.end;
    return is_on(bsh__candidate_follower(candidate), BSH__WORD_TIME_WORD) ||
           (candidate->block.end - end >= sizeof time - 1 &&
            memcmp(candidate->text + end, time, sizeof time - 1) == 0);
}

/* "at 9 p.m. Voters queued", but "at 7 a.m. Eastern time". */
static bool is_time_of_day(const bsh__short_word *word)
{
    return bsh__short_word_is(word, "a.m") || bsh__short_word_is(word, "p.m") ||
           bsh__short_word_is(word, "am") || bsh__short_word_is(word, "pm");
}

/* "Chas." but neither "ID." nor "ref." */
static bool is_capitalised(bsh__candidate *candidate)
{
    size_t        at = candidate->token.span.begin;
    int32_t const first = bsh__utf8_next(candidate->text, candidate->begin, &at);
    return bsh__is_upper(first) && at < candidate->begin &&
           bsh__is_lower(bsh__utf8_next(candidate->text, candidate->begin, &at));
}

static bool is_soft(bsh__candidate *candidate)
{
    const bsh__neighbour *const token = &candidate->token;
    if (is_plain_word(token) || is_plain_name(candidate) || is_acronym(candidate)) {
        return false;
    }
    if (is_on(token, BSH__WORD_ABBR_SOFT | BSH__WORD_ABBR_UNIT)) {
        /* "Ark." is a state, "the ark." is none */
        return !is_on(token, BSH__WORD_ABBR_OTHER) || bsh__is_upper(token->first);
    }
    if (is_on(token, BSH__WORD_ABBR_OTHER) && is_capitalised(candidate)) {
        return true;
    }
    return bsh__is_dotted_initialism(candidate->text + token->span.begin,
                                     token->span.end - token->span.begin);
}

/* "the U.S. First Lady", "the U.S. Under Secretary": starters that open names of offices,
 * unless a comma follows ("in the U.S. First, it ..."). */
static bool is_office(bsh__candidate *candidate)
{
    static const char *const words[] = {"first", "second",  "third", "fourth", "fifth",
                                        "sixth", "seventh", "under", NULL};
    uint32_t const           end = candidate->follower.span.end;
    bool const has_comma = end < candidate->block.end && candidate->text[end] == ',';
    return !has_comma && is_any(&bsh__candidate_follower(candidate)->word, words);
}

static bsh__verdict after_soft(bsh__candidate *candidate)
{
    const bsh__short_word *const word = &candidate->token.word;
    if (is_time_of_day(word) && !is_plain_word(&candidate->token)) {
        return bsh__boundary_if(candidate->is_upper && !is_time_zone(candidate));
    }
    if (!is_soft(candidate)) {
        return BSH__VERDICT_PASS;
    }
    if (bsh__short_word_is(word, "etc")) { // a list in a sentence goes on in lower case
        return bsh__boundary_if(candidate->is_upper);
    }
    bool const opens_postscript =
        bsh__short_word_is(word, "p.s") || bsh__short_word_is(word, "p.p.s");
    return bsh__boundary_if(bsh__candidate_is_starter(candidate) && !opens_postscript &&
                            !is_office(candidate));
}

/* Most tokens are neither on a list nor one letter nor dotted, and no rule applies to them. */
static bool may_be_abbreviation(const bsh__candidate *candidate)
{
    const bsh__neighbour *const token = &candidate->token;
    size_t const                n_bytes = token->span.end - token->span.begin;
    return is_on(token, BSH__ABBREVIATIONS) || is_single_letter(token) ||
           memchr(candidate->text + token->span.begin, '.', n_bytes) != NULL;
}

bsh__verdict bsh__rule_abbreviation(bsh__candidate *candidate)
{
    static bsh__verdict (*const rules[])(bsh__candidate * candidate) = {
        after_title,        after_never,   after_number_word,
        after_month_or_day, after_initial, after_unit_without_number,
        after_soft,
    };
    bsh__verdict const of_language = bsh__rule_of_language(candidate);
    if (of_language != BSH__VERDICT_PASS || !may_be_abbreviation(candidate)) {
        return of_language;
    }
    for (size_t i = 0; i < sizeof rules / sizeof rules[0]; ++i) {
        bsh__verdict const verdict = rules[i](candidate);
        if (verdict != BSH__VERDICT_PASS) {
            return verdict;
        }
    }
    return BSH__VERDICT_PASS;
}
