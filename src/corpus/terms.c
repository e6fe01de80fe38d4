#include <broadsheet/terms.h>
bsh_status bsh_terms_create(bsh_terms **out, const bsh_allocator *allocator, bsh_error *err) { (void) allocator; (void) err; *out = NULL; return BSH_OK; }
void bsh_terms_destroy(bsh_terms *terms) { (void) terms; }
bsh_status bsh_terms_add(bsh_terms *terms, uint64_t seq, const bsh_document *document, bsh_error *err) { (void) terms; (void) seq; (void) document; (void) err; return BSH_OK; }
bsh_status bsh_terms_merge(bsh_terms *terms, const bsh_terms *other, bsh_error *err) { (void) terms; (void) other; (void) err; return BSH_OK; }
bsh_status bsh_terms_rows(bsh_terms *terms, const bsh_term_row **out, size_t *n, bsh_error *err) { (void) terms; (void) err; *out = NULL; *n = 0; return BSH_OK; }
uint64_t bsh_terms_words(const bsh_terms *terms) { (void) terms; return 0; }
uint64_t bsh_terms_articles(const bsh_terms *terms) { (void) terms; return 0; }
