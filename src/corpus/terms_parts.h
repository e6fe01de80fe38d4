/* The inside of a term accumulator, for those that read it: terms, articles, and how often each
 * article holds each term. */
#ifndef BSH_CORPUS_TERMS_PARTS_H
#define BSH_CORPUS_TERMS_PARTS_H

#include <broadsheet/terms.h>

typedef struct bsh__term_article {
    uint64_t seq;
    uint64_t n_words;
} bsh__term_article;

/* A term in an article. */
typedef struct bsh__term_posting {
    uint64_t count;
    uint32_t article; /* number in `articles` */
    uint32_t next;    /* number of the term's posting before this one, + 1; 0 ends */
} bsh__term_posting;

typedef struct bsh__term_entry {
    bsh_string text;
    uint64_t   hash;
    uint64_t   count;
    uint32_t   n_articles;
    uint32_t   last; /* number of its last posting + 1 */
} bsh__term_entry;

/* Borrowed until the accumulator is next changed.  Articles, entries and the postings of an
 * entry come in the order in which they were added: nothing may depend on it. */
typedef struct bsh__term_parts {
    const bsh__term_article *articles;
    size_t                   n_articles;
    const bsh__term_entry   *entries;
    size_t                   n_entries;
    const bsh__term_posting *postings;
} bsh__term_parts;
bsh__term_parts bsh__term_parts_of(const bsh_terms *terms);

#endif
