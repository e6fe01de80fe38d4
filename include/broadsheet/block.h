/* broadsheet/block.h -- a block is a paragraph-like piece of the article and the zone it is. */
#ifndef BROADSHEET_BLOCK_H
#define BROADSHEET_BLOCK_H

#include <broadsheet/base.h>

#ifdef __cplusplus
extern "C" {
#endif

/* Zone classes: enum name, name users see and type, group under which reports show it. */
#define BSH_BLOCK_KIND_MAP(X)                                                                  \
    X(HEADLINE, "headline", "headline, section")                                               \
    X(KICKER, "kicker", "headline, section")                                                   \
    X(DEK, "dek", "headline, section")                                                         \
    X(BYLINE, "byline", "author notes")                                                        \
    X(DATELINE, "dateline", "datelines")                                                       \
    X(TIMESTAMP, "timestamp", "datelines")                                                     \
    X(SUBHEADING, "subheading", "sub-headings")                                                \
    X(BODY, "body", "counted")                                                                 \
    X(LIST, "list", "lists")                                                                   \
    X(CAPTION, "caption", "captions, credits")                                                 \
    X(CREDIT, "credit", "captions, credits")                                                   \
    X(AD, "ad", "adverts")                                                                     \
    X(PULLQUOTE, "pullquote", "pull quotes")                                                   \
    X(AUTHORNOTE, "authornote", "author notes")                                                \
    X(BOILERPLATE, "boilerplate", "site furniture")                                            \
    X(COMMENT, "comment", "comments")                                                          \
    X(OUTSIDE, "outside", "outside the article")

typedef enum bsh_block_kind {
#define BSH_BLOCK_KIND_ENUM(name, id, group) BSH_BLOCK_##name,
    BSH_BLOCK_KIND_MAP(BSH_BLOCK_KIND_ENUM)
#undef BSH_BLOCK_KIND_ENUM
        BSH_BLOCK_KIND_COUNT
} bsh_block_kind;

#define BSH_BLOCK_BIT(kind) (1U << (unsigned) (kind))
#define BSH_BLOCK_ALL       ((1U << (unsigned) BSH_BLOCK_KIND_COUNT) - 1U)

/* A block.  Blocks are in text order and do not overlap; white space between them belongs to
 * none. In a hard-wrapped document a block holds the newlines between its lines. */
typedef struct bsh_block {
    bsh_span       span;
    bsh_block_kind kind;
    uint16_t       rule;                  /* which rule gave the kind: bsh_block_rule_name */
    uint32_t       first_line, last_line; /* of the input, from 1 */
    uint32_t       n_words;
    bool           is_counted; /* its words count: body, and kinds asked for */
} bsh_block;

/* Name of a kind ("caption") and its group in reports ("captions, credits").  Static. */
BSH_API const char *bsh_block_kind_name(bsh_block_kind kind);
BSH_API const char *bsh_block_kind_group(bsh_block_kind kind);

/* The kind of a name; BSH_BLOCK_KIND_COUNT if there is none. */
BSH_API bsh_block_kind bsh_block_kind_find(const char *name);

/* Short name of a rule, for instance "credit-parenthesis".  Static; "" for an unknown number.
 */
BSH_API const char *bsh_block_rule_name(uint16_t rule);

#ifdef __cplusplus
}
#endif
#endif
