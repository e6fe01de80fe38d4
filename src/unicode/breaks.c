#include "unicode/breaks.h"

#include <inttypes.h>

#include <unicode/ubrk.h>

#include "unicode/characters.h"
#include "unicode/graphemes.h"
#include "unicode/icu.h"
#include "unicode/sentence_marks.h"
#include "unicode/utf8.h"
#include "unicode/word_scan.h"

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
    bool                 scans_words; /* ICU is asked only for what the scanner leaves */
    bool                 knows_marks; /* and for sentences only where a foreign mark stands */
    bool                 counts_characters; /* and for graphemes only where they are clusters */
    bsh__word_classes    word_classes;
    bsh__sentence_marks  sentence_marks;
    const char          *text;
    bsh_span             span;
    bsh_span             converted;    /* what `units` hold of it; empty: nothing yet */
    bool                 is_for_words; /* the units: unsteady marks are replaced */
    bsh__vec             units;        /* UChar: the stretch in UTF-16 */
    bsh__vec             offsets;  /* uint32_t: where in `text` each unit begins, and the end */
    bool                 is_ascii; /* then unit i begins at converted.begin + i */
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

/* An iterator that does what the fast ways do not foresee is asked for everything. */
static void learn(bsh__breaker *breaker, const bsh__breaker_settings *settings)
{
    UBreakIterator *const *const by = breaker->iterators;
    if (settings->engine == BSH_ENGINE_ICU) {
        return;
    }
    breaker->counts_characters = true;
    breaker->scans_words = bsh__word_classes_learn(&breaker->word_classes, by[WORDS]);
    breaker->knows_marks = settings->is_decided != NULL &&
                           bsh__sentence_marks_learn(&breaker->sentence_marks,
                                                     settings->is_decided, by[SENTENCES]);
}

