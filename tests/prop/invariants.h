/* What holds for every analysed document, whatever the text. */
#ifndef BSH_TESTS_PROP_INVARIANTS_H
#define BSH_TESTS_PROP_INVARIANTS_H

#include <broadsheet/document.h>

/* The first invariant that does not hold, in words; NULL if all do.  Static. */
const char *invariants_broken(const bsh_document *document, const bsh_options *options,
                              size_t n_source_bytes);

/* What differs between two documents of the same bytes and options, in words; NULL if nothing.
 */
const char *documents_difference(const bsh_document *a, const bsh_document *b);

#endif
