#include "measure/known_forms.h"

#include "data/lexicon.h"
#include "measure/familiar.h"

/* "I", "I'm", "I’ll": always a capital, never a name. */
static bool is_i(const bsh__form *form)
{
    return form->n_bytes > 0 && form->text[0] == 'I' &&
           (form->n_bytes == 1 || form->text[1] == '\'' || form->text[1] == '\xE2');
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
        const bsh__form *const form = bsh__vocabulary_form_at(vocabulary, (uint32_t) i);
        bool const is_capital = (form->flags & BSH__FORM_CAPITALISED) != 0 && !is_i(form);
        bool const is_lower = (form->flags & BSH__FORM_LOWER) != 0;
        known[i].letters = form->letters;
        known[i].digits = form->digits;
        known[i].facts =
            (is_capital ? BSH__FACT_CAPITAL : 0U) | (is_lower ? BSH__FACT_LOWER : 0U);
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
    form->facts |= BSH__FACT_ASKED | (is_content ? BSH__FACT_CONTENT : 0U) |
                   (is_unfamiliar ? BSH__FACT_UNFAMILIAR : 0U) |
                   (is_hard ? BSH__FACT_HARD : 0U);
}
