/* Reference values, where nothing else is said: computed from the definitions with exact
 * fractions over all articles (Python), the tail of t by a continued fraction. */
#include "tests/t.h"

#include <gsl/gsl_cdf.h>
#include <math.h>

#include <broadsheet/key_views.h>

#include "corpus/terms_add.h"
#include "tests/allocator.h"
#include "tests/written.h"

static bsh_error error;

static void assert_close(double value, double expected)
{
    if (!(fabs(value - expected) <= 1e-11 * fabs(expected))) {
        fail_msg("%.17g instead of %.17g", value, expected);
    }
}

/* ---- small corpora */

enum { N_FERRY = 10 };

/* An article: its group, its words, and how often it holds each term. */
typedef struct sample_article {
    uint32_t group;
    unsigned n_words, ferry, harbour, the;
} sample_article;

static const sample_article ferry_articles[N_FERRY] = {
    {7, 100, 3, 0, 5},    {7, 200, 0, 0, 10},          {3, 90, 0, 2, 4},  {7, 150, 5, 0, 9},
    {3, 300, 1, 9, 15},   {7, 120, 1, 0, 6},           {3, 110, 0, 1, 7}, {3, 0, 0, 0, 0},
    {5, 400, 40, 40, 40}, {BSH_NO_GROUP, 50, 5, 5, 5},
};

static void count(bsh_terms *terms, const char *term, uint64_t n)
{
    bsh_string const text = {term, strlen(term)};
    assert_int_equal(bsh__terms_count(terms, text, n, &error), BSH_OK);
}

static void add_article(bsh_terms *terms, uint64_t seq, const sample_article *article)
{
    assert_int_equal(bsh__terms_begin_article(terms, seq, &error), BSH_OK);
    count(terms, "ferry", article->ferry);
    count(terms, "harbour", article->harbour);
    count(terms, "the", article->the);
    count(terms, "other", article->n_words - article->ferry - article->harbour - article->the);
}

static bsh_terms *new_terms(void)
{
    bsh_terms *terms = NULL;
    assert_int_equal(bsh_terms_create(&terms, NULL, &error), BSH_OK);
    return terms;
}

static bsh_terms *ferry_terms(void)
{
    bsh_terms *const terms = new_terms();
    for (size_t i = 0; i < N_FERRY; ++i) {
        add_article(terms, i, &ferry_articles[i]);
    }
    return terms;
}

static bsh_keyness *keyness_of(const bsh_terms *terms, uint32_t a, uint32_t b,
                               const bsh_keyness_options *options)
{
    uint32_t groups[N_FERRY];
    for (size_t i = 0; i < N_FERRY; ++i) {
        groups[i] = ferry_articles[i].group;
    }
    bsh_keyness *keyness = NULL;
    assert_int_equal(bsh_keyness_create(&keyness, terms,
                                        &(bsh_key_groups){groups, N_FERRY, a, b}, options,
                                        &error),
                     BSH_OK);
    return keyness;
}

static const bsh_key_term *find(const bsh_keyness *keyness, const char *term)
{
    size_t                    n = 0;
    const bsh_key_term *const terms = bsh_keyness_terms(keyness, &n);
    for (size_t i = 0; i < n; ++i) {
        if (terms[i].term.n_bytes == strlen(term) &&
            memcmp(terms[i].term.data, term, strlen(term)) == 0) {
            return &terms[i];
        }
    }
    return NULL;
}

