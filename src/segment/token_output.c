#include "segment/token_output.h"

#include "data/lexicon.h"
#include "segment/short_word.h"

/* "goin'" has a syllable more than the name Goin: the mark is no part of the token, but is
 * heard. */
static void hear_mark(const char *text, bsh_token *token)
{
    bsh__short_word word;
    unsigned        n_syllables = 0;
    bsh__short_word_set(&word, text + token->span.begin, token->span.end - token->span.begin);
    if (bsh__has_marked_syllables(word.text, word.n_bytes, &n_syllables)) {
        token->syllables = (uint8_t) n_syllables;
    }
}

static bsh_status add_waiting(bsh__token_output *out, const bsh__waiting_token *waiting)
{
    uint32_t const form = bsh__vocabulary_find_by_probe(out->vocabulary, &waiting->probe);
    BSH_TRY(bsh__token_add(out, waiting->span, waiting->kind, form));
    if (waiting->may_hear_mark && out->vocabulary->language->is_english) {
        hear_mark(out->text, (bsh_token *) out->tokens->items + out->tokens->n - 1);
    }
    return BSH_OK;
}

bsh_status bsh__tokens_add_waiting(bsh__token_output *out)
{
    unsigned const n = out->n_waiting;
    for (unsigned i = 0; i < n; ++i) {
        BSH_TRY(add_waiting(out, &out->waiting[i]));
    }
    out->n_waiting = 0;
    return BSH_OK;
}

bsh_status bsh__token_wait(bsh__token_output *out, bsh_span span, bsh_token_kind kind,
                           bool may_hear_mark)
{
    if (out->n_waiting == BSH__MAX_WAITING) {
        BSH_TRY(bsh__tokens_flush(out));
    }
    bsh__text_key const key = bsh__token_key(out, span, kind);
    out->waiting[out->n_waiting++] = (bsh__waiting_token){
        .probe = bsh__vocabulary_probe(out->vocabulary, key, bsh__token_head(out, span)),
        .span = span,
        .kind = kind,
        .may_hear_mark = may_hear_mark};
    out->is_after_number = kind == BSH_TOKEN_NUMBER; // "6 ft.": asked for before it is added
    return BSH_OK;
}
