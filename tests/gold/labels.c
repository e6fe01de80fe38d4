#include "tests/gold/labels.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

char *labels_read_file(const char *path, size_t *n_bytes)
{
    enum { MOST_BYTES = 1 << 20 };
    FILE *const file = fopen(path, "rb");
    if (file == NULL) {
        return NULL;
    }
    char *const bytes = calloc(MOST_BYTES, 1);
    *n_bytes = bytes == NULL ? 0 : fread(bytes, 1, MOST_BYTES - 1, file);
    (void) fclose(file);
    return bytes;
}

/* Cuts a line at its TABs, in place. */
static void split(char *line, label_row *row)
{
    size_t n = 0;
    for (char *at = line; at != NULL && n < MOST_FIELDS; ++n) {
        row->fields[n] = at;
        at = n + 1 < MOST_FIELDS ? strchr(at, '\t') : NULL;
        if (at != NULL) {
            *at++ = '\0';
        }
    }
    for (; n < MOST_FIELDS; ++n) {
        row->fields[n] = "";
    }
}

labels labels_load(const char *path)
{
    labels list = {0};
    list.bytes = labels_read_file(path, &list.n_bytes);
    if (list.bytes == NULL) {
        return list;
    }
    size_t n_lines = 1;
    for (size_t i = 0; i < list.n_bytes; ++i) {
        n_lines += list.bytes[i] == '\n';
    }
    list.rows = calloc(n_lines, sizeof *list.rows);
    char *line = list.bytes;
    while (list.rows != NULL && *line != '\0') {
        char *const end = line + strcspn(line, "\n");
        char *const next = *end == '\0' ? end : end + 1;
        *end = '\0';
        if (*line != '\0') {
            split(line, &list.rows[list.n_rows++]);
        }
        line = next;
    }
    return list;
}

void labels_free(labels *list)
{
    free(list->rows);
    free(list->bytes);
    *list = (labels){0};
}

static bool is_blank(char c)
{
    return c == ' ' || c == '\n' || c == '\r' || c == '\t';
}

char *labels_fold(bsh_string text)
{
    char *const out = malloc(text.n_bytes + 1);
    size_t      n = 0;
    for (size_t i = 0; out != NULL && i < text.n_bytes; ++i) {
        if (!is_blank(text.data[i])) {
            out[n++] = text.data[i];
        } else if (n > 0 && out[n - 1] != ' ') {
            out[n++] = ' ';
        }
    }
    if (out != NULL) {
        out[n - (n > 0 && out[n - 1] == ' ')] = '\0';
    }
    return out;
}

size_t labels_align(char *const *a, size_t n_a, char *const *b, size_t n_b, size_t *partner)
{
    size_t const    width = n_b + 1;
    uint32_t *const length = calloc((n_a + 1) * width, sizeof *length); /* of the tails */
    if (length == NULL) {
        return 0;
    }
    for (size_t i = n_a; i-- > 0;) {
        for (size_t j = n_b; j-- > 0;) {
            uint32_t const down = length[(i + 1) * width + j];
            uint32_t const right = length[i * width + j + 1];
            length[i * width + j] = strcmp(a[i], b[j]) == 0
                                        ? length[(i + 1) * width + j + 1] + 1
                                    : down > right ? down
                                                   : right;
        }
    }
    size_t const n = length[0];
    size_t       j = 0;
    for (size_t i = 0; i < n_a; ++i) {
        partner[i] = SIZE_MAX;
        while (j < n_b && strcmp(a[i], b[j]) != 0 &&
               length[i * width + j + 1] > length[(i + 1) * width + j]) {
            ++j;
        }
        if (j < n_b && strcmp(a[i], b[j]) == 0) {
            partner[i] = j++;
        }
    }
    free(length);
    return n;
}
