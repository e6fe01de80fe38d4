#include "unicode/sentence_marks.h"

#include <unicode/uchar.h>

#include "unicode/utf8.h"

/* Boundaries of sentences stand behind terminators, what closes and spaces after them, and line
 * ends; a mark or a format character may stand among these. */
static bool may_precede_boundary(int32_t c)
{
    switch (u_getIntPropertyValue(c, UCHAR_SENTENCE_BREAK)) {
    case U_SB_OTHER:
    case U_SB_LOWER:
    case U_SB_UPPER:
    case U_SB_OLETTER:
    case U_SB_NUMERIC:
    case U_SB_SCONTINUE:
        return false;
    default:
        return true;
    }
}

/* The same, asked about all ASCII that is not decided: whether "A!?A!?..." has a boundary
 * behind what stands for the question mark.  There is one behind "!" unless a terminator, a
 * closer or a space follows, and then it is behind that. */
static bool is_ascii_decided(bool (*is_decided)(int32_t c), UBreakIterator *iterator)
{
    enum { FRAME_UNITS = 3 };
    UChar      units[0x80 * FRAME_UNITS];
    int32_t    n = 0;
    UErrorCode code = U_ZERO_ERROR;
    for (int32_t c = 0; c < 0x80; ++c) {
        if (!is_decided(c)) {
            units[n++] = 'A';
            units[n++] = '!';
            units[n++] = (UChar) c;
        }
    }
    ubrk_setText(iterator, units, n, &code);
    if (U_FAILURE(code)) {
        return false;
    }
    for (int32_t at = ubrk_next(iterator); at != UBRK_DONE && at < n;
         at = ubrk_next(iterator)) {
        if (at % FRAME_UNITS == 0) {
            return false;
        }
    }
    return true;
}

bool bsh__sentence_marks_learn(bsh__sentence_marks *marks, bool (*is_decided)(int32_t c),
                               UBreakIterator      *iterator)
{
    for (unsigned place = 0x80; place < BSH__N_COMMON; ++place) {
        int32_t const c = bsh__common_at(place);
        marks->is_foreign[place] = may_precede_boundary(c) && !is_decided(c);
    }
    marks->is_foreign[BSH__UNCOMMON] = true;
    return is_ascii_decided(is_decided, iterator);
}

bool bsh__holds_foreign_mark(const bsh__sentence_marks *marks, const char *text, bsh_span span)
{
    size_t at = bsh__skip_ascii(text, span.begin, span.end);
    while (at < span.end) {
        int32_t const c = bsh__utf8_next(text, span.end, &at);
        if (marks->is_foreign[bsh__common_place(c)]) {
            return true;
        }
        at = bsh__skip_ascii(text, at, span.end);
    }
    return false;
}
