#include "data/clues.h"
#include "data/lexicon.h"

typedef struct phrase_list {
    const char *const *phrases;
    const uint16_t *letters; /* where those begin that are not below a .. z and the next sign */
    size_t          n;
} phrase_list;

#include "data/phrases.inc"

const char *const *bsh__phrases(bsh__phrase_list list, size_t *n)
{
    *n = phrase_lists[list].n;
    return phrase_lists[list].phrases;
}

const char *const *bsh__phrases_from(bsh__phrase_list list, char first, size_t *n)
{
    const phrase_list *const l = &phrase_lists[list];
    unsigned char const      c = (unsigned char) first;
    size_t const begin = c < 'a' ? 0 : c > 'z' ? l->letters[26] : l->letters[c - 'a'];
    size_t const end = c < 'a' ? l->letters[0] : c > 'z' ? l->n : l->letters[c - 'a' + 1];
    *n = end - begin;
    return l->phrases + begin;
}
