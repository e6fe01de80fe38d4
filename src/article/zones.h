/* What the zone rules share: a paragraph, its features, and the rule that labelled it. */
#ifndef BSH_ARTICLE_ZONES_H
#define BSH_ARTICLE_ZONES_H

#include <broadsheet/block.h>

#include "base/memory.h"

/* Every rule that can give a block its kind: enum name, name that users see.  Their order is
 * that of bsh_block.rule, not that of the tests. */
#define BSH__ZONE_RULE_MAP(X)                                                                  \
    X(NONE, "")                                                                                \
    /* by the paragraph alone, in the order of zone_rules.c */                                 \
    X(WORDLESS, "no-words")                                                                    \
    X(PLACEHOLDER, "placeholder")                                                              \
    X(AD_LINE, "ad-line")                                                                      \
    X(SHOP_PHRASE, "shop-phrase")                                                              \
    X(PRICE_TAG, "price-tag")                                                                  \
    X(ARROWS, "closing-arrows")                                                                \
    X(COPYRIGHT, "copyright-line")                                                             \
    X(COMMENT_HEAD, "comment-head")                                                            \
    X(CREDIT_PARENTHESIS, "credit-parenthesis")                                                \
    X(CREDIT_OPENER, "credit-opener")                                                          \
    X(CREDIT_AGENCY, "credit-agency")                                                          \
    X(CREDIT_SOURCE, "credit-source")                                                          \
    X(BYLINE, "byline")                                                                        \
    X(INTERFACE_LINE, "interface-line")                                                        \
    X(INTERFACE_PHRASE, "interface-phrase")                                                    \
    X(SITE_NOTICE, "site-notice")                                                              \
    X(AUTHOR_PHRASE, "author-phrase")                                                          \
    X(AUTHOR_ROLE, "author-role")                                                              \
    X(DATE_LINE, "date-line")                                                                  \
    X(URL_LINE, "url-line")                                                                    \
    X(SPACELESS_TEXT, "spaceless-text")                                                        \
    X(FULL_SENTENCE, "full-sentence")                                                          \
    X(LONG_TEXT, "long-text")                                                                  \
    X(PROSE_WORDS, "prose-words")                                                              \
    X(SHORT_SENTENCE, "short-sentence")                                                        \
    X(SHORT_LINE, "short-line")                                                                \
    /* by the place in the article */                                                          \
    X(OUTSIDE_REGION, "outside-region")                                                        \
    X(BELOW_COMMENT_HEAD, "below-comment-head")                                                \
    X(SHORT_ABOVE_CAPTION, "short-above-caption")                                              \
    X(LIST_ITEM, "list-item")                                                                  \
    X(SHORT_RUN, "short-run")                                                                  \
    X(SHORT_ABOVE_BODY, "short-above-body")                                                    \
    X(SHORT_PROSE, "short-prose")                                                              \
    X(STRAY_SHORT, "stray-short")                                                              \
    X(HEADLINE_ABOVE_BODY, "headline-above-body")                                              \
    X(HEADLINE_TITLE, "headline-title")                                                        \
    X(KICKER_ABOVE_HEADLINE, "kicker-above-headline")                                          \
    X(DEK_BELOW_HEADLINE, "dek-below-headline")                                                \
    X(DATELINE, "dateline")                                                                    \
    X(REPEATED_PARAGRAPH, "repeated-paragraph")                                                \
    X(QUOTED_PART, "part-of-another")

typedef enum bsh__zone_rule {
#define BSH__ZONE_RULE_ENUM(name, id) BSH__RULE_##name,
    BSH__ZONE_RULE_MAP(BSH__ZONE_RULE_ENUM)
#undef BSH__ZONE_RULE_ENUM
        BSH__RULE_COUNT
} bsh__zone_rule;

/* First class of a paragraph, before its neighbours are asked. */
typedef enum bsh__draft {
    BSH__DRAFT_BODY,   /* surely prose */
    BSH__DRAFT_LIKELY, /* prose without a sentence end */
    BSH__DRAFT_BRIEF,  /* a short sentence: "He said no." */
    BSH__DRAFT_SHORT,  /* a short line of any sort */
    BSH__DRAFT_CAPTION,
    BSH__DRAFT_CREDIT,
    BSH__DRAFT_AD,
    BSH__DRAFT_BYLINE,
    BSH__DRAFT_AUTHORNOTE,
    BSH__DRAFT_TIMESTAMP,
    BSH__DRAFT_BOILERPLATE
} bsh__draft;

typedef enum bsh__paragraph_flag {
    BSH__PARAGRAPH_TERMINATED = 1 << 0, /* ends as a sentence does */
    BSH__PARAGRAPH_STOPPED = 1 << 1,    /* its last sign is a full stop */
    BSH__PARAGRAPH_OPEN_END = 1 << 2,   /* ends in , ; or : */
    BSH__PARAGRAPH_LEADS_ON = 1 << 10,  /* the same in prose: "The Gazette reports:" */
    BSH__PARAGRAPH_BULLET = 1 << 3,     /* opens with a bullet or "1." */
    BSH__PARAGRAPH_SPACELESS = 1 << 4,  /* Han, kana or Hangul in it */
    BSH__PARAGRAPH_NON_LATIN = 1 << 5,  /* letters beyond Latin in it */
    BSH__PARAGRAPH_ASKS = 1 << 6,       /* its last sign is a question mark */
    BSH__PARAGRAPH_INSIDE = 1 << 7,     /* in the article's region */
    BSH__PARAGRAPH_QUOTE_END = 1 << 8,  /* its last sign is a quote mark, no stop before it */
    BSH__PARAGRAPH_HEAD_TITLE = 1 << 9  /* headline capitals */
} bsh__paragraph_flag;

typedef struct bsh__paragraph {
    bsh_span span; /* without white space around it */
    uint32_t first_line, last_line;
    uint32_t n_words;
    uint32_t n_sentences; /* ends of sentences, counted roughly */
    uint32_t first_word;  /* its place in bsh__zones.initials */
    uint32_t clues;       /* of rules that may fit: clue_bits.h */
    uint16_t flags;       /* bsh__paragraph_flag */
    uint16_t rule;        /* bsh__zone_rule */
    uint8_t  draft;       /* bsh__draft */
    uint8_t  kind;        /* bsh_block_kind */
} bsh__paragraph;

static inline bool bsh__paragraph_has(const bsh__paragraph *paragraph, unsigned flags)
{
    return (paragraph->flags & flags) != 0;
}

static inline void bsh__paragraph_label(bsh__paragraph *paragraph, bsh_block_kind kind,
                                        bsh__zone_rule rule)
{
    paragraph->kind = (uint8_t) kind;
    paragraph->rule = (uint16_t) rule;
}

/* The paragraphs of a document, in text order. */
typedef struct bsh__zones {
    const char     *text;
    size_t          n_bytes;
    bsh__paragraph *paragraphs;
    size_t          n;
    /* A byte for each word: scan.h. */
    unsigned char *initials;
    size_t         n_initials;
} bsh__zones;

#endif
