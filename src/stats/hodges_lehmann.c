#include "stats/rank_tests.h"
