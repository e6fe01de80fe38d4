#include "stats/labelling.h"

#include <gsl/gsl_combination.h>
#include <string.h>

enum { EXACT_MOST = 100000 };

/* ---- markings */

/* C(n, k) for k <= n/2, or a number above EXACT_MOST: each step makes it larger. */
static double count_labellings(size_t n, size_t k)
{
    uint64_t count = 1;
    for (size_t i = 1; i <= k && count <= EXACT_MOST; ++i) {
        count = count * (n - k + i) / i;
    }
    return (double) count;
}

bool bsh__labelling_init(bsh__labelling *labelling, size_t n, size_t n_marked, unsigned n_draws,
                         bsh__random_key key, const bsh_allocator *allocator)
{
    size_t const n_words = n / 64 + 1;
    double const n_all = count_labellings(n, n_marked);
    bool const   is_exact = n_all <= EXACT_MOST;
    *labelling = (bsh__labelling){.n = n,
                                  .n_marked = n_marked,
                                  .n_words = n_words,
                                  .n_labellings = is_exact ? n_all : n_draws,
                                  .is_exact = is_exact,
                                  .key = key};
    labelling->bits = bsh__allocate_zeroed(allocator, n_words, sizeof *labelling->bits);
    labelling->chosen =
        bsh__allocate(allocator, is_exact ? n_marked + 1 : 1, sizeof *labelling->chosen);
    return labelling->bits != NULL && labelling->chosen != NULL;
}

void bsh__labelling_free(bsh__labelling *labelling, const bsh_allocator *allocator)
{
    bsh__release(allocator, labelling->bits);
    bsh__release(allocator, labelling->chosen);
}

static void enumerate(bsh__labelling *labelling)
{
    gsl_combination combination = {labelling->n, labelling->n_marked, labelling->chosen};
    if (labelling->n_done == 0) {
        gsl_combination_init_first(&combination);
    } else {
        (void) gsl_combination_next(&combination);
    }
    memset(labelling->bits, 0, labelling->n_words * sizeof *labelling->bits);
    for (size_t i = 0; i < labelling->n_marked; ++i) {
        bsh__set_bit(labelling->bits, labelling->chosen[i]);
    }
}

/* A word whose bits are each set with a probability of share / 64, from one random word for
 * every binary digit of the share behind the last 1. */
static uint64_t draw_word(bsh__random *random, unsigned share)
{
    uint64_t word = 0;
    for (unsigned digit = share & (0 - share); digit != 0 && digit < 64; digit *= 2) {
        uint64_t const coins = bsh__random_next(random);
        word = (share & digit) != 0 ? word | coins : word & coins;
    }
    return word;
}

/* Adds or takes away marks at random until there are as many as wanted. */
static void correct_count(bsh__labelling *labelling, bsh__random *random, size_t n_set)
{
    bool const too_many = n_set > labelling->n_marked;
    while (n_set != labelling->n_marked) {
        uint32_t const  position = bsh__random_below(random, (uint32_t) labelling->n);
        uint64_t *const word = &labelling->bits[position / 64];
        uint64_t const  bit = UINT64_C(1) << (position % 64);
        if (((*word & bit) != 0) == too_many) {
            *word ^= bit;
            n_set = too_many ? n_set - 1 : n_set + 1;
        }
    }
}

/* Independent bits have each marking of a given number of marks with the same probability, and
 * so has what random corrections make of them.  For two outlets of 10,000 articles this takes
 * 313 words and some 60 corrections where a partial shuffle takes 10,000 numbers and as many
 * jumps in memory: 2 microseconds a labelling, not 100. */
static void draw(bsh__labelling *labelling)
{
    unsigned const share = (unsigned) (labelling->n_marked * 64 / labelling->n);
    bsh__random    random;
    bsh__random_begin(&random, labelling->key, labelling->n_done);
    size_t n_set = 0;
    for (size_t i = 0; i < labelling->n_words; ++i) {
        uint64_t word = draw_word(&random, share);
        if (i == labelling->n / 64) {
            word &= (UINT64_C(1) << (labelling->n % 64)) - 1;
        }
        labelling->bits[i] = word;
        n_set += bsh__count_bits(word);
    }
    correct_count(labelling, &random, n_set);
}

