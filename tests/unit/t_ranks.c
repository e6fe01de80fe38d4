/* References: values "of R" are those of tests/tools/stat-oracles.json (R 4.2.2 and coin); the
 * others are counted here another way: every labelling, every difference. */
#include "tests/t.h"

#include "stats/rank_tests.h"
#include "stats/ranks.h"
#include "tests/allocator.h"

static bsh_error error;

static void assert_near(double value, double expected, double relative)
{
    assert_true(fabs(value - expected) <= relative * fabs(expected));
}

static bsh__sample sample(const double *values, size_t n)
{
    return (bsh__sample){values, n};
}

#define SAMPLE(values) sample(values, sizeof(values) / sizeof *(values))

/* An invented row of numbers, always the same, sorted: whole steps of `step` in 0 ... n_steps.
 */
static void fill(double *values, size_t n, unsigned seed, unsigned n_steps, double step)
{
    uint32_t state = seed;
    for (size_t i = 0; i < n; ++i) {
        state = state * 1664525 + 1013904223;
        values[i] = (double) ((state >> 8) % (n_steps + 1)) * step;
    }
    bsh__sort_values(values, n);
}

static double const few_a[] = {8.64, 9.87, 10.91, 11.42, 12.05, 13.77, 14.28};
static double const few_b[] = {11.88, 12.61, 13.9, 14.02, 15.03, 16.45};
static double const ties_a[] = {3, 3, 4, 5, 5, 5, 6, 7, 8, 8};
static double const ties_b[] = {4, 5, 5, 6, 6, 7, 8, 8, 9, 9, 10, 12};
static double const fives[] = {5, 5, 5, 5, 5, 5};
static double const sevens[] = {7, 7, 7, 7, 7};

/* ---- Mann-Whitney */

static bsh__mann_whitney exact_of(bsh__sample a, bsh__sample b)
{
    bsh__mann_whitney result;
    assert_int_equal(bsh__mann_whitney_exact(&result, a, b, NULL, &error), BSH_OK);
    return result;
}

static void exact_p_is_that_of_r(void **state)
{
    (void) state;
    bsh__mann_whitney const few = exact_of(SAMPLE(few_a), SAMPLE(few_b));
    assert_true(few.status == BSH_TEST_OK && few.is_exact && !few.ties);
    assert_true(few.u == 7 && few.u_b == 35);
    assert_near(few.p, 0.05128205128205128, 1e-13);
    assert_near(few.p_less, 0.02564102564102564, 1e-13);
    assert_near(few.p_greater, 0.9825174825174825, 1e-13);
    assert_near(few.p_min_no_ties, 0.0011655011655011655, 1e-13);
    bsh__mann_whitney const ties = exact_of(SAMPLE(ties_a), SAMPLE(ties_b));
    assert_true(ties.ties && ties.u == 30 && ties.u_b == 90);
    assert_near(ties.p, 0.046756648923831585, 1e-9);
    assert_near(ties.p_less, 0.02360797097639203, 1e-9);
}

/* U of A, doubled: A has the values whose bits are set. */
static int u_of_labels(const double *values, unsigned n, unsigned labels)
{
    int doubled = 0;
    for (unsigned i = 0; i < n; ++i) {
        for (unsigned j = 0; j < n; ++j) {
            if ((labels >> i & 1) == 1 && (labels >> j & 1) == 0) {
                doubled += (values[i] > values[j]) + (values[i] >= values[j]);
            }
        }
    }
    return doubled;
}

static unsigned n_bits(unsigned labels)
{
    unsigned n = 0;
    for (; labels != 0; labels &= labels - 1) {
        ++n;
    }
    return n;
}

static void split(const double *values, unsigned n, unsigned labels, double *a, double *b)
{
    for (unsigned i = 0; i < n; ++i) {
        *((labels >> i & 1) == 1 ? a++ : b++) = values[i];
    }
}

