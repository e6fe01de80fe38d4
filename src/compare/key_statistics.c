/* Further statistics of a term, declared once. */
#include <stddef.h>
#include <string.h>

#include "base/edit_distance.h"
#include "compare/key_terms.h"
#include "stats/term_tests.h"

typedef struct statistic {
    const char *id, *label;
    size_t      field;  /* its place in bsh__keyness */
    unsigned    wanted; /* what has to be asked for */
    const char *of;     /* the end of an interval: the estimate that brings it */
} statistic;

#define FIELD(name) offsetof(bsh__keyness, name)

static const statistic statistics[] = {
    {"g2_p", "p of G2", FIELD(g2_p), 0, NULL},
    {"g2_log10_p", "log10 p of G2, also where p is under 1e-300", FIELD(g2_log10_p), 0, NULL},
    {"g2_two_cell", "G2 of two cells (Rayson & Garside 2000)", FIELD(g2_two_cell), 0, NULL},
    {"g2_two_cell_p", "p of G2 of two cells", FIELD(g2_two_cell_p), 0, NULL},
    {"g2_williams", "G2 by Williams' correction", FIELD(g2_williams), 0, NULL},
    {"chi2", "chi-square", FIELD(chi2), 0, NULL},
    {"chi2_p", "p of chi-square", FIELD(chi2_p), 0, NULL},
    {"chi2_yates", "chi-square by Yates' correction", FIELD(chi2_yates), 0, NULL},
    {"chi2_yates_p", "p of chi-square by Yates' correction", FIELD(chi2_yates_p), 0, NULL},
    {"min_expected", "least expected count of the four cells", FIELD(min_expected), 0, NULL},
    {"fisher_p", "p of Fisher's exact test", FIELD(fisher_p), BSH__KEYNESS_FISHER, NULL},
    {"simple_maths_k1", "ratio of rates a million, 1 added", FIELD(simple_maths_1), 0, NULL},
    {"simple_maths_k100", "ratio of rates a million, 100 added", FIELD(simple_maths_100), 0,
     NULL},
    {"odds_ratio", "odds ratio; .5 added to all cells if one is 0", FIELD(odds_ratio), 0, NULL},
    {"odds_ratio_ci_low", "its interval (Wald), lower end", FIELD(odds_ratio_ci_low), 0,
     "odds_ratio"},
    {"odds_ratio_ci_high", "its interval (Wald), upper end", FIELD(odds_ratio_ci_high), 0,
     "odds_ratio"},
    {"percent_diff", "difference of rates in %, of B; none if B has 0", FIELD(percent_diff), 0,
     NULL},
    {"bic", "G2 of two cells less ln N (Wilson 2013)", FIELD(bic), 0, NULL},
    {"ell", "effect size of log-likelihood (Johnston 2006)", FIELD(ell), 0, NULL},
    {"log_odds_dirichlet", "log odds ratio under a prior (Monroe 2008)",
     FIELD(log_odds_dirichlet), 0, NULL},
    {"log_odds_dirichlet_z", "the same over its standard error", FIELD(log_odds_dirichlet_z), 0,
     NULL},
};

enum { N_STATISTICS = sizeof statistics / sizeof statistics[0] };
_Static_assert((int) N_STATISTICS <= (int) BSH_MOST_KEY_STATISTICS, "a bit for each");

const char *bsh_key_statistic_name(size_t index)
{
    return index < N_STATISTICS ? statistics[index].id : NULL;
}

const char *bsh_key_statistic_label(size_t index)
{
    return index < N_STATISTICS ? statistics[index].label : NULL;
}

/* ---- choosing */

enum { LONGEST_NAME = 40 };

static bsh_key_statistics find(const char *name)
{
    bsh_key_statistics found = 0;
    for (size_t i = 0; i < N_STATISTICS; ++i) {
        bool const is_it = strcmp(statistics[i].id, name) == 0;
        bool const is_its = statistics[i].of != NULL && strcmp(statistics[i].of, name) == 0;
        found |= is_it || is_its ? (bsh_key_statistics) 1 << i : 0;
    }
    return found;
}

static bsh_status fail_unknown(const char *name, bsh_error *err)
{
    const char *const other = bsh__nearest_name(name, bsh_key_statistic_name);
    if (other != NULL) {
        return bsh__fail(err, BSH_E_USAGE, 0, "unknown statistic \"%s\"; did you mean %s?",
                         name, other);
    }
    return bsh__fail(err, BSH_E_USAGE, 0,
                     "unknown statistic \"%s\"; there are g2_p, chi2, fisher_p, odds_ratio, "
                     "percent_diff, bic, log_odds_dirichlet and others",
                     name);
}

bsh_status bsh_key_statistics_parse(bsh_key_statistics *out, const char *list, bsh_error *err)
{
    *out = 0;
    const char *at = list == NULL ? "" : list;
    while (*at != '\0') {
        char         name[LONGEST_NAME + 1];
        size_t const n = strcspn(at, ",");
        size_t const n_kept = n < LONGEST_NAME ? n : LONGEST_NAME;
        memcpy(name, at, n_kept);
        name[n_kept] = '\0';
        bsh_key_statistics const found = find(name);
        if (found == 0) {
            return fail_unknown(name, err);
        }
        *out |= found;
        at += n + (at[n] == ',');
    }
    return BSH_OK;
}

/* ---- computing */

static unsigned wanted_of(bsh_key_statistics chosen)
{
    unsigned wanted = 0;
    for (size_t i = 0; i < N_STATISTICS; ++i) {
        wanted |= (chosen >> i & 1) != 0 ? statistics[i].wanted : 0;
    }
    return wanted;
}

void bsh_key_statistics_of(double *out, const bsh_keyness *keyness, const bsh_key_term *term,
                           bsh_key_statistics wanted)
{
    const bsh_keyness_options *const options = bsh__keyness_options_of(keyness);
    bsh__keyness                     pooled;
    bsh__word_counts                 counts = {
                        .count_a = (double) term->count_a,
                        .count_b = (double) term->count_b,
                        .tokens_a = (double) bsh_keyness_tokens(keyness, false),
                        .tokens_b = (double) bsh_keyness_tokens(keyness, true),
                        .alpha_0 = options->prior_words,
    };
    counts.alpha_w = counts.alpha_0 * (counts.count_a + counts.count_b) /
                     (counts.tokens_a + counts.tokens_b);
    bsh__gsl_begin();
    bsh__keyness_of(&pooled, &counts, wanted_of(wanted), options->conf_level);
    bsh__gsl_end();
    for (size_t i = 0; i < N_STATISTICS; ++i) {
        if ((wanted >> i & 1) != 0) {
            memcpy(out++, (const char *) &pooled + statistics[i].field, sizeof *out);
        }
    }
}
