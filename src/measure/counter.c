#include "measure/counter.h"
bsh_status bsh__counter_create(bsh__counter **out, const bsh_options *options, const bsh_allocator *allocator, bsh_error *err) { (void) options; (void) allocator; (void) err; *out = NULL; return BSH_OK; }
void bsh__counter_destroy(bsh__counter *counter) { (void) counter; }
bsh_status bsh__count(bsh__counter *counter, const bsh__counter_input *input, bsh_counts *counts, bsh__vec *terms, bsh_error *err) { (void) counter; (void) input; (void) err; *counts = (bsh_counts){0}; terms->n = 0; return BSH_OK; }
