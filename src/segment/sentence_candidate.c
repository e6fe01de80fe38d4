#include "segment/sentence_candidate.h"

#include <string.h>

#include "segment/missing_space.h"
#include "segment/punctuation.h"
#include "unicode/characters.h"
#include "unicode/utf8.h"

/* How far a rule looks: no word that a rule knows is longer, and text of one megabyte of stops
 * or brackets stays linear. */
enum { MAX_WORD = 64, MAX_SPACE = 256, MAX_OPENERS = 32 };

static bool is_ascii_word(unsigned char c)
{
    return c < 0x80 && bsh__is_word_character(c);
}

/* The character at `at`; 0 at the end of the block. */
static int32_t character_at(const char *text, bsh_span block, size_t at)
{
    return at < block.end ? bsh__utf8_next(text, block.end, &at) : 0;
}

static uint32_t behind_character(const char *text, bsh_span block, size_t at)
{
    (void) bsh__utf8_next(text, block.end, &at);
    return (uint32_t) at;
}

uint32_t bsh__skip_space(const char *text, bsh_span block, uint32_t at)
{
    while (at < block.end) {
        size_t        behind = at;
        int32_t const c = bsh__utf8_next(text, block.end, &behind);
        if (!bsh__is_space(c) && !bsh__is_transparent(c)) {
            break;
        }
        at = (uint32_t) behind;
    }
    return at;
}

/* ---- marks of the language */

static bool is_among(const int32_t *marks, int32_t c)
{
    while (*marks != 0 && *marks != c) {
        ++marks;
    }
    return *marks != 0;
}

static bool opens(const bsh__candidate *candidate, int32_t c)
{
    return bsh__is_opener(c) || is_among(candidate->habits->language->openers, c);
}

static bool closes_quote(const bsh__candidate *candidate, int32_t c)
{
    return bsh__is_quote_closer(c) || is_among(candidate->habits->language->closers, c);
}

/* The place of a guillemet that a space parts from what it closes, "\u00ab Oui ! \u00bb"; else
 * `at`. */
static uint32_t spaced_quote(const bsh__candidate *candidate, uint32_t at)
{
    if (!candidate->habits->language->has_spaced_quotes ||
        !bsh__is_space(character_at(candidate->text, candidate->block, at))) {
        return at;
    }
    uint32_t const behind = behind_character(candidate->text, candidate->block, at);
    return character_at(candidate->text, candidate->block, behind) == 0xBB ? behind : at;
}

/* ---- the run */

/* A stop after one space that goes on with the run: ". . ." and "really ? ." */
static bool is_spaced_stop(const char *text, bsh_span block, uint32_t at)
{
    if (character_at(text, block, at) != '.') {
        return false;
    }
    int32_t c = character_at(text, block, ++at);
    if (bsh__is_quote_closer(c)) {
        c = character_at(text, block, behind_character(text, block, at));
    }
    return c == 0 || c == '.' || bsh__is_space(c);
}

typedef struct run {
    uint32_t end;
    unsigned n_stops, n_exclamations, n_ellipses;
} run;

static void take_terminators(run *r, const char *text, bsh_span block)
{
    while (r->end < block.end) {
        int32_t const c = character_at(text, block, r->end);
        if (!bsh__is_terminator(c)) {
            break;
        }
        r->n_stops += c == '.';
        r->n_ellipses += c == BSH__ELLIPSIS;
        r->n_exclamations += bsh__is_exclamation(c);
        r->end = behind_character(text, block, r->end);
    }
}

/* True if one space and more terminators follow: "? ?", ". . .". */
static bool goes_on_behind_space(const run *r, const char *text, bsh_span block)
{
    if (!bsh__is_space(character_at(text, block, r->end))) {
        return false;
    }
    uint32_t const at = behind_character(text, block, r->end);
    bool const     has_only_exclamations = r->n_stops + r->n_ellipses == 0;
    return is_spaced_stop(text, block, at) ||
           (has_only_exclamations && bsh__is_exclamation(character_at(text, block, at)));
}

