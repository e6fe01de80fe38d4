#include "stats/regression.h"

#include <gsl/gsl_statistics_double.h>

#include "base/memory.h"
#include "stats/cases.h"
#include "stats/tails.h"

enum { INTERCEPT, IS_B, LN_WORDS, N_COEFS };

/* The regression is solved in closed form: inside each outlet y and ln(words) are taken from
 * their means, which leaves one slope to find.  No matrix is inverted, and values near 1e9 lose
 * nothing (with X'X the squares of 1e9 would take all digits of a variance of 19). */
typedef struct outlet_part {
    size_t         first, n;
    bsh__long_mean x, y;
} outlet_part;

typedef struct design {
    outlet_part  outlets[2]; /* A, B */
    size_t       n;
    double      *x, *y; /* A's cases, then B's; ln(words), less their outlet's mean */
    double      *residuals;
    bsh__member *members; /* by cluster, once all is computed */
    double       sum_xx, slope;
} design;

/* ---- cases into the design */

static bool parts_are_constant(const design *at, const double *values)
{
    for (unsigned outlet = 0; outlet < 2; ++outlet) {
        const outlet_part *const part = &at->outlets[outlet];
        for (size_t i = 1; i < part->n; ++i) {
            if (values[part->first + i] != values[part->first]) {
                return false;
            }
        }
    }
    return true;
}

static void gather(design *at, const bsh__case *cases, size_t n, bool is_b)
{
    outlet_part *const part = &at->outlets[is_b];
    *part = (outlet_part){at->n, 0, {0, 0}, {0, 0}};
    for (size_t i = 0; i < n; ++i) {
        if (cases[i].is_b == is_b && cases[i].words > 0) {
            at->x[at->n] = log(cases[i].words);
            at->y[at->n] = cases[i].y;
            at->members[at->n] = (bsh__member){at->n, cases[i].cluster};
            ++at->n;
        }
    }
    part->n = at->n - part->first;
}

static void solve(design *at)
{
    for (unsigned outlet = 0; outlet < 2; ++outlet) {
        outlet_part *const part = &at->outlets[outlet];
        part->x = bsh__centre(at->x + part->first, part->n);
        part->y = bsh__centre(at->y + part->first, part->n);
    }
    double sum_xy = 0;
    for (size_t i = 0; i < at->n; ++i) {
        at->sum_xx += at->x[i] * at->x[i];
        sum_xy += at->x[i] * at->y[i];
    }
    at->slope = sum_xy / at->sum_xx;
    for (size_t i = 0; i < at->n; ++i) {
        at->residuals[i] = at->y[i] - at->slope * at->x[i];
    }
}

/* ---- standard errors */

/* Coefficient k is the sum of weight(k, i) y[i] over all cases: row k of (X'X)^-1 X'. */
static double weight(const design *at, unsigned k, size_t i)
{
    const outlet_part *const a = &at->outlets[0];
    const outlet_part *const b = &at->outlets[1];
    bool const               is_b = i >= b->first;
    double const             of_slope = at->x[i] / at->sum_xx;
    switch (k) {
    case INTERCEPT:
        return (is_b ? 0 : 1 / (double) a->n) - a->x.mean * of_slope;
    case IS_B:
        return (is_b ? 1 / (double) b->n : -1 / (double) a->n) -
               bsh__long_difference(b->x, a->x) * of_slope;
    default:
        return of_slope;
    }
}

/* How much of its own fitted value a case decides: the diagonal of X (X'X)^-1 X'. */
static double leverage(const design *at, size_t i)
{
    size_t const n = at->outlets[i >= at->outlets[1].first].n;
    return 1 / (double) n + at->x[i] * at->x[i] / at->sum_xx;
}

static double classic_variance(const design *at, unsigned k)
{
    double sum = 0;
    for (size_t i = 0; i < at->n; ++i) {
        sum += weight(at, k, i) * weight(at, k, i);
    }
    return sum;
}

