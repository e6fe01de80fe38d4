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

/* DP = 1/2 sum |v/f - s/S| over the articles, DPnorm = DP / (1 - min s/S).
 *
 * The differences sum to 0, so half of their absolute values are the positive ones alone:
 * articles without the term drop out.  Times f S they are whole numbers, v S - s f, whose sum
 * is the same in whatever order the articles came, and exactly 0 for a term that is spread
 * evenly. Source: Gries 2008; Lijffijt & Gries 2012. */
__extension__ typedef unsigned __int128 bsh__wide;

/* The articles that a dispersion goes over. */
typedef struct bsh__term_spread {
    uint64_t n_words;
    uint64_t n_smallest; /* words of the shortest article that has any */
    uint64_t n_articles; /* with words */
} bsh__term_spread;
void bsh__term_spread_add(bsh__term_spread *spread, uint64_t n_words);

/* v S - s f of one article if it is positive: v times of f in s words of S. */
bsh__wide bsh__term_excess(const bsh__term_posting *in_article, uint64_t n_words,
                           uint64_t count, const bsh__term_spread *spread);

/* DPnorm from the sum of all; there must be two articles with words, and the term. */
double bsh__term_dp_norm(bsh__wide excess, uint64_t count, const bsh__term_spread *spread);

#endif
