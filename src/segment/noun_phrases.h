/* Noun phrases beside a verb of saying. */
#ifndef BSH_SEGMENT_NOUN_PHRASES_H
#define BSH_SEGMENT_NOUN_PHRASES_H

#include "segment/quote_items.h"

/* Items first .. last, both in it; none if last < first. */
typedef struct bsh__phrase {
    uint32_t first, last;
} bsh__phrase;

#define BSH__NO_PHRASE ((bsh__phrase){1, 0})

/* Where items are read. */
typedef struct bsh__item_view {
    const bsh__word_source *source;
    const bsh__quote_input *input;
    const bsh__item        *items;
    size_t                  n_items;
    const uint32_t         *stops, *names; /* see bsh__item_list */
} bsh__item_view;

static inline bool bsh__is_phrase(bsh__phrase phrase)
{
    return phrase.last >= phrase.first;
}

/* The particle of a name: de, von, al, bin. */
static inline bool bsh__is_particle(const bsh__item *item)
{
    return (item->traits & BSH__TRAIT_PARTICLE) != 0;
}

/* The phrase that ends right before item `verb`, adverbs and auxiliaries between them passed
 * over, its apposition left out ("Dana Ruiz, the mayor, said").  Does not go before item `low`.
 * Looks at a bounded number of items. */
bsh__phrase bsh__phrase_before(const bsh__item_view *view, uint32_t low, uint32_t verb);

/* The phrase that the pronoun at item `who` belongs to: "Ana Bell, who said". */
bsh__phrase bsh__phrase_antecedent(const bsh__item_view *view, uint32_t who);

/* The phrase that begins right at item `first`; does not reach item `high`. */
bsh__phrase bsh__phrase_from(const bsh__item_view *view, uint32_t first, uint32_t high);

/* The first phrase of items low .. high that no preposition governs: the subject of a sentence.
 */
bsh__phrase bsh__phrase_subject(const bsh__item_view *view, uint32_t low, uint32_t high);

#endif