static void the_rates_of_articles_decide(void **state)
{
    (void) state;
    bsh_terms *const          terms = ferry_terms();
    bsh_keyness *const        keyness = keyness_of(terms, 7, 3, NULL);
    const bsh_key_term *const ferry = find(keyness, "ferry");
    assert_true(ferry->count_a == 9 && ferry->count_b == 1);
    assert_true(ferry->docs_a == 3 && ferry->docs_b == 1);
    assert_int_equal(ferry->status, BSH_TEST_OK);
    assert_close(ferry->welch_p, 0.130294454776792);
    assert_close(ferry->dp_norm_a, 0.5460992907801419);
    assert_close(ferry->dp_norm_b, 0.4878048780487805);
    assert_close(ferry->log_ratio, 2.9808911770523);
    assert_close(ferry->log_ratio_ci_low, 0.00534699145637241);
    assert_close(ferry->log_ratio_ci_high, 5.95643536264822);
    assert_close(ferry->g2, 6.40705841263855);
    assert_close(ferry->per_million_b, 2000);
    assert_close(find(keyness, "the")->welch_p, 0.977291326862721);
    assert_int_equal(bsh_keyness_tokens(keyness, false), 570);
    assert_int_equal(bsh_keyness_tokens(keyness, true), 500);
    assert_int_equal(bsh_keyness_articles(keyness, false), 4);
    assert_int_equal(bsh_keyness_articles(keyness, true), 3);
    bsh_keyness_destroy(keyness);
    bsh_terms_destroy(terms);
}

static void a_term_of_one_group_has_a_half_in_the_other(void **state)
{
    (void) state;
    bsh_terms *const          terms = ferry_terms();
    bsh_keyness *const        keyness = keyness_of(terms, 7, 3, NULL);
    const bsh_key_term *const harbour = find(keyness, "harbour");
    assert_true(harbour->has_zero_count && !find(keyness, "ferry")->has_zero_count);
    assert_true(isnan(harbour->dp_norm_a) && harbour->per_million_a == 0);
    assert_close(harbour->welch_p, 0.078744078152629);
    assert_close(harbour->dp_norm_b, 0.18292682926829268);
    assert_close(harbour->log_ratio, -4.77399632511117);
    assert_close(harbour->g2, 18.4145865692113);
    bsh_keyness_destroy(keyness);
    bsh_terms_destroy(terms);
}

/* "ferry" and "harbour" are in fewer than five articles: they have a p, and none adjusted. */
static void a_term_in_few_articles_is_not_of_the_family(void **state)
{
    (void) state;
    bsh_terms *const   terms = ferry_terms();
    bsh_keyness *const keyness = keyness_of(terms, 7, 3, NULL);
    assert_int_equal(bsh_keyness_n_tested(keyness), 2);
    assert_true(find(keyness, "harbour")->welch_p > 0);
    assert_true(isnan(find(keyness, "harbour")->p_adj));
    assert_false(find(keyness, "harbour")->is_key);
    bsh_keyness_destroy(keyness);
    bsh_terms_destroy(terms);
}

static void p_is_adjusted_over_all_terms_tested(void **state)
{
    (void) state;
    bsh_keyness_options of_any;
    bsh_keyness_options_init(&of_any);
    of_any.min_docs = 1;
    bsh_terms *const   terms = ferry_terms();
    bsh_keyness *const keyness = keyness_of(terms, 7, 3, &of_any);
    assert_int_equal(bsh_keyness_n_tested(keyness), 4);

    const bsh_key_term *const the = find(keyness, "the");
    assert_close(the->p_adj, the->welch_p); // the largest
    bsh_keyness_options options;
    bsh_keyness_options_init(&options);
    options.min_docs = 1;
    options.adjust = BSH_ADJUST_BONFERRONI;
    bsh_keyness *const strict = keyness_of(terms, 7, 3, &options);
    assert_close(find(strict, "harbour")->p_adj, 4 * 0.078744078152629);
    bsh_keyness_destroy(strict);
    bsh_keyness_destroy(keyness);
    bsh_terms_destroy(terms);
}

