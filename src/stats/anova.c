#include "stats/anova.h"
