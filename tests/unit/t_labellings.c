#include "tests/t.h"

#include "stats/label_ranks.h"
#include "tests/allocator.h"

static const bsh__random_key key_1 = {{1, 2}};
static const bsh__random_key key_2 = {{1, 3}};

static const bsh_allocator *memory(void)
{
    static test_allocator plenty;
    test_allocator_init(&plenty, 0);
    return &plenty.allocator;
}

static void assert_within(double value, double low, double high)
{
    assert_true(value >= low && value <= high);
}

/* ---- random numbers */

/* Known answers of Random123 1.09 (Salmon et al. 2011), threefry2x64, 20 rounds. */
static void blocks_are_those_of_threefry(void **state)
{
    (void) state;
    static const uint64_t answers[][6] = {
        {0, 0, 0, 0, UINT64_C(0xc2b6e3a8c2c69865), UINT64_C(0x6f81ed42f350084d)},
        {UINT64_MAX, UINT64_MAX, UINT64_MAX, UINT64_MAX, UINT64_C(0xe02cb7c4d95d277a),
         UINT64_C(0xd06633d0893b8b68)},
        {UINT64_C(0x243f6a8885a308d3), UINT64_C(0x13198a2e03707344),
         UINT64_C(0xa4093822299f31d0), UINT64_C(0x082efa98ec4e6c89),
         UINT64_C(0x263c7d30bb0f0af1), UINT64_C(0x56be8361d3311526)}};
    for (unsigned i = 0; i < 3; ++i) {
        bsh__random random;
        bsh__random_begin(&random, (bsh__random_key){{answers[i][2], answers[i][3]}},
                          answers[i][1]);
        random.counter = answers[i][0];
        assert_true(bsh__random_next(&random) == answers[i][4]);
        assert_true(bsh__random_next(&random) == answers[i][5]);
    }
}

static void later_blocks_count_on(void **state)
{
    (void) state;
    bsh__random in_a_row;
    bsh__random_begin(&in_a_row, key_1, 7);
    for (uint64_t block = 0; block < 13; ++block) {
        bsh__random alone;
        bsh__random_begin(&alone, key_1, 7);
        alone.counter = block;
        assert_true(bsh__random_next(&alone) == bsh__random_next(&in_a_row));
        assert_true(bsh__random_next(&alone) == bsh__random_next(&in_a_row));
    }
}

/* Pinned: another value here would change every printed p of a drawn permutation. */
static void keys_never_change(void **state)
{
    (void) state;
    static const char *const names[] = {"permutation", "words", "north", "south"};
    bsh__random_key const    key = bsh__random_key_of(1, names, 4);
    assert_true(key.words[0] == UINT64_C(0x549CC5AC7C72A3A9));
    assert_true(key.words[1] == UINT64_C(0x38FCF07F7D9B983A));
}

static bool same_key(bsh__random_key a, bsh__random_key b)
{
    return a.words[0] == b.words[0] || a.words[1] == b.words[1];
}

static void keys_differ_by_seed_and_names(void **state)
{
    (void) state;
    static const char *const names[][2] = {{"ab", "c"}, {"a", "bc"}, {"abc", ""},
                                           {"", "abc"}, {"c", "ab"}, {"ab", "d"}};
    bsh__random_key          keys[8];
    for (unsigned i = 0; i < 6; ++i) {
        keys[i] = bsh__random_key_of(1, names[i], 2);
    }
    keys[6] = bsh__random_key_of(2, names[0], 2);
    keys[7] = bsh__random_key_of(1, names[0], 1);
    for (unsigned i = 0; i < 8; ++i) {
        for (unsigned j = 0; j < i; ++j) {
            assert_false(same_key(keys[i], keys[j]));
        }
    }
}

/* A bound of three quarters of 2^32: without rejection every third number is twice as likely.
 */
static void bounded_numbers_are_unbiased(void **state)
{
    (void) state;
    bsh__random random;
    unsigned    n_third[3] = {0, 0, 0};
    bsh__random_begin(&random, key_1, 0);
    for (unsigned i = 0; i < 30000; ++i) {
        uint32_t const number = bsh__random_below(&random, UINT32_C(3) << 30);
        assert_true(number < UINT32_C(3) << 30);
        ++n_third[number % 3];
    }
    for (unsigned i = 0; i < 3; ++i) {
        assert_within(n_third[i], 10000 - 410, 10000 + 410); // 5 standard deviations
    }
    assert_true(bsh__random_below(&random, 1) == 0);
}

static void every_number_below_the_bound_is_as_likely(void **state)
{
    (void) state;
    bsh__random random;
    unsigned    n_of[7] = {0};
    bsh__random_begin(&random, key_2, 3);
    for (unsigned i = 0; i < 70000; ++i) {
        ++n_of[bsh__random_below(&random, 7)];
    }
    for (unsigned i = 0; i < 7; ++i) {
        assert_within(n_of[i], 10000 - 465, 10000 + 465);
    }
}

/* ---- labellings */

static unsigned count_marked(const bsh__labelling *labelling)
{
    unsigned n = 0;
    for (size_t i = 0; i < labelling->n_words; ++i) {
        n += bsh__count_bits(labelling->bits[i]);
    }
    return n;
}