static void exchanged_groups_exchange_signs(void **state)
{
    (void) state;
    bsh_terms *const          terms = ferry_terms();
    bsh_keyness *const        one = keyness_of(terms, 7, 3, NULL);
    bsh_keyness *const        other = keyness_of(terms, 3, 7, NULL);
    const bsh_key_term *const ferry = find(one, "ferry");
    const bsh_key_term *const yrref = find(other, "ferry");
    assert_true(ferry->count_a == yrref->count_b && ferry->docs_a == yrref->docs_b);
    assert_close(ferry->log_ratio, -yrref->log_ratio);
    assert_close(ferry->welch_p, yrref->welch_p);
    assert_true(ferry->dp_norm_a == yrref->dp_norm_b);
    bsh_keyness_destroy(other);
    bsh_keyness_destroy(one);
    bsh_terms_destroy(terms);
}

static bool is_same(double a, double b)
{
    return a == b || (isnan(a) && isnan(b));
}

static void assert_same(const bsh_keyness *one, const bsh_keyness *other)
{
    size_t                    n = 0;
    size_t                    n_other = 0;
    const bsh_key_term *const a = bsh_keyness_terms(one, &n);
    const bsh_key_term *const b = bsh_keyness_terms(other, &n_other);
    assert_int_equal(n, n_other);
    for (size_t i = 0; i < n; ++i) {
        assert_int_equal(a[i].term.n_bytes, b[i].term.n_bytes);
        assert_memory_equal(a[i].term.data, b[i].term.data, a[i].term.n_bytes);
        assert_true(is_same(a[i].welch_p, b[i].welch_p));
        assert_true(is_same(a[i].p_adj, b[i].p_adj));
        assert_true(is_same(a[i].dp_norm_a, b[i].dp_norm_a));
        assert_true(is_same(a[i].log_ratio, b[i].log_ratio));
    }
}

/* ---- larger corpora: many terms in many articles, drawn by a small generator of our own */

enum { N_ARTICLES = 60, N_TERMS = 120 };

static uint32_t draw(uint64_t *seed)
{
    *seed = *seed * 6364136223846793005U + 1442695040888963407U;
    return (uint32_t) (*seed >> 33);
}

/* Counts of a term in an article; every twentieth term marks odd articles. */
static unsigned count_of(unsigned article, unsigned term)
{
    uint64_t       seed = article * 1000U + term + 77;
    unsigned const most = 1 + 400 / (term + 4);
    (void) draw(&seed);
    (void) draw(&seed);
    unsigned const n = draw(&seed) % 3 == 0 ? draw(&seed) % (most + 1) : 0;
    return n + (term % 20 == 19 && article % 2 == 1 ? 3 + article % 4 : 0);
}

static void add_drawn(bsh_terms *terms, unsigned article)
{
    assert_int_equal(bsh__terms_begin_article(terms, article, &error), BSH_OK);
    for (unsigned i = 0; i < N_TERMS; ++i) {
        char name[] = "term...";
        name[4] = (char) ('0' + i / 100);
        name[5] = (char) ('0' + i / 10 % 10);
        name[6] = (char) ('0' + i % 10);
        count(terms, name, count_of(article, i));
    }
}

static bsh_keyness *keyness_of_drawn(const bsh_terms *terms, const bsh_allocator *allocator,
                                     bsh_status *status)
{
    bsh_keyness_options options;
    bsh_keyness        *keyness = NULL;
    uint32_t            groups[N_ARTICLES];
    bsh_keyness_options_init(&options);
    options.allocator = allocator;
    for (uint32_t i = 0; i < N_ARTICLES; ++i) {
        groups[i] = i % 2;
    }
    *status = bsh_keyness_create(&keyness, terms, &(bsh_key_groups){groups, N_ARTICLES, 0, 1},
                                 &options, &error);
    return keyness;
}

