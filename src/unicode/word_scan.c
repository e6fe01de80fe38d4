#include "unicode/word_scan.h"

#include <unicode/uchar.h>

#include "base/byte_masks.h"
#include "unicode/utf8.h"

/* Those that make words come first, then those that join inside of words. */
typedef enum word_class {
    LETTER,
    DIGIT,
    LINK, /* the underscore */
    LAST_OF_WORD = LINK,
    MID_LETTER, /* joins two letters: the middle dot of Catalan */
    MID_NUMBER, /* joins two digits: "1,000" */
    MID_BOTH,   /* "don't", "3.14" */
    LAST_OF_MID = MID_BOTH,
    BLANK,  /* a run of them is one segment */
    RETURN, /* CR LF is one segment */
    ALONE,  /* boundaries on both sides */
    BEYOND, /* of a byte: not ASCII */
    UNKNOWN /* for ICU */
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
        return is_between(c, '0', '9')                              ? DIGIT
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

static bool do_only_letters_make_words(const uint8_t *classes)
{
    for (unsigned c = 0; c < 0x80; ++c) {
        if (is_ascii_mark(c) && c != '_' && classes[c] <= LAST_OF_WORD) {
            return false;
        }
    }
    return true;
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
    classes->of_common['@'] = ALONE;
    classes->of_common[':'] = ALONE;
    classes->only_letters_make_words = do_only_letters_make_words(classes->of_common);
    memset(classes->of_byte, BEYOND, sizeof classes->of_byte);
    memcpy(classes->of_byte, classes->of_common, 0x80);
    return are_known;
}

/* ---- the walk */

/* A character as it is met; small enough to be returned in a register, for the walk asks at
 * every boundary. */
typedef struct met {
    uint8_t word_class, n_bytes;
} met;

static met meet_beyond_ascii(const bsh__word_scan *scan, size_t at)
{
    size_t        behind = at;
    int32_t const c = bsh__utf8_next(scan->text, scan->span.end, &behind);
    return (met){scan->classes->of_common[bsh__common_place(c)], (uint8_t) (behind - at)};
}

/* The character at `at`, which is before the end. */
static inline met meet(const bsh__word_scan *scan, size_t at)
{
    uint8_t const known = scan->classes->of_byte[(unsigned char) scan->text[at]];
    return known == BEYOND ? meet_beyond_ascii(scan, at) : (met){known, 1};
}

/* True if what stands behind the mark (which ends at `at`) is of the class before it and the
 * mark joins the two. */
static bool joins(const bsh__word_scan *scan, uint8_t before, uint8_t mark, size_t at)
{
    bool const may_join = (mark == MID_BOTH && before != LINK) ||
                          (mark == MID_LETTER && before == LETTER) ||
                          (mark == MID_NUMBER && before == DIGIT);
    return may_join && at < scan->span.end && meet(scan, at).word_class == before;
}

/* Where the word ends that goes on at `at` behind a character of class `last`. */
static size_t word_end(const bsh__word_scan *scan, size_t at, uint8_t last)
{
    const uint8_t *const of_byte = scan->classes->of_byte;
    const char *const    text = scan->text;
    size_t const         end = scan->span.end;
    for (;;) {
        for (; at < end && of_byte[(unsigned char) text[at]] <= LAST_OF_WORD; ++at) {
            last = of_byte[(unsigned char) text[at]];
        }
        if (at == end || of_byte[(unsigned char) text[at]] == BLANK) {
            return at;
        }
        met const next = meet(scan, at);
        if (next.word_class <= LAST_OF_WORD) {
            last = next.word_class; // a letter beyond ASCII
        } else if (next.word_class > LAST_OF_MID ||
                   !joins(scan, last, next.word_class, at + next.n_bytes)) {
            return at;
        }
        at += next.n_bytes;
    }
}

static size_t skip_blanks(const bsh__word_scan *scan, size_t at)
{
    while (at < scan->span.end && scan->text[at] == ' ') {
        ++at;
    }
    return at;
}

/* What a walk has come to; apart from the scan, so that it stays in registers. */
typedef struct cursor {
    size_t    at;       /* a boundary, written already */
    uint32_t *boundary; /* where the next one is written */
    bool      has_stopped;
} cursor;

/* The segment that begins at the cursor, whatever it is. */
static void take_segment(const bsh__word_scan *scan, cursor *c)
{
    met const first = meet(scan, c->at);
    size_t    behind = c->at + first.n_bytes;
    if (first.word_class <= LAST_OF_WORD) {
        behind = word_end(scan, behind, first.word_class);
    } else if (first.word_class == BLANK) {
        behind = skip_blanks(scan, behind);
    } else if (first.word_class == RETURN) {
        behind += behind < scan->span.end && scan->text[behind] == '\n';
    } else if (first.word_class == UNKNOWN) {
        c->has_stopped = true;
        return;
    }
    *c->boundary++ = (uint32_t) behind;
    c->at = behind;
}

/* ---- 64 bytes at once: words, blanks and marks of ASCII need no look at each byte */

enum { STRIDE = 64 };

/* Bit i is about byte i. */
typedef struct stride {
    uint64_t starts;   /* a segment begins here, if no doubtful byte stands before */
    uint64_t doubtful; /* look at the segment: not ASCII, or a mark between two letters, which
                          may join them */
} stride;

static stride read_stride(const char *text)
{
    uint64_t words_or_odd = 0, blanks_or_odd = 0;
    for (unsigned i = 0; i < STRIDE; i += BSH__STRIDE) {
        bsh__stride const bytes = bsh__stride_at(text + i);
        bsh__stride const is_odd = bsh__bytes_beyond_ascii(bytes) |
                                   bsh__bytes_equal(bytes, '_') | bsh__bytes_equal(bytes, '\r');
        words_or_odd |= (uint64_t) bsh__bits_of_mask(bsh__bytes_alphanumeric(bytes) | is_odd)
                        << i;
        blanks_or_odd |= (uint64_t) bsh__bits_of_mask(bsh__bytes_equal(bytes, ' ') | is_odd)
                         << i;
    }
    uint64_t const odd = words_or_odd & blanks_or_odd;
    uint64_t const words = words_or_odd & ~odd, blanks = blanks_or_odd & ~odd;
    uint64_t const marks = ~(words_or_odd | blanks_or_odd);
    uint64_t const may_be_word_next = words_or_odd >> 1 | UINT64_C(1) << (STRIDE - 1);
    return (stride){.starts = ~((words & words << 1) | (blanks & blanks << 1)),
                    .doubtful = odd | (marks & words << 1 & may_be_word_next)};
}

/* The last bytes of a text; zeros stand behind them, and begin a segment where the text ends.
 */
static stride read_last_stride(const char *text, size_t n)
{
    char           padded[STRIDE] = {0};
    uint64_t const text_bits = (UINT64_C(1) << n) - 1;
    memcpy(padded, text, n);
    stride const s = read_stride(padded);
    return (stride){.starts = s.starts & (text_bits << 1 | 1),
                    .doubtful = s.doubtful & text_bits};
}

static void take_starts(cursor *c, uint64_t starts, size_t begin)
{
    uint32_t *boundary = c->boundary;
    for (; starts != 0; starts &= starts - 1) {
        *boundary++ = (uint32_t) begin + (uint32_t) __builtin_ctzll(starts);
    }
    c->at = boundary > c->boundary ? boundary[-1] : c->at;
    c->boundary = boundary;
}

/* All segments that end in the 64 bytes at the cursor, and one that goes on behind them if it
 * is doubtful or the only one. */
static void take_stride(const bsh__word_scan *scan, cursor *c)
{
    size_t const begin = c->at;
    size_t const left = scan->span.end - begin;
    size_t const end = begin + (left < STRIDE ? left : STRIDE);
    stride const s = left < STRIDE ? read_last_stride(scan->text + begin, left)
                                   : read_stride(scan->text + begin);
    while (c->at < end && !c->has_stopped) {
        uint64_t const from_here = UINT64_MAX << (c->at - begin);
        uint64_t const doubtful = s.doubtful & from_here;
        uint64_t const before_doubt = (doubtful & (0 - doubtful)) - 1;
        take_starts(c, s.starts & from_here << 1 & before_doubt, begin);
        if (doubtful == 0 && c->at > begin) {
            break;
        }
        take_segment(scan, c);
    }
}

bool bsh__word_scan_run(bsh__word_scan *scan)
{
    bool const   has_strides = scan->classes->only_letters_make_words;
    size_t const end = scan->span.end;
    cursor       c = {.at = scan->at, .boundary = scan->boundaries + scan->n};
    while (c.at < end && !c.has_stopped) {
        if (has_strides) {
            take_stride(scan, &c);
        } else {
            take_segment(scan, &c);
        }
    }
    scan->n = (size_t) (c.boundary - scan->boundaries);
    scan->at = (uint32_t) c.at;
    return c.has_stopped;
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
        met const next = meet(scan, *at);
        if (next.word_class == UNKNOWN) {
            return true;
        }
        *at += next.n_bytes;
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
