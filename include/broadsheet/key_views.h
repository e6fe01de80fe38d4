/* broadsheet/key_views.h -- the terms that set corpora apart, as a table. */
#ifndef BROADSHEET_KEY_VIEWS_H
#define BROADSHEET_KEY_VIEWS_H

#include <broadsheet/keyness.h>
#include <broadsheet/table.h>

#ifdef __cplusplus
extern "C" {
#endif

/* What of a pair goes into the table. */
typedef struct bsh_key_view {
    const char        *a, *b;       /* names of the corpora */
    size_t             most;        /* the first ones; 0 = all */
    bool               is_key_only; /* only those with is_key */
    bsh_key_statistics statistics;  /* the same as of the table */
} bsh_key_view;

/* An empty table (yours to destroy): one row a term and pair, the further statistics at its
 * end. Its name is "terms", the schema of a row "broadsheet.term/1". */
BSH_API bsh_status bsh_key_terms_table(bsh_table **out, bsh_key_statistics statistics,
                                       const bsh_allocator *allocator, bsh_error *err);

/* Appends the terms of a pair, in their order. */
BSH_API bsh_status bsh_key_terms_add(bsh_table *table, const bsh_keyness *keyness,
                                     const bsh_key_view *view, bsh_error *err);

#ifdef __cplusplus
}
#endif
#endif
