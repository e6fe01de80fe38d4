#include "data/clues.h"
#include "data/lexicon.h"

typedef struct phrase_list {
    const char *const *phrases;
    size_t             n;
} phrase_list;

#include "data/phrases.inc"

const char *const *bsh__phrases(bsh__phrase_list list, size_t *n)
{
    *n = phrase_lists[list].n;
    return phrase_lists[list].phrases;
}