/* Shares of labellings as far from the mean, as low, as high. */
static void assert_counted(const double *values, unsigned n, unsigned labels)
{
    unsigned const n_a = n_bits(labels);
    int const      mean = (int) (n_a * (n - n_a));
    int const      observed = u_of_labels(values, n, labels);
    double         n_all = 0, n_far = 0, n_less = 0, n_greater = 0;
    for (unsigned other = 0; other < 1U << n; ++other) {
        if (n_bits(other) == n_a) {
            int const u = u_of_labels(values, n, other);
            n_all += 1;
            n_far += abs(u - mean) >= abs(observed - mean);
            n_less += u <= observed;
            n_greater += u >= observed;
        }
    }
    double a[16], b[16];
    split(values, n, labels, a, b);
    bsh__mann_whitney const result = exact_of(sample(a, n_a), sample(b, n - n_a));
    assert_true(result.u * 2 == observed);
    assert_near(result.p, n_far / n_all, 1e-14);
    assert_near(result.p_less, n_less / n_all, 1e-14);
    assert_near(result.p_greater, n_greater / n_all, 1e-14);
}

static void exact_p_is_the_share_of_labellings(void **state)
{
    (void) state;
    double values[10];
    for (unsigned seed = 1; seed <= 40; ++seed) {
        fill(values, 10, seed, 2 + seed % 12, .1);
        assert_counted(values, 10, 0x155 ^ (seed * 37 % 0xff));
    }
}

/* Python integers: p = 2 / comb(100, 50), 2 / comb(115, 55). */
static void separated_samples_have_the_smallest_p(void **state)
{
    (void) state;
    double values[115];
    for (unsigned i = 0; i < 115; ++i) {
        values[i] = i * 1e-9 + 1;
    }
    bsh__mann_whitney const even = exact_of(sample(values, 50), sample(values + 50, 50));
    assert_near(even.p, 1.9823306042836678e-29, 1e-13);
    assert_near(even.p, even.p_min_no_ties, 1e-13);
    assert_true(even.u == 0 && even.p_greater == 1);
    bsh__mann_whitney const uneven = exact_of(sample(values, 60), sample(values + 60, 55));
    assert_near(uneven.p, 7.223468357199778e-34, 1e-13);
}

static void exact_p_turns_round_with_the_samples(void **state)
{
    (void) state;
    double a[31], b[19];
    fill(a, 31, 5, 17, .5);
    fill(b, 19, 6, 13, .5);
    bsh__mann_whitney const there = exact_of(SAMPLE(a), SAMPLE(b));
    bsh__mann_whitney const back = exact_of(SAMPLE(b), SAMPLE(a));
    assert_true(there.p == back.p && there.u == back.u_b);
    assert_true(there.p_less == back.p_greater && there.p_greater == back.p_less);
}

static void exact_counts_have_a_limit(void **state)
{
    (void) state;
    double values[401];
    fill(values, 401, 3, 90, 1);
    bsh__mann_whitney result;
    assert_int_equal(
        bsh__mann_whitney_exact(&result, sample(values, 2), sample(values, 399), NULL, &error),
        BSH_E_LIMIT);
    assert_true(isnan(result.p) && !result.is_exact);
    assert_true(exact_of(sample(values, 2), sample(values, 398)).p > 0);
}

static void normal_p_is_that_of_r(void **state)
{
    (void) state;
    bsh__mann_whitney result;
    bsh__mann_whitney_normal(&result, SAMPLE(ties_a), SAMPLE(ties_b));
    assert_true(result.status == BSH_TEST_OK && !result.is_exact && result.ties);
    assert_near(result.sigma, 15.002164346018047, 1e-13);
    assert_near(result.z, -1.9663829377945752, 1e-13);
    assert_near(result.p, 0.04925439283968568, 1e-12);
    assert_near(result.z_no_cc, -1.9997114621639749, 1e-13);
    assert_near(result.p_no_cc, 0.04553142976087747, 1e-12);
    assert_near(result.log10_p, -1.3075550301215322, 1e-12);
}

