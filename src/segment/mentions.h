/* A noun phrase read as a name: titles and offices told from given name and surname. */
#ifndef BSH_SEGMENT_MENTIONS_H
#define BSH_SEGMENT_MENTIONS_H

#include "segment/name_table.h"
#include "segment/noun_phrases.h"

typedef enum bsh__mention_sort {
    BSH__MENTION_PRONOUN,
    BSH__MENTION_PERSON,       /* Todd D. Robinson, Mr. Robinson, Robinson */
    BSH__MENTION_ORGANISATION, /* the White House, Halden Police */
    BSH__MENTION_COMMON        /* the farmer, officials, Ms. Ito and Mr. Bell */
} bsh__mention_sort;

typedef struct bsh__mention {
    bsh__mention_sort sort;
    bsh__name_key     key;
    bsh_span name;    /* as it is to be shown: titles dropped where a given name is left */
    uint32_t n_words; /* of it */
    uint8_t  gender;
    uint8_t  role;      /* of a pronoun: bsh__word_role */
    uint16_t flags;     /* BSH_QUOTE_FLAG_ANONYMOUS, BSH_QUOTE_FLAG_SPOKES */
    uint32_t head;      /* term of a common noun, an office or an organisation's last word */
    bool     is_known;  /* "the official", police: may be one who was named in full */
    bool     is_office; /* the head may be used again for this one alone: "the mayor" */
    bool     is_plural;
    bool     has_title;
    bool     has_given; /* the first word is a known given name or an initial */
} bsh__mention;

/* The role of a phrase that is one pronoun, "she"; BSH__ROLE_NONE of any other. */
static inline uint8_t bsh__pronoun_role(const bsh__item_view *view, bsh__phrase phrase)
{
    uint8_t const role = view->items[phrase.last].role;
    bool const    is_pronoun = role >= BSH__ROLE_HE && role <= BSH__ROLE_PRONOUN;
    return phrase.first == phrase.last && is_pronoun ? role : BSH__ROLE_NONE;
}

/* The head of a phrase tells of several: officials, police. */
static inline bool bsh__is_of_several(const bsh__item *head)
{
    return (head->traits & BSH__TRAIT_PLURAL) != 0 ||
           (head->lists & BSH__WORD_ORGANISATION) != 0;
}

/* The text of a phrase as it is written; "he" of "he's". */
bsh_span bsh__mention_span(const bsh__item_view *view, bsh__phrase phrase);

/* Reads a phrase that is a name and no pronoun.  Returns false, and reads nothing, if it is
 * none: "the farmer". */
bool bsh__mention_read_name(const bsh__item_view *view, bsh__phrase phrase,
                            bsh__mention *mention);

/* True if a phrase that is no name speaks of a person who may be meant by "he" or "she" further
 * on: an official, a woman; not "his father", of whom "he" tells nothing. */
bool bsh__mention_is_of_person(const bsh__item_view *view, bsh__phrase phrase);

void bsh__mention_read(const bsh__item_view *view, bsh__phrase phrase, bsh__mention *mention);

#endif
