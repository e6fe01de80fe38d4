#include "stats/term_tests.h"

#include <gsl/gsl_cdf.h>
#include <gsl/gsl_sf_erf.h>

#include "stats/two_by_two.h"

/* ---- keyness */

/* Upper tail of chi-square with one degree of freedom, by the C library: right in the last
 * digits down to 1e-308. */
static double chi2_1_p(double chi2)
{
    return erfc(sqrt(chi2 / 2));
}

static bsh__keyness no_keyness(bsh_test_status status)
{
    double const none = (double) NAN;
    return (bsh__keyness){
        .status = status,
        .per_million_a = none,
        .per_million_b = none,
        .g2 = none,
        .g2_p = none,
        .g2_log10_p = none,
        .g2_two_cell = none,
        .g2_two_cell_p = none,
        .g2_williams = none,
        .chi2 = none,
        .chi2_p = none,
        .chi2_yates = none,
        .chi2_yates_p = none,
        .min_expected = none,
        .fisher_p = none,
        .fisher_p_greater = none,
        .fisher_p_less = none,
        .fisher_or_cmle = none,
        .fisher_or_ci_low = none,
        .fisher_or_ci_high = none,
        .log_ratio = none,
        .log_ratio_ci_low = none,
        .log_ratio_ci_high = none,
        .odds_ratio = none,
        .odds_ratio_ci_low = none,
        .odds_ratio_ci_high = none,
        .percent_diff = none,
        .bic = none,
        .ell = none,
        .simple_maths_1 = none,
        .simple_maths_100 = none,
        .log_odds_dirichlet = none,
        .log_odds_dirichlet_z = none,
    };
}

/* Dunning 1993; of two cells Rayson & Garside 2000; Williams 1976; BIC: Wilson 2013; ELL:
 * Johnston 2006, not defined where the smaller expected count is 1 or less. */
static void add_g2(bsh__keyness *out, const bsh__two_by_two *table, const bsh__expected *e)
{
    double const two =
        bsh__deviance(table->a, e->a, e->excess) + bsh__deviance(table->b, e->b, -e->excess);
    double const least = fmin(e->a, e->b);
    out->g2 = 2 * bsh__half_g2(table);
    out->g2_p = chi2_1_p(out->g2);
    out->g2_log10_p = gsl_sf_log_erfc(sqrt(out->g2 / 2)) / log(10);
    out->g2_two_cell = 2 * two;
    out->g2_two_cell_p = chi2_1_p(out->g2_two_cell);
    out->bic = out->g2_two_cell - log(e->total);
    if (least > 1) {
        out->ell = out->g2_two_cell / (e->total * log(least));
    }
}

/* Yates' correction takes no more than the difference itself. */
static void add_chi2(bsh__keyness *out, const bsh__two_by_two *table, const bsh__expected *e)
{
    double const parts = 1 / e->a + 1 / e->b + 1 / e->rest_a + 1 / e->rest_b;
    double const excess = fabs(e->excess);
    double const corrected = excess - fmin(.5, excess);
    double const n = e->total;
    double const columns = n / (table->a + table->b) + n / (table->rest_a + table->rest_b) - 1;
    double const rows = n / (table->a + table->rest_a) + n / (table->b + table->rest_b) - 1;
    out->chi2 = excess * excess * parts;
    out->chi2_p = chi2_1_p(out->chi2);
    out->chi2_yates = corrected * corrected * parts;
    out->chi2_yates_p = chi2_1_p(out->chi2_yates);
    out->min_expected = fmin(fmin(e->a, e->b), fmin(e->rest_a, e->rest_b));
    out->g2_williams = out->g2 / (1 + columns * rows / (6 * n));
}

/* Hardie 2014; simple maths: Kilgarriff 2009; per cent: Gabrielatos & Marchi 2011. */
static void add_ratios(bsh__keyness *out, const bsh__word_counts *counts, double z)
{
    double const a = counts->count_a == 0 ? .5 : counts->count_a;
    double const b = counts->count_b == 0 ? .5 : counts->count_b;
    double const se =
        sqrt(fmax(0, 1 / a - 1 / counts->tokens_a + 1 / b - 1 / counts->tokens_b)) / log(2);
    out->has_zero_count = counts->count_a == 0 || counts->count_b == 0;
    out->log_ratio = log2((a / counts->tokens_a) / (b / counts->tokens_b));
    out->log_ratio_ci_low = out->log_ratio - z * se;
    out->log_ratio_ci_high = out->log_ratio + z * se;
    out->percent_diff = 100 * (out->per_million_a - out->per_million_b) / out->per_million_b;
    out->simple_maths_1 = (out->per_million_a + 1) / (out->per_million_b + 1);
    out->simple_maths_100 = (out->per_million_a + 100) / (out->per_million_b + 100);
}

