/* The document's inside, for the analyzer that fills it. */
#ifndef BSH_DOCUMENT_DOCUMENT_PARTS_H
#define BSH_DOCUMENT_DOCUMENT_PARTS_H

#include <broadsheet/document.h>

#include "base/memory.h"
#include "segment/forms.h"
#include "unicode/decode.h"

struct bsh_document {
    bsh__decoder           decoder;
    bsh__vec               blocks;     /* bsh_block */
    bsh__vec               tokens;     /* bsh_token */
    bsh__vec               sentences;  /* bsh_sentence */
    bsh__vec               quotes;     /* bsh_quote */
    bsh__vec               speakers;   /* bsh_speaker */
    uint32_t               n_thoughts; /* clauses that tell what somebody thinks */
    bsh__vec               terms;      /* bsh_term_count */
    bsh__vec               line_ends;  /* uint32_t: offsets behind each line end */
    bsh_counts             counts;
    const bsh__vocabulary *vocabulary;
    const char            *language;
    bool                   is_truncated;
};

#endif
