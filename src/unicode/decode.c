#include "unicode/decode.h"
void bsh__decoder_init(bsh__decoder *decoder, const bsh_allocator *allocator) { bsh__buffer_init(&decoder->text, allocator); bsh__vec_init(&decoder->anchors, allocator, sizeof(bsh__anchor)); }
void bsh__decoder_free(bsh__decoder *decoder) { bsh__buffer_free(&decoder->text); bsh__vec_free(&decoder->anchors); }
bsh_status bsh__decode(bsh__decoder *decoder, const char *bytes, size_t n_bytes, const char *encoding, bsh_error *err) { (void) encoding; (void) err; bsh__buffer_clear(&decoder->text); bsh__buffer_add(&decoder->text, bytes, n_bytes); if (!bsh__buffer_reserve(&decoder->text, 64)) { return bsh__fail_memory(err); } for (size_t i = 0; i < 64; ++i) { decoder->text.data[decoder->text.n + i] = 0; } decoder->decoding = (bsh_decoding){.encoding = "UTF-8"}; return BSH_OK; }
uint64_t bsh__decoder_source_offset(const bsh__decoder *decoder, uint32_t text_offset) { (void) decoder; return text_offset; }
uint64_t bsh__decoder_codepoint_offset(const bsh__decoder *decoder, uint32_t text_offset) { (void) decoder; return text_offset; }
