/* Texts in which "|" stands where a sentence ends, instead of the space that is there: cut and
 * compared. */
#ifndef BSH_TESTS_CUT_TEXT_H
#define BSH_TESTS_CUT_TEXT_H

#include "tests/t.h"

#include <stdio.h>

#include "segment/segmenter.h"

typedef struct cutter {
    bsh__segmenter *segmenter;
    bsh__vec        found; /* bsh_sentence */
    char            text[1024], cut[1024];
} cutter;

static inline int cutter_init(cutter *c, const char *language, bsh_style style)
{
    bsh_options options;
    bsh_options_init(&options);
    options.language = language;
    options.style = style;
    bsh__vec_init(&c->found, bsh__allocator(NULL), sizeof(bsh_sentence));
    return (int) bsh__segmenter_create(&c->segmenter, &options, NULL, NULL);
}

static inline void cutter_free(cutter *c)
{
    bsh__segmenter_destroy(c->segmenter);
    bsh__vec_free(&c->found);
}

/* The sentences that are found in `marked` without its marks, joined by "|". */
static inline const char *cut(cutter *c, const char *marked)
{
    size_t n = strlen(marked);
    assert_true(n + 1 < sizeof c->text);
    for (size_t i = 0; i <= n; ++i) {
        c->text[i] = (char) (marked[i] == '|' ? ' ' : marked[i]);
    }
    c->found.n = 0;
    bsh_span const block = {0, (uint32_t) n};
    assert_int_equal(bsh__segmenter_set(c->segmenter, c->text, block, NULL), BSH_OK);
    assert_int_equal(bsh__segmenter_sentences(c->segmenter, &c->found, NULL), BSH_OK);
    n = 0;
    for (size_t i = 0; i < c->found.n; ++i) {
        bsh_span const span = ((const bsh_sentence *) c->found.items)[i].span;
        n += (size_t) snprintf(c->cut + n, sizeof c->cut - n, "%s%.*s", i > 0 ? "|" : "",
                               (int) (span.end - span.begin), c->text + span.begin);
        assert_true(n < sizeof c->cut);
    }
    return c->cut;
}

#endif
