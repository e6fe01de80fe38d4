/* Counts of one article: a pass over its tokens, then over the words that count. */
#ifndef BSH_MEASURE_COUNTER_H
#define BSH_MEASURE_COUNTER_H

#include <broadsheet/block.h>
#include <broadsheet/counts.h>
#include <broadsheet/document.h>
#include <broadsheet/options.h>
#include <broadsheet/quote.h>
#include <broadsheet/token.h>

#include "base/memory.h"
#include "base/status.h"
#include "segment/forms.h"

/* Reusable: numbers kept for each form and term of the vocabulary, arrays of the sequences. */
typedef struct bsh__counter bsh__counter;

bsh_status bsh__counter_create(bsh__counter **out, const bsh_options *options,
                               const bsh_allocator *allocator, bsh_error *err);
void       bsh__counter_destroy(bsh__counter *counter);

typedef struct bsh__counter_input {
    const bsh_options     *options;
    const bsh__vocabulary *vocabulary; /* the same one in every call */
    bsh_block             *blocks;     /* n_words and is_counted are set already */
    size_t                 n_blocks;
    bsh_token          *tokens; /* flags are added to: COUNTED, IN_QUOTE, NAME, HARD_FOG ... */
    size_t              n_tokens;
    const bsh_sentence *sentences;
    size_t              n_sentences;
    const bsh_quote    *quotes;
    size_t              n_quotes;
    const bsh_speaker  *speakers;
    size_t              n_speakers;
    uint32_t            n_thoughts;
    uint64_t            n_graphemes; /* of the counted blocks */
    bool                is_english;
} bsh__counter_input;

/* Fills in `counts`; its sequences live in the counter until the next call.  `terms` (of
 * bsh_term_count) is replaced by the terms of the counted words, in order of first occurrence.
 */
bsh_status bsh__count(bsh__counter *counter, const bsh__counter_input *input,
                      bsh_counts *counts, bsh__vec *terms, bsh_error *err);

#endif
