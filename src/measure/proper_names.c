#include "measure/proper_names.h"

static bool has_lower_case(const bsh_token *tokens, uint32_t n, const bsh__known_form *forms)
{
    for (uint32_t i = 0; i < n; ++i) {
        if ((bsh__facts_of(forms[tokens[i].form]) & BSH__FACT_LOWER) != 0 &&
            bsh_token_is_word(&tokens[i])) {
            return true;
        }
    }
    return false;
}

bool bsh__names_open(bsh_token *tokens, uint32_t n, const bsh__known_form *forms)
{
    uint32_t i = 0;
    while (i < n && !bsh_token_is_word(&tokens[i])) {
        ++i;
    }
    if (i < n) {
        tokens[i].flags |= BSH_TOKEN_SENTENCE_FIRST;
    }
    return has_lower_case(tokens + i, n - i, forms);
}