bsh_status bsh__breaker_create(bsh__breaker **out, const bsh__breaker_settings *settings,
                               const bsh_allocator *allocator, bsh_error *err)
{
    *out = NULL;
    allocator = bsh__allocator(allocator);
    bsh__breaker *const breaker = bsh__allocate_zeroed(allocator, 1, sizeof *breaker);
    if (breaker == NULL) {
        return bsh__fail_memory(err);
    }
    breaker->allocator = allocator;
    bsh__vec_init(&breaker->units, allocator, sizeof(UChar));
    bsh__vec_init(&breaker->offsets, allocator, sizeof(uint32_t));
    bsh_status const status = open_iterators(breaker, settings->language, err);
    if (status != BSH_OK) {
        bsh__breaker_destroy(breaker);
        return status;
    }
    learn(breaker, settings);
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

bsh_status bsh__breaker_set(bsh__breaker *breaker, const char *text, bsh_span span,
                            bsh_error *err)
{
    if (span.end - span.begin >= INT32_MAX) {
        return bsh__fail(err, BSH_E_LIMIT, 0,
                         "a paragraph of %" PRIu32 " bytes is over the limit of 2 GiB",
                         span.end - span.begin);
    }
    breaker->text = text;
    breaker->span = span;
    breaker->converted = (bsh_span){0, 0};
    return BSH_OK;
}

/* ---- the stretch in UTF-16: iterating over UTF-8 itself (UText) is slower than this */

/* The unit for a character below U+10000.  What words must not depend on becomes a mark that
 * stands alone in every release. */
static UChar unit_of(const bsh__breaker *breaker, int32_t c)
{
    return breaker->is_for_words && bsh__is_unsteady(c) ? '*' : (UChar) c;
}

static void widen(const bsh__breaker *breaker, UChar *units, const char *text, size_t n)
{
    for (size_t i = 0; i < n; ++i) {
        units[i] = unit_of(breaker, (unsigned char) text[i]);
    }
}

/* Converts and notes where each unit began; returns the number of units. */
static size_t convert(bsh__breaker *breaker, bsh_span span)
{
    UChar *const    units = breaker->units.items;
    uint32_t *const offsets = breaker->offsets.items;
    size_t          n = 0;
    size_t          at = span.begin;
    while (at < span.end) {
        uint32_t const offset = (uint32_t) at;
        int32_t const  c = bsh__utf8_next(breaker->text, span.end, &at);
        offsets[n] = offset;
        if (c < 0x10000) {
            units[n++] = unit_of(breaker, c);
        } else {
            offsets[n + 1] = offset;
            units[n++] = U16_LEAD(c);
            units[n++] = U16_TRAIL(c);
        }
    }
    offsets[n] = span.end;
    return n;
}

/* Converts a stretch unless it is there already. */
static bool convert_stretch(bsh__breaker *breaker, bsh_span stretch, bool is_for_words)
{
    size_t const n = stretch.end - stretch.begin;
    if (breaker->converted.begin == stretch.begin && breaker->converted.end == stretch.end &&
        breaker->is_for_words == is_for_words) {
        return true;
    }
    breaker->converted = (bsh_span){0, 0};
    breaker->is_for_words = is_for_words;
    breaker->is_ascii =
        bsh__skip_ascii(breaker->text, stretch.begin, stretch.end) == stretch.end;
    if (!bsh__vec_reserve(&breaker->units, n) ||
        (!breaker->is_ascii && !bsh__vec_reserve(&breaker->offsets, n + 1))) {
        return false;
    }
    if (breaker->is_ascii) {
        widen(breaker, breaker->units.items, breaker->text + stretch.begin, n);
        breaker->units.n = n;
    } else {
        breaker->units.n = convert(breaker, stretch);
    }
    breaker->converted = stretch;
    return true;
}

/* ---- boundaries of ICU */

/* Gives a stretch, which is not empty, to an iterator. */
static bsh_status start(bsh__breaker *breaker, iterator_kind kind, bsh_span stretch,
                        bsh_error *err)
{
    UErrorCode code = U_ZERO_ERROR;
    if (!convert_stretch(breaker, stretch, kind == WORDS)) {
        return bsh__fail_memory(err);
    }
    ubrk_setText(breaker->iterators[kind], breaker->units.items, (int32_t) breaker->units.n,
                 &code);
    return U_FAILURE(code) ? bsh__fail_icu(err, code, iterators[kind].setting) : BSH_OK;
}

static uint32_t byte_offset(const bsh__breaker *breaker, int32_t unit)
{
    if (breaker->is_ascii) {
        return breaker->converted.begin + (uint32_t) unit;
    }
    const uint32_t *const offsets = breaker->offsets.items;
    return offsets[unit];
}

/* Appends the boundaries of a stretch but for its begin to `found`, which has room for them. */
static bsh_status add_boundaries(bsh__breaker *breaker, iterator_kind kind, bsh_span stretch,
                                 uint32_t *found, size_t *n, bsh_error *err)
{
    if (stretch.begin == stretch.end) {
        return BSH_OK;
    }
    BSH_TRY(start(breaker, kind, stretch, err));
    UBreakIterator *const iterator = breaker->iterators[kind];
    for (int32_t at = ubrk_next(iterator); at != UBRK_DONE; at = ubrk_next(iterator)) {
        found[(*n)++] = byte_offset(breaker, at);
    }
    return BSH_OK;
}

/* Room for a boundary a byte and the begin, so that nobody who finds one has to ask; memory
 * that is not used is not touched. */
static bool begin_boundaries(const bsh__breaker *breaker, bsh__vec *out)
{
    bsh_span const span = breaker->span;
    out->n = 0;
    if (!bsh__vec_reserve(out, (size_t) span.end - span.begin + 1)) {
        return false;
    }
    uint32_t *const found = out->items;
    found[out->n++] = span.begin;
    return true;
}

/* ---- words and sentences */

static bsh_status scan_words(bsh__breaker *breaker, bsh__vec *out, bsh_error *err)
{
    bsh__word_scan scan = {.classes = &breaker->word_classes,
                           .text = breaker->text,
                           .span = breaker->span,
                           .at = breaker->span.begin,
                           .boundaries = out->items,
                           .n = out->n};
    while (bsh__word_scan_run(&scan)) {
        bsh_span const stretch = bsh__word_scan_leave_stretch(&scan);
        BSH_TRY(add_boundaries(breaker, WORDS, stretch, scan.boundaries, &scan.n, err));
    }
    out->n = scan.n;
    return BSH_OK;
}

bsh_status bsh__breaker_words(bsh__breaker *breaker, bsh__vec *out, bsh_error *err)
{
    if (!begin_boundaries(breaker, out)) {
        return bsh__fail_memory(err);
    }
    return breaker->scans_words
               ? scan_words(breaker, out, err)
               : add_boundaries(breaker, WORDS, breaker->span, out->items, &out->n, err);
}

bsh_status bsh__breaker_sentences(bsh__breaker *breaker, bsh__vec *out, bsh_error *err)
{
    bsh_span const span = breaker->span;
    if (!begin_boundaries(breaker, out)) {
        return bsh__fail_memory(err);
    }
    if (breaker->knows_marks && span.begin < span.end &&
        !bsh__holds_foreign_mark(&breaker->sentence_marks, breaker->text, span)) {
        uint32_t *const found = out->items;
        found[out->n++] = span.end;
        return BSH_OK;
    }
    return add_boundaries(breaker, SENTENCES, span, out->items, &out->n, err);
}

/* ---- graphemes */

/* All white space is in the basic plane, so the first unit of a grapheme tells. */
static bsh_status count_clusters(bsh__breaker *breaker, uint64_t *n, bsh_error *err)
{
    BSH_TRY(start(breaker, GRAPHEMES, breaker->span, err));
    const UChar *const    units = breaker->units.items;
    UBreakIterator *const iterator = breaker->iterators[GRAPHEMES];
    int32_t               begin = 0;
    for (int32_t at = ubrk_next(iterator); at != UBRK_DONE; at = ubrk_next(iterator)) {
        *n += !bsh__is_space(units[begin]);
        begin = at;
    }
    return BSH_OK;
}

bsh_status bsh__breaker_graphemes(bsh__breaker *breaker, uint64_t *n, bsh_error *err)
{
    *n = 0;
    if (breaker->span.begin == breaker->span.end ||
        (breaker->counts_characters &&
         bsh__count_single_graphemes(breaker->text, breaker->span, n))) {
        return BSH_OK;
    }
    return count_clusters(breaker, n, err);
}
