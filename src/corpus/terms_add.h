/* The inside of a term accumulator, for those that count without a document. */
#ifndef BSH_CORPUS_TERMS_ADD_H
#define BSH_CORPUS_TERMS_ADD_H

#include <broadsheet/terms.h>

#include "base/status.h"

/* Opens the next article; what follows is counted for it.  `seq` as in bsh_terms_add. */
bsh_status bsh__terms_begin_article(bsh_terms *terms, uint64_t seq, bsh_error *err);

/* Adds `count` occurrences of a term to the article that was opened last. */
bsh_status bsh__terms_count(bsh_terms *terms, bsh_string term, uint64_t count, bsh_error *err);

#endif
