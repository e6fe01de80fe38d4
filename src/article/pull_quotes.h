/* Sentences that the page shows twice: pull quotes and repeated paragraphs. */
#ifndef BSH_ARTICLE_PULL_QUOTES_H
#define BSH_ARTICLE_PULL_QUOTES_H

#include "article/zones.h"
#include "base/status.h"

/* Reusable memory. */
typedef struct bsh__pull_quotes {
    bsh__vec words; /* of all body paragraphs */
    bsh__vec texts; /* body paragraphs */
    bsh__vec slots; /* open hash table of indices into `texts`, plus 1 */
    bsh__vec keys;  /* open hash table of what body paragraphs begin with: uint64_t; behind it a
                       byte for each mark of them */
    uint64_t seed;
} bsh__pull_quotes;

void bsh__pull_quotes_init(bsh__pull_quotes *quotes, const bsh_allocator *allocator);
void bsh__pull_quotes_free(bsh__pull_quotes *quotes);

/* Labels body paragraphs that equal an earlier one (5 words or more), or that are, word for
 * word, part of another one (8 to 100 words, no word of saying in them).  Time is linear in the
 * text. */
bsh_status bsh__pull_quotes_label(bsh__pull_quotes *quotes, bsh__zones *zones, bsh_error *err);

#endif
