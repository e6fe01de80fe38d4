/* Formats that are not text, by their first bytes. */
#ifndef BSH_UNICODE_MAGIC_H
#define BSH_UNICODE_MAGIC_H

#include <stdbool.h>
#include <stddef.h>

typedef struct bsh__magic {
    const char *name;      /* "PDF" */
    bool        is_packed; /* an archive or a compressed file: its contents may be text */
} bsh__magic;

/* NULL if the bytes may be text. */
const bsh__magic *bsh__magic_find(const char *bytes, size_t n_bytes);

#endif
