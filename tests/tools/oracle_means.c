#include "oracle.h"

const oracle_kind oracle_means[] = {{NULL, NULL}};