/* z = -(n^2/2 - 1/2) / sqrt(n^2 (2n + 1) / 12); Abramowitz & Stegun 7.1.23 for the tail. */
static void log_p_goes_on_where_p_is_zero(void **state)
{
    (void) state;
    static double values[4000];
    for (size_t i = 0; i < 4000; ++i) {
        values[i] = (double) i;
    }
    bsh__mann_whitney result;
    bsh__mann_whitney_normal(&result, sample(values, 2000), sample(values + 2000, 2000));
    double const z = (2e6 - .5) / sqrt(4e6 * 4001 / 12);
    double const z2 = z * z;
    double const tail = 1 - 1 / z2 + 3 / (z2 * z2) - 15 / (z2 * z2 * z2);
    double const ln_p = -z2 / 2 + log(2 * tail / (z * sqrt(2 * acos(-1))));
    assert_near(result.z, -z, 1e-13);
    assert_true(result.p == 0);
    assert_near(result.log10_p, ln_p / log(10), 1e-11);
}

static void no_sample_gives_a_made_up_number(void **state)
{
    (void) state;
    bsh__mann_whitney result;
    for (size_t n = 0; n < 2; ++n) {
        result = exact_of(sample(few_a, n), SAMPLE(few_b));
        assert_true(result.status == BSH_TEST_TOO_FEW && isnan(result.p) && isnan(result.u));
        bsh__mann_whitney_normal(&result, SAMPLE(few_b), sample(few_a, n));
        assert_true(result.status == BSH_TEST_TOO_FEW && isnan(result.p) && isnan(result.z));
    }
    result = exact_of(SAMPLE(fives), SAMPLE(fives));
    assert_true(result.status == BSH_TEST_NO_VARIANCE && isnan(result.p));
    bsh__mann_whitney_normal(&result, SAMPLE(fives), SAMPLE(fives));
    assert_true(result.status == BSH_TEST_NO_VARIANCE && isnan(result.p) && isnan(result.z));
}

static void constants_that_differ_can_be_told_apart(void **state)
{
    (void) state;
    assert_near(exact_of(SAMPLE(fives), SAMPLE(sevens)).p, 1.0 / 462, 1e-13);
    double const pair_a[] = {1, 1};
    double const pair_b[] = {2, 2};
    assert_near(exact_of(SAMPLE(pair_a), SAMPLE(pair_b)).p, 2.0 / 6, 1e-13);
}

/* ---- Brunner-Munzel */

static bsh__brunner brunner_of(bsh__sample a, bsh__sample b)
{
    bsh__brunner result;
    bsh__brunner_munzel(&result, a, b, .95);
    return result;
}

static void brunner_munzel_is_that_of_r(void **state)
{
    (void) state;
    bsh__brunner const result = brunner_of(SAMPLE(ties_a), SAMPLE(ties_b));
    assert_true(result.status == BSH_TEST_OK && result.p_superior == .25);
    assert_near(result.statistic, -2.408402711249931, 1e-12);
    assert_near(result.df, 19.94465835276195, 1e-12);
    assert_near(result.p, 0.02581737331975175, 1e-10);
    assert_near(result.se, 0.10380323806821042, 1e-12);
    assert_near(result.ci_low, 0.0334317164064388, 1e-10);
    assert_near(result.ci_high, 0.4665682835935612, 1e-10);
    assert_near(result.ci_logit_low, 0.09503567853553699, 1e-10);
    assert_near(result.ci_logit_high, 0.5141008991629886, 1e-10);
}

static void separated_samples_are_degenerate(void **state)
{
    (void) state;
    bsh__brunner const below = brunner_of(SAMPLE(fives), SAMPLE(sevens));
    assert_true(below.status == BSH_TEST_DEGENERATE && below.p_superior == 0);
    assert_true(isnan(below.p) && isnan(below.statistic) && isnan(below.ci_logit_low));
    assert_true(brunner_of(SAMPLE(sevens), SAMPLE(fives)).p_superior == 1);
    bsh__brunner const equal = brunner_of(SAMPLE(fives), SAMPLE(fives));
    assert_true(equal.status == BSH_TEST_DEGENERATE && equal.p_superior == .5);
    assert_int_equal(brunner_of(sample(few_a, 1), SAMPLE(few_b)).status, BSH_TEST_TOO_FEW);
}

