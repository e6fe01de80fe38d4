#include "data/lexicon.h"

#include <broadsheet/base.h>

uint32_t bsh__word_lists(const char *folded, size_t n_bytes) { (void) folded; (void) n_bytes; return 0; }
unsigned bsh__verb_class(const char *folded, size_t n_bytes) { (void) folded; (void) n_bytes; return 0; }
bool bsh__verb_is_said(const char *folded, size_t n_bytes) { (void) folded; (void) n_bytes; return false; }
unsigned bsh__syllables_english(const char *lower, size_t n_bytes) { (void) lower; (void) n_bytes; return 1; }
const char *const *bsh__phrases(bsh__phrase_list list, size_t *n) { (void) list; *n = 0; return NULL; }
const char *bsh_version_word_lists(void) { return "0"; }
