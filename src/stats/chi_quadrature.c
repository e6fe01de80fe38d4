#include "stats/chi_quadrature.h"

#include <math.h>
#include <stdbool.h>

#include <gsl/gsl_cdf.h>
#include <gsl/gsl_math.h>
#include <gsl/gsl_sf_erf.h>
#include <gsl/gsl_sf_gamma.h>

/* The integrand f(s) Phi(shift - slope s), f the density of S.  Both factors are log-concave in
 * s, hence the product too: one peak, and a fall on both sides that only gets steeper. */
typedef struct integrand {
    double df, shift, slope;
} integrand;

/* ln f(s) without its constant.  Written in s - 1, because for df = 1e5 the plain terms of
 * 25,000 would leave 1e-11 of rounding in their difference. */
static double log_density(double df, double s)
{
    double const log_s = s < 0.5 ? log(s) : log1p(s - 1); // near 0 s - 1 has lost s
    return (df - 1) * log_s - df * (s - 1) * (s + 1) / 2;
}

/* The constant: 2 (df/2)^(df/2) e^(-df/2) / Gamma(df/2), by GSL's Gamma*, which is Gamma
 * without Stirling's factor. */
static double density_constant(double df)
{
    return sqrt(df / M_PI) / gsl_sf_gammastar(df / 2);
}

static double log_value(const integrand *g, double s)
{
    double const x = g->shift - g->slope * s;
    return (g->df == 1 && s == 0 ? g->df / 2 : log_density(g->df, s)) +
           gsl_sf_log_erfc(-x * M_SQRT1_2);
}

/* First derivative of log_value, and what a Newton step divides by: minus the second. */
static double log_slope(const integrand *g, double s, double *curvature)
{
    double const x = g->shift - g->slope * s;
    double const hazard = gsl_sf_hazard(-x);
    double const bend = fmax(hazard * (hazard + x), 0);
    *curvature = (g->df - 1) / (s * s) + g->df + g->slope * g->slope * bend;
    return (g->df - 1) / s - g->df * s - g->slope * hazard;
}

/* Where the integrand is largest, to a twentieth of its width there: Newton's steps, kept
 * inside what is known to hold the peak. */
static double find_peak(const integrand *g, double *width)
{
    double const turn = -g->shift / fabs(g->slope);
    double const steepness = fabs(g->slope) / g->df;
    double       low = 0;
    double       high = 1 + fmin(fmax(1, turn) + steepness, (fabs(g->shift) + 1) * steepness);
    double       s = g->slope < 0 ? fmin(fmax(1, turn), high) : 1;
    for (int i = 0; i < 200; ++i) {
        double       curvature = 0;
        double const rise = log_slope(g, s, &curvature);
        double const next = s + rise / curvature;
        *width = 1 / sqrt(curvature);
        if (fabs(next - s) < *width / 20) {
            break;
        }
        low = rise > 0 ? s : low;
        high = rise > 0 ? high : s;
        s = next > low && next < high ? next : (low + high) / 2;
    }
    return s;
}

/* How far from the peak, in the direction given (1, -1), the integrand has fallen by e^-drop to
 * e^(-1.2 drop): less than that is nothing, much more would leave the nodes too far apart. */
static double reach(const integrand *g, double peak, double width, int direction, double drop)
{
    double const top = log_value(g, peak);
    double const most = direction < 0 ? peak : HUGE_VAL;
    double       near = 0;
    double       far = fmin(width, most);
    while (far < most && top - log_value(g, peak + direction * far) < drop) {
        near = far;
        far = fmin(2 * far, most);
    }
    for (int i = 0; i < 30; ++i) {
        if (top - log_value(g, peak + direction * far) < 1.2 * drop) {
            break;
        }
        double const middle = (near + far) / 2;
        bool const   is_far = top - log_value(g, peak + direction * middle) >= drop;
        near = is_far ? near : middle;
        far = is_far ? middle : far;
    }
    return far;
}

