#include "oracle.h"

const oracle_kind oracle_resampling[] = {{NULL, NULL}};
