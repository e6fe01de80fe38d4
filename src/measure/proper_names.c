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
}

void bsh__names_free(bsh__names *names)
{
    bsh__vec_free(&names->seen);
}

static bool begin_document(bsh__names *names, size_t n_terms)
{
    if (++names->document == 0) { // after 2^32 articles old marks would come to life again
        names->seen.n = 0;
        names->document = 1;
    }
    return n_terms <= names->seen.n || bsh__vec_resize(&names->seen, n_terms);
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

static bsh_token *first_token(const bsh__counter_input *input, const bsh_sentence *sentence)
{
    return input->tokens + sentence->first_token;
}

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

/* First pass: how is each term written where the writer was free? */
static void look_at(bsh__names *names, bsh_token *tokens, uint32_t n,
                    const bsh__known_form *forms)
{
    bool const is_telling = has_lower_case(tokens, n, forms);
    flag_first_word(tokens, n);
    for (uint32_t i = 0; i < n; ++i) {
        unsigned const facts = forms[tokens[i].form].facts;
        if ((facts & (BSH__FACT_LOWER | BSH__FACT_CAPITAL)) == 0 ||
            !bsh_token_is_word(&tokens[i])) {
            continue;
        }
        if ((facts & BSH__FACT_LOWER) != 0) {
            note(names, tokens[i].term, SEEN_LOWER);
        } else if (is_telling && !is_capital_due(&tokens[i])) {
            note(names, tokens[i].term, SEEN_CAPITALISED);
        }
    }
}

/* Second pass. */
static void mark(const bsh__names *names, bsh_token *tokens, uint32_t n,
                 const bsh__known_form *forms)
{
    bool const is_telling = has_lower_case(tokens, n, forms);
    for (uint32_t i = 0; i < n; ++i) {
        if ((forms[tokens[i].form].facts & BSH__FACT_CAPITAL) != 0 &&
            bsh_token_is_word(&tokens[i]) &&
            ((is_telling && !is_capital_due(&tokens[i])) ||
             how_seen(names, tokens[i].term) == SEEN_CAPITALISED)) {
            tokens[i].flags |= BSH_TOKEN_NAME;
        }
        tokens[i].flags &= (uint16_t) ~BSH__TOKEN_OPENS_QUOTE;
    }
}

bsh_status bsh__names_mark(bsh__names *names, const bsh__counter_input *input,
                           const bsh__known_form *forms, bsh_error *err)
{
    if (!begin_document(names, bsh__vocabulary_n_terms(input->vocabulary))) {
        return bsh__fail_memory(err);
    }
    const bsh_sentence *const sentences = input->sentences;
    for (size_t i = 0; i < input->n_sentences; ++i) {
        look_at(names, first_token(input, &sentences[i]), sentences[i].n_tokens, forms);
    }
    for (size_t i = 0; i < input->n_sentences; ++i) {
        mark(names, first_token(input, &sentences[i]), sentences[i].n_tokens, forms);
    }
    return BSH_OK;
}
