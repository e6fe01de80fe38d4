#include "segment/mark_pairs.h"
#include "segment/blanks.h"

#include "segment/missing_closers.h"
#include "segment/missing_openers.h"
#include "segment/punctuation.h"
#include "segment/quote_items.h"
#include "segment/quote_marks.h"
#include "unicode/characters.h"
#include "unicode/utf8.h"

#define NONE SIZE_MAX

enum { LEFT_DOUBLE = 0x201C, LOW_DOUBLE = 0x201E };

/* The state of pairing one range. */
typedef struct pairing {
    const bsh__mark_paper  *paper;
    const bsh__word_source *source;
    const bsh__quote_input *input;
    const bsh__mark        *marks;
    const bsh__mark_range  *range;
    const bsh__mark_next   *next; /* NULL: do not mend */
    bsh__vec               *pieces;
    size_t                  open;     /* the mark that is open, or NONE */
    uint16_t                flags;    /* of the piece that is open */
    uint32_t                low;      /* where the last piece or stray closer ended */
    size_t                  low_mark; /* first mark behind it */
    bool                    is_single;
} pairing;

/* ---- links */

bool bsh__link_marks(const bsh__mark_paper *paper, const bsh__vec *ranges)
{
    const bsh__mark *const       marks = paper->marks->items;
    const bsh__mark_range *const range = ranges->items;
    if (!bsh__vec_resize(paper->links, paper->marks->n)) {
        return false;
    }
    bsh__mark_link *const links = paper->links->items;
    for (size_t r = 0; r < ranges->n; ++r) {
        bsh__mark_link link = {NONE, NONE, NONE};
        size_t const   n = range[r].has[BSH__MARK_SINGLE] ? range[r].n : 0;
        for (size_t i = range[r].first + n; i > range[r].first; --i) {
            const bsh__mark *const mark = &marks[i - 1];
            if (mark->family != BSH__MARK_SINGLE) {
                continue;
            }
            links[i - 1] = link;
            if (mark->hand == BSH__MARK_CLOSES) {
                link.closer = i - 1;
            } else if (mark->hand == BSH__MARK_WEAK) {
                link.weak = i - 1;
            } else if (mark->hand == BSH__MARK_OPENS && mark->glyph == BSH__LEFT_SINGLE_QUOTE) {
                link.opener = i - 1;
            }
        }
    }
    return true;
}

/* The closer of the single opener at `index`, before any mark at `end`; NONE if there is none.
 */
static size_t single_closer(const bsh__mark_paper *paper, size_t index, size_t end)
{
    const bsh__mark_link *const link = (const bsh__mark_link *) paper->links->items + index;
    size_t const                limit = link->opener < end ? link->opener : end;
    if (link->closer < limit) {
        return link->closer;
    }
    return link->weak < limit ? link->weak : NONE;
}

/* ---- pieces */

/* A span pair without what is empty. */
static bool push_piece(pairing *p, bsh_span span, bsh_span inner, unsigned flags)
{
    p->low = span.end;
    if (inner.begin >= inner.end) {
        return true;
    }
    bsh__quote_piece *const piece = bsh__vec_push(p->pieces);
    if (piece == NULL) {
        return false;
    }
    *piece = (bsh__quote_piece){.span = span,
                                .inner = inner,
                                .block = p->range->block,
                                .flags = (uint16_t) flags,
                                .is_single = p->is_single};
    return true;
}

/* Closes the open piece: its text ends at `end`, its closing mark at `mark_end`. */
static bool close_piece(pairing *p, uint32_t end, uint32_t mark_end, unsigned flags)
{
    bsh_span const opener = p->marks[p->open].span;
    unsigned const all = flags | p->flags;
    p->open = NONE;
    p->flags = 0;
    return push_piece(p, (bsh_span){opener.begin, mark_end}, (bsh_span){opener.end, end}, all);
}

/* ---- mending: rules 1 to 4 */

