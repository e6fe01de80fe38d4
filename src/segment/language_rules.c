#include "segment/language_rules.h"

#include <string.h>

#include "data/lexicon.h"
#include "segment/punctuation.h"
#include "unicode/characters.h"

static bool is_letter_at(const char *text, bsh_span span)
{
    size_t const n = span.end - span.begin;
    return n == 1 && bsh__is_letter((unsigned char) text[span.begin]);
}

/* ---- "z. B.", "p. ex.", "EE. UU.": one abbreviation, however it is spaced */

/* The word before and the token in one: "z.b" of "(z. B."; n_bytes is 0 if they are none. */
static bsh__short_word joined_token(bsh__candidate *candidate)
{
    bsh__short_word word = {.n_bytes = 0, .lists = 0};
    bsh_span        before = bsh__candidate_before(candidate)->span;
    bsh_span const  token = candidate->token.span;
    if (bsh__candidate_mark_before(candidate) != '.') {
        return word;
    }
    while (before.begin < before.end &&
           !bsh__is_word_character((unsigned char) candidate->text[before.begin])) {
        ++before.begin;
    }
    size_t const n_before = before.end - before.begin;
    size_t const n_token = token.end - token.begin;
    if (n_before + n_token <= BSH__SHORT_WORD_BYTES) {
        char text[BSH__SHORT_WORD_BYTES];
        memcpy(text, candidate->text + before.begin, n_before);
        memcpy(text + n_before, candidate->text + token.begin, n_token);
        bsh__short_word_set_in(&word, candidate->habits->language, text, n_before + n_token);
    }
    return word;
}

static bsh__verdict after_spaced_initialism(bsh__candidate *candidate)
{
    const char *const text = candidate->text;
    uint32_t const    end = candidate->follower.span.end;
    bool const        is_first_of_two = is_letter_at(text, candidate->token.span) &&
                                 is_letter_at(text, candidate->follower.span) &&
                                 end < candidate->block.end && text[end] == '.';
    if (is_first_of_two) {
        return BSH__VERDICT_NONE;
    }
    uint32_t const lists = joined_token(candidate).lists;
    if ((lists & BSH__WORD_ABBR_NEVER) != 0) {
        return BSH__VERDICT_NONE;
    }
    return (lists & BSH__WORD_ABBR_SOFT) != 0
               ? bsh__boundary_if(bsh__candidate_is_starter(candidate))
               : BSH__VERDICT_PASS;
}

/* ---- "am 3. Oktober", "der 2. Weltkrieg", "Ludwig XIV. Ansprache" */

/* Not "1.500", which counts, nor "2019", a year, nor "2:1". */
static bool is_ordinal(bsh__candidate *candidate)
{
    bsh_span const    span = candidate->token.span;
    const char *const text = candidate->text;
    uint32_t          at = span.end;
    while (at > span.begin && bsh__is_digit(text[at - 1])) {
        --at;
    }
    uint32_t const n_digits = span.end - at;
    if (n_digits == 0) {
        return bsh__is_roman(text, span);
    }
    bool const is_whole = at == span.begin;
    return is_whole ? n_digits <= 3
                    : n_digits <= 2 && (text[at - 1] == '.' || text[at - 1] == '-');
}

/* "Seite 12. Maria", "Nr. 5. Maria": the figure belongs to the noun before it; but "Am 3.
 * Oktober", which begins a sentence, and "Bremens 2. Bürgermeister". */
static bool is_counted_by_noun(bsh__candidate *candidate)
{
    const bsh__neighbour *const before = bsh__candidate_before(candidate);
    if (!bsh__is_upper(before->first) || (before->word.lists & BSH__WORD_STARTER) != 0) {
        return false;
    }
    if (bsh__candidate_mark_before(candidate) == '.') {
        bsh__short_word word;
        bsh__short_word_set_in(&word, candidate->habits->language,
                               candidate->text + before->span.begin,
                               before->span.end - before->span.begin - 1);
        return (word.lists & BSH__WORD_ABBR_NUMBER) != 0;
    }
    return bsh__is_letter(bsh__candidate_mark_before(candidate)) &&
           bsh__candidate_mark_before(candidate) != 's';
}

static bsh__verdict after_ordinal(bsh__candidate *candidate)
{
    if (!candidate->habits->language->has_stop_ordinals || !is_ordinal(candidate)) {
        return BSH__VERDICT_PASS;
    }
    bool const is_date =
        candidate->is_figure ||
        (bsh__candidate_follower(candidate)->word.lists & BSH__WORD_TIME_WORD) != 0;
    return bsh__boundary_if(
        !is_date && (bsh__candidate_is_starter(candidate) || is_counted_by_noun(candidate)));
}

/* ---- "12 janv. 2024", "dom. 3 mar. 2024": words ("mar", the sea) where no figure is near */

static bsh__verdict after_small_month(bsh__candidate *candidate)
{
    uint32_t const dates = BSH__WORD_ABBR_MONTH | BSH__WORD_ABBR_DAY;
    bool const     has_figure =
        bsh__is_number(bsh__candidate_mark_before(candidate)) || candidate->is_figure;
    if (!candidate->habits->language->has_small_months || !has_figure ||
        (candidate->token.word.lists & dates) == 0) {
        return BSH__VERDICT_PASS;
    }
    return bsh__boundary_if(bsh__candidate_is_starter(candidate));
}

/* ---- "J. Le Goff", "J. De la Riva", but "le plan B. Le conseil" */

static bool is_particle(bsh__candidate *candidate, const bsh__short_word *word)
{
    for (const char *const *particle = candidate->habits->language->particles;
         *particle != NULL; ++particle) {
        if (bsh__short_word_is(word, *particle)) {
            return true;
        }
    }
    return false;
}

static bsh__verdict after_initial_of_name(bsh__candidate *candidate)
{
    bsh_span const span = candidate->token.span;
    bool const     has_initial =
        bsh__is_upper(candidate->token.first) &&
        (span.end - span.begin <= 2 || candidate->text[span.begin + 1] == '.');
    if (!has_initial || !is_particle(candidate, &bsh__candidate_follower(candidate)->word)) {
        return BSH__VERDICT_PASS;
    }
    bsh__neighbour const second = bsh__candidate_second_follower(candidate);
    bool const is_name = bsh__is_upper(second.first) || is_particle(candidate, &second.word);
    return is_name ? BSH__VERDICT_NONE : BSH__VERDICT_PASS;
}

/* ---- "Kanalstr. 12" */

static bsh__verdict after_street(bsh__candidate *candidate)
{
    const char *const street = candidate->habits->language->street;
    size_t const      n = street == NULL ? 0 : strlen(street);
    bsh_span const    span = candidate->token.span;
    bool const        is_street = n > 0 && span.end - span.begin > n &&
                           memcmp(candidate->text + span.end - n, street, n) == 0;
    return is_street ? bsh__boundary_if(bsh__candidate_is_starter(candidate))
                     : BSH__VERDICT_PASS;
}

bsh__verdict bsh__rule_of_language(bsh__candidate *candidate)
{
    static bsh__verdict (*const rules[])(bsh__candidate * candidate) = {
        after_spaced_initialism, after_ordinal, after_small_month,
        after_initial_of_name,   after_street,
    };
    if (candidate->habits->language->is_english) {
        return BSH__VERDICT_PASS;
    }
    for (size_t i = 0; i < sizeof rules / sizeof rules[0]; ++i) {
        bsh__verdict const verdict = rules[i](candidate);
        if (verdict != BSH__VERDICT_PASS) {
            return verdict;
        }
    }
    return BSH__VERDICT_PASS;
}
