#include "oracle.h"

const oracle_kind oracle_term_counts[] = {{NULL, NULL}};
