/* Reading the hand labels of corpora/gold: files of lines of fields between TABs. */
#ifndef BSH_TESTS_GOLD_LABELS_H
#define BSH_TESTS_GOLD_LABELS_H

#include <broadsheet/base.h>

enum { MOST_FIELDS = 6 };

typedef struct label_row {
    const char *fields[MOST_FIELDS]; /* "" where there are fewer */
} label_row;

typedef struct labels {
    char      *bytes; /* the file; the fields point into it */
    size_t     n_bytes;
    label_row *rows;
    size_t     n_rows;
} labels;

/* The whole file, with a NUL behind it; NULL if it cannot be read.  Yours to free. */
char *labels_read_file(const char *path, size_t *n_bytes);

/* Reads a file of labels; an empty list if it cannot be read. */
labels labels_load(const char *path);
void   labels_free(labels *list);

/* A copy with every run of white space made one blank, none at the ends.  Yours to free. */
char *labels_fold(bsh_string text);

/* Longest common subsequence of two lists of texts: partner[i] is the index in b of a[i]'s
 * partner, or SIZE_MAX.  Returns its length. */
size_t labels_align(char *const *a, size_t n_a, char *const *b, size_t n_b, size_t *partner);

#endif