/* Ranks do not change when all values are moved and stretched. */
static void offsets_and_tiny_units_change_nothing(void **state)
{
    (void) state;
    double a[10], b[12], tiny_a[10], tiny_b[12];
    for (size_t i = 0; i < 12; ++i) {
        b[i] = 1e9 + ties_b[i];
        tiny_b[i] = ties_b[i] * 1e-300;
        if (i < 10) {
            a[i] = 1e9 + ties_a[i];
            tiny_a[i] = ties_a[i] * 1e-300;
        }
    }
    bsh__brunner const plain = brunner_of(SAMPLE(ties_a), SAMPLE(ties_b));
    assert_true(brunner_of(SAMPLE(a), SAMPLE(b)).statistic == plain.statistic);
    assert_true(brunner_of(SAMPLE(tiny_a), SAMPLE(tiny_b)).statistic == plain.statistic);
}

/* ---- superiority */

static bsh__superior superior_of(bsh__sample a, bsh__sample b)
{
    bsh__superior result;
    bsh__superiority(&result, a, b, .95);
    return result;
}

static void superiority_is_that_of_the_formulas_in_r(void **state)
{
    (void) state;
    bsh__superior const result = superior_of(SAMPLE(ties_a), SAMPLE(ties_b));
    assert_true(result.p_superior == .25 && result.cliff_delta == -.5);
    assert_near(result.cliff_var, 0.04107744107744108, 1e-12);
    assert_near(result.cliff_ci_low, -0.7844663387542331, 1e-10);
    assert_near(result.cliff_ci_high, -0.041709285866135835, 1e-10);
    assert_near(result.newcombe_ci_low, 0.10700883503085892, 1e-10);
    assert_near(result.newcombe_ci_high, 0.49769958457748237, 1e-10);
    assert_near(result.cles_normal, 0.249712611669366, 1e-10);
}

/* Newcombe's equation, put in again: its two sides agree at both limits. */
static void limits_solve_the_equation(void **state)
{
    (void) state;
    double a[40], b[90];
    fill(a, 40, 8, 50, 1);
    fill(b, 90, 9, 51, 1);
    bsh__superior const result = superior_of(SAMPLE(a), SAMPLE(b));
    double const        limits[] = {result.newcombe_ci_low, result.newcombe_ci_high};
    assert_true(limits[0] < result.p_superior && result.p_superior < limits[1]);
    for (size_t i = 0; i < 2; ++i) {
        double const theta = limits[i];
        double const factor = 1 + 64 * (1 - theta) / (2 - theta) + 64 * theta / (1 + theta);
        double const z2 = 1.959963984540054 * 1.959963984540054;
        double const distance = result.p_superior - theta;
        assert_near(distance * distance, z2 * theta * (1 - theta) * factor / 3600, 1e-12);
    }
}

static void one_article_has_an_effect_but_no_variance(void **state)
{
    (void) state;
    double const        high[] = {42.5};
    bsh__superior const result = superior_of(SAMPLE(high), SAMPLE(few_b));
    assert_true(result.status == BSH_TEST_OK && result.p_superior == 1);
    assert_true(result.cliff_delta == 1 && result.newcombe_ci_high == 1);
    assert_true(result.newcombe_ci_low > .3 && result.newcombe_ci_low < .4);
    assert_true(isnan(result.cliff_var) && isnan(result.cles_normal));
    bsh__superior const none = superior_of(sample(high, 0), SAMPLE(few_b));
    assert_true(none.status == BSH_TEST_TOO_FEW && isnan(none.p_superior));
}

