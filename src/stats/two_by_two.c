#include "stats/two_by_two.h"

double bsh__deviance(double observed, double expected, double excess)
{
    if (observed == 0) {
        return expected;
    }
    double const v = excess / (observed + expected);
    if (fabs(v) >= .1) {
        return observed * log(observed / expected) - excess;
    }
    // ln(O/E) is 2 atanh v; its first term and the excess make excess v between them
    double power = 2 * observed * v;
    double sum = excess * v;
    for (double i = 3; i < 40; i += 2) { // v^40 is under the last digit
        power *= v * v;
        sum += power / i;
    }
    return sum;
}

/* x y - z w.  Rounded products of two counts of 1e9 leave no right digit of a small difference;
 * fma gives what they lost.  Source: Kahan (in Jeannerod, Louvet & Muller 2013). */
double bsh__difference_of_products(double x, double y, double z, double w)
{
    double const second = z * w;
    double const lost = fma(-z, w, second);
    return fma(x, y, -second) + lost;
}

bsh__expected bsh__expected_of(const bsh__two_by_two *table)
{
    double const n_a = table->a + table->rest_a;
    double const n_b = table->b + table->rest_b;
    double const total = n_a + n_b;
    double const share = (table->a + table->b) / total;
    double const rest = (table->rest_a + table->rest_b) / total;
    return (bsh__expected){
        .a = n_a * share,
        .b = n_b * share,
        .rest_a = n_a * rest,
        .rest_b = n_b * rest,
        .excess =
            bsh__difference_of_products(table->a, table->rest_b, table->b, table->rest_a) /
            total,
        .total = total,
    };
}

double bsh__half_g2(const bsh__two_by_two *table)
{
    bsh__expected const e = bsh__expected_of(table);
    return bsh__deviance(table->a, e.a, e.excess) + bsh__deviance(table->b, e.b, -e.excess) +
           bsh__deviance(table->rest_a, e.rest_a, -e.excess) +
           bsh__deviance(table->rest_b, e.rest_b, e.excess);
}
