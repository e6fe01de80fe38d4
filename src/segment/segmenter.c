#include "segment/segmenter.h"

#include "segment/punctuation.h"
#include "segment/sentences.h"
#include "segment/words.h"
#include "unicode/breaks.h"
#include "unicode/characters.h"

struct bsh__segmenter {
    const bsh_allocator *allocator;
    bsh__habits          habits;
    bsh__breaker        *breaker;
    bsh__vocabulary     *vocabulary;
    bsh__word_finder     words;
    bsh__vec             boundaries; /* uint32_t, of the call at work */
    const char          *text;
    bsh_span             span;
};

/* What a boundary of UAX #29 is traced back to and what is passed over on the way: the rules of
 * sentences decide about all of these themselves. */
static bool is_decided(int32_t c)
{
    return bsh__is_terminator(c) || bsh__is_closer(c) || bsh__is_opener(c) ||
           bsh__is_space(c) || bsh__is_transparent(c);
}

static bsh_status create_parts(bsh__segmenter *segmenter, const bsh_options *options,
                               bsh_error *err)
{
    bsh__breaker_settings const settings = {
        .language = options->language, .engine = options->engine, .is_decided = is_decided};
    BSH_TRY(bsh__breaker_create(&segmenter->breaker, &settings, segmenter->allocator, err));
    return bsh__vocabulary_create(&segmenter->vocabulary, options, segmenter->allocator, err);
}

bsh_status bsh__segmenter_create(bsh__segmenter **out, const bsh_options *options,
                                 const bsh_allocator *allocator, bsh_error *err)
{
    *out = NULL;
    allocator = bsh__allocator(allocator);
    bsh__segmenter *const segmenter = bsh__allocate_zeroed(allocator, 1, sizeof *segmenter);
    if (segmenter == NULL) {
        return bsh__fail_memory(err);
    }
    segmenter->allocator = allocator;
    segmenter->habits = (bsh__habits){.language = bsh__language_of(options->language),
                                      .is_informal = options->style == BSH_STYLE_INFORMAL};
    bsh__word_finder_init(&segmenter->words, allocator);
    bsh__vec_init(&segmenter->boundaries, allocator, sizeof(uint32_t));
    bsh_status const status = create_parts(segmenter, options, err);
    if (status != BSH_OK) {
        bsh__segmenter_destroy(segmenter);
        return status;
    }
    *out = segmenter;
    return BSH_OK;
}

void bsh__segmenter_destroy(bsh__segmenter *segmenter)
{
    if (segmenter == NULL) {
        return;
    }
    bsh__vec_free(&segmenter->boundaries);
    bsh__word_finder_free(&segmenter->words);
    bsh__vocabulary_destroy(segmenter->vocabulary);
    bsh__breaker_destroy(segmenter->breaker);
    bsh__release(segmenter->allocator, segmenter);
}

bsh__vocabulary *bsh__segmenter_vocabulary(bsh__segmenter *segmenter)
{
    return segmenter->vocabulary;
}

bool bsh__segmenter_is_english(const bsh__segmenter *segmenter)
{
    return segmenter->habits.language->is_english;
}

const char *bsh__language_lists_version(const char *tag)
{
    return bsh__language_of(tag)->lists;
}

bsh_status bsh__segmenter_set(bsh__segmenter *segmenter, const char *text, bsh_span span,
                              bsh_error *err)
{
    segmenter->text = text;
    segmenter->span = span;
    return bsh__breaker_set(segmenter->breaker, text, span, err);
}

bsh_status bsh__segmenter_words(bsh__segmenter *segmenter, bsh__vec *tokens, bsh_error *err)
{
    BSH_TRY(bsh__breaker_words(segmenter->breaker, &segmenter->boundaries, err));
    return bsh__words_find(&segmenter->words, segmenter->vocabulary, segmenter->text,
                           &segmenter->boundaries, tokens, err);
}

bsh_status bsh__segmenter_sentences(bsh__segmenter *segmenter, bsh__vec *sentences,
                                    bsh_error *err)
{
    BSH_TRY(bsh__breaker_sentences(segmenter->breaker, &segmenter->boundaries, err));
    return bsh__sentences_find(&segmenter->habits, segmenter->text, segmenter->span,
                               &segmenter->boundaries, sentences, err);
}

bsh_status bsh__segmenter_graphemes(bsh__segmenter *segmenter, uint64_t *n, bsh_error *err)
{
    return bsh__breaker_graphemes(segmenter->breaker, n, err);
}
