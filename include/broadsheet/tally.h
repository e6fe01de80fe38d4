/* broadsheet/tally.h -- who says what in one article, added up by speaker, verb or kind. */
#ifndef BROADSHEET_TALLY_H
#define BROADSHEET_TALLY_H

#include <broadsheet/base.h>
#include <broadsheet/document.h>

#ifdef __cplusplus
extern "C" {
#endif

/* What quotations are added up by. */
#define BSH_VOICES_BY_MAP(X)                                                                   \
    X(SPEAKER, "speaker") /* resolved name */                                                  \
    X(VERB, "verb")       /* form as written, folded: "said"; and its class */                 \
    X(KIND, "kind")       /* direct, fragment, scare ... */
#define BSH_VOICES_BY_ENUM(name, id) BSH_BY_##name,
typedef enum bsh_voices_by { BSH_VOICES_BY_MAP(BSH_VOICES_BY_ENUM) BSH_BY_COUNT } bsh_voices_by;
#undef BSH_VOICES_BY_ENUM

/* The one of a name; BSH_BY_COUNT if there is none. */
BSH_API bsh_voices_by bsh_voices_by_find(const char *name);

/* A speaker, a verb or a kind, and what is quoted of it.  By speaker and by verb, quotes,
 * pieces and words are those of direct and fragment pieces; a piece without a verb of its own
 * (“A,” she said. “B.”) has that of its quote.  By kind they are those of the kind. */
typedef struct bsh_voice {
    bsh_string name;     /* empty: no speaker, or no verb, was found */
    uint64_t   articles; /* that have it; 1 in one article */
    uint64_t   quotes, pieces, words;
    uint64_t   indirect; /* clauses of indirect speech; by kind these are its pieces */
    uint64_t   speakers; /* in an article; over several their sum */
    uint32_t   first;    /* where the first one begins in the text of its article */
    uint8_t    sort;     /* of a speaker: bsh_speaker_sort */
    uint8_t    gender;   /* of a speaker: bsh_speaker_gender; over several, all that were met */
    uint8_t    verb_class; /* of a verb: bsh_verb_class */
    uint16_t   flags;      /* of a speaker: BSH_QUOTE_FLAG_ANONYMOUS, BSH_QUOTE_FLAG_SPOKES */
} bsh_voice;

/* A reusable adding machine; use changes speed only. */
typedef struct bsh_tally bsh_tally;

BSH_API bsh_status    bsh_tally_create(bsh_tally **out, bsh_voices_by by,
                                       const bsh_allocator *allocator, bsh_error *err);
BSH_API void          bsh_tally_destroy(bsh_tally *tally);
BSH_API bsh_voices_by bsh_tally_by(const bsh_tally *tally);

/* Adds up the quotations of an article.  Speakers: most words first, ties by the first quote;
 * verbs: most quotes and reports first; kinds in the order of bsh_quote_kind.  What has no name
 * is last. Borrowed until the next call, and no longer than the document. */
BSH_API bsh_status bsh_tally_read(bsh_tally *tally, const bsh_document *document,
                                  const bsh_voice **out, size_t *n, bsh_error *err);

#ifdef __cplusplus
}
#endif
#endif
