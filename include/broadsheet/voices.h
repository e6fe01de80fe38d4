/* broadsheet/voices.h -- who says what, added up over the articles of each outlet. */
#ifndef BROADSHEET_VOICES_H
#define BROADSHEET_VOICES_H

#include <broadsheet/base.h>
#include <broadsheet/corpus.h>
#include <broadsheet/document.h>
#include <broadsheet/tally.h>

#ifdef __cplusplus
extern "C" {
#endif

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
 * `unnamed` and `nameless` have.  Those in most articles first; then people by words and by
 * reports, verbs by quotes and reports, kinds by pieces.
 * Borrowed until the next call of any function but bsh_voices_corpora. */
BSH_API bsh_status bsh_voices_rows(bsh_voices *voices, const char *corpus,
                                   const bsh_voice **out, size_t *n, bsh_error *err);

#ifdef __cplusplus
}
#endif
#endif
