#include "stats/label_ranks.h"

/* The placement of a value is the number of values of the other outlet below it, and half of
 * those equal to it; here twice that, which is whole.  Sums of whole numbers are exact, so that
 * labellings that tie do so to the last digit. */
__extension__ typedef unsigned __int128 wide;

/* ---- preparation */

static bsh__byte_sums sum_byte(unsigned byte)
{
    bsh__byte_sums sums = {0, 0, 0, 0};
    for (unsigned position = 0; position < 8; ++position) {
        unsigned const marked_before = sums.n_marked;
        unsigned const others_before = position - marked_before;
        if ((byte >> position & 1) != 0) {
            sums.before = (uint8_t) (sums.before + others_before);
            sums.squares_before =
                (uint8_t) (sums.squares_before + others_before * others_before);
            ++sums.n_marked;
        } else {
            sums.squares_before_others =
                (uint8_t) (sums.squares_before_others + marked_before * marked_before);
        }
    }
    return sums;
}

static size_t end_of_group(const double *sorted, size_t n, size_t first)
{
    size_t end = first + 1;
    while (end < n && sorted[end] == sorted[first]) {
        ++end;
    }
    return end;
}

/* Whether a byte of positions begins here whose values occur once. */
static bool is_plain_byte(const double *sorted, size_t n, size_t first)
{
    if (first % 8 != 0 || first + 8 > n) {
        return false;
    }
    for (size_t i = first; i < first + 8; ++i) {
        if (end_of_group(sorted, n, i) != i + 1) {
            return false;
        }
    }
    return true;
}

void bsh__label_ranks_init(bsh__label_ranks *ranks, const double *sorted, size_t n,
                           size_t n_marked, bsh__stretch *stretches)
{
    ranks->stretches = stretches;
    ranks->n_stretches = 0;
    ranks->n = n;
    ranks->n_marked = n_marked;
    for (unsigned byte = 0; byte < 256; ++byte) {
        ranks->bytes[byte] = sum_byte(byte);
    }
    size_t end = 0;
    for (size_t i = 0; i < n; i = end) {
        bool const is_plain = is_plain_byte(sorted, n, i);
        end = i + 8;
        while (is_plain && is_plain_byte(sorted, n, end)) {
            end += 8;
        }
        end = is_plain ? end : end_of_group(sorted, n, i);
        stretches[ranks->n_stretches++] =
            (bsh__stretch){(uint32_t) i, (uint32_t) end, !is_plain};
    }
}

/* ---- one labelling */

typedef struct walk {
    uint64_t marked;  /* so far */
    uint64_t sum;     /* over the marked, of placements */
    wide     squares; /* over the marked */
    wide     squares_of_others;
} walk;

static void add_plain(walk *at, const bsh__label_ranks *ranks, const uint64_t *bits,
                      bsh__stretch stretch)
{
    for (uint64_t i = stretch.first; i < stretch.end; i += 8) {
        bsh__byte_sums const *const byte = &ranks->bytes[bits[i / 64] >> (i % 64) & 255];
        uint64_t const              marked = at->marked;
        uint64_t const              others = i - marked;
        uint64_t const              n_marked = byte->n_marked;
        uint64_t const              n_others = 8 - n_marked;
        uint64_t const              before = byte->before;
        uint64_t const              before_others = n_marked * n_others - before;
        at->sum += 2 * (n_marked * others + before);
        at->squares +=
            (wide) 4 * (others * (n_marked * others + 2 * before) + byte->squares_before);
        at->squares_of_others += (wide) 4 * (marked * (n_others * marked + 2 * before_others) +
                                             byte->squares_before_others);
        at->marked += n_marked;
    }
}

/* Bits set at first..end-1, which is not empty. */
static uint64_t count_between(const uint64_t *bits, uint64_t first, uint64_t end)
{
    uint64_t const last = (end - 1) / 64;
    uint64_t const head = ~UINT64_C(0) << (first % 64);
    uint64_t const tail = ~UINT64_C(0) >> (63 - (end - 1) % 64);
    uint64_t       word = first / 64;
    if (word == last) {
        return bsh__count_bits(bits[word] & head & tail);
    }
    uint64_t count = bsh__count_bits(bits[word] & head);
    while (++word < last) {
        count += bsh__count_bits(bits[word]);
    }
    return count + bsh__count_bits(bits[last] & tail);
}

static void add_group(walk *at, const uint64_t *bits, bsh__stretch stretch)
{
    uint64_t const n_marked = count_between(bits, stretch.first, stretch.end);
    uint64_t const n_others = stretch.end - stretch.first - n_marked;
    uint64_t const placement = 2 * (stretch.first - at->marked) + n_others;
    uint64_t const placement_of_others = 2 * at->marked + n_marked;
    at->sum += n_marked * placement;
    at->squares += (wide) (placement * placement) * n_marked;
    at->squares_of_others += (wide) (placement_of_others * placement_of_others) * n_others;
    at->marked += n_marked;
}

/* n s^2 of placements, from their doubles: n (squares - sum^2 / n) / (4 (n - 1)). */
static double scaled_variance(wide squares, uint64_t sum, uint64_t n)
{
    return (double) (n * squares - (wide) sum * sum) / (4 * (double) (n - 1));
}

double bsh__labelled_brunner(const bsh__label_ranks *ranks, const uint64_t *bits)
{
    walk at = {0, 0, 0, 0};
    for (size_t i = 0; i < ranks->n_stretches; ++i) {
        if (ranks->stretches[i].is_group) {
            add_group(&at, bits, ranks->stretches[i]);
        } else {
            add_plain(&at, ranks, bits, ranks->stretches[i]);
        }
    }
    uint64_t const n_others = ranks->n - ranks->n_marked;
    uint64_t const n_pairs = ranks->n_marked * n_others;
    double const   variance =
        scaled_variance(at.squares, at.sum, ranks->n_marked) +
        scaled_variance(at.squares_of_others, 2 * n_pairs - at.sum, n_others);
    double const excess =
        at.sum >= n_pairs ? (double) (at.sum - n_pairs) : -(double) (n_pairs - at.sum);
    return excess == 0 ? 0 : excess / 2 / sqrt(variance);
}