/* Welch's p over all articles, zeros and all, in the plainest way. */
static double plain_welch(unsigned term)
{
    long double sums[2] = {0, 0};
    long double squares[2] = {0, 0};
    long double rates[N_ARTICLES];
    for (unsigned i = 0; i < N_ARTICLES; ++i) {
        unsigned n_words = 0;
        for (unsigned j = 0; j < N_TERMS; ++j) {
            n_words += count_of(i, j);
        }
        rates[i] = (long double) count_of(i, term) / n_words;
        sums[i % 2] += rates[i];
    }
    long double const n = N_ARTICLES / 2;
    for (unsigned i = 0; i < N_ARTICLES; ++i) {
        long double const deviation = rates[i] - sums[i % 2] / n;
        squares[i % 2] += deviation * deviation;
    }
    long double const a = squares[0] / (n - 1) / n;
    long double const b = squares[1] / (n - 1) / n;
    double const      t = (double) ((sums[0] - sums[1]) / n / sqrtl(a + b));
    double const      df = (double) ((a + b) * (a + b) / (a * a / (n - 1) + b * b / (n - 1)));
    return 2 * gsl_cdf_tdist_Q(fabs(t), df);
}

static void welch_from_the_holders_alone_is_welch_of_all(void **state)
{
    (void) state;
    bsh_status       status = BSH_OK;
    bsh_terms *const terms = new_terms();
    for (unsigned i = 0; i < N_ARTICLES; ++i) {
        add_drawn(terms, i);
    }
    bsh_keyness *const        keyness = keyness_of_drawn(terms, NULL, &status);
    size_t                    n = 0;
    const bsh_key_term *const rows = bsh_keyness_terms(keyness, &n);
    assert_int_equal(n, N_TERMS);
    for (size_t i = 0; i < n; ++i) {
        unsigned const term = (unsigned) strtoul(
            (char[]){rows[i].term.data[4], rows[i].term.data[5], rows[i].term.data[6], '\0'},
            NULL, 10);
        double const expected = plain_welch(term);
        assert_true(fabs(rows[i].welch_p - expected) <= 1e-8 * expected);
    }
    bsh_keyness_destroy(keyness);
    bsh_terms_destroy(terms);
}

static void key_terms_come_first_by_size(void **state)
{
    (void) state;
    bsh_status       status = BSH_OK;
    bsh_terms *const terms = new_terms();
    for (unsigned i = 0; i < N_ARTICLES; ++i) {
        add_drawn(terms, i);
    }
    bsh_keyness *const        keyness = keyness_of_drawn(terms, NULL, &status);
    size_t                    n = 0;
    const bsh_key_term *const rows = bsh_keyness_terms(keyness, &n);
    size_t                    n_key = 0;
    for (size_t i = 0; i < n; ++i) {
        n_key += rows[i].is_key;
        assert_true(rows[i].is_key == (rows[i].p_adj < .05));
        assert_true(i == 0 || rows[i - 1].is_key >= rows[i].is_key);
        assert_true(i == 0 || rows[i - 1].is_key > rows[i].is_key ||
                    fabs(rows[i - 1].log_ratio) >= fabs(rows[i].log_ratio));
    }
    assert_true(n_key >= 3);
    assert_true(rows[0].log_ratio < 0); // a mark of the odd articles
    bsh_keyness_destroy(keyness);
    bsh_terms_destroy(terms);
}

static void the_order_of_articles_changes_no_bit(void **state)
{
    (void) state;
    bsh_status       status = BSH_OK;
    bsh_terms *const forward = new_terms();
    bsh_terms *const backward = new_terms();
    bsh_terms *const rest = new_terms();
    for (unsigned i = 0; i < N_ARTICLES; ++i) {
        unsigned const from_behind = N_ARTICLES - 1 - i;
        add_drawn(forward, i);
        add_drawn(from_behind % 3 == 0 ? backward : rest, from_behind);
    }
    assert_int_equal(bsh_terms_merge(backward, rest, &error), BSH_OK);
    bsh_keyness *const one = keyness_of_drawn(forward, NULL, &status);
    bsh_keyness *const other = keyness_of_drawn(backward, NULL, &status);
    assert_same(one, other);
    bsh_keyness_destroy(other);
    bsh_keyness_destroy(one);
    bsh_terms_destroy(rest);
    bsh_terms_destroy(backward);
    bsh_terms_destroy(forward);
}

