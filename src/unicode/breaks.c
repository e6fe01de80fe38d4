#include "unicode/breaks.h"
bsh_status bsh__breaker_create(bsh__breaker **out, const char *language, const bsh_allocator *allocator, bsh_error *err) { (void) language; (void) allocator; (void) err; *out = NULL; return BSH_OK; }
void bsh__breaker_destroy(bsh__breaker *breaker) { (void) breaker; }
bsh_status bsh__breaker_set(bsh__breaker *breaker, const char *text, bsh_span span, bsh_error *err) { (void) breaker; (void) text; (void) span; (void) err; return BSH_OK; }
bsh_status bsh__breaker_words(bsh__breaker *breaker, bsh__vec *out, bsh_error *err) { (void) breaker; (void) out; (void) err; return BSH_OK; }
bsh_status bsh__breaker_sentences(bsh__breaker *breaker, bsh__vec *out, bsh_error *err) { (void) breaker; (void) out; (void) err; return BSH_OK; }
bsh_status bsh__breaker_graphemes(bsh__breaker *breaker, uint64_t *n, bsh_error *err) { (void) breaker; (void) err; *n = 0; return BSH_OK; }
