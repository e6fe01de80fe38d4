/* The boundary finder: words, sentences and graphemes as Unicode's UAX #29 has them.
 *
 * This is the one narrow interface behind which the engines stand: text goes in, sorted byte
 * offsets come out, and nobody outside knows what found them.  The fast engine scans UTF-8
 * itself and gives ICU what it cannot be certain of; what it finds is what ICU would find. */
#ifndef BSH_UNICODE_BREAKS_H
#define BSH_UNICODE_BREAKS_H

#include <broadsheet/options.h>

#include "base/memory.h"
#include "base/status.h"

typedef struct bsh__breaker bsh__breaker;

typedef struct bsh__breaker_settings {
    const char *language;
    bsh_engine  engine;
    /* Whether the caller's own rules decide what c, a terminator or what may follow one, does
     * to a sentence, so that a boundary of UAX #29 behind it tells them nothing.  NULL: they
     * decide nothing. */
    bool (*is_decided)(int32_t c);
} bsh__breaker_settings;

/* Opens the iterators once; they are kept and reused for every block. */
bsh_status bsh__breaker_create(bsh__breaker **out, const bsh__breaker_settings *settings,
                               const bsh_allocator *allocator, bsh_error *err);
void       bsh__breaker_destroy(bsh__breaker *breaker);

/* Takes a stretch of text (valid UTF-8) for the calls below; the text is not copied and must
 * stay. */
bsh_status bsh__breaker_set(bsh__breaker *breaker, const char *text, bsh_span span,
                            bsh_error *err);

/* Replaces `out` (of uint32_t) by every boundary, span.begin and span.end included, ascending,
 * as byte offsets into `text`.  "@" and ":" always stand alone: releases of ICU differ in them.
 */
bsh_status bsh__breaker_words(bsh__breaker *breaker, bsh__vec *out, bsh_error *err);

/* The same for sentences.  The fast engine returns span.begin and span.end alone where every
 * boundary of UAX #29 stands behind characters that are decided (is_decided above): in nearly
 * every paragraph of news in Latin script. */
bsh_status bsh__breaker_sentences(bsh__breaker *breaker, bsh__vec *out, bsh_error *err);

/* Graphemes of the stretch that are not white space. */
bsh_status bsh__breaker_graphemes(bsh__breaker *breaker, uint64_t *n, bsh_error *err);

#endif