static double hc3_variance(const design *at, unsigned k)
{
    double sum = 0;
    for (size_t i = 0; i < at->n; ++i) {
        double const score = weight(at, k, i) * at->residuals[i] / (1 - leverage(at, i));
        sum += score * score;
    }
    return sum;
}

static double cr1_variance(const design *at, unsigned k, double n_clusters)
{
    double squares = 0;
    for (size_t i = 0; i < at->n;) {
        size_t const end = i + bsh__cluster_size(at->members + i, at->n - i);
        double       sum = 0;
        for (; i < end; ++i) {
            size_t const at_case = at->members[i].index;
            sum += weight(at, k, at_case) * at->residuals[at_case];
        }
        squares += sum * sum;
    }
    double const n = (double) at->n;
    return n_clusters / (n_clusters - 1) * (n - 1) / (n - N_COEFS) * squares;
}

static bool has_full_leverage(const design *at)
{
    size_t i = 0;
    while (i < at->n && leverage(at, i) < 1 - 1e-12) {
        ++i;
    }
    return i < at->n;
}

/* ---- the fit */

static void test_coefficient(double variance, double coef, double df, double *result[3])
{
    *result[0] = sqrt(variance);
    *result[1] = coef / *result[0];
    *result[2] = bsh__student_t_two_sided(*result[1], df);
}

static void infer(bsh__length_fit *out, design *at, bool has_clusters)
{
    bool const has_hc3 = !has_full_leverage(at);
    if (has_clusters) {
        bsh__sort_members(at->members, at->n);
        out->n_clusters = (double) bsh__n_clusters(at->members, at->n);
    }
    for (unsigned k = 0; k < N_COEFS; ++k) {
        double const c = out->coef[k];
        test_coefficient(out->sigma * out->sigma * classic_variance(at, k), c, out->df,
                         (double *[]){&out->se[k], &out->t[k], &out->p[k]});
        if (has_hc3) {
            test_coefficient(hc3_variance(at, k), c, out->df,
                             (double *[]){&out->se_hc3[k], &out->t_hc3[k], &out->p_hc3[k]});
        }
        if (out->n_clusters >= 2) {
            test_coefficient(cr1_variance(at, k, out->n_clusters), c, out->n_clusters - 1,
                             (double *[]){&out->se_cr1[k], &out->t_cr1[k], &out->p_cr1[k]});
        }
    }
    out->status = has_hc3 ? BSH_TEST_OK : BSH_TEST_DEGENERATE;
}

/* The sum of squares about the mean of all is that inside the outlets and that between them. */
static double total_squares(const design *at)
{
    const outlet_part *const a = &at->outlets[0];
    const outlet_part *const b = &at->outlets[1];
    double const             apart = bsh__long_difference(a->y, b->y);
    double sum = (double) a->n * (double) b->n / (double) at->n * apart * apart;
    for (size_t i = 0; i < at->n; ++i) {
        sum += at->y[i] * at->y[i];
    }
    return sum;
}

static void put_coefficients(double coef[3], const design *at)
{
    const outlet_part *const a = &at->outlets[0];
    const outlet_part *const b = &at->outlets[1];
    coef[INTERCEPT] = a->y.mean + (a->y.rest - at->slope * (a->x.mean + a->x.rest));
    coef[IS_B] =
        bsh__long_difference(b->y, a->y) - at->slope * bsh__long_difference(b->x, a->x);
    coef[LN_WORDS] = at->slope;
}

static void fit(bsh__length_fit *out, design *at, bool has_clusters)
{
    solve(at);
    double squares = 0;
    for (size_t i = 0; i < at->n; ++i) {
        squares += at->residuals[i] * at->residuals[i];
    }
    double const total = total_squares(at);
    put_coefficients(out->coef, at);
    out->df = (double) (at->n - N_COEFS);
    out->r2 = 1 - squares / total;
    out->sigma = sqrt(squares / out->df);
    if (squares <= 1e-24 * total) { // rounding alone: y lies on the two lines
        out->status = BSH_TEST_DEGENERATE;
        return;
    }
    infer(out, at, has_clusters);
}

