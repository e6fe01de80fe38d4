#include "stats/describe_sample.h"
#include "stats/tails.h"

typedef struct totals {
    double num, den;
} totals;

static totals totals_of(const double *num, const double *den, size_t n)
{
    totals sum = {0, 0};
    for (size_t i = 0; i < n; ++i) {
        sum.num += num[i];
        sum.den += den[i];
    }
    return sum;
}

static double mean_of_ratios(const double *num, const double *den, size_t n)
{
    double sum = 0;
    for (size_t i = 0; i < n; ++i) {
        sum += num[i] / den[i];
    }
    return sum / (double) n;
}

/* By the first term of Taylor's series: residuals num - R den. */
static double linear_error(const double *num, const double *den, size_t n, totals total)
{
    double const ratio = total.num / total.den;
    double       squares = 0;
    for (size_t i = 0; i < n; ++i) {
        double const residual = num[i] - ratio * den[i];
        squares += residual * residual;
    }
    double const cases = (double) n;
    return sqrt(cases / (cases - 1) * squares) / total.den;
}

/* By leaving out one case after the other; deviations are taken from the ratio of all, which
 * the ratios lie about, and then from their own mean. */
static double jackknife_error(const double *num, const double *den, size_t n, totals total)
{
    double const ratio = total.num / total.den;
    double       sum = 0;
    double       squares = 0;
    for (size_t i = 0; i < n; ++i) {
        double const deviation = (total.num - num[i]) / (total.den - den[i]) - ratio;
        sum += deviation;
        squares += deviation * deviation;
    }
    double const cases = (double) n;
    return sqrt((cases - 1) / cases * fmax(0, squares - sum * sum / cases));
}

void bsh__ratio_of_totals(bsh__ratio *out, const double *num, const double *den, size_t n,
                          double conf_level)
{
    double const none = (double) NAN;
    *out = (bsh__ratio){BSH_TEST_TOO_FEW, none, none, none, none, none, none};
    if (n == 0) {
        return;
    }
    totals const total = totals_of(num, den, n);
    out->ratio_of_totals = total.num / total.den;
    out->mean_of_ratios = mean_of_ratios(num, den, n);
    if (n < 2) {
        return;
    }
    out->status = BSH_TEST_OK;
    out->se_linear = linear_error(num, den, n, total);
    out->se_jackknife = jackknife_error(num, den, n, total);
    double const reach =
        out->se_linear * bsh__student_t_quantile((1 - conf_level) / 2, (double) (n - 1));
    out->ci_low = out->ratio_of_totals - reach;
    out->ci_high = out->ratio_of_totals + reach;
}
