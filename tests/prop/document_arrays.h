/* The arrays of a document that invariants are held against. */
#ifndef BSH_TESTS_PROP_DOCUMENT_ARRAYS_H
#define BSH_TESTS_PROP_DOCUMENT_ARRAYS_H

#include <broadsheet.h>

typedef struct page {
    bsh_string          text;
    const bsh_block    *blocks;
    const bsh_token    *tokens;
    const bsh_sentence *sentences;
    const bsh_quote    *quotes;
    const bsh_speaker  *speakers;
    size_t              n_blocks, n_tokens, n_sentences, n_quotes, n_speakers;
    const bsh_counts   *counts;
} page;

static inline page page_of(const bsh_document *document)
{
    page p = {.text = bsh_document_text(document), .counts = bsh_document_counts(document)};
    p.blocks = bsh_document_blocks(document, &p.n_blocks);
    p.tokens = bsh_document_tokens(document, &p.n_tokens);
    p.sentences = bsh_document_sentences(document, &p.n_sentences);
    p.quotes = bsh_document_quotes(document, &p.n_quotes);
    p.speakers = bsh_document_speakers(document, &p.n_speakers);
    return p;
}

#endif
