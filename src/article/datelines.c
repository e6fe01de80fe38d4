#include "article/datelines.h"

#include <string.h>

#include "base/byte_masks.h"
#include "unicode/characters.h"
#include "unicode/utf8.h"

enum { most_bytes = 90, most_tokens = 9 };

/* The parts of an opening, in the even text. */
typedef struct opening {
    bsh_span place;  /* up to the first comma or parenthesis */
    bsh_span rest;   /* behind the comma: state, date */
    bsh_span agency; /* inside the parenthesis */
    size_t   behind; /* the dash */
} opening;

/* ---- finding the dash */

/* Behind a dash at `i`: an em or en dash, "--", or a hyphen between blanks.  0 if none is
 * there. */
static size_t dash_end(const char *text, size_t n, size_t i)
{
    size_t        end = i;
    int32_t const c = bsh__utf8_next(text, n, &end);
    if (c == 0x2013 || c == 0x2014) {
        return end;
    }
    if (c != '-' || i == 0 || end >= n) {
        return 0;
    }
    if (text[end] == '-') {
        return end + 1;
    }
    size_t     before = i;
    size_t     behind = end;
    bool const is_free = bsh__is_space(bsh__utf8_previous(text, &before)) &&
                         bsh__is_space(bsh__utf8_next(text, n, &behind));
    return is_free ? end : 0;
}

/* The first byte from `i` on with which a dash may begin; `limit` or more if there is none
 * before it. */
static size_t next_hint(const char *text, size_t n, size_t i, size_t limit)
{
    for (; i < limit && i + BSH__STRIDE <= n; i += BSH__STRIDE) {
        bsh__stride const c = bsh__stride_at(text + i);
        uint32_t const    hints = bsh__bits_of_mask((bsh__stride) ((c == '-') | (c == 0xE2)));
        if (hints != 0) {
            return i + (size_t) __builtin_ctz(hints);
        }
    }
    while (i < limit && text[i] != '-' && text[i] != '\xE2') {
        ++i;
    }
    return i;
}

static bool find_dash(const char *text, size_t n, size_t *begin, size_t *end)
{
    size_t const limit = n < most_bytes ? n : most_bytes;
    for (size_t i = next_hint(text, n, 0, limit); i < limit;
         i = next_hint(text, n, i + 1, limit)) {
        *end = dash_end(text, n, i);
        if (*end > 0) {
            *begin = i;
            return true;
        }
    }
    return false;
}

size_t bsh__dateline_dash(const char *text, bsh_span span)
{
    size_t begin = 0;
    size_t end = 0;
    return find_dash(text + span.begin, span.end - span.begin, &begin, &end) ? end : 0;
}

/* ---- the opening */

static size_t trim_end(const bsh__even *even, size_t begin, size_t end)
{
    while (end > begin && (even->plain[end - 1] == ' ' || even->plain[end - 1] == ',')) {
        --end;
    }
    return end;
}

static bool read_opening(const bsh__even *even, opening *out)
{
    size_t dash = 0;
    if (!find_dash(even->plain, even->n, &dash, &out->behind)) {
        return false;
    }
    size_t end = trim_end(even, 0, dash);
    *out = (opening){.behind = out->behind};
    const char *const open = memchr(even->plain, '(', end);
    if (open != NULL) {
        size_t const at = (size_t) (open - even->plain);
        if (even->plain[end - 1] != ')' || end - at < 4 || end - at > 42) {
            return false;
        }
        out->agency = (bsh_span){(uint32_t) at + 1, (uint32_t) end - 1};
        end = trim_end(even, 0, at);
    }
    const char *const comma = memchr(even->plain, ',', end);
    size_t const      place_end = comma != NULL ? (size_t) (comma - even->plain) : end;
    out->place = (bsh_span){0, (uint32_t) place_end};
    if (comma != NULL) {
        out->rest = (bsh_span){(uint32_t) place_end + 1, (uint32_t) end};
    }
    return true;
}

/* "RIO DE JANEIRO", "ST. MARY", "KYIV/MOSCOW": letters, all of them capitals. */
static bool is_in_capitals(const bsh__even *even, bsh_span span)
{
    unsigned n_upper = 0;
    for (size_t i = span.begin; i < span.end;) {
        int32_t const c = bsh__utf8_next(even->plain, span.end, &i);
        if (bsh__is_upper(c)) {
            ++n_upper;
        } else if (c >= 0x80 ? !bsh__is_mark(c) : strchr(" .-'/", (char) c) == NULL) {
            return false;
        }
    }
    return n_upper >= 2;
}

/* Words with a capital, and figures: "Ohio", "Feb. 3", "New South Wales". */
static bool is_in_names(const bsh__even *even, bsh_span span)
{
    unsigned n = 0;
    bool     is_start = true;
    for (size_t i = span.begin; i < span.end;) {
        int32_t const c = bsh__utf8_next(even->plain, span.end, &i);
        if (is_start && bsh__is_word_character(c)) {
            if (!bsh__is_upper(c) && !bsh__is_number(c)) {
                return false;
            }
            ++n;
        }
        is_start = c == ' ' || (is_start && !bsh__is_word_character(c));
    }
    return n >= 1 && n <= most_tokens;
}

static bool is_agency(const bsh__even *even, bsh_span span)
{
    size_t end = 0;
    return (bsh__phrase_at(BSH__PHRASE_AGENCY, even, span.begin, &end) && end <= span.end) ||
           is_in_capitals(even, span);
}

static bool is_set(bsh_span span)
{
    return span.end > span.begin;
}

/* Behind the dash a sentence begins: "NASA — which runs it — said" is no dateline. */
static bool begins_sentence(const bsh__even *even, size_t at)
{
    while (at < even->n && even->plain[at] == ' ') {
        ++at;
    }
    int32_t const c = bsh__even_at(even, at);
    return c == '"' || c == '\'' || c == '$' || bsh__is_upper(c) || bsh__is_number(c);
}

static bool is_dateline(const bsh__even *even, const opening *o, bool is_near_top)
{
    if (is_set(o->agency)) {
        bool const is_placed =
            !is_set(o->place) || is_in_capitals(even, o->place) || is_in_names(even, o->place);
        bool const is_known = is_agency(even, o->agency) ||
                              (is_in_capitals(even, o->place) && is_in_names(even, o->agency));
        return is_placed && is_known && (!is_set(o->rest) || is_in_names(even, o->rest));
    }
    if (!is_in_capitals(even, o->place) || !begins_sentence(even, o->behind)) {
        return false;
    }
    return is_set(o->rest) ? is_in_names(even, o->rest) : is_near_top;
}

bool bsh__opens_with_dateline(const bsh__even *even, bool is_near_top)
{
    opening o;
    return read_opening(even, &o) && is_dateline(even, &o, is_near_top);
}
