/* What the pieces and speakers of an article come to. */
#ifndef BSH_MEASURE_QUOTATION_COUNTS_H
#define BSH_MEASURE_QUOTATION_COUNTS_H

#include "measure/counter.h"

/* Reusable workspace. */
typedef struct bsh__quotation {
    bsh__vec utterances;    /* struct utterance by group */
    bsh__vec quote_words;   /* uint32_t: words of each direct utterance, ascending */
    bsh__vec speaker_words; /* uint32_t: quoted words of each speaker, ascending */
} bsh__quotation;

void bsh__quotation_init(bsh__quotation *quotation, const bsh_allocator *allocator);
void bsh__quotation_free(bsh__quotation *quotation);

/* Sets BSH_TOKEN_IN_QUOTE on tokens wholly inside a direct or fragment piece, and
 * BSH__TOKEN_OPENS_QUOTE on the first word inside a piece of any kind.  Pieces and tokens are
 * in text order: one walk along both. */
void bsh__quotation_mark(const bsh__counter_input *input);

/* Fills in the counts of pieces, utterances, speakers and reports, and the words of quotes and
 * speakers.
 *
 * errors  E_NOMEM */
bsh_status bsh__quotation_count(bsh__quotation *quotation, const bsh__counter_input *input,
                                bsh_counts *counts, bsh_error *err);

#endif