/* C(20, 3) = 1140; as numbers they are all different. */
static void all_labellings_are_enumerated_once(void **state)
{
    (void) state;
    bsh__labelling labelling;
    bool           seen[1 << 20] = {false};
    unsigned       n = 0;
    assert_true(bsh__labelling_init(&labelling, 20, 3, 50, key_1, memory()));
    assert_true(labelling.is_exact && labelling.n_labellings == 1140);
    while (bsh__labelling_next(&labelling)) {
        assert_int_equal(count_marked(&labelling), 3);
        assert_false(seen[labelling.bits[0]]);
        seen[labelling.bits[0]] = true;
        ++n;
    }
    assert_int_equal(n, 1140);
    bsh__labelling_free(&labelling, memory());
}

/* How often position i is marked, and together with position 0, in 20,000 labellings. */
static void assert_uniform(size_t n, size_t n_marked)
{
    enum { N_DRAWS = 20000 };
    bsh__labelling labelling;
    double        *n_alone = calloc(2 * n, sizeof *n_alone);
    assert_true(bsh__labelling_init(&labelling, n, n_marked, N_DRAWS, key_1, memory()));
    assert_false(labelling.is_exact);
    while (bsh__labelling_next(&labelling)) {
        assert_int_equal(count_marked(&labelling), n_marked);
        for (size_t i = 0; i < n; ++i) {
            double const bit = (double) (labelling.bits[i / 64] >> (i % 64) & 1);
            n_alone[i] += bit;
            n_alone[n + i] += bit * (double) (labelling.bits[0] & 1);
        }
    }
    double const share = (double) n_marked / (double) n;
    double const both = share * (double) (n_marked - 1) / (double) (n - 1);
    for (size_t i = 0; i < n; ++i) {
        double const p[] = {share, i == 0 ? share : both};
        for (unsigned k = 0; k < 2; ++k) {
            double const deviation = sqrt(N_DRAWS * p[k] * (1 - p[k]));
            assert_within(n_alone[k * n + i] - N_DRAWS * p[k], -5 * deviation - .5,
                          5 * deviation + .5);
        }
    }
    free(n_alone);
    bsh__labelling_free(&labelling, memory());
}

/* Half; a share in no 64ths; one under a 64th; one word filled to its last bit. */
static void every_drawn_labelling_is_as_likely(void **state)
{
    (void) state;
    assert_uniform(20, 10);
    assert_uniform(131, 40);
    assert_uniform(700, 4);
    assert_uniform(64, 31);
}

/* Placements counted one by one, for 150 positions with ties and without: whole bytes, groups
 * over the borders of words, a last byte that is not full. */
static double brunner_by_pairs(const double *sorted, const uint64_t *bits, size_t n)
{
    double sums[2] = {0, 0};
    double squares[2] = {0, 0};
    double sizes[2] = {0, 0};
    for (size_t i = 0; i < n; ++i) {
        bool const is_marked = (bits[i / 64] >> (i % 64) & 1) != 0;
        double     placement = 0;
        for (size_t j = 0; j < n; ++j) {
            if (((bits[j / 64] >> (j % 64) & 1) != 0) != is_marked) {
                placement += sorted[j] < sorted[i] ? 1 : 0;
                placement += sorted[j] == sorted[i] ? .5 : 0;
            }
        }
        sums[is_marked] += placement;
        squares[is_marked] += placement * placement;
        sizes[is_marked] += 1;
    }
    double variance = 0;
    for (unsigned k = 0; k < 2; ++k) {
        variance += sizes[k] * (squares[k] - sums[k] * sums[k] / sizes[k]) / (sizes[k] - 1);
    }
    return (sums[1] - sizes[0] * sizes[1] / 2) / sqrt(variance);
}

static void fast_placements_are_those_counted_by_pairs(void **state)
{
    (void) state;
    enum { N = 150, N_MARKED = 61 };
    double       sorted[N];
    bsh__stretch stretches[N];
    for (unsigned i = 0; i < N; ++i) {
        sorted[i] = i < 40    ? i
                    : i < 57  ? 40
                    : i < 61  ? i
                    : i < 70  ? i / 2 * 2
                    : i < 131 ? 71
                              : i;
    }
    bsh__labelling   labelling;
    bsh__label_ranks ranks;
    bsh__label_ranks_init(&ranks, sorted, N, N_MARKED, stretches);
    assert_true(bsh__labelling_init(&labelling, N, N_MARKED, 200, key_1, memory()));
    while (bsh__labelling_next(&labelling)) {
        double const expected = brunner_by_pairs(sorted, labelling.bits, N);
        assert_within(bsh__labelled_brunner(&ranks, labelling.bits) - expected, -1e-9, 1e-9);
    }
    bsh__labelling_free(&labelling, memory());
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(blocks_are_those_of_threefry),
        cmocka_unit_test(later_blocks_count_on),
        cmocka_unit_test(keys_never_change),
        cmocka_unit_test(keys_differ_by_seed_and_names),
        cmocka_unit_test(bounded_numbers_are_unbiased),
        cmocka_unit_test(every_number_below_the_bound_is_as_likely),
        cmocka_unit_test(all_labellings_are_enumerated_once),
        cmocka_unit_test(every_drawn_labelling_is_as_likely),
        cmocka_unit_test(fast_placements_are_those_counted_by_pairs),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
