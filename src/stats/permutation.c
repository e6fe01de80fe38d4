#include "stats/permutation.h"

#include "stats/label_ranks.h"

/* Both samples in ascending order, the positions of the smaller one marked. */
typedef struct pooled {
    bsh__permuted    what;
    bool             marked_is_a;
    bsh__labelling   labelling;
    bsh__labelled    labelled; /* means */
    bsh__label_ranks ranks;    /* Brunner */
    double          *work;
    bsh__stretch    *stretches;
} pooled;

static void merge(pooled *pool, bsh__sample marked, bsh__sample others)
{
    size_t i = 0;
    for (size_t j = 0; i + j < marked.n + others.n;) {
        size_t const at = i + j;
        bool const   is_marked =
            j == others.n || (i < marked.n && marked.values[i] <= others.values[j]);
        pool->labelled.values[at] = is_marked ? marked.values[i++] : others.values[j++];
        bsh__set_bit(pool->labelled.present, at);
        if (is_marked) {
            bsh__set_bit(pool->labelling.bits, at);
        }
    }
}

static bool allocate_pool(pooled *pool, size_t n, const bsh_allocator *allocator)
{
    pool->labelled.values = bsh__allocate(allocator, n, sizeof *pool->labelled.values);
    pool->labelled.present =
        bsh__allocate_zeroed(allocator, n / 64 + 1, sizeof *pool->labelled.present);
    pool->work = bsh__allocate(allocator, n, sizeof *pool->work);
    pool->stretches = bsh__allocate(allocator, n, sizeof *pool->stretches);
    return pool->labelled.values != NULL && pool->labelled.present != NULL &&
           pool->work != NULL && pool->stretches != NULL;
}

static void free_pool(pooled *pool, const bsh_allocator *allocator)
{
    bsh__release(allocator, pool->labelled.values);
    bsh__release(allocator, pool->labelled.present);
    bsh__release(allocator, pool->work);
    bsh__release(allocator, pool->stretches);
    bsh__labelling_free(&pool->labelling, allocator);
}

static double statistic_of(const pooled *pool)
{
    const uint64_t *const bits = pool->labelling.bits;
    double                value = (double) NAN;
    switch (pool->what) {
    case BSH__PERMUTE_DIFF:
        value = bsh__labelled_difference(&pool->labelled, bits);
        break;
    case BSH__PERMUTE_WELCH:
        value = bsh__labelled_welch(&pool->labelled, bits);
        break;
    case BSH__PERMUTE_BRUNNER:
        value = bsh__labelled_brunner(&pool->ranks, bits);
        break;
    }
    return pool->marked_is_a ? value : -value;
}

/* By how much a statistic may fall short of the observed one and still be as far out.  About 0
 * the rounding is that of the values, whose spread is the unit of a difference of means. */
static double slack_of(const pooled *pool, double observed)
{
    double const spread = sqrt(pool->labelled.squares / pool->labelled.n);
    double const unit = pool->what == BSH__PERMUTE_DIFF ? spread : 1;
    return isinf(observed) ? 0 : fmax(1e-9 * fabs(observed), 1e-12 * unit);
}

static void count_labellings(bsh__permutation *out, pooled *pool)
{
    double const observed = statistic_of(pool);
    double const slack = slack_of(pool, observed);
    double       n_far = 0;
    double       n_high = 0;
    double       n_low = 0;
    while (bsh__labelling_next(&pool->labelling)) {
        double const value = statistic_of(pool);
        n_far += fabs(value) >= fabs(observed) - slack ? 1 : 0;
        n_high += value >= observed - slack ? 1 : 0;
        n_low += value <= observed + slack ? 1 : 0;
    }
    out->statistic = isinf(observed) ? (double) NAN : observed;
    out->n_permutations = pool->labelling.n_labellings;
    out->is_exact = pool->labelling.is_exact;
    out->p = bsh__labelling_p(&pool->labelling, n_far);
    out->p_greater = bsh__labelling_p(&pool->labelling, n_high);
    out->p_less = bsh__labelling_p(&pool->labelling, n_low);
    out->status = BSH_TEST_OK;
}

static bsh_test_status testable(bsh__sample a, bsh__sample b, bsh__permuted what)
{
    if (a.n < 2 || b.n < 2) {
        return BSH_TEST_TOO_FEW;
    }
    bool const are_constant = bsh__is_constant(a) && bsh__is_constant(b);
    bool const are_equal = are_constant && a.values[0] == b.values[0];
    return (are_constant && what == BSH__PERMUTE_WELCH) ||
                   (are_equal && what == BSH__PERMUTE_BRUNNER)
               ? BSH_TEST_NO_VARIANCE
               : BSH_TEST_OK;
}

static void permute(bsh__permutation *out, pooled *pool, bsh__sample marked, bsh__sample others)
{
    size_t const n = marked.n + others.n;
    merge(pool, marked, others);
    bsh__label_ranks_init(&pool->ranks, pool->labelled.values, n, marked.n, pool->stretches);
    bsh__labelled_init(&pool->labelled, n, pool->work);
    count_labellings(out, pool);
}

bsh_status bsh__permute(bsh__permutation *out, bsh__sample a, bsh__sample b, bsh__permuted what,
                        const bsh__resampling *resampling, bsh_error *err)
{
    double const none = (double) NAN;
    *out = (bsh__permutation){testable(a, b, what), none, none, none, none, none, false};
    if (out->status != BSH_TEST_OK) {
        return BSH_OK;
    }
    const bsh_allocator *const allocator = resampling->allocator;
    pooled                     pool = {.what = what, .marked_is_a = a.n <= b.n};
    bsh__sample const          marked = pool.marked_is_a ? a : b;
    bsh__sample const          others = pool.marked_is_a ? b : a;
    size_t const               n = a.n + b.n;
    bool const                 has_memory =
        bsh__labelling_init(&pool.labelling, n, marked.n, resampling->n_draws, resampling->key,
                            allocator) &&
        allocate_pool(&pool, n, allocator);
    if (has_memory) {
        permute(out, &pool, marked, others);
    }
    free_pool(&pool, allocator);
    return has_memory ? BSH_OK : bsh__fail_memory(err);
}
