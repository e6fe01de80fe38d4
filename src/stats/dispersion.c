/* How evenly a term is spread over the parts of a corpus. */
#include "stats/term_tests.h"

/* What the terms of the sums need. */
typedef struct totals {
    double f, n_words, smallest; /* of the term, of all words, of the shortest part */
    double n, range;             /* parts with words, those that hold the term */
    double mean_rate;
} totals;

static totals totals_of(const double *counts, const double *lengths, size_t n)
{
    totals all = {.smallest = (double) INFINITY};
    for (size_t i = 0; i < n; ++i) {
        if (lengths[i] > 0) {
            all.f += counts[i];
            all.n_words += lengths[i];
            all.smallest = fmin(all.smallest, lengths[i]);
            all.n += 1;
            all.range += counts[i] > 0;
            all.mean_rate += counts[i] / lengths[i];
        }
    }
    all.mean_rate /= all.n;
    return all;
}

/* The sums over the parts.  Times f S the shares are whole numbers, so that a term that is
 * spread evenly has exactly 0. */
static void sum_parts(bsh__dispersed *out, const totals *all, const double *counts,
                      const double *lengths, size_t n)
{
    double excess = 0;
    double squares = 0;
    double information = 0;
    for (size_t i = 0; i < n; ++i) {
        if (lengths[i] <= 0) {
            continue;
        }
        double const observed = counts[i] * all->n_words;
        double const expected = lengths[i] * all->f;
        double const deviation = counts[i] / lengths[i] - all->mean_rate;
        excess += fabs(observed - expected);
        squares += deviation * deviation;
        information += counts[i] > 0 ? counts[i] * log2(observed / expected) : 0;
    }
    out->dp = excess / (2 * all->f * all->n_words);
    out->dp_norm = excess / (2 * all->f * (all->n_words - all->smallest));
    out->juilland_d = 1 - sqrt(squares / all->n) / all->mean_rate / sqrt(all->n - 1);
    out->kld = information / all->f;
    out->idf = log2(all->n / all->range);
}

void bsh__dispersion(bsh__dispersed *out, const double *counts, const double *lengths, size_t n)
{
    double const none = (double) NAN;
    totals const all = totals_of(counts, lengths, n);
    *out = (bsh__dispersed){BSH_TEST_OK, all.f, all.range, none, none, none, none, none};
    if (all.f == 0) {
        out->status = BSH_TEST_ABSENT;
    } else if (all.n < 2) {
        out->status = BSH_TEST_TOO_FEW;
    } else {
        sum_parts(out, &all, counts, lengths, n);
    }
}