static bsh__run_kind kind_of_run(const run *r)
{
    if (r->n_exclamations > 0) {
        return BSH__RUN_EXCLAMATION;
    }
    return r->n_stops > 1 || r->n_ellipses > 0 ? BSH__RUN_ELLIPSIS : BSH__RUN_STOP;
}

static void take_closers(bsh__candidate *candidate)
{
    for (;;) {
        uint32_t const at = spaced_quote(candidate, candidate->end);
        int32_t const  c = character_at(candidate->text, candidate->block, at);
        bool const     is_quote = closes_quote(candidate, c);
        if (!is_quote && !bsh__is_closer(c)) {
            break;
        }
        candidate->has_closer = true;
        candidate->has_quote_closer = candidate->has_quote_closer || is_quote;
        candidate->end = behind_character(candidate->text, candidate->block, at);
    }
}

static bool holds_space(const char *text, uint32_t begin, uint32_t end)
{
    for (size_t at = begin; at < end;) {
        if (bsh__is_space(bsh__utf8_next(text, end, &at))) {
            return true;
        }
    }
    return false;
}

void bsh__candidate_read_run(bsh__candidate *candidate, const bsh__habits *habits,
                             const char *text, bsh_span block, uint32_t begin)
{
    run r = {.end = begin};
    take_terminators(&r, text, block);
    while (goes_on_behind_space(&r, text, block)) {
        r.end = behind_character(text, block, r.end);
        take_terminators(&r, text, block);
    }
    *candidate = (bsh__candidate){.habits = habits,
                                  .text = text,
                                  .block = block,
                                  .kind = kind_of_run(&r),
                                  .begin = begin,
                                  .run_end = r.end,
                                  .end = r.end};
    take_closers(candidate);
    candidate->next = bsh__skip_space(text, block, candidate->end);
    candidate->has_space = holds_space(text, candidate->end, candidate->next);
}

/* ---- the words on both sides */

static void set_place(const bsh__candidate *candidate, bsh__neighbour *neighbour,
                      uint32_t begin, uint32_t end)
{
    size_t at = begin;
    neighbour->span = (bsh_span){begin, end};
    neighbour->first = begin < end ? bsh__utf8_next(candidate->text, end, &at) : 0;
}

static void set_word(const bsh__candidate *candidate, bsh__neighbour *neighbour)
{
    bsh_span const span = neighbour->span;
    bsh__short_word_set_in(&neighbour->word, candidate->habits->language,
                           candidate->text + span.begin, span.end - span.begin);
}

static bool is_token_end(int32_t c)
{
    return bsh__is_space(c) || c == '(' || c == '[' || c == '"' || c == 0x201C || c == 0xAB ||
           c == BSH__LEFT_SINGLE_QUOTE || c == '/' || (bsh__is_dash(c) && c != '-');
}

/* Back from `at` to what ends a token (or, if it takes all marks, to white space). */
static uint32_t back_over_word(const char *text, bsh_span block, uint32_t at, bool takes_marks)
{
    size_t begin = at;
    while (begin > block.begin && at - begin < MAX_WORD) {
        if (is_ascii_word((unsigned char) text[begin - 1])) {
            --begin;
            continue;
        }
        size_t        before = begin;
        int32_t const c = bsh__utf8_previous(text, &before);
        if (takes_marks ? bsh__is_space(c) : is_token_end(c)) {
            break;
        }
        begin = before;
    }
    return (uint32_t) begin;
}

static uint32_t back_over_space(const char *text, bsh_span block, uint32_t at)
{
    size_t begin = at;
    while (begin > block.begin && at - begin < MAX_SPACE) {
        size_t        before = begin;
        int32_t const c = bsh__utf8_previous(text, &before);
        if (!bsh__is_space(c) && !bsh__is_transparent(c)) {
            break;
        }
        begin = before;
    }
    return (uint32_t) begin;
}

/* "l'art. 5", "dell'avv. Neri": where the abbreviation begins; "un po'." has nothing behind the
 * mark. */
