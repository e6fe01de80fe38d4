#include "unicode/fold.h"
bsh_status bsh__folder_create(bsh__folder **out, const bsh_allocator *allocator, bsh_error *err) { (void) allocator; (void) err; *out = NULL; return BSH_OK; }
void bsh__folder_destroy(bsh__folder *folder) { (void) folder; }
bsh_status bsh__fold(bsh__folder *folder, bsh__buffer *out, const char *text, size_t n_bytes, bsh_error *err) { (void) folder; (void) err; bsh__buffer_clear(out); bsh__buffer_add(out, text, n_bytes); return BSH_OK; }
bsh_status bsh__fold_to_ascii(bsh__folder *folder, bsh__buffer *out, const char *text, size_t n_bytes, bsh_error *err) { return bsh__fold(folder, out, text, n_bytes, err); }
