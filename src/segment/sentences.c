#include "segment/sentences.h"
#include "segment/blanks.h"

#include <string.h>

#include "base/byte_masks.h"
#include "segment/date_tail.h"
#include "segment/missing_space.h"
#include "segment/plain_ends.h"
#include "segment/punctuation.h"
#include "segment/sentence_rules.h"
#include "unicode/characters.h"
#include "unicode/utf8.h"

/* One pass over a block. */
typedef struct scan {
    const bsh__habits *habits;
    const char        *text;
    bsh_span           block;
    uint32_t           at;        /* everything before it is decided */
    uint32_t           begin;     /* of the present sentence */
    uint32_t           last_word; /* behind the last letter or figure of the block */
    bool               has_word;  /* the present sentence has a letter or figure already */
    bsh_span           chunk;     /* between white space, as far as known */
    bool               chunk_is_address;
    const uint32_t    *boundaries;
    size_t             n_boundaries, next_boundary;
    bsh__vec          *sentences;
    bool               has_failed;
} scan;

static void push_sentence(scan *s, uint32_t end, uint16_t rule)
{
    bsh_sentence *const sentence = bsh__vec_push(s->sentences);
    if (sentence != NULL) {
        sentence->span = (bsh_span){s->begin, end};
        sentence->rule = rule;
    }
    s->has_failed = s->has_failed || sentence == NULL;
    s->has_word = false;
}

/* Ends the present sentence before `next`, where the one behind it begins. */
static void add_sentence(scan *s, uint32_t next, uint16_t rule)
{
    uint32_t const end = bsh__without_blanks(s->text, s->begin, next);
    if (end > s->begin) {
        push_sentence(s, end, rule);
    }
    s->begin = next;
    s->has_word = false;
}

/* Where the sentence behind one that ends at `at` begins: transparent characters before the
 * space belong to the one that ends, those behind it to the next. */
static uint32_t next_begin(const scan *s, uint32_t at)
{
    bool has_space = false;
    while (at < s->block.end) {
        size_t        behind = at;
        int32_t const c = bsh__utf8_next(s->text, s->block.end, &behind);
        if (!bsh__is_space(c) && (has_space || !bsh__is_transparent(c))) {
            break;
        }
        has_space = has_space || bsh__is_space(c);
        at = (uint32_t) behind;
    }
    return at;
}

static void skip_boundaries(scan *s, uint32_t limit)
{
    while (s->next_boundary < s->n_boundaries && s->boundaries[s->next_boundary] <= limit) {
        ++s->next_boundary;
    }
}

/* ---- chunks that may be addresses: a stop in "www.post.example/news?id=7" ends nothing */

static bool is_address_chunk(const char *text, bsh_span chunk)
{
    for (uint32_t at = chunk.begin; at < chunk.end; ++at) {
        switch (text[at]) {
        case '@':
        case '/':
        case '\\':
        case '=':
        case '&':
            return true;
        case 'w':
            if (chunk.end - at >= 4 && memcmp(text + at, "www.", 4) == 0) {
                return true;
            }
            break;
        default:
            break;
        }
    }
    return false;
}

static uint32_t back_to_space(const char *text, uint32_t begin, uint32_t at)
{
    size_t chunk_begin = at;
    while (chunk_begin > begin) {
        size_t before = chunk_begin;
        if (bsh__is_space(bsh__utf8_previous(text, &before))) {
            break;
        }
        chunk_begin = before;
    }
    return (uint32_t) chunk_begin;
}

static uint32_t forth_to_space(const char *text, uint32_t at, uint32_t end)
{
    size_t chunk_end = at;
    while (chunk_end < end) {
        size_t behind = chunk_end;
        if (bsh__is_space(bsh__utf8_next(text, end, &behind))) {
            break;
        }
        chunk_end = behind;
    }
    return (uint32_t) chunk_end;
}

/* Looks at the chunk around `at` once, however many stops it has. */
static void read_chunk(scan *s, uint32_t at)
{
    if (at >= s->chunk.end) {
        s->chunk.begin = back_to_space(s->text, s->chunk.end, at);
        s->chunk.end = forth_to_space(s->text, at, s->block.end);
        s->chunk_is_address = is_address_chunk(s->text, s->chunk);
    }
}

