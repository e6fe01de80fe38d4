#include "article/scan.h"

#include <string.h>

#include "article/clue_bits.h"
#include "article/features.h"
#include "article/signs.h"
#include "base/byte_masks.h"
#include "data/clues.h"
#include "unicode/characters.h"
#include "unicode/utf8.h"

/* ---- classes of bytes */

enum {
    O, /* any other sign */
    W, /* letter or digit */
    U, /* _ */
    J, /* ' and -: inside words, but they begin none */
    S, /* white space */
    T, /* ends a sentence */
    C, /* may stand behind the end of a sentence */
    B  /* part of a character beyond ASCII */
};

static const unsigned char classes[256] = {
    O, O, O, O, O, O, O, O, O, S, S, S, S, S, O, O, O, O, O, O, O, O, O, O, O, O, O, O, O,
    O, O, O, S, T, C, O, O, O, O, J, O, C, O, O, O, J, T, O, W, W, W, W, W, W, W, W, W, W,
    O, O, O, O, O, T, O, W, W, W, W, W, W, W, W, W, W, W, W, W, W, W, W, W, W, W, W, W, W,
    W, W, W, W, O, O, C, O, U, O, W, W, W, W, W, W, W, W, W, W, W, W, W, W, W, W, W, W, W,
    W, W, W, W, W, W, W, O, O, O, O, O, B, B, B, B, B, B, B, B, B, B, B, B, B, B, B, B, B,
    B, B, B, B, B, B, B, B, B, B, B, B, B, B, B, B, B, B, B, B, B, B, B, B, B, B, B, B, B,
    B, B, B, B, B, B, B, B, B, B, B, B, B, B, B, B, B, B, B, B, B, B, B, B, B, B, B, B, B,
    B, B, B, B, B, B, B, B, B, B, B, B, B, B, B, B, B, B, B, B, B, B, B, B, B, B, B, B, B,
    B, B, B, B, B, B, B, B, B, B, B, B, B, B, B, B, B, B, B, B, B, B, B, B,
};

static bool is_run(char c)
{
    return classes[(unsigned char) c] == W;
}

static unsigned char lower(char c)
{
    return (unsigned char) (c >= 'A' && c <= 'Z' ? c | 0x20 : c);
}

/* ---- runs of letters and digits */

static size_t run_end(const char *text, size_t at, size_t end)
{
    while (at < end && is_run(text[at])) {
        ++at;
    }
    return at;
}

static inline uint32_t load_four(const char *bytes)
{
    const unsigned char *const b = (const unsigned char *) bytes;
    return (uint32_t) b[0] | (uint32_t) b[1] << 8 | (uint32_t) b[2] << 16 |
           (uint32_t) b[3] << 24;
}

static inline uint64_t load_eight(const char *bytes)
{
    const unsigned char *const b = (const unsigned char *) bytes;
    return (uint64_t) b[0] | (uint64_t) b[1] << 8 | (uint64_t) b[2] << 16 |
           (uint64_t) b[3] << 24 | (uint64_t) b[4] << 32 | (uint64_t) b[5] << 40 |
           (uint64_t) b[6] << 48 | (uint64_t) b[7] << 56;
}

/* Of n < 8 bytes. */
static uint64_t load_fewer(const char *bytes, size_t n)
{
    char eight[8] = {0};
    memcpy(eight, bytes, n & 7);
    return load_eight(eight);
}

/* The word of clues.h for a run; `end` is that of the paragraph, behind which nothing is read.
 */
static inline bsh__clue_word clue_word(const char *text, size_t begin, size_t n, size_t end)
{
    static const uint64_t masks[] = {0,
                                     UINT64_C(0xFF),
                                     UINT64_C(0xFFFF),
                                     UINT64_C(0xFFFFFF),
                                     UINT64_C(0xFFFFFFFF),
                                     UINT64_C(0xFFFFFFFFFF),
                                     UINT64_C(0xFFFFFFFFFFFF),
                                     UINT64_C(0xFFFFFFFFFFFFFF),
                                     UINT64_MAX};
    uint64_t const        eight =
        begin + 8 <= end ? load_eight(text + begin) : load_fewer(text + begin, end - begin);
    /* Bit 5 makes letters small, and digits have it. */
    return (eight | UINT64_C(0x2020202020202020)) & masks[n < 8 ? n : 8];
}

static uint32_t lists_of_run(const char *text, size_t begin, size_t end, size_t text_end)
{
    return end > begin ? bsh__clue_lists(clue_word(text, begin, end - begin, text_end)) : 0;
}

