/* The second view of a ratio: each word counts the same, not each article. */
#include "compare/comparison_parts.h"
#include "stats/describe_sample.h"
#include "stats/tails.h"

/* Numerators and denominators of a corpus, in the order of its articles; the number of them. */
static size_t fill_parts(double *num, double *den, const bsh__pairing *pairing, size_t corpus)
{
    const bsh__samples *const samples = pairing->samples;
    size_t                    n = 0;
    for (size_t i = samples->starts[corpus]; i < samples->starts[corpus + 1]; ++i) {
        uint32_t const article = samples->articles[i];
        double const   value = bsh__rows_value(samples->rows, article, pairing->measure);
        double const   below = bsh__rows_denominator(samples->rows, article, pairing->measure);
        if (!isnan(value) && below > 0) {
            num[n] = value * below;
            den[n++] = below;
        }
    }
    return n;
}

static bsh_status ratio_of(bsh__ratio *out, const bsh__pairing *pairing, size_t corpus,
                           bsh_error *err)
{
    const bsh__samples *const samples = pairing->samples;
    size_t const              most = samples->starts[corpus + 1] - samples->starts[corpus];
    double *const parts = bsh__allocate(samples->allocator, 2 * most + 1, sizeof(double));
    if (parts == NULL) {
        return bsh__fail_memory(err);
    }
    size_t const n = fill_parts(parts, parts + most, pairing, corpus);
    bsh__ratio_of_totals(out, parts, parts + most, n, pairing->comparison->options.conf_level);
    bsh__release(samples->allocator, parts);
    return BSH_OK;
}

/* Two linearised standard errors join as in Welch's test. */
static double degrees_of_freedom(double se_a, double n_a, double se_b, double n_b)
{
    double const square_a = se_a * se_a;
    double const square_b = se_b * se_b;
    double const sum = square_a + square_b;
    return sum * sum / (square_a * square_a / (n_a - 1) + square_b * square_b / (n_b - 1));
}

bsh_status bsh__compare_totals(bsh__pairing *pairing, bsh_error *err)
{
    bsh_comparison *const comparison = pairing->comparison;
    if (comparison->selection.measures[pairing->measure]->denominator == NULL) {
        return BSH_OK;
    }
    bsh__ratio a;
    bsh__ratio b;
    BSH_TRY(ratio_of(&a, pairing, pairing->a, err));
    BSH_TRY(ratio_of(&b, pairing, pairing->b, err));
    bsh_result   result = bsh__result_blank(pairing, "ratio_of_totals", "ratio_of_totals_diff");
    double const se = sqrt(a.se_linear * a.se_linear + b.se_linear * b.se_linear);
    double const df = degrees_of_freedom(a.se_linear, (double) pairing->sample_a.n, b.se_linear,
                                         (double) pairing->sample_b.n);
    double const level = comparison->options.conf_level;
    double const difference = a.ratio_of_totals - b.ratio_of_totals;
    // rounding leaves 1e-17 of a ratio that is the same in every article
    bool const has_spread =
        se > 0 && !(bsh__is_constant(pairing->sample_a) && bsh__is_constant(pairing->sample_b));
    double const reach =
        has_spread ? se * bsh__student_t_quantile((1 - level) / 2, df) : (double) NAN;
    result.status = a.status != BSH_TEST_OK ? a.status : b.status;
    if (result.status == BSH_TEST_OK && !has_spread) {
        result.status = BSH_TEST_NO_VARIANCE;
    }
    bsh__result_estimate(&result, difference, difference - reach, difference + reach, level);
    pairing->summary->ratio_a = a.ratio_of_totals;
    pairing->summary->ratio_b = b.ratio_of_totals;
    return bsh__result_push(comparison, &result, err);
}
