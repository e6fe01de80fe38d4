/* Which words are proper names, judged by capitals and by the rest of the article: a word is a
 * name that is capitalised where nothing asks for a capital, or where something does (a
 * sentence or a quote begins) but the article has it elsewhere, and never in lower case.
 * Source: Gunning 1952 leaves names out of the hard words, Dale & Chall 1948 count them
 * familiar. */
#ifndef BSH_MEASURE_PROPER_NAMES_H
#define BSH_MEASURE_PROPER_NAMES_H

#include "measure/known_forms.h"

/* First word of a quoted piece: set on tokens before they are counted, which takes it away. */
enum { BSH__TOKEN_OPENS_QUOTE = 1 << 15 };

/* How an article writes a term where the writer was free. */
typedef enum bsh__seen {
    BSH__SEEN_CAPITALISED = BSH__FACT_CAPITAL, /* and nothing asked for the capital */
    BSH__SEEN_LOWER = BSH__FACT_LOWER
} bsh__seen;

/* Sets BSH_TOKEN_SENTENCE_FIRST on the first word of a sentence.  Returns false if the capitals
 * of the sentence tell nothing: "FIRE GUTS PIER IN HARBOUR TOWN". */
bool bsh__names_open(bsh_token *tokens, uint32_t n, const bsh__known_form *forms);

/* What a capital says: that of a name is free, one that is due waits for the end of the
 * article. */
typedef struct bsh__capital {
    bool is_free, is_due;
} bsh__capital;

/* Something other than the word itself may ask for its capital: "The pier is shut", "she said,
 * “We lost the roof”". */
static inline bsh__capital bsh__capital_of(unsigned facts, unsigned flags, bool is_telling)
{
    bool const is_capital = (facts & BSH__FACT_CAPITAL) != 0;
    bool const is_asked = (flags & (BSH_TOKEN_SENTENCE_FIRST | BSH__TOKEN_OPENS_QUOTE)) != 0;
    bool const is_free = is_telling & !is_asked; // no &&: it would branch at every capital
    return (bsh__capital){is_capital & is_free, is_capital & !is_free};
}

#endif
