/* Which words are proper names, judged by capitals and by the rest of the article. */
#ifndef BSH_MEASURE_PROPER_NAMES_H
#define BSH_MEASURE_PROPER_NAMES_H

#include "measure/counter.h"
#include "measure/known_forms.h"

/* First word of a quoted piece: set on tokens before bsh__names_mark, which takes it away. */
enum { BSH__TOKEN_OPENS_QUOTE = 1 << 15 };

/* Reusable: how each term of the vocabulary was seen in the article at hand. */
typedef struct bsh__names {
    bsh__vec seen;     /* struct seen by term */
    bsh__vec open;     /* uint32_t: tokens whose capital may be that of a sentence */
    uint32_t document; /* number of the article */
} bsh__names;

void bsh__names_init(bsh__names *names, const bsh_allocator *allocator);
void bsh__names_free(bsh__names *names);

/* Sets BSH_TOKEN_SENTENCE_FIRST and BSH_TOKEN_NAME on the words of all sentences: a word is a
 * name that is capitalised where nothing asks for a capital, or where something does (a
 * sentence or a quote begins) but the article has it elsewhere, and never in lower case.
 * Source: Gunning 1952 leaves names out of the hard words, Dale & Chall 1948 count them
 * familiar.
 *
 * forms   of the vocabulary
 * errors  E_NOMEM */
bsh_status bsh__names_mark(bsh__names *names, const bsh__counter_input *input,
                           const bsh__known_form *forms, bsh_error *err);

#endif