/* Where the sentence begins that follows a web address without a stop, which would break the
 * link: "See www.post.example The mayor left.", "www.post.example www.desk.example"; 0 if none
 * does. */
static uint32_t begin_behind_address(const scan *s)
{
    bsh_span const chunk = s->chunk;
    uint32_t       at = chunk.begin;
    while (at < chunk.end && bsh__is_opener((unsigned char) s->text[at])) {
        ++at;
    }
    char const last = s->text[chunk.end - 1];
    bool const is_open =
        last == '/' || bsh__is_capital(last) || bsh__is_small(last) || bsh__is_digit(last);
    if (!is_open || !bsh__is_web_address(s->text, chunk, at)) {
        return 0;
    }
    uint32_t const next = bsh__skip_space(s->text, s->block, chunk.end);
    uint32_t const end = bsh__candidate_word_end(s->text, s->block, next);
    bool const     is_start = bsh__is_web_address(s->text, s->block, next) ||
                          (next < end && bsh__is_capital(s->text[next]) &&
                           bsh__is_starter(s->habits->language, s->text + next, end - next));
    return is_start && next < s->last_word ? next : 0;
}

/* The stop at `at` stands in a chunk: true if that is a web address, which is passed over. */
static bool pass_address(scan *s, uint32_t at)
{
    bool const is_known = at < s->chunk.end;
    read_chunk(s, at);
    uint32_t const next = is_known || !s->chunk_is_address ? 0 : begin_behind_address(s);
    if (next == 0) {
        return false;
    }
    s->at = next;
    skip_boundaries(s, next);
    add_sentence(s, next, BSH_SENTENCE_WEB_ADDRESS);
    return true;
}

/* ---- boundaries of UAX #29 that are no candidates of ours: after an ideographic full stop */

/* Stops that also stand inside of words: full width, one dot leader, small; and the signs of
 * Tai Tham, a script without a dictionary to find its words by, so that a sign is one of them.
 */
static bool is_inner_stop(int32_t c)
{
    return c == 0xFF0E || c == 0x2024 || c == 0xFE52 || (c >= 0x1AA8 && c <= 0x1AAB);
}

/* The characters on both sides of the two-byte mark before `at` are figures. */
static bool is_between_figures(const scan *s, uint32_t at)
{
    size_t before = at - 2;
    size_t behind = at;
    return before > s->begin && bsh__is_number(bsh__utf8_previous(s->text, &before)) &&
           bsh__is_number(bsh__utf8_next(s->text, s->block.end, &behind));
}

/* The stop before `at` stands inside of a word, a\uff0eB, or an Armenian one inside of a
 * number: 5\u05896. */
static bool is_inside_word(const scan *s, int32_t mark, uint32_t at)
{
    enum { ARMENIAN_STOP = 0x0589 };
    return bsh__without_blanks(s->text, s->begin, at) == at &&
           (is_inner_stop(mark) || (mark == ARMENIAN_STOP && is_between_figures(s, at)));
}

/* Back from `at` over white space, closers, openers, combining marks (the vowel sign in
 * "?\u0e31" hides no question mark) and transparent characters to the place behind the mark
 * that UAX #29 found; its mark goes to *mark, 0 if there is none near, or if a line end stands
 * between (which is a space here). */
static uint32_t back_to_mark(const scan *s, uint32_t at, int32_t *mark)
{
    enum { MAX_LOOK_BACK = 64 };
    size_t begin = at;
    *mark = 0;
    while (begin > s->begin && at - begin < MAX_LOOK_BACK) {
        size_t        before = begin;
        int32_t const c = bsh__utf8_previous(s->text, &before);
        if (bsh__is_line_end(c)) {
            break;
        }
        if (!bsh__is_space(c) && !bsh__is_closer(c) && !bsh__is_opener(c) &&
            !bsh__is_transparent(c) && !bsh__is_mark(c)) {
            *mark = c;
            break;
        }
        begin = before;
    }
    return (uint32_t) begin;
}

