#include "measure/family.h"
static const bsh_measure rows[] = {{.id = "stub_quotation", .compute = 0}};
const bsh__family bsh__family_quotation = {rows, 0};
