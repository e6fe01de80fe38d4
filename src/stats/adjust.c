#include "stats/adjust.h"
