#include "segment/quotes.h"
bsh_status bsh__quoter_create(bsh__quoter **out, const bsh_allocator *allocator, bsh_error *err) { (void) allocator; (void) err; *out = NULL; return BSH_OK; }
void bsh__quoter_destroy(bsh__quoter *quoter) { (void) quoter; }
bsh_status bsh__quotes_find(bsh__quoter *quoter, const bsh__quote_input *input, bsh__vec *quotes, bsh__vec *speakers, bsh_error *err) { (void) quoter; (void) input; (void) err; quotes->n = 0; speakers->n = 0; return BSH_OK; }
