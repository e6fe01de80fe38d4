#include <broadsheet/block.h>
#include <broadsheet/options.h>

void bsh_options_init(bsh_options *options)
{
    *options = (bsh_options){
        .size = sizeof *options,
        .language = "en",
        .encoding = "auto",
        .include_kinds = BSH_BLOCK_BIT(BSH_BLOCK_BODY),
        .window = 100,
        .min_words = 100,
        .max_bytes = (size_t) 64 * 1024 * 1024,
    };
}
