/* What the zone rules look at in a paragraph: words, sentence ends, capitals. */
#ifndef BSH_ARTICLE_FEATURES_H
#define BSH_ARTICLE_FEATURES_H

#include "article/zones.h"

/* Sets n_words, n_sentences, clues and flags of a paragraph whose span is set, and writes the
 * initials of its words, as many as are returned (of a text without spaces n_words is more). */
uint32_t bsh__features_find(const char *text, bsh__paragraph *paragraph,
                            unsigned char *initials);

/* Shares that only paragraphs without a sentence end are asked for, 0 to 1.  Long paragraphs
 * are judged by their first 64 KiB. */
typedef struct bsh__shares {
    float function_words; /* of all words */
    float capitals;       /* of words of four letters or more that are no function words; of all
                             words if there are fewer than three such */
} bsh__shares;
bsh__shares bsh__features_shares(const char *text, const bsh__paragraph *paragraph);

/* What a line opens with: a sign that can be nothing but a bullet; or a dash or number, which
 * may also be prose that was wrapped there ("... in" / "1998. The bridge ..."). */
typedef enum bsh__bullet {
    BSH__BULLET_NONE,
    BSH__BULLET_SIGN,
    BSH__BULLET_NUMBER_OR_DASH
} bsh__bullet;
bsh__bullet bsh__bullet_at(const char *text, bsh_span span);

/* True if a word of saying is in it: said, says, told, added, asked, wrote. */
bool bsh__features_has_said(const char *text, bsh_span span);

/* True if a verb of saying in any form is in it: reports, writes, claimed. */
bool bsh__features_has_saying(const char *text, bsh_span span);

#endif
