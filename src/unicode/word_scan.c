#include "unicode/word_scan.h"

#include <unicode/uchar.h>

#include "unicode/utf8.h"

/* Those that make words come first, then those that join inside of words. */
typedef enum word_class {
    LETTER,
    DIGIT,
    LINK,        /* the underscore */
    LAST_OF_WORD = LINK,
    MID_LETTER,  /* joins two letters: the middle dot of Catalan */
    MID_NUMBER,  /* joins two digits: "1,000" */
    MID_BOTH,    /* "don't", "3.14" */
    LAST_OF_MID = MID_BOTH,
    BLANK,       /* a run of them is one segment */
    RETURN,      /* CR LF is one segment */
    ALONE,       /* boundaries on both sides */
    BEYOND,      /* of a byte: not ASCII */
    UNKNOWN      /* for ICU */
} word_class;

/* ---- classes */

static uint8_t class_in_database(int32_t c)
{
    switch (u_getIntPropertyValue(c, UCHAR_WORD_BREAK)) {
    case U_WB_ALETTER:
        return LETTER;
    case U_WB_NUMERIC:
        return DIGIT;
    case U_WB_EXTENDNUMLET:
        return LINK;
    case U_WB_MIDLETTER:
        return MID_LETTER;
    case U_WB_MIDNUM:
        return MID_NUMBER;
    case U_WB_MIDNUMLET:
    case U_WB_SINGLE_QUOTE: // they differ before Hebrew letters, which are not known here
        return MID_BOTH;
    case U_WB_OTHER:
    case U_WB_DOUBLE_QUOTE:
    case U_WB_NEWLINE:
        return ALONE;
    default: // marks and format characters, spaces that join a blank
        return UNKNOWN;
    }
}

static bool is_between(unsigned c, char first, char last)
{
    return c >= (unsigned char) first && c <= (unsigned char) last;
}

static bool is_ascii_mark(unsigned c)
{
    return c > ' ' && c < 0x7F && !is_between(c, '0', '9') && !is_between(c, 'A', 'Z') &&
           !is_between(c, 'a', 'z');
}

static uint8_t class_of_ascii(unsigned c)
{
    switch (c) {
    case ' ':
        return BLANK;
    case '\r':
        return RETURN;
    default:
        return is_between(c, '0', '9')                                 ? DIGIT
               : is_between(c, 'A', 'Z') || is_between(c, 'a', 'z') ? LETTER
                                                                       : ALONE;
    }
}

/* What is asked about a mark, and the answer that each class gives: bit i is set if there is a
 * boundary before unit i of the frame, the end of the frame included. */
static const char frame[] = "a?a\n1?1\na?'a\n";

enum { FRAME_UNITS = sizeof frame - 1, MOST_MARKS = 33, LINE_ENDS = 0x3198 };

static const struct {
    uint8_t  word_class;
    uint16_t boundaries;
} answers[] = {
    {LETTER, LINE_ENDS},
    {LINK, LINE_ENDS | 0x0C00},       // a_|'|a
    {MID_LETTER, LINE_ENDS | 0x0E60}, // 1|:|1 and a|:|'|a
    {MID_NUMBER, LINE_ENDS | 0x0E06}, // a|,|a and a|,|'|a
    {MID_BOTH, LINE_ENDS | 0x0E00},   // a|.|'|a
    {ALONE, LINE_ENDS | 0x0E66},
};

static uint8_t class_of_answer(unsigned boundaries)
{
    for (size_t i = 0; i < sizeof answers / sizeof answers[0]; ++i) {
        if (answers[i].boundaries == boundaries) {
            return answers[i].word_class;
        }
    }
    return UNKNOWN;
}

static int32_t write_frames(UChar *units)
{
    int32_t n = 0;
    for (unsigned c = 0; c < 0x80; ++c) {
        for (int i = 0; is_ascii_mark(c) && i < FRAME_UNITS; ++i) {
            units[n++] = frame[i] == '?' ? (UChar) c : (UChar) (unsigned char) frame[i];
        }
    }
    return n;
}

/* Asks the iterator about all marks of ASCII at once. */
static bool ask_about_marks(uint8_t *classes, UBreakIterator *iterator)
{
    UChar      units[MOST_MARKS * FRAME_UNITS];
    unsigned   boundaries[MOST_MARKS] = {0};
    UErrorCode code = U_ZERO_ERROR;
    ubrk_setText(iterator, units, write_frames(units), &code);
    if (U_FAILURE(code)) {
        return false;
    }
    for (int32_t at = ubrk_next(iterator); at != UBRK_DONE; at = ubrk_next(iterator)) {
        boundaries[(at - 1) / FRAME_UNITS] |= 2U << (at - 1) % FRAME_UNITS;
    }
    unsigned n = 0;
    bool     are_known = true;
    for (unsigned c = 0; c < 0x80; ++c) {
        if (is_ascii_mark(c)) {
            classes[c] = class_of_answer(boundaries[n++]);
            are_known = are_known && classes[c] != UNKNOWN;
        }
    }
    return are_known;
}

