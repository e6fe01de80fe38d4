#include "oracle.h"

const oracle_kind oracle_effects[] = {{NULL, NULL}};
