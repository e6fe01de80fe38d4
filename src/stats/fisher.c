/* Fisher's exact test.
 *
 * Own code: gsl_cdf_hypergeometric takes unsigned int, so that margins whose sum passes 2^32
 * wrap (it returned inf, and 3e10, as a probability), and at 3e9 words its tail was wrong in
 * the sixth digit, .1524597 for .1524603.
 *
 * With m! = m ln m - m + rest(m) the logarithm of a table's probability is minus half its G2,
 * and the rests of Stirling's formula.  Both are small numbers, so that nothing cancels, which
 * differences of log-gammas of 6e9 (about 1.3e11, good to 1e-5) do.  The idea is Loader's 2000
 * for the binomial. */
#include "stats/two_by_two.h"

#include <float.h>

/* ln n! - (n ln n - n). */
static double stirling_rest(double n)
{
    static double const half_ln_2_pi = 0.91893853320467274178;
    if (n == 0) {
        return 0;
    }
    if (n < 16) { // 15! is exact
        double factorial = 1;
        for (double i = 2; i <= n; ++i) {
            factorial *= i;
        }
        return log(factorial) - (n * log(n) - n);
    }
    double const square = n * n;
    double const series =
        1. / 1260 - (1. / 1680 - (1. / 1188 - 691. / 360360 / square) / square) / square;
    return half_ln_2_pi + log(n) / 2 + (1. / 12 - (1. / 360 - series / square) / square) / n;
}

/* The tables of given margins, by the count of A; `odds` 1 under the hypothesis. */
typedef struct margins {
    double n_a, n_b, drawn;
    double low, high; /* range of the count of A */
    double rests;     /* of Stirling's formula, of margins and total */
    double odds;
} margins;

static margins margins_of(const bsh__two_by_two *table)
{
    double const n_a = table->a + table->rest_a;
    double const n_b = table->b + table->rest_b;
    double const drawn = table->a + table->b;
    return (margins){
        .n_a = n_a,
        .n_b = n_b,
        .drawn = drawn,
        .low = fmax(0, drawn - n_b),
        .high = fmin(drawn, n_a),
        .rests = stirling_rest(n_a) + stirling_rest(n_b) + stirling_rest(drawn) +
                 stirling_rest(table->rest_a + table->rest_b) - stirling_rest(n_a + n_b),
        .odds = 1,
    };
}

static double log_probability(const margins *m, double x)
{
    bsh__two_by_two const table = {x, m->drawn - x, m->n_a - x, m->n_b - m->drawn + x};
    return m->rests - stirling_rest(table.a) - stirling_rest(table.b) -
           stirling_rest(table.rest_a) - stirling_rest(table.rest_b) - bsh__half_g2(&table);
}

/* P(x + 1) / P(x), which falls with x. */
static double ratio_up(const margins *m, double x)
{
    return m->odds * ((m->n_a - x) / (x + 1)) * ((m->drawn - x) / (m->n_b - m->drawn + x + 1));
}

