/* Rows of the long table in the making. */
#include <string.h>

#include "compare/comparison_parts.h"

static uint64_t missing_of(const bsh__pairing *pairing, size_t corpus)
{
    const bsh__samples *const samples = pairing->samples;
    if (corpus == BSH_NO_CORPUS) {
        return 0;
    }
    if (corpus != BSH_ALL_CORPORA) {
        return bsh__missing_of(samples, pairing->measure, corpus);
    }
    uint64_t n = 0;
    for (size_t i = 0; i < samples->n_corpora; ++i) {
        n += bsh__missing_of(samples, pairing->measure, i);
    }
    return n;
}

bsh_result bsh__result_blank(const bsh__pairing *pairing, const char *method,
                             const char *estimate_name)
{
    double const none = (double) NAN;
    return (bsh_result){
        .measure = pairing->measure,
        .a = pairing->a,
        .b = pairing->b,
        .n_a = pairing->sample_a.n,
        .n_b = pairing->sample_b.n,
        .missing_a = missing_of(pairing, pairing->a),
        .missing_b = missing_of(pairing, pairing->b),
        .method = method,
        .estimate_name = estimate_name,
        .statistic = none,
        .df1 = none,
        .df2 = none,
        .p = none,
        .p_adj = none,
        .estimate = none,
        .ci_low = none,
        .ci_high = none,
        .ci_level = none,
        .status = BSH_TEST_OK,
        .notes = pairing->notes,
    };
}

void bsh__result_estimate(bsh_result *result, double estimate, double low, double high,
                          double level)
{
    result->estimate = estimate;
    if (!isnan(low) && !isnan(high)) {
        result->ci_low = low;
        result->ci_high = high;
        result->ci_level = level;
    }
}

/* A number that is not finite is none. */
static double finite_or_none(double number)
{
    return isfinite(number) ? number : (double) NAN;
}

bsh_status bsh__result_push(bsh_comparison *comparison, const bsh_result *result,
                            bsh_error *err)
{
    bsh_result *const added = bsh__vec_push(&comparison->results);
    if (added == NULL) {
        return bsh__fail_memory(err);
    }
    *added = *result;
    added->statistic = finite_or_none(result->statistic);
    added->df1 = finite_or_none(result->df1);
    added->df2 = finite_or_none(result->df2);
    added->estimate = finite_or_none(result->estimate);
    return BSH_OK;
}

void bsh__result_show(bsh__pairing *pairing, const bsh_result *result)
{
    pairing->summary->shown_method = result->method;
    pairing->summary->shown_p = result->p;
    pairing->summary->status = result->status;
    pairing->summary->notes |= result->notes;
}

bsh__random_key bsh__pairing_key(const bsh__pairing *pairing, const char *method)
{
    const bsh_comparison *const comparison = pairing->comparison;
    const char *const           names[] = {
                  method,
        strcmp(method, "max_t") == 0 ? ""
                                               : comparison->selection.measures[pairing->measure]->id,
                  comparison->corpora[pairing->a].name,
                  comparison->corpora[pairing->b].name,
    };
    return bsh__random_key_of(comparison->options.seed, names, 4);
}
