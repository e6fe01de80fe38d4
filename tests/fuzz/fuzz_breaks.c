/* Both engines find the same boundaries of words, the same sentences and graphemes.  The first
 * byte chooses the language; of the others the well-formed UTF-8 is the text. */
#include "tests/fuzz/fuzz.h"

#include <string.h>

#include "segment/segmenter.h"
#include "unicode/breaks.h"
#include "unicode/utf8_scan.h"

const char fuzz_name[] = "breaks";

static const char *const languages[] = {"en", "fi", "el", "en-US-POSIX"};
enum { N_LANGUAGES = sizeof languages / sizeof languages[0], N_ENGINES = 2 };

typedef struct engine {
    bsh__breaker   *breaker;
    bsh__segmenter *segmenter;
    bsh__vec        boundaries, sentences;
    uint64_t        n_graphemes;
} engine;

static void open_engine(engine *e, const char *language, bsh_engine kind)
{
    bsh__breaker_settings const settings = {.language = language, .engine = kind};
    bsh_options                 options;
    bsh_options_init(&options);
    options.language = language;
    options.engine = kind;
    fuzz_check(bsh__breaker_create(&e->breaker, &settings, NULL, NULL) == BSH_OK);
    fuzz_check(bsh__segmenter_create(&e->segmenter, &options, NULL, NULL) == BSH_OK);
    bsh__vec_init(&e->boundaries, bsh__allocator(NULL), sizeof(uint32_t));
    bsh__vec_init(&e->sentences, bsh__allocator(NULL), sizeof(bsh_sentence));
}

static void find_all(engine *e, const char *text, bsh_span span)
{
    e->sentences.n = 0;
    fuzz_check(bsh__breaker_set(e->breaker, text, span, NULL) == BSH_OK);
    fuzz_check(bsh__breaker_words(e->breaker, &e->boundaries, NULL) == BSH_OK);
    fuzz_check(bsh__segmenter_set(e->segmenter, text, span, NULL) == BSH_OK);
    fuzz_check(bsh__segmenter_sentences(e->segmenter, &e->sentences, NULL) == BSH_OK);
    fuzz_check(bsh__segmenter_graphemes(e->segmenter, &e->n_graphemes, NULL) == BSH_OK);
}

static void check_same(const engine *fast, const engine *icu)
{
    const bsh_sentence *const a = fast->sentences.items;
    const bsh_sentence *const b = icu->sentences.items;
    fuzz_check(fast->boundaries.n == icu->boundaries.n);
    fuzz_check(memcmp(fast->boundaries.items, icu->boundaries.items,
                      fast->boundaries.n * sizeof(uint32_t)) == 0);
    fuzz_check(fast->n_graphemes == icu->n_graphemes);
    fuzz_check(fast->sentences.n == icu->sentences.n);
    for (size_t i = 0; i < icu->sentences.n; ++i) {
        fuzz_check(a[i].span.begin == b[i].span.begin && a[i].span.end == b[i].span.end);
        fuzz_check(a[i].rule == b[i].rule);
    }
}

static uint32_t copy_well_formed(char *text, const char *bytes, size_t n_bytes)
{
    uint32_t n = 0;
    for (size_t at = 0; at < n_bytes;) {
        size_t       n_bad = 0;
        size_t const length = bsh__utf8_sequence(bytes + at, n_bytes - at, &n_bad);
        memcpy(text + n, bytes + at, length);
        n += (uint32_t) length;
        at += length > 0 ? length : n_bad;
    }
    return n;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n_bytes)
{
    static engine engines[N_LANGUAGES][N_ENGINES];
    if (n_bytes == 0) {
        return 0;
    }
    engine *const e = engines[data[0] % N_LANGUAGES];
    if (e[0].breaker == NULL) {
        open_engine(&e[0], languages[data[0] % N_LANGUAGES], BSH_ENGINE_FAST);
        open_engine(&e[1], languages[data[0] % N_LANGUAGES], BSH_ENGINE_ICU);
    }
    // At the end of its block, so that a sanitizer sees a look behind the end.
    char *const room = malloc(n_bytes);
    fuzz_check(room != NULL);
    uint32_t const n = copy_well_formed(room, (const char *) data + 1, n_bytes - 1);
    char *const    text = malloc(n == 0 ? 1 : n);
    fuzz_check(text != NULL);
    memcpy(text, room, n);
    for (size_t i = 0; i < N_ENGINES; ++i) {
        find_all(&e[i], text, (bsh_span){0, n});
    }
    check_same(&e[0], &e[1]);
    free(text);
    free(room);
    return 0;
}
