/* Quoted pieces of the counted blocks, and their speakers. */
#ifndef BSH_SEGMENT_QUOTES_H
#define BSH_SEGMENT_QUOTES_H

#include <broadsheet/block.h>
#include <broadsheet/quote.h>
#include <broadsheet/token.h>
#include <broadsheet/verbs.h>

#include "base/memory.h"
#include "base/status.h"
#include "segment/forms.h"

/* Reusable workspace. */
typedef struct bsh__quoter bsh__quoter;

/* verbs  the user's table, which must outlive the quoter; NULL: the program's own */
bsh_status bsh__quoter_create(bsh__quoter **out, const bsh_verbs *verbs,
                              const bsh_allocator *allocator, bsh_error *err);
void       bsh__quoter_destroy(bsh__quoter *quoter);

/* What quotes are found in.  Tokens are of all blocks, in text order; sentences of counted
 * ones. */
typedef struct bsh__quote_input {
    const char         *text;
    size_t              n_bytes;
    const bsh_block    *blocks;
    size_t              n_blocks;
    const bsh_token    *tokens;
    size_t              n_tokens;
    const bsh_sentence *sentences;
    size_t              n_sentences;
    bsh__vocabulary *vocabulary; /* the same in every call; its quoters have the same verbs */
    bool             has_orders; /* "told tenants to leave" is indirect speech, too */
} bsh__quote_input;

/* Replaces `quotes` (of bsh_quote, in text order) and `speakers` (of bsh_speaker, in order of
 * first quote or report; names live in the quoter until its next call) by what quote-rules 1 to
 * 7 find in blocks with is_counted.  Fills in every field, speakers' sums included.
 *
 * n_thoughts  set to the number of clauses that tell what somebody thinks */
bsh_status bsh__quotes_find(bsh__quoter *quoter, const bsh__quote_input *input,
                            bsh__vec *quotes, bsh__vec *speakers, uint32_t *n_thoughts,
                            bsh_error *err);

#endif