/* Wald's interval; a table with an empty cell has a half added to all four (Haldane 1956). */
static void add_odds(bsh__keyness *out, const bsh__two_by_two *table, double z)
{
    bool const has_empty =
        table->a == 0 || table->b == 0 || table->rest_a == 0 || table->rest_b == 0;
    double const more = has_empty ? .5 : 0;
    double const a = table->a + more;
    double const b = table->b + more;
    double const rest_a = table->rest_a + more;
    double const rest_b = table->rest_b + more;
    double const se = sqrt(1 / a + 1 / b + 1 / rest_a + 1 / rest_b);
    out->odds_ratio = a / b * (rest_b / rest_a);
    out->odds_ratio_ci_low = out->odds_ratio * exp(-z * se);
    out->odds_ratio_ci_high = out->odds_ratio * exp(z * se);
}

/* Monroe, Colaresi & Quinn 2008. */
static void add_log_odds(bsh__keyness *out, const bsh__word_counts *counts)
{
    double const a = counts->count_a + counts->alpha_w;
    double const b = counts->count_b + counts->alpha_w;
    double const rest_a = counts->tokens_a + counts->alpha_0 - a;
    double const rest_b = counts->tokens_b + counts->alpha_0 - b;
    if (counts->alpha_w > 0 && rest_a > 0 && rest_b > 0) {
        out->log_odds_dirichlet = log(a / b * (rest_b / rest_a));
        out->log_odds_dirichlet_z = out->log_odds_dirichlet / sqrt(1 / a + 1 / b);
    }
}

static void add_fisher(bsh__keyness *out, const bsh__two_by_two *table, unsigned wanted,
                       double conf_level)
{
    if ((wanted & BSH__KEYNESS_FISHER) != 0) {
        bsh__fisher test;
        bsh__fisher_test(&test, table);
        out->fisher_p = test.p;
        out->fisher_p_greater = test.p_greater;
        out->fisher_p_less = test.p_less;
    }
    if ((wanted & BSH__KEYNESS_FISHER_ODDS) != 0) {
        bsh__conditional_odds odds;
        bsh__fisher_odds(&odds, table, conf_level, BSH__ODDS_AS_R);
        out->fisher_or_cmle = odds.odds_ratio;
        out->fisher_or_ci_low = odds.ci_low;
        out->fisher_or_ci_high = odds.ci_high;
    }
}

static bsh_test_status status_of(const bsh__word_counts *counts, const bsh__two_by_two *table)
{
    if (counts->count_a + counts->count_b == 0) {
        return BSH_TEST_ABSENT;
    }
    if (counts->tokens_a == 0 || counts->tokens_b == 0) {
        return BSH_TEST_TOO_FEW;
    }
    return table->rest_a + table->rest_b == 0 ? BSH_TEST_NO_VARIANCE : BSH_TEST_OK;
}

void bsh__keyness_of(bsh__keyness *out, const bsh__word_counts *counts, unsigned wanted,
                     double conf_level)
{
    bsh__two_by_two const table = {
        .a = counts->count_a,
        .b = counts->count_b,
        .rest_a = counts->tokens_a - counts->count_a,
        .rest_b = counts->tokens_b - counts->count_b,
    };
    *out = no_keyness(status_of(counts, &table));
    if (counts->tokens_a > 0) {
        out->per_million_a = 1e6 * counts->count_a / counts->tokens_a;
    }
    if (counts->tokens_b > 0) {
        out->per_million_b = 1e6 * counts->count_b / counts->tokens_b;
    }
    if (out->status != BSH_TEST_OK) {
        return;
    }
    bsh__expected const e = bsh__expected_of(&table);
    double const        z = gsl_cdf_ugaussian_Qinv((1 - conf_level) / 2);
    out->sign = (e.excess > 0) - (e.excess < 0);
    add_g2(out, &table, &e);
    add_chi2(out, &table, &e);
    add_ratios(out, counts, z);
    add_odds(out, &table, z);
    add_log_odds(out, counts);
    add_fisher(out, &table, wanted, conf_level);
}

/* ---- tables of any size */

static double row_sum(const double *counts, size_t n_columns, size_t row)
{
    double sum = 0;
    for (size_t i = 0; i < n_columns; ++i) {
        sum += counts[row * n_columns + i];
    }
    return sum;
}

