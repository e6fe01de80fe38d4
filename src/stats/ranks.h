/* What tests on ranks are made of: runs of equal values, mid-ranks, exact counts of rank sums,
 * and the k-th smallest of more numbers than can be stored. */
#ifndef BSH_STATS_RANKS_H
#define BSH_STATS_RANKS_H

#include "stats/sample.h"

/* A run of equal values in the merge of two sorted samples: n_a of A, n_b of B; less_a, less_b
 * values of A, B are smaller. */
typedef struct bsh__tie_run {
    size_t less_a, less_b, n_a, n_b;
} bsh__tie_run;

/* The run after `run` (all 0 before the first); false if there is none.  A walk is O(n). */
bool bsh__next_tie_run(bsh__tie_run *run, bsh__sample a, bsh__sample b);

/* Two samples ranked together.  The placement of a value is the number of values of the other
 * sample below it, and half of the equal ones: its pooled mid-rank less its rank in its own
 * sample (Orban & Wolfe 1982).  Squares of an empty sample are NaN. */
typedef struct bsh__two_ranked {
    double u_a, u_b;             /* sums of placements: Mann-Whitney's U; exact */
    double squares_a, squares_b; /* squared deviations of placements from their mean */
    double tie_sum;              /* sum of t^3 - t over the runs of t equal values */
    double n_tied_pairs;         /* an A and a B that are equal */
    bool   is_constant;          /* all values of both are equal */
} bsh__two_ranked;
void bsh__rank_two(bsh__two_ranked *out, bsh__sample a, bsh__sample b);

/* Sigma of U, with ties: for n_a + n_b >= 2. */
double bsh__u_sigma(const bsh__two_ranked *ranked, size_t n_a, size_t n_b);

/* Mid-ranks (from 1) of n values in any order; returns the sum of t^3 - t.  `order` is room for
 * n numbers. */
double bsh__mid_ranks(double *ranks, const double *values, size_t n, size_t *order);

/* Two-sided p of a standard normal z, and its log10, which goes on where p is 0. */
double bsh__normal_two_sided(double z);
double bsh__normal_two_sided_log10(double z);

/* How many of the choices of n_chosen out of n scores (whole numbers, ascending) have each sum:
 * counts[s - least].  Only additions of positive numbers, so the smallest tail has all its
 * digits; the counts of n = BSH__CHOICES_MOST still fit a double (1e119).  Time and memory grow
 * with the fourth and third power of n: 100 scores with ties take 1 ms and 1 MB, 400 half a
 * second and 90 MB.  Harding 1984 (on rank sums); with ties as Streitberg & Roehmel 1986. */
enum { BSH__CHOICES_MOST = 400 };
typedef struct bsh__choices {
    double  *counts; /* owned: bsh__choices_free */
    size_t   n_counts;
    uint64_t least;
    double   total; /* of all counts */
    void    *memory;
} bsh__choices;
bsh_status bsh__count_choices(bsh__choices *out, const uint32_t *scores, size_t n,
                              size_t n_chosen, const bsh_allocator *allocator, bsh_error *err);
void       bsh__choices_free(bsh__choices *choices, const bsh_allocator *allocator);

/* How many numbers of a set, which need not be stored, are at most `value`. */
typedef uint64_t bsh__count_up_to(const void *set, double value);

/* The k-th smallest (from 1) of a set that lies in [low, high], bit for bit: at most 64 counts,
 * whatever the size of the set and its ties. */
double bsh__kth_smallest(bsh__count_up_to *count, const void *set, uint64_t k, double low,
                         double high);

#endif
