#include "unicode/fold.h"

#include <unicode/uchar.h>
#include <unicode/unorm2.h>
#include <unicode/ustring.h>

#include "unicode/icu.h"

typedef enum folding_step { COMPOSE, DECOMPOSE, FOLD_CASE } folding_step;

struct bsh__folder {
    const bsh_allocator *allocator;
    const UNormalizer2  *composer;   /* form C; ICU's, not ours */
    const UNormalizer2  *decomposer; /* form D */
    bsh__vec             units;      /* UChar: the word as it stands */
    bsh__vec             next;       /* UChar: what a step makes of it */
};

bsh_status bsh__folder_create(bsh__folder **out, const bsh_allocator *allocator, bsh_error *err)
{
    *out = NULL;
    allocator = bsh__allocator(allocator);
    UErrorCode                code = U_ZERO_ERROR;
    const UNormalizer2 *const composer = unorm2_getNFCInstance(&code);
    const UNormalizer2 *const decomposer = unorm2_getNFDInstance(&code);
    if (U_FAILURE(code)) {
        return bsh__fail_icu(err, code, "opening the normaliser");
    }
    bsh__folder *const folder = bsh__allocate_zeroed(allocator, 1, sizeof *folder);
    if (folder == NULL) {
        return bsh__fail_memory(err);
    }
    folder->allocator = allocator;
    folder->composer = composer;
    folder->decomposer = decomposer;
    bsh__vec_init(&folder->units, allocator, sizeof(UChar));
    bsh__vec_init(&folder->next, allocator, sizeof(UChar));
    *out = folder;
    return BSH_OK;
}

void bsh__folder_destroy(bsh__folder *folder)
{
    if (folder == NULL) {
        return;
    }
    bsh__vec_free(&folder->next);
    bsh__vec_free(&folder->units);
    bsh__release(folder->allocator, folder);
}

/* Copies the word in lower case if it is all ASCII. */
static bool fold_ascii(bsh__buffer *out, const char *text, size_t n)
{
    if (!bsh__buffer_reserve(out, n)) {
        return true;
    }
    unsigned char all = 0;
    for (size_t i = 0; i < n; ++i) {
        unsigned char const c = (unsigned char) text[i];
        all |= c;
        out->data[i] = (char) (c >= 'A' && c <= 'Z' ? c | 0x20 : c);
    }
    out->n = n;
    return all < 0x80;
}

/* ---- the long way, in UTF-16 */

static bsh_status from_utf8(bsh__folder *folder, const char *text, size_t n, bsh_error *err)
{
    if (n > INT32_MAX / 4) {
        return bsh__fail(err, BSH_E_LIMIT, 0, "a word of %zu bytes is over the limit", n);
    }
    if (!bsh__vec_reserve(&folder->units, n)) {
        return bsh__fail_memory(err);
    }
    UErrorCode code = U_ZERO_ERROR;
    int32_t    n_units = 0;
    u_strFromUTF8WithSub(folder->units.items, (int32_t) n, &n_units, text, (int32_t) n, 0xFFFD,
                         NULL, &code);
    folder->units.n = (size_t) n_units;
    return U_FAILURE(code) ? bsh__fail_icu(err, code, "converting a word") : BSH_OK;
}

static int32_t take_step(bsh__folder *folder, folding_step step, UErrorCode *code)
{
    const UChar *const units = folder->units.items;
    int32_t const      n = (int32_t) folder->units.n;
    UChar *const       next = folder->next.items;
    int32_t const      capacity = (int32_t) folder->next.capacity;
    switch (step) {
    case COMPOSE:
        return unorm2_normalize(folder->composer, units, n, next, capacity, code);
    case DECOMPOSE:
        return unorm2_normalize(folder->decomposer, units, n, next, capacity, code);
    case FOLD_CASE:
    default:
        return u_strFoldCase(next, capacity, units, n, U_FOLD_CASE_DEFAULT, code);
    }
}

/* One step from `units` to `next`, which then changes places; a second try if it has grown. */
static bsh_status transform(bsh__folder *folder, folding_step step, bsh_error *err)
{
    size_t     needed = folder->units.n + 1;
    UErrorCode code = U_BUFFER_OVERFLOW_ERROR;
    for (int tries = 0; tries < 2 && code == U_BUFFER_OVERFLOW_ERROR; ++tries) {
        if (!bsh__vec_reserve(&folder->next, needed)) {
            return bsh__fail_memory(err);
        }
        code = U_ZERO_ERROR;
        needed = (size_t) take_step(folder, step, &code);
    }
    if (U_FAILURE(code)) {
        return bsh__fail_icu(err, code, "folding a word");
    }
    folder->next.n = needed;
    bsh__vec const swapped = folder->units;
    folder->units = folder->next;
    folder->next = swapped;
    return BSH_OK;
}

static bsh_status to_utf8(bsh__folder *folder, bsh__buffer *out, bsh_error *err)
{
    size_t const capacity = folder->units.n * 3;
    bsh__buffer_clear(out);
    if (capacity > INT32_MAX || !bsh__buffer_reserve(out, capacity + 1)) {
        return bsh__fail_memory(err);
    }
    UErrorCode code = U_ZERO_ERROR;
    int32_t    n = 0;
    u_strToUTF8WithSub(out->data, (int32_t) capacity + 1, &n, folder->units.items,
                       (int32_t) folder->units.n, 0xFFFD, NULL, &code);
    if (U_FAILURE(code)) {
        return bsh__fail_icu(err, code, "converting a word");
    }
    out->n = (size_t) n;
    return BSH_OK;
}

bsh_status bsh__fold(bsh__folder *folder, bsh__buffer *out, const char *text, size_t n_bytes,
                     bsh_error *err)
{
    bsh__buffer_clear(out);
    if (fold_ascii(out, text, n_bytes)) {
        return out->has_failed ? bsh__fail_memory(err) : BSH_OK;
    }
    BSH_TRY(from_utf8(folder, text, n_bytes, err));
    BSH_TRY(transform(folder, COMPOSE, err));
    BSH_TRY(transform(folder, FOLD_CASE, err));
    BSH_TRY(transform(folder, COMPOSE, err));
    return to_utf8(folder, out, err);
}

/* "é" taken apart is "e" and an acute, which goes; the breve of a Cyrillic letter stays. */
static void drop_marks_on_ascii(bsh__vec *vec)
{
    UChar *const units = vec->items;
    size_t       n = 0;
    bool         is_on_ascii = false;
    for (size_t i = 0; i < vec->n; ++i) {
        bool const is_mark = units[i] >= 0x80 && (U_GET_GC_MASK(units[i]) & U_GC_M_MASK) != 0;
        if (!is_mark) {
            is_on_ascii = units[i] < 0x80;
        }
        if (!is_mark || !is_on_ascii) {
            units[n++] = units[i];
        }
    }
    vec->n = n;
}

bsh_status bsh__fold_to_ascii(bsh__folder *folder, bsh__buffer *out, const char *text,
                              size_t n_bytes, bsh_error *err)
{
    bsh__buffer_clear(out);
    if (fold_ascii(out, text, n_bytes)) {
        return out->has_failed ? bsh__fail_memory(err) : BSH_OK;
    }
    BSH_TRY(from_utf8(folder, text, n_bytes, err));
    BSH_TRY(transform(folder, FOLD_CASE, err));
    BSH_TRY(transform(folder, DECOMPOSE, err));
    drop_marks_on_ascii(&folder->units);
    BSH_TRY(transform(folder, COMPOSE, err));
    return to_utf8(folder, out, err);
}
