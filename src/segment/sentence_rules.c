#include "segment/sentence_rules.h"

#include <string.h>

#include "data/lexicon.h"
#include "data/word_roles.h"
#include "segment/abbreviation_rules.h"
#include "segment/informal_rules.h"
#include "segment/missing_space.h"
#include "segment/punctuation.h"
#include "segment/sentence_tails.h"
#include "unicode/characters.h"
#include "unicode/utf8.h"

static bool is_one_of(int32_t c, const char *set)
{
    return c > 0 && c < 0x80 && strchr(set, (int) c) != NULL;
}

/* ---- 3: "The lake is shrinking. [3] Fishermen left." */

static bsh__verdict rule_tail(bsh__candidate *candidate)
{
    uint32_t at = candidate->next;
    uint32_t end = bsh__tail_end(candidate->text, candidate->block, at);
    if (end == at) {
        return BSH__VERDICT_PASS;
    }
    while (end > at) {
        candidate->end = end;
        at = bsh__skip_space(candidate->text, candidate->block, end);
        end = bsh__tail_end(candidate->text, candidate->block, at);
    }
    candidate->next = at;
    if (at == candidate->block.end || at == candidate->end) {
        return BSH__VERDICT_NONE;
    }
    bsh__candidate_read_follower(candidate, at);
    return candidate->is_lower ? BSH__VERDICT_NONE : BSH__VERDICT_BOUNDARY;
}

/* ---- S-add and 2: no space behind the run */

/* At least two letters, lower-case ones if asked for, before the run. */
static bool ends_in_letters(bsh__candidate *candidate, bool lower_only)
{
    size_t at = candidate->begin;
    for (unsigned n = 0; n < 2; ++n) {
        if (at <= candidate->block.begin) {
            return false;
        }
        int32_t const c = bsh__utf8_previous(candidate->text, &at);
        if (!bsh__is_letter(c) || (lower_only && !bsh__is_lower(c))) {
            return false;
        }
    }
    return true;
}

/* `...Next` before a starter. */
static bool is_starter_attached(bsh__candidate *candidate)
{
    uint32_t const begin = candidate->next;
    uint32_t const end = bsh__capitalised_word_end(candidate->text, candidate->block, begin);
    return end > begin &&
           bsh__is_starter(candidate->habits->language, candidate->text + begin, end - begin);
}

static bsh__verdict rule_missing_space(bsh__candidate *candidate)
{
    bool is_boundary = false;
    if (candidate->has_space || candidate->is_in_address) {
        return BSH__VERDICT_PASS;
    }
    switch (candidate->kind) {
    case BSH__RUN_EXCLAMATION: // word?Next
        is_boundary = (candidate->is_upper || bsh__begins_after_exclamation(candidate)) &&
                      ends_in_letters(candidate, false);
        break;
    case BSH__RUN_ELLIPSIS:
        is_boundary = is_starter_attached(candidate);
        break;
    case BSH__RUN_STOP:
    default:
        if (!candidate->has_closer) {
            is_boundary =
                bsh__is_missing_space(candidate->text, candidate->block, candidate->begin);
        } else { // ."Next
            is_boundary = candidate->has_quote_closer && candidate->is_upper &&
                          ends_in_letters(candidate, true);
        }
        break;
    }
    return is_boundary ? BSH__VERDICT_BOUNDARY : BSH__VERDICT_PASS;
}

static bsh__verdict rule_no_space(bsh__candidate *candidate)
{
    return candidate->has_space ? BSH__VERDICT_PASS : BSH__VERDICT_NONE;
}

/* ---- brackets: "the film Ay, Marta! (1965), and", "Boats left! (see the map) Others stayed."
 */

/* Behind the bracket that opens at `at`, if it closes soon and holds more than a label such as
 * "(a)"; else `at`. */