/* "雨。; 風": releases of Unicode differ in what goes on with a sentence behind a stop (";"
 * does since 16.0); here the marks of rule 6 do. */
static bool goes_on_at(const scan *s, uint32_t at)
{
    char const c = s->text[at];
    return c == ',' || c == ';' || c == ':';
}

/* Where the sentence ends that the boundary at `at` ends: behind the mark and its closers (UAX
 * #29 would leave an opening quote behind); s->begin if it ends none. */
static uint32_t foreign_end(const scan *s, uint32_t at)
{
    int32_t        mark = 0;
    uint32_t const behind_mark = back_to_mark(s, at, &mark);
    if (mark == 0 || bsh__is_terminator(mark) || bsh__is_word_character(mark) ||
        goes_on_at(s, at) || is_inside_word(s, mark, at)) {
        return s->begin;
    }
    size_t end = behind_mark;
    while (end < at) {
        size_t        behind = end;
        int32_t const c = bsh__utf8_next(s->text, at, &behind);
        if (!bsh__is_closer(c) && !bsh__is_mark(c)) {
            break;
        }
        end = behind;
    }
    return (uint32_t) end;
}

/* Takes the boundaries up to `limit`. */
static void take_boundaries(scan *s, uint32_t limit)
{
    for (; s->next_boundary < s->n_boundaries && s->boundaries[s->next_boundary] <= limit;
         ++s->next_boundary) {
        uint32_t const at = s->boundaries[s->next_boundary];
        uint32_t const end = at > s->begin && at < s->last_word ? foreign_end(s, at) : s->begin;
        if (end > s->begin) {
            add_sentence(s, next_begin(s, end), BSH_SENTENCE_FOREIGN);
        }
    }
}

/* ---- candidates */

/* What follows the full stop at `at`, if it is a byte from `first` to `last`: a figure ("3.5")
 * or a lower-case letter ("p.m", "post.example") ends no sentence. */
static bool is_stop_before(const scan *s, uint32_t at, char first, char last)
{
    return s->text[at] == '.' && at + 1 < s->block.end && s->text[at + 1] >= first &&
           s->text[at + 1] <= last;
}

static void end_plainly(scan *s, const bsh__plain_end *plain)
{
    skip_boundaries(s, plain->next);
    s->at = plain->end;
    if (plain->verdict == BSH__VERDICT_BOUNDARY) {
        s->at = plain->next;
        push_sentence(s, plain->end, plain->rule);
        s->begin = plain->next;
    }
}

/* False if the rules must be asked, as of every language but English, or there is no word in
 * the sentence yet. */
static bool is_plain(const scan *s, uint32_t mark, bsh__plain_end *plain)
{
    if (!s->has_word || !s->habits->language->is_english) {
        return false;
    }
    *plain = bsh__plain_end_at(s->text, s->block, mark);
    return plain->verdict != BSH__VERDICT_PASS;
}

static void decide(scan *s, uint32_t run_begin)
{
    bsh__candidate candidate;
    bsh__plain_end plain;
    uint16_t       rule = 0;
    take_boundaries(s, run_begin);
    if (!s->habits->is_informal && is_stop_before(s, run_begin, 'a', 'z')) {
        s->at = run_begin + 1;
        (void) pass_address(s, run_begin);
        return;
    }
    if (is_plain(s, run_begin, &plain)) {
        end_plainly(s, &plain);
        return;
    }
    bsh__candidate_read_run(&candidate, s->habits, s->text, s->block, run_begin);
    s->at = candidate.end;
    if (candidate.next >= s->last_word) {
        s->at = s->block.end; // an emoji or a dash at the end is no sentence
        return;
    }
    if (!candidate.has_space && pass_address(s, run_begin)) {
        return;
    }
    candidate.is_in_address = !candidate.has_space && s->chunk_is_address;
    bsh__candidate_read_words(&candidate);
    bool const is_boundary = bsh__sentence_ends(&candidate, &rule);
    skip_boundaries(s, candidate.next);
    if (is_boundary && s->has_word && candidate.next < s->last_word) {
        s->at = next_begin(s, candidate.end);
        add_sentence(s, s->at, rule);
    }
}

