/* Kinds of words that phrases are made of. */
#ifndef BSH_SEGMENT_PHRASE_WORDS_H
#define BSH_SEGMENT_PHRASE_WORDS_H

#include "data/lexicon.h"
#include "segment/word_items.h"

#define BSH__HEADS (BSH__WORD_ANONYMOUS_HEAD | BSH__WORD_SPOKES_HEAD | BSH__WORD_COURTESY)

#define BSH__GIVEN (BSH__WORD_MALE_NAME | BSH__WORD_FEMALE_NAME)

#define BSH__PERSONS (BSH__HEADS | BSH__GIVEN | BSH__WORD_FEMALE_TITLE | BSH__WORD_MALE_TITLE)

static inline bool bsh__is_plain_word(const bsh__item *item)
{
    return item->type == BSH__ITEM_WORD && (item->flags & BSH__ITEM_LINK) == 0;
}

/* No link.  What is no word has neither flags nor lists, traits or a role. */
static inline bool bsh__has_capital(const bsh__item *item)
{
    return (item->flags & (BSH__ITEM_CAPITAL | BSH__ITEM_LINK)) == BSH__ITEM_CAPITAL;
}

static inline bool bsh__is_on(const bsh__item *item, uint32_t lists)
{
    return (item->lists & lists) != 0;
}

static inline bool bsh__is_pronoun(const bsh__item *item)
{
    return item->role >= BSH__ROLE_HE && item->role <= BSH__ROLE_PRONOUN;
}

/* The, a, his; not "that", which opens a clause. */
static inline bool bsh__is_determiner(const bsh__item *item)
{
    return bsh__is_on(item, BSH__WORD_DETERMINER) && item->role == BSH__ROLE_NONE;
}

/* A sentence, or what is like one, ends here. */
static inline bool bsh__is_bound(const bsh__item *item)
{
    return item->type == BSH__ITEM_BREAK || item->type == BSH__ITEM_SEMICOLON ||
           item->type == BSH__ITEM_COLON;
}

/* A capitalised word that is taken for (part of) a name or a title. */
static inline bool bsh__is_name_word(const bsh__item *item)
{
    return (item->traits & BSH__TRAIT_NAME) != 0 && (item->flags & BSH__ITEM_LINK) == 0;
}

static inline bool bsh__is_preposition(const bsh__item *item)
{
    return bsh__is_on(item, BSH__WORD_PREPOSITION) && (item->flags & BSH__ITEM_LINK) == 0;
}

/* Of, for, at, from: what joins two nouns to one phrase ("a spokesman for the mayor"). */
static inline bool bsh__is_joiner(const bsh__item *item)
{
    return (item->traits & BSH__TRAIT_JOINER) != 0;
}

/* A word that may stand inside a phrase before its head: noun, adjective, figure. */
static inline bool bsh__is_filler(const bsh__item *item)
{
    return (item->traits & BSH__TRAIT_FILLER) != 0;
}

/* Residents, Officials, Police: nouns, though they hardly ever have a capital elsewhere. */
static inline bool bsh__is_group(const bsh__item *item)
{
    bool const is_plural = (item->traits & BSH__TRAIT_PLURAL) != 0 &&
                           item->role == BSH__ROLE_NONE && item->verb_class == BSH_VERB_NONE &&
                           !bsh__is_on(item, BSH__WORD_FUNCTION);
    return is_plural || bsh__is_on(item, BSH__HEADS | BSH__WORD_ORGANISATION);
}

/* The first word of a sentence, which a capital makes no name: Still, Instead, Added. */
static inline bool bsh__is_starter(const bsh__item *item)
{
    return (item - 1)->type == BSH__ITEM_BREAK && bsh__has_capital(item) &&
           !bsh__is_on(item, BSH__WORD_DETERMINER) && !bsh__is_group(item) &&
           (bsh__is_on(item, BSH__WORD_STARTER) || item->verb_class != BSH_VERB_NONE);
}

/* Tuesday, minutes: when, and not who. */
static inline bool bsh__is_time(const bsh__item *item)
{
    return (item->traits & BSH__TRAIT_TIME) != 0 ||
           (bsh__is_on(item, BSH__WORD_TIME_WORD) &&
            !bsh__is_on(item, BSH__WORD_MALE_NAME | BSH__WORD_FEMALE_NAME));
}

/* De, van der: particles right before a name. */
static inline bool bsh__leads_to_name(const bsh__item *item)
{
    bool const is_particle = (item->traits & BSH__TRAIT_PARTICLE) != 0;
    bool const is_double = is_particle && (item[1].traits & BSH__TRAIT_PARTICLE) != 0;
    return is_particle && bsh__is_name_word(item + 1 + is_double);
}

/* Official, spokesman, general, mother, Ana: names or describes a person. */
static inline bool bsh__is_person_word(const bsh__item *item)
{
    return bsh__is_on(item, BSH__PERSONS);
}

/* What may be a person by these, which an item and its form have: a name, a woman, he, she or
 * they. */
static inline bool bsh__has_person(unsigned traits, uint32_t lists, unsigned role)
{
    return (traits & (BSH__TRAIT_NAME | BSH__TRAIT_TITLE)) != 0 ||
           (lists & BSH__PERSONS) != 0 || (role >= BSH__ROLE_HE && role <= BSH__ROLE_THEY);
}

/* A subject without one of them is nobody who was spoken of. */
static inline bool bsh__may_be_person(const bsh__item *item)
{
    return bsh__has_person(item->traits, item->lists, item->role);
}

/* A word inside a sentence with a capital: Mr. Long, Kim Most, Witness A. */
static inline bool bsh__is_spelt_as_name(const bsh__item *item)
{
    return bsh__has_capital(item) && bsh__is_plain_word(item - 1);
}

/* The, a, its: a noun follows; but none follows "a friend of his". */
static inline bool bsh__needs_noun(const bsh__item *item)
{
    bool const is_article =
        item->key == BSH__KEY_ARTICLE && !bsh__is_on(item, BSH__WORD_PRONOUN);
    bool const is_his = item->key == BSH__KEY_HIS && item[-1].role != BSH__ROLE_OF;
    return (is_article || is_his || item->key == BSH__KEY_THE || item->key == BSH__KEY_ITS) &&
           !bsh__is_spelt_as_name(item);
}

/* Others, both, most: may stand for a noun. */
static inline bool bsh__may_be_noun(const bsh__item *item)
{
    bool const may_be = item->key == BSH__KEY_SOME || item->key == BSH__KEY_BOTH ||
                        item->key == BSH__KEY_EACH || item->key == BSH__KEY_MOST;
    return may_be && !bsh__is_spelt_as_name(item);
}

/* Obtained, prepared: a word in lower case that ends as a verb of the past. */
static inline bool bsh__ends_in_ed(const bsh__item *item)
{
    unsigned const both = BSH__TRAIT_CLAUSAL | BSH__TRAIT_VERBAL;
    return (item->traits & both) == both && (item->flags & BSH__ITEM_CAPITAL) == 0;
}

#endif
