#include "unicode/breaks.h"

#include <string.h>

#include <unicode/ubrk.h>

#include "unicode/characters.h"
#include "unicode/icu.h"
#include "unicode/utf8.h"

typedef enum iterator_kind { WORDS, SENTENCES, GRAPHEMES, N_ITERATORS } iterator_kind;

static const struct {
    UBreakIteratorType type;
    const char        *opening, *setting;
} iterators[N_ITERATORS] = {
    [WORDS] = {UBRK_WORD, "opening the word iterator", "giving text to the word iterator"},
    [SENTENCES] = {UBRK_SENTENCE, "opening the sentence iterator",
                   "giving text to the sentence iterator"},
    [GRAPHEMES] = {UBRK_CHARACTER, "opening the grapheme iterator",
                   "giving text to the grapheme iterator"},
};

struct bsh__breaker {
    const bsh_allocator *allocator;
    UBreakIterator      *iterators[N_ITERATORS];
    bsh_span             span;
    bsh__vec             units;    /* UChar: the stretch in UTF-16 */
    bsh__vec             offsets;  /* uint32_t: where in `text` each unit begins, and the end */
    bool                 is_ascii; /* then unit i begins at span.begin + i */
    bool                 has_clusters; /* a grapheme may be of more than one unit */
};

static bsh_status open_iterators(bsh__breaker *breaker, const char *language, bsh_error *err)
{
    for (int i = 0; i < N_ITERATORS; ++i) {
        UErrorCode code = U_ZERO_ERROR;
        breaker->iterators[i] = ubrk_open(iterators[i].type, language, NULL, 0, &code);
        if (U_FAILURE(code)) {
            return bsh__fail_icu(err, code, iterators[i].opening);
        }
    }
    return BSH_OK;
}

bsh_status bsh__breaker_create(bsh__breaker **out, const char *language,
                               const bsh_allocator *allocator, bsh_error *err)
{
    *out = NULL;
    allocator = bsh__allocator(allocator);
    bsh__breaker *const breaker = bsh__allocate_zeroed(allocator, 1, sizeof *breaker);
    if (breaker == NULL) {
        return bsh__fail_memory(err);
    }
    breaker->allocator = allocator;
    breaker->is_ascii = true;
    bsh__vec_init(&breaker->units, allocator, sizeof(UChar));
    bsh__vec_init(&breaker->offsets, allocator, sizeof(uint32_t));
    bsh_status const status = open_iterators(breaker, language, err);
    if (status != BSH_OK) {
        bsh__breaker_destroy(breaker);
        return status;
    }
    *out = breaker;
    return BSH_OK;
}

void bsh__breaker_destroy(bsh__breaker *breaker)
{
    if (breaker == NULL) {
        return;
    }
    for (int i = 0; i < N_ITERATORS; ++i) {
        if (breaker->iterators[i] != NULL) {
            ubrk_close(breaker->iterators[i]);
        }
    }
    bsh__vec_free(&breaker->offsets);
    bsh__vec_free(&breaker->units);
    bsh__release(breaker->allocator, breaker);
}

/* ---- the stretch in UTF-16: iterating over UTF-8 itself (UText) is slower than this */

static bool is_all_ascii(const char *text, size_t n)
{
    unsigned char all = 0;
    for (size_t i = 0; i < n; ++i) {
        all |= (unsigned char) text[i];
    }
    return all < 0x80;
}

static void widen(UChar *units, const char *text, size_t n)
{
    for (size_t i = 0; i < n; ++i) {
        units[i] = (UChar) (unsigned char) text[i];
    }
}

/* Characters that are always a grapheme of their own: Latin, Greek, the punctuation of
 * newspapers and currencies.  Marks, joiners and all else that clings to what precedes is for
 * ICU. */
static bool stands_alone(int32_t c)
{
    return c < 0x0300 || (c >= 0x2010 && c <= 0x205E) || (c >= 0x0370 && c <= 0x0482) ||
           (c >= 0x20A0 && c <= 0x20BF);
}

/* Converts and notes where each unit began; returns the number of units. */
static size_t convert(bsh__breaker *breaker, const char *text, bsh_span span)
{
    UChar *const    units = breaker->units.items;
    uint32_t *const offsets = breaker->offsets.items;
    size_t          n = 0;
    size_t          at = span.begin;
    while (at < span.end) {
        uint32_t const offset = (uint32_t) at;
        int32_t const  c = bsh__utf8_next(text, span.end, &at);
        offsets[n] = offset;
        breaker->has_clusters = breaker->has_clusters || !stands_alone(c);
        if (c < 0x10000) {
            units[n++] = (UChar) c;
        } else {
            offsets[n + 1] = offset;
            units[n++] = U16_LEAD(c);
            units[n++] = U16_TRAIL(c);
        }
    }
    offsets[n] = span.end;
    return n;
}

