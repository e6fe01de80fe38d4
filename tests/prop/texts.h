/* Texts to try the whole on: every article of corpora/demo, and hostile ones made of fragments.
 */
#ifndef BSH_TESTS_PROP_TEXTS_H
#define BSH_TESTS_PROP_TEXTS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

typedef struct sample {
    char   name[96];
    char  *bytes;
    size_t n_bytes;
} sample;

typedef struct sample_list {
    sample *items;
    size_t  n;
} sample_list;

/* Appends every file of source_folder/corpora/demo, sorted; false if one cannot be read. */
bool samples_add_demo(sample_list *list, const char *source_folder);

/* Appends n texts of up to max_bytes bytes, the same for the same seed. */
bool samples_add_hostile(sample_list *list, size_t n, size_t max_bytes, uint64_t seed);

void samples_free(sample_list *list);

#endif
