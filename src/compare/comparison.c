/* A comparison that is done: its parts to be read. */
#include "compare/comparison_parts.h"

static const char *const note_names[] = {
#define NOTE_NAME(name, id) id,
    BSH_NOTE_MAP(NOTE_NAME)
#undef NOTE_NAME
};

const char *bsh_note_name(bsh_note note)
{
    return (unsigned) note < BSH_NOTE_COUNT ? note_names[note] : "";
}

void bsh_comparison_destroy(bsh_comparison *comparison)
{
    if (comparison == NULL) {
        return;
    }
    if (comparison->corpora != NULL) {
        bsh__release(comparison->allocator, comparison->corpora);
    }
    if (comparison->descriptions != NULL) {
        bsh__release(comparison->allocator, comparison->descriptions);
    }
    bsh__vec_free(&comparison->pairs);
    bsh__vec_free(&comparison->results);
    bsh__arena_free(&comparison->texts);
    bsh__release(comparison->allocator, comparison);
}

const bsh_selection *bsh_comparison_selection(const bsh_comparison *comparison)
{
    return &comparison->selection;
}

const bsh_compare_options *bsh_comparison_options(const bsh_comparison *comparison)
{
    return &comparison->options;
}

const bsh_corpus_summary *bsh_comparison_corpora(const bsh_comparison *comparison, size_t *n)
{
    *n = comparison->n_corpora;
    return comparison->corpora;
}

const bsh_description *bsh_comparison_describe(const bsh_comparison *comparison, size_t measure,
                                               size_t corpus)
{
    return &comparison->descriptions[measure * comparison->n_corpora + corpus];
}

const bsh_result *bsh_comparison_results(const bsh_comparison *comparison, size_t *n)
{
    *n = comparison->results.n;
    return comparison->results.items;
}

const bsh_pair_summary *bsh_comparison_pairs(const bsh_comparison *comparison, size_t *n)
{
    *n = comparison->pairs.n;
    return comparison->pairs.items;
}

size_t bsh_comparison_n_adjusted(const bsh_comparison *comparison)
{
    return comparison->n_adjusted;
}