/* ---- the pass */

typedef struct pass {
    const char    *text;
    size_t         at, end;
    unsigned char *initials; /* where that of the next word goes */
    uint32_t       n_sentences, n_ideographs;
    uint32_t       clues;
    unsigned       flags;
    bool           in_word;
    bool           is_ending; /* a terminator was seen, and only closers since */
} pass;

/* Of a letter in lower case or a digit. */
static unsigned char initial_of(int32_t c)
{
    return (unsigned char) (c < 0x80 ? c : (c & 0x7F) | 0x80);
}

static void begin_word(pass *p, unsigned char initial)
{
    if (!p->in_word) {
        *p->initials++ = initial;
    }
    p->in_word = true;
    p->is_ending = false;
}

static void end_sentence(pass *p)
{
    p->n_sentences += p->is_ending;
    p->is_ending = false;
}

/* A sign of ASCII that begins no word, at `at`. */
static void take_sign(pass *p, size_t at)
{
    char const c = p->text[at];
    unsigned const class = classes[(unsigned char) c];
    if (class == S) {
        end_sentence(p);
    } else if (class == J) {
        if (p->in_word) {
            return;
        }
        p->is_ending = p->is_ending && c == '\'';
    } else if (class == T) {
        p->is_ending = true;
        if (c == '.' && p->in_word && lower(p->text[at - 1]) == 'w') {
            p->clues |= BSH__CLUE_ADDRESS;
        }
    } else if (class == O) {
        p->is_ending = false;
        p->clues |= c == ':'   ? BSH__CLUE_ADDRESS
                    : c == '@' ? BSH__CLUE_AT_SIGN
                    : c == '$' ? BSH__CLUE_CURRENCY
                               : 0U;
    }
    p->in_word = false;
}

/* What a character beyond ASCII that is part of no word says. */
static void take_far_sign(pass *p, int32_t c)
{
    p->in_word = false;
    if (bsh__is_terminator(c)) {
        p->is_ending = true;
    } else if (!bsh__is_closing_sign(c)) {
        p->n_sentences += p->is_ending && bsh__is_space(c);
        p->is_ending = false;
    }
    if (c == 0xA9) {
        p->clues |= BSH__CLUE_COPYRIGHT;
    } else if (!bsh__is_general_punctuation(c) && bsh__is_currency(c)) {
        p->clues |= BSH__CLUE_CURRENCY;
    }
}

static void take_far(pass *p)
{
    int32_t const c = bsh__utf8_next(p->text, p->end, &p->at);
    if (c == 0x2019 && p->in_word) {
        return; // don’t
    }
    if (c >= 0x250 && (c < 0x1E00 || c >= 0x2070)) {
        p->flags |= BSH__PARAGRAPH_NON_LATIN;
        p->n_ideographs += bsh__is_ideograph(c);
    }
    bool const is_transparent = bsh__is_transparent(c);
    if (is_transparent) { // "in<soft hyphen>box": rules see words that are not there
        p->clues = ~UINT32_C(0);
    }
    if (bsh__is_word_character(c)) {
        begin_word(p, initial_of(c));
    } else if (!p->in_word || !(is_transparent || bsh__is_mark(c))) {
        take_far_sign(p, c);
    }
}

/* A word in emphasis ("_Nobody_") has the initial that it has without. */
static unsigned char initial_behind_underscore(const pass *p)
{
    size_t   at = p->at;
    bsh_span word = {0, 0};
    (void) bsh__next_word(p->text, p->end, &at, &word);
    at = word.begin;
    int32_t const c = bsh__next_sign(p->text, word.end, &at);
    return c == 0 ? '_' : initial_of(c);
}

static void take_underscore(pass *p)
{
    begin_word(p, p->in_word ? '_' : initial_behind_underscore(p));
    ++p->at;
}

/* ---- a window: stretches of ASCII by the bits of their bytes */

enum {
    WINDOW = 64,
    OPENING = 4 /* bytes of a word that are looked at first, all at once */
};

/* What the bytes of a window are: bit i is that of byte i. */
typedef struct window {
    const char *bytes; /* in the text, or in `last` if fewer than WINDOW + OPENING are left */
    size_t      n;     /* bytes that are looked at */
    uint64_t    runs;  /* letters and digits */
    uint64_t    plain; /* those, and blanks and commas, of which little need be known */
    char        last[WINDOW + OPENING];
} window;

static unsigned lowest_bit(uint64_t bits)
{
    return (unsigned) __builtin_ctzll(bits);
}

