#include "stats/effect_sizes.h"

#include <gsl/gsl_cdf.h>

#include "stats/chi_quadrature.h"
#include "stats/share_root.h"
#include "stats/tails.h"

/* ---- two samples */

typedef struct two_samples {
    bsh_test_status status;
    double          n_a, n_b, variance_a, variance_b, diff;
    double          df;        /* n_a + n_b - 2 */
    double          effective; /* n_a n_b / (n_a + n_b): t = d sqrt(effective) */
    double          pooled;    /* standard deviation */
} two_samples;

/* Spreads whose squares leave the range of a double (under 1e-162, over 1e154) cannot be a unit
 * either. */
static bool has_unit(const two_samples *two)
{
    return two->pooled > 0 && isfinite(two->pooled) && isfinite(two->diff / two->pooled);
}

static two_samples describe_two(bsh__sample a, bsh__sample b)
{
    two_samples two = {.status = BSH_TEST_TOO_FEW, .n_a = (double) a.n, .n_b = (double) b.n};
    if (a.n < 2 || b.n < 2) {
        return two;
    }
    two.variance_a = bsh__variance(a);
    two.variance_b = bsh__variance(b);
    two.diff = bsh__mean(a) - bsh__mean(b);
    two.df = two.n_a + two.n_b - 2;
    two.effective = two.n_a * two.n_b / (two.n_a + two.n_b);
    two.pooled =
        sqrt(((two.n_a - 1) * two.variance_a + (two.n_b - 1) * two.variance_b) / two.df);
    two.status = has_unit(&two) ? BSH_TEST_OK : BSH_TEST_NO_VARIANCE;
    return two;
}

bsh_test_status bsh__student_statistic(double *t, bsh__sample a, bsh__sample b)
{
    two_samples const two = describe_two(a, b);
    *t = two.status == BSH_TEST_OK ? two.diff / two.pooled * sqrt(two.effective) : (double) NAN;
    return two.status;
}

/* ---- limits of the noncentrality (Cumming & Finch 2001) */

typedef struct noncentral_t {
    double t, df;
} noncentral_t;

static double upper_tail(const void *payload, double noncentrality)
{
    const noncentral_t *const of = payload;
    return bsh__noncentral_t_q(of->t, of->df, noncentrality);
}

/* T (1 - 1/(4 df)) is about normal around the noncentrality with this deviation. */
static double deviation_of(const noncentral_t *of)
{
    return sqrt(1 + of->t * of->t / (2 * of->df));
}

static double start_of(const noncentral_t *of, double tail)
{
    return of->t * (1 - 1 / (4 * of->df)) + gsl_cdf_ugaussian_Pinv(tail) * deviation_of(of);
}

/* The noncentrality with P(T > t) = tail. */
static double noncentrality_of(double t, double df, double tail)
{
    noncentral_t const of = {t, df};
    return bsh__share_root(upper_tail, &of, tail, start_of(&of, tail), 1 / deviation_of(&of));
}

/* ---- Hedges' g */

static void put_intervals(bsh__standardized *out, const two_samples *two, double conf_level)
{
    double const tail = (1 - conf_level) / 2;
    double const root = sqrt(two->effective);
    double const t = out->cohens_d * root;
    // The upper limit as the lower one of the mirror image, so that A - B mirrors B - A.
    out->d_ci_low = noncentrality_of(t, two->df, tail) / root;
    out->d_ci_high = -noncentrality_of(-t, two->df, tail) / root;
    out->g_ci_low = out->j * out->d_ci_low;
    out->g_ci_high = out->j * out->d_ci_high;

    double const d = out->cohens_d;
    double const z = gsl_cdf_ugaussian_Qinv(tail);
    out->se_large = out->j * sqrt(1 / two->effective + d * d / (2 * (two->n_a + two->n_b)));
    out->ci_large_low = out->hedges_g - z * out->se_large;
    out->ci_large_high = out->hedges_g + z * out->se_large;
}

/* By the mean of the variances, with Satterthwaite's df.  For df_av = 1 (two values against
 * constant ones) J and with it g_av is 0, as the formula has it. */
static void put_average_spread(bsh__standardized *out, const two_samples *two)
{
    double const sum = two->variance_a + two->variance_b;
    double const share_a = two->variance_a / sum;
    double const share_b = two->variance_b / sum;
    out->d_av = two->diff / sqrt(sum / 2);
    out->df_av = 1 / (share_a * share_a / (two->n_a - 1) + share_b * share_b / (two->n_b - 1));
    out->g_av = bsh__gamma_ratio(out->df_av / 2) * out->d_av;
}

static bsh__standardized no_effect(bsh_test_status status)
{
    double const none = (double) NAN;
    return (bsh__standardized){status, none, none, none, none, none, none, none,
                               none,   none, none, none, none, none, none};
}

void bsh__hedges_g(bsh__standardized *out, bsh__sample a, bsh__sample b, double conf_level)
{
    two_samples const two = describe_two(a, b);
    *out = no_effect(two.status);
    if (two.status != BSH_TEST_OK) {
        return;
    }
    out->cohens_d = two.diff / two.pooled;
    out->j = bsh__gamma_ratio(two.df / 2);
    out->hedges_g = out->j * out->cohens_d;
    put_intervals(out, &two, conf_level);
    put_average_spread(out, &two);
    double const delta = two.diff / sqrt(two.variance_b);
    out->glass_delta_b = isfinite(delta) ? delta : (double) NAN;
}

/* ---- the difference that n articles can show */

/* Both sides count, as in a two-sided test. */
static double power_of(const void *payload, double noncentrality)
{
    const noncentral_t *const critical = payload;
    return bsh__noncentral_t_q(critical->t, critical->df, noncentrality) +
           bsh__noncentral_t_p(-critical->t, critical->df, noncentrality);
}

void bsh__mde(bsh__detectable *out, size_t n_a, size_t n_b, double power, double alpha)
{
    *out = (bsh__detectable){BSH_TEST_TOO_FEW, (double) NAN, (double) NAN, (double) NAN};
    if (n_a < 2 || n_b < 2) {
        return;
    }
    double const a = (double) n_a;
    double const b = (double) n_b;
    double const root = sqrt(a * b / (a + b));
    out->status = BSH_TEST_OK;
    out->df = a + b - 2;
    out->mde_d = out->mde_d_normal = 0; // what is found this often without any difference
    if (power <= alpha) {
        return;
    }
    out->mde_d_normal =
        (gsl_cdf_ugaussian_Qinv(alpha / 2) + gsl_cdf_ugaussian_Pinv(power)) / root;

    noncentral_t const critical = {bsh__student_t_quantile(alpha / 2, out->df), out->df};
    out->mde_d = bsh__share_root(power_of, &critical, power, start_of(&critical, power),
                                 1 / deviation_of(&critical)) /
                 root;
}