static void separated_and_equal_samples_have_limits(void **state)
{
    (void) state;
    bsh__superior const below = superior_of(SAMPLE(fives), SAMPLE(sevens));
    assert_true(below.cliff_delta == -1 && below.cliff_var == 0 && isnan(below.cliff_ci_low));
    assert_true(below.newcombe_ci_low == 0 && isnan(below.cles_normal));
    assert_near(below.newcombe_ci_high, 0.3345452293929142, 1e-10); // of R
    bsh__superior const equal = superior_of(SAMPLE(fives), sample(fives, 4));
    assert_near(equal.cliff_var, 1.0 / 23, 1e-13);
    assert_near(equal.cliff_ci_high, 0.3783075712306414, 1e-10); // of R
}

/* ---- Hodges-Lehmann */

static bsh__location_shift shift_of(bsh__sample a, bsh__sample b)
{
    bsh__location_shift result;
    assert_int_equal(bsh__hodges_lehmann(&result, a, b, .95, NULL, &error), BSH_OK);
    return result;
}

static void shift_is_that_of_r(void **state)
{
    (void) state;
    bsh__location_shift const result = shift_of(SAMPLE(few_a), SAMPLE(few_b));
    assert_near(result.shift, -2.54, 1e-13);
    assert_true(result.has_exact && result.ci_exact_k == 7 && result.ci_exact_reaches_level);
    assert_near(result.ci_exact_level, 0.965034965034965, 1e-12);
    assert_near(result.ci_exact_low, -5.16, 1e-12);
    assert_near(result.ci_exact_high, 0.17, 1e-12);
    assert_true(result.ci_normal_k == 7 && result.ci_normal_low == result.ci_exact_low);
}

static int by_value(const void *left, const void *right)
{
    double const x = *(const double *) left;
    double const y = *(const double *) right;
    return (x > y) - (x < y);
}

/* All differences, sorted. */
static double *differences_of(bsh__sample a, bsh__sample b)
{
    double *const all = malloc(a.n * b.n * sizeof *all);
    assert_non_null(all);
    for (size_t i = 0; i < a.n * b.n; ++i) {
        all[i] = a.values[i / b.n] - b.values[i % b.n];
    }
    qsort(all, a.n * b.n, sizeof *all, by_value);
    return all;
}

static void assert_selected(bsh__sample a, bsh__sample b)
{
    bsh__location_shift const result = shift_of(a, b);
    double *const             all = differences_of(a, b);
    size_t const              n = a.n * b.n;
    size_t const              k = (size_t) result.ci_normal_k;
    assert_true(result.shift == (all[(n - 1) / 2] + all[n / 2]) / 2);
    assert_true(result.ci_normal_low == all[k - 1] && result.ci_normal_high == all[n - k]);
    free(all);
}

static void selection_finds_the_difference_itself(void **state)
{
    (void) state;
    double a[61], b[47];
    for (unsigned seed = 1; seed <= 60; ++seed) {
        fill(a, 61, seed, 2 + seed * seed, .1);
        fill(b, 40 + seed % 8, seed + 99, 3 + seed, seed % 3 == 0 ? 1e9 : .3);
        assert_selected(SAMPLE(a), sample(b, 40 + seed % 8));
        assert_selected(sample(b, 40 + seed % 8), SAMPLE(a));
    }
}

/* 10^10 differences: neither an array of them nor a step for each. */
static void ten_thousand_million_differences_are_not_stored(void **state)
{
    (void) state;
    enum { N = 100000 };
    double *const values = malloc(2 * N * sizeof *values);
    assert_non_null(values);
    for (size_t i = 0; i < N; ++i) {
        values[i] = (double) i;
        values[N + i] = (double) i + 12.5;
    }
    bsh__location_shift const result = shift_of(sample(values, N), sample(values + N, N));
    assert_true(result.shift == -12.5 && !result.has_exact && isnan(result.ci_exact_low));
    double const z_sigma = 1.959963984540054 * sqrt(1e10 / 12 * (2 * N + 1));
    assert_near(result.ci_normal_k, ceil(5e9 - z_sigma - .5), 1e-9);
    assert_near(result.ci_normal_low, -result.ci_normal_high - 25, 1e-12);
    free(values);
}

