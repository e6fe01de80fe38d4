#include "article/scan.h"

#include <string.h>

#include "article/clue_bits.h"
#include "article/clue_words.h"
#include "article/end_clues.h"
#include "article/signs.h"
#include "article/zone_words.h"
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

/* ---- runs of letters and digits */

static inline uint32_t load_four(const char *bytes)
{
    const unsigned char *const b = (const unsigned char *) bytes;
    return (uint32_t) b[0] | (uint32_t) b[1] << 8 | (uint32_t) b[2] << 16 |
           (uint32_t) b[3] << 24;
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
        if (c == '.' && p->in_word && bsh__lower(p->text[at - 1]) == 'w') {
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
    if (bsh__is_end_sign(c)) {
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

/* What the bytes of w->bytes are.  Unrolled, as bits that are put together in registers cost
 * half of those that go through memory. */
static inline void read_bytes(window *w)
{
    uint64_t runs = 0;
    uint64_t plain = 0;
#pragma GCC unroll 4
    for (unsigned i = 0; i < WINDOW; i += BSH__STRIDE) {
        bsh__stride const c = bsh__stride_at(w->bytes + i);
        bsh__stride const is_run = bsh__bytes_alphanumeric(c);
        bsh__stride const is_gap = (bsh__stride) ((c == ' ') | (c == ','));
        runs |= (uint64_t) bsh__bits_of_mask(is_run) << i;
        plain |= (uint64_t) bsh__bits_of_mask(is_run | is_gap) << i;
    }
    w->runs = runs;
    w->plain = plain;
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
    read_bytes(w);
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

/* The first letters and digits of a run at `bytes`, in lower case, the first one lowest; bit i
 * of `runs` is that of byte i. */
static inline uint32_t opening_of(const char *bytes, uint64_t runs)
{
    static const uint32_t masks[1 << OPENING] = {0, 0xFF, 0, 0xFFFF, 0, 0xFF, 0, 0xFFFFFF,
                                                 0, 0xFF, 0, 0xFFFF, 0, 0xFF, 0, 0xFFFFFFFF};
    return (load_four(bytes) | 0x20202020) & masks[runs & 15];
}

/* The lists of a run that begins as `opening`, but for those that are looked for at one place
 * only.  `at` is its place in the text; `runs` is as above. */
static inline uint32_t lists_of_opening(const pass *p, uint32_t opening, size_t at,
                                        uint64_t runs)
{
    if (!bsh__may_be_clue(opening)) {
        return 0; // nearly always
    }
    unsigned const n = lowest_bit(~runs | 1U << sizeof(bsh__clue_word));
    return bsh__clue_lists(bsh__clue_word_at(p->text, at, n, p->end));
}

static void take_runs(pass *p, const window *w, uint64_t continued)
{
    /* Copies: a byte that is written through `initials` might be one of theirs. */
    const char *const bytes = w->bytes;
    uint64_t const    runs = w->runs;
    uint64_t const    starts = runs & ~(runs << 1);
    unsigned char    *initials = p->initials;
    uint32_t          clues = p->clues;
    for (uint64_t rest = starts; rest != 0; rest &= rest - 1) {
        unsigned const i = lowest_bit(rest);
        uint32_t const opening = opening_of(bytes + i, runs >> i);
        if ((continued >> i & 1) == 0) {
            *initials++ = (unsigned char) opening;
        }
        clues |= lists_of_opening(p, opening, p->at + i, runs >> i);
    }
    p->initials = initials;
    p->clues = clues;
}

/* A run that no window holds. */
static void take_long_run(pass *p)
{
    size_t const begin = p->at;
    p->at = bsh__skip_letters(p->text, begin, p->end);
    begin_word(p, (unsigned char) p->text[begin] | 0x20);
    p->clues |= bsh__clue_lists(bsh__clue_word_at(p->text, begin, p->at - begin, p->end));
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

/* ---- all */

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
        .clues = is_odd ? p.clues : bsh__all_clues(text, span, n_words, p.clues),
        .flags = p.flags,
    };
}
