#include "stats/describe_sample.h"

void bsh__moments_of(bsh__moments *out, bsh__sample sample)
{
    double const mean = bsh__mean(sample);
    *out = (bsh__moments){.n = (double) sample.n, .mean = mean};
    out->m2 = bsh__squared_deviations(sample, mean);
    for (size_t i = 0; i < sample.n; ++i) {
        double const deviation = sample.values[i] - mean;
        double const square = deviation * deviation;
        out->m3 += square * deviation;
        out->m4 += square * square;
    }
}

static double third_moment(const bsh__moments *a, const bsh__moments *b, double step)
{
    double const n = a->n + b->n;
    double const share = step / n;
    return a->m3 + b->m3 + step * share * share * a->n * b->n * (a->n - b->n) +
           3 * share * (a->n * b->m2 - b->n * a->m2);
}

static double fourth_moment(const bsh__moments *a, const bsh__moments *b, double step)
{
    double const n = a->n + b->n;
    double const share = step / n;
    double const square = share * share;
    double const crossing = a->n * a->n - a->n * b->n + b->n * b->n;
    return a->m4 + b->m4 + step * share * square * a->n * b->n * crossing +
           6 * square * (a->n * a->n * b->m2 + b->n * b->n * a->m2) +
           4 * share * (a->n * b->m3 - b->n * a->m3);
}

void bsh__moments_merge(bsh__moments *into, const bsh__moments *other)
{
    double const n = into->n + other->n;
    if (n == 0) {
        return;
    }
    double const       step = other->mean - into->mean;
    bsh__moments const merged = {
        .n = n,
        .mean = into->mean + step * (other->n / n),
        .m2 = into->m2 + other->m2 + step * step * into->n * (other->n / n),
        .m3 = third_moment(into, other, step),
        .m4 = fourth_moment(into, other, step),
    };
    *into = merged;
}