static bsh_test_status testable(const design *at)
{
    if (at->outlets[0].n < 2 || at->outlets[1].n < 2) {
        return BSH_TEST_TOO_FEW;
    }
    return parts_are_constant(at, at->y) || parts_are_constant(at, at->x) ? BSH_TEST_NO_VARIANCE
                                                                          : BSH_TEST_OK;
}

static void leave_empty(bsh__length_fit *out)
{
    double const none = (double) NAN;
    *out = (bsh__length_fit){
        .status = BSH_TEST_TOO_FEW, .df = none, .r2 = none, .sigma = none, .n_clusters = none};
    double *const fields[] = {out->coef,  out->se,    out->t,      out->p,     out->se_hc3,
                              out->t_hc3, out->p_hc3, out->se_cr1, out->t_cr1, out->p_cr1};
    for (size_t i = 0; i < sizeof fields / sizeof fields[0]; ++i) {
        for (unsigned k = 0; k < N_COEFS; ++k) {
            fields[i][k] = none;
        }
    }
}

static bool allocate_design(design *at, size_t n, const bsh_allocator *allocator)
{
    *at = (design){.x = bsh__allocate(allocator, n + 1, 3 * sizeof *at->x),
                   .members = bsh__allocate(allocator, n + 1, sizeof *at->members)};
    if (at->x == NULL || at->members == NULL) {
        return false;
    }
    at->y = at->x + n;
    at->residuals = at->y + n;
    return true;
}

static void free_design(design *at, const bsh_allocator *allocator)
{
    bsh__release(allocator, at->x);
    bsh__release(allocator, at->members);
}

bsh_status bsh__length_adjusted(bsh__length_fit *out, const bsh__case *cases, size_t n,
                                bool has_clusters, const bsh_allocator *allocator,
                                bsh_error *err)
{
    leave_empty(out);
    design     at;
    bool const has_memory = allocate_design(&at, n, allocator);
    if (has_memory) {
        gather(&at, cases, n, false);
        gather(&at, cases, n, true);
        out->status = testable(&at);
        if (out->status == BSH_TEST_OK) {
            fit(out, &at, has_clusters);
        }
    }
    free_design(&at, allocator);
    return has_memory ? BSH_OK : bsh__fail_memory(err);
}

/* ---- robust fit */

/* Not gsl_multifit_robust: its scale leaves out the three smallest residuals and corrects each
 * by its leverage, which at 30 articles put the difference of two outlets at 2.392 where the
 * usual scale has 2.632; and its memory is not the allocator's. */
typedef struct reweighting {
    design *at;
    double *weights;                         /* of each case */
    double *work;                            /* for the median */
    double  offset_x[2], offset_y[2], slope; /* from the means of the design */
    double  change;                          /* of residuals by the last step, relative */
} reweighting;

static double robust_scale(const reweighting *state)
{
    for (size_t i = 0; i < state->at->n; ++i) {
        state->work[i] = fabs(state->at->residuals[i]);
    }
    return gsl_stats_median(state->work, 1, state->at->n) / .6745;
}

static void weigh(const reweighting *state, double scale)
{
    for (size_t i = 0; i < state->at->n; ++i) {
        double const u = state->at->residuals[i] / (4.685 * scale);
        state->weights[i] = fabs(u) < 1 ? (1 - u * u) * (1 - u * u) : 0;
    }
}

