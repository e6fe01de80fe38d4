#include "stats/random.h"