static double column_sum(const double *counts, size_t n_rows, size_t n_columns, size_t column)
{
    double sum = 0;
    for (size_t i = 0; i < n_rows; ++i) {
        sum += counts[i * n_columns + column];
    }
    return sum;
}

/* The rows, or the columns, that are not empty. */
static size_t n_filled(const double *counts, size_t n_rows, size_t n_columns, bool of_columns)
{
    size_t       n = 0;
    size_t const most = of_columns ? n_columns : n_rows;
    for (size_t i = 0; i < most; ++i) {
        n += (of_columns ? column_sum(counts, n_rows, n_columns, i)
                         : row_sum(counts, n_columns, i)) > 0;
    }
    return n;
}

static void add_cell(bsh__table_test *out, double observed, double row, double column,
                     double total)
{
    double const expected_count = row * column / total;
    double const excess = bsh__difference_of_products(observed, total, row, column) / total;
    if (expected_count > 0) {
        out->chi2 += excess * excess / expected_count;
        out->g2 += 2 * bsh__deviance(observed, expected_count, excess);
        out->min_expected = fmin(out->min_expected, expected_count);
    }
}

void bsh__chi2_table(bsh__table_test *out, const double *counts, size_t n_rows,
                     size_t n_columns)
{
    double const none = (double) NAN;
    size_t const rows = n_filled(counts, n_rows, n_columns, false);
    size_t const columns = n_filled(counts, n_rows, n_columns, true);
    *out = (bsh__table_test){BSH_TEST_NO_VARIANCE, none, none, none, none, none, none, none};
    if (rows == 0) {
        out->status = BSH_TEST_TOO_FEW;
    }
    if (rows < 2 || columns < 2) {
        return;
    }
    double const total = row_sum(counts, n_rows * n_columns, 0);
    double const least = (double) (rows < columns ? rows - 1 : columns - 1);
    *out = (bsh__table_test){.status = BSH_TEST_OK, .min_expected = total};
    for (size_t j = 0; j < n_columns; ++j) {
        double const column = column_sum(counts, n_rows, n_columns, j);
        for (size_t i = 0; i < n_rows; ++i) {
            add_cell(out, counts[i * n_columns + j], row_sum(counts, n_columns, i), column,
                     total);
        }
    }
    out->df = (double) (rows - 1) * (double) (columns - 1);
    out->chi2_p = gsl_cdf_chisq_Q(out->chi2, out->df);
    out->g2_p = gsl_cdf_chisq_Q(out->g2, out->df);
    out->cramers_v = sqrt(out->chi2 / total / least);
}

/* ---- two shares of articles */

/* Wilson 1927.  At the ends of the range rounding would leave 1e-17 for 0. */
static void wilson(double x, double n, double z, double *low, double *high)
{
    double const share = x / n;
    double const square = z * z;
    double const centre = (x + square / 2) / (n + square);
    double const half = z * sqrt(n * share * (1 - share) + square / 4) / (n + square);
    *low = x == 0 ? 0 : centre - half;
    *high = x == n ? 1 : centre + half;
}

/* Newcombe 1998, method 10. */
void bsh__two_proportions(bsh__proportions *out, double x_a, double n_a, double x_b, double n_b,
                          double conf_level)
{
    double const none = (double) NAN;
    *out = (bsh__proportions){
        BSH_TEST_TOO_FEW, none, none, none, none, none, none, none, none, none, none};
    double const z = gsl_cdf_ugaussian_Qinv((1 - conf_level) / 2);
    if (n_a > 0) {
        out->p_a = x_a / n_a;
        wilson(x_a, n_a, z, &out->p_a_ci_low, &out->p_a_ci_high);
    }
    if (n_b > 0) {
        out->p_b = x_b / n_b;
        wilson(x_b, n_b, z, &out->p_b_ci_low, &out->p_b_ci_high);
    }
    if (n_a == 0 || n_b == 0) {
        return;
    }
    bsh__fisher           test;
    bsh__two_by_two const table = {x_a, x_b, n_a - x_a, n_b - x_b};
    bsh__fisher_test(&test, &table);
    out->status = BSH_TEST_OK;
    out->diff = out->p_a - out->p_b;
    out->newcombe_low =
        out->diff - hypot(out->p_a - out->p_a_ci_low, out->p_b_ci_high - out->p_b);
    out->newcombe_high =
        out->diff + hypot(out->p_a_ci_high - out->p_a, out->p_b - out->p_b_ci_low);
    out->fisher_p = test.p;
}