static double mode_of(const margins *m)
{
    double low = m->low;
    double high = m->high;
    while (low < high) {
        double const middle = floor(low + (high - low) / 2);
        if (ratio_up(m, middle) >= 1) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    return low;
}

/* ---- tails */

/* A term this small beside the sum of those before it ends a walk: what follows it falls
 * faster than geometrically. */
static double const negligible = 1e-18;

/* P(X >= x) for an x above the mode, P(X <= x) for one below or at it. */
static double tail_above(const margins *m, double x)
{
    double term = 1;
    double sum = 1;
    for (double y = x; y < m->high && term > sum * negligible; ++y) {
        term *= ratio_up(m, y);
        sum += term;
    }
    return exp(log_probability(m, x) + log(sum));
}

static double tail_below(const margins *m, double x)
{
    double term = 1;
    double sum = 1;
    for (double y = x; y > m->low && term > sum * negligible; --y) {
        term /= ratio_up(m, y - 1);
        sum += term;
    }
    return exp(log_probability(m, x) + log(sum));
}

/* Both tails as far as they are no more likely than `limit`. */
static double both_tails(const margins *m, double mode, double limit)
{
    double below = m->low - 1; // the last of the lower tail
    for (double end = mode + 1; end - below > 1;) {
        double const middle = floor(below + (end - below) / 2);
        if (log_probability(m, middle) <= limit) {
            below = middle;
        } else {
            end = middle;
        }
    }
    double above = m->high + 1; // the first of the upper tail
    for (double end = mode; above - end > 1;) {
        double const middle = floor(end + (above - end) / 2);
        if (log_probability(m, middle) <= limit) {
            above = middle;
        } else {
            end = middle;
        }
    }
    if (below + 1 >= above) {
        return 1;
    }
    double const lower = below < m->low ? 0 : tail_below(m, below);
    double const upper = above > m->high ? 0 : tail_above(m, above);
    return fmin(1, lower + upper);
}

void bsh__fisher_test(bsh__fisher *out, const bsh__two_by_two *table)
{
    static double const slack = 1e-7;
    margins const       m = margins_of(table);
    double const        mode = mode_of(&m);
    double const        x = table->a;
    if (x > mode) {
        out->p_greater = tail_above(&m, x);
        out->p_less = x < m.high ? 1 - tail_above(&m, x + 1) : 1;
    } else {
        out->p_less = x < mode || x < m.high ? tail_below(&m, x) : 1;
        out->p_greater = x > m.low ? 1 - tail_below(&m, x - 1) : 1;
    }
    out->p = both_tails(&m, mode, log_probability(&m, x) + log1p(slack));
}

/* ---- the odds ratio */

/* What is sought of the distribution under given odds. */
typedef enum sought { MEAN, AT_LEAST, AT_MOST } sought;

/* `what` of the distribution is to be `target`. */
typedef struct equation {
    margins m;
    sought  what;
    double  x, target;
    bool    is_inverse; /* sought in 1 / odds, for odds over 1 */
} equation;

/* Sums over the distribution, relative to the probability of its mode. */
typedef struct sums {
    double mode, total, moment, at_least, at_most; /* moment about the mode */
} sums;

static void add_term(sums *s, double x, double y, double term)
{
    s->total += term;
    s->moment += term * (y - s->mode);
    s->at_least += y >= x ? term : 0;
    s->at_most += y <= x ? term : 0;
}

static sums sums_of(const margins *m, double x)
{
    sums s = {.mode = mode_of(m)};
    add_term(&s, x, s.mode, 1);
    double term = 1;
    for (double y = s.mode; y < m->high && term > negligible; ++y) {
        term *= ratio_up(m, y);
        add_term(&s, x, y + 1, term);
    }
    term = 1;
    for (double y = s.mode; y > m->low && term > negligible; --y) {
        term /= ratio_up(m, y - 1);
        add_term(&s, x, y - 1, term);
    }
    return s;
}

static double difference(equation *e, double at)
{
    e->m.odds = e->is_inverse ? 1 / at : at;
    sums const s = sums_of(&e->m, e->x);
    switch (e->what) {
    case AT_LEAST:
        return s.at_least / s.total - e->target;
    case AT_MOST:
        return s.at_most / s.total - e->target;
    case MEAN:
        break;
    }
    return s.mode + s.moment / s.total - e->target;
}

/* A bracket of a root: `best` is the better end, `other` the opposite one, `last` the point
 * before. */
typedef struct point {
    double at, value;
} point;

typedef struct bracket {
    point best, other, last;
} bracket;

/* By a line, or an inverse parabola through three points, unless that leaves the bracket or
 * does not at least halve the step before: then the middle. */
static double next_step(const bracket *b, double accepted)
{
    double const width = b->other.at - b->best.at;
    double const before = b->best.at - b->last.at;
    if (fabs(before) < accepted || fabs(b->last.value) <= fabs(b->best.value)) {
        return width / 2;
    }
    double const s = b->best.value / b->last.value;
    double       p = width * s;
    double       q = 1 - s;
    if (b->last.at != b->other.at) {
        double const u = b->last.value / b->other.value;
        double const r = b->best.value / b->other.value;
        p = s * (width * u * (u - r) - before * (r - 1));
        q = (u - 1) * (r - 1) * (s - 1);
    }
    q = p > 0 ? -q : q;
    p = fabs(p);
    bool const is_inside = p < .75 * width * q - fabs(accepted * q) / 2;
    return is_inside && p < fabs(before * q / 2) ? p / q : width / 2;
}

/* Brent 1973, chapter 4. */
static double solve_between(equation *e, double low, double high, double tolerance)
{
    point const first = {low, difference(e, low)};
    bracket     b = {{high, difference(e, high)}, first, first};
    for (int i = 0; i < 1000; ++i) {
        if (fabs(b.other.value) < fabs(b.best.value)) {
            b.last = b.best;
            b.best = b.other;
            b.other = b.last;
        }
        double const accepted = 2 * DBL_EPSILON * fabs(b.best.at) + tolerance / 2;
        if (fabs(b.other.at - b.best.at) / 2 <= accepted || b.best.value == 0) {
            break;
        }
        double step = next_step(&b, accepted);
        if (fabs(step) < accepted) {
            step = step > 0 ? accepted : -accepted;
        }
        b.last = b.best;
        b.best.at += step;
        b.best.value = difference(e, b.best.at);
        if ((b.best.value > 0) == (b.other.value > 0)) {
            b.other = b.last;
        }
    }
    return b.best.at;
}

/* Odds under 1 between 0 and 1, others by their inverse. */
static double solve(equation *e, double tolerance)
{
    double const at_1 = difference(e, 1);
    bool const   is_over = e->what == AT_MOST ? at_1 > 0 : at_1 < 0;
    if (at_1 == 0) {
        return 1;
    }
    e->is_inverse = is_over;
    double const root = solve_between(e, is_over ? DBL_EPSILON : 0, 1, tolerance);
    return is_over ? 1 / root : root;
}

void bsh__fisher_odds(bsh__conditional_odds *out, const bsh__two_by_two *table,
                      double conf_level, double tolerance)
{
    margins const m = margins_of(table);
    double const  tail = (1 - conf_level) / 2;
    bool const    is_lowest = table->a == m.low;
    bool const    is_highest = table->a == m.high;
    *out = (bsh__conditional_odds){(double) NAN, 0, (double) INFINITY};
    if (!is_lowest) {
        equation e = {m, AT_LEAST, table->a, tail, false};
        out->ci_low = solve(&e, tolerance);
    }
    if (!is_highest) {
        equation e = {m, AT_MOST, table->a, tail, false};
        out->ci_high = solve(&e, tolerance);
    }
    if (!is_lowest && !is_highest) {
        equation e = {m, MEAN, table->a, table->a, false};
        out->odds_ratio = solve(&e, tolerance);
    } else if (is_lowest != is_highest) {
        out->odds_ratio = is_lowest ? 0 : (double) INFINITY;
    }
}
