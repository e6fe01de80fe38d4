/* The labels of two outlets, dealt out anew to the same articles. */
#ifndef BSH_STATS_LABELLING_H
#define BSH_STATS_LABELLING_H

#include "base/memory.h"
#include "stats/random.h"
#include "stats/sample.h"

/* Which of n positions are marked, a bit each: position i is bit i % 64 of word i / 64.  Bits
 * behind the last position are 0.  All C(n, n_marked) markings, one after the other, where
 * there are at most 100,000 of them; else n_draws drawn ones, of which each is equally likely.
 * n is under 2^30 and n_marked at most n/2: mark the smaller outlet. */
typedef struct bsh__labelling {
    uint64_t       *bits;
    size_t          n, n_marked, n_words;
    double          n_labellings; /* in all: C(n, n_marked), or n_draws */
    bool            is_exact;
    size_t         *chosen; /* exact: positions marked, ascending */
    bsh__random_key key;
    uint64_t        n_done;
} bsh__labelling;

/* Memory is the labelling's own, also after a failure (false): bsh__labelling_free. */
bool bsh__labelling_init(bsh__labelling *labelling, size_t n, size_t n_marked, unsigned n_draws,
                         bsh__random_key key, const bsh_allocator *allocator);
void bsh__labelling_free(bsh__labelling *labelling, const bsh_allocator *allocator);

/* The next marking into `bits`; false after the last. */
bool bsh__labelling_next(bsh__labelling *labelling);

/* p of a test whose statistic was as far out under n_reached of the labellings: their share, or
 * (b + 1)/(B + 1) where they were drawn, which is never 0 (Phipson & Smyth 2010). */
double bsh__labelling_p(const bsh__labelling *labelling, double n_reached);

static inline void bsh__set_bit(uint64_t *bits, size_t position)
{
    bits[position / 64] |= UINT64_C(1) << (position % 64);
}

/* Bits set in a word.  Not the compiler's own: without an instruction for it, as on plain
 * x86-64, that is a call. */
static inline unsigned bsh__count_bits(uint64_t word)
{
    word -= (word >> 1) & UINT64_C(0x5555555555555555);
    word = (word & UINT64_C(0x3333333333333333)) + ((word >> 2) & UINT64_C(0x3333333333333333));
    word = (word + (word >> 4)) & UINT64_C(0x0F0F0F0F0F0F0F0F);
    return (unsigned) ((word * UINT64_C(0x0101010101010101)) >> 56);
}

/* Values at the positions. */
typedef struct bsh__labelled {
    double   *values;  /* less the median of all; 0 where missing */
    uint64_t *present; /* bits: not missing */
    size_t    n_words;
    double    n, sum, squares; /* of those present */
} bsh__labelled;

/* Takes the values from their median, in place, and adds up.  `work`: room for n. */
void bsh__labelled_init(bsh__labelled *labelled, size_t n, double *work);

/* Mean of the marked less mean of the others. */
double bsh__labelled_difference(const bsh__labelled *labelled, const uint64_t *bits);

/* Welch's t of the marked against the others; +-infinity where both are constant; NaN where
 * either has fewer than 2 values, or all are equal. */
double bsh__labelled_welch(const bsh__labelled *labelled, const uint64_t *bits);

#endif