static uint32_t behind_bracket(bsh__candidate *candidate, uint32_t at)
{
    enum { MAX_BRACKET = 160, MIN_BRACKET = 4 };
    uint32_t const    left = candidate->block.end - at;
    const char *const begin = candidate->text + at;
    const char *const end = memchr(begin, ')', left < MAX_BRACKET ? left : MAX_BRACKET);
    return end == NULL || end - begin < MIN_BRACKET ? at : at + 1 + (uint32_t) (end - begin);
}

static bool goes_on_at(bsh__candidate *candidate, uint32_t behind)
{
    size_t at = bsh__skip_space(candidate->text, candidate->block, behind);
    if (at >= candidate->block.end) {
        return false;
    }
    int32_t const c = bsh__utf8_next(candidate->text, candidate->block.end, &at);
    return c == ',' || c == ';' || bsh__is_lower(c);
}

/* A bracket may begin a sentence in lower case, and what goes on behind it has not ended. */
static bsh__verdict rule_bracket(bsh__candidate *candidate)
{
    uint32_t const behind = candidate->next_mark == '('
                                ? behind_bracket(candidate, candidate->next)
                                : candidate->next;
    if (behind == candidate->next) {
        return BSH__VERDICT_PASS;
    }
    if (goes_on_at(candidate, behind)) {
        return candidate->kind == BSH__RUN_EXCLAMATION ? BSH__VERDICT_NONE : BSH__VERDICT_PASS;
    }
    bool const is_abbreviation = candidate->kind == BSH__RUN_STOP && !candidate->has_closer &&
                                 bsh__rule_abbreviation(candidate) != BSH__VERDICT_PASS;
    if (candidate->is_lower && !is_abbreviation) {
        candidate->is_lower = false;
        candidate->is_upper = true;
    }
    return BSH__VERDICT_PASS;
}

/* ---- 4: "!" and "?" */

/* "Yahoo! Mail went down." */
static bool is_named_with_mark(bsh__candidate *candidate)
{
    bsh__short_word name;
    uint32_t const  begin = candidate->token.span.begin;
    bsh__short_word_set_in(&name, candidate->habits->language, candidate->text + begin,
                           candidate->run_end - begin);
    return (name.lists & BSH__WORD_NAMED_WITH_MARK) != 0 &&
           !bsh__candidate_is_starter(candidate);
}

typedef struct word_at {
    bsh__neighbour word;
    uint32_t       behind; /* the stop and white space behind the word */
    bool           has_stop, has_space;
} word_at;

static word_at read_word(bsh__candidate *candidate, uint32_t at)
{
    word_at        w = {.word = bsh__candidate_word_at(candidate, at)};
    uint32_t const end = w.word.span.end;
    w.has_stop = end < candidate->block.end && candidate->text[end] == '.';
    uint32_t const behind = end + w.has_stop;
    w.behind = bsh__skip_space(candidate->text, candidate->block, behind);
    w.has_space = w.behind > behind;
    return w;
}

static bool is_verb_of_saying(const word_at *w)
{
    return bsh__is_lower(w->word.first) && w->word.word.n_bytes > 0 &&
           bsh__verb_class(w->word.word.text, w->word.word.n_bytes) != 0;
}

/* Where the word behind a name begins, and behind an age in commas: "asked" of "Vega, 43,
 * asked"; the end of the name if no space follows. */
static uint32_t behind_age(bsh__candidate *candidate, const word_at *name)
{
    if (name->has_space) {
        return name->behind;
    }
    uint32_t const    end = candidate->block.end;
    const char *const text = candidate->text;
    uint32_t          at = name->word.span.end;
    if (end - at < 5 || text[at] != ',' || text[at + 1] != ' ') {
        return at;
    }
    uint32_t const digits = at + 2;
    for (at = digits; at < end && at - digits < 3 && bsh__is_digit(text[at]);) {
        ++at;
    }
    bool const is_age = at > digits && end - at > 2 && text[at] == ',' && text[at + 1] == ' ';
    return is_age ? at + 2 : name->word.span.end;
}

