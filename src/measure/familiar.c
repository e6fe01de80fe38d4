#include "measure/familiar.h"
bool bsh__is_familiar_dale_chall(const bsh__vocabulary *vocabulary, uint32_t form) { (void) vocabulary; (void) form; return true; }
bool bsh__is_hard_fog(const bsh__vocabulary *vocabulary, uint32_t form) { (void) vocabulary; (void) form; return false; }
