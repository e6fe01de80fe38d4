/* The text that the benchmarks run on: the articles of a folder, repeated and varied. */
#ifndef BSH_TESTS_BENCH_ARTICLES_H
#define BSH_TESTS_BENCH_ARTICLES_H

#include <stddef.h>

typedef struct bench_article {
    char  *bytes; /* no NUL behind it */
    size_t n_bytes;
} bench_article;

typedef struct bench_articles {
    bench_article *items;
    size_t         n, n_bytes; /* how many, and all their bytes */
} bench_articles;

/* Says on standard error what went wrong and ends the program. */
_Noreturn void bench_stop(const char *what);

/* Reads FOLDER/NAME.txt and FOLDER/OUTLET/NAME.txt and repeats them until there are n_bytes,
 * each round with other new words, so that the vocabulary grows as in a stream of articles. */
void bench_articles_make(bench_articles *articles, const char *folder, size_t n_bytes);
void bench_articles_free(bench_articles *articles);

#endif
