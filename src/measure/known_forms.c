#include "measure/known_forms.h"

#include "data/lexicon.h"
#include "measure/familiar.h"

/* "I", "I'm", "I’ll": always a capital, never a name. */
static bool is_i(const bsh__form *form)
{
    return form->n_bytes > 0 && form->text[0] == 'I' &&
           (form->n_bytes == 1 || form->text[1] == '\'' || form->text[1] == '\xE2');
}

/* All but what is asked for later. */
static bsh__known_form known_form(const bsh__form *form)
{
    bool const     is_capital = (form->flags & BSH__FORM_CAPITALISED) != 0 && !is_i(form);
    bool const     is_lower = (form->flags & BSH__FORM_LOWER) != 0;
    bool const     is_long = form->letters > BSH__LANE_MOST || form->digits > BSH__LANE_MOST;
    uint64_t const facts = (is_capital ? BSH__FACT_CAPITAL : 0U) |
                           (is_lower ? BSH__FACT_LOWER : 0U) | (is_long ? BSH__FACT_LONG : 0U);
    return (is_long ? 0U : form->letters) | facts << BSH__FACTS_SHIFT |
           (uint64_t) (is_long ? 0U : form->digits) << BSH__DIGITS_SHIFT |
           (uint64_t) (form->letters <= 3) << BSH__3_LETTERS_DOWN_SHIFT |
           (uint64_t) (form->letters >= 6) << BSH__6_LETTERS_UP_SHIFT |
           (uint64_t) (form->letters >= 7) << BSH__7_LETTERS_UP_SHIFT;
}

bool bsh__known_forms_fill(bsh__vec *forms, const bsh__vocabulary *vocabulary)
{
    size_t const n = bsh__vocabulary_n_forms(vocabulary);
    size_t const n_known = forms->n;
    if (n <= n_known) {
        return true;
    }
    if (!bsh__vec_resize(forms, n)) {
        return false;
    }
    bsh__known_form *const known = forms->items;
    for (size_t i = n_known; i < n; ++i) {
        known[i] = known_form(bsh__vocabulary_form_at(vocabulary, (uint32_t) i));
    }
    return true;
}

void bsh__known_form_ask(bsh__known_form *form, const bsh__vocabulary *vocabulary,
                         uint32_t number)
{
    const bsh__form *const f = bsh__vocabulary_form_at(vocabulary, number);
    uint32_t const lists = f->lists | bsh__vocabulary_term_at(vocabulary, f->term)->lists;
    bool const     is_content = (lists & BSH__WORD_FUNCTION) == 0;
    bool const     is_unfamiliar = !bsh__is_familiar_dale_chall(vocabulary, number);
    bool const     is_hard = bsh__is_hard_fog(vocabulary, number);
    uint64_t const facts = BSH__FACT_ASKED | (is_unfamiliar ? BSH__FACT_UNFAMILIAR : 0U) |
                           (is_hard ? BSH__FACT_HARD : 0U);
    *form |= facts << BSH__FACTS_SHIFT | (uint64_t) is_content << BSH__CONTENT_SHIFT;
}
