#include "document/document_parts.h"

bsh_string bsh_document_text(const bsh_document *document)
{
    return (bsh_string){document->decoder.text.data, document->decoder.text.n};
}

static const void *items_of(const bsh__vec *vec, size_t *n)
{
    *n = vec->n;
    return vec->items;
}

const bsh_block *bsh_document_blocks(const bsh_document *document, size_t *n)
{
    return items_of(&document->blocks, n);
}

const bsh_token *bsh_document_tokens(const bsh_document *document, size_t *n)
{
    return items_of(&document->tokens, n);
}

const bsh_sentence *bsh_document_sentences(const bsh_document *document, size_t *n)
{
    return items_of(&document->sentences, n);
}

const bsh_quote *bsh_document_quotes(const bsh_document *document, size_t *n)
{
    return items_of(&document->quotes, n);
}

const bsh_speaker *bsh_document_speakers(const bsh_document *document, size_t *n)
{
    return items_of(&document->speakers, n);
}

const bsh_term_count *bsh_document_terms(const bsh_document *document, size_t *n)
{
    return items_of(&document->terms, n);
}

const bsh_counts *bsh_document_counts(const bsh_document *document)
{
    return &document->counts;
}

const bsh_decoding *bsh_document_decoding(const bsh_document *document)
{
    return &document->decoder.decoding;
}

const char *bsh_document_language(const bsh_document *document)
{
    return document->language;
}

bool bsh_document_is_truncated(const bsh_document *document)
{
    return document->is_truncated;
}

bsh_string bsh_document_slice(const bsh_document *document, bsh_span span)
{
    return (bsh_string){document->decoder.text.data + span.begin, span.end - span.begin};
}

bsh_string bsh_document_title(const bsh_document *document)
{
    const bsh_block *const blocks = document->blocks.items;
    for (size_t i = 0; i < document->blocks.n; ++i) {
        if (blocks[i].kind == BSH_BLOCK_HEADLINE) {
            return bsh_document_slice(document, blocks[i].span);
        }
    }
    return (bsh_string){"", 0};
}

bsh_string bsh_document_term_text(const bsh_document *document, uint32_t term)
{
    const bsh__term *const entry = bsh__vocabulary_term_at(document->vocabulary, term);
    return (bsh_string){entry->text, entry->n_bytes};
}

uint64_t bsh_document_source_offset(const bsh_document *document, uint32_t offset)
{
    return bsh__decoder_source_offset(&document->decoder, offset);
}

uint64_t bsh_document_codepoint_offset(const bsh_document *document, uint32_t offset)
{
    return bsh__decoder_codepoint_offset(&document->decoder, offset);
}

/* Number of the last line end at or before the offset, by halving. */
uint32_t bsh_document_line(const bsh_document *document, uint32_t offset)
{
    const uint32_t *const ends = document->line_ends.items;
    size_t                low = 0;
    size_t                high = document->line_ends.n;
    while (low < high) {
        size_t const middle = low + (high - low) / 2;
        if (ends[middle] <= offset) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    return (uint32_t) low + 1;
}
