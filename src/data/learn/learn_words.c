#include "data/learn/learn_words.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "data/syllable_method.h"

void learn_fail(const char *what, const char *which)
{
    (void) fprintf(stderr, "learn_syllables: %s: %s\n", which, what);
    exit(EXIT_FAILURE);
}

void *learn_allocate(size_t n_items, size_t item_bytes)
{
    void *const memory = calloc(n_items == 0 ? 1 : n_items, item_bytes);
    if (memory == NULL) {
        learn_fail("no memory", "table");
    }
    return memory;
}

static size_t file_size(FILE *file, const char *path)
{
    long const n = fseek(file, 0, SEEK_END) == 0 ? ftell(file) : -1;
    if (n < 0 || fseek(file, 0, SEEK_SET) != 0) {
        learn_fail("cannot be read", path);
    }
    return (size_t) n;
}

/* The whole file and a NUL; kept to the end of the program, words point into it. */
static char *read_file(const char *path)
{
    FILE *const file = fopen(path, "rb");
    if (file == NULL) {
        learn_fail("cannot be opened", path);
    }
    size_t const n = file_size(file, path);
    char *const  text = learn_allocate(n + 1, 1);
    if (fread(text, 1, n, file) != n || fclose(file) != 0) {
        learn_fail("cannot be read", path);
    }
    return text;
}

/* Cuts the next line off; NULL behind the last. */
static char *next_line(char **text)
{
    char *const line = *text;
    if (*line == '\0') {
        return NULL;
    }
    size_t const n = strcspn(line, "\n");
    *text = line + n + (line[n] == '\n');
    line[n] = '\0';
    return line;
}

static size_t count_lines(const char *text)
{
    size_t n = 0;
    for (; *text != '\0'; ++text) {
        n += *text == '\n';
    }
    return n + 1;
}

/* FNV-1a: the same folds on every machine. */
static uint8_t fold_of(const char *text, size_t n)
{
    uint32_t hash = 2166136261U;
    for (size_t i = 0; i < n; ++i) {
        hash = (hash ^ (unsigned char) text[i]) * 16777619U;
    }
    return (uint8_t) (hash % LEARN_FOLDS);
}

static bool is_word(const char *text, size_t n)
{
    bool is_known = n > 0 && n <= BSH__EXCEPTION_LETTERS;
    for (size_t i = 0; is_known && i < n; ++i) {
        is_known = bsh__symbol_of(text[i]) != 0;
    }
    return is_known;
}

static learn_word read_word(char *line, const char *path, bool is_dictionary)
{
    size_t const n = strcspn(line, "\t");
    char        *end = NULL;
    long const   number = line[n] == '\t' ? strtol(line + n + 1, &end, 10) : -1;
    if (!is_word(line, n) || number < 0 || number >= (1L << BSH__COUNT_BITS) - 1 ||
        *end != '\0') {
        learn_fail(line, path);
    }
    line[n] = '\0';
    size_t n_base = n;
    (void) bsh__cut_clitic(line, &n_base);
    return (learn_word){
        .text = line,
        .n_bytes = (uint8_t) n,
        .n_base = (uint8_t) n_base,
        .n_syllables = (uint8_t) number,
        .fold = fold_of(line, n_base),
        .is_of_dictionary = is_dictionary,
        .is_learned_from = is_dictionary && n_base == n && strpbrk(line, "aeiouy") != NULL,
    };
}

void learn_words_read(learn_words *words, const char *path, bool is_dictionary)
{
    char             *text = read_file(path);
    size_t const      most = words->n + count_lines(text);
    learn_word *const items = learn_allocate(most, sizeof *items);
    if (words->n > 0) {
        memcpy(items, words->items, words->n * sizeof *items);
    }
    free(words->items);
    words->items = items;
    for (char *line = next_line(&text); line != NULL; line = next_line(&text)) {
        if (*line != '#' && *line != '\0') {
            items[words->n++] = read_word(line, path, is_dictionary);
        }
    }
}

/* ---- common words */

static int compare_texts(const void *a, const void *b)
{
    return strcmp(*(const char *const *) a, *(const char *const *) b);
}

void learn_words_mark_common(learn_words *words, const char *path)
{
    char        *text = read_file(path);
    const char **list = learn_allocate(count_lines(text), sizeof *list);
    size_t       n = 0;
    for (char *line = next_line(&text); line != NULL; line = next_line(&text)) {
        list[n++] = line;
    }
    qsort(list, n, sizeof *list, compare_texts);
    for (size_t i = 0; i < words->n; ++i) {
        words->items[i].is_common =
            bsearch(&words->items[i].text, list, n, sizeof *list, compare_texts) != NULL;
    }
    free(list);
}
