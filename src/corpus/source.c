#include "corpus/source.h"
bsh_status bsh_source_create(bsh_source **out, const bsh_options *options, bsh_error *err) { (void) options; (void) err; *out = NULL; return BSH_OK; }
void bsh_source_destroy(bsh_source *source) { (void) source; }
bsh_status bsh_source_add(bsh_source *source, const char *path, bsh_error *err) { (void) source; (void) path; (void) err; return BSH_OK; }
bsh_status bsh_source_add_list(bsh_source *source, const char *path, bool is_nul_separated, bsh_error *err) { (void) source; (void) path; (void) is_nul_separated; (void) err; return BSH_OK; }
size_t bsh_source_size(const bsh_source *source) { (void) source; return 0; }
size_t bsh_source_n_notes(const bsh_source *source) { (void) source; return 0; }
const char *bsh_source_note(const bsh_source *source, size_t index) { (void) source; (void) index; return ""; }
