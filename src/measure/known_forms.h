/* What counting asks of a written form by itself, found out once for all articles. */
#ifndef BSH_MEASURE_KNOWN_FORMS_H
#define BSH_MEASURE_KNOWN_FORMS_H

#include <broadsheet/token.h>

#include "base/memory.h"
#include "segment/forms.h"

typedef enum bsh__form_fact {
    BSH__FACT_CAPITAL = 1 << 0, /* capitalised, and not "I" */
    BSH__FACT_LOWER = 1 << 1,   /* its first letter is lower case */
    /* Known once the form was asked for: */
    BSH__FACT_ASKED = 1 << 2,
    BSH__FACT_CONTENT = 1 << 3,                 /* no function word */
    BSH__FACT_HARD = BSH_TOKEN_HARD_FOG,        /* the same bits as the flags of its tokens, */
    BSH__FACT_UNFAMILIAR = BSH_TOKEN_UNFAMILIAR /* which get them unless they are names */
} bsh__form_fact;

/* Eight to a line of the cache: every word of every article asks for its own. */
typedef struct bsh__known_form {
    uint16_t letters, digits;
    uint32_t facts; /* bsh__form_fact */
} bsh__known_form;

/* Makes `forms` (of bsh__known_form) as long as the vocabulary.  Returns false if there is no
 * memory. */
bool bsh__known_forms_fill(bsh__vec *forms, const bsh__vocabulary *vocabulary);

/* Finds out what is dear to find out: FACT_CONTENT, FACT_HARD, FACT_UNFAMILIAR. */
void bsh__known_form_ask(bsh__known_form *form, const bsh__vocabulary *vocabulary,
                         uint32_t number);

#endif
