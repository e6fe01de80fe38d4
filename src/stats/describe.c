#include "stats/describe.h"

#include <math.h>

double bsh__deviation(const uint32_t *values, size_t n) { (void) values; (void) n; return (double) NAN; }
double bsh__median(const uint32_t *values, size_t n) { (void) values; (void) n; return (double) NAN; }
