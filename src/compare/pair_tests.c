/* The default block: what is computed for every measure and pair of outlets. */
#include "compare/comparison_parts.h"
#include "stats/effect_sizes.h"
#include "stats/permutation.h"
#include "stats/rank_tests.h"
#include "stats/t_tests.h"

/* Below this many articles in an outlet the t approximation of Brunner & Munzel is too rough.
 */
enum { FEW_FOR_BRUNNER_MUNZEL = 10 };

static double conf_level_of(const bsh__pairing *pairing)
{
    return pairing->comparison->options.conf_level;
}

static bool is_shown(const bsh__pairing *pairing, bsh_summary_p p)
{
    return pairing->comparison->options.summary_p == p;
}

static double mean_difference(const bsh__pairing *pairing)
{
    return pairing->sample_a.n == 0 || pairing->sample_b.n == 0
               ? (double) NAN
               : bsh__mean(pairing->sample_a) - bsh__mean(pairing->sample_b);
}

static bsh_status add_welch(bsh__pairing *pairing, bsh_error *err)
{
    bsh__difference   welch;
    bsh_pair_summary *summary = pairing->summary;
    bsh_result        result = bsh__result_blank(pairing, "welch_t", "diff");
    bsh__welch_t(&welch, pairing->sample_a, pairing->sample_b, conf_level_of(pairing));
    result.statistic = welch.t;
    result.df1 = welch.df;
    result.p = welch.p;
    result.status = welch.status;
    /* One article each has a difference too, though no test. */
    bsh__result_estimate(&result, mean_difference(pairing), welch.ci_low, welch.ci_high,
                         conf_level_of(pairing));
    summary->diff = result.estimate;
    summary->diff_ci_low = welch.ci_low;
    summary->diff_ci_high = welch.ci_high;
    summary->welch_p = welch.p;
    if (is_shown(pairing, BSH_SUMMARY_WELCH)) {
        bsh__result_show(pairing, &result);
    }
    return bsh__result_push(pairing->comparison, &result, err);
}

static bsh_status add_hedges(bsh__pairing *pairing, bsh_error *err)
{
    bsh__standardized effect;
    bsh_result        result = bsh__result_blank(pairing, "hedges_g", "hedges_g");
    bsh__hedges_g(&effect, pairing->sample_a, pairing->sample_b, conf_level_of(pairing));
    result.status = effect.status;
    bsh__result_estimate(&result, effect.hedges_g, effect.g_ci_low, effect.g_ci_high,
                         conf_level_of(pairing));
    pairing->summary->hedges_g = effect.hedges_g;
    pairing->summary->g_ci_low = effect.g_ci_low;
    pairing->summary->g_ci_high = effect.g_ci_high;
    return bsh__result_push(pairing->comparison, &result, err);
}

static bsh_status add_mann_whitney(bsh__pairing *pairing, const bsh__superior *superior,
                                   bsh_error *err)
{
    bsh_comparison *const comparison = pairing->comparison;
    bsh__mann_whitney     test;
    bool const is_exact = pairing->sample_a.n + pairing->sample_b.n <= BSH__EXACT_MOST;
    if (is_exact) {
        BSH_TRY(bsh__mann_whitney_exact(&test, pairing->sample_a, pairing->sample_b,
                                        comparison->allocator, err));
    } else {
        bsh__mann_whitney_normal(&test, pairing->sample_a, pairing->sample_b);
    }
    bsh_result result = bsh__result_blank(
        pairing, is_exact ? "mann_whitney_exact" : "mann_whitney_normal", "p_superior");
    result.statistic = test.u;
    result.p = test.p;
    result.status = test.status;
    result.estimate = superior->p_superior;
    if (is_exact && test.status == BSH_TEST_OK &&
        test.p_min_no_ties > comparison->options.alpha) {
        result.notes |= 1U << BSH_NOTE_CANNOT_REACH_ALPHA;
    }
    pairing->summary->mw_p = test.p;
    if (is_shown(pairing, BSH_SUMMARY_MW)) {
        bsh__result_show(pairing, &result);
    }
    return bsh__result_push(comparison, &result, err);
}

