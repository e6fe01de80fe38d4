/* What the word lists know of a word: one look-up gives all.  Generated from src/data/<lang>/.
 */
#ifndef BSH_DATA_LEXICON_H
#define BSH_DATA_LEXICON_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* One bit a word list: enum name, file src/data/en/<id>.tsv, what is on it.  Words are folded
 * (lower case), without the final stop: "u.s", "mr". */
#define BSH__WORD_LIST_MAP(X)                                                                  \
    X(FUNCTION, 0, "function_words")   /* no content: the, of, is, because */                  \
    X(STOP, 1, "stop_words")           /* the short list that the zone rules count */          \
    X(STARTER, 2, "sentence_starters") /* hardly ever capitalised inside a sentence */         \
    X(ABBR_TITLE, 3, "abbr_title")     /* mr, dr, gen: never ends a sentence */                \
    X(ABBR_NEVER, 4, "abbr_never")     /* vs, e.g, cf */                                       \
    X(ABBR_NUMBER, 5, "abbr_number")   /* no, p, vol: before a figure */                       \
    X(ABBR_MONTH, 6, "abbr_month")     /* jan, sept */                                         \
    X(ABBR_DAY, 7, "abbr_day")         /* mon, thurs */                                        \
    X(ABBR_SOFT, 8, "abbr_soft")       /* inc, jr, calif, u.s: may end a sentence */           \
    X(ABBR_UNIT, 9, "abbr_unit")       /* ft, kg, min: after a number */                       \
    X(DALE_CHALL, 10, "dale_chall")    /* familiar words of Dale and Chall */                  \
    X(PREPOSITION, 11, "prepositions")                                                         \
    X(CONJUNCTION, 12, "conjunctions")                                                         \
    X(PRONOUN, 13, "pronouns")                                                                 \
    X(DETERMINER, 14, "determiners")                                                           \
    X(ANONYMOUS_HEAD, 15, "anonymous_heads")  /* official, source, residents */                \
    X(SPOKES_HEAD, 16, "spokes_heads")        /* spokesman, spokeswoman, spokesperson */       \
    X(WORK_NOUN, 17, "work_nouns")            /* book, film, song: a title follows */          \
    X(NAMED_WITH_MARK, 18, "names_with_mark") /* yahoo!, jeopardy! */                          \
    X(COURTESY, 19, "courtesy_titles") /* mr, ms, gen, sen, president, mayor: before names */  \
    X(ORGANISATION, 20, "organisation_words") /* inc, police, ministry, university */          \
    X(TIME_WORD, 21, "time_words")            /* days, months, time zones, eastern */          \
    X(AMBIGUOUS_VERB, 22, "ambiguous_verbs")  /* report, note, call: nouns too */              \
    X(ABBR_OTHER, 23, "abbr_other")           /* any further abbreviation with a final stop */ \
    X(FEMALE_TITLE, 24, "female_titles")      /* ms, mrs, mme */                               \
    X(MALE_TITLE, 25, "male_titles")          /* mr */                                         \
    X(FEMALE_NAME, 26, "female_names")        /* common given names that tell */               \
    X(MALE_NAME, 27, "male_names")                                                             \
    X(THOUGHT_VERB, 28, "thought_verbs")     /* believe, thinks, hoped */                      \
    X(IRREGULAR_PAST, 29, "irregular_pasts") /* took, fell: finite */                          \
    X(HEARER_VERB, 30, "hearer_verbs")       /* tell, warn: the hearer stands behind */

typedef enum bsh__word_list {
#define BSH__WORD_LIST_ENUM(name, bit, id) BSH__WORD_##name = 1 << (bit),
    BSH__WORD_LIST_MAP(BSH__WORD_LIST_ENUM)
#undef BSH__WORD_LIST_ENUM
} bsh__word_list;

/* The lists a folded word is on (bits of bsh__word_list); 0 if on none. */
uint32_t bsh__word_lists(const char *folded, size_t n_bytes);

/* A verb of saying in one of its forms. */
typedef struct bsh__verb {
    uint8_t verb_class; /* bsh_verb_class of broadsheet/quote.h; 0: no verb of saying */
    bool    is_said;    /* a form of "say" or "tell" */
    bool    is_loaded; /* takes sides: doubt, concession, force, endorsement, judgement, but for
                          "call", which judges nothing by itself */
} bsh__verb;

