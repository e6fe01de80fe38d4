#include "segment/missing_closers.h"
#include "segment/blanks.h"

#include "segment/quote_items.h"
#include "segment/quote_marks.h"
#include "unicode/characters.h"
#include "unicode/utf8.h"

static const char *text_of(const bsh__open_mark *open)
{
    return open->paper->source->input->text;
}

static const bsh__mark *mark_at(const bsh__open_mark *open, size_t index)
{
    return (const bsh__mark *) open->paper->marks->items + index;
}

static uint32_t inner_begin(const bsh__open_mark *open)
{
    return mark_at(open, open->index)->span.end;
}

/* ---- a single mark in the place of the double one */

/* Nested quotes that are open.  A stray mark, closing by its shape and opening by its place,
 * may be an apostrophe: "’Bout time,’ she said". */
typedef struct nesting {
    size_t n_open, n_stray;
} nesting;

/* The block ends behind the mark, or a clause of saying follows, which says of what stands
 * before the mark who says it: not "... so good.' She said no more". */
static bool is_at_end_of_speech(const bsh__open_mark *open, const bsh__mark *mark)
{
    uint32_t const at = mark->span.end;
    uint32_t const end = open->range->text.end;
    return bsh__without_blanks(text_of(open), at, end) == at ||
           (mark->before != '.' &&
            bsh__speech_clause_at(open->paper->source, at, end) != BSH__CLAUSE_NONE);
}

/* Takes a mark that closes; true if it closes no nested quote. */
static bool is_left_over(const bsh__open_mark *open, const bsh__mark *mark, nesting *nested,
                         bool is_strict)
{
    if (nested->n_open > 0) {
        --nested->n_open;
        return false;
    }
    bool const is_doubtful = is_strict || nested->n_stray > 0;
    if (bsh__is_stop(mark->before) && (!is_doubtful || is_at_end_of_speech(open, mark))) {
        return true;
    }
    nested->n_stray -= nested->n_stray > 0;
    return false;
}

size_t bsh__mismatched_closer(const bsh__open_mark *open, bool is_strict)
{
    size_t const end = open->range->first + open->range->n;
    nesting      nested = {0, 0};
    for (size_t i = open->index + 1; i < end; ++i) {
        const bsh__mark *const mark = mark_at(open, i);
        if (mark->span.begin >= open->limit) {
            break;
        }
        if (mark->family != BSH__MARK_SINGLE) {
            continue;
        }
        nested.n_open += mark->hand == BSH__MARK_OPENS;
        nested.n_stray += mark->hand == BSH__MARK_STRAY;
        bool const closes = mark->hand == BSH__MARK_CLOSES || mark->hand == BSH__MARK_WEAK;
        if (closes && is_left_over(open, mark, &nested, is_strict)) {
            return i;
        }
    }
    return SIZE_MAX;
}

/* ---- no mark at all */

uint32_t bsh__end_before_clause(const bsh__open_mark *open, bsh__speech_clause least)
{
    const char *const text = text_of(open);
    for (uint32_t i = inner_begin(open); i + 1 < open->limit; ++i) {
        bool const is_end = (text[i] == ',' || text[i] == '!' || text[i] == '?') &&
                            bsh__is_space((unsigned char) text[i + 1]);
        if (is_end &&
            bsh__speech_clause_at(open->paper->source, i + 1, open->range->text.end) >= least) {
            return i + 1;
        }
    }
    return 0;
}

/* Behind the last sentence that ends in [begin, end); 0 if none does: "The U.S. team" goes on.
 */
static uint32_t last_sentence_end(const bsh__open_mark *open, uint32_t begin, uint32_t end)
{
    const bsh__quote_input *const input = open->paper->source->input;
    size_t const                  behind = bsh__sentence_from(input, end);
    if (behind == 0 || input->sentences[behind - 1].span.begin <= begin) {
        return 0;
    }
    return bsh__without_blanks(input->text, begin, input->sentences[behind - 1].span.begin);
}

uint32_t bsh__last_stop(const bsh__open_mark *open)
{
    const char *const text = text_of(open);
    uint32_t const    begin = inner_begin(open);
    uint32_t const    last = bsh__without_blanks(text, begin, open->limit);
    if (last == begin || text[last - 1] == '.' || text[last - 1] == '!' ||
        text[last - 1] == '?') {
        return last;
    }
    uint32_t const end = last_sentence_end(open, begin, open->limit);
    if (end != 0) {
        return end;
    }
    for (uint32_t i = last; i > begin; --i) {
        if (text[i - 1] == ',' &&
            (i == open->limit || bsh__is_space((unsigned char) text[i]))) {
            return i;
        }
    }
    return last;
}