/* The interval of P(A>B): on the logit scale, and Newcombe's where there is no variance. */
typedef struct superiority {
    double low, high;
    bool   is_newcombe;
} superiority;

static superiority interval_of(const bsh__superior *superior, const bsh__brunner *brunner)
{
    if (brunner->status == BSH_TEST_OK && !isnan(brunner->ci_logit_low)) {
        return (superiority){brunner->ci_logit_low, brunner->ci_logit_high, false};
    }
    return (superiority){superior->newcombe_ci_low, superior->newcombe_ci_high,
                         !isnan(superior->newcombe_ci_low)};
}

static bsh_status add_cliff(bsh__pairing *pairing, const bsh__superior *superior,
                            superiority interval, bsh_error *err)
{
    bsh_result result = bsh__result_blank(pairing, "cliff_delta", "cliff_delta");
    result.status = superior->status;
    result.notes |= interval.is_newcombe ? 1U << BSH_NOTE_NEWCOMBE_CI : 0;
    bsh__result_estimate(&result, superior->cliff_delta, 2 * interval.low - 1,
                         2 * interval.high - 1, conf_level_of(pairing));
    pairing->summary->p_superior = superior->p_superior;
    pairing->summary->ps_ci_low = interval.low;
    pairing->summary->ps_ci_high = interval.high;
    return bsh__result_push(pairing->comparison, &result, err);
}

static bsh_status add_hodges_lehmann(bsh__pairing *pairing, bsh_error *err)
{
    bsh__location_shift shift;
    bsh_result          result = bsh__result_blank(pairing, "hodges_lehmann", "shift");
    BSH_TRY(bsh__hodges_lehmann(&shift, pairing->sample_a, pairing->sample_b,
                                conf_level_of(pairing), pairing->comparison->allocator, err));
    double const low = shift.has_exact ? shift.ci_exact_low : shift.ci_normal_low;
    double const high = shift.has_exact ? shift.ci_exact_high : shift.ci_normal_high;
    result.status = shift.status;
    bsh__result_estimate(&result, shift.shift, low, high, conf_level_of(pairing));
    if (shift.status == BSH_TEST_OK && shift.has_exact && !shift.ci_exact_reaches_level) {
        result.notes |= 1U << BSH_NOTE_LEVEL_NOT_REACHED;
        result.ci_level = shift.ci_exact_level;
    }
    pairing->summary->shift = shift.shift;
    pairing->summary->shift_ci_low = low;
    pairing->summary->shift_ci_high = high;
    return bsh__result_push(pairing->comparison, &result, err);
}

static bsh_status add_brunner(bsh__pairing *pairing, const bsh__brunner *brunner,
                              const bsh__superior *superior, superiority interval,
                              bsh_error *err)
{
    bsh_result result = bsh__result_blank(pairing, "brunner_munzel", "p_superior");
    result.statistic = brunner->statistic;
    result.df1 = brunner->df;
    result.p = brunner->p;
    result.status = brunner->status;
    result.notes |= interval.is_newcombe ? 1U << BSH_NOTE_NEWCOMBE_CI : 0;
    bsh__result_estimate(&result, superior->p_superior, interval.low, interval.high,
                         conf_level_of(pairing));
    pairing->summary->bm_p = brunner->p;
    return bsh__result_push(pairing->comparison, &result, err);
}

/* Neubert & Brunner 2007: exact where labels can be enumerated, and right for small outlets. */
static bsh_status add_permutation(bsh__pairing *pairing, bsh_error *err)
{
    bsh_comparison *const comparison = pairing->comparison;
    const char *const     method = "brunner_munzel_permutation";
    bsh__permutation      test;
    bsh_result            result = bsh__result_blank(pairing, method, "");
    bsh__resampling const how = {comparison->options.n_draws, bsh__pairing_key(pairing, method),
                                 comparison->allocator};
    BSH_TRY(bsh__permute(&test, pairing->sample_a, pairing->sample_b, BSH__PERMUTE_BRUNNER,
                         &how, err));
    result.status = test.status;
    result.statistic = isfinite(test.statistic) ? test.statistic : (double) NAN;
    result.p = test.p;
    if (test.status == BSH_TEST_OK && !test.is_exact) {
        result.notes |= 1U << BSH_NOTE_PERMUTATION;
    }
    if (test.is_exact && 2 / test.n_permutations > comparison->options.alpha &&
        test.p > comparison->options.alpha) {
        result.notes |= 1U << BSH_NOTE_CANNOT_REACH_ALPHA;
    }
    if (is_shown(pairing, BSH_SUMMARY_BM)) {
        bsh__result_show(pairing, &result);
    }
    return bsh__result_push(comparison, &result, err);
}