/* The next counted block begins with an opener of the same family: the quote goes on there. */
static bool goes_on(const pairing *p)
{
    const bsh__mark_range *const next = p->next->range;
    if (next == NULL) {
        return false;
    }
    const bsh__mark *const mark = &p->marks[next->first];
    bool const             is_single = mark->family == BSH__MARK_SINGLE;
    bool const may_open = mark->hand == BSH__MARK_OPENS || mark->hand == BSH__MARK_EITHER;
    return mark->span.begin == next->text.begin && is_single == p->is_single && may_open;
}

/* Ends the open piece at a single mark that was set for its closer; false if there is none. */
static bool ends_mismatched(const pairing *p, uint32_t limit, bool is_strict, size_t *closer)
{
    bool const           may_be = !p->is_single && p->range->has[BSH__MARK_SINGLE];
    bsh__open_mark const open = {p->paper, p->range, p->open, limit};
    *closer = may_be ? bsh__mismatched_closer(&open, is_strict) : NONE;
    return *closer != NONE;
}

static bool close_mismatched(pairing *p, size_t closer)
{
    bsh_span const mark = p->marks[closer].span;
    p->low_mark = closer + 1;
    return close_piece(p, mark.begin, mark.end, BSH_QUOTE_FLAG_CLOSE_REPAIRED);
}

/* An opener stands at `limit` while a piece is open, whose closer must be missing. */
static bool close_before_opener(pairing *p, uint32_t limit)
{
    size_t closer = NONE;
    if (ends_mismatched(p, limit, false, &closer)) {
        return close_mismatched(p, closer);
    }
    bsh__open_mark const open = {p->paper, p->range, p->open, limit};
    uint32_t const       guess = bsh__end_before_clause(&open, BSH__CLAUSE_PRONOUN);
    uint32_t const       end = guess != 0 ? guess : bsh__last_stop(&open);
    return close_piece(p, end, end, BSH_QUOTE_FLAG_CLOSE_GUESSED);
}

/* The block ends while a piece is open. */
static bool close_at_end(pairing *p)
{
    uint32_t const end = p->range->text.end;
    size_t         closer = NONE;
    if (ends_mismatched(p, end, false, &closer)) {
        return close_mismatched(p, closer);
    }
    bool const           is_cut = goes_on(p);
    bsh__open_mark const open = {p->paper, p->range, p->open, end};
    uint32_t const       guess =
        bsh__end_before_clause(&open, is_cut ? BSH__CLAUSE_NAMED : BSH__CLAUSE_PRONOUN);
    if (is_cut && guess == 0) {
        return close_piece(p, end, end, BSH_QUOTE_FLAG_CONTINUES);
    }
    if (guess != 0) {
        return close_piece(p, guess, guess, BSH_QUOTE_FLAG_CLOSE_GUESSED);
    }
    uint32_t const last = bsh__without_blanks(p->input->text, p->marks[p->open].span.end, end);
    return close_piece(p, last, last, BSH_QUOTE_FLAG_UNCLOSED);
}

/* The single mark that may stand for the missing opener of the closer at `index`: one that
 * opens no nested quote; NONE. */
static size_t stray_opener(const pairing *p, size_t index)
{
    for (size_t i = p->low_mark; i < index; ++i) {
        bool const is_stray =
            p->marks[i].hand == BSH__MARK_STRAY || p->marks[i].hand == BSH__MARK_OPENS;
        if (p->marks[i].family == BSH__MARK_SINGLE && is_stray &&
            single_closer(p->paper, i, index) == NONE) {
            return i;
        }
    }
    return NONE;
}

/* The piece before a closer whose opener nothing stands for; none if the mark is left over. */
static bool open_where_guessed(pairing *p, const bsh__lone_closer *lone)
{
    bsh_span const mark = p->marks[lone->index].span;
    uint32_t       begin = 0;
    if (!bsh__guess_opener(lone, &begin)) {
        p->low = mark.end;
        return true;
    }
    return push_piece(p, (bsh_span){begin, mark.end}, (bsh_span){begin, mark.begin},
                      BSH_QUOTE_FLAG_OPEN_GUESSED);
}

