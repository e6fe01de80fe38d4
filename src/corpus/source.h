/* The list of inputs, for the pool that reads them. */
#ifndef BSH_CORPUS_SOURCE_H
#define BSH_CORPUS_SOURCE_H

#include <broadsheet/corpus.h>

#endif
