#include "stats/rank_tests.h"

#include "stats/ranks.h"
#include "stats/tails.h"

/* se of the share of pairs won, and Satterthwaite's degrees of freedom. */
static void set_spread(bsh__brunner *out, const bsh__two_ranked *ranked, double n_a, double n_b)
{
    double const from_a = ranked->squares_a / (n_a - 1) / n_b;
    double const from_b = ranked->squares_b / (n_b - 1) / n_a;
    double const both = from_a + from_b;
    out->se = sqrt(both / (n_a * n_b));
    out->df = both * both / (from_a * from_a / (n_a - 1) + from_b * from_b / (n_b - 1));
}

static double inverse_logit(double x)
{
    return 1 / (1 + exp(-x));
}

/* On the logit scale the interval stays within 0 and 1. */
static void set_intervals(bsh__brunner *out, const bsh__two_ranked *ranked, double conf_level)
{
    double const half = bsh__student_t_quantile((1 - conf_level) / 2, out->df) * out->se;
    out->ci_low = out->p_superior - half;
    out->ci_high = out->p_superior + half;
    double const pairs = ranked->u_a + ranked->u_b;
    double const middle = log(ranked->u_a / ranked->u_b);
    double const half_logit = half / (ranked->u_a / pairs * (ranked->u_b / pairs));
    out->ci_logit_low = inverse_logit(middle - half_logit);
    out->ci_logit_high = inverse_logit(middle + half_logit);
}

void bsh__brunner_munzel(bsh__brunner *out, bsh__sample a, bsh__sample b, double conf_level)
{
    double const none = (double) NAN;
    *out =
        (bsh__brunner){BSH_TEST_TOO_FEW, none, none, none, none, none, none, none, none, none};
    if (a.n < 2 || b.n < 2) {
        return;
    }
    bsh__two_ranked ranked;
    bsh__rank_two(&ranked, a, b);
    out->p_superior = ranked.u_a / (ranked.u_a + ranked.u_b);
    if (ranked.squares_a + ranked.squares_b == 0) {
        out->status = BSH_TEST_DEGENERATE;
        return;
    }
    out->status = BSH_TEST_OK;
    set_spread(out, &ranked, (double) a.n, (double) b.n);
    out->statistic = (ranked.u_a - ranked.u_b) / 2 / (ranked.u_a + ranked.u_b) / out->se;
    out->p = bsh__student_t_two_sided(out->statistic, out->df);
    set_intervals(out, &ranked, conf_level);
}
