#include "measure/family.h"
static const bsh_measure rows[] = {{.id = "stub_diversity", .compute = 0}};
const bsh__family bsh__family_diversity = {rows, 0};
