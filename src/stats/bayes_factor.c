#include "stats/effect_sizes.h"