/* Decision of the project: Brunner & Munzel's p stands in the summary, since the interval of
 * Cliff's delta beside it rests on the same statistic, and since Mann-Whitney rejects 9.8 % at
 * n = 60 and 20 with standard deviations of 1 and 2 where nothing differs. */
static bsh_status add_shown(bsh__pairing *pairing, const bsh__brunner *brunner, bsh_error *err)
{
    bsh_pair_summary *const summary = pairing->summary;
    size_t const            n_a = pairing->sample_a.n;
    size_t const            n_b = pairing->sample_b.n;
    bool const              is_testable = n_a >= 2 && n_b >= 2;
    bool const is_small = n_a < FEW_FOR_BRUNNER_MUNZEL || n_b < FEW_FOR_BRUNNER_MUNZEL;
    bool const has_spread =
        n_a > 0 && n_b > 0 &&
        !(bsh__is_constant(pairing->sample_a) && bsh__is_constant(pairing->sample_b) &&
          pairing->sample_a.values[0] == pairing->sample_b.values[0]);
    if (is_shown(pairing, BSH_SUMMARY_BM)) {
        bool const is_without = is_testable && !has_spread;
        summary->shown_method = "brunner_munzel";
        summary->shown_p = is_without ? (double) NAN : brunner->p;
        summary->status = is_without ? BSH_TEST_NO_VARIANCE : brunner->status;
    }
    return is_testable && has_spread && (is_small || brunner->status == BSH_TEST_DEGENERATE)
               ? add_permutation(pairing, err)
               : BSH_OK;
}

/* One article against an outlet; the signs are those of A minus B. */
static bsh_status add_crawford(bsh__pairing *pairing, bsh_error *err)
{
    bool const is_a = pairing->sample_a.n == 1;
    if (!(is_a ? pairing->sample_b.n >= 2
               : pairing->sample_b.n == 1 && pairing->sample_a.n >= 2)) {
        return BSH_OK;
    }
    bsh__sample const outlet = is_a ? pairing->sample_b : pairing->sample_a;
    double const      x = is_a ? pairing->sample_a.values[0] : pairing->sample_b.values[0];
    bsh__crawford     test;
    bsh_result        result = bsh__result_blank(pairing, "crawford_howell", "percentile");
    bsh__crawford_howell(&test, x, outlet);
    result.statistic = is_a ? test.t : -test.t;
    result.df1 = test.df;
    result.p = test.p;
    result.estimate = test.percentile;
    result.status = test.status;
    pairing->summary->percentile = test.percentile;
    pairing->summary->crawford_p = test.p;
    return bsh__result_push(pairing->comparison, &result, err);
}

bsh_status bsh__compare_pair(bsh__pairing *pairing, bsh_error *err)
{
    bsh__superior superior;
    bsh__brunner  brunner;
    bsh__superiority(&superior, pairing->sample_a, pairing->sample_b, conf_level_of(pairing));
    bsh__brunner_munzel(&brunner, pairing->sample_a, pairing->sample_b, conf_level_of(pairing));
    superiority const interval = interval_of(&superior, &brunner);
    BSH_TRY(add_welch(pairing, err));
    BSH_TRY(add_hedges(pairing, err));
    BSH_TRY(add_mann_whitney(pairing, &superior, err));
    BSH_TRY(add_cliff(pairing, &superior, interval, err));
    BSH_TRY(add_hodges_lehmann(pairing, err));
    BSH_TRY(add_brunner(pairing, &brunner, &superior, interval, err));
    BSH_TRY(add_shown(pairing, &brunner, err));
    return add_crawford(pairing, err);
}
