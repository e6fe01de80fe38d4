#include "stats/t_tests.h"
