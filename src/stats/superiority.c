#include "stats/rank_tests.h"

#include <gsl/gsl_cdf.h>

#include "stats/ranks.h"

/* ---- Newcombe 2006: the shares from which the observed one is z standard errors away */

typedef struct score_interval {
    double share, z2, pairs, half; /* half: (n_a + n_b) / 2 - 1 */
} score_interval;

/* Under 0 within the interval. */
static double excess(const score_interval *of, double theta)
{
    double const other = 1 - theta;
    double const factor = 1 + of->half * other / (2 - theta) + of->half * theta / (1 + theta);
    double const distance = of->share - theta;
    return distance * distance - of->z2 * theta * other * factor / of->pairs;
}

/* Where the excess becomes 0 between `inside`, the observed share, and `outside`, 0 or 1;
 * halved until no double is between. */
static double limit_towards(const score_interval *of, double outside)
{
    double inside = of->share;
    double middle = inside + (outside - inside) / 2;
    while (middle != inside && middle != outside) {
        if (excess(of, middle) <= 0) {
            inside = middle;
        } else {
            outside = middle;
        }
        middle = inside + (outside - inside) / 2;
    }
    return inside;
}

static void set_newcombe(bsh__superior *out, double n_a, double n_b, double z)
{
    score_interval const of = {out->p_superior, z * z, n_a * n_b, (n_a + n_b) / 2 - 1};
    out->newcombe_ci_low = of.share > 0 ? limit_towards(&of, 0) : 0;
    out->newcombe_ci_high = of.share < 1 ? limit_towards(&of, 1) : 1;
}

/* ---- Cliff */

/* The unbiased variance of delta, which can be negative, and the least that Cliff 1993 allows.
 */
static double variance_of_delta(const bsh__two_ranked *ranked, double n_a, double n_b)
{
    double const pairs = n_a * n_b;
    double const rest = 4 * (ranked->u_a / pairs) * (ranked->u_b / pairs); // 1 - delta^2
    double const between = pairs * rest - ranked->n_tied_pairs;
    double const unbiased = (4 * (ranked->squares_a + ranked->squares_b) - between) /
                            (pairs * (n_a - 1) * (n_b - 1));
    return fmax(unbiased, rest / (pairs - 1));
}

/* The interval of Feng & Cliff 2004, which is not symmetric; |delta| = 1 has none. */
static void set_cliff(bsh__superior *out, const bsh__two_ranked *ranked, double n_a, double n_b,
                      double z)
{
    out->cliff_var = variance_of_delta(ranked, n_a, n_b);
    double const delta = out->cliff_delta;
    double const rest = 1 - delta * delta;
    if (fabs(delta) == 1) {
        return;
    }
    double const z2 = z * z * out->cliff_var;
    double const half = sqrt(z2 * (rest * rest + z2));
    out->cliff_ci_low = (delta * rest - half) / (rest + z2);
    out->cliff_ci_high = (delta * rest + half) / (rest + z2);
}

/* P(A > B) if both were normal. */
static double normal_share(bsh__sample a, bsh__sample b)
{
    double const variance = bsh__variance(a) + bsh__variance(b);
    return variance > 0 ? gsl_cdf_ugaussian_P((bsh__mean(a) - bsh__mean(b)) / sqrt(variance))
                        : (double) NAN;
}

void bsh__superiority(bsh__superior *out, bsh__sample a, bsh__sample b, double conf_level)
{
    double const none = (double) NAN;
    *out = (bsh__superior){BSH_TEST_TOO_FEW, none, none, none, none, none, none, none, none};
    if (a.n == 0 || b.n == 0) {
        return;
    }
    bsh__two_ranked ranked;
    bsh__rank_two(&ranked, a, b);
    double const n_a = (double) a.n;
    double const n_b = (double) b.n;
    double const z = gsl_cdf_ugaussian_Qinv((1 - conf_level) / 2);
    out->status = BSH_TEST_OK;
    out->p_superior = ranked.u_a / (n_a * n_b);
    out->cliff_delta = (ranked.u_a - ranked.u_b) / (n_a * n_b);
    set_newcombe(out, n_a, n_b, z);
    if (a.n >= 2 && b.n >= 2) {
        set_cliff(out, &ranked, n_a, n_b, z);
        out->cles_normal = normal_share(a, b);
    }
}
