/* Verbs of saying, and words that a rule of quotations names: grammar words that bound or carry
 * a phrase, words that a rule asks for alone, and small sets.  Generated from verbs.tsv and
 * word_roles.tsv in src/data/en/. */
#ifndef BSH_DATA_WORD_ROLES_H
#define BSH_DATA_WORD_ROLES_H

#include <stddef.h>
#include <stdint.h>

#include "data/lexicon.h"

/* Grammar words that bound or carry a phrase. */
typedef enum bsh__word_role {
    BSH__ROLE_NONE,
    BSH__ROLE_HE,
    BSH__ROLE_SHE,
    BSH__ROLE_THEY,
    BSH__ROLE_PRONOUN,   /* it, we, i, you, who */
    BSH__ROLE_AUXILIARY, /* has, was, will */
    BSH__ROLE_ADVERB,    /* also, later, quickly */
    BSH__ROLE_OPENER,    /* but, while, that: begins a clause */
    BSH__ROLE_AND,
    BSH__ROLE_OF,
    BSH__ROLE_NOUN /* in the list alone: ends as an adverb and is none, family */
} bsh__word_role;

/* Single words that a rule names. */
typedef enum bsh__key_word {
    BSH__KEY_NONE,
    BSH__KEY_ACCORDING,
    BSH__KEY_ALLEGED, /* reported, promised: as often an adjective */
    BSH__KEY_ANONYMITY,
    BSH__KEY_ARTICLE, /* a, this: tells nobody from others */
    BSH__KEY_AS,
    BSH__KEY_BE,
    BSH__KEY_BOTH, /* all: as SOME, and behind a noun, too */
    BSH__KEY_BUT,
    BSH__KEY_BY,
    BSH__KEY_CLOSE,    /* to the talks */
    BSH__KEY_EACH,     /* another: as SOME, but one of them; each may stand behind a noun */
    BSH__KEY_FAMILIAR, /* with the matter */
    BSH__KEY_FIRST,    /* further, long: adverbs right before a verb */
    BSH__KEY_FOCUS,    /* only, hardly: belongs to what follows */
    BSH__KEY_FOR,
    BSH__KEY_FORMER, /* former, vice, deputy: holds another office */
    BSH__KEY_HER,
    BSH__KEY_HIM,
    BSH__KEY_HIS,
    BSH__KEY_IDENTIFIED,
    BSH__KEY_IS,  /* any form but "be": was, been */
    BSH__KEY_ITS, /* their, my, every: a noun follows */
    BSH__KEY_KNOWN,
    BSH__KEY_MANY,  /* children, police: several */
    BSH__KEY_MODAL, /* will, would, may */
    BSH__KEY_MOST,  /* as SOME, but behind an article */
    BSH__KEY_NAMED,
    BSH__KEY_NOT,    /* never, no, neither, nobody */
    BSH__KEY_OBJECT, /* them, us: no subject; so are HIM and HER */
    BSH__KEY_OFFICE, /* mayor, judge: one person holds it */
    BSH__KEY_ON,
    BSH__KEY_PAST, /* read, got, came: a verb of the past that has no ending of it */
    BSH__KEY_PUT,  /* "as she put it" */
    BSH__KEY_SOME, /* others, many: stands for a noun, or before one */
    BSH__KEY_THAT,
    BSH__KEY_THE,
    BSH__KEY_TO,
    BSH__KEY_WENT,    /* shot back, went on */
    BSH__KEY_WHETHER, /* how, why, what: opens a reported question */
    BSH__KEY_WHO,
    BSH__KEY_WITH
} bsh__key_word;

/* Sets of words, and endings.  Those of the first byte are listed, but for NAME; the others are
 * told by the letters and the other lists. */
typedef enum bsh__word_trait {
    BSH__TRAIT_NAME = 1 << 0,     /* capitalised, and no grammar word */
    BSH__TRAIT_TITLE = 1 << 1,    /* Mr., President, President-elect, Republican */
    BSH__TRAIT_SUFFIX = 1 << 2,   /* Jr., III: behind a surname */
    BSH__TRAIT_PARTICLE = 1 << 3, /* de, von, al, bin: inside a name */
    BSH__TRAIT_TIME = 1 << 4,     /* week, minutes: when, and not who */
    BSH__TRAIT_LABEL = 1 << 5,    /* so-called, dubbed: before a word in scare quotes */
    BSH__TRAIT_SELF = 1 << 6,     /* himself, herself */
    BSH__TRAIT_JOINER = 1 << 7,   /* for, at, from, of: joins two nouns to one phrase */
    BSH__TRAIT_ING = 1 << 8,      /* saying */
    BSH__TRAIT_VERBAL = 1 << 9,   /* ends as a verb of the past or the third person: pressed */
    BSH__TRAIT_CLAUSAL = 1 << 10, /* ends as what opens a clause: asked, citing, shortly */
    BSH__TRAIT_PLURAL = 1 << 11,  /* ends in s */
    BSH__TRAIT_FILLER = 1 << 12,  /* noun, adjective, figure: may stand before a head */
    BSH__TRAIT_SAID = 1 << 13,    /* a form of say or tell */
    BSH__TRAIT_REPORTS = 1 << 14, /* verb of saying or of thought: a stop of the walk */
    BSH__TRAIT_LOADED = 1 << 15   /* verb of saying that takes sides: claimed, slammed */
} bsh__word_trait;

/* What the lists have of a word; all 0 for one that stands in none. */
typedef struct bsh__listed_word {
    uint8_t   role;   /* bsh__word_role */
    uint8_t   key;    /* bsh__key_word */
    uint8_t   traits; /* bsh__word_trait */
    bsh__verb verb;
} bsh__listed_word;

bsh__listed_word bsh__word_listed(const char *folded, size_t n_bytes);

/* What an English form is among the verbs of saying: "said" NEUTRAL, "claims" DOUBT. */
static inline bsh__verb bsh__verb_listed(const char *folded, size_t n_bytes)
{
    return bsh__word_listed(folded, n_bytes).verb;
}

/* The class alone. */
static inline unsigned bsh__verb_class(const char *folded, size_t n_bytes)
{
    return bsh__verb_listed(folded, n_bytes).verb_class;
}

#endif
