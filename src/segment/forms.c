#include "segment/forms.h"
bsh_status bsh__vocabulary_create(bsh__vocabulary **out, const bsh_options *options, const bsh_allocator *allocator, bsh_error *err) { (void) options; (void) allocator; (void) err; *out = NULL; return BSH_OK; }
void bsh__vocabulary_destroy(bsh__vocabulary *vocabulary) { (void) vocabulary; }
bsh_status bsh__vocabulary_form(bsh__vocabulary *vocabulary, const char *text, size_t n_bytes, bsh_token_kind kind, uint32_t *form, bsh_error *err) { (void) vocabulary; (void) text; (void) n_bytes; (void) kind; (void) err; *form = 0; return BSH_OK; }
size_t bsh__vocabulary_n_forms(const bsh__vocabulary *vocabulary) { (void) vocabulary; return 0; }
size_t bsh__vocabulary_n_terms(const bsh__vocabulary *vocabulary) { (void) vocabulary; return 0; }
const bsh__form *bsh__vocabulary_form_at(const bsh__vocabulary *vocabulary, uint32_t form) { (void) vocabulary; (void) form; return NULL; }
const bsh__term *bsh__vocabulary_term_at(const bsh__vocabulary *vocabulary, uint32_t term) { (void) vocabulary; (void) term; return NULL; }
