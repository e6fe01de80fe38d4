#include "measure/family.h"
double bsh__ratio(uint64_t a, uint64_t b) { return (double) a / (double) b; }
size_t bsh_measure_count(void) { return 0; }
const bsh_measure *bsh_measure_at(size_t index) { (void) index; return NULL; }
const bsh_measure *bsh_measure_find(const char *id) { (void) id; return NULL; }
bsh_value bsh_measure_value(const bsh_measure *measure, const bsh_counts *counts) { (void) measure; (void) counts; return (bsh_value){0}; }
const char *bsh_presence_reason(bsh_presence presence) { (void) presence; return ""; }
const char *bsh_direction_name(bsh_direction direction) { (void) direction; return ""; }
