#include "segment/segmenter.h"
bsh_status bsh__segmenter_create(bsh__segmenter **out, const bsh_options *options, const bsh_allocator *allocator, bsh_error *err) { (void) options; (void) allocator; (void) err; *out = NULL; return BSH_OK; }
void bsh__segmenter_destroy(bsh__segmenter *segmenter) { (void) segmenter; }
bsh__vocabulary *bsh__segmenter_vocabulary(bsh__segmenter *segmenter) { (void) segmenter; return NULL; }
bsh_status bsh__segmenter_set(bsh__segmenter *segmenter, const char *text, bsh_span span, bsh_error *err) { (void) segmenter; (void) text; (void) span; (void) err; return BSH_OK; }
bsh_status bsh__segmenter_words(bsh__segmenter *segmenter, bsh__vec *tokens, bsh_error *err) { (void) segmenter; (void) tokens; (void) err; return BSH_OK; }
bsh_status bsh__segmenter_sentences(bsh__segmenter *segmenter, bsh__vec *sentences, bsh_error *err) { (void) segmenter; (void) sentences; (void) err; return BSH_OK; }
bsh_status bsh__segmenter_graphemes(bsh__segmenter *segmenter, uint64_t *n, bsh_error *err) { (void) segmenter; (void) err; *n = 0; return BSH_OK; }
