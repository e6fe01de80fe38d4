/* Names in byte order: their numbers depend on which article came first. */
#include <stdlib.h>
#include <string.h>

#include "compare/row_parts.h"

static int compare_keys(const void *a, const void *b)
{
    const bsh__text_key *const first = a;
    const bsh__text_key *const second = b;
    uint32_t const n = first->n_bytes < second->n_bytes ? first->n_bytes : second->n_bytes;
    int const      order = memcmp(first->text, second->text, n);
    return order != 0 ? order
                      : (first->n_bytes > second->n_bytes) - (first->n_bytes < second->n_bytes);
}

bsh_status bsh__rank_names(uint32_t *out, const bsh__text_table *table,
                           const bsh_allocator *allocator, bsh_error *err)
{
    size_t const         n = table->keys.n;
    bsh__text_key *const keys = bsh__allocate(allocator, n + 1, sizeof *keys);
    if (keys == NULL) {
        return bsh__fail_memory(err);
    }
    for (size_t i = 0; i < n; ++i) {
        keys[i] = ((const bsh__text_key *) table->keys.items)[i];
        keys[i].tag = (uint32_t) i;
    }
    qsort(keys, n, sizeof *keys, compare_keys);
    for (size_t i = 0; i < n; ++i) {
        out[keys[i].tag] = (uint32_t) i;
    }
    bsh__release(allocator, keys);
    return BSH_OK;
}
