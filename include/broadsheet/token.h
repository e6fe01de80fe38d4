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

/* What may end a sentence: number, name and an explanation of one line. */
#define BSH_SENTENCE_RULE_MAP(X)                                                               \
    X(BLOCK_END, 0, "block-end", "the paragraph ends")                                         \
    X(TAIL, 3, "note-or-emoticon", "a mark behind the stop belongs to it: [3]  :)")            \
    X(EXCLAMATION, 4, "exclamation", "a question or exclamation mark")                         \
    X(ELLIPSIS, 5, "ellipsis", "three dots before a capital")                                  \
    X(CLOSER, 7, "closing-mark", "a stop, then a closing quotation mark or bracket")           \
    X(LOWER_CASE, 9, "lower-case", "an ordinary word and a stop; small letters go on")         \
    X(ABBREVIATION, 10, "abbreviation", "an abbreviation, then a word such as The or He")      \
    X(STOP, 11, "stop", "a full stop behind what is no abbreviation")                          \
    X(MISSING_SPACE, 12, "missing-space", "no space behind the stop: closed.The bridge")       \
    X(FOREIGN, 13, "other-script", "a stop of another script (Unicode, annex 29)")             \
    X(WEB_ADDRESS, 14, "web-address", "a web address, which takes no stop")                    \
    X(DATE_TAIL, 15, "date-line", "the day and the date behind a headline")

typedef enum bsh_sentence_rule {
#define BSH_SENTENCE_RULE_ENUM(name, number, id, text) BSH_SENTENCE_##name = (number),
    BSH_SENTENCE_RULE_MAP(BSH_SENTENCE_RULE_ENUM)
#undef BSH_SENTENCE_RULE_ENUM
} bsh_sentence_rule;

/* A sentence of a counted block.  Its tokens are tokens[first_token .. first_token + n_tokens).
 */
typedef struct bsh_sentence {
    bsh_span span; /* without white space around it */
    uint32_t
        block; /* where it ends; a dateline that counts too is the beginning of its sentence */
    uint32_t first_token, n_tokens, n_words;
    uint16_t rule; /* bsh_sentence_rule that ended it */
} bsh_sentence;

/* Name of a token class ("mixed").  Static. */
BSH_API const char *bsh_token_kind_name(bsh_token_kind kind);

/* Name of a rule ("missing-space") and what it says in one line.  Static; "" for a number that
 * no rule has. */
BSH_API const char *bsh_sentence_rule_name(unsigned rule);
BSH_API const char *bsh_sentence_rule_text(unsigned rule);

/* The number of the rule with that place in the list, from 0; UINT16_MAX behind the last. */
BSH_API unsigned bsh_sentence_rule_at(size_t index);

#ifdef __cplusplus
}
#endif
#endif
