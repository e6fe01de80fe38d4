#include "tests/bench/bench_articles.h"

#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { MOST_ARTICLES = 100000, MOST_BYTES = 1 << 24 };

void bench_stop(const char *what)
{
    (void) fprintf(stderr, "bench: %s\n", what);
    exit(1);
}

static void *require(void *memory)
{
    if (memory == NULL) {
        bench_stop("out of memory");
    }
    return memory;
}

static void add(bench_articles *articles, bench_article article)
{
    if (articles->n == MOST_ARTICLES) {
        bench_stop("too many articles");
    }
    articles->items[articles->n++] = article;
    articles->n_bytes += article.n_bytes;
}

/* ---- files */

static void read_article(bench_articles *articles, const char *path)
{
    FILE *const file = fopen(path, "rb");
    if (file == NULL) {
        bench_stop(path);
    }
    char *const  bytes = require(malloc(MOST_BYTES));
    size_t const n = fread(bytes, 1, MOST_BYTES, file);
    (void) fclose(file);
    add(articles, (bench_article){require(realloc(bytes, n + 1)), n});
}

static int is_visible(const struct dirent *entry)
{
    return entry->d_name[0] != '.';
}

/* Adds the files of a folder and of the folders in it. */
static void read_folder(bench_articles *articles, const char *folder, unsigned depth)
{
    struct dirent **names = NULL;
    int const       n = scandir(folder, &names, is_visible, alphasort);
    for (int i = 0; i < n; ++i) {
        char path[1024];
        (void) snprintf(path, sizeof path, "%s/%s", folder, names[i]->d_name);
        if (strstr(names[i]->d_name, ".txt") != NULL) {
            read_article(articles, path);
        } else if (depth > 0) {
            read_folder(articles, path, depth - 1);
        }
        free(names[i]);
    }
    free(names);
}

/* ---- variation */

/* A copy in which some words are new: round 3 makes of every 29th-or-so long lower-case word
 * another one by changing its third letter. */
static bench_article vary(bench_article original, size_t round)
{
    char *const bytes = require(malloc(original.n_bytes + 1));
    memcpy(bytes, original.bytes, original.n_bytes);
    size_t run = 0;
    size_t n_words = 0;
    for (size_t i = 0; i < original.n_bytes; ++i) {
        run = bytes[i] >= 'a' && bytes[i] <= 'z' ? run + 1 : 0;
        if (run == 6 && ++n_words % 29 == round % 29) {
            bytes[i - 3] = (char) ('a' + (round * 7 + n_words) % 26);
        }
    }
    return (bench_article){bytes, original.n_bytes};
}

void bench_articles_make(bench_articles *articles, const char *folder, size_t n_bytes)
{
    *articles = (bench_articles){0};
    articles->items = require(calloc(MOST_ARTICLES, sizeof *articles->items));
    read_folder(articles, folder, 1);
    size_t const n_originals = articles->n;
    if (n_originals == 0) {
        bench_stop("there is no article in the folder");
    }
    for (size_t i = 0; articles->n_bytes < n_bytes; ++i) {
        add(articles, vary(articles->items[i % n_originals], i / n_originals + 1));
    }
}

void bench_articles_free(bench_articles *articles)
{
    for (size_t i = 0; i < articles->n; ++i) {
        free(articles->items[i].bytes);
    }
    free(articles->items);
}
