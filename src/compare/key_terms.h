/* One term in the articles of two groups. */
#ifndef BSH_COMPARE_KEY_TERMS_H
#define BSH_COMPARE_KEY_TERMS_H

#include <broadsheet/keyness.h>

#include "base/status.h"
#include "corpus/terms_parts.h"

/* What the terms are compared in.  sides: of each article of the accumulator. */
typedef enum bsh__key_side { BSH__SIDE_A, BSH__SIDE_B, BSH__SIDE_NONE } bsh__key_side;
typedef struct bsh__key_corpora {
    bsh__term_parts  parts;
    bsh__term_spread groups[2];
    unsigned char   *sides; /* bsh__key_side */
    double          *rates; /* room for a number an article */
    double           conf_level;
} bsh__key_corpora;

/* Fills everything of a term but p_adj and is_key.  GSL's handler is held by the caller. */
void bsh__key_term_of(bsh_key_term *out, const bsh__key_corpora *corpora,
                      const bsh__term_entry *entry);

/* What bsh_keyness_create was given. */
const bsh_keyness_options *bsh__keyness_options_of(const bsh_keyness *keyness);

#endif
