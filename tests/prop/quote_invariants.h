/* What must hold for the quotes of every document. */
#ifndef BSH_TESTS_PROP_QUOTE_INVARIANTS_H
#define BSH_TESTS_PROP_QUOTE_INVARIANTS_H

#include <broadsheet.h>

/* What is broken about quotes, speakers and their counts, in words; NULL if all holds.  Blocks,
 * tokens and sentences are taken to be in order. */
const char *quote_invariants_broken(const bsh_document *document);

#endif