static const bsh_terms *terms_of_attempts;

static bsh_status attempt(const bsh_allocator *allocator)
{
    bsh_status         status = BSH_OK;
    bsh_keyness *const keyness = keyness_of_drawn(terms_of_attempts, allocator, &status);
    bsh_keyness_destroy(keyness);
    return status;
}

static void memory_that_runs_out_is_an_error(void **state)
{
    (void) state;
    bsh_terms *const terms = new_terms();
    for (unsigned i = 0; i < N_ARTICLES; ++i) {
        add_drawn(terms, i);
    }
    terms_of_attempts = terms;
    assert_true(test_allocator_try(attempt) > 4);
    bsh_terms_destroy(terms);
}

/* ---- what cannot be tested */

static void groups_of_one_article_or_none_are_too_few(void **state)
{
    (void) state;
    bsh_terms *const          terms = ferry_terms();
    bsh_keyness *const        one = keyness_of(terms, 7, 5, NULL);
    const bsh_key_term *const ferry = find(one, "ferry");
    assert_int_equal(ferry->status, BSH_TEST_TOO_FEW);
    assert_true(isnan(ferry->welch_p) && isnan(ferry->p_adj) && isnan(ferry->dp_norm_b));
    assert_false(isnan(ferry->log_ratio) || ferry->is_key);
    assert_int_equal(bsh_keyness_n_tested(one), 0);
    bsh_keyness *const none = keyness_of(terms, 7, 1, NULL);
    assert_int_equal(find(none, "ferry")->status, BSH_TEST_TOO_FEW);
    assert_true(isnan(find(none, "ferry")->log_ratio));
    assert_int_equal(bsh_keyness_tokens(none, true), 0);
    bsh_keyness_destroy(none);
    bsh_keyness_destroy(one);
    bsh_terms_destroy(terms);
}

static void equal_rates_have_no_variance(void **state)
{
    (void) state;
    static const uint32_t groups[] = {0, 0, 1, 1};
    bsh_terms *const      terms = new_terms();
    for (unsigned i = 0; i < 4; ++i) {
        assert_int_equal(bsh__terms_begin_article(terms, i, &error), BSH_OK);
        count(terms, "ferry", 3 * (i + 1));
        count(terms, "other", 7 * (i + 1));
    }
    bsh_keyness *keyness = NULL;
    assert_int_equal(
        bsh_keyness_create(&keyness, terms, &(bsh_key_groups){groups, 4, 0, 1}, NULL, &error),
        BSH_OK);
    const bsh_key_term *const ferry = find(keyness, "ferry");
    assert_int_equal(ferry->status, BSH_TEST_NO_VARIANCE);
    assert_true(isnan(ferry->welch_p) && ferry->g2 == 0 && ferry->dp_norm_a == 0);
    bsh_keyness_destroy(keyness);
    bsh_terms_destroy(terms);
}

static void rare_terms_may_be_left_out_and_absent_ones_shown(void **state)
{
    (void) state;
    bsh_keyness_options options;
    bsh_keyness_options_init(&options);
    bsh_terms *const terms = ferry_terms();
    assert_int_equal(bsh__terms_begin_article(terms, N_FERRY, &error), BSH_OK);
    count(terms, "elsewhere", 3); // of no group
    bsh_keyness *const plain = keyness_of(terms, 7, 3, &options);
    assert_null(find(plain, "elsewhere"));
    options.min_count = 11;
    options.min_docs = 1;
    bsh_keyness *const frequent = keyness_of(terms, 7, 3, &options);
    assert_null(find(frequent, "ferry"));
    assert_non_null(find(frequent, "harbour"));
    assert_int_equal(bsh_keyness_n_tested(frequent), 3);
    options.min_count = 0;
    bsh_keyness *const all = keyness_of(terms, 7, 3, &options);
    assert_int_equal(find(all, "elsewhere")->status, BSH_TEST_ABSENT);
    assert_true(isnan(find(all, "elsewhere")->log_ratio));
    bsh_keyness_destroy(all);
    bsh_keyness_destroy(frequent);
    bsh_keyness_destroy(plain);
    bsh_terms_destroy(terms);
}