/* Bytes that may begin a terminator: . ! ? and the first of U+2026, U+203C and their like. */
static bsh__stride bytes_of_terminators(bsh__stride bytes)
{
    return bsh__bytes_equal(bytes, '.') | bsh__bytes_equal(bytes, '!') |
           bsh__bytes_equal(bytes, '?') | bsh__bytes_equal(bytes, (char) 0xE2);
}

static bool may_begin_terminator(char c)
{
    return c == '.' || c == '!' || c == '?' || c == (char) 0xE2;
}

/* One byte in a hundred is a hit. */
static uint32_t find_terminator(const char *text, uint32_t at, uint32_t end)
{
    for (; end - at >= BSH__STRIDE; at += BSH__STRIDE) {
        bsh__stride const mask = bytes_of_terminators(bsh__stride_at(text + at));
        if (bsh__is_any_byte(mask)) {
            return at + bsh__first_of_mask(mask);
        }
    }
    while (at < end && !may_begin_terminator(text[at])) {
        ++at;
    }
    return at;
}

/* Moves to the first letter or figure of the sentence, or to a terminator before it. */
static void seek_word(scan *s)
{
    while (s->at < s->last_word) {
        size_t        behind = s->at;
        int32_t const c = bsh__utf8_next(s->text, s->block.end, &behind);
        s->has_word = bsh__is_word_character(c);
        if (s->has_word || bsh__is_terminator(c)) {
            return;
        }
        s->at = (uint32_t) behind;
    }
}

/* Moves to the next terminator of a sentence that has its word. */
static void seek_terminator(scan *s)
{
    for (; s->at < s->last_word; ++s->at) {
        s->at = find_terminator(s->text, s->at, s->last_word);
        size_t behind = s->at;
        if (s->at < s->last_word && !is_stop_before(s, s->at, '0', '9') &&
            bsh__is_terminator(bsh__utf8_next(s->text, s->block.end, &behind))) {
            return;
        }
    }
}

static void step(scan *s)
{
    if (!s->has_word) {
        seek_word(s);
    }
    if (s->has_word) {
        seek_terminator(s);
    }
    if (s->at < s->last_word) {
        decide(s, s->at);
    }
}

static uint32_t find_last_word(const char *text, bsh_span block)
{
    size_t end = block.end;
    while (end > block.begin) {
        size_t before = end;
        if (bsh__is_word_character(bsh__utf8_previous(text, &before))) {
            return (uint32_t) end;
        }
        end = before;
    }
    return block.begin;
}

static uint32_t skip_white_space(const char *text, bsh_span block)
{
    uint32_t at = block.begin;
    while (at < block.end) {
        size_t behind = at;
        if (!bsh__is_space(bsh__utf8_next(text, block.end, &behind))) {
            break;
        }
        at = (uint32_t) behind;
    }
    return at;
}

/* The end of the block ends a sentence, of two if the second is a date line. */
static void add_last(scan *s)
{
    uint32_t const end = bsh__without_blanks(s->text, s->begin, s->block.end);
    uint32_t const date = bsh__date_tail(s->text, (bsh_span){s->begin, end});
    if (date < end) {
        add_sentence(s, date, BSH_SENTENCE_DATE_TAIL);
    }
    add_sentence(s, s->block.end, BSH_SENTENCE_BLOCK_END);
}

bsh_status bsh__sentences_find(const bsh__habits *habits, const char *text, bsh_span block,
                               const bsh__vec *boundaries, bsh__vec *sentences, bsh_error *err)
{
    scan s = {.habits = habits,
              .text = text,
              .block = block,
              .last_word = find_last_word(text, block),
              .boundaries = boundaries->items,
              .n_boundaries = boundaries->n,
              .sentences = sentences};
    s.at = s.begin = skip_white_space(text, block);
    s.chunk = (bsh_span){s.at, s.at};
    while (s.at < s.last_word && !s.has_failed) {
        step(&s);
    }
    take_boundaries(&s, block.end);
    add_last(&s);
    return s.has_failed ? bsh__fail_memory(err) : BSH_OK;
}
