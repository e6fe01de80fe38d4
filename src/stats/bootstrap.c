#include "stats/permutation.h"