static void small_samples_say_that_the_level_is_not_reached(void **state)
{
    (void) state;
    bsh__location_shift const three = shift_of(sample(few_a, 3), sample(few_b, 3));
    assert_true(three.ci_exact_k == 1 && !three.ci_exact_reaches_level);
    assert_near(three.ci_exact_level, .9, 1e-13);
    bsh__location_shift const equal = shift_of(SAMPLE(fives), sample(fives, 4));
    assert_true(equal.shift == 0 && equal.ci_exact_low == 0 && equal.ci_exact_high == 0);
    assert_true(!signbit(equal.ci_exact_low)); // -0 would be written as such
    assert_true(isnan(equal.ci_normal_k) && isnan(equal.ci_normal_low));
    bsh__location_shift const one = shift_of(sample(few_a, 1), SAMPLE(few_b));
    assert_true(one.status == BSH_TEST_TOO_FEW && isnan(one.shift) && !one.has_exact);
}

/* ---- Kolmogorov-Smirnov */

static bsh__kolmogorov kolmogorov_of(bsh__sample a, bsh__sample b)
{
    bsh__kolmogorov result;
    assert_int_equal(bsh__ks2(&result, a, b, NULL, &error), BSH_OK);
    return result;
}

static void distance_of_distributions_is_that_of_r(void **state)
{
    (void) state;
    bsh__kolmogorov const result = kolmogorov_of(SAMPLE(ties_a), SAMPLE(ties_b));
    assert_true(result.status == BSH_TEST_OK && result.ties_between);
    assert_near(result.d, .35, 1e-13);
    assert_near(result.p_exact, 0.2643842225885569, 1e-12);
    assert_near(result.p_asymptotic, 0.516071527438996, 1e-12);
    assert_near(kolmogorov_of(SAMPLE(few_a), SAMPLE(few_b)).p_asymptotic, 0.24207030109067038,
                1e-12);
}

static double gap_of_labels(const double *values, unsigned n, unsigned labels)
{
    double const n_a = n_bits(labels);
    double const n_b = n - n_a;
    double       i = 0, j = 0, largest = 0;
    for (unsigned at = 0; at < n; ++at) {
        i += labels >> at & 1;
        j += 1 - (labels >> at & 1);
        if (at + 1 == n || values[at] != values[at + 1]) {
            largest = fmax(largest, fabs(i * n_b - j * n_a));
        }
    }
    return largest;
}

static void exact_distances_are_counted(void **state)
{
    (void) state;
    double values[10], a[10], b[10];
    for (unsigned seed = 1; seed <= 40; ++seed) {
        fill(values, 10, seed, 3 + seed % 12, .1);
        unsigned const labels = 0x155 ^ (seed * 37 % 0xff);
        unsigned const n_a = n_bits(labels);
        double const   observed = gap_of_labels(values, 10, labels);
        double         n_all = 0, n_far = 0;
        for (unsigned other = 0; other < 1U << 10; ++other) {
            n_all += n_bits(other) == n_a;
            n_far += n_bits(other) == n_a && gap_of_labels(values, 10, other) >= observed;
        }
        split(values, 10, labels, a, b);
        bsh__kolmogorov const result = kolmogorov_of(sample(a, n_a), sample(b, 10 - n_a));
        assert_near(result.d, observed / (n_a * (10.0 - n_a)), 1e-14);
        assert_near(result.p_exact, n_far / n_all, 1e-13);
    }
}

/* 2 / comb(115, 55), by Python integers. */
static void far_distances_keep_their_digits(void **state)
{
    (void) state;
    double a[200], b[200];
    for (size_t i = 0; i < 200; ++i) {
        a[i] = (double) i;
        b[i] = (double) i + 500;
    }
    assert_near(kolmogorov_of(sample(a, 60), sample(b, 55)).p_exact, 7.223468357199775e-34,
                1e-12);
    assert_true(isnan(kolmogorov_of(sample(a, 200), sample(b, 51)).p_exact));
    assert_true(kolmogorov_of(sample(a, 200), sample(b, 50)).p_exact > 0);
}

