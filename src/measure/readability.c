#include "measure/family.h"
static const bsh_measure rows[] = {{.id = "stub_readability", .compute = 0}};
const bsh__family bsh__family_readability = {rows, 0};