/* "She asked", "Mr. Osei asked", "Tom Vega, 43, asked", "Anna K. Lindqvist asked": what was
 * called out goes on. */
static bool is_attribution(bsh__candidate *candidate)
{
    enum { MAX_NAMES = 3 };
    word_at w = read_word(candidate, candidate->next);
    if ((w.word.word.lists & BSH__WORD_ABBR_TITLE) != 0 && w.has_stop && w.has_space) {
        w = read_word(candidate, w.behind);
    }
    bool const is_pronoun = (w.word.word.lists & BSH__WORD_PRONOUN) != 0;
    if (!is_pronoun && (w.word.word.lists & BSH__WORD_STARTER) != 0) {
        return false;
    }
    for (unsigned n = 0; n < (is_pronoun ? 1 : MAX_NAMES); ++n) {
        uint32_t const next = behind_age(candidate, &w);
        if (!bsh__is_upper(w.word.first) || next == w.word.span.end) {
            return false;
        }
        w = read_word(candidate, next);
        if (is_verb_of_saying(&w)) {
            return true;
        }
    }
    return false;
}

static bsh__verdict rule_exclamation(bsh__candidate *candidate)
{
    if (candidate->kind != BSH__RUN_EXCLAMATION) {
        return BSH__VERDICT_PASS;
    }
    bool const goes_on = (candidate->is_lower && !bsh__begins_after_exclamation(candidate)) ||
                         is_one_of(candidate->next_mark, ")]},;:") ||
                         is_named_with_mark(candidate) ||
                         (candidate->has_quote_closer && is_attribution(candidate));
    return goes_on ? BSH__VERDICT_NONE : BSH__VERDICT_BOUNDARY;
}

/* ---- 5: "We waited ... and waited." */

static bsh__verdict rule_ellipsis(bsh__candidate *candidate)
{
    if (candidate->kind != BSH__RUN_ELLIPSIS) {
        return BSH__VERDICT_PASS;
    }
    bool const is_first =
        candidate->token.first == 0 && bsh__candidate_mark_before(candidate) == 0;
    bool const is_inside =
        is_one_of(candidate->next_mark, ")]}\"") || candidate->next_mark == 0x201D;
    return candidate->is_upper && !is_first && !is_inside ? BSH__VERDICT_BOUNDARY
                                                          : BSH__VERDICT_NONE;
}

/* ---- 6 to 8: one full stop */

static bsh__verdict rule_mark_follows(bsh__candidate *candidate)
{
    return is_one_of(candidate->next_mark, ",;:)]}%?!.") ? BSH__VERDICT_NONE
                                                         : BSH__VERDICT_PASS;
}

/* A quotation mark stands right before the token. */
static bool is_quoted_token(bsh__candidate *candidate)
{
    size_t at = candidate->token.span.begin;
    if (at <= candidate->block.begin) {
        return false;
    }
    int32_t const c = bsh__utf8_previous(candidate->text, &at);
    return bsh__is_opener(c) && !is_one_of(c, "([{`*_");
}

static bsh__verdict rule_closers(bsh__candidate *candidate)
{
    if (!candidate->has_closer) {
        return BSH__VERDICT_PASS;
    }
    /* "Halden County (Ariz.) Sheriff Tom Roe", "Edward \"E.J.\" Holm" */
    bool const holds_one_word = candidate->has_quote_closer
                                    ? is_quoted_token(candidate)
                                    : candidate->text[candidate->run_end] == ')';
    bool const is_aside = holds_one_word && candidate->is_upper &&
                          bsh__rule_abbreviation(candidate) == BSH__VERDICT_NONE;
    return candidate->is_lower || is_aside ? BSH__VERDICT_NONE : BSH__VERDICT_BOUNDARY;
}

