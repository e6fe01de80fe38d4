#include "measure/proper_names.h"

enum { SEEN_LOWER = 1, SEEN_CAPITALISED = 2 };

/* How a term was seen; of another article if `document` is not the present one. */
typedef struct seen {
    uint32_t document;
    uint32_t how; /* SEEN_... */
} seen;

void bsh__names_init(bsh__names *names, const bsh_allocator *allocator)
{
    *names = (bsh__names){.document = 0};
    bsh__vec_init(&names->seen, allocator, sizeof(seen));
    bsh__vec_init(&names->open, allocator, sizeof(uint32_t));
}

void bsh__names_free(bsh__names *names)
{
    bsh__vec_free(&names->seen);
    bsh__vec_free(&names->open);
}

static bool begin_document(bsh__names *names, size_t n_terms, size_t n_tokens)
{
    names->open.n = 0;
    if (++names->document == 0) { // after 2^32 articles old marks would come to life again
        names->seen.n = 0;
        names->document = 1;
    }
    return bsh__vec_reserve(&names->open, n_tokens) &&
           (n_terms <= names->seen.n || bsh__vec_resize(&names->seen, n_terms));
}

static void note(const bsh__names *names, uint32_t term, uint32_t how)
{
    seen *const s = (seen *) names->seen.items + term;
    if (s->document != names->document) {
        *s = (seen){names->document, 0};
    }
    s->how |= how;
}

static uint32_t how_seen(const bsh__names *names, uint32_t term)
{
    const seen *const s = (const seen *) names->seen.items + term;
    return s->document == names->document ? s->how : 0;
}

/* ---- one word */

/* Something other than the word itself asks for its capital: "The pier is shut", "she said, “We
 * lost the roof”". */
static bool is_capital_due(const bsh_token *token)
{
    return (token->flags & (BSH_TOKEN_SENTENCE_FIRST | BSH__TOKEN_OPENS_QUOTE)) != 0;
}

/* ---- sentences */

/* Capitals say nothing in a sentence without a small letter: "FIRE GUTS PIER IN HARBOUR TOWN".
 */
static bool has_lower_case(const bsh_token *tokens, uint32_t n, const bsh__known_form *forms)
{
    for (uint32_t i = 0; i < n; ++i) {
        if ((forms[tokens[i].form].facts & BSH__FACT_LOWER) != 0 &&
            bsh_token_is_word(&tokens[i])) {
            return true;
        }
    }
    return false;
}

static void flag_first_word(bsh_token *tokens, uint32_t n)
{
    uint32_t i = 0;
    while (i < n && !bsh_token_is_word(&tokens[i])) {
        ++i;
    }
    if (i < n) {
        tokens[i].flags |= BSH_TOKEN_SENTENCE_FIRST;
    }
}

/* How is each term written where the writer was free?  A capital that nothing asks for makes a
 * name at once; one that is due waits for the end of the article. */
static void look_at_capital(bsh__names *names, bsh_token *tokens, uint32_t i, bool is_telling)
{
    if (is_telling && !is_capital_due(&tokens[i])) {
        note(names, tokens[i].term, SEEN_CAPITALISED);
        tokens[i].flags |= BSH_TOKEN_NAME;
    } else {
        ((uint32_t *) names->open.items)[names->open.n++] = i;
    }
}

/* tokens[begin .. end) are of one sentence. */
static void look_at(bsh__names *names, bsh_token *tokens, uint32_t begin, uint32_t end,
                    const bsh__known_form *forms)
{
    bool const is_telling = has_lower_case(tokens + begin, end - begin, forms);
    flag_first_word(tokens + begin, end - begin);
    for (uint32_t i = begin; i < end; ++i) {
        unsigned const facts = forms[tokens[i].form].facts;
        if (!bsh_token_is_word(&tokens[i])) {
            // an address is no name
        } else if ((facts & BSH__FACT_LOWER) != 0) {
            note(names, tokens[i].term, SEEN_LOWER);
        } else if ((facts & BSH__FACT_CAPITAL) != 0) {
            look_at_capital(names, tokens, i, is_telling);
        }
        tokens[i].flags &= (uint16_t) ~BSH__TOKEN_OPENS_QUOTE;
    }
}

bsh_status bsh__names_mark(bsh__names *names, const bsh__counter_input *input,
                           const bsh__known_form *forms, bsh_error *err)
{
    if (!begin_document(names, bsh__vocabulary_n_terms(input->vocabulary), input->n_tokens)) {
        return bsh__fail_memory(err);
    }
    for (size_t i = 0; i < input->n_sentences; ++i) {
        uint32_t const begin = input->sentences[i].first_token;
        look_at(names, input->tokens, begin, begin + input->sentences[i].n_tokens, forms);
    }
    const uint32_t *const open = names->open.items;
    for (size_t i = 0; i < names->open.n; ++i) {
        bsh_token *const token = &input->tokens[open[i]];
        if (how_seen(names, token->term) == SEEN_CAPITALISED) {
            token->flags |= BSH_TOKEN_NAME;
        }
    }
    return BSH_OK;
}
