/* The list of inputs, for the pool that reads them. */
#ifndef BSH_CORPUS_SOURCE_H
#define BSH_CORPUS_SOURCE_H

#include <broadsheet/corpus.h>

#include "base/status.h"

/* Input number `index`; borrowed until the next one is added. */
const bsh_input *bsh__source_input(const bsh_source *source, size_t index);

/* BSH_OK, or what is wrong with an input that could not even be added (a name of a list). */
bsh_status bsh__source_problem(const bsh_source *source, size_t index, bsh_error *err);

#endif