/* Gauss-Legendre, 16 nodes (Abramowitz & Stegun 1964, table 25.4). */
static const struct {
    double node, weight;
} legendre[] = {
    {0.0950125098376374402, 0.189450610455068496},
    {0.281603550779258913, 0.182603415044923589},
    {0.458016777657227386, 0.169156519395002538},
    {0.617876244402643748, 0.149595988816576732},
    {0.755404408355003034, 0.124628971255533872},
    {0.865631202387831744, 0.0951585116824927848},
    {0.944575023073232576, 0.0622535239386478929},
    {0.989400934991649933, 0.0271524594117540949},
};

static void add_node(bsh__chi_nodes *out, double s, double weight)
{
    out->s[out->n] = s;
    out->weight[out->n++] = weight;
}

static void add_panel(bsh__chi_nodes *out, double from, double to)
{
    double const middle = (from + to) / 2;
    double const half = (to - from) / 2;
    for (size_t i = 0; i < sizeof legendre / sizeof legendre[0]; ++i) {
        double const offset = half * legendre[i].node;
        add_node(out, middle - offset, half * legendre[i].weight);
        add_node(out, middle + offset, half * legendre[i].weight);
    }
}

/* From cut to cut in three panels each: at most 4 * 3 * 16 nodes. */
static void add_panels(bsh__chi_nodes *out, const double *cuts, size_t n_cuts)
{
    for (size_t i = 1; i < n_cuts; ++i) {
        double const from = cuts[i - 1];
        double const to = cuts[i];
        double const third = (to - from) / 3;
        if (to > from) {
            add_panel(out, from, from + third);
            add_panel(out, from + third, to - third);
            add_panel(out, to - third, to);
        }
    }
}

/* In steps of the fourth root of s: for df that is not whole f has a branch at 0, which in s
 * itself costs all digits but four (df = 1.1). */
static void add_from_zero(bsh__chi_nodes *out, double *cuts, size_t n_cuts)
{
    for (size_t i = 0; i < n_cuts; ++i) {
        cuts[i] = sqrt(sqrt(cuts[i]));
    }
    add_panels(out, cuts, n_cuts);
    for (size_t i = 0; i < out->n; ++i) {
        double const root = out->s[i];
        out->s[i] = (root * root) * (root * root);
        out->weight[i] *= 4 * root * root * root;
    }
}

static void weigh(bsh__chi_nodes *out, double df)
{
    double const constant = density_constant(df);
    for (size_t i = 0; i < out->n; ++i) {
        out->weight[i] *= constant * exp(log_density(df, out->s[i]));
    }
}

void bsh__chi_nodes_for(bsh__chi_nodes *out, double df, double shift, double slope,
                        double spread)
{
    integrand const g = {df, shift, slope};
    double          width = 0;
    double const    peak = find_peak(&g, &width);
    double const    drop = 38 + spread; // e^-38 is 3e-17
    // s^(df - 1) with a low df falls so slowly towards 0 that nothing of it can be left out.
    double const fallen = peak - reach(&g, peak, width, -1, drop);
    bool const   is_rooted = df < 4 && fallen < peak / 4;
    double const first = is_rooted ? 0 : fallen;
    double const last = peak + reach(&g, peak, width, 1, drop);

    // Phi is 0 or 1 to the last digit 8.5 from where its argument is 0.  If its rise is much
    // narrower than f, nodes spread over f would miss it (t = 1000, df = 1: 1e-3).
    double const turn = shift / slope;
    double const band = fabs(8.5 / slope);
    double const low = fmin(fmax(turn - band, first), last);
    double const high = fmin(fmax(turn + band, first), last);
    double cuts[] = {first, fmin(low, peak), fmax(fmin(peak, high), low), fmax(high, peak),
                     last};
    size_t const n_cuts = sizeof cuts / sizeof cuts[0];
    out->n = 0;
    if (is_rooted) {
        add_from_zero(out, cuts, n_cuts);
    } else {
        add_panels(out, cuts, n_cuts);
    }
    weigh(out, df);
}

double bsh__gamma_ratio(double a)
{
    if (a <= 0.5) {
        return 0; // 1 / Gamma(0)
    }
    return gsl_sf_gammastar(a) / gsl_sf_gammastar(a - 0.5) *
           exp(-0.5 - (a - 1) * log1p(-1 / (2 * a)));
}
