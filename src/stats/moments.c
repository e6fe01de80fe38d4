#include "stats/describe_sample.h"