static void no_articles_give_no_terms(void **state)
{
    (void) state;
    size_t           n = 1;
    bsh_keyness     *keyness = NULL;
    bsh_terms *const terms = new_terms();
    assert_int_equal(
        bsh_keyness_create(&keyness, terms, &(bsh_key_groups){NULL, 0, 0, 1}, NULL, &error),
        BSH_OK);
    (void) bsh_keyness_terms(keyness, &n);
    assert_int_equal(n, 0);
    bsh_keyness_destroy(keyness);
    bsh_terms_destroy(terms);
}

static void options_out_of_range_are_refused(void **state)
{
    (void) state;
    bsh_terms *const    terms = new_terms();
    bsh_keyness_options sound;
    bsh_keyness_options_init(&sound);
    bsh_keyness_options wrong[] = {sound, sound, sound, sound, sound};
    wrong[0].size = 1;
    wrong[1].alpha = 0;
    wrong[2].conf_level = 1;
    wrong[3].adjust = BSH_ADJUST_MAXT;
    wrong[4].prior_words = (double) NAN;
    for (size_t i = 0; i < 5; ++i) {
        bsh_keyness *keyness = NULL;
        assert_int_equal(bsh_keyness_create(&keyness, terms, &(bsh_key_groups){NULL, 0, 0, 1},
                                            &wrong[i], &error),
                         BSH_E_USAGE);
        assert_null(keyness);
    }
    bsh_terms_destroy(terms);
}

/* ---- further statistics, and the table */

static void statistics_are_chosen_by_name(void **state)
{
    (void) state;
    bsh_key_statistics wanted = 1;
    assert_int_equal(bsh_key_statistics_parse(&wanted, NULL, &error), BSH_OK);
    assert_true(wanted == 0);
    assert_int_equal(bsh_key_statistics_parse(&wanted, "chi3", &error), BSH_E_USAGE);
    assert_non_null(strstr(error.message, "chi2"));
    assert_int_equal(bsh_key_statistics_parse(&wanted, "no_such_thing", &error), BSH_E_USAGE);
    assert_int_equal(bsh_key_statistics_parse(&wanted, "chi2,,bic", &error), BSH_E_USAGE);
    for (size_t i = 0; bsh_key_statistic_name(i) != NULL; ++i) {
        assert_int_equal(bsh_key_statistics_parse(&wanted, bsh_key_statistic_name(i), &error),
                         BSH_OK);
        assert_true((wanted >> i & 1) != 0);
        assert_non_null(bsh_key_statistic_label(i));
    }
}

/* formula-examples: a = 150, b = 60 of 100,000 and 120,000 words; Monroe's prior 1000. */
static void statistics_are_those_of_the_pooled_counts(void **state)
{
    (void) state;
    static const uint32_t groups[] = {0, 1};
    double                values[BSH_MOST_KEY_STATISTICS];
    bsh_key_statistics    wanted = 0;
    bsh_keyness          *keyness = NULL;
    bsh_terms *const      terms = new_terms();
    assert_int_equal(bsh__terms_begin_article(terms, 0, &error), BSH_OK);
    count(terms, "ferry", 150);
    count(terms, "other", 99850);
    assert_int_equal(bsh__terms_begin_article(terms, 1, &error), BSH_OK);
    count(terms, "ferry", 60);
    count(terms, "other", 119940);
    assert_int_equal(
        bsh_keyness_create(&keyness, terms, &(bsh_key_groups){groups, 2, 0, 1}, NULL, &error),
        BSH_OK);
    assert_int_equal(bsh_key_statistics_parse(
                         &wanted, "percent_diff,chi2,odds_ratio,g2_two_cell,fisher_p", &error),
                     BSH_OK);
    bsh_key_statistics_of(values, keyness, find(keyness, "ferry"), wanted);
    assert_true(fabs(values[0] - 58.0002773319) < 1e-9);            // g2_two_cell
    assert_true(fabs(values[1] - 57.1974547133) < 1e-9);            // chi2
    assert_true(fabs(values[2] / 3.25852780856289e-14 - 1) < 1e-9); // fisher_p
    assert_true(fabs(values[3] - 150. * 119940 / (60. * 99850)) < 1e-12);
    assert_true(values[4] > 2 && values[4] < values[3] && values[3] < values[5]);
    assert_close(values[6], 200); // percent_diff
    bsh_keyness_destroy(keyness);
    bsh_terms_destroy(terms);
}

