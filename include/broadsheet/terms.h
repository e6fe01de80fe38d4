/* broadsheet/terms.h -- term frequencies over many articles. */
#ifndef BROADSHEET_TERMS_H
#define BROADSHEET_TERMS_H

#include <broadsheet/base.h>
#include <broadsheet/document.h>

#ifdef __cplusplus
extern "C" {
#endif

/* Collects term counts.  One per thread, then merged; the result does not depend on the order.
 */
typedef struct bsh_terms bsh_terms;

BSH_API bsh_status bsh_terms_create(bsh_terms **out, const bsh_allocator *allocator,
                                    bsh_error *err);
BSH_API void       bsh_terms_destroy(bsh_terms *terms);

/* Adds the counted words of an article.  `seq` numbers the articles of the whole run, from 0.
 */
BSH_API bsh_status bsh_terms_add(bsh_terms *terms, uint64_t seq, const bsh_document *document,
                                 bsh_error *err);

/* Adds all of `other`, whose articles must have other numbers. */
BSH_API bsh_status bsh_terms_merge(bsh_terms *terms, const bsh_terms *other, bsh_error *err);

typedef struct bsh_term_row {
    bsh_string term;
    uint64_t   count;
    uint64_t   docs;        /* articles that hold it */
    double     per_million; /* 1e6 count / all words */
    double     dp_norm;     /* Gries' normalised deviation of proportions over articles, 0..1 */
    bool       has_dp_norm; /* false for fewer than two articles with words */
} bsh_term_row;

/* All terms, most frequent first, ties by the bytes of the term.  Borrowed from `terms` until
 * it is next changed.  Source of dp_norm: Gries 2008; Lijffijt & Gries 2012. */
BSH_API bsh_status bsh_terms_rows(bsh_terms *terms, const bsh_term_row **out, size_t *n,
                                  bsh_error *err);

/* All words, and all articles, that were added. */
BSH_API uint64_t bsh_terms_words(const bsh_terms *terms);
BSH_API uint64_t bsh_terms_articles(const bsh_terms *terms);

#ifdef __cplusplus
}
#endif
#endif