static uint64_t bits_below(size_t n)
{
    return n < 64 ? (UINT64_C(1) << n) - 1 : UINT64_MAX;
}

static inline void read_stride(window *w, unsigned place)
{
    bsh__stride const c = bsh__stride_at(w->bytes + place);
    bsh__stride const is_run = bsh__bytes_alphanumeric(c);
    bsh__stride const is_gap = (bsh__stride) ((c == ' ') | (c == ','));
    w->runs |= (uint64_t) bsh__bits_of_mask(is_run) << place;
    w->plain |= (uint64_t) bsh__bits_of_mask(is_run | is_gap) << place;
}

static void cut_window(window *w, size_t n)
{
    w->n = n;
    w->runs &= bits_below(n);
}

/* Reads the window at p->at.  A run that goes on behind it is left to the next one; n is 0 if
 * it is all there is. */
static void read_window(window *w, const pass *p)
{
    size_t const n_left = p->end - p->at;
    w->bytes = p->text + p->at;
    if (n_left < sizeof w->last) {
        memset(w->last, 0, sizeof w->last);
        memcpy(w->last, w->bytes, n_left);
        w->bytes = w->last;
    }
    w->n = WINDOW;
    w->runs = w->plain = 0;
    for (unsigned i = 0; i < WINDOW; i += BSH__STRIDE) {
        read_stride(w, i);
    }
    if (n_left <= WINDOW) {
        cut_window(w, n_left);
    } else if (w->runs >> (WINDOW - 1) != 0 && is_run(w->bytes[WINDOW])) {
        cut_window(w, ~w->runs == 0 ? 0 : WINDOW - (size_t) __builtin_clzll(~w->runs));
    }
}

/* The sign at `at` is the first behind a stretch of letters, blanks and commas. */
static void pass_stretch(pass *p, size_t at)
{
    p->in_word = is_run(p->text[at - 1]);
    p->is_ending = false;
}

/* Takes the signs of a window up to the first that may be part of a word, to which the window
 * is cut.  Returns the bits of runs that go on with a word: those of "don't" and "well-kept".
 */
static uint64_t take_signs(pass *p, window *w)
{
    uint64_t continued = p->in_word ? 1 : 0;
    size_t   behind = 0; // the last sign
    for (uint64_t signs = ~w->plain & bits_below(w->n); signs != 0; signs &= signs - 1) {
        unsigned const i = lowest_bit(signs);
        size_t const   at = p->at + i;
        if (i > behind) {
            pass_stretch(p, at);
        }
        unsigned const class = classes[(unsigned char) p->text[at]];
        if (class == B || class == U) {
            cut_window(w, i);
            return continued;
        }
        take_sign(p, at);
        behind = i + 1;
        continued |= (uint64_t) p->in_word << i << 1;
        if (p->is_ending && at + 1 < p->end && p->text[at + 1] == ' ') {
            end_sentence(p);
        }
    }
    if (w->n > behind) {
        pass_stretch(p, p->at + w->n);
    }
    return continued;
}

/* The first letters and digits of the run at bit i, in lower case, the first one lowest. */
static inline uint32_t opening_of(const window *w, unsigned i)
{
    static const uint32_t masks[1 << OPENING] = {// by which of the four bytes are of runs
                                                 0, 0xFF, 0, 0xFFFF, 0, 0xFF, 0, 0xFFFFFF,
                                                 0, 0xFF, 0, 0xFFFF, 0, 0xFF, 0, 0xFFFFFFFF};
    return (load_four(w->bytes + i) | 0x20202020) & masks[w->runs >> i & 15];
}

/* The lists of the run at bit i, but for those that are looked for at one place only. */
static inline uint32_t lists_of_opening(const pass *p, const window *w, uint32_t opening,
                                        unsigned i)
{
    if (!bsh__may_be_clue(opening)) {
        return 0; // nearly always
    }
    unsigned const n = lowest_bit(~(w->runs >> i) | 1U << sizeof(bsh__clue_word));
    return bsh__clue_lists(clue_word(p->text, p->at + i, n, p->end));
}

