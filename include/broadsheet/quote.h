/* broadsheet/quote.h -- quoted pieces and who says them. */
#ifndef BROADSHEET_QUOTE_H
#define BROADSHEET_QUOTE_H

#include <broadsheet/base.h>

#ifdef __cplusplus
extern "C" {
#endif

/* Kinds of pieces.  DIRECT and FRAGMENT make quote density. */
#define BSH_QUOTE_KIND_MAP(X)                                                                  \
    X(DIRECT, "direct")     /* reproduces an utterance */                                      \
    X(FRAGMENT, "fragment") /* a partial quote built into the reporter's sentence */           \
    X(SCARE, "scare")       /* so-called "reform": no speaker */                               \
    X(TITLE, "title")       /* name of a work */                                               \
    X(NESTED, "nested")     /* inside another piece: reported, never counted again */          \
    X(INDIRECT, "indirect") /* reported speech without marks */

/* How the speaker was found. */
#define BSH_QUOTE_VIA_MAP(X)                                                                   \
    X(NONE, "")                                                                                \
    X(LEFT, "left")           /* name before verb: Ms. Ito said */                             \
    X(INVERTED, "inverted")   /* said Ms. Ito */                                               \
    X(COLON, "colon")         /* Ms. Ito: "..." */                                             \
    X(ACCORDING, "according") /* according to Ms. Ito */                                       \
    X(SAME_PARAGRAPH, "same-paragraph")                                                        \
    X(SUBJECT, "subject") /* subject of the sentence a fragment stands in */                   \
    X(CARRIED, "carried") /* from the paragraph before, or from where the quote goes on */

/* Classes of verbs of saying. */
#define BSH_VERB_CLASS_MAP(X)                                                                  \
    X(NONE, "")                                                                                \
    X(NEUTRAL, "neutral")                                                                      \
    X(DOUBT, "doubt")                                                                          \
    X(CONCESSION, "concession")                                                                \
    X(FORCE, "force")                                                                          \
    X(ENDORSEMENT, "endorsement")                                                              \
    X(MANNER, "manner")                                                                        \
    X(FORECAST, "forecast")                                                                    \
    X(JUDGEMENT, "judgement")                                                                  \
    X(OTHER, "other") /* a verb that is on no list, right after a quote: "pressed" */

/* Flags of a piece, in the order in which they are printed. */
#define BSH_QUOTE_FLAG_MAP(X)                                                                  \
    X(CONTINUES, 0, "continues")           /* goes on in the next paragraph */                 \
    X(CLOSE_REPAIRED, 1, "close_repaired") /* closed by the wrong mark */                      \
    X(CLOSE_GUESSED, 2, "close_guessed")   /* closer missing, place guessed */                 \
    X(OPEN_REPAIRED, 3, "open_repaired")                                                       \
    X(OPEN_GUESSED, 4, "open_guessed")                                                         \
    X(UNCLOSED, 5, "unclosed")       /* ends with its paragraph */                             \
    X(NESTED_SAME, 6, "nested_same") /* holds a piece in the same marks */                     \
    X(ANONYMOUS, 7, "anonymous")                                                               \
    X(SPOKES, 8, "spokes")

#define BSH_QUOTE_KIND_ENUM(name, id)      BSH_QUOTE_##name,
#define BSH_QUOTE_VIA_ENUM(name, id)       BSH_VIA_##name,
#define BSH_VERB_CLASS_ENUM(name, id)      BSH_VERB_##name,
#define BSH_QUOTE_FLAG_ENUM(name, bit, id) BSH_QUOTE_FLAG_##name = 1 << (bit),
typedef enum bsh_quote_kind {
    BSH_QUOTE_KIND_MAP(BSH_QUOTE_KIND_ENUM) BSH_QUOTE_KIND_COUNT
} bsh_quote_kind;
typedef enum bsh_quote_via {
    BSH_QUOTE_VIA_MAP(BSH_QUOTE_VIA_ENUM) BSH_VIA_COUNT
} bsh_quote_via;
typedef enum bsh_verb_class {
    BSH_VERB_CLASS_MAP(BSH_VERB_CLASS_ENUM) BSH_VERB_CLASS_COUNT
} bsh_verb_class;
typedef enum bsh_quote_flag {
    BSH_QUOTE_FLAG_MAP(BSH_QUOTE_FLAG_ENUM) BSH_QUOTE_FLAG_COUNT = 9
} bsh_quote_flag;
#undef BSH_QUOTE_KIND_ENUM
#undef BSH_QUOTE_VIA_ENUM
#undef BSH_VERB_CLASS_ENUM
#undef BSH_QUOTE_FLAG_ENUM

/* Pieces with one of these flags are counted as repairs. */
#define BSH_QUOTE_REPAIRS                                                                      \
    (BSH_QUOTE_FLAG_CLOSE_REPAIRED | BSH_QUOTE_FLAG_CLOSE_GUESSED |                            \
     BSH_QUOTE_FLAG_OPEN_REPAIRED | BSH_QUOTE_FLAG_OPEN_GUESSED | BSH_QUOTE_FLAG_UNCLOSED)

#define BSH_NO_SPEAKER UINT32_MAX

/* What a speaker is called by. */
typedef enum bsh_speaker_sort {
    BSH_SPEAKER_COMMON,      /* the farmer, officials, she: no name */
    BSH_SPEAKER_SURNAME,     /* a person of whom one name is known: Bell, Mr. Bell */
    BSH_SPEAKER_PERSON,      /* Ana Bell */
    BSH_SPEAKER_ORGANISATION /* the White House, Halden Police */
} bsh_speaker_sort;

/* What titles, pronouns and given names tell of a person; it keeps Mr. Bell from Ana Bell. */
typedef enum bsh_speaker_gender {
    BSH_GENDER_UNKNOWN,
    BSH_GENDER_MALE = 1, /* bits, so that voices of many articles hold both */
    BSH_GENDER_FEMALE = 2
} bsh_speaker_gender;

/* One piece: a stretch between an opening and a closing mark; or a clause of indirect speech,
 * of which span and inner are the same, which may hold pieces and has a group of its own. Never
 * crosses a block. */
typedef struct bsh_quote {
    bsh_span span;    /* with the marks */
    bsh_span inner;   /* between the marks */
    bsh_span mention; /* the speaker as written beside it or where carried from; may be empty */
    bsh_span verb;    /* the verb of saying as written; may be empty */
    uint32_t block;   /* index of its block */
    uint32_t sentence; /* index of the sentence in which inner begins */
    uint32_t group;    /* number of the quote (utterance), from 1 */
    uint32_t n_words;  /* words wholly inside */
    uint32_t speaker;  /* index into the document's speakers, or BSH_NO_SPEAKER */
    uint8_t  kind;     /* bsh_quote_kind */
    uint8_t  via;      /* bsh_quote_via */
    uint8_t  verb_class;
    bool     is_said; /* the verb is a form of say or tell; false without a verb */
    bool is_loaded;   /* the verb takes sides: claimed, admitted, slammed; false without one */
    uint16_t flags;   /* bsh_quote_flag */
} bsh_quote;

/* True of direct and fragment pieces, which make quote density. */
static inline bool bsh_quote_is_quoting(const bsh_quote *quote)
{
    return quote->kind == BSH_QUOTE_DIRECT || quote->kind == BSH_QUOTE_FRAGMENT;
}

/* A speaker: all mentions that merge under one name. */
typedef struct bsh_speaker {
    bsh_string name;       /* fullest form of the name in the counted blocks */
    uint32_t   n_quotes;   /* utterances with a direct or fragment piece */
    uint32_t   n_words;    /* words in direct and fragment pieces */
    uint32_t   n_indirect; /* clauses of indirect speech */
    uint16_t   flags;      /* BSH_QUOTE_FLAG_ANONYMOUS, BSH_QUOTE_FLAG_SPOKES */
    uint8_t    sort;       /* bsh_speaker_sort */
    uint8_t    gender;     /* bsh_speaker_gender */
} bsh_speaker;

/* Names as the data formats print them.  Static; "" for what is unknown or none. */
BSH_API const char *bsh_quote_kind_name(unsigned kind);
BSH_API const char *bsh_quote_via_name(unsigned via);
BSH_API const char *bsh_verb_class_name(unsigned verb_class);
BSH_API const char *bsh_quote_flag_name(unsigned bit); /* bit 0 .. BSH_QUOTE_FLAG_COUNT - 1 */

#ifdef __cplusplus
}
#endif
#endif