/* "3", "12", "2.1", "IV", "b": what numbers an item. */
static bool is_label(const bsh__short_word *word)
{
    enum { MAX_LABEL = 8 };
    size_t n_digits = 0, n_roman = 0, n_stops = 0;
    if (word->n_bytes > MAX_LABEL || (word->n_bytes > 4 && !bsh__is_digit(word->text[0]))) {
        return false;
    }
    for (size_t i = 0; i < word->n_bytes; ++i) {
        n_digits += bsh__is_digit(word->text[i]);
        n_stops += word->text[i] == '.';
        n_roman += is_one_of((unsigned char) word->text[i], "ivxl");
    }
    size_t const n = word->n_bytes;
    if (n_digits > 0) {
        return n_digits + n_stops == n && (n_stops > 0 || n <= 3);
    }
    return n == 1 ? bsh__is_letter((unsigned char) word->text[0])
                  : n <= 4 && n > 0 && n_roman == n;
}

static bool is_item_start(int32_t mark_before)
{
    return mark_before == 0 || is_one_of(mark_before, ".!?:;*") || mark_before == 0x2022 ||
           mark_before == BSH__EN_DASH || mark_before == BSH__EM_DASH;
}

/* "on Oct. 14. The judge left", "at No. 5. She lives", "see p. 12. The": the figure belongs to
 * the word before it.
 */
static bool is_counted_by(bsh__candidate *candidate)
{
    const bsh__neighbour *const before = bsh__candidate_before(candidate);
    if (bsh__candidate_mark_before(candidate) != '.') {
        return false;
    }
    bsh__short_word word; // `before` has its stop: "Oct."
    bsh__short_word_set_in(&word, candidate->habits->language,
                           candidate->text + before->span.begin,
                           before->span.end - before->span.begin - 1);
    uint32_t const wanted = BSH__WORD_ABBR_MONTH | BSH__WORD_ABBR_NUMBER;
    bool const     is_plain = !bsh__is_upper(before->first) && // "He said no. 5. Close it."
                          (word.lists & (BSH__WORD_DALE_CHALL | BSH__WORD_FUNCTION)) != 0;
    return (word.lists & wanted) != 0 && !is_plain;
}

static bsh__verdict rule_numbering(bsh__candidate *candidate)
{
    if (!is_label(&candidate->token.word) ||
        !is_item_start(bsh__candidate_mark_before(candidate)) || is_counted_by(candidate)) {
        return BSH__VERDICT_PASS;
    }
    bool const is_figure = bsh__is_number(candidate->token.first);
    bool const opens_block = bsh__candidate_mark_before(candidate) == 0;
    return is_figure || opens_block ? BSH__VERDICT_NONE : BSH__VERDICT_PASS;
}

/* ---- all in order */

static bsh__verdict rule_plain(bsh__candidate *candidate)
{
    (void) candidate;
    return BSH__VERDICT_BOUNDARY;
}

static const struct {
    bsh__verdict (*decide)(bsh__candidate *candidate);
    uint16_t number;
} rules[] = {
    {rule_tail, BSH_SENTENCE_TAIL},
    {rule_missing_space, BSH_SENTENCE_MISSING_SPACE},
    {rule_no_space, 2},
    {rule_bracket, 2},
    {rule_exclamation, BSH_SENTENCE_EXCLAMATION},
    {rule_ellipsis, BSH_SENTENCE_ELLIPSIS},
    {rule_mark_follows, 6},
    {rule_closers, BSH_SENTENCE_CLOSER},
    {rule_numbering, 8},
    {bsh__rule_lower_case, BSH_SENTENCE_LOWER_CASE},
    {bsh__rule_abbreviation, BSH_SENTENCE_ABBREVIATION},
    {rule_plain, BSH_SENTENCE_STOP},
};

bool bsh__sentence_ends(bsh__candidate *candidate, uint16_t *rule)
{
    for (size_t i = 0; i < sizeof rules / sizeof rules[0]; ++i) {
        bsh__verdict const verdict = rules[i].decide(candidate);
        if (verdict != BSH__VERDICT_PASS) {
            *rule = rules[i].number;
            return verdict == BSH__VERDICT_BOUNDARY;
        }
    }
    return false;
}
