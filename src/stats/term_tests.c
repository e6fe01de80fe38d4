#include "stats/term_tests.h"