static void take_runs(pass *p, const window *w, uint64_t continued)
{
    unsigned char *initials = p->initials;
    uint32_t       clues = p->clues;
    uint64_t const starts = w->runs & ~(w->runs << 1);
    for (uint64_t rest = starts & ~continued; rest != 0; rest &= rest - 1) {
        unsigned const i = lowest_bit(rest);
        uint32_t const opening = opening_of(w, i);
        *initials++ = (unsigned char) opening;
        clues |= lists_of_opening(p, w, opening, i);
    }
    for (uint64_t rest = starts & continued; rest != 0; rest &= rest - 1) {
        unsigned const i = lowest_bit(rest);
        clues |= lists_of_opening(p, w, opening_of(w, i), i);
    }
    p->initials = initials;
    p->clues = clues;
}

/* A run that no window holds. */
static void take_long_run(pass *p)
{
    size_t const begin = p->at;
    p->at = run_end(p->text, begin, p->end);
    begin_word(p, (unsigned char) p->text[begin] | 0x20);
    p->clues |= lists_of_run(p->text, begin, p->at, p->end);
}

static void take_window(pass *p)
{
    window w;
    read_window(&w, p);
    if (w.n == 0) {
        take_long_run(p);
        return;
    }
    if (p->is_ending && p->text[p->at] == ' ') { // “... of the town.” They ...
        end_sentence(p);
    }
    uint64_t const continued = take_signs(p, &w);
    take_runs(p, &w, continued);
    p->at += w.n;
}

/* ---- clues of the beginning and of the end */