bsh_status bsh__breaker_set(bsh__breaker *breaker, const char *text, bsh_span span,
                            bsh_error *err)
{
    size_t const n = span.end - span.begin;
    breaker->units.n = 0;
    if (n >= INT32_MAX) {
        return bsh__fail(err, BSH_E_LIMIT, 0,
                         "a paragraph of %zu bytes is over the limit of 2 GiB", n);
    }
    breaker->span = span;
    breaker->is_ascii = is_all_ascii(text + span.begin, n);
    breaker->has_clusters = false;
    if (!bsh__vec_reserve(&breaker->units, n) ||
        (!breaker->is_ascii && !bsh__vec_reserve(&breaker->offsets, n + 1))) {
        return bsh__fail_memory(err);
    }
    if (breaker->is_ascii) {
        widen(breaker->units.items, text + span.begin, n);
        breaker->units.n = n;
    } else {
        breaker->units.n = convert(breaker, text, span);
    }
    return BSH_OK;
}

/* ---- boundaries */

static bsh_status start(bsh__breaker *breaker, iterator_kind kind, bsh_error *err)
{
    UErrorCode code = U_ZERO_ERROR;
    ubrk_setText(breaker->iterators[kind], breaker->units.items, (int32_t) breaker->units.n,
                 &code);
    return U_FAILURE(code) ? bsh__fail_icu(err, code, iterators[kind].setting) : BSH_OK;
}

static uint32_t byte_offset(const bsh__breaker *breaker, int32_t unit)
{
    if (breaker->is_ascii) {
        return breaker->span.begin + (uint32_t) unit;
    }
    const uint32_t *const offsets = breaker->offsets.items;
    return offsets[unit];
}

static bool add_boundary(bsh__vec *out, uint32_t offset)
{
    uint32_t *const item = bsh__vec_push(out);
    if (item != NULL) {
        *item = offset;
    }
    return item != NULL;
}

static bsh_status boundaries(bsh__breaker *breaker, iterator_kind kind, bsh__vec *out,
                             bsh_error *err)
{
    out->n = 0;
    if (!add_boundary(out, breaker->span.begin)) {
        return bsh__fail_memory(err);
    }
    if (breaker->units.n == 0) {
        return BSH_OK;
    }
    BSH_TRY(start(breaker, kind, err));
    UBreakIterator *const iterator = breaker->iterators[kind];
    for (int32_t at = ubrk_next(iterator); at != UBRK_DONE; at = ubrk_next(iterator)) {
        if (!add_boundary(out, byte_offset(breaker, at))) {
            return bsh__fail_memory(err);
        }
    }
    return BSH_OK;
}

bsh_status bsh__breaker_words(bsh__breaker *breaker, bsh__vec *out, bsh_error *err)
{
    return boundaries(breaker, WORDS, out, err);
}

bsh_status bsh__breaker_sentences(bsh__breaker *breaker, bsh__vec *out, bsh_error *err)
{
    return boundaries(breaker, SENTENCES, out, err);
}

/* ---- graphemes */

/* Without ICU: of characters that stand alone only CR LF is a grapheme of two, and that is
 * white space. */
static uint64_t count_single_graphemes(const bsh__vec *vec)
{
    const UChar *const units = vec->items;
    uint64_t           n = 0;
    for (size_t i = 0; i < vec->n; ++i) {
        n += !bsh__is_space(units[i]);
    }
    return n;
}

/* All white space is in the basic plane, so the first unit of a grapheme tells. */
bsh_status bsh__breaker_graphemes(bsh__breaker *breaker, uint64_t *n, bsh_error *err)
{
    *n = 0;
    if (!breaker->has_clusters) {
        *n = count_single_graphemes(&breaker->units);
        return BSH_OK;
    }
    BSH_TRY(start(breaker, GRAPHEMES, err));
    const UChar *const    units = breaker->units.items;
    UBreakIterator *const iterator = breaker->iterators[GRAPHEMES];
    int32_t               begin = 0;
    for (int32_t at = ubrk_next(iterator); at != UBRK_DONE; at = ubrk_next(iterator)) {
        *n += !bsh__is_space(units[begin]);
        begin = at;
    }
    return BSH_OK;
}
