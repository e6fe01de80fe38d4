#include "oracle.h"

const oracle_kind oracle_ranks[] = {{NULL, NULL}};