bool bsh__labelling_next(bsh__labelling *labelling)
{
    if ((double) labelling->n_done >= labelling->n_labellings) {
        return false;
    }
    if (labelling->is_exact) {
        enumerate(labelling);
    } else {
        draw(labelling);
    }
    ++labelling->n_done;
    return true;
}

double bsh__labelling_p(const bsh__labelling *labelling, double n_reached)
{
    return labelling->is_exact ? n_reached / labelling->n_labellings
                               : (n_reached + 1) / (labelling->n_labellings + 1);
}

/* ---- values under a marking */

/* About the median, not the mean: a single value of 1e9 among values near 1 would put all of
 * them far from the mean, and their squares would hide their variance. */
void bsh__labelled_init(bsh__labelled *labelled, size_t n, double *work)
{
    size_t n_present = 0;
    for (size_t i = 0; i < n; ++i) {
        if ((labelled->present[i / 64] >> (i % 64) & 1) != 0) {
            work[n_present++] = labelled->values[i];
        }
    }
    bsh__sort_values(work, n_present);
    double const median = bsh__quantile((bsh__sample){work, n_present}, .5);
    labelled->n_words = n / 64 + 1;
    labelled->n = (double) n_present;
    labelled->sum = labelled->squares = 0;
    for (size_t i = 0; i < n; ++i) {
        bool const   is_present = (labelled->present[i / 64] >> (i % 64) & 1) != 0;
        double const value = is_present ? labelled->values[i] - median : 0;
        labelled->values[i] = value;
        labelled->sum += value;
        labelled->squares += value * value;
    }
}

typedef struct part {
    double n, sum, squares;
} part;

static part add_marked(const bsh__labelled *labelled, const uint64_t *bits)
{
    part   marked = {0, 0, 0};
    size_t n = 0;
    for (size_t i = 0; i < labelled->n_words; ++i) {
        const double *const values = labelled->values + 64 * i;
        uint64_t const      word = bits[i] & labelled->present[i];
        n += bsh__count_bits(word);
        for (uint64_t rest = word; rest != 0; rest &= rest - 1) {
            double const value = values[__builtin_ctzll(rest)];
            marked.sum += value;
            marked.squares += value * value;
        }
    }
    marked.n = (double) n;
    return marked;
}

double bsh__labelled_difference(const bsh__labelled *labelled, const uint64_t *bits)
{
    part const marked = add_marked(labelled, bits);
    return marked.sum / marked.n - (labelled->sum - marked.sum) / (labelled->n - marked.n);
}

/* Squared deviations from the mean, in a pass of their own, of the marked (flip 0) or of the
 * others (all bits).  What their own sum shows the mean to be off by is taken back. */
static double squared_deviations(const bsh__labelled *labelled, const uint64_t *bits,
                                 uint64_t flip, part of)
{
    double const mean = of.sum / of.n;
    double       squares = 0;
    double       rest_of_sum = 0;
    for (size_t i = 0; i < labelled->n_words; ++i) {
        const double *const values = labelled->values + 64 * i;
        for (uint64_t rest = (bits[i] ^ flip) & labelled->present[i]; rest != 0;
             rest &= rest - 1) {
            double const deviation = values[__builtin_ctzll(rest)] - mean;
            squares += deviation * deviation;
            rest_of_sum += deviation;
        }
    }
    return fmax(squares - rest_of_sum * rest_of_sum / of.n, 0);
}

/* Squares less the square of the mean are right to 1e-10 as long as no more than 5 digits
 * cancel out; beyond that the second pass is made. */
static double squared_error(const bsh__labelled *labelled, const uint64_t *bits, uint64_t flip,
                            part of, double lost_from)
{
    double squares = of.squares - of.sum * of.sum / of.n;
    if (!(squares > 1e-5 * lost_from)) {
        squares = squared_deviations(labelled, bits, flip, of);
    }
    return squares / (of.n * (of.n - 1));
}

double bsh__labelled_welch(const bsh__labelled *labelled, const uint64_t *bits)
{
    part const marked = add_marked(labelled, bits);
    part const others = {labelled->n - marked.n, labelled->sum - marked.sum,
                         labelled->squares - marked.squares};
    if (marked.n < 2 || others.n < 2) {
        return (double) NAN;
    }
    double const error = squared_error(labelled, bits, 0, marked, marked.squares) +
                         squared_error(labelled, bits, ~UINT64_C(0), others, labelled->squares);
    return (marked.sum / marked.n - others.sum / others.n) / sqrt(error);
}
