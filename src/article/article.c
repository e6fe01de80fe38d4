#include "article/article.h"
bsh_status bsh__article_create(bsh__article **out, const bsh_allocator *allocator, bsh_error *err) { (void) allocator; (void) err; *out = NULL; return BSH_OK; }
void bsh__article_destroy(bsh__article *article) { (void) article; }
bsh_status bsh__article_blocks(bsh__article *article, const char *text, size_t n_bytes, const bsh_options *options, bsh_string title, bsh__vec *blocks, bsh_error *err) { (void) article; (void) text; (void) n_bytes; (void) options; (void) title; (void) err; blocks->n = 0; return BSH_OK; }
const char *bsh_block_rule_name(uint16_t rule) { (void) rule; return ""; }
