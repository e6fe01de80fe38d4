/* Where the tokens of a block go. */
#ifndef BSH_SEGMENT_TOKEN_OUTPUT_H
#define BSH_SEGMENT_TOKEN_OUTPUT_H

#include <broadsheet/token.h>

#include "base/memory.h"
#include "base/status.h"
#include "segment/forms.h"

typedef struct bsh__token_output {
    bsh__vocabulary *vocabulary;
    bsh__vec        *tokens; /* bsh_token */
    const char      *text;
    uint32_t         text_end;        /* the text can be read up to here */
    bool             is_after_number; /* the last token is a number: "6 ft." */
    bsh_error       *err;
} bsh__token_output;

static inline bsh__text_head bsh__token_head(const bsh__token_output *out, bsh_span span)
{
    return bsh__text_head_of(out->text + span.begin, span.end - span.begin,
                             out->text_end - span.begin);
}

static inline bsh__text_key bsh__token_key(const bsh__token_output *out, bsh_span span,
                                           bsh_token_kind kind)
{
    return (bsh__text_key){out->text + span.begin, span.end - span.begin, kind};
}

/* Appends a token of a known form, or of one that is new: BSH__NO_TEXT. */
static inline bsh_status bsh__token_add(bsh__token_output *out, bsh_span span,
                                        bsh_token_kind kind, uint32_t number)
{
    bsh__vec *const tokens = out->tokens;
    if (number == BSH__NO_TEXT) {
        BSH_TRY(bsh__vocabulary_add(out->vocabulary, bsh__token_key(out, span, kind), &number,
                                    out->err));
    }
    if (!bsh__vec_reserve(tokens, tokens->n + 1)) {
        return bsh__fail_memory(out->err);
    }
    const bsh__form *const form = bsh__vocabulary_form_at(out->vocabulary, number);
    ((bsh_token *) tokens->items)[tokens->n++] = (bsh_token){
        .span = span,
        .form = number,
        .term = form->counted,
        .kind = (uint8_t) kind,
        .syllables = form->syllables,
    };
    out->is_after_number = kind == BSH_TOKEN_NUMBER;
    return BSH_OK;
}

#endif
