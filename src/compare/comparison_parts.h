/* The parts of a comparison in the making. */
#ifndef BSH_COMPARE_COMPARISON_PARTS_H
#define BSH_COMPARE_COMPARISON_PARTS_H

#include <broadsheet/comparison.h>

#include "compare/samples.h"
#include "stats/random.h"

struct bsh_comparison {
    const bsh_allocator *allocator;
    bsh_selection        selection;
    bsh_compare_options  options;
    uint64_t             requested; /* bits of the tests on request */
    bsh__arena           texts;
    bsh_corpus_summary  *corpora;
    size_t               n_corpora;
    bsh_description     *descriptions; /* [measure * n_corpora + corpus] */
    bsh__vec             results;      /* bsh_result */
    bsh__vec             pairs;        /* bsh_pair_summary */
    size_t               n_adjusted;
};

/* One measure of one pair of corpora: where the tests of the pair find what they need. */
typedef struct bsh__pairing {
    bsh_comparison     *comparison;
    const bsh__samples *samples;
    size_t              measure, a, b;
    bsh__sample         sample_a, sample_b;
    bsh_pair_summary   *summary;
    unsigned            notes; /* that hold for every row of the pair */
} bsh__pairing;

/* A result without numbers: all NaN, status OK. */
bsh_result bsh__result_blank(const bsh__pairing *pairing, const char *method,
                             const char *estimate_name);
bsh_status bsh__result_push(bsh_comparison *comparison, const bsh_result *result,
                            bsh_error *err);

/* Fills a result's estimate and interval. */
void bsh__result_estimate(bsh_result *result, double estimate, double low, double high,
                          double level);

/* Takes the p of a row for the summary, with the status and the notes of the row. */
void bsh__result_show(bsh__pairing *pairing, const bsh_result *result);

/* The key of the random numbers of a method for a measure and a pair. */
bsh__random_key bsh__pairing_key(const bsh__pairing *pairing, const char *method);

/* pair_tests.c: the default block of two outlets. */
bsh_status bsh__compare_pair(bsh__pairing *pairing, bsh_error *err);

/* designs.c, blocks.c: length; blocks; clusters.  The last two set the p that is shown. */
bsh_status bsh__note_length(bsh__pairing *pairing, bsh_error *err);
bsh_status bsh__compare_length(bsh__pairing *pairing, bsh_error *err);
bsh_status bsh__compare_blocks(bsh__pairing *pairing, bsh_error *err);
bsh_status bsh__compare_clusters(bsh__pairing *pairing, bsh_error *err);

/* `all`: a pairing of BSH_ALL_CORPORA with BSH_NO_CORPUS. */
bsh_status bsh__compare_blocks_of_all(bsh__pairing *all, bsh_error *err);

/* totals.c: ratio of totals beside the mean of ratios. */
bsh_status bsh__compare_totals(bsh__pairing *pairing, bsh_error *err);

/* group_results.c: all corpora together, for three or more. */
bsh_status bsh__compare_groups(bsh__pairing *all, bsh_error *err);

/* requested_tests.c */
bsh_status bsh__requested_parse(uint64_t *out, const bsh_compare_options *options,
                                bsh_error *err);
bsh_status bsh__compare_requested(bsh__pairing *pairing, bsh_error *err);
bsh_status bsh__compare_each_corpus(bsh__pairing *all, bsh_error *err);
bool       bsh__is_requested(const bsh_comparison *comparison, const char *test);

/* instrument.c */
bsh_status bsh__summarize_corpora(bsh_comparison *comparison, const bsh__samples *samples,
                                  bsh_error *err);
bool       bsh__instrument_differs(const bsh_corpus_summary *a, const bsh_corpus_summary *b,
                                   const bsh_measure *measure);

/* families.c: adjusted p values, when all tests are done. */
bsh_status bsh__adjust_families(bsh_comparison *comparison, const bsh__samples *samples,
                                bsh_error *err);

#endif