static void equal_samples_have_no_distance(void **state)
{
    (void) state;
    bsh__kolmogorov const equal = kolmogorov_of(SAMPLE(fives), sample(fives, 4));
    assert_true(equal.d == 0 && equal.p_exact == 1 && equal.p_asymptotic == 1);
    bsh__kolmogorov const one = kolmogorov_of(sample(few_a, 1), SAMPLE(few_b));
    assert_true(one.status == BSH_TEST_TOO_FEW && isnan(one.d) && isnan(one.p_exact));
}

/* ---- ranks */

static void mid_ranks_are_shared_by_equal_values(void **state)
{
    (void) state;
    double const values[] = {2.5, -1, 2.5, 0, -0.0, 2.5};
    double const expected[] = {5, 1, 5, 2.5, 2.5, 5};
    double       ranks[6];
    size_t       order[6];
    assert_true(bsh__mid_ranks(ranks, values, 6, order) == 24 + 6);
    for (size_t i = 0; i < 6; ++i) {
        assert_true(ranks[i] == expected[i]);
    }
    assert_true(bsh__mid_ranks(ranks, values, 0, order) == 0);
}

/* ---- out of memory */

static bsh_status test_all(const bsh_allocator *allocator)
{
    bsh__mann_whitney   ranks;
    bsh__location_shift shift;
    bsh__kolmogorov     distance;
    BSH_TRY(bsh__mann_whitney_exact(&ranks, SAMPLE(few_a), SAMPLE(few_b), allocator, &error));
    BSH_TRY(bsh__hodges_lehmann(&shift, SAMPLE(few_a), SAMPLE(few_b), .95, allocator, &error));
    return bsh__ks2(&distance, SAMPLE(few_a), SAMPLE(few_b), allocator, &error);
}

static void running_out_of_memory_is_an_ordinary_error(void **state)
{
    (void) state;
    assert_int_equal(test_allocator_try(test_all), 5);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(exact_p_is_that_of_r),
        cmocka_unit_test(exact_p_is_the_share_of_labellings),
        cmocka_unit_test(separated_samples_have_the_smallest_p),
        cmocka_unit_test(exact_p_turns_round_with_the_samples),
        cmocka_unit_test(exact_counts_have_a_limit),
        cmocka_unit_test(normal_p_is_that_of_r),
        cmocka_unit_test(log_p_goes_on_where_p_is_zero),
        cmocka_unit_test(no_sample_gives_a_made_up_number),
        cmocka_unit_test(constants_that_differ_can_be_told_apart),
        cmocka_unit_test(brunner_munzel_is_that_of_r),
        cmocka_unit_test(separated_samples_are_degenerate),
        cmocka_unit_test(offsets_and_tiny_units_change_nothing),
        cmocka_unit_test(superiority_is_that_of_the_formulas_in_r),
        cmocka_unit_test(limits_solve_the_equation),
        cmocka_unit_test(one_article_has_an_effect_but_no_variance),
        cmocka_unit_test(separated_and_equal_samples_have_limits),
        cmocka_unit_test(shift_is_that_of_r),
        cmocka_unit_test(selection_finds_the_difference_itself),
        cmocka_unit_test(ten_thousand_million_differences_are_not_stored),
        cmocka_unit_test(small_samples_say_that_the_level_is_not_reached),
        cmocka_unit_test(distance_of_distributions_is_that_of_r),
        cmocka_unit_test(exact_distances_are_counted),
        cmocka_unit_test(far_distances_keep_their_digits),
        cmocka_unit_test(equal_samples_have_no_distance),
        cmocka_unit_test(mid_ranks_are_shared_by_equal_values),
        cmocka_unit_test(running_out_of_memory_is_an_ordinary_error),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
