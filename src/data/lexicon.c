#include "data/lexicon.h"

#include <broadsheet/base.h>
#include <broadsheet/quote.h>
#include <broadsheet/verbs.h>

#include "data/word_table.h"

// Made by gen.awk; after the header that they need.
#include "data/verbs.inc"
#include "data/words.inc"

/* Goes up with every change of a list that may change a count: rows of different lists must not
 * be compared. */
#define WORD_LISTS_VERSION "en-3"

uint32_t bsh__word_lists(const char *folded, size_t n_bytes)
{
    uint32_t index = 0;
    return bsh__word_table_find(&words_table, folded, n_bytes, &index) ? words_value[index] : 0;
}

size_t bsh__n_english_verbs(void)
{
    return N_VERBS;
}

bsh_string bsh_verbs_builtin(void)
{
    return (bsh_string){verbs_file, sizeof verbs_file};
}

const char *bsh_version_word_lists(void)
{
    return WORD_LISTS_VERSION;
}