/* A closer with nothing open. */
static bool open_before(pairing *p, size_t index)
{
    const bsh__mark *const mark = &p->marks[index];
    bool const   is_second = p->low > p->range->text.begin && mark->span.begin <= p->low + 1;
    size_t const stray = stray_opener(p, index);
    bsh__lone_closer const lone = {p->paper, p->range, index, p->low};
    bool                   is_ok = true;
    if (!is_second && bsh__is_turned_opener(&lone)) {
        p->open = index;
        return true;
    }
    if (is_second || mark->before == 0 || bsh__is_space(mark->before)) {
        p->low = mark->span.end; // a second closer, or one that stands alone
    } else if (stray != NONE) {
        bsh_span const opener = p->marks[stray].span;
        is_ok =
            push_piece(p, (bsh_span){opener.begin, mark->span.end},
                       (bsh_span){opener.end, mark->span.begin}, BSH_QUOTE_FLAG_OPEN_REPAIRED);
    } else {
        is_ok = open_where_guessed(p, &lone);
    }
    p->low_mark = index + 1;
    return is_ok;
}

/* ---- double marks */

static bsh__mark_hand hand_now(const pairing *p, const bsh__mark *mark)
{
    bool const is_open = p->open != NONE;
    bool const is_word_next = bsh__is_word_character(mark->after);
    if (mark->hand == BSH__MARK_EITHER) {
        return is_open ? BSH__MARK_CLOSES : BSH__MARK_OPENS;
    }
    if (is_open && mark->glyph == LEFT_DOUBLE && p->marks[p->open].glyph == LOW_DOUBLE) {
        return BSH__MARK_CLOSES; // German low and high
    }
    if (is_open && mark->glyph == '"' && bsh__is_dash(mark->before) && !is_word_next) {
        return BSH__MARK_CLOSES;
    }
    if (!is_open && mark->glyph == '"' && is_word_next) {
        return BSH__MARK_OPENS;
    }
    return (bsh__mark_hand) mark->hand;
}

/* If the next two double marks behind `index` both close, the first of them; else NONE. */
static size_t nested_closer(const pairing *p, size_t index)
{
    size_t const end = p->range->first + p->range->n;
    size_t       first = NONE;
    for (size_t i = index + 1; i < end; ++i) {
        if (p->marks[i].family != BSH__MARK_DOUBLE) {
            continue;
        }
        if (p->marks[i].hand != BSH__MARK_CLOSES) {
            return NONE;
        }
        if (first != NONE) {
            return first;
        }
        first = i;
    }
    return NONE;
}

/* A mark that closes while a piece is open.  A quote that a single mark ended, with a clause of
 * saying behind it, leaves the mark over: "Talks go on,' she said. We hope for more." */
static bool take_closer(pairing *p, size_t index)
{
    const bsh__mark *const mark = &p->marks[index];
    size_t                 closer = NONE;
    if (p->next != NULL && ends_mismatched(p, mark->span.begin, true, &closer)) {
        return close_mismatched(p, closer) && open_before(p, index);
    }
    p->low_mark = index + 1;
    return close_piece(p, mark->span.begin, mark->span.end, 0);
}

/* A mark that opens while a piece is open: a nested quote, if nothing says that the piece has
 * ended and both are closed behind it; then *next is the mark to go on with. */