/* What a table of verbs of another language has for a form. */
static inline bsh__verb bsh__verb_from(uint32_t value)
{
    return (bsh__verb){(uint8_t) value, (value & 0x100U) != 0, (value & 0x200U) != 0};
}

/* The number of English forms. */
size_t bsh__n_english_verbs(void);

/* Syllables of an English word in lower-case ASCII letters and apostrophes: the shortest
 * pronunciation of the dictionary, else by rule and at least 1.  0 is listed for a few words
 * without a vowel: "shh".  n_bytes > 0. */
unsigned bsh__syllables_english(const char *lower, size_t n_bytes);

/* True if the dictionary has other syllables for a word with an apostrophe behind it: "goin'"
 * has 2, Goin 1. */
bool bsh__has_marked_syllables(const char *lower, size_t n_bytes, unsigned *n_syllables);

/* Phrases of the zone rules, lower case but for N, a number: which list, by which of its words
 * a phrase is known before it is looked for (clues.h), file src/data/en/phrases_<id>.tsv. */
#define BSH__PHRASE_LIST_MAP(X)                                                                \
    X(AGENCY, LAST, "agencies")      /* ap, reuters, getty images */                           \
    X(SHOP, ANY, "shop")             /* get it here, buy now, free shipping */                 \
    X(AD_LINE, FIRST, "ad_lines")    /* whole line: advertisement, sponsored */                \
    X(INTERFACE, FIRST, "interface") /* line opens with: read more, leave a reply */           \
    X(INTERFACE_LINE, FIRST, "interface_lines") /* whole line: home, reply, save */            \
    X(COMMENT_HEAD, FIRST, "comment_heads")     /* leave a reply, join the conversation */     \
    X(AUTHOR_NOTE, ANY, "author_notes")         /* contributed to this report */               \
    X(PLACEHOLDER, FIRST, "placeholders")       /* whole line: file photo, getty images */     \
    X(CREDIT_OPENER, FIRST, "credit_openers")   /* photo by, image:, courtesy of */            \
    X(SITE_NOTICE, FIRST, "site_notices") /* this site uses, we use cookies, copyright */      \
    X(SITE_APPEAL, ANY, "site_appeals")   /* to your inbox, our privacy policy */              \
    X(TIMESTAMP_OPENER, FIRST, "timestamp_openers") /* published, updated */                   \
    X(AUTHOR_LINK, ANY, "author_links")             /* is a */                                 \
    X(AUTHOR_ROLE, ANY, "author_roles")             /* staff writer, columnist */              \
    X(AUTHOR_WORK, ANY, "author_works")       /* before a name: reporting by, editing by */    \
    X(BEAT, ANY, "beats")                     /* behind a name: covers, writes about */        \
    X(BUY_VERB, ANY, "buy_verbs")             /* behind a price: get, order */                 \
    X(BYLINE_OPENER, FIRST, "byline_openers") /* by, written by: */                            \
    X(FOLLOW_OPENER, FIRST, "follow_openers") /* follow, join */                               \
    X(PICTURE_WORD, ANY, "picture_words")     /* photo, handout */

typedef enum bsh__phrase_place {
    BSH__PLACE_FIRST, /* the first word of the paragraph is the first of the phrase */
    BSH__PLACE_ANY,
    BSH__PLACE_LAST
} bsh__phrase_place;

typedef enum bsh__phrase_list {
#define BSH__PHRASE_LIST_ENUM(name, place, id) BSH__PHRASE_##name,
    BSH__PHRASE_LIST_MAP(BSH__PHRASE_LIST_ENUM)
#undef BSH__PHRASE_LIST_ENUM
        BSH__PHRASE_LIST_COUNT
} bsh__phrase_list;

/* The phrases of a list, sorted by bytes; NUL-terminated, static. */
const char *const *bsh__phrases(bsh__phrase_list list, size_t *n);

/* Those that begin with a letter a .. z; for any other sign, all that begin with signs below a,
 * or above z. */
const char *const *bsh__phrases_from(bsh__phrase_list list, char first, size_t *n);

#endif