#define IF_FIRST(name, place, id)                                                              \
    | (BSH__PLACE_##place == BSH__PLACE_FIRST ? BSH__CLUE_TO(name) : 0U)
#define IF_LAST(name, place, id)                                                               \
    | (BSH__PLACE_##place == BSH__PLACE_LAST ? BSH__CLUE_TO(name) : 0U)
static const uint32_t first_lists = 0U BSH__PHRASE_LIST_MAP(IF_FIRST);
static const uint32_t last_lists = 0U BSH__PHRASE_LIST_MAP(IF_LAST);
#undef IF_FIRST
#undef IF_LAST

/* The first eight letters and digits, whatever stands between them: of "This site uses" they
 * are "thissite".  `word` is the first run, of n bytes, that ends at `at`. */
static bsh__clue_word first_eight(const char *text, bsh__clue_word word, size_t n, size_t at,
                                  size_t end)
{
    for (; at < end && n < 8; ++at) {
        if (is_run(text[at])) {
            word |= (uint64_t) (text[at] | 0x20) << 8 * n++;
        }
    }
    return word;
}

/* Phrases that open with a number ("N comments") have no word to know them by. */
static uint32_t opening_clues(const char *text, bsh_span span)
{
    size_t begin = span.begin;
    while (begin < span.end && !is_run(text[begin])) {
        ++begin;
    }
    size_t const end = run_end(text, begin, span.end);
    if (begin < end && text[begin] <= '9') {
        return first_lists | BSH__CLUE_COUNT;
    }
    size_t const         n = end - begin;
    bsh__clue_word const first = n > 0 ? clue_word(text, begin, n, span.end) : 0;
    bsh__clue_word const eight = first_eight(text, first, n, end, span.end);
    bool const           is_one = n == 3 && first == 0x656E6F;
    return ((bsh__clue_lists(first) | bsh__clue_lists(eight)) & first_lists) |
           (is_one ? (uint32_t) BSH__CLUE_COUNT : 0U);
}

static uint32_t ending_clues(const char *text, bsh_span span)
{
    size_t last_run = span.end;
    while (last_run > span.begin && is_run(text[last_run - 1])) {
        --last_run;
    }
    uint32_t clues = lists_of_run(text, last_run, span.end, span.end) & last_lists;
    for (size_t i = span.end; i > span.begin && !is_run(text[i - 1]); --i) {
        clues |= text[i - 1] == ')' ? (uint32_t) BSH__CLUE_PARENTHESIS : 0U;
    }
    char const last = span.end > span.begin ? text[span.end - 1] : ' ';
    bool const is_ago = lower(last) == 'o' && span.end - last_run == 3;
    return clues | (last == '>' ? (uint32_t) BSH__CLUE_ARROWS : 0U) |
           (last == ']' || is_ago ? (uint32_t) BSH__CLUE_TEASER : 0U);
}

/* "Photo: Ana Roe", "Credit...Ana Roe for the Gazette": the last word may end a name. */
static bool may_end_in_name(const char *text, bsh_span span)
{
    size_t at = span.end;
    while (at > span.begin && classes[(unsigned char) text[at - 1]] != S &&
           text[at - 1] != '/') {
        --at;
        char const c = text[at];
        if ((c >= 'A' && c <= 'Z') || (unsigned char) c >= 0x80 || c == '&' || c == '@') {
            return true;
        }
    }
    return span.end - at <= 3; // "de", "of"
}

/* "Photo", "Photograph": a capital, then the small letters of a label. */
static bool is_label(const char *text, size_t n)
{
    static const char labels[][7] = {"Photo", "Credit", "Image"};
    for (size_t i = 0; i < sizeof labels / sizeof labels[0]; ++i) {
        size_t at = 0;
        while (at < n && labels[i][at] != '\0' &&
               (at == 0 ? text[at] : (char) lower(text[at])) == labels[i][at]) {
            ++at;
        }
        if (labels[i][at] == '\0') {
            return true;
        }
    }
    return false;
}

/* The bytes from `bytes` on with which a label may begin; one more is read behind them. */
static uint32_t may_be_label(const char *bytes)
{
    bsh__stride const c = bsh__stride_at(bytes);
    bsh__stride const second = bsh__stride_at(bytes + 1) | 0x20;
    return bsh__bits_of_mask((bsh__stride) (((c == 'P') & (second == 'h')) |
                                            ((c == 'C') & (second == 'r')) |
                                            ((c == 'I') & (second == 'm'))));
}

/* True if a label begins at one of the 16 bytes from `at` on. */
static bool has_label_near(const char *text, size_t at, size_t end)
{
    for (uint32_t bits = may_be_label(text + at); bits != 0; bits &= bits - 1) {
        size_t const begin = at + lowest_bit(bits);
        if (is_label(text + begin, end - begin)) {
            return true;
        }
    }
    return false;
}

static bool has_label(const char *text, bsh_span span)
{
    size_t at = span.begin;
    if (span.end - at > BSH__STRIDE) {
        size_t const last = span.end - BSH__STRIDE - 1; // what is read twice is the same twice
        for (; at < last; at += BSH__STRIDE) {
            if (has_label_near(text, at, span.end)) {
                return true;
            }
        }
        return has_label_near(text, last, span.end);
    }
    while (at < span.end && !is_label(text + at, span.end - at)) {
        ++at;
    }
    return at < span.end;
}

static bool has_digit(const char *text, bsh_span span)
{
    size_t at = span.begin;
    for (; at + BSH__STRIDE <= span.end; at += BSH__STRIDE) {
        if (bsh__is_any_byte(bsh__bytes_between(bsh__stride_at(text + at), '0', '9'))) {
            return true;
        }
    }
    while (at < span.end && (text[at] < '0' || text[at] > '9')) {
        ++at;
    }
    return at < span.end;
}

/* Clues that are not there without another. */
static uint32_t without_lone(uint32_t clues)
{
    uint32_t const role = BSH__CLUE_TO(AUTHOR_ROLE);
    uint32_t const buy = BSH__CLUE_TO(BUY_VERB);
    uint32_t const without_role =
        (clues & BSH__CLUE_TO(AUTHOR_LINK)) != 0 ? clues : clues & ~role;
    return (clues & BSH__CLUE_CURRENCY) != 0 ? without_role : without_role & ~buy;
}

static uint32_t all_clues(const pass *p, bsh_span span, uint32_t n_words)
{
    enum { MOST_OF_DATE = 14 };
    uint32_t clues = p->clues & ~(first_lists | last_lists);
    clues |= opening_clues(p->text, span) | ending_clues(p->text, span);
    if (n_words <= MOST_OF_DATE && has_digit(p->text, span)) {
        clues |= BSH__CLUE_FIGURE;
    }
    if (may_end_in_name(p->text, span) && has_label(p->text, span)) {
        clues |= BSH__CLUE_LABEL;
    }
    return without_lone(clues) | BSH__CLUE_ALWAYS;
}

bsh__scan bsh__scan_paragraph(const char *text, bsh_span span, unsigned char *initials)
{
    pass p = {.text = text, .at = span.begin, .end = span.end, .initials = initials};
    while (p.at < p.end) {
        unsigned const class = classes[(unsigned char) text[p.at]];
        if (class == B) {
            take_far(&p);
        } else if (class == U) {
            take_underscore(&p);
        } else {
            take_window(&p);
        }
    }
    uint32_t const n_words = (uint32_t) (p.initials - initials);
    bool const     is_odd = p.clues == ~UINT32_C(0);
    return (bsh__scan){
        .n_words = n_words,
        .n_sentences = p.n_sentences + p.is_ending,
        .n_ideographs = p.n_ideographs,
        .clues = is_odd ? p.clues : all_clues(&p, span, n_words),
        .flags = p.flags,
    };
}
