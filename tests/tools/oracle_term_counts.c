/* Reference cases of counts of words. */
#include "tests/tools/oracle.h"

#include "stats/term_tests.h"

static void run_keyness(oracle_case *c)
{
    bsh__keyness           k;
    bsh__word_counts const counts = {
        .count_a = oracle_number(c, "count_a"),
        .count_b = oracle_number(c, "count_b"),
        .tokens_a = oracle_number(c, "tokens_a"),
        .tokens_b = oracle_number(c, "tokens_b"),
        .alpha_w = oracle_option(c, "dirichlet_alpha_w", 0),
        .alpha_0 = oracle_option(c, "dirichlet_alpha_0", 0),
    };
    bsh__keyness_of(&k, &counts, BSH__KEYNESS_FISHER | BSH__KEYNESS_FISHER_ODDS,
                    oracle_option(c, "conf_level", .95));
    oracle_put_status(c, "status", k.status);
    oracle_put(c, "sign", k.sign);
    struct {
        const char *field;
        double      value;
    } const computed[] = {
        {"per_million_a", k.per_million_a},
        {"per_million_b", k.per_million_b},
        {"g2", k.g2},
        {"g2_p", k.g2_p},
        {"g2_log10_p", k.g2_log10_p},
        {"g2_two_cell", k.g2_two_cell},
        {"g2_two_cell_p", k.g2_two_cell_p},
        {"g2_williams", k.g2_williams},
        {"chi2", k.chi2},
        {"chi2_p", k.chi2_p},
        {"chi2_yates", k.chi2_yates},
        {"chi2_yates_p", k.chi2_yates_p},
        {"min_expected", k.min_expected},
        {"fisher_p", k.fisher_p},
        {"fisher_p_greater", k.fisher_p_greater},
        {"fisher_p_less", k.fisher_p_less},
        {"fisher_or_cmle", k.fisher_or_cmle},
        {"fisher_or_ci_low", k.fisher_or_ci_low},
        {"fisher_or_ci_high", k.fisher_or_ci_high},
        {"log_ratio", k.log_ratio},
        {"log_ratio_ci_low", k.log_ratio_ci_low},
        {"log_ratio_ci_high", k.log_ratio_ci_high},
        {"odds_ratio", k.odds_ratio},
        {"odds_ratio_ci_low", k.odds_ratio_ci_low},
        {"odds_ratio_ci_high", k.odds_ratio_ci_high},
        {"percent_diff", k.percent_diff},
        {"bic", k.bic},
        {"ell", k.ell},
        {"simple_maths_1", k.simple_maths_1},
        {"simple_maths_100", k.simple_maths_100},
        {"log_odds_dirichlet", k.log_odds_dirichlet},
        {"log_odds_dirichlet_z", k.log_odds_dirichlet_z},
    };
    for (size_t i = 0; i < sizeof computed / sizeof computed[0]; ++i) {
        oracle_put(c, computed[i].field, computed[i].value);
    }
}

static void run_chi2_table(oracle_case *c)
{
    bsh__table_test     t;
    size_t              n_rows = 0;
    size_t              n_columns = 0;
    const double *const counts = oracle_matrix(c, "rows", &n_rows, &n_columns);
    bsh__chi2_table(&t, counts, n_rows, n_columns);
    oracle_put_status(c, "status", t.status);
    oracle_put(c, "chi2", t.chi2);
    oracle_put(c, "df", t.df);
    oracle_put(c, "chi2_p", t.chi2_p);
    oracle_put(c, "g2", t.g2);
    oracle_put(c, "g2_p", t.g2_p);
    oracle_put(c, "cramers_v", t.cramers_v);
    oracle_put(c, "min_expected", t.min_expected);
}

static void run_two_proportions(oracle_case *c)
{
    bsh__proportions p;
    bsh__two_proportions(&p, oracle_number(c, "x_a"), oracle_number(c, "n_a"),
                         oracle_number(c, "x_b"), oracle_number(c, "n_b"),
                         oracle_option(c, "conf_level", .95));
    oracle_put_status(c, "status", p.status);
    oracle_put(c, "p_a", p.p_a);
    oracle_put(c, "p_a_ci_low", p.p_a_ci_low);
    oracle_put(c, "p_a_ci_high", p.p_a_ci_high);
    oracle_put(c, "p_b", p.p_b);
    oracle_put(c, "p_b_ci_low", p.p_b_ci_low);
    oracle_put(c, "p_b_ci_high", p.p_b_ci_high);
    oracle_put(c, "diff", p.diff);
    oracle_put(c, "newcombe_low", p.newcombe_low);
    oracle_put(c, "newcombe_high", p.newcombe_high);
    oracle_put(c, "fisher_p", p.fisher_p);
}

static void run_dispersion(oracle_case *c)
{
    bsh__dispersed      d;
    size_t              n = 0;
    const double *const counts = oracle_numbers(c, "counts", &n);
    const double *const lengths = oracle_numbers(c, "lengths", &n);
    bsh__dispersion(&d, counts, lengths, n);
    oracle_put_status(c, "status", d.status);
    oracle_put(c, "f", d.f);
    oracle_put(c, "range", d.range);
    oracle_put(c, "dp", d.dp);
    oracle_put(c, "dp_norm", d.dp_norm);
    oracle_put(c, "juilland_d", d.juilland_d);
    oracle_put(c, "kld", d.kld);
    oracle_put(c, "idf", d.idf);
}

const oracle_kind oracle_term_counts[] = {
    {"keyness", run_keyness},
    {"chi2_table", run_chi2_table},
    {"two_proportions", run_two_proportions},
    {"dispersion", run_dispersion},
    {NULL, NULL},
};
