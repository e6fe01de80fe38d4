/* The design of a comparison: length, blocks, clusters. */
#include "compare/comparison_parts.h"
#include "stats/regression.h"
#include "stats/tails.h"

enum { FEW_CLUSTERS = 10 };

/* ---- cases of regressions */

/* The articles of both corpora that have a value, A's first; an article without a cluster is
 * one of its own. */
static size_t fill_cases(bsh__case *cases, const bsh__pairing *pairing)
{
    const bsh__samples *const samples = pairing->samples;
    const bsh__article *const articles = bsh__rows_articles(samples->rows);
    size_t const              corpora[2] = {pairing->a, pairing->b};
    uint32_t                  next_alone = (uint32_t) samples->rows->clusters.keys.n;
    size_t                    n = 0;
    for (unsigned side = 0; side < 2; ++side) {
        size_t const corpus = corpora[side];
        for (size_t i = samples->starts[corpus]; i < samples->starts[corpus + 1]; ++i) {
            const bsh__article *const article = &articles[samples->articles[i]];
            double const              y =
                bsh__rows_value(samples->rows, samples->articles[i], pairing->measure);
            uint32_t const cluster = article->cluster == BSH__NO_TEXT
                                         ? next_alone++
                                         : samples->cluster_ranks[article->cluster];
            if (!isnan(y)) {
                cases[n++] = (bsh__case){y, (double) article->words, cluster, side == 1};
            }
        }
    }
    return n;
}

static bsh__case *allocate_cases(const bsh__pairing *pairing)
{
    return bsh__allocate(pairing->samples->allocator,
                         pairing->sample_a.n + pairing->sample_b.n + 1, sizeof(bsh__case));
}

/* ---- length */

/* Spearman's correlation of a measure with the length of the article, inside each outlet: over
 * both together every measure that differs between outlets of unequal length would correlate.
 * Of the two the mean, by the number of articles. */
static bsh_status correlate_with_length(double *out, const bsh__case *cases, size_t n,
                                        const bsh_allocator *allocator, bsh_error *err)
{
    double *const xy = bsh__allocate(allocator, 2 * n + 1, sizeof(double));
    double        sum = 0;
    double        weight = 0;
    bsh_status    status = xy == NULL ? bsh__fail_memory(err) : BSH_OK;
    for (size_t begin = 0; status == BSH_OK && begin < n;) {
        size_t end = begin;
        double rho = (double) NAN;
        for (; end < n && cases[end].is_b == cases[begin].is_b; ++end) {
            xy[end - begin] = cases[end].y;
            xy[n + end - begin] = cases[end].words;
        }
        status = bsh__spearman(&rho, xy, xy + n, end - begin, allocator, err);
        sum += isnan(rho) ? 0 : rho * (double) (end - begin);
        weight += isnan(rho) ? 0 : (double) (end - begin);
        begin = end;
    }
    if (xy != NULL) {
        bsh__release(allocator, xy);
    }
    *out = weight > 0 ? sum / weight : (double) NAN;
    return status;
}

/* Type-token ratio falls with length (Spearman -.87 on 300 articles), so an outlet of shorter
 * articles seems to be richer in words. */
static bsh_status note_confounding(bsh__pairing *pairing, const bsh__case *cases, size_t n,
                                   bsh_error *err)
{
    const bsh_corpus_summary *const a = &pairing->comparison->corpora[pairing->a];
    const bsh_corpus_summary *const b = &pairing->comparison->corpora[pairing->b];
    double                          rho = (double) NAN;
    BSH_TRY(correlate_with_length(&rho, cases, n, pairing->samples->allocator, err));
    double const shorter = fmin(a->median_words, b->median_words);
    double const longer = fmax(a->median_words, b->median_words);
    // 10 % is 1.1 times, but 1.1 * 100 is more than 110; a correlation of .3 may come out lower
    if (fabs(rho) >= .3 - 1e-9 && 10 * longer >= 11 * shorter) {
        pairing->notes |= 1U << BSH_NOTE_LENGTH_CONFOUNDED;
        pairing->summary->notes |= 1U << BSH_NOTE_LENGTH_CONFOUNDED;
    }
    return BSH_OK;
}

/* The only author of an outlet cannot be told from the outlet. */
static bool has_two_clusters_each(const bsh__case *cases, size_t n)
{
    bool has_two[2] = {false, false};
    for (size_t i = 1; i < n; ++i) {
        bool const is_same_outlet = cases[i].is_b == cases[i - 1].is_b;
        if (is_same_outlet && cases[i].cluster != cases[i - 1].cluster) {
            has_two[cases[i].is_b] = true;
        }
    }
    return has_two[0] && has_two[1];
}

