/* What counting asks of a written form by itself, found out once for all articles. */
#ifndef BSH_MEASURE_KNOWN_FORMS_H
#define BSH_MEASURE_KNOWN_FORMS_H

#include <broadsheet/token.h>

#include "base/memory.h"
#include "segment/forms.h"

typedef enum bsh__form_fact {
    BSH__FACT_CAPITAL = 1 << 0, /* capitalised, and not "I" */
    BSH__FACT_LOWER = 1 << 1,   /* its first letter is lower case */
    BSH__FACT_LONG = 1 << 2, /* has more letters or digits than its lanes hold: there are 0 */
    /* Known once the form was asked for: */
    BSH__FACT_ASKED = 1 << 3,
    BSH__FACT_HARD = BSH_TOKEN_HARD_FOG,        /* the same bits as the flags of its tokens, */
    BSH__FACT_UNFAMILIAR = BSH_TOKEN_UNFAMILIAR /* which get them unless they are names */
} bsh__form_fact;

/* Eight to a line of the cache, and one addition for all that is added up of a word: every word
 * of every article asks for its form.  The lanes of a sum, from the low bits up, are the
 * letters and the digits (16 bits each), then the words of 3 letters or fewer, of 6 and more,
 * of 7 and more, and the content words (8 bits each).  A form has at most 255 letters and 255
 * digits, so that no lane of the sum of BSH__MOST_IN_LANES forms runs over; its facts lie above
 * its letters and are taken out before it is added. */
typedef uint64_t bsh__known_form;

enum {
    BSH__MOST_IN_LANES = 255,
    BSH__LANE_MOST = 255,
    BSH__FACTS_SHIFT = 8,
    BSH__DIGITS_SHIFT = 16,
    BSH__3_LETTERS_DOWN_SHIFT = 32,
    BSH__6_LETTERS_UP_SHIFT = 40,
    BSH__7_LETTERS_UP_SHIFT = 48,
    BSH__CONTENT_SHIFT = 56
};

/* Its facts, and above them other bits. */
static inline unsigned bsh__facts_of(bsh__known_form form)
{
    return (unsigned) (form >> BSH__FACTS_SHIFT);
}

static inline uint64_t bsh__lanes_of(bsh__known_form form)
{
    return form & ~(UINT64_C(0xFF) << BSH__FACTS_SHIFT);
}

/* Makes `forms` (of bsh__known_form) as long as the vocabulary.  Returns false if there is no
 * memory. */
bool bsh__known_forms_fill(bsh__vec *forms, const bsh__vocabulary *vocabulary);

/* Finds out what is dear to find out: whether it is a content word, FACT_HARD, FACT_UNFAMILIAR.
 */
void bsh__known_form_ask(bsh__known_form *form, const bsh__vocabulary *vocabulary,
                         uint32_t number);

#endif
