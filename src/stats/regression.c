#include "stats/regression.h"