static bsh_status add_length(bsh__pairing *pairing, const bsh__case *cases, size_t n,
                             bsh_error *err)
{
    bsh_comparison *const comparison = pairing->comparison;
    bool const            has_clusters = comparison->options.has_clusters;
    bsh__length_fit       fit;
    BSH_TRY(bsh__length_adjusted(&fit, cases, n, has_clusters, comparison->allocator, err));
    bsh_result   result = bsh__result_blank(pairing, "length_adjusted", "diff");
    double const se = has_clusters ? fit.se_cr1[1] : fit.se_hc3[1];
    double const df = has_clusters ? fit.n_clusters - 1 : fit.df;
    double const level = comparison->options.conf_level;
    double reach = se > 0 ? se * bsh__student_t_quantile((1 - level) / 2, df) : (double) NAN;
    result.status = fit.status;
    if (fit.status == BSH_TEST_OK && has_clusters && !has_two_clusters_each(cases, n)) {
        result.status = BSH_TEST_TOO_FEW;
        reach = (double) NAN;
    } else {
        result.statistic = -(has_clusters ? fit.t_cr1[1] : fit.t_hc3[1]);
        result.df1 = df;
        result.p = has_clusters ? fit.p_cr1[1] : fit.p_hc3[1];
    }
    bsh__result_estimate(&result, -fit.coef[1], -fit.coef[1] - reach, -fit.coef[1] + reach,
                         level);
    pairing->summary->length_adj_diff = result.estimate;
    pairing->summary->length_adj_p = result.p;
    return bsh__result_push(comparison, &result, err);
}

static bsh_status add_robust(bsh__pairing *pairing, const bsh__case *cases, size_t n,
                             bsh_error *err)
{
    double     coef[3];
    bsh_result result = bsh__result_blank(pairing, "robust_length_adjusted", "diff");
    BSH_TRY(bsh__robust_length_adjusted(coef, &result.status, cases, n,
                                        pairing->comparison->allocator, err));
    if (result.status == BSH_TEST_OK) {
        result.estimate = -coef[1];
    }
    return bsh__result_push(pairing->comparison, &result, err);
}

/* What is done with the cases of a pair. */
typedef bsh_status case_function(bsh__pairing *pairing, const bsh__case *cases, size_t n,
                                 bsh_error *err);

static bsh_status with_cases(bsh__pairing *pairing, case_function *run, bsh_error *err)
{
    bsh__case *const cases = allocate_cases(pairing);
    if (cases == NULL) {
        return bsh__fail_memory(err);
    }
    bsh_status const status = run(pairing, cases, fill_cases(cases, pairing), err);
    bsh__release(pairing->samples->allocator, cases);
    return status;
}

bsh_status bsh__note_length(bsh__pairing *pairing, bsh_error *err)
{
    return with_cases(pairing, note_confounding, err);
}

bsh_status bsh__compare_length(bsh__pairing *pairing, bsh_error *err)
{
    BSH_TRY(with_cases(pairing, add_length, err));
    return bsh__is_requested(pairing->comparison, "robust_length_adjusted")
               ? with_cases(pairing, add_robust, err)
               : BSH_OK;
}

/* ---- clusters */

/* The difference of the outlets is no likeness of the articles of an author: each value stands
 * as its distance from the outlet's mean. */
static bsh_status add_icc(bsh__pairing *pairing, const bsh__case *cases, size_t n,
                          bsh_error *err)
{
    const bsh_allocator *const allocator = pairing->samples->allocator;
    double const               mean_a = bsh__mean(pairing->sample_a);
    double const               mean_b = bsh__mean(pairing->sample_b);
    bsh__intraclass            icc;
    double *const              y = bsh__allocate(allocator, n + 1, sizeof *y);
    uint32_t *const            clusters = bsh__allocate(allocator, n + 1, sizeof *clusters);
    bsh_status status = y == NULL || clusters == NULL ? bsh__fail_memory(err) : BSH_OK;
    for (size_t i = 0; status == BSH_OK && i < n; ++i) {
        y[i] = cases[i].y - (cases[i].is_b ? mean_b : mean_a);
        clusters[i] = cases[i].cluster;
    }
    if (status == BSH_OK) {
        status = bsh__icc(&icc, y, clusters, n, allocator, err);
    }
    if (status == BSH_OK) {
        bsh_result result = bsh__result_blank(pairing, "icc", "icc");
        result.status = icc.status;
        result.estimate = icc.icc;
        status = bsh__result_push(pairing->comparison, &result, err);
        result.estimate_name = "design_effect";
        result.estimate = icc.design_effect;
        status =
            status != BSH_OK ? status : bsh__result_push(pairing->comparison, &result, err);
    }
    if (y != NULL) {
        bsh__release(allocator, y);
    }
    if (clusters != NULL) {
        bsh__release(allocator, clusters);
    }
    return status;
}

static bsh_status add_clustered(bsh__pairing *pairing, const bsh__case *cases, size_t n,
                                bsh_error *err)
{
    bsh_comparison *const comparison = pairing->comparison;
    double const          level = comparison->options.conf_level;
    bsh__clustered        test;
    BSH_TRY(bsh__cluster_difference(&test, cases, n, level, comparison->allocator, err));
    bsh_result result = bsh__result_blank(pairing, "cluster_robust", "diff");
    result.status = test.status;
    result.statistic = test.t;
    result.df1 = test.df;
    result.p = test.p;
    bsh__result_estimate(&result, test.diff, test.ci_low, test.ci_high, level);
    if (test.n_clusters_a < FEW_CLUSTERS || test.n_clusters_b < FEW_CLUSTERS) {
        result.notes |= 1U << BSH_NOTE_FEW_CLUSTERS;
    }
    bsh__result_show(pairing, &result);
    return bsh__result_push(comparison, &result, err);
}

static bsh_status add_cluster_rows(bsh__pairing *pairing, const bsh__case *cases, size_t n,
                                   bsh_error *err)
{
    BSH_TRY(add_clustered(pairing, cases, n, err));
    return add_icc(pairing, cases, n, err);
}

bsh_status bsh__compare_clusters(bsh__pairing *pairing, bsh_error *err)
{
    return with_cases(pairing, add_cluster_rows, err);
}
