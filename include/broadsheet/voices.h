/* broadsheet/voices.h -- who says what, added up: in one article, and over the articles of each
 * outlet. */
#ifndef BROADSHEET_VOICES_H
#define BROADSHEET_VOICES_H

#include <broadsheet/base.h>
#include <broadsheet/corpus.h>
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

/* ---- one article */

/* A reusable adding machine; use changes speed only. */
typedef struct bsh_tally bsh_tally;

BSH_API bsh_status    bsh_tally_create(bsh_tally **out, bsh_voices_by by,
                                       const bsh_allocator *allocator, bsh_error *err);
BSH_API void          bsh_tally_destroy(bsh_tally *tally);
BSH_API bsh_voices_by bsh_tally_by(const bsh_tally *tally);

/* Adds up the quotations of an article.  Speakers: most words first, ties by the first quote;
 * verbs: most quotes and reports
 * first; kinds in the order of bsh_quote_kind.  What has no name is last.
 * Borrowed until the next call, and no longer than the document. */
BSH_API bsh_status bsh_tally_read(bsh_tally *tally, const bsh_document *document,
                                  const bsh_voice **out, size_t *n, bsh_error *err);

/* ---- many articles */

/* Collects voices, those of each outlet (bsh_input.corpus) apart.  One per thread, then merged;
 * the result does not depend on the order.  Memory grows with the speakers that have a name,
 * not with the quotes.
 *
 * Speakers of several articles are one if their full names are alike but for case and blanks.
 * One of whom an article has the surname alone ("Ms. Bell") is the one person of the outlet
 * whose full name ends in it ("Ana Bell"), unless one article has both or what is known of
 * their gender differs.  Where several full names end in it, it stays apart; where none does,
 * "Ms. Bell" and "Mayor Bell" are one unless the outlet has a Mr. Bell too. */
typedef struct bsh_voices bsh_voices;

BSH_API bsh_status bsh_voices_create(bsh_voices **out, bsh_voices_by by,
                                     const bsh_allocator *allocator, bsh_error *err);
BSH_API void       bsh_voices_destroy(bsh_voices *voices);

/* Adds an article; of its input the number and the corpus are looked at. */
BSH_API bsh_status bsh_voices_add(bsh_voices *voices, const bsh_input *input,
                                  const bsh_document *document, bsh_error *err);

/* Adds all of `other`, whose articles must have other numbers. */
BSH_API bsh_status bsh_voices_merge(bsh_voices *voices, const bsh_voices *other,
                                    bsh_error *err);

/* What is known of an outlet. */
typedef struct bsh_voices_corpus {
    const char *name;
    uint64_t    first; /* number of its first article */
    uint64_t    articles, words, quoted_words, quotes, pieces, repairs, indirect;
    uint64_t    foreign;  /* articles in other languages than English: no speaker looked for */
    uint64_t    speakers; /* in an article, summed */
    bsh_voice   organisations; /* by speaker: the White House */
    bsh_voice   unnamed;       /* by speaker: officials, a man, she; anonymous sources */
    bsh_voice   nameless;      /* no speaker, or no verb, was found */
} bsh_voices_corpus;

/* The outlets, in the order of their first articles.  Borrowed until the next add or merge. */
BSH_API bsh_status bsh_voices_corpora(bsh_voices *voices, const bsh_voices_corpus **out,
                                      size_t *n, bsh_error *err);

/* The voices of the outlet of this name: people, verbs or kinds, without what `organisations`,
 * `unnamed` and `nameless` have.  Those in most articles first; then people by words, verbs
 * by quotes and reports, kinds by pieces.
 * Borrowed until the next call of any function but bsh_voices_corpora. */
BSH_API bsh_status bsh_voices_rows(bsh_voices *voices, const char *corpus,
                                   const bsh_voice **out, size_t *n, bsh_error *err);

#ifdef __cplusplus
}
#endif
#endif
