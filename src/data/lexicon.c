#include "data/lexicon.h"

#include <broadsheet/base.h>
#include <broadsheet/quote.h>

#include "data/word_table.h"

// Made by gen.awk; after the header that they need.
#include "data/verbs.inc"
#include "data/words.inc"

/* Goes up with every change of a list that may change a count: rows of different lists must not
 * be compared. */
#define WORD_LISTS_VERSION "en-2"

#define VERB_CLASS_BITS 0xffu
#define VERB_IS_SAID    0x100u
#define VERB_IS_LOADED  0x200u

uint32_t bsh__word_lists(const char *folded, size_t n_bytes)
{
    uint32_t index = 0;
    return bsh__word_table_find(&words_table, folded, n_bytes, &index) ? words_value[index] : 0;
}

static uint32_t verb_value(const char *folded, size_t n_bytes)
{
    uint32_t index = 0;
    return bsh__word_table_find(&verbs_table, folded, n_bytes, &index) ? verbs_value[index] : 0;
}

unsigned bsh__verb_class(const char *folded, size_t n_bytes)
{
    return verb_value(folded, n_bytes) & VERB_CLASS_BITS;
}

bool bsh__verb_is_said(const char *folded, size_t n_bytes)
{
    return (verb_value(folded, n_bytes) & VERB_IS_SAID) != 0;
}

bool bsh__verb_is_loaded(const char *folded, size_t n_bytes)
{
    return (verb_value(folded, n_bytes) & VERB_IS_LOADED) != 0;
}

const char *bsh_version_word_lists(void)
{
    return WORD_LISTS_VERSION;
}