bool bsh__word_classes_learn(bsh__word_classes *classes, UBreakIterator *iterator)
{
    for (unsigned c = 0; c < 0x80; ++c) {
        classes->of_common[c] = class_of_ascii(c);
    }
    for (unsigned place = 0x80; place < BSH__N_COMMON; ++place) {
        classes->of_common[place] = class_in_database(bsh__common_at(place));
    }
    classes->of_common[BSH__UNCOMMON] = UNKNOWN;
    bool const are_known = ask_about_marks(classes->of_common, iterator);
    memset(classes->of_byte, BEYOND, sizeof classes->of_byte);
    memcpy(classes->of_byte, classes->of_common, 0x80);
    return are_known;
}

/* ---- the walk */

/* The class of the character at `at`, which is before the end; *behind is set past it. */
static inline uint8_t class_at(const bsh__word_scan *scan, size_t at, size_t *behind)
{
    uint8_t const word_class = scan->classes->of_byte[(unsigned char) scan->text[at]];
    if (word_class != BEYOND) {
        *behind = at + 1;
        return word_class;
    }
    *behind = at;
    int32_t const c = bsh__utf8_next(scan->text, scan->span.end, behind);
    return scan->classes->of_common[bsh__common_place(c)];
}

/* True if what stands behind the mark (which ends at `at`) is of the class before it and the
 * mark joins the two. */
static bool joins(const bsh__word_scan *scan, uint8_t before, uint8_t mark, size_t at)
{
    size_t     behind = 0;
    bool const may_join = mark == MID_BOTH || (mark == MID_LETTER && before == LETTER) ||
                          (mark == MID_NUMBER && before == DIGIT);
    return may_join && before != LINK && at < scan->span.end &&
           class_at(scan, at, &behind) == before;
}

/* Where the word ends whose first character, of class `last`, ends at `at`. */
static size_t word_end(const bsh__word_scan *scan, size_t at, uint8_t last)
{
    const uint8_t *const of_byte = scan->classes->of_byte;
    const char *const    text = scan->text;
    size_t const         end = scan->span.end;
    for (;;) {
        size_t const run = at;
        while (at < end && of_byte[(unsigned char) text[at]] <= LAST_OF_WORD) {
            ++at;
        }
        last = at > run ? of_byte[(unsigned char) text[at - 1]] : last;
        if (at == end) {
            return at;
        }
        size_t        behind = 0;
        uint8_t const next = class_at(scan, at, &behind);
        if (next <= LAST_OF_WORD) {
            last = next; // a letter beyond ASCII
        } else if (next > LAST_OF_MID || !joins(scan, last, next, behind)) {
            return at;
        }
        at = behind;
    }
}

bool bsh__word_scan_run(bsh__word_scan *scan)
{
    const char *const text = scan->text;
    size_t const      end = scan->span.end;
    uint32_t         *boundary = scan->boundaries + scan->n;
    size_t            at = scan->at;
    bool              has_stopped = false;
    while (at < end) {
        size_t        behind = 0;
        uint8_t const word_class = class_at(scan, at, &behind);
        if (word_class <= LAST_OF_WORD) {
            behind = word_end(scan, behind, word_class);
        } else if (word_class == BLANK) {
            while (behind < end && text[behind] == ' ') {
                ++behind;
            }
        } else if (word_class == RETURN) {
            behind += behind < end && text[behind] == '\n';
        } else if (word_class == UNKNOWN) {
            has_stopped = true;
            break;
        }
        *boundary++ = (uint32_t) behind;
        at = behind;
    }
    scan->n = (size_t) (boundary - scan->boundaries);
    scan->at = (uint32_t) at;
    return has_stopped;
}

/* ---- stretches for ICU */

/* A boundary whatever stands around: after LF, and between a blank and an ASCII character. */
static bool is_certain(const char *text, size_t at)
{
    return text[at - 1] == '\n' ||
           (text[at - 1] == ' ' && text[at] != ' ' && (unsigned char) text[at] < 0x80);
}

static size_t next_certain(const bsh__word_scan *scan, size_t at)
{
    while (at < scan->span.end && !is_certain(scan->text, at)) {
        ++at;
    }
    return at;
}

/* True if a character that is not known begins in `limit` bytes from *at on, which moves to it.
 */
static bool find_unknown(const bsh__word_scan *scan, size_t *at, size_t limit)
{
    size_t const left = scan->span.end - *at;
    size_t const end = *at + (left < limit ? left : limit);
    while (*at < end) {
        size_t behind = 0;
        if (class_at(scan, *at, &behind) == UNKNOWN) {
            return true;
        }
        *at = behind;
    }
    return false;
}

/* Stretches that lie close together become one: ICU takes longer to begin than to go on, and
 * text with an emoji in each line would be slower than with ICU alone. */
bsh_span bsh__word_scan_leave_stretch(bsh__word_scan *scan)
{
    enum { CLOSE = 64 };
    size_t begin = scan->at;
    while (begin > scan->span.begin && !is_certain(scan->text, begin)) {
        --begin;
    }
    size_t end = next_certain(scan, scan->at + 1U);
    for (size_t at = end; find_unknown(scan, &at, CLOSE); at = end) {
        end = next_certain(scan, at + 1);
    }
    while (scan->boundaries[scan->n - 1] > begin) {
        --scan->n;
    }
    scan->at = (uint32_t) end;
    return (bsh_span){(uint32_t) begin, (uint32_t) end};
}