static uint32_t behind_elided_article(const bsh__candidate *candidate, uint32_t begin)
{
    if (!candidate->habits->language->has_elided_articles) {
        return begin;
    }
    for (uint32_t at = begin; at < candidate->begin;) {
        int32_t const c = character_at(candidate->text, candidate->block, at);
        at = behind_character(candidate->text, candidate->block, at);
        if (bsh__is_apostrophe(c) && at < candidate->begin) {
            begin = at;
        }
    }
    return begin;
}

static void read_token(bsh__candidate *candidate)
{
    const char *const text = candidate->text;
    uint32_t const    outer = back_over_word(text, candidate->block, candidate->begin, false);
    uint32_t          begin = outer;
    while (begin < candidate->begin) {
        int32_t const c = character_at(text, candidate->block, begin);
        if (!opens(candidate, c) && c != '-') {
            break;
        }
        begin = behind_character(text, candidate->block, begin);
    }
    begin = behind_elided_article(candidate, begin);
    candidate->token_begin = outer;
    set_place(candidate, &candidate->token, begin, candidate->begin);
    set_word(candidate, &candidate->token);
}

static void read_before(bsh__candidate *candidate)
{
    const char *const text = candidate->text;
    uint32_t const    end = back_over_space(text, candidate->block, candidate->token_begin);
    size_t            at = end;
    set_place(candidate, &candidate->before, back_over_word(text, candidate->block, end, true),
              end);
    set_word(candidate, &candidate->before);
    candidate->mark_before = end > candidate->block.begin ? bsh__utf8_previous(text, &at) : 0;
    candidate->has_before = true;
}

const bsh__neighbour *bsh__candidate_before(bsh__candidate *candidate)
{
    if (!candidate->has_before) {
        read_before(candidate);
    }
    return &candidate->before;
}

int32_t bsh__candidate_mark_before(bsh__candidate *candidate)
{
    return bsh__candidate_before(candidate)->first != 0 ? candidate->mark_before : 0;
}

uint32_t bsh__candidate_word_end(const char *text, bsh_span block, uint32_t at)
{
    uint32_t end = at;
    size_t   behind = at;
    while (behind < block.end && behind - at < MAX_WORD) {
        if (is_ascii_word((unsigned char) text[behind])) {
            end = (uint32_t) ++behind;
            continue;
        }
        int32_t const c = bsh__utf8_next(text, block.end, &behind);
        if (bsh__is_word_character(c) || bsh__is_mark(c)) {
            end = (uint32_t) behind;
        } else if (end == at || behind - end > 3 || !(bsh__is_apostrophe(c) || c == '-')) {
            break;
        }
    }
    return end;
}

/* "eBay", "iPhone": begin with a capital in all but the first letter. */
static bool has_inner_capital(const bsh__candidate *candidate)
{
    bsh_span const word = candidate->follower.span;
    for (uint32_t at = word.begin + 1; at < word.end; ++at) {
        if (bsh__is_capital(candidate->text[at])) {
            return true;
        }
    }
    return false;
}

bool bsh__is_web_address(const char *text, bsh_span block, uint32_t at)
{
    static const char *const openings[] = {"http://", "https://", "www."};
    for (size_t i = 0; i < sizeof openings / sizeof openings[0]; ++i) {
        size_t const n = strlen(openings[i]);
        if (block.end - at > n && memcmp(text + at, openings[i], n) == 0) {
            return true;
        }
    }
    return false;
}

/* "WHO", "IT" in a text that is not all in capitals: names, not the words. */
static bool is_acronym(const bsh__candidate *candidate)
{
    bsh_span const word = candidate->follower.span;
    for (uint32_t at = word.begin; at < word.end; ++at) {
        if (!bsh__is_capital(candidate->text[at])) {
            return false;
        }
    }
    return word.end - word.begin >= 2 && word.end + 1 < candidate->block.end &&
           bsh__is_small(candidate->text[word.end + 1]);
}

/* The first place from `at` on behind openers and dashes; behind the space of a dash as well
 * where an exclamation or a quotation goes on: "\u201cHuh?\u201d \u2014 used by all". */