static void the_table_has_the_columns_of_terms(void **state)
{
    (void) state;
    bsh_key_view       view = {.a = "ledger", .b = "herald", .most = 3};
    sink               csv = {.fail_at = 0};
    bsh_table         *table = NULL;
    bsh_terms *const   terms = ferry_terms();
    bsh_keyness *const keyness = keyness_of(terms, 7, 3, NULL);
    assert_int_equal(bsh_key_statistics_parse(&view.statistics, "percent_diff", &error),
                     BSH_OK);
    assert_int_equal(bsh_key_terms_table(&table, view.statistics, NULL, &error), BSH_OK);
    assert_int_equal(bsh_key_terms_add(table, keyness, &view, &error), BSH_OK);
    assert_int_equal(bsh_table_n_rows(table), 3);
    assert_int_equal(write_to(&csv, "csv", table, NULL, &error), BSH_OK);
    bsh__buffer_add_char(&csv.bytes, '\0');
    static const char header[] =
        "term,n,a,b,count_a,count_b,tokens_a,tokens_b,per_million_a,per_million_b,docs_a,"
        "docs_b,dp_norm_a,dp_norm_b,welch_p,p_adj,log_ratio,log_ratio_ci_low,"
        "log_ratio_ci_high,g2,status,note,percent_diff\n"
        "harbour,1,ledger,herald,0,12,570,500,0,24000,0,3,,0.18292682926829268,";
    assert_memory_equal(csv.bytes.data, header, sizeof header - 1);
    assert_non_null(
        strstr(csv.bytes.data, ",ok,zero_count few_docs,-100\nferry,1,ledger,herald,9,1,570,500,"));
    bsh__buffer_free(&csv.bytes);
    view.is_key_only = true;
    assert_int_equal(bsh_key_terms_add(table, keyness, &view, &error), BSH_OK);
    assert_int_equal(bsh_table_n_rows(table), 3);
    bsh_table_destroy(table);
    bsh_keyness_destroy(keyness);
    bsh_terms_destroy(terms);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_rates_of_articles_decide),
        cmocka_unit_test(a_term_of_one_group_has_a_half_in_the_other),
        cmocka_unit_test(a_term_in_few_articles_is_not_of_the_family),
        cmocka_unit_test(p_is_adjusted_over_all_terms_tested),
        cmocka_unit_test(exchanged_groups_exchange_signs),
        cmocka_unit_test(welch_from_the_holders_alone_is_welch_of_all),
        cmocka_unit_test(key_terms_come_first_by_size),
        cmocka_unit_test(the_order_of_articles_changes_no_bit),
        cmocka_unit_test(memory_that_runs_out_is_an_error),
        cmocka_unit_test(groups_of_one_article_or_none_are_too_few),
        cmocka_unit_test(equal_rates_have_no_variance),
        cmocka_unit_test(rare_terms_may_be_left_out_and_absent_ones_shown),
        cmocka_unit_test(no_articles_give_no_terms),
        cmocka_unit_test(options_out_of_range_are_refused),
        cmocka_unit_test(statistics_are_chosen_by_name),
        cmocka_unit_test(statistics_are_those_of_the_pooled_counts),
        cmocka_unit_test(the_table_has_the_columns_of_terms),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
