/* Text to blocks under every reading of line ends.  The first byte chooses. */
#include "tests/fuzz/fuzz.h"

#include "article/article.h"
#include "unicode/decode.h"

const char fuzz_name[] = "article";

static void check(const bsh__vec *blocks, size_t n_bytes)
{
    const bsh_block *const block = blocks->items;
    uint32_t               end = 0;
    for (size_t i = 0; i < blocks->n; ++i) {
        fuzz_check(block[i].span.begin >= end && block[i].span.begin <= block[i].span.end);
        fuzz_check(block[i].span.end <= n_bytes);
        fuzz_check(block[i].kind < BSH_BLOCK_KIND_COUNT);
        fuzz_check(block[i].first_line >= 1 && block[i].first_line <= block[i].last_line);
        fuzz_check(bsh_block_rule_name(block[i].rule) != NULL);
        end = block[i].span.end;
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n_bytes)
{
    if (n_bytes == 0) {
        return 0;
    }
    const bsh_allocator *const allocator = bsh__allocator(NULL);
    bsh_options                options;
    bsh_options_init(&options);
    options.newlines = (bsh_newlines_mode) (data[0] % 3);
    options.is_extracted = (data[0] & 0x80U) != 0;

    bsh__decoder decoder;
    bsh__decoder_init(&decoder, allocator);
    bsh__article *article = NULL;
    bsh__vec      blocks;
    bsh__vec_init(&blocks, allocator, sizeof(bsh_block));
    fuzz_check(bsh__article_create(&article, allocator, NULL) == BSH_OK);
    if (bsh__decode(&decoder, (const char *) data + 1, n_bytes - 1, "auto", NULL) == BSH_OK) {
        bsh_string const none = {"", 0};
        bsh_string const text = {decoder.text.data, decoder.text.n};
        fuzz_check(bsh__article_blocks(article, text, &options, none, &blocks, NULL) == BSH_OK);
        check(&blocks, decoder.text.n);
    }
    bsh__vec_free(&blocks);
    bsh__article_destroy(article);
    bsh__decoder_free(&decoder);
    return 0;
}