static uint32_t skip_openers(const bsh__candidate *candidate, uint32_t at, bool *has_dash)
{
    bool const takes_space = candidate->has_quote_closer;
    *has_dash = false;
    for (unsigned n = 0; n < MAX_OPENERS; ++n) {
        int32_t const c = character_at(candidate->text, candidate->block, at);
        bool const    is_dash = bsh__is_dash(c);
        if (!opens(candidate, c) && !is_dash &&
            !(takes_space && *has_dash && bsh__is_space(c))) {
            break;
        }
        *has_dash = *has_dash || is_dash;
        at = behind_character(candidate->text, candidate->block, at);
    }
    return at;
}

/* "'s Avonds", "'t Is": where the capital stands that begins the sentence; `at` if none does.
 */
static uint32_t behind_elided(const bsh__candidate *candidate, uint32_t at)
{
    const char *const text = candidate->text;
    if (!candidate->habits->language->has_elided_openers ||
        !bsh__is_apostrophe(character_at(text, candidate->block, at))) {
        return at;
    }
    uint32_t const letter = behind_character(text, candidate->block, at);
    bool const     is_elided =
        letter < candidate->block.end && text[letter] != '\0' && strchr("kmnst", text[letter]);
    uint32_t const behind = is_elided ? letter + 1 : letter;
    uint32_t const next = bsh__skip_space(text, candidate->block, behind);
    bool const     is_begun =
        is_elided && next > behind && bsh__is_upper(character_at(text, candidate->block, next));
    return is_begun ? next : at;
}

void bsh__candidate_read_follower(bsh__candidate *candidate, uint32_t at)
{
    const char *const text = candidate->text;
    uint32_t const    capital = behind_elided(candidate, at);
    bool const        is_elided = capital > at;
    candidate->next_mark = character_at(text, candidate->block, at);
    at = skip_openers(candidate, capital, &candidate->has_dash);
    uint32_t const end = bsh__candidate_word_end(text, candidate->block, at);
    set_place(candidate, &candidate->follower, at, end);
    candidate->has_follower = false;
    int32_t const first = candidate->follower.first;
    bool const    is_lower = bsh__is_lower(first);
    bool const    is_name = is_lower && (has_inner_capital(candidate) ||
                                      bsh__is_web_address(text, candidate->block, at));
    candidate->is_upper = is_name || bsh__is_upper(first);
    candidate->is_lower = is_lower && !is_name;
    candidate->is_figure = bsh__is_number(first);
    candidate->is_elided = is_elided;
}

const bsh__neighbour *bsh__candidate_follower(bsh__candidate *candidate)
{
    if (!candidate->has_follower) {
        set_word(candidate, &candidate->follower);
        candidate->has_follower = true;
    }
    return &candidate->follower;
}

bool bsh__candidate_is_starter(bsh__candidate *candidate)
{
    bool const may_start =
        candidate->is_upper && !candidate->has_dash && !is_acronym(candidate);
    return candidate->is_elided ||
           (may_start && bsh__is_starter_word(candidate->habits->language,
                                              &bsh__candidate_follower(candidate)->word));
}

bsh__neighbour bsh__candidate_word_at(const bsh__candidate *candidate, uint32_t at)
{
    bsh__neighbour word;
    set_place(candidate, &word, at,
              bsh__candidate_word_end(candidate->text, candidate->block, at));
    set_word(candidate, &word);
    return word;
}

bsh__neighbour bsh__candidate_second_follower(const bsh__candidate *candidate)
{
    uint32_t const       end = candidate->follower.span.end;
    uint32_t const       begin = bsh__skip_space(candidate->text, candidate->block, end);
    bsh__neighbour const none = {.span = {begin, begin}};
    return begin > end ? bsh__candidate_word_at(candidate, begin) : none;
}

void bsh__candidate_read_words(bsh__candidate *candidate)
{
    read_token(candidate);
    bsh__candidate_read_follower(candidate, candidate->next);
}
