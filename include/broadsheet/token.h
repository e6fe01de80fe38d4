/* broadsheet/token.h -- words, what stands in their place, and sentences. */
#ifndef BROADSHEET_TOKEN_H
#define BROADSHEET_TOKEN_H

#include <broadsheet/base.h>

#ifdef __cplusplus
extern "C" {
#endif

/* Classes of tokens.  Punctuation makes no token.  URL and EMAIL are tokens but not words. */
#define BSH_TOKEN_KIND_MAP(X)                                                                  \
    X(LETTERS, "letters") /* ferry, don't, state-of-the-art, U.S. */                           \
    X(NUMBER, "number")   /* 1,200  $178  3.5%  2nd  18-49 */                                  \
    X(MIXED, "mixed")     /* COVID-19, F-16 */                                                 \
    X(SYMBOL, "symbol")   /* & between spaces, read "and" */                                   \
    X(HASHTAG, "hashtag")                                                                      \
    X(HANDLE, "handle")                                                                        \
    X(URL, "url")                                                                              \
    X(EMAIL, "email")

typedef enum bsh_token_kind {
#define BSH_TOKEN_KIND_ENUM(name, id) BSH_TOKEN_##name,
    BSH_TOKEN_KIND_MAP(BSH_TOKEN_KIND_ENUM)
#undef BSH_TOKEN_KIND_ENUM
        BSH_TOKEN_KIND_COUNT
} bsh_token_kind;

typedef enum bsh_token_flag {
    BSH_TOKEN_COUNTED = 1 << 0,  /* a word of a counted block (and of --quotes, if given) */
    BSH_TOKEN_IN_QUOTE = 1 << 1, /* inside a direct or fragment piece */
    BSH_TOKEN_SENTENCE_FIRST = 1 << 2, /* first word of its sentence */
    BSH_TOKEN_NAME = 1 << 3,           /* taken for a proper name */
    BSH_TOKEN_HARD_FOG = 1 << 4,       /* hard word of Gunning's Fog index */
    BSH_TOKEN_UNFAMILIAR = 1 << 5      /* not familiar under Dale-Chall */
} bsh_token_flag;

typedef struct bsh_token {
    bsh_span span;
    uint32_t form;      /* number of the written form, for the library's own use */
    uint32_t term;      /* number of the term form (folded): bsh_document_term_text */
    uint8_t  kind;      /* bsh_token_kind */
    uint8_t  syllables; /* 0 for URL and EMAIL, and for "shh" */
    uint16_t flags;     /* bsh_token_flag */
} bsh_token;

/* True for what counts as a word: all kinds but URL and EMAIL. */
static inline bool bsh_token_is_word(const bsh_token *token)
{
    return token->kind < BSH_TOKEN_URL;
}

/* A sentence of a counted block.  Its tokens are tokens[first_token .. first_token + n_tokens).
 */
typedef struct bsh_sentence {
    bsh_span span; /* without white space around it */
    uint32_t
        block; /* where it ends; a dateline that counts too is the beginning of its sentence */
    uint32_t first_token, n_tokens, n_words;
    uint16_t rule; /* which rule of segmentation-rules 2 ended it; 0 at the end of a block */
} bsh_sentence;

/* Name of a token class ("mixed").  Static. */
BSH_API const char *bsh_token_kind_name(bsh_token_kind kind);

#ifdef __cplusplus
}
#endif
#endif
