/* broadsheet/document.h -- one article, analysed: a read-only view. */
#ifndef BROADSHEET_DOCUMENT_H
#define BROADSHEET_DOCUMENT_H

#include <broadsheet/base.h>
#include <broadsheet/block.h>
#include <broadsheet/counts.h>
#include <broadsheet/options.h>
#include <broadsheet/quote.h>
#include <broadsheet/token.h>

#ifdef __cplusplus
extern "C" {
#endif

/* A reusable analyzer: iterators, buffers, vocabulary.  Use changes speed only, never results.
 */
typedef struct bsh_analyzer bsh_analyzer;
typedef struct bsh_document bsh_document;

/* out      yours; bsh_analyzer_destroy
 * options  NULL = defaults; copied, but for the allocator, which must live on
 * errors   E_USAGE for an option that has no meaning (the message names it), E_NOMEM, E_UNICODE
 */
BSH_API bsh_status bsh_analyzer_create(bsh_analyzer **out, const bsh_options *options,
                                       bsh_error *err);
BSH_API void       bsh_analyzer_destroy(bsh_analyzer *analyzer);

/* Analyses one plain-text article.
 *
 * bytes, n_bytes  the article as it came; may be empty; not kept
 * out             borrowed from the analyzer: valid until its next call or its end
 * errors          E_ENCODING (strict, or an unknown converter); E_FORMAT (looks binary);
 *                 E_LIMIT (over options.max_bytes); E_NOMEM; E_UNICODE
 * memory          after a first document of a size, another of that size allocates nothing */
BSH_API bsh_status bsh_analyze(bsh_analyzer *analyzer, const void *bytes, size_t n_bytes,
                               const bsh_document **out, bsh_error *err);

/* How the bytes were read. */
typedef struct bsh_decoding {
    const char *encoding;         /* "UTF-8", "windows-1252", ...; static */
    bool        is_guessed;       /* not UTF-8 and not told so */
    uint64_t    n_replaced;       /* byte sequences replaced by U+FFFD */
    uint64_t    n_controls;       /* control characters made a blank, NUL bytes dropped */
    uint64_t    n_nul;            /* of these, NUL bytes */
    uint64_t    n_mojibake;       /* runs that look like UTF-8 read as windows-1252 */
    uint64_t    first_bad_offset; /* of the first byte that is not UTF-8; valid if is_guessed
                                     or n_replaced */
    uint8_t  first_bad_byte;
    uint64_t first_control_line; /* input line of the first control character, from 1 */
} bsh_decoding;

/* Views of the document; arrays and strings are borrowed from it. */
BSH_API bsh_string          bsh_document_text(const bsh_document *document);
BSH_API const bsh_block    *bsh_document_blocks(const bsh_document *document, size_t *n);
BSH_API const bsh_token    *bsh_document_tokens(const bsh_document *document, size_t *n);
BSH_API const bsh_sentence *bsh_document_sentences(const bsh_document *document, size_t *n);
BSH_API const bsh_quote    *bsh_document_quotes(const bsh_document *document, size_t *n);
BSH_API const bsh_speaker  *bsh_document_speakers(const bsh_document *document, size_t *n);
BSH_API const bsh_counts   *bsh_document_counts(const bsh_document *document);
BSH_API const bsh_decoding *bsh_document_decoding(const bsh_document *document);
BSH_API const char         *bsh_document_language(const bsh_document *document);

/* The headline zone's text, or empty. */
BSH_API bsh_string bsh_document_title(const bsh_document *document);

/* True if the text says of itself that it is cut off ("[+1234 chars]"). */
BSH_API bool bsh_document_is_truncated(const bsh_document *document);

/* Text of a span of the document. */
BSH_API bsh_string bsh_document_slice(const bsh_document *document, bsh_span span);

/* The term form of a token or term count: folded, possessive stripped.  Borrowed. */
BSH_API bsh_string bsh_document_term_text(const bsh_document *document, uint32_t term);

/* A term and how often it occurs in the counted words of the document. */
typedef struct bsh_term_count {
    uint32_t term;
    uint32_t count;
} bsh_term_count;

/* Terms of the counted words, in order of first occurrence. */
BSH_API const bsh_term_count *bsh_document_terms(const bsh_document *document, size_t *n);

/* Offset of a text offset in the bytes that were given to bsh_analyze; in code points of them.
 */
BSH_API uint64_t bsh_document_source_offset(const bsh_document *document, uint32_t offset);
BSH_API uint64_t bsh_document_codepoint_offset(const bsh_document *document, uint32_t offset);

/* What decides the numbers of an article: versions of the program, ICU, Unicode and the word
 * lists, and the options.  As 16 hexadecimal digits, the same on every machine: articles
 * analysed under another fingerprint are not to be compared. */
BSH_API void bsh_settings_fingerprint(char out[17], const bsh_options *options);

/* The same in words, "version=0.1.0 ... quotes=include ...", so that a message can say what
 * differs.  Writes at most `capacity` bytes with the final NUL; returns the bytes the whole
 * needs without it, as snprintf does. */
BSH_API size_t bsh_settings_text(char *out, size_t capacity, const bsh_options *options);

/* Input line (from 1) of a text offset. */
BSH_API uint32_t bsh_document_line(const bsh_document *document, uint32_t offset);

#ifdef __cplusplus
}
#endif
#endif
