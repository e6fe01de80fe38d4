#include "stats/hypergeometric.h"
#include <broadsheet/base.h>
double bsh__hypergeometric_none(uint32_t n_marked, uint32_t n_other, uint32_t n_drawn) { (void) n_marked; (void) n_other; (void) n_drawn; return 0; }
const char *bsh_version_gsl(void) { return ""; }
