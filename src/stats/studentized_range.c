#include "stats/group_tests.h"