/* Weighted means of an outlet; false if none of its cases has a weight. */
static bool weighted_means(reweighting *state, unsigned outlet)
{
    const outlet_part *const part = &state->at->outlets[outlet];
    double                   sum = 0;
    double                   sum_x = 0;
    double                   sum_y = 0;
    for (size_t i = part->first; i < part->first + part->n; ++i) {
        sum += state->weights[i];
        sum_x += state->weights[i] * state->at->x[i];
        sum_y += state->weights[i] * state->at->y[i];
    }
    state->offset_x[outlet] = sum_x / sum;
    state->offset_y[outlet] = sum_y / sum;
    return sum > 0;
}

/* Weighted least squares; false if the weights leave no slope to find. */
static bool refit(reweighting *state)
{
    design *const at = state->at;
    if (!weighted_means(state, 0) || !weighted_means(state, 1)) {
        return false;
    }
    double sum_xx = 0;
    double sum_xy = 0;
    for (size_t i = 0; i < at->n; ++i) {
        bool const   is_b = i >= at->outlets[1].first;
        double const x = at->x[i] - state->offset_x[is_b];
        sum_xx += state->weights[i] * x * x;
        sum_xy += state->weights[i] * x * (at->y[i] - state->offset_y[is_b]);
    }
    state->slope = sum_xy / sum_xx;
    return sum_xx > 1e-20 * at->sum_xx;
}

static void update_residuals(reweighting *state)
{
    design *const at = state->at;
    double        moved = 0;
    double        size = 0;
    for (size_t i = 0; i < at->n; ++i) {
        bool const   is_b = i >= at->outlets[1].first;
        double const residual = at->y[i] - state->offset_y[is_b] -
                                state->slope * (at->x[i] - state->offset_x[is_b]);
        moved += (residual - at->residuals[i]) * (residual - at->residuals[i]);
        size += at->residuals[i] * at->residuals[i];
        at->residuals[i] = residual;
    }
    state->change = sqrt(moved / size);
}

/* More than half of the residuals 0: the line through those cases is the fit. */
static bsh_test_status reweight(reweighting *state)
{
    for (unsigned step = 0; step < 1000 && state->change > 1e-10; ++step) {
        double const scale = robust_scale(state);
        if (scale <= 0) {
            return BSH_TEST_OK;
        }
        weigh(state, scale);
        if (!refit(state)) {
            return BSH_TEST_DEGENERATE;
        }
        update_residuals(state);
    }
    return state->change < 1e-4 ? BSH_TEST_OK : BSH_TEST_DEGENERATE;
}

static bsh_test_status fit_robustly(double coef[3], reweighting *state)
{
    design *const at = state->at;
    solve(at);
    state->slope = at->slope;
    bsh_test_status const status = reweight(state);
    if (status == BSH_TEST_OK) {
        outlet_part *const a = &at->outlets[0];
        outlet_part *const b = &at->outlets[1];
        a->x.rest += state->offset_x[0];
        a->y.rest += state->offset_y[0];
        b->x.rest += state->offset_x[1];
        b->y.rest += state->offset_y[1];
        at->slope = state->slope;
        put_coefficients(coef, at);
    }
    return status;
}

bsh_status bsh__robust_length_adjusted(double coef[3], bsh_test_status *status,
                                       const bsh__case *cases, size_t n,
                                       const bsh_allocator *allocator, bsh_error *err)
{
    coef[INTERCEPT] = coef[IS_B] = coef[LN_WORDS] = (double) NAN;
    *status = BSH_TEST_TOO_FEW;
    design        at;
    double *const work = bsh__allocate(allocator, n + 1, 2 * sizeof *work);
    bool const    has_memory = allocate_design(&at, n, allocator) && work != NULL;
    if (has_memory) {
        gather(&at, cases, n, false);
        gather(&at, cases, n, true);
        *status = testable(&at);
        if (*status == BSH_TEST_OK) {
            reweighting state = {.at = &at, .weights = work, .work = work + n, .change = 1};
            *status = fit_robustly(coef, &state);
        }
    }
    bsh__release(allocator, work);
    free_design(&at, allocator);
    return has_memory ? BSH_OK : bsh__fail_memory(err);
}