static bool take_inner_opener(pairing *p, size_t i, size_t *next)
{
    uint32_t const begin = p->marks[i].span.begin;
    size_t const   nested = nested_closer(p, i);
    size_t         closer = NONE;
    bool           is_ok = true;
    if (nested != NONE && (p->next == NULL || !ends_mismatched(p, begin, true, &closer))) {
        p->flags |= BSH_QUOTE_FLAG_NESTED_SAME;
        *next = nested + 1;
        return true;
    }
    if (closer != NONE) {
        is_ok = close_mismatched(p, closer);
    } else if (p->next != NULL) {
        is_ok = close_before_opener(p, begin);
    }
    p->open = i;
    p->flags = 0;
    return is_ok;
}

/* Handles the double mark at `index`; returns the mark to go on with in *index. */
static bool take_double(pairing *p, size_t *index)
{
    size_t const           i = *index;
    const bsh__mark *const mark = &p->marks[i];
    bsh__mark_hand const   hand = hand_now(p, mark);
    bool                   is_ok = true;
    *index = i + 1;
    if (hand == BSH__MARK_OPENS && p->open != NONE) {
        is_ok = take_inner_opener(p, i, index);
    } else if (hand == BSH__MARK_OPENS) {
        p->open = i;
    } else if (p->open != NONE) {
        is_ok = take_closer(p, i);
    } else if (p->next != NULL) {
        is_ok = open_before(p, i);
    }
    return is_ok;
}

static pairing pairing_of(const bsh__mark_paper *paper, const bsh__mark_range *range,
                          const bsh__mark_next *next, bsh__vec *pieces)
{
    return (pairing){.paper = paper,
                     .source = paper->source,
                     .input = paper->source->input,
                     .marks = paper->marks->items,
                     .range = range,
                     .next = next,
                     .pieces = pieces,
                     .open = NONE,
                     .low = range->text.begin,
                     .low_mark = range->first};
}

bool bsh__pair_doubles(const bsh__mark_paper *paper, const bsh__mark_range *range,
                       const bsh__mark_next *next, bsh__vec *pieces)
{
    pairing      p = pairing_of(paper, range, next, pieces);
    size_t const end = range->first + range->n;
    for (size_t i = range->first; i < end;) {
        if (p.marks[i].family != BSH__MARK_DOUBLE) {
            ++i;
        } else if (!take_double(&p, &i)) {
            return false;
        }
    }
    return p.open == NONE || next == NULL || close_at_end(&p);
}

/* ---- single marks */

/* A single opener without closer.  An apostrophe looks alike, so only a mark whose glyph or
 * place shows that it opens is mended. */
static bool mend_single(pairing *p, size_t index, size_t end)
{
    size_t const opener = ((const bsh__mark_link *) p->paper->links->items)[index].opener;
    const bsh__mark *const mark = &p->marks[index];
    if (p->next == NULL ||
        (mark->glyph != BSH__LEFT_SINGLE_QUOTE && mark->span.begin != p->range->text.begin)) {
        return true;
    }
    p->open = index;
    if (opener < end) {
        return close_before_opener(p, p->marks[opener].span.begin);
    }
    return close_at_end(p);
}

bool bsh__pair_singles(const bsh__mark_paper *paper, const bsh__mark_range *range,
                       const bsh__mark_next *next, bsh__vec *pieces)
{
    pairing p = pairing_of(paper, range, next, pieces);
    p.is_single = true;
    size_t const end = range->first + range->n;
    for (size_t i = range->first; i < end;) {
        const bsh__mark *const mark = &p.marks[i];
        bool const   opens = mark->family == BSH__MARK_SINGLE && mark->hand == BSH__MARK_OPENS;
        size_t const closer = opens ? single_closer(paper, i, end) : NONE;
        bool         is_ok = true;
        if (closer != NONE) {
            p.open = i;
            is_ok = close_piece(&p, p.marks[closer].span.begin, p.marks[closer].span.end, 0);
        } else if (opens) {
            is_ok = mend_single(&p, i, end);
        }
        if (!is_ok) {
            return false;
        }
        bool const is_to_end = opens && closer == NONE && p.low == range->text.end;
        i = is_to_end ? end : (closer != NONE ? closer : i) + 1;
    }
    return true;
}
